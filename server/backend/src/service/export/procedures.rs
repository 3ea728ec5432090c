//! What somebody is asked in writing, and what they answered.

use super::at;
use crate::Result;
use crate::entity::{event, procedure_answer};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};

/// The answers of a person, in the order of the questions.
pub async fn answered(db: &impl ConnectionTrait, id: i64) -> Result<Value> {
    let rows =
        procedure_answer::Entity::find().filter(procedure_answer::Column::PersonId.eq(id)).order_by_asc(procedure_answer::Column::Id);
    let rows = rows.all(db).await?;
    let events = event::Entity::find().filter(event::Column::Id.is_in(rows.iter().map(|row| row.event_id))).all(db).await?;
    let slug = |id: i64| events.iter().find(|event| event.id == id).map(|event| event.slug.clone());
    let one = |row: procedure_answer::Model| {
        json!({
            "event": slug(row.event_id),
            "answers": row.answers.map(|answers| answers.0),
            "separate_opinion": row.separate_opinion,
            "answered_at": row.answered_at.map(at),
            "late": row.late,
        })
    };
    Ok(rows.into_iter().map(one).collect())
}
