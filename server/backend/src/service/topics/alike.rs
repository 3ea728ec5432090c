//! Topics much like what somebody types.

use super::readable;
use crate::entity::topic;
use crate::service::access::{self, Actor};
use crate::{Result, Site};
use domain::similarity::{Similar, similar};
use domain::topic::Status;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

/// A topic much like something typed.
#[derive(Clone, Debug)]
pub struct Alike {
    /// The topic.
    pub topic: topic::Model,
    /// 0–1 and the matched words.
    pub found: Similar<i64>,
    /// The text the matched words are in.
    pub title: String,
}

/// Topics of the event that are much like what is being typed.
pub async fn alike(site: &Site, actor: &Actor, slug: &str, typed: &str) -> Result<Vec<Alike>> {
    let seen = access::event(site.db.read(), actor, slug).await?;
    among(site.db.read(), seen.event.id, typed).await
}

pub(super) async fn among(db: &impl ConnectionTrait, event_id: i64, typed: &str) -> Result<Vec<Alike>> {
    let topics = topic::Entity::find()
        .filter(topic::Column::EventId.eq(event_id))
        .filter(topic::Column::Status.is_not_in([<&str>::from(Status::Merged), <&str>::from(Status::Declined)]))
        .filter(readable())
        .all(db)
        .await?;
    let titles = || {
        topics.iter().flat_map(|topic| [&topic.title.0.lv, &topic.title.0.en].into_iter().flatten().map(|title| (topic.id, title.as_str())))
    };
    let found = similar(typed, titles());
    let alike = |found: Similar<i64>| {
        let topic = topics.iter().find(|topic| topic.id == found.id)?.clone();
        // The matched places are in one of the two titles: the one they fit.
        let fits = |title: &&String| found.matched.iter().all(|range| title.get(range.clone()).is_some());
        let title = [&topic.title.0.lv, &topic.title.0.en].into_iter().flatten().find(fits)?.clone();
        Some(Alike { topic, found, title })
    };
    Ok(found.into_iter().filter_map(alike).collect())
}
