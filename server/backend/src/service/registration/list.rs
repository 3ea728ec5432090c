//! Reading registrations and seats.

use super::{Place, needs};
use crate::entity::{event, person, registration, registration_needs};
use crate::repo::seats::{self, all_offers};
use crate::service::access::{self, Actor, Seen};
use crate::{Result, Site};
use domain::event::{Mode, Run};
use domain::host::Right;
use domain::registration::{SeatCount, Spot, Status, Waiting};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;

/// Which part of the list.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter {
    /// Only those; without it everybody who is registered, so not who has cancelled.
    pub status: Option<Status>,
    /// Ids above this one.
    pub after: i64,
    /// At most so many.
    pub limit: u64,
}

/// A registration with its person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The registration.
    pub place: Place,
    /// The row of `person`.
    pub person_id: i64,
    /// The address.
    pub email: String,
    /// The name, possibly empty.
    pub name: String,
    /// What they need, for those who prepare the room and the person.
    pub needs: Option<String>,
}

/// Everybody's registrations for those who may see them, otherwise the actor's own; by id.
pub async fn list(site: &Site, actor: &Actor, slug: &str, filter: Filter) -> Result<Vec<Listed>> {
    let db = site.db.read();
    let seen = access::event(db, actor, slug).await?;
    let me = actor.me()?;
    let mut query = registration::Entity::find()
        .filter(registration::Column::EventId.eq(seen.event.id))
        .filter(registration::Column::Id.gt(filter.after))
        .order_by_asc(registration::Column::Id)
        .limit(filter.limit);
    query = match filter.status {
        Some(status) => query.filter(registration::Column::Status.eq::<&str>(status.into())),
        None => query.filter(registration::Column::Status.ne("cancelled")),
    };
    if !seen.may(Right::ViewRegistrations) {
        query = query.filter(registration::Column::PersonId.eq(me.id));
    }
    let person = registration::Entity::belongs_to(person::Entity).from(registration::Column::PersonId).to(person::Column::Id).into();
    let rows = query.join(JoinType::InnerJoin, person).select_also(person::Entity).all(db).await?;
    let rows = rows.into_iter().filter_map(|(row, person)| person.map(|person| (row, person))).collect::<Vec<_>>();
    let mut needs = needs_of(site, &seen, me.id, &rows).await?;
    let lines = Lines::of(db, seen.event.id, &rows).await?;
    let show = |(row, person): (registration::Model, person::Model)| Listed {
        place: lines.place(&row),
        person_id: person.id,
        needs: needs.remove(&row.id),
        email: person.email,
        name: person.name,
    };
    Ok(rows.into_iter().map(show).collect())
}

async fn needs_of(site: &Site, seen: &Seen, me: i64, rows: &[(registration::Model, person::Model)]) -> Result<HashMap<i64, String>> {
    let all = seen.may(Right::SeeNeeds);
    let ids = rows.iter().filter(|(row, _)| all || row.person_id == me).map(|(row, _)| row.id).collect::<Vec<_>>();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let found =
        registration_needs::Entity::find().filter(registration_needs::Column::RegistrationId.is_in(ids)).all(site.db.read()).await?;
    found.iter().map(|row| Ok((row.registration_id, needs::open(site, row)?))).collect()
}

/// The positions of everybody in line, read once for a whole page.
#[derive(Default)]
struct Lines(HashMap<(Spot, i64), u32>);

impl Lines {
    async fn of(db: &impl ConnectionTrait, event_id: i64, rows: &[(registration::Model, person::Model)]) -> Result<Self> {
        let mut lines = Self::default();
        for spot in Spot::ALL {
            if rows.iter().any(|(row, _)| seats::waiting_of(row, spot).is_some()) {
                lines.number(spot, &seats::queue(db, event_id, spot).await?);
            }
        }
        Ok(lines)
    }

    fn number(&mut self, spot: Spot, queue: &[Waiting]) {
        self.0.extend(queue.iter().zip(1..).map(|(waiting, position)| ((spot, waiting.registration.0), position)));
    }

    fn place(&self, row: &registration::Model) -> Place {
        let position = |spot: Spot| self.0.get(&(spot, row.id)).copied();
        let own = if row.status.0 == Status::Waitlisted { position(row.mode.0) } else { None };
        Place::at(row, own, row.waiting_mode.and_then(|to| position(to.0)))
    }
}

/// The actor's own place in an event, unless cancelled or nobody is signed in.
pub async fn mine(db: &impl ConnectionTrait, actor: &Actor, event_id: i64) -> Result<Option<Place>> {
    let Some(me) = actor.id() else { return Ok(None) };
    let found = registration::Entity::find()
        .filter(registration::Column::EventId.eq(event_id))
        .filter(registration::Column::PersonId.eq(me))
        .filter(registration::Column::Status.ne("cancelled"))
        .one(db)
        .await?;
    match found {
        Some(row) => Ok(Some(Place::of(db, &row).await?)),
        None => Ok(None),
    }
}

/// The figures of the modes that an event offers at its own time, the room first.
pub async fn figures(db: &impl ConnectionTrait, event: &event::Model) -> Result<Vec<(Mode, SeatCount)>> {
    let all = figures_of_all(db, event).await?;
    Ok(all.into_iter().filter(|(spot, _)| spot.run() == Run::First).map(|(spot, count)| (spot.mode(), count)).collect())
}

/// The figures of everything that an event offers, the room first.
pub async fn figures_of_all(db: &impl ConnectionTrait, event: &event::Model) -> Result<Vec<(Spot, SeatCount)>> {
    let (offers, figures) = (all_offers(event), seats::figures(db, event, true).await?);
    let one = |spot: Spot| {
        let (offer, figures) = (offers.offer(spot)?, figures.of(spot));
        Some((spot, SeatCount { capacity: offer.capacity, confirmed: figures.confirmed, waitlisted: figures.waiting }))
    };
    Ok(Spot::ALL.into_iter().filter_map(one).collect())
}
