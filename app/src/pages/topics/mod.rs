//! Topics of an event: proposed, found, supported, answered.

mod alike;
mod list;
mod propose;
mod show;

pub use list::bar;

use axum::Router;
use axum::routing::get;
use backend::Site;

/// `/events/{event}/topics`, `…/topics/like` (a piece of page) and `…/topics/{n}`.
pub fn router() -> Router<Site> {
    Router::new()
        .route("/events/{event}/topics", get(list::show).post(propose::send))
        .route("/events/{event}/topics/like", get(alike::show))
        .route("/events/{event}/topics/{number}", get(show::show).post(show::send))
}
