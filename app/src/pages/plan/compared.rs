//! What the shown start buys, in words and figures, and the ten best.

use super::asked::Wanted;
use super::day_note;
use super::found::{Found, utc};
use crate::reader::Reader;
use crate::text::t;
use crate::ui::Section;
use crate::when::{Form, place, time};
use backend::words::{figure, list};
use domain::text::Lang;
use domain::time::slots::{Slot, ThereAndThen};
use leptos::prelude::*;

/// As many places are named; the others are counted.
const NAMED: usize = 5;
/// Between these hours people are awake and about.
const AWAKE: std::ops::Range<i8> = 7..22;

/// "At 10:00 Rīga 13 people in 3 places would sit there at night; at 15:00, 3; held twice, nobody."
pub fn note(lang: Lang, wanted: &Wanted, found: &Found) -> String {
    let Some(wish) = &found.wish else { return t(lang, "plan-no-wish") };
    let place = place(lang, found.first.name(), Form::Of);
    let local = |slot: &Slot| slot.starts.first().map(|at| time(found.first.local(*at).time.time())).unwrap_or_default();
    let zones = wish.by_zone.iter().filter(|there| there.night).count();
    let at = t!(
        lang,
        "plan-in-short",
        wish = time(wanted.wish),
        place = place,
        people = people(lang, wish.night_people),
        zones = zones,
        best = local(&found.once),
        fewer = people(lang, found.once.night_people)
    );
    match &found.twice {
        Some(twice) => format!("{at} {}", t!(lang, "plan-in-short-twice", people = people(lang, twice.night_people))),
        None => at,
    }
}

fn people(lang: Lang, n: u64) -> String {
    let n = i64::try_from(n).unwrap_or(i64::MAX);
    if n == 0 { t(lang, "plan-nobody") } else { t!(lang, "plan-n-people", n = n, figure = figure(lang, n)) }
}

/// Three figures, before and now, each in a sentence.
pub fn versus(lang: Lang, found: &Found) -> impl IntoView + use<> {
    let now = &found.chosen;
    let was = found.wish.as_ref().unwrap_or(&found.answer.least_total);
    let rows = [
        (
            was.night_people.to_string(),
            now.night_people.to_string(),
            t!(lang, "plan-buys-night", before = nights(lang, was), now = nights(lang, now)),
        ),
        (pain(was.worst_pain), pain(now.worst_pain), t!(lang, "plan-buys-worst", before = worst(lang, was), now = worst(lang, now))),
        (awake(was).to_string(), awake(now).to_string(), t!(lang, "plan-buys-awake", all = people(lang, found.people()))),
    ];
    let least = &found.answer.least_total;
    let least = t!(lang, "plan-buys-least", at = at(least), people = people(lang, least.night_people), worst = worst(lang, least));
    let one = |(before, now, words): (String, String, String)| {
        view! {
            <div>
                <p class="from-to">
                    <span class="visually-hidden">{t(lang, "plan-before")} " "</span> <s>{before}</s> " "
                    <span class="visually-hidden">{t(lang, "plan-now")} " "</span> <b>{now}</b>
                </p>
                <p>{words}</p>
            </div>
        }
    };
    view! { <div class="versus">{rows.into_iter().map(one).collect::<Vec<_>>()}</div> <p class="small quiet">{least}</p> }
}

/// "Vancouver 2, Auckland 1".
fn nights(lang: Lang, slot: &Slot) -> String {
    let mut there: Vec<&ThereAndThen> = slot.by_zone.iter().filter(|there| there.night).collect();
    there.sort_by_key(|there| std::cmp::Reverse(there.count));
    let mut names: Vec<String> =
        there.iter().take(NAMED).map(|there| format!("{} {}", place(lang, &there.zone, Form::Is), there.count)).collect();
    if there.len() > NAMED {
        names.push(t!(lang, "plan-more-places", n = there.len() - NAMED));
    }
    if names.is_empty() { t(lang, "plan-nobody") } else { list(lang, &names) }
}

/// "midnight in Auckland": the place it hits worst, and its clock.
fn worst(lang: Lang, slot: &Slot) -> String {
    let hit = hardest(slot);
    hit.map(|there| t!(lang, "plan-there", time = time(there.local.datetime().time()), place = place(lang, &there.zone, Form::In)))
        .unwrap_or_default()
}

