//! What a change sends, to whom and when, said before it is made.

use super::status::{StatusChange, cause, stepped, stepping};
use super::{EventFields, changed, for_change, is_new_version, telling};
use crate::entity::{event, topic};
use crate::mail::{Sample, sample};
use crate::outbox::EntryCause;
use crate::repo::runs::{at, is_added};
use crate::service::access::{self, Actor};
use crate::service::entry::{self, Reach, Whom};
use crate::service::{outcomes, registration, untold};
use crate::{Error, Result, Site, keys};
use domain::event::{Run, Status};
use domain::text::Lang;
use jiff::Timestamp;
use sea_orm::ConnectionTrait;

/// Who hears of a change, and when.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Those who get a letter at once.
    pub now: Reach,
    /// So many more get one because a place has come free for them.
    pub promoted: usize,
    /// Where the change waits for others: when all of them are told, in one quiet letter.
    pub later_at: Option<Timestamp>,
    /// Whether the entry is a new version (SEQUENCE).
    pub new_version: bool,
}

/// A change that has not been made.
#[derive(Clone, Debug)]
pub struct Foretold {
    /// The event as it is.
    pub before: event::Model,
    /// The event as it would be.
    pub after: event::Model,
    /// Who hears of it.
    pub told: Told,
    /// Those who get the quiet letter, if nothing is told at once.
    pub later: Reach,
    /// How the letter reads, if there is one.
    pub letter: Option<Sample>,
    /// Topics of which nobody has said what becomes of them, where the event is to be over.
    pub unanswered: Vec<topic::Model>,
    /// What [`super::update_seen`] and [`super::change_status_seen`] want to be shown.
    pub mark: String,
}

impl Foretold {
    /// Whether anybody gets a letter, now or later.
    pub fn reaches_anybody(&self) -> bool {
        self.told.now.total() > 0 || self.told.promoted > 0 || self.later.total() > 0
    }
}

/// What an event was when it was looked at: another text for every change of it, registrations aside.
pub fn mark(event: &event::Model) -> String {
    let counters = event::Model { next_topic_number: 0, next_round_number: 0, next_queue_number: 0, ..event.clone() };
    keys::hash(&format!("{counters:?}"))
}

pub(super) fn still_the_same(event: &event::Model, seen: Option<&str>) -> Result<()> {
    if seen.is_none_or(|seen| seen == mark(event)) { Ok(()) } else { Err(Error::Conflict("changed_meanwhile")) }
}

/// What changing these fields would send; the rights, faults and refusals are those of the change.
pub async fn of_change(site: &Site, actor: &Actor, slug: &str, fields: &EventFields, lang: Lang) -> Result<Foretold> {
    let db = site.db.read();
    let before = for_change(access::event(db, actor, slug).await?, actor)?;
    let after = changed(db, site, &before, fields).await?;
    of_both(db, site, before, after, lang).await
}

/// What storing the one in place of the other would send.
pub(super) async fn of_both(
    db: &impl ConnectionTrait,
    site: &Site,
    before: event::Model,
    after: event::Model,
    lang: Lang,
) -> Result<Foretold> {
    let mut told = Told { new_version: is_new_version(&before, &after), ..Told::default() };
    let telling = telling(&before, &after)?;
    let mut later = Reach::default();
    if let Some(whom) = telling.at_once {
        told.now = entry::reach(db, site, &after, whom, EntryCause::Changed).await?;
    }
    if let Some(whom) = telling.later {
        told.later_at = Some(untold::told_by(db, site, &after).await?);
        later = entry::reach_once_outdated(db, site, &after, whom).await?;
    }
    told.promoted = registration::promotions(db, &after).await?.len();
    if is_added(&before, &after) {
        told.now = entry::reach_of_second(db, site, &after).await?;
        let letter = letter(db, site, &at(&after, Run::Second), EntryCause::RunAdded, told.now, lang).await?;
        return Ok(Foretold { mark: mark(&before), before, after, told, later, letter, unanswered: Vec::new() });
    }
    let first = match (telling.at_once, telling.later) {
        (None, Some(whom)) => (EntryCause::Amended, Some(whom)),
        (whom, _) => (EntryCause::Changed, whom),
    };
    let run = at(&after, first.1.and_then(Whom::run).unwrap_or_default());
    let reach = if told.now.total() > 0 { told.now } else { later };
    let letter = letter(db, site, &run, first.0, reach, lang).await?;
    Ok(Foretold { mark: mark(&before), before, after, told, later, letter, unanswered: Vec::new() })
}

/// What taking the event to another status would send.
pub async fn of_status(site: &Site, actor: &Actor, slug: &str, change: StatusChange, lang: Lang) -> Result<Foretold> {
    let db = site.db.read();
    let before = stepping(access::event(db, actor, slug).await?, actor)?;
    let after = stepped(&before, change)?;
    let (to, mut told) = (after.status.0, Told { new_version: is_new_version(&before, &after), ..Told::default() });
    if to.is_mailed() {
        told.now = entry::reach(db, site, &after, Whom::Everybody, cause(to)).await?;
    }
    let letter = letter(db, site, &after, cause(to), told.now, lang).await?;
    let unanswered = if to == Status::Held { outcomes::unanswered(db, before.id).await? } else { Vec::new() };
    Ok(Foretold { mark: mark(&before), before, after, told, later: Reach::default(), letter, unanswered })
}

pub(super) async fn letter(
    db: &impl ConnectionTrait,
    site: &Site,
    event: &event::Model,
    cause: EntryCause,
    reach: Reach,
    lang: Lang,
) -> Result<Option<Sample>> {
    if reach.total() == 0 { Ok(None) } else { sample(db, site, event, cause, lang).await.map(Some) }
}
