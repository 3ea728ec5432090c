//! Asking people for a date, and turning what suits them into an event.

mod answer;
mod change;
mod confirm;
mod decide;
mod forget;
mod view;

pub use answer::{Answered, Given, answer, take_back};
pub use change::{Change, NewPoll, change, create, delete};
pub use confirm::{Asking, address_lane, confirm, is_good, letter};
pub use decide::{Decided, Decision, decide, slug};
pub use forget::{forget_address, forget_due};
pub use view::{Figures, Sees, View, hosts, of_host, view};

use crate::entity::date_poll;
use crate::{Error, Result};

/// Characters of a title.
pub const TITLE: usize = 200;
/// Characters of a note, as of an event's summary, which it becomes.
pub const NOTE: usize = 500;
/// Characters of a name typed without an account.
pub const NAME: usize = 100;
/// Polls are for small meetings: at most so many answer.
pub const MOST_REPLIES: u64 = 200;
/// How long a meeting may be, in minutes: what can be weighed up.
pub const LONGEST: i64 = 1_440;

/// Whether it can still be answered.
pub fn is_open(poll: &date_poll::Model, now: i64) -> bool {
    now < poll.closes_at
}

fn require_open(poll: &date_poll::Model, now: i64) -> Result<()> {
    if is_open(poll, now) { Ok(()) } else { Err(Error::Conflict("poll_closed")) }
}
