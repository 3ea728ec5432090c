//! Topics as lists and pages show them.

use super::author::is_author;
use crate::entity::{hidden_topic, person, support, topic};
use crate::service::access::Actor;
use crate::{Result, Site};
use domain::text::Text;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect};

/// A topic as lists and pages show it.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The row.
    pub topic: topic::Model,
    /// The name of who proposed it, if it was proposed with one.
    pub author: Option<String>,
    /// How many people support it.
    pub supporters: u32,
    /// The reader is one of them.
    pub supported: bool,
    /// The reader proposed it (with or without a name).
    pub own: bool,
    /// Why the organisers hid its words; what stands in its title is then not the author's.
    pub hidden: Option<Text>,
    /// What it is part of now.
    pub merged_into: Option<topic::Model>,
}

/// All topics of an event, most supported first, in three queries however many there are.
pub async fn list(db: &impl ConnectionTrait, site: &Site, actor: &Actor, event_id: i64) -> Result<Vec<Shown>> {
    let rows = topic::Entity::find().filter(topic::Column::EventId.eq(event_id)).order_by_asc(topic::Column::Number).all(db).await?;
    let mut shown = show(db, site, actor, rows).await?;
    shown.sort_by_key(|one| (!one.is_open(), std::cmp::Reverse(one.supporters), one.topic.number));
    Ok(shown)
}

impl Shown {
    /// Whether it can be read and supported.
    pub fn is_open(&self) -> bool {
        self.topic.status.0.is_open() && self.hidden.is_none()
    }
}

/// What lists show of these topics.
pub async fn show(db: &impl ConnectionTrait, site: &Site, actor: &Actor, topics: Vec<topic::Model>) -> Result<Vec<Shown>> {
    if topics.is_empty() {
        return Ok(Vec::new());
    }
    let me = actor.id();
    let ids: Vec<i64> = topics.iter().map(|topic| topic.id).collect();
    let counts: Vec<(i64, i64)> = support::Entity::find()
        .select_only()
        .column(support::Column::TopicId)
        .column_as(support::Column::Id.count(), "supporters")
        .filter(support::Column::TopicId.is_in(ids.clone()))
        .group_by(support::Column::TopicId)
        .into_tuple()
        .all(db)
        .await?;
    let mine: Vec<i64> = match me {
        Some(me) => {
            let mine = support::Entity::find().select_only().column(support::Column::TopicId);
            mine.filter(support::Column::PersonId.eq(me).and(support::Column::TopicId.is_in(ids))).into_tuple().all(db).await?
        }
        None => Vec::new(),
    };
    let hidden =
        hidden_topic::Entity::find().filter(hidden_topic::Column::TopicId.is_in(topics.iter().map(|topic| topic.id))).all(db).await?;
    let others = topic::Entity::find().filter(topic::Column::Id.is_in(topics.iter().filter_map(|topic| topic.merged_into))).all(db).await?;
    let authors: Vec<i64> = topics.iter().filter_map(|topic| topic.author_id).collect();
    let names: Vec<(i64, String)> = person::Entity::find()
        .select_only()
        .columns([person::Column::Id, person::Column::Name])
        .filter(person::Column::Id.is_in(authors))
        .into_tuple()
        .all(db)
        .await?;
    let one = |topic: topic::Model| Shown {
        author: topic
            .author_id
            .and_then(|id| names.iter().find(|(person, _)| *person == id))
            .map(|(_, name)| name.clone())
            .filter(|name| !name.is_empty()),
        supporters: counts.iter().find(|(id, _)| *id == topic.id).and_then(|(_, count)| u32::try_from(*count).ok()).unwrap_or(0),
        supported: mine.contains(&topic.id),
        own: me.is_some_and(|me| is_author(site, &topic, me)),
        hidden: hidden.iter().find(|row| row.topic_id == topic.id).map(|row| row.reason.0.clone()),
        merged_into: others.iter().find(|other| topic.merged_into == Some(other.id)).cloned(),
        topic,
    };
    Ok(topics.into_iter().map(one).collect())
}
