//! Changing a topic, writing the language that is missing, and reading what it said before.

use super::beside;
use super::show::load;
use super::words::day;
use crate::failure::{Failed, Page};
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::pages::events::Open;
use crate::pages::inner::Inner;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{ErrorSummary, Field, Markdown, Notice, Pager, Said, Section, TextPair, in_both, versions};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use backend::entity::topic;
use backend::service::access::Seen;
use backend::service::rounds;
use backend::service::talk::discussion::in_language;
use backend::service::topics::{self, SUMMARY_MAX, Shown, TITLE_MAX, TopicFields, Translation, missing};
use backend::{Error, Site};
use domain::fault::Refusal;
use domain::host::Right;
use domain::text::{Lang, Text};
use leptos::prelude::*;
use serde::Deserialize;

/// Earlier versions a page.
const VERSIONS: usize = 20;
/// The version that was changed.
const VERSION: &str = "version";

pub(super) type Address = (String, i32);

/// The topic, for its author and for organisers; why it cannot be changed is said when it is tried.
pub(super) async fn find(reader: &Reader, site: &Site, (slug, number): &Address) -> Result<(Seen, Shown), Failed> {
    let (seen, shown) = load(reader, site, slug, *number).await?;
    reader.actor.me()?;
    if !shown.own {
        seen.require(Right::ManageTopics)?;
    }
    topics::open_to_changes(&seen.event, &shown.topic, shown.hidden.is_some())?;
    Ok((seen, shown))
}

/// `GET /events/{event}/topics/{number}/edit`
pub async fn ask(reader: Reader, State(site): State<Site>, Path(address): Path<Address>) -> Page {
    let (seen, shown) = find(&reader, &site, &address).await?;
    let form = fill(&shown.topic);
    page(&reader, &site, &seen, &shown, form, None, StatusCode::OK).await
}

fn fill(topic: &topic::Model) -> Submitted {
    Submitted::empty()
        .with_text("title", Some(&topic.title.0))
        .with_text("summary", topic.summary.as_ref().map(|summary| &summary.0))
        .with("minutes", topic.minutes.to_string())
        .with("wanted", topic.wanted.map(|wanted| <&str>::from(wanted.0)).unwrap_or_default())
        .with("area", topic.area.clone().unwrap_or_default())
        .with("links", beside::lines(&topic.links.0))
        .with(VERSION, topic.version.to_string())
}

fn typed(form: &Submitted, field: &str) -> Text {
    let part = |code: &str| form.given(&format!("{field}.{code}")).map(str::to_owned);
    Text { lv: part("lv"), en: part("en") }
}

