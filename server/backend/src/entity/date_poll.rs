//! Rows of `date_poll`.

use super::stored::JsonText;
use domain::date_poll::Slot;
use domain::text::Text;
use sea_orm::entity::prelude::*;

/// One row of `date_poll`; the columns mean what the migration says.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "date_poll")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub host_id: i64,
    pub token: String,
    pub title: JsonText<Text>,
    pub note: Option<JsonText<Text>>,
    pub zone: String,
    pub duration_minutes: i32,
    pub slots: JsonText<Vec<Slot>>,
    pub closes_at: i64,
    pub without_account: bool,
    pub answers_shown: bool,
    pub event_id: Option<i64>,
    pub created_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
