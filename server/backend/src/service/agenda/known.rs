//! What is likely a mistake in the working version, with all that is known beside it.

use crate::clock::instant;
use crate::entity::stored::Stored;
use crate::entity::{event, topic};
use crate::repo::{agenda_known, runs};
use crate::service::topics::readable;
use crate::{Error, Result, Site};
use domain::agenda::{Known, Session, Span, Speaker, Waiting, Warning, warnings};
use domain::event::Run;
use domain::id::{PersonId, TopicId};
use domain::time::{LocalTime, Zone};
use domain::topic::Status;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

/// All warnings about these sessions.
pub async fn warned(db: &impl ConnectionTrait, site: &Site, event: &event::Model, sessions: &[Session]) -> Result<Vec<Warning>> {
    let zone = site.zones.get(&event.zone).map_err(Error::internal)?;
    let again = runs::is_twice(event).then(|| runs::later_by(event, Run::Second));
    let (from, to) = crate::service::events::bounds(event);
    let known = known(db, site, event, zone, sessions).await?;
    Ok(warnings(Span { from, to }, zone, again, sessions, &known))
}

/// Rooms, hours, places, marks and promised topics.
pub async fn known(db: &impl ConnectionTrait, site: &Site, event: &event::Model, zone: &Zone, sessions: &[Session]) -> Result<Known> {
    let online = agenda_known::online(db, site, event).await?;
    let online = online.into_iter().filter_map(|((run, zone), people)| Some((run, site.zones.get(&zone).ok()?.clone(), people)));
    Ok(Known {
        hours: hours(db, event.id, zone).await?,
        rooms: agenda_known::rooms(db, event.id).await?,
        in_room: u32::try_from(agenda_known::in_room(db, event.id).await?).unwrap_or(u32::MAX),
        marked: agenda_known::mark_counts(db, event.id).await?,
        waiting: waiting(db, event.id, sessions).await?,
        online: online.collect(),
    })
}

async fn hours(db: &impl ConnectionTrait, event_id: i64, zone: &Zone) -> Result<Vec<(Speaker, Span)>> {
    let at = |local: &str| {
        let local = LocalTime::parse(local).ok()?;
        zone.resolve(local).or_else(|gap| zone.resolve(gap.after)).ok().map(|resolved| resolved.at)
    };
    let rows = agenda_known::hours(db, event_id).await?.into_iter().filter_map(|(row, _)| {
        let speaker = row.person_id.map(|id| Speaker::Person(PersonId(id))).or(row.name.map(Speaker::Named))?;
        let to = at(&row.until_local)?;
        Some((speaker, Span { from: at(&row.from_local).unwrap_or(instant(0)), to }))
    });
    Ok(rows.collect())
}

/// Shortlisted topics without a session, by number; not what was hidden.
async fn waiting(db: &impl ConnectionTrait, event_id: i64, sessions: &[Session]) -> Result<Vec<Waiting>> {
    let rows = topic::Entity::find()
        .filter(topic::Column::EventId.eq(event_id))
        .filter(topic::Column::Status.eq(Stored(Status::Shortlisted)))
        .filter(readable())
        .order_by_asc(topic::Column::Number);
    let placed = |id: i64| sessions.iter().any(|session| session.topic == Some(TopicId(id)));
    let one = |row: topic::Model| Waiting { topic: TopicId(row.id), number: row.number, title: row.title.0 };
    Ok(rows.all(db).await?.into_iter().filter(|row| !placed(row.id)).map(one).collect())
}
