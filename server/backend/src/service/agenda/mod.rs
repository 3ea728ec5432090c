//! Agendas: sessions are changed by those who prepare the event, published as releases, and marked by those who come.

pub mod draft;
mod entries;
mod history;
mod input;
mod known;
mod letter;
mod mark;
mod release;
mod session;
mod setup;
mod told;
mod view;

use crate::entity::{event, session as row};
use crate::repo::{self, runs};
use crate::service::access::{self, Actor, Seen};
use crate::{Error, Result};
use domain::agenda::Snapshot;
use domain::host::Right;
use domain::id::SessionId;
use sea_orm::{ConnectionTrait, EntityTrait};

pub use entries::marked_entries;
pub use history::{Gone, Way, Ways, go, last_change, ways};
pub use input::{MATERIALS, NAME, SPEAKER, SPEAKERS, SessionFields, TITLE};
pub use letter::{Item, News, news};
pub use mark::{mark, unmark};
pub use release::{Line, Published, publish, releases};
pub use session::{create, remove, update};
pub use setup::{HOURS, Hours, ROOMS, RoomInput, mark as mark_of, set_hours, set_rooms, setup};
pub use told::{Told, foretell, tell_due};
pub use view::{Agenda, At, Moved, Release, Shown, Which, Working, current_mark, get, read, workbench};

/// The event, locked, for who may change its agenda, until it is held or cancelled.
async fn open(tx: &impl ConnectionTrait, actor: &Actor, mut seen: Seen) -> Result<Seen> {
    actor.me()?;
    seen.require(Right::ManageAgenda)?;
    seen.event = repo::events::lock(tx, seen.event.id).await?;
    if seen.event.status.0.is_final() { Err(Error::Conflict("status")) } else { Ok(seen) }
}

/// The session of an id and its event; one that is not released is there for the host only.
async fn find(db: &impl ConnectionTrait, actor: &Actor, id: i64) -> Result<(Seen, row::Model)> {
    let found = find_row(db, id).await?;
    let seen = access::event_by_id(db, actor, found.event_id).await?;
    if !seen.may(Right::ViewDrafts) && newest(db, &seen.event).await?.get(SessionId(id)).is_none() {
        return Err(Error::NotFound);
    }
    Ok((seen, found))
}

async fn find_row(db: &impl ConnectionTrait, id: i64) -> Result<row::Model> {
    row::Entity::find_by_id(id).one(db).await?.ok_or(Error::NotFound)
}

/// What was published last, without what was only at a time that is not held any more; nothing is an agenda without sessions.
async fn newest(db: &impl ConnectionTrait, event: &event::Model) -> Result<Snapshot> {
    let mut snapshot = repo::agenda::newest(db, event.id).await?.map(|release| release.snapshot.0).unwrap_or_default();
    snapshot.sessions.retain(|one| runs::has(event, &one.session));
    Ok(snapshot)
}
