//! What a person said about topics, with a name.

use crate::Result;
use crate::entity::{comment, comment_version, follow, mention, report};
use crate::service::talk::news;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};

/// Comments with what they said before, those that are hidden included: they are the person's own.
pub(super) async fn comments(db: &impl ConnectionTrait, id: i64) -> Result<Value> {
    let rows = comment::Entity::find().filter(comment::Column::AuthorId.eq(id)).order_by_asc(comment::Column::Id).all(db).await?;
    let before = comment_version::Entity::find()
        .filter(comment_version::Column::CommentId.is_in(rows.iter().map(|row| row.id)))
        .order_by_asc(comment_version::Column::Id)
        .all(db)
        .await?;
    let versions = |id: i64| -> Value {
        let of = before.iter().filter(|version| version.comment_id == id);
        of.map(|version| json!({"text": version.text, "stance": version.stance.map(|stance| stance.0), "language": version.language.0, "written_on": version.written_on})).collect()
    };
    let one = |row: comment::Model| {
        json!({
            "topic": row.topic_id,
            "answers": row.parent_id,
            "text": row.text,
            "language": row.language.0,
            "stance": row.stance.map(|stance| stance.0),
            "before": versions(row.id),
            "state": row.state.0,
            "hidden_reason": row.hidden_reason.map(|reason| reason.0),
            "written_on": row.written_on,
            "edited_on": row.edited_on,
        })
    };
    Ok(rows.into_iter().map(one).collect())
}

pub(super) async fn follows(db: &impl ConnectionTrait, id: i64) -> Result<Value> {
    let rows = follow::Entity::find().filter(follow::Column::PersonId.eq(id)).order_by_asc(follow::Column::TopicId).all(db).await?;
    Ok(rows.into_iter().map(|row| json!({"topic": row.topic_id, "following": row.following})).collect())
}

/// What letters about topics they chose, and the comments of others that name them.
pub(super) async fn news(db: &impl ConnectionTrait, id: i64) -> Result<Value> {
    let choice = news::choice(db, id).await?;
    let named = mention::Entity::find().filter(mention::Column::PersonId.eq(id)).order_by_asc(mention::Column::Id).all(db).await?;
    let comments: Vec<i64> = named.into_iter().map(|row| row.comment_id).collect();
    Ok(json!({"rhythm": choice.rhythm, "mentions": choice.mentions, "named_in": comments}))
}

pub(super) async fn reports(db: &impl ConnectionTrait, id: i64) -> Result<Value> {
    let rows = report::Entity::find().filter(report::Column::PersonId.eq(id)).order_by_asc(report::Column::Id).all(db).await?;
    let one = |row: report::Model| {
        json!({
            "topic": row.topic_id,
            "comment": row.comment_id,
            "reason": row.reason.0,
            "text": row.text,
            "reported_on": row.reported_on,
            "decision": row.decision,
        })
    };
    Ok(rows.into_iter().map(one).collect())
}
