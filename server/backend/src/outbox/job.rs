//! The jobs and how they get into the outbox.

use crate::calendar::Facts;
use crate::entity::outbox;
use crate::service::date_polls::address_lane;
use crate::service::procedure::Notice;
use crate::{Result, Site, id};
use domain::event::Mode;
use domain::invitation::PartStat;
use domain::text::Lang;
use sea_orm::{ActiveModelTrait, ConnectionTrait, NotSet, Set};
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};

/// One thing to do outside the database.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Job {
    /// A mail with a sign-in link; the secret is made when the mail is composed.
    SignIn {
        /// Where to.
        email: String,
        /// The language of the page that asked.
        language: Lang,
        /// A path of ours to go to afterwards.
        return_to: Option<String>,
    },
    /// A mail that asks whether an address, typed without an account into a date poll, is its owner's.
    ConfirmAddress {
        /// The row of `date_poll_reply`.
        reply: i64,
        /// Where to; no other address than that which was typed then.
        email: String,
    },
    /// A letter to somebody who has not voted while a round is open.
    VoteReminder {
        /// The row of `round`.
        round: i64,
        /// The row of `person`.
        person: i64,
    },
    /// What is new in topics that somebody follows, and where they were named.
    TopicNews {
        /// The row of `person`.
        person: i64,
        /// Topics, each with the places in its timeline behind which and up to which things are new.
        topics: Vec<(i64, i64, i64)>,
        /// Rows of `mention`.
        mentions: Vec<i64>,
    },
    /// The author of a topic, who proposed it without a name, was named as such; no row says who that is.
    AuthorCalled {
        /// The row of `topic`.
        topic: i64,
        /// Rows of `comment`.
        comments: Vec<i64>,
    },
    /// A topic was proposed to an event; to one of its organisers.
    TopicPassed {
        /// The row of `topic_pass`.
        pass: i64,
        /// The row of `person`.
        person: i64,
    },
    /// A letter about a written procedure to somebody who is asked.
    Procedure {
        /// The row of `event`.
        event: i64,
        /// The row of `person`.
        person: i64,
        /// What it is about.
        notice: Notice,
    },
    /// A calendar entry for one person about one event.
    Entry(Box<EntryJob>),
    /// What a release of an agenda changes for one person.
    Agenda {
        /// The row of `event`.
        event: i64,
        /// The row of `person`.
        person: i64,
        /// The number of the release they know; 0: none.
        against: i32,
        /// The number of the release they are told of.
        release: i32,
    },
}

/// A calendar entry as it was at the time of the change that sends it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EntryJob {
    /// The invitation it belongs to.
    pub invitation: i64,
    /// Why it is sent; says METHOD, PARTSTAT and the words of the mail.
    pub cause: EntryCause,
    /// SEQUENCE of this entry.
    pub sequence: u32,
    /// DTSTAMP, milliseconds.
    pub stamp: i64,
    /// The person's answer then.
    pub partstat: PartStat,
    /// The person's place then.
    pub place: Option<Place>,
    /// The event as it was then, so that entries sent in order tell the story in order; with the join link if the person may join.
    pub event: Facts,
}

/// A registered person's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// In the room or online.
    pub mode: Mode,
    /// Confirmed; else on the waiting list.
    pub confirmed: bool,
}

/// Why a calendar entry is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumString, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum EntryCause {
    /// Invited by an organiser.
    Invited,
    /// The event was announced: save the date.
    Announced,
    /// The event became firm.
    Confirmed,
    /// Time, place or another material fact changed.
    Changed,
    /// What the entry says was corrected or completed; told together, some hours later.
    Amended,
    /// Newer rules of the zone's clocks moved the instant; the local time is as it was.
    ClocksChanged,
    /// Registered with a place.
    Registered,
    /// Registered on a waiting list.
    Waitlisted,
    /// A place was freed for the person.
    Promoted,
    /// Changed between the room and online.
    ModeChanged,
    /// Changed to the other run.
    RunChanged,
    /// It is held a second time, which is easier for the person; a letter only, the entry stays.
    RunAdded,
    /// The second run is not held; its people are in the first, or in line for it.
    RunWithdrawn,
    /// The entry of the run that the person is no longer in: METHOD:CANCEL, and that of the other follows.
    RunLeft,
    /// Gave the place up, or lost it: METHOD:CANCEL to this person, the event lives on.
    PlaceLost,
    /// The invitation was withdrawn: METHOD:CANCEL to this person, the event lives on.
    Withdrawn,
    /// The event was cancelled: STATUS:CANCELLED to all.
    EventCancelled,
}

