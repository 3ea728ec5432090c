//! The draft of an agenda: promised topics placed into the hours, rooms and people that there are. Nothing is stored before it is taken
//! over, and that is done only while everything it was made from is still so.

mod apply;
mod asked;
mod built;
mod pairs;
mod propose;
mod question;
mod shown;

pub use apply::apply;
pub use asked::{Asked, HOURS, PAUSES, TOPICS, TopicAsked, default_hours};
pub use pairs::{Counted, counted};
pub use propose::{Clash, Item, Point, Proposal, Why, propose};
pub use question::{Options, What, options};
