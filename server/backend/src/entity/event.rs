//! Rows of `event`.

use super::stored::{JsonText, Stored};
use domain::event;
use domain::event::Kind;
use domain::event::Venue;
use domain::event::Visibility;
use domain::text::Text;
use sea_orm::entity::prelude::*;

/// One row of `event`; the columns mean what the migration says.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "event")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub slug: String,
    pub host_id: i64,
    pub series_id: Option<i64>,
    pub edition_date: Option<String>,
    pub kind: Stored<Kind>,
    pub title: JsonText<Text>,
    pub summary: Option<JsonText<Text>>,
    pub description: Option<JsonText<Text>>,
    pub starts_local: String,
    pub zone: String,
    pub duration_minutes: i32,
    pub starts_at: i64,
    pub ends_at: i64,
    pub tzdb: String,
    pub venue: Option<JsonText<Venue>>,
    pub online_url: Option<String>,
    pub online_public: bool,
    pub in_person_offered: bool,
    pub in_person_capacity: Option<i32>,
    pub online_offered: bool,
    pub online_capacity: Option<i32>,
    pub visibility: Stored<Visibility>,
    pub status: Stored<event::Status>,
    pub status_reason: Option<JsonText<Text>>,
    pub registration_opens_local: Option<String>,
    pub registration_opens_at: Option<i64>,
    pub registration_closes_local: Option<String>,
    pub registration_closes_at: Option<i64>,
    pub uid: String,
    pub sequence: i32,
    pub next_topic_number: i32,
    pub next_round_number: i32,
    pub next_queue_number: i64,
    pub created_at: i64,
    pub changed_at: i64,
    pub second_starts_local: Option<String>,
    pub second_starts_at: Option<i64>,
    pub second_ends_at: Option<i64>,
    pub second_capacity: Option<i32>,
    pub second_uid: Option<String>,
    pub second_sequence: Option<i32>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
