//! Adding, changing and removing a session. Who saves over another's change is shown it first.

use super::fields::{BREAK, SESSION, fields, fill, read};
use super::head;
use super::versions::versions;
use crate::failure::{Failed, Page};
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{ErrorSummary, Notice, Said};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use backend::service::access::{self, Seen};
use backend::service::agenda::{self, Shown};
use backend::service::topics::{self, Shown as Topic};
use backend::{Error, Site};
use domain::host::Right;
use domain::time::{LocalTime, Zone};
use domain::topic::Status;
use leptos::prelude::*;
use serde::Deserialize;

/// Minutes of a session of which nothing is known.
const USUAL_MINUTES: i32 = 30;

#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    /// The number of the topic it is to come from.
    topic: Option<i32>,
    /// `break`: it is to be one.
    kind: Option<String>,
}

/// What every form of a session needs.
struct Desk {
    seen: Seen,
    zone: Zone,
    topics: Vec<Topic>,
}

impl Desk {
    async fn read(site: &Site, reader: &Reader, slug: &str) -> Result<Self, Failed> {
        let db = site.db.read();
        let seen = access::event(db, &reader.actor, slug).await?;
        reader.actor.me()?;
        seen.require(Right::ManageAgenda)?;
        if seen.event.status.0.is_final() {
            return Err(Failed::Conflict("status".to_owned()));
        }
        let topics = topics::list(db, site, &reader.actor, seen.event.id).await?;
        let zone = site.zones.get(&seen.event.zone).map_err(Error::internal)?.clone();
        Ok(Self { topics, zone, seen })
    }

    /// Those that can still lead to a session, and the one that has.
    fn topics(&self, chosen: &str) -> Vec<Topic> {
        let open = |one: &&Topic| matches!(one.topic.status.0, Status::Proposed | Status::Shortlisted | Status::Scheduled);
        self.topics.iter().filter(|one| open(one) || one.topic.id.to_string() == chosen).cloned().collect()
    }

    fn list(&self, reader: &Reader) -> String {
        reader.to(&format!("/organise/events/{}/agenda", self.seen.event.slug))
    }
}

/// `GET …/agenda/new`: begins where the last session ends, or with what a topic says.
pub async fn blank(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, Query(wanted): Query<Wanted>) -> Page {
    let desk = Desk::read(&site, &reader, &slug).await?;
    let (_, working) = agenda::workbench(&site, &reader.actor, &slug).await?;
    let last = working.sessions.iter().map(|one| one.span.to).max();
    let starts = last.map(|at| LocalTime::new(desk.zone.local(at).time).to_string());
    let topic = desk.topics.iter().find(|one| Some(one.topic.number) == wanted.topic).map(|one| &one.topic);
    let form = Submitted::empty()
        .with_text("title", topic.map(|topic| &topic.title.0))
        .with("starts_local", starts.unwrap_or_else(|| desk.seen.event.starts_local.clone()))
        .with("duration_minutes", topic.map_or(USUAL_MINUTES, |topic| topic.minutes).to_string())
        .with("topic", topic.map(|topic| topic.id.to_string()).unwrap_or_default())
        .with("kind", wanted.kind.filter(|kind| kind == BREAK).unwrap_or_else(|| SESSION.to_owned()))
        .with("part", "main");
    Ok(page(&reader, &desk, None, None, form, StatusCode::OK))
}

/// `POST` there
pub async fn make(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, mut form: Submitted) -> Page {
    let desk = Desk::read(&site, &reader, &slug).await?;
    let fields = read(&mut form);
    if form.faults.is_empty() {
        match agenda::create(&site, &reader.actor, &slug, fields).await {
            Ok(id) => return Ok(back(&site, &reader, &desk, id, t(reader.lang, "agenda-session-saved"))),
            Err(error) => form.refused(error)?,
        }
    }
    Ok(page(&reader, &desk, None, None, form, StatusCode::UNPROCESSABLE_ENTITY))
}

/// `GET …/agenda/{session}`
pub async fn edit(reader: Reader, State(site): State<Site>, Path((slug, id)): Path<(String, i64)>) -> Page {
    let desk = Desk::read(&site, &reader, &slug).await?;
    let shown = session(&site, &reader, &desk, id).await?;
    Ok(page(&reader, &desk, shown.version, None, fill(&shown), StatusCode::OK))
}