/// `POST` there
pub async fn send(reader: Reader, State(site): State<Site>, Path(address): Path<Address>, mut form: Submitted) -> Page {
    let (seen, shown) = find(&reader, &site, &address).await?;
    let minutes = form.parse("minutes", |raw| raw.trim().parse::<i64>().map_err(|_| Refusal::new("minutes_out_of_range")));
    let mut said = None;
    if let (Some(minutes), true) = (minutes, form.faults.is_empty()) {
        let fields = TopicFields {
            title: Some(typed(&form, "title")),
            summary: Some(Some(typed(&form, "summary"))),
            minutes: Some(minutes),
            ..beside::read(&form)
        };
        match topics::edit(&site, &reader.actor, shown.topic.id, form.get(VERSION).parse().ok(), fields).await {
            Ok(_) => return Ok(done(&reader, &site, &address)),
            Err(Error::Conflict(code @ ("changed_meanwhile" | "in_a_round"))) => said = Some(code),
            Err(error) => form.refused(error)?,
        }
    }
    let code = if said.is_some() { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
    page(&reader, &site, &seen, &shown, form, said, code).await
}

fn done(reader: &Reader, site: &Site, (slug, number): &Address) -> Response {
    flash::lead(site, &reader.to(&format!("/events/{slug}/topics/{number}")), &t(reader.lang, "topic-edited"))
}

async fn page(
    reader: &Reader,
    site: &Site,
    seen: &Seen,
    shown: &Shown,
    form: Submitted,
    said: Option<&'static str>,
    code: StatusCode,
) -> Page {
    let lang = reader.lang;
    let topic = &shown.topic;
    let sealed = topics::in_a_round(site.db.read(), site, topic.id).await?;
    // Whoever saves once more has seen what is there.
    let form = if said == Some("changed_meanwhile") { form.set(VERSION, topic.version.to_string()) } else { form };
    layout(reader, site, seen, topic, t(lang, "topic-edit-title"), code, || {
        let refused = match said {
            Some("changed_meanwhile") => Some(overtaken(lang, topic, &form)),
            Some(_) => {
                Some(view! { <Notice title=t(lang, "topic-in-a-round")><p>{t(lang, "topic-in-a-round-why")}</p></Notice> }.into_any())
            }
            None if sealed => Some(
                view! { <Notice calm=true title=t(lang, "topic-in-a-round")><p>{t(lang, "topic-in-a-round-why")}</p></Notice> }.into_any(),
            ),
            None => None,
        };
        let unnamed = (shown.own && topic.author_sealed.is_some()).then(|| view! { <p>{t(lang, "topic-edit-unnamed")}</p> });
        let (name, back) = (t(lang, "topic-edit-title"), reader.to(&format!("/events/{}/topics/{}", seen.event.slug, topic.number)));
        view! {
            {refused} {unnamed}
            <form class="mine" method="post" novalidate=true aria-label=name>
                <section>
                    <ErrorSummary form=&form/>
                    <input type="hidden" name=VERSION value=form.get(VERSION).to_owned()/>
                    {words(lang, topic, &form, sealed && said.is_none())}
                    {beside::fields(lang, &form)}
                    <p class="actions">
                        <button class="button main" type="submit">{t(lang, "topic-edit-do")}</button>
                        <a class="plain" href=back>{t(lang, "organise-not-now")}</a>
                    </p>
                </section>
            </form>
        }
        .into_any()
    })
    .await
}

/// What is voted on: to be changed, or only to be read while a vote holds it.
fn words(lang: Lang, topic: &topic::Model, form: &Submitted, held: bool) -> AnyView {
    if !held {
        return view! {
            <TextPair form=form name="title" label=t(lang, "topics-what") max=TITLE_MAX/>
            <TextPair form=form name="summary" label=t(lang, "topics-why") block=true optional=true max=SUMMARY_MAX/>
            <Field form=form name="minutes" label=t(lang, "topics-minutes-needed") kind="number" narrow=true/>
        }
        .into_any();
    }
    let kept = ["title.lv", "title.en", "summary.lv", "summary.en", "minutes"];
    let kept = kept.map(|name| view! { <input type="hidden" name=name value=form.get(name).to_owned()/> });
    let now = version(lang, &topic.title.0, topic.summary.as_ref().map(|summary| &summary.0));
    view! { {kept.to_vec()} <div class="field">{now}<p class="small quiet">{t!(lang, "topics-minutes", n = topic.minutes)}</p></div> }
        .into_any()
}

/// What somebody else has made of it meanwhile, above what was typed.
fn overtaken(lang: Lang, topic: &topic::Model, mine: &Submitted) -> AnyView {
    let mut names = in_both(lang, ["title.lv", "title.en"], &t(lang, "topics-what")).to_vec();
    names.extend(in_both(lang, ["summary.lv", "summary.en"], &t(lang, "topics-why")));
    let others = [("minutes", "topics-minutes-needed"), ("wanted", "topic-wanted"), ("area", "topic-area"), ("links", "topic-links")];
    names.extend(others.map(|(field, name)| (field, t(lang, name))));
    let said = |form: &Submitted, field: &str| match (field, form.get(field).trim()) {
        ("wanted", typed) => typed.parse().map(|one| beside::wanted(lang, one)).unwrap_or_default(),
        (_, typed) => typed.to_owned(),
    };
    let both = versions(lang, names, &fill(topic), mine, said);
    view! { <Notice title=t(lang, "topic-overtaken")><p>{t(lang, "topic-overtaken-why")}</p></Notice> {both} }.into_any()
}

/// Words in each language they are in.
fn version(lang: Lang, title: &Text, summary: Option<&Text>) -> AnyView {
    let one = |of: Lang| {
        let part = |text: &Text| match of {
            Lang::Lv => text.lv.clone(),
            Lang::En => text.en.clone(),
        };
        let (title, summary) = (part(title), summary.and_then(part));
        (title.is_some() || summary.is_some()).then(|| {
            let summary = summary.map(|words| in_language(of, words));
            let summary = summary.map(|text| view! { <Markdown text=&text/> }.into_any());
            view! { <div lang=(of != lang).then(|| of.code())><p><b>{title}</b></p>{summary}</div> }
        })
    };
    view! { {one(lang)} {one(lang.other())} }.into_any()
}

/// `GET /events/{event}/topics/{number}/translate`: both languages beside each other.
pub async fn ask_translation(reader: Reader, State(site): State<Site>, Path(address): Path<Address>) -> Page {
    let (seen, shown) = find(&reader, &site, &address).await?;
    let form = Submitted::empty().with(VERSION, shown.topic.version.to_string());
    translation(&reader, &site, &seen, &shown, form, StatusCode::OK).await
}

/// `POST` there
pub async fn translate(reader: Reader, State(site): State<Site>, Path(address): Path<Address>, mut form: Submitted) -> Page {
    let (seen, shown) = find(&reader, &site, &address).await?;
    let mut code = StatusCode::UNPROCESSABLE_ENTITY;
    if form.faults.is_empty() {
        let text = |field: &str| form.given(field).map(str::to_owned);
        let words = Translation { title: text("title"), summary: text("summary") };
        match topics::translate(&site, &reader.actor, shown.topic.id, form.get(VERSION).parse().ok(), words).await {
            Ok(_) => return Ok(done(&reader, &site, &address)),
            // The original is shown as it is now.
            Err(Error::Conflict("changed_meanwhile")) => {
                form = form.set(VERSION, shown.topic.version.to_string()).with("overtaken", "yes");
                code = StatusCode::CONFLICT;
            }
            Err(error) => form.refused(error)?,
        }
    }
    translation(&reader, &site, &seen, &shown, form, code).await
}

async fn translation(reader: &Reader, site: &Site, seen: &Seen, shown: &Shown, form: Submitted, code: StatusCode) -> Page {
    let lang = reader.lang;
    let topic = &shown.topic;
    let summary = topic.summary.as_ref().map(|summary| &summary.0);
    let nothing = missing(&topic.title.0).is_none() && summary.is_none_or(|text| missing(text).is_none());
    layout(reader, site, seen, topic, t(lang, "topic-translate"), code, || {
        if nothing {
            return view! { <Notice calm=true title=t(lang, "topic-translated")><p>{t(lang, "topic-translated-why")}</p></Notice> }
                .into_any();
        }
        let overtaken = form
            .has("overtaken", "yes")
            .then(|| view! { <Notice title=t(lang, "topic-overtaken")><p>{t(lang, "topic-overtaken-original")}</p></Notice> });
        let name = t(lang, "topic-translate");
        let title = side_by_side(lang, &form, "title", t(lang, "topic-translate-title"), &topic.title.0, TITLE_MAX);
        let summary = summary.and_then(|text| side_by_side(lang, &form, "summary", t(lang, "topic-translate-summary"), text, SUMMARY_MAX));
        view! {
            {overtaken}
            <form class="sides" method="post" novalidate=true aria-label=name>
                <ErrorSummary form=&form/>
                <input type="hidden" name=VERSION value=form.get(VERSION).to_owned()/>
                {title} {summary}
                <p class="actions"><button class="button main" type="submit">{t(lang, "topic-translate-do")}</button></p>
            </form>
        }
        .into_any()
    })
    .await
}

/// The language that is there beside the field of the one that is missing; nothing where none is.
fn side_by_side(lang: Lang, form: &Submitted, field: &'static str, label: String, text: &Text, max: usize) -> Option<AnyView> {
    let to = missing(text)?;
    let original = if field == "title" {
        let words = view! { <Said text=text/> }.into_any();
        view! { <p><b>{words}</b></p> }.into_any()
    } else {
        view! { <Markdown text=text/> }.into_any()
    };
    let (from, into) = match to {
        Lang::En => (t(lang, "in-latvian"), t(lang, "in-english")),
        Lang::Lv => (t(lang, "in-english"), t(lang, "in-latvian")),
    };
    let kind = if field == "title" { "text" } else { "textarea" };
    let input =
        view! { <Field form=form name=field label=format!("{label}, {into}") kind=kind max=max rows=10 written_in=to.code()/> }.into_any();
    let view = view! { <div class="both"><div><p class="small quiet">{format!("{label}, {from}")}</p>{original}</div>{input}</div> };
    Some(view.into_any())
}

/// Which part of the versions.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    #[serde(default)]
    after: i64,
}

