//! What happens when the disk is full, the database restarts, or somebody never stops.

use super::settings;
use crate::support::{Client, Place};
use backend::entity::{idempotency, outbox, topic};
use backend::service::jobs;
use domain::host::Role;
use sea_orm::{ConnectionTrait, DbBackend, EntityTrait, PaginatorTrait, Statement};
use serde_json::json;

#[tokio::test]
async fn a_full_disk_is_said_and_nothing_is_half_written() {
    let place = Place::new().await;
    let db = place.site.db.writer();
    if place.site.db.backend() != DbBackend::Sqlite {
        return;
    }
    let host = place.host("ministry").await;
    place.event(host, "forum", |_| {}).await;
    let ilze = place.acting("ilze@example.org", Some((host, Role::Organiser))).await;
    let pages = db.query_one_raw(Statement::from_string(DbBackend::Sqlite, "PRAGMA page_count")).await.unwrap().unwrap();
    let pages: i64 = pages.try_get("", "page_count").unwrap();
    db.execute_unprepared(&format!("PRAGMA max_page_count = {pages}")).await.unwrap();

    let propose = |n: usize| {
        let ilze = ilze.clone();
        async move {
            let body = json!({"title": {"en": format!("Topic {n}")}, "summary": {"en": "word ".repeat(300)}, "minutes": 30});
            ilze.post("/events/forum/topics", body).await
        }
    };
    let mut taken = 0;
    let refused = loop {
        let answer = propose(taken).await;
        if answer.status != 201 {
            break answer;
        }
        taken += 1;
        assert!(taken < 1_000, "the disk does not fill");
    };
    assert_eq!(refused.header("retry-after"), Some("5"));
    assert_eq!(refused.expect(503).code(), "unavailable");
    let fields = [("title", "One more topic"), ("summary", &"word ".repeat(300)), ("minutes", "30")];
    let page = ilze.submit("/en/events/forum/topics", &fields).await.expect(503);
    assert!(page.text().contains("Not available for a moment"));
    assert_eq!(page.header("retry-after"), Some("5"));
    // Reading goes on.
    ilze.page("/en/events/forum").await.expect(200);
    assert_eq!(topic::Entity::find().count(place.site.db.read()).await.unwrap(), taken as u64);

    db.execute_unprepared("PRAGMA max_page_count = 1000000").await.unwrap();
    assert_eq!(propose(taken).await.expect(201).json()["number"], taken + 1, "no number was lost");
}

#[tokio::test]
async fn a_database_that_restarts_is_found_again_without_a_restart_of_ours() {
    let place = Place::new().await;
    if place.site.db.backend() == DbBackend::Sqlite {
        return;
    }
    let host = place.host("ministry").await;
    place.event(host, "forum", |_| {}).await;
    let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
    let cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
    let register = |n: usize| {
        let organiser = organiser.clone();
        async move { organiser.post("/events/forum/registrations", json!({"mode": "online", "email": format!("p{n}@example.org")})).await }
    };
    let load = futures::future::join_all((0..60).map(register));
    let cuts = async {
        for _ in 0..5 {
            // This connection is of the same pool; a cut between two of them may meet it too.
            let _ = place.site.db.writer().execute_unprepared(cut).await;
            tokio::task::yield_now().await;
        }
    };
    let (answers, ()) = tokio::join!(load, cuts);
    let mut confirmed = 0;
    for answer in answers {
        match answer.status.as_u16() {
            201 => confirmed += 1,
            503 => assert_eq!(answer.code(), "unavailable"),
            other => panic!("{other}: {}", answer.text()),
        }
    }
    // Who was told no has no place; who was told yes has a place and a mail.
    let mails = outbox::Entity::find().count(place.site.db.read()).await.unwrap();
    assert_eq!(mails, confirmed);
    register(100).await.expect(201);
    organiser.page("/en/events/forum").await.expect(200);
}

#[tokio::test]
async fn keys_of_calls_are_forgotten_after_a_day_however_many_there_are() {
    let place = Place::new().await;
    let person = place.person("ilze@example.org").await;
    let now = place.site.now().as_millisecond();
    for start in (0..10_000).step_by(1_000) {
        let rows: Vec<String> = (start..start + 1_000).map(|n| format!("({person}, 'key{n}', 'request', 201, 'body', {now})")).collect();
        let insert =
            format!("INSERT INTO idempotency (person_id, key_hash, request_hash, status, body, created_at) VALUES {}", rows.join(","));
        place.site.db.writer().execute_unprepared(&insert).await.unwrap();
    }
    let kept = || idempotency::Entity::find().count(place.site.db.read());
    place.at("2027-01-26T08:59:59Z");
    jobs::run_due(&place.site).await.unwrap();
    assert_eq!(kept().await.unwrap(), 10_000);
    place.at("2027-01-26T09:00:01Z");
    jobs::run_due(&place.site).await.unwrap();
    assert_eq!(kept().await.unwrap(), 0);
}

#[tokio::test]
async fn health_is_asked_without_limit() {
    let place = Place::new().await;
    let client = Client::new(server::http::router(&place.site, &settings(&[])).unwrap(), None, None);
    for _ in 0..300 {
        client.page("/healthz").await.expect(200);
        client.page("/readyz").await.expect(200);
    }
}
