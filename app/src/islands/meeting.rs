//! The meeting on the map of hours: moved by pointer or keys, every local time follows at once; sentences follow from the server.

mod clocks;
mod frame;
mod moving;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::time::Duration;

pub use clocks::{Taken, Together, span, utc};
pub use frame::{Frame, NARROW, WIDE};

/// A moved meeting rests this long before the server is asked for the sentences.
const REST: Duration = Duration::from_millis(300);

/// What the browser needs to say what every clock shows: figures only, no time zone database.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// 00:00 UTC of the day, in minutes since 1970.
    pub midnight: i64,
    /// How long it lasts.
    pub minutes: u32,
    /// Starts are this far apart.
    pub step: u32,
    /// The night, from and to, in minutes of the day.
    pub night: [u16; 2],
    /// One or two starts, minutes after midnight.
    pub starts: Vec<i32>,
    /// For each place, west to east: from a minute on, so many minutes ahead of UTC.
    pub places: Vec<Vec<(i32, i32)>>,
    /// The row of the place asked for first.
    pub first: usize,
    /// The question, as it stands in the address, without the starts.
    pub query: String,
    /// The date, for the address.
    pub on: String,
}

/// Its words, with `{utc}` and `{local}` in the heading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingWords {
    pub heading: String,
    pub and: String,
    pub night: String,
    pub next_day: String,
    pub day_before: String,
    /// The names of the handles, one for each run.
    pub handles: Vec<String>,
}

/// A handle for each run; the map itself can be dragged too. Without scripts there are none: links lead to other starts.
#[island]
pub fn Meet(meeting: Meeting, words: MeetingWords, piece: String) -> impl IntoView {
    let starts = RwSignal::new(meeting.starts.clone());
    let alive = RwSignal::new(false);
    let (step, last) = (meeting.step, 1_440 - meeting.step.min(1_440));
    let labels = words.handles.clone();
    let kept = StoredValue::new(meeting);
    // Made once: what follows a pointer has a few milliseconds.
    let together = StoredValue::new(None::<Together>);
    Effect::new(move |_| {
        alive.set(true);
        together.set_value(Some(kept.with_value(Together::new)));
        moving::by_pointer(kept, starts);
    });
    let pending = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |before: Option<Vec<i32>>| {
        let now = starts.get();
        // What the server drew stays as it is until something is moved.
        if before.is_some_and(|before| before != now) {
            together.with_value(|together| {
                if let Some(together) = together {
                    kept.with_value(|meeting| moving::show(meeting, together, &words, &now));
                }
            });
            if let Some(handle) = pending.get_value() {
                handle.clear();
            }
            let (settled, piece) = (now.clone(), piece.clone());
            let settle = move || kept.with_value(|meeting| moving::settle(meeting, &settled, &piece));
            pending.set_value(set_timeout_with_handle(settle, REST).ok());
        }
        now
    });
    let handle = move |(run, label): (usize, String)| {
        let at = move || starts.with(|starts| starts.get(run).copied().unwrap_or_default());
        let put = move |event| moving::put(kept, starts, run, event_target_value(&event).parse().unwrap_or_default());
        view! {
            <label>
                <span>{label}</span>
                <input class="slide" type="range" min="0" max=last step=step prop:value=at aria-valuetext=move || format!("{} UTC", utc(at())) on:input=put/>
            </label>
        }
    };
    let handles = labels.into_iter().enumerate().map(handle).collect::<Vec<_>>();
    view! { <div class="slides" hidden=move || !alive.get()>{handles}</div> }
}
