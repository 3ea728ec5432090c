//! The same in figures, for whoever cannot see the map.

use super::compared::pain;
use super::day_note;
use super::found::Found;
use crate::text::t;
use crate::ui::Table;
use crate::when::{Form, place, time};
use domain::text::Lang;
use leptos::prelude::*;

/// Every place: its people, its clock, its hardship, and what the organiser's own start would be there.
pub fn table(lang: Lang, found: &Found) -> impl IntoView + use<> {
    let twice = found.chosen.starts.len() > 1;
    let mut heads =
        vec![t(lang, "plan-place"), t(lang, "plan-people"), t(lang, "plan-local"), t(lang, "plan-hardship"), t(lang, "plan-wished")];
    if twice {
        heads.insert(2, t(lang, "plan-run"));
    }
    let rows = found.rows.iter().filter_map(|row| {
        let there = found.there(row)?;
        let shift = day_note(lang, there.day_shift);
        let night = there.night.then(|| t(lang, "plan-night"));
        let wished = found.wish.as_ref().and_then(|wish| wish.by_zone.get(row.index));
        let wished = wished.map(|there| format!("{}, {}", time(there.local.datetime().time()), pain(there.pain))).unwrap_or_default();
        let run = twice.then(|| view! { <td>{there.run.to_string()}</td> });
        let note: String = shift.into_iter().chain(night).map(|note| format!(", {note}")).collect();
        Some(view! {
            <tr>
                <th scope="row">{place(lang, row.zone.name(), Form::Is)}</th><td>{row.count.to_string()}</td>{run}
                <td>{time(there.local.datetime().time())}{note}</td><td>{pain(there.pain)}</td><td>{wished}</td>
            </tr>
        })
    });
    let rows = rows.collect::<Vec<_>>();
    view! {
        <details>
            <summary>{t!(lang, "plan-show-all", n = found.rows.len())}</summary>
            <Table caption=t(lang, "plan-figures-caption") heads=heads>{rows}</Table>
        </details>
    }
}
