//! The beginning of a letter about an event as it will read, for whoever decides whether it is sent.

use super::entry::{Reader, letter};
use crate::calendar::Facts;
use crate::entity::{event, host};
use crate::outbox::{EntryCause, EntryJob};
use crate::{Error, Result, Site};
use domain::invitation::PartStat;
use domain::person::OwnZone;
use domain::text::Lang;
use sea_orm::{ConnectionTrait, EntityTrait};

/// What every recipient's letter has in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// The subject line.
    pub subject: String,
    /// The large line.
    pub heading: String,
    /// The sentence below it.
    pub lede: String,
    /// When, where, who: each with its lines.
    pub facts: Vec<(String, Vec<String>)>,
}

/// The letter of a cause to somebody who has no place and whose zone is the venue's.
pub async fn sample(db: &impl ConnectionTrait, site: &Site, event: &event::Model, cause: EntryCause, lang: Lang) -> Result<Sample> {
    let host = host::Entity::find_by_id(event.host_id).one(db).await?.ok_or(Error::NotFound)?;
    let event = Facts::of(event, false)?;
    let job = EntryJob { invitation: 0, cause, sequence: 0, stamp: 0, partstat: PartStat::NeedsAction, place: None, event };
    let letter = letter(site, &job, &Reader { lang, name: "", own: OwnZone::home(""), host: &host.name.0, unsubscribe: "" });
    let facts = letter.facts.iter().map(|fact| (fact.name.clone(), fact.lines.iter().map(super::letter::Line::text).collect()));
    Ok(Sample { facts: facts.collect(), subject: letter.subject, heading: letter.heading, lede: letter.lede })
}
