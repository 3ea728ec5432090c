//! A person's place in one mode of an event.

use serde::{Deserialize, Serialize};

/// What became of a registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, strum::EnumString, strum::IntoStaticStr, strum::EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Status {
    /// Has a place.
    Confirmed,
    /// Stands in line.
    Waitlisted,
    /// Gave it up.
    Cancelled,
}
