//! Casting a ballot, and replacing it until the close.

use super::create::open_if_due;
use super::{Phase, entry, items, load, lock, phase, topics};
use crate::entity::{ballot, round, round_topic, topic, voter};
use crate::error::Error;
use crate::service::access::Actor;
use crate::{Result, Site, id, keys};
use domain::voting::{Choice, Scores, check_choice};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, NotSet, QueryFilter, Set};
use std::collections::HashMap;

/// What a voter finds at the ballot box.
#[derive(Clone, Debug)]
pub struct Booth {
    /// The round.
    pub round: round::Model,
    /// The topics: for who may vote, those first that few have seen, and otherwise as chance has it for this voter; for others in their
    /// display order.
    pub topics: Vec<(round_topic::Model, topic::Model)>,
    /// The reader may vote here.
    pub entitled: bool,
    /// The reader has voted.
    pub voted: bool,
    /// The reader's ballot, while it can be replaced.
    pub choice: Option<Choice>,
}

impl Booth {
    /// The reader's ballot came back from a backup, which does not hold what would tell it from the others: it stays as it is.
    pub fn is_kept(&self) -> bool {
        self.voted && self.choice.is_none()
    }
}

/// What the reader finds; nobody signed in finds the topics only.
pub async fn booth(site: &Site, actor: &Actor, round: round::Model) -> Result<Booth> {
    let db = site.db.read();
    let Some(me) = actor.id() else {
        let topics = topics(db, round.id).await?;
        return Ok(Booth { round, topics, entitled: false, voted: false, choice: None });
    };
    // Before anybody came after the opening the electorate may not be taken down yet.
    let round = match phase(&round, site.now().as_millisecond()) {
        Phase::Open if round.electorate_at.is_none() => open(site, round).await?,
        _ => round,
    };
    let entry = entry(db, round.id, me).await?;
    let cast = own(db, &round, me).await?;
    let mut topics = topics(db, round.id).await?;
    if entry.is_some() {
        let chance = |row: &round_topic::Model| site.keys.sign("ballot_order", format!("{}/{me}/{}", round.id, row.topic_id).as_bytes());
        topics.sort_by_cached_key(|(row, _)| (row.opened, chance(row)));
    }
    let choice = cast.and_then(|cast| serde_json::from_str(&cast.content).ok());
    Ok(Booth { topics, entitled: entry.is_some(), voted: entry.is_some_and(|entry| entry.voted), choice, round })
}

async fn open(site: &Site, round: round::Model) -> Result<round::Model> {
    let tx = site.db.begin_write().await?;
    let round = lock(&tx, round.id).await?;
    let round = open_if_due(&tx, site, round).await?;
    tx.commit().await?;
    Ok(round)
}

/// Casts a ballot or replaces it. 409 `round_not_open` or `round_closed`, `ballot_kept` for one that came back from a backup; 403 for who was not registered in time.
pub async fn vote(site: &Site, actor: &Actor, round_id: i64, choice: Choice) -> Result<()> {
    let me = actor.me()?.id;
    let tx = site.db.begin_write().await?;
    load(&tx, actor, round_id).await?;
    let round = lock(&tx, round_id).await?;
    match phase(&round, site.now().as_millisecond()) {
        Phase::Waiting => return Err(Error::Conflict("round_not_open")),
        Phase::Closed => return Err(Error::Conflict("round_closed")),
        Phase::Open => {}
    }
    let round = open_if_due(&tx, site, round).await?;
    let round = with_key(&tx, round).await?;
    let entry = entry(&tx, round.id, me).await?.ok_or(Error::Forbidden)?;
    if entry.voted && own(&tx, &round, me).await?.is_none() {
        return Err(Error::Conflict("ballot_kept"));
    }
    let items = items(&topics(&tx, round.id).await?);
    let most = round.max_choices.and_then(|most| u32::try_from(most).ok());
    check_choice(round.kind.0, items.iter().map(|item| item.id.as_str()), &choice, most)?;
    let order: HashMap<&str, usize> = items.iter().map(|item| item.id.as_str()).zip(0..).collect();
    cast(&tx, &round, me, &in_display_order(choice, &order)).await?;
    tx.commit().await?;
    Ok(())
}

/// A round that came back from a backup gets a new key.
async fn with_key(tx: &impl ConnectionTrait, round: round::Model) -> Result<round::Model> {
    if round.key.is_some() {
        return Ok(round);
    }
    let key = Some(id::secret());
    let column = round::Entity::update_many().col_expr(round::Column::Key, Expr::value(key.clone()));
    column.filter(round::Column::Id.eq(round.id)).exec(tx).await?;
    Ok(round::Model { key, ..round })
}

/// The voter's ballot, while there is a key to find it by.
async fn own(db: &impl ConnectionTrait, round: &round::Model, me: i64) -> Result<Option<ballot::Model>> {
    let Some(hash) = voter_hash(round, me) else { return Ok(None) };
    let found = ballot::Entity::find().filter(ballot::Column::RoundId.eq(round.id)).filter(ballot::Column::VoterHash.eq(hash));
    Ok(found.one(db).await?)
}

async fn cast(tx: &impl ConnectionTrait, round: &round::Model, me: i64, choice: &Choice) -> Result<()> {
    let row = ballot::ActiveModel {
        id: NotSet,
        round_id: Set(round.id),
        voter_hash: Set(Some(voter_hash(round, me).ok_or(Error::Conflict("round_closed"))?)),
        person_id: Set((!round.secret).then_some(me)),
        content: Set(serde_json::to_string(choice).map_err(Error::internal)?),
    };
    let replace =
        OnConflict::columns([ballot::Column::RoundId, ballot::Column::VoterHash]).update_column(ballot::Column::Content).to_owned();
    ballot::Entity::insert(row).on_conflict(replace).exec_without_returning(tx).await?;
    voter::Entity::update_many()
        .col_expr(voter::Column::Voted, Expr::value(true))
        .filter(voter::Column::RoundId.eq(round.id))
        .filter(voter::Column::PersonId.eq(me))
        .exec(tx)
        .await?;
    Ok(())
}

/// The hash under which the voter's ballot lies while the round's key exists.
fn voter_hash(round: &round::Model, person: i64) -> Option<String> {
    round.key.as_deref().filter(|key| !key.is_empty()).map(|key| keys::mac(key.as_bytes(), &person.to_be_bytes()))
}

/// The order in which somebody ticked must not tell ballots apart, nor what says nothing: scores of 0, places with no topic.
fn in_display_order(choice: Choice, order: &HashMap<&str, usize>) -> Choice {
    let place = |id: &String| order.get(id.as_str()).copied().unwrap_or(usize::MAX);
    match choice {
        Choice::Approve(mut ids) => {
            ids.sort_by_key(place);
            Choice::Approve(ids)
        }
        Choice::Scores(Scores(mut pairs)) => {
            pairs.retain(|(_, score)| *score > 0);
            pairs.sort_by_key(|(id, _)| place(id));
            Choice::Scores(Scores(pairs))
        }
        Choice::Ranking(mut groups) => {
            groups.retain(|group| !group.is_empty());
            groups.iter_mut().for_each(|group| group.sort_by_key(place));
            Choice::Ranking(groups)
        }
    }
}
