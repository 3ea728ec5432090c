//! One topic.

use super::list::{by, status, support_button, takes_topics};
use crate::failure::{Failed, Page};
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::pages::events::Open;
use crate::pages::inner::Inner;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Choice, Choices, ErrorSummary, Fact, Facts, Field, Markdown, Said};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use backend::service::access::{self, Seen};
use backend::service::rounds;
use backend::service::topics::{self, REASON_MAX, Shown};
use backend::{Error, Site};
use domain::fault::Refusal;
use domain::host::Right;
use domain::text::Lang;
use domain::topic::Status;
use leptos::prelude::*;

/// `GET /events/{event}/topics/{number}`
pub async fn show(reader: Reader, State(site): State<Site>, Path((slug, number)): Path<(String, i32)>) -> Page {
    page(&reader, &site, &slug, number, Submitted::empty(), StatusCode::OK).await
}

/// `POST /events/{event}/topics/{number}`: support, take it back, or (organisers) change its status.
pub async fn send(reader: Reader, State(site): State<Site>, Path((slug, number)): Path<(String, i32)>, mut form: Submitted) -> Page {
    let (_, shown) = load(&reader, &site, &slug, number).await?;
    let id = shown.topic.id;
    let said = match form.get("do") {
        "support" => topics::support(&site, &reader.actor, id).await.map(|_| t(reader.lang, "topic-supported")),
        "unsupport" => topics::unsupport(&site, &reader.actor, id).await.map(|_| t(reader.lang, "topic-unsupported")),
        _ => {
            let to = form.parse("to", |raw| raw.parse::<Status>().map_err(|_| Refusal::new("unknown_value")));
            match to {
                Some(to) => {
                    topics::set_status(&site, &reader.actor, id, to, form.given("reason")).await.map(|_| t(reader.lang, "topic-changed"))
                }
                None => Err(Error::Invalid(Vec::new())),
            }
        }
    };
    let back = if form.get("back") == "list" {
        format!("/events/{slug}/topics#topic-{number}")
    } else {
        format!("/events/{slug}/topics/{number}")
    };
    match said {
        Ok(said) => Ok(flash::lead(&site, &reader.to(&back), &said)),
        Err(error) => {
            form.refused(error)?;
            page(&reader, &site, &slug, number, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

async fn load(reader: &Reader, site: &Site, slug: &str, number: i32) -> Result<(Seen, Shown), Failed> {
    let seen = access::event(site.db.read(), &reader.actor, slug).await?;
    let topic = topics::by_number(site.db.read(), seen.event.id, number).await?;
    let shown = topics::show(site.db.read(), site, &reader.actor, vec![topic]).await?.into_iter().next().ok_or(Failed::NotFound)?;
    Ok((seen, shown))
}

async fn page(reader: &Reader, site: &Site, slug: &str, number: i32, form: Submitted, code: StatusCode) -> Page {
    let lang = reader.lang;
    let (seen, shown) = load(reader, site, slug, number).await?;
    let round = rounds::list(site, seen.event.id).await?.last().map(|round| round.number);
    let inner = Inner::new(reader, site, &seen.event, Open::Topics, round);
    let title = shown.topic.title.0.pick(lang).to_owned();
    let meta = Meta::new(title.clone()).area(Area::Events);
    let may = takes_topics(&seen.event) && reader.actor.me.is_some();
    let manages = seen.may(Right::ManageTopics);
    let (href, sign_in) = (reader.to(&format!("/events/{slug}/topics/{number}")), reader.sign_in());
    let all = reader.to(&format!("/events/{slug}/topics"));
    Ok(render(reader, meta, code, move || {
        view! {
            {inner.head(title, None)}
            <div class="cols side">
                <div>
                    {facts(lang, &shown)}
                    {shown.topic.summary.as_ref().map(|summary| view! { <div class="prose"><Markdown text=&summary.0/></div> })}
                    <p><a class="plain" href=all>{t(lang, "topic-all")}</a></p>
                </div>
                <div class="mine">
                    {supporting(lang, &shown, may, &href, &sign_in)}
                    {manages.then(|| manage(lang, &shown, &form, &href))}
                </div>
            </div>
        }
    }))
}

fn facts(lang: Lang, shown: &Shown) -> impl IntoView + use<> {
    let topic = &shown.topic;
    let author = shown.author.clone().unwrap_or_else(|| by(lang, topic.author_sealed.is_some()));
    let (stands, reason) = (status(lang, topic.status.0), topic.reason.clone());
    let minutes = t!(lang, "topics-minutes", n = topic.minutes);
    let origin = topic.origin.as_ref().map(|origin| view! { <Said text=&origin.0/> }.into_any());
    view! {
        <Facts>
            <Fact label=t(lang, "topic-status")><p><b>{stands}</b></p>{reason.map(|reason| view! { <p>{reason}</p> })}</Fact>
            <Fact label=t(lang, "topic-minutes")><p>{minutes}</p></Fact>
            <Fact label=t(lang, "topic-by")><p>{author}</p></Fact>
            {origin.map(|origin| view! { <Fact label=t(lang, "topic-origin")><p>{origin}</p></Fact> })}
        </Facts>
    }
}

fn supporting(lang: Lang, shown: &Shown, may: bool, href: &str, sign_in: &str) -> AnyView {
    let n = i64::from(shown.supporters);
    let mine = if shown.supported { view! { <p>{t(lang, "topic-you-support")}</p> }.into_any() } else { ().into_any() };
    let act = match (may, shown.topic.status.0) {
        (_, Status::Merged | Status::Answered | Status::Declined) => ().into_any(),
        (true, _) => view! { <div class="actions">{support_button(lang, href, shown.supported, "topic")}</div> }.into_any(),
        (false, _) => view! { <p class="actions"><a class="plain" href=sign_in.to_owned()>{t(lang, "topic-sign-in")}</a></p> }.into_any(),
    };
    view! {
        <section aria-labelledby="support-name">
            <h2 id="support-name">{t(lang, "topic-support")}</h2>
            <p class="say">{t!(lang, "topic-supporters", n = n)}</p>
            {mine} {act}
        </section>
    }
    .into_any()
}

fn manage(lang: Lang, shown: &Shown, form: &Submitted, href: &str) -> impl IntoView + use<> {
    let now = shown.topic.status.0;
    let all = [Status::Proposed, Status::Shortlisted, Status::Answered, Status::Declined];
    let choices: Vec<Choice> =
        all.into_iter().filter(|to| now.may_become(*to)).map(|to| Choice::new(<&str>::from(to), status(lang, to))).collect();
    (!choices.is_empty()).then(|| {
        view! {
            <section aria-labelledby="manage-name">
                <h2 id="manage-name">{t(lang, "topic-manage")}</h2>
                <form method="post" action=href.to_owned() novalidate=true>
                    <ErrorSummary form=form/>
                    <Choices form=form name="to" label=t(lang, "topic-manage-to") choices=choices tight=true/>
                    <Field form=form name="reason" label=t(lang, "topic-manage-reason") help=t(lang, "topic-manage-reason-note") kind="textarea" optional=true max=REASON_MAX/>
                    <p class="actions"><button class="button full" type="submit">{t(lang, "topic-manage-do")}</button></p>
                </form>
            </section>
        }
    })
}
