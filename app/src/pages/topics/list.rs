//! All topics of an event, and the form for one more.

use super::propose::propose_form;
use crate::failure::Page;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::pages::events::Open;
use crate::pages::inner::Inner;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Empty, Said};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use backend::Site;
use backend::entity::event;
use backend::service::topics::{self, Alike, Shown};
use backend::service::{access, rounds};
use domain::event::Status as EventStatus;
use domain::text::{Lang, Text};
use domain::topic::Status;
use leptos::prelude::*;
use serde::Deserialize;

/// How the list is ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// Most supported first.
    #[default]
    Most,
    /// Newest first.
    Newest,
    /// Those that few have supported first, so that late ones are seen too.
    Few,
    /// Proposed or supported by the reader.
    Mine,
}

#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    #[serde(default)]
    order: Order,
}

/// `GET /events/{event}/topics`
pub async fn show(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, Query(wanted): Query<Wanted>) -> Page {
    page(&reader, &site, &slug, wanted.order, Submitted::empty().with("minutes", "30"), Vec::new(), StatusCode::OK).await
}

/// The page with a form as it was typed.
pub async fn page(reader: &Reader, site: &Site, slug: &str, order: Order, form: Submitted, alike: Vec<Alike>, status: StatusCode) -> Page {
    let lang = reader.lang;
    let seen = access::event(site.db.read(), &reader.actor, slug).await?;
    let topics = topics::list(site.db.read(), site, &reader.actor, seen.event.id).await?;
    let round = rounds::newest(site, seen.event.id).await?;
    let minutes: i64 = topics.iter().filter(|one| one.is_open()).map(|one| i64::from(one.topic.minutes)).sum();
    let open = topics.iter().filter(|one| one.is_open()).count();
    let sub = (open > 0).then(|| t!(lang, "topics-sub", n = i64::try_from(open).unwrap_or(0), minutes = minutes));
    let inner = Inner::new(reader, site, &seen.event, Open::Topics, round);
    let meta = Meta::new(t!(lang, "topics-title", event = inner.event.clone())).area(Area::Events);
    let takes = takes_topics(&seen.event);
    let fates = (!topics.is_empty()).then(|| reader.to(&format!("/events/{slug}/outcomes")));
    let aside = aside(reader, &seen.event, takes, &form, alike);
    let list = list(reader, slug, ordered(topics, order), order, takes && reader.actor.me.is_some());
    Ok(render(reader, meta, status, move || {
        let fates = fates.map(|href| view! { <p class="actions"><a class="plain" href=href>{t(lang, "outcomes-heading")}</a></p> });
        view! {
            {inner.head(t(lang, "topics-heading"), sub)}
            <div class="cols side">
                <div>{takes.then(|| view! { <p class="jump"><a class="button main full" href="#propose">{t(lang, "topics-propose")}</a></p> })} {list()} {fates}</div>
                {aside()}
            </div>
        }
    }))
}

/// Whether the event still takes topics.
pub fn takes_topics(event: &event::Model) -> bool {
    !matches!(event.status.0, EventStatus::Held | EventStatus::Cancelled)
}

fn ordered(mut topics: Vec<Shown>, order: Order) -> Vec<Shown> {
    match order {
        Order::Most => {}
        Order::Newest => topics.sort_by_key(|one| std::cmp::Reverse(one.topic.number)),
        Order::Few => topics.sort_by_key(|one| (!one.is_open(), one.supporters, one.topic.number)),
        Order::Mine => topics.retain(|one| one.own || one.supported),
    }
    topics
}

fn list(reader: &Reader, slug: &str, topics: Vec<Shown>, order: Order, may: bool) -> impl FnOnce() -> AnyView + use<> {
    let lang = reader.lang;
    let base = reader.to(&format!("/events/{slug}/topics"));
    let signed_in = reader.actor.me.is_some();
    let most = topics.iter().map(|one| one.supporters).max().unwrap_or(1).max(1);
    move || {
        let link = |this: Order, key: String, query: &str| view! { <a href=format!("{base}{query}") aria-current=(this == order).then_some("true")>{key}</a> };
        let filters = view! {
            <nav class="filters" aria-label=t(lang, "topics-orders")>
                {link(Order::Most, t(lang, "topics-most"), "")} {link(Order::Newest, t(lang, "topics-newest"), "?order=newest")}
                {link(Order::Few, t(lang, "topics-few"), "?order=few")}
                {signed_in.then(|| link(Order::Mine, t(lang, "topics-mine"), "?order=mine"))}
            </nav>
        };
        if topics.is_empty() {
            let (say, next) =
                if order == Order::Mine { ("topics-none-mine", "topics-none-mine-next") } else { ("topics-none", "topics-none-next") };
            return view! { {(order == Order::Mine).then_some(filters)} <Empty say=said(lang, say)><p>{said(lang, next)}</p></Empty> }
                .into_any();
        }
        let rows = topics.into_iter().map(|one| view! { <li>{row(lang, &base, one, most, may)}</li> }).collect_view();
        view! { {filters} <h2 class="visually-hidden">{t(lang, "topics-all")}</h2> <ol class="topics" id="list">{rows}</ol> }.into_any()
    }
}

fn said(lang: Lang, key: &str) -> String {
    match key {
        "topics-none-mine" => t(lang, "topics-none-mine"),
        "topics-none-mine-next" => t(lang, "topics-none-mine-next"),
        "topics-none-next" => t(lang, "topics-none-next"),
        _ => t(lang, "topics-none"),
    }
}

