//! `GET …/events/{event}/agenda`: the newest release. `POST` there marks a session or takes the mark back.

use super::day::{Day, Picture};
use super::top;
use crate::failure::{Failed, Page};
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::pages::events::Open;
use crate::pages::inner::Inner;
use crate::reader::Reader;
use crate::text::t;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use backend::service::agenda::{self, Agenda, Which};
use backend::service::{rounds, topics};
use backend::{Error, Site};
use domain::event::Run;
use domain::time::Zone;
use leptos::prelude::*;
use serde::Deserialize;

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Wanted {
    /// `own`: the reader's time leads.
    pub time: Option<String>,
    /// The number of a release, or `working`.
    pub release: Option<String>,
    /// `mine`: marked sessions only.
    pub only: Option<String>,
    /// `1` or `2`: the time of an event that is held twice; absent: the reader's own.
    pub run: Option<String>,
}

impl Wanted {
    /// Whether the reader's own time leads.
    pub fn own_leads(&self) -> bool {
        self.time.as_deref() == Some("own")
    }

    /// Whether only marked sessions are wanted.
    pub fn only_mine(&self) -> bool {
        self.only.as_deref() == Some("mine")
    }

    fn run(&self) -> Option<Run> {
        self.run.as_deref().and_then(|raw| raw.parse().ok()).and_then(Run::of_number)
    }

    fn which(&self) -> Result<Which, Failed> {
        match self.release.as_deref().filter(|raw| !raw.is_empty()) {
            None => Ok(Which::Newest),
            Some("working") => Ok(Which::Working),
            Some(number) => number.parse().map(Which::Number).map_err(|_| Failed::NotFound),
        }
    }

    /// The address of the same page with some of it changed.
    pub fn address(&self, base: &str, change: impl FnOnce(&mut Self)) -> String {
        let mut wanted = self.clone();
        change(&mut wanted);
        let parts = [("time", wanted.time), ("release", wanted.release), ("only", wanted.only), ("run", wanted.run)];
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
    fn new(site: &'a Site, reader: &Reader, agenda: &'a Agenda, wanted: &Wanted) -> Self {
        let venue = &agenda.zone;
        let own = reader.zone.as_deref().and_then(|name| site.zones.get(name).ok());
        let other = own.filter(|own| {
            let offset = |zone: &Zone, at| zone.local(at).offset_seconds;
            let differs = |at| offset(own, at) != offset(venue, at);
            let first = std::iter::once(backend::clock::instant(agenda.seen.event.starts_at));
            first.chain(agenda.sessions.iter().map(|one| one.span.from)).any(differs)
        });
        match other {
            Some(own) if wanted.own_leads() => Self { venue, own: Some(own), lead: own, second: Some(venue) },
            other => Self { venue, own, lead: venue, second: other },
        }
    }
}

pub async fn show(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, Query(wanted): Query<Wanted>) -> Page {
    let agenda = agenda::read(&site, &reader.actor, &slug, wanted.which()?, wanted.run()).await?;
    let event = &agenda.seen.event;
    let round = rounds::list(&site, event.id).await?.last().map(|round| round.number);
    let inner = Inner::new(&reader, &site, event, Open::Agenda, round);
    let nothing = agenda.release.is_none() && !(wanted.which()? == Which::Working);
    let chosen = match nothing {
        true => topics::list(site.db.read(), &site, &reader.actor, event.id).await?,
        false => Vec::new(),
    };
    let lang = reader.lang;
    let meta = Meta::new(t!(lang, "agenda-title", event = inner.event.clone())).area(Area::Events);
    let meta = if wanted.release.is_some() || nothing { meta.hidden() } else { meta };
    Ok(render(&reader, meta, StatusCode::OK, || {
        let clocks = Clocks::new(&site, &reader, &agenda, &wanted);
        let body = match nothing {
            true => top::empty(&reader, &site, &agenda, &chosen),
            false => {
                let picture = Picture { lang, now: site.now(), clocks, agenda: &agenda, wanted: &wanted, reader: &reader };
                let days = Day::all(&picture).into_iter().map(|day| day.view(&picture)).collect::<Vec<_>>();
                view! { {top::top(&picture)} {days} }.into_any()
            }
        };
        view! { {inner.head(t(lang, "agenda-heading"), None)} {body} }
    }))
}

pub async fn send(
    reader: Reader,
    State(site): State<Site>,
    Path(slug): Path<String>,
    Query(wanted): Query<Wanted>,
    form: Submitted,
) -> Page {
    let id = form.get("session").parse().map_err(|_| Error::NotFound)?;
    let said = match form.get("do") {
        "unmark" => agenda::unmark(&site, &reader.actor, id).await.map(|()| t(reader.lang, "agenda-unmarked"))?,
        _ => agenda::mark(&site, &reader.actor, id).await.map(|()| t(reader.lang, "agenda-marked"))?,
    };
    let back = wanted.address(&reader.to(&format!("/events/{slug}/agenda")), |_| ());
    Ok(flash::lead(&site, &format!("{back}#session-{id}"), &said))
}
