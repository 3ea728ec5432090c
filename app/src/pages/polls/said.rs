//! Slots and answers in words.

use crate::text::t;
use crate::ui::Table;
use crate::when::{Form, capital, date, place, span};
use backend::Site;
use backend::clock::instant;
use backend::entity::date_poll;
use backend::service::date_polls::{Sees, View};
use domain::date_poll::{Answer, Slot};
use domain::text::Lang;
use domain::time::{Timestamp, Zone};
use leptos::prelude::*;

/// An answer in the reader's words.
pub fn answer(lang: Lang, answer: Answer) -> String {
    match answer {
        Answer::Yes => t(lang, "datepoll-yes"),
        Answer::IfNeedBe => t(lang, "datepoll-if-need-be"),
        Answer::No => t(lang, "datepoll-no"),
    }
}

/// From when to when.
pub fn bounds(poll: &date_poll::Model, slot: &Slot) -> (Timestamp, Timestamp) {
    (instant(slot.starts_at), instant(slot.starts_at + i64::from(poll.duration_minutes) * 60_000))
}

/// A slot on the poll's own clocks: "Monday 1 March 2027, 10:00–11:00 in Rīga".
pub fn when(site: &Site, lang: Lang, poll: &date_poll::Model, slot: &Slot) -> String {
    let Ok(zone) = site.zones.get(&poll.zone) else { return slot.starts_local.to_string() };
    let (starts, ends) = bounds(poll, slot);
    let (from, to) = (zone.local(starts).time, zone.local(ends).time);
    let place = place(lang, zone.name(), Form::In);
    t!(lang, "datepoll-when", day = capital(&date(lang, from.date(), Form::Is)), hours = span(from.time(), to.time()), place = place)
}

/// The same, short, as the head of a column: "1.03. 10:00".
fn head(zone: Option<&Zone>, slot: &Slot) -> String {
    let local = zone.map_or(slot.starts_local.datetime(), |zone| zone.local(instant(slot.starts_at)).time);
    local.strftime("%-d.%m. %H:%M").to_string()
}

/// Who answered what; addresses, and whether they are confirmed, for organisers. `zone`: whose clocks the heads are on.
pub fn table(lang: Lang, view: &View, zone: Option<&Zone>) -> AnyView {
    let mut heads = vec![t(lang, "datepoll-who")];
    heads.extend(view.slots.iter().map(|figures| head(zone, &figures.slot)));
    let rows = view.replies.iter().map(|one| {
        let name = if one.name().is_empty() { t(lang, "datepoll-nameless") } else { one.name().to_owned() };
        let address = one.email().filter(|_| view.sees == Sees::Everything).map(|email| {
            let unsure = (!one.is_confirmed()).then(|| view! { ", " {t(lang, "datepoll-unconfirmed")} });
            view! { <small>{email.to_owned()}{unsure}</small> }
        });
        let cells = view.slots.iter().map(|figures| one.reply.answers.0.get(&figures.slot.id).copied()).map(|given| cell(lang, given));
        let cells = cells.collect::<Vec<_>>();
        view! { <tr><th scope="row">{name} {address}</th>{cells}</tr> }
    });
    let rows = rows.collect::<Vec<_>>();
    view! { <div class="polltable"><Table caption=t(lang, "datepoll-who-caption") heads=heads>{rows}</Table></div> }.into_any()
}

/// A sign for the eye, the word for the ear.
fn cell(lang: Lang, given: Option<Answer>) -> AnyView {
    let (class, drawn) = match given {
        Some(Answer::Yes) => ("yes", r#"<path d="M3 8.5 6.5 12 13 4"/>"#),
        Some(Answer::IfNeedBe) => {
            ("need", r#"<path d="M5 8.5 7 10.5 11 5.5"/><path d="M3.5 2.5A8 8 0 0 0 3.5 13.5M12.5 2.5a8 8 0 0 1 0 11"/>"#)
        }
        _ => ("not", r#"<path d="M4.5 8h7"/>"#),
    };
    let word = answer(lang, given.unwrap_or(Answer::No));
    view! { <td class=class><svg viewBox="0 0 16 16" aria-hidden="true" inner_html=drawn></svg><span class="visually-hidden">{word}</span></td> }
        .into_any()
}
