//! A fair time: who meets, what each hour costs them, and the best slots. The address holds everything that was asked.

mod asked;
mod compared;
mod figures;
mod found;
mod map;
mod offer;
mod questions;

use crate::failure::Page;
use crate::form::Submitted;
use crate::page::{Area, Meta, fragment, render};
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Section, Title};
use crate::when::{Form, date, place};
use asked::Wanted;
use axum::Router;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use backend::Site;
use backend::entity::{event, host};
use backend::service::date_polls;
use backend::service::events::{self, EventView};
pub use compared::pain;
use domain::text::Lang;
use domain::time::{LocalTime, Timestamp};
use found::Found;
use leptos::prelude::*;

/// `/plan` and the piece of it that an island asks for when the meeting was moved.
pub fn router() -> Router<Site> {
    Router::new().route("/plan", get(show)).route("/plan/figures", get(piece))
}

async fn show(reader: Reader, State(site): State<Site>, RawQuery(query): RawQuery) -> Page {
    let typed = asked::typed(&site, reader.lang, query.as_deref().unwrap_or_default())?;
    let (form, found) = match asked::read(&site, typed) {
        Err(form) => (form, None),
        Ok(wanted) => match found::find(&site, &wanted).await {
            Ok(found) => (wanted.form.clone(), Some((wanted, found))),
            Err(error) => (asked::refused(wanted.form, error)?, None),
        },
    };
    let status = if found.is_some() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let event = match form.given("event") {
        Some(slug) => events::show(&site, &reader.actor, slug).await.ok(),
        None => None,
    };
    let may_change = |view: &EventView| view.manages && !view.row.event.status.0.is_final();
    let event = event.filter(may_change).map(|view| view.row.event);
    let offers = Offers { event, hosts: date_polls::hosts(&site, &reader.actor).await? };
    Ok(page(&reader, &site, &form, found, &offers, status))
}

/// What can be done with what was found.
struct Offers {
    /// The event whose time is sought, if the reader may change it.
    event: Option<event::Model>,
    /// In which hosts the reader may put slots to people.
    hosts: Vec<host::Model>,
}

/// What it buys and all figures, for a meeting that was moved; nothing where the question is not understood.
async fn piece(reader: Reader, State(site): State<Site>, RawQuery(query): RawQuery) -> Page {
    let typed = asked::typed(&site, reader.lang, query.as_deref().unwrap_or_default())?;
    let Ok(wanted) = asked::read(&site, typed) else { return Ok(fragment(&reader, || ())) };
    let found = found::find(&site, &wanted).await?;
    Ok(fragment(&reader, || moved(reader.lang, &site, &wanted, &found)))
}

fn page(reader: &Reader, site: &Site, form: &Submitted, found: Option<(Wanted, Found)>, offers: &Offers, status: StatusCode) -> Response {
    let lang = reader.lang;
    let meta = Meta::new(t(lang, "plan-title")).area(Area::Plan).description(t(lang, "plan-description"));
    let meta = if reader.path.contains('?') { meta.endless() } else { meta };
    render(reader, meta, status, || {
        let sub = found.as_ref().map_or_else(|| t(lang, "plan-description"), |(wanted, found)| said(lang, wanted, found));
        let answer = found.as_ref().map(|(wanted, found)| {
            view! {
                {toolbar(reader, wanted)}
                {aside(lang, wanted)}
                {offers.event.as_ref().map(|event| take(reader, site, event, found))}
                {map::section(reader, wanted, found)}
                <div id="moved">{moved(lang, site, wanted, found)}</div>
                {compared::ten_best(reader, wanted, found)}
                {offer::offer(reader, site.now(), &offers.hosts, wanted, found)}
            }
        });
        view! {
            <Title sub=sub>{t(lang, "plan-title")}</Title>
            {answer}
            {questions::form(lang, form)}
        }
    })
}

/// The event whose time is sought, and the way to give it the one that is shown.
fn take(reader: &Reader, site: &Site, event: &event::Model, found: &Found) -> Option<impl IntoView + use<>> {
    let lang = reader.lang;
    let zone = site.zones.get(&event.zone).ok()?;
    let local = |start: &Timestamp| LocalTime::new(zone.local(*start).time);
    let first = local(found.chosen.starts.first()?);
    let href = reader.to(&format!("/organise/events/{}/edit?starts_local={first}", event.slug));
    let again = found.chosen.starts.get(1).map(local).map(|second| {
        let href = reader.to(&format!("/organise/events/{}/runs?starts_local={second}", event.slug));
        view! { <a class="button" href=href>{t(lang, "plan-take-second")}</a> " " }
    });
    let title = event.title.0.pick(lang).to_owned();
    Some(view! {
        <p class="actions">
            <a class="button main" href=href>{t(lang, "plan-take")}</a>
            {again}
            <a class="plain" href=reader.to(&format!("/organise/events/{}", event.slug))>{t!(lang, "plan-for", event = title)}</a>
        </p>
    })
}

/// "2 hours on Wednesday 18 August 2027 for 113 people in twelve places."
fn said(lang: Lang, wanted: &Wanted, found: &Found) -> String {
    let people = found.people();
    let n = i64::try_from(people).unwrap_or(i64::MAX);
    let places = wanted.places.len();
    let duration = duration(lang, wanted.minutes);
    t!(lang, "plan-sub", duration = duration, date = date(lang, found.date(), Form::In), n = n, places = places)
}

/// Said beside a clock where it shows another day than UTC.
fn day_note(lang: Lang, shift: i32) -> Option<String> {
    match shift {
        0 => None,
        days if days > 0 => Some(t(lang, "plan-next-day")),
        _ => Some(t(lang, "plan-day-before")),
    }
}

/// "2 hours", "90 minutes".
pub fn duration(lang: Lang, minutes: i64) -> String {
    if minutes % 60 == 0 { t!(lang, "plan-hours", n = minutes / 60) } else { t!(lang, "plan-minutes", n = minutes) }
}

fn toolbar(reader: &Reader, wanted: &Wanted) -> impl IntoView + use<> {
    let lang = reader.lang;
    let choice = |runs: i64, key: &'static str| {
        let current = (wanted.runs == runs).then_some("true");
        view! { <a href=wanted.address(reader, &[("runs", &runs.to_string()), ("at", ""), ("on", "")]) aria-current=current>{t(lang, key)}</a> }
    };
    view! {
        <div class="toolbar">
            <p class="switch"><span>{t(lang, "plan-hold-it")}</span> {choice(1, "plan-once")} {choice(2, "plan-twice")}</p>
            <a class="plain" href="#people">{t(lang, "plan-change")}</a>
        </div>
    }
}

fn moved(lang: Lang, site: &Site, wanted: &Wanted, found: &Found) -> impl IntoView + use<> {
    let rules = t!(lang, "plan-rules", release = site.zones.version().to_owned());
    let (versus, table) = (compared::versus(lang, found).into_any(), figures::table(lang, found).into_any());
    view! {
        <Section id="buys" title=t(lang, "plan-buys") note=compared::note(lang, wanted, found)>{versus}</Section>
        <Section id="figures" title=t(lang, "plan-figures") note=rules>{table}</Section>
    }
}

/// Who was set aside, said so that nobody is forgotten.
fn aside(lang: Lang, wanted: &Wanted) -> Option<impl IntoView + use<>> {
    let names: Vec<String> = wanted.aside.iter().map(|zone| place(lang, zone, Form::Is)).collect();
    (!names.is_empty()).then(|| view! { <p class="quiet">{t!(lang, "plan-set-aside", places = backend::words::list(lang, &names))}</p> })
}
