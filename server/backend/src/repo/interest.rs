//! The early answers of people to an event.

use crate::Result;
use crate::entity::interest;
use crate::entity::stored::Stored;
use domain::event::Interest;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::HashMap;

/// How many gave each answer; who gave none to none of them is not there.
pub async fn counts(db: &impl ConnectionTrait, event_id: i64) -> Result<HashMap<Interest, i64>> {
    let found = interest::Entity::find()
        .filter(interest::Column::EventId.eq(event_id))
        .select_only()
        .column(interest::Column::Answer)
        .column_as(interest::Column::Id.count(), "count")
        .group_by(interest::Column::Answer)
        .into_tuple::<(Stored<Interest>, i64)>()
        .all(db)
        .await?;
    Ok(found.into_iter().map(|(answer, count)| (answer.0, count)).collect())
}

/// One person's answer.
pub async fn of(db: &impl ConnectionTrait, event_id: i64, person_id: i64) -> Result<Option<Interest>> {
    let query = interest::Entity::find().filter(interest::Column::EventId.eq(event_id)).filter(interest::Column::PersonId.eq(person_id));
    Ok(query.one(db).await?.map(|row| row.answer.0))
}
