//! What organisers do with a topic: say what becomes of it, propose to merge it.

use super::list::status;
use super::show::About;
use crate::form::Submitted;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Choice, Choices, ErrorSummary, Select, TextPair};
use backend::service::talk::merge;
use backend::service::topics::{self, REASON_MAX, Shown};
use backend::{Error, Site};
use domain::fault::Refusal;
use domain::text::{Lang, Text};
use domain::topic::Status;
use leptos::prelude::*;

/// Changes the status as the form says.
pub async fn change_status(reader: &Reader, site: &Site, topic_id: i64, form: &mut Submitted) -> Result<String, Error> {
    let to = form.parse("to", |raw| raw.parse::<Status>().map_err(|_| Refusal::new("unknown_value")));
    let Some(to) = to else { return Ok(String::new()) };
    topics::set_status(site, &reader.actor, topic_id, to, reason(form)).await.map(|_| t(reader.lang, "topic-changed"))
}

/// Proposes the merger as the form says.
pub async fn propose_merge(reader: &Reader, site: &Site, topic_id: i64, form: &mut Submitted) -> Result<String, Error> {
    let into = form.parse("into", |raw| raw.parse::<i64>().map_err(|_| Refusal::new("unknown_topic")));
    let Some(into) = into else { return Ok(String::new()) };
    merge::propose(site, &reader.actor, topic_id, into).await.map(|_| t(reader.lang, "merge-proposed"))
}

/// The reason typed in the fields `reason.lv` and `reason.en`.
pub fn reason(form: &Submitted) -> Option<Text> {
    let part = |field: &str| form.given(field).map(str::to_owned);
    form.text_given("reason").then(|| Text { lv: part("reason.lv"), en: part("reason.en") })
}

/// The form that was sent, for the part of the page it belongs to; the others are as they were.
pub(super) fn sent(form: &Submitted, what: &str) -> Submitted {
    if form.get("do") == what { form.clone() } else { Submitted::empty() }
}

/// Both forms, as far as there is something to do.
pub(super) fn manage(lang: Lang, about: &About, others: Vec<Shown>, form: &Submitted) -> impl IntoView + use<> {
    view! { {state(lang, about, &sent(form, "status"))} {merging(lang, about, others, &sent(form, "merge"))} }
}

fn state(lang: Lang, about: &About, form: &Submitted) -> Option<AnyView> {
    let now = about.shown.topic.status.0;
    let all = [Status::Proposed, Status::Shortlisted, Status::Answered, Status::Declined];
    let choices: Vec<Choice> =
        all.into_iter().filter(|to| now.may_become(*to)).map(|to| Choice::new(<&str>::from(to), status(lang, to))).collect();
    if choices.is_empty() {
        return None;
    }
    let fields = view! {
        <Choices form=form name="to" label=t(lang, "topic-manage-to") choices=choices tight=true/>
        <TextPair form=form name="reason" label=t(lang, "topic-manage-reason") help=t(lang, "topic-manage-reason-note") block=true optional=true max=REASON_MAX/>
    };
    Some(folded(about, form, "status", t(lang, "topic-manage"), t(lang, "topic-manage-do"), fields.into_any()))
}

fn merging(lang: Lang, about: &About, others: Vec<Shown>, form: &Submitted) -> Option<AnyView> {
    let topic = &about.shown.topic;
    if about.waiting.is_some() || !about.open || !topic.status.0.may_become(Status::Merged) {
        return None;
    }
    let fits = others.iter().filter(|other| other.topic.id != topic.id && other.is_open());
    let options: Vec<(String, String)> =
        fits.map(|other| (other.topic.id.to_string(), format!("{}. {}", other.topic.number, other.topic.title.0.pick(lang)))).collect();
    if options.is_empty() {
        return None;
    }
    let fields = view! {
        <Select form=form name="into" label=t(lang, "merge-into") help=t(lang, "merge-into-note") options=options blank=true/>
    };
    Some(folded(about, form, "merge", t(lang, "merge-name"), t(lang, "merge-propose"), fields.into_any()))
}

/// A form that is folded away until it is wanted, or refused.
fn folded(about: &About, form: &Submitted, does: &'static str, name: String, button: String, fields: AnyView) -> AnyView {
    let (refused, label) = (!form.faults.is_empty(), name.clone());
    view! {
        <section aria-label=label>
            <details open=refused>
                <summary>{name}</summary>
                <form method="post" action=about.href.clone() novalidate=true>
                    <ErrorSummary form=form/>
                    <input type="hidden" name="do" value=does/>
                    {fields}
                    <p class="actions"><button class="button full" type="submit">{button}</button></p>
                </form>
            </details>
        </section>
    }
    .into_any()
}
