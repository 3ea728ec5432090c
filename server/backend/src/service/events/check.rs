//! Puts what was sent into an event, or says at every field what is wrong with it.

use super::input::{AttendanceInput, DESCRIPTION, EventFields, LONGEST, LONGEST_WRITTEN, OfferInput, SUMMARY, TITLE};
use crate::Site;
use crate::entity::event;
use crate::entity::stored::{JsonText, Stored};
use crate::error::Faults;
use crate::repo::events::LONGEST_MS;
use crate::repo::runs;
use crate::service::given;
use domain::event::{Attendance, Kind, Venue};
use domain::fault::{Fault, Refusal};
use domain::text::{Text, line};
use domain::time::{LocalTime, Zone};
use jiff::Timestamp;
use url::Url;

const URL_LENGTH: usize = 2_000;

/// Changes `event` as far as what was sent is right.
pub fn apply(site: &Site, event: &mut event::Model, sent: &EventFields, faults: &mut Faults) {
    words(event, sent, faults);
    place(event, sent, faults);
    if let Some(attendance) = sent.attendance {
        offer(event, attendance, faults);
    }
    if let Some(zone) = &sent.zone
        && let Some(zone) = faults.take("zone", site.zones.get(zone))
    {
        event.zone = zone.name().to_owned();
    }
    // A zone that is unknown has been said; times are then read on the old one, so that all faults come at once.
    if let Ok(zone) = site.zones.get(&event.zone) {
        let begins = time(site, event, sent, zone, faults);
        registration_times(event, sent, zone, begins, faults);
    }
}

fn words(event: &mut event::Model, sent: &EventFields, faults: &mut Faults) {
    if let Some(kind) = &sent.kind
        && let Some(kind) = faults.take("kind", given::word(kind))
    {
        event.kind = Stored(kind);
    }
    if let Some(visibility) = &sent.visibility
        && let Some(visibility) = faults.take("visibility", given::word(visibility))
    {
        event.visibility = Stored(visibility);
    }
    if let Some(title) = &sent.title
        && let Some(title) = given::text(faults, "title", title, TITLE)
    {
        event.title = JsonText(title);
    }
    if let Some(summary) = &sent.summary {
        event.summary = optional(summary.as_ref(), |text| given::block(faults, "summary", text, SUMMARY));
    }
    if let Some(description) = &sent.description {
        event.description = optional(description.as_ref(), |text| given::block(faults, "description", text, DESCRIPTION));
    }
}

/// A text of which both languages are blank is none.
fn optional(text: Option<&Text>, mut check: impl FnMut(&Text) -> Option<Text>) -> Option<JsonText<Text>> {
    let blank = |part: &Option<String>| part.as_deref().is_none_or(|part| part.trim().is_empty());
    text.filter(|text| !(blank(&text.lv) && blank(&text.en))).and_then(|text| check(text).map(JsonText))
}

fn place(event: &mut event::Model, sent: &EventFields, faults: &mut Faults) {
    if let Some(venue) = &sent.venue {
        event.venue = venue.as_ref().and_then(|venue| clean_venue(venue, faults)).map(JsonText);
    }
    if let Some(url) = &sent.online_url {
        let url = url.as_deref().map(str::trim).filter(|url| !url.is_empty());
        event.online_url = url.and_then(|url| faults.take("online_url", web_address(url)));
    }
    if let Some(public) = sent.online_public {
        event.online_public = public;
    }
}

fn clean_venue(venue: &Venue, faults: &mut Faults) -> Option<Venue> {
    let name = given::limited(faults, "venue.name", 200, venue.name.cleaned(200));
    let address = venue.address.as_deref().filter(|address| !address.trim().is_empty());
    let address = address.and_then(|address| given::limited(faults, "venue.address", 300, line(address, 300)));
    let city = given::limited(faults, "venue.city", 100, line(&venue.city, 100));
    let country = faults.take("venue.country", given::country(&venue.country));
    Some(Venue { name: name?, address, city: city?, country: country? })
}

/// The address as a browser would write it: nothing in it can end a line of an entry or a mail.
pub(in crate::service) fn web_address(raw: &str) -> Result<String, Refusal> {
    let refused = Refusal::new("invalid_url");
    if raw.len() > URL_LENGTH || raw.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return Err(refused);
    }
    let url = Url::parse(raw).map_err(|_| refused)?;
    let web = matches!(url.scheme(), "http" | "https") && url.host_str().is_some_and(|host| !host.is_empty());
    if web && url.username().is_empty() && url.password().is_none() { Ok(url.to_string()) } else { Err(refused) }
}

fn offer(event: &mut event::Model, attendance: AttendanceInput, faults: &mut Faults) {
    event.in_person_capacity = capacity("attendance.in_person.capacity", attendance.in_person, faults);
    event.online_capacity = capacity("attendance.online.capacity", attendance.online, faults);
    event.in_person_offered = attendance.in_person.is_some();
    event.online_offered = attendance.online.is_some();
    // A written procedure is no meeting to come to.
    if !event.in_person_offered && !event.online_offered && event.kind.0 != Kind::Written {
        faults.add(Fault::new("attendance", "attendance_required"));
    }
}

pub fn capacity(field: &str, offer: Option<OfferInput>, faults: &mut Faults) -> Option<i32> {
    let places = offer.and_then(|offer| offer.capacity)?;
    let fits = i32::try_from(places).ok().filter(|places| (0..=Attendance::MAX_CAPACITY.cast_signed()).contains(places));
    if fits.is_none() {
        faults.add(Fault::new(field, "capacity_out_of_range").with("max", Attendance::MAX_CAPACITY));
    }
    fits
}

