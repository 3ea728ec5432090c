//! How the outbox stands, for whoever watches over it.

use crate::Result;
use crate::db::Db;
use crate::entity::outbox::{Column, Entity};
use jiff::Timestamp;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};

/// Figures of the outbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Jobs that are `due` (now or later), and those that `failed` for good.
    pub by_state: [(&'static str, u64); 2],
    /// For how many seconds the job that should have left first has waited; 0 where none is late.
    pub oldest_due_seconds: i64,
}

/// How it stands at `now`.
pub async fn standing(db: &Db, now: Timestamp) -> Result<Standing> {
    let db = db.read();
    let count =
        |state: &'static str| async move { Entity::find().filter(Column::State.eq(state)).count(db).await.map(|count| (state, count)) };
    let by_state = [count("due").await?, count("failed").await?];
    let oldest = Entity::find().filter(Column::State.eq("due")).select_only().column_as(Column::DueAt.min(), "oldest");
    let oldest: Option<Option<i64>> = oldest.into_tuple().one(db).await?;
    let late = oldest.flatten().map_or(0, |due| (now.as_millisecond() - due).max(0) / 1_000);
    Ok(Standing { by_state, oldest_due_seconds: late })
}
