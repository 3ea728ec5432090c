//! What must leave the building. A job is written in the transaction of the change that causes it and done by the worker
//! afterwards, at least once, always with the same Message-ID.

mod job;

pub use job::{EntryCause, EntryJob, Job, invitation_lane, put, sign_in_lane};
