//! Rows of `invitation`.

use super::stored::Stored;
use domain::event::Run;
use domain::invitation::Delivery;
use domain::invitation::Holding;
use domain::invitation::PartStat;
use sea_orm::entity::prelude::*;

/// Where an invitation came from: an organiser, or the person's own registration.
pub const INVITED: &str = "invited";
/// See [`INVITED`].
pub const REGISTERED: &str = "registered";

/// One row of `invitation`; the columns mean what the migration says.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "invitation")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub event_id: i64,
    pub person_id: i64,
    pub origin: String,
    pub sequence: i32,
    pub partstat: Stored<PartStat>,
    pub withdrawn: bool,
    pub holding: Stored<Holding>,
    pub delivery: Stored<Delivery>,
    pub created_at: i64,
    pub changed_at: i64,
    pub outdated: bool,
    pub run: Stored<Run>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
