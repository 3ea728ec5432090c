//! Rows of `person`.

use super::stored::{JsonText, Stored};
use domain::person::{Segment, Travel};
use domain::text::Lang;
use sea_orm::entity::prelude::*;

/// One row of `person`; the columns mean what the migration says.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "person")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub email: String,
    pub name: String,
    pub zone: String,
    pub travel: Option<JsonText<Travel>>,
    pub country: Option<String>,
    pub language: Stored<Lang>,
    pub segment: Option<Stored<Segment>>,
    pub organisation: Option<String>,
    pub competences: JsonText<Vec<String>>,
    pub contact_per_year: Option<i32>,
    pub is_admin: bool,
    pub calendar_generation: i32,
    pub first_signed_in_at: Option<i64>,
    pub created_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
