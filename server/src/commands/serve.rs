//! `saiets serve`.

use crate::observe::{logs, metrics};
use crate::settings::Settings;
use anyhow::{Context, Result};
use axum::Router;
use axum::serve::ListenerExt;
use backend::service::jobs;
use backend::{Site, schema};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;

/// Who is still being answered so long after the wish to stop is cut off.
const LAST_ANSWERS: Duration = Duration::from_secs(10);

/// Migrates, then serves until asked to stop.
pub async fn run(settings: &Settings) -> Result<()> {
    logs::start();
    let listener = TcpListener::bind(settings.listen).await.with_context(|| format!("SAIETS_LISTEN={}", settings.listen))?;
    let listening = listener.local_addr()?;
    let site = crate::open::open(settings, listening).await?;
    schema::migrate(&site.db).await?;
    let router = crate::http::router(&site, settings)?;
    println!("Saiets is at {}", site.config.base_url);
    let figures = tokio::spawn(metrics::keep());
    serve(listener, router, site, stop_signal()).await?;
    figures.abort();
    Ok(())
}

/// Serves and works until `stop`. Then no connection is taken any more, streams end, what is being answered is finished within
/// [`LAST_ANSWERS`] and what is being sent is handed over, else it would be sent again at the next start.
pub async fn serve(listener: TcpListener, router: Router, site: Site, stop: impl Future<Output = ()> + Send + 'static) -> Result<()> {
    let (stopping, told) = watch::channel(false);
    let work = tokio::spawn(jobs::run(site.clone(), told.clone()));
    let live = site.live.clone();
    let signal = async move {
        stop.await;
        tracing::info!("stopping");
        live.stop();
        let _ = stopping.send(true);
    };
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    // The end of an answer does not wait for the client to confirm its beginning.
    let listener = listener.tap_io(|connection| drop(connection.set_nodelay(true)));
    let server = axum::serve(listener, service).with_graceful_shutdown(signal);
    tokio::select! {
        ended = server.into_future() => ended?,
        () = long_after(told) => tracing::warn!("stopped before everybody was answered"),
    }
    work.await.context("the background work")?;
    // Whoever was cut off may still hold a connection.
    if let Ok(closed) = tokio::time::timeout(LAST_ANSWERS, site.db.close()).await {
        closed?;
    }
    tracing::info!("stopped");
    Ok(())
}

async fn long_after(mut told: watch::Receiver<bool>) {
    // An error says that the sender is gone: the wish was uttered, and the server has ended or is about to.
    let _ = told.wait_for(|stopping| *stopping).await;
    tokio::time::sleep(LAST_ANSWERS).await;
}

async fn stop_signal() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}
