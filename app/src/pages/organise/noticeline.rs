//! The days before an event as a line and as a list that says the same.

mod layout;

use super::words;
use crate::text::t;
use crate::when::days_between;
use domain::text::Lang;
use jiff::civil::Date;
use layout::{Anchor, Drawn, HEIGHT, WIDTH, draw};
use leptos::prelude::*;

/// One day.
#[derive(Clone, Debug)]
pub struct Stop {
    /// When.
    pub date: Date,
    /// What.
    pub label: String,
    /// How it stands; possibly nothing.
    pub note: String,
    /// By form what `note` says in words.
    pub mark: Mark,
}

/// The form of a day on the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Done, or the event itself.
    Full,
    /// To come.
    Hollow,
    /// Passed, and not done.
    Missed,
    /// Now.
    Today,
}

/// "Today", with the days that are left.
pub fn today(lang: Lang, today: Date, date: Date) -> Stop {
    let left = days_between(today, date).max(0);
    Stop { date: today, label: t!(lang, "organise-line-today", n = left), note: String::new(), mark: Mark::Today }
}

/// The line above the list, where there is room for every word; until `safe` announcing is in time.
pub fn view(lang: Lang, mut stops: Vec<Stop>, safe: Option<Date>) -> AnyView {
    stops.sort_by_key(|stop| (stop.date, stop.mark != Mark::Today));
    let rows = stops.iter().map(|stop| {
        let class = match stop.mark {
            Mark::Today => Some("today"),
            Mark::Missed => Some("missed"),
            _ => None,
        };
        let note = (!stop.note.is_empty()).then(|| format!(", {}", stop.note));
        let strong = matches!(stop.mark, Mark::Full | Mark::Missed);
        let label = stop.label.clone();
        let label = if strong { view! { <b>{label}</b> }.into_any() } else { label.into_any() };
        view! { <li class=class><span>{words::day(lang, stop.date)}</span> <span>{label}{note}</span></li> }
    });
    let list = view! { <ol class="timeline">{rows.collect::<Vec<_>>()}</ol> };
    match draw(lang, &stops, safe) {
        Some(drawn) => view! { <div class="noticeline">{picture(drawn)} {list}</div> }.into_any(),
        None => list.into_any(),
    }
}

/// Nobody misses it who cannot see it: the list says the same.
fn picture(drawn: Drawn) -> impl IntoView {
    let safe = drawn.safe.map(|width| view! { <rect class="safe" x="20" y="86" width=width.to_string() height="18"></rect> });
    let ticks = drawn.ticks.into_iter().map(|x| view! { <path class="tick" d=format!("M{x} 104v6")></path> }).collect::<Vec<_>>();
    let leaders = drawn.labels.iter().filter_map(|label| label.leader);
    let leaders = leaders.map(|(x, to)| view! { <path class="tick" d=format!("M{x} 112V{to}")></path> }).collect::<Vec<_>>();
    let labels = drawn.labels.into_iter().map(|label| {
        let anchor = match label.anchor {
            Anchor::Start => "",
            Anchor::Middle => " mid",
            Anchor::End => " end",
        };
        let (strong, quiet) = (format!("{}{anchor}", if label.today { "a" } else { "b" }), format!("q{anchor}"));
        let second = (!label.below.is_empty())
            .then(|| view! { <text class=quiet x=label.x.to_string() y=(label.y + 17).to_string()>{label.below}</text> });
        view! { <text class=strong x=label.x.to_string() y=label.y.to_string()>{label.text}</text> {second} }
    });
    let labels = labels.collect::<Vec<_>>();
    let marks = drawn.marks.into_iter().map(|(x, mark)| match mark {
        Mark::Full => view! { <circle class="pt" cx=x.to_string() cy="104" r="6"></circle> }.into_any(),
        Mark::Hollow => view! { <circle class="hollow" cx=x.to_string() cy="104" r="5"></circle> }.into_any(),
        Mark::Missed => view! { <path class="miss" d=format!("M{} 98l12 12m0 -12l-12 12", x - 6)></path> }.into_any(),
        Mark::Today => view! { <path class="nowline" d=format!("M{x} 30V104")></path> }.into_any(),
    });
    let marks = marks.collect::<Vec<_>>();
    view! {
        <svg viewBox=format!("0 0 {WIDTH} {HEIGHT}") aria-hidden="true">
            {safe}
            <path class="axis" d="M20 104H1116"></path>
            <path class="gone" d=format!("M20 104H{}", drawn.now)></path>
            {ticks}
            {leaders}
            {marks}
            {labels}
        </svg>
    }
}
