//! Proposing a topic.

use super::alike::{Alike, among};
use super::author::seal_author;
use super::{SUMMARY_MAX, TITLE_MAX, is_blank, still_open};
use crate::entity::{event, topic};
use crate::error::Faults;
use crate::service::access::{self, Actor, Seen};
use crate::service::talk::{follow, timeline};
use crate::{Result, Site, repo};
use domain::text::Text;
use domain::topic::{By, Happening, Minutes, Status};
use sea_orm::{ActiveModelTrait, ConnectionTrait, NotSet, Set};

/// A topic as proposed.
#[derive(Clone, Debug)]
pub struct NewTopic {
    /// What should be talked about.
    pub title: Text,
    /// Why, and what should come of it.
    pub summary: Option<Text>,
    /// Minutes it needs.
    pub minutes: i64,
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
    let title = faults.take("title", Text::line(new.title.lv.as_deref(), new.title.en.as_deref(), TITLE_MAX));
    let summary = faults.take_optional(
        "summary",
        new.summary.filter(|text| !is_blank(text)).map(|text| Text::block(text.lv.as_deref(), text.en.as_deref(), SUMMARY_MAX)),
    );
    let minutes = faults.take("minutes", Minutes::new(new.minutes));
    faults.check()?;
    let (title, minutes) = (Faults::got(title)?, Faults::got(minutes)?);

    let tx = site.db.begin_write().await?;
    let event = open_event(&tx, actor, slug).await?.event;
    let alike = among(&tx, event.id, title.pick(Default::default())).await?;
    let row = topic::ActiveModel {
        id: NotSet,
        event_id: Set(event.id),
        number: Set(repo::events::take_number(&tx, &event, event::Column::NextTopicNumber, event.next_topic_number).await?),
        title: Set(title.into()),
        summary: Set(summary.map(Into::into)),
        minutes: Set(i32::from(minutes.get())),
        author_id: Set((!new.anonymous).then_some(me)),
        author_sealed: Set(new.anonymous.then(|| seal_author(site, me))),
        origin: Set(None),
        status: Set(Status::Proposed.into()),
        reason: Set(None),
        merged_into: Set(None),
        proposed_on: Set(site.now().to_zoned(jiff::tz::TimeZone::UTC).date().to_string()),
        opened: Set(0),
    };
    let topic = row.insert(&tx).await?;
    let proposed = timeline::note(&tx, site, topic.id, Happening::Proposed, By::Author).await?;
    if !new.anonymous {
        follow::begin(&tx, topic.id, me, proposed).await?;
    }
    tx.commit().await?;
    Ok(Proposed { topic, similar: alike })
}

/// The event, locked, if it still takes topics.
async fn open_event(tx: &impl ConnectionTrait, actor: &Actor, slug: &str) -> Result<Seen> {
    let seen = access::event_locked(tx, actor, slug).await?;
    still_open(&seen.event)?;
    Ok(seen)
}
