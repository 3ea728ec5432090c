//! What callers say of an event.

use crate::http::api::body::given;
use crate::http::api::schema::{Name, Reason, Words};
use backend::service::events::{AttendanceInput, EventFields, NewEvent, OfferInput, SecondRun, StatusChange};
use domain::event::Venue;
use domain::text::Label;
use domain::text::Text;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An event to make.
#[derive(Debug, Deserialize, ToSchema)]
pub struct EventRequest {
    /// Its short name: 1–64 of a–z, 0–9 and inner hyphens.
    #[schema(example = "forum-2027")]
    slug: String,
    /// The short name of its host.
    #[schema(example = "state-chancellery")]
    host: String,
    /// The short name of its series.
    series: Option<String>,
    /// `draft` (if not said), `tentative`, `announced` or `confirmed`
    status: Option<String>,
    #[serde(flatten)]
    fields: EventChange,
}

/// What can be given and changed of an event; a change replaces the fields it names, null empties them.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub struct EventChange {
    /// `forum`, `thematic`, `briefing` or `written`
    #[schema(example = "forum")]
    kind: Option<String>,
    /// At most 200 characters a language.
    title: Option<Words>,
    /// At most 500 characters a language.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<Words>)]
    summary: Option<Option<Words>>,
    /// Markdown, at most 20,000 characters a language.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<Words>)]
    description: Option<Option<Words>>,
    /// `YYYY-MM-DDTHH:MM`; 422 `local_time_skipped` where the clocks skip it.
    #[schema(example = "2027-08-18T10:00")]
    starts_local: Option<String>,
    /// In place of the duration: the local time of the end.
    ends_local: Option<String>,
    /// An IANA name.
    #[schema(example = "Europe/Riga")]
    zone: Option<String>,
    /// 1–10,080
    #[schema(example = 480)]
    duration_minutes: Option<i64>,
    /// Where the room is.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<VenueBody>)]
    venue: Option<Option<VenueBody>>,
    /// The link to join by, http or https.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    online_url: Option<Option<String>>,
    /// Shows the link to everybody.
    online_public: Option<bool>,
    /// Given whole.
    attendance: Option<AttendanceBody>,
    /// `public`, `members` or `invited`
    visibility: Option<String>,
    /// When registration opens, in the event's zone; with the announcement, if not said.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    registration_opens_local: Option<Option<String>>,
    /// When it closes; with the start, if not said.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    registration_closes_local: Option<Option<String>>,
}

/// A room and the city it is in.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct VenueBody {
    /// A plain text for all readers, or `{lv, en}`.
    #[schema(value_type = Name)]
    name: Label,
    #[schema(example = "Mūkusalas iela 3")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    #[schema(example = "Rīga")]
    city: String,
    /// ISO 3166-1 alpha-2
    #[schema(example = "LV")]
    country: String,
}

/// The modes; null is not offered.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct AttendanceBody {
    pub in_person: Option<OfferBody>,
    pub online: Option<OfferBody>,
}

/// The places of a mode.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct OfferBody {
    /// Null is no limit.
    #[schema(example = 120)]
    pub capacity: Option<i64>,
}

/// The other time of an event that is held twice.
#[derive(Debug, Deserialize, ToSchema)]
pub struct RunRequest {
    /// `YYYY-MM-DDTHH:MM` in the event's zone; beside the first run, at most a week from it.
    #[schema(example = "2027-08-18T21:00")]
    starts_local: String,
    /// Its places; no limit, if not said.
    online: Option<OfferBody>,
}

/// A new status.
#[derive(Debug, Deserialize, ToSchema)]
pub struct EventStatusRequest {
    /// `tentative`, `announced`, `confirmed`, `held` or `cancelled`
    #[schema(example = "announced")]
    to: String,
    /// Why; shown to everybody who sees the event. A plain text stands for both languages.
    #[serde(default)]
    #[schema(value_type = Option<Words>)]
    reason: Option<Reason>,
}

impl From<Venue> for VenueBody {
    fn from(venue: Venue) -> Self {
        Self { name: venue.name, address: venue.address, city: venue.city, country: venue.country }
    }
}

impl From<VenueBody> for Venue {
    fn from(venue: VenueBody) -> Self {
        Self { name: venue.name, address: venue.address, city: venue.city, country: venue.country }
    }
}

impl From<EventRequest> for NewEvent {
    fn from(sent: EventRequest) -> Self {
        Self { slug: sent.slug, host: sent.host, series: sent.series, status: sent.status, fields: sent.fields.into() }
    }
}

impl From<EventChange> for EventFields {
    fn from(sent: EventChange) -> Self {
        Self {
            kind: sent.kind,
            title: sent.title.map(Text::from),
            summary: sent.summary.map(|text| text.map(Text::from)),
            description: sent.description.map(|text| text.map(Text::from)),
            starts_local: sent.starts_local,
            ends_local: sent.ends_local,
            zone: sent.zone,
            duration_minutes: sent.duration_minutes,
            venue: sent.venue.map(|venue| venue.map(Venue::from)),
            online_url: sent.online_url,
            online_public: sent.online_public,
            attendance: sent.attendance.map(AttendanceInput::from),
            visibility: sent.visibility,
            registration_opens_local: sent.registration_opens_local,
            registration_closes_local: sent.registration_closes_local,
        }
    }
}

impl From<RunRequest> for SecondRun {
    fn from(sent: RunRequest) -> Self {
        let online = OfferInput { capacity: sent.online.and_then(|online| online.capacity) };
        Self { starts_local: sent.starts_local, online }
    }
}

impl From<AttendanceBody> for AttendanceInput {
    fn from(modes: AttendanceBody) -> Self {
        let offer = |offer: Option<OfferBody>| offer.map(|offer| OfferInput { capacity: offer.capacity });
        Self { in_person: offer(modes.in_person), online: offer(modes.online) }
    }
}

impl From<EventStatusRequest> for StatusChange {
    fn from(sent: EventStatusRequest) -> Self {
        Self { to: sent.to, reason: sent.reason.map(Into::into) }
    }
}
