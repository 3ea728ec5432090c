//! Where a topic came from and what became of it further up, as far as a reader may know.

use super::related;
use crate::Result;
use crate::entity::{event, host, topic, topic_pass};
use crate::service::access::{self, Actor};
use crate::service::topics;
use domain::event::{Kind, Status, Visibility};
use domain::text::Text;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::BTreeMap;

/// One pass, seen from one of its two topics.
#[derive(Clone, Debug)]
pub struct Step {
    /// The proposal and what became of it.
    pub pass: topic_pass::Model,
    /// The host of the event at the other end.
    pub host: Text,
    /// What sort of event that is.
    pub kind: Kind,
    /// The event, if the reader may see it.
    pub event: Option<event::Model>,
    /// The topic there, if there is one and the reader may see its event.
    pub topic: Option<topic::Model>,
}

/// The way of one topic.
#[derive(Clone, Debug, Default)]
pub struct Chain {
    /// Where it came from, the first first.
    pub from: Vec<Step>,
    /// Where it was passed on to, each followed by where it went from there.
    pub on: Vec<Step>,
}

impl Chain {
    /// Whether it was only ever a topic of one event.
    pub fn is_empty(&self) -> bool {
        self.from.is_empty() && self.on.is_empty()
    }
}

/// What the steps are told from.
struct Known {
    passes: Vec<topic_pass::Model>,
    topics: BTreeMap<i64, topic::Model>,
    events: BTreeMap<i64, event::Model>,
    hosts: BTreeMap<i64, Text>,
    visible: Vec<i64>,
}

impl Known {
    async fn of(db: &impl ConnectionTrait, actor: &Actor, passes: Vec<topic_pass::Model>) -> Result<Self> {
        let all = passes.iter().flat_map(|pass| [Some(pass.topic_id), pass.made_id]).flatten();
        let topics = topic::Entity::find().filter(topic::Column::Id.is_in(all)).all(db).await?;
        let topics: BTreeMap<i64, topic::Model> = topics.into_iter().map(|topic| (topic.id, topic)).collect();
        let events = || {
            let ids = topics.values().map(|topic| topic.event_id).chain(passes.iter().map(|pass| pass.into_event_id));
            event::Entity::find().filter(event::Column::Id.is_in(ids))
        };
        let visible = events().select_only().column(event::Column::Id).filter(access::visible(actor)).into_tuple().all(db).await?;
        let events: BTreeMap<i64, event::Model> = events().all(db).await?.into_iter().map(|event| (event.id, event)).collect();
        let hosts = host::Entity::find().filter(host::Column::Id.is_in(events.values().map(|event| event.host_id))).all(db).await?;
        let hosts = hosts.into_iter().map(|host| (host.id, host.name.0)).collect();
        Ok(Self { passes, topics, events, hosts, visible })
    }

    fn is_for_the_invited(&self, event_id: i64) -> bool {
        self.events.get(&event_id).is_some_and(|event| event.visibility.0 == Visibility::Invited)
    }

    /// A draft is nobody's business, not even that there is one.
    fn step(&self, pass: &topic_pass::Model, event_id: i64, topic: Option<i64>) -> Option<Step> {
        let event = self.events.get(&event_id)?;
        let seen = self.visible.contains(&event_id);
        if !seen && event.status.0 == Status::Draft {
            return None;
        }
        Some(Step {
            pass: pass.clone(),
            host: self.hosts.get(&event.host_id)?.clone(),
            kind: event.kind.0,
            event: seen.then(|| event.clone()),
            topic: topic.filter(|_| seen).and_then(|id| self.topics.get(&id)).cloned(),
        })
    }

    fn from(&self, topic: i64) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut at = topic;
        while let Some(pass) = self.passes.iter().find(|pass| pass.made_id == Some(at)) {
            let Some(origin) = self.topics.get(&pass.topic_id) else { break };
            steps.extend(self.step(pass, origin.event_id, Some(origin.id)));
            at = origin.id;
        }
        steps.reverse();
        steps
    }

    /// A topic is made by one pass, so no way leads back.
    fn on(&self, topic: i64) -> Vec<Step> {
        let mut steps = Vec::new();
        for pass in self.passes.iter().filter(|pass| pass.topic_id == topic) {
            // Of an event for the invited nobody else learns, not even that a topic was passed to it.
            let told = |step: &Step| step.event.is_some() || !self.is_for_the_invited(pass.into_event_id);
            steps.extend(self.step(pass, pass.into_event_id, pass.made_id).filter(told));
            steps.extend(pass.made_id.map(|made| self.on(made)).unwrap_or_default());
        }
        steps
    }
}

/// The way of each of these topics that was passed anywhere; so many statements as there are stations, however many topics.
pub async fn chain(db: &impl ConnectionTrait, actor: &Actor, ids: &[i64]) -> Result<BTreeMap<i64, Chain>> {
    let passes = related(db, ids.iter().copied()).await?;
    if passes.is_empty() {
        return Ok(BTreeMap::new());
    }
    let known = Known::of(db, actor, passes).await?;
    let chains = ids.iter().map(|id| (*id, Chain { from: known.from(*id), on: known.on(*id) }));
    Ok(chains.filter(|(_, chain)| !chain.is_empty()).collect())
}

/// A topic that the reader supported and that was taken up elsewhere, where they do not support it.
#[derive(Clone, Debug)]
pub struct Gone {
    /// The topic they support, and its event.
    pub topic: (topic::Model, event::Model),
    /// What it is elsewhere.
    pub into: (topic::Model, event::Model),
}

/// What the reader's support did not follow by itself, the newest first, at most `limit`.
pub async fn gone_on(db: &impl ConnectionTrait, actor: &Actor, limit: u64) -> Result<Vec<Gone>> {
    let me = actor.me()?.id;
    let passes = topic_pass::Entity::find()
        .filter(topic_pass::Column::TopicId.in_subquery(topics::supported_by(me)))
        .filter(topic_pass::Column::MadeId.is_not_null())
        .filter(topic_pass::Column::MadeId.not_in_subquery(topics::supported_by(me)))
        .order_by_desc(topic_pass::Column::Id)
        .limit(limit)
        .all(db)
        .await?;
    if passes.is_empty() {
        return Ok(Vec::new());
    }
    let ids = passes.iter().flat_map(|pass| [Some(pass.topic_id), pass.made_id]).flatten();
    let topics = topic::Entity::find().filter(topic::Column::Id.is_in(ids)).all(db).await?;
    let events = event::Entity::find().filter(event::Column::Id.is_in(topics.iter().map(|topic| topic.event_id)));
    let events = events.filter(access::visible(actor)).all(db).await?;
    let with = |id: i64| {
        let topic = topics.iter().find(|topic| topic.id == id)?.clone();
        let event = events.iter().find(|event| event.id == topic.event_id)?.clone();
        Some((topic, event))
    };
    let one = |pass: topic_pass::Model| {
        let into = with(pass.made_id?).filter(|(topic, event)| topic.status.0.is_open() && topics::still_open(event).is_ok())?;
        Some(Gone { topic: with(pass.topic_id)?, into })
    };
    Ok(passes.into_iter().filter_map(one).collect())
}
