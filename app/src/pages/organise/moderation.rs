//! What was reported in an event, and deciding on it.

use crate::failure::{Failed, Page};
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::pages::topics::{complaint, day, reason};
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Choice, Choices, Empty, ErrorSummary, Markdown, Pager, Said, TextPair, Title};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use backend::Site;
use backend::service::access::{self, Seen};
use backend::service::talk::discussion::in_language;
use backend::service::talk::moderate::{self, Waiting};
use backend::service::talk::report::Thing;
use backend::service::topics::REASON_MAX;
use domain::comment::{Decision, State as Standing};
use domain::fault::Refusal;
use domain::host::Right;
use domain::text::Lang;
use leptos::prelude::*;
use serde::Deserialize;

/// So many things a page.
const PART: usize = 20;

/// Which part of the queue.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    #[serde(default)]
    after: i64,
}

/// `GET /organise/events/{event}/moderation`
pub async fn show(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, Query(wanted): Query<Wanted>) -> Page {
    let lang = reader.lang;
    let seen = access::event(site.db.read(), &reader.actor, &slug).await?;
    let limit = u64::try_from(PART + 1).unwrap_or(u64::MAX);
    let mut waiting = moderate::queue(site.db.read(), &reader.actor, &seen, wanted.after, limit).await?;
    let more = waiting.len() > PART;
    waiting.truncate(PART);
    let base = reader.to(&format!("/organise/events/{slug}/moderation"));
    let next = waiting.last().filter(|_| more).map(|last| format!("{base}?after={}", last.place));
    let first = (wanted.after > 0).then(|| base.clone());
    let manages = seen.may(Right::ManageTopics);
    Ok(render(&reader, meta(lang), StatusCode::OK, || {
        let list = if waiting.is_empty() {
            view! { <Empty say=t(lang, "moderation-none")><p>{t(lang, "moderation-none-next")}</p></Empty> }.into_any()
        } else {
            let rows =
                waiting.iter().map(|one| view! { <li>{row(&reader, &seen, one, manages.then_some(&base))}</li> }).collect::<Vec<_>>();
            view! { <ol class="talk">{rows}</ol> <Pager first=first next=next/> }.into_any()
        };
        view! { {title(&reader, &seen, t(lang, "moderation-title"))} {list} }
    }))
}

fn meta(lang: Lang) -> Meta {
    Meta::new(t(lang, "moderation-title")).area(Area::Organise).hidden()
}

fn title(reader: &Reader, seen: &Seen, heading: String) -> AnyView {
    let (href, name) = (reader.to(&format!("/organise/events/{}", seen.event.slug)), seen.event.title.0.pick(reader.lang).to_owned());
    let of = move || view! { <p class="of"><a href=href.clone()>{name.clone()}</a></p> };
    view! { <Title inner=true of=of>{heading}</Title> }.into_any()
}

fn row(reader: &Reader, seen: &Seen, one: &Waiting, decide: Option<&String>) -> AnyView {
    let lang = reader.lang;
    let decide = decide.map(|base| {
        let href = match &one.comment {
            Some(comment) => format!("{base}/comment/{}", comment.id),
            None => format!("{base}/topic/{}", one.topic.id),
        };
        view! { <p class="acts"><a class="button" href=href>{t(lang, "moderation-decide")}</a></p> }
    });
    view! { {thing(reader, seen, one)} {reports(lang, one)} {decide} }.into_any()
}

/// What it is about.
fn thing(reader: &Reader, seen: &Seen, one: &Waiting) -> AnyView {
    let lang = reader.lang;
    let topic = &one.topic;
    let title = view! { <Said text=&topic.title.0/> }.into_any();
    let page = reader.to(&format!("/events/{}/topics/{}", seen.event.slug, topic.number));
    match &one.comment {
        Some(comment) => {
            let hidden = (comment.state.0 == Standing::Hidden).then(|| view! { <p class="gone">{t(lang, "talk-hidden")}</p> });
            let words = in_language(comment.language.0, comment.text.clone());
            let words = view! { <Markdown text=&words/> }.into_any();
            view! {
                <p class="by"><b>{t(lang, "moderation-comment")}</b> " " <a href=format!("{page}#comment-{}", comment.id)>{topic.number} ". " {title}</a></p>
                {hidden}
                <div dir="auto">{words}</div>
            }
            .into_any()
        }
        None => {
            let summary = topic.summary.as_ref().map(|summary| view! { <Markdown text=&summary.0/> }.into_any());
            view! { <p class="by"><b>{t(lang, "moderation-topic")}</b> " " <a href=page>{topic.number} ". " {title}</a></p> {summary} }
                .into_any()
        }
    }
}

