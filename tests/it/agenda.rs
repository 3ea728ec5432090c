//! The agenda: sessions, what is released of them, who sees what, and what people mark.

mod board;
mod compared;
mod draft;
mod feed;
mod more;
mod pages;
mod places;
mod refused;
mod told;
mod warned;

use crate::support::{Answer, Client, Place};
use domain::event::{Status, Visibility};
use domain::host::Role;
use sea_orm::Set;
use serde_json::{Value, json};

/// A forum of a host, with one client of each role there, one of another host, a participant and a visitor.
pub struct Scene {
    pub place: Place,
    pub host: i64,
    pub organiser: Client,
    pub ilze: Client,
}

pub async fn scene() -> Scene {
    let place = Place::new().await;
    let host = place.host("chancellery").await;
    place.event(host, "forum-2027", |_| {}).await;
    let organiser = place.acting("organiser@example.org", Some((host, Role::Assistant))).await;
    let ilze = place.acting("ilze@example.org", None).await;
    Scene { place, host, organiser, ilze }
}

/// A session of 18 August 2027.
pub fn session(title: &str, time: &str, minutes: i64) -> Value {
    json!({"title": {"lv": title}, "starts_local": format!("2027-08-18T{time}"), "duration_minutes": minutes, "part": "main"})
}

impl Scene {
    pub async fn add(&self, body: Value) -> i64 {
        self.organiser.post("/events/forum-2027/sessions", body).await.expect(201).json()["id"].as_i64().unwrap()
    }

    pub async fn release(&self, name: &str) -> Value {
        self.organiser.post("/events/forum-2027/agenda/releases", json!({"name": {"en": name}})).await.expect(201).json()
    }

    /// Publishes by the page, as it is looked at.
    pub async fn publish(&self, fields: &[(&str, &str)]) -> Answer {
        let bench = "/en/organise/events/forum-2027/agenda";
        let page = self.organiser.page(bench).await.expect(200).text();
        let seen = page.split_once("name=\"seen\" value=\"").and_then(|(_, rest)| rest.split('"').next()).unwrap_or_default();
        self.organiser.submit(bench, &[fields, &[("seen", seen)]].concat()).await
    }

    pub async fn agenda(&self, client: &Client, query: &str) -> Value {
        client.get(&format!("/events/forum-2027/agenda{query}")).await.expect(200).json()
    }
}

fn ids(list: &Value) -> Vec<i64> {
    list.as_array().unwrap().iter().map(|one| one["id"].as_i64().unwrap()).collect()
}

fn kinds(changes: &Value) -> Vec<(String, i64)> {
    let one = |one: &Value| (one["kind"].as_str().unwrap().to_owned(), one["session"].as_i64().unwrap());
    changes.as_array().unwrap().iter().map(one).collect()
}

#[tokio::test]
async fn a_session_is_what_was_said_and_the_instants_are_computed() {
    let scene = scene().await;
    scene.place.person("anna@example.org").await;
    let mut body = session("Atklāšana", "10:00", 30);
    body["room"] = json!({"lv": "Lielā zāle", "en": "Great Hall"});
    body["speakers"] = json!(["anna@example.org", "Valsts  kanceleja ", "", "Valsts kanceleja"]);
    body["online_url"] = json!("https://meet.saiets.test/hall");
    let made = scene.organiser.post("/events/forum-2027/sessions", body).await.expect(201).json();
    assert_eq!((made["starts_at"].as_str(), made["ends_at"].as_str()), (Some("2027-08-18T07:00:00Z"), Some("2027-08-18T07:30:00Z")));
    assert_eq!(made["room"], json!({"lv": "Lielā zāle", "en": "Great Hall"}));
    assert_eq!(made["speakers"], json!(["anna", "Valsts kanceleja"]), "people by name only, nobody twice");
    assert_eq!(made["given_speakers"], json!(["anna@example.org", "Valsts kanceleja"]));
    let path = format!("/sessions/{}", made["id"]);
    let change = json!({"room": "Hall 2", "duration_minutes": 45, "online_url": null});
    let changed = scene.organiser.patch(&path, change).await.expect(200).json();
    assert_eq!((&changed["room"], &changed["ends_at"]), (&json!("Hall 2"), &json!("2027-08-18T07:45:00Z")));
    assert_eq!((&changed["online"], &changed["speakers"], &changed["version"]), (&json!(false), &made["speakers"], &json!(2)));
    assert_eq!(scene.organiser.get(&path).await.expect(200).json(), changed);
    scene.organiser.delete(&path).await.expect(204);
    scene.organiser.get(&path).await.expect(404);
    scene.organiser.patch(&path, json!({"room": null})).await.expect(404);
}

