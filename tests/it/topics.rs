//! Topics: proposed with or without a name, found again, supported, answered.

use crate::support::{Client, Place};
use domain::event::{Status, Visibility};
use domain::host::Role;
use sea_orm::{ConnectionTrait, Set, Statement};
use serde_json::{Value, json};

struct Scene {
    place: Place,
    ilze: Client,
    organiser: Client,
}

async fn scene() -> Scene {
    let place = Place::new().await;
    let host = place.host("chancellery").await;
    place.event(host, "forum-2027", |_| {}).await;
    let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
    let ilze = place.acting("ilze@example.org", None).await;
    Scene { place, ilze, organiser }
}

async fn propose(client: &Client, title: &str, minutes: i64) -> Value {
    client.post("/events/forum-2027/topics", json!({"title": {"lv": title}, "minutes": minutes})).await.expect(201).json()
}

#[tokio::test]
async fn a_proposal_is_numbered_and_names_what_is_like_it() {
    let scene = scene().await;
    let first = propose(&scene.ilze, "Apmācība ierēdņiem: kā strādā ES Padome", 45).await;
    propose(&scene.ilze, "Kosmoss", 30).await;
    let third = propose(&scene.ilze, "Apmaaciiba ieredniem", 30).await;
    assert_eq!((first["number"].as_i64(), third["number"].as_i64()), (Some(1), Some(3)));
    assert_eq!(third["similar"][0]["id"], first["id"]);
    assert_eq!(third["similar"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn support_counts_once_and_can_be_taken_back() {
    let scene = scene().await;
    let id = propose(&scene.ilze, "Veselība", 30).await["id"].as_i64().unwrap();
    let path = format!("/topics/{id}/supports");
    for _ in 0..2 {
        assert_eq!(scene.organiser.post(&path, json!({})).await.expect(200).json()["supports"], 1);
    }
    assert_eq!(scene.organiser.delete(&path).await.expect(200).json()["supports"], 0);
}

#[tokio::test]
async fn nobody_learns_who_proposed_without_a_name() {
    let scene = scene().await;
    let body = json!({"title": {"lv": "Neērts temats"}, "minutes": 20, "anonymous": true});
    let headers = [("idempotency-key", "one")];
    let made =
        scene.ilze.call_with(axum::http::Method::POST, "/events/forum-2027/topics", Some(body.clone()), &headers).await.expect(201).json();
    let again = scene.ilze.call_with(axum::http::Method::POST, "/events/forum-2027/topics", Some(body), &headers).await.expect(201).json();
    assert_eq!(made, again);
    for client in [&scene.organiser, &scene.ilze] {
        let list = client.get("/events/forum-2027/topics").await.expect(200);
        assert!(!list.text().contains("ilze"), "{}", list.text());
        let page = client.page("/en/events/forum-2027/topics/1").await.expect(200).text();
        assert!(page.contains("Proposed without a name"));
    }
    // Not even in the database in the clear: only a sealed author, and no answer that names the topic.
    let db = scene.place.site.db.writer();
    for sql in
        ["SELECT COUNT(*) AS n FROM topic WHERE author_id IS NOT NULL", "SELECT COUNT(*) AS n FROM idempotency WHERE body LIKE '%number%'"]
    {
        let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap().unwrap();
        assert_eq!(row.try_get::<i64>("", "n").unwrap(), 0, "{sql}");
    }
}

#[tokio::test]
async fn bad_topics_are_refused_at_their_fields() {
    let scene = scene().await;
    let refused = async |body: Value, field: &str, code: &str| {
        let answer = scene.ilze.post("/events/forum-2027/topics", body).await.expect(422);
        assert_eq!((answer.json()["errors"][0]["field"].as_str(), answer.json()["errors"][0]["code"].as_str()), (Some(field), Some(code)));
    };
    refused(json!({"title": {"lv": "A"}, "minutes": 0}), "minutes", "minutes_out_of_range").await;
    refused(json!({"title": {"lv": "A"}, "minutes": 10_000}), "minutes", "minutes_out_of_range").await;
    refused(json!({"title": {}, "minutes": 30}), "title", "required").await;
    refused(json!({"title": {"lv": "ā".repeat(201)}, "minutes": 30}), "title", "too_long").await;
    refused(json!({"title": {"lv": "a\u{0}b"}, "minutes": 30}), "title", "control_characters").await;
    refused(json!({"title": {"lv": "A"}, "minutes": "many"}), "minutes", "invalid_type").await;
    refused(json!({"minutes": 30}), "title", "required").await;
    scene.ilze.post_raw("/events/forum-2027/topics", b"{\"title\": \"\xff\"}").await.expect(400);
    assert_eq!(scene.ilze.get("/events/forum-2027/topics").await.json()["items"].as_array().unwrap().len(), 0);
}

#[tokio::test]
async fn a_form_that_is_refused_keeps_what_was_typed() {
    let scene = scene().await;
    let fields = [("title", "Mans temats"), ("minutes", "9999"), ("summary", "Tāpēc, ka vajag"), ("anonymous", "yes")];
    let page = scene.ilze.submit("/lv/events/forum-2027/topics", &fields).await.expect(422).text();
    for kept in ["Mans temats", "9999", "Tāpēc, ka vajag", "checked"] {
        assert!(page.contains(kept), "{kept}");
    }
    let made = scene.ilze.submit("/lv/events/forum-2027/topics", &[("title", "Mans temats"), ("minutes", "45")]).await.expect(303);
    assert_eq!(made.header("location"), Some("/lv/events/forum-2027/topics/1"));
    let alike = scene
        .ilze
        .submit("/lv/events/forum-2027/topics", &[("title", "Mans temats"), ("minutes", "45"), ("unseen", "1")])
        .await
        .expect(200)
        .text();
    assert!(alike.contains("ļoti līdzīgs"));
}

#[tokio::test]
async fn only_organisers_answer_and_they_owe_a_reason() {
    let scene = scene().await;
    let id = propose(&scene.ilze, "Veselība", 30).await["id"].as_i64().unwrap();
    let path = format!("/topics/{id}/status");
    scene.ilze.post(&path, json!({"to": "shortlisted"})).await.expect(403);
    scene.place.anyone().post(&path, json!({"to": "shortlisted"})).await.expect(401);
    assert_eq!(scene.organiser.post(&path, json!({"to": "declined"})).await.expect(422).code(), "reason_required");
    let declined = scene.organiser.post(&path, json!({"to": "declined", "reason": "Nav mūsu ziņā."})).await.expect(200).json();
    assert_eq!(declined["reason"], json!({"lv": "Nav mūsu ziņā.", "en": "Nav mūsu ziņā."}));
    assert_eq!(scene.organiser.post(&path, json!({"to": "merged"})).await.expect(409).code(), "status");
    assert_eq!(scene.ilze.post(&format!("/topics/{id}/supports"), json!({})).await.expect(409).code(), "status");
}

#[tokio::test]
async fn topics_of_closed_events_are_nobodys_business_and_over_is_over() {
    let scene = scene().await;
    let host = scene.place.host("embassy").await;
    scene.place.event(host, "closed", |row| row.visibility = Set(Visibility::Invited.into())).await;
    scene.place.event(host, "past", |row| row.status = Set(Status::Held.into())).await;
    let body = json!({"title": {"lv": "A"}, "minutes": 30});
    scene.ilze.post("/events/closed/topics", body.clone()).await.expect(404);
    scene.ilze.page("/lv/events/closed/topics").await.expect(404);
    assert_eq!(scene.ilze.post("/events/past/topics", body.clone()).await.expect(409).code(), "status");
    scene.place.anyone().post("/events/forum-2027/topics", body).await.expect(401);
}

#[tokio::test]
async fn the_pages_speak_both_languages() {
    let scene = scene().await;
    propose(&scene.ilze, "Veselība", 30).await;
    assert!(scene.place.anyone().page("/lv/events/forum-2027/topics").await.expect(200).text().contains("Temati"));
    assert!(scene.place.anyone().page("/en/events/forum-2027/topics").await.expect(200).text().contains("Most supported"));
    let like = scene.ilze.page("/en/events/forum-2027/topics/like?q=Veseliba").await.expect(200).text();
    assert!(like.contains("<mark>Veselība</mark>") && !like.contains("<html"));
}
