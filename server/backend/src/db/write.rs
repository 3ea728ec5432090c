//! A transaction that writes.

use super::Changes;
use super::demand::Turn;
use async_trait::async_trait;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult, Statement};
use std::ops::Deref;

/// A transaction whose commit is told to [`Changes`].
#[derive(Debug)]
pub struct Write {
    tx: DatabaseTransaction,
    changes: Option<Changes>,
    /// What can wait does so until this is dropped.
    turn: Option<Turn>,
}

/// Tells also where the commit failed or was waited for in vain: the database may have kept it all the same.
struct Told(Option<Changes>);

impl Drop for Told {
    fn drop(&mut self) {
        self.0.iter().for_each(Changes::tell);
    }
}

impl Write {
    pub(super) fn new(tx: DatabaseTransaction, changes: Option<Changes>, turn: Option<Turn>) -> Self {
        Self { tx, changes, turn }
    }

    /// Keeps what was written; afterwards it is told.
    pub async fn commit(self) -> Result<(), DbErr> {
        let (_told, _turn) = (Told(self.changes), self.turn);
        self.tx.commit().await
    }
}

impl Deref for Write {
    type Target = DatabaseTransaction;

    fn deref(&self) -> &DatabaseTransaction {
        &self.tx
    }
}

#[async_trait]
impl ConnectionTrait for Write {
    fn get_database_backend(&self) -> DbBackend {
        self.tx.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.tx.execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.tx.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.tx.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.tx.query_all_raw(statement).await
    }
}
