//! A database of the test's own, of the kind the run is for.

use backend::db::Db;
use migrations::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, Database};
use std::path::Path;

/// The address of an empty database of the run's kind. Those of PostgreSQL go with the server they are in, those of SQLite with
/// the folder.
pub async fn address(folder: &Path) -> String {
    if is_postgres() { in_postgres().await } else { in_file(folder) }
}

/// The address of an SQLite database in a folder, whatever the run's kind.
pub fn in_file(folder: &Path) -> String {
    format!("sqlite://{}", folder.join("saiets.db").display())
}

/// Whether the run is for PostgreSQL.
pub fn is_postgres() -> bool {
    std::env::var("SAIETS_TEST_DATABASE").as_deref() == Ok("postgres")
}

/// The database of this address, with the schema in it.
pub async fn migrated(address: &str) -> Db {
    let db = Db::open(address).await.unwrap();
    Migrator::up(db.writer(), None).await.unwrap();
    db
}

async fn in_postgres() -> String {
    let server = std::env::var("SAIETS_TEST_POSTGRES_URL").expect("tests/support/postgres.sh names the server");
    let name = format!("saiets_{}", backend::id::unique().to_lowercase());
    let admin = Database::connect(&server).await.unwrap();
    admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
    admin.close().await.unwrap();
    let (base, _) = server.rsplit_once('/').unwrap();
    format!("{base}/{name}")
}
