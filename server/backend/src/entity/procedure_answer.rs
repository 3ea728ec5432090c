//! Rows of `procedure_answer`.

use super::stored::JsonText;
use domain::procedure::Answer;
use sea_orm::entity::prelude::*;

/// One row of `procedure_answer`; the columns mean what the migration says.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "procedure_answer")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub event_id: i64,
    pub person_id: Option<i64>,
    pub added: bool,
    pub answers: Option<JsonText<Vec<Answer>>>,
    pub separate_opinion: Option<String>,
    pub answered_at: Option<i64>,
    pub late: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
