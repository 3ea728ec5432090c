//! Closing a round: counted once, its ballots and its voters written anew in an order that tells nothing, its key overwritten.

use super::create::open_if_due;
use super::{items, limits, lock, topics};
use crate::entity::{ballot, round, voter};
use crate::error::Error;
use crate::{Result, Site, id};
use domain::voting::{Ballot, Choice, tally};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DbBackend, EntityTrait, NotSet, QueryFilter, Set};

/// Opens and closes what is due. A close is three transactions, so that no transaction id joins ballots with voters; one that was
/// interrupted goes on from where it stopped.
pub async fn settle_due(site: &Site) -> Result<()> {
    let now = site.now().as_millisecond();
    let to_open = Condition::all().add(round::Column::ElectorateAt.is_null()).add(round::Column::OpensAt.lte(now));
    let unfinished = Condition::any().add(round::Column::Key.is_not_null()).add(round::Column::ClosedAt.is_null());
    let to_close = Condition::all().add(round::Column::ClosesAt.lte(now)).add(unfinished);
    let due = round::Entity::find().filter(Condition::any().add(to_open).add(to_close)).all(site.db.read()).await?;
    for round in due {
        settle(site, round.id).await?;
    }
    Ok(())
}

/// Brings one round to where it should be now.
pub(super) async fn settle(site: &Site, round_id: i64) -> Result<()> {
    let now = site.now().as_millisecond();
    let round = open_and_count(site, round_id, now).await?;
    if round.closed_at.is_none() || round.key.is_none() {
        return Ok(());
    }
    shuffle_voters(site, round_id).await?;
    forget_key(site, round_id).await
}

async fn open_and_count(site: &Site, round_id: i64, now: i64) -> Result<round::Model> {
    let tx = site.db.begin_write().await?;
    let round = lock(&tx, round_id).await?;
    let mut round = open_if_due(&tx, site, round).await?;
    if now >= round.closes_at && round.closed_at.is_none() {
        round.result = Some(count_and_shuffle(&tx, &round).await?);
        round.closed_at = Some(now);
        round::Entity::update_many()
            .col_expr(round::Column::Result, Expr::value(round.result.clone()))
            .col_expr(round::Column::ClosedAt, Expr::value(round.closed_at))
            .filter(round::Column::Id.eq(round_id))
            .exec(&tx)
            .await?;
    }
    tx.commit().await?;
    Ok(round)
}

async fn count_and_shuffle(tx: &impl ConnectionTrait, round: &round::Model) -> Result<String> {
    let mut cast = ballot::Entity::find().filter(ballot::Column::RoundId.eq(round.id)).all(tx).await?;
    let read = |ballot: &ballot::Model| serde_json::from_str::<Choice>(&ballot.content).map(Ballot::of).map_err(Error::internal);
    let ballots: Vec<Ballot> = cast.iter().map(read).collect::<Result<_>>()?;
    let items = items(&topics(tx, round.id).await?);
    let result = tally(round.method.0, &items, &ballots, limits(round), round.utility.0)?;
    id::shuffle(&mut cast);
    ballot::Entity::delete_many().filter(ballot::Column::RoundId.eq(round.id)).exec(tx).await?;
    let blank = |ballot: ballot::Model| ballot::ActiveModel {
        id: NotSet,
        round_id: Set(ballot.round_id),
        voter_hash: Set(None),
        person_id: Set(ballot.person_id),
        content: Set(ballot.content),
    };
    let rows: Vec<_> = cast.into_iter().map(blank).collect();
    for part in rows.chunks(500) {
        ballot::Entity::insert_many(part.to_vec()).exec_without_returning(tx).await?;
    }
    serde_json::to_string(&result).map_err(Error::internal)
}

async fn shuffle_voters(site: &Site, round_id: i64) -> Result<()> {
    let tx = site.db.begin_write().await?;
    if lock(&tx, round_id).await?.key.is_none() {
        // Somebody else closed it to the end in the meantime.
        return Ok(());
    }
    let mut voters = voter::Entity::find().filter(voter::Column::RoundId.eq(round_id)).all(&tx).await?;
    id::shuffle(&mut voters);
    voter::Entity::delete_many().filter(voter::Column::RoundId.eq(round_id)).exec(&tx).await?;
    let anew = |voter: voter::Model| voter::ActiveModel {
        id: NotSet,
        round_id: Set(voter.round_id),
        person_id: Set(voter.person_id),
        voted: Set(voter.voted),
    };
    let rows: Vec<_> = voters.into_iter().map(anew).collect();
    for part in rows.chunks(500) {
        voter::Entity::insert_many(part.to_vec()).exec_without_returning(&tx).await?;
    }
    Ok(tx.commit().await?)
}

async fn forget_key(site: &Site, round_id: i64) -> Result<()> {
    let tx = site.db.begin_write().await?;
    let overwrite = |value: Option<String>| {
        round::Entity::update_many().col_expr(round::Column::Key, Expr::value(value)).filter(round::Column::Id.eq(round_id)).exec(&tx)
    };
    overwrite(Some("0".repeat(43))).await?;
    overwrite(None).await?;
    tx.commit().await?;
    // What the pages of the file and the log still hold of the key and of the old order goes too.
    let upkeep = match site.db.backend() {
        DbBackend::Sqlite => ["PRAGMA wal_checkpoint(TRUNCATE)", "", ""],
        _ => ["VACUUM FULL round", "VACUUM FULL ballot", "VACUUM FULL voter"],
    };
    for statement in upkeep.into_iter().filter(|statement| !statement.is_empty()) {
        site.db.writer().execute_unprepared(statement).await?;
    }
    Ok(())
}
