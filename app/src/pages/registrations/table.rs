//! The rows, with what can be done to each.

use crate::text::t;
use crate::ui::Table;
use backend::service::registration::{Listed, Place};
use domain::registration::{Spot, Status};
use domain::text::Lang;
use leptos::prelude::*;

pub fn view(lang: Lang, rows: &[Listed], needs: bool, manages: bool, offered: &[Spot]) -> AnyView {
    let mut heads = vec![t(lang, "registrations-person"), t(lang, "registrations-mode"), t(lang, "registrations-status")];
    heads.extend(needs.then(|| t(lang, "registrations-needs")));
    heads.extend(manages.then(|| t(lang, "registrations-do")));
    let rows = rows.iter().map(|row| one(lang, row, needs, manages, offered)).collect::<Vec<_>>();
    view! { <Table caption=t(lang, "registrations-who") heads=heads stacked=true>{rows}</Table> }.into_any()
}

fn one(lang: Lang, row: &Listed, needs: bool, manages: bool, offered: &[Spot]) -> AnyView {
    let who = if row.name.is_empty() { row.email.clone() } else { row.name.clone() };
    let address = (!row.name.is_empty()).then(|| view! { <br/><span class="small quiet">{row.email.clone()}</span> });
    let needs = needs.then(|| view! { <td class="lines">{row.needs.clone()}</td> });
    let acts = manages.then(|| view! { <td>{acts(lang, &row.place, &who, offered)}</td> });
    let mode = crate::ui::mode(lang, row.place.spot().into());
    view! { <tr><th scope="row">{who.clone()}{address}</th><td>{mode}</td><td>{status(lang, &row.place)}</td>{needs}{acts}</tr> }.into_any()
}

fn status(lang: Lang, place: &Place) -> String {
    let own = match (place.status, place.position) {
        (Status::Waitlisted, Some(position)) => t!(lang, "registrations-in-line", position = position),
        _ => t(lang, "registrations-has-place"),
    };
    match place.waits_for() {
        Some((spot, position)) => format!("{own} {}", t!(lang, "registrations-wants", mode = in_spot(lang, spot), position = position)),
        None => own,
    }
}

fn in_spot(lang: Lang, spot: Spot) -> String {
    match spot {
        Spot::InPerson => t(lang, "registrations-to-room"),
        Spot::Online => t(lang, "registrations-to-online"),
        Spot::OnlineAgain => t(lang, "registrations-to-second"),
    }
}

/// Where one could be moved: back to the own spot while one waits for another, else to each of the others.
fn moves(lang: Lang, place: &Place, offered: &[Spot]) -> Vec<(Spot, String)> {
    if place.waiting.is_some() {
        return vec![(place.spot(), t(lang, "registrations-end-waiting"))];
    }
    let label = |spot| match spot {
        Spot::InPerson => t(lang, "registrations-move-room"),
        Spot::Online => t(lang, "registrations-move-online"),
        Spot::OnlineAgain => t(lang, "registrations-move-second"),
    };
    offered.iter().filter(|spot| **spot != place.spot()).map(|spot| (*spot, label(*spot))).collect()
}

/// Names stand in the buttons for those who hear the page instead of seeing the row.
fn acts(lang: Lang, place: &Place, who: &str, offered: &[Spot]) -> AnyView {
    let name = || view! { <span class="visually-hidden">": "{who.to_owned()}</span> };
    let fields = |spot: Spot| {
        let mode: &str = spot.into();
        view! {
            <input type="hidden" name="id" value=place.id.to_string()/>
            <input type="hidden" name="mode" value=mode/>
        }
    };
    let button =
        |act: &'static str, label: String| view! { <button class="plain" type="submit" name="do" value=act>{label}{name()}</button> " " };
    let mut moves = moves(lang, place, offered).into_iter();
    let (first, label) = moves.next().map_or((place.spot(), None), |(spot, label)| (spot, Some(label)));
    let more = moves.map(|(spot, label)| view! { <form method="post" novalidate=true>{fields(spot)} {button("move", label)}</form> });
    let more = more.collect::<Vec<_>>();
    view! {
        <form method="post" novalidate=true>
            {fields(first)}
            {label.map(|label| button("move", label))}
            {button("cancel", t(lang, "registrations-cancel"))}
        </form>
        {more}
    }
    .into_any()
}
