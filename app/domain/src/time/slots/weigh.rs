//! What given starts cost, zone by zone.

use super::day::{Day, weight};
use super::{Question, Slot, ThereAndThen};
use crate::time::{LocalTime, day_shift};
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// The figures of one or two given starts, the earlier first.
pub(super) fn given(question: &Question<'_>, starts: &[Timestamp]) -> Slot {
    let mut starts = starts.to_vec();
    starts.sort_unstable();
    let days: Vec<Day> = starts.iter().map(|start| Day::new(utc_date(*start), question)).collect();
    slot(question, &starts.into_iter().zip(&days).collect::<Vec<_>>())
}

/// The figures of runs, each with a day whose window it lies in, the earlier first.
pub(super) fn slot(question: &Question<'_>, runs: &[(Timestamp, &Day)]) -> Slot {
    let minutes = f64::from(question.duration_minutes);
    let (mut total, mut worst, mut night_people) = (0_i64, 0_u32, 0_u64);
    let mut burdens = Vec::with_capacity(question.places.len());
    let mut by_zone = Vec::with_capacity(question.places.len());
    for (index, place) in question.places.iter().enumerate() {
        let Some((run, start, pain, night)) = taken(runs, index, question.duration_minutes) else { continue };
        let local = place.zone.local(start).time;
        total += weight(place, question.weigh) * i64::from(pain);
        worst = worst.max(pain);
        night_people += if night { u64::from(place.count) } else { 0 };
        let pain = f64::from(pain) / minutes;
        burdens.push(place.past + pain);
        by_zone.push(ThereAndThen {
            zone: place.zone.name().to_owned(),
            count: place.count,
            run,
            local: LocalTime::new(local),
            day_shift: day_shift(utc_date(start), local.date()),
            pain,
            night,
        });
    }
    Slot {
        starts: runs.iter().map(|(start, _)| *start).collect(),
        worst_pain: f64::from(worst) / minutes,
        total_pain: total as f64 / minutes,
        spread: spread(&burdens),
        night_people,
        by_zone,
    }
}

/// The run a zone takes: which, when, its pain summed over the minutes, and whether it touches the night.
fn taken(runs: &[(Timestamp, &Day)], place: usize, minutes: u32) -> Option<(u8, Timestamp, u32, bool)> {
    let hurting = (1..).zip(runs).filter_map(|(run, (start, day))| {
        let class = day.classes.get(*day.class_of.get(place)?)?;
        let (pain, night) = class.sums.of(day.index(start.as_second().div_euclid(60)), minutes as usize);
        Some((run, *start, pain, night))
    });
    // The first of those that hurt alike.
    hurting.min_by_key(|(_, _, pain, _)| *pain)
}

fn utc_date(at: Timestamp) -> jiff::civil::Date {
    at.to_zoned(TimeZone::UTC).date()
}

/// The population standard deviation.
fn spread(values: &[f64]) -> f64 {
    let n = values.len().max(1) as f64;
    let mean = values.iter().sum::<f64>() / n;
    (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / n).sqrt()
}
