//! Rows of `date_poll_reply`.

use super::stored::{JsonText, Stored};
use domain::date_poll::Answer;
use domain::text::Lang;
use sea_orm::entity::prelude::*;
use std::collections::BTreeMap;

/// One row of `date_poll_reply`; the columns mean what the migration says.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "date_poll_reply")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub poll_id: i64,
    pub person_id: Option<i64>,
    pub secret_hash: Option<String>,
    pub name: String,
    pub email: Option<String>,
    pub email_confirmed: bool,
    pub zone: String,
    pub language: Stored<Lang>,
    pub answers: JsonText<BTreeMap<u16, Answer>>,
    pub answered_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
