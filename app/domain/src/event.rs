//! Dated gatherings: their kinds, their status, and what of them reaches people's calendars.

mod sequence;
mod untold;
mod window;

use crate::fault::Refusal;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

pub use sequence::{CalendarFacts, Venue, is_material, next_sequence};
pub use untold::told_at;
pub use window::{RegistrationTimes, Window, registration_open};

/// What sort of gathering it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Kind {
    /// The yearly forum.
    Forum,
    /// A meeting on one theme.
    Thematic,
    /// An embassy's briefing.
    Briefing,
    /// A written procedure: no meeting, answers by a deadline.
    Written,
}

/// How firm the event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Status {
    /// Private to its host.
    Draft,
    /// Expected by the rule; nothing is sent.
    Tentative,
    /// Promised: the save-the-date has gone out.
    Announced,
    /// Takes place.
    Confirmed,
    /// Took place.
    Held,
    /// Does not take place.
    Cancelled,
}

/// The STATUS of a VEVENT (RFC 5545 3.8.1.11).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter)]
#[serde(rename_all = "UPPERCASE")]
#[strum(serialize_all = "UPPERCASE")]
pub enum CalendarStatus {
    /// May still change.
    Tentative,
    /// Firm.
    Confirmed,
    /// Called off.
    Cancelled,
}

impl Status {
    /// Whether an event may go from this status to `to`.
    pub fn may_become(self, to: Self) -> bool {
        match self {
            Self::Draft => matches!(to, Self::Tentative | Self::Announced | Self::Confirmed),
            Self::Tentative => matches!(to, Self::Announced | Self::Confirmed | Self::Cancelled),
            Self::Announced => matches!(to, Self::Confirmed | Self::Cancelled),
            Self::Confirmed => matches!(to, Self::Held | Self::Cancelled),
            Self::Held | Self::Cancelled => false,
        }
    }

    /// The status after the change, else `status`.
    pub fn change_to(self, to: Self) -> Result<Self, Refusal> {
        if self.may_become(to) { Ok(to) } else { Err(Refusal::new("status")) }
    }

    /// What calendars are told; none for a draft, which is in no feed.
    pub fn calendar_status(self) -> Option<CalendarStatus> {
        match self {
            Self::Draft => None,
            Self::Tentative | Self::Announced => Some(CalendarStatus::Tentative),
            Self::Confirmed | Self::Held => Some(CalendarStatus::Confirmed),
            Self::Cancelled => Some(CalendarStatus::Cancelled),
        }
    }

    /// Whether reaching this status is mailed to those invited and registered.
    pub fn is_mailed(self) -> bool {
        matches!(self, Self::Announced | Self::Confirmed | Self::Cancelled)
    }

    /// Held and cancelled events change no more.
    pub fn is_final(self) -> bool {
        matches!(self, Self::Held | Self::Cancelled)
    }
}

/// Who may see an event that is no draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Visibility {
    /// Everybody.
    Public,
    /// People who are signed in.
    Members,
    /// People who are invited.
    Invited,
}

/// How a person attends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Mode {
    /// In the room.
    InPerson,
    /// From elsewhere.
    Online,
}

impl Mode {
    /// The other mode.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::InPerson => Self::Online,
            Self::Online => Self::InPerson,
        }
    }
}

/// Which time of an event is meant: some events are held twice with one agenda, for people at the other end of the world.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Run {
    /// The event's own time; the only one of most events.
    #[default]
    First,
    /// The other time, online.
    Second,
}

impl Run {
    /// Both, in order.
    pub const BOTH: [Self; 2] = [Self::First, Self::Second];

    /// 1 or 2.
    pub fn number(self) -> u8 {
        match self {
            Self::First => 1,
            Self::Second => 2,
        }
    }

    /// The run of a number.
    pub fn of_number(number: i64) -> Option<Self> {
        Self::BOTH.into_iter().find(|run| i64::from(run.number()) == number)
    }
}

/// The early answer to "will you come?" (study 2022, question on the forum).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Interest {
    /// Yes.
    Yes,
    /// Perhaps.
    Maybe,
    /// Only if remote.
    RemoteOnly,
    /// Cannot.
    Cannot,
    /// Does not want to.
    NotInterested,
}

