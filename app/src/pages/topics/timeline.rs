//! What became of a topic, line by line.

use super::show::lines;
use super::words::day;
use crate::page::lang as page_lang;
use crate::text::t;
use crate::ui::{Said, Section};
use backend::service::talk::timeline::Told;
use backend::words::happening;
use domain::text::Lang;
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
        view! { <p><a href=href>{*number} ". " {title}</a></p> }
    });
    let round = told.round.map(|number| {
        let href = format!("/{}/events/{slug}/rounds/{number}", page_lang().code());
        view! { " " <a href=href>{t!(lang, "timeline-round", n = i64::from(number))}</a> }
    });
    view! {
        <li>
            <time datetime=told.row.on_date.clone()>{date}</time>
            <div><p>{happening::sentence(lang, &told)} {round}</p>{other}{reason}</div>
        </li>
    }
}
