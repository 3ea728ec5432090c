//! The worker: one step takes one job and does it.

use super::claim::{End, claim, finish};
use super::{EntryJob, Job};
use crate::entity::{invitation, outbox};
use crate::mail::{self, SendError};
use crate::{Result, Site};
use domain::invitation::Delivery;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::time::Duration;
use tokio::sync::watch;

/// So many jobs at once: mail servers take a while to answer.
const AT_ONCE: usize = 4;
/// How long an idle worker waits.
const PAUSE: Duration = Duration::from_millis(500);
/// While people's changes are being made a lane waits this long before each job, looking so often whether they are.
const GLANCE: Duration = Duration::from_millis(10);
const GLANCES: u32 = 25;
/// Seconds before the second, third and fourth attempt; then doubling.
const FIRST_WAITS: [i64; 3] = [5, 15, 60];
const LONGEST_WAIT: i64 = 3_600;

/// What one step came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A job was taken and has ended or been put off.
    Done,
    /// Nothing is due.
    Idle,
}

/// Takes one job that is due and does it.
pub async fn step(site: &Site) -> Result<Step> {
    let Some(row) = claim(site).await? else { return Ok(Step::Idle) };
    let job = row.payload.as_deref().and_then(|payload| serde_json::from_str::<Job>(payload).ok());
    let end = match &job {
        Some(job) => end_of(site, &row, perform(site, &row, job).await),
        None => End::Failed("unreadable".to_owned()),
    };
    if let End::Failed(problem) | End::Later(_, problem) = &end {
        tracing::warn!(job = row.id, kind = row.kind, attempts = row.attempts, problem, "a mail did not leave");
    }
    let tx = site.db.begin_quiet().await?;
    finish(&tx, &row, site.now().as_millisecond(), &end).await?;
    if let Some(Job::Entry(entry)) = &job {
        mark(&tx, entry, &end).await?;
    }
    tx.commit().await?;
    Ok(Step::Done)
}

/// Does all that is due now.
pub async fn drain(site: &Site) -> Result<()> {
    let lanes = (0..AT_ONCE).map(|_| async {
        while step(site).await? == Step::Done {}
        Ok(())
    });
    futures::future::try_join_all(lanes).await.map(|_: Vec<()>| ())
}

/// Works until `stop` says so; what has been begun is finished.
pub async fn run(site: Site, stop: watch::Receiver<bool>) {
    let lanes = (0..AT_ONCE).map(|_| lane(&site, stop.clone()));
    futures::future::join_all(lanes).await;
}

async fn lane(site: &Site, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        give_way(site).await;
        match step(site).await {
            Ok(Step::Done) => continue,
            Ok(Step::Idle) => {}
            Err(error) => tracing::error!(%error, "the outbox cannot be worked on"),
        }
        // An error says that the sender is gone, and then it is time to stop as well.
        let stopped = tokio::time::timeout(PAUSE, stop.changed()).await;
        if matches!(stopped, Ok(Err(_))) {
            return;
        }
    }
}

/// Mail comes after people who wait for an answer, though not for ever.
async fn give_way(site: &Site) {
    for _ in 0..GLANCES {
        if !site.db.is_in_demand() {
            return;
        }
        tokio::time::sleep(GLANCE).await;
    }
}

/// Why a job did not get through.
enum Failure {
    Ours(crate::Error),
    Mail(SendError),
}

impl From<crate::Error> for Failure {
    fn from(error: crate::Error) -> Self {
        Self::Ours(error)
    }
}

async fn perform(site: &Site, row: &outbox::Model, job: &Job) -> std::result::Result<(), Failure> {
    // Whoever has been erased in the meantime gets nothing more.
    let Some(mail) = mail::compose(site, row, job).await? else { return Ok(()) };
    site.mail.send(&mail).await.map_err(Failure::Mail)
}

fn end_of(site: &Site, row: &outbox::Model, performed: std::result::Result<(), Failure>) -> End {
    let later = |problem| End::Later(site.now().as_millisecond() + wait_seconds(row.attempts) * 1_000, problem);
    match performed {
        Ok(()) => End::Done,
        Err(Failure::Mail(SendError::Permanent(problem))) => End::Failed(problem),
        Err(Failure::Mail(SendError::Temporary(problem))) => later(problem),
        Err(Failure::Ours(error)) => later(error.code().to_owned()),
    }
}

/// Seconds to wait after so many attempts: 5, 15, 60, then doubling to an hour.
fn wait_seconds(attempts: i32) -> i64 {
    let attempt = usize::try_from(attempts.max(1) - 1).unwrap_or_default();
    match FIRST_WAITS.get(attempt) {
        Some(seconds) => *seconds,
        None => (60_i64 << (attempt - 2).min(6)).min(LONGEST_WAIT),
    }
}

async fn mark(tx: &impl sea_orm::ConnectionTrait, entry: &EntryJob, end: &End) -> Result<()> {
    let delivery = match end {
        End::Done => Delivery::Sent,
        End::Failed(_) => Delivery::Failed,
        End::Later(..) => return Ok(()),
    };
    // A newer message of the same invitation is still queued, and says so.
    invitation::Entity::update_many()
        .col_expr(invitation::Column::Delivery, Expr::value(<&str>::from(delivery)))
        .filter(invitation::Column::Id.eq(entry.invitation))
        .filter(invitation::Column::ChangedAt.eq(entry.stamp))
        .exec(tx)
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::wait_seconds;

    #[test]
    fn failures_are_tried_again_after_5_15_60_seconds_then_doubling_to_an_hour() {
        let waits: Vec<i64> = (1..=11).map(wait_seconds).collect();
        assert_eq!(waits, [5, 15, 60, 120, 240, 480, 960, 1_920, 3_600, 3_600, 3_600]);
    }
}
