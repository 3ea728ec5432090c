//! Rows of `procedure`.

use super::stored::JsonText;
use domain::procedure::Quorum;
use sea_orm::entity::prelude::*;

/// One row of `procedure`; the columns mean what the migration says.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "procedure")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub event_id: i64,
    pub quorum: Option<JsonText<Quorum>>,
    pub named: bool,
    pub asked_at: Option<i64>,
    pub reminded_at: Option<i64>,
    pub closed_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
