//! Where a person is expected.

use crate::Result;
use crate::entity::stored::Stored;
use crate::entity::{event, host, invitation, registration};
use crate::repo::runs;
use domain::event::Status;
use domain::registration::{Spot, Status as Place};
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// Most places shown at once.
const MOST: u64 = 200;

/// An event a person is registered for or invited to.
#[derive(Clone, Debug)]
pub struct Expected {
    /// The event, at the time of the person's run.
    pub event: event::Model,
    /// Its host.
    pub host: Option<host::Model>,
    /// The person's registration, unless cancelled.
    pub registration: Option<registration::Model>,
    /// The person's invitation, unless withdrawn.
    pub invitation: Option<invitation::Model>,
    /// The spot the person stands in line for, the position (from 1), and how many stand there.
    pub line: Option<(Spot, u64, u64)>,
}

/// Events that have not ended at `now` (milliseconds), soonest first.
pub async fn expected(db: &impl ConnectionTrait, person_id: i64, now: i64) -> Result<Vec<Expected>> {
    let events = event::Entity::find()
        .filter(
            Condition::any()
                .add(event::Column::Id.in_subquery(registered(person_id)))
                .add(event::Column::Id.in_subquery(invited(person_id))),
        )
        .filter(runs::is_ahead(now))
        .filter(event::Column::Status.ne(Stored(Status::Draft)))
        .order_by_asc(event::Column::StartsAt)
        .limit(MOST)
        .all(db)
        .await?;
    let ids = || events.iter().map(|event| event.id);
    let own = registration::Entity::find()
        .filter(registration::Column::PersonId.eq(person_id))
        .filter(registration::Column::Status.ne(Stored(Place::Cancelled)))
        .filter(registration::Column::EventId.is_in(ids()))
        .all(db)
        .await?;
    let asked = invitation::Entity::find()
        .filter(invitation::Column::PersonId.eq(person_id))
        .filter(invitation::Column::Withdrawn.eq(false))
        .filter(invitation::Column::EventId.is_in(ids()))
        .all(db)
        .await?;
    let hosts = host::Entity::find().filter(host::Column::Id.is_in(events.iter().map(|event| event.host_id))).all(db).await?;
    let waiting = waiting(db, own.iter().filter(|own| stands_for(own).is_some()).map(|own| own.event_id).collect()).await?;
    let run = |event: &event::Model| {
        let own = own.iter().find(|own| own.event_id == event.id).map(|own| own.mode.0.run());
        own.or_else(|| asked.iter().find(|asked| asked.event_id == event.id && runs::is_twice(event)).map(|asked| asked.run.0))
            .unwrap_or_default()
    };
    let one = |event: event::Model| Expected {
        host: hosts.iter().find(|host| host.id == event.host_id).cloned(),
        registration: own.iter().find(|own| own.event_id == event.id).cloned(),
        invitation: asked.iter().find(|asked| asked.event_id == event.id).cloned(),
        line: own.iter().find(|own| own.event_id == event.id).and_then(|own| line(own, &waiting)),
        event: runs::at(&event, run(&event)),
    };
    Ok(events.into_iter().map(one).collect())
}

fn registered(person_id: i64) -> SelectStatement {
    Query::select()
        .column(registration::Column::EventId)
        .from(registration::Entity)
        .and_where(registration::Column::PersonId.eq(person_id))
        .and_where(registration::Column::Status.ne(Stored(Place::Cancelled)))
        .to_owned()
}

fn invited(person_id: i64) -> SelectStatement {
    Query::select()
        .column(invitation::Column::EventId)
        .from(invitation::Entity)
        .and_where(invitation::Column::PersonId.eq(person_id))
        .and_where(invitation::Column::Withdrawn.eq(false))
        .to_owned()
}

async fn waiting(db: &impl ConnectionTrait, events: Vec<i64>) -> Result<Vec<registration::Model>> {
    if events.is_empty() {
        return Ok(Vec::new());
    }
    let in_line = Condition::any()
        .add(registration::Column::Status.eq(Stored(Place::Waitlisted)))
        .add(registration::Column::WaitingMode.is_not_null());
    Ok(registration::Entity::find().filter(registration::Column::EventId.is_in(events)).filter(in_line).all(db).await?)
}

/// The spot a registration waits for, and its number in that line.
fn stands_for(row: &registration::Model) -> Option<(Spot, i64)> {
    match (&row.waiting_mode, row.waiting_queue, row.status.0) {
        (Some(mode), Some(queue), _) => Some((mode.0, queue)),
        (_, _, Place::Waitlisted) => Some((row.mode.0, row.queue)),
        _ => None,
    }
}

fn line(own: &registration::Model, waiting: &[registration::Model]) -> Option<(Spot, u64, u64)> {
    let (mode, queue) = stands_for(own)?;
    let same = waiting.iter().filter(|other| other.event_id == own.event_id).filter_map(stands_for).filter(|(other, _)| *other == mode);
    let (before, all) = same.fold((0, 0), |(before, all), (_, other)| (before + u64::from(other < queue), all + 1));
    Some((mode, before + 1, all))
}
