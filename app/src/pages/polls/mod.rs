//! Date polls as people answer them, by one link.

mod cards;
mod confirm;
mod content;
mod said;
mod show;

use axum::Router;
use axum::routing::get;
use backend::Site;

pub use said::{answer, table, when};

/// `/polls/{poll}`, the link of one's own answer, and the link of the letter that asks whether an address is one's own.
pub fn router() -> Router<Site> {
    Router::new()
        .route("/polls/{poll}", get(show::show).post(show::send))
        .route("/polls/{poll}/mine/{secret}", get(show::come_back))
        .route("/polls/{poll}/confirm/{link}", get(confirm::ask).post(confirm::confirm))
}
