//! Taking jobs out of the outbox, one worker each.

use crate::entity::outbox::{self, Column, Entity};
use crate::{Result, Site};
use sea_orm::sea_query::{Alias, Expr, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect};

/// A job whose process died is free again after this.
pub const CLAIM_MS: i64 = 60_000;
/// So many jobs are tried before concluding that others are taking them.
const CANDIDATES: u64 = 16;

/// The first job that is due and whose lane is free, taken for [`CLAIM_MS`].
pub async fn claim(site: &Site) -> Result<Option<outbox::Model>> {
    let now = site.now().as_millisecond();
    for id in candidates(site, now).await? {
        if take(site, now, id).await? {
            return Ok(Entity::find_by_id(id).one(site.db.quiet()).await?);
        }
    }
    Ok(None)
}

/// A job waits while an earlier one of its lane has not left: what is sent in order tells the story in order.
async fn candidates(site: &Site, now: i64) -> Result<Vec<i64>> {
    let earlier = Alias::new("earlier");
    let waits = Query::select()
        .expr(Expr::val(1))
        .from_as(Entity, earlier.clone())
        .and_where(Expr::col((earlier.clone(), Column::Lane)).eq(Expr::col((Entity, Column::Lane))))
        .and_where(Expr::col((earlier.clone(), Column::State)).eq("due"))
        .and_where(Expr::col((earlier, Column::Id)).lt(Expr::col((Entity, Column::Id))))
        .to_owned();
    let rows = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::State.eq("due"))
        .filter(Column::DueAt.lte(now))
        .filter(free(now))
        .filter(Expr::exists(waits).not())
        .order_by_asc(Column::DueAt)
        .order_by_asc(Column::Id)
        .limit(CANDIDATES);
    Ok(rows.into_tuple().all(site.db.read()).await?)
}

fn free(now: i64) -> sea_orm::Condition {
    sea_orm::Condition::any().add(Column::ClaimedUntil.is_null()).add(Column::ClaimedUntil.lte(now))
}

/// One statement that both tests and sets: of several workers one changes the row.
async fn take(site: &Site, now: i64, id: i64) -> Result<bool> {
    let taken = Entity::update_many()
        .col_expr(Column::ClaimedUntil, Expr::value(now + CLAIM_MS))
        .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1))
        .filter(Column::Id.eq(id))
        .filter(Column::State.eq("due"))
        .filter(Column::DueAt.lte(now))
        .filter(free(now))
        .exec(site.db.quiet())
        .await?;
    Ok(taken.rows_affected == 1)
}

/// How a job ended.
pub enum End {
    /// It has left.
    Done,
    /// It never will, and why (a code, never an address).
    Failed(String),
    /// It is tried again at this time (milliseconds), and why.
    Later(i64, String),
}

/// Writes down how a job ended. What it held is forgotten once it has left.
pub async fn finish(tx: &impl ConnectionTrait, job: &outbox::Model, now: i64, end: &End) -> Result<()> {
    let (state, due_at, problem) = match end {
        End::Done => ("done", job.due_at, None),
        End::Failed(problem) => ("failed", job.due_at, Some(problem.clone())),
        End::Later(due_at, problem) => ("due", *due_at, Some(problem.clone())),
    };
    let mut update = Entity::update_many()
        .col_expr(Column::State, Expr::value(state))
        .col_expr(Column::DueAt, Expr::value(due_at))
        .col_expr(Column::Problem, Expr::value(problem))
        .col_expr(Column::ClaimedUntil, Expr::value(None::<i64>))
        .filter(Column::Id.eq(job.id));
    if state != "due" {
        update = update.col_expr(Column::DoneAt, Expr::value(now));
    }
    if matches!(end, End::Done) {
        update = update.col_expr(Column::Payload, Expr::value(None::<String>));
    }
    update.exec(tx).await?;
    Ok(())
}