fn hardest(slot: &Slot) -> Option<&ThereAndThen> {
    // The first of those that are hit alike.
    slot.by_zone.iter().rev().max_by(|a, b| a.pain.total_cmp(&b.pain))
}

fn awake(slot: &Slot) -> u64 {
    let about = |there: &&ThereAndThen| AWAKE.contains(&there.local.datetime().hour());
    slot.by_zone.iter().filter(about).map(|there| u64::from(there.count)).sum()
}

/// One decimal where there is one.
pub fn pain(pain: f64) -> String {
    let rounded = (pain * 10.0).round() / 10.0;
    format!("{rounded}")
}

/// "12:00" or "09:00 + 20:00", in UTC.
fn at(slot: &Slot) -> String {
    slot.starts.iter().map(|at| time(utc(*at).time())).collect::<Vec<_>>().join(" + ")
}

/// The ten best, and the organiser's own start under them.
pub fn ten_best(reader: &Reader, wanted: &Wanted, found: &Found) -> impl IntoView + use<> {
    let lang = reader.lang;
    let twice = wanted.runs == 2;
    let here = place(lang, found.first.name(), Form::Is);
    let several = found.answer.slots.iter().any(|slot| slot.starts.first().map(|at| utc(*at).date()) != Some(found.date()));
    let row = |slot: &Slot, base: bool| {
        let on = slot.starts.first().map(|at| utc(*at).date().to_string()).unwrap_or_default();
        let times: Vec<String> = slot.starts.iter().map(|at| time(utc(*at).time())).collect();
        let href = format!("{}#map", wanted.address(reader, &[("on", &on), ("at", &times.join(" "))]));
        let local = |run: usize| {
            slot.starts.get(run).map(|at| {
                let there = found.first.local(*at).time;
                let words = day_note(lang, domain::time::day_shift(utc(*at).date(), there.date()));
                view! { {time(there.time())} {words.map(|words| view! { " " <span class="shift">{words}</span> })} }
            })
        };
        let second = match (twice, base) {
            (true, true) => view! { {t(lang, "plan-one-run")} }.into_any(),
            _ => view! { {local(1)} }.into_any(),
        };
        let hit = hardest(slot)
            .map(|there| format!("{}, {}", place(lang, &there.zone, Form::Is), time(there.local.datetime().time())))
            .unwrap_or_default();
        let starts = if base && twice { view! { {at(slot)} }.into_any() } else { view! { <a href=href>{at(slot)}</a> }.into_any() };
        let shown = slot.starts == found.chosen.starts;
        let class = if base {
            "base"
        } else if shown {
            "best"
        } else {
            ""
        };
        let bar = format!(
            r#"<rect class="pale" y="3.5" width="132" height="1"/><rect class="{}" width="{:.1}" height="8"/>"#,
            if base { "mark2" } else { "" },
            slot.worst_pain.max(0.5)
        );
        let day = several.then(|| view! { <td>{on}</td> });
        view! {
            <tr class=class aria-current=shown.then_some("true")>
                <th scope="row">{starts}</th>{day}<td>{local(0)}</td><td>{if twice { second } else { hit.into_any() }}</td>
                <td><span class="barpair"><svg class="bar" viewBox="0 0 132 8" preserveAspectRatio="none" aria-hidden="true" inner_html=bar></svg><span>{pain(slot.worst_pain)}</span></span></td>
                <td class="num">{slot.night_people.to_string()}</td>
            </tr>
        }
    };
    let mut rows: Vec<_> = found.answer.slots.iter().map(|slot| row(slot, false)).collect();
    rows.extend(found.wish.as_ref().map(|wish| row(wish, true)));
    let third = if twice { t!(lang, "plan-second-run", place = here.clone()) } else { t(lang, "plan-hardest") };
    let day = several.then(|| view! { <th scope="col">{t(lang, "plan-day")}</th> });
    view! {
        <Section id="best" title=t(lang, "plan-best") note=t!(lang, "plan-best-note", n = wanted.step)>
            <div class="slotbox">
                <table class="slots">
                    <caption class="visually-hidden">{t(lang, "plan-best-caption")}</caption>
                    <thead><tr>
                        <th scope="col">"UTC"</th>{day}<th scope="col">{here}</th><th scope="col">{third}</th>
                        <th scope="col" class="barcol">{t(lang, "plan-hardship-there")}</th><th scope="col" class="num">{t(lang, "plan-at-night")}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </Section>
    }
}
