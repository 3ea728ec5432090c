//! Before a status changes: what it means, and how many people it is mailed to.

use super::words;
use crate::failure::{Failed, Page};
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{ErrorSummary, Notice, TextPair, Title};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use backend::service::events::{self, EventView, StatusChange};
use backend::service::given;
use backend::{Error, Site};
use domain::event::Status;
use domain::text::{Lang, Text};
use leptos::prelude::*;

/// `GET /organise/events/{event}/status/{to}`
pub async fn ask(reader: Reader, State(site): State<Site>, Path((slug, to)): Path<(String, String)>) -> Page {
    let (view, to, audience) = find(&site, &reader, &slug, &to).await?;
    Ok(page(&reader, &view, to, audience, Submitted::empty(), StatusCode::OK))
}

/// `POST` there
pub async fn set(reader: Reader, State(site): State<Site>, Path((slug, to)): Path<(String, String)>, mut form: Submitted) -> Page {
    let (view, to, audience) = find(&site, &reader, &slug, &to).await?;
    if form.faults.is_empty() {
        let text = |field: &str| form.given(field).map(str::to_owned);
        let reason = form.text_given("reason").then(|| Text { lv: text("reason.lv"), en: text("reason.en") });
        let change = StatusChange { to: <&str>::from(to).to_owned(), reason };
        match events::change_status(&site, &reader.actor, &slug, change).await {
            Ok(_) => {
                let next = reader.to(&format!("/organise/events/{slug}"));
                return Ok(flash::lead(&site, &next, &done(reader.lang, to, audience)));
            }
            Err(error) => form.refused(error)?,
        }
    }
    Ok(page(&reader, &view, to, audience, form, StatusCode::UNPROCESSABLE_ENTITY))
}

async fn find(site: &Site, reader: &Reader, slug: &str, to: &str) -> Result<(EventView, Status, i64), Failed> {
    let audience = events::audience(site, &reader.actor, slug).await?;
    let view = events::show(site, &reader.actor, slug).await?;
    let to: Status = given::word(to).map_err(|_| Failed::NotFound)?;
    view.row.event.status.0.change_to(to).map_err(|refusal| Error::Conflict(refusal.code))?;
    let mailed = if to.is_mailed() { i64::try_from(audience).unwrap_or(i64::MAX) } else { 0 };
    Ok((view, to, mailed))
}

fn done(lang: Lang, to: Status, mailed: i64) -> String {
    let said = words::standing(lang, to);
    if mailed == 0 { said } else { format!("{said} {}", t!(lang, "organise-mail-leaves", n = mailed)) }
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

fn page(reader: &Reader, view: &EventView, to: Status, mailed: i64, form: Submitted, status: StatusCode) -> Response {
    let lang = reader.lang;
    let title = words::step(lang, to);
    let meta = Meta::new(title.clone()).area(Area::Organise).hidden();
    render(reader, meta, status, || {
        let back = reader.to(&format!("/organise/events/{}", view.row.event.slug));
        let told = match (to.is_mailed(), mailed) {
            (false, _) => t(lang, "organise-mails-nobody"),
            (true, 0) => t(lang, "organise-mails-none-yet"),
            (true, n) => t!(lang, "organise-mails", n = n),
        };
        let reason = (to == Status::Cancelled).then(|| {
            view! { <TextPair form=&form name="reason" label=t(lang, "organise-reason") help=t(lang, "organise-reason-help") block=true optional=true max=500_usize/> }
        });
        let button = title.clone();
        view! {
            <Title inner=true sub=view.row.event.title.0.pick(lang).to_owned()>{title}</Title>
            <form method="post" novalidate=true>
                <ErrorSummary form=&form/>
                <p class="prose">{meaning(lang, to)}</p>
                <Notice calm={to != Status::Cancelled}><p><b>{told}</b></p></Notice>
                {reason}
                <p class="actions">
                    <button class="button main">{button}</button>
                    <a class="plain" href=back>{t(lang, "organise-not-now")}</a>
                </p>
            </form>
        }
    })
}
