//! That something was changed, so that what was made from older data is known to be old.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::sync::watch;

/// Counts the commits of this process and what it hears of those of others.
#[derive(Clone, Debug, Default)]
pub struct Changes(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    count: AtomicU64,
    own: watch::Sender<()>,
}

impl Changes {
    /// The count. Whoever reads it before they read the database knows by it later whether what they read still stands.
    pub fn count(&self) -> u64 {
        self.0.count.load(Ordering::SeqCst)
    }

    /// Something was changed here.
    pub(crate) fn tell(&self) {
        self.hear();
        self.0.own.send_replace(());
    }

    /// Something was changed elsewhere.
    pub(crate) fn hear(&self) {
        self.0.count.fetch_add(1, Ordering::SeqCst);
    }

    /// Wakes after changes of this process, once for as many as there were.
    pub(crate) fn own(&self) -> watch::Receiver<()> {
        self.0.own.subscribe()
    }
}
