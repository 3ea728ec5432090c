//! What waits appears, leads to where it is done, and is gone when it is.

use super::{DESK, Scene, has, lacks, scene, scene_with};
use domain::event::Status;
use domain::host::Role;
use domain::invitation::Delivery;
use sea_orm::Set;
use serde_json::json;

const CALM: &str = "Nothing waits for you.";

/// What the desk says while something waits, and what is there once it is done.
async fn waits(scene: &Scene, words: &[&str]) {
    let desk = scene.desk().await;
    has(&desk, words);
    lacks(&desk, &[CALM]);
}

async fn is_calm(scene: &Scene) {
    has(&scene.desk().await, &[CALM]);
}

#[tokio::test]
async fn a_date_to_be_announced_waits_until_it_is() {
    let scene = scene_with(|event| event.status = Set(Status::Draft.into())).await;
    is_calm(&scene).await;
    let series = json!({
        "slug": "forum", "host": "mfa", "title": {"lv": "Forums", "en": "Forum"}, "kind": "forum", "rule": "FREQ=YEARLY;BYMONTH=8;BYDAY=3WE",
        "first": "2022-08-17", "zone": "Europe/Riga", "local_time": "10:00", "duration_minutes": 480, "notice_days": {"ideal": 365, "minimum": 199},
    });
    scene.organiser.post("/series", series).await.expect(201);
    waits(&scene, &["Forum, 18 August 2027 is not announced", "/en/organise/series/forum/editions?date=2027-08-18"]).await;
    // The line, in words: the aim was missed, the last day is six days away.
    has(&scene.desk().await, &["Notice: Forum", "missed", "in 6 days", "Today, 205 days to go"]);
    scene.organiser.post("/series/forum/editions", json!({"year": 2027, "slug": "forum-of-2027"})).await.expect(201);
    waits(&scene, &["is not announced", "/en/organise/events/forum-of-2027/status/announced"]).await;
    scene.organiser.post("/events/forum-of-2027/status", json!({"to": "announced"})).await.expect(200);
    is_calm(&scene).await;
    let desk = scene.desk().await;
    has(&desk, &["Announced", "205 days ahead", "kept"]);
    scene.place.at("2027-02-03T09:00:00Z");
    // Announced in time stays so, however late it is.
    has(&scene.desk().await, &["205 days ahead", "kept"]);
}

#[tokio::test]
async fn letters_that_did_not_arrive_are_named_until_they_do() {
    let scene = scene().await;
    scene.invite(&["ilze@example.org", "janis@example.org"]).await;
    scene.place.mails().await;
    is_calm(&scene).await;
    scene.delivered("ilze@example.org", Delivery::Bounced).await;
    let list = "/en/organise/events/forum-2027/invitations?only=undelivered";
    waits(&scene, &["One letter was not delivered", list]).await;
    let lost = scene.organiser.page(list).await.expect(200).text();
    has(&lost, &["ilze@example.org", "came back"]);
    lacks(&lost, &["janis@example.org"]);
    scene.delivered("ilze@example.org", Delivery::Sent).await;
    is_calm(&scene).await;
    has(&scene.organiser.page(list).await.expect(200).text(), &["Every letter has arrived"]);
}

#[tokio::test]
async fn what_was_reported_waits_for_a_decision_and_a_silent_author_for_two_weeks() {
    let scene = scene().await;
    let ilze = scene.place.acting("ilze@example.org", None).await;
    let mut ids = Vec::new();
    for title in ["Veselība", "Drošība"] {
        let made = ilze.post("/events/forum-2027/topics", json!({"title": {"lv": title}, "minutes": 30})).await.expect(201).json();
        ids.push(made["id"].as_i64().unwrap());
    }
    scene.organiser.submit("/en/events/forum-2027/topics/1/report", &[("reason", "confidential")]).await.expect(303);
    waits(&scene, &["One topic or comment was reported", "/en/organise/events/forum-2027/moderation"]).await;
    let decide = format!("/en/organise/events/forum-2027/moderation/topic/{}", ids[0]);
    scene.organiser.submit(&decide, &[("decision", "keep")]).await.expect(303);
    is_calm(&scene).await;
    scene.organiser.post(&format!("/topics/{}/merge", ids[1]), json!({"into": ids[0]})).await.expect(200);
    scene.place.at("2027-02-07T09:00:00Z");
    is_calm(&scene).await;
    scene.place.at("2027-02-08T09:00:00Z");
    waits(&scene, &["an author does not answer", "asked 14 days ago", "/en/events/forum-2027/topics/2"]).await;
    ilze.post(&format!("/topics/{}/merge/accept", ids[1]), json!({})).await.expect(200);
    is_calm(&scene).await;
}

