//! Two versions of a session beside each other: what somebody else has saved, and what was typed meanwhile.

use super::fields::{BREAK, fill};
use crate::form::Submitted;
use crate::text::t;
use crate::ui::Table;
use crate::when::{Form, date, time};
use backend::service::agenda::Shown;
use backend::service::topics::Shown as Topic;
use domain::text::Lang;
use domain::time::LocalTime;
use leptos::prelude::*;

/// The fields in which they differ; nothing where there are none.
pub fn versions(lang: Lang, theirs: &Shown, mine: &Submitted, topics: &[Topic]) -> Option<AnyView> {
    let theirs = fill(theirs);
    let row = |(field, name): (&'static str, String)| {
        let said = |form: &Submitted| said(lang, form, field, topics);
        let (now, own) = (said(&theirs), said(mine));
        (now != own).then(|| {
            view! { <tr><th scope="row">{name}</th><td>{shown(lang, now)}</td><td>{shown(lang, own)}</td></tr> }
        })
    };
    let rows = names(lang).into_iter().filter_map(row).collect::<Vec<_>>();
    let heads = vec![t(lang, "changes-what"), t(lang, "agenda-theirs"), t(lang, "agenda-mine")];
    (!rows.is_empty()).then(|| view! { <Table caption=t(lang, "agenda-both-versions") heads=heads stacked=true>{rows}</Table> }.into_any())
}

fn shown(lang: Lang, words: String) -> String {
    if words.is_empty() { t(lang, "changes-nothing") } else { words }
}

fn names(lang: Lang) -> [(&'static str, String); 19] {
    let within = |name: String, language: String| format!("{name}, {language}");
    let (title, room, group) = (t(lang, "agenda-session-title"), t(lang, "agenda-room"), t(lang, "agenda-group"));
    let (lv, en) = (t(lang, "in-latvian"), t(lang, "in-english"));
    [
        ("kind", t(lang, "agenda-kind")),
        ("title.lv", within(title.clone(), lv.clone())),
        ("title.en", within(title, en.clone())),
        ("starts_local", t(lang, "organise-starts")),
        ("duration_minutes", t(lang, "agenda-minutes")),
        ("run", t(lang, "agenda-run")),
        ("room.lv", within(room.clone(), lv.clone())),
        ("room.en", within(room, en.clone())),
        ("online_url", t(lang, "organise-online-url")),
        ("speakers", t(lang, "agenda-speakers")),
        ("chairs", t(lang, "agenda-chairs")),
        ("topic", t(lang, "agenda-from-topic")),
        ("part", t(lang, "agenda-part")),
        ("group.lv", within(group.clone(), lv)),
        ("group.en", within(group, en)),
        ("language", t(lang, "agenda-language")),
        ("chatham_house", t(lang, "agenda-chatham")),
        ("materials", t(lang, "agenda-materials")),
        ("capacity", t(lang, "agenda-capacity")),
    ]
}

/// What a field says, in words.
fn said(lang: Lang, form: &Submitted, field: &str, topics: &[Topic]) -> String {
    let typed = form.get(field).trim();
    match (field, typed) {
        ("starts_local", raw) => LocalTime::parse(&raw.chars().take(16).collect::<String>())
            .map_or_else(|_| raw.to_owned(), |at| format!("{}, {}", date(lang, at.date(), Form::Is), time(at.datetime().time()))),
        ("kind", BREAK) => t(lang, "agenda-kind-break"),
        ("kind", _) => t(lang, "agenda-kind-session"),
        ("part", "supplementary") => t(lang, "agenda-supplementary"),
        ("part", _) => t(lang, "agenda-main"),
        ("run", "1") => t(lang, "agenda-first-time-only"),
        ("run", "2") => t(lang, "agenda-second-time-only"),
        ("language", "lv") => t(lang, "agenda-in-latvian"),
        ("language", "en") => t(lang, "agenda-in-english"),
        ("language", "both") => t(lang, "agenda-in-both"),
        ("chatham_house", "yes") => t(lang, "datepoll-yes"),
        ("topic", id) => topics
            .iter()
            .find(|one| one.topic.id.to_string() == id)
            .map_or_else(String::new, |one| format!("{}. {}", one.topic.number, one.topic.title.0.pick(lang))),
        ("speakers" | "chairs" | "materials", lines) => lines.lines().map(str::trim).collect::<Vec<_>>().join("; "),
        (_, typed) => typed.to_owned(),
    }
}
