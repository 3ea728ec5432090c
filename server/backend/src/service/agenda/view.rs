//! Agendas as one may see them.

use super::known::warned;
use super::setup::mark as mark_of;
use super::{find, newest};
use crate::entity::{agenda_release, event};
use crate::repo::agenda::Had;
use crate::repo::{self, runs};
use crate::service::access::{self, Actor, Seen};
use crate::{Error, Result, Site};
use domain::agenda::{Change, Session, Snapshot, Span, Speaker, Warning};
use domain::event::Run;
use domain::host::Right;
use domain::id::{PersonId, SessionId, TopicId};
use domain::text::Text;
use domain::time::Zone;
use sea_orm::ConnectionTrait;
use std::collections::{BTreeMap, BTreeSet};

/// Which version is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Which {
    /// What was published last.
    #[default]
    Newest,
    /// The release of this number.
    Number(i32),
    /// The release of a number, else the newest, with what it changed against another one.
    Against(Option<i32>, i32),
    /// The working version; for the host only.
    Working,
}

/// Of an event held twice: the agenda of which run, at its times.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum At {
    /// That of the run the actor is in.
    #[default]
    Own,
    /// That of this one.
    Run(Run),
    /// Both in one, as it is written: at the times of the first run.
    Both,
}

/// An agenda and what the reader may know beside it.
#[derive(Clone, Debug)]
pub struct Agenda {
    /// The event.
    pub seen: Seen,
    /// What is shown; nothing where nothing was published, or for the working version.
    pub release: Option<Release>,
    /// The zone its local times are in.
    pub zone: Zone,
    /// The run whose times are shown.
    pub run: Run,
    /// Its sessions by start.
    pub sessions: Vec<Shown>,
    /// Whether the two runs have different sessions.
    pub differs: bool,
    /// What the release changed against the one before, or another that was asked for; nothing for the first.
    pub changes: Vec<Moved>,
    /// The number of that one.
    pub against: Option<i32>,
    /// What the host has not published yet.
    pub working: Option<Working>,
}

/// What was published.
#[derive(Clone, Debug)]
pub struct Release {
    /// Counts from 1 within the event.
    pub number: i32,
    /// Its name.
    pub name: Text,
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// Whether none followed it.
    pub newest: bool,
}

/// The version that the host works on.
#[derive(Clone, Debug)]
pub struct Working {
    /// Its sessions by start.
    pub sessions: Vec<Shown>,
    /// What publishing it would change.
    pub changes: Vec<Moved>,
    /// Another text for every change of it and every release, for [`super::publish`].
    pub mark: String,
    /// What is likely a mistake in it; looked for only where the working version itself is shown.
    pub warnings: Vec<Warning>,
    /// How the people who speak are called, by address where they have no name.
    pub people: BTreeMap<PersonId, String>,
}

/// A session as a reader sees it.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The session; its link is there only for those who may join by it.
    pub session: Session,
    /// When it takes place; where the agendas of both runs are shown in one, as at the first.
    pub span: Span,
    /// There, when it does take place, if only the second run has it.
    pub again: Option<Span>,
    /// The clocks show its start twice; the first is meant.
    pub ambiguous: bool,
    /// Whether it has a link, whoever may see it.
    pub online: bool,
    /// Names; a person without one is left out.
    pub speakers: Vec<String>,
    /// Speakers as they are given, in their order, by address where they are people; for the host only.
    pub given: Option<Vec<String>>,
    /// Names of those who lead it, as of those who speak.
    pub chairs: Vec<String>,
    /// Those who lead it as they are given; for the host only.
    pub given_chairs: Option<Vec<String>>,
    /// The number and title of its topic.
    pub topic: Option<(i32, Text)>,
    /// Whether the reader has marked it.
    pub marked: bool,
    /// How many have; for the host, and for everybody where it has so many places only.
    pub marks: Option<u32>,
    /// The number of its last change, in the working version.
    pub version: Option<i32>,
}

/// A session that two versions have differently.
#[derive(Clone, Debug)]
pub struct Moved {
    /// How.
    pub change: Change,
    /// As it was, unless it is new.
    pub was: Option<Shown>,
    /// As it is, unless it is gone.
    pub now: Option<Shown>,
}

