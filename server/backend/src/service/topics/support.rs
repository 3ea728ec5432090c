//! Supporting a topic, and taking the support back.

use super::{load_locked, not_hidden, still_open};
use crate::entity::{support, topic};
use crate::error::Error;
use crate::service::access::Actor;
use crate::{Result, Site};
use sea_orm::sea_query::{OnConflict, SelectStatement};
use sea_orm::{ColumnTrait, EntityTrait, NotSet, QueryFilter, QuerySelect, QueryTrait, Set};

/// Supports a topic; a second time changes nothing. 409 `status` where it is merged, answered or declined, or the event is over.
pub async fn support(site: &Site, actor: &Actor, topic_id: i64) -> Result<topic::Model> {
    let me = actor.me()?.id;
    let tx = site.db.begin_write().await?;
    let (topic, seen) = load_locked(&tx, actor, topic_id).await?;
    still_open(&seen.event)?;
    if !topic.status.0.is_open() {
        return Err(Error::Conflict("status"));
    }
    not_hidden(&tx, topic_id).await?;
    let row = support::ActiveModel { id: NotSet, topic_id: Set(topic_id), person_id: Set(me) };
    let once = OnConflict::columns([support::Column::TopicId, support::Column::PersonId]).do_nothing().to_owned();
    support::Entity::insert(row).on_conflict(once).exec_without_returning(&tx).await?;
    tx.commit().await?;
    Ok(topic)
}

/// Takes the support back.
pub async fn unsupport(site: &Site, actor: &Actor, topic_id: i64) -> Result<topic::Model> {
    let me = actor.me()?.id;
    let tx = site.db.begin_write().await?;
    let (topic, seen) = load_locked(&tx, actor, topic_id).await?;
    still_open(&seen.event)?;
    support::Entity::delete_many().filter(support::Column::TopicId.eq(topic_id)).filter(support::Column::PersonId.eq(me)).exec(&tx).await?;
    tx.commit().await?;
    Ok(topic)
}

/// The ids of the topics that a person supports, to ask within another question.
pub(crate) fn supported_by(person_id: i64) -> SelectStatement {
    support::Entity::find().select_only().column(support::Column::TopicId).filter(support::Column::PersonId.eq(person_id)).into_query()
}
