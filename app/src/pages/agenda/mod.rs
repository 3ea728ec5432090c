//! The agenda of an event: what takes place when, in which room, at whose time; and what changed.

mod day;
mod drafted;
mod picture;
mod preview;
mod releases;
mod show;
mod top;
mod words;

pub use day::mark as step_mark;
pub use drafted::{drafted, point, unplaced};
pub use preview::preview;
pub use words::{chaired, change, changes, hours, only_at, place, signed, warning, when_where};

use axum::Router;
use axum::routing::get;
use backend::Site;

/// `/events/{event}/agenda`
pub fn router() -> Router<Site> {
    Router::new().route("/events/{event}/agenda", get(show::show).post(show::send))
}
