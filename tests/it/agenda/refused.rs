//! What is refused, at its field and without half a write.

use super::{scene, session};
use axum::http::Method;
use serde_json::{Value, json};

#[tokio::test]
async fn bad_sessions_are_refused_at_their_fields() {
    let scene = scene().await;
    let refused = async |field: &str, value: Value, code: &str| {
        let mut body = session("Labs", "10:00", 30);
        body[field] = value;
        let answer = scene.organiser.post("/events/forum-2027/sessions", body).await.expect(422).json();
        let error = &answer["errors"][0];
        assert!(error["field"].as_str().unwrap().starts_with(field), "{answer}");
        assert_eq!(error["code"], code, "{answer}");
        assert!(error["message"].as_str().unwrap().len() > 8);
    };
    refused("duration_minutes", json!(0), "minutes_out_of_range").await;
    refused("duration_minutes", json!(10_000), "minutes_out_of_range").await;
    refused("duration_minutes", json!("long"), "invalid_type").await;
    refused("title", json!({"lv": "ā".repeat(201)}), "too_long").await;
    refused("title", json!({"lv": "a\u{0}b"}), "control_characters").await;
    refused("title", json!({"lv": "a\u{202E}b"}), "control_characters").await;
    refused("title", json!({"lv": "  "}), "required").await;
    refused("room", json!("ā".repeat(101)), "too_long").await;
    refused("room", json!("Zāle\u{0}"), "control_characters").await;
    refused("room", json!(7), "invalid_type").await;
    refused("speakers", json!(["Anna\u{7}"]), "control_characters").await;
    refused("speakers", json!(["a".repeat(121)]), "too_long").await;
    refused("speakers", json!(["anna@"]), "invalid_email").await;
    refused("speakers", json!(["anna@example.org\r\nBcc: all@example.org"]), "invalid_email").await;
    refused("speakers", json!((0..31).map(|n| format!("Runātājs {n}")).collect::<Vec<_>>()), "too_many").await;
    refused("online_url", json!("javascript:alert(1)"), "invalid_url").await;
    refused("online_url", json!("https://meet.example/\r\nATTENDEE:x"), "invalid_url").await;
    refused("part", json!("middle"), "unknown_value").await;
    refused("starts_local", json!("2027-08-18 10:00"), "invalid_local_time").await;
    refused("starts_local", json!("2027-03-28T03:30"), "local_time_skipped").await;
    refused("topic", json!(4_711), "unknown_topic").await;
    assert_eq!(scene.agenda(&scene.organiser, "").await["working"]["items"], json!([]));
}

#[tokio::test]
async fn a_time_that_comes_twice_is_the_first_and_said_so() {
    let scene = scene().await;
    let mut body = session("Naktī", "10:00", 30);
    body["starts_local"] = json!("2027-10-31T03:30");
    let made = scene.organiser.post("/events/forum-2027/sessions", body).await.expect(201).json();
    assert_eq!((&made["ambiguous"], &made["starts_at"]), (&json!(true), &json!("2027-10-31T00:30:00Z")));
}

#[tokio::test]
async fn line_ends_in_names_become_spaces() {
    let scene = scene().await;
    let mut body = session("Labs\r\nX-Evil: 1", "10:00", 30);
    body["room"] = json!("Zāle\r\nATTENDEE:mailto:x");
    body["speakers"] = json!(["Anna\r\nOzola"]);
    let made = scene.organiser.post("/events/forum-2027/sessions", body).await.expect(201).json();
    assert_eq!(
        (&made["title"]["lv"], &made["room"], &made["speakers"][0]),
        (&json!("Labs X-Evil: 1"), &json!("Zāle ATTENDEE:mailto:x"), &json!("Anna Ozola"))
    );
}

#[tokio::test]
async fn a_topic_of_another_event_is_no_topic_here() {
    let scene = scene().await;
    scene.place.event(scene.host, "other", |_| {}).await;
    let topic = scene.ilze.post("/events/other/topics", json!({"title": {"lv": "Cits"}, "minutes": 30})).await.expect(201).json();
    let mut body = session("Labs", "10:00", 30);
    body["topic"] = topic["id"].clone();
    assert_eq!(scene.organiser.post("/events/forum-2027/sessions", body).await.expect(422).code(), "unknown_topic");
    let id = scene.add(session("Labs", "10:00", 30)).await;
    // A session of this event has no page below another.
    scene.organiser.page(&format!("/lv/organise/events/other/agenda/{id}")).await.expect(404);
    scene.organiser.submit(&format!("/lv/organise/events/other/agenda/{id}"), &[("do", "remove"), ("version", "1")]).await.expect(404);
    scene.organiser.get(&format!("/sessions/{id}")).await.expect(200);
}

#[tokio::test]
async fn nothing_to_publish_and_names_that_are_none() {
    let scene = scene().await;
    let path = "/events/forum-2027/agenda/releases";
    assert_eq!(scene.organiser.post(path, json!({"name": "First"})).await.expect(409).code(), "no_sessions");
    scene.add(session("Labs", "10:00", 30)).await;
    for (name, code) in [(json!(""), "required"), (json!({"lv": "ā".repeat(101)}), "too_long"), (json!("a\u{0}"), "control_characters")] {
        assert_eq!(scene.organiser.post(path, json!({"name": name})).await.expect(422).code(), code);
    }
    assert_eq!(scene.agenda(&scene.organiser, "").await["release"], Value::Null);
}

#[tokio::test]
async fn a_stale_change_is_refused() {
    let scene = scene().await;
    let path = format!("/sessions/{}", scene.add(session("Labs", "10:00", 30)).await);
    let change = |title: &str, version: i64| json!({"title": {"lv": title}, "version": version});
    scene.organiser.patch(&path, change("Pirmais", 1)).await.expect(200);
    assert_eq!(scene.organiser.patch(&path, change("Otrais", 1)).await.expect(409).code(), "changed_meanwhile");
    assert_eq!(scene.organiser.get(&path).await.json()["title"]["lv"], "Pirmais");
    assert_eq!(scene.organiser.patch(&path, change("Otrais", 2)).await.expect(200).json()["version"], 3);
    assert_eq!(
        scene.organiser.patch(&path, json!({"title": {"lv": "Otrais"}})).await.expect(200).json()["version"],
        3,
        "no change is none"
    );
}

#[tokio::test]
async fn a_release_made_twice_with_one_key_is_one() {
    let scene = scene().await;
    scene.add(session("Labs", "10:00", 30)).await;
    for _ in 0..2 {
        let headers = [("idempotency-key", "once")];
        let body = Some(json!({"name": "First"}));
        let made = scene.organiser.call_with(Method::POST, "/events/forum-2027/agenda/releases", body, &headers).await.expect(201).json();
        assert_eq!(made["number"], 1);
    }
}

#[tokio::test]
async fn two_who_publish_at_once_make_two_releases() {
    let scene = scene().await;
    scene.add(session("Labs", "10:00", 30)).await;
    let publish = || scene.organiser.post("/events/forum-2027/agenda/releases", json!({"name": "At once"}));
    let made = futures::future::join_all((0..6).map(|_| publish())).await;
    let mut numbers: Vec<i64> = made.into_iter().map(|one| one.expect(201).json()["number"].as_i64().unwrap()).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6]);
}
