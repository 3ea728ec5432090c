//! An event as callers see it.

use super::request::{AttendanceBody, OfferBody, VenueBody};
use crate::http::api::schema::{Words, rfc3339};
use backend::repo::runs;
use backend::service::events::EventView;
use domain::event::{Kind, Run, Status, Visibility};
use serde::Serialize;
use utoipa::ToSchema;

/// An event.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventBody {
    slug: String,
    /// The short name of its host.
    host: String,
    /// The short name of its series.
    series: Option<String>,
    /// `forum`, `thematic`, `briefing` or `written`
    #[schema(value_type = String)]
    kind: Kind,
    title: Words,
    summary: Option<Words>,
    /// Markdown.
    description: Option<Words>,
    /// `YYYY-MM-DDTHH:MM`
    starts_local: String,
    zone: String,
    /// RFC 3339 UTC.
    starts_at: String,
    /// RFC 3339 UTC.
    ends_at: String,
    /// The clocks show `starts_local` twice; the first is meant.
    ambiguous: bool,
    duration_minutes: i32,
    venue: Option<VenueBody>,
    /// For those with a confirmed place and the host; for everybody where `online_public`.
    online_url: Option<String>,
    online_public: bool,
    attendance: AttendanceBody,
    /// `public`, `members` or `invited`
    #[schema(value_type = String)]
    visibility: Visibility,
    /// `draft`, `tentative`, `announced`, `confirmed`, `held` or `cancelled`
    #[schema(value_type = String)]
    status: Status,
    /// Why it has this status.
    reason: Option<Words>,
    /// SEQUENCE of its calendar entry.
    sequence: i32,
    /// UID of its calendar entry.
    uid: String,
    registration_opens_local: Option<String>,
    registration_opens_at: Option<String>,
    registration_closes_local: Option<String>,
    registration_closes_at: Option<String>,
    /// The release of the time zone database the instants were computed with.
    tzdb: String,
    /// The other time of an event that is held twice with one agenda.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    runs: Vec<RunBody>,
    /// Where it has just become `held`: the ids of the topics of which nobody has said what becomes of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    unanswered: Option<Vec<i64>>,
}

impl EventBody {
    /// The same with what its topics are owed.
    pub fn owing(self, topics: Vec<i64>) -> Self {
        Self { unanswered: Some(topics), ..self }
    }
}

/// The second run of an event. The event's own fields are the first.
#[derive(Debug, Serialize, ToSchema)]
struct RunBody {
    /// 2
    number: u8,
    /// `YYYY-MM-DDTHH:MM` in the event's zone.
    starts_local: String,
    /// RFC 3339 UTC.
    starts_at: String,
    /// RFC 3339 UTC.
    ends_at: String,
    online: OfferBody,
    /// SEQUENCE of its calendar entry.
    sequence: i32,
    /// UID of its calendar entry.
    uid: String,
}

fn second(event: &backend::entity::event::Model) -> Option<RunBody> {
    let run = runs::held(event, Run::Second)?;
    Some(RunBody {
        number: Run::Second.number(),
        starts_local: run.starts_local,
        starts_at: rfc3339(run.starts_at),
        ends_at: rfc3339(run.ends_at),
        online: OfferBody { capacity: run.online_capacity.map(i64::from) },
        sequence: run.sequence,
        uid: run.uid,
    })
}

impl From<EventView> for EventBody {
    fn from(view: EventView) -> Self {
        let event = view.row.event;
        let offer = |offered: bool, capacity: Option<i32>| offered.then(|| OfferBody { capacity: capacity.map(i64::from) });
        Self {
            unanswered: None,
            runs: second(&event).into_iter().collect(),
            host: view.row.host_slug,
            series: view.row.series_slug,
            kind: event.kind.0,
            title: event.title.0.into(),
            summary: event.summary.map(|text| text.0.into()),
            description: event.description.map(|text| text.0.into()),
            starts_local: event.starts_local,
            zone: event.zone,
            starts_at: rfc3339(event.starts_at),
            ends_at: rfc3339(event.ends_at),
            ambiguous: view.ambiguous,
            duration_minutes: event.duration_minutes,
            venue: event.venue.map(|venue| venue.0.into()),
            online_url: view.online_url,
            online_public: event.online_public,
            attendance: AttendanceBody {
                in_person: offer(event.in_person_offered, event.in_person_capacity),
                online: offer(event.online_offered, event.online_capacity),
            },
            visibility: event.visibility.0,
            status: event.status.0,
            reason: event.status_reason.map(|reason| reason.0.into()),
            sequence: event.sequence,
            uid: event.uid,
            registration_opens_local: event.registration_opens_local,
            registration_opens_at: event.registration_opens_at.map(rfc3339),
            registration_closes_local: event.registration_closes_local,
            registration_closes_at: event.registration_closes_at.map(rfc3339),
            tzdb: event.tzdb,
            slug: event.slug,
        }
    }
}
