//! What follows for others when places come free.

use super::change::leave;
use crate::clock::instant;
use crate::entity::{event, registration};
use crate::outbox::EntryCause;
use crate::repo::seats::all_offers;
use crate::repo::{runs, seats};
use crate::service::entry;
use crate::{Error, Result, Site, repo};
use domain::fault::Refusal;
use domain::registration::{Effect, Spot, Status};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, Set};

/// Stores what the rules decided and tells each of them once.
pub(super) async fn apply(tx: &impl ConnectionTrait, site: &Site, event: &event::Model, effects: &[Effect]) -> Result<()> {
    for Effect::Promoted { registration, to, .. } in effects {
        let row = registration::Entity::find_by_id(registration.0).one(tx).await?.ok_or(Error::NotFound)?;
        let person_id = row.person_id;
        // Who gets the own spot goes on waiting for the other; who gets the other waits for nothing more.
        let waits_on = row.mode.0 == *to;
        let mut promoted = row.into_active_model();
        promoted.mode = Set((*to).into());
        promoted.status = Set(Status::Confirmed.into());
        if !waits_on {
            promoted.waiting_mode = Set(None);
            promoted.waiting_queue = Set(None);
        }
        promoted.update(tx).await?;
        entry::send(tx, site, event, person_id, EntryCause::Promoted).await?;
    }
    Ok(())
}

/// Hands out the places that `event`, as it is to be stored in this transaction, has more than before, and refuses what would take
/// somebody's: 422 `capacity_below_confirmed` or `mode_in_use` at the mode. Gives how many got one. Call `site.live.changed` after the
/// commit.
pub async fn promote(tx: &impl ConnectionTrait, site: &Site, event: &event::Model) -> Result<usize> {
    let effects = promotions(tx, event).await?;
    apply(tx, site, event, &effects).await?;
    Ok(effects.len())
}

/// What [`promote`] would do.
pub async fn promotions(db: &impl ConnectionTrait, event: &event::Model) -> Result<Vec<Effect>> {
    let offers = all_offers(event);
    let (effects, _) = seats::decide(db, event, None, |seats| seats.set_offers(&offers)).await?;
    effects.map_err(|(spot, refusal)| Error::from(refusal.at(field(spot, refusal))))
}

fn field(spot: Spot, refusal: Refusal) -> String {
    if spot == Spot::OnlineAgain {
        return "online.capacity".to_owned();
    }
    let mode: &str = spot.mode().into();
    if refusal.code == "mode_in_use" { format!("attendance.{mode}") } else { format!("attendance.{mode}.capacity") }
}

/// Gives up every place of a person who is about to be erased, and hands each on; the person is told nothing more. The ids of the
/// events are for `site.live.changed` after the commit.
pub async fn leave_everything(tx: &impl ConnectionTrait, site: &Site, person_id: i64) -> Result<Vec<i64>> {
    let rows = registration::Entity::find()
        .filter(registration::Column::PersonId.eq(person_id))
        .filter(registration::Column::Status.ne("cancelled"))
        // Always in the same order, so that two such transactions cannot wait for each other.
        .order_by_asc(registration::Column::EventId)
        .all(tx)
        .await?;
    let mut left = Vec::new();
    for row in rows {
        let event = repo::events::lock(tx, row.event_id).await?;
        if event.status.0.is_final() || site.now() >= instant(runs::over_at(&event)) {
            continue;
        }
        let Some(row) = registration::Entity::find_by_id(row.id).one(tx).await? else { continue };
        if row.status.0 != Status::Cancelled {
            leave(tx, site, &event, row).await?;
            left.push(event.id);
        }
    }
    Ok(left)
}
