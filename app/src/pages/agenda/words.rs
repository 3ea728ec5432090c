//! Sessions, changes and warnings in words.

use crate::text::{list, t};
use crate::ui::Said;
use crate::when::{Form, day_month, place as city, span};
use backend::service::agenda::{Moved, Shown, Working};
use domain::agenda::{Kind, Session, SessionLanguage, Span, Speaker, Warning};
use domain::event::Run;
use domain::groups;
use domain::id::SessionId;
use domain::text::Lang;
use domain::time::Zone;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// "10:00–10:30" on the clocks of a zone.
pub fn hours(zone: &Zone, at: Span) -> String {
    span(zone.local(at.from).time.time(), zone.local(at.to).time.time())
}

/// The room, else that it is online, else nothing.
pub fn place(lang: Lang, session: &Session, online: bool) -> Option<String> {
    match &session.room {
        Some(room) => Some(room.pick(lang).to_owned()),
        None => online.then(|| t(lang, "agenda-online")),
    }
}

/// Which of the two times of an event has the session, if it is one only.
pub fn only_at(lang: Lang, session: &Session) -> Option<String> {
    session.run.map(|run| match run {
        Run::First => t(lang, "agenda-first-time-only"),
        Run::Second => t(lang, "agenda-second-time-only"),
    })
}

/// Who leads it, if anybody is named.
pub fn chaired(lang: Lang, shown: &Shown) -> Option<String> {
    (!shown.chairs.is_empty()).then(|| t!(lang, "agenda-chaired-by", names = list(lang, &shown.chairs)))
}

/// How many marked it, and of how many places; where that may be known.
pub fn signed(lang: Lang, shown: &Shown) -> Option<String> {
    let marks = i64::from(shown.marks?);
    Some(match shown.session.capacity {
        Some(capacity) => t!(lang, "agenda-places", n = marks, of = i64::from(capacity)),
        None => t!(lang, "agenda-marks", n = marks),
    })
}

/// The language it is held in, where that is said.
pub fn held_in(lang: Lang, session: &Session) -> Option<String> {
    session.language.map(|language| match language {
        SessionLanguage::Lv => t(lang, "agenda-held-in-latvian"),
        SessionLanguage::En => t(lang, "agenda-held-in-english"),
        SessionLanguage::Both => t(lang, "agenda-held-in-both"),
    })
}

