//! One topic: what it is, how it stands, what became of it, what is said about it.

use super::beside;
use super::list::{by, status, support_button, takes_topics};
use super::manage::{self, manage};
use super::words::day;
use super::{discussion, files, pass, timeline};
use crate::failure::{Failed, Page};
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::pages::events::Open;
use crate::pages::inner::Inner;
use crate::pages::outcomes::outcomes as outcome_list;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Fact, Facts, Markdown, Notice, Said, Section};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use backend::entity::{hidden_topic, topic, topic_file};
use backend::service::access::{self, Seen};
use backend::service::outcomes::{self, Shown as Outcome};
use backend::service::talk::{comments, follow, merge, moderate, timeline as told};
use backend::service::topics::{self, Shown};
use backend::service::{passes, rounds};
use backend::{Error, Site};
use domain::host::Right;
use domain::text::{Lang, Text};
use domain::topic::{Happening, Status};
use leptos::prelude::*;
use serde::Deserialize;

/// Which part of the discussion.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Wanted {
    pub(super) after: Option<String>,
    pub(super) stance: Option<String>,
}

/// `GET /events/{event}/topics/{number}`
pub async fn show(
    reader: Reader,
    State(site): State<Site>,
    Path((slug, number)): Path<(String, i32)>,
    Query(wanted): Query<Wanted>,
) -> Page {
    page(&reader, &site, (&slug, number), wanted, Submitted::empty(), StatusCode::OK).await
}

/// `POST /events/{event}/topics/{number}`: what `do` says.
pub async fn send(reader: Reader, State(site): State<Site>, Path((slug, number)): Path<(String, i32)>, mut form: Submitted) -> Page {
    let (_, shown) = load(&reader, &site, &slug, number).await?;
    if form.faults.is_empty() {
        match act(&reader, &site, &shown.topic, &mut form).await {
            Ok(said) if form.faults.is_empty() => {
                let back = match form.get("back") {
                    "list" => format!("/events/{slug}/topics#topic-{number}"),
                    "me" => "/me#gone-on".to_owned(),
                    _ => format!("/events/{slug}/topics/{number}"),
                };
                return Ok(flash::lead(&site, &reader.to(&back), &said));
            }
            Ok(_) => {}
            Err(error) => form.refused(error)?,
        }
    }
    page(&reader, &site, (&slug, number), Wanted::default(), form, StatusCode::UNPROCESSABLE_ENTITY).await
}

async fn act(reader: &Reader, site: &Site, topic: &topic::Model, form: &mut Submitted) -> Result<String, Error> {
    let (lang, actor, id) = (reader.lang, &reader.actor, topic.id);
    match form.get("do") {
        "support" => topics::support(site, actor, id).await.map(|_| t(lang, "topic-supported")),
        "unsupport" => topics::unsupport(site, actor, id).await.map(|_| t(lang, "topic-unsupported")),
        "follow" => follow::choose(site, actor, id, true).await.map(|_| t(lang, "talk-following")),
        "unfollow" => follow::choose(site, actor, id, false).await.map(|_| t(lang, "talk-not-following")),
        "comment" => comments::write(site, actor, id, discussion::typed(lang, form, None)).await.map(|_| t(lang, "talk-commented")),
        "merge-accept" => merge::accept(site, actor, id).await.map(|_| t(lang, "merge-accepted")),
        "merge-refuse" => merge::refuse(site, actor, id).await.map(|_| t(lang, "merge-refused")),
        "merge-withdraw" => merge::withdraw(site, actor, id).await.map(|_| t(lang, "merge-withdrawn")),
        "merge" => manage::propose_merge(reader, site, id, form).await,
        _ => manage::change_status(reader, site, id, form).await,
    }
}

pub(super) async fn load(reader: &Reader, site: &Site, slug: &str, number: i32) -> Result<(Seen, Shown), Failed> {
    let seen = access::event(site.db.read(), &reader.actor, slug).await?;
    let topic = topics::by_number(site.db.read(), seen.event.id, number).await?;
    let shown = topics::show(site.db.read(), site, &reader.actor, vec![topic]).await?.into_iter().next().ok_or(Failed::NotFound)?;
    Ok((seen, shown))
}

/// What the parts of the page need of the topic and its reader.
pub(super) struct About {
    pub shown: Shown,
    /// Its author may still do something here, and so may everybody who is signed in.
    pub open: bool,
    pub signed_in: bool,
    pub manages: bool,
    pub unnamed: bool,
    pub follows: follow::Standing,
    pub waiting: Option<merge::Waiting>,
    /// The reader supports what it is part of now.
    pub supports_other: bool,
    /// What came of it.
    pub outcomes: Vec<Outcome>,
    /// The files beside it; none where it is hidden.
    pub files: Vec<topic_file::Model>,
    /// The reader's own words, where they are hidden.
    pub own_words: Option<hidden_topic::Model>,
    pub href: String,
    /// The addresses of all topics of the event, without a number.
    pub base: String,
}

