//! Events: made, seen, changed, and taken from one status to the next.

mod changed;
mod pages;
mod seen;

use crate::support::Place;
use backend::entity::{event, registration};
use domain::event::Mode;
use domain::host::Role;
use domain::registration::Status;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, NotSet, QueryFilter, Set};
use serde_json::{Value, json};

pub fn briefing() -> Value {
    json!({
        "slug": "briefing", "host": "embassy", "kind": "briefing", "title": {"lv": "Pārrunas", "en": "Briefing"},
        "starts_local": "2027-03-09T18:30", "zone": "America/New_York", "duration_minutes": 90,
        "venue": {"name": "Embassy of Latvia", "address": "2306 Massachusetts Ave NW", "city": "Washington", "country": "US"},
        "online_url": "https://meet.example.org/briefing",
        "attendance": {"in_person": {"capacity": 30}, "online": {"capacity": null}}, "visibility": "public",
    })
}

pub fn with(mut body: Value, field: &str, value: Value) -> Value {
    body[field] = value;
    body
}

/// A place, or a place in line, of somebody new.
pub async fn registered(place: &Place, event: &str, email: &str, mode: Mode, status: Status) -> i64 {
    let person = place.person(email).await;
    let event = event::Entity::find().filter(event::Column::Slug.eq(event)).one(place.site.db.read()).await.unwrap().unwrap();
    let row = registration::ActiveModel {
        id: NotSet,
        event_id: Set(event.id),
        person_id: Set(person),
        mode: Set(mode.into()),
        status: Set(status.into()),
        queue: Set(person),
        waiting_mode: Set(None),
        waiting_queue: Set(None),
        registered_at: Set(0),
        cancelled_at: Set(None),
        named: Set(false),
    };
    row.insert(place.site.db.writer()).await.unwrap();
    person
}

#[tokio::test]
async fn an_event_begins_as_a_draft_with_instants_computed() {
    let place = Place::new().await;
    let host = place.host("embassy").await;
    let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
    let made = organiser.post("/events", briefing()).await.expect(201).json();
    assert_eq!((made["status"].as_str(), made["sequence"].as_i64()), (Some("draft"), Some(0)));
    assert_eq!((made["starts_at"].as_str(), made["ends_at"].as_str()), (Some("2027-03-09T23:30:00Z"), Some("2027-03-10T01:00:00Z")));
    assert_eq!((made["host"].as_str(), made["ambiguous"].as_bool()), (Some("embassy"), Some(false)));
    assert_eq!(made["attendance"], json!({"in_person": {"capacity": 30}, "online": {"capacity": null}}));
    assert!(made["uid"].as_str().unwrap().ends_with("@saiets.test"));
    assert_eq!(organiser.post("/events", briefing()).await.expect(409).code(), "slug_taken");

    let twice = with(with(briefing(), "slug", json!("autumn")), "zone", json!("Europe/Riga"));
    let twice = organiser.post("/events", with(twice, "starts_local", json!("2027-10-31T03:30"))).await.expect(201).json();
    assert_eq!((twice["ambiguous"].as_bool(), twice["starts_at"].as_str()), (Some(true), Some("2027-10-31T00:30:00Z")));
}

