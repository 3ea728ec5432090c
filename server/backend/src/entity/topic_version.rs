//! Rows of `topic_version`.

use super::stored::{JsonText, Stored};
use domain::text::Text;
use domain::topic;
use sea_orm::entity::prelude::*;

/// One row of `topic_version`; the columns mean what the migration says.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "topic_version")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub topic_id: i64,
    pub title: JsonText<Text>,
    pub summary: Option<JsonText<Text>>,
    pub minutes: i32,
    pub wanted: Option<Stored<topic::Wanted>>,
    pub area: Option<String>,
    pub links: JsonText<Vec<topic::Link>>,
    pub written_on: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
