//! What became of every topic, in figures and one by one, and what the event led to.

use super::list::{outcomes, said};
use crate::failure::Page;
use crate::page::{Area, Meta, render};
use crate::pages::events::Open;
use crate::pages::inner::Inner;
use crate::pages::topics::{day, went};
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Empty, Pager, Said, Section, Share, StackBar};
use crate::when::{Form, day_month, span};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use backend::Site;
use backend::service::outcomes::{self, At, Counts, Fated, Found};
use backend::service::passes::{self, Chain};
use backend::service::{access, rounds};
use domain::host::Right;
use domain::outcome::Fate;
use domain::text::Lang;
use leptos::prelude::*;
use serde::Deserialize;
use std::collections::BTreeMap;

/// In the order in which they are told.
const FATES: [Fate; 6] = [Fate::OnAgenda, Fate::Answered, Fate::Merged, Fate::Declined, Fate::Hidden, Fate::Waiting];
/// So many topics a page.
const PART: usize = 100;

/// Which part of the topics.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    #[serde(default)]
    after: i64,
}

/// `GET /events/{event}/outcomes`
pub async fn show(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, Query(wanted): Query<Wanted>) -> Page {
    let lang = reader.lang;
    let seen = access::event(site.db.read(), &reader.actor, &slug).await?;
    let event = &seen.event;
    let counts = outcomes::counts(site.db.read(), event.id).await?;
    let mut topics = outcomes::part(&site, &reader.actor, event, wanted.after, u64::try_from(PART + 1).unwrap_or(u64::MAX)).await?;
    let more = topics.len() > PART;
    topics.truncate(PART);
    let ids: Vec<i64> = topics.iter().map(|topic| topic.topic.id).collect();
    let chains = passes::chain(site.db.read(), &reader.actor, &ids).await?;
    let recorded = outcomes::of_event(&site, &reader.actor, event).await?;
    let carried = outcomes::carried_over(&site, &reader.actor, event).await?;
    let round = rounds::newest(&site, event.id).await?;
    let inner = Inner::new(&reader, &site, event, Open::Outcomes, round);
    let base = reader.to(&format!("/events/{slug}/outcomes"));
    let next = topics.last().filter(|_| more).map(|last| format!("{base}?after={}#topics", last.topic.id));
    let first = (wanted.after > 0).then(|| format!("{base}#topics"));
    let manage = seen.may(Right::ManageTopics).then(|| reader.to(&format!("/organise/events/{slug}/outcomes")));
    let meta = Meta::new(t!(lang, "outcomes-title", event = inner.event.clone())).area(Area::Events);
    let meta = if wanted.after > 0 { meta.hidden() } else { meta };
    Ok(render(&reader, meta, StatusCode::OK, || {
        let record = manage
            .as_ref()
            .map(|href| view! { <p class="actions"><a class="button" href=href.clone()>{t(lang, "outcomes-record")}</a></p> });
        let led = if recorded.is_empty() {
            view! { <Empty say=t(lang, "outcomes-none")><p>{t(lang, "outcomes-none-why")}</p></Empty> }.into_any()
        } else {
            outcomes(&reader, &slug, &recorded, manage.as_deref())
        };
        let nothing = counts.is_empty();
        let picture = (!nothing).then(|| view! { <div class="figures">{figures(lang, &counts)}</div> });
        let topics = if nothing {
            let to = reader.to(&format!("/events/{slug}/topics"));
            view! { <Empty say=t(lang, "outcomes-no-topics")><p><a class="plain" href=to>{t(lang, "topic-all")}</a></p></Empty> }.into_any()
        } else {
            view! { {groups(&reader, &slug, &topics, &chains)} <Pager first=first next=next/> }.into_any()
        };
        view! {
            {inner.head(t(lang, "outcomes-heading"), None)}
            <div class="first-plain">
                {picture}
                <Section id="led" title=t(lang, "outcomes-led")>{led} {record}</Section>
                {carried_over(&reader, &carried)}
                <Section id="topics" title=t(lang, "outcomes-topics")>{topics}</Section>
            </div>
        }
    }))
}

/// The word of a fate.
fn fate(lang: Lang, fate: Fate) -> String {
    match fate {
        Fate::OnAgenda => t(lang, "fate-on-agenda"),
        Fate::Answered => t(lang, "fate-answered"),
        Fate::Merged => t(lang, "fate-merged"),
        Fate::Declined => t(lang, "fate-declined"),
        Fate::Hidden => t(lang, "fate-hidden"),
        Fate::Waiting => t(lang, "fate-waiting"),
    }
}

