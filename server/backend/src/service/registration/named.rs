//! Who takes part, as far as they let the others know.

use super::Place;
use super::change::own_or_managed;
use crate::entity::{person, registration};
use crate::service::access::{self, Actor, Seen};
use crate::{Error, Result, Site};
use domain::host::Right;
use domain::registration::Status;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, IntoActiveModel, JoinType, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, Set,
};

/// A participant who is named to the others.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Named {
    /// The row of `registration`.
    pub id: i64,
    /// The person's name.
    pub name: String,
    /// Where they work, if they said so.
    pub organisation: Option<String>,
}

/// The participants of an event who let the others know, by id above `after`; and how many have a place in all. For those who
/// have a place or stand in line, and for the event's host; 403 for others.
pub async fn named(site: &Site, actor: &Actor, slug: &str, after: i64, limit: u64) -> Result<(Seen, Vec<Named>, u64)> {
    let db = site.db.read();
    let seen = access::event(db, actor, slug).await?;
    let me = actor.me()?;
    let of_event = || registration::Entity::find().filter(registration::Column::EventId.eq(seen.event.id));
    let takes_part = of_event()
        .filter(registration::Column::PersonId.eq(me.id))
        .filter(registration::Column::Status.ne(<&str>::from(Status::Cancelled)));
    if !seen.may(Right::ViewRegistrations) && takes_part.one(db).await?.is_none() {
        return Err(Error::Forbidden);
    }
    let confirmed = || of_event().filter(registration::Column::Status.eq(<&str>::from(Status::Confirmed)));
    let person = registration::Entity::belongs_to(person::Entity).from(registration::Column::PersonId).to(person::Column::Id).into();
    let rows = confirmed()
        .filter(registration::Column::Named.eq(true))
        .filter(registration::Column::Id.gt(after))
        .join(JoinType::InnerJoin, person)
        .filter(person::Column::Name.ne(""))
        .select_only()
        .column(registration::Column::Id)
        .column(person::Column::Name)
        .column(person::Column::Organisation)
        .order_by_asc(registration::Column::Id)
        .limit(limit)
        .into_model()
        .all(db)
        .await?;
    let all = confirmed().count(db).await?;
    Ok((seen, rows, all))
}

/// Whether the actor is named to the other participants of an event; nothing for who takes no part.
pub async fn am_named(db: &impl ConnectionTrait, actor: &Actor, event_id: i64) -> Result<Option<bool>> {
    let Some(me) = actor.id() else { return Ok(None) };
    let row = registration::Entity::find()
        .filter(registration::Column::EventId.eq(event_id))
        .filter(registration::Column::PersonId.eq(me))
        .filter(registration::Column::Status.ne(<&str>::from(Status::Cancelled)))
        .one(db)
        .await?;
    Ok(row.map(|row| row.named))
}

/// Lets the other participants know of the actor, or no longer. 404 unless it is the actor's own registration: nobody says this for
/// somebody else.
pub async fn name(site: &Site, actor: &Actor, id: i64, named: bool) -> Result<Place> {
    let tx = site.db.begin_write().await?;
    let (_, row) = own_or_managed(&tx, actor, id).await?;
    if actor.id() != Some(row.person_id) {
        return Err(Error::NotFound);
    }
    let mut row = row.into_active_model();
    row.named = Set(named);
    let place = Place::of(&tx, &row.update(&tx).await?).await?;
    tx.commit().await?;
    Ok(place)
}