async fn about(reader: &Reader, site: &Site, seen: &Seen, shown: Shown) -> Result<About, Failed> {
    let db = site.db.read();
    let base = reader.to(&format!("/events/{}/topics", seen.event.slug));
    let other = shown.merged_into.clone().into_iter().collect();
    let other = topics::show(db, site, &reader.actor, other).await?;
    Ok(About {
        open: takes_topics(&seen.event),
        signed_in: reader.actor.me.is_some(),
        manages: seen.may(Right::ManageTopics),
        unnamed: shown.own && shown.topic.author_sealed.is_some(),
        follows: follow::looked(site, &reader.actor, &shown.topic).await?,
        waiting: merge::waiting(db, shown.topic.id).await?,
        supports_other: other.first().is_some_and(|other| other.supported || !other.is_open()),
        files: if shown.hidden.is_none() { topics::listed(db, shown.topic.id).await? } else { Vec::new() },
        outcomes: outcomes::of_topic(site, &reader.actor, &seen.event, shown.topic.id).await?,
        own_words: moderate::own_words(db, site, &reader.actor, &shown.topic).await?,
        href: format!("{base}/{}", shown.topic.number),
        base,
        shown,
    })
}

async fn page(reader: &Reader, site: &Site, (slug, number): (&str, i32), wanted: Wanted, form: Submitted, code: StatusCode) -> Page {
    let lang = reader.lang;
    let (seen, shown) = load(reader, site, slug, number).await?;
    let round = rounds::newest(site, seen.event.id).await?;
    let inner = Inner::new(reader, site, &seen.event, Open::Topics, round);
    let lines = told::of(site.db.read(), shown.topic.id).await?;
    // Only of a topic whose lines say that it was passed anywhere.
    let passed = lines.iter().any(|line| matches!(line.row.happening.0, Happening::Passed | Happening::Raised));
    let ids: Vec<i64> = passed.then_some(shown.topic.id).into_iter().collect();
    let chain = if passed { passes::chain(site.db.read(), &reader.actor, &ids).await? } else { Default::default() };
    let passable = passes::open_to_passing(&seen.event, &shown.topic, shown.hidden.is_some()).is_ok();
    let about = about(reader, site, &seen, shown).await?;
    let talk = discussion::load(reader, site, &about.shown.topic, &wanted).await?;
    let others = if about.manages { topics::list(site.db.read(), site, &reader.actor, seen.event.id).await? } else { Vec::new() };
    let (title, written_in) = about.shown.topic.title.0.pick_with_lang(lang);
    let (title, written_in) = (title.to_owned(), (written_in != lang).then(|| written_in.code()));
    let meta = Meta::new(title.clone()).area(Area::Events);
    let sign_in = reader.sign_in();
    Ok(render(reader, meta, code, move || {
        let led = led(reader, slug, &about);
        let way =
            pass::section(reader, about.shown.topic.id, chain.get(&about.shown.topic.id), about.manages.then_some(about.href.as_str()));
        let pass_up = (about.manages && passable).then(|| pass::link(lang, &about.href));
        let lines = timeline::section(lang, lines, &about.base, slug);
        let discussion = discussion::section(lang, &about, talk, &form, &sign_in);
        view! {
            {inner.head_in(title, written_in)}
            <div class="cols side">
                <div class="stack">
                    {news(lang, &about)}
                    {facts(lang, &about)}
                    {summary(&about)} {links(lang, &about)} {attached(lang, &about)}
                    <p><a class="plain" href=about.base.clone()>{t(lang, "topic-all")}</a></p>
                </div>
                <div class="mine">
                    {supporting(lang, &about, &sign_in)}
                    {about.signed_in.then(|| following(lang, &about))}
                    {editing(lang, &about)}
                    {about.manages.then(|| manage(lang, &about, others, &form))}
                    {pass_up.map(|link| view! { <section>{link}</section> })}
                </div>
            </div>
            <div class="below">{way} {led} {lines} {discussion}</div>
        }
    }))
}

