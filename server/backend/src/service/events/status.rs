//! From one status to the next, and whom that is mailed to.

use super::{locked, save, sequence};
use crate::entity::stored::{JsonText, Stored};
use crate::error::Faults;
use crate::outbox::EntryCause;
use crate::repo;
use crate::service::access::{self, Actor};
use crate::service::events::EventView;
use crate::service::{audit, entry, given, planning};
use crate::{Error, Result, Site};
use domain::event::{Status, next_sequence};
use domain::host::Right;
use domain::text::Text;

/// Characters of a reason.
const REASON: usize = 500;

/// A change of status.
#[derive(Clone, Debug, Default)]
pub struct StatusChange {
    /// The new status.
    pub to: String,
    /// Why; shown to everybody who sees the event.
    pub reason: Option<Text>,
}

/// Takes an event to its next status; announced, confirmed and cancelled are mailed to those invited and registered.
pub async fn change_status(site: &Site, actor: &Actor, slug: &str, change: StatusChange) -> Result<EventView> {
    let tx = site.db.begin_write().await?;
    let seen = locked(&tx, actor, slug).await?;
    seen.require(Right::ManageEvents)?;
    let mut faults = Faults::default();
    let to: Option<Status> = faults.take("to", given::word(&change.to));
    let filled = |part: &Option<String>| part.as_deref().is_some_and(|part| !part.trim().is_empty());
    let reason = change.reason.filter(|reason| filled(&reason.lv) || filled(&reason.en));
    let reason = reason.and_then(|reason| given::block(&mut faults, "reason", &reason, REASON));
    faults.check()?;
    let to = seen.event.status.0.change_to(Faults::got(to)?).map_err(|refusal| Error::Conflict(refusal.code))?;
    let mut event = seen.event;
    let was = repo::events::facts(&event);
    event.status = Stored(to);
    event.status_reason = reason.map(JsonText);
    event.sequence = sequence(event.sequence, |n| next_sequence(n, &was, &repo::events::facts(&event)));
    let event = save(&tx, site, event).await?;
    planning::remember(&tx, site, &event).await?;
    audit::note(&tx, site, actor, Some(event.host_id), "event_status", &event.slug, to.into()).await?;
    if to.is_mailed() {
        entry::send_to_all(&tx, site, &event, cause(to)).await?;
    }
    tx.commit().await?;
    site.live.changed(event.id);
    super::show(site, actor, slug).await
}

/// Why the entry goes out that a status causes.
pub(super) fn cause(status: Status) -> EntryCause {
    match status {
        Status::Announced => EntryCause::Announced,
        Status::Confirmed => EntryCause::Confirmed,
        Status::Cancelled => EntryCause::EventCancelled,
        Status::Draft | Status::Tentative | Status::Held => EntryCause::Changed,
    }
}

/// How many people would be mailed: those invited and those registered. For who may change the event.
pub async fn audience(site: &Site, actor: &Actor, slug: &str) -> Result<u64> {
    let seen = access::event(site.db.read(), actor, slug).await?;
    actor.me()?;
    seen.require(Right::ManageEvents)?;
    repo::events::audience(site.db.read(), seen.event.id).await
}
