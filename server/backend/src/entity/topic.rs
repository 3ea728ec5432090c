//! Rows of `topic`.

use super::stored::{JsonText, Stored};
use domain::text::Text;
use domain::topic;
use sea_orm::entity::prelude::*;

/// One row of `topic`; the columns mean what the migration says.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "topic")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub event_id: i64,
    pub number: i32,
    pub title: JsonText<Text>,
    pub summary: Option<JsonText<Text>>,
    pub minutes: i32,
    pub author_id: Option<i64>,
    pub author_sealed: Option<String>,
    pub origin: Option<JsonText<Text>>,
    pub status: Stored<topic::Status>,
    pub reason: Option<JsonText<Text>>,
    pub merged_into: Option<i64>,
    pub proposed_on: String,
    pub opened: i64,
    pub wanted: Option<Stored<topic::Wanted>>,
    pub area: Option<String>,
    pub links: JsonText<Vec<topic::Link>>,
    pub version: i32,
    pub edited_on: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
