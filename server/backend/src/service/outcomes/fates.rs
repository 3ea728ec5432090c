//! What became of each topic of an event.

use crate::entity::stored::Stored;
use crate::entity::{event, hidden_topic, topic, topic_event};
use crate::repo::{self, runs};
use crate::service::access::Actor;
use crate::service::topics::{self, readable};
use crate::{Result, Site};
use domain::agenda::{Session, Span};
use domain::event::Run;
use domain::outcome::Fate;
use domain::text::Text;
use domain::time::Zone;
use domain::topic::{Happening, Status};
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::BTreeMap;

/// How many topics of an event met which fate.
pub type Counts = BTreeMap<Fate, i64>;

/// A published session and when it takes place.
#[derive(Clone, Debug)]
pub struct At {
    /// The session.
    pub session: Session,
    /// When.
    pub span: Span,
    /// The zone its local time is in.
    pub zone: Zone,
}

/// A topic and what became of it.
#[derive(Clone, Debug)]
pub struct Fated {
    /// The topic.
    pub topic: topic::Model,
    /// What became of it.
    pub fate: Fate,
    /// Since which day (UTC).
    pub since: String,
    /// The session it led to, if that is published.
    pub session: Option<At>,
    /// What it is part of now.
    pub merged_into: Option<topic::Model>,
    /// The published answer or reason.
    pub reason: Option<Text>,
}

/// What was published last of an agenda.
#[derive(Clone, Debug, Default)]
pub(super) struct Released(Vec<At>);

impl Released {
    pub(super) fn session(&self, id: Option<i64>) -> Option<At> {
        self.0.iter().find(|at| id == Some(at.session.id.0)).cloned()
    }

    fn of_topic(&self, id: i64) -> Option<At> {
        self.0.iter().find(|at| at.session.topic.is_some_and(|topic| topic.0 == id)).cloned()
    }
}

/// The published sessions that take place, by start.
pub(super) async fn released(db: &impl ConnectionTrait, site: &Site, event: &event::Model) -> Result<Released> {
    let Some(release) = repo::agenda::newest(db, event.id).await? else { return Ok(Released::default()) };
    let Ok(zone) = site.zones.get(&release.snapshot.0.zone) else { return Ok(Released::default()) };
    let at = |session: &Session| {
        let run = session.run.unwrap_or(Run::First);
        let session = session.clone().in_run(run, runs::later_by(event, run));
        At { span: session.span(zone), session, zone: zone.clone() }
    };
    let mut all: Vec<At> = release.snapshot.0.alive().filter(|session| runs::has(event, session)).map(at).collect();
    all.sort_by_key(|at| at.span.from);
    Ok(Released(all))
}

/// How many topics met which fate; in two statements.
pub async fn counts(db: &impl ConnectionTrait, event_id: i64) -> Result<Counts> {
    let by_status = || {
        topic::Entity::find()
            .filter(topic::Column::EventId.eq(event_id))
            .select_only()
            .column(topic::Column::Status)
            .column_as(topic::Column::Id.count(), "count")
            .group_by(topic::Column::Status)
    };
    let hidden = Query::select().column(hidden_topic::Column::TopicId).from(hidden_topic::Entity).to_owned();
    let shown: Vec<(Stored<Status>, i64)> = by_status().filter(readable()).into_tuple().all(db).await?;
    let hidden: Vec<(Stored<Status>, i64)> = by_status().filter(topic::Column::Id.in_subquery(hidden)).into_tuple().all(db).await?;
    let mut counts = Counts::new();
    for (rows, hidden) in [(shown, false), (hidden, true)] {
        for (status, count) in rows {
            *counts.entry(Fate::of(status.0, hidden)).or_default() += count;
        }
    }
    Ok(counts)
}

/// Up to `limit` topics of an event with ids above `after`, by id, each with what became of it.
pub async fn part(site: &Site, actor: &Actor, event: &event::Model, after: i64, limit: u64) -> Result<Vec<Fated>> {
    let db = site.db.read();
    let rows = topics::part(db, event.id, after, limit).await?;
    let days = days(db, &rows).await?;
    let released =
        if rows.iter().any(|topic| topic.status.0 == Status::Scheduled) { released(db, site, event).await? } else { Released::default() };
    let fated = |shown: topics::Shown| {
        let fate = Fate::of(shown.topic.status.0, shown.hidden.is_some());
        let on = happenings(fate).iter().filter_map(|what| days.get(&(shown.topic.id, <&str>::from(*what)))).max();
        Fated {
            since: on.unwrap_or(&shown.topic.proposed_on).clone(),
            session: released.of_topic(shown.topic.id).filter(|_| fate == Fate::OnAgenda),
            reason: shown.hidden.or(shown.topic.reason.as_ref().map(|reason| reason.0.clone())),
            merged_into: shown.merged_into,
            topic: shown.topic,
            fate,
        }
    };
    Ok(topics::show(db, site, actor, rows).await?.into_iter().map(fated).collect())
}

/// What made it so.
fn happenings(fate: Fate) -> &'static [Happening] {
    match fate {
        Fate::OnAgenda => &[Happening::Scheduled],
        Fate::Answered => &[Happening::Answered],
        Fate::Merged => &[Happening::Merged],
        Fate::Declined => &[Happening::Declined],
        Fate::Hidden => &[Happening::Hidden],
        Fate::Waiting => &[Happening::Proposed, Happening::Reopened],
    }
}

/// The last day on which each thing happened to each topic.
async fn days(db: &impl ConnectionTrait, topics: &[topic::Model]) -> Result<BTreeMap<(i64, &'static str), String>> {
    let rows: Vec<(i64, Stored<Happening>, String)> = topic_event::Entity::find()
        .filter(topic_event::Column::TopicId.is_in(topics.iter().map(|topic| topic.id)))
        .select_only()
        .columns([topic_event::Column::TopicId, topic_event::Column::Happening])
        .column_as(topic_event::Column::OnDate.max(), "last")
        .group_by(topic_event::Column::TopicId)
        .group_by(topic_event::Column::Happening)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(topic, what, last)| ((topic, <&str>::from(what.0)), last)).collect())
}

/// The topics of an event of which nobody has said what becomes of them, as they were proposed.
pub async fn unanswered(db: &impl ConnectionTrait, event_id: i64) -> Result<Vec<topic::Model>> {
    let waiting = topic::Entity::find().filter(topic::Column::EventId.eq(event_id)).filter(is_waiting()).filter(readable());
    Ok(waiting.order_by_asc(topic::Column::Id).all(db).await?)
}

/// As a condition: an answer is owed, as far as the status says.
pub(crate) fn is_waiting() -> sea_orm::sea_query::Expr {
    use strum::IntoEnumIterator;
    topic::Column::Status.is_in(Status::iter().filter(|status| status.is_waiting()).map(Stored))
}
