//! Passing a topic up to another event, and the way it went.

use super::edit::{Address, layout};
use super::list::status;
use super::show::{lines, load};
use super::words::day;
use crate::failure::{Failed, Page};
use crate::flash;
use crate::form::Submitted;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Empty, ErrorSummary, Said, Section, Select};
use crate::when::{Form, short_date};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use backend::Site;
use backend::service::access::Seen;
use backend::service::passes::{self, Chain, Step};
use backend::service::topics::Shown;
use domain::event::Kind;
use domain::host::Right;
use domain::text::Lang;
use domain::topic::Pass;
use leptos::prelude::*;

async fn find(reader: &Reader, site: &Site, (slug, number): &Address) -> Result<(Seen, Shown), Failed> {
    let (seen, shown) = load(reader, site, slug, *number).await?;
    reader.actor.me()?;
    seen.require(Right::ManageTopics)?;
    Ok((seen, shown))
}

/// `GET /events/{event}/topics/{number}/pass`
pub async fn ask(reader: Reader, State(site): State<Site>, Path(address): Path<Address>) -> Page {
    let (seen, shown) = find(&reader, &site, &address).await?;
    page(&reader, &site, &seen, &shown, Submitted::empty(), StatusCode::OK).await
}

/// `POST` there: it is proposed to another event, or a proposal is taken back.
pub async fn send(reader: Reader, State(site): State<Site>, Path(address): Path<Address>, mut form: Submitted) -> Page {
    let (seen, shown) = find(&reader, &site, &address).await?;
    if form.faults.is_empty() {
        let done = match form.get("withdraw").parse() {
            Ok(pass) => passes::withdraw(&site, &reader.actor, pass).await.map(|_| "pass-withdrawn"),
            Err(_) => passes::propose(&site, &reader.actor, shown.topic.id, form.get("to")).await.map(|_| "pass-proposed"),
        };
        match done {
            Ok(said) => {
                let back = reader.to(&format!("/events/{}/topics/{}", address.0, address.1));
                return Ok(flash::lead(&site, &back, &t(reader.lang, said)));
            }
            Err(error) => form.refused(error)?,
        }
    }
    page(&reader, &site, &seen, &shown, form, StatusCode::UNPROCESSABLE_ENTITY).await
}

async fn page(reader: &Reader, site: &Site, seen: &Seen, shown: &Shown, form: Submitted, code: StatusCode) -> Page {
    let lang = reader.lang;
    let targets = passes::targets(site, &reader.actor, &shown.topic).await?;
    let option = |event: backend::entity::event::Model| {
        let date = event.starts_local.get(..10).and_then(|date| date.parse().ok());
        let date = date.map(|date| format!(", {}", short_date(lang, date, Form::Is))).unwrap_or_default();
        (event.slug, format!("{}{date}", event.title.0.pick(lang)))
    };
    let options: Vec<(String, String)> = targets.into_iter().map(option).collect();
    let sealed = shown.topic.author_sealed.is_some();
    layout(reader, site, seen, &shown.topic, t(lang, "pass-title"), code, || {
        if options.is_empty() {
            return view! { <Empty say=t(lang, "pass-nowhere")><p>{t(lang, "pass-nowhere-why")}</p></Empty> }.into_any();
        }
        let author = if sealed { t(lang, "pass-note-unnamed") } else { t(lang, "pass-note-named") };
        let name = t(lang, "pass-title");
        view! {
            <div class="prose"><p>{t(lang, "pass-note")}</p><p>{author}</p></div>
            <form class="mine" method="post" novalidate=true aria-label=name>
                <section>
                    <ErrorSummary form=&form/>
                    <Select form=&form name="to" label=t(lang, "pass-to") help=t(lang, "pass-to-note") options=options blank=true/>
                    <p class="actions"><button class="button main" type="submit">{t(lang, "pass-do")}</button></p>
                </section>
            </form>
        }
        .into_any()
    })
    .await
}

