//! Calendar entries: keeps the invitation of a person to an event and puts what is to be sent into the outbox.

mod added;
mod recipients;

use crate::calendar::Facts;
use crate::entity::invitation::{INVITED, REGISTERED};
use crate::entity::stored::Stored;
use crate::entity::{event, invitation, registration};
use crate::outbox::{self, EntryCause, EntryJob, Job, Message, Place};
use crate::repo::runs;
use crate::service::untold;
use crate::{Result, Site};
use domain::event::Run;
use domain::invitation::{Delivery, Holding, PartStat, next_sequence_for_invitation};
use recipients::{Recipient, choose_runs, invitations, is_sent, place, recipients, run};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, NotSet, QueryFilter, QuerySelect};

pub use added::{reach_of_second, tell_of_second};
pub use recipients::{Reach, Whom, contact_decisions, reach, reach_once_outdated, refused_contact, withdrawal};

/// Sends one person the entry of an event, in the transaction of the change that causes it: makes or updates the invitation,
/// sets its SEQUENCE by `domain::invitation`, writes the outbox row.
pub async fn send(tx: &impl ConnectionTrait, site: &Site, event: &event::Model, person_id: i64, cause: EntryCause) -> Result<()> {
    let registered = registration::Entity::find()
        .filter(registration::Column::EventId.eq(event.id))
        .filter(registration::Column::PersonId.eq(person_id))
        .one(tx)
        .await?;
    send_one(tx, site, event, person_id, registered.as_ref(), cause).await
}

/// As [`send`], to whom a registration is about.
pub async fn send_registered(
    tx: &impl ConnectionTrait,
    site: &Site,
    event: &event::Model,
    row: &registration::Model,
    cause: EntryCause,
) -> Result<()> {
    send_one(tx, site, event, row.person_id, Some(row), cause).await
}

async fn send_one(
    tx: &impl ConnectionTrait,
    site: &Site,
    event: &event::Model,
    person_id: i64,
    registered: Option<&registration::Model>,
    cause: EntryCause,
) -> Result<()> {
    let known = invitation::Entity::find()
        .filter(invitation::Column::EventId.eq(event.id))
        .filter(invitation::Column::PersonId.eq(person_id))
        // Held, because it is written whole and the worker notes what became of earlier mail in it.
        .lock_exclusive()
        .one(tx)
        .await?;
    let place = registered.and_then(place);
    let run = run(event, registered, known.as_ref());
    let mut recipients = [Recipient { person_id, place, known, run }];
    choose_runs(tx, site, event, &mut recipients).await?;
    for recipient in recipients {
        tell(tx, site, event, recipient, cause).await?;
    }
    Ok(())
}

/// The same for everybody it concerns, and how many of them that is.
pub async fn send_to_all(tx: &impl ConnectionTrait, site: &Site, event: &event::Model, cause: EntryCause) -> Result<Reach> {
    send_to(tx, site, event, Whom::Everybody, cause).await
}

/// The same for some of them.
pub async fn send_to(tx: &impl ConnectionTrait, site: &Site, event: &event::Model, whom: Whom, cause: EntryCause) -> Result<Reach> {
    let all = recipients(tx, site, event, whom, cause, invitations(event.id).lock_exclusive()).await?;
    if whom == Whom::Everybody {
        untold::forget(tx, event.id).await?;
    }
    let mut reach = Reach::default();
    for recipient in all {
        let group = recipient.place;
        if tell(tx, site, event, recipient, cause).await? {
            reach.count(group);
        }
    }
    Ok(reach)
}

/// Whether something was sent. Nobody ever has two entries of one event: that of the run a person leaves is taken out first.
async fn tell(tx: &impl ConnectionTrait, site: &Site, event: &event::Model, to: Recipient, cause: EntryCause) -> Result<bool> {
    let sends = is_sent(event, to.known.as_ref(), cause);
    let requests = cause.message() == Message::Request;
    // Who is told of the end has no place any more, even where the change itself is still to be written.
    let place = to.place.filter(|_| requests);
    let is_new = to.known.is_none();
    let mut row = to.known.unwrap_or_else(|| blank(site, event, to.person_id, cause));
    answer(&mut row, place, cause);
    if requests && row.run.0 != to.run {
        if sends && row.holding.0 == Holding::Entry {
            row = put(tx, site, event, row, false, EntryCause::RunLeft, None).await?;
        }
        row.run = Stored(to.run);
    }
    if sends {
        put(tx, site, event, row, is_new, cause, place).await?;
    } else {
        keep(tx, row, is_new).await?;
    }
    Ok(sends)
}

/// Keeps the invitation as it is from this message on, and writes the message about the run whose entry it is.
async fn put(
    tx: &impl ConnectionTrait,
    site: &Site,
    event: &event::Model,
    mut row: invitation::Model,
    is_new: bool,
    cause: EntryCause,
    place: Option<Place>,
) -> Result<invitation::Model> {
    let run = runs::at(event, row.run.0);
    number(&mut row, site, &run, cause);
    let row = keep(tx, row, is_new).await?;
    let may_join = place.is_some_and(|place| place.confirmed);
    let job = EntryJob {
        invitation: row.id,
        cause,
        sequence: u32::try_from(row.sequence).unwrap_or_default(),
        stamp: row.changed_at,
        partstat: row.partstat.0,
        place,
        event: Facts::of(&run, may_join)?,
    };
    outbox::put(tx, site, &Job::Entry(Box::new(job))).await?;
    Ok(row)
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
        run: Run::First.into(),
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

/// SEQUENCE never falls, whichever run's entry it is; DTSTAMP (whole seconds) always rises, also for two messages within one second.
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
