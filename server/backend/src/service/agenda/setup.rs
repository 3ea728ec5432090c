//! The rooms of an event, and when those who speak can be there: each list is given whole.

use super::input::{NAME, Named, named, places};
use super::open;
use crate::entity::stored::JsonText;
use crate::entity::{event_room, speaker_hours};
use crate::error::Faults;
use crate::repo::agenda_known;
use crate::service::access::{self, Actor, Seen};
use crate::service::{audit, given, people};
use crate::{Error, Result, Site, keys};
use domain::agenda::Room;
use domain::fault::Fault;
use domain::host::Right;
use domain::text::Text;
use domain::time::{LocalTime, Zone};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, NotSet, QueryFilter, Set};

/// Rooms of one event.
pub const ROOMS: usize = 50;
/// Times at which those who speak can be there.
pub const HOURS: usize = 200;

/// A room as sent.
#[derive(Clone, Debug)]
pub struct RoomInput {
    /// At most [`NAME`] characters a language.
    pub name: Text,
    /// How many it holds.
    pub capacity: i64,
}

/// A time at which somebody can be there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hours {
    /// An address of a person, or a name.
    pub speaker: String,
    /// `YYYY-MM-DDTHH:MM` on the event's clocks.
    pub from_local: String,
    /// The same.
    pub until_local: String,
}

/// The event, its rooms, and when those who speak can be there; for the host only.
pub async fn setup(site: &Site, actor: &Actor, slug: &str) -> Result<(Seen, Vec<Room>, Vec<Hours>)> {
    let db = site.db.read();
    let seen = access::event(db, actor, slug).await?;
    actor.me()?;
    seen.require(Right::ViewDrafts)?;
    let rooms = agenda_known::rooms(db, seen.event.id).await?;
    let hours = hours(db, seen.event.id).await?;
    Ok((seen, rooms, hours))
}

async fn hours(db: &impl ConnectionTrait, event_id: i64) -> Result<Vec<Hours>> {
    let rows = agenda_known::hours(db, event_id).await?.into_iter();
    let one = |row: speaker_hours::Model, email: Option<String>| {
        Some(Hours { speaker: email.or(row.name)?, from_local: row.from_local, until_local: row.until_local })
    };
    Ok(rows.filter_map(|(row, email)| one(row, email)).collect())
}

/// What a list was when it was looked at: another text for every change of it.
pub fn mark(list: &impl std::fmt::Debug) -> String {
    keys::hash(&format!("{list:?}"))
}

fn still_the_same(list: &impl std::fmt::Debug, seen: Option<&str>) -> Result<()> {
    if seen.is_none_or(|seen| seen == mark(list)) { Ok(()) } else { Err(Error::Conflict("changed_meanwhile")) }
}

/// Replaces the rooms; with `seen` refused with 409 `changed_meanwhile` if they are others than those by now.
pub async fn set_rooms(site: &Site, actor: &Actor, slug: &str, sent: Vec<RoomInput>, seen: Option<&str>) -> Result<()> {
    let tx = site.db.begin_write().await?;
    let event = open(&tx, actor, access::event(&tx, actor, slug).await?).await?.event;
    still_the_same(&agenda_known::rooms(&tx, event.id).await?, seen)?;
    let mut faults = Faults::default();
    if sent.len() > ROOMS {
        faults.add(Fault::new("rooms", "too_many"));
    }
    let mut rows = Vec::new();
    for (i, room) in sent.iter().enumerate() {
        let name = given::text(&mut faults, &format!("rooms.{i}.name"), &room.name, NAME);
        let holds = faults.take(&format!("rooms.{i}.capacity"), places(room.capacity));
        if let (Some(name), Some(capacity)) = (name, holds) {
            rows.push(event_room::ActiveModel { id: NotSet, event_id: Set(event.id), name: Set(JsonText(name)), capacity: Set(capacity) });
        }
    }
    faults.check()?;
    event_room::Entity::delete_many().filter(event_room::Column::EventId.eq(event.id)).exec(&tx).await?;
    if !rows.is_empty() {
        event_room::Entity::insert_many(rows).exec_without_returning(&tx).await?;
    }
    audit::note(&tx, site, actor, Some(event.host_id), "rooms_changed", &event.slug, "").await?;
    Ok(tx.commit().await?)
}

/// Replaces the times at which those who speak can be there; `seen` as in [`set_rooms`]. An unknown address becomes a person with that
/// address only.
pub async fn set_hours(site: &Site, actor: &Actor, slug: &str, sent: Vec<Hours>, seen: Option<&str>) -> Result<()> {
    let tx = site.db.begin_write().await?;
    let event = open(&tx, actor, access::event(&tx, actor, slug).await?).await?.event;
    still_the_same(&hours(&tx, event.id).await?, seen)?;
    let zone = site.zones.get(&event.zone).map_err(Error::internal)?;
    let mut faults = Faults::default();
    if sent.len() > HOURS {
        faults.add(Fault::new("hours", "too_many"));
    }
    let read = |(i, hours): (usize, &Hours)| {
        let speaker = named(&format!("hours.{i}.speaker"), &hours.speaker, &mut faults);
        let from = local(&format!("hours.{i}.from_local"), zone, &hours.from_local, &mut faults);
        let until = local(&format!("hours.{i}.until_local"), zone, &hours.until_local, &mut faults);
        if from.zip(until).is_some_and(|(from, until)| until <= from) {
            faults.add(Fault::new(format!("hours.{i}.until_local"), "end_before_start"));
        }
        Some((speaker?, from?, until?))
    };
    let read: Vec<_> = sent.iter().enumerate().filter_map(read).collect();
    faults.check()?;
    speaker_hours::Entity::delete_many().filter(speaker_hours::Column::EventId.eq(event.id)).exec(&tx).await?;
    for (speaker, from, until) in read {
        let (person, name) = match speaker {
            Named::Person(email) => (Some(people::known_or_new(&tx, site, &email, actor.me()?.language).await?.id), None),
            Named::Name(name) => (None, Some(name)),
        };
        let row = speaker_hours::ActiveModel {
            id: NotSet,
            event_id: Set(event.id),
            person_id: Set(person),
            name: Set(name),
            from_local: Set(from.to_string()),
            until_local: Set(until.to_string()),
        };
        speaker_hours::Entity::insert(row).exec_without_returning(&tx).await?;
    }
    audit::note(&tx, site, actor, Some(event.host_id), "hours_changed", &event.slug, "").await?;
    Ok(tx.commit().await?)
}

fn local(field: &str, zone: &Zone, raw: &str, faults: &mut Faults) -> Option<LocalTime> {
    let local = faults.take(field, LocalTime::parse(raw.trim()))?;
    match zone.resolve(local) {
        Ok(_) => Some(local),
        Err(gap) => {
            faults.add(Fault::skipped(field, gap));
            None
        }
    }
}
