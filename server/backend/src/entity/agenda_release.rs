//! Rows of `agenda_release`.

use super::stored::JsonText;
use domain::agenda::Snapshot;
use domain::text::Text;
use sea_orm::entity::prelude::*;

/// One row of `agenda_release`; the columns mean what the migration says.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "agenda_release")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub event_id: i64,
    pub number: i32,
    pub name: JsonText<Text>,
    pub snapshot: JsonText<Snapshot>,
    pub released_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