/// The start and the end as instants. A summer-time change within the event does not change how long it lasts.
fn time(site: &Site, event: &mut event::Model, sent: &EventFields, zone: &Zone, faults: &mut Faults) -> bool {
    if sent.starts_local.is_none() && sent.ends_local.is_none() && sent.zone.is_none() && sent.duration_minutes.is_none() {
        return true;
    }
    if let Some(minutes) = sent.duration_minutes {
        match i32::try_from(minutes).ok().filter(|_| (1..=longest(event)).contains(&minutes)) {
            Some(minutes) => event.duration_minutes = minutes,
            None => faults.add(Fault::new("duration_minutes", too_long(event)).with("max", longest(event))),
        }
    }
    let raw = sent.starts_local.as_deref().unwrap_or(&event.starts_local);
    let Some((local, starts)) = instant(zone, "starts_local", raw, faults) else { return false };
    event.starts_local = local.to_string();
    event.starts_at = starts.as_millisecond();
    if let Some(end) = &sent.ends_local {
        until(event, zone, end, faults);
    }
    event.ends_at = event.starts_at + i64::from(event.duration_minutes) * 60_000;
    event.tzdb = site.zones.version().to_owned();
    if let Some(local) = event.second_starts_local.clone().filter(|_| runs::is_twice(event)) {
        second(event, zone, "runs.2.starts_local", &local, faults);
    }
    true
}

/// So many minutes an event of its kind may last.
fn longest(event: &event::Model) -> i64 {
    if event.kind.0 == Kind::Written { LONGEST_WRITTEN } else { LONGEST }
}

fn too_long(event: &event::Model) -> &'static str {
    if event.kind.0 == Kind::Written { "written_out_of_range" } else { "duration_out_of_range" }
}

/// The time of the second run, which lasts as long as the first, beside it and not far from it.
pub fn second(event: &mut event::Model, zone: &Zone, field: &str, raw: &str, faults: &mut Faults) {
    let Some((local, starts)) = instant(zone, field, raw, faults) else { return };
    let apart = (starts.as_millisecond() - event.starts_at).abs();
    if apart < runs::length(event) {
        faults.add(Fault::new(field, "runs_overlap"));
    } else if apart > LONGEST_MS {
        faults.add(Fault::new(field, "runs_too_far_apart"));
    }
    event.second_starts_local = Some(local.to_string());
    event.second_starts_at = Some(starts.as_millisecond());
    event.second_ends_at = Some(starts.as_millisecond() + runs::length(event));
}

fn until(event: &mut event::Model, zone: &Zone, raw: &str, faults: &mut Faults) {
    let Some((_, ends)) = instant(zone, "ends_local", raw, faults) else { return };
    let minutes = (ends.as_millisecond() - event.starts_at) / 60_000;
    match i32::try_from(minutes).ok().filter(|_| (1..=longest(event)).contains(&minutes)) {
        Some(minutes) => event.duration_minutes = minutes,
        None if minutes <= 0 => faults.add(Fault::new("ends_local", "end_before_start")),
        None => faults.add(Fault::new("ends_local", too_long(event)).with("max", longest(event))),
    }
}

fn instant(zone: &Zone, field: &str, raw: &str, faults: &mut Faults) -> Option<(LocalTime, Timestamp)> {
    let local = faults.take(field, LocalTime::parse(raw))?;
    match zone.resolve(local) {
        Ok(resolved) => Some((local, resolved.at)),
        Err(gap) => {
            faults.add(Fault::skipped(field, gap));
            None
        }
    }
}

fn registration_times(event: &mut event::Model, sent: &EventFields, zone: &Zone, begins: bool, faults: &mut Faults) {
    let named = sent.registration_opens_local.is_some() || sent.registration_closes_local.is_some();
    if !named && sent.zone.is_none() {
        return;
    }
    let mut read = |field: &str, sent: &Option<Option<String>>, old: &Option<String>| {
        let raw = sent.as_ref().unwrap_or(old).as_deref().map(str::trim).filter(|raw| !raw.is_empty())?;
        instant(zone, field, raw, faults)
    };
    let opens = read("registration_opens_local", &sent.registration_opens_local, &event.registration_opens_local);
    let closes = read("registration_closes_local", &sent.registration_closes_local, &event.registration_closes_local);
    event.registration_opens_local = opens.map(|(local, _)| local.to_string());
    event.registration_opens_at = opens.map(|(_, at)| at.as_millisecond());
    event.registration_closes_local = closes.map(|(local, _)| local.to_string());
    event.registration_closes_at = closes.map(|(_, at)| at.as_millisecond());
    if !named || !begins {
        return;
    }
    let opening = event.registration_opens_at;
    match event.registration_closes_at {
        Some(closing) if opening.is_some_and(|opening| closing <= opening) => {
            faults.add(Fault::new("registration_closes_local", "closes_before_opens"));
        }
        Some(closing) if closing > runs::over_at(event) => faults.add(Fault::new("registration_closes_local", "closes_after_end")),
        None if opening.is_some_and(|opening| opening >= event.starts_at) => {
            faults.add(Fault::new("registration_opens_local", "opens_after_start"));
        }
        _ => {}
    }
}
