//! Every conversion between wall clocks and instants.

mod local;
mod naming;
pub mod slots;
#[cfg(test)]
mod tests;
mod zone;

pub use jiff::Timestamp;
pub use jiff::civil::Date;
pub use local::LocalTime;
pub use naming::{day_shift, newer_version, offset_text};
pub use zone::{Gap, Local, Resolved, Zone, Zones};
