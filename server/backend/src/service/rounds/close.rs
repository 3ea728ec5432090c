//! Closing a round: counted once, its ballots and its voters written anew in an order that tells nothing, its key overwritten.

use super::create::open_if_due;
use super::result::Counted;
use super::{items, limits, lock, topics};
use crate::entity::{ballot, round, voter};
use crate::error::Error;
use crate::{Result, Site, id};
use domain::voting::{Ballot, Choice, tally};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DbBackend, EntityTrait, NotSet, PaginatorTrait, QueryFilter, Set, Statement};
use std::time::Duration;

/// Characters of a key.
const KEY: usize = 43;
/// So often, and after so long a pause, it is looked whether nobody reads what was before any more.
const GLANCES: u32 = 100;
const GLANCE: Duration = Duration::from_millis(20);

/// Opens and closes what is due. A close is three transactions, so that no transaction id joins ballots with voters; one that was
/// interrupted goes on from where it stopped.
pub async fn settle_due(site: &Site) -> Result<()> {
    let now = site.now().as_millisecond();
    let to_open = Condition::all().add(round::Column::ElectorateAt.is_null()).add(round::Column::OpensAt.lte(now));
    let unfinished = Condition::any().add(round::Column::Key.is_not_null()).add(round::Column::ClosedAt.is_null());
    let to_close = Condition::all().add(round::Column::ClosesAt.lte(now)).add(unfinished);
    let due = round::Entity::find().filter(Condition::any().add(to_open).add(to_close)).all(site.db.read()).await?;
    let mut settled = Ok(());
    for round in due {
        // One that fails holds up no other.
        settled = finish(site, round.id).await.and(settled);
    }
    settled
}

/// Brings one round to where it should be now, its key forgotten once it is over.
async fn finish(site: &Site, round_id: i64) -> Result<()> {
    let round = settle(site, round_id).await?;
    if round.closed_at.is_some() && round.key.is_some() { forget_key(site, round_id).await } else { Ok(()) }
}

/// Opens or counts one round as its time has come; what is left of its key is swept by [`settle_due`], for which nobody waits.
pub(super) async fn settle(site: &Site, round_id: i64) -> Result<round::Model> {
    let now = site.now().as_millisecond();
    let round = open_and_count(site, round_id, now).await?;
    if round.closed_at.is_some() && round.key.as_deref().is_some_and(|key| key != overwritten_key()) {
        shuffle_voters(site, round_id).await?;
    }
    Ok(round)
}

/// What stands where a key was, until nothing is left of it.
fn overwritten_key() -> String {
    "0".repeat(KEY)
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
    let voters = || voter::Entity::find().filter(voter::Column::RoundId.eq(round.id));
    let counted = Counted {
        tally: result,
        entitled: Some(voters().count(tx).await?),
        voted: Some(voters().filter(voter::Column::Voted.eq(true)).count(tx).await?),
    };
    serde_json::to_string(&counted).map_err(Error::internal)
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

/// Overwrites the key, and sweeps what the files still hold of it and of the old order. Where somebody still reads what was before, the
/// next turn goes on from here.
async fn forget_key(site: &Site, round_id: i64) -> Result<()> {
    let overwritten = overwrite(site, round_id, Some(overwritten_key())).await?;
    // SQLite waits by itself.
    let glances = if overwritten.is_some() { GLANCES } else { 1 };
    for _ in 0..glances {
        if sweep(site, overwritten.as_deref()).await? {
            return overwrite(site, round_id, None).await.map(|_| ());
        }
        tokio::time::sleep(GLANCE).await;
    }
    Ok(())
}

/// Gives the transaction that did it, where the database names them.
async fn overwrite(site: &Site, round_id: i64, key: Option<String>) -> Result<Option<String>> {
    let tx = site.db.begin_write().await?;
    let column = round::Entity::update_many().col_expr(round::Column::Key, Expr::value(key));
    column.filter(round::Column::Id.eq(round_id)).exec(&tx).await?;
    let own = match site.db.backend() {
        DbBackend::Sqlite => None,
        backend => {
            let row = tx.query_one_raw(Statement::from_string(backend, "SELECT pg_current_xact_id()::text AS own")).await?;
            row.map(|row| row.try_get("", "own")).transpose()?
        }
    };
    tx.commit().await?;
    Ok(own)
}

/// Whether nothing of what was before is left in the files. PostgreSQL keeps it as long as any transaction began before it was
/// overwritten, SQLite as long as anybody reads the log.
async fn sweep(site: &Site, overwritten: Option<&str>) -> Result<bool> {
    let db = site.db.writer();
    let ask = async |sql: String| db.query_one_raw(Statement::from_string(site.db.backend(), sql)).await;
    let Some(own) = overwritten else {
        let row = ask("PRAGMA wal_checkpoint(TRUNCATE)".to_owned()).await?;
        return Ok(row.map_or(Ok(1), |row| row.try_get_by_index::<i32>(0))? == 0);
    };
    // Who writes has a number of their own, who only reads holds on to what they began with.
    let passed = format!(
        "SELECT pg_snapshot_xmin(pg_current_snapshot()) > '{own}'::xid8 AND NOT EXISTS (SELECT 1 FROM pg_stat_activity \
         WHERE datname = current_database() AND pid <> pg_backend_pid() AND age(backend_xmin) >= age('{own}'::xid8::xid)) AS passed"
    );
    if !ask(passed).await?.map_or(Ok(false), |row| row.try_get("", "passed"))? {
        return Ok(false);
    }
    for table in ["round", "ballot", "voter"] {
        db.execute_unprepared(&format!("VACUUM FULL {table}")).await?;
    }
    Ok(true)
}