fn reports(lang: Lang, one: &Waiting) -> impl IntoView + use<> {
    let rows = one.reports.iter().map(|said| {
        let words = said.text.clone().map(|words| view! { <p class="lines" dir="auto">{words}</p> });
        view! { <li><p><b>{complaint(lang, said.reason)}</b> " " <span class="quiet small">{day(lang, &said.on)}</span></p>{words}</li> }
    });
    let rows = rows.collect::<Vec<_>>();
    (!rows.is_empty()).then(|| view! { <ul class="reports" aria-label=t(lang, "moderation-reports")>{rows}</ul> })
}

type Address = (String, String, i64);

async fn find(reader: &Reader, site: &Site, (slug, kind, id): &Address) -> Result<(Waiting, Seen, Thing), Failed> {
    let thing = match kind.as_str() {
        "topic" => Thing::Topic(*id),
        "comment" => Thing::Comment(*id),
        _ => return Err(Failed::NotFound),
    };
    let (waiting, seen) = moderate::one(site, &reader.actor, thing).await?;
    if &seen.event.slug != slug {
        return Err(Failed::NotFound);
    }
    seen.require(Right::ManageTopics)?;
    Ok((waiting, seen, thing))
}

/// `GET /organise/events/{event}/moderation/{kind}/{id}`
pub async fn ask(reader: Reader, State(site): State<Site>, Path(address): Path<Address>) -> Page {
    let (waiting, seen, _) = find(&reader, &site, &address).await?;
    Ok(page(&reader, &seen, &waiting, Submitted::empty(), StatusCode::OK))
}

/// `POST` there
pub async fn send(reader: Reader, State(site): State<Site>, Path(address): Path<Address>, mut form: Submitted) -> Page {
    let (waiting, seen, thing) = find(&reader, &site, &address).await?;
    let decision = form.parse("decision", |raw| raw.parse::<Decision>().map_err(|_| Refusal::new("unknown_value")));
    if let (Some(decision), true) = (decision, form.faults.is_empty()) {
        match moderate::decide(&site, &reader.actor, thing, decision, reason(&form)).await {
            Ok(()) => {
                let back = reader.to(&format!("/organise/events/{}/moderation", seen.event.slug));
                return Ok(flash::lead(&site, &back, &t(reader.lang, "moderation-decided")));
            }
            Err(error) => form.refused(error)?,
        }
    }
    Ok(page(&reader, &seen, &waiting, form, StatusCode::UNPROCESSABLE_ENTITY))
}

fn page(reader: &Reader, seen: &Seen, waiting: &Waiting, form: Submitted, code: StatusCode) -> axum::response::Response {
    let lang = reader.lang;
    let back = reader.to(&format!("/organise/events/{}/moderation", seen.event.slug));
    render(reader, meta(lang), code, || {
        let choices = vec![
            Choice::new("keep", t(lang, "moderation-keep")).note(t(lang, "moderation-keep-note")),
            Choice::new("hide", t(lang, "moderation-hide")).note(t(lang, "moderation-hide-note")),
        ];
        view! {
            {title(reader, seen, t(lang, "moderation-decide"))}
            <div class="quoted">{thing(reader, seen, waiting)}</div>
            {reports(lang, waiting)}
            <form class="mine" method="post" novalidate=true aria-label=t(lang, "moderation-decide")>
                <section>
                    <ErrorSummary form=&form/>
                    <Choices form=&form name="decision" label=t(lang, "moderation-decision") choices=choices/>
                    <TextPair form=&form name="reason" label=t(lang, "moderation-reason") help=t(lang, "moderation-reason-note") block=true optional=true max=REASON_MAX/>
                    <p class="actions"><button class="button main" type="submit">{t(lang, "moderation-do")}</button> <a class="plain" href=back>{t(lang, "organise-not-now")}</a></p>
                </section>
            </form>
        }
    })
}