/// `POST` there saves or removes.
pub async fn change(reader: Reader, State(site): State<Site>, Path((slug, id)): Path<(String, i64)>, mut form: Submitted) -> Page {
    let desk = Desk::read(&site, &reader, &slug).await?;
    let shown = session(&site, &reader, &desk, id).await?;
    // A form without the number of a version is as old as can be.
    let version = Some(form.get("version").parse().unwrap_or(0));
    let removes = form.get("do") == "remove";
    let done = if removes {
        agenda::remove(&site, &reader.actor, id, version).await.map(|()| t(reader.lang, "agenda-session-removed"))
    } else {
        let fields = read(&mut form);
        match form.faults.is_empty() {
            true => agenda::update(&site, &reader.actor, id, version, fields).await.map(|()| t(reader.lang, "agenda-session-saved")),
            false => Err(Error::Invalid(Vec::new())),
        }
    };
    match done {
        Ok(said) => {
            let over = if removes { None } else { over(&site, &reader, &desk, id).await? };
            let said = [Some(said), over].into_iter().flatten().collect::<Vec<_>>().join(" ");
            Ok(back(&site, &reader, &desk, id, said))
        }
        Err(Error::Conflict("changed_meanwhile")) => {
            let theirs = session(&site, &reader, &desk, id).await?;
            let form = if removes { fill(&theirs) } else { form };
            Ok(page(&reader, &desk, theirs.version, Some(&theirs), form, StatusCode::CONFLICT))
        }
        Err(error) => {
            form.refused(error)?;
            // What the form was filled from stays what it says it is, so that a change in between is still noticed.
            Ok(page(&reader, &desk, version.or(shown.version), None, form, StatusCode::UNPROCESSABLE_ENTITY))
        }
    }
}

/// That more have marked it than it takes now, which drops nobody.
async fn over(site: &Site, reader: &Reader, desk: &Desk, id: i64) -> Result<Option<String>, Failed> {
    let shown = session(site, reader, desk, id).await?;
    let both = shown.session.capacity.zip(shown.marks).filter(|(capacity, marks)| marks > capacity);
    Ok(both.map(|(_, marks)| t!(reader.lang, "agenda-capacity-over", n = i64::from(marks))))
}

/// The session, if it is one of this event.
async fn session(site: &Site, reader: &Reader, desk: &Desk, id: i64) -> Result<Shown, Failed> {
    let (_, working) = agenda::workbench(site, &reader.actor, &desk.seen.event.slug).await?;
    working.sessions.into_iter().find(|one| one.session.id.0 == id).ok_or(Failed::NotFound)
}

fn back(site: &Site, reader: &Reader, desk: &Desk, id: i64, said: String) -> Response {
    flash::lead(site, &format!("{}#session-{id}", desk.list(reader)), &said)
}

fn page(reader: &Reader, desk: &Desk, version: Option<i32>, theirs: Option<&Shown>, form: Submitted, status: StatusCode) -> Response {
    let lang = reader.lang;
    let event = &desk.seen.event;
    let heading = match (version, form.has("kind", BREAK)) {
        (Some(_), _) => t(lang, "agenda-change-session"),
        (None, true) => t(lang, "agenda-add-break"),
        (None, false) => t(lang, "agenda-add"),
    };
    let meta = Meta::new(heading.clone()).area(Area::Organise).hidden();
    render(reader, meta, status, || {
        let list = desk.list(reader);
        let topics = desk.topics(form.get("topic"));
        let number = version.map(|version| view! { <input type="hidden" name="version" value=version.to_string()/> });
        let remove = version.map(|version| {
            view! {
                <form method="post" class="remove">
                    <input type="hidden" name="version" value=version.to_string()/>
                    <p class="quiet">{t(lang, "agenda-remove-note")}</p>
                    <p class="actions"><button class="button" type="submit" name="do" value="remove">{t(lang, "agenda-remove")}</button></p>
                </form>
            }
        });
        view! {
            {head(reader, event, heading)}
            {theirs.map(|theirs| meanwhile(reader, desk, theirs, &form))}
            <form method="post" novalidate=true>
                <ErrorSummary form=&form/>
                {number}
                {fields(lang, &form, event, &topics)}
                <p class="actions">
                    <button class="button main" type="submit">{t(lang, "organise-save")}</button>
                    <a class="plain" href=list>{t(lang, "organise-back")}</a>
                </p>
            </form>
            {remove}
        }
    })
}

/// What somebody else has written since the form was filled, beside what was typed.
fn meanwhile(reader: &Reader, desk: &Desk, theirs: &Shown, mine: &Submitted) -> AnyView {
    let lang = reader.lang;
    let title = view! { <Said text=&theirs.session.title/> }.into_any();
    let both = versions(lang, theirs, mine, &desk.topics);
    view! {
        <Notice title=t(lang, "agenda-meanwhile")>
            <p><b>{title}</b></p>
            {both}
            <p>{t(lang, "agenda-meanwhile-next")}</p>
        </Notice>
    }
    .into_any()
}
