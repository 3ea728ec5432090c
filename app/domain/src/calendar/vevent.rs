//! VEVENT, built by `icalendar` from values that cannot break out of their place.

use super::clean;
use super::entry::{Attendee, AttendeeRole, Entry, Online};
use super::line::{escape, fold};
use crate::event::CalendarStatus;
use crate::time::{LocalTime, Timestamp};
use icalendar::{Component, Event, EventLike, EventStatus, Parameter, Property};

/// The start and end instants of an entry.
pub(super) fn instants(entry: &Entry) -> (Timestamp, Timestamp) {
    let resolve = |local| entry.zone.resolve(local).map(|resolved| resolved.at);
    let start = resolve(entry.start).or_else(|gap| resolve(gap.after)).unwrap_or(Timestamp::UNIX_EPOCH);
    let end = start.saturating_add(jiff::Span::new().minutes(i64::from(entry.minutes.max(1)))).unwrap_or(start);
    (start, end)
}

/// Whether start and end are local times that occur once: readers differ on which of two is meant.
pub(super) fn has_plain_local_times(entry: &Entry) -> bool {
    let (start, end) = instants(entry);
    [start, end].into_iter().all(|at| {
        let local = LocalTime::new(entry.zone.local(at).time);
        entry.zone.resolve(local).is_ok_and(|resolved| !resolved.ambiguous && resolved.at == at)
    })
}

/// What differs between the ways an entry is sent.
#[derive(Clone, Copy)]
pub(super) struct Form<'a> {
    /// Start and end in UTC instead of with TZID.
    pub(super) utc: bool,
    /// The one person it is for; nobody in a feed.
    pub(super) attendee: Option<&'a Attendee>,
    /// None leaves STATUS out.
    pub(super) status: Option<CalendarStatus>,
    /// Whether there is still something to come to: link and alarm.
    pub(super) alive: bool,
}

/// The lines of the entry, folded, each ended by CRLF.
pub(super) fn vevent(entry: &Entry, form: Form<'_>) -> String {
    let mut event = Event::new();
    identity(&mut event, entry);
    times(&mut event, entry, form.utc);
    texts(&mut event, entry, form.alive);
    people(&mut event, entry, form.attendee);
    if let Some(status) = form.status {
        event.status(match status {
            CalendarStatus::Tentative => EventStatus::Tentative,
            CalendarStatus::Confirmed => EventStatus::Confirmed,
            CalendarStatus::Cancelled => EventStatus::Cancelled,
        });
    }
    let busy = entry.busy && form.alive;
    event.add_property("TRANSP", if busy { "OPAQUE" } else { "TRANSPARENT" });
    let written = event.try_into_string().unwrap_or_default().replace("\r\n ", "");
    let mut lines: Vec<String> = written.split_terminator("\r\n").map(str::to_owned).collect();
    let end = lines.pop();
    lines.extend(alarm(entry).into_iter().filter(|_| form.alive).flatten());
    lines.extend(end);
    lines.iter().map(|line| fold(line)).collect()
}

fn utc(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

// All three are set always, because `icalendar` makes up a UID and a DTSTAMP where there is none.
fn identity(event: &mut Event, entry: &Entry) {
    event.uid(&clean::line(&entry.uid)).sequence(entry.sequence);
    event.add_property("DTSTAMP", utc(entry.stamp));
    if let Some(at) = entry.created {
        event.add_property("CREATED", utc(at));
    }
    if let Some(at) = entry.last_modified {
        event.add_property("LAST-MODIFIED", utc(at));
    }
}

fn times(event: &mut Event, entry: &Entry, in_utc: bool) {
    let (start, end) = instants(entry);
    for (name, at) in [("DTSTART", start), ("DTEND", end)] {
        if in_utc {
            event.add_property(name, utc(at));
        } else {
            let local = entry.zone.local(at).time.strftime("%Y%m%dT%H%M%S").to_string();
            event.append_property(Property::new(name, local).append_parameter(Parameter::new("TZID", entry.zone.name())).done());
        }
    }
}

fn texts(event: &mut Event, entry: &Entry, alive: bool) {
    event.summary(&clean::title(&entry.summary));
    let online = entry.place.online.as_ref();
    let link = online.filter(|_| alive).and_then(|online| Some((online, online.link.as_ref()?.as_str())));
    let mut description = clean::block(&entry.description);
    if let Some((online, link)) = link {
        let gap = if description.is_empty() { "" } else { "\n\n" };
        description.push_str(&format!("{gap}{}: {link}", clean::title(&online.label)));
        let mut conference = Property::new("CONFERENCE", link);
        conference.add_parameter("VALUE", "URI").add_parameter("FEATURE", "VIDEO").add_parameter("LABEL", &clean::parameter(&online.label));
        event.append_multi_property(conference.done());
    }
    if !description.is_empty() {
        event.description(&description);
    }
    let location = location(entry.place.venue.as_deref(), online, link.map(|(_, link)| link));
    if !location.is_empty() {
        event.add_property("LOCATION", location);
    }
    if let Some(url) = &entry.url {
        event.url(url.as_str());
    }
    let categories: Vec<String> = entry.categories.iter().map(|category| clean::line(category)).filter(|c| !c.is_empty()).collect();
    if !categories.is_empty() {
        event.categories(categories);
    }
}

fn location(venue: Option<&str>, online: Option<&Online>, link: Option<&str>) -> String {
    let venue = venue.map(clean::line).filter(|venue| !venue.is_empty());
    let online = online.map(|online| match link {
        Some(link) => format!("{}: {link}", clean::title(&online.word)),
        None => clean::line(&online.word),
    });
    venue.into_iter().chain(online).collect::<Vec<_>>().join(" / ")
}

fn people(event: &mut Event, entry: &Entry, attendee: Option<&Attendee>) {
    event.append_property(named("ORGANIZER", &entry.organizer.name, clean::mailto(&entry.organizer.email)));
    let Some(attendee) = attendee else { return };
    let role = match attendee.role {
        AttendeeRole::Required => "REQ-PARTICIPANT",
        AttendeeRole::Optional => "OPT-PARTICIPANT",
    };
    let mut property = named("ATTENDEE", &attendee.name, clean::mailto(&attendee.email));
    property.add_parameter("CUTYPE", "INDIVIDUAL").add_parameter("ROLE", role).add_parameter("PARTSTAT", attendee.partstat.ical());
    property.add_parameter("RSVP", if attendee.rsvp { "TRUE" } else { "FALSE" });
    event.append_multi_property(property);
}

fn named(key: &str, name: &str, address: String) -> Property {
    let mut property = Property::new(key, address);
    let name = clean::parameter(name);
    if !name.is_empty() {
        property.add_parameter("CN", &name);
    }
    property.done()
}

// Not by `icalendar`, which writes the time of day and a random UID into every VALARM.
fn alarm(entry: &Entry) -> Option<[String; 5]> {
    let alarm = entry.alarm.as_ref()?;
    let trigger = format!("TRIGGER:-PT{}M", alarm.minutes_before);
    let text = format!("DESCRIPTION:{}", escape(&clean::title(&alarm.text)));
    Some(["BEGIN:VALARM".into(), "ACTION:DISPLAY".into(), trigger, text, "END:VALARM".into()])
}
