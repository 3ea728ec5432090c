//! What became of the topics of an event, and what it led to: decisions, actions, information.

mod fates;
mod record;
mod view;

pub(crate) use fates::is_waiting;
pub use fates::{At, Counts, Fated, counts, part, unanswered};
pub use record::{NAME_MAX, OutcomeFields, TEXT_MAX, change, record, remove};
pub use view::{Found, Shown, came_of, carried_over, find, of_event, of_topic, one};
