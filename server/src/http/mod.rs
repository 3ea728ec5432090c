//! Everything that answers by HTTP, in one router for the server and the tests.

pub mod api;
mod feeds;
mod guard;
mod health;
mod kept;
pub mod limits;
mod metrics;
mod seats;

use crate::settings::Settings;
use anyhow::Result;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderValue, header};
use backend::Site;
use tower_http::set_header::SetResponseHeaderLayer;

/// Bodies beyond this are 413.
pub const BODY_LIMIT: usize = 1024 * 1024;

/// All routes with their middleware.
pub fn router(site: &Site, settings: &Settings) -> Result<Router> {
    let limits = limits::Limits::new(settings);
    let (api, document) = api::router(site);
    let router = Router::new()
        .merge(kept::around(app::router(site, &document).merge(feeds::router()), site))
        .merge(health::router())
        .merge(metrics::router(limits.clone()))
        .merge(seats::router())
        .nest("/api/v1", api)
        .layer(axum::middleware::from_fn_with_state(site.config.clone(), guard::same_origin))
        .layer(axum::middleware::from_fn_with_state((limits, site.clone()), limits::limit))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        // Feeds and answers of the API carry what people wrote, too.
        .layer(SetResponseHeaderLayer::if_not_present(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")))
        .layer(axum::middleware::from_fn(crate::observe::observe))
        .with_state(site.clone());
    Ok(router)
}
