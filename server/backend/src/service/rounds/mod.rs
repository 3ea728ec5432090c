//! Rounds: a vote over topics, sealed until it closes and secret for good where it was made so.
//!
//! A secret ballot carries a hash of its voter under the round's own key, so that the voter can replace it while the round is
//! open. The close empties the hashes and overwrites the key; who voted is kept apart, in `voter`.

mod close;
mod create;
mod electorate;
mod files;
mod remind;
mod result;
mod roll;
mod vote;

pub use close::settle_due;
pub use create::{NewRound, create};
pub use files::{Cast, FEWEST, File, cast, file};
pub use remind::{Reminder, remind_due, reminder, reminder_at};
pub use result::{Outcome, apply, outcome};
pub use roll::{Named, roll};
pub use vote::{Booth, booth, vote};

use crate::entity::{round, round_topic, topic, voter};
use crate::error::Error;
use crate::service::access::{self, Actor, Seen};
use crate::{Result, Site, repo};
use domain::voting::{Item, Limits};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use strum::IntoStaticStr;

/// Where a round stands in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Phase {
    /// Not yet open.
    Waiting,
    /// Ballots are taken; nobody sees how it stands.
    Open,
    /// Over: the result is there.
    Closed,
}

/// The phase at `now`, in milliseconds.
pub fn phase(round: &round::Model, now: i64) -> Phase {
    match () {
        () if now >= round.closes_at || round.closed_at.is_some() => Phase::Closed,
        () if now >= round.opens_at => Phase::Open,
        () => Phase::Waiting,
    }
}

/// A round of an event that the actor may see, else 404.
pub async fn load(db: &impl ConnectionTrait, actor: &Actor, round_id: i64) -> Result<(round::Model, Seen)> {
    let round = round::Entity::find_by_id(round_id).one(db).await?.ok_or(Error::NotFound)?;
    let seen = access::event_by_id(db, actor, round.event_id).await?;
    Ok((round, seen))
}

/// The round as it is once nobody else is casting in it, taking down its electorate, closing it or putting it to use: on PostgreSQL
/// these would otherwise overlap, and a ballot could arrive after the count. While its electorate is not taken down the event is
/// held too, and before it, as everywhere: whoever is registering at the moment belongs to it.
async fn lock(tx: &impl ConnectionTrait, round_id: i64) -> Result<round::Model> {
    let seen = round::Entity::find_by_id(round_id).one(tx).await?.ok_or(Error::NotFound)?;
    if seen.electorate_at.is_none() {
        repo::events::lock(tx, seen.event_id).await?;
    }
    round::Entity::find_by_id(round_id).lock_exclusive().one(tx).await?.ok_or(Error::NotFound)
}

/// The rounds of an event, oldest first.
pub async fn list(site: &Site, event_id: i64) -> Result<Vec<round::Model>> {
    let rounds = round::Entity::find().filter(round::Column::EventId.eq(event_id)).order_by_asc(round::Column::Number);
    Ok(rounds.all(site.db.read()).await?)
}

/// The number of the newest round of an event.
pub async fn newest(site: &Site, event_id: i64) -> Result<Option<i32>> {
    let numbers = round::Entity::find().select_only().column(round::Column::Number).filter(round::Column::EventId.eq(event_id));
    Ok(numbers.order_by_desc(round::Column::Number).into_tuple().one(site.db.read()).await?)
}

/// The round of a number within an event.
pub async fn by_number(site: &Site, event_id: i64, number: i32) -> Result<round::Model> {
    let found = round::Entity::find().filter(round::Column::EventId.eq(event_id)).filter(round::Column::Number.eq(number));
    found.one(site.db.read()).await?.ok_or(Error::NotFound)
}

/// The topics put to the vote, in their display order, with the minutes they needed then.
pub async fn topics(db: &impl ConnectionTrait, round_id: i64) -> Result<Vec<(round_topic::Model, topic::Model)>> {
    let rows = round_topic::Entity::find()
        .filter(round_topic::Column::RoundId.eq(round_id))
        .find_also_related(topic::Entity)
        .order_by_asc(round_topic::Column::Position)
        .all(db)
        .await?;
    Ok(rows.into_iter().filter_map(|(row, topic)| topic.map(|topic| (row, topic))).collect())
}

fn items(topics: &[(round_topic::Model, topic::Model)]) -> Vec<Item> {
    let item = |(row, _): &(round_topic::Model, topic::Model)| Item {
        id: row.topic_id.to_string(),
        minutes: u32::try_from(row.minutes).unwrap_or(0),
    };
    topics.iter().map(item).collect()
}

fn limits(round: &round::Model) -> Limits {
    let count = |value: Option<i32>| value.and_then(|value| u32::try_from(value).ok());
    Limits { winners: count(round.winners), minutes: count(round.minutes) }
}

/// Whether a person may vote in the round, and has.
async fn entry(db: &impl ConnectionTrait, round_id: i64, person_id: i64) -> Result<Option<voter::Model>> {
    let found = voter::Entity::find().filter(voter::Column::RoundId.eq(round_id)).filter(voter::Column::PersonId.eq(person_id));
    Ok(found.one(db).await?)
}
