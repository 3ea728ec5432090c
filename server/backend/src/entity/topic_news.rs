//! Rows of `topic_news`.

use super::stored::Stored;
use domain::news::Rhythm;
use sea_orm::entity::prelude::*;

/// One row of `topic_news`; the columns mean what the migration says.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "topic_news")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: i64,
    pub rhythm: Stored<Rhythm>,
    pub mentions: bool,
    pub due_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
