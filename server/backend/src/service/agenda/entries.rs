//! Marked sessions as entries of a person's own calendar.

use super::view::called;
use crate::calendar::organizer;
use crate::clock::instant;
use crate::entity::{event, person};
use crate::repo::agenda::Had;
use crate::repo::{self, runs};
use crate::service::access::{self, Actor, Me};
use crate::words::{list, t};
use crate::{Result, Site};
use domain::agenda::{Part, Released, Session, SessionLanguage, Snapshot};
use domain::calendar::{Alarm, Entry, Link, Online, Place};
use domain::event::{CalendarStatus, Run, Status};
use domain::id::{PersonId, SessionId};
use domain::text::Lang;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::{BTreeMap, BTreeSet};

/// Enough to walk to the room.
const ALARM_MINUTES: u32 = 10;

/// The sessions a person has marked, as they were published last; what was dropped since stands there as cancelled. Only of events
/// that the person may still see.
pub async fn marked_entries(site: &Site, person: &person::Model, lang: Lang) -> Result<Vec<Entry>> {
    let db = site.db.read();
    let marks: BTreeSet<(i64, SessionId)> = repo::agenda::marks(db, person.id).await?.into_iter().collect();
    if marks.is_empty() {
        return Ok(Vec::new());
    }
    let actor = Actor { me: Some(Me::from(person.clone())) };
    let ids: Vec<i64> = marks.iter().map(|(event, _)| *event).collect::<BTreeSet<_>>().into_iter().collect();
    let events = event::Entity::find().filter(event::Column::Id.is_in(ids.iter().copied())).filter(access::listed(&actor)).all(db).await?;
    let releases = repo::agenda::newest_of(db, &ids).await?;
    let places = repo::agenda::places(db, person.id, &ids).await?;
    let sessions: Vec<_> = releases.iter().flat_map(|release| &release.snapshot.0.sessions).map(|one| &one.session).collect();
    let names = repo::agenda::names(db, &sessions).await?;
    let mut entries = Vec::new();
    for event in &events {
        let Some(release) = releases.iter().find(|release| release.event_id == event.id) else { continue };
        let had = places.get(&event.id);
        let about = About::new(site, lang, event, &release.snapshot.0, had, &names);
        let own = release.snapshot.0.sessions.iter().filter(|one| marks.contains(&(event.id, one.session.id)));
        entries.extend(own.filter_map(|one| about.entry(one)));
    }
    Ok(entries)
}

/// The entries of some sessions of an agenda, as they stand in a person's own calendar after this release.
pub async fn entries_of(
    site: &Site,
    person: &person::Model,
    event: &event::Model,
    snapshot: &Snapshot,
    sessions: &BTreeSet<SessionId>,
) -> Result<Vec<Entry>> {
    if sessions.is_empty() {
        return Ok(Vec::new());
    }
    let db = site.db.read();
    let had = repo::agenda::places(db, person.id, &[event.id]).await?.remove(&event.id);
    let all: Vec<&Session> = snapshot.sessions.iter().map(|one| &one.session).collect();
    let names = repo::agenda::names(db, &all).await?;
    let about = About::new(site, person.language.0, event, snapshot, had.as_ref(), &names);
    Ok(snapshot.sessions.iter().filter(|one| sessions.contains(&one.session.id)).filter_map(|one| about.entry(one)).collect())
}

struct About<'a> {
    site: &'a Site,
    lang: Lang,
    event: &'a event::Model,
    /// The run the person is in.
    run: Run,
    snapshot: &'a Snapshot,
    joins: bool,
    names: &'a BTreeMap<PersonId, String>,
}

impl<'a> About<'a> {
    fn new(
        site: &'a Site,
        lang: Lang,
        event: &'a event::Model,
        snapshot: &'a Snapshot,
        had: Option<&Had>,
        names: &'a BTreeMap<PersonId, String>,
    ) -> Self {
        let run = had.map(|had| had.spot.run()).filter(|_| runs::is_twice(event)).unwrap_or_default();
        let joins = event.online_public || had.is_some_and(|had| had.confirmed);
        Self { site, lang, event, run, snapshot, joins, names }
    }

