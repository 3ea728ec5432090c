use super::*;

const LINK: &str = "https://meet.example.org/abc";

#[test]
fn the_same_entries_give_the_same_bytes_in_any_order() {
    let mut late = entry("Europe/Brussels", "2027-10-05T18:00");
    late.uid = "thematic@saiets.example".into();
    let early = entry("Europe/Riga", "2027-08-18T10:00");
    let one = feed_of(&[late.clone(), early.clone()]);
    assert_eq!(one, feed_of(&[early, late]));
    assert!(one.find("forum-2027").unwrap() < one.find("thematic").unwrap());
}

#[test]
fn a_feed_is_published_names_its_refresh_and_nobody() {
    let text = feed_of(&[entry("Europe/Riga", "2027-08-18T10:00")]);
    assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Saiets//Saiets//EN\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\nNAME:Saiets\r\nX-WR-CALNAME:Saiets\r\n"));
    assert_eq!(value(&text, "REFRESH-INTERVAL"), "PT360M");
    assert_eq!(value(&text, "X-PUBLISHED-TTL"), "PT360M");
    assert_eq!(value(&text, "ORGANIZER"), "mailto:saiets@saiets.example");
    assert!(!has(&text, "ATTENDEE"));
}

#[test]
fn an_empty_feed_still_has_a_component() {
    let text = feed_of(&[]);
    assert!(has(&text, "TZID") && !text.contains("VEVENT"));
}

#[test]
fn an_entry_stands_at_its_local_time_under_its_zone() {
    let text = feed_of(&[entry("Europe/Riga", "2027-08-18T10:00")]);
    assert!(text.contains("DTSTAMP:20260801T080000Z\r\nDTSTART;TZID=Europe/Riga:20270818T100000\r\n"));
    assert!(text.contains("DTEND;TZID=Europe/Riga:20270818T170000\r\n"));
    assert!(text.contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Riga\r\n"));
}

#[test]
fn a_length_is_elapsed_time_even_over_a_change_of_the_clocks() {
    let mut night = entry("Europe/Riga", "2027-03-28T01:00");
    night.minutes = 180;
    assert!(feed_of(&[night]).contains("DTEND;TZID=Europe/Riga:20270328T050000\r\n"));
}

#[test]
fn a_time_that_occurs_twice_is_written_in_utc() {
    let mut night = entry("Europe/Riga", "2027-10-31T03:30");
    night.minutes = 60;
    let text = feed_of(&[night]);
    assert!(text.contains("DTSTART:20271031T003000Z\r\n") && text.contains("DTEND:20271031T013000Z\r\n"));
    assert!(!text.contains("TZID"));
}

#[test]
fn a_time_that_newer_rules_skip_moves_to_the_first_one_after() {
    let text = feed_of(&[entry("Europe/Riga", "2027-03-28T03:30")]);
    assert!(text.contains("DTSTART;TZID=Europe/Riga:20270328T040000\r\n"), "{text}");
}

#[test]
fn the_join_link_stands_only_where_it_was_given() {
    let mut entry = entry("Europe/Riga", "2027-08-18T10:00");
    let without = request(&entry, &attendee("Ilze"));
    assert_eq!(value(&without, "LOCATION"), "Gaismas pils, Mūkusalas iela 3, Rīga / tiešsaistē");
    assert!(!without.contains("meet.example.org") && !has(&without, "CONFERENCE"));

    entry.place.online = Some(online(Some(LINK)));
    entry.alarm = None;
    let with = request(&entry, &attendee("Ilze"));
    assert_eq!(value(&with, "LOCATION"), format!("Gaismas pils, Mūkusalas iela 3, Rīga / tiešsaistē: {LINK}"));
    assert_eq!(value(&with, "DESCRIPTION"), format!("Kopā\n\nPievienoties: {LINK}"));
    let lines = lines(&with);
    let conference = lines.iter().find(|line| line.name == "CONFERENCE").unwrap();
    assert_eq!(
        (conference.parameter("VALUE"), conference.parameter("FEATURE"), conference.parameter("LABEL")),
        (Some("URI"), Some("VIDEO"), Some("Pievienoties"))
    );
    assert_eq!(conference.value, LINK);

    entry.place.venue = None;
    assert_eq!(value(&request(&entry, &attendee("Ilze")), "LOCATION"), format!("tiešsaistē: {LINK}"));
}

#[test]
fn one_entry_goes_from_tentative_to_cancelled() {
    let mut entry = entry("Europe/Riga", "2027-08-18T10:00");
    entry.place.online = Some(online(Some(LINK)));
    let ilze = attendee("Ilze Kalniņa");
    assert_eq!(value(&request(&entry, &ilze), "STATUS"), "TENTATIVE");
    entry.status = CalendarStatus::Confirmed;
    let confirmed = request(&entry, &ilze);
    assert_eq!((value(&confirmed, "METHOD"), value(&confirmed, "STATUS")), ("REQUEST".into(), "CONFIRMED".into()));
    entry.status = CalendarStatus::Cancelled;
    let cancelled = request(&entry, &ilze);
    assert_eq!((value(&cancelled, "METHOD"), value(&cancelled, "STATUS")), ("CANCEL".into(), "CANCELLED".into()));
    let in_feed = feed_of(&[entry]);
    assert_eq!(value(&in_feed, "STATUS"), "CANCELLED");
    for text in [cancelled, in_feed] {
        assert_eq!(value(&text, "UID"), "forum-2027@saiets.example");
        assert!(!text.contains(LINK) && !text.contains("VALARM"));
    }
}

#[test]
fn a_withdrawn_person_gets_a_cancel_that_says_nothing_of_the_event() {
    let mut entry = entry("Europe/Riga", "2027-08-18T10:00");
    entry.status = CalendarStatus::Confirmed;
    entry.place.online = Some(online(Some(LINK)));
    let text = withdraw(&entry, &attendee("Ilze"));
    assert_eq!(value(&text, "METHOD"), "CANCEL");
    assert!(!has(&text, "STATUS") && !text.contains(LINK));
    assert_eq!(text.matches("ATTENDEE").count(), 1);
}
