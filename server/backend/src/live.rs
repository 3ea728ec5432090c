//! Tells whoever watches an event's seats that they have changed: in this process at once, in the others by [`across`].

pub mod across;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::broadcast;

/// How many changes a slow watcher may fall behind before it is only told that it has.
const BACKLOG: usize = 256;

/// What watchers hear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The seats of the event of this id are others now.
    Seats(i64),
    /// The server stops; connections that only watch should end.
    Stop,
}

/// Changes of seats as they are committed.
#[derive(Clone, Debug)]
pub struct Live {
    changes: broadcast::Sender<Change>,
    /// What was changed by this process, for the others.
    own: broadcast::Sender<i64>,
    stopping: Arc<AtomicBool>,
}

impl Default for Live {
    fn default() -> Self {
        Self { changes: broadcast::channel(BACKLOG).0, own: broadcast::channel(BACKLOG).0, stopping: Arc::default() }
    }
}

impl Live {
    /// Says that the seats of an event have changed; call it after the commit, else watchers read what was before.
    pub fn changed(&self, event_id: i64) {
        self.heard(event_id);
        let _ = self.own.send(event_id);
    }

    /// Says so to this process alone.
    fn heard(&self, event_id: i64) {
        // Nobody watching is no failure.
        let _ = self.changes.send(Change::Seats(event_id));
    }

    /// Lets those who watch go, so that the server can stop.
    pub fn stop(&self) {
        self.stopping.store(true, Ordering::SeqCst);
        let _ = self.changes.send(Change::Stop);
    }

    /// Whether the server is about to stop.
    pub fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::SeqCst)
    }

    /// What changes from now on.
    pub fn watch(&self) -> broadcast::Receiver<Change> {
        self.changes.subscribe()
    }
}