#[tokio::test]
async fn nobody_but_the_host_sees_what_is_not_released() {
    let scene = scene().await;
    let other = scene.place.host("embassy").await;
    let foreign = scene.place.acting("foreign@example.org", Some((other, Role::Coordinator))).await;
    let viewer = scene.place.acting("viewer@example.org", Some((scene.host, Role::Viewer))).await;
    let anyone = scene.place.anyone();
    let id = scene.add(session("Klusā", "10:00", 30)).await;
    let path = format!("/sessions/{id}");
    for client in [&scene.ilze, &foreign, &anyone] {
        client.get(&path).await.expect(404);
        let agenda = scene.agenda(client, "").await;
        assert_eq!((&agenda["release"], &agenda["items"], agenda.get("working")), (&Value::Null, &json!([]), None));
        assert!(!client.page("/lv/events/forum-2027/agenda").await.expect(200).text().contains("Klusā"));
        client.get("/events/forum-2027/agenda?release=1").await.expect(404);
    }
    assert_eq!(ids(&scene.agenda(&viewer, "").await["working"]["items"]), [id]);
    viewer.get(&path).await.expect(200);
    scene.release("First").await;
    // What is changed after the release is not seen either.
    scene.organiser.patch(&path, json!({"title": {"lv": "Skaļā"}, "starts_local": "2027-08-18T11:00"})).await.expect(200);
    let second = scene.add(session("Otrā", "12:00", 30)).await;
    for client in [&scene.ilze, &foreign, &anyone] {
        let shown = client.get(&path).await.expect(200).json();
        assert_eq!((&shown["title"], &shown["starts_local"]), (&json!({"lv": "Klusā"}), &json!("2027-08-18T10:00")));
        assert_eq!(ids(&scene.agenda(client, "").await["items"]), [id]);
        client.get(&format!("/sessions/{second}")).await.expect(404);
        let page = client.page("/lv/events/forum-2027/agenda").await.expect(200).text();
        assert!(page.contains("Klusā") && !page.contains("Skaļā") && !page.contains("Otrā"));
    }
    scene.organiser.delete(&path).await.expect(204);
    anyone.get(&path).await.expect(200);
    scene.release("Second").await;
    anyone.get(&path).await.expect(404);
    anyone.get(&format!("/sessions/{second}")).await.expect(200);
}

#[tokio::test]
async fn every_role_may_what_it_may_and_foreign_hosts_nothing() {
    let scene = scene().await;
    let other = scene.place.host("embassy").await;
    let id = scene.add(session("Pirmā", "10:00", 30)).await;
    scene.release("First").await;
    let path = format!("/sessions/{id}");
    let roles = [Role::Viewer, Role::Assistant, Role::Organiser, Role::Coordinator];
    let mut asking = vec![(scene.place.anyone(), 401, 401), (scene.ilze.clone(), 403, 403)];
    for (i, role) in roles.into_iter().enumerate() {
        let own = scene.place.acting(&format!("own{i}@example.org"), Some((scene.host, role))).await;
        let foreign = scene.place.acting(&format!("foreign{i}@example.org"), Some((other, role))).await;
        let writes = if role == Role::Viewer { 403 } else { 200 };
        asking.extend([(own, 200, writes), (foreign, 403, 403)]);
    }
    for (client, reads, writes) in asking {
        let made = |status: u16, made: u16| if status == 200 { made } else { status };
        client.get("/events/forum-2027/agenda/warnings").await.expect(reads);
        client.page("/en/organise/events/forum-2027/agenda").await.expect(if reads == 401 { 303 } else { reads });
        client.page("/en/organise/events/forum-2027/agenda/new").await.expect(if writes == 401 { 303 } else { writes });
        let added = client.post("/events/forum-2027/sessions", session("Cita", "12:00", 30)).await.expect(made(writes, 201));
        client.patch(&path, json!({"title": {"lv": "Citādi"}})).await.expect(writes);
        client.post("/events/forum-2027/agenda/releases", json!({"name": "Next"})).await.expect(made(writes, 201));
        if writes == 200 {
            client.delete(&format!("/sessions/{}", added.json()["id"])).await.expect(204);
        } else {
            client.delete(&path).await.expect(writes);
        }
    }
}

