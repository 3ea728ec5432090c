//! What can be had at an event: a place in a mode of a run.

use crate::event::{Attendance, Mode, Offer, Run};
use strum::{EnumString, IntoStaticStr};

/// A mode of a run. Only the first run has a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Spot {
    /// In the room.
    InPerson,
    /// Online in the first run.
    Online,
    /// Online in the second run.
    OnlineAgain,
}

impl Spot {
    /// Every one of them, the room first.
    pub const ALL: [Self; 3] = [Self::InPerson, Self::Online, Self::OnlineAgain];

    /// The spot of a mode in a run, if there is one.
    pub fn of(run: Run, mode: Mode) -> Option<Self> {
        Self::ALL.into_iter().find(|spot| (spot.run(), spot.mode()) == (run, mode))
    }

    /// Its mode.
    pub fn mode(self) -> Mode {
        match self {
            Self::InPerson => Mode::InPerson,
            Self::Online | Self::OnlineAgain => Mode::Online,
        }
    }

    /// Its run.
    pub fn run(self) -> Run {
        match self {
            Self::InPerson | Self::Online => Run::First,
            Self::OnlineAgain => Run::Second,
        }
    }
}

impl From<Mode> for Spot {
    /// In the first run.
    fn from(mode: Mode) -> Self {
        match mode {
            Mode::InPerson => Self::InPerson,
            Mode::Online => Self::Online,
        }
    }
}

/// What both runs of an event offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offers {
    /// The first run.
    pub first: Attendance,
    /// The second run, which is online only; none where there is none.
    pub second: Option<Offer>,
}

impl Offers {
    /// The offer of a spot.
    pub fn offer(&self, spot: Spot) -> Option<Offer> {
        match spot {
            Spot::InPerson => self.first.in_person,
            Spot::Online => self.first.online,
            Spot::OnlineAgain => self.second,
        }
    }
}

impl From<Attendance> for Offers {
    /// Of an event with one run.
    fn from(first: Attendance) -> Self {
        Self { first, second: None }
    }
}
