//! Outcomes as rows.

use crate::pages::topics::day;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::Said;
use crate::when::{Form, short_date};
use backend::service::outcomes::Shown;
use domain::outcome::Kind;
use domain::text::Lang;
use leptos::prelude::*;

/// The word of what sort of outcome it is.
pub fn kind(lang: Lang, kind: Kind) -> String {
    match kind {
        Kind::Decision => t(lang, "outcome-decision"),
        Kind::Action => t(lang, "outcome-action"),
        Kind::Information => t(lang, "outcome-information"),
    }
}

/// Outcomes of an event; `edit`: where the reader may change them, without their id.
pub fn outcomes(reader: &Reader, slug: &str, all: &[Shown], edit: Option<&str>) -> AnyView {
    let rows = all.iter().map(|one| row(reader, slug, one, edit)).collect::<Vec<_>>();
    view! { <ul class="rows outcomes">{rows}</ul> }.into_any()
}

fn row(reader: &Reader, slug: &str, one: &Shown, edit: Option<&str>) -> AnyView {
    let lang = reader.lang;
    let id = one.row.id;
    let change = edit.map(|base| {
        view! { <p class="small"><a class="plain" href=format!("{base}/{id}")>{t(lang, "outcome-change")}</a></p> }
    });
    view! { <li id=format!("outcome-{id}")>{said(lang, one)} {origin(reader, slug, one)} {change}</li> }.into_any()
}

/// What sort, by whom and when, and the words.
pub fn said(lang: Lang, one: &Shown) -> AnyView {
    let row = &one.row;
    let words = view! { <p class="lines"><Said text=&row.text.0/></p> }.into_any();
    let own = one.own.then(|| view! { <b class="own">{t(lang, "outcome-yours")}</b> " " });
    let owner = row.owner_name.clone().map(|name| view! { <span>{name}</span> " " });
    let stands = match (row.kind.0.is_to_do(), &row.done_on, &row.due_on) {
        (false, ..) => None,
        (true, Some(done), _) => Some(t!(lang, "outcome-done-on", day = day(lang, done))),
        (true, None, Some(due)) => Some(t!(lang, "outcome-due-by", day = due_by(lang, due))),
        (true, None, None) => Some(t(lang, "outcome-open")),
    };
    let stands = stands.map(|stands| view! { <span>{stands}</span> });
    view! { <p class="by"><b>{kind(lang, row.kind.0)}</b> " " {own} {owner} {stands}</p> {words} }.into_any()
}

fn due_by(lang: Lang, stored: &str) -> String {
    stored.parse().map_or_else(|_| stored.to_owned(), |date| short_date(lang, date, Form::To))
}

/// The topic and the session it came of.
fn origin(reader: &Reader, slug: &str, one: &Shown) -> Option<AnyView> {
    let topic = one.topic.as_ref().map(|(number, title)| {
        let href = reader.to(&format!("/events/{slug}/topics/{number}"));
        let title = view! { <Said text=title/> }.into_any();
        view! { <a href=href>{*number} ". " {title}</a> " " }
    });
    let session = one.session.as_ref().map(|at| {
        let href = reader.to(&format!("/events/{slug}/agenda#session-{}", at.session.id));
        let title = view! { <Said text=&at.session.title/> }.into_any();
        view! { <a href=href>{title}</a> }
    });
    (topic.is_some() || session.is_some()).then(|| view! { <p class="small from">{topic} {session}</p> }.into_any())
}