/// What came of it: decisions, actions, information; for organisers the way to record more.
fn led(reader: &Reader, slug: &str, about: &About) -> Option<AnyView> {
    let lang = reader.lang;
    let base = about.manages.then(|| reader.to(&format!("/organise/events/{slug}/outcomes")));
    let list = (!about.outcomes.is_empty()).then(|| outcome_list(reader, slug, &about.outcomes, base.as_deref()));
    let record = base.map(|base| {
        let href = format!("{base}?topic={}", about.shown.topic.id);
        view! { <p class="actions"><a class="plain" href=href>{t(lang, "outcomes-record")}</a></p> }
    });
    (list.is_some() || record.is_some())
        .then(|| view! { <Section id="led" title=t(lang, "outcomes-led")>{list} {record}</Section> }.into_any())
}

/// What the reader must not overlook: hidden, merged, asked to merge.
fn news(lang: Lang, about: &About) -> impl IntoView + use<> {
    let hidden = about.shown.hidden.as_ref().map(|reason| {
        let reason = view! { <Said text=reason/> }.into_any();
        let own = about.own_words.as_ref().map(|words| {
            let title = view! { <Said text=&words.title.0/> }.into_any();
            let summary = words.summary.as_ref().map(|summary| view! { <Markdown text=&summary.0/> }.into_any());
            view! { <p class="small">{t(lang, "talk-only-you")}</p><p><b>{title}</b></p>{summary} }
        });
        view! { <Notice title=t(lang, "talk-hidden-topic")><p>{reason}</p>{own}</Notice> }
    });
    view! { {hidden} {merged(lang, about)} {asked(lang, about)} }
}

fn merged(lang: Lang, about: &About) -> Option<AnyView> {
    let other = about.shown.merged_into.as_ref()?;
    let (href, title) = (format!("{}/{}", about.base, other.number), view! { <Said text=&other.title.0/> }.into_any());
    let move_on = (about.shown.supported && !about.supports_other && about.open).then(|| {
        view! {
            <p>{t(lang, "merge-support-stays")}</p>
            <div class="actions">{support_button(lang, &href, false, "topic")}</div>
        }
    });
    let number = other.number;
    let view = view! {
        <Notice calm=true title=t(lang, "merge-done-title")>
            <p><a href=href>{number} ". " {title}</a></p>
            {move_on}
        </Notice>
    };
    Some(view.into_any())
}

fn asked(lang: Lang, about: &About) -> Option<AnyView> {
    let into = &about.waiting.as_ref()?.into;
    let (href, title) = (format!("{}/{}", about.base, into.number), view! { <Said text=&into.title.0/> }.into_any());
    let number = into.number;
    let other = view! { <p><a href=href>{number} ". " {title}</a></p> };
    let act = about.href.clone();
    let view = if about.shown.own {
        let unnamed = about.unnamed.then(|| view! { <p>{t(lang, "merge-unnamed")}</p> });
        view! {
            <Notice title=t(lang, "merge-asked-title")>
                {other}
                <p>{t(lang, "merge-asked")}</p>
                {unnamed}
                <form method="post" action=act class="actions">
                    <button class="button" type="submit" name="do" value="merge-accept">{t(lang, "merge-accept")}</button>
                    <button class="plain" type="submit" name="do" value="merge-refuse">{t(lang, "merge-refuse")}</button>
                </form>
            </Notice>
        }
        .into_any()
    } else {
        let withdraw = about.manages.then(|| {
            view! { <form method="post" action=act class="actions"><button class="plain" type="submit" name="do" value="merge-withdraw">{t(lang, "merge-withdraw")}</button></form> }
        });
        view! { <Notice calm=true title=t(lang, "merge-waits-title")>{other}<p>{t(lang, "merge-waits")}</p>{withdraw}</Notice> }.into_any()
    };
    Some(view)
}

fn facts(lang: Lang, about: &About) -> impl IntoView + use<> {
    let (shown, topic) = (&about.shown, &about.shown.topic);
    let author = shown.author.clone().unwrap_or_else(|| by(lang, topic.author_sealed.is_some()));
    let stands = status(lang, topic.status.0);
    let reason = topic.reason.as_ref().map(|reason| lines(&reason.0));
    let minutes = t!(lang, "topics-minutes", n = topic.minutes);
    let origin = topic.origin.as_ref().map(|origin| view! { <Said text=&origin.0/> }.into_any());
    let readable = shown.hidden.is_none();
    let wanted = topic.wanted.filter(|_| readable).map(|wanted| beside::wanted(lang, wanted.0));
    let area = topic.area.clone().filter(|_| readable);
    let edited = topic.edited_on.as_deref().filter(|_| readable).map(|on| {
        let said = t!(lang, "topic-edited-on", day = day(lang, on));
        view! { <p class="small"><a href=format!("{}/versions", about.href)>{said}</a></p> }
    });
    let on = t!(lang, "topic-on", day = day(lang, &topic.proposed_on));
    view! {
        <Facts>
            <Fact label=t(lang, "topic-status")><p><b>{stands}</b></p>{reason}</Fact>
            <Fact label=t(lang, "topic-minutes")><p>{minutes}</p></Fact>
            <Fact label=t(lang, "topic-by")><p>{author}</p><p class="small quiet">{on}</p>{edited}</Fact>
            {wanted.map(|wanted| view! { <Fact label=t(lang, "topic-wanted-name")><p>{wanted}</p></Fact> })}
            {area.map(|area| view! { <Fact label=t(lang, "topic-area-name")><p>{area}</p></Fact> })}
            {origin.map(|origin| view! { <Fact label=t(lang, "topic-origin")><p>{origin}</p></Fact> })}
        </Facts>
    }
}