#[tokio::test]
async fn a_vote_waits_before_its_close_and_until_it_is_put_to_use() {
    let scene = scene().await;
    scene.join("ilze@example.org", "online").await;
    let topic = json!({"title": {"lv": "Veselība"}, "minutes": 30});
    scene.organiser.post("/events/forum-2027/topics", topic).await.expect(201);
    let round = json!({"title": {"en": "What do we take?"}, "method": "approval", "opens_at": "2027-01-25T08:00:00Z", "closes_at": "2027-02-01T08:00:00Z", "secret": true});
    let id = scene.organiser.post("/events/forum-2027/rounds", round).await.expect(201).json()["id"].as_i64().unwrap();
    is_calm(&scene).await;
    scene.place.at("2027-01-29T09:00:00Z");
    waits(&scene, &["What do we take?” closes soon", "1 February 2027", "/en/events/forum-2027/rounds/1"]).await;
    scene.place.at("2027-02-01T09:00:00Z");
    waits(&scene, &["What do we take?” is over", "not put to use"]).await;
    scene.organiser.post(&format!("/rounds/{id}/apply"), json!({})).await.expect(200);
    is_calm(&scene).await;
}

#[tokio::test]
async fn an_agenda_waits_while_it_differs_from_what_is_published() {
    let scene = scene().await;
    let session = json!({"title": {"lv": "Atklāšana"}, "starts_local": "2027-08-18T10:00", "duration_minutes": 30, "part": "main"});
    let id = scene.organiser.post("/events/forum-2027/sessions", session).await.expect(201).json()["id"].as_i64().unwrap();
    is_calm(&scene).await;
    scene.organiser.post("/events/forum-2027/agenda/releases", json!({"name": {"en": "First"}})).await.expect(201);
    is_calm(&scene).await;
    let path = format!("/sessions/{id}");
    scene.organiser.patch(&path, json!({"duration_minutes": 45})).await.expect(200);
    waits(&scene, &["the agenda has changed", "One session differs", "/en/organise/events/forum-2027/agenda"]).await;
    scene.organiser.patch(&path, json!({"duration_minutes": 30})).await.expect(200);
    is_calm(&scene).await;
    scene.organiser.delete(&path).await;
    waits(&scene, &["One session differs"]).await;
    scene.organiser.post("/events/forum-2027/agenda/releases", json!({"name": {"en": "Second"}})).await.expect(201);
    is_calm(&scene).await;
}

#[tokio::test]
async fn a_line_beside_free_places_waits_and_a_full_house_does_not() {
    let scene = scene_with(|event| (event.in_person_capacity, event.online_capacity) = (Set(Some(1)), Set(Some(2)))).await;
    scene.join("ilze@example.org", "in_person").await;
    is_calm(&scene).await;
    scene.join("janis@example.org", "in_person").await;
    waits(&scene, &["people wait while there is room elsewhere", "One person waits for the room. Online 2 places are free."]).await;
    has(&scene.desk().await, &["/en/organise/events/forum-2027/registrations"]);
    scene.join("anna@example.org", "online").await;
    scene.join("berta@example.org", "online").await;
    is_calm(&scene).await;
}

#[tokio::test]
async fn an_event_wants_to_be_firm_before_it_and_said_to_be_held_after_it() {
    let at = |instant: &str| Set(instant.parse::<jiff::Timestamp>().unwrap().as_millisecond());
    let scene = scene_with(|event| (event.starts_at, event.ends_at) = (at("2027-02-20T07:00:00Z"), at("2027-02-20T15:00:00Z"))).await;
    waits(&scene, &["is not firm yet", "It begins in 25 days", "/en/organise/events/forum-2027/status/confirmed"]).await;
    scene.status("confirmed").await;
    is_calm(&scene).await;
    scene.place.at("2027-02-20T16:00:00Z");
    waits(&scene, &["is over", "/en/organise/events/forum-2027/status/held"]).await;
    scene.status("held").await;
    is_calm(&scene).await;
}

#[tokio::test]
async fn each_sees_what_they_may_do_and_other_hosts_nothing() {
    let scene = scene_with(|event| event.in_person_capacity = Set(Some(1))).await;
    scene.invite(&["bounced@example.org"]).await;
    scene.delivered("bounced@example.org", Delivery::Failed).await;
    scene.join("ilze@example.org", "in_person").await;
    scene.join("janis@example.org", "in_person").await;
    let (letters, line) = ("One letter was not delivered", "people wait while there is room elsewhere");
    has(&scene.desk().await, &[letters, line, "/events/new", "Ask more"]);
    let assistant =
        scene.place.acting("assistant@example.org", Some((scene.host, Role::Assistant))).await.page(DESK).await.expect(200).text();
    has(&assistant, &[line]);
    lacks(&assistant, &[letters, "/events/new", "Ask more"]);
    let viewer = scene.place.acting("viewer@example.org", Some((scene.host, Role::Viewer))).await;
    for path in [DESK, "/en/organise"] {
        let page = viewer.page(path).await.expect(200).text();
        has(&page, &["Host mfa", "not delivered", "Professionals’ forum 2027"]);
        lacks(&page, &[letters, line, "Needs you", "class=\"button", "<form"]);
    }
    let other = scene.place.host("embassy").await;
    let foreign = scene.place.acting("foreign@example.org", Some((other, Role::Coordinator))).await;
    foreign.page(DESK).await.expect(403);
    lacks(&foreign.page("/en/organise").await.expect(200).text(), &["forum-2027", letters, line]);
    scene.place.anyone().page(DESK).await.expect(303);
    scene.place.acting("person@example.org", None).await.page(DESK).await.expect(403);
    scene.organiser.page("/en/organise/hosts/nowhere").await.expect(404);
    scene.place.acting("admin@example.org", None).await.page(DESK).await.expect(200);
}
