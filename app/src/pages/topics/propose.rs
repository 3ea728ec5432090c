//! Proposing a topic.

use super::alike::hint;
use super::beside;
use super::list::{Order, page};
use crate::failure::Page;
use crate::flash;
use crate::form::Submitted;
use crate::islands::SimilarTopics;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Checkbox, ErrorSummary, Field};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use backend::Site;
use backend::service::topics::{self, Alike, NewTopic, SUMMARY_MAX, TITLE_MAX};
use domain::fault::Refusal;
use domain::text::{Lang, Text};
use leptos::prelude::*;

/// `POST /events/{event}/topics`. Who could not see what is alike while typing, without JavaScript, is shown it before the topic
/// is sent, once.
pub async fn send(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, mut form: Submitted) -> Page {
    let minutes = form.parse("minutes", |raw| raw.trim().parse::<i64>().map_err(|_| Refusal::new("minutes_out_of_range")));
    let title = words(reader.lang, form.get("title"));
    let summary = form.given("summary").map(|text| words(reader.lang, text));
    let alike = if form.has("unseen", "1") { topics::alike(&site, &reader.actor, &slug, form.get("title")).await? } else { Vec::new() };
    if let (Some(minutes), true) = (minutes, alike.is_empty()) {
        let new = NewTopic { title, summary, minutes, anonymous: form.has("anonymous", "yes"), beside: beside::read(&form) };
        match topics::propose(&site, &reader.actor, &slug, new).await {
            Ok(made) => {
                let to = reader.to(&format!("/events/{slug}/topics/{}", made.topic.number));
                return Ok(flash::lead(&site, &to, &t(reader.lang, "topic-proposed")));
            }
            Err(error) => form.refused(error)?,
        }
    }
    let status = if form.faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page(&reader, &site, &slug, Order::Most, form, alike, status).await
}

/// A text in the language of the page it was typed on.
fn words(lang: Lang, typed: &str) -> Text {
    let typed = Some(typed.to_owned());
    match lang {
        Lang::Lv => Text { lv: typed, en: None },
        Lang::En => Text { lv: None, en: typed },
    }
}

/// The form.
pub fn propose_form(lang: Lang, base: &str, slug: &str, form: &Submitted, alike: Vec<Alike>) -> impl IntoView + use<> {
    let action = format!("{base}/events/{slug}/topics");
    let like = format!("{action}/like");
    let seen = !alike.is_empty();
    // What is typed or wrong there must be seen.
    let more = ["wanted", "area", "links"].into_iter().any(|field| form.given(field).is_some() || form.fault(field).is_some());
    let shown = hint(lang, &action, alike, true);
    view! {
        <form class="mine" id="propose" method="post" action=action novalidate=true aria-labelledby="propose-name">
            <section>
                <h2 id="propose-name" class="say">{t(lang, "topics-propose")}</h2>
                <ErrorSummary form=form/>
                <Field form=form name="title" label=t(lang, "topics-what") max=TITLE_MAX/>
                {shown}
                <SimilarTopics fields="title".to_owned() address=like/>
                {(!seen).then(|| view! { <noscript><input type="hidden" name="unseen" value="1"/></noscript> })}
                <Field form=form name="minutes" label=t(lang, "topics-minutes-needed") kind="number" narrow=true/>
                <Field form=form name="summary" label=t(lang, "topics-why") kind="textarea" optional=true max=SUMMARY_MAX/>
                <details open=more>
                    <summary>{t(lang, "topics-more")}</summary>
                    {beside::fields(lang, form)}
                </details>
                <Checkbox form=form name="anonymous" label=t(lang, "topics-without-name") note=t(lang, "topics-without-name-note")/>
                <p class="actions"><button class="button main full" type="submit">{t(lang, "topics-propose-do")}</button></p>
            </section>
        </form>
    }
}
