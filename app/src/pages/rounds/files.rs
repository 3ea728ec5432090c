//! The files of a result.

use crate::failure::{Failed, Page};
use crate::reader::Reader;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use backend::Site;
use backend::service::access;
use backend::service::rounds::{self, File};

/// `GET /events/{event}/rounds/{number}/{file}`
pub async fn download(reader: Reader, State(site): State<Site>, Path((slug, number, name)): Path<(String, i32, String)>) -> Page {
    let file = File::of(&name).ok_or(Failed::NotFound)?;
    let seen = access::event(site.db.read(), &reader.actor, &slug).await?;
    let round = rounds::by_number(&site, seen.event.id, number).await?;
    let text = rounds::file(&site, &reader.actor, reader.lang, round.id, file).await?;
    let headers = [
        (header::CONTENT_TYPE, file.media_type().to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{slug}-{number}-{name}\"")),
    ];
    Ok::<Response, _>((headers, text).into_response())
}
