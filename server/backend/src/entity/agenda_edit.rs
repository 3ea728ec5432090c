//! Rows of `agenda_edit`: what was changed in a working version, to be taken back.

use super::stored::JsonText;
use domain::agenda::Session;
use sea_orm::entity::prelude::*;

/// One row of `agenda_edit`; the columns mean what the migration says.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "agenda_edit")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub event_id: i64,
    pub person_id: i64,
    pub session_id: i64,
    pub step: i64,
    pub before: Option<JsonText<Session>>,
    pub after: Option<JsonText<Session>>,
    pub undone: bool,
    pub made_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
