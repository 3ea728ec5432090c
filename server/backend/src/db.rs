//! The database: embedded SQLite or PostgreSQL, one code.

mod changes;
mod demand;
mod write;

use crate::Result;
use sea_orm::{
    AccessMode, ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, IsolationLevel,
    SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

pub use changes::Changes;
use demand::Demand;
pub use write::Write;

/// Two pools. SQLite has one writer at a time whatever we do, so its writers queue, in order, for the one connection of `write`
/// instead of spinning on a lock; readers never wait for them (WAL).
#[derive(Clone, Debug)]
pub struct Db {
    read: DatabaseConnection,
    write: DatabaseConnection,
    changes: Changes,
    demand: Demand,
    statements: Arc<AtomicU64>,
}

impl Db {
    /// Opens the database of a `sqlite://` or `postgres://` address; an SQLite file is made if it is not there.
    pub async fn open(url: &str) -> std::result::Result<Self, DbErr> {
        let statements = Arc::new(AtomicU64::new(0));
        let (changes, demand) = (Changes::default(), Demand::default());
        if url.starts_with("sqlite:") {
            let address = if url.contains('?') { url.to_owned() } else { format!("{url}?mode=rwc") };
            let write = connect(sqlite(&address, 1), &statements).await?;
            let read = connect(sqlite(&address, 4), &statements).await?;
            Ok(Self { read, write, changes, demand, statements })
        } else {
            let mut options = ConnectOptions::new(url);
            options.max_connections(16).acquire_timeout(Duration::from_secs(10)).sqlx_logging(false);
            let pool = connect(options, &statements).await?;
            Ok(Self { read: pool.clone(), write: pool, changes, demand, statements })
        }
    }

    /// For reading outside a transaction.
    pub fn read(&self) -> &DatabaseConnection {
        &self.read
    }

    /// Begins a transaction that writes; its commit is one of [`Db::changes`]. While it is held nothing else may be asked of the
    /// pools: on SQLite a second writer would wait for it for ever.
    pub async fn begin_write(&self) -> Result<Write> {
        let turn = self.demand.turn();
        Ok(Write::new(self.begin().await?, Some(self.changes.clone()), Some(turn)))
    }

    /// As [`Db::begin_write`], for what no page or feed shows to visitors: how mails fared, sessions, answers kept for repeated calls.
    pub async fn begin_quiet(&self) -> Result<Write> {
        Ok(Write::new(self.begin().await?, None, None))
    }

    async fn begin(&self) -> Result<DatabaseTransaction> {
        let options = TransactionOptions { sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate), ..Default::default() };
        Ok(self.write.begin_with_options(options).await?)
    }

    /// Whether somebody's change is being made or waits for its turn.
    pub fn is_in_demand(&self) -> bool {
        self.demand.is_any()
    }

    /// What was changed by this process, or by others as far as it heard.
    pub fn changes(&self) -> &Changes {
        &self.changes
    }

    /// How many statements this process has asked so far.
    pub fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    /// Begins a transaction that only reads, in which everything is as it was at its first read.
    pub async fn begin_snapshot(&self) -> std::result::Result<DatabaseTransaction, DbErr> {
        // SQLite gives every transaction such a view (WAL) and has no word for it.
        let options = match self.backend() {
            DbBackend::Sqlite => TransactionOptions::default(),
            _ => TransactionOptions {
                isolation_level: Some(IsolationLevel::RepeatableRead),
                access_mode: Some(AccessMode::ReadOnly),
                ..Default::default()
            },
        };
        self.read.begin_with_options(options).await
    }

    /// How many connections are open, and how many of them have nothing to do.
    pub fn connections(&self) -> (u32, usize) {
        match self.backend() {
            DbBackend::Sqlite => {
                let (read, write) = (self.read.get_sqlite_connection_pool(), self.write.get_sqlite_connection_pool());
                (read.size() + write.size(), read.num_idle() + write.num_idle())
            }
            _ => {
                let pool = self.write.get_postgres_connection_pool();
                (pool.size(), pool.num_idle())
            }
        }
    }

    /// The writing pool, for migrations and upkeep: whatever is done with it counts as a change.
    pub fn writer(&self) -> &DatabaseConnection {
        self.changes.tell();
        &self.write
    }

    /// The writing pool, for what [`Db::begin_quiet`] is for.
    pub(crate) fn quiet(&self) -> &DatabaseConnection {
        &self.write
    }

    /// Which of the two it is.
    pub fn backend(&self) -> DbBackend {
        self.write.get_database_backend()
    }

    /// Lets go of all connections.
    pub async fn close(self) -> std::result::Result<(), DbErr> {
        self.read.close().await?;
        self.write.close().await
    }
}

async fn connect(options: ConnectOptions, statements: &Arc<AtomicU64>) -> std::result::Result<DatabaseConnection, DbErr> {
    let mut connection = Database::connect(options).await?;
    let statements = statements.clone();
    connection.set_metric_callback(move |_| {
        statements.fetch_add(1, Ordering::Relaxed);
    });
    Ok(connection)
}

/// Holds a name until the transaction ends, for what has no row to lock yet. On SQLite whoever writes is alone anyway.
pub async fn hold(tx: &impl ConnectionTrait, name: &str) -> Result<()> {
    if tx.get_database_backend() == DbBackend::Postgres {
        let sql = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))";
        tx.execute_raw(Statement::from_sql_and_values(DbBackend::Postgres, sql, [name.into()])).await?;
    }
    Ok(())
}

fn sqlite(url: &str, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options.max_connections(connections).min_connections(1).acquire_timeout(Duration::from_secs(30)).sqlx_logging(false);
    options.map_sqlx_sqlite_opts(|options| {
        options
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10))
            .pragma("journal_mode", "WAL")
            .pragma("synchronous", "NORMAL")
            .pragma("secure_delete", "ON")
            .pragma("cache_size", "-8000")
    });
    options
}
