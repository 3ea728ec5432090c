//! One file that holds everything the database does, the same for SQLite and PostgreSQL: gzip, one line of JSON for the head, one
//! for each row, one for the end with a checksum. Neither writing nor reading holds more than some rows in memory.

mod file;
mod restore;
mod tables;
mod write;

pub use file::{Backup, Head, Secret, TableHead, Writer};
pub use restore::restore;
pub use tables::{Column, Kind, Table, all as tables};
pub use write::write;

use crate::keys::Keys;
use crate::schema::Unfit;
use sea_orm::DbErr;

/// Why a backup was not made or not restored; nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// The file cannot be read or written.
    #[error(transparent)]
    File(#[from] std::io::Error),
    /// It is no backup.
    #[error("this is no backup of Saiets")]
    Foreign,
    /// Its end is missing, or what it holds is not what was written.
    #[error("the file is damaged or cut short ({0}); nothing was changed")]
    Damaged(&'static str),
    /// Another version wrote it, whose schema is not one that this binary's grew from.
    #[error("the backup was made by a newer or another version of saiets ({0}): restore it with that one")]
    Newer(String),
    /// There is something in the database already.
    #[error("the database is in use (there are rows in \"{0}\"): give --replace to lose what is in it, or name an empty one")]
    Used(&'static str),
    /// The database has not this binary's schema.
    #[error("the database's schema is not that of this version of saiets: run `saiets migrate up` first, or use the version that serves")]
    OtherSchema,
    /// The database is ahead, or failed.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// The database failed.
    #[error("the database refused")]
    Db(#[from] DbErr),
}

/// By this a backup knows the secret it was made with, without telling it.
pub fn mark(keys: &Keys) -> String {
    keys.sign("backup", b"the secret of this installation")
}
