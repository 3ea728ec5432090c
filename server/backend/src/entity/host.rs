//! Rows of `host`.

use super::stored::{JsonText, Stored};
use domain::host::HostKind;
use domain::text::Text;
use sea_orm::entity::prelude::*;

/// One row of `host`; the columns mean what the migration says.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "host")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub slug: String,
    pub name: JsonText<Text>,
    pub kind: Stored<HostKind>,
    pub country: Option<String>,
    pub zone: String,
    pub parent_id: Option<i64>,
    pub created_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
