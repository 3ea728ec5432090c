//! Telling the organisers that something should not stand as it does.

use super::{hold_comment, today};
use crate::entity::{report, topic};
use crate::error::{Error, Faults};
use crate::service::access::{Actor, Seen};
use crate::service::{given, topics};
use crate::{Result, Site};
use domain::comment::Complaint;
use domain::text::block;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, NotSet, PaginatorTrait, QueryFilter, Set};

/// Longest report, in characters.
pub const TEXT_MAX: usize = 1_000;
/// So many reports a person and day: a reader's share of a bad day, and no flood.
pub const A_DAY: u64 = 10;
const DAY_S: i64 = 86_400;

/// What a report or a decision is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Thing {
    /// A topic.
    Topic(i64),
    /// A comment.
    Comment(i64),
}

/// Reports something; while a report of the same person on it is open, another changes nothing. Beyond [`A_DAY`] it is 429.
pub async fn report(site: &Site, actor: &Actor, thing: Thing, reason: &str, text: Option<&str>) -> Result<()> {
    let me = actor.me()?.id;
    let mut faults = Faults::default();
    let reason: Option<Complaint> = faults.take("reason", given::word(reason));
    let text =
        text.filter(|text| !text.trim().is_empty()).and_then(|text| given::limited(&mut faults, "text", TEXT_MAX, block(text, TEXT_MAX)));
    if reason.is_some_and(Complaint::needs_words) && text.is_none() && faults.check().is_ok() {
        return Err(Error::field("text", "required"));
    }
    let tx = site.db.begin_write().await?;
    let (topic, comment, _) = held(&tx, actor, thing).await?;
    faults.check()?;
    let mine = || report::Entity::find().filter(report::Column::PersonId.eq(me));
    let same = match comment {
        Some(comment) => report::Column::CommentId.eq(comment),
        None => report::Column::CommentId.is_null(),
    };
    let open = mine().filter(report::Column::TopicId.eq(topic.id)).filter(same).filter(report::Column::Decision.is_null());
    if open.one(&tx).await?.is_some() {
        return Ok(());
    }
    if mine().filter(report::Column::ReportedOn.eq(today(site))).count(&tx).await? >= A_DAY {
        return Err(Error::TooOften(DAY_S - site.now().as_second().rem_euclid(DAY_S)));
    }
    let row = report::ActiveModel {
        id: NotSet,
        topic_id: Set(topic.id),
        comment_id: Set(comment),
        person_id: Set(Some(me)),
        reason: Set(Faults::got(reason)?.into()),
        text: Set(text),
        reported_on: Set(today(site)),
        decision: Set(None),
    };
    row.insert(&tx).await?;
    Ok(tx.commit().await?)
}

/// The topic, and the comment if it is one, still to be read.
async fn held(tx: &impl ConnectionTrait, actor: &Actor, thing: Thing) -> Result<(topic::Model, Option<i64>, Seen)> {
    match thing {
        Thing::Topic(id) => {
            let (topic, seen) = topics::load_locked(tx, actor, id).await?;
            topics::not_hidden(tx, id).await?;
            Ok((topic, None, seen))
        }
        Thing::Comment(id) => {
            let (comment, topic, seen) = hold_comment(tx, actor, id).await?;
            comment.state.0.shown().map_err(|refusal| Error::Conflict(refusal.code))?;
            Ok((topic, Some(id), seen))
        }
    }
}