    /// At the time of the one run that has it, else of the person's own. Its version is that of the event and its own: either may move
    /// it, and a sum of what only rises only rises.
    fn entry(&self, released: &Released) -> Option<Entry> {
        let lang = self.lang;
        let run = released.session.run.unwrap_or(self.run);
        let event = runs::at(self.event, run);
        let session = released.session.clone().in_run(run, runs::later_by(self.event, run));
        let dropped = released.cancelled || !session.is_attended() || !runs::is_held(self.event, run);
        let cancelled = dropped || event.status.0 == Status::Cancelled;
        let status = if cancelled { CalendarStatus::Cancelled } else { event.status.0.calendar_status()? };
        let title = session.title.pick(lang).to_owned();
        let summary = if cancelled { crate::words::t!(lang, "calendar-cancelled-title", title = title.clone()) } else { title };
        let stamp = instant(released.stamp.max(event.changed_at));
        let which = session.run.map(|run| format!("?run={}", run.number())).unwrap_or_default();
        let page = format!("/{}/events/{}/agenda{which}#session-{}", lang.code(), event.slug, session.id);
        Some(Entry {
            uid: format!("session-{}-{}", session.id, event.uid),
            sequence: u32::try_from(event.sequence).unwrap_or_default().saturating_add(released.sequence),
            stamp,
            created: None,
            last_modified: Some(stamp),
            start: session.starts_local,
            minutes: session.minutes.get().into(),
            zone: self.site.zones.get(&self.snapshot.zone).ok()?.clone(),
            status,
            alarm: (!cancelled).then(|| Alarm { minutes_before: ALARM_MINUTES, text: summary.clone() }),
            summary,
            description: self.description(&session, dropped),
            place: self.place(&event, &session),
            url: Link::parse(&self.site.url(&page)).ok(),
            organizer: organizer(self.site)?,
            categories: vec![t(lang, "calendar-session")],
            busy: !cancelled,
        })
    }

    fn description(&self, session: &Session, dropped: bool) -> String {
        let lang = self.lang;
        let names = |voices| Some(called(voices, |id| self.names.get(&id).cloned())).filter(|names| !names.is_empty());
        let spoken = names(&session.speakers).map(|names| list(lang, &names));
        let led = names(&session.chairs).map(|names| crate::words::t!(lang, "calendar-session-chairs", names = list(lang, &names)));
        let group = session.group.as_ref().map(|group| group.pick(lang).to_owned());
        let language = session.language.map(|language| t(lang, held_in(language)));
        let rule = session.chatham_house.then(|| t(lang, "calendar-session-chatham"));
        let read = session.materials.iter().map(|one| format!("{}: {}", one.title, one.url)).collect::<Vec<_>>().join("\n");
        let read = Some(read).filter(|lines| !lines.is_empty());
        let part = (session.part == Part::Supplementary).then(|| t(lang, "calendar-session-supplementary"));
        let of = crate::words::t!(lang, "calendar-session-of", event = self.event.title.0.pick(lang).to_owned());
        let gone = dropped.then(|| t(lang, "calendar-session-dropped"));
        [gone, group, spoken, led, language, rule, part, read, Some(of)].into_iter().flatten().collect::<Vec<_>>().join("\n\n")
    }

    /// The room and the venue around it; only the link where the session has no room.
    fn place(&self, event: &event::Model, session: &Session) -> Place {
        let lang = self.lang;
        let online = session.online_url.as_deref().map(|url| Online {
            word: t(lang, "calendar-online"),
            label: t(lang, "calendar-join"),
            link: Link::parse(url).ok().filter(|_| self.joins),
        });
        let in_room = event.in_person_offered && (session.room.is_some() || online.is_none());
        let room = session.room.as_ref().map(|room| room.pick(lang).to_owned());
        let venue = event.venue.as_ref().filter(|_| in_room).map(|venue| &venue.0);
        let venue = venue.map(|venue| [Some(venue.name.pick(lang).to_owned()), venue.address.clone(), Some(venue.city.clone())]);
        let mut said: Vec<String> = room.into_iter().chain(venue.into_iter().flatten().flatten()).filter(|part| !part.is_empty()).collect();
        said.dedup();
        Place { venue: Some(said.join(", ")).filter(|line| !line.is_empty()), online }
    }
}

fn held_in(language: SessionLanguage) -> &'static str {
    match language {
        SessionLanguage::Lv => "calendar-session-in-latvian",
        SessionLanguage::En => "calendar-session-in-english",
        SessionLanguage::Both => "calendar-session-in-both",
    }
}
