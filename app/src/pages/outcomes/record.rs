//! Recording what came of an event, for its organisers.

use super::list::{kind, outcomes};
use crate::failure::{Failed, Page};
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Checkbox, Choice, Choices, Empty, ErrorSummary, Field, Notice, Said, Section, Select, TextPair, Title, in_both, versions};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use backend::entity::{outcome, topic};
use backend::repo::agenda::{self, Draft};
use backend::service::access::{self, Seen};
use backend::service::outcomes::{self, NAME_MAX, OutcomeFields, Shown, TEXT_MAX};
use backend::service::{procedure, topics};
use backend::{Error, Site};
use domain::host::Right;
use domain::outcome::Kind;
use domain::text::{Lang, Text};
use leptos::prelude::*;
use serde::Deserialize;

const KINDS: [Kind; 3] = [Kind::Decision, Kind::Action, Kind::Information];
/// Topics to choose from.
const TOPICS: u64 = 500;

/// The topic, the session or the question of a written procedure it is recorded at.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    topic: Option<i64>,
    session: Option<i64>,
    question: Option<usize>,
}

/// What the page shows beside the form.
struct Beside {
    seen: Seen,
    all: Vec<Shown>,
    unanswered: Vec<topic::Model>,
    topics: Vec<topic::Model>,
    sessions: Vec<Draft>,
    /// What the outcome at hand came of, where that is not among them any more.
    gone: Gone,
}

/// A topic and a session that are no longer offered, as options of a list.
#[derive(Default)]
struct Gone {
    topic: Option<(String, String)>,
    session: Option<(String, String)>,
}

/// As the form sends it back.
const VERSION: &str = "version";

async fn beside(reader: &Reader, site: &Site, slug: &str) -> Result<Beside, Failed> {
    let db = site.db.read();
    let seen = access::event(db, &reader.actor, slug).await?;
    reader.actor.me()?;
    seen.require(Right::ManageTopics)?;
    let event = &seen.event;
    Ok(Beside {
        all: outcomes::of_event(site, &reader.actor, event).await?,
        unanswered: outcomes::unanswered(db, event.id).await?,
        topics: topics::part(db, event.id, 0, TOPICS).await?,
        sessions: agenda::working(db, event.id).await?,
        gone: Gone::default(),
        seen,
    })
}

/// `GET /organise/events/{event}/outcomes`
pub async fn blank(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, Query(wanted): Query<Wanted>) -> Page {
    let beside = beside(&reader, &site, &slug).await?;
    let id = |id: Option<i64>| id.map(|id| id.to_string()).unwrap_or_default();
    let decided = match wanted.question {
        Some(number) => procedure::outcome(&site, &reader.actor, &slug).await?.decided(number),
        None => None,
    };
    let form = Submitted::empty().with("kind", <&str>::from(Kind::Decision)).with_text("text", decided.as_ref());
    let form = form.with("topic", id(wanted.topic)).with("session", id(wanted.session));
    Ok(page(&reader, &beside, None, form, StatusCode::OK))
}

/// `POST` there
pub async fn make(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, mut form: Submitted) -> Page {
    let beside = beside(&reader, &site, &slug).await?;
    if form.faults.is_empty() {
        match outcomes::record(&site, &reader.actor, &slug, read(&form)).await {
            Ok(row) => return Ok(lead(&reader, &site, &slug, Some(row.id), t(reader.lang, "outcome-recorded"))),
            Err(error) => form.refused(error)?,
        }
    }
    Ok(page(&reader, &beside, None, form, StatusCode::UNPROCESSABLE_ENTITY))
}

async fn find(reader: &Reader, site: &Site, slug: &str, id: i64) -> Result<(Beside, outcome::Model), Failed> {
    let mut beside = beside(reader, site, slug).await?;
    let (row, seen) = outcomes::find(site, &reader.actor, id).await?;
    beside.gone = gone(reader.lang, site, &beside, &row).await?;
    if seen.event.id == beside.seen.event.id { Ok((beside, row)) } else { Err(Failed::NotFound) }
}