/// The agenda of an event: the newest release if nothing else is asked for, without sessions where there is none.
pub async fn read(site: &Site, actor: &Actor, slug: &str, which: Which, at: At) -> Result<Agenda> {
    look(site, actor, slug, which, at, which == Which::Working).await
}

/// `warns`: what is likely a mistake in the working version is looked for.
async fn look(site: &Site, actor: &Actor, slug: &str, which: Which, at: At, warns: bool) -> Result<Agenda> {
    let db = site.db.read();
    let seen = access::event(db, actor, slug).await?;
    let host = seen.may(Right::ViewDrafts);
    if which == Which::Working && !host {
        actor.me()?;
        return Err(Error::Forbidden);
    }
    let [this, before, last] = asked(db, seen.event.id, which).await?;
    let drafts = if host { repo::agenda::working(db, seen.event.id).await? } else { Vec::new() };
    let eyes = {
        let published = [&this, &before, &last].into_iter().flatten().flat_map(|release| release.snapshot.0.alive());
        let all: Vec<&Session> = published.chain(drafts.iter().map(|draft| &draft.session)).collect();
        Eyes::new(site, actor, &seen, &all, at).await?
    };
    let mut working = host.then(|| eyes.working(site, &seen, &drafts, last.as_ref())).transpose()?;
    if let Some(working) = working.as_mut().filter(|_| warns) {
        working.warnings = warned(db, site, &seen.event, &held(&seen.event, &drafts)).await?;
    }
    let shown = this.filter(|_| which != Which::Working);
    let zone = match &shown {
        Some(release) => site.zones.get(&release.snapshot.0.zone),
        None => site.zones.get(&seen.event.zone),
    };
    let zone = zone.map_err(Error::internal)?.clone();
    let before_number = before.as_ref().map(|before| before.number);
    let (sessions, changes) = match (&shown, &working) {
        (Some(release), _) => {
            let sessions: Vec<Session> = release.snapshot.0.alive().cloned().collect();
            let changes = before.map(|before| eyes.changes(&zone, &before.snapshot.0, &sessions)).unwrap_or_default();
            let is_one_of_two = runs::is_twice(&seen.event) && !eyes.both;
            let own = |moved: &Moved| [&moved.was, &moved.now].into_iter().flatten().any(|one| eyes.sees(&one.session));
            let shown = sessions.iter().map(|session| eyes.show(&zone, session)).collect();
            (shown, changes.into_iter().filter(|moved| !is_one_of_two || own(moved)).collect())
        }
        (None, Some(working)) if which == Which::Working => (working.sessions.clone(), Vec::new()),
        _ => (Vec::new(), Vec::new()),
    };
    let against = shown.as_ref().and(before_number);
    let differs = sessions.iter().any(|one: &Shown| one.session.run.is_some());
    let sessions = sessions.into_iter().filter(|one| eyes.sees(&one.session)).collect();
    let release = shown.map(|release| Release {
        newest: last.is_some_and(|last| last.number == release.number),
        number: release.number,
        name: release.name.0,
        at: release.released_at,
    });
    Ok(Agenda { seen, release, zone, run: eyes.run, sessions, differs, changes, against, working })
}

/// The release asked for, the one it is compared with, and the newest; 404 where one that is named is not there.
async fn asked(db: &impl ConnectionTrait, event_id: i64, which: Which) -> Result<[Option<agenda_release::Model>; 3]> {
    let (number, against) = match which {
        Which::Number(number) => (Some(number), None),
        Which::Against(number, against) => (number, Some(against)),
        Which::Newest | Which::Working => (None, None),
    };
    let mut releases = repo::agenda::releases(db, event_id, number).await?.into_iter();
    let (this, earlier) = (releases.next(), releases.next());
    if number.is_some() && this.as_ref().map(|release| release.number) != number {
        return Err(Error::NotFound);
    }
    let before = match against {
        Some(against) => Some(repo::agenda::release(db, event_id, against).await?.ok_or(Error::NotFound)?),
        None => earlier,
    };
    let last = match number {
        Some(_) => repo::agenda::newest(db, event_id).await?,
        None => this.clone(),
    };
    Ok([this, before, last])
}

