//! A draft of the agenda: proposed first, taken over when it is liked.

use crate::http::api::address::Path;
use crate::http::api::body::Body;
use crate::http::api::caller::Caller;
use crate::http::api::problem::{Answer, Problem};
use crate::http::api::schema::{Name, rfc3339};
use app::pages::agenda::{point, unplaced};
use axum::Json;
use axum::extract::State;
use backend::service::agenda::draft::{self, Asked, Clash, Item, Point, Proposal, TopicAsked, What};
use backend::{Error, Site};
use domain::agenda::Part;
use domain::text::Lang;
use domain::time::Zone;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The calls.
pub fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new().routes(routes!(propose)).routes(routes!(apply))
}

/// A stretch of hours.
#[derive(Debug, Deserialize, ToSchema)]
struct DraftHoursRequest {
    /// `YYYY-MM-DDTHH:MM` in the zone of the event.
    from_local: String,
    /// The same.
    until_local: String,
}

/// A time of every day that is kept free.
#[derive(Debug, Deserialize, ToSchema)]
struct DraftLunchRequest {
    /// `HH:MM`
    from: String,
    /// The same.
    until: String,
}

/// A topic to be placed.
#[derive(Debug, Deserialize, ToSchema)]
struct DraftTopicRequest {
    id: i64,
    /// `main` (for all, so that nothing else takes place meanwhile) or `supplementary` (beside others); `main` if not said.
    part: Option<String>,
    /// Mail addresses of people, or names; at most 30.
    #[serde(default)]
    speakers: Vec<String>,
    /// How many its room must hold: if not said, all with a confirmed place in the room for `main`, else those of them at most who want it.
    expected: Option<i64>,
}

/// What is to be placed, where and when.
#[derive(Debug, Deserialize, ToSchema)]
struct DraftRequest {
    /// Within the time of the event, at most 10; if none is named, its own time, and of an event over several days each day of it.
    #[serde(default)]
    hours: Vec<DraftHoursRequest>,
    /// Minutes between two sessions that have a room or somebody in common or of which one is for all: 0, 5, 10 or 15.
    #[serde(default)]
    pause_minutes: i64,
    lunch: Option<DraftLunchRequest>,
    /// Names of rooms of the event; all of them if not said.
    rooms: Option<Vec<String>>,
    /// Promised topics that have no session; all of them if not said. With `anew` at most 60.
    topics: Option<Vec<DraftTopicRequest>>,
    /// Ids of sessions that are to be placed anew.
    #[serde(default)]
    anew: Vec<i64>,
    /// The number of a closed round of at least 10 ballots that say what people want; 0 is none, the newest such round if not said.
    round: Option<i32>,
    /// That of the proposal, where it is taken over.
    mark: Option<String>,
}

/// A draft. Nothing of it is stored.
#[derive(Debug, Serialize, ToSchema)]
struct DraftBody {
    /// Another one for everything the draft was made from.
    mark: String,
    zone: String,
    /// Topics by number, then sessions that were to be placed anew.
    items: Vec<DraftItemBody>,
    /// Of two drafts the one is better that has the better figure in the first of these in which they differ.
    objective: Vec<DraftPointBody>,
    /// What the same people want and is at the same time.
    collisions: Vec<DraftClashBody>,
    /// The number of the round whose ballots counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    round: Option<i32>,
}

/// One of what was to be placed.
#[derive(Debug, Serialize, ToSchema)]
struct DraftItemBody {
    /// The id of the topic.
    #[serde(skip_serializing_if = "Option::is_none")]
    topic: Option<i64>,
    /// The id of the session.
    #[serde(skip_serializing_if = "Option::is_none")]
    session: Option<i64>,
    title: Name,
    duration_minutes: i64,
    /// `main` or `supplementary`
    #[schema(value_type = String)]
    part: Part,
    /// Absent where it has no place.
    #[serde(skip_serializing_if = "Option::is_none")]
    starts_local: Option<String>,
    /// RFC 3339 UTC.
    #[serde(skip_serializing_if = "Option::is_none")]
    starts_at: Option<String>,
    /// RFC 3339 UTC.
    #[serde(skip_serializing_if = "Option::is_none")]
    ends_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    room: Option<Name>,
    /// Why it has no place: `longer_than_hours`, `rooms_too_small`, `speaker_unavailable`, `speakers_never_together`, `no_hole` or `taken`
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<String>,
}

