//! What every part of the page needs: the agenda, what the address asks for, and whose clocks are shown.

use crate::failure::Failed;
use crate::reader::{OWN, Reader};
use backend::Site;
use backend::clock::instant;
use backend::repo::runs;
use backend::service::agenda::{Agenda, At, Which};
use domain::event::Run;
use domain::text::Lang;
use domain::time::{Timestamp, Zone};
use serde::Deserialize;

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Wanted {
    /// `own` or `venue`: whose time leads; absent: as everywhere.
    pub time: Option<String>,
    /// The number of a release, or `working`.
    pub release: Option<String>,
    /// The number of the release that it is compared with, instead of the one before.
    pub against: Option<String>,
    /// `mine`: marked sessions only.
    pub only: Option<String>,
    /// `1` or `2`: the time of an event that is held twice; absent: the reader's own.
    pub run: Option<String>,
}

impl Wanted {
    /// Whether the reader's own time leads.
    pub fn own_leads(&self, reader: &Reader) -> bool {
        self.time.as_deref().map_or(reader.own_first, |time| time == OWN)
    }

    /// Whether only marked sessions are wanted.
    pub fn only_mine(&self) -> bool {
        self.only.as_deref() == Some("mine")
    }

    /// Which time of an event that is held twice.
    pub fn at(&self) -> At {
        let run = self.run.as_deref().and_then(|raw| raw.parse().ok()).and_then(Run::of_number);
        run.map_or(At::Own, At::Run)
    }

    /// Which release.
    pub fn which(&self) -> Result<Which, Failed> {
        let given = |raw: &Option<String>| raw.clone().filter(|raw| !raw.is_empty());
        let number = |raw: String| raw.parse::<i32>().map_err(|_| Failed::NotFound);
        match (given(&self.release), given(&self.against)) {
            (None, None) => Ok(Which::Newest),
            (Some(word), _) if word == "working" => Ok(Which::Working),
            (Some(release), None) => number(release).map(Which::Number),
            (release, Some(against)) => Ok(Which::Against(release.map(number).transpose()?, number(against)?)),
        }
    }

    /// The address of the same page with some of it changed.
    pub fn address(&self, base: &str, change: impl FnOnce(&mut Self)) -> String {
        let mut wanted = self.clone();
        change(&mut wanted);
        let parts =
            [("time", wanted.time), ("release", wanted.release), ("against", wanted.against), ("only", wanted.only), ("run", wanted.run)];
        let encoded = |value: &str| percent_encoding::utf8_percent_encode(value, percent_encoding::NON_ALPHANUMERIC).to_string();
        let parts = parts.into_iter().filter_map(|(name, value)| Some(format!("{name}={}", encoded(&value?))));
        let query = parts.collect::<Vec<_>>().join("&");
        if query.is_empty() { base.to_owned() } else { format!("{base}?{query}") }
    }
}

/// Whose clocks the page shows.
#[derive(Clone, Copy)]
pub struct Clocks<'a> {
    /// The event's.
    pub venue: &'a Zone,
    /// The reader's, where it is known.
    pub own: Option<&'a Zone>,
    /// The one that stands first.
    pub lead: &'a Zone,
    /// The one that stands below, where it shows another time.
    pub second: Option<&'a Zone>,
}

impl<'a> Clocks<'a> {
    /// The reader's own time stands below, or above, only where it makes a difference.
    pub fn new(site: &'a Site, reader: &Reader, agenda: &'a Agenda, wanted: &Wanted) -> Self {
        let venue = &agenda.zone;
        let begins = instant(runs::at(&agenda.seen.event, agenda.run).starts_at);
        let own = reader.zone_at(site, begins);
        let other = own.filter(|own| {
            let offset = |zone: &Zone, at| zone.local(at).offset_seconds;
            let differs = |at| offset(own, at) != offset(venue, at);
            std::iter::once(begins).chain(agenda.sessions.iter().map(|one| one.span.from)).any(differs)
        });
        match other {
            Some(own) if wanted.own_leads(reader) => Self { venue, own: Some(own), lead: own, second: Some(venue) },
            other => Self { venue, own, lead: venue, second: other },
        }
    }
}

/// What every part of the picture needs.
#[derive(Clone, Copy)]
pub struct Picture<'a> {
    pub lang: Lang,
    pub now: Timestamp,
    pub clocks: Clocks<'a>,
    pub agenda: &'a Agenda,
    pub wanted: &'a Wanted,
    pub reader: &'a Reader,
}

impl Picture<'_> {
    /// The address of the agenda.
    pub fn base(&self) -> String {
        self.reader.to(&format!("/events/{}/agenda", self.agenda.seen.event.slug))
    }

    /// Whether what is shown is what people have in their calendars.
    pub fn is_newest(&self) -> bool {
        self.agenda.release.as_ref().is_some_and(|release| release.newest)
    }
}
