//! What callers say of a date poll.

use crate::http::api::body::given;
use crate::http::api::events::AttendanceBody;
use crate::http::api::schema::Words;
use backend::service::date_polls::{Change, Decision, Given, NewPoll};
use domain::text::Text;
use serde::Deserialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A date poll to make.
#[derive(Debug, Deserialize, ToSchema)]
pub struct DatePollRequest {
    /// The short name of its host.
    #[schema(example = "state-chancellery")]
    host: String,
    /// What the meeting is about; at most 200 characters a language. The event is called so, too.
    title: Words,
    /// At most 500 characters a language.
    note: Option<Words>,
    /// An IANA name: whose clocks the slots are on.
    #[schema(example = "Europe/Riga")]
    zone: String,
    /// 1–1,440
    #[schema(example = 60)]
    duration_minutes: i64,
    /// 1–40 starts `YYYY-MM-DDTHH:MM`, each once, in the future.
    #[schema(example = json!(["2027-03-01T10:00", "2027-03-02T15:00"]))]
    slots: Vec<String>,
    /// Until when people answer, in the same zone: within a year, and not after the last slot.
    #[schema(example = "2027-02-15T18:00")]
    closes_local: String,
    /// Whether people without an account may answer, by a name.
    #[serde(default)]
    without_account: bool,
    /// Whether all who answer see what the others said, by name. It cannot be changed later.
    #[serde(default)]
    answers_shown: bool,
}

/// What can be changed; null empties the note.
#[derive(Debug, Deserialize, ToSchema)]
pub struct DatePollChange {
    title: Option<Words>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<Words>)]
    note: Option<Option<Words>>,
    /// May open the poll again.
    #[schema(example = "2027-02-20T18:00")]
    closes_local: Option<String>,
    /// True closes it now.
    #[serde(default)]
    close: bool,
}

/// Answers by the id of the slot.
#[derive(Debug, Deserialize, ToSchema)]
pub struct DatePollAnswer {
    /// `yes`, `if_need_be` or `no`
    answers: BTreeMap<String, String>,
}

/// Which slot becomes the event.
#[derive(Debug, Deserialize, ToSchema)]
pub struct DatePollDecision {
    /// The id of the slot.
    #[schema(example = 1)]
    slot: i64,
    /// The event's short name; the host's and the day, if not said.
    slug: Option<String>,
    /// `forum`, `thematic` (if not said), `briefing` or `written`
    kind: Option<String>,
    /// Online without a limit, if not said.
    attendance: Option<AttendanceBody>,
    /// `public`, `members` or `invited` (if not said)
    visibility: Option<String>,
}

impl From<DatePollRequest> for NewPoll {
    fn from(sent: DatePollRequest) -> Self {
        Self {
            host: sent.host,
            title: sent.title.into(),
            note: sent.note.map(Text::from),
            zone: sent.zone,
            duration_minutes: Some(sent.duration_minutes),
            slots: sent.slots,
            closes_local: sent.closes_local,
            without_account: sent.without_account,
            answers_shown: sent.answers_shown,
        }
    }
}

impl From<DatePollChange> for Change {
    fn from(sent: DatePollChange) -> Self {
        Self {
            title: sent.title.map(Text::from),
            note: sent.note.map(|note| note.map(Text::from)),
            closes_local: sent.closes_local,
            close: sent.close,
        }
    }
}

impl From<DatePollAnswer> for Given {
    fn from(sent: DatePollAnswer) -> Self {
        Self { answers: sent.answers, ..Self::default() }
    }
}

impl From<DatePollDecision> for Decision {
    fn from(sent: DatePollDecision) -> Self {
        Self { slot: sent.slot, slug: sent.slug, kind: sent.kind, attendance: sent.attendance.map(Into::into), visibility: sent.visibility }
    }
}
