//! Places: who has one, who waits, and who is next when one comes free.

#[cfg(test)]
mod model;
mod seats;
mod spot;
#[cfg(test)]
mod tests;

use crate::id::RegistrationId;
use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

pub use seats::Seats;
pub use spot::{Offers, Spot};

/// Where a registration stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Status {
    /// Has a place.
    Confirmed,
    /// Waits for one.
    Waitlisted,
    /// Given up; registering again goes to the end.
    Cancelled,
}

/// A registration as it is stored: its spot and status. What else it waits for is in the queues.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Which.
    pub registration: RegistrationId,
    /// Its own spot; a change that waits does not alter it.
    pub spot: Spot,
    /// Its status there.
    pub status: Status,
}

/// One place in a queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Who waits.
    pub registration: RegistrationId,
    /// The order within the queue; smaller is earlier. Numbers may have gaps, positions do not.
    pub number: i64,
    /// What it has elsewhere meanwhile.
    pub keeps: Keeps,
}

/// What a registration has while it waits for a spot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeps {
    /// Nothing: it waits for its own spot.
    Nothing,
    /// A confirmed place in its own spot, which is this one and which it wants to change.
    Place(Spot),
    /// Its turn in the queue of its own spot, which is this one and which it wants to change.
    Turn(Spot),
}

/// What asking for a place came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placed {
    /// There is a place.
    Confirmed,
    /// In the queue.
    Waitlisted {
        /// Counted from 1, without gaps.
        position: u32,
        /// To be stored as [`Waiting::number`].
        number: i64,
    },
}

/// Something that follows for a registration, to be stored and told in the same transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Its own spot is `to` now and its status confirmed.
    Promoted {
        /// Who.
        registration: RegistrationId,
        /// The new place.
        to: Spot,
        /// The place that was given up for it.
        frees: Option<Spot>,
        /// The spot it waits for still; otherwise it waits for nothing any more.
        still_waits: Option<Spot>,
    },
}

/// The figures of one spot, as everybody may see them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatCount {
    /// None is no limit.
    pub capacity: Option<u32>,
    /// Places taken, those of people who wait to leave them included.
    pub confirmed: u32,
    /// People in the queue, those who wait to change included.
    pub waitlisted: u32,
}
