//! Rows of `hidden_topic`.

use super::stored::JsonText;
use domain::text::Text;
use sea_orm::entity::prelude::*;

/// One row of `hidden_topic`; the columns mean what the migration says.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "hidden_topic")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub topic_id: i64,
    pub reason: JsonText<Text>,
    pub title: JsonText<Text>,
    pub summary: Option<JsonText<Text>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
