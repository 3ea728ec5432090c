//! From one status to the next, and whom that is mailed to.

use super::foretold::{Told, still_the_same};
use super::{is_new_version, numbered, save};
use crate::entity::event;
use crate::entity::stored::{JsonText, Stored};
use crate::error::Faults;
use crate::outbox::EntryCause;
use crate::service::access::{self, Actor, Seen};
use crate::service::events::EventView;
use crate::service::{audit, entry, given, planning};
use crate::{Error, Result, Site};
use domain::event::Status;
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
    Ok(change_status_seen(site, actor, slug, change, None).await?.0)
}

/// As [`change_status`], and how many were told. With the mark of an event as it was looked at: 409 `changed_meanwhile` if it is another
/// by now.
pub async fn change_status_seen(
    site: &Site,
    actor: &Actor,
    slug: &str,
    change: StatusChange,
    mark: Option<&str>,
) -> Result<(EventView, Told)> {
    let tx = site.db.begin_write().await?;
    let before = stepping(access::event_locked(&tx, actor, slug).await?, actor)?;
    let event = stepped(&before, change)?;
    still_the_same(&before, mark)?;
    let (to, new_version) = (event.status.0, is_new_version(&before, &event));
    let event = save(&tx, site, event).await?;
    planning::remember(&tx, site, &event).await?;
    audit::note(&tx, site, actor, Some(event.host_id), "event_status", &event.slug, to.into()).await?;
    let mut told = Told { new_version, ..Told::default() };
    if to.is_mailed() {
        told.now = entry::send_to_all(&tx, site, &event, cause(to)).await?;
    }
    tx.commit().await?;
    site.live.changed(event.id);
    Ok((super::show(site, actor, slug).await?, told))
}

/// The event, if the actor may take it to another status.
pub(super) fn stepping(seen: Seen, actor: &Actor) -> Result<event::Model> {
    actor.me()?;
    seen.require(Right::ManageEvents)?;
    Ok(seen.event)
}

/// The event in its next status; nothing is written.
pub(super) fn stepped(before: &event::Model, change: StatusChange) -> Result<event::Model> {
    let mut faults = Faults::default();
    let to: Option<Status> = faults.take("to", given::word(&change.to));
    let filled = |part: &Option<String>| part.as_deref().is_some_and(|part| !part.trim().is_empty());
    let reason = change.reason.filter(|reason| filled(&reason.lv) || filled(&reason.en));
    let reason = reason.and_then(|reason| given::block(&mut faults, "reason", &reason, REASON));
    faults.check()?;
    let to = before.status.0.change_to(Faults::got(to)?).map_err(|refusal| Error::Conflict(refusal.code))?;
    let mut event = before.clone();
    event.status = Stored(to);
    event.status_reason = reason.map(JsonText);
    Ok(numbered(before, event))
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
