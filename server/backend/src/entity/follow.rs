//! Rows of `follow`.

use sea_orm::entity::prelude::*;

/// One row of `follow`; the columns mean what the migration says.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "follow")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub topic_id: i64,
    pub person_id: Option<i64>,
    pub follower_hash: Option<String>,
    pub following: bool,
    pub seen: i64,
    pub told: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
