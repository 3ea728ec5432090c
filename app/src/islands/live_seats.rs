//! How full an event is, as it changes.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// The places of one mode.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// `in_person` or `online`.
    pub mode: String,
    /// The mode in the reader's language.
    pub name: String,
    /// Confirmed.
    pub taken: u32,
    /// Nothing: no limit.
    pub capacity: Option<u32>,
    /// In line.
    pub waiting: u32,
}

/// Sentences with `{taken}`, `{capacity}`, `{waiting}` in them; `taken` once for each of the plural forms zero, one, other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    pub taken: [String; 3],
    pub open: String,
    pub waiting: String,
    /// Chooses the plural form.
    pub latvian: bool,
}

impl Words {
    fn form(&self, n: u32) -> usize {
        match (self.latvian, n % 10, n % 100) {
            (false, _, _) if n == 1 => 1,
            (true, 1, tens) if tens != 11 => 1,
            (true, 0, _) | (true, _, 11..=19) => 0,
            _ => 2,
        }
    }

    /// What stands before the number, and after it.
    fn said(&self, seat: &Seat) -> (String, String) {
        let template = match seat.capacity {
            Some(_) => self.taken.get(self.form(seat.taken)).unwrap_or(&self.open),
            None => &self.open,
        };
        let filled = template.replace("{capacity}", &seat.capacity.unwrap_or_default().to_string());
        let (before, after) = filled.split_once("{taken}").unwrap_or((filled.as_str(), ""));
        let waiting = if seat.waiting > 0 { self.waiting.replace("{waiting}", &seat.waiting.to_string()) } else { String::new() };
        (before.to_owned(), format!("{after}{waiting}"))
    }
}

/// One line for each mode: `in_person 120 120 7`, the capacity `-` where there is no limit.
pub fn line(seats: &[Seat]) -> String {
    let one = |s: &Seat| format!("{} {} {} {}", s.mode, s.taken, s.capacity.map_or_else(|| "-".to_owned(), |c| c.to_string()), s.waiting);
    seats.iter().map(one).collect::<Vec<_>>().join(";")
}

fn read(line: &str, seats: &mut [Seat]) {
    for part in line.split(';') {
        let mut words = part.split(' ');
        let (mode, taken, capacity, waiting) = (words.next(), words.next(), words.next(), words.next());
        if let Some(seat) = seats.iter_mut().find(|seat| Some(seat.mode.as_str()) == mode) {
            seat.taken = taken.and_then(|n| n.parse().ok()).unwrap_or(seat.taken);
            seat.capacity = capacity.and_then(|n| n.parse().ok());
            seat.waiting = waiting.and_then(|n| n.parse().ok()).unwrap_or(0);
        }
    }
}

/// The meters of an event, listening to `live` (server-sent events, each a [`line`]); drawn by the server first.
#[island]
pub fn LiveSeats(seats: Vec<Seat>, words: Words, live: String) -> impl IntoView {
    let count = seats.len();
    let now = RwSignal::new(seats);
    Effect::new(move |_| listen(&live, now));
    let meters = (0..count).map(|i| meter(now, i, words.clone())).collect_view();
    view! { <div class="seats">{meters}</div> }
}

fn listen(address: &str, now: RwSignal<Vec<Seat>>) {
    let Ok(source) = web_sys::EventSource::new(address) else { return };
    let heard = Closure::<dyn Fn(web_sys::MessageEvent)>::new(move |event: web_sys::MessageEvent| {
        if let Some(data) = event.data().as_string() {
            now.update(|seats| read(&data, seats));
        }
    });
    source.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
}

fn meter(now: RwSignal<Vec<Seat>>, i: usize, words: Words) -> impl IntoView {
    let seat = move || now.read().get(i).cloned().unwrap_or_default();
    let after = words.clone();
    // Where there is no limit the bar has nothing to be a part of, so the words stand alone.
    let limited = seat().capacity.is_some();
    view! {
        <div class="seat">
            <p>
                <span>{move || seat().name}</span>
                <span>{move || words.said(&seat()).0} <b>{move || seat().taken}</b> {move || after.said(&seat()).1}</span>
            </p>
            {limited.then(|| bar(seat))}
        </div>
    }
}

/// The line of people waiting is drawn beyond the brim, at most as long as a quarter of the bar.
fn bar(seat: impl Fn() -> Seat + Copy + Send + Sync + 'static) -> impl IntoView {
    let capacity = move || f64::from(seat().capacity.unwrap_or(1).max(1));
    let gap = move || capacity() * 0.015;
    let line = move || f64::from(seat().waiting).min(capacity() / 4.0);
    let whole = move || if line() > 0.0 { capacity() + gap() + line() } else { capacity() };
    view! {
        <svg class="meter" viewBox=move || format!("0 0 {:.1} 12", whole()) preserveAspectRatio="none" aria-hidden="true">
            <rect class="base" width=capacity height="12"></rect>
            <rect class="taken" width=move || f64::from(seat().taken).min(capacity()) height="12"></rect>
            <rect class="wait" x=move || capacity() + gap() y="1" width=line height="10"></rect>
        </svg>
    }
}
