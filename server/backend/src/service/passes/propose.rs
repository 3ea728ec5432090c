//! Proposing a topic to another event.

use super::related;
use crate::entity::stored::Stored;
use crate::entity::{event, hidden_topic, member, topic, topic_pass};
use crate::error::Error;
use crate::outbox::{Job, put};
use crate::repo::{self, runs};
use crate::service::access::{self, Actor};
use crate::service::talk::timeline::Line;
use crate::service::talk::today;
use crate::service::{audit, topics};
use crate::{Result, Site};
use domain::event::Status as EventStatus;
use domain::host::{Right, Role};
use domain::topic::{By, Happening, Pass, Status};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, NotSet, QueryFilter, QueryOrder, QuerySelect, Set};
use std::collections::BTreeSet;

/// Events that are offered at most.
const TARGETS: u64 = 100;

/// Refuses (409 `status`, `topic_hidden`) to pass up what is part of another topic, turned down, hidden, or of a draft.
pub fn open_to_passing(event: &event::Model, topic: &topic::Model, hidden: bool) -> Result<()> {
    if event.status.0 == EventStatus::Draft || matches!(topic.status.0, Status::Merged | Status::Declined) {
        return Err(Error::Conflict("status"));
    }
    if hidden { Err(Error::Conflict("topic_hidden")) } else { Ok(()) }
}

/// Whether an event is still to come and takes topics.
fn takes(site: &Site, event: &event::Model) -> bool {
    let open = !matches!(event.status.0, EventStatus::Draft | EventStatus::Held | EventStatus::Cancelled);
    open && runs::over_at(event) > site.now().as_millisecond()
}

/// The events that a topic can be proposed to, the next first: those the actor may see, without its own and those it was in.
pub async fn targets(site: &Site, actor: &Actor, topic: &topic::Model) -> Result<Vec<event::Model>> {
    let db = site.db.read();
    let been = been(db, topic).await?;
    let rows = event::Entity::find()
        .filter(access::listed(actor))
        .filter(event::Column::Id.is_not_in(been))
        .filter(event::Column::Status.is_not_in([Stored(EventStatus::Held), Stored(EventStatus::Cancelled)]))
        .filter(event::Column::StartsAt.gt(site.now().as_millisecond()))
        .order_by_asc(event::Column::StartsAt)
        .limit(TARGETS);
    Ok(rows.all(db).await?.into_iter().filter(|event| takes(site, event)).collect())
}

/// The events a topic is, was or is proposed to be in, under whatever number, by whatever way.
async fn been(db: &impl ConnectionTrait, topic: &topic::Model) -> Result<BTreeSet<i64>> {
    let passes = related(db, [topic.id]).await?;
    let topics: BTreeSet<i64> = passes.iter().flat_map(|pass| [Some(pass.topic_id), pass.made_id]).flatten().collect();
    let rows = topic::Entity::find().select_only().column(topic::Column::EventId).filter(topic::Column::Id.is_in(topics));
    let mut events: BTreeSet<i64> = rows.into_tuple::<i64>().all(db).await?.into_iter().collect();
    events.extend(passes.iter().map(|pass| pass.into_event_id));
    events.insert(topic.event_id);
    Ok(events)
}

/// Proposes a topic to the event of a slug; for organisers of the topic's event. Its organisers get a letter each. 422 `unknown_event`
/// for one the actor may not see, `takes_no_topics`; 409 `already_passed` where it is, was or is proposed to be a topic there already.
pub async fn propose(site: &Site, actor: &Actor, topic_id: i64, to: &str) -> Result<topic_pass::Model> {
    actor.me()?;
    let tx = site.db.begin_write().await?;
    let (topic, seen) = topics::load(&tx, actor, topic_id).await?;
    seen.require(Right::ManageTopics)?;
    let unknown = |error| if matches!(error, Error::NotFound) { Error::field("to", "unknown_event") } else { error };
    let into = access::event(&tx, actor, to.trim()).await.map_err(unknown)?.event;
    // In the order of their ids, so that two who pass topics to and fro never wait for each other.
    for id in BTreeSet::from([topic.event_id, into.id]) {
        repo::events::lock(&tx, id).await?;
    }
    let (topic, seen) = topics::load(&tx, actor, topic.id).await?;
    seen.require(Right::ManageTopics)?;
    let into = access::event_by_id(&tx, actor, into.id).await.map_err(unknown)?.event;
    let hidden = hidden_topic::Entity::find_by_id(topic.id).one(&tx).await?.is_some();
    open_to_passing(&seen.event, &topic, hidden)?;
    if !takes(site, &into) {
        return Err(Error::field("to", "takes_no_topics"));
    }
    if been(&tx, &topic).await?.contains(&into.id) {
        return Err(Error::Conflict("already_passed"));
    }
    let row = topic_pass::ActiveModel {
        id: NotSet,
        topic_id: Set(topic.id),
        into_event_id: Set(into.id),
        state: Set(Pass::Proposed.into()),
        reason: Set(None),
        made_id: Set(None),
        proposed_on: Set(today(site)),
        decided_on: Set(None),
    };
    let pass = row.insert(&tx).await?;
    Line::new(topic.id, Happening::Passed, By::Organisers).write(&tx, site).await?;
    for person in organisers(&tx, into.host_id).await? {
        put(&tx, site, &Job::TopicPassed { pass: pass.id, person }).await?;
    }
    let subject = format!("{}/{}", seen.event.slug, topic.number);
    audit::note(&tx, site, actor, Some(seen.event.host_id), "topic_passed", &subject, &into.slug).await?;
    tx.commit().await?;
    Ok(pass)
}

/// Who can accept for a host.
async fn organisers(db: &impl ConnectionTrait, host_id: i64) -> Result<Vec<i64>> {
    let rows = member::Entity::find().select_only().column(member::Column::PersonId).filter(member::Column::HostId.eq(host_id));
    let rows = rows.filter(member::Column::Role.is_in([Stored(Role::Organiser), Stored(Role::Coordinator)]));
    Ok(rows.order_by_asc(member::Column::PersonId).into_tuple().all(db).await?)
}
