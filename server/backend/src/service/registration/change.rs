//! Changing between the room and online and between the runs, and giving a place up.

use super::effects::apply;
use super::{Place, Wish, check_changeable, run_of};
use crate::clock::instant;
use crate::entity::{event, registration};
use crate::error::Faults;
use crate::outbox::EntryCause;
use crate::repo::{runs, seats};
use crate::service::access::{self, Actor};
use crate::service::{audit, entry};
use crate::{Error, Result, Site, repo};
use domain::event::{Mode, Run};
use domain::fault::Refusal;
use domain::host::Right;
use domain::id::RegistrationId;
use domain::registration::{Placed, Spot, Standing, Status};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};

/// What a registration is to change to, as it was sent.
#[derive(Clone, Debug, Default)]
pub struct Change {
    /// See [`Wish::parse`]; the present one, if only the run is named.
    pub mode: Option<String>,
    /// 1 or 2; the present one, if only the mode is named, and the first for the room.
    pub run: Option<i64>,
}

/// As [`change`], for the mode alone.
pub async fn change_mode(site: &Site, actor: &Actor, id: i64, mode: &str) -> Result<Place> {
    change(site, actor, id, Change { mode: Some(mode.to_owned()), run: None }).await
}

/// Asks for another mode or run; the old place is kept until the new one is sure. Asking for the own one ends the waiting. 404 unless
/// it is the actor's or the actor may manage registrations; 409 `closed`, `status`; 422 at `mode`, `run`.
pub async fn change(site: &Site, actor: &Actor, id: i64, asked: Change) -> Result<Place> {
    let tx = site.db.begin_write().await?;
    let (event, row) = own_or_managed(&tx, actor, id).await?;
    let to = target(row.mode.0, &asked)?;
    check_changeable(&event, site.now())?;
    if to != row.mode.0 && site.now() >= instant(runs::at(&event, to.run()).ends_at) {
        return Err(Error::Conflict("closed"));
    }
    let (was, person_id) = ((row.mode.0, row.status.0), row.person_id);
    let row = ask_to_change(&tx, site, &event, row, to).await?;
    let cause = match was {
        (spot, status) if (spot, status) == (row.mode.0, row.status.0) => None,
        (_, Status::Waitlisted) => Some(EntryCause::Promoted),
        (spot, _) if spot.run() != row.mode.0.run() => Some(EntryCause::RunChanged),
        _ => Some(EntryCause::ModeChanged),
    };
    if let Some(cause) = cause {
        entry::send(&tx, site, &event, person_id, cause).await?;
    }
    note(&tx, site, actor, &event, &row, "registration_changed").await?;
    let place = Place::of(&tx, &row).await?;
    tx.commit().await?;
    site.live.changed(event.id);
    Ok(place)
}

/// The spot that is asked for by who is in `own`.
fn target(own: Spot, asked: &Change) -> Result<Spot> {
    let mut faults = Faults::default();
    let run = faults.take_optional("run", asked.run.map(run_of));
    let mode = match (asked.mode.as_deref().map(Wish::parse), run) {
        // Who is in the room has what this asks for.
        (Some(Ok(Wish::RoomElseOnline)), _) => Some(Mode::InPerson),
        (Some(Ok(Wish::Only(mode))), _) => Some(mode),
        (None, Some(Run::First)) => Some(own.mode()),
        (None, Some(Run::Second)) => Some(Mode::Online),
        (parsed, _) => {
            let refusal = parsed.and_then(std::result::Result::err).unwrap_or(Refusal::new("required"));
            faults.take("mode", Err(refusal))
        }
    };
    faults.check()?;
    let mode = Faults::got(mode)?;
    let present = if mode == Mode::Online { own.run() } else { Run::First };
    Spot::of(run.unwrap_or(present), mode).ok_or_else(|| Error::field("mode", "mode_not_offered"))
}

/// Gives a place up; whoever is next moves up in the same transaction. 404 as for [`change_mode`]; 409 `closed`, `status`.
pub async fn cancel(site: &Site, actor: &Actor, id: i64) -> Result<()> {
    let tx = site.db.begin_write().await?;
    let (event, row) = own_or_managed(&tx, actor, id).await?;
    check_changeable(&event, site.now())?;
    entry::send(&tx, site, &event, row.person_id, EntryCause::PlaceLost).await?;
    note(&tx, site, actor, &event, &row, "registration_cancelled").await?;
    leave(&tx, site, &event, row).await?;
    tx.commit().await?;
    site.live.changed(event.id);
    Ok(())
}

