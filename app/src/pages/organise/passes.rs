//! Topics of other events that were proposed to one, and deciding on them.

use crate::failure::{Failed, Page};
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::pages::topics::{day, reason};
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Empty, ErrorSummary, Markdown, Said, TextPair, Title};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use backend::service::access::{self, Seen};
use backend::service::passes::{self, Waiting};
use backend::service::topics::REASON_MAX;
use backend::{Error, Site};
use domain::host::Right;
use leptos::prelude::*;

/// `GET /organise/events/{event}/passes`
pub async fn show(reader: Reader, State(site): State<Site>, Path(slug): Path<String>) -> Page {
    page(&reader, &site, &slug, Submitted::empty(), StatusCode::OK).await
}

/// `POST` there: one of them is accepted or declined.
pub async fn send(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, mut form: Submitted) -> Page {
    let lang = reader.lang;
    let seen = access::event(site.db.read(), &reader.actor, &slug).await?;
    let waiting = passes::waiting(site.db.read(), &reader.actor, &seen).await?;
    let id: i64 = form.get("pass").parse().map_err(|_| Failed::NotFound)?;
    if waiting.iter().all(|one| one.pass.id != id) {
        // Decided meanwhile, or none of this event's.
        seen.require(Right::ManageTopics)?;
        return Err(Error::Conflict("pass_decided").into());
    }
    if form.faults.is_empty() {
        let done = match form.get("do") {
            "accept" => passes::accept(&site, &reader.actor, id)
                .await
                .map(|(_, topic)| (format!("/events/{slug}/topics/{}", topic.number), t(lang, "passes-accepted"))),
            _ => {
                let reason = reason(&form);
                let declined = passes::decline(&site, &reader.actor, id, reason).await;
                declined.map(|_| (format!("/organise/events/{slug}/passes"), t(lang, "passes-declined")))
            }
        };
        match done {
            Ok((to, said)) => return Ok(flash::lead(&site, &reader.to(&to), &said)),
            Err(error) => form.refused(error)?,
        }
    }
    page(&reader, &site, &slug, form, StatusCode::UNPROCESSABLE_ENTITY).await
}

async fn page(reader: &Reader, site: &Site, slug: &str, form: Submitted, code: StatusCode) -> Page {
    let lang = reader.lang;
    let seen = access::event(site.db.read(), &reader.actor, slug).await?;
    let waiting = passes::waiting(site.db.read(), &reader.actor, &seen).await?;
    let manages = seen.may(Right::ManageTopics);
    let meta = Meta::new(t(lang, "passes-title")).area(Area::Organise).hidden();
    Ok(render(reader, meta, code, || {
        let list = if waiting.is_empty() {
            view! { <Empty say=t(lang, "passes-none")><p>{t(lang, "passes-none-next")}</p></Empty> }.into_any()
        } else {
            let rows = waiting.iter().map(|one| row(reader, one, manages, &form)).collect::<Vec<_>>();
            view! { <ol class="talk">{rows}</ol> }.into_any()
        };
        view! { {title(reader, &seen)} {list} }
    }))
}

fn title(reader: &Reader, seen: &Seen) -> AnyView {
    let (href, name) = (reader.to(&format!("/organise/events/{}", seen.event.slug)), seen.event.title.0.pick(reader.lang).to_owned());
    let of = move || view! { <p class="of"><a href=href.clone()>{name.clone()}</a></p> };
    let heading = t(reader.lang, "passes-title");
    view! { <Title inner=true of=of>{heading}</Title> }.into_any()
}

fn row(reader: &Reader, one: &Waiting, manages: bool, form: &Submitted) -> AnyView {
    let lang = reader.lang;
    let topic = &one.topic;
    let title = view! { <Said text=&topic.title.0/> }.into_any();
    let heading = match &one.event {
        Some(event) => {
            let href = reader.to(&format!("/events/{}/topics/{}", event.slug, topic.number));
            view! { <a href=href>{title}</a> }.into_any()
        }
        None => title,
    };
    let host = view! { <Said text=&one.host/> }.into_any();
    let event = one.event.as_ref().map(|event| {
        let title = view! { <Said text=&event.title.0/> }.into_any();
        view! { ", " {title} }
    });
    let summary = topic.summary.as_ref().map(|summary| view! { <Markdown text=&summary.0/> }.into_any());
    let minutes = t!(lang, "topics-minutes", n = topic.minutes);
    let asked = t!(lang, "passes-asked", day = day(lang, &one.pass.proposed_on));
    let decide = manages.then(|| decide(reader, one, form));
    view! {
        <li id=format!("pass-{}", one.pass.id)>
            <h2>{heading}</h2>
            <p class="by">{host} {event} ", " {minutes} ", " {asked}</p>
            {summary} {decide}
        </li>
    }
    .into_any()
}

fn decide(reader: &Reader, one: &Waiting, form: &Submitted) -> AnyView {
    let lang = reader.lang;
    let id = one.pass.id.to_string();
    let mine = form.get("pass") == id;
    let form = if mine { form.clone() } else { Submitted::empty() };
    let refused = !form.faults.is_empty();
    let name = one.topic.title.0.pick(lang).to_owned();
    view! {
        <form method="post" class="actions" aria-label=format!("{}: {name}", t(lang, "passes-accept"))>
            <input type="hidden" name="pass" value=id.clone()/>
            <button class="button" type="submit" name="do" value="accept">{t(lang, "passes-accept")}</button>
        </form>
        <details open=refused>
            <summary>{t(lang, "passes-decline")}</summary>
            <form method="post" novalidate=true aria-label=format!("{}: {name}", t(lang, "passes-decline"))>
                <ErrorSummary form=&form/>
                <input type="hidden" name="pass" value=id/>
                <TextPair form=&form name="reason" label=t(lang, "passes-reason") help=t(lang, "passes-reason-note") block=true max=REASON_MAX/>
                <p class="actions"><button class="button" type="submit" name="do" value="decline">{t(lang, "passes-decline")}</button></p>
            </form>
        </details>
    }
    .into_any()
}