/// The working version for those who may see it, with what was published last: 401 or 403 for others.
pub async fn workbench(site: &Site, actor: &Actor, slug: &str) -> Result<(Agenda, Working)> {
    let seen = access::event(site.db.read(), actor, slug).await?;
    actor.me()?;
    seen.require(Right::ViewDrafts)?;
    let mut agenda = look(site, actor, slug, Which::Newest, At::Both, true).await?;
    let working = agenda.working.take().ok_or(Error::Forbidden)?;
    Ok((agenda, working))
}

/// One session and the zone its local time is in: for the host as it is now, for others as it was published; 404 where there is none.
pub async fn get(site: &Site, actor: &Actor, id: i64) -> Result<(String, Shown)> {
    let db = site.db.read();
    let (seen, row) = find(db, actor, id).await?;
    let (session, version, zone) = if seen.may(Right::ViewDrafts) {
        let draft = repo::agenda::one(db, row).await?.ok_or(Error::NotFound)?;
        (draft.session, Some(draft.version), seen.event.zone.clone())
    } else {
        let snapshot = newest(db, &seen.event).await?;
        (snapshot.get(SessionId(id)).cloned().ok_or(Error::NotFound)?, None, snapshot.zone)
    };
    let eyes = Eyes::new(site, actor, &seen, &[&session], At::Both).await?;
    let shown = eyes.show(site.zones.get(&zone).map_err(Error::internal)?, &session);
    Ok((zone, Shown { version, ..shown }))
}

/// What it takes to show sessions to a reader, read once for all of them.
struct Eyes {
    host: bool,
    joins: bool,
    /// The run whose agenda is shown, or the first where both are, in one.
    run: Run,
    both: bool,
    event: event::Model,
    people: BTreeMap<PersonId, (String, String)>,
    topics: BTreeMap<TopicId, (i32, Text)>,
    marked: BTreeSet<SessionId>,
    marks: BTreeMap<SessionId, u32>,
}

impl Shown {
    /// Whether nobody more can mark it.
    pub fn is_full(&self) -> bool {
        self.session.capacity.zip(self.marks).is_some_and(|(capacity, marks)| marks >= capacity)
    }
}

impl Eyes {
    async fn new(site: &Site, actor: &Actor, seen: &Seen, sessions: &[&Session], at: At) -> Result<Self> {
        let db = site.db.read();
        let host = seen.may(Right::ViewDrafts);
        let marked = match actor.id() {
            Some(me) => repo::agenda::marked(db, me, seen.event.id).await?,
            None => BTreeSet::new(),
        };
        let marks = match host || sessions.iter().any(|session| session.capacity.is_some()) {
            true => repo::agenda_known::mark_counts(db, seen.event.id).await?,
            false => BTreeMap::new(),
        };
        let had = had(db, actor, seen.event.id).await?;
        let run = match at {
            At::Own => had.map(|had| had.spot.run()).unwrap_or_default(),
            At::Run(run) => run,
            At::Both => Run::First,
        };
        Ok(Self {
            host,
            joins: host || seen.event.online_public || had.is_some_and(|had| had.confirmed),
            run: if runs::is_held(&seen.event, run) { run } else { Run::First },
            both: at == At::Both,
            event: seen.event.clone(),
            people: repo::agenda::people(db, sessions).await?,
            topics: repo::agenda::topics(db, sessions).await?,
            marked,
            marks,
        })
    }

    /// Whether it is among what is shown.
    fn sees(&self, session: &Session) -> bool {
        if self.both { runs::has(&self.event, session) } else { session.is_at(self.run) }
    }

