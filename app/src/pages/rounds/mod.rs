//! Rounds of an event: made, voted in, their results.

mod booth;
mod create;
mod result;
mod show;

use axum::Router;
use axum::routing::get;
use backend::Site;

/// `/events/{event}/rounds/new` and `…/rounds/{n}`.
pub fn router() -> Router<Site> {
    Router::new()
        .route("/events/{event}/rounds/new", get(create::show).post(create::send))
        .route("/events/{event}/rounds/{number}", get(show::show).post(show::send))
}
