//! The answer to a question, with everything the page compares.

use super::asked::Wanted;
use backend::service::slots;
use backend::{Result, Site};
use domain::time::slots::{Answer, Question, Slot, ThereAndThen};
use domain::time::{LocalTime, Timestamp, Zone};
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// What was found.
#[derive(Clone, Debug)]
pub struct Found {
    /// As often as was asked.
    pub answer: Answer,
    /// The start or starts that the page shows: those chosen, else the best.
    pub chosen: Slot,
    /// The best single start, and the best pair where one fits.
    pub once: Slot,
    pub twice: Option<Slot>,
    /// The organiser's own start, where the first place's clocks have it.
    pub wish: Option<Slot>,
    /// The zone of the first place: its clock is shown beside UTC.
    pub first: Zone,
    /// (zone, people, what its clocks do around the date of the map), west to east.
    pub rows: Vec<Row>,
    /// Whose night: minutes of the day.
    pub night: domain::time::slots::Night,
}

/// A place on the map.
#[derive(Clone, Debug)]
pub struct Row {
    pub zone: Zone,
    pub count: u32,
    /// Its place in the question.
    pub index: usize,
    /// From so many minutes after 00:00 UTC of the map's date on, so many minutes ahead of UTC.
    pub offsets: Vec<(i32, i32)>,
}

impl Found {
    /// The UTC date of the map.
    pub fn date(&self) -> Date {
        self.chosen.starts.first().map_or(Date::constant(1970, 1, 1), |at| utc(*at).date())
    }

    /// Minutes after 00:00 UTC of the map's date at which the shown runs start.
    pub fn minutes(&self) -> Vec<i32> {
        let midnight = self.midnight();
        let of = |at: &Timestamp| i32::try_from((at.as_second() - midnight) / 60).unwrap_or_default();
        self.chosen.starts.iter().map(of).collect()
    }

    /// 00:00 UTC of the map's date, in seconds since 1970.
    pub fn midnight(&self) -> i64 {
        self.chosen.starts.first().map_or(0, |at| at.as_second() - at.as_second().rem_euclid(86_400))
    }

    /// How many people are counted.
    pub fn people(&self) -> u64 {
        self.rows.iter().map(|row| u64::from(row.count)).sum()
    }

    /// What the shown slot is for a row of the map.
    pub fn there(&self, row: &Row) -> Option<&ThereAndThen> {
        self.chosen.by_zone.get(row.index)
    }
}

/// UTC on the wall.
pub fn utc(at: Timestamp) -> jiff::civil::DateTime {
    at.to_zoned(TimeZone::UTC).datetime()
}

/// Answers a question, once and twice, and weighs up the starts that were chosen and wished for.
pub async fn find(site: &Site, wanted: &Wanted) -> Result<Found> {
    let (zones, wanted) = (site.zones.clone(), wanted.clone());
    slots::beside(move || {
        let question = slots::question(&zones, &wanted.question(wanted.runs))?;
        let answer = question.answer()?;
        let other = if wanted.runs == 1 { 2 } else { 1 };
        let other = slots::question(&zones, &wanted.question(other))?.answer().ok();
        let best = answer.slots.first().unwrap_or(&answer.least_total).clone();
        let chosen = if wanted.starts.is_empty() { best.clone() } else { question.weigh_up(&wanted.starts) };
        let other = other.and_then(|other| other.slots.into_iter().next());
        let (once, twice) = if wanted.runs == 1 { (best, other) } else { (other.unwrap_or_else(|| best.clone()), Some(best)) };
        let mut found = Found {
            wish: wish(&question, &wanted, &once),
            first: question
                .places
                .first()
                .map(|place| place.zone.clone())
                .ok_or_else(|| domain::fault::Fault::new("people", "required"))?,
            rows: Vec::new(),
            night: question.night,
            answer,
            chosen,
            once,
            twice,
        };
        found.rows = rows(&question, found.midnight());
        Ok(found)
    })
    .await
}

/// The organiser's own start on the date of the best single one.
fn wish(question: &Question<'_>, wanted: &Wanted, once: &Slot) -> Option<Slot> {
    let zone = question.places.first()?.zone;
    let date = utc(*once.starts.first()?).date();
    let at = zone.resolve(LocalTime::new(date.to_datetime(wanted.wish))).ok()?.at;
    Some(question.weigh_up(&[at]))
}

/// West to east, by their clocks at noon UTC.
fn rows(question: &Question<'_>, midnight: i64) -> Vec<Row> {
    let noon = Timestamp::from_second(midnight + 43_200).unwrap_or(Timestamp::UNIX_EPOCH);
    let row = |(index, place): (usize, &domain::time::slots::Place<'_>)| Row {
        zone: place.zone.clone(),
        count: place.count,
        index,
        offsets: domain::time::slots::offsets(place.zone, utc(noon).date()),
    };
    let mut rows: Vec<Row> = question.places.iter().enumerate().map(row).collect();
    rows.sort_by_key(|row| row.zone.local(noon).offset_seconds);
    rows
}
