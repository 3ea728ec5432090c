//! Whether the database has the schema that this binary knows, and how it gets there.

use crate::db::Db;
use migrations::{Migrator, MigratorTrait};
use sea_orm::{
    ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
};

/// Where the migrator writes down the steps it has taken.
pub const STEPS: &str = "seaql_migrations";
/// Any number that is ours; who holds it changes the schema.
const LOCK: i64 = 0x5361_6965_7473;

/// How the database's schema compares with this binary's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Schema {
    /// The same.
    Current,
    /// So many steps are still to be taken.
    Behind(usize),
    /// It has this step, which only a newer binary knows.
    Ahead(String),
}

/// Why the schema could not be brought to this binary's.
#[derive(Debug, thiserror::Error)]
pub enum Unfit {
    /// A newer binary was here before.
    #[error(
        "the database has the step {0}, which this version of saiets does not know: run the newer version, or restore a backup made by this one"
    )]
    Ahead(String),
    /// The database failed.
    #[error("the schema cannot be changed")]
    Db(#[from] DbErr),
}

impl Schema {
    /// Compares the steps taken with those known.
    pub fn of(applied: &[String]) -> Self {
        let known = migrations::names();
        match applied.iter().find(|step| !known.contains(step)) {
            Some(step) => Self::Ahead(step.clone()),
            None => match known.len().saturating_sub(applied.len()) {
                0 => Self::Current,
                pending => Self::Behind(pending),
            },
        }
    }
}

/// The steps taken, in order; none in an empty database.
pub async fn applied(db: &impl ConnectionTrait) -> Result<Vec<String>, DbErr> {
    let there = match db.get_database_backend() {
        DbBackend::Sqlite => format!("SELECT name FROM sqlite_master WHERE type = 'table' AND name = '{STEPS}'"),
        _ => format!(
            "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = '{STEPS}'"
        ),
    };
    match db.query_one_raw(Statement::from_string(db.get_database_backend(), there)).await? {
        Some(_) => taken(db).await,
        None => Ok(Vec::new()),
    }
}

/// As [`applied`], one query; an empty database is an error.
pub async fn taken(db: &impl ConnectionTrait) -> Result<Vec<String>, DbErr> {
    let sql = format!("SELECT version FROM {STEPS} ORDER BY version");
    let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
    rows.iter().map(|row| row.try_get("", "version")).collect()
}

/// Takes the steps that are missing, all or none. Of several processes that start at once one does it, the others wait.
pub async fn migrate(db: &Db) -> Result<(), Unfit> {
    match Schema::of(&applied(db.read()).await?) {
        Schema::Current => return Ok(()),
        Schema::Ahead(step) => return Err(Unfit::Ahead(step)),
        Schema::Behind(_) => {}
    }
    let tx = begin_alone(db).await?;
    if let Schema::Ahead(step) = Schema::of(&applied(&tx).await?) {
        return Err(Unfit::Ahead(step));
    }
    Migrator::up(&tx, None).await?;
    tx.commit().await?;
    Ok(())
}

/// Begins a transaction beside which no other process changes the schema.
pub async fn begin_alone(db: &Db) -> Result<DatabaseTransaction, DbErr> {
    let options = TransactionOptions { sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate), ..Default::default() };
    let tx = db.writer().begin_with_options(options).await?;
    if db.backend() == DbBackend::Postgres {
        tx.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({LOCK})")).await?;
    }
    Ok(tx)
}

#[cfg(test)]
mod tests {
    use super::Schema;

    #[test]
    fn a_step_nobody_here_knows_is_ahead_whatever_else_is_missing() {
        let known = migrations::names();
        assert_eq!(Schema::of(&known), Schema::Current);
        assert_eq!(Schema::of(&[]), Schema::Behind(known.len()));
        assert_eq!(Schema::of(&["m9999_later".to_owned()]), Schema::Ahead("m9999_later".to_owned()));
    }
}
