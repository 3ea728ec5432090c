//! Calendar entries: keeps the invitation of a person to an event and puts what is to be sent into the outbox.

use crate::calendar::Facts;
use crate::entity::stored::Stored;
use crate::entity::{consent, event, invitation, registration};
use crate::outbox::{self, EntryCause, EntryJob, Job, Message, Place};
use crate::service::untold;
use crate::{Result, Site};
use domain::event::Status;
use domain::invitation::{Delivery, Holding, PartStat, next_sequence_for_invitation};
use domain::registration::Status as PlaceStatus;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, NotSet, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{BTreeMap, BTreeSet};

/// Where an invitation came from: an organiser, or the person's own registration.
pub const INVITED: &str = "invited";
/// See [`INVITED`].
pub const REGISTERED: &str = "registered";

/// Sends one person the entry of an event, in the transaction of the change that causes it: makes or updates the invitation,
/// sets its SEQUENCE by `domain::invitation`, writes the outbox row.
pub async fn send(tx: &impl ConnectionTrait, site: &Site, event: &event::Model, person_id: i64, cause: EntryCause) -> Result<()> {
    let registered = registration::Entity::find()
        .filter(registration::Column::EventId.eq(event.id))
        .filter(registration::Column::PersonId.eq(person_id))
        .one(tx)
        .await?;
    let known = invitation::Entity::find()
        .filter(invitation::Column::EventId.eq(event.id))
        .filter(invitation::Column::PersonId.eq(person_id))
        // Held, because it is written whole and the worker notes what became of earlier mail in it.
        .lock_exclusive()
        .one(tx)
        .await?;
    let place = registered.as_ref().and_then(place);
    tell(tx, site, event, Recipient { person_id, place, known }, cause).await
}

/// The same for everybody invited or registered and not withdrawn. Who was only invited and has said that they want no letters,
/// or has given a place up, is left in peace; a quiet letter is for those only whose entry says something else.
pub async fn send_to_all(tx: &impl ConnectionTrait, site: &Site, event: &event::Model, cause: EntryCause) -> Result<()> {
    let all = expected(tx, event).await?;
    let ids: Vec<i64> = all.iter().map(|recipient| recipient.person_id).collect();
    let refused = refused_contact(tx, &ids).await?;
    let ends = cause.message() != Message::Request;
    untold::forget(tx, event.id).await?;
    for recipient in all {
        let is_right = |row: &invitation::Model| !row.outdated || row.holding.0 != Holding::Entry;
        if cause == EntryCause::Amended && recipient.known.as_ref().is_some_and(is_right) {
            continue;
        }
        let gave_up = recipient.known.as_ref().is_some_and(|row| row.holding.0 == Holding::Cancelled);
        let in_peace = recipient.place.is_none() && (gave_up || refused.contains(&recipient.person_id));
        if ends || !in_peace {
            tell(tx, site, event, recipient, cause).await?;
        }
    }
    Ok(())
}

struct Recipient {
    person_id: i64,
    place: Option<Place>,
    known: Option<invitation::Model>,
}

fn place(row: &registration::Model) -> Option<Place> {
    match row.status.0 {
        PlaceStatus::Confirmed => Some(Place { mode: row.mode.0, confirmed: true }),
        PlaceStatus::Waitlisted => Some(Place { mode: row.mode.0, confirmed: false }),
        PlaceStatus::Cancelled => None,
    }
}

async fn expected(tx: &impl ConnectionTrait, event: &event::Model) -> Result<Vec<Recipient>> {
    let registered = registration::Entity::find().filter(registration::Column::EventId.eq(event.id)).all(tx).await?;
    let mut places: BTreeMap<i64, Place> = registered.iter().filter_map(|row| Some((row.person_id, place(row)?))).collect();
    let invited = invitation::Entity::find().filter(invitation::Column::EventId.eq(event.id)).order_by_asc(invitation::Column::Id);
    let mut all = Vec::new();
    for row in invited.lock_exclusive().all(tx).await? {
        let place = places.remove(&row.person_id);
        if place.is_some() || !row.withdrawn {
            all.push(Recipient { person_id: row.person_id, place, known: Some(row) });
        }
    }
    all.extend(places.into_iter().map(|(person_id, place)| Recipient { person_id, place: Some(place), known: None }));
    Ok(all)
}

/// Those of these people whose last word on being contacted is no; silence is not a no.
pub async fn refused_contact(db: &impl ConnectionTrait, people: &[i64]) -> Result<BTreeSet<i64>> {
    let decisions = contact_decisions(db, people).await?;
    Ok(decisions.into_iter().filter(|(_, given)| !given).map(|(person, _)| person).collect())
}

