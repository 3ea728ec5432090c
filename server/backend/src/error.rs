//! How a use case can fail, with stable codes. Pages turn it into sentences, the API into problem+json (RFC 9457).

use domain::fault::{Fault, Refusal};
use sea_orm::{DbErr, RuntimeErr, SqlErr, sqlx};

/// The result of a use case.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a use case refused or failed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Fields are at fault (422).
    #[error("invalid")]
    Invalid(Vec<Fault>),
    /// Nobody is signed in (401).
    #[error("unauthenticated")]
    Unauthenticated,
    /// The person may know of the thing but not do this (403).
    #[error("forbidden")]
    Forbidden,
    /// As [`Error::Forbidden`], with a stable code that says why.
    #[error("{0}")]
    Refused(&'static str),
    /// It does not exist, or is not the person's to know of (404).
    #[error("not_found")]
    NotFound,
    /// It does not fit the present state (409), with a stable code.
    #[error("{0}")]
    Conflict(&'static str),
    /// The person has done this too often (429); again after so many seconds.
    #[error("too_many_requests")]
    TooOften(i64),
    /// The database cannot work at the moment: it is full, restarting, or has no connection free (503).
    #[error("unavailable")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The database or another part failed (500).
    #[error("internal")]
    Internal(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl Error {
    /// One field at fault.
    pub fn field(field: &str, code: &'static str) -> Self {
        Self::Invalid(vec![Fault::new(field, code)])
    }

    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "invalid",
            Self::Unauthenticated => "unauthenticated",
            Self::Forbidden => "forbidden",
            Self::NotFound => "not_found",
            Self::Conflict(code) | Self::Refused(code) => code,
            Self::TooOften(_) => "too_many_requests",
            Self::Unavailable(_) => "unavailable",
            Self::Internal(_) => "internal",
        }
    }

    /// The HTTP status.
    pub fn status(&self) -> u16 {
        match self {
            Self::Invalid(_) => 422,
            Self::Unauthenticated => 401,
            Self::Forbidden | Self::Refused(_) => 403,
            Self::NotFound => 404,
            Self::Conflict(_) => 409,
            Self::TooOften(_) => 429,
            Self::Unavailable(_) => 503,
            Self::Internal(_) => 500,
        }
    }

    /// A failure of something around us.
    pub fn internal(source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Internal(source.into())
    }
}

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        match error {
            DbErr::RecordNotFound(_) => Self::NotFound,
            other if is_passing(&other) => Self::Unavailable(Box::new(other)),
            other => Self::Internal(Box::new(other)),
        }
    }
}

/// Whether the same may work later without anybody having changed the request or the program.
fn is_passing(error: &DbErr) -> bool {
    let source = match error {
        DbErr::ConnectionAcquire(_) => return true,
        DbErr::Conn(source) | DbErr::Exec(source) | DbErr::Query(source) => source,
        _ => return false,
    };
    let RuntimeErr::SqlxError(source) = source else { return false };
    match &**source {
        sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed => true,
        sqlx::Error::Database(source) => source.code().is_some_and(|code| is_passing_code(&code)),
        _ => false,
    }
}

/// SQLite: busy, locked, I/O, full, cannot open, with their extended codes. PostgreSQL: connection lost, out of disk, memory or
/// connections, being shut down or started.
fn is_passing_code(code: &str) -> bool {
    match code.parse::<u32>() {
        Ok(number) if code.len() < 5 => matches!(number & 0xff, 5 | 6 | 10 | 13 | 14),
        _ => code.starts_with("08") || code.starts_with("53") || code.starts_with("57P"),
    }
}

impl From<Vec<Fault>> for Error {
    fn from(faults: Vec<Fault>) -> Self {
        Self::Invalid(faults)
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        Self::Invalid(vec![fault])
    }
}

/// A unique key that was there already, said as a conflict with this code; other failures stay what they are.
pub fn taken(error: DbErr, code: &'static str) -> Error {
    match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(_)) => Error::Conflict(code),
        _ => error.into(),
    }
}

/// Gathers what is wrong with several fields before refusing them all at once.
#[derive(Debug, Default)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// The value, or its refusal noted at `field`.
    pub fn take<T>(&mut self, field: &str, parsed: std::result::Result<T, Refusal>) -> Option<T> {
        parsed.map_err(|refusal| self.0.push(refusal.at(field))).ok()
    }

    /// As [`Faults::take`] for a value that may be absent.
    pub fn take_optional<T>(&mut self, field: &str, parsed: Option<std::result::Result<T, Refusal>>) -> Option<T> {
        parsed.and_then(|parsed| self.take(field, parsed))
    }

    /// Notes a fault.
    pub fn add(&mut self, fault: Fault) {
        self.0.push(fault);
    }

    /// Goes on only if nothing was wrong.
    pub fn check(&mut self) -> Result<()> {
        if self.0.is_empty() { Ok(()) } else { Err(Error::Invalid(std::mem::take(&mut self.0))) }
    }

    /// The value that [`Faults::check`] has shown to be there.
    pub fn got<T>(value: Option<T>) -> Result<T> {
        value.ok_or_else(|| Error::Invalid(Vec::new()))
    }
}

#[cfg(test)]
mod tests {
    use super::is_passing_code;

    #[test]
    fn what_may_work_later_is_told_from_what_will_not() {
        for passing in ["5", "13", "266", "778", "57P01", "53100", "08006"] {
            assert!(is_passing_code(passing), "{passing}");
        }
        for lasting in ["1", "19", "2067", "23505", "42P01", "22021"] {
            assert!(!is_passing_code(lasting), "{lasting}");
        }
    }
}
