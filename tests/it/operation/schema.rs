//! Several versions and several servers over one database.

use super::folder;
use crate::support::{Place, database};
use backend::db::Db;
use backend::schema::{self, Unfit};
use sea_orm::ConnectionTrait;

#[tokio::test]
async fn an_older_version_does_not_start_on_a_newer_schema_and_says_why_in_one_line() {
    let place = Place::new().await;
    let newer = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_later', 0)";
    place.site.db.writer().execute_unprepared(newer).await.unwrap();
    let refused = schema::migrate(&place.site.db).await.unwrap_err();
    assert!(matches!(refused, Unfit::Ahead(_)));
    let line = refused.to_string();
    assert!(line.contains("m9999_later") && line.contains("newer version") && !line.contains('\n'), "{line}");
}

#[tokio::test]
async fn servers_that_start_at_once_on_an_empty_database_all_start() {
    let place = Place::new().await;
    let address = database::address(&folder(&place, "shared")).await;
    let starts = (0..4).map(|_| async {
        let db = Db::open(&address).await.unwrap();
        schema::migrate(&db).await.unwrap();
        db
    });
    let started = futures::future::join_all(starts).await;
    let steps = schema::applied(started[0].read()).await.unwrap();
    assert_eq!(steps, migrations::names());
}