/// The registration with its event, whose seats nobody else changes from here on.
pub(super) async fn own_or_managed(tx: &impl ConnectionTrait, actor: &Actor, id: i64) -> Result<(event::Model, registration::Model)> {
    let me = actor.me()?;
    let found = registration::Entity::find_by_id(id).one(tx).await?.ok_or(Error::NotFound)?;
    let event = repo::events::lock(tx, found.event_id).await?;
    // Read again: until the lock somebody may have moved it.
    let row = registration::Entity::find_by_id(id).one(tx).await?.ok_or(Error::NotFound)?;
    if row.person_id != me.id {
        let seen = access::event_by_id(tx, actor, event.id).await.map_err(|_| Error::NotFound)?;
        if !seen.may(Right::ViewRegistrations) {
            return Err(Error::NotFound);
        }
        seen.require(Right::ManageRegistrations)?;
    }
    if row.status.0 == Status::Cancelled { Err(Error::NotFound) } else { Ok((event, row)) }
}

async fn note(
    tx: &impl ConnectionTrait,
    site: &Site,
    actor: &Actor,
    event: &event::Model,
    row: &registration::Model,
    action: &str,
) -> Result<()> {
    if actor.id() == Some(row.person_id) {
        return Ok(());
    }
    audit::note(tx, site, actor, Some(event.host_id), action, &event.slug, &format!("registration {}", row.id)).await
}

/// Stores what asking for a spot comes to, and tells others of what follows for them; the caller tells the person.
pub(super) async fn ask_to_change(
    tx: &impl ConnectionTrait,
    site: &Site,
    event: &event::Model,
    row: registration::Model,
    to: Spot,
) -> Result<registration::Model> {
    let standing = standing(&row);
    let (decided, _) = seats::decide(tx, event, Some(&row), |seats| seats.change(standing, to)).await?;
    let (placed, effects) = decided.map_err(|refusal| Error::field("mode", refusal.code))?;
    let mut changed = row.clone().into_active_model();
    match placed {
        _ if to == row.mode.0 => {
            changed.waiting_mode = Set(None);
            changed.waiting_queue = Set(None);
        }
        Placed::Confirmed => {
            changed.mode = Set(to.into());
            changed.status = Set(Status::Confirmed.into());
            changed.waiting_mode = Set(None);
            changed.waiting_queue = Set(None);
        }
        Placed::Waitlisted { number, .. } => {
            changed.waiting_mode = Set(Some(to.into()));
            changed.waiting_queue = Set(Some(number));
        }
    }
    let row = changed.update(tx).await?;
    apply(tx, site, event, &effects).await?;
    Ok(row)
}

/// Ends a registration and hands on what it held. The needs go with it: nobody prepares for who does not come.
pub(super) async fn leave(tx: &impl ConnectionTrait, site: &Site, event: &event::Model, row: registration::Model) -> Result<()> {
    let standing = standing(&row);
    let (effects, _) = seats::decide(tx, event, Some(&row), |seats| seats.leave(standing)).await?;
    super::needs::forget(tx, row.id).await?;
    let mut gone = row.into_active_model();
    gone.status = Set(Status::Cancelled.into());
    gone.waiting_mode = Set(None);
    gone.waiting_queue = Set(None);
    gone.cancelled_at = Set(Some(site.now().as_millisecond()));
    gone.update(tx).await?;
    apply(tx, site, event, &effects).await
}

/// Ends the place of somebody whose invitation is withdrawn, if there is one, and hands it on; the caller has locked the event and
/// tells the person.
pub(in crate::service) async fn end_place(tx: &impl ConnectionTrait, site: &Site, event: &event::Model, person_id: i64) -> Result<()> {
    let row = registration::Entity::find()
        .filter(registration::Column::EventId.eq(event.id))
        .filter(registration::Column::PersonId.eq(person_id))
        .one(tx)
        .await?;
    match row {
        Some(row) if row.status.0 != Status::Cancelled => leave(tx, site, event, row).await,
        _ => Ok(()),
    }
}

fn standing(row: &registration::Model) -> Standing {
    Standing { registration: RegistrationId(row.id), spot: row.mode.0, status: row.status.0 }
}
