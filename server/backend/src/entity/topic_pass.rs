//! Rows of `topic_pass`.

use super::stored::{JsonText, Stored};
use domain::text::Text;
use domain::topic::Pass;
use sea_orm::entity::prelude::*;

/// One row of `topic_pass`; the columns mean what the migration says.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "topic_pass")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub topic_id: i64,
    pub into_event_id: i64,
    pub state: Stored<Pass>,
    pub reason: Option<JsonText<Text>>,
    pub made_id: Option<i64>,
    pub proposed_on: String,
    pub decided_on: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
