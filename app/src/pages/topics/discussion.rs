//! What is said about a topic, and the form to say something.

use super::manage::sent;
use super::show::{About, Wanted};
use super::words::day;
use crate::failure::Failed;
use crate::form::Submitted;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Checkbox, Empty, ErrorSummary, Field, Pager, Said, Section, Select, Spoken};
use backend::entity::topic;
use backend::service::talk::comments::NewComment;
use backend::service::talk::discussion::{self, Part, Shown, Writer};
use backend::service::talk::mentions;
use backend::service::talk::stances::{self, Stances};
use backend::{Error, Site};
use domain::comment::{Stance, State, TEXT_MAX};
use domain::text::Lang;
use domain::topic::Status;
use leptos::prelude::*;

/// So many comments a page.
const PART: usize = 50;

/// One part of a discussion.
pub(super) struct Talk {
    comments: Vec<Shown>,
    all: u64,
    next: Option<(i64, i64)>,
    first: bool,
    stances: Stances,
    /// Only comments that take it are shown.
    only: Option<Stance>,
    /// Who can be named, and is marked where they are.
    names: Vec<String>,
}

/// So many are offered; whoever reads the discussion finds the others in it.
const OFFERED: usize = 12;

/// The names that stand in a topic, if they are needed.
pub(super) async fn names(site: &Site, topic: &topic::Model, needed: bool) -> Result<Vec<String>, Failed> {
    if !needed {
        return Ok(Vec::new());
    }
    Ok(mentions::writers(site.db.read(), topic).await?.into_iter().map(|writer| writer.name).collect())
}

/// Whether a name could be in it.
pub(super) fn calls(comment: &Shown) -> bool {
    comment.text.as_ref().is_some_and(|text| [&text.lv, &text.en].into_iter().flatten().any(|words| words.contains('@')))
}

pub(super) async fn load(reader: &Reader, site: &Site, topic: &topic::Model, wanted: &Wanted) -> Result<Talk, Failed> {
    let after = wanted.after.as_deref();
    let only = wanted.stance.as_deref().map(|raw| raw.parse::<Stance>().map_err(|_| Failed::NotFound)).transpose()?;
    let place = |after: &str| after.split_once('.').and_then(|(thread, id)| Some((thread.parse().ok()?, id.parse().ok()?)));
    let from = after.map_or(Some((0, 0)), place).ok_or(Failed::NotFound)?;
    let limit = u64::try_from(PART + 1).unwrap_or(u64::MAX);
    let part = Part { after: from, limit, stance: only };
    let mut comments = discussion::part(site.db.read(), site, &reader.actor, topic.id, part).await?;
    let more = comments.len() > PART;
    comments.truncate(PART);
    let next = comments.last().filter(|_| more).map(Shown::place);
    let stances = stances::count(site.db.read(), topic.id).await?;
    let names = names(site, topic, reader.actor.me.is_some() || comments.iter().any(calls)).await?;
    let all = discussion::count(site.db.read(), topic.id).await?;
    Ok(Talk { comments, all, next, first: after.is_none(), stances, only, names })
}

/// The comment of the form, in the language of the page it was typed on.
pub(super) fn typed(lang: Lang, form: &Submitted, parent: Option<i64>) -> NewComment {
    NewComment {
        text: form.get("text").to_owned(),
        language: lang,
        parent,
        anonymous: form.has("anonymous", "yes"),
        stance: stance_of(form),
    }
}

/// What is none of the three says nothing, as the list's first line does.
pub(super) fn stance_of(form: &Submitted) -> Option<Stance> {
    form.get("stance").parse().ok()
}

