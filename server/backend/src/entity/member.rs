//! Rows of `member`.

use super::stored::Stored;
use domain::host::Role;
use sea_orm::entity::prelude::*;

/// One row of `member`; the columns mean what the migration says.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "member")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub host_id: i64,
    pub person_id: i64,
    pub role: Stored<Role>,
    pub named_by_parent: bool,
    pub created_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
