//! What is likely wrong with an agenda beside what its sessions say of each other.

use super::{Scene, scene, session};
use crate::support::Client;
use domain::host::Role;
use sea_orm::{ActiveModelTrait, Set};
use serde_json::{Value, json};

/// Code, sessions and message of each warning.
async fn warned(scene: &Scene) -> Vec<(String, Value, String)> {
    let found = scene.organiser.get("/events/forum-2027/agenda/warnings").await.expect(200).json();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    found.as_array().unwrap().iter().map(|one| (text(&one["code"]), one["sessions"].clone(), text(&one["message"]))).collect()
}

/// Somebody registered, who lives by the clocks of a zone.
async fn join(scene: &Scene, email: &str, mode: &str, zone: &str) -> Client {
    let id = scene.place.person(email).await;
    let moved = backend::entity::person::ActiveModel { id: Set(id), zone: Set(zone.to_owned()), ..Default::default() };
    moved.update(scene.place.site.db.writer()).await.unwrap();
    let client = scene.place.client(id).await;
    client.post("/events/forum-2027/registrations", json!({"mode": mode})).await.expect(201);
    client
}

#[tokio::test]
async fn who_cannot_be_there_is_said_by_name() {
    let scene = scene().await;
    scene.place.person("anna@example.org").await;
    let mut body = session("Viens", "10:00", 60);
    body["chairs"] = json!(["anna@example.org"]);
    let id = scene.add(body).await;
    assert_eq!(warned(&scene).await, []);
    let there = |from: &str, until: &str| json!([{"speaker": "anna@example.org", "from_local": format!("2027-08-18T{from}"), "until_local": format!("2027-08-18T{until}")}]);
    let path = "/events/forum-2027/availability";
    let kept = scene.organiser.put(path, there("10:30", "18:00")).await.expect(200).json();
    assert_eq!(kept["items"], there("10:30", "18:00"));
    let said = "anna cannot be there during “Viens”.";
    assert_eq!(warned(&scene).await, [("speaker_unavailable".to_owned(), json!([id]), said.to_owned())]);
    scene.organiser.put(path, there("10:00", "11:00")).await.expect(200);
    assert_eq!(warned(&scene).await, []);
    assert_eq!(scene.organiser.put(path, there("11:00", "10:00")).await.expect(422).code(), "end_before_start");
    assert_eq!(scene.organiser.get(path).await.expect(200).json()["items"], there("10:00", "11:00"), "nothing half done");
}

#[tokio::test]
async fn a_room_smaller_than_those_who_come_is_said() {
    let scene = scene().await;
    let mut body = session("Atklāšana", "10:00", 60);
    body["room"] = json!({"lv": "Lielā zāle", "en": "Great Hall"});
    let id = scene.add(body).await;
    scene.organiser.put("/events/forum-2027/rooms", json!([{"name": {"en": "great hall"}, "capacity": 1}])).await.expect(200);
    join(&scene, "one@example.org", "in_person", "Europe/Riga").await;
    assert_eq!(warned(&scene).await, []);
    join(&scene, "afar@example.org", "online", "Europe/Riga").await;
    assert_eq!(warned(&scene).await, [], "who is online needs no chair");
    join(&scene, "two@example.org", "in_person", "Europe/Riga").await;
    let said = "great hall holds 1, and 2 people are expected: “Atklāšana”.";
    assert_eq!(warned(&scene).await, [("room_too_small".to_owned(), json!([id]), said.to_owned())]);
    for (rooms, code) in [
        (json!([{"name": "A", "capacity": 0}]), "capacity_out_of_range"),
        (json!([{"name": " ", "capacity": 5}]), "required"),
        (json!(vec![json!({"name": "A", "capacity": 5}); 51]), "too_many"),
    ] {
        assert_eq!(scene.organiser.put("/events/forum-2027/rooms", rooms).await.expect(422).code(), code);
    }
    assert_eq!(warned(&scene).await.len(), 1);
}

