//! How many want to write, so that what can wait gives way to them.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Counts those who write or wait for their turn to.
#[derive(Clone, Debug, Default)]
pub(super) struct Demand(Arc<AtomicUsize>);

/// One of them, until it is dropped.
#[derive(Debug)]
pub(super) struct Turn(Arc<AtomicUsize>);

impl Demand {
    pub(super) fn turn(&self) -> Turn {
        self.0.fetch_add(1, Ordering::Relaxed);
        Turn(self.0.clone())
    }

    pub(super) fn is_any(&self) -> bool {
        self.0.load(Ordering::Relaxed) > 0
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}
