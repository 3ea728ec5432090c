//! Making a round.

use crate::failure::Page;
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::pages::events::Open;
use crate::pages::inner::Inner;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Checkbox, Choice, Choices, ErrorSummary, Field, TextPair};
use crate::when::{Form, place};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use backend::service::access::{self, Seen};
use backend::service::rounds::{self, NewRound};
use backend::service::topics;
use backend::{Error, Site};
use domain::fault::{Fault, Refusal};
use domain::host::Right;
use domain::time::{LocalTime, Timestamp};
use domain::topic::Status;
use domain::voting::Method;
use leptos::prelude::*;

/// `GET /events/{event}/rounds/new`
pub async fn show(reader: Reader, State(site): State<Site>, Path(slug): Path<String>) -> Page {
    let form = Submitted::empty().with("method", "approval").with("secret", "yes");
    page(&reader, &site, &slug, form, StatusCode::OK).await
}

/// `POST /events/{event}/rounds/new`
pub async fn send(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, mut form: Submitted) -> Page {
    let seen = manager(&reader, &site, &slug).await?;
    if let Some(new) = parse(&mut form, &site, &seen.event.zone) {
        match rounds::create(&site, &reader.actor, &slug, new).await {
            Ok(round) => {
                let to = reader.to(&format!("/events/{slug}/rounds/{}", round.number));
                return Ok(flash::lead(&site, &to, &t(reader.lang, "round-made")));
            }
            Err(error) => form.refused(error)?,
        }
    }
    page(&reader, &site, &slug, form, StatusCode::UNPROCESSABLE_ENTITY).await
}

async fn manager(reader: &Reader, site: &Site, slug: &str) -> Result<Seen, Error> {
    let seen = access::event(site.db.read(), &reader.actor, slug).await?;
    reader.actor.me()?;
    seen.require(Right::ManageRounds)?;
    Ok(seen)
}

fn parse(form: &mut Submitted, site: &Site, zone: &str) -> Option<NewRound> {
    let title = form.text_line("title", 200);
    let opens_at = if form.given("opens_at").is_some() { local(form, site, zone, "opens_at") } else { Some(site.now()) };
    let closes_at = local(form, site, zone, "closes_at");
    let method = form.parse("method", |raw| raw.parse::<Method>().map_err(|_| Refusal::new("required")));
    let mut number = |field: &str| form.parse_given(field, |raw| raw.trim().parse::<i64>().map_err(|_| Refusal::new("invalid_number")));
    let (winners, minutes, max_choices) = (number("winners"), number("minutes"), number("max_choices"));
    let topics: Vec<i64> = form.all("topics").filter_map(|id| id.parse().ok()).collect();
    if !form.faults.is_empty() {
        return None;
    }
    let topics = Some(topics);
    Some(NewRound {
        title: title?,
        method: method?,
        opens_at: opens_at?,
        closes_at: closes_at?,
        topics,
        winners,
        minutes,
        max_choices,
        secret: form.has("secret", "yes"),
    })
}

/// A local time in the event's zone.
fn local(form: &mut Submitted, site: &Site, zone: &str, field: &str) -> Option<Timestamp> {
    let time = form.parse(field, LocalTime::parse)?;
    match site.zones.get(zone).ok()?.resolve(time) {
        Ok(resolved) => Some(resolved.at),
        Err(gap) => {
            form.faults.push(Fault::skipped(field, gap));
            None
        }
    }
}

async fn page(reader: &Reader, site: &Site, slug: &str, form: Submitted, code: StatusCode) -> Page {
    let lang = reader.lang;
    let seen = manager(reader, site, slug).await?;
    let number = rounds::list(site, seen.event.id).await?.last().map(|round| round.number);
    let inner = Inner::new(reader, site, &seen.event, Open::Vote, number);
    let all = topics::list(site.db.read(), site, &reader.actor, seen.event.id).await?;
    let votable: Vec<_> = all.into_iter().filter(|one| matches!(one.topic.status.0, Status::Proposed | Status::Shortlisted)).collect();
    let fresh = code == StatusCode::OK;
    let form = votable.iter().filter(|_| fresh).fold(form, |form, one| form.with("topics", one.topic.id.to_string()));
    let topic =
        |one: &topics::Shown| Choice::new(one.topic.id.to_string(), format!("{}. {}", one.topic.number, one.topic.title.0.pick(lang)));
    let topic_choices: Vec<Choice> = votable.iter().map(topic).collect();
    let where_ = place(lang, &seen.event.zone, Form::Of);
    Ok(render(reader, Meta::new(t(lang, "round-new")).area(Area::Organise).hidden(), code, move || {
        let methods = vec![
            Choice::new("approval", t(lang, "round-method-approval")).note(t(lang, "round-method-approval-note")),
            Choice::new("score", t(lang, "round-method-score")).note(t(lang, "round-method-score-note")),
        ];
        view! {
            {inner.head(t(lang, "round-new"), None)}
            <form class="mine" method="post" novalidate=true aria-label=t(lang, "round-new")>
                <section>
                    <ErrorSummary form=&form/>
                    <TextPair form=&form name="title" label=t(lang, "round-title") help=t(lang, "round-title-note") max=200usize/>
                    <Choices form=&form name="method" label=t(lang, "round-method") choices=methods/>
                    <Field form=&form name="opens_at" label=t(lang, "round-opens-at") help=t!(lang, "round-opens-note", place = where_.clone()) kind="datetime-local" optional=true/>
                    <Field form=&form name="closes_at" label=t(lang, "round-closes-at") help=t!(lang, "round-closes-note", place = where_.clone()) kind="datetime-local"/>
                    <Choices form=&form name="topics" label=t(lang, "round-topics") choices=topic_choices many=true tight=true/>
                    <Field form=&form name="minutes" label=t(lang, "round-minutes") help=t(lang, "round-minutes-note") kind="number" narrow=true optional=true/>
                    <Field form=&form name="winners" label=t(lang, "round-winners") kind="number" narrow=true optional=true/>
                    <Field form=&form name="max_choices" label=t(lang, "round-max-choices") kind="number" narrow=true optional=true/>
                    <Checkbox form=&form name="secret" label=t(lang, "round-secret-choice") note=t(lang, "round-secret")/>
                    <p class="actions"><button class="button main" type="submit">{t(lang, "round-make")}</button></p>
                </section>
            </form>
        }
    }))
}
