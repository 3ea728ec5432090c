//! Agendas: the working version, what was published of it, and who marked what.

use crate::entity::stored::{JsonText, Stored};
use crate::entity::{agenda_release, person, registration, session, session_mark, session_speaker, topic};
use crate::{Error, Result};
use domain::agenda::{Session, Speaker};
use domain::id::{PersonId, SessionId, TopicId};
use domain::registration::{Spot, Status as Place};
use domain::text::Text;
use domain::time::LocalTime;
use domain::topic::Minutes;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, JoinType, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use std::collections::{BTreeMap, BTreeSet};

/// A session of the working version and the number of its last change.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The session.
    pub session: Session,
    /// Rises with every change.
    pub version: i32,
}

/// The working version, by start.
pub async fn working(db: &impl ConnectionTrait, event_id: i64) -> Result<Vec<Draft>> {
    Ok(working_of(db, &[event_id]).await?.remove(&event_id).unwrap_or_default())
}

/// The working versions of these events, each by start.
pub async fn working_of(db: &impl ConnectionTrait, events: &[i64]) -> Result<BTreeMap<i64, Vec<Draft>>> {
    if events.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows = session::Entity::find()
        .filter(session::Column::EventId.is_in(events.iter().copied()))
        .filter(session::Column::Removed.eq(false))
        .order_by_asc(session::Column::StartsLocal)
        .order_by_asc(session::Column::Id);
    let its_session = session_speaker::Entity::belongs_to(session::Entity).from(session_speaker::Column::SessionId).to(session::Column::Id);
    let speakers = session_speaker::Entity::find()
        .join(JoinType::InnerJoin, its_session.into())
        .filter(session::Column::EventId.is_in(events.iter().copied()))
        .order_by_asc(session_speaker::Column::Position);
    let mut of: BTreeMap<i64, Vec<session_speaker::Model>> = BTreeMap::new();
    for row in speakers.all(db).await? {
        of.entry(row.session_id).or_default().push(row);
    }
    let mut found: BTreeMap<i64, Vec<Draft>> = BTreeMap::new();
    for row in rows.all(db).await? {
        let (event, speakers) = (row.event_id, of.remove(&row.id).unwrap_or_default());
        found.entry(event).or_default().push(draft(row, speakers)?);
    }
    Ok(found)
}

/// One session of the working version; nothing if it was removed.
pub async fn one(db: &impl ConnectionTrait, row: session::Model) -> Result<Option<Draft>> {
    if row.removed {
        return Ok(None);
    }
    let speakers = session_speaker::Entity::find()
        .filter(session_speaker::Column::SessionId.eq(row.id))
        .order_by_asc(session_speaker::Column::Position);
    draft(row, speakers.all(db).await?).map(Some)
}

fn speaker(row: session_speaker::Model) -> Option<Speaker> {
    row.person_id.map(|id| Speaker::Person(PersonId(id))).or_else(|| row.name.map(Speaker::Named))
}

fn draft(row: session::Model, voices: Vec<session_speaker::Model>) -> Result<Draft> {
    let starts_local = LocalTime::parse(&row.starts_local).map_err(Error::internal)?;
    let minutes = Minutes::new(row.duration_minutes.into()).map_err(Error::internal)?;
    let (chairs, speakers): (Vec<_>, Vec<_>) = voices.into_iter().partition(|voice| voice.chairs);
    let session = Session {
        room: row.room.map(|room| room.0),
        online_url: row.online_url,
        speakers: speakers.into_iter().filter_map(speaker).collect(),
        topic: row.topic_id.map(TopicId),
        part: row.part.0,
        run: row.run.map(|run| run.0),
        kind: row.kind.0,
        chairs: chairs.into_iter().filter_map(speaker).collect(),
        language: row.language.map(|language| language.0),
        chatham_house: row.chatham_house,
        group: row.working_group.map(|group| group.0),
        materials: row.materials.map(|materials| materials.0).unwrap_or_default(),
        capacity: row.capacity.and_then(|capacity| u32::try_from(capacity).ok()),
        ..Session::new(SessionId(row.id), row.title.0, starts_local, minutes)
    };
    Ok(Draft { session, version: row.version })
}

