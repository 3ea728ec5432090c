//! The pages of organisers: their hosts, series, events and date polls, and what needs them.

mod agenda;
mod asked;
mod changes;
mod clocks;
mod edition;
mod event;
mod event_fields;
mod event_form;
mod foretold;
mod forms;
mod host;
mod moderation;
mod needs;
mod noticeline;
mod overview;
mod passes;
mod plan;
mod polls;
mod rule_fields;
mod runs;
mod series;
mod series_form;
mod status;
mod timeline;
mod words;
mod yearview;

pub use plan::lead as to_planner;

use axum::Router;
use axum::routing::get;
use backend::Site;

/// `/organise`, and below it `/hosts/{host}` with the ways to make things, `/series/{series}…` and `/events/{event}…`.
pub fn router() -> Router<Site> {
    Router::new()
        .route("/organise", get(overview::show))
        .route("/organise/hosts/{host}", get(host::show))
        .route("/organise/hosts/{host}/series/new", get(series_form::blank).post(series_form::make))
        .route("/organise/hosts/{host}/events/new", get(event_form::blank).post(event_form::make))
        .route("/organise/series/{series}", get(series::show))
        .route("/organise/series/{series}/plan", get(plan::series))
        .route("/organise/series/{series}/edit", get(series_form::edit).post(series_form::change))
        .route("/organise/series/{series}/editions", get(edition::blank).post(edition::make))
        .route("/organise/events/{event}", get(event::show))
        .route("/organise/events/{event}/edit", get(event_form::edit).post(event_form::change))
        .route("/organise/events/{event}/runs", get(runs::show).post(runs::send))
        .route("/organise/events/{event}/plan", get(plan::event))
        .route("/organise/events/{event}/passes", get(passes::show).post(passes::send))
        .route("/organise/events/{event}/moderation", get(moderation::show))
        .route("/organise/events/{event}/moderation/{kind}/{id}", get(moderation::ask).post(moderation::send))
        .route("/organise/events/{event}/agenda", get(agenda::show).post(agenda::publish))
        .route("/organise/events/{event}/agenda/new", get(agenda::blank).post(agenda::make))
        .route("/organise/events/{event}/agenda/board", get(agenda::look).post(agenda::arrange))
        .route("/organise/events/{event}/agenda/draft", get(agenda::draft).post(agenda::send_draft))
        .route("/organise/events/{event}/agenda/setup", get(agenda::setup).post(agenda::save))
        .route("/organise/events/{event}/agenda/{session}", get(agenda::edit).post(agenda::change))
        .route("/organise/events/{event}/status", get(event::show))
        .route("/organise/events/{event}/status/{to}", get(status::ask).post(status::set))
        .merge(polls::router())
}
