//! Proposing a topic.

use super::alike::{Alike, among};
use super::author::seal_author;
use super::content::{TopicFields, apply};
use super::still_open;
use crate::entity::stored::JsonText;
use crate::entity::{event, topic};
use crate::error::Faults;
use crate::service::access::{self, Actor, Seen};
use crate::service::talk::{follow, timeline, today};
use crate::{Result, Site, repo};
use domain::text::Text;
use domain::topic::{By, Happening, Status};
use sea_orm::{ActiveModelTrait, ConnectionTrait, IntoActiveModel, NotSet};

/// A topic as proposed.
#[derive(Clone, Debug)]
pub struct NewTopic {
    /// What should be talked about.
    pub title: Text,
    /// Why, and what should come of it.
    pub summary: Option<Text>,
    /// Minutes it needs.
    pub minutes: i64,
    /// What it says beside its words; nothing else of it is read.
    pub beside: TopicFields,
    /// Without a name: nobody is shown who proposed it, organisers included.
    pub anonymous: bool,
}

/// A topic just proposed, and those already there that are much like it.
#[derive(Clone, Debug)]
pub struct Proposed {
    /// The row.
    pub topic: topic::Model,
    /// Best first.
    pub similar: Vec<Alike>,
}

/// Proposes a topic. Whoever is signed in and sees the event may, until it is held or cancelled.
pub async fn propose(site: &Site, actor: &Actor, slug: &str, new: NewTopic) -> Result<Proposed> {
    let me = actor.me()?.id;
    let mut faults = Faults::default();
    let fields = TopicFields { title: Some(new.title), summary: Some(new.summary), minutes: Some(new.minutes), ..new.beside };
    let mut row = blank(site);
    apply(&mut row, fields, &mut faults);
    faults.check()?;

    let tx = site.db.begin_write().await?;
    let event = open_event(&tx, actor, slug).await?.event;
    let alike = among(&tx, event.id, row.title.0.pick(Default::default())).await?;
    row.event_id = event.id;
    row.number = repo::events::take_number(&tx, &event, event::Column::NextTopicNumber, event.next_topic_number).await?;
    row.author_id = (!new.anonymous).then_some(me);
    row.author_sealed = new.anonymous.then(|| seal_author(site, me));
    let mut made = row.into_active_model().reset_all();
    made.id = NotSet;
    let topic = made.insert(&tx).await?;
    let proposed = timeline::note(&tx, site, topic.id, Happening::Proposed, By::Author).await?;
    if !new.anonymous {
        follow::begin(&tx, topic.id, me, proposed).await?;
    }
    tx.commit().await?;
    Ok(Proposed { topic, similar: alike })
}

fn blank(site: &Site) -> topic::Model {
    topic::Model {
        id: 0,
        event_id: 0,
        number: 0,
        title: JsonText::default(),
        summary: None,
        minutes: 0,
        author_id: None,
        author_sealed: None,
        origin: None,
        status: Status::Proposed.into(),
        reason: None,
        merged_into: None,
        proposed_on: today(site),
        wanted: None,
        area: None,
        links: JsonText::default(),
        version: 1,
        edited_on: None,
        opened: 0,
    }
}

/// The event, locked, if it still takes topics.
async fn open_event(tx: &impl ConnectionTrait, actor: &Actor, slug: &str) -> Result<Seen> {
    let seen = access::event_locked(tx, actor, slug).await?;
    still_open(&seen.event)?;
    Ok(seen)
}
