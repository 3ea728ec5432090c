//! Tells whoever watches an event's seats, within this process, that they have changed.

use tokio::sync::broadcast;

/// How many changes a slow watcher may fall behind before it is only told that it has.
const BACKLOG: usize = 256;

/// Changes of seats as they are committed. Another process of the same installation would feed it from PostgreSQL's NOTIFY by
/// [`Live::changed`]; watchers would not see the difference.
#[derive(Clone, Debug)]
pub struct Live(broadcast::Sender<i64>);

impl Default for Live {
    fn default() -> Self {
        Self(broadcast::channel(BACKLOG).0)
    }
}

impl Live {
    /// Says that the seats of an event have changed; call it after the commit, else watchers read what was before.
    pub fn changed(&self, event_id: i64) {
        // Nobody watching is no failure.
        let _ = self.0.send(event_id);
    }

    /// From now on, the ids of events whose seats change.
    pub fn watch(&self) -> broadcast::Receiver<i64> {
        self.0.subscribe()
    }
}
