//! Talking about topics: comments, who follows them, what is reported and hidden, how two become one, and what became of each.
//!
//! Nothing here that names a person has a time of its own, and nothing an unnamed author does is stored beside their id.

pub mod comments;
pub mod digest;
pub mod discussion;
pub mod follow;
pub mod mentions;
pub mod merge;
pub mod moderate;
pub mod news;
pub mod report;
pub mod stances;
pub mod timeline;

use crate::entity::{comment, topic};
use crate::error::Error;
use crate::service::access::{Actor, Seen};
use crate::service::topics;
use crate::{Result, Site};
use sea_orm::{ConnectionTrait, EntityTrait};

/// A comment with its topic, both read once the event is held.
async fn hold_comment(tx: &impl ConnectionTrait, actor: &Actor, comment_id: i64) -> Result<(comment::Model, topic::Model, Seen)> {
    let found = comment::Entity::find_by_id(comment_id).one(tx).await?.ok_or(Error::NotFound)?;
    let (topic, seen) = topics::load_locked(tx, actor, found.topic_id).await?;
    let comment = comment::Entity::find_by_id(comment_id).one(tx).await?.ok_or(Error::NotFound)?;
    Ok((comment, topic, seen))
}

/// A comment on something that the actor may see, else 404.
pub async fn load_comment(db: &impl ConnectionTrait, actor: &Actor, comment_id: i64) -> Result<(comment::Model, topic::Model, Seen)> {
    let comment = comment::Entity::find_by_id(comment_id).one(db).await?.ok_or(Error::NotFound)?;
    let (topic, seen) = topics::load(db, actor, comment.topic_id).await?;
    Ok((comment, topic, seen))
}

/// Today (UTC): all that is stored of when.
pub(crate) fn today(site: &Site) -> String {
    site.now().to_zoned(jiff::tz::TimeZone::UTC).date().to_string()
}
