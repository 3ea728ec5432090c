//! Places: registering, changing between the room and online, giving up, and who is next. `domain::registration` decides, on
//! figures read in the same transaction that stores the outcome and what is sent of it.

mod change;
mod effects;
mod list;
mod named;
mod needs;
mod register;
mod withdrawn;

use crate::clock::instant;
use crate::entity::{event, registration};
use crate::repo::{runs, seats};
use crate::{Error, Result};
use domain::event::{Mode, RegistrationTimes, Run, Window, registration_open};
use domain::fault::Refusal;
use domain::registration::{Spot, Status};
use jiff::Timestamp;
use sea_orm::ConnectionTrait;

pub(in crate::service) use change::end_place;
pub use change::{Change, cancel, change, change_mode};
pub use effects::{leave_everything, promote, promotions};
pub use list::{Filter, Listed, figures, figures_of_all, list, mine};
pub use named::{Named, am_named, name, named};
pub use needs::{KEPT_DAYS, MAX_NEEDS, erase_needs};
pub use register::{NewRegistration, register};
pub(in crate::service) use withdrawn::leave_second;

/// What a person asks for: one mode, or the room with the online place until there is room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// This mode, or its line.
    Only(Mode),
    /// Online now, and in line for the room.
    RoomElseOnline,
}

impl Wish {
    /// `in_person`, `online` or `both`; else `required` or `unknown_value`.
    pub fn parse(raw: &str) -> std::result::Result<Self, Refusal> {
        match raw.trim() {
            "" => Err(Refusal::new("required")),
            "both" => Ok(Self::RoomElseOnline),
            mode => mode.parse().map(Self::Only).map_err(|_| Refusal::new("unknown_value")),
        }
    }
}

/// A registration as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The row of `registration`.
    pub id: i64,
    /// Its mode; a change that waits does not alter it.
    pub mode: Mode,
    /// Its status in that mode.
    pub status: Status,
    /// In line for its mode, counted from 1.
    pub position: Option<u32>,
    /// The mode it wants to change to, and the position in line there.
    pub waiting: Option<(Mode, u32)>,
    /// Its run.
    pub run: Run,
    /// The run it wants to change to, or its own.
    pub to_run: Run,
}

impl Place {
    /// From its row, with the positions as they are in `db`.
    pub async fn of(db: &impl ConnectionTrait, row: &registration::Model) -> Result<Self> {
        let position = match row.status.0 {
            Status::Waitlisted => Some(seats::position(db, row.event_id, row.mode.0, row.queue).await?),
            _ => None,
        };
        let waiting = match (row.waiting_mode, row.waiting_queue) {
            (Some(spot), Some(number)) => Some(seats::position(db, row.event_id, spot.0, number).await?),
            _ => None,
        };
        Ok(Self::at(row, position, waiting))
    }
}

impl Place {
    /// What it is.
    pub fn spot(&self) -> Spot {
        Spot::of(self.run, self.mode).unwrap_or(Spot::InPerson)
    }

    /// What it waits for beside that, and the position there.
    pub fn waits_for(&self) -> Option<(Spot, u32)> {
        self.waiting.and_then(|(mode, position)| Some((Spot::of(self.to_run, mode)?, position)))
    }

    /// With its positions in line, for its own spot and for the one it waits for.
    fn at(row: &registration::Model, position: Option<u32>, waiting: Option<u32>) -> Self {
        let (own, to) = (row.mode.0, row.waiting_mode.map_or(row.mode.0, |to| to.0));
        let waiting = waiting.map(|position| (to.mode(), position));
        Self { id: row.id, mode: own.mode(), status: row.status.0, position, waiting, run: own.run(), to_run: to.run() }
    }
}

/// The run of a number that was sent, else `unknown_value`.
pub(super) fn run_of(number: i64) -> std::result::Result<Run, Refusal> {
    Run::of_number(number).ok_or_else(|| Refusal::new("unknown_value"))
}

/// Whether an event, at the time of one of its runs, can be registered for at `now`.
pub fn window(event: &event::Model, now: Timestamp) -> Window {
    let times = RegistrationTimes {
        opens: event.registration_opens_at.map(instant),
        closes: event.registration_closes_at.map(instant),
        starts: instant(event.starts_at),
        ends: instant(event.ends_at),
    };
    registration_open(now, event.status.0, &times)
}

/// 409 `not_open`, `closed`, or `status` for an event that is held or cancelled.
fn check_open(event: &event::Model, now: Timestamp) -> Result<()> {
    if event.status.0.is_final() {
        return Err(Error::Conflict("status"));
    }
    window(event, now).check().map_err(|refusal| Error::Conflict(refusal.code))
}

/// Who has a place may change it, or give it up, until the last run ends, whenever registration closes.
pub fn is_changeable(event: &event::Model, now: Timestamp) -> bool {
    check_changeable(event, now).is_ok()
}

/// As [`is_changeable`]: 409 `closed` or `status`.
fn check_changeable(event: &event::Model, now: Timestamp) -> Result<()> {
    if event.status.0.is_final() {
        return Err(Error::Conflict("status"));
    }
    if now >= instant(runs::over_at(event)) { Err(Error::Conflict("closed")) } else { Ok(()) }
}