pub(super) fn section(lang: Lang, about: &About, talk: Talk, form: &Submitted, sign_in: &str) -> impl IntoView + use<> {
    let open = about.open && about.shown.topic.status.0 != Status::Merged && about.shown.hidden.is_none();
    let note = t!(lang, "talk-count", n = i64::try_from(talk.all).unwrap_or(i64::MAX));
    let list = if talk.comments.is_empty() {
        let next = open.then(|| view! { <p>{t(lang, "talk-none-next")}</p> });
        view! { <Empty say=t(lang, "talk-none")>{next}</Empty> }.into_any()
    } else {
        let rows = talk.comments.iter().map(|comment| row(lang, about, comment, open, &talk.names)).collect::<Vec<_>>();
        let only = talk.only.map(|only| format!("stance={}&", <&str>::from(only))).unwrap_or_default();
        let next = talk.next.map(|(thread, id)| format!("{}?{only}after={thread}.{id}#discussion", about.href));
        let first = (!talk.first).then(|| format!("{}?{only}#discussion", about.href));
        view! { <ol class="talk">{rows}</ol> <Pager first=first next=next/> }.into_any()
    };
    let say = match (open, about.signed_in) {
        (false, _) => view! { <p class="quiet">{t(lang, "talk-closed")}</p> }.into_any(),
        (true, false) => {
            view! { <p class="actions"><a class="button" href=sign_in.to_owned()>{t(lang, "talk-sign-in")}</a></p> }.into_any()
        }
        (true, true) => comment_form(lang, about, &talk.names, &sent(form, "comment")).into_any(),
    };
    let heads = heads(lang, about, &talk);
    view! { <Section id="discussion" title=t(lang, "talk-name") note=note>{heads} {list} {say}</Section> }
}

/// How many people stand where, each a way to their comments.
fn heads(lang: Lang, about: &About, talk: &Talk) -> Option<AnyView> {
    let counts = talk.stances;
    let one = |stance: Stance, n: u64| {
        let words = format!("{} {n}", stance_word(lang, stance));
        let href = format!("{}?stance={}#discussion", about.href, <&str>::from(stance));
        let chosen = (talk.only == Some(stance)).then_some("true");
        if n == 0 {
            view! { <li>{words}</li> }.into_any()
        } else {
            view! { <li><a href=href aria-current=chosen>{words}</a></li> }.into_any()
        }
    };
    let rows = [(Stance::For, counts.in_favour), (Stance::Against, counts.against), (Stance::Neutral, counts.neutral)];
    let rows = Vec::from(rows.map(|(stance, n)| one(stance, n)));
    let all = talk.only.map(|_| view! { <li><a href=format!("{}#discussion", about.href)>{t(lang, "stance-all")}</a></li> });
    (!counts.is_empty() || talk.only.is_some()).then(|| {
        view! {
            <ul class="stances" aria-label=t(lang, "stance-name")>{rows} {all}</ul>
            <p class="small quiet">{t(lang, "stance-note")}</p>
        }
        .into_any()
    })
}

/// In words.
pub(super) fn stance_word(lang: Lang, stance: Stance) -> String {
    match stance {
        Stance::For => t(lang, "stance-for"),
        Stance::Against => t(lang, "stance-against"),
        Stance::Neutral => t(lang, "stance-neutral"),
    }
}

/// Where one stands, or nothing.
pub(super) fn stance_field(lang: Lang, form: &Submitted) -> impl IntoView + use<> {
    let options = [Stance::For, Stance::Against, Stance::Neutral].map(|one| (<&str>::from(one).to_owned(), stance_word(lang, one)));
    view! { <Select form=form name="stance" label=t(lang, "stance-yours") help=t(lang, "stance-yours-note") options=options.to_vec() blank=true optional=true/> }
}

fn comment_form(lang: Lang, about: &About, names: &[String], form: &Submitted) -> impl IntoView + use<> {
    view! {
        <form method="post" action=format!("{}#discussion", about.href) novalidate=true>
            <ErrorSummary form=form/>
            <input type="hidden" name="do" value="comment"/>
            {fields(lang, form, about.unnamed, names, t(lang, "talk-say"))}
            {stance_field(lang, form)}
            <p class="actions"><button class="button main" type="submit">{t(lang, "talk-say-do")}</button></p>
        </form>
    }
}

/// The words, and the choice of who proposed the topic without a name.
pub(super) fn fields(lang: Lang, form: &Submitted, unnamed: bool, names: &[String], label: String) -> impl IntoView + use<> {
    // Who comes back without thinking of it should not give themselves away.
    let form = if unnamed && form.get("do").is_empty() { form.clone().with("anonymous", "yes") } else { form.clone() };
    let choice = unnamed
        .then(|| view! { <Checkbox form=&form name="anonymous" label=t(lang, "topics-without-name") note=t(lang, "talk-unnamed-note")/> });
    view! {
        <Field form=&form name="text" label=label help=t(lang, "talk-say-note") kind="textarea" max=TEXT_MAX/>
        {offered(lang, names)}
        {choice}
    }
}

