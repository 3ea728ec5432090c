//! One comment: what it said before, and the pages to answer, change and report it; also to report a topic.

use super::discussion::{addressed, calls, fields, names, readable, said, stance_field, stance_of, stance_word, typed};
use super::show::load;
use super::words::{complaints, day};
use crate::failure::{Failed, Page};
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::pages::events::Open;
use crate::pages::inner::Inner;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Choices, ErrorSummary, Field, Markdown, Said, Section};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use backend::service::access::Seen;
use backend::service::rounds;
use backend::service::talk::comments::{self, Change};
use backend::service::talk::discussion::{self, Shown, in_language};
use backend::service::talk::report::{self, TEXT_MAX, Thing};
use backend::service::topics::Shown as Topic;
use backend::{Error, Site};
use domain::comment::State as Standing;
use domain::text::Lang;
use leptos::prelude::*;

/// Earlier words shown on one page; a comment that changed more often shows its first ones.
const VERSIONS: u64 = 100;

/// What is done to a comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Answer,
    Edit,
    Report,
}

struct Found {
    seen: Seen,
    topic: Topic,
    comment: Option<Shown>,
    names: Vec<String>,
}

type Address = (String, i32, i64);

async fn find(reader: &Reader, site: &Site, (slug, number, id): &Address) -> Result<Found, Failed> {
    let (seen, topic) = load(reader, site, slug, *number).await?;
    let (comment, of, _) = discussion::one(site, &reader.actor, *id).await?;
    let names = names(site, &of, reader.actor.me.is_some() || calls(&comment)).await?;
    if of.id == topic.topic.id { Ok(Found { seen, topic, comment: Some(comment), names }) } else { Err(Failed::NotFound) }
}

/// `GET /events/{event}/topics/{number}/comments/{id}`: the comment and what it said before.
pub async fn show(reader: Reader, State(site): State<Site>, Path(address): Path<Address>) -> Page {
    let lang = reader.lang;
    let found = find(&reader, &site, &address).await?;
    let comment = found.comment.as_ref().ok_or(Failed::NotFound)?;
    let versions = discussion::versions(&site, &reader.actor, comment.id, 0, VERSIONS).await?;
    let quoted = quote(lang, &found);
    layout(&reader, &site, &found, t(lang, "talk-comment-title"), StatusCode::OK, move || {
        let rows = versions.into_iter().map(|version| {
            let (date, text) = (day(lang, &version.written_on), in_language(version.language.0, version.text));
            let words = view! { <Markdown text=&text/> }.into_any();
            let stance = version.stance.map(|stance| view! { <span class="stance">{stance_word(lang, stance.0)}</span> " " });
            view! { <li><p class="by">{stance} <time datetime=version.written_on.clone()>{date}</time></p><div dir="auto">{words}</div></li> }
        });
        let rows = rows.collect::<Vec<_>>();
        let before = (!rows.is_empty())
            .then(|| view! { <Section id="before" title=t(lang, "talk-before") note=t(lang, "talk-before-note")><ol class="talk">{rows}</ol></Section> });
        view! { {quoted} {before} }.into_any()
    })
    .await
}

/// `GET …/comments/{id}/{act}`
pub async fn ask(reader: Reader, State(site): State<Site>, Path((slug, number, id, act)): Path<(String, i32, i64, String)>) -> Page {
    let (found, act) = allowed(&reader, &site, &(slug, number, id), &act).await?;
    let form = match (&found.comment, act) {
        (Some(comment), Act::Answer) => Submitted::empty().with("text", addressed(reader.lang, &comment.writer)),
        (Some(comment), Act::Edit) => {
            let stance = comment.stance.map(<&str>::from).unwrap_or_default();
            Submitted::empty().with("text", words(comment)).with("stance", stance)
        }
        _ => Submitted::empty(),
    };
    page(&reader, &site, &found, act, form, StatusCode::OK).await
}

async fn allowed(reader: &Reader, site: &Site, address: &Address, act: &str) -> Result<(Found, Act), Failed> {
    let act = match act {
        "answer" => Act::Answer,
        "edit" => Act::Edit,
        "report" => Act::Report,
        _ => return Err(Failed::NotFound),
    };
    let found = find(reader, site, address).await?;
    reader.actor.me()?;
    let comment = found.comment.as_ref().ok_or(Failed::NotFound)?;
    readable(comment)?;
    match act {
        Act::Edit if !comment.own => Err(Failed::Forbidden),
        Act::Answer | Act::Report if comment.state != Standing::Shown => Err(Error::Conflict("comment_hidden").into()),
        _ => Ok((found, act)),
    }
}

fn words(comment: &Shown) -> String {
    comment.text.as_ref().map(|text| text.pick(Lang::Lv).to_owned()).unwrap_or_default()
}

