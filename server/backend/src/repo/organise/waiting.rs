//! What waits for organisers in many events at once.

use super::MOST_EVENTS;
use crate::Result;
use crate::entity::stored::{JsonText, Stored};
use crate::entity::{agenda_release, event, report, round, session, topic, topic_merge, topic_pass};
use crate::repo::{agenda, runs};
use crate::service::outcomes::is_waiting;
use crate::service::topics::readable;
use domain::event::Status;
use domain::text::Text;
use domain::topic::{Pass, Proposal};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationDef};
use std::collections::HashMap;

/// A merger that its topic's author has been asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merge {
    /// The number of the topic that would go on in another.
    pub number: i32,
    /// The day they were asked.
    pub asked_on: String,
}

/// A round, as far as its dates go.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Poll {
    event_id: i64,
    /// Its number in the event.
    pub number: i32,
    /// Its title.
    pub title: JsonText<Text>,
    /// The opening, milliseconds.
    pub opens_at: i64,
    /// The close, milliseconds.
    pub closes_at: i64,
    /// When the result was put to use, milliseconds.
    pub applied_at: Option<i64>,
}

/// How the working version of an agenda stands to what was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Draft {
    /// Nothing was published yet.
    Unpublished,
    /// So many sessions differ.
    Differs(usize),
}

/// An event that is over and so many topics of which nobody has said what becomes of them.
#[derive(Clone, Debug)]
pub struct Owed {
    /// The event.
    pub event: event::Model,
    /// How many.
    pub count: i64,
}

fn report_to_topic() -> RelationDef {
    report::Entity::belongs_to(topic::Entity).from(report::Column::TopicId).to(topic::Column::Id).into()
}

fn merge_to_topic() -> RelationDef {
    topic_merge::Entity::belongs_to(topic::Entity).from(topic_merge::Column::TopicId).to(topic::Column::Id).into()
}

fn topic_to_event() -> RelationDef {
    topic::Entity::belongs_to(event::Entity).from(topic::Column::EventId).to(event::Column::Id).into()
}

/// Of events that were held, however long ago, the newest first.
pub(super) async fn owed(db: &impl ConnectionTrait, hosts: &[i64]) -> Result<Vec<Owed>> {
    let rows = topic::Entity::find()
        .join(JoinType::InnerJoin, topic_to_event())
        .filter(event::Column::HostId.is_in(hosts.iter().copied()))
        .filter(event::Column::Status.eq(Stored(Status::Held)))
        .filter(is_waiting())
        .filter(readable())
        .select_only()
        .column(topic::Column::EventId)
        .column_as(topic::Column::Id.count(), "count")
        .group_by(topic::Column::EventId)
        .order_by_desc(topic::Column::EventId)
        .limit(MOST_EVENTS);
    let counts: Vec<(i64, i64)> = rows.into_tuple().all(db).await?;
    let events = event::Entity::find().filter(event::Column::Id.is_in(counts.iter().map(|(event, _)| *event))).all(db).await?;
    let one = |(id, count)| Some(Owed { event: events.iter().find(|event| event.id == id)?.clone(), count });
    Ok(counts.into_iter().filter_map(one).collect())
}

pub(super) async fn reported(db: &impl ConnectionTrait, events: &[i64]) -> Result<HashMap<i64, i64>> {
    let things = report::Entity::find()
        .join(JoinType::InnerJoin, report_to_topic())
        .filter(report::Column::Decision.is_null())
        .filter(topic::Column::EventId.is_in(events.iter().copied()))
        .select_only()
        .column(topic::Column::EventId)
        .column(report::Column::TopicId)
        .column(report::Column::CommentId)
        .group_by(topic::Column::EventId)
        .group_by(report::Column::TopicId)
        .group_by(report::Column::CommentId);
    let mut found: HashMap<i64, i64> = HashMap::new();
    for (event, _, _) in things.into_tuple::<(i64, i64, Option<i64>)>().all(db).await? {
        *found.entry(event).or_default() += 1;
    }
    Ok(found)
}

