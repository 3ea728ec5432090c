//! Making a round.

use super::create_fields::fields;
use crate::failure::Page;
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::pages::events::Open;
use crate::pages::inner::Inner;
use crate::pages::invitations::audience;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::Choice;
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
use domain::voting::{Method, Utility, Voters};
use leptos::prelude::*;

/// `GET /events/{event}/rounds/new`
pub async fn show(reader: Reader, State(site): State<Site>, Path(slug): Path<String>) -> Page {
    let form = Submitted::empty().with("method", "approval").with("secret", "yes").with("voters", "registered").with("kind", "approve");
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
    let voters = form.parse_given("voters", |raw| raw.parse::<Voters>().map_err(|_| Refusal::new("unknown_value"))).unwrap_or_default();
    let mut number = |field: &str| form.parse_given(field, |raw| raw.trim().parse::<i64>().map_err(|_| Refusal::new("invalid_number")));
    let (winners, minutes, max_choices, quorum) = (number("winners"), number("minutes"), number("max_choices"), number("quorum"));
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
        // The form asks it for the one method that can count two kinds.
        kind: form.get("kind").parse().ok().filter(|_| method == Some(Method::EqualShares)),
        utility: if form.has("utility", "item") { Utility::Item } else { Utility::Minutes },
        voters,
        audience: (voters == Voters::Audience).then(|| audience(form)),
        quorum,
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
    let number = rounds::newest(site, seen.event.id).await?;
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
        view! { {inner.head(t(lang, "round-new"), None)} {fields(&form, topic_choices, &where_)} }
    }))
}
