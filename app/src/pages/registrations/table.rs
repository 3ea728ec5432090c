//! The rows, with what can be done to each.

use crate::text::t;
use crate::ui::Table;
use backend::service::registration::{Listed, Place};
use domain::event::Mode;
use domain::registration::Status;
use domain::text::Lang;
use leptos::prelude::*;

pub fn view(lang: Lang, rows: &[Listed], needs: bool, manages: bool, both: bool) -> AnyView {
    let mut heads = vec![t(lang, "registrations-person"), t(lang, "registrations-mode"), t(lang, "registrations-status")];
    heads.extend(needs.then(|| t(lang, "registrations-needs")));
    heads.extend(manages.then(|| t(lang, "registrations-do")));
    let rows = rows.iter().map(|row| one(lang, row, needs, manages, both)).collect::<Vec<_>>();
    view! { <Table caption=t(lang, "registrations-who") heads=heads stacked=true>{rows}</Table> }.into_any()
}

fn one(lang: Lang, row: &Listed, needs: bool, manages: bool, both: bool) -> AnyView {
    let who = if row.name.is_empty() { row.email.clone() } else { row.name.clone() };
    let address = (!row.name.is_empty()).then(|| view! { <br/><span class="small quiet">{row.email.clone()}</span> });
    let needs = needs.then(|| view! { <td class="lines">{row.needs.clone()}</td> });
    let acts = manages.then(|| view! { <td>{acts(lang, &row.place, &who, both)}</td> });
    let mode = crate::ui::mode(lang, row.place.mode.into());
    view! { <tr><th scope="row">{who.clone()}{address}</th><td>{mode}</td><td>{status(lang, &row.place)}</td>{needs}{acts}</tr> }.into_any()
}

fn status(lang: Lang, place: &Place) -> String {
    let own = match (place.status, place.position) {
        (Status::Waitlisted, Some(position)) => t!(lang, "registrations-in-line", position = position),
        _ => t(lang, "registrations-has-place"),
    };
    match place.waiting {
        Some((mode, position)) => format!("{own} {}", t!(lang, "registrations-wants", mode = in_mode(lang, mode), position = position)),
        None => own,
    }
}

fn in_mode(lang: Lang, mode: Mode) -> String {
    if mode == Mode::Online { t(lang, "registrations-to-online") } else { t(lang, "registrations-to-room") }
}

/// Names stand in the buttons for those who hear the page instead of seeing the row.
fn acts(lang: Lang, place: &Place, who: &str, both: bool) -> AnyView {
    let to = if place.waiting.is_some() { place.mode } else { place.mode.other() };
    let label = match (place.waiting, to) {
        (Some(_), _) => t(lang, "registrations-end-waiting"),
        (None, Mode::InPerson) => t(lang, "registrations-move-room"),
        (None, Mode::Online) => t(lang, "registrations-move-online"),
    };
    let mode: &str = to.into();
    let name = || view! { <span class="visually-hidden">": "{who.to_owned()}</span> };
    let other = both.then(|| view! { <button class="plain" type="submit" name="do" value="move">{label}{name()}</button> " " });
    let cancel = view! { <button class="plain" type="submit" name="do" value="cancel">{t(lang, "registrations-cancel")}{name()}</button> };
    view! {
        <form method="post" novalidate=true>
            <input type="hidden" name="id" value=place.id.to_string()/>
            <input type="hidden" name="mode" value=mode/>
            {other}
            {cancel}
        </form>
    }
    .into_any()
}
