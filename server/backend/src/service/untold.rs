//! Small changes of an event wait and are told together, in one quiet letter to those whose entry says otherwise. What is told at
//! once carries them, and then nothing is left to tell.

use crate::clock::instant;
use crate::entity::stored::Stored;
use crate::entity::{event, invitation, untold};
use crate::outbox::EntryCause;
use crate::service::entry::{self, Whom};
use crate::{Error, Result, Site, calendar, repo};
use domain::event::{Status, told_at};
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};

/// Whether the entries that people hold say the same of both.
pub fn says_the_same(before: &event::Model, after: &event::Model) -> Result<bool> {
    let said = |event: &event::Model| Ok::<_, Error>([calendar::Facts::of(event, false)?, calendar::Facts::of(event, true)?]);
    Ok(said(before)? == said(after)?)
}

/// When a change made now would be told, with what waits already.
pub async fn told_by(db: &impl ConnectionTrait, site: &Site, event: &event::Model) -> Result<Timestamp> {
    Ok(waiting(db, site, event).await?.1)
}

/// Since when something waits, with a change made now, and until when.
async fn waiting(db: &impl ConnectionTrait, site: &Site, event: &event::Model) -> Result<(Timestamp, Timestamp)> {
    let now = site.now();
    let since = untold::Entity::find_by_id(event.id).one(db).await?.map_or(now, |row| instant(row.since));
    Ok((since, told_at(since, now, instant(repo::runs::begins_at(event)))))
}

/// Notes that the entries sent so far, of one run or of both, say something else than the event, which is held; gives the instant at
/// which that is told.
pub async fn note(tx: &impl ConnectionTrait, site: &Site, event: &event::Model, whom: Whom) -> Result<Timestamp> {
    invitation::Entity::update_many()
        .col_expr(invitation::Column::Outdated, Expr::value(true))
        .filter(invitation::Column::EventId.eq(event.id))
        .filter(Condition::all().add_option(whom.run().map(|run| invitation::Column::Run.eq(Stored(run)))))
        .exec(tx)
        .await?;
    let (since, due) = waiting(tx, site, event).await?;
    let row = untold::ActiveModel { event_id: Set(event.id), since: Set(since.as_millisecond()), due_at: Set(due.as_millisecond()) };
    let later = OnConflict::column(untold::Column::EventId).update_column(untold::Column::DueAt).to_owned();
    untold::Entity::insert(row).on_conflict(later).exec_without_returning(tx).await?;
    Ok(due)
}

/// Forgets what waits, because everybody is being told.
pub async fn forget(tx: &impl ConnectionTrait, event_id: i64) -> Result<()> {
    untold::Entity::delete_by_id(event_id).exec(tx).await?;
    Ok(())
}

/// Tells what has waited long enough, each event in a transaction of its own; one that fails holds up no other.
pub async fn tell_due(site: &Site) -> Result<()> {
    let now = site.now().as_millisecond();
    let due = untold::Entity::find().select_only().column(untold::Column::EventId).filter(untold::Column::DueAt.lte(now));
    let events: Vec<i64> = due.order_by_asc(untold::Column::DueAt).into_tuple().all(site.db.read()).await?;
    let mut told = Ok(());
    for event_id in events {
        told = tell(site, event_id, now).await.and(told);
    }
    told
}

async fn tell(site: &Site, event_id: i64, now: i64) -> Result<()> {
    let tx = site.db.begin_write().await?;
    let event = repo::events::lock(&tx, event_id).await?;
    // Another worker may have told it since, or another change put it off.
    let still_due = untold::Entity::find_by_id(event_id).one(&tx).await?.is_some_and(|row| row.due_at <= now);
    if !still_due {
        return Ok(());
    }
    forget(&tx, event_id).await?;
    if matches!(event.status.0, Status::Announced | Status::Confirmed) && now < repo::runs::over_at(&event) {
        entry::send_to_all(&tx, site, &event, EntryCause::Amended).await?;
    }
    Ok(tx.commit().await?)
}
