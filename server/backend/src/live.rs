//! Tells whoever watches an event's seats, within this process, that they have changed.

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

/// Changes of seats as they are committed. Another process of the same installation would feed it from PostgreSQL's NOTIFY by
/// [`Live::changed`]; watchers would not see the difference.
#[derive(Clone, Debug)]
pub struct Live(broadcast::Sender<Change>);

impl Default for Live {
    fn default() -> Self {
        Self(broadcast::channel(BACKLOG).0)
    }
}

impl Live {
    /// Says that the seats of an event have changed; call it after the commit, else watchers read what was before.
    pub fn changed(&self, event_id: i64) {
        // Nobody watching is no failure.
        let _ = self.0.send(Change::Seats(event_id));
    }

    /// Lets those who watch go, so that the server can stop.
    pub fn stop(&self) {
        let _ = self.0.send(Change::Stop);
    }

    /// What changes from now on.
    pub fn watch(&self) -> broadcast::Receiver<Change> {
        self.0.subscribe()
    }
}
