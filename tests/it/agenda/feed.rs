//! Marked sessions in people's own calendars.

use super::{Scene, scene, session};
use crate::support::{Client, keep};
use domain::host::Role;
use serde_json::json;
use std::io::{Cursor, Read};

/// The reader's own calendar, unfolded, with the entries of sessions apart.
pub async fn entries(scene: &Scene, client: &Client) -> Vec<String> {
    let address = client.get("/me").await.expect(200).json()["calendar_url"].as_str().unwrap().to_owned();
    let answer = scene.place.anyone().page(address.strip_prefix("http://saiets.test").unwrap()).await.expect(200);
    keep("ics", &answer.body);
    let text = answer.text().replace("\r\n ", "");
    assert!(!text.contains("ATTENDEE") && !text.contains("@example.org"), "{text}");
    text.split("BEGIN:VEVENT").skip(1).filter(|entry| entry.contains("UID:session-")).map(str::to_owned).collect()
}

fn line<'e>(entry: &'e str, name: &str) -> &'e str {
    entry.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default()
}

#[tokio::test]
async fn a_marked_session_is_one_entry_through_its_whole_life() {
    let scene = scene().await;
    scene.place.person("anna@example.org").await;
    let mut body = session("Drošība", "10:30", 60);
    body["room"] = json!({"lv": "Lielā zāle", "en": "Great Hall"});
    body["speakers"] = json!(["anna@example.org"]);
    let id = scene.add(body).await;
    let path = format!("/sessions/{id}");
    scene.add(session("Cita", "12:00", 30)).await;
    assert_eq!(scene.organiser.post(&format!("{path}/marks"), json!({})).await.expect(409).code(), "not_released");
    scene.place.at("2027-02-01T09:00:00Z");
    scene.release("First").await;
    for _ in 0..2 {
        assert_eq!(scene.ilze.post(&format!("{path}/marks"), json!({})).await.expect(200).json()["marked"], true);
    }
    let first = entries(&scene, &scene.ilze).await;
    let [entry] = first.as_slice() else { panic!("{first:?}") };
    let uid = line(entry, "UID:").to_owned();
    assert_eq!(uid, format!("session-{id}-forum-2027@saiets.test"));
    assert_eq!((line(entry, "SEQUENCE:"), line(entry, "DTSTAMP:"), line(entry, "STATUS:")), ("0", "20270201T090000Z", "TENTATIVE"));
    assert_eq!(line(entry, "DTSTART;TZID=Europe/Riga:"), "20270818T103000");
    assert!(line(entry, "LOCATION:").starts_with("Great Hall") && line(entry, "DESCRIPTION:").starts_with("anna"), "{entry}");

    // What is not published changes nothing; a typo comes with the next release, a move raises the sequence.
    scene.organiser.patch(&path, json!({"title": {"lv": "Drošība!"}})).await.expect(200);
    assert_eq!(entries(&scene, &scene.ilze).await, first);
    scene.place.at("2027-02-02T09:00:00Z");
    scene.release("Typo").await;
    let typo = entries(&scene, &scene.ilze).await.remove(0);
    assert_eq!((line(&typo, "SUMMARY:"), line(&typo, "SEQUENCE:"), line(&typo, "DTSTAMP:")), ("Drošība!", "0", "20270202T090000Z"));
    scene.organiser.patch(&path, json!({"starts_local": "2027-08-18T14:00"})).await.expect(200);
    scene.place.at("2027-02-03T09:00:00Z");
    scene.release("Moved").await;
    let moved = entries(&scene, &scene.ilze).await.remove(0);
    assert_eq!(
        (line(&moved, "SEQUENCE:"), line(&moved, "DTSTART;TZID=Europe/Riga:"), line(&moved, "UID:")),
        ("1", "20270818T140000", uid.as_str())
    );

    // A release that leaves it alone leaves its stamp.
    scene.place.at("2027-02-04T09:00:00Z");
    scene.release("Nothing").await;
    assert_eq!(entries(&scene, &scene.ilze).await, [moved]);
    scene.organiser.delete(&path).await.expect(204);
    scene.place.at("2027-02-05T09:00:00Z");
    scene.release("Dropped").await;
    let gone = entries(&scene, &scene.ilze).await.remove(0);
    let state = (line(&gone, "STATUS:"), line(&gone, "SEQUENCE:"), line(&gone, "DTSTAMP:"), line(&gone, "UID:"));
    assert_eq!(state, ("CANCELLED", "2", "20270205T090000Z", uid.as_str()));
    assert!(line(&gone, "SUMMARY:").starts_with("Cancelled: ") && !gone.contains("VALARM"));
    scene.ilze.delete(&format!("{path}/marks")).await.expect(204);
    assert!(entries(&scene, &scene.ilze).await.is_empty());
}

