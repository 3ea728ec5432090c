//! What an operator sees from outside: log lines and figures. Neither ever holds an address, a name, a token or a query.

pub mod logs;
mod mail;
pub mod metrics;
mod requests;

pub use mail::Observed;
pub use requests::observe;
