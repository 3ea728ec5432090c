//! What an entry in somebody's calendar says.

use super::Link;
use crate::email::Email;
use crate::event::CalendarStatus;
use crate::invitation::PartStat;
use crate::time::{LocalTime, Timestamp, Zone};

/// One dated entry, in the language of its reader; it names no attendee, so that nobody's address can reach a feed.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The same through the whole life of the entry.
    pub uid: String,
    /// Rises with material changes (RFC 5546 2.1.4).
    pub sequence: u32,
    /// DTSTAMP: when this state was reached, never the time of writing, so that unchanged data gives the same bytes.
    pub stamp: Timestamp,
    /// CREATED.
    pub created: Option<Timestamp>,
    /// LAST-MODIFIED.
    pub last_modified: Option<Timestamp>,
    /// On the clocks of `zone`; of two instants the first, of a skipped time the first after.
    pub start: LocalTime,
    /// Elapsed minutes, at least 1.
    pub minutes: u32,
    /// The zone of the venue.
    pub zone: Zone,
    /// See [`CalendarStatus`].
    pub status: CalendarStatus,
    /// The title.
    pub summary: String,
    /// The join link is added to it by this module.
    pub description: String,
    /// Where.
    pub place: Place,
    /// The page of the event.
    pub url: Option<Link>,
    /// The platform's one constant sender.
    pub organizer: Organizer,
    /// Words to sort by.
    pub categories: Vec<String>,
    /// Whether the time counts as taken.
    pub busy: bool,
    /// A courtesy: clients replace it with their own.
    pub alarm: Option<Alarm>,
}

/// Where an entry takes place: in the room, online, or both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Venue and address in one line.
    pub venue: Option<String>,
    /// There if the event can be attended online.
    pub online: Option<Online>,
}

/// The online half of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Online {
    /// The word for it in the reader's language: `online`, `tiešsaistē`.
    pub word: String,
    /// What the button says: `Join online`.
    pub label: String,
    /// Given only to those who may join: with a confirmed place, or everybody if the event makes it public.
    pub link: Option<Link>,
}

/// ORGANIZER.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organizer {
    /// As shown.
    pub name: String,
    /// `SAIETS_MAIL_FROM`.
    pub email: Email,
}

/// The one person a message is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendee {
    /// As shown; may be empty.
    pub name: String,
    /// Where the message goes.
    pub email: Email,
    /// Their answer so far.
    pub partstat: PartStat,
    /// Whether an answer is asked for.
    pub rsvp: bool,
    /// Whether they are expected.
    pub role: AttendeeRole,
}

/// ROLE (RFC 5545 3.2.16).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AttendeeRole {
    /// REQ-PARTICIPANT.
    Required,
    /// OPT-PARTICIPANT.
    Optional,
}

/// A reminder shown by the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alarm {
    /// Before the start.
    pub minutes_before: u32,
    /// What it says.
    pub text: String,
}
