//! A round: before it opens, while it is open, and what came of it.

use super::booth::{booth_view, choice_of, typed_from};
use super::{others, result, words};
use crate::failure::{Failed, Page};
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, Module, render};
use crate::pages::events::Open;
use crate::pages::inner::Inner;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Empty, Said};
use crate::when::{Form, moment};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use backend::clock::instant;
use backend::entity::{event, round};
use backend::service::access::{self, Seen};
use backend::service::rounds::{self, Booth, Phase, phase};
use backend::{Error, Site};
use domain::text::Lang;
use domain::voting::Voters;
use leptos::prelude::*;

/// `GET /events/{event}/rounds/{number}`
pub async fn show(reader: Reader, State(site): State<Site>, Path((slug, number)): Path<(String, i32)>) -> Page {
    let (seen, round) = load(&reader, &site, &slug, number).await?;
    match phase(&round, site.now().as_millisecond()) {
        Phase::Closed => result::page(&reader, &site, seen, round).await,
        _ => {
            let booth = rounds::booth(&site, &reader.actor, round).await?;
            let form = typed_from(&booth);
            open_page(&reader, &site, &seen, booth, form, StatusCode::OK).await
        }
    }
}

/// `POST /events/{event}/rounds/{number}`: a ballot, or (organisers) putting the result to use.
pub async fn send(reader: Reader, State(site): State<Site>, Path((slug, number)): Path<(String, i32)>, mut form: Submitted) -> Page {
    let (seen, round) = load(&reader, &site, &slug, number).await?;
    let here = reader.to(&format!("/events/{slug}/rounds/{number}"));
    if form.get("do") == "apply" {
        rounds::apply(&site, &reader.actor, round.id).await?;
        return Ok(flash::lead(&site, &here, &t(reader.lang, "round-applied")));
    }
    let topics = rounds::topics(site.db.read(), round.id).await?;
    match rounds::vote(&site, &reader.actor, round.id, choice_of(&form, round.kind.0, &topics)).await {
        Ok(()) => Ok(flash::lead(&site, &here, &t(reader.lang, "round-voted"))),
        Err(Error::Conflict("round_closed")) => Ok(flash::lead(&site, &here, &t(reader.lang, "round-too-late"))),
        Err(error) => {
            form.refused(error)?;
            let booth = rounds::booth(&site, &reader.actor, round).await?;
            open_page(&reader, &site, &seen, booth, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

async fn load(reader: &Reader, site: &Site, slug: &str, number: i32) -> Result<(Seen, round::Model), Failed> {
    let seen = access::event(site.db.read(), &reader.actor, slug).await?;
    let round = rounds::by_number(site, seen.event.id, number).await?;
    Ok((seen, round))
}

async fn open_page(reader: &Reader, site: &Site, seen: &Seen, booth: Booth, form: Submitted, code: StatusCode) -> Page {
    let lang = reader.lang;
    let inner = Inner::new(reader, site, &seen.event, Open::Vote, Some(booth.round.number));
    let title = booth.round.title.0.pick(lang).to_owned();
    let sub = when(lang, site, &seen.event, &booth.round);
    let meta = Meta::new(title.clone()).area(Area::Events).hidden();
    // Tells people on one device apart, and nobody else anything.
    let voter = site.keys.sign("ballot kept", format!("{:?} {}", reader.actor.id(), booth.round.id).as_bytes());
    let waiting = phase(&booth.round, site.now().as_millisecond()) == Phase::Waiting;
    let (sign_in, register) = (reader.sign_in(), reader.to(&format!("/events/{}/register", seen.event.slug)));
    let signed_in = reader.actor.me.is_some();
    // Also where there is none to cast: what this device may have kept is forgotten then.
    let meta = if signed_in { meta.module(Module::Ballot) } else { meta };
    let others = others::others(site, seen, &booth.round).await?;
    let now = site.now().as_millisecond();
    Ok(render(reader, meta, code, move || {
        let main = match (waiting, booth.entitled) {
            (true, _) => view! { {waiting_note(lang, &booth.round, signed_in)} {topics_view(lang, &booth)} }.into_any(),
            (false, true) => booth_view(lang, &booth, &form, &voter),
            (false, false) => {
                view! { {not_entitled(lang, &booth.round, signed_in, (&sign_in, &register))} {topics_view(lang, &booth)} }.into_any()
            }
        };
        view! { {inner.head(title, Some(sub))} {main} {others::view(reader, seen, &others, now)} }
    }))
}

fn when(lang: Lang, site: &Site, event: &event::Model, round: &round::Model) -> String {
    let Ok(zone) = site.zones.get(&event.zone) else { return String::new() };
    let said = |at: i64, form: Form| moment(lang, instant(at), zone, form);
    if site.now().as_millisecond() < round.opens_at {
        t!(lang, "round-opens", opens = said(round.opens_at, Form::In), closes = said(round.closes_at, Form::To))
    } else {
        t!(lang, "round-open-until", closes = said(round.closes_at, Form::To))
    }
}

fn waiting_note(lang: Lang, round: &round::Model, signed_in: bool) -> impl IntoView + use<> {
    let next = match round.voters.0 {
        Voters::Registered if signed_in => t(lang, "round-waiting-next"),
        Voters::Registered => t(lang, "round-waiting-anyone"),
        _ => words::voters(lang, round),
    };
    view! { <Empty say=t(lang, "round-waiting")><p>{next}</p></Empty> }
}

fn not_entitled(lang: Lang, round: &round::Model, signed_in: bool, (sign_in, register): (&str, &str)) -> AnyView {
    if signed_in && round.voters.0 != Voters::Registered {
        let voters = words::voters(lang, round);
        view! { <Empty say=t(lang, "round-not-entitled")><p>{voters.clone()}</p></Empty> }.into_any()
    } else if signed_in {
        let register = register.to_owned();
        view! {
            <Empty say=t(lang, "round-not-entitled")>
                <p>{t(lang, "round-not-entitled-why")}</p>
                <p class="actions"><a class="plain" href=register>{t(lang, "round-register")}</a></p>
            </Empty>
        }
        .into_any()
    } else {
        let (sign_in, voters) = (sign_in.to_owned(), words::voters(lang, round));
        view! {
            <Empty say=t(lang, "round-sign-in")>
                <p>{voters.clone()}</p>
                <p class="actions"><a class="button main" href=sign_in>{t(lang, "round-sign-in-do")}</a></p>
            </Empty>
        }
        .into_any()
    }
}

fn topics_view(lang: Lang, booth: &Booth) -> impl IntoView + use<> {
    let rows = booth.topics.iter().map(|(row, topic)| {
        let minutes = t!(lang, "topics-minutes", n = row.minutes);
        view! { <li class="pair"><h3>{topic.number} ". " <Said text=&topic.title.0/></h3><span class="nb quiet">{minutes}</span></li> }
    });
    view! { <h2 class="formhead">{t(lang, "round-topics")}</h2> <ul class="rows">{rows.collect_view()}</ul> }
}
