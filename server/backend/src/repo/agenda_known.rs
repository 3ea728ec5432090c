//! What is known beside the sessions of an agenda: rooms, hours, places, marks.

use crate::entity::stored::Stored;
use crate::entity::{event, event_room, person, registration, session, session_mark, speaker_hours};
use crate::repo::planning::{Alike, zone_then};
use crate::repo::runs;
use crate::{Result, Site};
use domain::agenda::Room;
use domain::event::Run;
use domain::id::SessionId;
use domain::registration::{Spot, Status as Place};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::BTreeMap;

/// The rooms of an event, in the order they were named.
pub async fn rooms(db: &impl ConnectionTrait, event_id: i64) -> Result<Vec<Room>> {
    let rows = event_room::Entity::find().filter(event_room::Column::EventId.eq(event_id)).order_by_asc(event_room::Column::Id);
    let room = |row: event_room::Model| Room { name: row.name.0, capacity: u32::try_from(row.capacity).unwrap_or_default() };
    Ok(rows.all(db).await?.into_iter().map(room).collect())
}

/// When those who speak or lead can be there, each with the address of who is a person.
pub async fn hours(db: &impl ConnectionTrait, event_id: i64) -> Result<Vec<(speaker_hours::Model, Option<String>)>> {
    let whose = speaker_hours::Entity::belongs_to(person::Entity).from(speaker_hours::Column::PersonId).to(person::Column::Id);
    let rows = speaker_hours::Entity::find().filter(speaker_hours::Column::EventId.eq(event_id)).order_by_asc(speaker_hours::Column::Id);
    let addresses = speaker_hours::Entity::find()
        .select_only()
        .columns([speaker_hours::Column::Id])
        .column(person::Column::Email)
        .join(JoinType::InnerJoin, whose.into())
        .filter(speaker_hours::Column::EventId.eq(event_id));
    let mut addresses: BTreeMap<i64, String> = addresses.into_tuple::<(i64, String)>().all(db).await?.into_iter().collect();
    Ok(rows.all(db).await?.into_iter().map(|row| (addresses.remove(&row.id), row)).map(|(email, row)| (row, email)).collect())
}

/// How many have a confirmed place in the room.
pub async fn in_room(db: &impl ConnectionTrait, event_id: i64) -> Result<u64> {
    let rows = registration::Entity::find()
        .filter(registration::Column::EventId.eq(event_id))
        .filter(registration::Column::Status.eq(Stored(Place::Confirmed)))
        .filter(registration::Column::Mode.eq(Stored(Spot::InPerson)));
    Ok(rows.count(db).await?)
}

/// How many marked each session of an event; those that nobody marked are not in it.
pub async fn mark_counts(db: &impl ConnectionTrait, event_id: i64) -> Result<BTreeMap<SessionId, u32>> {
    let its_session = session_mark::Entity::belongs_to(session::Entity).from(session_mark::Column::SessionId).to(session::Column::Id);
    let rows: Vec<(i64, i64)> = session_mark::Entity::find()
        .select_only()
        .column(session_mark::Column::SessionId)
        .column_as(session_mark::Column::Id.count(), "people")
        .join(JoinType::InnerJoin, its_session.into())
        .filter(session::Column::EventId.eq(event_id))
        .group_by(session_mark::Column::SessionId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(session, people)| (SessionId(session), u32::try_from(people).unwrap_or(u32::MAX))).collect())
}

#[derive(FromQueryResult)]
struct Afar {
    mode: Stored<Spot>,
    #[sea_orm(nested)]
    alike: Alike,
}

/// How many have a confirmed place online, by the run and the zone whose clocks are theirs then.
pub async fn online(db: &impl ConnectionTrait, site: &Site, event: &event::Model) -> Result<BTreeMap<(Run, String), i64>> {
    let whose = registration::Entity::belongs_to(person::Entity).from(registration::Column::PersonId).to(person::Column::Id);
    let rows = registration::Entity::find()
        .select_only()
        .column(registration::Column::Mode)
        .columns([person::Column::Zone, person::Column::Travel])
        .column_as(registration::Column::Id.count(), "people")
        .join(JoinType::InnerJoin, whose.into())
        .filter(registration::Column::EventId.eq(event.id))
        .filter(registration::Column::Status.eq(Stored(Place::Confirmed)))
        .filter(registration::Column::Mode.ne(Stored(Spot::InPerson)))
        .group_by(registration::Column::Mode)
        .group_by(person::Column::Zone)
        .group_by(person::Column::Travel);
    let mut found = BTreeMap::new();
    for row in rows.into_model::<Afar>().all(db).await? {
        let (run, people) = (row.mode.0.run(), row.alike.people);
        *found.entry((run, zone_then(site, &runs::at(event, run), row.alike.own()))).or_default() += people;
    }
    Ok(found)
}