pub(super) async fn merges(db: &impl ConnectionTrait, events: &[i64]) -> Result<HashMap<i64, Vec<Merge>>> {
    let open = topic_merge::Entity::find()
        .join(JoinType::InnerJoin, merge_to_topic())
        .filter(topic_merge::Column::State.eq(Stored(Proposal::Proposed)))
        .filter(topic::Column::EventId.is_in(events.iter().copied()))
        .order_by_asc(topic_merge::Column::Id)
        .select_only()
        .column(topic::Column::EventId)
        .column(topic::Column::Number)
        .column(topic_merge::Column::ProposedOn);
    let mut found: HashMap<i64, Vec<Merge>> = HashMap::new();
    for (event, number, asked_on) in open.into_tuple::<(i64, i32, String)>().all(db).await? {
        found.entry(event).or_default().push(Merge { number, asked_on });
    }
    Ok(found)
}

/// Topics of other events that wait for the organisers of these.
pub(super) async fn passes(db: &impl ConnectionTrait, events: &[i64]) -> Result<HashMap<i64, i64>> {
    let open = topic_pass::Entity::find()
        .filter(topic_pass::Column::State.eq(Stored(Pass::Proposed)))
        .filter(topic_pass::Column::IntoEventId.is_in(events.iter().copied()))
        .select_only()
        .column(topic_pass::Column::IntoEventId)
        .column_as(topic_pass::Column::Id.count(), "count")
        .group_by(topic_pass::Column::IntoEventId);
    Ok(open.into_tuple::<(i64, i64)>().all(db).await?.into_iter().collect())
}

pub(super) async fn polls(db: &impl ConnectionTrait, events: &[i64]) -> Result<HashMap<i64, Vec<Poll>>> {
    let rows = round::Entity::find()
        .filter(round::Column::EventId.is_in(events.iter().copied()))
        .order_by_asc(round::Column::Number)
        .select_only()
        .columns([round::Column::EventId, round::Column::Number, round::Column::Title])
        .columns([round::Column::OpensAt, round::Column::ClosesAt, round::Column::AppliedAt]);
    let mut found: HashMap<i64, Vec<Poll>> = HashMap::new();
    for poll in rows.into_model::<Poll>().all(db).await? {
        found.entry(poll.event_id).or_default().push(poll);
    }
    Ok(found)
}

/// Only of agendas that were touched since they were published the sessions are read and compared.
pub(super) async fn drafts(db: &impl ConnectionTrait, events: &[event::Model]) -> Result<HashMap<i64, Draft>> {
    let ids = || events.iter().map(|event| event.id);
    let published = agenda_release::Entity::find()
        .filter(agenda_release::Column::EventId.is_in(ids()))
        .select_only()
        .column(agenda_release::Column::EventId)
        .column_as(agenda_release::Column::ReleasedAt.max(), "at")
        .group_by(agenda_release::Column::EventId);
    let published: HashMap<i64, i64> = published.into_tuple::<(i64, i64)>().all(db).await?.into_iter().collect();
    let touched = session::Entity::find()
        .filter(session::Column::EventId.is_in(ids()))
        .select_only()
        .columns([session::Column::EventId, session::Column::Removed])
        .column_as(session::Column::ChangedAt.max(), "at")
        .group_by(session::Column::EventId)
        .group_by(session::Column::Removed);
    let mut found = HashMap::new();
    let mut suspects = Vec::new();
    for (event, removed, at) in touched.into_tuple::<(i64, bool, i64)>().all(db).await? {
        match published.get(&event) {
            Some(released) if at >= *released => suspects.push(event),
            None if !removed => {
                found.insert(event, Draft::Unpublished);
            }
            _ => {}
        }
    }
    // Another zone moves all of it.
    suspects.extend(events.iter().filter(|event| published.get(&event.id).is_some_and(|at| event.changed_at > *at)).map(|event| event.id));
    suspects.sort_unstable();
    suspects.dedup();
    let mut working = agenda::working_of(db, &suspects).await?;
    for release in agenda::newest_of(db, &suspects).await? {
        let Some(event) = events.iter().find(|event| event.id == release.event_id) else { continue };
        let drafts = working.remove(&event.id).unwrap_or_default().into_iter().map(|draft| draft.session);
        let sessions: Vec<_> = drafts.filter(|session| runs::has(event, session)).collect();
        let changes = release.snapshot.0.changes(&event.zone, &sessions).len();
        if changes > 0 {
            found.insert(event.id, Draft::Differs(changes));
        }
    }
    Ok(found)
}