/// `GET /events/{event}/topics/{number}/versions`: what it said before.
pub async fn before(reader: Reader, State(site): State<Site>, Path(address): Path<Address>, Query(wanted): Query<Wanted>) -> Page {
    let lang = reader.lang;
    let (seen, shown) = load(&reader, &site, &address.0, address.1).await?;
    let topic = &shown.topic;
    let limit = u64::try_from(VERSIONS + 1).unwrap_or(u64::MAX);
    let mut rows = topics::versions(&site, &reader.actor, topic.id, wanted.after, limit).await?;
    let more = rows.len() > VERSIONS;
    rows.truncate(VERSIONS);
    let base = reader.to(&format!("/events/{}/topics/{}/versions", address.0, topic.number));
    let next = rows.last().filter(|_| more).map(|last| format!("{base}?after={}", last.id));
    let first = (wanted.after > 0).then(|| base.clone());
    layout(&reader, &site, &seen, topic, t(lang, "topic-versions"), StatusCode::OK, || {
        let row = |row: &backend::entity::topic_version::Model| {
            let date = day(lang, &row.written_on);
            let words = version(lang, &row.title.0, row.summary.as_ref().map(|summary| &summary.0));
            let minutes = t!(lang, "topics-minutes", n = row.minutes);
            let wanted = row.wanted.map(|wanted| beside::wanted(lang, wanted.0));
            let rest = [Some(minutes), wanted, row.area.clone()].into_iter().flatten().collect::<Vec<_>>().join(", ");
            let links = beside::links(lang, &row.links.0);
            view! { <li><p class="by"><time datetime=row.written_on.clone()>{date}</time> ", " {rest}</p>{words}{links}</li> }
        };
        let rows = rows.iter().map(row).collect::<Vec<_>>();
        let none = rows.is_empty().then(|| view! { <p>{t(lang, "topic-versions-none")}</p> });
        view! {
            <Section id="before" title=t(lang, "talk-before") note=t(lang, "talk-before-note")>{none} <ol class="talk">{rows}</ol> <Pager first=first next=next/></Section>
        }
        .into_any()
    })
    .await
}

pub(super) async fn layout(
    reader: &Reader,
    site: &Site,
    seen: &Seen,
    topic: &topic::Model,
    title: String,
    code: StatusCode,
    content: impl FnOnce() -> AnyView,
) -> Page {
    let round = rounds::newest(site, seen.event.id).await?;
    let inner = Inner::new(reader, site, &seen.event, Open::Topics, round);
    let back = reader.to(&format!("/events/{}/topics/{}", seen.event.slug, topic.number));
    let meta = Meta::new(format!("{title} · {}", topic.title.0.pick(reader.lang))).area(Area::Events).hidden();
    Ok(render(reader, meta, code, || {
        let words = view! { <Said text=&topic.title.0/> }.into_any();
        view! {
            {inner.head(title, None)}
            <p class="small"><a class="plain" href=back><span>{topic.number} ". " {words}</span></a></p>
            {content()}
        }
    }))
}
