//! Rows of `outbox`.

use sea_orm::entity::prelude::*;

/// One row of `outbox`; the columns mean what the migration says.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "outbox")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub kind: String,
    pub lane: Option<String>,
    pub payload: Option<String>,
    pub message_id: String,
    pub state: String,
    pub due_at: i64,
    pub attempts: i32,
    pub claimed_until: Option<i64>,
    pub problem: Option<String>,
    pub created_at: i64,
    pub done_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
