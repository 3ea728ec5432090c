//! What is done on the board: a session moved or removed, a topic placed, a step taken back. A page is the answer, or, for the script of
//! the board (`piece`), all of it but the heading.

use super::bench::{Bench, contents, page};
use crate::failure::Page;
use crate::flash;
use crate::form::Submitted;
use crate::page::fragment;
use crate::pages::agenda::when_where;
use crate::reader::Reader;
use crate::text::{fault, t};
use crate::ui::Notice;
use crate::when::{Form, day_month, span};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use backend::service::agenda::{self, Gone, SessionFields, Shown, Way};
use backend::{Error, Result, Site};
use domain::fault::Fault;
use domain::text::{Lang, Text};
use domain::time::LocalTime;
use leptos::prelude::*;
use serde::Deserialize;

/// What came of it: what is said, or that somebody else was faster.
enum Came {
    Said(String),
    /// By the id of the session.
    Overtaken(i64),
}

/// What the board knows already.
#[derive(Debug, Default, Deserialize)]
pub struct Known {
    #[serde(default)]
    mark: String,
}

/// `GET /organise/events/{event}/agenda/board?mark=`: the board where it is another by now, else 204.
pub async fn look(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, Query(known): Query<Known>) -> Page {
    if agenda::current_mark(&site, &reader.actor, &slug).await? == known.mark {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let bench = Bench::read(&site, &reader, &slug).await?;
    let said = match agenda::last_change(&site, &reader.actor, bench.agenda.seen.event.id).await? {
        Some((name, title)) => t!(reader.lang, "agenda-changed-by", name = name, title = title.pick(reader.lang).to_owned()),
        None => t(reader.lang, "agenda-changed-elsewhere"),
    };
    Ok(fragment(&reader, || contents(&reader, &bench, &bench.blank(), Some(note(said.clone(), true)), Some(said))))
}

fn note(said: String, calm: bool) -> AnyView {
    view! { <Notice calm=calm><p>{said}</p></Notice> }.into_any()
}

/// `POST` there
pub async fn send(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, form: Submitted) -> Page {
    let came = done(&reader, &site, &slug, &form).await;
    let piece = form.has("piece", "1");
    if let (Ok(Came::Said(said)), false) = (&came, piece) {
        return Ok(flash::lead(&site, &reader.to(&format!("/organise/events/{slug}/agenda")), said));
    }
    let (came, status) = match came {
        Ok(came) => (came, StatusCode::OK),
        Err(Error::Invalid(faults)) => (Came::Said(refused(reader.lang, &faults)), StatusCode::UNPROCESSABLE_ENTITY),
        Err(error) => return Err(error.into()),
    };
    let bench = Bench::read(&site, &reader, &slug).await?;
    Ok(answer(&reader, &bench, &form, came, status, piece))
}

fn answer(reader: &Reader, bench: &Bench, form: &Submitted, came: Came, status: StatusCode, piece: bool) -> Response {
    let lang = reader.lang;
    let shows = status != StatusCode::OK || matches!(form.get("do"), "undo" | "redo");
    let calm = status == StatusCode::OK;
    let (status, said) = match &came {
        Came::Said(said) => (status, said.clone()),
        Came::Overtaken(_) => (StatusCode::CONFLICT, t(lang, "agenda-overtaken")),
    };
    let notice = || match &came {
        Came::Overtaken(id) => Some(both(reader, bench, form, *id)),
        Came::Said(said) => shows.then(|| note(said.clone(), calm)),
    };
    let mut answer = match piece {
        true => fragment(reader, || contents(reader, bench, &bench.blank(), notice(), Some(said))),
        false => page(reader, bench, &bench.blank(), notice(), status),
    };
    *answer.status_mut() = status;
    answer
}

async fn done(reader: &Reader, site: &Site, slug: &str, form: &Submitted) -> Result<Came> {
    let lang = reader.lang;
    let session = form.get("session").parse().unwrap_or(0);
    // A form without the number of a version is as old as can be.
    let version = Some(form.get("version").parse().unwrap_or(0));
    let (done, said) = match form.get("do") {
        "undo" => return gone(site, reader, slug, Way::Undo).await,
        "redo" => return gone(site, reader, slug, Way::Redo).await,
        "place" => {
            let fields = placed(site, reader, slug, form).await?;
            (agenda::create(site, &reader.actor, slug, fields).await.map(|_| ()), t(lang, "agenda-session-placed"))
        }
        "remove" => (agenda::remove(site, &reader.actor, session, version).await, t(lang, "agenda-session-removed")),
        _ => (agenda::update(site, &reader.actor, session, version, moved(form)).await, t(lang, "agenda-session-moved")),
    };
    match done {
        Ok(()) => Ok(Came::Said(said)),
        Err(Error::Conflict("changed_meanwhile")) => Ok(Came::Overtaken(session)),
        Err(error) => Err(error),
    }
}

async fn gone(site: &Site, reader: &Reader, slug: &str, way: Way) -> Result<Came> {
    let lang = reader.lang;
    Ok(Came::Said(match (agenda::go(site, &reader.actor, slug, way).await?, way) {
        (Gone::Went(title), Way::Undo) => t!(lang, "agenda-undone", title = title.pick(lang).to_owned()),
        (Gone::Went(title), Way::Redo) => t!(lang, "agenda-redone", title = title.pick(lang).to_owned()),
        (Gone::Overtaken(title), _) => t!(lang, "agenda-step-overtaken", title = title.pick(lang).to_owned()),
    }))
}

/// Where a session is to go; what is not sent stays.
fn moved(form: &Submitted) -> SessionFields {
    let part = |lang: &str| form.given(&format!("room.{lang}")).map(str::to_owned);
    SessionFields {
        starts_local: form.given("starts_local").map(str::to_owned),
        duration_minutes: form.given("duration_minutes").map(|raw| raw.parse().unwrap_or(0)),
        room: form.typed().any(|(name, _)| name.starts_with("room.")).then(|| Some(Text { lv: part("lv"), en: part("en") })),
        ..SessionFields::default()
    }
}

/// A session of a topic that waits for one.
async fn placed(site: &Site, reader: &Reader, slug: &str, form: &Submitted) -> Result<SessionFields> {
    let bench = Bench::read(site, reader, slug).await?;
    let topic =
        bench.topics.iter().find(|one| one.topic.id.to_string() == form.get("topic")).ok_or(Error::Conflict("changed_meanwhile"))?;
    Ok(SessionFields {
        title: Some(topic.topic.title.0.clone()),
        duration_minutes: Some(topic.topic.minutes.into()),
        topic: Some(Some(topic.topic.id)),
        ..moved(form)
    })
}

/// Theirs and one's own, with the way to have one's own after all.
fn both(reader: &Reader, bench: &Bench, form: &Submitted, session: i64) -> AnyView {
    let lang = reader.lang;
    let Some(theirs) = bench.working.sessions.iter().find(|shown| shown.session.id.0 == session) else {
        return view! { <Notice title=t(lang, "agenda-overtaken")><p>{t(lang, "agenda-overtaken-removed")}</p></Notice> }.into_any();
    };
    let base = reader.to(&format!("/organise/events/{}/agenda", bench.agenda.seen.event.slug));
    let board = format!("{base}/board");
    let title = theirs.session.title.pick(lang).to_owned();
    let kept = form.clone().set("version", theirs.version.unwrap_or_default().to_string()).set("piece", "");
    let hidden = kept.typed().map(|(name, value)| view! { <input type="hidden" name=name.to_owned() value=value.to_owned()/> });
    let mine = match form.get("do") {
        "remove" => t(lang, "agenda-removed-by-me"),
        _ => wanted(lang, form, theirs),
    };
    let words = view! {
        <p><b>{title}</b></p>
        <dl class="both-versions">
            <div><dt>{t(lang, "agenda-theirs")}</dt><dd>{when_where(lang, &bench.zone, theirs, true)}</dd></div>
            <div><dt>{t(lang, "agenda-mine")}</dt><dd>{mine}</dd></div>
        </dl>
        <form method="post" action=board>
            {hidden.collect::<Vec<_>>()}
            <p class="actions">
                <button class="button" type="submit">{t(lang, "agenda-take-mine")}</button>
                <a class="plain" href=base>{t(lang, "agenda-keep-theirs")}</a>
            </p>
        </form>
    }
    .into_any();
    view! { <Notice title=t(lang, "agenda-overtaken")>{words}</Notice> }.into_any()
}

/// Where a session was to go, in words.
fn wanted(lang: Lang, form: &Submitted, theirs: &Shown) -> String {
    let starts = LocalTime::parse(form.get("starts_local")).ok();
    let ends = |starts: LocalTime| starts.plus_minutes(form.get("duration_minutes").parse().unwrap_or(0)).datetime().time();
    let when =
        starts.map(|starts| format!("{}, {}", day_month(lang, starts.date(), Form::Is), span(starts.datetime().time(), ends(starts))));
    // What is not sent stays as it is.
    let room = moved(form).room.unwrap_or_else(|| theirs.session.room.clone());
    let room = room.map(|room| room.pick(lang).to_owned()).filter(|room| !room.is_empty());
    [when, room].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn refused(lang: Lang, faults: &[Fault]) -> String {
    faults.iter().map(|found| fault(lang, found)).collect::<Vec<_>>().join(" ")
}
