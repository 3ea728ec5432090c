//! What a person answered when they were asked for a date.

use super::at;
use crate::Result;
use crate::entity::{date_poll, date_poll_reply};
use crate::service::access::Me;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};

/// As themselves, and without an account where they confirmed their address.
pub(super) async fn answered(db: &impl ConnectionTrait, me: &Me) -> Result<Value> {
    let by_address =
        Condition::all().add(date_poll_reply::Column::Email.eq(me.email.as_str())).add(date_poll_reply::Column::EmailConfirmed.eq(true));
    let theirs = Condition::any().add(date_poll_reply::Column::PersonId.eq(me.id)).add(by_address);
    let rows = date_poll_reply::Entity::find().filter(theirs).order_by_asc(date_poll_reply::Column::Id).all(db).await?;
    let polls = date_poll::Entity::find().filter(date_poll::Column::Id.is_in(rows.iter().map(|row| row.poll_id))).all(db).await?;
    let one = |row: date_poll_reply::Model| {
        let poll = polls.iter().find(|poll| poll.id == row.poll_id)?;
        let answers = poll.slots.0.iter().map(|slot| json!({"starts_local": slot.starts_local, "answer": row.answers.0.get(&slot.id)}));
        Some(json!({
            "title": poll.title.0,
            "zone": poll.zone,
            "name": row.name,
            "email": row.email,
            "own_zone": row.zone,
            "answers": answers.collect::<Value>(),
            "answered_at": at(row.answered_at),
        }))
    };
    Ok(rows.into_iter().filter_map(one).collect())
}