/// Where a topic came from and where it went, as far as the reader may know; `asked` is its address for those who can take back what
/// they asked.
pub(super) fn section(reader: &Reader, topic_id: i64, chain: Option<&Chain>, asked: Option<&str>) -> Option<AnyView> {
    let lang = reader.lang;
    let chain = chain?;
    let from = chain.from.iter().map(|step| came(reader, step));
    let back = |step: &Step| {
        let waits = step.pass.state.0 == Pass::Proposed && step.pass.topic_id == topic_id;
        asked.filter(|_| waits).map(|href| take_back(lang, href, step.pass.id))
    };
    let on = chain.on.iter().map(|step| view! { {went(reader, step)} {back(step)} }.into_any());
    let rows = from.chain(on).map(|row| view! { <li>{row}</li> }).collect::<Vec<_>>();
    Some(view! { <Section id="way" title=t(lang, "pass-way")><ul class="rows">{rows}</ul></Section> }.into_any())
}

/// The event at the other end, with the topic there; or as much of it as may be said.
fn end(reader: &Reader, step: &Step) -> AnyView {
    let lang = reader.lang;
    let host = step.host.pick(lang).to_owned();
    let Some(event) = &step.event else {
        let words = match step.kind {
            Kind::Briefing => t!(lang, "pass-some-briefing", host = host),
            _ => t!(lang, "pass-some-event", host = host),
        };
        return view! { <span>{words}</span> }.into_any();
    };
    let href = match &step.topic {
        Some(topic) => reader.to(&format!("/events/{}/topics/{}", event.slug, topic.number)),
        None => reader.to(&format!("/events/{}", event.slug)),
    };
    let title = view! { <Said text=&event.title.0/> }.into_any();
    view! { <a href=href>{title}</a> " " <span class="quiet">{host}</span> }.into_any()
}

fn came(reader: &Reader, step: &Step) -> AnyView {
    let lang = reader.lang;
    let on = step.pass.decided_on.as_deref().unwrap_or(&step.pass.proposed_on);
    let passed = t!(lang, "pass-came-on", day = day(lang, on));
    view! { <p>{t(lang, "pass-came")} " " {end(reader, step)}</p><p class="small quiet">{passed}</p> }.into_any()
}

/// What became of it there.
pub fn went(reader: &Reader, step: &Step) -> AnyView {
    let lang = reader.lang;
    let pass = &step.pass;
    let (said, on) = match pass.state.0 {
        Pass::Proposed => (t(lang, "pass-waits"), Some(&pass.proposed_on)),
        Pass::Accepted => (t(lang, "pass-went"), pass.decided_on.as_ref()),
        Pass::Declined => (t(lang, "pass-declined"), pass.decided_on.as_ref()),
    };
    let on = on.map(|on| view! { " " <span class="small quiet">{day(lang, on)}</span> });
    let reason = pass.reason.as_ref().map(|reason| lines(&reason.0));
    let stands = step.topic.as_ref().map(|topic| {
        let reason = topic.reason.as_ref().map(|reason| lines(&reason.0));
        view! { <p>{t(lang, "pass-stands")} " " <b>{status(lang, topic.status.0)}</b></p> {reason} }
    });
    view! { <p>{said} " " {end(reader, step)} {on}</p> {reason} {stands} }.into_any()
}

fn take_back(lang: Lang, href: &str, pass: i64) -> AnyView {
    view! {
        <form class="actions" method="post" action=format!("{href}/pass")>
            <button class="plain" type="submit" name="withdraw" value=pass.to_string()>{t(lang, "pass-withdraw")}</button>
        </form>
    }
    .into_any()
}

/// The way to pass it up, for organisers.
pub(super) fn link(lang: Lang, href: &str) -> AnyView {
    view! { <p class="actions"><a class="plain" href=format!("{href}/pass")>{t(lang, "pass-title")}</a></p> }.into_any()
}
