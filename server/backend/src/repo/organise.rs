//! What an organiser's overview shows, in a fixed number of statements however many events there are.

use crate::Result;
use crate::entity::stored::Stored;
use crate::entity::{event, host, invitation, member, registration, series};
use crate::service::access::Actor;
use domain::host::Role;
use domain::invitation::Delivery;
use domain::registration::Status as Place;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;

/// An overview shows at most this many hosts, and this many events.
const MOST_HOSTS: u64 = 60;
const MOST_EVENTS: u64 = 200;

/// One host and what it holds.
#[derive(Clone, Debug)]
pub struct Held {
    /// The host.
    pub host: host::Model,
    /// The actor's role in it; administrators may have none.
    pub role: Option<Role>,
    /// Its series.
    pub series: Vec<series::Model>,
    /// Its events that are to come, are still open, or ended lately; the soonest first.
    pub events: Vec<Gathering>,
}

/// An event with its figures.
#[derive(Clone, Debug)]
pub struct Gathering {
    /// The event.
    pub event: event::Model,
    /// Invited and not withdrawn.
    pub invited: i64,
    /// Of these, to whom nothing could be delivered.
    pub undelivered: i64,
    /// With a place or in line.
    pub registered: i64,
}

/// The hosts in which the actor has a role (an administrator: all), with what ended after `since` (milliseconds) or is not over.
pub async fn overview(db: &impl ConnectionTrait, actor: &Actor, since: i64) -> Result<Vec<Held>> {
    let roles = roles(db, actor).await?;
    let mut query = host::Entity::find().order_by_asc(host::Column::Id).limit(MOST_HOSTS);
    if !actor.is_admin() {
        query = query.filter(host::Column::Id.is_in(roles.keys().copied()));
    }
    let hosts = query.all(db).await?;
    let ids: Vec<i64> = hosts.iter().map(|host| host.id).collect();
    let series = series::Entity::find().filter(series::Column::HostId.is_in(ids.clone())).order_by_asc(series::Column::Id).all(db).await?;
    let events = gatherings(db, &ids, since).await?;
    let held = hosts.into_iter().map(|host| Held {
        role: roles.get(&host.id).copied(),
        series: series.iter().filter(|series| series.host_id == host.id).cloned().collect(),
        events: events.iter().filter(|held| held.event.host_id == host.id).cloned().collect(),
        host,
    });
    Ok(held.collect())
}

async fn roles(db: &impl ConnectionTrait, actor: &Actor) -> Result<HashMap<i64, Role>> {
    let Some(person) = actor.id() else { return Ok(HashMap::new()) };
    let members = member::Entity::find().filter(member::Column::PersonId.eq(person)).all(db).await?;
    Ok(members.into_iter().map(|member| (member.host_id, member.role.0)).collect())
}

async fn gatherings(db: &impl ConnectionTrait, hosts: &[i64], since: i64) -> Result<Vec<Gathering>> {
    let events = event::Entity::find()
        .filter(event::Column::HostId.is_in(hosts.iter().copied()))
        .filter(event::Column::EndsAt.gt(since))
        .order_by_asc(event::Column::StartsAt)
        .order_by_asc(event::Column::Id)
        .limit(MOST_EVENTS)
        .all(db)
        .await?;
    let ids: Vec<i64> = events.iter().map(|event| event.id).collect();
    let invited = invited(db, &ids).await?;
    let registered = registered(db, &ids).await?;
    let count = |event: i64, undelivered: bool| {
        let of = invited.iter().filter(|(id, delivery, _)| *id == event && (!undelivered || is_lost(delivery.0)));
        of.map(|(.., count)| count).sum()
    };
    let with_figures = events.into_iter().map(|event| Gathering {
        invited: count(event.id, false),
        undelivered: count(event.id, true),
        registered: registered.get(&event.id).copied().unwrap_or_default(),
        event,
    });
    Ok(with_figures.collect())
}

fn is_lost(delivery: Delivery) -> bool {
    matches!(delivery, Delivery::Bounced | Delivery::Failed)
}

async fn invited(db: &impl ConnectionTrait, events: &[i64]) -> Result<Vec<(i64, Stored<Delivery>, i64)>> {
    let query = invitation::Entity::find()
        .filter(invitation::Column::EventId.is_in(events.iter().copied()))
        .filter(invitation::Column::Withdrawn.eq(false))
        .select_only()
        .column(invitation::Column::EventId)
        .column(invitation::Column::Delivery)
        .column_as(invitation::Column::Id.count(), "count")
        .group_by(invitation::Column::EventId)
        .group_by(invitation::Column::Delivery);
    Ok(query.into_tuple().all(db).await?)
}

async fn registered(db: &impl ConnectionTrait, events: &[i64]) -> Result<HashMap<i64, i64>> {
    let query = registration::Entity::find()
        .filter(registration::Column::EventId.is_in(events.iter().copied()))
        .filter(registration::Column::Status.ne(Stored(Place::Cancelled)))
        .select_only()
        .column(registration::Column::EventId)
        .column_as(registration::Column::Id.count(), "count")
        .group_by(registration::Column::EventId);
    Ok(query.into_tuple::<(i64, i64)>().all(db).await?.into_iter().collect())
}
