//! iCalendar text: entries, time zone definitions, and the calendars that carry them (RFC 5545, 5546, 7986).

mod clean;
mod entry;
mod envelope;
mod line;
mod posix;
mod vevent;
mod vtimezone;
mod yearly;

pub use clean::Link;
pub use entry::{Alarm, Attendee, AttendeeRole, Entry, Online, Organizer, Place};
pub use envelope::{Feed, cancel_event, feed, publish, request, withdraw};
pub use vtimezone::{ZoneChoice, vtimezone};

#[cfg(test)]
mod tests;