/// What a message does to the entry in a person's calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Message {
    /// Puts it there or changes it (METHOD:REQUEST).
    Request,
    /// Takes it out for this person; the event lives on (METHOD:CANCEL without STATUS).
    Withdraw,
    /// The event does not take place (METHOD:CANCEL, STATUS:CANCELLED).
    CancelEvent,
    /// Leaves it as it is, and brings none.
    Letter,
}

impl Message {
    /// Whether the entry is none any more.
    pub fn ends(self) -> bool {
        matches!(self, Self::Withdraw | Self::CancelEvent)
    }
}

impl EntryCause {
    /// What the message does.
    pub fn message(self) -> Message {
        match self {
            Self::PlaceLost | Self::Withdrawn | Self::RunLeft => Message::Withdraw,
            Self::EventCancelled => Message::CancelEvent,
            Self::RunAdded => Message::Letter,
            _ => Message::Request,
        }
    }

    /// Whether it goes to many at once, so that it must be possible to stop it (RFC 8058).
    pub fn is_bulk(self) -> bool {
        let news = matches!(self, Self::Changed | Self::Amended | Self::ClocksChanged | Self::RunAdded);
        news || matches!(self, Self::Invited | Self::Announced | Self::Confirmed)
    }
}

impl Job {
    fn kind(&self) -> &'static str {
        match self {
            Self::SignIn { .. } => "sign_in",
            Self::ConfirmAddress { .. } => "confirm_address",
            Self::VoteReminder { .. } => "vote_reminder",
            Self::TopicNews { .. } => "topic_news",
            Self::AuthorCalled { .. } => "author_called",
            Self::TopicPassed { .. } => "topic_passed",
            Self::Procedure { .. } => "procedure",
            Self::Entry(_) => "entry",
            Self::Agenda { .. } => "agenda",
        }
    }

    /// What must leave in order: all that concerns one invitation, so that a CANCEL cannot overtake a REQUEST, and the sign-in
    /// links and questions of one address, which are counted by it.
    fn lane(&self, site: &Site) -> Option<String> {
        match self {
            Self::SignIn { email, .. } => Some(sign_in_lane(site, email)),
            Self::ConfirmAddress { email, .. } => Some(address_lane(site, email)),
            Self::VoteReminder { .. } | Self::AuthorCalled { .. } => None,
            Self::TopicNews { person, .. } | Self::TopicPassed { person, .. } => Some(topic_news_lane(*person)),
            Self::Procedure { person, .. } => Some(procedure_lane(*person)),
            Self::Entry(entry) => Some(invitation_lane(entry.invitation)),
            Self::Agenda { person, .. } => Some(agenda_lane(*person)),
        }
    }
}

/// The lane of the entries of one invitation.
pub fn invitation_lane(invitation: i64) -> String {
    format!("invitation/{invitation}")
}

/// The lane of the letters about agendas to one person.
pub fn agenda_lane(person: i64) -> String {
    format!("agenda/{person}")
}

/// The lane of the letters about topics to one person.
pub fn topic_news_lane(person: i64) -> String {
    format!("topic_news/{person}")
}

/// The lane of the letters about written procedures to one person.
pub fn procedure_lane(person: i64) -> String {
    format!("procedure/{person}")
}

/// The lane of the sign-in links of one address; keyed, because it outlives the address in the payload.
pub fn sign_in_lane(site: &Site, email: &str) -> String {
    format!("sign_in/{}", site.keys.sign("sign_in_lane", email.as_bytes()))
}

/// Puts a job into the outbox; call it inside the transaction of the change.
pub async fn put(tx: &impl ConnectionTrait, site: &Site, job: &Job) -> Result<()> {
    let now = site.now().as_millisecond();
    let row = outbox::ActiveModel {
        id: NotSet,
        kind: Set(job.kind().to_owned()),
        lane: Set(job.lane(site)),
        payload: Set(Some(serde_json::to_string(job).map_err(crate::Error::internal)?)),
        message_id: Set(format!("{}@{}", id::unique(), site.config.mail_domain())),
        state: Set("due".to_owned()),
        due_at: Set(now),
        attempts: Set(0),
        claimed_until: Set(None),
        problem: Set(None),
        created_at: Set(now),
        done_at: Set(None),
    };
    row.insert(tx).await?;
    Ok(())
}
