//! What has been said of an event: whether people would come, what they propose, how they vote, and what is on the agenda.

use crate::Result;
use crate::clock::instant;
use crate::entity::stored::{JsonText, Stored};
use crate::entity::{event, round, support, topic, voter};
use crate::repo::{self, runs};
use crate::service::access::{Actor, Seen};
use crate::service::interest::{self, Counts};
use crate::service::topics::readable;
use domain::agenda::Session;
use domain::event::{Interest, Run};
use domain::text::Text;
use domain::topic::Status;
use jiff::Timestamp;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, Order, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use strum::IntoEnumIterator;

/// The topics most people support.
#[derive(Clone, Debug, Default)]
pub struct Topics {
    /// A few, the most supported first.
    pub top: Vec<TopicLine>,
    /// How many there are.
    pub total: u64,
    /// How many of them the reader supports.
    pub supported: u64,
}

/// A topic in a line.
#[derive(Clone, Debug)]
pub struct TopicLine {
    /// Its number at the event.
    pub number: i32,
    /// Its name.
    pub title: Text,
    /// The minutes it needs.
    pub minutes: i32,
    /// How many people support it.
    pub supports: i64,
}

/// A round in a line.
#[derive(Clone, Debug)]
pub struct Poll {
    /// Its number at the event.
    pub number: i32,
    /// Its name.
    pub title: Text,
    /// From when ballots are taken.
    pub opens: Timestamp,
    /// Until when.
    pub closes: Timestamp,
    /// Whether the reader has voted; nothing for who may not.
    pub voted: Option<bool>,
}

/// The agenda in a few lines.
#[derive(Clone, Debug)]
pub struct AgendaLine {
    /// The number of the release.
    pub number: i32,
    /// When it was published, in milliseconds since 1970.
    pub at: i64,
    /// How many sessions it has.
    pub count: usize,
    /// The first of them.
    pub first: Vec<Session>,
}

/// Sessions on the page.
const SESSIONS: usize = 6;
/// Topics on the page.
const TOP: u64 = 4;
/// Rounds looked at.
const ROUNDS: u64 = 20;

/// The figures as the actor may know them, for nobody none, and the actor's own answer.
pub(super) async fn interest(db: &impl ConnectionTrait, actor: &Actor, seen: &Seen) -> Result<(Counts, Option<Interest>)> {
    let Some(person) = actor.id() else { return Ok((Counts::default(), None)) };
    let found = repo::interest::counts(db, seen.event.id).await?;
    let all = Interest::iter().map(|answer| (answer, found.get(&answer).copied().unwrap_or_default())).collect();
    Ok((interest::told(seen, all), repo::interest::of(db, seen.event.id, person).await?))
}

/// Merged and declined topics are not among them.
fn alive() -> Condition {
    Condition::all().add(topic::Column::Status.is_not_in([Stored(Status::Merged), Stored(Status::Declined)])).add(readable())
}

#[derive(FromQueryResult)]
struct Row {
    number: i32,
    title: JsonText<Text>,
    minutes: i32,
    supports: i64,
}

pub(super) async fn topics(db: &impl ConnectionTrait, actor: &Actor, event: i64) -> Result<Topics> {
    use topic::Column;
    let of_event = || topic::Entity::find().filter(Column::EventId.eq(event)).filter(alive());
    let total = of_event().count(db).await?;
    if total == 0 {
        return Ok(Topics::default());
    }
    let supports = topic::Entity::belongs_to(support::Entity).from(Column::Id).to(support::Column::TopicId);
    let rows = of_event()
        .select_only()
        .columns([Column::Number, Column::Title, Column::Minutes])
        .column_as(support::Column::Id.count(), "supports")
        .join(JoinType::LeftJoin, supports.into())
        .group_by(Column::Id)
        .group_by(Column::Number)
        .group_by(Column::Title)
        .group_by(Column::Minutes)
        .order_by(support::Column::Id.count(), Order::Desc)
        .order_by_asc(Column::Number)
        .limit(TOP)
        .into_model::<Row>()
        .all(db)
        .await?;
    let top =
        rows.into_iter().map(|row| TopicLine { number: row.number, title: row.title.0, minutes: row.minutes, supports: row.supports });
    Ok(Topics { top: top.collect(), total, supported: supported(db, actor, event).await? })
}

async fn supported(db: &impl ConnectionTrait, actor: &Actor, event: i64) -> Result<u64> {
    let Some(person) = actor.id() else { return Ok(0) };
    let its_topic = support::Entity::belongs_to(topic::Entity).from(support::Column::TopicId).to(topic::Column::Id);
    let mine = support::Entity::find().join(JoinType::InnerJoin, its_topic.into()).filter(support::Column::PersonId.eq(person));
    Ok(mine.filter(topic::Column::EventId.eq(event)).filter(alive()).count(db).await?)
}

/// That of a run, at its times.
pub(super) async fn agenda(db: &impl ConnectionTrait, event: &event::Model, run: Run) -> Result<Option<AgendaLine>> {
    let newest = repo::agenda::newest(db, event.id).await?;
    let later_by = runs::later_by(event, run);
    Ok(newest.map(|release| {
        let own = || release.snapshot.0.alive().filter(|session| session.is_at(run));
        AgendaLine {
            number: release.number,
            at: release.released_at,
            count: own().count(),
            first: own().take(SESSIONS).map(|session| session.clone().in_run(run, later_by)).collect(),
        }
    }))
}

pub(super) async fn polls(db: &impl ConnectionTrait, actor: &Actor, event: &event::Model) -> Result<Vec<Poll>> {
    if event.next_round_number <= 1 {
        return Ok(Vec::new());
    }
    let rows: Vec<(i64, i32, JsonText<Text>, i64, i64)> = round::Entity::find()
        .select_only()
        .columns([round::Column::Id, round::Column::Number, round::Column::Title, round::Column::OpensAt, round::Column::ClosesAt])
        .filter(round::Column::EventId.eq(event.id))
        .order_by_desc(round::Column::Number)
        .limit(ROUNDS)
        .into_tuple()
        .all(db)
        .await?;
    let ids: Vec<i64> = rows.iter().map(|row| row.0).collect();
    let ballots: Vec<voter::Model> = match actor.id() {
        Some(person) if !ids.is_empty() => {
            voter::Entity::find().filter(voter::Column::PersonId.eq(person)).filter(voter::Column::RoundId.is_in(ids)).all(db).await?
        }
        _ => Vec::new(),
    };
    let poll = |(id, number, title, opens, closes): (i64, i32, JsonText<Text>, i64, i64)| Poll {
        number,
        title: title.0,
        opens: instant(opens),
        closes: instant(closes),
        voted: ballots.iter().find(|voter| voter.round_id == id).map(|voter| voter.voted),
    };
    Ok(rows.into_iter().map(poll).collect())
}
