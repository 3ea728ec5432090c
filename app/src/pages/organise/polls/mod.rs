//! Date polls as their organisers make them, look at them, and turn them into an event.

mod create;
mod decide;
mod result;
mod section;
mod slots;

use axum::Router;
use axum::routing::get;
use backend::Site;

pub use section::section;

/// `/organise/hosts/{host}/polls/new`, `/organise/polls/{poll}` and the way from a poll to its event.
pub fn router() -> Router<Site> {
    Router::new()
        .route("/organise/hosts/{host}/polls/new", get(create::blank).post(create::make))
        .route("/organise/polls/new", get(create::choose))
        .route("/organise/polls/{poll}", get(result::show).post(result::send))
        .route("/organise/polls/{poll}/event", get(decide::ask).post(decide::make))
}