/// Whom `@` and a name reaches.
fn offered(lang: Lang, names: &[String]) -> impl IntoView + use<> {
    let name = |name: &String| view! { " " <bdi translate="no">{format!("@{name}")}</bdi> };
    let names = names.iter().take(OFFERED).map(name).collect::<Vec<_>>();
    view! { <p class="small quiet reaches">{t(lang, "talk-mention-note")} {names}</p> }
}

/// How an answer begins: with whom it is for.
pub(super) fn addressed(lang: Lang, writer: &Writer) -> String {
    match writer {
        Writer::Named(name) => format!("@{name} "),
        Writer::Unnamed => format!("@{} ", t(lang, "talk-author-word")),
        Writer::Nobody => String::new(),
    }
}

fn row(lang: Lang, about: &About, comment: &Shown, open: bool, names: &[String]) -> impl IntoView + use<> {
    let class = if comment.parent.is_some() { "answer" } else { "" };
    let page = format!("{}/comments/{}", about.href, comment.id);
    let act = |what: &str, label: String| view! { <a class="plain" href=format!("{page}/{what}")>{label}</a> };
    let shown = comment.state == State::Shown && about.signed_in;
    let answer = (shown && open && comment.parent.is_none()).then(|| act("answer", t(lang, "talk-answer")));
    let edit = (comment.own && comment.state != State::Removed).then(|| act("edit", t(lang, "talk-edit")));
    let report = (shown && !comment.own).then(|| act("report", t(lang, "talk-report")));
    let acts = (answer.is_some() || edit.is_some() || report.is_some()).then(|| view! { <p class="acts">{answer} {edit} {report}</p> });
    view! { <li class=class id=format!("comment-{}", comment.id)>{said(lang, comment, &page, names)} {acts}</li> }
}

/// Who said it, when, and what; or what stands in its place.
pub(super) fn said(lang: Lang, comment: &Shown, page: &str, names: &[String]) -> impl IntoView + use<> {
    let written = day(lang, &comment.written_on);
    let hidden = comment.reason.as_ref().map(|reason| {
        let reason = view! { <Said text=reason/> }.into_any();
        let own = comment.own.then(|| view! { <p class="small">{t(lang, "talk-only-you")}</p> });
        view! { <p class="gone">{t(lang, "talk-hidden")} " " {reason}</p> {own} }
    });
    let removed = (comment.state == State::Removed).then(|| view! { <p class="gone">{t(lang, "talk-removed")}</p> });
    let changed = comment.edited_on.as_deref().map(|on| {
        let words = t!(lang, "talk-changed", day = day(lang, on), n = i64::try_from(comment.changes).unwrap_or(i64::MAX));
        view! { " " <a href=page.to_owned()>{words}</a> }
    });
    let stance = comment.stance.map(|stance| view! { <span class="stance">{stance_word(lang, stance)}</span> " " });
    let head = comment.text.is_some().then(|| {
        view! { <p class="by"><b>{writer(lang, &comment.writer)}</b> " " {stance} <time datetime=comment.written_on.clone()>{written}</time> {changed}</p> }
    });
    // Words may be in a script that runs the other way.
    let words = comment.text.as_ref().map(|text| view! { <div dir="auto"><Spoken text=text names=names/></div> }.into_any());
    view! { {head} {hidden} {removed} {words} }
}

pub(super) fn writer(lang: Lang, writer: &Writer) -> String {
    match writer {
        Writer::Named(name) => name.clone(),
        Writer::Unnamed => t(lang, "talk-by-author"),
        Writer::Nobody => t(lang, "talk-by-nobody"),
    }
}

/// For pages that act on one comment.
pub(super) fn readable(comment: &Shown) -> Result<(), Error> {
    if comment.state == State::Removed { Err(Error::Conflict("comment_removed")) } else { Ok(()) }
}