/// `POST` there
pub async fn send(
    reader: Reader,
    State(site): State<Site>,
    Path((slug, number, id, act)): Path<(String, i32, i64, String)>,
    mut form: Submitted,
) -> Page {
    let (lang, actor) = (reader.lang, &reader.actor);
    let (found, act) = allowed(&reader, &site, &(slug.clone(), number, id), &act).await?;
    if form.faults.is_empty() {
        let done = match act {
            Act::Answer => {
                comments::write(&site, actor, found.topic.topic.id, typed(lang, &form, Some(id))).await.map(|_| t(lang, "talk-commented"))
            }
            Act::Edit if form.get("do") == "remove" => comments::remove(&site, actor, id).await.map(|_| t(lang, "talk-removed-now")),
            Act::Edit => comments::edit(&site, actor, id, changed(lang, &found, &form)).await.map(|_| t(lang, "talk-edited")),
            Act::Report => send_report(&reader, &site, Thing::Comment(id), &form).await,
        };
        match done {
            Ok(said) => {
                let back = format!("/events/{slug}/topics/{number}#comment-{id}");
                return Ok(flash::lead(&site, &reader.to(&back), &said));
            }
            Err(error) => form.refused(error)?,
        }
    }
    page(&reader, &site, &found, act, form, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// An answer has no stance to change.
fn changed(lang: Lang, found: &Found, form: &Submitted) -> Change {
    let says = found.comment.as_ref().is_some_and(|comment| comment.parent.is_none());
    Change { text: form.get("text").to_owned(), language: lang, stance: says.then(|| stance_of(form)) }
}

async fn send_report(reader: &Reader, site: &Site, thing: Thing, form: &Submitted) -> Result<String, Error> {
    report::report(site, &reader.actor, thing, form.get("reason"), form.given("text")).await.map(|()| t(reader.lang, "report-sent"))
}

async fn page(reader: &Reader, site: &Site, found: &Found, act: Act, form: Submitted, code: StatusCode) -> Page {
    let lang = reader.lang;
    let quoted = quote(lang, found);
    let unnamed = found.topic.own && found.topic.topic.author_sealed.is_some();
    let names = found.names.clone();
    let says = found.comment.as_ref().is_some_and(|comment| comment.parent.is_none());
    let title = match act {
        Act::Answer => t(lang, "talk-answer-title"),
        Act::Edit => t(lang, "talk-edit-title"),
        Act::Report => t(lang, "report-title"),
    };
    layout(reader, site, found, title, code, move || {
        let (fields, label) = match act {
            Act::Answer => (fields(lang, &form, unnamed, &names, t(lang, "talk-your-answer")).into_any(), t(lang, "talk-answer-do")),
            Act::Edit => {
                let words = fields(lang, &form, false, &names, t(lang, "talk-your-words"));
                let stance = says.then(|| stance_field(lang, &form));
                (view! { {words} {stance} }.into_any(), t(lang, "talk-edit-do"))
            }
            Act::Report => (report_fields(lang, &form).into_any(), t(lang, "report-do")),
        };
        let remove = (act == Act::Edit).then(|| {
            view! {
                <section>
                    <p>{t(lang, "talk-remove-note")}</p>
                    <p class="actions"><button class="button" type="submit" name="do" value="remove">{t(lang, "talk-remove")}</button></p>
                </section>
            }
        });
        let name = label.clone();
        view! {
            {quoted}
            <form class="mine" method="post" novalidate=true aria-label=name>
                <section><ErrorSummary form=&form/> {fields}<p class="actions"><button class="button main" type="submit" name="do" value="save">{label}</button></p></section>
                {remove}
            </form>
        }
        .into_any()
    })
    .await
}

fn report_fields(lang: Lang, form: &Submitted) -> impl IntoView + use<> {
    view! {
        <p>{t(lang, "report-note")}</p>
        <Choices form=form name="reason" label=t(lang, "report-reason") choices=complaints(lang)/>
        <Field form=form name="text" label=t(lang, "report-text") kind="textarea" optional=true max=TEXT_MAX/>
    }
}

/// What is acted on.
fn quote(lang: Lang, found: &Found) -> AnyView {
    let comment =
        found.comment.as_ref().map(|comment| view! { <div class="quoted">{said(lang, comment, "", &found.names)}</div> }.into_any());
    comment.into_any()
}

async fn layout(reader: &Reader, site: &Site, found: &Found, title: String, code: StatusCode, content: impl FnOnce() -> AnyView) -> Page {
    let lang = reader.lang;
    let round = rounds::newest(site, found.seen.event.id).await?;
    let inner = Inner::new(reader, site, &found.seen.event, Open::Topics, round);
    let topic = &found.topic.topic;
    let name = topic.title.0.pick(lang).to_owned();
    let back = reader.to(&format!("/events/{}/topics/{}", found.seen.event.slug, topic.number));
    let meta = Meta::new(format!("{title} · {name}")).area(Area::Events).hidden();
    Ok(render(reader, meta, code, move || {
        let words = view! { <Said text=&topic.title.0/> }.into_any();
        view! {
            {inner.head(title, None)}
            <p class="small"><a class="plain" href=back><span>{topic.number} ". " {words}</span></a></p>
            {content()}
        }
    }))
}

/// `GET /events/{event}/topics/{number}/report`
pub async fn ask_topic(reader: Reader, State(site): State<Site>, Path((slug, number)): Path<(String, i32)>) -> Page {
    let found = of_topic(&reader, &site, &slug, number).await?;
    page(&reader, &site, &found, Act::Report, Submitted::empty(), StatusCode::OK).await
}

/// `POST` there
pub async fn send_topic(reader: Reader, State(site): State<Site>, Path((slug, number)): Path<(String, i32)>, mut form: Submitted) -> Page {
    let found = of_topic(&reader, &site, &slug, number).await?;
    if form.faults.is_empty() {
        match send_report(&reader, &site, Thing::Topic(found.topic.topic.id), &form).await {
            Ok(said) => return Ok(flash::lead(&site, &reader.to(&format!("/events/{slug}/topics/{number}")), &said)),
            Err(error) => form.refused(error)?,
        }
    }
    page(&reader, &site, &found, Act::Report, form, StatusCode::UNPROCESSABLE_ENTITY).await
}

async fn of_topic(reader: &Reader, site: &Site, slug: &str, number: i32) -> Result<Found, Failed> {
    let (seen, topic) = load(reader, site, slug, number).await?;
    reader.actor.me()?;
    Ok(Found { seen, topic, comment: None, names: Vec::new() })
}
