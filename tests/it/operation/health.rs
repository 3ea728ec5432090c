//! What a load balancer asks.

use crate::support::Place;
use sea_orm::ConnectionTrait;

#[tokio::test]
async fn ready_is_who_can_work_and_is_not_about_to_stop() {
    let place = Place::new().await;
    let anyone = place.anyone();
    anyone.page("/healthz").await.expect(200);
    anyone.page("/readyz").await.expect(200);

    let db = place.site.db.writer();
    db.execute_unprepared("INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_later', 0)").await.unwrap();
    assert_eq!(anyone.page("/readyz").await.expect(503).text(), "the database has another schema\n");
    db.execute_unprepared("DELETE FROM seaql_migrations WHERE version = 'm9999_later'").await.unwrap();
    anyone.page("/readyz").await.expect(200);

    place.site.live.stop();
    assert_eq!(anyone.page("/readyz").await.expect(503).text(), "stopping\n");
    anyone.page("/healthz").await.expect(200);
}

#[tokio::test]
async fn a_database_that_is_away_is_said_at_once_and_the_process_lives() {
    let place = Place::new().await;
    place.site.db.clone().close().await.unwrap();
    assert_eq!(place.anyone().page("/readyz").await.expect(503).text(), "the database does not answer\n");
    place.anyone().page("/healthz").await.expect(200);
}
