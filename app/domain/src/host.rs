//! Organisations that hold events, and what the people in them may do.

use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

/// What sort of organisation a host is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum HostKind {
    /// A ministry.
    Ministry,
    /// The State Chancellery.
    Chancellery,
    /// A permanent representation, as in Brussels.
    Representation,
    /// An embassy.
    Embassy,
    /// An association of professionals.
    Association,
}

/// A person's role in one host; each may do what the one before may, and more. It says nothing about child hosts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Role {
    /// Reads everything but needs.
    Viewer,
    /// Also prepares the room: registrations with needs, agenda.
    Assistant,
    /// Also events, series, topics, rounds and invitations.
    Organiser,
    /// Also the members and the host's own data.
    Coordinator,
}

/// Something a role may allow in its host; administrators of the platform are decided on elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Right {
    /// Sees drafts and unreleased sessions.
    ViewDrafts,
    /// Sees who is registered, without needs.
    ViewRegistrations,
    /// Sees who is invited, their answers and what was delivered.
    ViewInvitations,
    /// Sees what people need: access, diet.
    SeeNeeds,
    /// Registers others, changes and cancels registrations.
    ManageRegistrations,
    /// Changes sessions and releases them.
    ManageAgenda,
    /// Creates and changes events and their status.
    ManageEvents,
    /// Creates and changes series.
    ManageSeries,
    /// Merges topics, changes their status and records what came of them.
    ManageTopics,
    /// Creates rounds and applies their results.
    ManageRounds,
    /// Invites and withdraws.
    ManageInvitations,
    /// Names members, here and in child hosts.
    ManageMembers,
    /// Changes the host's own data.
    ManageHost,
}

impl Role {
    /// Whether this role allows `right` in its host.
    pub fn may(self, right: Right) -> bool {
        self >= right.least_role()
    }
}

impl Right {
    /// The first role that has this right.
    pub fn least_role(self) -> Role {
        match self {
            Self::ViewDrafts | Self::ViewRegistrations | Self::ViewInvitations => Role::Viewer,
            Self::SeeNeeds | Self::ManageRegistrations | Self::ManageAgenda => Role::Assistant,
            Self::ManageEvents | Self::ManageSeries | Self::ManageTopics | Self::ManageRounds | Self::ManageInvitations => Role::Organiser,
            Self::ManageMembers | Self::ManageHost => Role::Coordinator,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Right::*;
    use strum::IntoEnumIterator;

    #[test]
    fn each_role_may_exactly_what_it_is_for() {
        let viewer = [ViewDrafts, ViewRegistrations, ViewInvitations];
        let assistant = [viewer.as_slice(), &[SeeNeeds, ManageRegistrations, ManageAgenda]].concat();
        let organiser = [assistant.as_slice(), &[ManageEvents, ManageSeries, ManageTopics, ManageRounds, ManageInvitations]].concat();
        let coordinator = [organiser.as_slice(), &[ManageMembers, ManageHost]].concat();
        let matrix =
            [(Role::Viewer, viewer.to_vec()), (Role::Assistant, assistant), (Role::Organiser, organiser), (Role::Coordinator, coordinator)];
        assert_eq!(matrix.len(), Role::iter().count());
        for (role, rights) in matrix {
            for right in Right::iter() {
                assert_eq!(role.may(right), rights.contains(&right), "{role:?} {right:?}");
            }
        }
    }

    #[test]
    fn names_are_those_of_the_api() {
        let roles: Vec<&str> = Role::iter().map(Into::into).collect();
        assert_eq!(roles, ["viewer", "assistant", "organiser", "coordinator"]);
        assert_eq!("embassy".parse(), Ok(HostKind::Embassy));
        assert!("Embassy".parse::<HostKind>().is_err());
    }
}
