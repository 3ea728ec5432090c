//! Newer rules of a zone can move the instant of a local time that was agreed: the local time stays, the instant follows.

use super::{keep, numbered};
use crate::entity::event;
use crate::outbox::EntryCause;
use crate::repo;
use crate::service::access::Actor;
use crate::service::audit;
use crate::{Result, Site, clock};
use domain::time::{LocalTime, newer_version};
use std::collections::BTreeMap;

/// Brings the events that are not over to the rules in use. Those that move are told to whom it concerns, each in a transaction of its
/// own, so that one that fails holds up no other. Rules older than those an event was reckoned by change nothing.
pub async fn follow_zone_rules(site: &Site) -> Result<()> {
    let mut unmoved: BTreeMap<String, Vec<i64>> = BTreeMap::new();
    let mut followed = Ok(());
    for event in repo::events::reckoned_otherwise(site.db.read(), site.zones.version(), site.now()).await? {
        if !is_newer(site, &event) {
            continue;
        }
        if instants(&reckoned(site, &event)) == instants(&event) {
            unmoved.entry(event.tzdb).or_default().push(event.id);
        } else {
            followed = follow(site, event.id).await.and(followed);
        }
    }
    confirm(site, unmoved).await.and(followed)
}

/// The others are as they were, by the release before.
async fn confirm(site: &Site, unmoved: BTreeMap<String, Vec<i64>>) -> Result<()> {
    if unmoved.is_empty() {
        return Ok(());
    }
    let tx = site.db.begin_write().await?;
    for (before, events) in unmoved {
        repo::events::confirm_release(&tx, &events, &before, site.zones.version()).await?;
    }
    Ok(tx.commit().await?)
}

fn is_newer(site: &Site, event: &event::Model) -> bool {
    newer_version(site.zones.version(), &event.tzdb)
}

async fn follow(site: &Site, event_id: i64) -> Result<()> {
    let tx = site.db.begin_write().await?;
    let before = repo::events::lock(&tx, event_id).await?;
    // Another server may have been here since.
    if !is_newer(site, &before) {
        return Ok(());
    }
    let event = numbered(&before, reckoned(site, &before));
    let [from, to] = [&before, &event].map(|event| clock::instant(event.starts_at));
    let detail = format!("{} {} → {}: {from} → {to}", event.zone, before.tzdb, event.tzdb);
    audit::note(&tx, site, &Actor::default(), Some(event.host_id), "event_followed_zone", &event.slug, &detail).await?;
    let (event, told) = keep(&tx, site, &before, event, EntryCause::ClocksChanged).await?;
    tx.commit().await?;
    let now = told.now.total();
    tracing::warn!(event = event.slug, zone = event.zone, rules = event.tzdb, before = before.tzdb, %from, %to, told = now, "clocks changed");
    site.live.changed(event_id);
    Ok(())
}

/// The event with its instants by the rules in use. A local time that they skip means the first minute after it; a zone that they do not
/// know any more stays as it was.
fn reckoned(site: &Site, before: &event::Model) -> event::Model {
    let mut event = before.clone();
    event.tzdb = site.zones.version().to_owned();
    let Ok(zone) = site.zones.get(&event.zone) else { return event };
    let instant = |local: &str| {
        let local = LocalTime::parse(local).ok()?;
        let resolved = zone.resolve(local).or_else(|gap| zone.resolve(gap.after)).ok()?;
        Some(resolved.at.as_millisecond())
    };
    event.starts_at = instant(&event.starts_local).unwrap_or(event.starts_at);
    let length = i64::from(event.duration_minutes) * 60_000;
    event.ends_at = event.starts_at + length;
    event.second_starts_at = event.second_starts_local.as_deref().and_then(instant);
    // A second run without an end was withdrawn.
    event.second_ends_at = event.second_ends_at.and(event.second_starts_at).map(|starts| starts + length);
    event.registration_opens_at = event.registration_opens_local.as_deref().and_then(instant);
    event.registration_closes_at = event.registration_closes_local.as_deref().and_then(instant);
    event
}

fn instants(event: &event::Model) -> [Option<i64>; 4] {
    [Some(event.starts_at), event.second_starts_at, event.registration_opens_at, event.registration_closes_at]
}
