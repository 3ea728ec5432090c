//! Writing a backup of a database that is in use: everything as it was at one moment.

use super::file::{Head, Secret, TableHead, Writer};
use super::tables::{self, Column, Kind, Table};
use super::{Problem, mark};
use crate::schema::{self, Schema, Unfit};
use crate::{Site, db::Db};
use sea_orm::sea_query::{Alias, Asterisk, Expr, Func, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, ExprTrait, QueryResult, Statement};
use serde_json::Value;
use std::path::Path;

/// So many rows are in memory at once.
const AT_ONCE: u64 = 1_000;

/// Writes everything to a file. `kept` is the secret where it is kept in the data folder, so that the file alone is enough.
pub async fn write(site: &Site, kept: Option<String>, place: &Path) -> Result<Head, Problem> {
    let tx = site.db.begin_snapshot().await?;
    let schema = schema::applied(&tx).await?;
    match Schema::of(&schema) {
        Schema::Current => {}
        Schema::Behind(_) => return Err(Problem::OtherSchema),
        Schema::Ahead(step) => return Err(Unfit::Ahead(step).into()),
    }
    let tables = tables::all();
    let mut heads = Vec::new();
    for table in &tables {
        heads.push(head_of(&site.db, &tx, table).await?);
    }
    let secret = Secret { mark: mark(&site.keys), kept };
    let head = Head::new(site.now().to_string(), schema, secret, heads);
    let mut writer = Writer::create(place, &head)?;
    write_rows(&tx, &tables, &mut writer).await?;
    writer.finish()?;
    tx.rollback().await?;
    Ok(head)
}

async fn head_of(db: &Db, tx: &DatabaseTransaction, table: &Table) -> Result<TableHead, DbErr> {
    let count = Query::select().expr_as(Func::count(Expr::col(Asterisk)), "rows").from(Alias::new(table.name)).to_owned();
    let rows: i64 = tx.query_one(&count).await?.map_or(Ok(0), |row| row.try_get("", "rows"))?;
    let last = if table.counts { Some(last_key(db.backend(), tx, table).await?) } else { None };
    Ok(TableHead { name: table.name.to_owned(), columns: table.columns.clone(), rows: u64::try_from(rows).unwrap_or_default(), last })
}

/// The last key given out, also where its row is gone: calendar addresses are made of it.
async fn last_key(backend: DbBackend, tx: &DatabaseTransaction, table: &Table) -> Result<i64, DbErr> {
    let sql = match backend {
        DbBackend::Sqlite => format!("SELECT seq AS last FROM sqlite_sequence WHERE name = '{}'", table.name),
        _ => {
            let name = format!("SELECT pg_get_serial_sequence('{}', '{}') AS name", table.name, table.key);
            let row = tx.query_one_raw(Statement::from_string(backend, name)).await?;
            let name: Option<String> = row.map_or(Ok(None), |row| row.try_get("", "name"))?;
            let name = name.ok_or_else(|| DbErr::Custom(format!("{} has no sequence", table.name)))?;
            format!("SELECT CASE WHEN is_called THEN last_value ELSE 0 END AS last FROM {name}")
        }
    };
    let row = tx.query_one_raw(Statement::from_string(backend, sql)).await?;
    row.map_or(Ok(0), |row| row.try_get("", "last"))
}

async fn write_rows(tx: &DatabaseTransaction, tables: &[Table], writer: &mut Writer) -> Result<(), Problem> {
    for table in tables {
        let key = table.columns.iter().position(|column| column.name == table.key).unwrap_or_default();
        let mut after = i64::MIN;
        loop {
            let rows = tx.query_all(&page(table, after)).await?;
            for row in &rows {
                let values = table.columns.iter().map(|column| value(row, column)).collect::<Result<Vec<_>, _>>()?;
                writer.row(&values)?;
                after = values.get(key).and_then(Value::as_i64).unwrap_or(i64::MAX);
            }
            if u64::try_from(rows.len()).unwrap_or_default() < AT_ONCE {
                break;
            }
        }
    }
    Ok(())
}

fn page(table: &Table, after: i64) -> SelectStatement {
    let mut select = Query::select();
    for column in &table.columns {
        let name = Alias::new(&column.name);
        if tables::WITHHELD.contains(&(table.name, column.name.as_str())) {
            select.expr_as(Expr::val(None::<String>).cast_as("TEXT"), name);
            continue;
        }
        match column.kind {
            // PostgreSQL's two widths are read as one.
            Kind::Integer => select.expr_as(Expr::col(name.clone()).cast_as("BIGINT"), name),
            Kind::Boolean | Kind::Text => select.column(name),
        };
    }
    let key = Alias::new(&table.key);
    // The select's own "key" is the cast one; the order is that of the column, which has an index.
    select
        .from(Alias::new(table.name))
        .and_where(Expr::col((Alias::new(table.name), key.clone())).gt(after))
        .order_by((Alias::new(table.name), key), Order::Asc)
        .limit(AT_ONCE)
        .to_owned()
}

fn value(row: &QueryResult, column: &Column) -> Result<Value, DbErr> {
    let name = column.name.as_str();
    Ok(match column.kind {
        Kind::Integer => row.try_get::<Option<i64>>("", name)?.into(),
        Kind::Boolean => row.try_get::<Option<bool>>("", name)?.into(),
        Kind::Text => row.try_get::<Option<String>>("", name)?.into(),
    })
}
