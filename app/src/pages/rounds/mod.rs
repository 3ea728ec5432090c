//! Rounds of an event: made, voted in, their results.

mod booth;
mod budget;
mod create;
mod create_fields;
mod files;
mod others;
mod pairs;
mod result;
mod roll;
mod show;
mod steps;
mod why;
mod words;

use axum::Router;
use axum::routing::get;
use backend::Site;

/// `/events/{event}/rounds/new`, `…/rounds/{n}` and the files of a result.
pub fn router() -> Router<Site> {
    Router::new()
        .route("/events/{event}/rounds/new", get(create::show).post(create::send))
        .route("/events/{event}/rounds/{number}", get(show::show).post(show::send))
        .route("/events/{event}/rounds/{number}/{file}", get(files::download))
}
