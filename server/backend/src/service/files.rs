//! Files that people add to something. Their content lies in the database, in parts that are text (base64): so both databases hold it
//! alike, one backup has all of it, and nothing of it is ever on a disk that a web server could serve by itself.

use crate::entity::{event_file, event_file_part, topic, topic_file, topic_file_part};
use crate::error::{Error, Faults};
use crate::{Result, Site};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::fault::Fault;
use domain::topic::{FileKind, file_name};
use sea_orm::sea_query::ExprTrait;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Bytes of one file.
pub const FILE_MAX: usize = 10 * 1024 * 1024;
/// Bytes of all files of one event: a backup has to stay one that can be carried.
const ALL_MAX: i64 = 500 * 1024 * 1024;
/// Bytes of one part; threefold, so that the parts in base64 one behind the other are the whole in base64.
const PART: usize = 24 * 1024;
/// Parts written at once.
pub const PARTS_AT_ONCE: usize = 50;

/// A file as it is sent.
#[derive(Clone, Debug, Default)]
pub struct NewFile {
    /// As its owner calls it; a path before it is left out.
    pub name: String,
    /// All of it.
    pub content: Vec<u8>,
}

/// The content in parts, each with its position.
pub fn parts(content: &[u8]) -> impl Iterator<Item = (i32, String)> {
    (0..).zip(content.chunks(PART).map(|part| STANDARD.encode(part)))
}

/// What a file is beside, which says in which table its parts are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// A topic.
    Topic,
    /// An event.
    Event,
}

/// The content of a file, of which one part is held at a time.
#[derive(Clone)]
pub struct Parts {
    site: Site,
    beside: Beside,
    file_id: i64,
    next: i32,
    left: i64,
}

impl Parts {
    /// From the beginning of a file of so many bytes.
    pub(crate) fn of(site: &Site, beside: Beside, file_id: i64, size: i64) -> Self {
        Self { site: site.clone(), beside, file_id, next: 0, left: size }
    }

    /// The next bytes in base64, of which only the last part's is filled up; none at the end. A file taken away meanwhile is an error
    /// rather than a short file.
    pub async fn encoded(&mut self) -> Result<Option<String>> {
        if self.left <= 0 {
            return Ok(None);
        }
        let part = self.read().await?.ok_or(Error::NotFound)?;
        self.next += 1;
        self.left -= i64::try_from(PART).unwrap_or(i64::MAX);
        Ok(Some(part))
    }

    async fn read(&self) -> Result<Option<String>> {
        let db = self.site.db.read();
        Ok(match self.beside {
            Beside::Topic => {
                let own = topic_file_part::Column::FileId.eq(self.file_id).and(topic_file_part::Column::Position.eq(self.next));
                let rows = topic_file_part::Entity::find().select_only().column(topic_file_part::Column::Content).filter(own);
                rows.into_tuple().one(db).await?
            }
            Beside::Event => {
                let own = event_file_part::Column::FileId.eq(self.file_id).and(event_file_part::Column::Position.eq(self.next));
                let rows = event_file_part::Entity::find().select_only().column(event_file_part::Column::Content).filter(own);
                rows.into_tuple().one(db).await?
            }
        })
    }

    /// The next bytes; none at the end.
    pub async fn bytes(&mut self) -> Result<Option<Vec<u8>>> {
        self.encoded().await?.map(|part| STANDARD.decode(part).map_err(Error::internal)).transpose()
    }
}

/// 409 `too_many_files` where an event, with its topics, would hold more than it can with so many bytes in addition.
pub async fn leave_room(db: &impl ConnectionTrait, event_id: i64, size: i64) -> Result<()> {
    let topics = topic::Entity::find().select_only().column(topic::Column::Id).filter(topic::Column::EventId.eq(event_id));
    let beside = topic_file::Entity::find().select_only().column(topic_file::Column::Size);
    let beside = beside.filter(topic_file::Column::TopicId.in_subquery(topics.into_query()));
    let own = event_file::Entity::find().select_only().column(event_file::Column::Size).filter(event_file::Column::EventId.eq(event_id));
    let mut sizes = beside.into_tuple::<i64>().all(db).await?;
    sizes.extend(own.into_tuple::<i64>().all(db).await?);
    let all = sizes.into_iter().fold(size, i64::saturating_add);
    if all > ALL_MAX { Err(Error::Conflict("too_many_files")) } else { Ok(()) }
}

/// The name and the kind, or what is wrong with the file.
pub fn check(new: &NewFile) -> Result<(String, FileKind)> {
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
