//! Rows of `event_file`.

use super::stored::Stored;
use domain::topic::FileKind;
use sea_orm::entity::prelude::*;

/// One row of `event_file`; the columns mean what the migration says.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "event_file")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub event_id: i64,
    pub name: String,
    pub kind: Stored<FileKind>,
    pub size: i64,
    pub added_on: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
