//! Rows of `procedure_question`.

use super::stored::JsonText;
use domain::text::Text;
use sea_orm::entity::prelude::*;

/// One row of `procedure_question`; the columns mean what the migration says.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "procedure_question")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub event_id: i64,
    pub position: i32,
    pub text: JsonText<Text>,
    pub explanation: Option<JsonText<Text>>,
    pub options: JsonText<Vec<Text>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
