//! How firm a date is, and the dates of the coming years.

use crate::page::lang;
use crate::text::t;
use crate::when::large_date;
use jiff::civil::Date;
use leptos::prelude::*;

/// The mark and the word of a status: `draft`, `tentative`, `announced`, `confirmed`, `held`, `cancelled`.
#[component]
pub fn Status(
    #[prop(into)] status: String,
    /// In small letters, inside a sentence or a row.
    #[prop(optional)]
    quiet: bool,
) -> impl IntoView {
    let word = word(&status);
    let word = if quiet { word.to_lowercase() } else { word };
    view! { <span class="status">{mark(&status)} {word}</span> }
}

fn word(status: &str) -> String {
    match status {
        "draft" => t(lang(), "status-draft"),
        "tentative" => t(lang(), "status-tentative"),
        "announced" => t(lang(), "status-announced"),
        "confirmed" => t(lang(), "status-confirmed"),
        "held" => t(lang(), "status-held"),
        "cancelled" => t(lang(), "status-cancelled"),
        other => other.to_owned(),
    }
}

/// Hollow, half, full: the firmer, the fuller. A cross for cancelled, a tick for held, a dashed ring for a draft.
fn mark(status: &str) -> impl IntoView + use<> {
    let inside = match status {
        "announced" => r#"<circle class="o" cx="8" cy="8" r="6.5"/><path class="f" d="M8 1.5a6.5 6.5 0 0 1 0 13z"/>"#,
        "confirmed" => r#"<circle class="f" cx="8" cy="8" r="7.5"/>"#,
        "held" => r#"<path class="l" d="M2 8.5 6.2 13 14 3.5"/>"#,
        "cancelled" => r#"<path class="l" d="M3 3 13 13M13 3 3 13"/>"#,
        "draft" => r#"<circle class="o" cx="8" cy="8" r="6.5" stroke-dasharray="3 2.5"/>"#,
        _ => r#"<circle class="o" cx="8" cy="8" r="6.5"/>"#,
    };
    view! { <svg class="mark" viewBox="0 0 16 16" aria-hidden="true" inner_html=inside></svg> }
}

/// One date a series has.
#[derive(Clone, Debug)]
pub struct YearsDate {
    pub date: Date,
    pub status: String,
    /// The event, where there is one already.
    pub href: Option<String>,
    /// The one the page is about.
    pub this: bool,
}

/// The next dates of a series, large.
#[component]
pub fn Years(dates: Vec<YearsDate>) -> impl IntoView {
    let one = |d: YearsDate| {
        let (day, rest) = large_date(lang(), d.date);
        let time = view! { <time datetime=d.date.to_string()><span class="n">{day}</span> " " <span>{rest}</span></time> };
        let linked = match d.href {
            Some(href) => view! { <a href=href>{time}</a> }.into_any(),
            None => time.into_any(),
        };
        view! { <li class=d.this.then_some("this")>{linked}<Status status=d.status quiet=true/></li> }
    };
    view! { <ol class="years">{dates.into_iter().map(one).collect_view()}</ol> }
}
