//! Hosts: their public page, and what their coordinators see of members and data.

mod data;
mod manage;
mod members;
mod overview;
mod show;

use crate::text::t;
use axum::Router;
use axum::routing::get;
use backend::Site;
use domain::host::HostKind;
use domain::text::Lang;

/// `/hosts/{host}`, and below `/organise/hosts` what is not for everybody.
pub fn router() -> Router<Site> {
    Router::new()
        .route("/hosts/{host}", get(show::show))
        .route("/organise/hosts", get(overview::show))
        .route("/organise/hosts/new", get(data::blank).post(data::make))
        .route("/organise/hosts/{host}/members", get(manage::show).post(manage::send))
}

/// What sort of organisation it is, in words.
fn kind(lang: Lang, kind: HostKind) -> String {
    match kind {
        HostKind::Ministry => t(lang, "hostkind-ministry"),
        HostKind::Chancellery => t(lang, "hostkind-chancellery"),
        HostKind::Representation => t(lang, "hostkind-representation"),
        HostKind::Embassy => t(lang, "hostkind-embassy"),
        HostKind::Association => t(lang, "hostkind-association"),
    }
}