#[tokio::test]
async fn a_release_says_what_changed_and_old_ones_can_be_read() {
    let scene = scene().await;
    let (one, two, three) = (
        scene.add(session("Viens", "10:00", 30)).await,
        scene.add(session("Divi", "11:00", 30)).await,
        scene.add(session("Trīs", "12:00", 30)).await,
    );
    let first = scene.release("Draft for comments").await;
    assert_eq!(first["number"], 1);
    let added = |id| ("added".to_owned(), id);
    assert_eq!(kinds(&first["changes"]), [added(one), added(two), added(three)]);
    scene.organiser.patch(&format!("/sessions/{one}"), json!({"starts_local": "2027-08-18T15:00"})).await.expect(200);
    scene.organiser.patch(&format!("/sessions/{two}"), json!({"title": {"lv": "Divi!"}})).await.expect(200);
    scene.organiser.delete(&format!("/sessions/{three}")).await.expect(204);
    let four = scene.add(session("Četri", "16:00", 30)).await;
    let expected = [("changed".to_owned(), two), ("cancelled".to_owned(), three), ("moved".to_owned(), one), ("added".to_owned(), four)];
    assert_eq!(kinds(&scene.agenda(&scene.organiser, "").await["working"]["changes"]), expected, "before it is published");
    scene.place.at("2027-02-01T09:00:00Z");
    let second = scene.release("Final").await;
    assert_eq!((&second["number"], kinds(&second["changes"])), (&json!(2), expected.to_vec()));
    let newest = scene.agenda(&scene.ilze, "").await;
    assert_eq!(newest["release"], json!({"number": 2, "name": {"en": "Final"}, "released_at": "2027-02-01T09:00:00Z"}));
    assert_eq!((ids(&newest["items"]), kinds(&newest["changes"])), (vec![two, one, four], expected.to_vec()));
    let old = scene.agenda(&scene.ilze, "?release=1").await;
    assert_eq!((ids(&old["items"]), &old["release"]["number"]), (vec![one, two, three], &json!(1)));
    assert_eq!(scene.agenda(&scene.ilze, "?release=2").await, newest);
    for unknown in ["3", "0", "-1"] {
        scene.ilze.get(&format!("/events/forum-2027/agenda?release={unknown}")).await.expect(404);
    }
    assert_eq!(scene.ilze.get("/events/forum-2027/agenda?release=x").await.expect(422).code(), "invalid_number");
    assert_eq!(kinds(&scene.release("Again").await["changes"]), []);
}

#[tokio::test]
async fn warnings_name_what_is_likely_wrong() {
    let scene = scene().await;
    let with = |mut body: Value, room: &str, speaker: &str| {
        body["room"] = json!(room);
        body["speakers"] = json!([speaker]);
        body
    };
    scene.place.person("anna@example.org").await;
    let one = scene.add(with(session("Viens", "10:00", 60), "Zāle", "anna@example.org")).await;
    let two = scene.add(with(session("Divi", "10:30", 60), "zale", "anna@example.org")).await;
    let three = scene.add(session("Trīs", "12:30", 30)).await;
    let four = scene.add(session("Četri", "17:45", 30)).await;
    let found = scene.organiser.get("/events/forum-2027/agenda/warnings").await.expect(200).json();
    let plain: Vec<_> = found.as_array().unwrap().iter().map(|one| (one["code"].as_str().unwrap(), one["sessions"].clone())).collect();
    assert_eq!(
        plain,
        [
            ("speaker_twice", json!([one, two])),
            ("room_twice", json!([one, two])),
            ("gap", json!([two, three])),
            ("gap", json!([three, four])),
            ("outside_event", json!([four])),
        ]
    );
    assert_eq!(found[0]["message"], "anna is in two places at 10:30–11:00: “Viens” and “Divi”.");
    scene.release("With mistakes").await;
}

#[tokio::test]
async fn a_topic_on_the_agenda_is_scheduled_and_off_it_shortlisted_again() {
    let scene = scene().await;
    let organiser = scene.place.acting("o@example.org", Some((scene.host, Role::Organiser))).await;
    let mut topics = Vec::new();
    for title in ["Kosmoss", "Kultūra", "Transports"] {
        let body = json!({"title": {"lv": title}, "minutes": 30});
        topics.push(scene.ilze.post("/events/forum-2027/topics", body).await.expect(201).json()["id"].as_i64().unwrap());
    }
    let status = async |topic: usize| {
        let list = scene.ilze.get("/events/forum-2027/topics").await.expect(200).json();
        list["items"][topic]["status"].as_str().unwrap().to_owned()
    };
    organiser.post(&format!("/topics/{}/status", topics[2]), json!({"to": "declined", "reason": "Citur."})).await.expect(200);
    let mut body = session("Kosmoss", "10:00", 30);
    body["topic"] = json!(topics[0]);
    let placed = scene.add(body.clone()).await;
    body["topic"] = json!(topics[1]);
    let answered = scene.add(body.clone()).await;
    body["topic"] = json!(topics[2]);
    assert_eq!(scene.organiser.post("/events/forum-2027/sessions", body).await.expect(422).code(), "unknown_topic");
    organiser.post(&format!("/topics/{}/status", topics[1]), json!({"to": "answered", "reason": "Vēstulē."})).await.expect(200);
    assert_eq!(status(0).await, "proposed", "not before it is published");
    scene.organiser.patch(&format!("/sessions/{answered}"), json!({"duration_minutes": 20})).await.expect(200);
    scene.release("First").await;
    assert_eq!((status(0).await.as_str(), status(1).await.as_str()), ("scheduled", "answered"));
    scene.organiser.delete(&format!("/sessions/{placed}")).await.expect(204);
    scene.release("Second").await;
    assert_eq!(status(0).await, "shortlisted");
}