/// How many met which fate. That words were hidden is rare, and said only where it happened.
fn figures(lang: Lang, counts: &Counts) -> AnyView {
    let key = |fate| match fate {
        Fate::OnAgenda => 1,
        Fate::Answered => 2,
        Fate::Merged => 4,
        Fate::Declined => 3,
        Fate::Hidden => 6,
        Fate::Waiting => 5,
    };
    let share = |one: Fate| {
        let count = counts.get(&one).copied().unwrap_or_default();
        (count > 0 || one != Fate::Hidden).then(|| Share { key: key(one), label: fate(lang, one), count })
    };
    view! { <StackBar shares=FATES.into_iter().filter_map(share).collect()/> }.into_any()
}

fn groups(reader: &Reader, slug: &str, topics: &[Fated], chains: &BTreeMap<i64, Chain>) -> AnyView {
    let one = |which: Fate| {
        let rows = topics.iter().filter(|topic| topic.fate == which).map(|topic| row(reader, slug, topic, chains)).collect::<Vec<_>>();
        (!rows.is_empty()).then(|| view! { <h3 class="fate">{fate(reader.lang, which)}</h3> <ul class="rows fates">{rows}</ul> })
    };
    FATES.into_iter().filter_map(one).collect::<Vec<_>>().into_any()
}

fn row(reader: &Reader, slug: &str, one: &Fated, chains: &BTreeMap<i64, Chain>) -> AnyView {
    let lang = reader.lang;
    let base = reader.to(&format!("/events/{slug}/topics"));
    let topic = &one.topic;
    let (href, number) = (format!("{base}/{}", topic.number), topic.number);
    let title = view! { <Said text=&topic.title.0/> }.into_any();
    let since = match one.fate {
        Fate::Waiting => t!(lang, "fate-waiting-since", day = since(lang, &one.since)),
        _ => day(lang, &one.since),
    };
    let session = one.session.as_ref().map(|at| session(reader, slug, at));
    let unpublished =
        (one.fate == Fate::OnAgenda && one.session.is_none()).then(|| view! { <p class="small">{t(lang, "fate-no-session")}</p> });
    let into = one.merged_into.as_ref().map(|into| {
        let (href, number) = (format!("{base}/{}", into.number), into.number);
        let title = view! { <Said text=&into.title.0/> }.into_any();
        view! { <p>{t(lang, "fate-into")} " " <a href=href>{number} ". " {title}</a></p> }
    });
    let further = chains.get(&topic.id).map(|chain| chain.on.iter().map(|step| went(reader, step)).collect::<Vec<_>>());
    let reason = one.reason.as_ref().map(|reason| view! { <p class="lines"><Said text=reason/></p> }.into_any());
    view! {
        <li>
            <p class="name"><a href=href>{number} ". " {title}</a> " " <span class="small quiet">{since}</span></p>
            {session} {unpublished} {into} {reason} {further}
        </li>
    }
    .into_any()
}

fn since(lang: Lang, stored: &str) -> String {
    stored.parse().map_or_else(|_| stored.to_owned(), |date| crate::when::short_date(lang, date, Form::Of))
}

/// When it takes place, on the event's clocks, and the way into the agenda.
fn session(reader: &Reader, slug: &str, at: &At) -> AnyView {
    let lang = reader.lang;
    let (from, to) = (at.zone.local(at.span.from).time, at.zone.local(at.span.to).time);
    let when = format!("{}, {}", day_month(lang, from.date(), Form::Is), span(from.time(), to.time()));
    let href = reader.to(&format!("/events/{slug}/agenda#session-{}", at.session.id));
    let title = view! { <Said text=&at.session.title/> }.into_any();
    view! { <p><span class="nb">{when}</span> " " <a href=href>{title}</a></p> }.into_any()
}

fn carried_over(reader: &Reader, carried: &[Found]) -> Option<AnyView> {
    let lang = reader.lang;
    let row = |found: &Found| {
        let href = reader.to(&format!("/events/{}/outcomes#outcome-{}", found.event.slug, found.outcome.row.id));
        let event = view! { <Said text=&found.event.title.0/> }.into_any();
        view! { <li>{said(lang, &found.outcome)} <p class="small from"><a href=href>{event}</a></p></li> }
    };
    let rows = carried.iter().map(row).collect::<Vec<_>>();
    (!rows.is_empty()).then(|| {
        view! {
            <Section id="carried" title=t(lang, "outcomes-carried") note=t(lang, "outcomes-carried-note")><ul class="rows outcomes">{rows}</ul></Section>
        }
        .into_any()
    })
}
