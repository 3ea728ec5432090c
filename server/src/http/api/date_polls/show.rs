//! A date poll as callers see it.

use crate::http::api::events::EventBody;
use crate::http::api::invitations::InvitationsAnswer;
use crate::http::api::schema::{Words, rfc3339};
use backend::Site;
use backend::clock::instant;
use backend::entity::date_poll_reply;
use backend::repo::date_polls::Reply;
use backend::service::date_polls::{Figures, Sees, View, is_open};
use domain::date_poll::Answer;
use domain::time::LocalTime;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A date poll, with what the caller may know of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct DatePoll {
    /// The end of its address.
    id: String,
    /// Where people answer.
    url: String,
    /// The short name of its host.
    host: String,
    title: Words,
    note: Option<Words>,
    zone: String,
    duration_minutes: i32,
    /// `YYYY-MM-DDTHH:MM`
    closes_local: String,
    /// RFC 3339 UTC.
    closes_at: String,
    /// It can still be answered.
    open: bool,
    without_account: bool,
    answers_shown: bool,
    /// The short name of the event that was made of it.
    event: Option<String>,
    /// How many have answered; null where they are few and the caller is not of the host.
    answered: Option<i64>,
    /// The earliest first.
    slots: Vec<DatePollSlot>,
    /// The id of the slot to take: that most can come to, and of several the least bad for whom it hits worst. For the host.
    suggested: Option<u16>,
    /// The caller's own answers, by slot.
    #[schema(value_type = Option<BTreeMap<String, String>>)]
    mine: Option<BTreeMap<u16, Answer>>,
    /// What everybody said; null where it is not for the caller.
    replies: Option<Vec<DatePollReply>>,
}

/// One slot.
#[derive(Debug, Serialize, ToSchema)]
pub struct DatePollSlot {
    id: u16,
    /// `YYYY-MM-DDTHH:MM`
    starts_local: String,
    /// RFC 3339 UTC.
    starts_at: String,
    /// Null where they are few, or not for the caller.
    yes: Option<i64>,
    /// As `yes`.
    if_need_be: Option<i64>,
    /// As `yes`.
    no: Option<i64>,
    /// What it costs those who answered, as the calculator of fair times counts; for the host.
    cost: Option<DatePollCost>,
}

/// What a slot costs.
#[derive(Debug, Serialize, ToSchema)]
pub struct DatePollCost {
    /// The highest pain of a zone.
    worst_pain: f64,
    /// Pain over all people.
    total_pain: f64,
    /// People with a minute of it at night, 23:00–07:00 on their own clocks.
    night_people: u64,
}

/// One who answered.
#[derive(Debug, Serialize, ToSchema)]
pub struct DatePollReply {
    /// Possibly empty.
    name: String,
    /// For the host only.
    email: Option<String>,
    /// The address is known to be theirs. For the host only.
    confirmed: Option<bool>,
    /// For the host only.
    zone: Option<String>,
    #[schema(value_type = BTreeMap<String, String>)]
    answers: BTreeMap<u16, Answer>,
}

/// The answers kept.
#[derive(Debug, Serialize, ToSchema)]
pub struct DatePollAnswered {
    /// By the id of the slot.
    #[schema(value_type = BTreeMap<String, String>)]
    answers: BTreeMap<u16, Answer>,
}

/// What became of a slot.
#[derive(Debug, Serialize, ToSchema)]
pub struct DatePollDecided {
    pub event: EventBody,
    pub invitations: InvitationsAnswer,
}

impl DatePollAnswered {
    /// From the row.
    pub fn of(reply: date_poll_reply::Model) -> Self {
        Self { answers: reply.answers.0 }
    }
}

impl DatePoll {
    /// From what the caller may know.
    pub fn of(site: &Site, view: View) -> Self {
        let poll = view.poll;
        let suggested = view.suggested.and_then(|place| view.slots.get(place)).map(|figures| figures.slot.id);
        let is_host = view.sees == Sees::Everything;
        let closes = site.zones.get(&poll.zone).map(|zone| LocalTime::new(zone.local(instant(poll.closes_at)).time).to_string());
        Self {
            url: site.url(&format!("/lv/polls/{}", poll.token)),
            open: is_open(&poll, site.now().as_millisecond()),
            id: poll.token,
            host: view.host.slug,
            title: poll.title.0.into(),
            note: poll.note.map(|note| note.0.into()),
            zone: poll.zone,
            duration_minutes: poll.duration_minutes,
            closes_local: closes.unwrap_or_default(),
            closes_at: rfc3339(poll.closes_at),
            without_account: poll.without_account,
            answers_shown: poll.answers_shown,
            event: view.event.map(|event| event.slug),
            answered: view.answered,
            slots: view.slots.into_iter().map(DatePollSlot::of).collect(),
            suggested,
            mine: view.mine.map(|mine| mine.answers.0),
            replies: (view.sees >= Sees::Answers).then(|| view.replies.into_iter().map(|one| DatePollReply::of(one, is_host)).collect()),
        }
    }
}

impl DatePollSlot {
    fn of(figures: Figures) -> Self {
        let [yes, if_need_be, no] = figures.counts;
        Self {
            id: figures.slot.id,
            starts_local: figures.slot.starts_local.to_string(),
            starts_at: rfc3339(figures.slot.starts_at),
            yes,
            if_need_be,
            no,
            cost: figures.cost.map(|cost| DatePollCost {
                worst_pain: cost.worst_pain,
                total_pain: cost.total_pain,
                night_people: cost.night_people,
            }),
        }
    }
}

impl DatePollReply {
    fn of(one: Reply, is_host: bool) -> Self {
        Self {
            name: one.name().to_owned(),
            email: one.email().filter(|_| is_host).map(str::to_owned),
            confirmed: is_host.then(|| one.is_confirmed()),
            zone: is_host.then(|| one.zone().to_owned()),
            answers: one.reply.answers.0,
        }
    }
}
