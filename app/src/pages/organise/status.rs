//! Before a status changes: what it means, whom it is mailed to, and how the letter reads.

use super::forms::SEEN;
use super::{changes, foretold, words};
use crate::failure::{Failed, Page};
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::pages::outcomes::waiting;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Checkbox, ErrorSummary, LetterStart, Notice, Section, TextPair, Title};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use backend::service::events::{self, Foretold, StatusChange};
use backend::service::given;
use backend::{Error, Site};
use domain::event::Status;
use domain::fault::Fault;
use domain::text::{Lang, Text};
use leptos::prelude::*;

/// The tick that closes an event although topics wait.
const DESPITE: &str = "despite";

/// `GET /organise/events/{event}/status/{to}`
pub async fn ask(reader: Reader, State(site): State<Site>, Path((slug, to)): Path<(String, String)>) -> Page {
    let change = find(&site, &reader, &slug, &to).await?;
    Ok(page(&site, &reader, &change, false, Submitted::empty(), StatusCode::OK))
}

/// `POST` there
pub async fn set(reader: Reader, State(site): State<Site>, Path((slug, to)): Path<(String, String)>, mut form: Submitted) -> Page {
    let change = find(&site, &reader, &slug, &to).await?;
    if !change.unanswered.is_empty() && !form.has(DESPITE, "yes") {
        form.faults.push(Fault::new(DESPITE, "topics_unanswered"));
    }
    if form.faults.is_empty() {
        let text = |field: &str| form.given(field).map(str::to_owned);
        let reason = form.text_given("reason").then(|| Text { lv: text("reason.lv"), en: text("reason.en") });
        let asked = StatusChange { to, reason };
        match events::change_status_seen(&site, &reader.actor, &slug, asked, form.given(SEEN)).await {
            Ok((made, told)) => {
                let standing = words::standing(reader.lang, made.row.event.status.0);
                let said = [Some(standing), foretold::left(reader.lang, &told)].into_iter().flatten().collect::<Vec<_>>().join(" ");
                return Ok(flash::lead(&site, &reader.to(&format!("/organise/events/{slug}")), &said));
            }
            Err(Error::Conflict("changed_meanwhile")) => {
                return Ok(page(&site, &reader, &change, true, form, StatusCode::CONFLICT));
            }
            Err(error) => form.refused(error)?,
        }
    }
    Ok(page(&site, &reader, &change, false, form, StatusCode::UNPROCESSABLE_ENTITY))
}

async fn find(site: &Site, reader: &Reader, slug: &str, to: &str) -> Result<Foretold, Failed> {
    let to: Status = given::word(to).map_err(|_| Failed::NotFound)?;
    let change = StatusChange { to: <&str>::from(to).to_owned(), reason: None };
    Ok(events::of_status(site, &reader.actor, slug, change, reader.lang).await?)
}

fn meaning(lang: Lang, to: Status) -> String {
    match to {
        Status::Draft | Status::Tentative => t(lang, "organise-means-tentative"),
        Status::Announced => t(lang, "organise-means-announced"),
        Status::Confirmed => t(lang, "organise-means-confirmed"),
        Status::Held => t(lang, "organise-means-held"),
        Status::Cancelled => t(lang, "organise-means-cancelled"),
    }
}

/// `overtaken`: somebody else has changed the event since the page was opened.
fn page(site: &Site, reader: &Reader, change: &Foretold, overtaken: bool, form: Submitted, status: StatusCode) -> Response {
    let (lang, event, to) = (reader.lang, &change.before, change.after.status.0);
    let title = words::step(lang, to);
    let meta = Meta::new(title.clone()).area(Area::Organise).hidden();
    render(reader, meta, status, || {
        let back = reader.to(&format!("/organise/events/{}", event.slug));
        let reason = (to == Status::Cancelled).then(|| {
            view! { <TextPair form=&form name="reason" label=t(lang, "organise-reason") help=t(lang, "organise-reason-help") block=true optional=true max=500_usize/> }
        });
        let owes = !change.unanswered.is_empty();
        let unanswered = owes.then(|| {
            let n = i64::try_from(change.unanswered.len()).unwrap_or(i64::MAX);
            let list = waiting(reader, &event.slug, &change.unanswered);
            view! { <Section id="waiting" title=t!(lang, "outcomes-waiting", n = n) note=t(lang, "outcomes-waiting-note")>{list}</Section> }
        });
        let despite = owes
            .then(|| view! { <Checkbox form=&form name=DESPITE label=t(lang, "outcomes-close-despite") note=t(lang, "outcomes-close-despite-note")/> });
        let overtaken = overtaken.then(|| {
            let how = view! { <p>{t(lang, "foretold-overtaken-status")}</p> }.into_any();
            view! { <Notice title=t(lang, "foretold-overtaken")>{how}</Notice> }
        });
        let when = changes::when(site, lang, event);
        let button = if change.told.now.total() > 0 { t!(lang, "foretold-and-send", step = title.clone()) } else { title.clone() };
        view! {
            <Title inner=true sub=format!("{} · {when}", event.title.0.pick(lang))>{title}</Title>
            {overtaken}
            <p class="prose">{meaning(lang, to)}</p>
            {foretold::who(site, reader, change)}
            {unanswered}
            {change.letter.as_ref().map(|letter| view! { <LetterStart letter=letter/> })}
            <form method="post" novalidate=true>
                <ErrorSummary form=&form/>
                <input type="hidden" name=SEEN value=change.mark.clone()/>
                {reason} {despite}
                <p class="actions">
                    <button class="button main">{button}</button>
                    <a class="plain" href=back>{t(lang, "organise-not-now")}</a>
                </p>
            </form>
        }
    })
}
