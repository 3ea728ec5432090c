//! One UTC date as all clocks show it; zones that behave alike on it are one.

use super::pain::{DAY, Offsets, Sums};
use super::{Place, Question, Weigh};
use crate::time::Zone;
use jiff::Timestamp;
use jiff::civil::Date;

/// The window around a date: a start on it may lie up to a day before (10:00 in Auckland), and a meeting lasts up to a day.
const BEFORE: i64 = DAY;
const WINDOW: usize = 3 * DAY as usize;

/// A UTC date, with the zones sorted into classes.
#[derive(Debug)]
pub(super) struct Day {
    /// The first minute of the window, since 1970-01-01T00:00 UTC.
    first: i64,
    /// The zones that behave alike.
    pub classes: Vec<Class>,
    /// The class of each place asked for.
    pub class_of: Vec<usize>,
}

/// Zones whose clocks show the same all through the window.
#[derive(Debug)]
pub(super) struct Class {
    offsets: Offsets,
    pub sums: Sums,
    /// What each of its zones has borne, most first.
    pub pasts: Vec<f64>,
    /// Of all its zones together.
    pub weight: i64,
}

impl Day {
    pub fn new(date: Date, question: &Question<'_>) -> Self {
        let first = midnight(date) - BEFORE;
        let mut day = Self { first, classes: Vec::new(), class_of: Vec::with_capacity(question.places.len()) };
        for place in &question.places {
            let offsets = offsets(place.zone, first);
            let known = day.classes.iter().position(|class| class.offsets == offsets);
            let index = known.unwrap_or_else(|| {
                let sums = Sums::new(first, WINDOW, &offsets, question.night);
                day.classes.push(Class { offsets, sums, pasts: Vec::new(), weight: 0 });
                day.classes.len() - 1
            });
            day.class_of.push(index);
            if let Some(class) = day.classes.get_mut(index) {
                class.pasts.push(place.past);
                class.weight += weight(place, question.weigh);
            }
        }
        for class in &mut day.classes {
            class.pasts.sort_unstable_by(|a, b| b.total_cmp(a));
        }
        day
    }

    /// Where a minute since 1970-01-01T00:00 UTC lies in the window; before it: at its beginning.
    pub fn index(&self, minute: i64) -> usize {
        usize::try_from(minute - self.first).unwrap_or_default()
    }

    /// Where 00:00 UTC of the date lies in the window.
    pub const MIDNIGHT: usize = BEFORE as usize;

    /// The instant of a minute of the window.
    pub fn instant(&self, index: usize) -> Timestamp {
        let seconds = (self.first + index as i64) * 60;
        // Dates end in 2199, far within what an instant can say.
        Timestamp::from_second(seconds).unwrap_or(Timestamp::UNIX_EPOCH)
    }
}

pub(super) fn weight(place: &Place<'_>, weigh: Weigh) -> i64 {
    match weigh {
        Weigh::Zone => 1,
        Weigh::Person => i64::from(place.count),
    }
}

/// Minutes from 1970-01-01T00:00 to the beginning of a date, both UTC.
fn midnight(date: Date) -> i64 {
    date.duration_since(Date::constant(1970, 1, 1)).as_mins()
}

fn offsets(zone: &Zone, first: i64) -> Offsets {
    let begin = Timestamp::from_second(first * 60).unwrap_or(Timestamp::UNIX_EPOCH);
    let mut found = vec![(0, minutes(zone.local(begin).offset_seconds))];
    for jump in zone.rules().following(begin) {
        let after = jump.timestamp().as_second() - first * 60;
        match usize::try_from(after.div_euclid(60)) {
            Ok(index) if index < WINDOW => found.push((index, minutes(jump.offset().seconds()))),
            _ => break,
        }
    }
    found
}

/// See [`super::offsets`]; a window's minutes fit easily.
pub(super) fn around(zone: &Zone, date: Date) -> Vec<(i32, i32)> {
    let relative = |(from, offset): (usize, i64)| (from as i32 - BEFORE as i32, offset as i32);
    offsets(zone, midnight(date) - BEFORE).into_iter().map(relative).collect()
}

/// Seconds are dropped downwards: a minute belongs to the hour in which it begins.
fn minutes(offset_seconds: i32) -> i64 {
    i64::from(offset_seconds).div_euclid(60)
}
