//! When embassies and representations brief the people of their country.

use crate::Result;
use crate::entity::stored::{JsonText, Stored};
use crate::entity::{event, host};
use domain::event::{Kind, Status, Venue, Visibility};
use domain::host::HostKind;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use std::collections::HashMap;

/// A briefing that took place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Whose.
    pub host_id: i64,
    /// When it began, milliseconds.
    pub starts_at: i64,
    /// Where the room was.
    pub venue: Option<Venue>,
}

fn briefings(hosts: &[i64], statuses: &[Status]) -> Select<event::Entity> {
    event::Entity::find()
        .filter(event::Column::HostId.is_in(hosts.iter().copied()))
        .filter(event::Column::Kind.eq(Stored(Kind::Briefing)))
        .filter(event::Column::Status.is_in(statuses.iter().copied().map(Stored)))
}

async fn last(db: &impl ConnectionTrait, query: Select<event::Entity>) -> Result<HashMap<i64, i64>> {
    let query =
        query.select_only().column(event::Column::HostId).column_as(event::Column::StartsAt.max(), "last").group_by(event::Column::HostId);
    Ok(query.into_tuple::<(i64, i64)>().all(db).await?.into_iter().collect())
}

/// When the last briefing of each of these hosts begins or began, milliseconds; those still to come included.
pub async fn last_briefings(db: &impl ConnectionTrait, hosts: &[i64]) -> Result<HashMap<i64, i64>> {
    last(db, briefings(hosts, &[Status::Announced, Status::Confirmed, Status::Held])).await
}

/// The embassies and representations below a host, the public briefings of theirs that were over at `now` and began at or after
/// `since`, and when the last one of each began; all in milliseconds. What others do not show to everybody is not told.
pub async fn below(
    db: &impl ConnectionTrait,
    host_id: i64,
    since: i64,
    now: i64,
) -> Result<(Vec<host::Model>, Vec<Held>, HashMap<i64, i64>)> {
    let hosts = host::Entity::find()
        .filter(host::Column::ParentId.eq(host_id))
        .filter(host::Column::Kind.is_in([HostKind::Embassy, HostKind::Representation].map(Stored)))
        .order_by_asc(host::Column::Slug)
        .all(db)
        .await?;
    if hosts.is_empty() {
        return Ok((hosts, Vec::new(), HashMap::new()));
    }
    let ids: Vec<i64> = hosts.iter().map(|host| host.id).collect();
    let past = || {
        let public = event::Column::Visibility.eq(Stored(Visibility::Public));
        briefings(&ids, &[Status::Confirmed, Status::Held]).filter(public).filter(event::Column::EndsAt.lte(now))
    };
    let rows = past().filter(event::Column::StartsAt.gte(since)).order_by_asc(event::Column::StartsAt).select_only().columns([
        event::Column::HostId,
        event::Column::StartsAt,
        event::Column::Venue,
    ]);
    let rows = rows.into_tuple::<(i64, i64, Option<JsonText<Venue>>)>().all(db).await?;
    let held = rows.into_iter().map(|(host_id, starts_at, venue)| Held { host_id, starts_at, venue: venue.map(|venue| venue.0) });
    Ok((hosts, held.collect(), last(db, past()).await?))
}
