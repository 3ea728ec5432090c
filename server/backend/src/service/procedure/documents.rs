//! The documents of a written procedure: read by everybody who sees its event, added and taken away by organisers until it opens.

use super::{of_event, set::still_open_to_changes};
use crate::entity::{event, event_file, event_file_part};
use crate::error::Error;
use crate::service::access::{self, Actor};
use crate::service::audit;
use crate::service::files::{self, Beside, NewFile, Parts};
use crate::service::talk::today;
use crate::{Result, Site};
use domain::event::Kind;
use domain::host::Right;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, NotSet, PaginatorTrait, QueryFilter, QueryOrder, Set};

/// Documents of one procedure.
pub const DOCUMENTS_MAX: u64 = 10;

/// Adds a document; 422 as [`files::check`], 409 `too_many_files`, `not_written`, `procedure_open`.
pub async fn attach(site: &Site, actor: &Actor, slug: &str, new: NewFile) -> Result<event_file::Model> {
    let tx = site.db.begin_write().await?;
    let event = changing(&tx, site, actor, slug).await?;
    let (name, kind) = files::check(&new)?;
    let so_far = event_file::Entity::find().filter(event_file::Column::EventId.eq(event.id)).count(&tx).await?;
    if so_far >= DOCUMENTS_MAX {
        return Err(Error::Conflict("too_many_files"));
    }
    let size = i64::try_from(new.content.len()).unwrap_or(i64::MAX);
    files::leave_room(&tx, event.id, size).await?;
    let row = event_file::ActiveModel {
        id: NotSet,
        event_id: Set(event.id),
        name: Set(name),
        kind: Set(kind.into()),
        size: Set(size),
        added_on: Set(today(site)),
    };
    let file = row.insert(&tx).await?;
    let part = |(position, content)| event_file_part::ActiveModel {
        id: NotSet,
        file_id: Set(file.id),
        position: Set(position),
        content: Set(content),
    };
    let parts: Vec<_> = files::parts(&new.content).map(part).collect();
    for some in parts.chunks(files::PARTS_AT_ONCE) {
        event_file_part::Entity::insert_many(some.to_vec()).exec_without_returning(&tx).await?;
    }
    audit::note(&tx, site, actor, Some(event.host_id), "procedure_set", slug, "documents").await?;
    tx.commit().await?;
    Ok(file)
}

/// Takes a document away.
pub async fn detach(site: &Site, actor: &Actor, slug: &str, file_id: i64) -> Result<()> {
    let tx = site.db.begin_write().await?;
    let event = changing(&tx, site, actor, slug).await?;
    find(&tx, event.id, file_id).await?;
    event_file::Entity::delete_by_id(file_id).exec(&tx).await?;
    audit::note(&tx, site, actor, Some(event.host_id), "procedure_set", slug, "documents").await?;
    Ok(tx.commit().await?)
}

async fn changing(tx: &impl ConnectionTrait, site: &Site, actor: &Actor, slug: &str) -> Result<event::Model> {
    actor.me()?;
    let seen = access::event_locked(tx, actor, slug).await?;
    seen.require(Right::ManageEvents)?;
    if seen.event.kind.0 != Kind::Written {
        return Err(Error::Conflict("not_written"));
    }
    let before = of_event(tx, site, &seen.event).await?;
    still_open_to_changes(site, &seen.event, before.as_ref())?;
    Ok(seen.event)
}

async fn find(db: &impl ConnectionTrait, event_id: i64, file_id: i64) -> Result<event_file::Model> {
    let found = event_file::Entity::find_by_id(file_id).filter(event_file::Column::EventId.eq(event_id));
    found.one(db).await?.ok_or(Error::NotFound)
}

/// The documents of an event that the reader sees, without their content, as they were added.
pub async fn documents(db: &impl ConnectionTrait, event_id: i64) -> Result<Vec<event_file::Model>> {
    let rows = event_file::Entity::find().filter(event_file::Column::EventId.eq(event_id)).order_by_asc(event_file::Column::Id);
    Ok(rows.all(db).await?)
}

/// A document and the way to its content.
pub async fn document(site: &Site, actor: &Actor, slug: &str, file_id: i64) -> Result<(event_file::Model, Parts)> {
    let db = site.db.read();
    let seen = access::event(db, actor, slug).await?;
    let file = find(db, seen.event.id, file_id).await?;
    let parts = Parts::of(site, Beside::Event, file.id, file.size);
    Ok((file, parts))
}
