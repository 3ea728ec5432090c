//! What must leave the building. A job is written in the transaction of the change that causes it and done by the worker
//! afterwards, at least once, always with the same Message-ID.

mod claim;
mod job;
mod standing;
mod worker;

pub use job::{
    EntryCause, EntryJob, Job, Message, Place, agenda_lane, invitation_lane, procedure_lane, put, sign_in_lane, topic_news_lane,
};
pub use standing::{Standing, standing};
pub use worker::{Step, drain, run, step};
