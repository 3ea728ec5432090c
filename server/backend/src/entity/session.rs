//! Rows of `session`: items of an agenda.

use super::stored::{JsonText, Stored};
use domain::agenda::{Material, Part, SessionKind, SessionLanguage};
use domain::event::Run;
use domain::text::Text;
use sea_orm::entity::prelude::*;

/// One row of `session`; the columns mean what the migration says.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub event_id: i64,
    pub topic_id: Option<i64>,
    pub title: JsonText<Text>,
    pub starts_local: String,
    pub duration_minutes: i32,
    pub room: Option<JsonText<Text>>,
    pub online_url: Option<String>,
    pub part: Stored<Part>,
    pub version: i32,
    pub removed: bool,
    pub created_at: i64,
    pub changed_at: i64,
    pub run: Option<Stored<Run>>,
    pub kind: Stored<SessionKind>,
    pub language: Option<Stored<SessionLanguage>>,
    pub chatham_house: bool,
    pub working_group: Option<JsonText<Text>>,
    pub materials: Option<JsonText<Vec<Material>>>,
    pub capacity: Option<i32>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
