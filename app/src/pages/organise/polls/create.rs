//! Making a date poll, with slots typed by hand or offered by the planner.

use super::super::event_fields::local;
use super::super::forms::host_of;
use crate::failure::{Failed, Page};
use crate::flash::{self, see_other};
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::pages::zone;
use crate::reader::Reader;
use crate::text::{self, t};
use crate::ui::{Checkbox, ErrorSummary, Field, Select, TextPair, Title};
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use backend::service::date_polls::{self, NOTE, NewPoll, TITLE};
use backend::{Error, Site};
use domain::date_poll::MOST_SLOTS;
use domain::fault::Refusal;
use domain::text::{Lang, Text};
use leptos::prelude::*;

/// So many slots have a field at first, and so many more each time.
const ROWS: usize = 5;

/// `GET /organise/polls/new?host=…`: to the form of that host, with everything else that was asked.
pub async fn choose(reader: Reader, RawQuery(query): RawQuery) -> Page {
    reader.actor.me()?;
    let query = query.unwrap_or_default();
    let asked = Submitted::of_query(&query)?;
    let host = asked.given("host").filter(|host| domain::slug::Slug::parse(host).is_ok()).ok_or(Failed::NotFound)?;
    Ok(see_other(&reader.to(&format!("/organise/hosts/{host}/polls/new?{query}"))))
}

/// `GET /organise/hosts/{host}/polls/new`; the address may hold slots, as the planner's does.
pub async fn blank(reader: Reader, State(site): State<Site>, Path(host): Path<String>, RawQuery(query): RawQuery) -> Page {
    let host = host_of(&site, &reader, &host).await?;
    let mut form = Submitted::of_query(query.as_deref().unwrap_or_default())?;
    for (field, usual) in [("zone", host.zone.as_str()), ("duration_minutes", "60")] {
        if form.given(field).is_none() {
            form = form.set(field, usual);
        }
    }
    let form = form.with("without_account", "yes");
    Ok(page(&site, &reader, host.name.0.pick(reader.lang), form, StatusCode::OK))
}

/// `POST` there: makes it, or offers more fields for slots.
pub async fn make(reader: Reader, State(site): State<Site>, Path(host): Path<String>, mut form: Submitted) -> Page {
    let host = host_of(&site, &reader, &host).await?;
    let name = host.name.0.pick(reader.lang).to_owned();
    if form.get("do") == "more" {
        let rows = (rows(&form) + ROWS).min(MOST_SLOTS);
        return Ok(page(&site, &reader, &name, form.set("rows", rows.to_string()), StatusCode::OK));
    }
    let minutes = form.parse_given("duration_minutes", |raw| raw.trim().parse().map_err(|_| Refusal::new("not_a_number")));
    let slots = slots(&form);
    if form.faults.is_empty() {
        let pair = |field: &str| Text {
            lv: Some(form.get(&format!("{field}.lv")).to_owned()),
            en: Some(form.get(&format!("{field}.en")).to_owned()),
        };
        let new = NewPoll {
            host: host.slug,
            title: pair("title"),
            note: Some(pair("note")),
            zone: form.get("zone").to_owned(),
            duration_minutes: minutes,
            slots: slots.iter().map(|(_, raw)| raw.clone()).collect(),
            closes_local: local(form.get("closes_local")),
            without_account: form.has("without_account", "yes"),
            answers_shown: form.has("answers_shown", "yes"),
        };
        match date_polls::create(&site, &reader.actor, new).await {
            Ok(poll) => {
                let to = reader.to(&format!("/organise/polls/{}", poll.token));
                return Ok(flash::lead(&site, &to, &t(reader.lang, "datepoll-made")));
            }
            Err(error) => refused(&mut form, &slots, error)?,
        }
    }
    Ok(page(&site, &reader, &name, form, StatusCode::UNPROCESSABLE_ENTITY))
}

