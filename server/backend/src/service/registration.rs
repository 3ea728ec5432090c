//! Places: registering, changing between the room and online, giving up, and who is next. `domain::registration` decides, on
//! figures read in the same transaction that stores the outcome and what is sent of it.

mod change;
mod effects;
mod list;
mod named;
mod needs;
mod register;

use crate::clock::instant;
use crate::entity::{event, registration};
use crate::repo::seats;
use crate::{Error, Result};
use domain::event::{Attendance, Mode, Offer, RegistrationTimes, Window, registration_open};
use domain::fault::Refusal;
use domain::registration::Status;
use jiff::Timestamp;
use sea_orm::ConnectionTrait;

pub(in crate::service) use change::end_place;
pub use change::{cancel, change_mode};
pub use effects::{leave_everything, promote, promotions};
pub use list::{Filter, Listed, figures, list, mine};
pub use named::{Named, am_named, name, named};
pub use needs::{KEPT_DAYS, MAX_NEEDS, erase_needs};
pub use register::{NewRegistration, register};

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
}

impl Place {
    /// From its row, with the positions as they are in `db`.
    pub async fn of(db: &impl ConnectionTrait, row: &registration::Model) -> Result<Self> {
        let position = match row.status.0 {
            Status::Waitlisted => Some(seats::position(db, row.event_id, row.mode.0, row.queue).await?),
            _ => None,
        };
        let waiting = match (row.waiting_mode, row.waiting_queue) {
            (Some(mode), Some(number)) => Some((mode.0, seats::position(db, row.event_id, mode.0, number).await?)),
            _ => None,
        };
        Ok(Self { id: row.id, mode: row.mode.0, status: row.status.0, position, waiting })
    }
}

/// What an event offers.
pub fn offers(event: &event::Model) -> Attendance {
    let offer = |offered: bool, capacity: Option<i32>| offered.then(|| Offer { capacity: capacity.and_then(|n| u32::try_from(n).ok()) });
    Attendance {
        in_person: offer(event.in_person_offered, event.in_person_capacity),
        online: offer(event.online_offered, event.online_capacity),
    }
}

/// Whether an event can be registered for at `now`.
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

/// Who has a place may change it, or give it up, until the event ends, whenever registration closes.
pub fn is_changeable(event: &event::Model, now: Timestamp) -> bool {
    check_changeable(event, now).is_ok()
}

/// As [`is_changeable`]: 409 `closed` or `status`.
fn check_changeable(event: &event::Model, now: Timestamp) -> Result<()> {
    if event.status.0.is_final() {
        return Err(Error::Conflict("status"));
    }
    if now >= instant(event.ends_at) { Err(Error::Conflict("closed")) } else { Ok(()) }
}