/// Whether they lead, and who: a person or a name.
pub type Voice = (bool, Option<i64>, Option<String>);

/// Those who speak, then those who lead, as rows hold them.
pub fn voices(session: &Session) -> Vec<Voice> {
    let one = |chairs: bool| {
        move |speaker: &Speaker| match speaker {
            Speaker::Person(id) => (chairs, Some(id.0), None),
            Speaker::Named(name) => (chairs, None, Some(name.clone())),
        }
    };
    session.speakers.iter().map(one(false)).chain(session.chairs.iter().map(one(true))).collect()
}

/// Makes a row say what a session says, but for who speaks and leads.
pub fn write(session: &Session, row: &mut session::Model) {
    row.topic_id = session.topic.map(|topic| topic.0);
    row.title = JsonText(session.title.clone());
    row.starts_local = session.starts_local.to_string();
    row.duration_minutes = session.minutes.get().into();
    row.room = session.room.clone().map(JsonText);
    row.online_url.clone_from(&session.online_url);
    row.part = Stored(session.part);
    row.run = session.run.map(Stored);
    row.kind = Stored(session.kind);
    row.language = session.language.map(Stored);
    row.chatham_house = session.chatham_house;
    row.working_group = session.group.clone().map(JsonText);
    row.materials = (!session.materials.is_empty()).then(|| JsonText(session.materials.clone()));
    row.capacity = session.capacity.and_then(|capacity| i32::try_from(capacity).ok());
}

/// How many sessions the working version has.
pub async fn count(db: &impl ConnectionTrait, event_id: i64) -> Result<u64> {
    let rows = session::Entity::find().filter(session::Column::EventId.eq(event_id)).filter(session::Column::Removed.eq(false));
    Ok(rows.count(db).await?)
}

/// The release of a number, or the newest, and the one before it.
pub async fn releases(db: &impl ConnectionTrait, event_id: i64, number: Option<i32>) -> Result<Vec<agenda_release::Model>> {
    let mut rows = of_event(event_id);
    if let Some(number) = number {
        rows = rows.filter(agenda_release::Column::Number.lte(number));
    }
    Ok(rows.limit(2).all(db).await?)
}

/// The release of a number.
pub async fn release(db: &impl ConnectionTrait, event_id: i64, number: i32) -> Result<Option<agenda_release::Model>> {
    Ok(of_event(event_id).filter(agenda_release::Column::Number.eq(number)).one(db).await?)
}

/// Number, name and time of the releases below a number, newest first.
pub async fn release_lines(db: &impl ConnectionTrait, event_id: i64, below: i32, limit: u64) -> Result<Vec<(i32, Text, i64)>> {
    let rows = of_event(event_id)
        .select_only()
        .columns([agenda_release::Column::Number, agenda_release::Column::Name, agenda_release::Column::ReleasedAt])
        .filter(agenda_release::Column::Number.lt(below))
        .limit(limit);
    let rows: Vec<(i32, JsonText<Text>, i64)> = rows.into_tuple().all(db).await?;
    Ok(rows.into_iter().map(|(number, name, at)| (number, name.0, at)).collect())
}

/// Newest first.
fn of_event(event_id: i64) -> Select<agenda_release::Entity> {
    agenda_release::Entity::find().filter(agenda_release::Column::EventId.eq(event_id)).order_by_desc(agenda_release::Column::Number)
}

/// The newest release.
pub async fn newest(db: &impl ConnectionTrait, event_id: i64) -> Result<Option<agenda_release::Model>> {
    Ok(of_event(event_id).limit(1).one(db).await?)
}

/// The newest release of each of these events.
pub async fn newest_of(db: &impl ConnectionTrait, events: &[i64]) -> Result<Vec<agenda_release::Model>> {
    let other = Alias::new("other");
    let newest = Query::select()
        .expr(Expr::col((other.clone(), agenda_release::Column::Number)).max())
        .from_as(agenda_release::Entity, other.clone())
        .and_where(Expr::col((other, agenda_release::Column::EventId)).equals((agenda_release::Entity, agenda_release::Column::EventId)))
        .to_owned();
    let rows = agenda_release::Entity::find()
        .filter(agenda_release::Column::EventId.is_in(events.iter().copied()))
        .filter(agenda_release::Column::Number.in_subquery(newest));
    Ok(rows.all(db).await?)
}

