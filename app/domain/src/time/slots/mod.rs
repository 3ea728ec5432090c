//! Fair times: the start, or the pair of starts, that is least bad for those whom it hits worst.
//!
//! *Pain* is the mean, over the meeting's minutes, of how much the hour on a zone's own clock hurts. A zone's *burden* adds what
//! earlier meetings of the series cost it. Candidates are ordered by all burdens from worst to least (leximin), then by total
//! pain, then by start.

mod burdens;
mod clock;
mod day;
mod night;
mod pain;
mod search;
#[cfg(test)]
mod tests;
mod there;
mod weigh;

pub use clock::Clock;
pub use night::Night;
pub use pain::{HOURS, WEEKEND};
pub use there::there;

use super::{LocalTime, Zone};
use crate::fault::Fault;
use jiff::Timestamp;
use jiff::civil::Date;
use std::ops::RangeInclusive;
use strum::{EnumString, IntoStaticStr};

/// Whose time is sought, how long, and how often the meeting is held.
#[derive(Clone, Debug)]
pub struct Question<'z> {
    /// UTC days, in order, each once.
    pub dates: Vec<Date>,
    /// How long the meeting lasts.
    pub duration_minutes: u32,
    /// Starts are tried every so many minutes from 00:00 UTC.
    pub step_minutes: u32,
    /// Who meets, each zone once.
    pub places: Vec<Place<'z>>,
    /// Once, or twice on one day: then each zone takes the run that hurts it less.
    pub runs: Runs,
    /// The local hours that count as night.
    pub night: Night,
    /// What counts in the total: each zone once, or each person.
    pub weigh: Weigh,
    /// At most so many slots are answered.
    pub limit: usize,
}

/// The people of one zone.
#[derive(Clone, Debug)]
pub struct Place<'z> {
    /// Whose clocks they live by.
    pub zone: &'z Zone,
    /// How many they are.
    pub count: u32,
    /// The pain that earlier meetings of the series cost them.
    pub past: f64,
}

/// How often a meeting is held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Runs {
    /// One start for everybody.
    #[default]
    One,
    /// Two starts on the same UTC date that do not overlap.
    Two,
}

/// What a zone weighs in the total.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Weigh {
    /// Each zone the same.
    #[default]
    Zone,
    /// Each zone as much as its people.
    Person,
}

/// The best slots, and two to compare them with.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// Best first.
    pub slots: Vec<Slot>,
    /// 10:00 in the first zone, on the best of the dates; nothing where its clocks skip that hour.
    pub organiser_ten: Option<Slot>,
    /// What the least total pain would choose.
    pub least_total: Slot,
}

/// One or two starts, and what they cost.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    /// The earlier one first.
    pub starts: Vec<Timestamp>,
    /// The highest pain of a zone, without its past.
    pub worst_pain: f64,
    /// Pain times weight, over all zones, without the past.
    pub total_pain: f64,
    /// The population standard deviation of the burdens over zones.
    pub spread: f64,
    /// How many people have a minute of their run at night.
    pub night_people: u64,
    /// In the order of the places asked for.
    pub by_zone: Vec<ThereAndThen>,
}

/// What a slot is in one zone.
#[derive(Clone, Debug, PartialEq)]
pub struct ThereAndThen {
    /// The IANA name.
    pub zone: String,
    /// How many people live by its clocks.
    pub count: u32,
    /// 1 is the earlier start; also where both hurt alike.
    pub run: u8,
    /// What its clocks show at the start of its run.
    pub local: LocalTime,
    /// Days from the UTC date of that start.
    pub day_shift: i32,
    /// See the module.
    pub pain: f64,
    /// A minute of its run is at night there.
    pub night: bool,
}

impl Question<'_> {
    /// The lengths of a meeting, in minutes.
    pub const DURATIONS: RangeInclusive<i64> = 1..=1_440;
    /// The distances between starts, in minutes.
    pub const STEPS: RangeInclusive<i64> = 5..=1_440;
    /// How many slots may be asked for.
    pub const LIMITS: RangeInclusive<i64> = 1..=100;
    /// How many people a place may have.
    pub const COUNTS: RangeInclusive<i64> = 1..=1_000_000;
    /// The pain a zone may have borne: a lifetime of meetings, and still exact to six decimals.
    pub const PASTS: RangeInclusive<f64> = 0.0..=1e9;
    /// At most so many places.
    pub const MOST_PLACES: usize = 1_000;
    /// At most so many dates.
    pub const MOST_DATES: usize = 31;

    /// The best slots; `no_candidate` where none fits: two runs of a whole day.
    pub fn answer(&self) -> Result<Answer, Fault> {
        search::answer(self)
    }

    /// What one or two given starts cost; they need not be among the candidates.
    pub fn weigh_up(&self, starts: &[Timestamp]) -> Slot {
        weigh::given(self, starts)
    }
}

/// What a zone's clocks do around a UTC date, for whoever has no time zone database: from so many minutes after its 00:00 UTC on,
/// so many minutes ahead of UTC. It begins a day before and goes two days beyond.
pub fn offsets(zone: &Zone, date: Date) -> Vec<(i32, i32)> {
    day::around(zone, date)
}
