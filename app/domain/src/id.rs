//! Typed identifiers: a registration's id cannot be handed to something that wants an event's.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;
            fn from_str(s: &str) -> Result<Self, Self::Err> {
                s.parse().map(Self)
            }
        }
    )+};
}

ids! {
    /// A row of `host`.
    HostId,
    /// A row of `person`.
    PersonId,
    /// A row of `series`.
    SeriesId,
    /// A row of `event`.
    EventId,
    /// A row of `registration`.
    RegistrationId,
    /// A row of `invitation`.
    InvitationId,
    /// A row of `topic`, unique over all events; its `number` counts within one event.
    TopicId,
    /// A row of `round`.
    RoundId,
    /// A row of `session`: one item of an agenda.
    SessionId,
}
