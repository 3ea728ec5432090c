//! Twelve months of the embassies' briefings.

use super::words;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Said, Section};
use crate::when::month_name;
use backend::service::organise::{Briefed, Briefings, Month};
use domain::text::Lang;
use leptos::prelude::*;

const HOME: &str = r#"<circle class="f" cx="8" cy="8" r="7.5"/>"#;
const TOURING: &str = r#"<path class="o" d="M8 1.2 14.8 8 8 14.8 1.2 8z"/>"#;

/// The table with its key.
pub fn section(reader: &Reader, briefings: &Briefings) -> AnyView {
    let lang = reader.lang;
    let months = briefings.months.iter().map(|month| {
        let name = month_name(lang, month.month());
        let short: String = name.chars().take(3).collect();
        view! { <th scope="col"><abbr title=name>{short}</abbr></th> }
    });
    let months = months.collect::<Vec<_>>();
    let rows = briefings.rows.iter().map(|row| one(reader, row)).collect::<Vec<_>>();
    let key = |inside: &'static str, words: String| {
        view! { <li><svg class="mark" viewBox="0 0 16 16" aria-hidden="true" inner_html=inside></svg> " " {words}</li> }
    };
    view! {
        <Section id="briefings" title=t(lang, "briefings-title") note=t(lang, "briefings-note") wide=true>
            <div class="scroll" tabindex="0" role="group" aria-label=t(lang, "briefings-title")>
                <table class="yearview">
                    <caption class="visually-hidden">{t(lang, "briefings-title")}</caption>
                    <thead><tr><th scope="col">{t(lang, "briefings-host")}</th>{months}<th scope="col" class="last">{t(lang, "briefings-last")}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <ul class="legend">{key(HOME, t(lang, "briefings-home"))}{key(TOURING, t(lang, "briefings-touring"))}</ul>
        </Section>
    }
    .into_any()
}

fn one(reader: &Reader, row: &Briefed) -> AnyView {
    let lang = reader.lang;
    let cells = row.months.iter().enumerate().map(|(i, month)| cell(lang, *month, i + 1 == row.months.len())).collect::<Vec<_>>();
    let last = match row.last {
        Some(day) if row.quiet => t!(lang, "briefings-long-ago", day = words::day(lang, day)),
        Some(day) => words::day(lang, day),
        None => t(lang, "briefings-never"),
    };
    let href = reader.to(&format!("/hosts/{}", row.host.slug));
    let name = view! { <Said text=&row.host.name.0/> }.into_any();
    view! {
        <tr class=row.quiet.then_some("gap")><th scope="row"><a href=href>{name}</a></th>{cells}<td class="last">{last}</td></tr>
    }
    .into_any()
}

fn cell(lang: Lang, month: Month, now: bool) -> AnyView {
    let mark = |inside: &'static str, words: String| {
        view! { <svg class="mark" viewBox="0 0 16 16" role="img" aria-label=words inner_html=inside></svg> }
    };
    let home = month.home.then(|| mark(HOME, t(lang, "briefings-home")));
    let touring = month.touring.then(|| mark(TOURING, t(lang, "briefings-touring")));
    view! { <td class=now.then_some("is-now")>{home}{touring}</td> }.into_any()
}
