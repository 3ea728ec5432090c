//! Rows of `report`.

use super::stored::Stored;
use domain::comment::Complaint;
use sea_orm::entity::prelude::*;

/// One row of `report`; the columns mean what the migration says.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "report")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub topic_id: i64,
    pub comment_id: Option<i64>,
    pub person_id: Option<i64>,
    pub reason: Stored<Complaint>,
    pub text: Option<String>,
    pub reported_on: String,
    pub decision: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
