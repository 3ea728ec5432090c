//! Sessions that take so many people only, and what one has marked at the same time.

use super::{scene, session};
use crate::support::Client;
use serde_json::json;

async fn join(client: &Client) {
    client.post("/events/forum-2027/registrations", json!({"mode": "online"})).await.expect(201);
}

#[tokio::test]
async fn the_last_place_is_taken_once_however_many_want_it() {
    let scene = scene().await;
    let mut body = session("Darbnīca", "10:00", 60);
    body["capacity"] = json!(2);
    let path = format!("/sessions/{}", scene.add(body).await);
    scene.release("First").await;
    assert_eq!(scene.ilze.post(&format!("{path}/marks"), json!({})).await.expect(409).code(), "not_registered");
    join(&scene.ilze).await;
    scene.ilze.post(&format!("{path}/marks"), json!({})).await.expect(200);
    let mut others = Vec::new();
    for n in 0..6 {
        let other = scene.place.acting(&format!("other-{n}@example.org"), None).await;
        join(&other).await;
        others.push(other);
    }
    let mark = async |client: &Client| client.post(&format!("{path}/marks"), json!({})).await;
    let made = futures::future::join_all(others.iter().map(mark)).await;
    let full = made.iter().filter(|answer| answer.status == 409).count();
    assert_eq!((made.len(), full), (6, 5), "one place was left");
    assert_eq!(made.iter().find(|answer| answer.status == 409).unwrap().code(), "session_full");
    scene.ilze.post(&format!("{path}/marks"), json!({})).await.expect(200);
    let seen = scene.place.anyone().get(&path).await.expect(200).json();
    assert_eq!((&seen["capacity"], &seen["marks"]), (&json!(2), &json!(2)));
    let page = scene.place.acting("new@example.org", None).await.page("/en/events/forum-2027/agenda").await.expect(200).text();
    assert!(page.contains("2 of 2 places taken") && page.contains("Full.") && !page.contains(r#"value="mark""#));
    scene.ilze.delete(&format!("{path}/marks")).await.expect(204);
    let page = scene.ilze.page("/en/events/forum-2027/agenda").await.expect(200).text();
    assert!(page.contains("Take a place") && page.contains("1 of 2 places taken"));
}

#[tokio::test]
async fn fewer_places_drop_nobody() {
    let scene = scene().await;
    let mut body = session("Darbnīca", "10:00", 60);
    body["capacity"] = json!(5);
    let id = scene.add(body).await;
    let path = format!("/sessions/{id}");
    scene.release("First").await;
    let other = scene.place.acting("other@example.org", None).await;
    for client in [&scene.ilze, &other] {
        join(client).await;
        client.post(&format!("{path}/marks"), json!({})).await.expect(200);
    }
    let form = format!("/en/organise/events/forum-2027/agenda/{id}");
    let fields = [
        ("title.lv", "Darbnīca"),
        ("starts_local", "2027-08-18T10:00"),
        ("duration_minutes", "60"),
        ("part", "main"),
        ("version", "1"),
        ("capacity", "1"),
    ];
    scene.organiser.submit(&form, &fields).await.expect(303);
    scene.release("Second").await;
    let seen = other.get(&path).await.expect(200).json();
    assert_eq!((&seen["marked"], &seen["marks"], &seen["capacity"]), (&json!(true), &json!(2), &json!(1)));
    other.delete(&format!("{path}/marks")).await.expect(204);
    assert_eq!(other.post(&format!("{path}/marks"), json!({})).await.expect(409).code(), "session_full");
    for (capacity, code) in [(json!(0), "capacity_out_of_range"), (json!(100_001), "capacity_out_of_range")] {
        assert_eq!(scene.organiser.patch(&path, json!({"capacity": capacity})).await.expect(422).code(), code);
    }
}

#[tokio::test]
async fn how_many_marked_what_has_no_limit_only_the_host_knows() {
    let scene = scene().await;
    let path = format!("/sessions/{}", scene.add(session("Saruna", "10:00", 60)).await);
    scene.release("First").await;
    scene.ilze.post(&format!("{path}/marks"), json!({})).await.expect(200);
    assert_eq!(scene.organiser.get(&path).await.json()["marks"], 1);
    assert_eq!(scene.ilze.get(&path).await.json().get("marks"), None);
    let bench = scene.organiser.page("/en/organise/events/forum-2027/agenda").await.expect(200).text();
    assert!(bench.contains("Marked by one person"));
}

#[tokio::test]
async fn what_one_marked_at_the_same_time_is_said() {
    let scene = scene().await;
    let one = scene.add(session("Pirmā", "10:00", 60)).await;
    scene.add(session("Otrā", "10:30", 60)).await;
    scene.add(session("Trešā", "11:30", 60)).await;
    scene.release("First").await;
    scene.ilze.post(&format!("/sessions/{one}/marks"), json!({})).await.expect(200);
    let page = scene.ilze.page("/en/events/forum-2027/agenda").await.expect(200).text();
    assert_eq!(page.matches("At the same time you marked “Pirmā”.").count(), 1);
}