/// "18 August, 10:00–10:30, Great Hall", the day only if it is wanted.
pub fn when_where(lang: Lang, zone: &Zone, shown: &Shown, with_day: bool) -> String {
    let at = shown.again.unwrap_or(shown.span);
    let day = with_day.then(|| day_month(lang, zone.local(at.from).time.date(), Form::Is));
    let place = place(lang, &shown.session, shown.online);
    [day, Some(hours(zone, at)), place, only_at(lang, &shown.session)].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// What became of a session, in a line.
pub fn change(lang: Lang, zone: &Zone, moved: &Moved) -> AnyView {
    let day = |shown: &Shown| zone.local(shown.again.unwrap_or(shown.span).from).time.date();
    let same_day = moved.was.as_ref().zip(moved.now.as_ref()).is_some_and(|(was, now)| day(was) == day(now));
    let at = |shown: &Option<Shown>| shown.as_ref().map(|shown| when_where(lang, zone, shown, !same_day)).unwrap_or_default();
    let (was, now) = (at(&moved.was), at(&moved.now));
    let (word, rest) = match moved.change.kind {
        Kind::Added => (t(lang, "agenda-added"), now),
        Kind::Moved if was != now => (t(lang, "agenda-moved"), t!(lang, "agenda-was-now", was = was, now = now)),
        Kind::Moved => (t(lang, "agenda-moved"), now),
        Kind::Changed => (t(lang, "agenda-changed"), now),
        Kind::Cancelled => (t(lang, "agenda-dropped"), t!(lang, "agenda-was", was = was)),
    };
    let title = moved.now.as_ref().or(moved.was.as_ref()).map(|shown| view! { <Said text=&shown.session.title/> }.into_any());
    view! { <b>{word}": "</b> {title} ". " <span class="quiet">{rest}</span> }.into_any()
}

/// All of them.
pub fn changes(lang: Lang, zone: &Zone, moved: &[Moved]) -> AnyView {
    let rows = moved.iter().map(|one| view! { <li>{change(lang, zone, one)}</li> }).collect::<Vec<_>>();
    view! { <ul class="dashes">{rows}</ul> }.into_any()
}

/// What is likely a mistake, in a sentence.
pub fn warning(lang: Lang, zone: &Zone, working: &Working, warning: &Warning) -> String {
    let find = |id: &SessionId| working.sessions.iter().find(|one| one.session.id == *id);
    let title = |id: &SessionId| find(id).map(|one| one.session.title.pick(lang).to_owned()).unwrap_or_default();
    let [first, second] = match warning.sessions() {
        [first, second, ..] => [title(first), title(second)],
        [first] => [title(first), String::new()],
        [] => Default::default(),
    };
    let name = |speaker: &Speaker| match speaker {
        Speaker::Named(name) => name.clone(),
        Speaker::Person(id) => working.people.get(id).cloned().unwrap_or_default(),
    };
    match warning {
        Warning::SpeakerTwice { speaker, during, .. } => {
            t!(lang, "agenda-warning-speaker", name = name(speaker), hours = hours(zone, *during), first = first, second = second)
        }
        Warning::RoomTwice { room, during, .. } => {
            let room = room.pick(lang).to_owned();
            t!(lang, "agenda-warning-room", room = room, hours = hours(zone, *during), first = first, second = second)
        }
        Warning::OutsideEvent { .. } => t!(lang, "agenda-warning-outside", first = first),
        Warning::Gap { during, .. } => t!(lang, "agenda-warning-gap", hours = hours(zone, *during), first = first, second = second),
        Warning::Overlap { during, .. } => {
            t!(lang, "agenda-warning-overlap", hours = hours(zone, *during), first = first, second = second)
        }
        Warning::SpeakerUnavailable { speaker, .. } => t!(lang, "agenda-warning-unavailable", name = name(speaker), first = first),
        Warning::RoomTooSmall { room, holds, people, .. } => {
            let room = room.pick(lang).to_owned();
            t!(lang, "agenda-warning-too-small", room = room, holds = i64::from(*holds), n = i64::from(*people), first = first)
        }
        Warning::TopicNotPlaced(topic) => t!(lang, "agenda-warning-not-placed", title = topic.title.pick(lang).to_owned()),
        Warning::LateForOnline { sessions, people } => {
            let more = sessions.len().saturating_sub(1);
            let first = sessions.first().map(title).unwrap_or_default();
            let (n, zones) = (people.values().sum::<i64>(), by_zone(lang, people));
            t!(lang, "agenda-warning-late", n = n, zones = zones, first = first, more = more)
        }
    }
}

/// " (New York 7, 5 in other places)": groups that are too small to be named are told as one, and say nothing alone.
fn by_zone(lang: Lang, people: &BTreeMap<String, i64>) -> String {
    let sizes: Vec<i64> = people.values().copied().collect();
    let shown = groups::shown(&sizes);
    let named = people.iter().zip(&shown).filter(|(_, shown)| **shown);
    let named = named.map(|((zone, people), _)| format!("{} {people}", city(lang, zone, Form::Is)));
    let rest: i64 = sizes.iter().zip(&shown).filter(|(_, shown)| !**shown).map(|(size, _)| size).sum();
    let rest = (rest > 0).then(|| t!(lang, "agenda-warning-elsewhere", n = rest));
    let named: Vec<String> = named.collect();
    if named.is_empty() {
        return String::new();
    }
    format!(" ({})", named.into_iter().chain(rest).collect::<Vec<_>>().join(", "))
}
