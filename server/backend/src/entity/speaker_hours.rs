//! Rows of `speaker_hours`.

use sea_orm::entity::prelude::*;

/// One row of `speaker_hours`; the columns mean what the migration says.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "speaker_hours")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub event_id: i64,
    pub person_id: Option<i64>,
    pub name: Option<String>,
    pub from_local: String,
    pub until_local: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
