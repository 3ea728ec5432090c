//! VCALENDAR: feeds (METHOD:PUBLISH, RFC 7986) and messages to one person (RFC 5546 3.2).

use super::Link;
use super::clean;
use super::entry::{Attendee, Entry};
use super::line::{escape, fold};
use super::vevent::{Form, has_plain_local_times, instants, vevent};
use super::vtimezone::{ZoneChoice, vtimezone};
use crate::event::CalendarStatus;
use std::collections::BTreeMap;

const PRODUCT: &str = "-//Saiets//Saiets//EN";

/// A calendar people subscribe to.
#[derive(Clone, Copy, Debug)]
pub struct Feed<'a> {
    /// Shown in the list of calendars, in the reader's language.
    pub name: &'a str,
    /// Its own address.
    pub source: Option<&'a Link>,
    /// How often a client should ask again.
    pub refresh_minutes: u32,
    /// In any order; the feed stands in the order of start and UID.
    pub entries: &'a [Entry],
}

/// The text of a feed: METHOD:PUBLISH, never an attendee; the same entries give the same bytes.
pub fn feed(feed: &Feed<'_>) -> String {
    let name = clean::title(feed.name);
    let refresh = format!("PT{}M", feed.refresh_minutes.max(1));
    let mut head = vec![format!("NAME:{}", escape(&name)), format!("X-WR-CALNAME:{}", escape(&name))];
    head.push(format!("REFRESH-INTERVAL;VALUE=DURATION:{refresh}"));
    head.push(format!("X-PUBLISHED-TTL:{refresh}"));
    head.extend(feed.source.map(|link| format!("SOURCE;VALUE=URI:{}", link.as_str())));
    let mut entries: Vec<(&Entry, Form<'_>)> = feed.entries.iter().map(|entry| (entry, living(entry, None))).collect();
    entries.sort_by_cached_key(|(entry, _)| (instants(entry).0, entry.uid.clone()));
    calendar("PUBLISH", &head, &entries)
}

/// Entries to take over as they are (METHOD:PUBLISH): nobody is asked for anything. In any order.
pub fn publish(entries: &[Entry]) -> String {
    let mut entries: Vec<(&Entry, Form<'_>)> = entries.iter().map(|entry| (entry, living(entry, None))).collect();
    entries.sort_by_cached_key(|(entry, _)| (instants(entry).0, entry.uid.clone()));
    calendar("PUBLISH", &[], &entries)
}

/// The invitation, or its update, for one person (METHOD:REQUEST); for a cancelled entry it is [`cancel_event`], as REQUEST cannot
/// carry CANCELLED (RFC 5546 3.2.2).
pub fn request(entry: &Entry, attendee: &Attendee) -> String {
    match entry.status {
        CalendarStatus::Cancelled => cancel_event(entry, attendee),
        _ => calendar("REQUEST", &[], &[(entry, living(entry, Some(attendee)))]),
    }
}

/// The event does not take place (METHOD:CANCEL, STATUS:CANCELLED), told to one of those invited.
pub fn cancel_event(entry: &Entry, attendee: &Attendee) -> String {
    calendar("CANCEL", &[], &[(entry, ended(attendee, Some(CalendarStatus::Cancelled)))])
}

/// One person is no longer expected, the event lives on: METHOD:CANCEL without STATUS (RFC 5546 3.2.5).
pub fn withdraw(entry: &Entry, attendee: &Attendee) -> String {
    calendar("CANCEL", &[], &[(entry, ended(attendee, None))])
}

fn living<'a>(entry: &Entry, attendee: Option<&'a Attendee>) -> Form<'a> {
    Form { utc: false, attendee, status: Some(entry.status), alive: entry.status != CalendarStatus::Cancelled }
}

fn ended(attendee: &Attendee, status: Option<CalendarStatus>) -> Form<'_> {
    Form { utc: false, attendee: Some(attendee), status, alive: false }
}

fn calendar(method: &str, head: &[String], entries: &[(&Entry, Form<'_>)]) -> String {
    let mut text = String::new();
    let fixed = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        format!("PRODID:{PRODUCT}"),
        "CALSCALE:GREGORIAN".to_owned(),
        format!("METHOD:{method}"),
    ];
    for line in fixed.iter().chain(head) {
        text.push_str(&fold(line));
    }
    let zones = zones(entries);
    let rules = |entry: &Entry| match zones.get(entry.zone.name()) {
        Some(ZoneChoice::Rules(_)) => has_plain_local_times(entry),
        _ => false,
    };
    for choice in zones.values() {
        if let ZoneChoice::Rules(vtimezone) = choice {
            text.push_str(vtimezone);
        }
    }
    for (entry, form) in entries {
        text.push_str(&vevent(entry, Form { utc: !rules(entry), ..*form }));
    }
    if entries.is_empty() {
        text.push_str(NOTHING);
    }
    text.push_str("END:VCALENDAR\r\n");
    text
}

/// A calendar must have a component (RFC 5545 3.6); this one shows nothing.
const NOTHING: &str = "BEGIN:VTIMEZONE\r\nTZID:Etc/UTC\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0000\r\nTZNAME:UTC\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

fn zones<'a>(entries: &[(&'a Entry, Form<'_>)]) -> BTreeMap<&'a str, ZoneChoice> {
    let mut in_zone: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    for (entry, _) in entries.iter().filter(|(entry, _)| has_plain_local_times(entry)) {
        in_zone.entry(entry.zone.name()).or_default().push(entry);
    }
    let choose = |entries: Vec<&Entry>| {
        let spans: Vec<_> = entries.iter().map(|entry| instants(entry)).collect();
        entries.first().map_or(ZoneChoice::Utc, |first| vtimezone(&first.zone, &spans))
    };
    in_zone.into_iter().map(|(name, entries)| (name, choose(entries))).collect()
}
