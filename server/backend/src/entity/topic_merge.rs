//! Rows of `topic_merge`.

use super::stored::Stored;
use domain::topic::Proposal;
use sea_orm::entity::prelude::*;

/// One row of `topic_merge`; the columns mean what the migration says.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "topic_merge")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub topic_id: i64,
    pub into_id: i64,
    pub state: Stored<Proposal>,
    pub proposed_on: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
