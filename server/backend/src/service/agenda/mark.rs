//! Sessions in people's own calendars; where a session has so many places, each mark takes one.

use super::find;
use super::newest;
use crate::entity::session_mark;
use crate::service::access::Actor;
use crate::{Error, Result, Site, repo};
use domain::agenda::Session;
use domain::id::SessionId;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, NotSet, PaginatorTrait, QueryFilter, Set};

/// Marks a published session for the actor's own calendar; a second time changes nothing. 409 `session_full` where it takes no more,
/// `not_registered` where its places are for those who come.
pub async fn mark(site: &Site, actor: &Actor, id: i64) -> Result<()> {
    let tx = site.db.begin_write().await?;
    let (mut seen, _) = find(&tx, actor, id).await?;
    let me = actor.me()?.id;
    // Nobody takes the last place between the count and the mark, and no release changes how many there are.
    seen.event = repo::events::lock(&tx, seen.event.id).await?;
    // For its hosts a session is there before it is published; in a calendar it is not.
    let newest = newest(&tx, &seen.event).await?;
    let session = newest.get(SessionId(id)).ok_or(Error::Conflict("not_released"))?;
    if !session.is_attended() {
        return Err(Error::Conflict("is_a_break"));
    }
    let has_place = repo::agenda::places(&tx, me, &[seen.event.id]).await?.contains_key(&seen.event.id);
    if session.capacity.is_some() && !has_place {
        return Err(Error::Conflict("not_registered"));
    }
    if is_full(&tx, session, me).await? {
        return Err(Error::Conflict("session_full"));
    }
    let row = session_mark::ActiveModel { id: NotSet, session_id: Set(id), person_id: Set(me) };
    let once = OnConflict::columns([session_mark::Column::SessionId, session_mark::Column::PersonId]).do_nothing().to_owned();
    session_mark::Entity::insert(row).on_conflict(once).exec_without_returning(&tx).await?;
    tx.commit().await?;
    Ok(())
}

/// Whether there is no place left for somebody who has none yet.
async fn is_full(tx: &impl ConnectionTrait, session: &Session, person_id: i64) -> Result<bool> {
    let Some(capacity) = session.capacity else { return Ok(false) };
    let marks = || session_mark::Entity::find().filter(session_mark::Column::SessionId.eq(session.id.0));
    let own = marks().filter(session_mark::Column::PersonId.eq(person_id)).count(tx).await?;
    Ok(own == 0 && marks().count(tx).await? >= u64::from(capacity))
}

/// Takes the mark back, also of a session that is there no more.
pub async fn unmark(site: &Site, actor: &Actor, id: i64) -> Result<()> {
    let me = actor.me()?.id;
    let tx = site.db.begin_write().await?;
    let own = session_mark::Column::SessionId.eq(id);
    session_mark::Entity::delete_many().filter(own).filter(session_mark::Column::PersonId.eq(me)).exec(&tx).await?;
    tx.commit().await?;
    Ok(())
}