/// The names of the people who speak or lead; who has none is not in it.
pub async fn names(db: &impl ConnectionTrait, sessions: &[&Session]) -> Result<BTreeMap<PersonId, String>> {
    Ok(people(db, sessions).await?.into_iter().map(|(id, (name, _))| (id, name)).filter(|(_, name)| !name.is_empty()).collect())
}

/// The name and the address of the people who speak or lead.
pub async fn people(db: &impl ConnectionTrait, sessions: &[&Session]) -> Result<BTreeMap<PersonId, (String, String)>> {
    let person = |speaker: &Speaker| match speaker {
        Speaker::Person(id) => Some(id.0),
        Speaker::Named(_) => None,
    };
    let ids: BTreeSet<i64> = sessions.iter().flat_map(|session| session.voices()).filter_map(person).collect();
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows: Vec<(i64, String, String)> = person::Entity::find()
        .select_only()
        .columns([person::Column::Id, person::Column::Name, person::Column::Email])
        .filter(person::Column::Id.is_in(ids))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(id, name, email)| (PersonId(id), (name, email))).collect())
}

/// The number and the title of the topics that led to the sessions.
pub async fn topics(db: &impl ConnectionTrait, sessions: &[&Session]) -> Result<BTreeMap<TopicId, (i32, Text)>> {
    let ids: BTreeSet<i64> = sessions.iter().filter_map(|session| session.topic).map(|id| id.0).collect();
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows: Vec<(i64, i32, JsonText<Text>)> = topic::Entity::find()
        .select_only()
        .columns([topic::Column::Id, topic::Column::Number, topic::Column::Title])
        .filter(topic::Column::Id.is_in(ids))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(id, number, title)| (TopicId(id), (number, title.0))).collect())
}

/// The sessions of an event that a person marked.
pub async fn marked(db: &impl ConnectionTrait, person_id: i64, event_id: i64) -> Result<BTreeSet<SessionId>> {
    Ok(marks(db, person_id).await?.into_iter().filter(|(event, _)| *event == event_id).map(|(_, session)| session).collect())
}

/// All marks of a person: event and session.
pub async fn marks(db: &impl ConnectionTrait, person_id: i64) -> Result<Vec<(i64, SessionId)>> {
    let its_session = session_mark::Entity::belongs_to(session::Entity).from(session_mark::Column::SessionId).to(session::Column::Id);
    let rows: Vec<(i64, i64)> = session_mark::Entity::find()
        .select_only()
        .column(session::Column::EventId)
        .column(session::Column::Id)
        .join(JoinType::InnerJoin, its_session.into())
        .filter(session_mark::Column::PersonId.eq(person_id))
        .order_by_asc(session::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(event, session)| (event, SessionId(session))).collect())
}

/// What a person has at an event.
#[derive(Clone, Copy, Debug)]
pub struct Had {
    /// What they registered for.
    pub spot: Spot,
    /// Whether it is theirs, not only waited for.
    pub confirmed: bool,
}

/// Of these events, those at which a person has a place or waits for one.
pub async fn places(db: &impl ConnectionTrait, person_id: i64, events: &[i64]) -> Result<BTreeMap<i64, Had>> {
    let rows: Vec<(i64, Stored<Spot>, Stored<Place>)> = registration::Entity::find()
        .select_only()
        .columns([registration::Column::EventId, registration::Column::Mode, registration::Column::Status])
        .filter(registration::Column::PersonId.eq(person_id))
        .filter(registration::Column::EventId.is_in(events.iter().copied()))
        .filter(registration::Column::Status.ne(Stored(Place::Cancelled)))
        .into_tuple()
        .all(db)
        .await?;
    let had =
        |(event, spot, status): (i64, Stored<Spot>, Stored<Place>)| (event, Had { spot: spot.0, confirmed: status.0 == Place::Confirmed });
    Ok(rows.into_iter().map(had).collect())
}
