//! What the reader has at an event: a place, a turn in line, an invitation.

use crate::Result;
use crate::entity::stored::Stored;
use crate::entity::{event, invitation, person, registration};
use crate::repo::seats;
use crate::service::access::Actor;
use domain::event::Run;
use domain::groups::SMALLEST;
use domain::invitation::PartStat;
use domain::registration::{Spot, Status};
use sea_orm::sea_query::ExprTrait;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, JoinType, Order, QueryFilter, QueryOrder, QuerySelect};

/// The reader's part in an event.
#[derive(Clone, Debug, Default)]
pub struct Mine {
    /// Whether somebody is signed in at all.
    pub signed_in: bool,
    /// A place or a turn in line.
    pub place: Option<Place>,
    /// The answer to an invitation that stands.
    pub invited: Option<PartStat>,
}

/// A registration that was not given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// What it is.
    pub spot: Spot,
    /// The position in that line, from 1, where there is no place yet.
    pub position: Option<u32>,
    /// What else it waits for, and the position there.
    pub change: Option<(Spot, u32)>,
}

impl Mine {
    /// The run the reader is in, or would be.
    pub fn run(&self) -> Run {
        self.place.map(|place| place.spot.run()).unwrap_or_default()
    }

    /// Whether a place is sure, whichever.
    pub fn has_place(&self) -> bool {
        self.place.is_some_and(|place| place.position.is_none())
    }
}

/// For nobody it asks nothing of the database.
pub(super) async fn load(db: &impl ConnectionTrait, actor: &Actor, event: &event::Model) -> Result<Mine> {
    let Some(person) = actor.id() else { return Ok(Mine::default()) };
    let found = registration::Entity::find()
        .filter(registration::Column::EventId.eq(event.id))
        .filter(registration::Column::PersonId.eq(person))
        .filter(registration::Column::Status.ne(Stored(Status::Cancelled)))
        .one(db)
        .await?;
    let place = match found {
        Some(row) => Some(place(db, row).await?),
        None => None,
    };
    let invited = invitation::Entity::find()
        .filter(invitation::Column::EventId.eq(event.id))
        .filter(invitation::Column::PersonId.eq(person))
        .filter(invitation::Column::Withdrawn.eq(false))
        .one(db)
        .await?;
    Ok(Mine { signed_in: true, place, invited: invited.map(|row| row.partstat.0) })
}

async fn place(db: &impl ConnectionTrait, row: registration::Model) -> Result<Place> {
    let position = match row.status.0 {
        Status::Waitlisted => Some(seats::position(db, row.event_id, row.mode.0, row.queue).await?),
        Status::Confirmed | Status::Cancelled => None,
    };
    let change = match (row.waiting_mode, row.waiting_queue) {
        (Some(spot), Some(queue)) => Some((spot.0, seats::position(db, row.event_id, spot.0, queue).await?)),
        _ => None,
    };
    Ok(Place { spot: row.mode.0, position, change })
}

/// Zones that do not point at anybody.
pub(super) async fn zones(db: &impl ConnectionTrait, event: i64) -> Result<Vec<String>> {
    let whose = registration::Entity::belongs_to(person::Entity).from(registration::Column::PersonId).to(person::Column::Id);
    let rows: Vec<(String, i64)> = registration::Entity::find()
        .select_only()
        .column(person::Column::Zone)
        .column_as(registration::Column::Id.count(), "people")
        .join(JoinType::InnerJoin, whose.into())
        .filter(registration::Column::EventId.eq(event))
        .filter(registration::Column::Status.ne(Stored(Status::Cancelled)))
        .group_by(person::Column::Zone)
        .having(registration::Column::Id.count().gte(SMALLEST))
        .order_by(registration::Column::Id.count(), Order::Desc)
        .order_by_asc(person::Column::Zone)
        .limit(8)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(zone, _)| zone).collect())
}
