use super::*;

fn choice(zone: &Zone, starts: &[&str]) -> ZoneChoice {
    let at = |start: &&str| zone.resolve(LocalTime::parse(start).unwrap()).unwrap().at;
    let hour = jiff::Span::new().hours(1);
    let events: Vec<_> = starts.iter().map(at).map(|start| (start, start.checked_add(hour).unwrap())).collect();
    vtimezone(zone, &events)
}

fn rules(name: &str, starts: &[&str]) -> String {
    match choice(&zone(name), starts) {
        ZoneChoice::Rules(text) => text,
        ZoneChoice::Utc => panic!("{name} is written in UTC"),
    }
}

#[test]
fn riga_has_one_standard_and_one_daylight_and_nothing_else() {
    let expected = "BEGIN:VTIMEZONE\r\nTZID:Europe/Riga\r\n\
        BEGIN:STANDARD\r\nDTSTART:19701025T040000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n\
        TZOFFSETFROM:+0300\r\nTZOFFSETTO:+0200\r\nTZNAME:EET\r\nEND:STANDARD\r\n\
        BEGIN:DAYLIGHT\r\nDTSTART:19700329T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n\
        TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0300\r\nTZNAME:EEST\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n";
    assert_eq!(rules("Europe/Riga", &["2027-08-18T10:00"]), expected);
    assert_eq!(rules("Europe/Riga", &["2022-08-17T09:00", "2030-08-21T10:00"]), expected);
}

#[test]
fn a_zone_without_summer_time_has_one_standard_without_a_rule() {
    let expected = "BEGIN:VTIMEZONE\r\nTZID:Asia/Kathmandu\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n\
        TZOFFSETFROM:+0545\r\nTZOFFSETTO:+0545\r\nTZNAME:+0545\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
    assert_eq!(rules("Asia/Kathmandu", &["2027-08-18T10:00"]), expected);
}

#[test]
fn hours_outside_the_day_become_the_neighbouring_day_for_the_years_of_the_events_only() {
    let nuuk = rules("America/Nuuk", &["2027-08-18T10:00"]);
    assert!(nuuk.contains("DTSTART:20260328T230000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SA;UNTIL=20271231T235959Z\r\n"), "{nuuk}");
    let cairo = rules("Africa/Cairo", &["2027-08-18T10:00"]);
    assert!(cairo.contains("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1FR;UNTIL=20271231T235959Z\r\n"), "{cairo}");
}

#[test]
fn where_no_one_rule_fits_all_events_they_stand_in_utc() {
    // The last Thursday of October 2030 is the 31st, so its end is in November.
    assert!(matches!(choice(&zone("Africa/Cairo"), &["2030-08-21T10:00"]), ZoneChoice::Rules(_)));
    assert_eq!(choice(&zone("Africa/Cairo"), &["2027-08-18T10:00", "2030-08-21T10:00"]), ZoneChoice::Utc);
    let mut cairo = entry("Africa/Cairo", "2027-08-18T10:00");
    let riga = entry("Europe/Riga", "2027-08-18T10:00");
    cairo.uid = "cairo".into();
    let mut later = cairo.clone();
    later.uid = "later".into();
    later.start = LocalTime::parse("2030-08-21T10:00").unwrap();
    let text = feed_of(&[cairo, later, riga]);
    assert!(text.contains("DTSTART:20270818T070000Z") && text.contains("DTSTART:20300821T070000Z"));
    assert!(text.contains("DTSTART;TZID=Europe/Riga:20270818T100000") && !text.contains("Africa/Cairo"));
}

#[test]
fn a_year_in_which_the_zone_departs_from_its_footer_is_written_in_utc() {
    assert_eq!(choice(&zone("America/Vancouver"), &["2026-08-19T10:00"]), ZoneChoice::Utc);
    assert!(rules("America/Vancouver", &["2027-01-20T10:00"]).contains("TZOFFSETTO:-0700"));
    assert_eq!(choice(&zone("Africa/Casablanca"), &["2024-03-20T10:00"]), ZoneChoice::Utc);
    assert_eq!(choice(&zone("Etc/UTC"), &["2027-08-18T10:00"]), ZoneChoice::Utc);
}

#[test]
fn every_zone_can_be_written_for_one_event_or_stands_in_utc_for_a_reason() {
    let zones = all_zones();
    let mut in_utc = Vec::new();
    for name in zones.names() {
        match choice(zones.get(name).unwrap(), &["2027-08-18T10:00"]) {
            ZoneChoice::Utc => in_utc.push(name),
            ZoneChoice::Rules(text) => {
                let count = |what: &str| text.matches(what).count();
                assert_eq!(count("BEGIN:STANDARD"), 1, "{text}");
                assert!(count("BEGIN:DAYLIGHT") <= 1 && count("RRULE") == 2 * count("BEGIN:DAYLIGHT"), "{text}");
                assert!(!text.contains("RDATE") && !text.contains("UID") && !text.contains("DTSTAMP"), "{text}");
            }
        }
    }
    assert_eq!(in_utc, ["Etc/UCT", "Etc/UTC", "Etc/Universal", "Etc/Zulu", "UCT", "UTC", "Universal", "Zulu"]);
}
