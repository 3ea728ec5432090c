//! Small leaves that make a page livelier. Each is useful, or absent, without JavaScript; their props are public.

mod copy_address;
mod device_zone;
mod live_seats;
mod own_time;
mod similar_topics;

pub use copy_address::CopyAddress;
pub use device_zone::DeviceZone;
pub use live_seats::{LiveSeats, Seat, Words, line as seats_line};
pub use own_time::OwnTime;
pub use similar_topics::SimilarTopics;