#[tokio::test]
async fn the_link_of_a_session_is_for_those_with_a_place() {
    let scene = scene().await;
    let mut body = session("Darba grupa", "10:00", 30);
    body["online_url"] = json!("https://meet.saiets.test/group");
    let id = scene.add(body).await;
    scene.release("First").await;
    let seen = async |client: &Client| {
        let call = client.get(&format!("/sessions/{id}")).await.expect(200).text();
        let agenda = client.get("/events/forum-2027/agenda").await.expect(200).text();
        let page = client.page("/lv/events/forum-2027/agenda").await.expect(200).text();
        let all = [call, agenda, page].map(|text| text.contains("meet.saiets.test/group"));
        assert!(all.iter().all(|one| *one == all[0]), "{all:?}");
        all[0]
    };
    let anyone = scene.place.anyone();
    assert!(!seen(&anyone).await && !seen(&scene.ilze).await && seen(&scene.organiser).await);
    assert!(anyone.get(&format!("/sessions/{id}")).await.json()["online"].as_bool().unwrap());
    scene.ilze.post("/events/forum-2027/registrations", json!({"mode": "online"})).await.expect(201);
    assert!(seen(&scene.ilze).await);
    let organiser = scene.place.acting("o@example.org", Some((scene.host, Role::Organiser))).await;
    organiser.patch("/events/forum-2027", json!({"online_public": true})).await.expect(200);
    assert!(seen(&anyone).await);
}

#[tokio::test]
async fn addresses_of_speakers_reach_nobody_outside() {
    let scene = scene().await;
    let mut body = session("Atklāšana", "10:00", 30);
    body["speakers"] = json!(["nobody-yet@example.org", "anna@example.org"]);
    scene.place.person("anna@example.org").await;
    let id = scene.add(body).await;
    scene.release("First").await;
    for client in [&scene.ilze, &scene.place.anyone()] {
        for path in [format!("/sessions/{id}"), "/events/forum-2027/agenda".to_owned()] {
            let text = client.get(&path).await.expect(200).text();
            assert!(text.contains("anna") && !text.contains('@'), "{text}");
        }
        for path in ["/lv/events/forum-2027/agenda", "/en/events/forum-2027"] {
            assert!(!client.page(path).await.expect(200).text().contains("@example.org"));
        }
    }
}

#[tokio::test]
async fn agendas_of_closed_events_are_nobodys_business_and_over_is_over() {
    let scene = scene().await;
    scene.place.event(scene.host, "closed", |row| row.visibility = Set(Visibility::Invited.into())).await;
    scene.place.event(scene.host, "draft", |row| row.status = Set(Status::Draft.into())).await;
    scene.place.event(scene.host, "past", |row| row.status = Set(Status::Held.into())).await;
    for slug in ["closed", "draft"] {
        let made = scene.organiser.post(&format!("/events/{slug}/sessions"), session("Slepena", "10:00", 30)).await.expect(201).json();
        scene.organiser.post(&format!("/events/{slug}/agenda/releases"), json!({"name": "First"})).await.expect(201);
        for (client, changing) in [(&scene.ilze, 404), (&scene.place.anyone(), 401)] {
            client.get(&format!("/events/{slug}/agenda")).await.expect(404);
            client.get(&format!("/events/{slug}/agenda/warnings")).await.expect(404);
            client.get(&format!("/sessions/{}", made["id"])).await.expect(404);
            client.page(&format!("/lv/events/{slug}/agenda")).await.expect(404);
            client.post(&format!("/sessions/{}/marks", made["id"]), json!({})).await.expect(changing);
        }
    }
    assert_eq!(scene.organiser.post("/events/past/sessions", session("Vēla", "10:00", 30)).await.expect(409).code(), "status");
    assert_eq!(scene.organiser.post("/events/past/agenda/releases", json!({"name": "Late"})).await.expect(409).code(), "status");
}
