//! Places in sentences.

use super::Around;
use crate::islands::Seat;
use crate::text::t;
use crate::when::{Form, place as city, span};
use backend::service::registration::Place;
use backend::words::cities;
use domain::event::{Mode, Run};
use domain::registration::{SeatCount, Spot, Status};
use domain::text::Lang;

fn local(zone: &domain::time::Zone, around: &Around, run: Run) -> (jiff::civil::DateTime, jiff::civil::DateTime) {
    let at = |millisecond| zone.local(backend::clock::instant(millisecond)).time;
    (at(around.run(run).starts_at), at(around.run(run).ends_at))
}

/// For the meters.
pub fn meter(spot: Spot, count: &SeatCount) -> Seat {
    let mode: &str = spot.into();
    Seat { mode: mode.to_owned(), name: String::new(), taken: count.confirmed, capacity: count.capacity, waiting: count.waitlisted }
}

/// Where one would be and how likely, under a choice of the form.
pub fn note(lang: Lang, around: &Around, spot: Spot) -> String {
    let run = spot.run();
    let place = match spot.mode() {
        Mode::InPerson => venue(lang, around),
        Mode::Online => hours(lang, around, run),
    };
    // Where there are two times, each online choice says which it is.
    let time = (around.second.is_some() && spot.mode() == Mode::Online).then(|| {
        let (from, to) = local(&around.zone, around, run);
        t!(lang, "register-note-run", hours = span(from.time(), to.time()), city = city(lang, around.zone.name(), Form::In))
    });
    let free = around.seat(spot).map(|count| free(lang, spot.mode(), count)).unwrap_or_default();
    [time, place, Some(free)].into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn venue(lang: Lang, around: &Around) -> Option<String> {
    let venue = &around.event.venue.as_ref()?.0;
    let (from, to) = local(&around.zone, around, Run::First);
    Some(t!(
        lang,
        "register-note-venue",
        venue = venue.name.pick(lang).to_owned(),
        city = cities::city(lang, &venue.city),
        hours = span(from.time(), to.time())
    ))
}

/// The reader's own hours, where they are others than the venue's.
fn hours(lang: Lang, around: &Around, run: Run) -> Option<String> {
    let own = around.own(run)?;
    let (from, to) = local(own, around, run);
    let shift = crate::when::day_shift(lang, local(&around.zone, around, run).0.date(), from, to)
        .map(|shift| format!(", {shift}"))
        .unwrap_or_default();
    Some(t!(lang, "register-note-own", hours = span(from.time(), to.time()), city = city(lang, own.name(), Form::In), shift = shift))
}

fn free(lang: Lang, mode: Mode, count: &SeatCount) -> String {
    let Some(capacity) = count.capacity else { return t(lang, "register-note-unlimited") };
    let left = capacity.saturating_sub(count.confirmed);
    match (left, mode) {
        (0, Mode::InPerson) => t!(lang, "register-note-room-full", capacity = capacity, position = count.waitlisted + 1),
        (0, Mode::Online) => t!(lang, "register-note-online-full", capacity = capacity, position = count.waitlisted + 1),
        (left, _) => t!(lang, "register-note-left", n = left, capacity = capacity),
    }
}

/// What a place is, in one sentence; also what is said after it was asked for.
pub fn standing(lang: Lang, place: &Place) -> String {
    let has = match (place.status, place.spot(), place.position) {
        (Status::Waitlisted, spot, Some(position)) => line(lang, spot, position),
        (_, Spot::InPerson, _) => t(lang, "register-have-room"),
        (_, Spot::Online, _) => t(lang, "register-have-online"),
        (_, Spot::OnlineAgain, _) => t(lang, "register-have-online-again"),
    };
    match place.waits_for() {
        Some((spot, position)) => format!("{has} {}", line(lang, spot, position)),
        None => has,
    }
}

/// "You are third in line for the room."
fn line(lang: Lang, spot: Spot, position: u32) -> String {
    match spot {
        Spot::InPerson => t!(lang, "register-line-room", position = position),
        Spot::Online => t!(lang, "register-line-online", position = position),
        Spot::OnlineAgain => t!(lang, "register-line-online-again", position = position),
    }
}
