//! Places: in words for lists, in figures for the meters.

use crate::islands::Seat;
use crate::text::t;
use backend::repo::event_list::Listed;
use domain::event::{Mode, Status};
use domain::registration::{SeatCount, Spot};
use domain::text::Lang;

/// For the meters; the names are put on by them.
pub fn seats(counts: &[(Spot, SeatCount)]) -> Vec<Seat> {
    let seat = |(spot, count): &(Spot, SeatCount)| {
        let mode: &'static str = (*spot).into();
        Seat { mode: mode.to_owned(), name: String::new(), taken: count.confirmed, capacity: count.capacity, waiting: count.waitlisted }
    };
    counts.iter().map(seat).collect()
}

/// "3 seats left in the room, online without limit"; for what can still be registered for.
pub fn in_words(lang: Lang, event: &Listed) -> Option<String> {
    if !matches!(event.status, Status::Announced | Status::Confirmed) {
        return None;
    }
    let said = event.seats.iter().map(|(mode, count)| one(lang, *mode, count)).collect::<Vec<_>>();
    (!said.is_empty()).then(|| said.join(", "))
}

fn one(lang: Lang, mode: Mode, count: &SeatCount) -> String {
    let room = mode == Mode::InPerson;
    let Some(capacity) = count.capacity else {
        return if room { t(lang, "seats-room-open") } else { t(lang, "seats-online-open") };
    };
    let left = capacity.saturating_sub(count.confirmed);
    match (left, count.waitlisted) {
        (0, 0) if room => t(lang, "seats-room-full"),
        (0, 0) => t(lang, "seats-online-full"),
        (0, waiting) if room => t!(lang, "seats-room-waiting", n = waiting),
        (0, waiting) => t!(lang, "seats-online-waiting", n = waiting),
        (left, _) if room => t!(lang, "seats-room-left", n = left),
        (left, _) => t!(lang, "seats-online-left", n = left),
    }
}
