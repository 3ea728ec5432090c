//! How much a minute hurts where it falls.

use super::Night;

/// By the local hour: office hours cost nothing, the dead of night most.
pub const HOURS: [u32; 24] = [64, 96, 128, 128, 128, 96, 32, 8, 2, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 48];
/// Added to a minute on a local Saturday or Sunday.
pub const WEEKEND: u32 = 4;

pub(super) const DAY: i64 = 1_440;

/// What the clocks of a zone show from a minute of the window on: minutes since 1970-01-01T00:00 there, less those of UTC.
pub(super) type Offsets = Vec<(usize, i64)>;

/// Sums over a window of minutes, so that a meeting anywhere in it is two reads.
#[derive(Debug)]
pub(super) struct Sums {
    /// Before each minute: the pain of all minutes before it, and how many of them are at night.
    before: Vec<(u32, u32)>,
}

impl Sums {
    /// Over `length` minutes from `first`, minutes since 1970-01-01T00:00 UTC.
    pub fn new(first: i64, length: usize, offsets: &Offsets, night: Night) -> Self {
        let mut before = Vec::with_capacity(length + 1);
        let mut sum = (0, 0);
        before.push(sum);
        let ends = offsets.iter().skip(1).map(|(from, _)| *from).chain([length]);
        for ((from, offset), to) in offsets.iter().zip(ends) {
            let local = first + *from as i64 + offset;
            // The minute of the day is below 1,440.
            let (mut day, mut minute) = (local.div_euclid(DAY), local.rem_euclid(DAY) as u16);
            let mut hurts = at(day, minute);
            for _ in *from..to {
                sum = (sum.0 + hurts, sum.1 + u32::from(night.has(minute)));
                before.push(sum);
                minute += 1;
                if minute % 60 == 0 {
                    (day, minute) = if minute == DAY as u16 { (day + 1, 0) } else { (day, minute) };
                    hurts = at(day, minute);
                }
            }
        }
        Self { before }
    }

    /// The pain of a meeting, as the sum over its minutes, and whether one of them is at night. Beyond the window: nothing.
    pub fn of(&self, start: usize, minutes: usize) -> (u32, bool) {
        match (self.before.get(start), self.before.get(start + minutes)) {
            (Some(start), Some(end)) => (end.0 - start.0, end.1 > start.1),
            _ => (0, false),
        }
    }
}

/// The pain of the hour that a minute of a day, counted from 1970-01-01, falls in.
fn at(day: i64, minute: u16) -> u32 {
    // 1970-01-01 was a Thursday: Saturday is the second day after it.
    let weekend = matches!(day.rem_euclid(7), 2 | 3);
    HOURS.get(usize::from(minute / 60)).copied().unwrap_or_default() + if weekend { WEEKEND } else { 0 }
}
