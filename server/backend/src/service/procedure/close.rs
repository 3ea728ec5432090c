//! What the clock brings: the opening, the reminder and the close, each done once, whenever something runs again.

use super::asked::{is_outdated, mark, take_down, tell};
use super::letter::Notice;
use super::{Procedure, of_event, rows};
use crate::clock::instant;
use crate::entity::stored::Stored;
use crate::entity::{event, procedure};
use crate::repo;
use crate::service::rounds::reminder_at;
use crate::{Result, Site};
use domain::event::Status;
use domain::procedure::Phase;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};

/// Brings every procedure that has begun and is not closed to where it should be now.
pub async fn settle_due(site: &Site) -> Result<()> {
    let begun = event::Entity::find()
        .select_only()
        .column(event::Column::Id)
        .filter(event::Column::StartsAt.lte(site.now().as_millisecond()))
        .filter(event::Column::Status.ne(Stored(Status::Cancelled)));
    let events: Vec<i64> = procedure::Entity::find()
        .select_only()
        .column(procedure::Column::EventId)
        .filter(procedure::Column::ClosedAt.is_null())
        .filter(procedure::Column::EventId.in_subquery(begun.into_query()))
        .order_by_asc(procedure::Column::EventId)
        .into_tuple()
        .all(site.db.read())
        .await?;
    let mut settled = Ok(());
    for event in events {
        // One that fails holds up no other.
        settled = settle(site, event).await.and(settled);
    }
    settled
}

/// Looks whether something is due, and then does it with the event held.
pub(super) async fn settle(site: &Site, event_id: i64) -> Result<()> {
    if !is_due(site.db.read(), site, event_id).await? {
        return Ok(());
    }
    let tx = site.db.begin_write().await?;
    let event = repo::events::lock(&tx, event_id).await?;
    let Some(mut procedure) = of_event(&tx, site, &event).await? else { return Ok(()) };
    take_down(&tx, site, &event, &mut procedure).await?;
    remind(&tx, site, &event, &procedure).await?;
    close(&tx, site, &event, &procedure).await?;
    Ok(tx.commit().await?)
}

async fn is_due(db: &impl ConnectionTrait, site: &Site, event_id: i64) -> Result<bool> {
    let Some(event) = event::Entity::find_by_id(event_id).one(db).await? else { return Ok(false) };
    let Some(procedure) = of_event(db, site, &event).await? else { return Ok(false) };
    let open = procedure.phase == Phase::Open && (procedure.row.asked_at.is_none() || is_outdated(db, event_id).await?);
    Ok(open || is_time_to_remind(site, &event, &procedure) || (procedure.phase.is_closed() && procedure.row.closed_at.is_none()))
}

fn is_time_to_remind(site: &Site, event: &event::Model, procedure: &Procedure) -> bool {
    let at = reminder_at(instant(event.starts_at), instant(event.ends_at));
    let now = site.now().as_millisecond();
    procedure.phase == Phase::Open && procedure.row.reminded_at.is_none() && at.is_some_and(|at| at <= now)
}

/// One letter to those who have said nothing while there is time.
async fn remind(tx: &impl ConnectionTrait, site: &Site, event: &event::Model, procedure: &Procedure) -> Result<()> {
    if !is_time_to_remind(site, event, procedure) {
        return Ok(());
    }
    // Who was asked this very moment has had a letter.
    let now = site.now().as_millisecond();
    if procedure.row.asked_at != Some(now) {
        let silent = rows(tx, event.id).await?.into_iter().filter(|row| row.answers.is_none());
        let silent: Vec<i64> = silent.filter_map(|row| row.person_id).collect();
        tell(tx, site, event.id, &silent, Notice::Reminder).await?;
    }
    mark(tx, procedure, procedure::Column::RemindedAt, now).await
}

/// What was answered by now is counted for good, and those asked are told what came of it.
async fn close(tx: &impl ConnectionTrait, site: &Site, event: &event::Model, procedure: &Procedure) -> Result<()> {
    if !procedure.phase.is_closed() || procedure.row.closed_at.is_some() {
        return Ok(());
    }
    let all: Vec<i64> = rows(tx, event.id).await?.into_iter().filter_map(|row| row.person_id).collect();
    tell(tx, site, event.id, &all, Notice::Result).await?;
    mark(tx, procedure, procedure::Column::ClosedAt, event.ends_at.min(site.now().as_millisecond())).await
}
