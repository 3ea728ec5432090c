//! From a slot to the event: what it will be, and whom the invitations reach.

use super::super::words;
use crate::failure::{Failed, Page};
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::pages::polls::when;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Checkbox, Choice, Choices, Empty, ErrorSummary, Field, Section, Select, Title};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use backend::service::date_polls::{self, Decided, Decision, View, slug};
use backend::service::events::{AttendanceInput, OfferInput};
use backend::{Error, Site};
use domain::date_poll::Slot;
use domain::event::Visibility;
use domain::fault::Fault;
use domain::text::Lang;
use leptos::prelude::*;
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    slot: String,
}

/// `GET /organise/polls/{poll}/event?slot=…`
pub async fn ask(reader: Reader, State(site): State<Site>, Path(poll): Path<String>, Query(asked): Query<Asked>) -> Page {
    let view = find(&reader, &site, &poll).await?;
    let slot = chosen(&view, &asked.slot)?;
    let form = Submitted::empty()
        .with("slot", slot.id.to_string())
        .with("slug", slug(&view.host.slug, &slot))
        .with("kind", "thematic")
        .with("online", "yes")
        .with("visibility", "invited");
    Ok(page(&reader, &site, &view, slot, form, StatusCode::OK))
}

/// `POST` there: makes the event, announces it and invites.
pub async fn make(
    reader: Reader,
    State(site): State<Site>,
    Path(poll): Path<String>,
    Query(asked): Query<Asked>,
    mut form: Submitted,
) -> Page {
    let view = find(&reader, &site, &poll).await?;
    let slot = chosen(&view, form.given("slot").unwrap_or(&asked.slot))?;
    let offer = |on: bool| on.then(OfferInput::default);
    let decision = Decision {
        slot: i64::from(slot.id),
        slug: Some(form.get("slug").trim().to_owned()),
        kind: Some(form.get("kind").to_owned()),
        attendance: Some(AttendanceInput { in_person: offer(form.has("in_person", "yes")), online: offer(form.has("online", "yes")) }),
        visibility: Some(form.get("visibility").to_owned()),
    };
    if form.faults.is_empty() {
        match date_polls::decide(&site, &reader.actor, &poll, decision).await {
            Ok(decided) => return Ok(made(&reader, &site, &decided)),
            Err(Error::Conflict("slug_taken")) => form.faults.push(Fault::new("slug", "slug_taken")),
            Err(error) => form.refused(error)?,
        }
    }
    Ok(page(&reader, &site, &view, slot, form, StatusCode::UNPROCESSABLE_ENTITY))
}

async fn find(reader: &Reader, site: &Site, poll: &str) -> Result<View, Failed> {
    reader.actor.me()?;
    let view = date_polls::view(site, &reader.actor, poll, None).await?;
    match () {
        () if !view.manages => Err(Failed::Forbidden),
        () if view.poll.event_id.is_some() => Err(Failed::Conflict("poll_decided".to_owned())),
        () => Ok(view),
    }
}

fn chosen(view: &View, raw: &str) -> Result<Slot, Failed> {
    let id = raw.parse::<u16>().map_err(|_| Failed::NotFound)?;
    view.slots.iter().map(|figures| figures.slot).find(|slot| slot.id == id).ok_or(Failed::NotFound)
}

fn made(reader: &Reader, site: &Site, decided: &Decided) -> Response {
    let lang = reader.lang;
    let event = &decided.event.row.event;
    let n = i64::try_from(decided.outcome.invited).unwrap_or(i64::MAX);
    let skipped = decided.outcome.skipped.len();
    let skipped = if skipped == 0 { String::new() } else { t!(lang, "datepoll-skipped", n = skipped) };
    let words = format!("{} {skipped}", t!(lang, "datepoll-event-made", n = n));
    flash::lead(site, &reader.to(&format!("/organise/events/{}", event.slug)), words.trim())
}

fn page(reader: &Reader, site: &Site, view: &View, slot: Slot, form: Submitted, status: StatusCode) -> Response {
    let lang = reader.lang;
    let meta = Meta::new(t(lang, "datepoll-event")).area(Area::Organise).hidden();
    render(reader, meta, status, || {
        let sub = format!("{} · {}", view.poll.title.0.pick(lang), when(site, lang, &view.poll, &slot));
        let invited = view.replies.iter().filter(|one| one.is_confirmed()).count();
        let summary = view! { <ErrorSummary form=&form/> }.into_any();
        let back = reader.to(&format!("/organise/polls/{}", view.poll.token));
        let button = if invited == 0 { t(lang, "datepoll-announce") } else { t!(lang, "datepoll-announce-and-send", n = invited) };
        view! {
            <Title inner=true sub=sub>{t(lang, "datepoll-event")}</Title>
            {reach(lang, view, invited)}
            <form method="post" novalidate=true>
                {summary}
                <input type="hidden" name="slot" value=slot.id.to_string()/>
                {fields(lang, &form)}
                <p class="actions">
                    <button class="button main" type="submit">{button}</button>
                    <a class="plain" href=back>{t(lang, "organise-not-now")}</a>
                </p>
            </form>
        }
    })
}

/// Who gets an invitation, and who does not.
fn reach(lang: Lang, view: &View, invited: usize) -> AnyView {
    let without = view.replies.iter().filter(|one| one.email().is_none()).count();
    let unsure = view.replies.len() - invited - without;
    let rows = [
        (unsure > 0).then(|| t!(lang, "datepoll-reach-unsure", n = unsure)),
        (without > 0).then(|| t!(lang, "datepoll-reach-without", n = without)),
    ];
    let rows = rows.into_iter().flatten().map(|words| view! { <p>{words}</p> }).collect::<Vec<_>>();
    let say = t!(lang, "datepoll-reach", n = invited);
    let body = view! { {rows} <p class="quiet">{t(lang, "datepoll-reach-note")}</p> }.into_any();
    view! { <Section id="told" title=t(lang, "foretold-who")><Empty say=say>{body}</Empty></Section> }.into_any()
}

fn fields(lang: Lang, form: &Submitted) -> AnyView {
    let choices = [Visibility::Invited, Visibility::Members, Visibility::Public].map(|visibility| {
        let (label, note) = words::visibility(lang, visibility);
        Choice::new(<&str>::from(visibility), label).note(note)
    });
    view! {
        <Field form=form name="slug" label=t(lang, "organise-slug") help=t(lang, "organise-slug-help") max=64_usize/>
        <Select form=form name="kind" label=t(lang, "organise-kind") options=words::kinds(lang)/>
        <fieldset class="field" id="attendance">
            <legend>{t(lang, "organise-how-people-attend")}</legend>
            <Checkbox form=form name="in_person" label=t(lang, "organise-in-person")/>
            <Checkbox form=form name="online" label=t(lang, "organise-online")/>
        </fieldset>
        <Choices form=form name="visibility" label=t(lang, "organise-who-sees") choices=choices.to_vec() tight=true/>
    }
    .into_any()
}
