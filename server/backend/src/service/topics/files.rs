//! Files beside a topic. Their content lies in the database, in parts that are text (base64): so both databases hold it alike, one
//! backup has all of it, and nothing of it is ever on a disk that a web server could serve by itself.

use super::edit::writer;
use super::{load, load_locked, open_to_changes};
use crate::entity::{hidden_topic, topic, topic_file, topic_file_part};
use crate::error::{Error, Faults};
use crate::service::access::Actor;
use crate::service::audit;
use crate::service::talk::{follow, timeline, today};
use crate::{Result, Site};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::fault::Fault;
use domain::topic::{By, FileKind, Happening, file_name};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, NotSet, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    Set,
};

use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Bytes of one file.
pub const FILE_MAX: usize = 10 * 1024 * 1024;
/// Files of one topic.
pub const FILES_MAX: u64 = 5;
/// Bytes of all files of one event: a backup has to stay one that can be carried.
const ALL_MAX: i64 = 500 * 1024 * 1024;
/// Bytes of one part; threefold, so that the parts in base64 one behind the other are the whole in base64.
const PART: usize = 24 * 1024;
/// Parts written at once.
const PARTS_AT_ONCE: usize = 50;

/// A file as it is sent.
#[derive(Clone, Debug, Default)]
pub struct NewFile {
    /// As its owner calls it; a path before it is left out.
    pub name: String,
    /// All of it.
    pub content: Vec<u8>,
}

/// Adds a file, for whoever may change the topic. Its kind is told by its content and must be what its name says (422 `file_type`);
/// 422 `file_too_large`, 409 `too_many_files`.
pub async fn attach(site: &Site, actor: &Actor, topic_id: i64, new: NewFile) -> Result<topic_file::Model> {
    actor.me()?;
    let tx = site.db.begin_write().await?;
    let (topic, by) = changing(&tx, site, actor, topic_id).await?;
    let (name, kind) = check(&new)?;
    let so_far = topic_file::Entity::find().filter(topic_file::Column::TopicId.eq(topic_id)).count(&tx).await?;
    let size = i64::try_from(new.content.len()).unwrap_or(i64::MAX);
    if so_far >= FILES_MAX || all_of(&tx, topic.event_id).await?.saturating_add(size) > ALL_MAX {
        return Err(Error::Conflict("too_many_files"));
    }
    let row = topic_file::ActiveModel {
        id: NotSet,
        topic_id: Set(topic_id),
        name: Set(name),
        kind: Set(kind.into()),
        size: Set(size),
        added_on: Set(today(site)),
    };
    let file = row.insert(&tx).await?;
    let parts = new.content.chunks(PART).map(|part| STANDARD.encode(part)).enumerate();
    let parts: Vec<_> = parts
        .map(|(position, content)| topic_file_part::ActiveModel {
            id: NotSet,
            file_id: Set(file.id),
            position: Set(i32::try_from(position).unwrap_or(i32::MAX)),
            content: Set(content),
        })
        .collect();
    for some in parts.chunks(PARTS_AT_ONCE) {
        topic_file_part::Entity::insert_many(some.to_vec()).exec_without_returning(&tx).await?;
    }
    told(&tx, site, actor, &topic, by).await?;
    tx.commit().await?;
    Ok(file)
}

/// Bytes of all files of an event.
async fn all_of(db: &impl ConnectionTrait, event_id: i64) -> Result<i64> {
    let topics = topic::Entity::find().select_only().column(topic::Column::Id).filter(topic::Column::EventId.eq(event_id));
    let sizes = topic_file::Entity::find().select_only().column(topic_file::Column::Size);
    let sizes = sizes.filter(topic_file::Column::TopicId.in_subquery(topics.into_query()));
    Ok(sizes.into_tuple::<i64>().all(db).await?.into_iter().sum())
}

/// The name and the kind, or what is wrong with the file.
fn check(new: &NewFile) -> Result<(String, FileKind)> {
    let mut faults = Faults::default();
    let name = faults.take("file", file_name(&new.name));
    if new.content.is_empty() {
        faults.add(Fault::new("file", "required"));
    } else if new.content.len() > FILE_MAX {
        faults.add(Fault::new("file", "file_too_large"));
    }
    faults.check()?;
    let name = Faults::got(name)?;
    let refused = || Error::field("file", "file_type");
    let kind = FileKind::of_name(&name).ok_or_else(refused)?;
    if is(kind, &new.content) { Ok((name, kind)) } else { Err(refused()) }
}

/// Whether it is of this kind, by its content. Documents of offices are archives, which are told by what they hold.
fn is(kind: FileKind, content: &[u8]) -> bool {
    match kind {
        FileKind::Pdf => infer::archive::is_pdf(content),
        FileKind::Png => infer::image::is_png(content),
        FileKind::Jpeg => infer::image::is_jpeg(content),
        FileKind::Webp => infer::image::is_webp(content),
        FileKind::Docx => holds(content, "word/document.xml"),
        FileKind::Xlsx => holds(content, "xl/workbook.xml"),
        FileKind::Pptx => holds(content, "ppt/presentation.xml"),
        FileKind::Odt | FileKind::Ods | FileKind::Odp => says(content, kind.media_type()),
    }
}

/// ECMA-376 part 2: its parts and, with them, what each of them is.
fn holds(content: &[u8], part: &str) -> bool {
    let archive = ZipArchive::new(Cursor::new(content));
    archive.is_ok_and(|archive| ["[Content_Types].xml", part].iter().all(|name| archive.index_for_name(name).is_some()))
}

/// OpenDocument 1.3, part 2, 3.3: the file `mimetype` says what it is.
fn says(content: &[u8], media_type: &str) -> bool {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(content)) else { return false };
    let Ok(part) = archive.by_name("mimetype") else { return false };
    let mut said = String::new();
    part.take(100).read_to_string(&mut said).is_ok() && said.trim() == media_type
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
    let parts = Parts::of(site, &file);
    Ok((file, parts))
}

/// The content of a file, of which one part is held at a time.
#[derive(Clone)]
pub struct Parts {
    site: Site,
    file_id: i64,
    next: i32,
    left: i64,
}

impl Parts {
    /// From the beginning.
    pub(crate) fn of(site: &Site, file: &topic_file::Model) -> Self {
        Self { site: site.clone(), file_id: file.id, next: 0, left: file.size }
    }

    /// The next bytes in base64, of which only the last part's is filled up; none at the end. A file taken away meanwhile is an error
    /// rather than a short file.
    pub async fn encoded(&mut self) -> Result<Option<String>> {
        if self.left <= 0 {
            return Ok(None);
        }
        let part = topic_file_part::Entity::find()
            .select_only()
            .column(topic_file_part::Column::Content)
            .filter(topic_file_part::Column::FileId.eq(self.file_id))
            .filter(topic_file_part::Column::Position.eq(self.next));
        let part: String = part.into_tuple().one(self.site.db.read()).await?.ok_or(Error::NotFound)?;
        self.next += 1;
        self.left -= i64::try_from(PART).unwrap_or(i64::MAX);
        Ok(Some(part))
    }

    /// The next bytes; none at the end.
    pub async fn bytes(&mut self) -> Result<Option<Vec<u8>>> {
        self.encoded().await?.map(|part| STANDARD.decode(part).map_err(Error::internal)).transpose()
    }
}
