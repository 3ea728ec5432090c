//! What feeds show.

use crate::Result;
use crate::entity::stored::Stored;
use crate::entity::{event, host, invitation, registration};
use domain::event::{Status, Visibility};
use domain::registration::Status as Place;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, Select};
use std::collections::BTreeMap;

/// Feeds hold at most this many events, the newest.
const MOST: u64 = 2_000;

/// Which public events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// All.
    Everybody,
    /// Of one host, by id.
    Host(i64),
    /// The editions of one series, by id.
    Series(i64),
}

fn visible() -> Select<event::Entity> {
    use sea_orm::QuerySelect;
    event::Entity::find()
        .filter(event::Column::Status.ne(Stored(Status::Draft)))
        .order_by_desc(event::Column::StartsAt)
        .order_by_desc(event::Column::Id)
        .limit(MOST)
}

/// The public events of a feed; no drafts, cancelled ones included.
pub async fn public(db: &impl ConnectionTrait, of: Of) -> Result<Vec<event::Model>> {
    let query = visible().filter(event::Column::Visibility.eq(Stored(Visibility::Public)));
    let query = match of {
        Of::Everybody => query,
        Of::Host(host) => query.filter(event::Column::HostId.eq(host)),
        Of::Series(series) => query.filter(event::Column::SeriesId.eq(series)),
    };
    Ok(query.all(db).await?)
}

/// A person's event, the place in it, and when that last changed (milliseconds).
#[derive(Clone, Debug)]
pub struct Own {
    /// The event.
    pub event: event::Model,
    /// The registration, unless cancelled.
    pub registration: Option<registration::Model>,
    /// The invitation, if there is one.
    pub invitation: Option<invitation::Model>,
}

/// What a person is registered for or invited to, whoever else may see it.
pub async fn own(db: &impl ConnectionTrait, person_id: i64) -> Result<Vec<Own>> {
    let registered = registration::Entity::find()
        .filter(registration::Column::PersonId.eq(person_id))
        .filter(registration::Column::Status.ne(Stored(Place::Cancelled)));
    let mut registered: BTreeMap<i64, _> = registered.all(db).await?.into_iter().map(|row| (row.event_id, row)).collect();
    let invited = invitation::Entity::find().filter(invitation::Column::PersonId.eq(person_id)).all(db).await?;
    let mut invited: BTreeMap<i64, _> = invited.into_iter().map(|row| (row.event_id, row)).collect();
    let kept = |row: &invitation::Model| !row.withdrawn && row.holding.0 != domain::invitation::Holding::Cancelled;
    let expected = invited.values().filter(|row| kept(row)).map(|row| row.event_id);
    let cancelled = invited.values().filter(|row| !row.withdrawn).map(|row| row.event_id);
    let ids: Vec<i64> = registered.keys().copied().chain(expected).chain(cancelled).collect();
    let events = visible().filter(event::Column::Id.is_in(ids)).all(db).await?;
    Ok(events
        .into_iter()
        .map(|event| Own { registration: registered.remove(&event.id), invitation: invited.remove(&event.id), event })
        .filter(|own| own.registration.is_some() || own.event.status.0 == Status::Cancelled || own.invitation.as_ref().is_some_and(kept))
        .collect())
}

/// The host of a short name.
pub async fn host(db: &impl ConnectionTrait, slug: &str) -> Result<Option<host::Model>> {
    Ok(host::Entity::find().filter(host::Column::Slug.eq(slug)).one(db).await?)
}
