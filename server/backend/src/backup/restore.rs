//! Putting a backup into a database, whichever of the two it is: one transaction, all or nothing.

use super::Problem;
use super::file::{Backup, Rows, TableHead};
use super::tables;
use crate::db::Db;
use crate::schema::{self, Schema, Unfit};
use migrations::{Migrator, MigratorTrait};
use sea_orm::sea_query::{Alias, Asterisk, Expr, Func, Query};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, Statement};

/// Fewer values than either database takes in one statement.
const VALUES: usize = 8_000;

/// Restores into an empty database, or with `replace` into one whose content is lost. A backup of an older schema is brought to
/// this binary's; of a newer one it is refused.
pub async fn restore(db: &Db, backup: &Backup, replace: bool) -> Result<(), Problem> {
    let head = &backup.head;
    let known = migrations::names();
    if !known.starts_with(&head.schema) {
        return Err(Problem::Newer(head.schema.last().cloned().unwrap_or_default()));
    }
    let tx = schema::begin_alone(db).await?;
    if let Schema::Ahead(step) = Schema::of(&schema::applied(&tx).await?) {
        return Err(Unfit::Ahead(step).into());
    }
    Migrator::up(&tx, None).await?;
    if let Some(used) = used(&tx).await?.filter(|_| !replace) {
        return Err(Problem::Used(used));
    }
    Migrator::down(&tx, None).await?;
    Migrator::up(&tx, Some(u32::try_from(head.schema.len()).unwrap_or(u32::MAX))).await?;
    let keys = put_off_keys(&tx).await?;
    let mut rows = backup.rows()?;
    for table in &head.tables {
        load(&tx, table, &mut rows).await?;
    }
    for statement in &keys {
        tx.execute_unprepared(statement).await?;
    }
    Migrator::up(&tx, None).await?;
    tx.commit().await?;
    Ok(())
}

async fn used(tx: &DatabaseTransaction) -> Result<Option<&'static str>, DbErr> {
    for table in tables::all() {
        let one = Query::select().expr(Expr::val(1)).from(Alias::new(table.name)).limit(1).to_owned();
        if tx.query_one(&one).await?.is_some() {
            return Ok(Some(table.name));
        }
    }
    Ok(None)
}

/// Rows may refer to later ones (a host's parent, a merged topic), so references are looked at when all are there. Gives what
/// makes them strict again.
async fn put_off_keys(tx: &DatabaseTransaction) -> Result<Vec<String>, DbErr> {
    if tx.get_database_backend() == DbBackend::Sqlite {
        // Until the end of this transaction.
        tx.execute_unprepared("PRAGMA defer_foreign_keys = ON").await?;
        return Ok(Vec::new());
    }
    let sql = "SELECT format('ALTER TABLE %s ALTER CONSTRAINT %I', conrelid::regclass, conname) AS alter FROM pg_constraint \
               WHERE contype = 'f' AND connamespace = current_schema()::regnamespace";
    let rows = tx.query_all_raw(Statement::from_string(DbBackend::Postgres, sql)).await?;
    let mut strict = vec!["SET CONSTRAINTS ALL IMMEDIATE".to_owned()];
    for row in rows {
        let alter: String = row.try_get("", "alter")?;
        tx.execute_unprepared(&format!("{alter} DEFERRABLE INITIALLY DEFERRED")).await?;
        strict.push(format!("{alter} NOT DEFERRABLE"));
    }
    Ok(strict)
}

async fn load(tx: &DatabaseTransaction, table: &TableHead, rows: &mut Rows) -> Result<(), Problem> {
    let at_once = u64::try_from(VALUES / table.columns.len().max(1)).unwrap_or(1).max(1);
    let mut left = table.rows;
    while left > 0 {
        let batch = left.min(at_once);
        let mut insert = Query::insert();
        insert.into_table(Alias::new(&table.name)).columns(table.columns.iter().map(|column| Alias::new(&column.name)));
        for _ in 0..batch {
            let values = rows.next(table)?.into_iter().map(Expr::val);
            insert.values(values).map_err(|error| DbErr::Custom(error.to_string()))?;
        }
        tx.execute(&insert).await?;
        left -= batch;
    }
    let count = Query::select().expr_as(Func::count(Expr::col(Asterisk)), "rows").from(Alias::new(&table.name)).to_owned();
    let found: i64 = tx.query_one(&count).await?.map_or(Ok(0), |row| row.try_get("", "rows"))?;
    if u64::try_from(found).ok() != Some(table.rows) {
        return Err(Problem::Damaged("the database holds other rows than the file"));
    }
    go_on_counting(tx, table).await?;
    Ok(())
}

/// The next key is one that was never given out, as it would have been there.
async fn go_on_counting(tx: &DatabaseTransaction, table: &TableHead) -> Result<(), DbErr> {
    let (Some(last), name) = (table.last, &table.name) else { return Ok(()) };
    if tx.get_database_backend() == DbBackend::Sqlite {
        tx.execute_unprepared(&format!("DELETE FROM sqlite_sequence WHERE name = '{name}'")).await?;
        tx.execute_unprepared(&format!("INSERT INTO sqlite_sequence (name, seq) VALUES ('{name}', {last})")).await?;
    } else {
        let (from, given) = (last.max(1), last > 0);
        tx.execute_unprepared(&format!("SELECT setval(pg_get_serial_sequence('{name}', 'id'), {from}, {given})")).await?;
    }
    Ok(())
}
