//! Topics of an event: proposed, found, supported, talked about, answered.

mod alike;
mod beside;
mod comment;
mod discussion;
mod edit;
mod files;
mod list;
mod manage;
mod pass;
mod propose;
mod show;
mod timeline;
mod words;

pub use files::{MOST_BYTES, as_download, read_file, size, upload};
pub use list::{bar, support_button};
pub use manage::reason;
pub use pass::went;
pub use words::{complaint, day};

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::get;
use backend::Site;

/// `/events/{event}/topics`, `…/topics/like` (a piece of page), `…/topics/{n}` and its comments.
pub fn router() -> Router<Site> {
    Router::new()
        .route("/events/{event}/topics", get(list::show).post(propose::send))
        .route("/events/{event}/topics/like", get(alike::show))
        .route("/events/{event}/topics/{number}", get(show::show).post(show::send))
        .route("/events/{event}/topics/{number}/edit", get(edit::ask).post(edit::send))
        .route("/events/{event}/topics/{number}/translate", get(edit::ask_translation).post(edit::translate))
        .route("/events/{event}/topics/{number}/pass", get(pass::ask).post(pass::send))
        .route("/events/{event}/topics/{number}/versions", get(edit::before))
        .route("/events/{event}/topics/{number}/files", get(files::ask).post(files::add).layer(DefaultBodyLimit::max(files::MOST_BYTES)))
        .route("/events/{event}/topics/{number}/files/{id}", get(files::download).post(files::remove))
        .route("/events/{event}/topics/{number}/report", get(comment::ask_topic).post(comment::send_topic))
        .route("/events/{event}/topics/{number}/comments/{id}", get(comment::show))
        .route("/events/{event}/topics/{number}/comments/{id}/{act}", get(comment::ask).post(comment::send))
}
