//! One zone's clock around a day, from figures alone.

use super::Night;
use super::pain::{DAY, Offsets, Sums};

/// A clock that needs no time zone database: made of what [`super::offsets`] says.
#[derive(Debug)]
pub struct Clock {
    offsets: Vec<(i32, i32)>,
    sums: Sums,
}

impl Clock {
    /// Around 00:00 UTC of a date, in minutes since 1970.
    pub fn new(midnight: i64, offsets: &[(i32, i32)], night: Night) -> Self {
        let window: Offsets = offsets
            .iter()
            .map(|(from, offset)| (usize::try_from(i64::from(*from) + DAY).unwrap_or_default(), i64::from(*offset)))
            .collect();
        Self { offsets: offsets.to_vec(), sums: Sums::new(midnight - DAY, 3 * DAY as usize, &window, night) }
    }

    /// The pain of a meeting, summed over its minutes, and whether one of them is at night.
    pub fn pain(&self, start: i32, minutes: u32) -> (u32, bool) {
        self.sums.of(usize::try_from(i64::from(start) + DAY).unwrap_or_default(), minutes as usize)
    }

    /// What the clock shows: minutes after 00:00 of the UTC date; below 0 or from 1,440 on it is another day there.
    pub fn local(&self, minute: i32) -> i32 {
        let offset = self.offsets.iter().take_while(|(from, _)| *from <= minute).last().or(self.offsets.first());
        minute + offset.map_or(0, |(_, offset)| *offset)
    }
}
