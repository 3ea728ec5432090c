//! Making and changing an event.

use super::forms::{SEEN, for_change, host_of, refused};
use super::{event_fields, foretold};
use crate::failure::{Failed, Page};
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{ErrorSummary, Title};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use backend::service::events::{self, EventFields, EventView, Foretold, NewEvent, Told};
use backend::{Error, Site};
use domain::time::LocalTime;
use leptos::prelude::*;
use serde::Deserialize;

/// A start found elsewhere, to be looked at and saved here; its length stays.
#[derive(Deserialize)]
pub struct Asked {
    starts_local: Option<String>,
}

/// What the form is about.
struct About {
    title: String,
    sub: String,
    back: String,
    is_new: bool,
}

/// `GET /organise/hosts/{host}/events/new`
pub async fn blank(reader: Reader, State(site): State<Site>, Path(host): Path<String>) -> Page {
    let host = host_of(&site, &reader, &host).await?;
    let form = Submitted::empty().with("kind", "briefing").with("zone", host.zone.clone()).with("visibility", "public");
    let form = form.with("in_person", "yes").with("online", "yes");
    Ok(page(&site, &reader, &new(&reader, host.name.0.pick(reader.lang)), form, StatusCode::OK))
}

/// `POST` there
pub async fn make(reader: Reader, State(site): State<Site>, Path(host): Path<String>, mut form: Submitted) -> Page {
    let host = host_of(&site, &reader, &host).await?;
    let fields = event_fields::read(&mut form);
    if form.faults.is_empty() {
        let new = NewEvent { slug: form.get("slug").trim().to_owned(), host: host.slug, series: None, status: None, fields };
        match events::create(&site, &reader.actor, new).await {
            Ok(made) => return Ok(saved(&site, &reader, &made, &Told::default())),
            Err(error) => refuse(&mut form, error)?,
        }
    }
    Ok(page(&site, &reader, &new(&reader, host.name.0.pick(reader.lang)), form, StatusCode::UNPROCESSABLE_ENTITY))
}

/// `GET /organise/events/{event}/edit`
pub async fn edit(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Page {
    let view = for_change(&site, &reader, &slug).await?;
    let event = &view.row.event;
    let mut form = event_fields::fill(&site, event).with(SEEN, events::mark(event));
    if let Some(starts) = asked.starts_local.and_then(|raw| LocalTime::parse(&raw).ok()) {
        let minutes = (event.ends_at - event.starts_at) / 60_000;
        form = form.set("starts_local", starts.to_string()).set("ends_local", starts.plus_minutes(minutes).to_string());
    }
    Ok(page(&site, &reader, &existing(&reader, &view), form, StatusCode::OK))
}

/// `POST` there: saves, or first shows whom the change reaches.
pub async fn change(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, mut form: Submitted) -> Page {
    let view = for_change(&site, &reader, &slug).await?;
    if form.get("do") == "back" {
        return Ok(page(&site, &reader, &existing(&reader, &view), form, StatusCode::OK));
    }
    let fields = event_fields::read(&mut form);
    if form.faults.is_empty() {
        match save_or_foretell(&site, &reader, &slug, fields, &form).await {
            Ok(Next::Saved(made, told)) => return Ok(saved(&site, &reader, &made, &told)),
            Ok(Next::Ask(change, overtaken)) => return Ok(foretold::change(&site, &reader, &change, overtaken, &form)),
            Err(error) => refuse(&mut form, error)?,
        }
    }
    Ok(page(&site, &reader, &existing(&reader, &view), form, StatusCode::UNPROCESSABLE_ENTITY))
}

enum Next {
    Saved(Box<EventView>, Told),
    /// To be looked at first; somebody else may have changed the event since the form was opened.
    Ask(Box<Foretold>, bool),
}

/// Nothing is asked where nobody is told and nobody else was at it. A form sent by something that was shown no mark has seen nothing.
async fn save_or_foretell(site: &Site, reader: &Reader, slug: &str, fields: EventFields, form: &Submitted) -> Result<Next, Error> {
    let seen = form.given(SEEN);
    let change = events::of_change(site, &reader.actor, slug, &fields, reader.lang).await?;
    let overtaken = seen.is_some_and(|seen| seen != change.mark);
    let agreed = form.get("do") == "send" || !change.reaches_anybody();
    if overtaken || !agreed {
        return Ok(Next::Ask(Box::new(change), overtaken));
    }
    match events::update_seen(site, &reader.actor, slug, fields.clone(), Some(&change.mark)).await {
        Ok((made, told)) => Ok(Next::Saved(Box::new(made), told)),
        Err(Error::Conflict("changed_meanwhile")) => {
            Ok(Next::Ask(Box::new(events::of_change(site, &reader.actor, slug, &fields, reader.lang).await?), true))
        }
        Err(error) => Err(error),
    }
}

/// Where the form has other fields than the service, the sentence stands at the nearest one.
fn refuse(form: &mut Submitted, error: Error) -> Result<(), Failed> {
    refused(form, error)?;
    for fault in &mut form.faults {
        let field = match fault.field.as_str() {
            "attendance" | "attendance.in_person" => "in_person",
            "attendance.online" => "online",
            "duration_minutes" => "ends_local",
            "runs.2.starts_local" => "starts_local",
            _ => continue,
        };
        fault.field = field.to_owned();
    }
    Ok(())
}

fn saved(site: &Site, reader: &Reader, view: &EventView, told: &Told) -> Response {
    let lang = reader.lang;
    let words = if view.ambiguous { t(lang, "organise-event-saved-twice") } else { t(lang, "organise-event-saved") };
    let words = [Some(words), foretold::left(lang, told)].into_iter().flatten().collect::<Vec<_>>().join(" ");
    flash::lead(site, &reader.to(&format!("/organise/events/{}", view.row.event.slug)), &words)
}

fn new(reader: &Reader, host: &str) -> About {
    let title = t(reader.lang, "organise-new-event");
    About { title, sub: host.to_owned(), back: reader.to("/organise"), is_new: true }
}

fn existing(reader: &Reader, view: &EventView) -> About {
    About {
        title: t(reader.lang, "organise-change-event"),
        sub: view.row.event.title.0.pick(reader.lang).to_owned(),
        back: reader.to(&format!("/organise/events/{}", view.row.event.slug)),
        is_new: false,
    }
}

fn page(site: &Site, reader: &Reader, about: &About, form: Submitted, status: StatusCode) -> Response {
    let lang = reader.lang;
    let meta = Meta::new(about.title.clone()).area(Area::Organise).hidden();
    render(reader, meta, status, || {
        let seen = form.given(SEEN).map(|seen| view! { <input type="hidden" name=SEEN value=seen.to_owned()/> });
        let title = about.title.clone();
        view! {
            <Title inner=true sub=about.sub.clone()>{title}</Title>
            <form method="post" novalidate=true>
                <ErrorSummary form=&form/>
                {seen}
                {event_fields::fields(site, lang, &form, about.is_new)}
                <p class="actions">
                    <button class="button main">{t(lang, "organise-save")}</button>
                    <a class="plain" href=about.back.clone()>{t(lang, "organise-back")}</a>
                </p>
            </form>
        }
    })
}
