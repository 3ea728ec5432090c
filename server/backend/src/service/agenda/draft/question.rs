//! The question that a draft answers, as the event stands.

use super::super::input::Named;
use super::super::known::known;
use super::asked::{Asked, Settings, TOPICS, TopicSettings, minute};
use super::built::Built;
use super::pairs::{self, Counted, Pairs};
use crate::clock::instant;
use crate::entity::stored::Stored;
use crate::entity::{event, person, session, support, topic};
use crate::error::Faults;
use crate::repo::agenda::Draft;
use crate::repo::{self, runs};
use crate::service::access::{self, Actor, Seen};
use crate::service::topics::readable;
use crate::{Error, Result, Site, keys};
use domain::agenda::draft::{Problem, STEP, Stretch};
use domain::agenda::{Known, Part, Session, Speaker};
use domain::event::Run;
use domain::fault::Fault;
use domain::host::Right;
use domain::id::PersonId;
use domain::text::Text;
use domain::time::slots::Night;
use domain::time::{Timestamp, Zone};
use domain::topic::Status;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{BTreeMap, BTreeSet};

/// What is placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A topic that waits: its row and its number.
    Topic(i64, i32),
    /// A session of the working version that is placed anew: its row.
    Session(i64),
}

/// One of what is placed, beside what the rule knows of it.
#[derive(Clone, Debug)]
pub struct Label {
    pub what: What,
    pub title: Text,
    pub part: Part,
    pub speakers: Vec<Speaker>,
    /// Those of a topic as they were given.
    pub given: Vec<Named>,
    pub version: Option<i32>,
}

/// The question and what its numbers stand for.
#[derive(Debug)]
pub struct Question {
    pub seen: Seen,
    pub zone: Zone,
    pub problem: Problem,
    /// In the order of the tasks.
    pub labels: Vec<Label>,
    /// Sessions that stay where they are, in the order of what is fixed, before the lunches.
    pub kept: Vec<Draft>,
    /// In the order of the rooms; none is the event's own place.
    pub rooms: Vec<Option<Text>>,
    /// In the order of the voices.
    pub voices: Vec<Speaker>,
    /// How people are called.
    pub names: BTreeMap<PersonId, String>,
    pub counted: Counted,
    /// Another text for everything it was made from.
    pub mark: String,
}

/// What a form of a draft offers.
#[derive(Debug)]
pub struct Options {
    /// The event.
    pub seen: Seen,
    /// The event's clocks.
    pub zone: Zone,
    /// Topics that wait, by number.
    pub waiting: Vec<topic::Model>,
    /// Sessions of the working version, and whether each is published.
    pub sessions: Vec<(Session, bool)>,
    /// The rooms.
    pub rooms: Vec<domain::agenda::Room>,
    /// Rounds whose ballots can count, newest first.
    pub rounds: Vec<crate::entity::round::Model>,
}

/// What a form of a draft offers, for who may make one.
pub async fn options(site: &Site, actor: &Actor, slug: &str) -> Result<Options> {
    let db = site.db.read();
    let seen = may(actor, access::event(db, actor, slug).await?)?;
    let zone = site.zones.get(&seen.event.zone).map_err(Error::internal)?.clone();
    let published = super::super::newest(db, &seen.event).await?;
    let drafts = repo::agenda::working(db, seen.event.id).await?;
    let sessions: Vec<Session> = drafts.into_iter().map(|draft| draft.session).filter(Session::is_attended).collect();
    Ok(Options {
        waiting: waiting(db, seen.event.id).await?,
        sessions: sessions.into_iter().map(|session| (session.clone(), published.get(session.id).is_some())).collect(),
        rooms: repo::agenda_known::rooms(db, seen.event.id).await?,
        rounds: pairs::counted(db, seen.event.id).await?,
        zone,
        seen,
    })
}

/// The event for who may change its agenda, which is not over.
pub fn may(actor: &Actor, seen: Seen) -> Result<Seen> {
    actor.me()?;
    seen.require(Right::ManageAgenda)?;
    if seen.event.status.0.is_final() { Err(Error::Conflict("status")) } else { Ok(seen) }
}

