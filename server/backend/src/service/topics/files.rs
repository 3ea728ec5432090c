//! Files beside a topic.

use super::edit::writer;
use super::{load, load_locked, open_to_changes};
use crate::entity::{hidden_topic, topic, topic_file, topic_file_part};
use crate::error::Error;
use crate::service::access::Actor;
use crate::service::audit;
use crate::service::files::{self, Beside, NewFile, Parts};
use crate::service::talk::{follow, timeline, today};
use crate::{Result, Site};
use domain::topic::{By, Happening};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, NotSet, PaginatorTrait, QueryFilter, QueryOrder, Set};

/// Files of one topic.
pub const FILES_MAX: u64 = 5;
/// Adds a file, for whoever may change the topic. Its kind is told by its content and must be what its name says (422 `file_type`);
/// 422 `file_too_large`, 409 `too_many_files`.
pub async fn attach(site: &Site, actor: &Actor, topic_id: i64, new: NewFile) -> Result<topic_file::Model> {
    actor.me()?;
    let tx = site.db.begin_write().await?;
    let (topic, by) = changing(&tx, site, actor, topic_id).await?;
    let (name, kind) = files::check(&new)?;
    let so_far = topic_file::Entity::find().filter(topic_file::Column::TopicId.eq(topic_id)).count(&tx).await?;
    let size = i64::try_from(new.content.len()).unwrap_or(i64::MAX);
    if so_far >= FILES_MAX {
        return Err(Error::Conflict("too_many_files"));
    }
    files::leave_room(&tx, topic.event_id, size).await?;
    let row = topic_file::ActiveModel {
        id: NotSet,
        topic_id: Set(topic_id),
        name: Set(name),
        kind: Set(kind.into()),
        size: Set(size),
        added_on: Set(today(site)),
    };
    let file = row.insert(&tx).await?;
    let parts: Vec<_> = files::parts(&new.content)
        .map(|(position, content)| topic_file_part::ActiveModel {
            id: NotSet,
            file_id: Set(file.id),
            position: Set(position),
            content: Set(content),
        })
        .collect();
    for some in parts.chunks(files::PARTS_AT_ONCE) {
        topic_file_part::Entity::insert_many(some.to_vec()).exec_without_returning(&tx).await?;
    }
    told(&tx, site, actor, &topic, by).await?;
    tx.commit().await?;
    Ok(file)
}

/// Takes a file away.
pub async fn detach(site: &Site, actor: &Actor, topic_id: i64, file_id: i64) -> Result<()> {
    let tx = site.db.begin_write().await?;
    let (topic, by) = changing(&tx, site, actor, topic_id).await?;
    find(&tx, topic_id, file_id).await?;
    topic_file::Entity::delete_by_id(file_id).exec(&tx).await?;
    told(&tx, site, actor, &topic, by).await?;
    Ok(tx.commit().await?)
}

/// The topic, held, for whoever may change it.
async fn changing(tx: &impl ConnectionTrait, site: &Site, actor: &Actor, topic_id: i64) -> Result<(topic::Model, By)> {
    let me = actor.me()?.id;
    let (topic, seen) = load_locked(tx, actor, topic_id).await?;
    let by = writer(site, &topic, &seen, me)?;
    open_to_changes(&seen.event, &topic, is_hidden(tx, topic_id).await?)?;
    Ok((topic, by))
}

async fn is_hidden(db: &impl ConnectionTrait, topic_id: i64) -> Result<bool> {
    Ok(hidden_topic::Entity::find_by_id(topic_id).one(db).await?.is_some())
}

async fn told(tx: &impl ConnectionTrait, site: &Site, actor: &Actor, topic: &topic::Model, by: By) -> Result<()> {
    let place = timeline::note(tx, site, topic.id, Happening::Edited, by).await?;
    follow::look(tx, site, topic, actor.me()?.id, place).await?;
    if by == By::Organisers {
        let seen = crate::service::access::event_by_id(tx, actor, topic.event_id).await?;
        let subject = format!("{}/{}", seen.event.slug, topic.number);
        audit::note(tx, site, actor, Some(seen.event.host_id), "topic_edited", &subject, "files").await?;
    }
    Ok(())
}

async fn find(db: &impl ConnectionTrait, topic_id: i64, file_id: i64) -> Result<topic_file::Model> {
    let found = topic_file::Entity::find_by_id(file_id).filter(topic_file::Column::TopicId.eq(topic_id));
    found.one(db).await?.ok_or(Error::NotFound)
}

/// The files of a topic without their content, as they were added; of a hidden topic none.
pub async fn files(site: &Site, actor: &Actor, topic_id: i64) -> Result<Vec<topic_file::Model>> {
    let db = site.db.read();
    load(db, actor, topic_id).await?;
    if is_hidden(db, topic_id).await? {
        return Ok(Vec::new());
    }
    listed(db, topic_id).await
}

/// As [`files`] of a topic that is known to be read by whoever asks.
pub async fn listed(db: &impl ConnectionTrait, topic_id: i64) -> Result<Vec<topic_file::Model>> {
    let rows = topic_file::Entity::find().filter(topic_file::Column::TopicId.eq(topic_id)).order_by_asc(topic_file::Column::Id);
    Ok(rows.all(db).await?)
}

/// A file to read part by part, for whoever sees its topic.
pub async fn open(site: &Site, actor: &Actor, topic_id: i64, file_id: i64) -> Result<(topic_file::Model, Parts)> {
    let db = site.db.read();
    load(db, actor, topic_id).await?;
    if is_hidden(db, topic_id).await? {
        return Err(Error::NotFound);
    }
    let file = find(db, topic_id, file_id).await?;
    let parts = Parts::of(site, Beside::Topic, file.id, file.size);
    Ok((file, parts))
}