#[tokio::test]
async fn the_link_comes_with_a_place_and_the_end_of_the_event_ends_its_sessions() {
    let scene = scene().await;
    let mut body = session("Grupa", "10:00", 30);
    body["online_url"] = json!("https://meet.saiets.test/group");
    let id = scene.add(body).await;
    scene.release("First").await;
    scene.ilze.post(&format!("/sessions/{id}/marks"), json!({})).await.expect(200);
    assert!(!entries(&scene, &scene.ilze).await[0].contains("meet.saiets.test"));
    scene.ilze.post("/events/forum-2027/registrations", json!({"mode": "online"})).await.expect(201);
    let entry = entries(&scene, &scene.ilze).await.remove(0);
    assert!(entry.contains("CONFERENCE") && entry.contains("https://meet.saiets.test/group"));
    let organiser = scene.place.acting("o@example.org", Some((scene.host, Role::Organiser))).await;
    scene.place.at("2027-02-01T09:00:00Z");
    organiser.post("/events/forum-2027/status", json!({"to": "cancelled"})).await.expect(200);
    let ended = entries(&scene, &scene.ilze).await.remove(0);
    assert_eq!((line(&ended, "STATUS:"), line(&ended, "SEQUENCE:"), line(&ended, "DTSTAMP:")), ("CANCELLED", "1", "20270201T090000Z"));
    assert!(!ended.contains("meet.saiets.test"));
}

#[tokio::test]
async fn marks_go_with_who_may_see_the_event() {
    let scene = scene().await;
    let id = scene.add(session("Grupa", "10:00", 30)).await;
    scene.release("First").await;
    scene.ilze.post(&format!("/sessions/{id}/marks"), json!({})).await.expect(200);
    scene.place.anyone().post(&format!("/sessions/{id}/marks"), json!({})).await.expect(401);
    scene.place.anyone().delete(&format!("/sessions/{id}/marks")).await.expect(401);
    scene.ilze.post("/sessions/4711/marks", json!({})).await.expect(404);
    assert_eq!(entries(&scene, &scene.ilze).await.len(), 1);
    let organiser = scene.place.acting("o@example.org", Some((scene.host, Role::Organiser))).await;
    organiser.patch("/events/forum-2027", json!({"visibility": "invited"})).await.expect(200);
    assert!(entries(&scene, &scene.ilze).await.is_empty());
}

#[tokio::test]
async fn marks_and_speeches_are_taken_away_and_forgotten() {
    let scene = scene().await;
    let mut body = session("Grupa", "10:00", 30);
    body["speakers"] = json!(["ilze@example.org", "Anna Ozola"]);
    let id = scene.add(body).await;
    scene.release("First").await;
    scene.ilze.post(&format!("/sessions/{id}/marks"), json!({})).await.expect(200);
    let archive = scene.ilze.get("/me/export").await.expect(200).body;
    for name in ["marks.json", "speaking.json"] {
        let mut zip = zip::ZipArchive::new(Cursor::new(archive.clone())).unwrap();
        let mut text = String::new();
        zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        assert!(text.contains("forum-2027") && text.contains("Grupa"), "{name}: {text}");
    }
    scene.ilze.delete("/me").await.expect(204);
    let agenda = scene.agenda(&scene.place.anyone(), "").await;
    assert_eq!(agenda["items"][0]["speakers"], json!(["Anna Ozola"]), "the release names them no more");
    assert_eq!(scene.organiser.get(&format!("/sessions/{id}")).await.json()["given_speakers"], json!(["Anna Ozola"]));
}