/// A figure of the objective.
#[derive(Debug, Serialize, ToSchema)]
struct DraftPointBody {
    /// `placed` (of everything placed its minutes, times one more than want it: more is better), `collisions` (pairs of things at the same
    /// time, times the people who want both), `night` (minutes at night of each who follows from afar, times one more than want what
    /// takes place then) or `early` (minutes from the beginning of the hours to each start, added up)
    code: &'static str,
    value: i64,
    /// What it would be if everything could be had.
    ideal: i64,
    /// No draft is better in this without being worse in what stands before it.
    proven: bool,
    message: String,
}

/// Two at the same time that the same people want.
#[derive(Debug, Serialize, ToSchema)]
struct DraftClashBody {
    titles: Vec<Name>,
    /// How many want both; absent where they are fewer than 5.
    #[serde(skip_serializing_if = "Option::is_none")]
    people: Option<u32>,
}

/// What was taken over.
#[derive(Debug, Serialize, ToSchema)]
struct DraftTakenBody {
    /// How many sessions were made or moved.
    sessions: usize,
}

impl From<DraftRequest> for Asked {
    fn from(asked: DraftRequest) -> Self {
        let topic =
            |topic: DraftTopicRequest| TopicAsked { id: topic.id, part: topic.part, speakers: topic.speakers, expected: topic.expected };
        Self {
            hours: asked.hours.into_iter().map(|hours| (hours.from_local, hours.until_local)).collect(),
            pause: asked.pause_minutes,
            lunch: asked.lunch.map(|lunch| (lunch.from, lunch.until)),
            rooms: asked.rooms,
            topics: asked.topics.map(|topics| topics.into_iter().map(topic).collect()),
            anew: asked.anew,
            round: asked.round,
        }
    }
}

fn item(zone: &Zone, item: Item) -> DraftItemBody {
    let (topic, session) = match item.what {
        What::Topic(id, _) => (Some(id), None),
        What::Session(id) => (None, Some(id)),
    };
    let message = item.why.as_ref().map(|why| unplaced(Lang::En, zone, &item, why));
    DraftItemBody {
        topic,
        session,
        duration_minutes: item.minutes,
        part: item.part,
        starts_local: item.at.map(|(local, _)| local.to_string()),
        starts_at: item.at.map(|(_, at)| rfc3339(at.from.as_millisecond())),
        ends_at: item.at.map(|(_, at)| rfc3339(at.to.as_millisecond())),
        code: item.why.as_ref().map(|why| why.reason.code()),
        message,
        title: item.title.into(),
        room: item.room.map(Into::into),
    }
}

fn body(proposal: Proposal) -> DraftBody {
    let figure = |found: &Point| DraftPointBody {
        code: found.code,
        value: found.value,
        ideal: found.ideal,
        proven: found.proven,
        message: point(Lang::En, &proposal, found),
    };
    let clash = |clash: &Clash| DraftClashBody { titles: vec![clash.one.clone().into(), clash.other.clone().into()], people: clash.people };
    DraftBody {
        objective: proposal.points.iter().map(figure).collect(),
        collisions: proposal.clashes.iter().map(clash).collect(),
        round: proposal.round.map(|(number, _)| number),
        zone: proposal.zone.name().to_owned(),
        items: proposal.items.into_iter().map(|one| item(&proposal.zone, one)).collect(),
        mark: proposal.mark,
    }
}

/// Proposes where promised topics could be placed; stores nothing. The same question has the same draft. Sessions and breaks that are
/// there stay where they are.
#[utoipa::path(post, path = "/events/{slug}/agenda/draft", tag = "Agenda", params(("slug" = String, Path)), request_body = DraftRequest, responses((status = 200, body = DraftBody), (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn propose(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(slug): Path<String>,
    Body(asked): Body<DraftRequest>,
) -> Answer<Json<DraftBody>> {
    Ok(Json(body(draft::propose(&site, &actor, &slug, &asked.into()).await?)))
}

/// Makes the sessions of a draft in the working version, all or none; asked with what it was proposed for and its `mark`. Refused with
/// `changed_meanwhile` if anything it was made from has changed since.
#[utoipa::path(post, path = "/events/{slug}/agenda/draft/apply", tag = "Agenda", params(("slug" = String, Path)), request_body = DraftRequest, responses((status = 200, body = DraftTakenBody), (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn apply(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(slug): Path<String>,
    Body(asked): Body<DraftRequest>,
) -> Answer<Json<DraftTakenBody>> {
    let mark = asked.mark.clone().ok_or_else(|| Error::field("mark", "required"))?;
    Ok(Json(DraftTakenBody { sessions: draft::apply(&site, &actor, &slug, &asked.into(), &mark).await? }))
}
