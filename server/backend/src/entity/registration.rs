//! Rows of `registration`.

use super::stored::Stored;
use domain::registration;
use domain::registration::Spot;
use sea_orm::entity::prelude::*;

/// One row of `registration`; the columns mean what the migration says.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "registration")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub event_id: i64,
    pub person_id: i64,
    pub mode: Stored<Spot>,
    pub status: Stored<registration::Status>,
    pub queue: i64,
    pub waiting_mode: Option<Stored<Spot>>,
    pub waiting_queue: Option<i64>,
    pub registered_at: i64,
    pub cancelled_at: Option<i64>,
    pub named: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