/// How many fields for slots are shown: those that were, and all that hold something.
fn rows(form: &Submitted) -> usize {
    let filled = (0..MOST_SLOTS).rev().find(|i| form.given(&slot(*i)).is_some()).map_or(0, |last| last + 1);
    let asked = form.get("rows").parse::<usize>().unwrap_or(ROWS);
    asked.max(filled).clamp(ROWS, MOST_SLOTS)
}

fn slot(i: usize) -> String {
    format!("slots.{i}")
}

/// What was typed, each with its field; blank ones are left out.
fn slots(form: &Submitted) -> Vec<(String, String)> {
    let typed = form.typed().filter(|(name, value)| name.starts_with("slots.") && !value.trim().is_empty());
    typed.map(|(name, value)| (name.to_owned(), local(value))).collect()
}

/// What is wrong with a slot is said at the field it was typed into.
fn refused(form: &mut Submitted, slots: &[(String, String)], error: Error) -> Result<(), Failed> {
    form.refused(error)?;
    for fault in &mut form.faults {
        let place = fault.field.strip_prefix("slots[").and_then(|rest| rest.strip_suffix(']')).and_then(|i| i.parse::<usize>().ok());
        if let Some((field, _)) = place.and_then(|place| slots.get(place)) {
            fault.field = field.clone();
        }
    }
    Ok(())
}

fn page(site: &Site, reader: &Reader, host: &str, form: Submitted, status: StatusCode) -> Response {
    let lang = reader.lang;
    let meta = Meta::new(t(lang, "datepoll-new")).area(Area::Organise).hidden();
    render(reader, meta, status, || {
        let rows = rows(&form);
        let more = (rows < MOST_SLOTS).then(|| {
            view! { <button class="button" name="do" value="more" type="submit">{t(lang, "datepoll-more-slots")}</button> }
        });
        let summary = view! { <ErrorSummary form=&form/> }.into_any();
        let what = view! {
            <TextPair form=&form name="title" label=t(lang, "datepoll-title-field") max=TITLE/>
            <TextPair form=&form name="note" label=t(lang, "datepoll-note") help=t(lang, "datepoll-note-help") block=true optional=true max=NOTE/>
        }
        .into_any();
        let whose = view! {
            <div class="threefields">
                <Field form=&form name="duration_minutes" label=t(lang, "organise-duration") kind="number" narrow=true/>
                <Select form=&form name="zone" label=t(lang, "organise-zone") options=zone::options(lang, site)/>
            </div>
        }
        .into_any();
        let until = view! {
            <Field form=&form name="closes_local" label=t(lang, "datepoll-closes") help=t(lang, "datepoll-closes-help") kind="datetime-local"/>
            <Checkbox form=&form name="without_account" label=t(lang, "datepoll-without-account") note=t(lang, "datepoll-without-account-note")/>
            <Checkbox form=&form name="answers_shown" label=t(lang, "datepoll-answers-shown") note=t(lang, "datepoll-answers-shown-note")/>
        }
        .into_any();
        view! {
            <Title inner=true sub=host.to_owned()>{t(lang, "datepoll-new")}</Title>
            <form method="post" novalidate=true>
                {summary}
                {what}
                {whose}
                {slot_fields(lang, &form, rows)}
                <input type="hidden" name="rows" value=rows.to_string()/>
                {until}
                <p class="actions"><button class="button main" type="submit">{t(lang, "datepoll-make")}</button> {more}</p>
            </form>
        }
    })
}

fn slot_fields(lang: Lang, form: &Submitted, rows: usize) -> AnyView {
    let fields = (0..rows).map(|i| {
        let name = slot(i);
        view! { <Field form=form name=&name label=t!(lang, "datepoll-slot", n = i + 1) kind="datetime-local"/> }.into_any()
    });
    let wrong = form.fault("slots").map(|fault| view! { <p class="error" id="slots-error"><span>{text::fault(lang, fault)}</span></p> });
    view! {
        <fieldset class="field" id="slots">
            <legend>{t(lang, "datepoll-slots")}</legend>
            <p class="help">{t(lang, "datepoll-slots-help")}</p>
            {wrong}
            <div class="threefields">{fields.collect::<Vec<_>>()}</div>
        </fieldset>
    }
    .into_any()
}
