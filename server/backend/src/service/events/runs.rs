//! The second run of an event: added, moved, withdrawn.

use super::foretold::{Foretold, Told, letter, mark, of_both, still_the_same};
use super::{EventView, OfferInput, check, for_change, numbered, save, show, store};
use crate::entity::event;
use crate::error::Faults;
use crate::outbox::EntryCause;
use crate::repo::{self, runs};
use crate::service::access::{self, Actor};
use crate::service::entry::{self, Reach, Whom};
use crate::service::{audit, registration};
use crate::{Error, Result, Site, id};
use domain::event::{Kind, Status};
use domain::fault::Fault;
use domain::text::Lang;
use sea_orm::ConnectionTrait;

/// The other time of an event, as it was sent.
#[derive(Clone, Debug, Default)]
pub struct SecondRun {
    /// `YYYY-MM-DDTHH:MM`, in the event's zone.
    pub starts_local: String,
    /// The places online.
    pub online: OfferInput,
}

/// Adds the second run, and those for whom it is easier by their own clocks are told; or gives it another time or capacity, and those in it
/// are told as of any change. 409 `status` for an event that is
/// over or called off; 422 at `starts_local` (`runs_overlap`, `runs_too_far_apart`, `written_once`) and `online.capacity`.
pub async fn set_second(site: &Site, actor: &Actor, slug: &str, sent: &SecondRun) -> Result<EventView> {
    Ok(set_second_seen(site, actor, slug, sent, None).await?.0)
}

/// As [`set_second`], and how many were told at once. With the mark of an event as it was looked at: 409 `changed_meanwhile`.
pub async fn set_second_seen(site: &Site, actor: &Actor, slug: &str, sent: &SecondRun, mark: Option<&str>) -> Result<(EventView, Told)> {
    let tx = site.db.begin_write().await?;
    let before = for_change(access::event_locked(&tx, actor, slug).await?, actor)?;
    still_the_same(&before, mark)?;
    let event = with_second(&tx, site, &before, sent).await?;
    let told = if event == before { Told::default() } else { store(&tx, site, actor, &before, event).await? };
    tx.commit().await?;
    site.live.changed(before.id);
    Ok((show(site, actor, slug).await?, told))
}

/// What [`set_second`] would send.
pub async fn of_second(site: &Site, actor: &Actor, slug: &str, sent: &SecondRun, lang: Lang) -> Result<Foretold> {
    let db = site.db.read();
    let before = for_change(access::event(db, actor, slug).await?, actor)?;
    let after = with_second(db, site, &before, sent).await?;
    of_both(db, site, before, after, lang).await
}

async fn with_second(db: &impl ConnectionTrait, site: &Site, before: &event::Model, sent: &SecondRun) -> Result<event::Model> {
    let (mut event, mut faults) = (before.clone(), Faults::default());
    if event.kind.0 == Kind::Written {
        faults.add(Fault::new("starts_local", "written_once"));
    }
    let zone = site.zones.get(&event.zone).map_err(|refusal| Error::field("zone", refusal.code))?;
    check::second(&mut event, zone, "starts_local", &sent.starts_local, &mut faults);
    event.second_capacity = check::capacity("online.capacity", Some(sent.online), &mut faults);
    event.second_uid.get_or_insert_with(|| format!("{}@{}", id::unique(), site.config.mail_domain()));
    event.second_sequence.get_or_insert(0);
    let [_, _, held] = repo::events::held(db, event.id).await?;
    if event.second_capacity.is_some_and(|capacity| i64::from(capacity) < held.confirmed) {
        let figures = Fault::new("online.capacity", "capacity_below_confirmed").with("confirmed", held.confirmed);
        faults.add(figures.with("capacity", event.second_capacity.unwrap_or_default()));
    }
    faults.check()?;
    Ok(numbered(before, event))
}

/// Withdraws the second run: its people are registered online in the first, as far as there is room, else in line for it, in the order
/// in which they stood; every entry of the withdrawn time becomes one of the first. 404 where there is none; 409 `run_in_use` where
/// somebody is in it and the first is not online.
pub async fn withdraw_second(site: &Site, actor: &Actor, slug: &str) -> Result<EventView> {
    Ok(withdraw_second_seen(site, actor, slug, None).await?.0)
}

/// As [`withdraw_second`], and how many were told. With a mark: 409 `changed_meanwhile`.
pub async fn withdraw_second_seen(site: &Site, actor: &Actor, slug: &str, mark: Option<&str>) -> Result<(EventView, Told)> {
    let tx = site.db.begin_write().await?;
    let before = for_change(access::event_locked(&tx, actor, slug).await?, actor)?;
    still_the_same(&before, mark)?;
    let event = save(&tx, site, without_second(&tx, &before).await?).await?;
    audit::note(&tx, site, actor, Some(event.host_id), "run_withdrawn", slug, "").await?;
    registration::leave_second(&tx, &event).await?;
    let now = entry::send_to(&tx, site, &event, Whom::WithSecond, EntryCause::RunWithdrawn).await?;
    let promoted = registration::promote(&tx, site, &event).await?;
    tx.commit().await?;
    site.live.changed(event.id);
    Ok((show(site, actor, slug).await?, Told { now, promoted, new_version: true, later_at: None }))
}

/// What [`withdraw_second`] would send.
pub async fn of_withdrawal(site: &Site, actor: &Actor, slug: &str, lang: Lang) -> Result<Foretold> {
    let db = site.db.read();
    let before = for_change(access::event(db, actor, slug).await?, actor)?;
    let after = without_second(db, &before).await?;
    let now = entry::reach(db, site, &after, Whom::WithSecond, EntryCause::RunWithdrawn).await?;
    let letter = letter(db, site, &after, EntryCause::RunWithdrawn, now, lang).await?;
    let told = Told { now, new_version: true, ..Told::default() };
    Ok(Foretold { mark: mark(&before), before, after, told, later: Reach::default(), letter, unanswered: Vec::new() })
}

async fn without_second(db: &impl ConnectionTrait, before: &event::Model) -> Result<event::Model> {
    if !runs::is_twice(before) {
        return Err(Error::NotFound);
    }
    let [_, _, held] = repo::events::held(db, before.id).await?;
    if held.all > 0 && !before.online_offered {
        return Err(Error::Conflict("run_in_use"));
    }
    let mut event = event::Model { second_ends_at: None, ..before.clone() };
    if before.status.0 == Status::Draft {
        // Nobody has ever seen it.
        event.second_starts_local = None;
        event.second_starts_at = None;
        event.second_capacity = None;
        event.second_uid = None;
        event.second_sequence = None;
    }
    Ok(numbered(before, event))
}
