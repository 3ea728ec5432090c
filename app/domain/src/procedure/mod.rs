//! A written procedure: questions that people answer by a deadline, without a meeting.

mod answer;
mod count;

pub use answer::{Answer, Given, OPINION_MAX, check};
pub use count::{Count, Shown, count, shown};

use crate::event::Status;
use crate::fault::Refusal;
use crate::text::Text;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

/// Questions of one procedure.
pub const QUESTIONS_MAX: usize = 20;
/// Options of one question; with fewer than two there is nothing to choose.
pub const OPTIONS_MAX: usize = 10;
/// Characters of a question or an option.
pub const LINE_MAX: usize = 300;
/// Characters of an explanation.
pub const EXPLANATION_MAX: usize = 5_000;
/// So long after the deadline an answer is still taken down, as late.
pub const LATE: SignedDuration = SignedDuration::from_hours(14 * 24);

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// What is asked, in one line.
    pub text: Text,
    /// More of it, in Markdown.
    pub explanation: Option<Text>,
    /// What can be chosen, the first is number 1; none: a free opinion is asked for.
    pub options: Vec<Text>,
}

/// How many must answer in time for anything to follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quorum {
    /// So many people.
    Answers(u32),
    /// So many of a hundred of those asked.
    Percent(u32),
}

impl Quorum {
    /// `quorum` where nobody, or more than all, would have to answer.
    pub fn check(self) -> Result<Self, Refusal> {
        let sound = match self {
            Self::Answers(n) => (1..=100_000).contains(&n),
            Self::Percent(n) => (1..=100).contains(&n),
        };
        if sound { Ok(self) } else { Err(Refusal::new("quorum")) }
    }

    /// How many people that is, where so many are asked; parts of a person count as one.
    pub fn needed(self, asked: u32) -> u32 {
        match self {
            Self::Answers(n) => n,
            Self::Percent(n) => u32::try_from((u64::from(asked) * u64::from(n)).div_ceil(100)).unwrap_or(u32::MAX).max(1),
        }
    }
}

/// Where a written procedure stands in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Phase {
    /// Not yet open, or not yet promised.
    Waiting,
    /// Answers are taken and can be replaced; nobody sees how it stands.
    Open,
    /// The deadline has passed and the result is there; an answer is still taken down, as late.
    Late,
    /// No answer is taken any more.
    Over,
    /// The event was cancelled: nothing is asked and nothing follows.
    Off,
}

impl Phase {
    /// The phase at `now` of an event of this status that opens and closes then.
    pub fn at(now: Timestamp, status: Status, opens: Timestamp, closes: Timestamp) -> Self {
        match status {
            Status::Cancelled => Self::Off,
            Status::Draft | Status::Tentative => Self::Waiting,
            Status::Announced | Status::Confirmed | Status::Held if now < opens => Self::Waiting,
            Status::Announced | Status::Confirmed | Status::Held if now < closes => Self::Open,
            Status::Announced | Status::Confirmed | Status::Held if now < closes.saturating_add(LATE).unwrap_or(closes) => Self::Late,
            Status::Announced | Status::Confirmed | Status::Held => Self::Over,
        }
    }

    /// Whether the deadline has passed, so that there is a result.
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Late | Self::Over)
    }
}

/// What somebody who looks at a procedure has to do with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Prepares it.
    Organiser,
    /// Is asked.
    Asked,
    /// May see the event, and no more.
    Other,
}

impl Standing {
    /// Whether opinions are read, and figures as they are; to others small groups are told together.
    pub fn reads_answers(self) -> bool {
        self != Self::Other
    }

    /// Whether answers have names; nobody's have where it was not said before.
    pub fn reads_names(self, named: bool) -> bool {
        named && self != Self::Other
    }

    /// Whether the names of those who said nothing are known.
    pub fn knows_silent(self, named: bool) -> bool {
        self == Self::Organiser || self.reads_names(named)
    }
}

#[cfg(test)]
mod tests;
