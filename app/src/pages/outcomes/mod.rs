//! What became of the topics of an event, what it led to, and recording that.

mod list;
mod record;
mod show;

pub use list::outcomes;
pub use record::waiting;

use axum::Router;
use axum::routing::get;
use backend::Site;

/// `/events/{event}/outcomes` for everybody, `/organise/events/{event}/outcomes` for organisers.
pub fn router() -> Router<Site> {
    Router::new()
        .route("/events/{event}/outcomes", get(show::show))
        .route("/organise/events/{event}/outcomes", get(record::blank).post(record::make))
        .route("/organise/events/{event}/outcomes/{id}", get(record::edit).post(record::save))
}
