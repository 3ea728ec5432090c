//! The work nobody asks for: what is due by the clock.

use crate::entity::{credential, idempotency, outbox as row, sign_in_link};
use crate::live::across;
use crate::service::idempotency::KEPT_MS;
use crate::service::registration::erase_needs;
use crate::service::talk::news;
use crate::service::{agenda, date_polls, events, people, procedure, rounds, untold};
use crate::{Result, Site, opened, outbox};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::time::Duration;
use tokio::sync::watch;

/// How often the clock is looked at while serving.
const PAUSE: Duration = Duration::from_secs(10);
const DAY_MS: i64 = 86_400_000;
/// How long it is known that a mail has left.
const REMEMBERED_MS: i64 = 30 * DAY_MS;

/// Does all that is due now: events follow the rules of their zones, rounds and written procedures are opened, closed and reminded of, small changes told together, needs, travel and what has run out are forgotten, mail leaves.
pub async fn run_due(site: &Site) -> Result<()> {
    let kept = upkeep(site).await;
    outbox::drain(site).await.and(kept)
}

/// Works beside the server until `stop` says so; what has been begun is finished.
pub async fn run(site: Site, stop: watch::Receiver<bool>) {
    tokio::join!(outbox::run(site.clone(), stop.clone()), across::carry(site.clone(), stop.clone()), keep_up(&site, stop));
}

async fn keep_up(site: &Site, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        if let Err(error) = upkeep(site).await {
            tracing::error!(%error, "what is due could not be done");
        }
        if matches!(tokio::time::timeout(PAUSE, stop.changed()).await, Ok(Err(_))) {
            return;
        }
    }
}

async fn upkeep(site: &Site) -> Result<()> {
    let reckoned = events::follow_zone_rules(site).await;
    let seen = opened::write(site).await;
    let settled = rounds::settle_due(site).await;
    let reminded = rounds::remind_due(site).await;
    let answered = procedure::settle_due(site).await;
    let erased = erase_needs(site).await;
    let told = untold::tell_due(site).await.and(agenda::tell_due(site).await).and(news::tell_due(site).await);
    let polled = date_polls::forget_due(site).await;
    let home = people::end_travel(site).await;
    forget(site)
        .await
        .and(seen)
        .and(reminded)
        .and(home)
        .and(reckoned)
        .and(settled)
        .and(answered)
        .and(told)
        .and(polled)
        .and(erased.map(|_| ()))
}

async fn forget(site: &Site) -> Result<()> {
    let now = site.now().as_millisecond();
    let tx = site.db.begin_quiet().await?;
    credential::Entity::delete_many().filter(credential::Column::ExpiresAt.lte(now)).exec(&tx).await?;
    sign_in_link::Entity::delete_many().filter(sign_in_link::Column::ExpiresAt.lt(now - DAY_MS)).exec(&tx).await?;
    idempotency::Entity::delete_many().filter(idempotency::Column::CreatedAt.lt(now - KEPT_MS)).exec(&tx).await?;
    row::Entity::delete_many().filter(row::Column::State.eq("done")).filter(row::Column::DoneAt.lt(now - REMEMBERED_MS)).exec(&tx).await?;
    Ok(tx.commit().await?)
}