/// A published reason or answer, line by line.
pub(super) fn lines(text: &Text) -> AnyView {
    view! { <p class="lines"><Said text=text/></p> }.into_any()
}

fn summary(about: &About) -> impl IntoView + use<> {
    about.shown.topic.summary.as_ref().map(|summary| view! { <Markdown text=&summary.0/> }.into_any())
}

fn links(lang: Lang, about: &About) -> Option<AnyView> {
    about.shown.hidden.is_none().then(|| beside::links(lang, &about.shown.topic.links.0))?
}

fn attached(lang: Lang, about: &About) -> Option<AnyView> {
    let list = files::list(lang, &about.href, &about.files, false)?;
    Some(view! { <div class="links"><h2 class="small quiet">{t(lang, "files-name")}</h2>{list}</div> }.into_any())
}

/// For its author and for organisers: to change it, and to write the language that is missing.
fn editing(lang: Lang, about: &About) -> Option<AnyView> {
    let topic = &about.shown.topic;
    let may = (about.shown.own || about.manages) && about.open && about.shown.is_open();
    may.then(|| {
        let summary = topic.summary.as_ref().and_then(|summary| topics::missing(&summary.0));
        let translate = topics::missing(&topic.title.0).or(summary).map(|_| {
            view! { <a class="plain" href=format!("{}/translate", about.href)>{t(lang, "topic-translate")}</a> }
        });
        let title = if about.shown.own { t(lang, "topic-yours") } else { t(lang, "topic-edit-title") };
        view! {
            <section aria-labelledby="edit-name">
                <h2 id="edit-name">{title}</h2>
                <p class="actions"><a class="plain" href=format!("{}/edit", about.href)>{t(lang, "topic-edit")}</a> " " <a class="plain" href=format!("{}/files", about.href)>{t(lang, "files-title")}</a> " " {translate}</p>
            </section>
        }
        .into_any()
    })
}

fn supporting(lang: Lang, about: &About, sign_in: &str) -> AnyView {
    let shown = &about.shown;
    let n = i64::from(shown.supporters);
    let mine = if shown.supported { view! { <p>{t(lang, "topic-you-support")}</p> }.into_any() } else { ().into_any() };
    let act = match (shown.is_open() && about.open, about.signed_in) {
        (false, _) => ().into_any(),
        (true, true) => view! { <div class="actions">{support_button(lang, &about.href, shown.supported, "topic")}</div> }.into_any(),
        (true, false) => {
            view! { <p class="actions"><a class="plain" href=sign_in.to_owned()>{t(lang, "topic-sign-in")}</a></p> }.into_any()
        }
    };
    let say =
        if shown.topic.status.0 == Status::Merged { t!(lang, "topic-supported-by", n = n) } else { t!(lang, "topic-supporters", n = n) };
    view! {
        <section aria-labelledby="support-name">
            <h2 id="support-name">{t(lang, "topic-support")}</h2>
            <p class="say">{say}</p>
            {mine} {act}
        </section>
    }
    .into_any()
}

fn following(lang: Lang, about: &About) -> impl IntoView + use<> {
    let on = about.follows.following;
    let say = if on { t(lang, "talk-you-follow") } else { t(lang, "talk-you-do-not-follow") };
    let (what, label) = if on { ("unfollow", t(lang, "talk-unfollow")) } else { ("follow", t(lang, "talk-follow")) };
    let report = format!("{}/report", about.href);
    let reports = (!about.shown.own && about.shown.hidden.is_none())
        .then(|| view! { <a class="plain" href=report>{t(lang, "talk-report-topic")}</a> });
    view! {
        <section aria-labelledby="follow-name">
            <h2 id="follow-name">{t(lang, "talk-follow-name")}</h2>
            <p>{say}</p>
            <form method="post" action=about.href.clone() class="actions">
                <button class="plain" type="submit" name="do" value=what>{label}</button>
                {reports}
            </form>
        </section>
    }
}
