//! How full an event is.

use crate::islands::{LiveSeats, Seat, Words};
use crate::page::lang;
use crate::text::t;
use domain::text::Lang;
use leptos::prelude::*;

/// Meters with their words; they follow `live`, the address of the event's seats as server-sent events.
#[component]
pub fn Seats(seats: Vec<Seat>, #[prop(into)] live: String) -> impl IntoView {
    let lang = lang();
    let seats = seats.into_iter().map(|seat| Seat { name: mode(lang, &seat.mode), ..seat }).collect::<Vec<_>>();
    view! { <LiveSeats seats=seats words=words(lang) live=live/> }
}

/// A mode, or a spot, in the reader's language, as a heading: "In the room".
pub fn mode(lang: Lang, mode: &str) -> String {
    match mode {
        "online" => t(lang, "mode-online"),
        "online_again" => t(lang, "mode-online-again"),
        _ => t(lang, "mode-in-person"),
    }
}

fn words(lang: Lang) -> Words {
    // One number of each plural form: zero, one, other.
    let taken = [0, 1, 2].map(|n| t!(lang, "seats-taken", n = n, taken = "{taken}", capacity = "{capacity}"));
    let open = t!(lang, "seats-open", taken = "{taken}");
    let waiting = t!(lang, "seats-waiting", waiting = "{waiting}");
    Words { taken, open, waiting, latvian: lang == Lang::Lv }
}
