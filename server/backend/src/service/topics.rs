//! Topics: proposed with or without a name, found again, supported, answered.

mod alike;
mod author;
mod content;
mod edit;
mod files;
mod propose;
mod shown;
mod status;
mod support;

pub use alike::{Alike, alike};
pub(crate) use author::{is_author, is_unnamed_author, opened, seal_author};
pub use content::{LINK_TITLE_MAX, LINKS_MAX, NewLink, TopicFields};
pub use edit::{Translation, edit, in_a_round, missing, open_to_changes, translate, versions};
pub use files::{FILES_MAX, attach, detach, files, listed, open};
pub use propose::{NewTopic, Proposed, propose};
pub use shown::{Shown, list, show};
pub use status::{change_status, set_status};
pub(crate) use support::supported_by;
pub use support::{support, unsupport};

use crate::Result;
use crate::entity::{event, hidden_topic, topic};
use crate::error::Error;
use crate::service::access::{self, Actor, Seen};
use domain::event::Status as EventStatus;
use domain::text::Text;
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// Longest title, in characters.
pub const TITLE_MAX: usize = 200;
/// Longest summary, in characters.
pub const SUMMARY_MAX: usize = 5_000;
/// Longest reason, in characters.
pub const REASON_MAX: usize = 1_000;

/// Refuses (409 `status`) what comes after the event.
pub(crate) fn still_open(event: &event::Model) -> Result<()> {
    match event.status.0 {
        EventStatus::Held | EventStatus::Cancelled => Err(Error::Conflict("status")),
        _ => Ok(()),
    }
}

/// As [`load`], with the event held and the topic read after that.
pub(crate) async fn load_locked(tx: &impl ConnectionTrait, actor: &Actor, topic_id: i64) -> Result<(topic::Model, Seen)> {
    let topic = || topic::Entity::find_by_id(topic_id).one(tx);
    let event_id = topic().await?.ok_or(Error::NotFound)?.event_id;
    let seen = access::event_by_id_locked(tx, actor, event_id).await?;
    Ok((topic().await?.ok_or(Error::NotFound)?, seen))
}

/// Refuses (409 `topic_hidden`) what needs a topic that can be read.
pub(crate) async fn not_hidden(tx: &impl ConnectionTrait, topic_id: i64) -> Result<()> {
    match hidden_topic::Entity::find_by_id(topic_id).one(tx).await? {
        Some(_) => Err(Error::Conflict("topic_hidden")),
        None => Ok(()),
    }
}

/// For lists: topics whose words are not hidden.
pub(crate) fn readable() -> Expr {
    topic::Column::Id.not_in_subquery(Query::select().column(hidden_topic::Column::TopicId).from(hidden_topic::Entity).to_owned())
}

/// A topic of an event that the actor may see, else 404.
pub async fn load(db: &impl ConnectionTrait, actor: &Actor, topic_id: i64) -> Result<(topic::Model, Seen)> {
    let topic = topic::Entity::find_by_id(topic_id).one(db).await?.ok_or(Error::NotFound)?;
    let seen = access::event_by_id(db, actor, topic.event_id).await?;
    Ok((topic, seen))
}

/// The topic of a number within an event.
pub async fn by_number(db: &impl ConnectionTrait, event_id: i64, number: i32) -> Result<topic::Model> {
    let found = topic::Entity::find().filter(topic::Column::EventId.eq(event_id)).filter(topic::Column::Number.eq(number));
    found.one(db).await?.ok_or(Error::NotFound)
}

/// Up to `limit` topics of an event with ids above `after`, by id.
pub async fn part(db: &impl ConnectionTrait, event_id: i64, after: i64, limit: u64) -> Result<Vec<topic::Model>> {
    let rows = topic::Entity::find().filter(topic::Column::EventId.eq(event_id)).filter(topic::Column::Id.gt(after));
    Ok(rows.order_by_asc(topic::Column::Id).limit(limit).all(db).await?)
}

fn is_blank(text: &Text) -> bool {
    [&text.lv, &text.en].iter().all(|part| part.as_deref().is_none_or(|part| part.trim().is_empty()))
}