async fn gone(lang: Lang, site: &Site, beside: &Beside, row: &outcome::Model) -> Result<Gone, Failed> {
    let db = site.db.read();
    let topic = row.topic_id.filter(|id| beside.topics.iter().all(|topic| topic.id != *id));
    let session = row.session_id.filter(|id| beside.sessions.iter().all(|one| one.session.id.0 != *id));
    let (topic, session) = outcomes::came_of(db, topic, session).await?;
    Ok(Gone {
        topic: topic.map(|topic| option(lang, &topic)),
        session: session.map(|session| {
            let title = t!(lang, "outcome-session-gone", title = session.title.0.pick(lang).to_owned());
            (session.id.to_string(), title)
        }),
    })
}

fn option(lang: Lang, topic: &topic::Model) -> (String, String) {
    (topic.id.to_string(), format!("{}. {}", topic.number, topic.title.0.pick(lang)))
}

/// `GET /organise/events/{event}/outcomes/{id}`
pub async fn edit(reader: Reader, State(site): State<Site>, Path((slug, id)): Path<(String, i64)>) -> Page {
    let (beside, row) = find(&reader, &site, &slug, id).await?;
    let form = fill(&row);
    Ok(page(&reader, &beside, Some(&row), form, StatusCode::OK))
}

/// `POST` there
pub async fn save(reader: Reader, State(site): State<Site>, Path((slug, id)): Path<(String, i64)>, mut form: Submitted) -> Page {
    let (beside, row) = find(&reader, &site, &slug, id).await?;
    if form.get("do") == "remove" {
        outcomes::remove(&site, &reader.actor, id).await?;
        return Ok(lead(&reader, &site, &slug, None, t(reader.lang, "outcome-removed")));
    }
    if form.faults.is_empty() {
        let mut fields = read(&form);
        // What is not shown is not emptied by being left out.
        fields.owner_email = fields.owner_email.filter(|email| email.is_some() || form.has("forget_owner", "yes"));
        match outcomes::change(&site, &reader.actor, id, form.get(VERSION).parse().ok(), fields).await {
            Ok(_) => return Ok(lead(&reader, &site, &slug, Some(id), t(reader.lang, "outcome-changed"))),
            // Whoever saves once more has seen what is there.
            Err(Error::Conflict("changed_meanwhile")) => {
                let (beside, row) = find(&reader, &site, &slug, id).await?;
                let form = form.set(VERSION, row.version.to_string()).with("overtaken", "yes");
                return Ok(page(&reader, &beside, Some(&row), form, StatusCode::CONFLICT));
            }
            Err(error) => form.refused(error)?,
        }
    }
    Ok(page(&reader, &beside, Some(&row), form, StatusCode::UNPROCESSABLE_ENTITY))
}

fn lead(reader: &Reader, site: &Site, slug: &str, id: Option<i64>, said: String) -> Response {
    let at = id.map(|id| format!("#outcome-{id}")).unwrap_or_default();
    flash::lead(site, &reader.to(&format!("/organise/events/{slug}/outcomes{at}")), &said)
}

fn read(form: &Submitted) -> OutcomeFields {
    let text = |field: &str| form.given(field).map(str::to_owned);
    // What is no number is no topic of the event.
    let id = |field: &str| form.given(field).map(|raw| raw.parse().unwrap_or(0));
    OutcomeFields {
        kind: Some(form.get("kind").to_owned()),
        text: Some(Text { lv: text("text.lv"), en: text("text.en") }),
        topic: Some(id("topic")),
        session: Some(id("session")),
        owner: Some(text("owner")),
        owner_email: Some(text("owner_email")),
        due_on: Some(text("due_on")),
        done: Some(form.has("done", "yes")),
    }
}