    fn show(&self, zone: &Zone, session: &Session) -> Shown {
        let own = session.run.unwrap_or(self.run);
        let there = session.clone().in_run(own, runs::later_by(&self.event, own));
        let again = (self.both && own == Run::Second).then(|| there.span(zone));
        let mut session = if self.both { session.clone() } else { there };
        let online = session.online_url.is_some();
        session.online_url = session.online_url.filter(|_| self.joins);
        let name = |id| self.people.get(&id).map(|(name, _)| name.clone());
        let address = |id| self.people.get(&id).map(|(_, email)| email.clone());
        Shown {
            span: session.span(zone),
            again,
            ambiguous: zone.resolve(session.starts_local).is_ok_and(|resolved| resolved.ambiguous),
            online,
            speakers: called(&session.speakers, name),
            given: self.host.then(|| called(&session.speakers, address)),
            chairs: called(&session.chairs, name),
            given_chairs: self.host.then(|| called(&session.chairs, address)),
            topic: session.topic.and_then(|id| self.topics.get(&id).cloned()),
            marked: session.is_attended() && self.marked.contains(&session.id),
            marks: (session.is_attended() && (self.host || session.capacity.is_some()))
                .then(|| self.marks.get(&session.id).copied().unwrap_or_default()),
            version: None,
            session,
        }
    }

    fn changes(&self, zone: &Zone, before: &Snapshot, sessions: &[Session]) -> Vec<Moved> {
        let one = |change: Change| Moved {
            was: before.get(change.session).map(|session| self.show(zone, session)),
            now: sessions.iter().find(|session| session.id == change.session).map(|session| self.show(zone, session)),
            change,
        };
        before.changes(zone.name(), sessions).into_iter().map(one).collect()
    }

    fn working(&self, site: &Site, seen: &Seen, drafts: &[repo::agenda::Draft], last: Option<&agenda_release::Model>) -> Result<Working> {
        let zone = site.zones.get(&seen.event.zone).map_err(Error::internal)?;
        let sessions = held(&seen.event, drafts);
        let nothing = Snapshot::default();
        let changes = self.changes(zone, last.map_or(&nothing, |last| &last.snapshot.0), &sessions);
        let shown = drafts.iter().map(|draft| Shown { version: Some(draft.version), ..self.show(zone, &draft.session) });
        let called = |(name, email): &(String, String)| if name.is_empty() { email.clone() } else { name.clone() };
        Ok(Working {
            changes,
            mark: mark(drafts, last.map(|last| last.number)),
            warnings: Vec::new(),
            people: self.people.iter().map(|(id, person)| (*id, called(person))).collect(),
            sessions: shown.collect(),
        })
    }
}

/// What the working version is at the moment, for those who may see it.
pub async fn current_mark(site: &Site, actor: &Actor, slug: &str) -> Result<String> {
    let db = site.db.read();
    let seen = access::event(db, actor, slug).await?;
    actor.me()?;
    seen.require(Right::ViewDrafts)?;
    let drafts = repo::agenda::working(db, seen.event.id).await?;
    let last = repo::agenda::release_lines(db, seen.event.id, i32::MAX, 1).await?;
    Ok(mark(&drafts, last.first().map(|(number, ..)| *number)))
}

/// What the working version is, after the release of this number: another text for every change of it.
pub(super) fn mark(drafts: &[repo::agenda::Draft], released: Option<i32>) -> String {
    let versions: Vec<_> = drafts.iter().map(|draft| (draft.session.id, draft.version)).collect();
    mark_of(&(released, versions))
}

/// The sessions of the working version at times that are held.
fn held(event: &event::Model, drafts: &[repo::agenda::Draft]) -> Vec<Session> {
    drafts.iter().map(|draft| draft.session.clone()).filter(|session| runs::has(event, session)).collect()
}

async fn had(db: &impl ConnectionTrait, actor: &Actor, event_id: i64) -> Result<Option<Had>> {
    let Some(me) = actor.id() else { return Ok(None) };
    Ok(repo::agenda::places(db, me, &[event_id]).await?.remove(&event_id))
}

/// Those who speak or lead in words: names as written, and what `person` says of people.
pub(super) fn called(voices: &[Speaker], person: impl Fn(PersonId) -> Option<String>) -> Vec<String> {
    let one = |speaker: &Speaker| match speaker {
        Speaker::Person(id) => person(*id),
        Speaker::Named(name) => Some(name.clone()),
    };
    voices.iter().filter_map(one).filter(|name| !name.is_empty()).collect()
}
