//! Sessions as callers send them and as they are answered.

use crate::http::api::body::given;
use crate::http::api::schema::{Name, Words, rfc3339};
use backend::service::agenda::{SessionFields, Shown};
use domain::agenda::{Material, Part, SessionKind, SessionLanguage};
use domain::event::Run;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A session to add.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SessionRequest {
    /// At most 200 characters.
    title: Words,
    /// `YYYY-MM-DDTHH:MM` in the zone of the event.
    #[schema(example = "2027-08-18T10:30")]
    starts_local: String,
    /// 1–1,440.
    duration_minutes: i64,
    /// At most 100 characters; absent is the whole event's place.
    room: Option<Name>,
    /// Shown to those with a confirmed place and the host; to everybody where the event's link is public.
    online_url: Option<String>,
    /// Mail addresses of people, or names, at most 30. People are shown by their names only.
    #[serde(default)]
    speakers: Vec<String>,
    /// The id of a topic of the event.
    topic: Option<i64>,
    /// `main` or `supplementary`
    #[serde(default = "main")]
    part: String,
    /// Of an event that is held twice: 1 or 2, the only run that has it; absent is both. `starts_local` is as at the first run either way;
    /// one of the second run takes place as long after as that run begins after the first, and has no room.
    run: Option<i64>,
    /// `session` or `break`; a break has none of what follows, nor speakers or a topic.
    #[serde(default = "session")]
    kind: String,
    /// Who leads it: as `speakers`.
    #[serde(default)]
    chairs: Vec<String>,
    /// `lv`, `en` or `both`
    language: Option<String>,
    /// Under the Chatham House Rule: what is said may be used, but not who said it.
    #[serde(default)]
    chatham_house: bool,
    /// The working group whose session it is; at most 100 characters.
    group: Option<Name>,
    /// At most 20.
    #[serde(default)]
    materials: Vec<MaterialBody>,
    /// 1–100,000: so many can mark it; absent is no limit.
    capacity: Option<i64>,
}

/// Something to read for a session.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct MaterialBody {
    /// At most 200 characters.
    title: String,
    /// http or https.
    url: String,
}

impl From<MaterialBody> for Material {
    fn from(body: MaterialBody) -> Self {
        Self { title: body.title, url: body.url }
    }
}

impl From<Material> for MaterialBody {
    fn from(material: Material) -> Self {
        Self { title: material.title, url: material.url }
    }
}

fn session() -> String {
    <&str>::from(SessionKind::Session).to_owned()
}

fn main() -> String {
    <&str>::from(Part::Main).to_owned()
}

/// What to change of a session.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct SessionChange {
    title: Option<Words>,
    starts_local: Option<String>,
    duration_minutes: Option<i64>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<Name>)]
    room: Option<Option<Name>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    online_url: Option<Option<String>>,
    /// Given whole.
    speakers: Option<Vec<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<i64>)]
    topic: Option<Option<i64>>,
    part: Option<String>,
    /// 1 or 2; null is both.
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<i64>)]
    run: Option<Option<i64>>,
    kind: Option<String>,
    /// Given whole.
    chairs: Option<Vec<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    language: Option<Option<String>>,
    chatham_house: Option<bool>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<Name>)]
    group: Option<Option<Name>>,
    /// Given whole.
    materials: Option<Vec<MaterialBody>>,
    /// One below the marks there are drops nobody.
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<i64>)]
    capacity: Option<Option<i64>>,
    /// If given, the change is refused with 409 `changed_meanwhile` where the session has another by now.
    pub version: Option<i32>,
}