fn fill(row: &outcome::Model) -> Submitted {
    let id = |id: Option<i64>| id.map(|id| id.to_string()).unwrap_or_default();
    Submitted::empty()
        .with("kind", <&str>::from(row.kind.0))
        .with_text("text", Some(&row.text.0))
        .with("topic", id(row.topic_id))
        .with("session", id(row.session_id))
        .with("owner", row.owner_name.clone().unwrap_or_default())
        .with("due_on", row.due_on.clone().unwrap_or_default())
        .with("done", if row.done_on.is_some() { "yes" } else { "" })
        .with(VERSION, row.version.to_string())
}

fn fields(lang: Lang, beside: &Beside, row: Option<&outcome::Model>, form: &Submitted) -> AnyView {
    let kinds: Vec<Choice> = KINDS.into_iter().map(|one| Choice::new(<&str>::from(one), kind(lang, one))).collect();
    let (topics, sessions) = (topic_options(lang, beside), session_options(lang, beside));
    let topics = (!topics.is_empty())
        .then(|| view! { <Select form=form name="topic" label=t(lang, "outcome-topic") options=topics blank=true optional=true/> });
    let sessions = (!sessions.is_empty())
        .then(|| view! { <Select form=form name="session" label=t(lang, "outcome-session") options=sessions blank=true optional=true/> });
    let owned = row.is_some_and(|row| row.owner_id.is_some());
    let help = if owned { t(lang, "outcome-owner-email-known") } else { t(lang, "outcome-owner-email-help") };
    let forget = owned.then(|| view! { <Checkbox form=form name="forget_owner" label=t(lang, "outcome-forget-owner")/> });
    view! {
        <Choices form=form name="kind" label=t(lang, "outcome-kind") choices=kinds tight=true/>
        <TextPair form=form name="text" label=t(lang, "outcome-text") block=true max=TEXT_MAX/>
        {topics} {sessions}
        <fieldset class="field">
            <legend>{t(lang, "outcome-for-actions")}</legend>
            <Field form=form name="owner" label=t(lang, "outcome-owner") help=t(lang, "outcome-owner-help") optional=true max=NAME_MAX/>
            <Field form=form name="owner_email" label=t(lang, "outcome-owner-email") help=help kind="email" optional=true/>
            {forget}
            <Field form=form name="due_on" label=t(lang, "outcome-due") kind="date" optional=true/>
            <Checkbox form=form name="done" label=t(lang, "outcome-done")/>
        </fieldset>
    }
    .into_any()
}

fn page(reader: &Reader, beside: &Beside, row: Option<&outcome::Model>, form: Submitted, code: StatusCode) -> Response {
    let (lang, event) = (reader.lang, &beside.seen.event);
    let title = if row.is_some() { t(lang, "outcome-change-title") } else { t(lang, "outcomes-organise-title") };
    let base = reader.to(&format!("/organise/events/{}/outcomes", event.slug));
    render(reader, Meta::new(title.clone()).area(Area::Organise).hidden(), code, || {
        let (href, name) = (reader.to(&format!("/organise/events/{}", event.slug)), event.title.0.pick(lang).to_owned());
        let of = move || view! { <p class="of"><a href=href.clone()>{name.clone()}</a></p> };
        let name = title.clone();
        let label = if row.is_some() { t(lang, "organise-save") } else { t(lang, "outcome-record-do") };
        let back = row.is_some().then(|| view! { <a class="plain" href=base.clone()>{t(lang, "organise-not-now")}</a> });
        let remove = row.is_some().then(|| {
            view! { <p class="actions"><button class="plain" type="submit" name="do" value="remove">{t(lang, "outcome-remove")}</button></p> }
        });
        let overtaken = row.filter(|_| form.has("overtaken", "yes")).map(|row| overtaken(lang, beside, row, &form));
        let others = row.is_none().then(|| others(reader, beside, &base));
        view! {
            <Title inner=true of=of>{title}</Title>
            {row.is_none().then(|| unanswered(reader, beside))}
            {overtaken}
            <form class="mine" id="record" method="post" novalidate=true aria-label=name>
                <section>
                    <ErrorSummary form=&form/>
                    {row.map(|_| view! { <input type="hidden" name=VERSION value=form.get(VERSION).to_owned()/> })}
                    {fields(lang, beside, row, &form)}
                    <p class="actions"><button class="button main" type="submit" name="do" value="save">{label}</button> {back}</p>
                    {remove}
                </section>
            </form>
            {others}
        }
    })
}

