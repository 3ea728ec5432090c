//! One letter to those who have not voted, while there is time. Nobody is told who they are.

use super::create::open_if_due;
use super::{Phase, lock, phase, topics};
use crate::clock::instant;
use crate::entity::{event, person, round, voter};
use crate::outbox::{Job, put};
use crate::service::access::{self, Actor, Me};
use crate::service::entry::refused_contact;
use crate::{Result, Site};
use jiff::{SignedDuration, Timestamp};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// So long before the close people are reminded, or halfway in a shorter round.
const AHEAD: SignedDuration = SignedDuration::from_hours(48);
/// In a round that is shorter nobody is.
const SHORTEST: SignedDuration = SignedDuration::from_hours(24);

/// When those who have not voted by then are reminded, in milliseconds.
pub fn reminder_at(opens: Timestamp, closes: Timestamp) -> Option<i64> {
    let lasts = closes.duration_since(opens);
    (lasts >= SHORTEST).then(|| closes.saturating_sub(AHEAD.min(lasts / 2)).map(Timestamp::as_millisecond).ok())?
}

/// Reminds in every round whose moment has come; once each.
pub async fn remind_due(site: &Site) -> Result<()> {
    let now = site.now().as_millisecond();
    let due = round::Entity::find().select_only().column(round::Column::Id).filter(round::Column::RemindAt.lte(now));
    let due: Vec<i64> = due.order_by_asc(round::Column::Id).into_tuple().all(site.db.read()).await?;
    let mut reminded = Ok(());
    for round_id in due {
        reminded = remind(site, round_id, now).await.and(reminded);
    }
    reminded
}

async fn remind(site: &Site, round_id: i64, now: i64) -> Result<()> {
    let tx = site.db.begin_write().await?;
    let round = lock(&tx, round_id).await?;
    // Another worker may have been here since.
    if round.remind_at.is_none_or(|at| at > now) {
        return Ok(());
    }
    let round = open_if_due(&tx, site, round).await?;
    if phase(&round, now) == Phase::Open {
        let silent = voter::Entity::find()
            .select_only()
            .column(voter::Column::PersonId)
            .filter(voter::Column::RoundId.eq(round_id))
            .filter(voter::Column::Voted.eq(false))
            .order_by_asc(voter::Column::PersonId);
        let silent: Vec<i64> = silent.into_tuple().all(&tx).await?;
        let refused = refused_contact(&tx, &silent).await?;
        for person in silent.into_iter().filter(|person| !refused.contains(person)) {
            put(&tx, site, &Job::VoteReminder { round: round_id, person }).await?;
        }
    }
    round::Entity::update_many()
        .col_expr(round::Column::RemindAt, Expr::value(None::<i64>))
        .filter(round::Column::Id.eq(round_id))
        .exec(&tx)
        .await?;
    Ok(tx.commit().await?)
}

/// What a reminder says.
#[derive(Clone, Debug)]
pub struct Reminder {
    /// Whom it is for.
    pub person: person::Model,
    /// What is voted on.
    pub round: round::Model,
    /// How many topics that is.
    pub topics: usize,
    /// The event.
    pub event: event::Model,
    /// When the round closes.
    pub closes_at: Timestamp,
}

/// The reminder as it is now; none for who has voted since, may no longer see the event, or is too late.
pub async fn reminder(site: &Site, round_id: i64, person_id: i64) -> Result<Option<Reminder>> {
    let db = site.db.read();
    let Some(round) = round::Entity::find_by_id(round_id).one(db).await? else { return Ok(None) };
    let Some(person) = person::Entity::find_by_id(person_id).one(db).await? else { return Ok(None) };
    let entry = super::entry(db, round_id, person_id).await?;
    if phase(&round, site.now().as_millisecond()) != Phase::Open || entry.is_none_or(|entry| entry.voted) {
        return Ok(None);
    }
    let actor = Actor { me: Some(Me::from(person.clone())) };
    let Ok(seen) = access::event_by_id(db, &actor, round.event_id).await else { return Ok(None) };
    let topics = topics(db, round_id).await?.len();
    Ok(Some(Reminder { closes_at: instant(round.closes_at), person, round, topics, event: seen.event }))
}
