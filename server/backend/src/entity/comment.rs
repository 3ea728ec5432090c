//! Rows of `comment`.

use super::stored::{JsonText, Stored};
use domain::comment::{Stance, State};
use domain::text::{Lang, Text};
use sea_orm::entity::prelude::*;

/// One row of `comment`; the columns mean what the migration says.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "comment")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub topic_id: i64,
    pub parent_id: Option<i64>,
    pub author_id: Option<i64>,
    pub author_sealed: Option<String>,
    pub language: Stored<Lang>,
    pub text: String,
    pub state: Stored<State>,
    pub hidden_reason: Option<JsonText<Text>>,
    pub written_on: String,
    pub edited_on: Option<String>,
    pub stance: Option<Stored<Stance>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
