//! Rows of `outcome`.

use super::stored::{JsonText, Stored};
use domain::outcome::Kind;
use domain::text::Text;
use sea_orm::entity::prelude::*;

/// One row of `outcome`; the columns mean what the migration says.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "outcome")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub event_id: i64,
    pub topic_id: Option<i64>,
    pub session_id: Option<i64>,
    pub kind: Stored<Kind>,
    pub text: JsonText<Text>,
    pub owner_name: Option<String>,
    pub owner_id: Option<i64>,
    pub due_on: Option<String>,
    pub done_on: Option<String>,
    pub recorded_on: String,
    pub version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