/// Shortlisted topics without a session, by number; not what was hidden.
async fn waiting(db: &impl ConnectionTrait, event_id: i64) -> Result<Vec<topic::Model>> {
    let placed = session::Entity::find()
        .select_only()
        .column(session::Column::TopicId)
        .filter(session::Column::EventId.eq(event_id))
        .filter(session::Column::Removed.eq(false))
        .filter(session::Column::TopicId.is_not_null());
    let placed: BTreeSet<i64> = placed.into_tuple::<i64>().all(db).await?.into_iter().collect();
    let rows = topic::Entity::find()
        .filter(topic::Column::EventId.eq(event_id))
        .filter(topic::Column::Status.eq(Stored(Status::Shortlisted)))
        .filter(readable())
        .order_by_asc(topic::Column::Number);
    Ok(rows.all(db).await?.into_iter().filter(|row| !placed.contains(&row.id)).collect())
}

/// Everything a draft is made from, read once.
pub(super) struct Read {
    pub(super) event: event::Model,
    pub(super) zone: Zone,
    pub(super) settings: Settings,
    pub(super) known: Known,
    pub(super) counted: Counted,
    pub(super) marks: Pairs,
    supports: BTreeMap<i64, u32>,
    pub(super) people: BTreeMap<String, PersonId>,
}

/// The question that is asked, under whatever `db` sees.
pub async fn question(db: &impl ConnectionTrait, site: &Site, seen: Seen, asked: &Asked) -> Result<Question> {
    let zone = site.zones.get(&seen.event.zone).map_err(Error::internal)?.clone();
    let mut faults = Faults::default();
    let settings = asked.read(&seen.event, &zone, &mut faults);
    let drafts = repo::agenda::working(db, seen.event.id).await?;
    let (anew, kept): (Vec<Draft>, Vec<Draft>) = drafts.into_iter().partition(|one| settings.anew.contains(&one.session.id.0));
    for (i, id) in settings.anew.iter().enumerate() {
        if !anew.iter().any(|one| one.session.id.0 == *id && one.session.is_attended()) {
            faults.add(Fault::new(format!("anew.{i}"), "unknown_session"));
        }
    }
    let topics = chosen(waiting(db, seen.event.id).await?, settings.topics.as_deref(), &mut faults);
    if topics.len() + anew.len() > TOPICS {
        faults.add(Fault::new("topics", "too_many"));
    }
    faults.check()?;
    let sessions: Vec<Session> = anew.iter().chain(&kept).map(|one| one.session.clone()).collect();
    let ids: Vec<i64> = topics.iter().map(|(row, _)| row.id).chain(sessions.iter().filter_map(|one| Some(one.topic?.0))).collect();
    let read = Read {
        known: known(db, site, &seen.event, &zone, &sessions).await?,
        counted: pairs::ballots(db, seen.event.id, settings.round).await?,
        marks: pairs::marks(db, seen.event.id).await?,
        supports: supports(db, &ids).await?,
        people: named(db, &topics).await?,
        event: seen.event.clone(),
        zone: zone.clone(),
        settings,
    };
    let refs: Vec<&Session> = sessions.iter().collect();
    let names = repo::agenda::people(db, &refs).await?;
    let names = names.into_iter().map(|(id, (name, email))| (id, if name.is_empty() { email } else { name })).collect();
    read.rooms_are_known()?;
    let mut built = Built::default();
    built.fill(&read, &topics, &anew, &kept);
    let problem = built.problem(&read, &kept);
    let mark = keys::hash(&format!("{problem:?}{:?}{:?}{:?}{}", built.labels, kept, built.rooms, seen.event.zone));
    Ok(Question {
        problem,
        labels: built.labels,
        kept,
        rooms: built.rooms,
        voices: built.voices,
        names,
        counted: read.counted,
        mark,
        zone,
        seen,
    })
}

/// The topics asked for, each with what is said of it; all of them if none is named.
fn chosen(waiting: Vec<topic::Model>, asked: Option<&[TopicSettings]>, faults: &mut Faults) -> Vec<(topic::Model, TopicSettings)> {
    let plain = |id| TopicSettings { id, part: Part::Main, speakers: Vec::new(), expected: None };
    let Some(asked) = asked else { return waiting.into_iter().map(|row| (row.clone(), plain(row.id))).collect() };
    for (i, one) in asked.iter().enumerate() {
        if !waiting.iter().any(|row| row.id == one.id) || asked.iter().take(i).any(|before| before.id == one.id) {
            faults.add(Fault::new("topics", "unknown_topic"));
        }
    }
    waiting.into_iter().filter_map(|row| Some((row.clone(), asked.iter().find(|one| one.id == row.id)?.clone()))).collect()
}