/// The last word of each of these people on being contacted.
pub async fn contact_decisions(db: &impl ConnectionTrait, people: &[i64]) -> Result<BTreeMap<i64, bool>> {
    let rows = consent::Entity::find()
        .filter(consent::Column::Purpose.eq("contact"))
        .filter(consent::Column::PersonId.is_in(people.iter().copied()))
        .order_by_asc(consent::Column::Id);
    Ok(rows.all(db).await?.into_iter().map(|row| (row.person_id, row.given)).collect())
}

async fn tell(tx: &impl ConnectionTrait, site: &Site, event: &event::Model, to: Recipient, cause: EntryCause) -> Result<()> {
    let requests = cause.message() == Message::Request;
    // Who is told of the end has no place any more, even where the change itself is still to be written.
    let place = to.place.filter(|_| requests);
    let is_new = to.known.is_none();
    let before = to.known.unwrap_or_else(|| blank(site, event, to.person_id, cause));
    let mut row = before.clone();
    answer(&mut row, place, cause);
    let sends = match cause.message() {
        Message::Request => matches!(event.status.0, Status::Announced | Status::Confirmed),
        Message::Withdraw | Message::CancelEvent => before.holding.0 == Holding::Entry,
    };
    if sends {
        number(&mut row, site, event, cause);
    }
    let row = keep(tx, row, is_new).await?;
    if !sends {
        return Ok(());
    }
    let may_join = place.is_some_and(|place| place.confirmed);
    let job = EntryJob {
        invitation: row.id,
        cause,
        sequence: u32::try_from(row.sequence).unwrap_or_default(),
        stamp: row.changed_at,
        partstat: row.partstat.0,
        place,
        event: Facts::of(event, may_join)?,
    };
    outbox::put(tx, site, &Job::Entry(Box::new(job))).await
}

fn blank(site: &Site, event: &event::Model, person_id: i64, cause: EntryCause) -> invitation::Model {
    let now = site.now().as_millisecond();
    invitation::Model {
        id: 0,
        event_id: event.id,
        person_id,
        origin: if cause == EntryCause::Invited { INVITED } else { REGISTERED }.to_owned(),
        sequence: 0,
        partstat: PartStat::NeedsAction.into(),
        withdrawn: false,
        holding: Holding::Nothing.into(),
        delivery: Delivery::Queued.into(),
        created_at: now,
        changed_at: 0,
        outdated: false,
    }
}

/// What the change says about the person: their answer, and whether they are still expected.
fn answer(row: &mut invitation::Model, place: Option<Place>, cause: EntryCause) {
    match cause {
        EntryCause::Invited => {
            if row.withdrawn || row.holding.0 == Holding::Cancelled {
                row.partstat = PartStat::NeedsAction.into();
            }
            row.origin = INVITED.to_owned();
            row.withdrawn = false;
        }
        EntryCause::Withdrawn => row.withdrawn = true,
        EntryCause::PlaceLost => {
            row.partstat = PartStat::Declined.into();
            // Whom an organiser has invited may come back; others have no part in the event any more.
            row.withdrawn = row.origin != INVITED;
        }
        _ => {}
    }
    if let Some(place) = place {
        row.withdrawn = false;
        row.partstat = Stored(if place.confirmed { PartStat::Accepted } else { PartStat::Tentative });
    }
}

/// SEQUENCE never falls; DTSTAMP (whole seconds) always rises, also for two messages within one second.
fn number(row: &mut invitation::Model, site: &Site, event: &event::Model, cause: EntryCause) {
    let sequence = |stored: i32| u32::try_from(stored).unwrap_or_default();
    let was_cancelled = row.holding.0 == Holding::Cancelled;
    let next = next_sequence_for_invitation(sequence(event.sequence), Some(sequence(row.sequence)), was_cancelled);
    row.sequence = i32::try_from(next).unwrap_or(i32::MAX);
    let now = site.now().as_millisecond();
    row.changed_at = (now - now.rem_euclid(1_000)).max(row.changed_at + 1_000);
    row.holding = Stored(if cause.message() == Message::Request { Holding::Entry } else { Holding::Cancelled });
    row.delivery = Delivery::Queued.into();
    row.outdated = false;
}

async fn keep(tx: &impl ConnectionTrait, row: invitation::Model, is_new: bool) -> Result<invitation::Model> {
    let mut active = row.into_active_model().reset_all();
    if is_new {
        active.id = NotSet;
        return Ok(active.insert(tx).await?);
    }
    Ok(active.update(tx).await?)
}
