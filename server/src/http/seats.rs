//! How full an event is, as it changes: server-sent events for the meters of its pages.

use app::failure::Failed;
use app::islands::{Seat, seats_line};
use app::reader::Reader;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use backend::live::Change;
use backend::service::access::{self, Actor};
use backend::service::registration;
use backend::{Result, Site};
use domain::registration::{SeatCount, Spot};
use futures::stream::{Stream, unfold};
use std::convert::Infallible;
use std::time::Duration;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::{RecvError, TryRecvError};

/// A rush is told in strides: many changes within this time are one.
const STRIDE: Duration = Duration::from_millis(300);
/// What another process changed is seen at the latest after this.
const AT_LEAST_EVERY: Duration = Duration::from_secs(20);
/// After this many tellings the browser asks again, so that no forgotten page holds a connection for ever.
const TELLINGS: u32 = 90;

/// `/events/{event}/seats/live`, the same in every language.
pub fn router() -> Router<Site> {
    Router::new().route("/events/{event}/seats/live", get(live))
}

async fn live(reader: Reader, State(site): State<Site>, Path(slug): Path<String>) -> std::result::Result<Response, Failed> {
    let changes = site.live.watch();
    // Asked after the watch began, so that a stop between the two is not missed.
    let left = if site.live.is_stopping() { 0 } else { TELLINGS };
    let (event_id, line) = now(&site, &reader.actor, &slug).await?;
    let watch = Watch { site, actor: reader.actor, slug, event_id, changes, first: Some(line), left };
    let answer = Sse::new(tellings(watch)).keep_alive(KeepAlive::default());
    Ok(([(header::CACHE_CONTROL, "no-store")], answer).into_response())
}

struct Watch {
    site: Site,
    actor: Actor,
    slug: String,
    event_id: i64,
    changes: Receiver<Change>,
    first: Option<String>,
    left: u32,
}

fn tellings(watch: Watch) -> impl Stream<Item = std::result::Result<Event, Infallible>> {
    unfold(watch, |mut watch| async {
        let line = match watch.first.take() {
            Some(line) => line,
            None => watch.next().await?,
        };
        Some((Ok(Event::default().data(line)), watch))
    })
}

impl Watch {
    /// The next line; nothing where the connection should end: the server stops, or the reader may not see the event any more.
    async fn next(&mut self) -> Option<String> {
        self.left = self.left.checked_sub(1)?;
        let changed = tokio::time::timeout(AT_LEAST_EVERY, self.changed()).await;
        if changed == Ok(false) {
            return None;
        }
        if changed == Ok(true) {
            tokio::time::sleep(STRIDE).await;
            self.skip_known()?;
        }
        now(&self.site, &self.actor, &self.slug).await.ok().map(|(_, line)| line)
    }

    /// What was said meanwhile is about to be read; nothing where the server stops.
    fn skip_known(&mut self) -> Option<()> {
        loop {
            match self.changes.try_recv() {
                Ok(Change::Stop) | Err(TryRecvError::Closed) => return None,
                Ok(Change::Seats(_)) | Err(TryRecvError::Lagged(_)) => {}
                Err(TryRecvError::Empty) => return Some(()),
            }
        }
    }

    /// Waits for a change of this event; false where no more will come.
    async fn changed(&mut self) -> bool {
        loop {
            match self.changes.recv().await {
                Ok(Change::Seats(event_id)) if event_id == self.event_id => return true,
                Ok(Change::Seats(_)) => {}
                Err(RecvError::Lagged(_)) => return true,
                Ok(Change::Stop) | Err(RecvError::Closed) => return false,
            }
        }
    }
}

async fn now(site: &Site, actor: &Actor, slug: &str) -> Result<(i64, String)> {
    let db = site.db.read();
    let seen = access::event(db, actor, slug).await?;
    let counts = registration::figures_of_all(db, &seen.event).await?;
    Ok((seen.event.id, seats_line(&counts.into_iter().map(seat).collect::<Vec<_>>())))
}

fn seat((spot, count): (Spot, SeatCount)) -> Seat {
    let mode: &str = spot.into();
    Seat { mode: mode.to_owned(), name: String::new(), taken: count.confirmed, capacity: count.capacity, waiting: count.waitlisted }
}
