//! Rows of `series`.

use super::stored::{JsonText, Stored};
use domain::event::Kind;
use domain::text::Text;
use sea_orm::entity::prelude::*;

/// One row of `series`; the columns mean what the migration says.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "series")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub slug: String,
    pub host_id: i64,
    pub title: JsonText<Text>,
    pub kind: Stored<Kind>,
    pub rule: String,
    pub first: String,
    pub zone: String,
    pub local_time: String,
    pub duration_minutes: i32,
    pub venues: JsonText<Vec<String>>,
    pub notice_ideal: i32,
    pub notice_minimum: i32,
    pub created_at: i64,
    pub changed_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
