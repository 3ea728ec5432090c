//! The second run of an event: added, moved, withdrawn; whom that reaches is shown first.

use super::event_fields::local;
use super::foretold;
use super::forms::{SEEN, for_change};
use crate::failure::Page;
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::pages::events::better;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Clock, ErrorSummary, Fact, Field, Title};
use crate::when::{Form, place};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use backend::clock::instant;
use backend::repo::runs;
use backend::service::events::{self, EventView, Foretold, OfferInput, SecondRun, Told};
use backend::service::registration;
use backend::{Error, Site};
use domain::event::Run;
use domain::fault::Refusal;
use domain::registration::{SeatCount, Spot};
use leptos::prelude::*;
use serde::Deserialize;

/// A start found elsewhere, to be looked at and saved here.
#[derive(Deserialize)]
pub struct Asked {
    starts_local: Option<String>,
}

/// What is to be done, carried through the page that shows whom it reaches.
const WHAT: &str = "what";

enum Wish {
    Set(SecondRun),
    Withdraw,
}

/// `GET /organise/events/{event}/runs`
pub async fn show(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Page {
    let view = for_change(&site, &reader, &slug).await?;
    let event = &view.row.event;
    let known = runs::held(event, Run::Second);
    let starts = asked.starts_local.or_else(|| known.as_ref().map(|run| run.starts_local.clone())).unwrap_or_default();
    let capacity = known.and_then(|run| run.online_capacity).map(|n| n.to_string()).unwrap_or_default();
    let form = Submitted::empty().with("starts_local", starts).with("online.capacity", capacity).with(SEEN, events::mark(event));
    Ok(page(&site, &reader, &view, form, StatusCode::OK))
}

/// `POST` there: does it, or first shows whom it reaches.
pub async fn send(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, mut form: Submitted) -> Page {
    let view = for_change(&site, &reader, &slug).await?;
    if form.get("do") == "back" {
        return Ok(page(&site, &reader, &view, form, StatusCode::OK));
    }
    let wish = read(&mut form);
    if form.faults.is_empty() {
        match do_or_foretell(&site, &reader, &slug, &wish, &form).await {
            Ok(Next::Done(told)) => return Ok(done(&site, &reader, &slug, &wish, &told)),
            Ok(Next::Ask(change, overtaken)) => return Ok(foretold::change(&site, &reader, &change, overtaken, &form)),
            Err(error) => form.refused(error)?,
        }
    }
    Ok(page(&site, &reader, &view, form, StatusCode::UNPROCESSABLE_ENTITY))
}

fn read(form: &mut Submitted) -> Wish {
    if form.get(WHAT) == "withdraw" {
        return Wish::Withdraw;
    }
    let whole = |raw: &str| raw.trim().parse::<i64>().map_err(|_| Refusal::new("not_a_number"));
    let online = OfferInput { capacity: form.parse_given("online.capacity", whole) };
    Wish::Set(SecondRun { starts_local: local(form.get("starts_local")), online })
}

enum Next {
    Done(Told),
    /// To be looked at first; somebody else may have changed the event since the form was opened.
    Ask(Box<Foretold>, bool),
}

/// As for other changes of an event: nothing is asked where nobody is told and nobody else was at it.
async fn do_or_foretell(site: &Site, reader: &Reader, slug: &str, wish: &Wish, form: &Submitted) -> Result<Next, Error> {
    let change = foretell(site, reader, slug, wish).await?;
    let overtaken = form.given(SEEN).is_some_and(|seen| seen != change.mark);
    let agreed = form.get("do") == "send" || !change.reaches_anybody();
    if overtaken || !agreed {
        return Ok(Next::Ask(Box::new(change), overtaken));
    }
    let mark = Some(change.mark.as_str());
    let done = match wish {
        Wish::Set(run) => events::set_second_seen(site, &reader.actor, slug, run, mark).await,
        Wish::Withdraw => events::withdraw_second_seen(site, &reader.actor, slug, mark).await,
    };
    match done {
        Ok((_, told)) => Ok(Next::Done(told)),
        Err(Error::Conflict("changed_meanwhile")) => Ok(Next::Ask(Box::new(foretell(site, reader, slug, wish).await?), true)),
        Err(error) => Err(error),
    }
}

async fn foretell(site: &Site, reader: &Reader, slug: &str, wish: &Wish) -> Result<Foretold, Error> {
    match wish {
        Wish::Set(run) => events::of_second(site, &reader.actor, slug, run, reader.lang).await,
        Wish::Withdraw => events::of_withdrawal(site, &reader.actor, slug, reader.lang).await,
    }
}

fn done(site: &Site, reader: &Reader, slug: &str, wish: &Wish, told: &Told) -> Response {
    let said = match wish {
        Wish::Set(_) => t(reader.lang, "runs-saved"),
        Wish::Withdraw => t(reader.lang, "runs-withdrawn"),
    };
    let words = [Some(said), foretold::left(reader.lang, told)].into_iter().flatten().collect::<Vec<_>>().join(" ");
    flash::lead(site, &reader.to(&format!("/organise/events/{slug}")), &words)
}

fn page(site: &Site, reader: &Reader, view: &EventView, form: Submitted, status: StatusCode) -> Response {
    let (lang, event) = (reader.lang, &view.row.event);
    let is_twice = runs::is_twice(event);
    let title = if is_twice { t(lang, "runs-change") } else { t(lang, "runs-add") };
    let meta = Meta::new(title.clone()).area(Area::Organise).hidden();
    render(reader, meta, status, || {
        let seen = || form.given(SEEN).map(|seen| view! { <input type="hidden" name=SEEN value=seen.to_owned()/> });
        let back = reader.to(&format!("/organise/events/{}", event.slug));
        let zone = t!(lang, "runs-starts-help", place = place(lang, &event.zone, Form::In));
        let withdraw = is_twice.then(|| {
            view! {
                <form method="post" novalidate=true aria-labelledby="withdraw">
                    <h2 class="formhead" id="withdraw">{t(lang, "runs-withdraw-title")}</h2>
                    <p class="prose">{t(lang, "runs-withdraw-what")}</p>
                    {seen()}
                    <input type="hidden" name=WHAT value="withdraw"/>
                    <p class="actions"><button class="button">{t(lang, "runs-withdraw")}</button></p>
                </form>
            }
        });
        view! {
            <Title inner=true sub=format!("{} · {}", event.title.0.pick(lang), super::changes::when(site, lang, event))>{title}</Title>
            <p class="prose">{t(lang, "runs-what")}</p>
            <form method="post" novalidate=true>
                <ErrorSummary form=&form/>
                {seen()}
                <div class="threefields">
                    <Field form=&form name="starts_local" label=t(lang, "organise-starts") help=zone kind="datetime-local"/>
                    <Field form=&form name="online.capacity" label=t(lang, "runs-capacity") help=t(lang, "organise-capacity-help") kind="number" narrow=true optional=true/>
                </div>
                <p class="actions">
                    <button class="button main">{t(lang, "organise-save")}</button>
                    <a class="plain" href=back>{t(lang, "organise-back")}</a>
                </p>
            </form>
            {withdraw}
        }
    })
}

/// The second run in the facts of the organiser's page: when, for whom it is better, how full; else nothing.
pub async fn fact(reader: &Reader, site: &Site, view: &EventView) -> Result<Option<Shown>, Error> {
    let event = &view.row.event;
    let Some(run) = runs::held(event, Run::Second) else { return Ok(None) };
    let seats = registration::figures_of_all(site.db.read(), event).await?;
    let better = better(reader, site, event, &run);
    Ok(Some(Shown { run, seats, better }))
}

/// See [`fact`].
pub struct Shown {
    run: backend::entity::event::Model,
    seats: Vec<(Spot, SeatCount)>,
    better: Option<String>,
}

impl Shown {
    pub fn view(&self, reader: &Reader, site: &Site) -> AnyView {
        let lang = reader.lang;
        let Ok(zone) = site.zones.get(&self.run.zone) else { return ().into_any() };
        let (starts, ends) = (instant(self.run.starts_at), instant(self.run.ends_at));
        let own = reader.zone_at(site, starts);
        let clock = view! { <Clock starts=starts ends=ends zone=zone own=own/> }.into_any();
        let better = self.better.clone().map(|said| view! { <p>{said}</p> });
        let seats = view! { <p>{crate::pages::registrations::figures(lang, &self.seats)}</p> }.into_any();
        view! {
            <Fact label=t(lang, "event-again")>{clock}{better}</Fact>
            <Fact label=t(lang, "event-seats")>{seats}</Fact>
        }
        .into_any()
    }
}