async fn supports(db: &impl ConnectionTrait, topics: &[i64]) -> Result<BTreeMap<i64, u32>> {
    if topics.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows: Vec<(i64, i64)> = support::Entity::find()
        .select_only()
        .column(support::Column::TopicId)
        .column_as(support::Column::Id.count(), "people")
        .filter(support::Column::TopicId.is_in(topics.iter().copied()))
        .group_by(support::Column::TopicId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(topic, people)| (topic, u32::try_from(people).unwrap_or(u32::MAX))).collect())
}

/// The people among the speakers named, by address.
async fn named(db: &impl ConnectionTrait, topics: &[(topic::Model, TopicSettings)]) -> Result<BTreeMap<String, PersonId>> {
    let addresses = topics.iter().flat_map(|(_, one)| &one.speakers).filter_map(|one| match one {
        Named::Person(email) => Some(email.to_string()),
        Named::Name(_) => None,
    });
    let addresses: Vec<String> = addresses.collect();
    if addresses.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows = person::Entity::find().filter(person::Column::Email.is_in(addresses)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.email, PersonId(row.id))).collect())
}

impl Read {
    pub(super) fn rooms_are_known(&self) -> Result<()> {
        let unknown = |name: &&String| self.known.room(&both(name)).is_none();
        let named = self.settings.rooms.iter().flatten();
        match named.enumerate().find(|(_, name)| unknown(name)) {
            Some((i, _)) => Err(Error::field(&format!("rooms.{i}"), "unknown_room")),
            None => Ok(()),
        }
    }

    /// How many want a topic: those who chose it in the round that counts, else who support it.
    pub(super) fn votes(&self, topic: Option<i64>) -> u32 {
        let from = if self.counted.round.is_some() { &self.counted.topics } else { &self.supports };
        topic.and_then(|id| from.get(&id)).copied().unwrap_or_default()
    }

    /// Everybody in the room comes to what is for all.
    pub(super) fn expected(&self, part: Part, said: Option<u32>, votes: u32) -> u32 {
        said.unwrap_or_else(|| if part == Part::Main { self.known.in_room } else { votes.min(self.known.in_room) })
    }

    pub(super) fn night(&self) -> Vec<(Stretch, u32)> {
        let later = |run| match run {
            Run::First => 0,
            Run::Second => (runs::at(&self.event, Run::Second).starts_at - self.event.starts_at) / 60_000,
        };
        let asleep = |at: i64| {
            let is_night = |(run, zone, _): &&(Run, Zone, i64)| {
                let time = zone.local(minute_at(at + later(*run))).time.time();
                Night::default().has(u16::from(time.hour().unsigned_abs()) * 60 + u16::from(time.minute().unsigned_abs()))
            };
            self.known.online.iter().filter(is_night).map(|(.., people)| *people).sum::<i64>()
        };
        let mut nights: Vec<(Stretch, u32)> = Vec::new();
        for hours in &self.settings.hours {
            let mut at = hours.from;
            while at < hours.to {
                let to = (at - at.rem_euclid(STEP) + STEP).min(hours.to);
                let people = u32::try_from(asleep(at)).unwrap_or(0);
                match nights.last_mut().filter(|(last, same)| last.to == at && *same == people) {
                    Some((last, _)) => last.to = to,
                    None => nights.push((Stretch { from: at, to }, people)),
                }
                at = to;
            }
        }
        nights.retain(|(_, people)| *people > 0);
        nights
    }

    /// Every day's lunch within the hours.
    pub(super) fn lunches(&self) -> Vec<Stretch> {
        let Some((from, until)) = self.settings.lunch else { return Vec::new() };
        let mut dates = BTreeSet::new();
        for hours in &self.settings.hours {
            dates.insert(self.zone.local(minute_at(hours.from)).time.date());
            dates.insert(self.zone.local(minute_at(hours.to)).time.date());
        }
        let at = |local: jiff::civil::DateTime| {
            let local = domain::time::LocalTime::new(local);
            self.zone.resolve(local).or_else(|gap| self.zone.resolve(gap.after)).ok().map(|resolved| minute(resolved.at))
        };
        let one = |date: jiff::civil::Date| Some(Stretch { from: at(date.to_datetime(from))?, to: at(date.to_datetime(until))? });
        dates.into_iter().filter_map(one).collect()
    }
}

/// An instant of the event's clocks.
pub fn minute_at(minute: i64) -> Timestamp {
    instant(minute * 60_000)
}

pub(super) fn both(name: &str) -> Text {
    Text { lv: Some(name.to_owned()), en: Some(name.to_owned()) }
}
