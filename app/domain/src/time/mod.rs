//! Every conversion between wall clocks and instants.

mod local;
mod zone;

pub use jiff::Timestamp;
pub use local::LocalTime;
pub use zone::{Gap, Local, Resolved, Zone, Zones};
