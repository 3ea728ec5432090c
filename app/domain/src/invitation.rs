//! What was sent to a person about an event, and what came back.

use crate::person::Segment;
use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

/// People by what they say of themselves. What is empty narrows nothing, several of one sort widen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Audience {
    /// ISO 3166-1 alpha-2.
    pub countries: Vec<String>,
    /// Fields of work.
    pub segments: Vec<Segment>,
    /// Competences, as people write them.
    pub competences: Vec<String>,
    /// Hosts, by id: their members, and who was registered at an event of theirs.
    pub hosts: Vec<i64>,
}

/// A person's answer (PARTSTAT, RFC 5545 3.2.12).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum PartStat {
    /// No answer yet.
    NeedsAction,
    /// Comes.
    Accepted,
    /// Perhaps, or on a waiting list.
    Tentative,
    /// Does not come.
    Declined,
}

impl PartStat {
    /// As iCalendar writes it.
    pub fn ical(self) -> &'static str {
        match self {
            Self::NeedsAction => "NEEDS-ACTION",
            Self::Accepted => "ACCEPTED",
            Self::Tentative => "TENTATIVE",
            Self::Declined => "DECLINED",
        }
    }
}

/// What became of the mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Delivery {
    /// Waits to be sent.
    Queued,
    /// Taken by the mail server.
    Sent,
    /// Came back.
    Bounced,
    /// Given up.
    Failed,
}

/// What of an event stands in a person's calendar, by what was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Holding {
    /// Nothing was sent yet.
    Nothing,
    /// An entry, by a REQUEST.
    Entry,
    /// It was taken out again, by a CANCEL.
    Cancelled,
}

/// The SEQUENCE of the next REQUEST or CANCEL to one person: at least the event's, never below what that person has, and above the CANCEL
/// where they are invited again after one (RFC 5546 2.1.4).
pub fn next_sequence_for_invitation(event_sequence: u32, last_sent: Option<u32>, was_cancelled: bool) -> u32 {
    let last = last_sent.unwrap_or(0);
    let floor = if was_cancelled && last_sent.is_some() { last.saturating_add(1) } else { last };
    event_sequence.max(floor)
}

#[cfg(test)]
mod tests {
    use super::*;
    use strum::IntoEnumIterator;

    #[test]
    fn the_sequence_never_falls_and_rises_after_a_cancel() {
        let cases = [
            (0, None, false, 0),
            (3, None, false, 3),
            (3, Some(3), false, 3),
            (4, Some(3), false, 4),
            (2, Some(3), false, 3),
            (3, Some(3), true, 4),
            (2, Some(5), true, 6),
            (9, Some(3), true, 9),
            (0, None, true, 0),
            (0, Some(u32::MAX), true, u32::MAX),
        ];
        for (event, last, cancelled, next) in cases {
            assert_eq!(next_sequence_for_invitation(event, last, cancelled), next, "{event} {last:?} {cancelled}");
        }
    }

    #[test]
    fn an_answer_is_stored_in_words_and_sent_as_icalendar_writes_it() {
        for answer in PartStat::iter() {
            let stored: &str = answer.into();
            assert_eq!(stored.parse(), Ok(answer));
            assert_eq!(stored.to_uppercase().replace('_', "-"), answer.ical());
        }
    }
}
