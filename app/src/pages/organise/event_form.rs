//! Making and changing an event.

use super::event_fields;
use super::series_form::host_of;
use crate::failure::{Failed, Page};
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{ErrorSummary, Notice, Title};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use backend::service::events::{self, EventView, NewEvent};
use backend::{Error, Site};
use domain::event::Status;
use domain::fault::Fault;
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
    /// How many are mailed if time or place change.
    told: Option<i64>,
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
            Ok(made) => return Ok(saved(&site, &reader, &made)),
            Err(error) => refuse(&mut form, error)?,
        }
    }
    Ok(page(&site, &reader, &new(&reader, host.name.0.pick(reader.lang)), form, StatusCode::UNPROCESSABLE_ENTITY))
}

/// `GET /organise/events/{event}/edit`
pub async fn edit(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Page {
    let (view, told) = for_change(&site, &reader, &slug).await?;
    let mut form = event_fields::fill(&site, &view.row.event);
    if let Some(starts) = asked.starts_local.and_then(|raw| LocalTime::parse(&raw).ok()) {
        let minutes = (view.row.event.ends_at - view.row.event.starts_at) / 60_000;
        form = form.set("starts_local", starts.to_string()).set("ends_local", starts.plus_minutes(minutes).to_string());
    }
    Ok(page(&site, &reader, &existing(&reader, &view, told), form, StatusCode::OK))
}

/// `POST` there
pub async fn change(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, mut form: Submitted) -> Page {
    let (view, told) = for_change(&site, &reader, &slug).await?;
    let fields = event_fields::read(&mut form);
    if form.faults.is_empty() {
        match events::update(&site, &reader.actor, &slug, fields).await {
            Ok(made) => return Ok(saved(&site, &reader, &made)),
            Err(error) => refuse(&mut form, error)?,
        }
    }
    Ok(page(&site, &reader, &existing(&reader, &view, told), form, StatusCode::UNPROCESSABLE_ENTITY))
}

/// An address or a date that is taken is said at its field, so that what was typed is kept.
pub(super) fn refused(form: &mut Submitted, error: Error) -> Result<(), Failed> {
    match error {
        Error::Conflict(code @ ("slug_taken" | "edition_exists")) => {
            form.faults.push(Fault::new("slug", code));
            Ok(())
        }
        other => form.refused(other),
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
            _ => continue,
        };
        fault.field = field.to_owned();
    }
    Ok(())
}

async fn for_change(site: &Site, reader: &Reader, slug: &str) -> Result<(EventView, Option<i64>), Failed> {
    let audience = events::audience(site, &reader.actor, slug).await?;
    let view = events::show(site, &reader.actor, slug).await?;
    let status = view.row.event.status.0;
    if status.is_final() {
        return Err(Failed::Conflict("status".to_owned()));
    }
    let told = matches!(status, Status::Announced | Status::Confirmed).then(|| i64::try_from(audience).unwrap_or(i64::MAX));
    Ok((view, told.filter(|count| *count > 0)))
}

fn saved(site: &Site, reader: &Reader, view: &EventView) -> Response {
    let words = if view.ambiguous { t(reader.lang, "organise-event-saved-twice") } else { t(reader.lang, "organise-event-saved") };
    flash::lead(site, &reader.to(&format!("/organise/events/{}", view.row.event.slug)), &words)
}

fn new(reader: &Reader, host: &str) -> About {
    let title = t(reader.lang, "organise-new-event");
    About { title, sub: host.to_owned(), back: reader.to("/organise"), is_new: true, told: None }
}

fn existing(reader: &Reader, view: &EventView, told: Option<i64>) -> About {
    About {
        title: t(reader.lang, "organise-change-event"),
        sub: view.row.event.title.0.pick(reader.lang).to_owned(),
        back: reader.to(&format!("/organise/events/{}", view.row.event.slug)),
        is_new: false,
        told,
    }
}

fn page(site: &Site, reader: &Reader, about: &About, form: Submitted, status: StatusCode) -> Response {
    let lang = reader.lang;
    let meta = Meta::new(about.title.clone()).area(Area::Organise).hidden();
    render(reader, meta, status, || {
        let told = about.told.map(|n| view! { <Notice calm=true><p>{t!(lang, "organise-change-is-mailed", n = n)}</p></Notice> });
        let title = about.title.clone();
        view! {
            <Title inner=true sub=about.sub.clone()>{title}</Title>
            <form method="post" novalidate=true>
                <ErrorSummary form=&form/>
                {told}
                {event_fields::fields(site, lang, &form, about.is_new)}
                <p class="actions">
                    <button class="button main">{t(lang, "organise-save")}</button>
                    <a class="plain" href=about.back.clone()>{t(lang, "organise-back")}</a>
                </p>
            </form>
        }
    })
}