/// The places of one mode that is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// How many; none is no limit.
    pub capacity: Option<u32>,
}

/// Which modes are offered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    /// The room, if it is offered.
    pub in_person: Option<Offer>,
    /// Online, if it is offered.
    pub online: Option<Offer>,
}

impl Attendance {
    /// The largest capacity that can be set.
    pub const MAX_CAPACITY: u32 = 100_000;

    /// The offer of a mode.
    pub fn offer(&self, mode: Mode) -> Option<Offer> {
        match mode {
            Mode::InPerson => self.in_person,
            Mode::Online => self.online,
        }
    }

    /// `attendance_required` where no mode is offered, `capacity_out_of_range` beyond [`Self::MAX_CAPACITY`].
    pub fn check(&self) -> Result<(), Refusal> {
        let offers = [self.in_person, self.online];
        if offers.iter().all(Option::is_none) {
            return Err(Refusal::new("attendance_required"));
        }
        let too_large = offers.iter().flatten().any(|offer| offer.capacity.is_some_and(|capacity| capacity > Self::MAX_CAPACITY));
        if too_large { Err(Refusal::new("capacity_out_of_range")) } else { Ok(()) }
    }
}

/// The UID of the edition that a series' rule puts on `date`, known before the edition exists; an edition moved later keeps it.
/// `domain` is that of the platform's own mail address.
pub fn edition_uid(series_slug: &str, date: Date, domain: &str) -> String {
    format!("{series_slug}-{}@{domain}", date.strftime("%Y%m%d"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Status::*;
    use strum::IntoEnumIterator;

    #[test]
    fn what_may_follow_what() {
        let allowed = [
            (Draft, vec![Tentative, Announced, Confirmed]),
            (Tentative, vec![Announced, Confirmed, Cancelled]),
            (Announced, vec![Confirmed, Cancelled]),
            (Confirmed, vec![Held, Cancelled]),
            (Held, vec![]),
            (Cancelled, vec![]),
        ];
        for (from, follow) in allowed {
            for to in Status::iter() {
                assert_eq!(from.may_become(to), follow.contains(&to), "{from:?} {to:?}");
                assert_eq!(from.change_to(to).is_ok(), follow.contains(&to));
            }
            assert_eq!(from.is_final(), follow.is_empty());
        }
        assert_eq!(Held.change_to(Draft).unwrap_err().code, "status");
    }

    #[test]
    fn calendars_see_three_states_and_no_draft() {
        let shown: Vec<Option<&str>> = Status::iter().map(|status| status.calendar_status().map(Into::into)).collect();
        assert_eq!(shown, [None, Some("TENTATIVE"), Some("TENTATIVE"), Some("CONFIRMED"), Some("CONFIRMED"), Some("CANCELLED")]);
    }

    #[test]
    fn the_five_words_of_interest() {
        let words: Vec<&str> = Interest::iter().map(Into::into).collect();
        assert_eq!(words, ["yes", "maybe", "remote_only", "cannot", "not_interested"]);
    }

    #[test]
    fn attendance_reads_as_the_api_writes_it() {
        let hybrid: Attendance = serde_json::from_str(r#"{"in_person":{"capacity":120},"online":{"capacity":null}}"#).unwrap();
        assert_eq!(hybrid.offer(Mode::InPerson), Some(Offer { capacity: Some(120) }));
        assert_eq!(hybrid.offer(Mode::Online), Some(Offer { capacity: None }));
        assert!(hybrid.check().is_ok());
        let neither: Attendance = serde_json::from_str(r#"{"in_person":null,"online":null}"#).unwrap();
        assert_eq!(neither.check().unwrap_err().code, "attendance_required");
        let stadium = Attendance { in_person: Some(Offer { capacity: Some(100_001) }), online: None };
        assert_eq!(stadium.check().unwrap_err().code, "capacity_out_of_range");
    }

    #[test]
    fn an_edition_has_its_uid_before_it_exists() {
        let uid = edition_uid("forum", jiff::civil::date(2027, 8, 18), "saiets.example");
        assert_eq!(uid, "forum-20270818@saiets.example");
    }
}
