//! Registering oneself or, with the right, somebody else.

use super::change::ask_to_change;
use super::{Place, Wish, check_open, needs, run_of};
use crate::entity::{event, registration};
use crate::error::{Faults, taken};
use crate::outbox::EntryCause;
use crate::repo::seats::all_offers;
use crate::repo::{runs, seats};
use crate::service::access::{self, Actor, Seen};
use crate::service::{audit, entry, people};
use crate::{Error, Result, Site};
use domain::email::Email;
use domain::event::{Mode, Run};
use domain::fault::Refusal;
use domain::host::Right;
use domain::id::RegistrationId;
use domain::registration::{Placed, Spot, Status};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, NotSet, QueryFilter, Set};

/// What is asked for, as it was sent.
#[derive(Clone, Debug, Default)]
pub struct NewRegistration {
    /// See [`Wish::parse`].
    pub mode: String,
    /// 1 or 2; the first, if not said.
    pub run: Option<i64>,
    /// Somebody else, by address; needs `Right::ManageRegistrations`.
    pub email: Option<String>,
    /// Access, diet and the like, at most [`needs::MAX_NEEDS`] characters.
    pub needs: Option<String>,
    /// The other participants may know; only for oneself.
    pub named: bool,
}

struct Asked {
    /// Now, if there is a place.
    spot: Spot,
    /// And in line for this one.
    then: Option<Spot>,
    named: bool,
    email: Option<Email>,
    needs: Option<String>,
}

/// Registers the actor or, with `email`, somebody else. 409 `already_registered`, `not_open`, `closed`, `status`; 422 at `mode`,
/// `run`, `email`, `needs`.
pub async fn register(site: &Site, actor: &Actor, slug: &str, input: NewRegistration) -> Result<Place> {
    let tx = site.db.begin_write().await?;
    let seen = access::event_locked(&tx, actor, slug).await?;
    let me = actor.me()?;
    let asked = read(&seen.event, input)?;
    let other = asked.email.as_ref().filter(|email| email.as_str() != me.email);
    if other.is_some() {
        seen.require(Right::ManageRegistrations)?;
    }
    check_open(&runs::at(&seen.event, asked.spot.run()), site.now())?;
    let person_id = match other {
        Some(email) => people::known_or_new(&tx, site, email, me.language).await?.id,
        None => me.id,
    };
    let named = asked.named && other.is_none();
    let row = place(&tx, site, &seen.event, person_id, &asked, named).await?;
    needs::keep(&tx, site, row.id, asked.needs.as_deref()).await?;
    send(&tx, site, &seen, actor, &row).await?;
    let place = Place::of(&tx, &row).await?;
    tx.commit().await?;
    metrics::counter!("saiets_registrations_total", "status" => <&str>::from(row.status.0)).increment(1);
    site.live.changed(seen.event.id);
    Ok(place)
}

fn read(event: &event::Model, input: NewRegistration) -> Result<Asked> {
    let mut faults = Faults::default();
    let run = faults.take_optional("run", input.run.map(run_of)).unwrap_or_default();
    let spots = faults.take("mode", Wish::parse(&input.mode).and_then(|wish| spots(event, run, wish)));
    let email = input.email.as_deref().filter(|raw| !raw.trim().is_empty()).map(Email::parse);
    let email = faults.take_optional("email", email);
    let needs = needs::parse(&mut faults, input.needs.as_deref());
    faults.check()?;
    let (spot, then) = Faults::got(spots)?;
    Ok(Asked { spot, then, named: input.named, email, needs })
}

/// What is asked for now, and what for later: each must be offered.
fn spots(event: &event::Model, run: Run, wish: Wish) -> std::result::Result<(Spot, Option<Spot>), Refusal> {
    let (mode, then) = match wish {
        Wish::Only(mode) => (mode, None),
        Wish::RoomElseOnline => (Mode::Online, Some(Spot::InPerson)),
    };
    let offers = all_offers(event);
    let spot = Spot::of(run, mode).filter(|spot| [Some(*spot), then].into_iter().flatten().all(|spot| offers.offer(spot).is_some()));
    spot.map(|spot| (spot, then)).ok_or_else(|| Refusal::new("mode_not_offered"))
}

async fn place(
    tx: &impl ConnectionTrait,
    site: &Site,
    event: &event::Model,
    person_id: i64,
    asked: &Asked,
    named: bool,
) -> Result<registration::Model> {
    let before = registration::Entity::find()
        .filter(registration::Column::EventId.eq(event.id))
        .filter(registration::Column::PersonId.eq(person_id))
        .one(tx)
        .await?;
    if before.as_ref().is_some_and(|row| row.status.0 != Status::Cancelled) {
        return Err(Error::Conflict("already_registered"));
    }
    // The row has no number yet, and the rules only need one that nobody else has.
    let nobody = RegistrationId(before.as_ref().map_or(0, |row| row.id));
    let (placed, _) = seats::decide(tx, event, None, |seats| seats.place(nobody, asked.spot)).await?;
    let placed = placed.map_err(|refusal| Error::field("mode", refusal.code))?;
    let row = blank(site, event, person_id, asked.spot, placed, named);
    let row = match before {
        None => row.insert(tx).await.map_err(|error| taken(error, "already_registered"))?,
        Some(before) => registration::ActiveModel { id: Set(before.id), ..row }.update(tx).await?,
    };
    match asked.then {
        None => Ok(row),
        Some(then) => ask_to_change(tx, site, event, row, then).await,
    }
}

fn blank(site: &Site, event: &event::Model, person_id: i64, spot: Spot, placed: Placed, named: bool) -> registration::ActiveModel {
    let (status, number) = match placed {
        Placed::Confirmed => (Status::Confirmed, 0),
        Placed::Waitlisted { number, .. } => (Status::Waitlisted, number),
    };
    registration::ActiveModel {
        id: NotSet,
        event_id: Set(event.id),
        person_id: Set(person_id),
        mode: Set(spot.into()),
        status: Set(status.into()),
        queue: Set(number),
        waiting_mode: Set(None),
        waiting_queue: Set(None),
        registered_at: Set(site.now().as_millisecond()),
        cancelled_at: Set(None),
        named: Set(named),
    }
}

async fn send(tx: &impl ConnectionTrait, site: &Site, seen: &Seen, actor: &Actor, row: &registration::Model) -> Result<()> {
    let cause = if row.status.0 == Status::Confirmed { EntryCause::Registered } else { EntryCause::Waitlisted };
    entry::send_registered(tx, site, &seen.event, row, cause).await?;
    if actor.id() == Some(row.person_id) {
        return Ok(());
    }
    let detail = format!("registration {}", row.id);
    audit::note(tx, site, actor, Some(seen.event.host_id), "registration_made", &seen.event.slug, &detail).await
}
