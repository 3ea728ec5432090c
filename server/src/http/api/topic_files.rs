//! Files beside a topic.

use super::address::Path;
use super::body::Body;
use super::caller::Caller;
use super::page::Page;
use super::problem::{Answer, Problem};
use axum::Json;
use axum::body::Body as AxumBody;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use backend::entity::topic_file;
use backend::service::files::{NewFile, Parts};
use backend::service::topics;
use backend::{Error, Site};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use futures::stream::{self, StreamExt, try_unfold};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// A file may be 10 MB, which is a third more as text.
pub const BODY_LIMIT: usize = 20 * 1024 * 1024;

/// The calls.
pub fn routes() -> OpenApiRouter<Site> {
    let upload = OpenApiRouter::new().routes(routes!(list, attach)).layer(DefaultBodyLimit::max(BODY_LIMIT));
    upload.routes(routes!(download, detach))
}

/// A file to add.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct FileRequest {
    /// At most 120 characters; how it ends says what it is: `.pdf`, `.png`, `.jpg`, `.webp`, `.docx`, `.xlsx`, `.pptx`, `.odt`, `.ods`
    /// or `.odp`.
    #[schema(example = "agenda.pdf")]
    name: String,
    /// The whole file in base64; at most 10 MB.
    content: String,
}

/// A file beside something.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct File {
    pub id: i64,
    pub name: String,
    /// Its media type.
    pub kind: String,
    /// Bytes.
    pub size: i64,
    pub added_on: String,
}

/// A file with what is in it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FileContent {
    #[serde(flatten)]
    file: File,
    /// In base64.
    content: String,
}

impl FileRequest {
    /// The file that was sent.
    pub fn read(self) -> Result<NewFile, Error> {
        let content = STANDARD.decode(self.content.trim()).map_err(|_| Error::field("content", "invalid_base64"))?;
        Ok(NewFile { name: self.name, content })
    }
}

impl FileContent {
    /// A file and its bytes, of which one part is held at a time.
    pub fn of(file: File, parts: Parts) -> Result<Response, Error> {
        // An empty one is the frame; what is in base64 needs no escape in JSON.
        let frame = serde_json::to_string(&Self { file, content: String::new() }).map_err(Error::internal)?;
        let (head, tail) = frame.rsplit_once("\"\"").ok_or_else(|| Error::internal("no content in a file"))?;
        let (head, tail) = (format!("{head}\""), format!("\"{tail}"));
        let parts = try_unfold(parts, async |mut parts| Ok::<_, Error>(parts.encoded().await?.map(|part| (part, parts))));
        let body = stream::iter([Ok(head)]).chain(parts).chain(stream::iter([Ok(tail)]));
        Ok(([(header::CONTENT_TYPE, "application/json")], AxumBody::from_stream(body)).into_response())
    }
}

impl From<topic_file::Model> for File {
    fn from(row: topic_file::Model) -> Self {
        Self { id: row.id, name: row.name, kind: row.kind.0.media_type().to_owned(), size: row.size, added_on: row.added_on }
    }
}

/// The files beside a topic; at most 5.
#[utoipa::path(get, path = "/topics/{id}/files", tag = "Topics", params(("id" = i64, Path)), responses((status = 200, body = Page<File>), (status = 404, body = Problem)))]
async fn list(State(site): State<Site>, Caller(actor): Caller, Path(id): Path<i64>) -> Answer<Json<Page<File>>> {
    let files = topics::files(&site, &actor, id).await?;
    Ok(Json(Page::whole(files.into_iter().map(Into::into).collect())))
}

/// Adds a file, for whoever proposed the topic, with a name or without, and for organisers. What it is, is told by its content: a
/// `.pdf` that is none is 422 `file_type`. Whatever is written inside a file, such as its author or where a photo was taken, goes
/// with it.
#[utoipa::path(post, path = "/topics/{id}/files", tag = "Topics", params(("id" = i64, Path)), request_body = FileRequest, responses((status = 201, body = File), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn attach(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(id): Path<i64>,
    Body(asked): Body<FileRequest>,
) -> Answer<(StatusCode, Json<File>)> {
    let file = topics::attach(&site, &actor, id, asked.read()?).await?;
    Ok((StatusCode::CREATED, Json(file.into())))
}

/// A file with its content. Pages serve it as a download.
#[utoipa::path(get, path = "/topics/{id}/files/{file}", tag = "Topics", params(("id" = i64, Path), ("file" = i64, Path)), responses((status = 200, body = FileContent), (status = 404, body = Problem)))]
async fn download(State(site): State<Site>, Caller(actor): Caller, Path((id, file)): Path<(i64, i64)>) -> Answer<Response> {
    let (file, parts) = topics::open(&site, &actor, id, file).await?;
    Ok(FileContent::of(file.into(), parts)?)
}

/// Takes a file away.
#[utoipa::path(delete, path = "/topics/{id}/files/{file}", tag = "Topics", params(("id" = i64, Path), ("file" = i64, Path)), responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn detach(State(site): State<Site>, Caller(actor): Caller, Path((id, file)): Path<(i64, i64)>) -> Answer<StatusCode> {
    topics::detach(&site, &actor, id, file).await?;
    Ok(StatusCode::NO_CONTENT)
}
