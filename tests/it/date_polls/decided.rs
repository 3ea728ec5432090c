//! From a slot to the event.

use super::Scene;
use backend::entity::{date_poll, event};
use domain::host::Role;
use sea_orm::{ActiveModelTrait, EntityTrait, Set};
use serde_json::json;

#[tokio::test]
async fn a_slot_becomes_the_event_once_and_those_who_answered_are_invited() {
    let scene = Scene::new().await;
    scene.person("a@example.org", "Europe/Riga", json!({"2": "yes"})).await;
    scene.person("b@example.org", "America/New_York", json!({"1": "yes"})).await;
    let path = format!("{}/event", scene.path());
    let refused = scene.organiser.post(&path, json!({"slot": 9})).await.expect(422);
    assert_eq!(refused.code(), "unknown_slot");
    let made = scene.organiser.post(&path, json!({"slot": 2, "slug": "working-group"})).await.expect(201).json();
    let event = &made["event"];
    assert_eq!(
        (event["starts_local"].as_str(), event["status"].as_str(), event["visibility"].as_str(), &event["title"]["en"]),
        (Some("2027-03-01T16:00"), Some("announced"), Some("invited"), &json!("Working group"))
    );
    assert_eq!((event["starts_at"].as_str(), event["duration_minutes"].as_i64()), (Some("2027-03-01T14:00:00Z"), Some(60)));
    assert_eq!(made["invitations"], json!({"invited": 2, "skipped": []}));
    assert_eq!(scene.place.mails().await.len(), 2);
    let seen = scene.seen(&scene.organiser).await;
    assert_eq!((&seen["event"], &seen["open"]), (&json!("working-group"), &json!(false)));
    assert_eq!(scene.organiser.post(&path, json!({"slot": 1})).await.expect(409).code(), "poll_decided");
    let later = scene.organiser.patch(&scene.path(), json!({"closes_local": "2027-02-25T18:00"})).await.expect(409);
    assert_eq!(later.code(), "poll_decided");
    assert_eq!(event::Entity::find().all(scene.place.site.db.read()).await.unwrap().len(), 1);
}

#[tokio::test]
async fn what_is_refused_leaves_nothing_behind() {
    let scene = Scene::new().await;
    scene.person("a@example.org", "Europe/Riga", json!({"2": "yes"})).await;
    scene.place.event(scene.host, "taken", |_| {}).await;
    let path = format!("{}/event", scene.path());
    assert_eq!(scene.organiser.post(&path, json!({"slot": 2, "slug": "taken"})).await.expect(409).code(), "slug_taken");
    scene.place.at("2027-03-01T15:00:00Z");
    assert_eq!(scene.organiser.post(&path, json!({"slot": 2})).await.expect(422).code(), "in_the_past");
    let db = scene.place.site.db.read();
    assert_eq!(date_poll::Entity::find().one(db).await.unwrap().unwrap().event_id, None);
    assert_eq!(event::Entity::find().all(db).await.unwrap().len(), 1);
    assert!(scene.place.mails().await.is_empty());
}

#[tokio::test]
async fn two_who_decide_at_once_make_one_event() {
    let scene = Scene::new().await;
    scene.person("a@example.org", "Europe/Riga", json!({"2": "yes"})).await;
    let other = scene.place.acting("other@example.org", Some((scene.host, Role::Organiser))).await;
    let path = format!("{}/event", scene.path());
    let (one, two) =
        tokio::join!(scene.organiser.post(&path, json!({"slot": 1, "slug": "one"})), other.post(&path, json!({"slot": 2, "slug": "two"})));
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409]);
    assert_eq!(event::Entity::find().all(scene.place.site.db.read()).await.unwrap().len(), 1);
    assert_eq!(scene.place.mails().await.len(), 1);
}

#[tokio::test]
async fn a_closed_poll_waits_for_its_organiser_until_there_is_a_date() {
    let scene = Scene::new().await;
    let waits = async || scene.organiser.page("/en/organise").await.expect(200).text().contains("Choose a date: Working group");
    scene.place.at("2027-02-20T16:01:00Z");
    assert!(!waits().await, "nobody answered");
    scene.place.at("2027-02-01T10:00:00Z");
    scene.person("anna@example.org", "Europe/Riga", json!({"1": "yes"})).await;
    assert!(!waits().await, "it is open");
    scene.place.at("2027-02-20T16:01:00Z");
    assert!(waits().await);
    let viewer = scene.place.acting("viewer@example.org", Some((scene.host, Role::Viewer))).await;
    assert!(!viewer.page("/en/organise").await.expect(200).text().contains("Choose a date"));
    scene.organiser.post(&format!("{}/event", scene.path()), json!({"slot": 1})).await.expect(201);
    assert!(!waits().await);
}

#[tokio::test]
async fn an_administrator_may_ask_for_any_host() {
    let scene = Scene::new().await;
    let admin = scene.place.person("admin@example.org").await;
    let row = backend::entity::person::ActiveModel { id: Set(admin), is_admin: Set(true), ..Default::default() };
    row.update(scene.place.site.db.writer()).await.unwrap();
    let page = scene.place.client(admin).await.page("/en/plan").await.expect(200).text();
    assert!(page.contains("name=\"host\" value=\"mfa\""), "{page}");
}
