//! Rows of `topic_event`.

use super::stored::{JsonText, Stored};
use domain::text::Text;
use domain::topic::{By, Happening};
use sea_orm::entity::prelude::*;

/// One row of `topic_event`; the columns mean what the migration says.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "topic_event")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub topic_id: i64,
    pub happening: Stored<Happening>,
    pub done_by: Stored<By>,
    pub on_date: String,
    pub other_id: Option<i64>,
    pub round_id: Option<i64>,
    pub comment_id: Option<i64>,
    pub reason: Option<JsonText<Text>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
