//! Rows of `round`.

use super::stored::{JsonText, Stored};
use domain::invitation::Audience;
use domain::text::Text;
use domain::voting::{Kind, Method, Utility, Voters};
use sea_orm::entity::prelude::*;

/// One row of `round`; the columns mean what the migration says.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "round")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub event_id: i64,
    pub number: i32,
    pub title: JsonText<Text>,
    pub method: Stored<Method>,
    pub opens_at: i64,
    pub closes_at: i64,
    pub winners: Option<i32>,
    pub minutes: Option<i32>,
    pub max_choices: Option<i32>,
    pub secret: bool,
    pub key: Option<String>,
    pub made_at: i64,
    pub electorate_at: Option<i64>,
    pub closed_at: Option<i64>,
    pub result: Option<String>,
    pub applied_at: Option<i64>,
    pub kind: Stored<Kind>,
    pub utility: Stored<Utility>,
    pub voters: Stored<Voters>,
    pub audience: Option<JsonText<Audience>>,
    pub quorum: Option<i32>,
    pub remind_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