/// What somebody else has made of it meanwhile, above what was typed.
fn overtaken(lang: Lang, beside: &Beside, row: &outcome::Model, mine: &Submitted) -> AnyView {
    let mut names = vec![("kind", t(lang, "outcome-kind"))];
    names.extend(in_both(lang, ["text.lv", "text.en"], &t(lang, "outcome-text")));
    names.extend(
        [("topic", "outcome-topic"), ("session", "outcome-session"), ("owner", "outcome-owner")]
            .map(|(field, name)| (field, t(lang, name))),
    );
    names.extend([("due_on", "outcome-due"), ("done", "outcome-done")].map(|(field, name)| (field, t(lang, name))));
    let both = versions(lang, names, &fill(row), mine, |form, field| said(lang, beside, form, field));
    view! { <Notice title=t(lang, "topic-overtaken")><p>{t(lang, "topic-overtaken-why")}</p></Notice> {both} }.into_any()
}

/// What a field says, in words.
fn said(lang: Lang, beside: &Beside, form: &Submitted, field: &str) -> String {
    let typed = form.get(field).trim();
    let named = |options: Vec<(String, String)>| options.into_iter().find(|(id, _)| id == typed).map(|(_, name)| name).unwrap_or_default();
    match field {
        "kind" => typed.parse().map(|one| kind(lang, one)).unwrap_or_default(),
        "topic" => named(topic_options(lang, beside)),
        "session" => named(session_options(lang, beside)),
        "done" if typed == "yes" => t(lang, "datepoll-yes"),
        _ => typed.to_owned(),
    }
}

fn topic_options(lang: Lang, beside: &Beside) -> Vec<(String, String)> {
    beside.topics.iter().map(|one| option(lang, one)).chain(beside.gone.topic.clone()).collect()
}

fn session_options(lang: Lang, beside: &Beside) -> Vec<(String, String)> {
    let sessions = beside.sessions.iter().map(|one| (one.session.id.to_string(), one.session.title.pick(lang).to_owned()));
    sessions.chain(beside.gone.session.clone()).collect()
}

fn others(reader: &Reader, beside: &Beside, base: &str) -> AnyView {
    let lang = reader.lang;
    let slug = &beside.seen.event.slug;
    let public = reader.to(&format!("/events/{slug}/outcomes"));
    let list = if beside.all.is_empty() {
        view! { <Empty say=t(lang, "outcomes-none")/> }.into_any()
    } else {
        outcomes(reader, slug, &beside.all, Some(base))
    };
    view! {
        <Section id="led" title=t(lang, "outcomes-led")>{list} <p class="actions"><a class="plain" href=public>{t(lang, "outcomes-see")}</a></p></Section>
    }
    .into_any()
}

/// The topics of which nobody has said what becomes of them.
fn unanswered(reader: &Reader, beside: &Beside) -> Option<AnyView> {
    let lang = reader.lang;
    let n = i64::try_from(beside.unanswered.len()).unwrap_or(i64::MAX);
    (n > 0).then(|| {
        let list = waiting(reader, &beside.seen.event.slug, &beside.unanswered);
        view! { <Section id="waiting" title=t!(lang, "outcomes-waiting", n = n) note=t(lang, "outcomes-waiting-note")>{list}</Section> }
            .into_any()
    })
}

/// Topics, each leading to its own page.
pub fn waiting(reader: &Reader, slug: &str, topics: &[topic::Model]) -> AnyView {
    let row = |topic: &topic::Model| {
        let href = reader.to(&format!("/events/{slug}/topics/{}", topic.number));
        let title = view! { <Said text=&topic.title.0/> }.into_any();
        view! { <li><a href=href>{topic.number} ". " {title}</a></li> }
    };
    view! { <ul class="rows">{topics.iter().map(row).collect::<Vec<_>>()}</ul> }.into_any()
}
