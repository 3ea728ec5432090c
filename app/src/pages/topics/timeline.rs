//! What became of a topic, line by line.

use super::show::lines;
use super::words::day;
use crate::page::lang as page_lang;
use crate::text::t;
use crate::ui::{Said, Section};
use backend::service::talk::timeline::Told;
use domain::text::Lang;
use domain::topic::{By, Happening};
use leptos::prelude::*;

pub(super) fn section(lang: Lang, told: Vec<Told>, base: &str, slug: &str) -> impl IntoView + use<> {
    let rows = told.into_iter().map(|line| row(lang, line, base, slug)).collect::<Vec<_>>();
    view! { <Section id="timeline" title=t(lang, "timeline-name") note=t(lang, "timeline-note")><ol class="timeline">{rows}</ol></Section> }
}

fn row(lang: Lang, told: Told, base: &str, slug: &str) -> impl IntoView + use<> {
    let date = day(lang, &told.row.on_date);
    let reason = told.row.reason.as_ref().map(|reason| lines(&reason.0));
    let other = told.other.as_ref().map(|(number, title)| {
        let (href, title) = (format!("{base}/{number}"), view! { <Said text=title/> }.into_any());
        view! { <p><a href=href>{*number} ", " {title}</a></p> }
    });
    let round = told.round.map(|number| {
        let href = format!("/{}/events/{slug}/rounds/{number}", page_lang().code());
        view! { " " <a href=href>{t!(lang, "timeline-round", n = i64::from(number))}</a> }
    });
    view! {
        <li>
            <time datetime=told.row.on_date.clone()>{date}</time>
            <div><p>{sentence(lang, &told)} {round}</p>{other}{reason}</div>
        </li>
    }
}

/// What happened and in whose part.
fn sentence(lang: Lang, told: &Told) -> String {
    match told.row.happening.0 {
        Happening::Proposed => t(lang, "timeline-proposed"),
        Happening::MergeProposed => t(lang, "timeline-merge-proposed"),
        Happening::MergeRefused => t(lang, "timeline-merge-refused"),
        Happening::MergeWithdrawn => t(lang, "timeline-merge-withdrawn"),
        Happening::Merged => t(lang, "timeline-merged"),
        Happening::Absorbed => t(lang, "timeline-absorbed"),
        Happening::Shortlisted if told.round.is_some() => t(lang, "timeline-chosen"),
        Happening::Shortlisted => t(lang, "timeline-shortlisted"),
        Happening::Scheduled => t(lang, "timeline-scheduled"),
        Happening::Answered => t(lang, "timeline-answered"),
        Happening::Declined => t(lang, "timeline-declined"),
        Happening::Reopened => t(lang, "timeline-reopened"),
        Happening::Hidden => t(lang, "timeline-hidden"),
        Happening::Restored => t(lang, "timeline-restored"),
        Happening::Edited if told.row.done_by.0 == By::Author => t(lang, "timeline-edited-author"),
        Happening::Edited => t(lang, "timeline-edited-organisers"),
        Happening::Recorded => t(lang, "timeline-recorded"),
        Happening::Commented => String::new(),
    }
}