#[tokio::test]
async fn what_makes_no_event_is_said_at_its_field() {
    let place = Place::new().await;
    let host = place.host("embassy").await;
    let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
    let wrong = [
        ("slug", json!("-a"), "slug", "invalid_slug"),
        ("zone", json!("Europe/Rīga"), "zone", "unknown_zone"),
        ("starts_local", json!("2027-03-09 18:30"), "starts_local", "invalid_local_time"),
        ("starts_local", json!("2027-03-14T02:30"), "starts_local", "local_time_skipped"),
        ("ends_local", json!("2027-03-09T18:00"), "ends_local", "end_before_start"),
        ("duration_minutes", json!(0), "duration_minutes", "duration_out_of_range"),
        ("duration_minutes", json!(-60), "duration_minutes", "duration_out_of_range"),
        ("duration_minutes", json!(10_081), "duration_minutes", "duration_out_of_range"),
        ("duration_minutes", json!(1.5), "duration_minutes", "invalid_type"),
        ("title", json!({"lv": "a".repeat(201)}), "title", "too_long"),
        ("title", json!({"en": "a\r\nBEGIN:VALARM\u{7}"}), "title", "control_characters"),
        ("title", json!("Briefing"), "title", "invalid_type"),
        ("summary", json!({"lv": "a".repeat(501)}), "summary", "too_long"),
        ("description", json!({"lv": "a".repeat(20_001)}), "description", "too_long"),
        ("online_url", json!("javascript:alert(1)"), "online_url", "invalid_url"),
        ("online_url", json!("https://a.example/\r\nATTENDEE:x"), "online_url", "invalid_url"),
        ("venue", json!({"name": "x", "city": "Rīga", "country": "Latvia"}), "venue.country", "invalid_country"),
        ("venue", json!({"name": "x"}), "venue.city", "required"),
        ("attendance", json!({"in_person": null, "online": null}), "attendance", "attendance_required"),
        ("attendance", json!({"in_person": {"capacity": -1}}), "attendance.in_person.capacity", "capacity_out_of_range"),
        ("attendance", json!({"online": {"capacity": 100_001}}), "attendance.online.capacity", "capacity_out_of_range"),
        ("visibility", json!("secret"), "visibility", "unknown_value"),
        ("series", json!("none"), "series", "unknown_series"),
        ("status", json!("held"), "status", "status"),
        ("registration_opens_local", json!("2027-04-01T10:00"), "registration_opens_local", "opens_after_start"),
    ];
    for (field, value, at, code) in wrong {
        let answer = organiser.post("/events", with(briefing(), field, value)).await.expect(422).json();
        assert_eq!((answer["errors"][0]["field"].as_str(), answer["errors"][0]["code"].as_str()), (Some(at), Some(code)), "{answer}");
    }
    let closing = with(briefing(), "registration_opens_local", json!("2027-03-01T10:00"));
    let answer = organiser.post("/events", with(closing, "registration_closes_local", json!("2027-03-01T09:00"))).await.expect(422);
    assert_eq!(answer.code(), "closes_before_opens");
    let gap = organiser.post("/events", with(briefing(), "starts_local", json!("2027-03-14T02:30"))).await.json();
    let message = gap["errors"][0]["message"].as_str().unwrap();
    assert!(message.contains("01:59") && message.contains("03:00"), "{message}");
    let all = organiser.post("/events", json!({"slug": "x", "host": "embassy"})).await.expect(422).json();
    assert_eq!(all["errors"].as_array().unwrap().len(), 6);
    assert_eq!(organiser.get("/events").await.json()["items"], json!([]));
}

#[tokio::test]
async fn only_organisers_of_the_host_make_and_change_events() {
    let place = Place::new().await;
    let (host, other) = (place.host("embassy").await, place.host("ministry").await);
    let inside = [
        place.acting("viewer@example.org", Some((host, Role::Viewer))).await,
        place.acting("assistant@example.org", Some((host, Role::Assistant))).await,
    ];
    let outside =
        [place.acting("foreign@example.org", Some((other, Role::Coordinator))).await, place.acting("person@example.org", None).await];
    for client in inside.iter().chain(&outside) {
        client.post("/events", briefing()).await.expect(403);
    }
    place.anyone().post("/events", briefing()).await.expect(401);
    place.acting("organiser@example.org", Some((host, Role::Organiser))).await.post("/events", briefing()).await.expect(201);
    let announce = json!({"to": "announced"});
    for (client, status) in inside.iter().map(|client| (client, 403)).chain(outside.iter().map(|client| (client, 404))) {
        client.patch("/events/briefing", json!({"duration_minutes": 60})).await.expect(status);
        client.post("/events/briefing/status", announce.clone()).await.expect(status);
    }
    place.anyone().patch("/events/briefing", json!({})).await.expect(401);
    place.acting("admin@example.org", None).await.post("/events/briefing/status", announce.clone()).await.expect(200);
    for client in &outside {
        client.patch("/events/briefing", json!({"duration_minutes": 60})).await.expect(403);
    }
    place.anyone().patch("/events/briefing", json!({"duration_minutes": 60})).await.expect(401);
    place.anyone().post("/events/briefing/status", announce).await.expect(401);
}
