//! Who wants what together, in counts: what a closed round publishes anyway, and how many marked two sessions.

use crate::entity::{ballot, round, session, session_mark};
use crate::service::rounds::FEWEST;
use crate::{Error, Result};
use domain::voting::Choice;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect};
use std::collections::BTreeMap;

/// Marks of fewer people than this count as nothing and are told to nobody.
pub const FEWEST_MARKS: u32 = 5;

/// Topics or sessions by their ids, the smaller first.
pub type Pairs = BTreeMap<(i64, i64), u32>;

/// What the ballots of a round say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// The number of the round.
    pub round: Option<i32>,
    /// How many ballots it has.
    pub ballots: usize,
    /// How many support each topic.
    pub topics: BTreeMap<i64, u32>,
    /// How many support both.
    pub pairs: Pairs,
}

/// The rounds that can count: closed, and with so many ballots that they are published; newest first.
pub async fn counted(db: &impl ConnectionTrait, event_id: i64) -> Result<Vec<round::Model>> {
    let rounds = round::Entity::find()
        .filter(round::Column::EventId.eq(event_id))
        .filter(round::Column::ClosedAt.is_not_null())
        .order_by_desc(round::Column::Number);
    let rounds = rounds.all(db).await?;
    if rounds.is_empty() {
        return Ok(rounds);
    }
    let cast: Vec<(i64, i64)> = ballot::Entity::find()
        .select_only()
        .column(ballot::Column::RoundId)
        .column_as(ballot::Column::Id.count(), "ballots")
        .filter(ballot::Column::RoundId.is_in(rounds.iter().map(|round| round.id)))
        .group_by(ballot::Column::RoundId)
        .into_tuple()
        .all(db)
        .await?;
    let cast: BTreeMap<i64, i64> = cast.into_iter().collect();
    let enough = |round: &round::Model| cast.get(&round.id).is_some_and(|ballots| *ballots >= FEWEST as i64);
    Ok(rounds.into_iter().filter(enough).collect())
}

/// What the ballots of the round of a number say, of the newest that can count where none is named, of none for 0. 409 `sealed` where it
/// is not closed, `too_few_ballots` where it publishes none.
pub async fn ballots(db: &impl ConnectionTrait, event_id: i64, number: Option<i32>) -> Result<Counted> {
    let known = counted(db, event_id).await?;
    let round = match number {
        Some(0) => return Ok(Counted::default()),
        None => known.into_iter().next(),
        Some(number) => match known.into_iter().find(|round| round.number == number) {
            Some(round) => Some(round),
            None => return Err(refused(db, event_id, number).await?),
        },
    };
    let Some(round) = round else { return Ok(Counted::default()) };
    let rows = ballot::Entity::find().filter(ballot::Column::RoundId.eq(round.id)).order_by_asc(ballot::Column::Id).all(db).await?;
    let mut counted = Counted { round: Some(round.number), ballots: rows.len(), ..Counted::default() };
    for row in rows {
        let choice: Choice = serde_json::from_str(&row.content).map_err(Error::internal)?;
        counted.add(&choice);
    }
    Ok(counted)
}

async fn refused(db: &impl ConnectionTrait, event_id: i64, number: i32) -> Result<Error> {
    let found = round::Entity::find().filter(round::Column::EventId.eq(event_id)).filter(round::Column::Number.eq(number)).one(db).await?;
    Ok(match found {
        None => Error::field("round", "unknown_value"),
        Some(round) if round.closed_at.is_none() => Error::Conflict("sealed"),
        Some(_) => Error::Conflict("too_few_ballots"),
    })
}

impl Counted {
    /// What a ballot supports: what it approves, scores above 0 or ranks.
    fn add(&mut self, choice: &Choice) {
        let supported = choice.marks().filter(|(_, mark)| *mark > 0).filter_map(|(id, _)| id.parse().ok());
        let mut topics: Vec<i64> = supported.collect();
        topics.sort_unstable();
        topics.dedup();
        for (i, one) in topics.iter().enumerate() {
            *self.topics.entry(*one).or_default() += 1;
            for other in topics.iter().skip(i + 1) {
                *self.pairs.entry((*one, *other)).or_default() += 1;
            }
        }
    }

    /// How many support both topics.
    pub fn both(&self, one: i64, other: i64) -> u32 {
        self.pairs.get(&(one.min(other), one.max(other))).copied().unwrap_or_default()
    }
}

/// How many marked both of two sessions of an event, where they are enough.
pub async fn marks(db: &impl ConnectionTrait, event_id: i64) -> Result<Pairs> {
    let its_session = session_mark::Entity::belongs_to(session::Entity).from(session_mark::Column::SessionId).to(session::Column::Id);
    let rows: Vec<(i64, i64)> = session_mark::Entity::find()
        .select_only()
        .columns([session_mark::Column::PersonId, session_mark::Column::SessionId])
        .join(JoinType::InnerJoin, its_session.into())
        .filter(session::Column::EventId.eq(event_id))
        .order_by_asc(session_mark::Column::PersonId)
        .order_by_asc(session_mark::Column::SessionId)
        .into_tuple()
        .all(db)
        .await?;
    let mut pairs = Pairs::new();
    for own in rows.chunk_by(|(one, _), (other, _)| one == other) {
        for (i, (_, one)) in own.iter().enumerate() {
            for (_, other) in own.iter().skip(i + 1) {
                *pairs.entry((*one, *other)).or_default() += 1;
            }
        }
    }
    pairs.retain(|_, people| *people >= FEWEST_MARKS);
    Ok(pairs)
}
