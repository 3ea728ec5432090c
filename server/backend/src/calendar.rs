//! Events as entries in calendars: what feeds and mails say of them.

use crate::entity::event;
use crate::words::t;
use crate::{Error, Result, Site};
use domain::calendar::{Alarm, Entry, Link, Online, Organizer, Place};
use domain::email::Email;
use domain::event::{CalendarStatus, Kind, Status, Venue};
use domain::text::{Lang, Text};
use domain::time::LocalTime;
use serde::{Deserialize, Serialize};

/// An hour, for who is expected.
const ALARM_MINUTES: u32 = 60;

/// What an entry says of an event, as it is or as it was.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    /// The same through the whole life of the entry.
    pub uid: String,
    /// The short name, for the address of its page.
    pub slug: String,
    /// What sort of gathering.
    pub kind: Kind,
    /// The title.
    pub title: Text,
    /// A sentence or two.
    pub summary: Option<Text>,
    /// More, as Markdown.
    pub description: Option<Text>,
    /// On the venue's clocks.
    pub starts_local: LocalTime,
    /// The venue's IANA zone.
    pub zone: String,
    /// How long.
    pub minutes: u32,
    /// The room, where one is offered and known.
    pub venue: Option<Venue>,
    /// Whether online attendance is offered.
    pub online: bool,
    /// The join link, only if this reader may have it.
    pub online_url: Option<String>,
    /// The status.
    pub status: Status,
    /// Why it was cancelled, if that was said.
    pub reason: Option<Text>,
    /// When the event was made, milliseconds.
    pub created_at: i64,
}

/// What of an entry depends on who reads it and when it is sent.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The language.
    pub lang: Lang,
    /// SEQUENCE.
    pub sequence: u32,
    /// DTSTAMP, milliseconds.
    pub stamp: i64,
    /// A sentence on the reader's own place, before all others.
    pub own: Option<String>,
    /// Whether the reader is expected, so that the time is taken and a reminder wanted.
    pub expected: bool,
}

impl Facts {
    /// Of an event as it is now. The join link is in them if the event shows it to everybody or `may_join`.
    pub fn of(event: &event::Model, may_join: bool) -> Result<Self> {
        let text = |text: &Option<crate::entity::stored::JsonText<Text>>| text.as_ref().map(|text| text.0.clone());
        let venue = event.venue.as_ref().map(|venue| venue.0.clone());
        Ok(Self {
            uid: event.uid.clone(),
            slug: event.slug.clone(),
            kind: event.kind.0,
            title: event.title.0.clone(),
            summary: text(&event.summary),
            description: text(&event.description),
            starts_local: LocalTime::parse(&event.starts_local).map_err(Error::internal)?,
            zone: event.zone.clone(),
            minutes: u32::try_from(event.duration_minutes).unwrap_or(1),
            venue: venue.filter(|_| event.in_person_offered),
            online: event.online_offered,
            online_url: event.online_url.clone().filter(|_| event.online_offered && (may_join || event.online_public)),
            status: event.status.0,
            reason: text(&event.status_reason),
            created_at: event.created_at,
        })
    }

    /// The entry in somebody's calendar; none for a draft or where the zone is not known.
    pub fn entry(&self, site: &Site, reading: &Reading) -> Option<Entry> {
        let status = self.status.calendar_status()?;
        let at = crate::clock::instant;
        let zone = site.zones.get(&self.zone).ok()?.clone();
        let lang = reading.lang;
        let summary = self.title(lang);
        Some(Entry {
            uid: self.uid.clone(),
            sequence: reading.sequence,
            stamp: at(reading.stamp),
            created: Some(at(self.created_at)),
            last_modified: Some(at(reading.stamp)),
            start: self.starts_local,
            minutes: self.minutes,
            zone,
            status,
            alarm: reading.expected.then(|| Alarm { minutes_before: ALARM_MINUTES, text: summary.clone() }),
            summary,
            description: self.description(reading),
            place: self.place(lang),
            url: Link::parse(&site.url(&self.page(lang))).ok(),
            organizer: organizer(site)?,
            categories: vec![t(lang, kind_key(self.kind))],
            busy: reading.expected && status != CalendarStatus::Cancelled,
        })
    }

    /// The path of its page.
    pub fn page(&self, lang: Lang) -> String {
        format!("/{}/events/{}", lang.code(), self.slug)
    }

    /// The title; a cancelled event says so, because not every calendar shows STATUS.
    pub fn title(&self, lang: Lang) -> String {
        let title = self.title.pick(lang);
        if self.status == Status::Cancelled {
            crate::words::t!(lang, "calendar-cancelled-title", title = title.to_owned())
        } else {
            title.to_owned()
        }
    }

    /// "Venue, address, city"; the city as it was written, for maps and for people who search.
    pub fn venue_line(&self, lang: Lang) -> Option<String> {
        let venue = self.venue.as_ref()?;
        let parts = [Some(venue.name.pick(lang)), venue.address.as_deref(), Some(venue.city.as_str())];
        let mut said: Vec<&str> = parts.into_iter().flatten().map(str::trim).filter(|part| !part.is_empty()).collect();
        said.dedup();
        Some(said.join(", ")).filter(|line| !line.is_empty())
    }

    fn place(&self, lang: Lang) -> Place {
        let link = self.online_url.as_deref().and_then(|url| Link::parse(url).ok());
        let online = self.online.then(|| Online { word: t(lang, "calendar-online"), label: t(lang, "calendar-join"), link });
        Place { venue: self.venue_line(lang), online }
    }

    fn description(&self, reading: &Reading) -> String {
        let lang = reading.lang;
        let reason = self.reason.as_ref().filter(|_| self.status == Status::Cancelled).map(|text| text.pick(lang).to_owned());
        let said = [
            reading.own.clone(),
            Some(t(lang, status_key(self.status))),
            reason,
            self.summary.as_ref().map(|text| text.pick(lang).to_owned()),
            self.description.as_ref().map(|text| text.pick(lang).to_owned()),
        ];
        said.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
    }
}

/// The platform's one sender.
pub fn organizer(site: &Site) -> Option<Organizer> {
    let email = Email::parse(&site.config.mail_from).ok()?;
    Some(Organizer { name: site.config.mail_name.clone(), email })
}

fn status_key(status: Status) -> &'static str {
    match status {
        Status::Draft | Status::Tentative => "calendar-status-tentative",
        Status::Announced => "calendar-status-announced",
        Status::Confirmed => "calendar-status-confirmed",
        Status::Held => "calendar-status-held",
        Status::Cancelled => "calendar-status-cancelled",
    }
}

fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Forum => "calendar-kind-forum",
        Kind::Thematic => "calendar-kind-thematic",
        Kind::Briefing => "calendar-kind-briefing",
        Kind::Written => "calendar-kind-written",
    }
}