fn row(lang: Lang, base: &str, one: Shown, most: u32, may: bool) -> AnyView {
    let open = one.is_open();
    let settled = settled(lang, base, &one);
    let topic = one.topic;
    let href = format!("{base}/{}", topic.number);
    let number = topic.number;
    let told = (open || settled.is_none()).then(|| {
        view! {
            {topic.origin.as_ref().map(|origin| view! { <span><Said text=&origin.0/></span> })}
            <span>{one.author.clone().unwrap_or_else(|| by(lang, topic.author_sealed.is_some()))}</span>
        }
    });
    let meta = view! {
        <p class="meta no-col">
            {open.then(|| view! { <b>{t!(lang, "topics-minutes", n = topic.minutes)}</b> })}
            {(topic.status.0 != Status::Proposed).then(|| if open { view! { <span>{status(lang, topic.status.0)}</span> }.into_any() } else { view! { <b>{status(lang, topic.status.0)}</b> " " }.into_any() })}
            {settled}
            {told}
        </p>
    };
    let supporting = open.then(|| {
        view! {
            <div class="support">
                <p class="count">{one.supporters} " " <span class="quiet small">{t!(lang, "topics-support-it", n = i64::from(one.supporters))}</span></p>
                {bar(one.supporters, most)}
                {may.then(|| support_button(lang, &href, one.supported, "list"))}
            </div>
        }
    });
    view! {
        <article class=if open { "topic" } else { "topic done" } id=format!("topic-{number}")>
            <p class="no">{number}</p>
            <h3><a href=href.clone()><Said text=&topic.title.0/></a></h3>
            {meta} {supporting}
        </article>
    }
    .into_any()
}

/// Where a topic went on, why its words are hidden, or how it was answered; in a few words.
fn settled(lang: Lang, base: &str, one: &Shown) -> Option<AnyView> {
    if let Some(other) = &one.merged_into {
        let (href, title) = (format!("{base}/{}", other.number), view! { <Said text=&other.title.0/> }.into_any());
        return Some(view! { <span>{t(lang, "topics-into")} " " <a href=href>{other.number} ". " {title}</a></span> }.into_any());
    }
    let reason = one.hidden.as_ref().or(one.topic.reason.as_ref().map(|reason| &reason.0).filter(|_| !one.is_open()))?;
    let part = |words: &Option<String>| words.as_deref().map(beginning);
    let short = Text { lv: part(&reason.lv), en: part(&reason.en) };
    Some(view! { <span><Said text=&short/></span> }.into_any())
}

/// The first words of a text, as many as a line or two hold.
fn beginning(words: &str) -> String {
    const MOST: usize = 140;
    let line = words.lines().next().unwrap_or_default();
    match line.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", line.get(..at).unwrap_or_default().trim_end()),
        None => line.to_owned(),
    }
}

/// Who proposed it, where there is no name to show.
pub fn by(lang: Lang, anonymous: bool) -> String {
    if anonymous { t(lang, "topics-anonymous") } else { t(lang, "topics-no-name") }
}

/// A bar of `n` in `most`.
pub fn bar(n: u32, most: u32) -> impl IntoView {
    view! {
        <svg class="bar" viewBox=format!("0 0 {most} 8") preserveAspectRatio="none" aria-hidden="true">
            <rect class="pale" y="3.5" width=most height="1"></rect>
            <rect width=n height="8"></rect>
        </svg>
    }
}

/// The word of a topic's status.
pub fn status(lang: Lang, status: Status) -> String {
    match status {
        Status::Proposed => t(lang, "topic-is-proposed"),
        Status::Merged => t(lang, "topic-is-merged"),
        Status::Shortlisted => t(lang, "topic-is-shortlisted"),
        Status::Scheduled => t(lang, "topic-is-scheduled"),
        Status::Answered => t(lang, "topic-is-answered"),
        Status::Declined => t(lang, "topic-is-declined"),
    }
}

/// Supports a topic or takes it back; `back` says where to return to.
pub fn support_button(lang: Lang, href: &str, on: bool, back: &'static str) -> AnyView {
    let what = if on { "unsupport" } else { "support" };
    let label = if on {
        view! {
            <svg class="mark" viewBox="0 0 16 16" aria-hidden="true"><path class="l" d="M2 8.5 6.2 13 14 3.5"></path></svg>
            {t(lang, "topics-supported")}
        }
        .into_any()
    } else {
        t(lang, "topics-support").into_any()
    };
    view! {
        <form method="post" action=href.to_owned()>
            <input type="hidden" name="back" value=back/>
            <button class=if on { "button on" } else { "button" } type="submit" name="do" value=what aria-pressed=if on { "true" } else { "false" }>{label}</button>
        </form>
    }
    .into_any()
}

fn aside(reader: &Reader, event: &event::Model, takes: bool, form: &Submitted, alike: Vec<Alike>) -> impl FnOnce() -> AnyView + use<> {
    let lang = reader.lang;
    let (sign_in, signed_in) = (reader.sign_in(), reader.actor.me.is_some());
    let (form, slug, base) = (form.clone(), event.slug.clone(), reader.to(""));
    move || match (takes, signed_in) {
        (false, _) => view! { <aside class="aside"><p class="quiet">{t(lang, "topics-over")}</p></aside> }.into_any(),
        (true, false) => view! {
            <div class="mine" id="propose"><section aria-labelledby="propose-name">
                <h2 id="propose-name" class="say">{t(lang, "topics-propose")}</h2>
                <p>{t(lang, "topics-sign-in")}</p>
                <p class="actions"><a class="button main full" href=sign_in>{t(lang, "topics-sign-in-do")}</a></p>
            </section></div>
        }
        .into_any(),
        (true, true) => propose_form(lang, &base, &slug, &form, alike).into_any(),
    }
}
