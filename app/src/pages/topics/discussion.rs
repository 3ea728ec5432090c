//! What is said about a topic, and the form to say something.

use super::manage::sent;
use super::show::About;
use super::words::day;
use crate::failure::Failed;
use crate::form::Submitted;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Checkbox, Empty, ErrorSummary, Field, Markdown, Pager, Said, Section};
use backend::entity::topic;
use backend::service::talk::comments::NewComment;
use backend::service::talk::discussion::{self, Shown, Writer};
use backend::{Error, Site};
use domain::comment::{State, TEXT_MAX};
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
}

pub(super) async fn load(reader: &Reader, site: &Site, topic: &topic::Model, after: Option<&str>) -> Result<Talk, Failed> {
    let place = |after: &str| after.split_once('.').and_then(|(thread, id)| Some((thread.parse().ok()?, id.parse().ok()?)));
    let from = after.map_or(Some((0, 0)), place).ok_or(Failed::NotFound)?;
    let limit = u64::try_from(PART + 1).unwrap_or(u64::MAX);
    let mut comments = discussion::part(site.db.read(), site, &reader.actor, topic.id, from, limit).await?;
    let more = comments.len() > PART;
    comments.truncate(PART);
    let next = comments.last().filter(|_| more).map(Shown::place);
    Ok(Talk { comments, all: discussion::count(site.db.read(), topic.id).await?, next, first: after.is_none() })
}

/// The comment of the form, in the language of the page it was typed on.
pub(super) fn typed(lang: Lang, form: &Submitted, parent: Option<i64>) -> NewComment {
    NewComment { text: form.get("text").to_owned(), language: lang, parent, anonymous: form.has("anonymous", "yes") }
}

pub(super) fn section(lang: Lang, about: &About, talk: Talk, form: &Submitted, sign_in: &str) -> impl IntoView + use<> {
    let open = about.open && about.shown.topic.status.0 != Status::Merged && about.shown.hidden.is_none();
    let note = t!(lang, "talk-count", n = i64::try_from(talk.all).unwrap_or(i64::MAX));
    let list = if talk.comments.is_empty() {
        let next = open.then(|| view! { <p>{t(lang, "talk-none-next")}</p> });
        view! { <Empty say=t(lang, "talk-none")>{next}</Empty> }.into_any()
    } else {
        let rows = talk.comments.iter().map(|comment| row(lang, about, comment, open)).collect::<Vec<_>>();
        let next = talk.next.map(|(thread, id)| format!("{}?after={thread}.{id}#discussion", about.href));
        let first = (!talk.first).then(|| format!("{}#discussion", about.href));
        view! { <ol class="talk">{rows}</ol> <Pager first=first next=next/> }.into_any()
    };
    let say = match (open, about.signed_in) {
        (false, _) => view! { <p class="quiet">{t(lang, "talk-closed")}</p> }.into_any(),
        (true, false) => {
            view! { <p class="actions"><a class="button" href=sign_in.to_owned()>{t(lang, "talk-sign-in")}</a></p> }.into_any()
        }
        (true, true) => comment_form(lang, about, &sent(form, "comment")).into_any(),
    };
    view! { <Section id="discussion" title=t(lang, "talk-name") note=note>{list} {say}</Section> }
}

fn comment_form(lang: Lang, about: &About, form: &Submitted) -> impl IntoView + use<> {
    view! {
        <form method="post" action=format!("{}#discussion", about.href) novalidate=true>
            <ErrorSummary form=form/>
            <input type="hidden" name="do" value="comment"/>
            {fields(lang, form, about.unnamed, t(lang, "talk-say"))}
            <p class="actions"><button class="button main" type="submit">{t(lang, "talk-say-do")}</button></p>
        </form>
    }
}

/// The words, and the choice of who proposed the topic without a name.
pub(super) fn fields(lang: Lang, form: &Submitted, unnamed: bool, label: String) -> impl IntoView + use<> {
    // Who comes back without thinking of it should not give themselves away.
    let form = if unnamed && form.get("do").is_empty() { form.clone().with("anonymous", "yes") } else { form.clone() };
    let choice = unnamed
        .then(|| view! { <Checkbox form=&form name="anonymous" label=t(lang, "topics-without-name") note=t(lang, "talk-unnamed-note")/> });
    view! {
        <Field form=&form name="text" label=label help=t(lang, "talk-say-note") kind="textarea" max=TEXT_MAX/>
        {choice}
    }
}

fn row(lang: Lang, about: &About, comment: &Shown, open: bool) -> impl IntoView + use<> {
    let class = if comment.parent.is_some() { "answer" } else { "" };
    let page = format!("{}/comments/{}", about.href, comment.id);
    let act = |what: &str, label: String| view! { <a class="plain" href=format!("{page}/{what}")>{label}</a> };
    let shown = comment.state == State::Shown && about.signed_in;
    let answer = (shown && open && comment.parent.is_none()).then(|| act("answer", t(lang, "talk-answer")));
    let edit = (comment.own && comment.state != State::Removed).then(|| act("edit", t(lang, "talk-edit")));
    let report = (shown && !comment.own).then(|| act("report", t(lang, "talk-report")));
    let acts = (answer.is_some() || edit.is_some() || report.is_some()).then(|| view! { <p class="acts">{answer} {edit} {report}</p> });
    view! { <li class=class id=format!("comment-{}", comment.id)>{said(lang, comment, &page)} {acts}</li> }
}

/// Who said it, when, and what; or what stands in its place.
pub(super) fn said(lang: Lang, comment: &Shown, page: &str) -> impl IntoView + use<> {
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
    let head = comment.text.is_some().then(|| {
        view! { <p class="by"><b>{writer(lang, &comment.writer)}</b> " " <time datetime=comment.written_on.clone()>{written}</time> {changed}</p> }
    });
    // Words may be in a script that runs the other way.
    let words = comment.text.as_ref().map(|text| view! { <div dir="auto"><Markdown text=text/></div> }.into_any());
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
