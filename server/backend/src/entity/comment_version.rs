//! Rows of `comment_version`.

use super::stored::Stored;
use domain::comment::Stance;
use domain::text::Lang;
use sea_orm::entity::prelude::*;

/// One row of `comment_version`; the columns mean what the migration says.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "comment_version")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub comment_id: i64,
    pub language: Stored<Lang>,
    pub text: String,
    pub written_on: String,
    pub stance: Option<Stored<Stance>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
