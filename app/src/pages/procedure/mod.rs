//! Written procedures: what is asked, the reader's answer, the result and the record; for organisers what to ask and the documents.

mod answer;
mod documents;
mod people;
mod questions;
mod result;
mod set;
mod show;

pub use documents::list as document_list;
pub use questions::{questions, quorum};

use crate::pages::topics::MOST_BYTES;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use backend::Site;

/// `/events/{event}/procedure`, its record and documents, and what organisers have below `/organise`.
pub fn router() -> Router<Site> {
    Router::new()
        .route("/events/{event}/procedure", get(show::show).post(show::send))
        .route("/events/{event}/record.pdf", get(result::record))
        .route("/events/{event}/documents/{id}", get(documents::download))
        .route("/organise/events/{event}/procedure", get(set::show).post(set::send))
        .route("/organise/events/{event}/documents", get(documents::ask).post(documents::add).layer(DefaultBodyLimit::max(MOST_BYTES)))
        .route("/organise/events/{event}/documents/{id}", post(documents::remove))
}
