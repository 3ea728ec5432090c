//! The documents of a written procedure.

use crate::http::api::address::Path;
use crate::http::api::body::Body;
use crate::http::api::caller::Caller;
use crate::http::api::page::Page;
use crate::http::api::problem::{Answer, Problem};
use crate::http::api::topic_files::{BODY_LIMIT, File, FileContent, FileRequest};
use axum::Json;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::StatusCode;
use axum::response::Response;
use backend::Site;
use backend::entity::event_file;
use backend::service::{access, procedure};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The calls.
pub fn routes() -> OpenApiRouter<Site> {
    let upload = OpenApiRouter::new().routes(routes!(list, attach)).layer(DefaultBodyLimit::max(BODY_LIMIT));
    upload.routes(routes!(download, detach))
}

impl From<event_file::Model> for File {
    fn from(row: event_file::Model) -> Self {
        Self { id: row.id, name: row.name, kind: row.kind.0.media_type().to_owned(), size: row.size, added_on: row.added_on }
    }
}

/// The documents of a written procedure; at most 10.
#[utoipa::path(get, path = "/events/{slug}/procedure/documents", tag = "Procedures", params(("slug" = String, Path)), responses((status = 200, body = Page<File>), (status = 404, body = Problem)))]
async fn list(State(site): State<Site>, Caller(actor): Caller, Path(slug): Path<String>) -> Answer<Json<Page<File>>> {
    let seen = access::event(site.db.read(), &actor, &slug).await?;
    let files = procedure::documents(site.db.read(), seen.event.id).await?;
    Ok(Json(Page::whole(files.into_iter().map(Into::into).collect())))
}

/// Adds a document, until the opening; as files beside a topic.
#[utoipa::path(post, path = "/events/{slug}/procedure/documents", tag = "Procedures", params(("slug" = String, Path)), request_body = FileRequest, responses((status = 201, body = File), (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn attach(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(slug): Path<String>,
    Body(asked): Body<FileRequest>,
) -> Answer<(StatusCode, Json<File>)> {
    let file = procedure::attach(&site, &actor, &slug, asked.read()?).await?;
    Ok((StatusCode::CREATED, Json(file.into())))
}

/// A document with its content. Pages serve it as a download.
#[utoipa::path(get, path = "/events/{slug}/procedure/documents/{file}", tag = "Procedures", params(("slug" = String, Path), ("file" = i64, Path)), responses((status = 200, body = FileContent), (status = 404, body = Problem)))]
async fn download(State(site): State<Site>, Caller(actor): Caller, Path((slug, file)): Path<(String, i64)>) -> Answer<Response> {
    let (file, parts) = procedure::document(&site, &actor, &slug, file).await?;
    Ok(FileContent::of(file.into(), parts)?)
}

/// Takes a document away, until the opening.
#[utoipa::path(delete, path = "/events/{slug}/procedure/documents/{file}", tag = "Procedures", params(("slug" = String, Path), ("file" = i64, Path)), responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn detach(State(site): State<Site>, Caller(actor): Caller, Path((slug, file)): Path<(String, i64)>) -> Answer<StatusCode> {
    procedure::detach(&site, &actor, &slug, file).await?;
    Ok(StatusCode::NO_CONTENT)
}
