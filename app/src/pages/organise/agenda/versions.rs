//! Two versions of a session beside each other: what somebody else has saved, and what was typed meanwhile.

use super::fields::{BREAK, fill};
use crate::form::Submitted;
use crate::text::t;
use crate::ui::{self, Named, in_both};
use crate::when::{Form, date, time};
use backend::service::agenda::Shown;
use backend::service::topics::Shown as Topic;
use domain::text::Lang;
use domain::time::LocalTime;
use leptos::prelude::*;

/// The fields in which they differ; nothing where there are none.
pub fn versions(lang: Lang, theirs: &Shown, mine: &Submitted, topics: &[Topic]) -> Option<AnyView> {
    ui::versions(lang, names(lang), &fill(theirs), mine, |form, field| said(lang, form, field, topics))
}

fn names(lang: Lang) -> Vec<Named> {
    let both = |fields, name: &str| in_both(lang, fields, &t(lang, name)).to_vec();
    let one = |field, name: &str| vec![(field, t(lang, name))];
    [
        one("kind", "agenda-kind"),
        both(["title.lv", "title.en"], "agenda-session-title"),
        one("starts_local", "organise-starts"),
        one("duration_minutes", "agenda-minutes"),
        one("run", "agenda-run"),
        both(["room.lv", "room.en"], "agenda-room"),
        one("online_url", "organise-online-url"),
        one("speakers", "agenda-speakers"),
        one("chairs", "agenda-chairs"),
        one("topic", "agenda-from-topic"),
        one("part", "agenda-part"),
        both(["group.lv", "group.en"], "agenda-group"),
        one("language", "agenda-language"),
        one("chatham_house", "agenda-chatham"),
        one("materials", "agenda-materials"),
        one("capacity", "agenda-capacity"),
    ]
    .concat()
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