/// A session.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionBody {
    id: i64,
    title: Words,
    /// `YYYY-MM-DDTHH:MM`; of an event held twice as at the first run.
    starts_local: String,
    zone: String,
    /// RFC 3339 UTC; of what only the second run has, when it takes place then.
    starts_at: String,
    /// RFC 3339 UTC.
    ends_at: String,
    /// The clocks show `starts_local` twice; the first is meant.
    ambiguous: bool,
    duration_minutes: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    room: Option<Name>,
    /// It can be attended by a link.
    online: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    online_url: Option<String>,
    /// Names.
    speakers: Vec<String>,
    /// Speakers as a change takes them, people by address; for the host only.
    #[serde(skip_serializing_if = "Option::is_none")]
    given_speakers: Option<Vec<String>>,
    /// The id of its topic.
    #[serde(skip_serializing_if = "Option::is_none")]
    topic: Option<i64>,
    /// `main` or `supplementary`
    #[schema(value_type = String)]
    part: Part,
    /// The only run that has it, of an event that is held twice.
    #[serde(skip_serializing_if = "Option::is_none")]
    run: Option<u8>,
    /// `session` or `break`
    #[schema(value_type = String)]
    kind: SessionKind,
    /// Names of those who lead it.
    chairs: Vec<String>,
    /// They as a change takes them, people by address; for the host only.
    #[serde(skip_serializing_if = "Option::is_none")]
    given_chairs: Option<Vec<String>>,
    /// `lv`, `en` or `both`
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    language: Option<SessionLanguage>,
    /// What is said may be used, but not who said it.
    chatham_house: bool,
    /// The working group whose session it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<Name>,
    materials: Vec<MaterialBody>,
    /// How many can mark it, where a mark takes one of so many places.
    #[serde(skip_serializing_if = "Option::is_none")]
    capacity: Option<u32>,
    /// How many have; for the host, and for everybody where there is a `capacity`.
    #[serde(skip_serializing_if = "Option::is_none")]
    marks: Option<u32>,
    /// The caller has marked it.
    marked: bool,
    /// Rises with every change; for the host only.
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<i32>,
}

impl From<SessionRequest> for SessionFields {
    fn from(asked: SessionRequest) -> Self {
        Self {
            title: Some(asked.title.into()),
            starts_local: Some(asked.starts_local),
            duration_minutes: Some(asked.duration_minutes),
            room: Some(asked.room.map(Into::into)),
            online_url: Some(asked.online_url),
            speakers: Some(asked.speakers),
            topic: Some(asked.topic),
            part: Some(asked.part),
            run: Some(asked.run),
            kind: Some(asked.kind),
            chairs: Some(asked.chairs),
            language: Some(asked.language),
            chatham_house: Some(asked.chatham_house),
            group: Some(asked.group.map(Into::into)),
            materials: Some(asked.materials.into_iter().map(Into::into).collect()),
            capacity: Some(asked.capacity),
        }
    }
}

impl From<SessionChange> for SessionFields {
    fn from(asked: SessionChange) -> Self {
        Self {
            title: asked.title.map(Into::into),
            starts_local: asked.starts_local,
            duration_minutes: asked.duration_minutes,
            room: asked.room.map(|room| room.map(Into::into)),
            online_url: asked.online_url,
            speakers: asked.speakers,
            topic: asked.topic,
            part: asked.part,
            run: asked.run,
            kind: asked.kind,
            chairs: asked.chairs,
            language: asked.language,
            chatham_house: asked.chatham_house,
            group: asked.group.map(|group| group.map(Into::into)),
            materials: asked.materials.map(|materials| materials.into_iter().map(Into::into).collect()),
            capacity: asked.capacity,
        }
    }
}

/// The session as the API shows it.
pub fn body(zone: &str, shown: Shown) -> SessionBody {
    let session = shown.session;
    let span = shown.again.unwrap_or(shown.span);
    SessionBody {
        id: session.id.0,
        title: session.title.into(),
        starts_local: session.starts_local.to_string(),
        zone: zone.to_owned(),
        starts_at: rfc3339(span.from.as_millisecond()),
        ends_at: rfc3339(span.to.as_millisecond()),
        ambiguous: shown.ambiguous,
        duration_minutes: session.minutes.get(),
        room: session.room.map(Into::into),
        online: shown.online,
        online_url: session.online_url,
        speakers: shown.speakers,
        given_speakers: shown.given,
        topic: session.topic.map(|topic| topic.0),
        part: session.part,
        run: session.run.map(Run::number),
        kind: session.kind,
        chairs: shown.chairs,
        given_chairs: shown.given_chairs,
        language: session.language,
        chatham_house: session.chatham_house,
        group: session.group.map(Into::into),
        materials: session.materials.into_iter().map(Into::into).collect(),
        capacity: session.capacity,
        marks: shown.marks,
        marked: shown.marked,
        version: shown.version,
    }
}
