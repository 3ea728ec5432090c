//! `saiets serve`.

use crate::settings::Settings;
use anyhow::{Context, Result};
use migrations::{Migrator, MigratorTrait};
use std::net::SocketAddr;
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

/// Migrates, then serves until asked to stop.
pub async fn run(settings: &Settings) -> Result<()> {
    tracing_subscriber::fmt().with_env_filter(EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"))).init();
    let listener = TcpListener::bind(settings.listen).await.with_context(|| format!("SAIETS_LISTEN={}", settings.listen))?;
    let listening = listener.local_addr()?;
    let site = crate::open::open(settings, listening).await?;
    Migrator::up(site.db.writer(), None).await.context("migrating")?;
    let router = crate::http::router(&site, settings)?;
    println!("Saiets is at {}", site.config.base_url);
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let live = site.live.clone();
    let stopped = async move {
        stop_signal().await;
        live.stop();
    };
    axum::serve(listener, service).with_graceful_shutdown(stopped).await?;
    site.db.close().await?;
    Ok(())
}

async fn stop_signal() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}