#[tokio::test]
async fn a_promised_topic_without_a_session_is_said_and_leads_to_its_place() {
    let scene = scene().await;
    let topic = scene.ilze.post("/events/forum-2027/topics", json!({"title": {"lv": "Kosmoss"}, "minutes": 30})).await.expect(201).json();
    assert_eq!(warned(&scene).await, []);
    let organiser = scene.place.acting("o@example.org", Some((scene.host, Role::Organiser))).await;
    organiser.post(&format!("/topics/{}/status", topic["id"]), json!({"to": "shortlisted"})).await.expect(200);
    let said = "“Kosmoss” was chosen and has no session.";
    assert_eq!(warned(&scene).await, [("topic_not_placed".to_owned(), json!([]), said.to_owned())]);
    let page = scene.organiser.page("/en/organise/events/forum-2027/agenda").await.expect(200).text();
    assert!(page.contains("/agenda/new?topic=1"));
    let mut body = session("Kosmoss", "10:00", 30);
    body["topic"] = topic["id"].clone();
    scene.add(body).await;
    assert_eq!(warned(&scene).await, []);
}

#[tokio::test]
async fn night_sessions_are_said_with_figures_and_small_groups_as_one() {
    let scene = scene().await;
    // 13:00 in Riga is 06:00 in New York and 19:00 in Tokyo, 17:30 is 23:30 in Tokyo.
    let early = scene.add(session("Rīts", "13:00", 30)).await;
    let late = scene.add(session("Vakars", "17:30", 30)).await;
    scene.organiser.patch(&format!("/sessions/{late}"), json!({"part": "supplementary"})).await.expect(200);
    for n in 0..5 {
        join(&scene, &format!("york-{n}@example.org"), "online", "America/New_York").await;
    }
    for n in 0..5 {
        join(&scene, &format!("tokyo-{n}@example.org"), "online", "Asia/Tokyo").await;
    }
    let night = async || warned(&scene).await.into_iter().filter(|(code, ..)| code == "late_for_online").collect::<Vec<_>>();
    let found = night().await;
    let said = |id: i64, message: &str| ("late_for_online".to_owned(), json!([id]), message.to_owned());
    assert_eq!(
        found,
        [
            said(early, "It is night for 5 people online (New York 5): “Rīts”."),
            said(late, "It is night for 5 people online (Tokyo 5): “Vakars”."),
        ]
    );
    join(&scene, "chicago@example.org", "online", "America/Chicago").await;
    assert_eq!(night().await[0].2, "It is night for 6 people online: “Rīts”.", "nobody alone is pointed at");
}

#[tokio::test]
async fn rooms_and_hours_are_typed_into_forms() {
    let scene = scene().await;
    let path = "/en/organise/events/forum-2027/agenda/setup";
    let seen = async || {
        let page = scene.organiser.page(path).await.expect(200).text();
        let marks: Vec<String> =
            page.split(r#"name="seen" value=""#).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect();
        marks
    };
    let marks = seen().await;
    let rooms = [
        ("do", "rooms"),
        ("seen", &marks[0]),
        ("rooms.1.name.lv", "Lielā zāle"),
        ("rooms.1.capacity", "40"),
        ("rooms.0.name.lv", ""),
        ("rooms.0.capacity", ""),
    ];
    scene.organiser.submit(path, &rooms).await.expect(303);
    assert_eq!(
        scene.organiser.get("/events/forum-2027/rooms").await.json()["items"],
        json!([{"name": {"lv": "Lielā zāle"}, "capacity": 40}])
    );
    let stale = scene.organiser.submit(path, &rooms).await.expect(409).text();
    assert!(stale.contains("Somebody else has changed this list") && stale.contains("Lielā zāle"));
    let hours = |until: &'static str| {
        [
            ("do", "hours"),
            ("seen", marks[1].as_str()),
            ("hours.0.speaker", "Anna Ozola"),
            ("hours.0.from_local", "2027-08-18T10:00"),
            ("hours.0.until_local", until),
        ]
    };
    let refused = scene.organiser.submit(path, &hours("2027-08-18T09:00")).await.expect(422).text();
    assert!(refused.contains("Anna Ozola") && refused.contains("Lielā zāle"), "what was typed, and the other list");
    scene.organiser.submit(path, &hours("2027-08-18T12:00")).await.expect(303);
    assert!(scene.organiser.page(path).await.expect(200).text().contains("Anna Ozola"));
    let odd = [("do", "rooms"), ("seen", ""), ("rooms.0.name.lv", "Zāle"), ("rooms.0.capacity", "daudz")];
    assert!(scene.organiser.submit(path, &odd).await.expect(422).text().contains("daudz"));
}
