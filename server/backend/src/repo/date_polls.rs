//! Reading date polls and what was answered.

use crate::entity::{date_poll, date_poll_reply, person};
use crate::{Error, Result, keys};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, Order, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use std::collections::HashMap;

/// So many polls of a host are listed, those that close last first.
const LISTED: u64 = 20;
/// So many wait for a date at most.
const MOST_UNDECIDED: u64 = 60;

/// One reply, and the person where it was given signed in.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The row.
    pub reply: date_poll_reply::Model,
    /// Who gave it, if they have an account.
    pub person: Option<person::Model>,
}

impl Reply {
    /// The name as it is now, possibly empty.
    pub fn name(&self) -> &str {
        self.person.as_ref().map_or(&self.reply.name, |person| &person.name)
    }

    /// The address, if there is one.
    pub fn email(&self) -> Option<&str> {
        self.person.as_ref().map_or(self.reply.email.as_deref(), |person| Some(&person.email))
    }

    /// Whether the address is known to be theirs.
    pub fn is_confirmed(&self) -> bool {
        self.person.is_some() || self.reply.email_confirmed
    }

    /// By which clock they live.
    pub fn zone(&self) -> &str {
        self.person.as_ref().map_or(&self.reply.zone, |person| &person.zone)
    }
}

/// The poll of an address, else 404.
pub async fn by_token(db: &impl ConnectionTrait, token: &str) -> Result<date_poll::Model> {
    date_poll::Entity::find().filter(date_poll::Column::Token.eq(token)).one(db).await?.ok_or(Error::NotFound)
}

/// As [`by_token`], held until the transaction ends: nobody else answers, closes or decides meanwhile.
pub async fn lock(tx: &impl ConnectionTrait, token: &str) -> Result<date_poll::Model> {
    date_poll::Entity::find().filter(date_poll::Column::Token.eq(token)).lock_exclusive().one(tx).await?.ok_or(Error::NotFound)
}

/// All replies of a poll, the earliest first.
pub async fn replies(db: &impl ConnectionTrait, poll_id: i64) -> Result<Vec<Reply>> {
    let rows = date_poll_reply::Entity::find()
        .filter(date_poll_reply::Column::PollId.eq(poll_id))
        .order_by_asc(date_poll_reply::Column::Id)
        .all(db)
        .await?;
    let ids = rows.iter().filter_map(|row| row.person_id);
    let people = person::Entity::find().filter(person::Column::Id.is_in(ids)).all(db).await?;
    let mut people: HashMap<i64, person::Model> = people.into_iter().map(|person| (person.id, person)).collect();
    Ok(rows.into_iter().map(|reply| Reply { person: reply.person_id.and_then(|id| people.remove(&id)), reply }).collect())
}

/// The reply of a person, else of whoever holds the secret.
pub async fn own(
    db: &impl ConnectionTrait,
    poll_id: i64,
    person: Option<i64>,
    secret: Option<&str>,
) -> Result<Option<date_poll_reply::Model>> {
    let of_poll = || date_poll_reply::Entity::find().filter(date_poll_reply::Column::PollId.eq(poll_id));
    if let Some(person) = person
        && let Some(mine) = of_poll().filter(date_poll_reply::Column::PersonId.eq(person)).one(db).await?
    {
        return Ok(Some(mine));
    }
    let Some(secret) = secret else { return Ok(None) };
    Ok(of_poll().filter(date_poll_reply::Column::SecretHash.eq(keys::hash(secret))).one(db).await?)
}

/// How many have answered.
pub async fn count(db: &impl ConnectionTrait, poll_id: i64) -> Result<u64> {
    Ok(date_poll_reply::Entity::find().filter(date_poll_reply::Column::PollId.eq(poll_id)).count(db).await?)
}

/// The polls of a host that are open or closed after `since` (milliseconds), each with how many have answered.
pub async fn of_host(db: &impl ConnectionTrait, host_id: i64, since: i64) -> Result<Vec<(date_poll::Model, i64)>> {
    let polls = closing_after(since).filter(date_poll::Column::HostId.eq(host_id));
    answered(db, polls.order_by(date_poll::Column::ClosesAt, Order::Desc).limit(LISTED).all(db).await?).await
}

/// Those of these hosts that are open or closed after `since` and have no date yet, the first to close first.
pub async fn undecided(db: &impl ConnectionTrait, hosts: &[i64], since: i64) -> Result<Vec<(date_poll::Model, i64)>> {
    let polls = closing_after(since).filter(date_poll::Column::HostId.is_in(hosts.iter().copied()));
    let polls = polls.filter(date_poll::Column::EventId.is_null()).order_by(date_poll::Column::ClosesAt, Order::Asc);
    answered(db, polls.limit(MOST_UNDECIDED).all(db).await?).await
}

fn closing_after(since: i64) -> Select<date_poll::Entity> {
    date_poll::Entity::find().filter(date_poll::Column::ClosesAt.gt(since))
}

async fn answered(db: &impl ConnectionTrait, polls: Vec<date_poll::Model>) -> Result<Vec<(date_poll::Model, i64)>> {
    let counts: Vec<(i64, i64)> = date_poll_reply::Entity::find()
        .filter(date_poll_reply::Column::PollId.is_in(polls.iter().map(|poll| poll.id)))
        .select_only()
        .column(date_poll_reply::Column::PollId)
        .column_as(date_poll_reply::Column::Id.count(), "count")
        .group_by(date_poll_reply::Column::PollId)
        .into_tuple()
        .all(db)
        .await?;
    let counts: HashMap<i64, i64> = counts.into_iter().collect();
    let answered = |poll: date_poll::Model| {
        let answered = counts.get(&poll.id).copied().unwrap_or_default();
        (poll, answered)
    };
    Ok(polls.into_iter().map(answered).collect())
}
