//! What a release tells one person: the sessions that concern them, as they were and as they are, on both clocks.

use super::entries::entries_of;
use super::told::concerned;
use crate::entity::{event, host, person};
use crate::repo::{self, people, runs};
use crate::{Result, Site};
use domain::agenda::{Kind, Part, Session, Snapshot, Span, Speaker, Ties, Why};
use domain::calendar::publish;
use domain::event::Run;
use domain::id::{PersonId, SessionId};
use domain::person::OwnZone;
use domain::text::Text;
use domain::time::Zone;
use sea_orm::EntityTrait;
use std::collections::BTreeSet;

/// Sessions named in one letter.
const MOST: usize = 30;

/// A letter about a release, before it is put into words.
#[derive(Clone, Debug)]
pub struct News {
    /// Who reads it.
    pub person: person::Model,
    /// By whose clocks they live.
    pub own: OwnZone,
    /// The event.
    pub event: event::Model,
    /// Its host's name.
    pub host: Text,
    /// The clocks of the agenda.
    pub zone: Zone,
    /// It is the first release.
    pub first: bool,
    /// Why it is sent.
    pub why: Why,
    /// What concerns them, by start; of the first release what they speak in, else the whole main part.
    pub items: Vec<Item>,
    /// How many more there are than are named.
    pub more: usize,
    /// The sessions they marked and that changed, as a calendar (METHOD:PUBLISH).
    pub calendar: Option<String>,
}

/// A session in a letter.
#[derive(Clone, Debug)]
pub struct Item {
    /// How it differs.
    pub kind: Kind,
    /// Its name.
    pub title: Text,
    /// When and in which room it was, unless it is new.
    pub was: Option<(Span, Option<Text>)>,
    /// When and in which room it is, unless it is gone.
    pub now: Option<(Span, Option<Text>)>,
}

/// The letter of a release to somebody who knows an earlier one; nothing where it concerns them no more.
pub async fn news(site: &Site, event_id: i64, person_id: i64, against: i32, release: i32) -> Result<Option<News>> {
    let db = site.db.read();
    let Some(event) = event::Entity::find_by_id(event_id).one(db).await? else { return Ok(None) };
    let Some(person) = person::Entity::find_by_id(person_id).one(db).await? else { return Ok(None) };
    let Some(host) = host::Entity::find_by_id(event.host_id).one(db).await? else { return Ok(None) };
    let Some(release) = repo::agenda::release(db, event_id, release).await? else { return Ok(None) };
    let after = release.snapshot.0;
    let Some(to) = concerned(db, site, &event, against, &after, Some(person_id)).await?.pop() else { return Ok(None) };
    let before = repo::agenda::release(db, event_id, against).await?.map(|release| release.snapshot.0);
    let first = before.is_none();
    let before = before.unwrap_or_default();
    let Ok(zone) = site.zones.get(&after.zone).cloned() else { return Ok(None) };
    let mut items = match first {
        true => published(&event, &zone, &after, &to.ties, to.why),
        false => changed(&event, &zone, &before, &after, &to.ties),
    };
    let more = items.len().saturating_sub(MOST);
    items.truncate(MOST);
    let marked: BTreeSet<SessionId> =
        before.differences(&after).iter().map(|one| one.change.session).filter(|id| to.ties.marked.contains(id)).collect();
    let entries = entries_of(site, &person, &event, &after, &marked).await?;
    Ok(Some(News {
        own: people::own_zone(&person),
        host: host.name.0,
        why: to.why,
        calendar: (!entries.is_empty()).then(|| publish(&entries)),
        person,
        event,
        zone,
        first,
        items,
        more,
    }))
}

/// What is new to somebody of a first release: what they speak in or lead, else the main part of their run.
fn published(event: &event::Model, zone: &Zone, after: &Snapshot, ties: &Ties, why: Why) -> Vec<Item> {
    let own = |session: &&Session| match why {
        Why::Speaks => speaks(session, ties.person),
        _ => session.part == Part::Main && session.is_attended() && session.is_at(ties.run.unwrap_or_default()),
    };
    let one =
        |session: &Session| Item { kind: Kind::Added, title: session.title.clone(), was: None, now: Some(at(event, zone, session, ties)) };
    after.alive().filter(own).map(one).collect()
}

fn changed(event: &event::Model, zone: &Zone, before: &Snapshot, after: &Snapshot, ties: &Ties) -> Vec<Item> {
    let differences = before.differences(after);
    let mine = differences.iter().filter(|one| one.concerns(ties).is_some());
    let one = |one: &domain::agenda::Difference<'_>| {
        let title = one.now.or(one.was)?.title.clone();
        let place = |session: Option<&Session>| session.map(|session| at(event, zone, session, ties));
        Some(Item { kind: one.change.kind, title, was: place(one.was), now: place(one.now) })
    };
    mine.filter_map(one).collect()
}

/// At the time of the one run that has it, else of the person's own.
fn at(event: &event::Model, zone: &Zone, session: &Session, ties: &Ties) -> (Span, Option<Text>) {
    let run = session.run.or(ties.run.filter(|_| runs::is_twice(event))).unwrap_or(Run::First);
    let session = session.clone().in_run(run, runs::later_by(event, run));
    (session.span(zone), session.room)
}

fn speaks(session: &Session, person: PersonId) -> bool {
    session.voices().any(|voice| *voice == Speaker::Person(person))
}
