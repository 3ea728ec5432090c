//! What a caller may say of an event, as it was sent.

use domain::event::Venue;
use domain::text::Text;

/// A new event.
#[derive(Clone, Debug, Default)]
pub struct NewEvent {
    /// Its short name.
    pub slug: String,
    /// The short name of its host.
    pub host: String,
    /// The short name of its series.
    pub series: Option<String>,
    /// Draft, if not said.
    pub status: Option<String>,
    /// The rest.
    pub fields: EventFields,
}

/// The fields that can be given and changed. None leaves a field as it is; an inner none empties it.
#[derive(Clone, Debug, Default)]
pub struct EventFields {
    /// `forum`, `thematic`, `briefing` or `written`.
    pub kind: Option<String>,
    /// At most [`TITLE`] characters a language.
    pub title: Option<Text>,
    /// At most [`SUMMARY`] characters a language.
    pub summary: Option<Option<Text>>,
    /// Markdown, at most [`DESCRIPTION`] characters a language.
    pub description: Option<Option<Text>>,
    /// `YYYY-MM-DDTHH:MM`
    pub starts_local: Option<String>,
    /// In place of the duration: the local time of the end, in the same zone.
    pub ends_local: Option<String>,
    /// The IANA name.
    pub zone: Option<String>,
    /// 1–[`LONGEST`], of a written procedure 1–[`LONGEST_WRITTEN`].
    pub duration_minutes: Option<i64>,
    /// Where the room is.
    pub venue: Option<Option<Venue>>,
    /// The link to join by: http or https.
    pub online_url: Option<Option<String>>,
    /// Whether everybody sees the link.
    pub online_public: Option<bool>,
    /// The modes, given whole.
    pub attendance: Option<AttendanceInput>,
    /// `public`, `members` or `invited`.
    pub visibility: Option<String>,
    /// When registration opens, in the event's zone.
    pub registration_opens_local: Option<Option<String>>,
    /// When it closes.
    pub registration_closes_local: Option<Option<String>>,
}

/// Which modes are offered; none is not offered.
#[derive(Clone, Copy, Debug, Default)]
pub struct AttendanceInput {
    /// The room.
    pub in_person: Option<OfferInput>,
    /// Online.
    pub online: Option<OfferInput>,
}

/// The places of a mode.
#[derive(Clone, Copy, Debug, Default)]
pub struct OfferInput {
    /// None is no limit.
    pub capacity: Option<i64>,
}

/// Characters of a title.
pub const TITLE: usize = 200;
/// Characters of a summary.
pub const SUMMARY: usize = 500;
/// Characters of a description.
pub const DESCRIPTION: usize = 20_000;
/// Minutes of an event: a week.
pub const LONGEST: i64 = 7 * 24 * 60;
/// Minutes of a written procedure: two months.
pub const LONGEST_WRITTEN: i64 = 62 * 24 * 60;
