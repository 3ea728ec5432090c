//! Registering, changing, giving up: over the API and on the pages.

mod named;
mod pages;

use crate::support::{Client, Place};
use backend::entity::{person, registration_needs};
use backend::service::registration;
use domain::event::{Status, Visibility};
use domain::host::Role;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};
use serde_json::{Value, json};

const PATH: &str = "/events/forum/registrations";

async fn ask(client: &Client, mode: &str) -> Value {
    client.post(PATH, json!({"mode": mode})).await.expect(201).json()
}

async fn own(client: &Client) -> Value {
    client.get(PATH).await.expect(200).json()["items"][0].clone()
}

/// An event with one seat in the room and online without limit, and its host.
async fn one_seat(place: &Place) -> i64 {
    let host = place.host("mfa").await;
    place.event(host, "forum", |event| event.in_person_capacity = Set(Some(1))).await;
    host
}

#[tokio::test]
async fn first_come_first_served_and_the_line_closes_up() {
    let place = Place::new().await;
    one_seat(&place).await;
    let (anna, berta, zane) = (place.acting("a@x.lv", None).await, place.acting("b@x.lv", None).await, place.acting("z@x.lv", None).await);
    let first = ask(&anna, "in_person").await;
    assert_eq!((first["status"].as_str(), first.get("position")), (Some("confirmed"), None));
    let second = ask(&berta, "in_person").await;
    assert_eq!((second["status"].as_str(), second["position"].as_u64()), (Some("waitlisted"), Some(1)));
    assert_eq!(ask(&zane, "in_person").await["position"], 2);
    assert_eq!(berta.post(PATH, json!({"mode": "online"})).await.expect(409).code(), "already_registered");

    anna.delete(&format!("/registrations/{}", first["id"])).await.expect(204);
    assert_eq!(own(&berta).await["status"], "confirmed");
    assert_eq!(own(&zane).await["position"], 1);
    assert_eq!(anna.get(PATH).await.expect(200).json()["items"], json!([]));
    anna.delete(&format!("/registrations/{}", first["id"])).await.expect(404);
    let back = ask(&anna, "in_person").await;
    assert_eq!((&back["id"], &back["position"]), (&first["id"], &json!(2)), "who comes back goes to the end");
}

#[tokio::test]
async fn a_change_of_mode_keeps_the_place_until_there_is_another() {
    let place = Place::new().await;
    one_seat(&place).await;
    let (anna, berta) = (place.acting("a@x.lv", None).await, place.acting("b@x.lv", None).await);
    let (first, second) = (ask(&anna, "in_person").await, ask(&berta, "online").await);
    let path = format!("/registrations/{}", second["id"]);
    let waits = berta.patch(&path, json!({"mode": "in_person"})).await.expect(200).json();
    assert_eq!((&waits["mode"], &waits["status"]), (&json!("online"), &json!("confirmed")));
    assert_eq!(waits["waiting"], json!({"mode": "in_person", "position": 1}));
    let seats = place.anyone().get("/events/forum/seats").await.expect(200).json();
    assert_eq!(seats["in_person"], json!({"capacity": 1, "confirmed": 1, "waitlisted": 1}));
    assert_eq!(seats["online"], json!({"capacity": null, "confirmed": 1, "waitlisted": 0}));

    let stays = berta.patch(&path, json!({"mode": "online"})).await.expect(200).json();
    assert_eq!(stays.get("waiting"), None, "asking for the own mode ends the waiting");
    berta.patch(&path, json!({"mode": "in_person"})).await.expect(200);
    let moved = anna.patch(&format!("/registrations/{}", first["id"]), json!({"mode": "online"})).await.expect(200).json();
    assert_eq!(moved["mode"], "online");
    let has = own(&berta).await;
    assert_eq!((&has["mode"], &has["status"], has.get("waiting")), (&json!("in_person"), &json!("confirmed"), None));
}

#[tokio::test]
async fn the_room_if_possible_and_online_until_then() {
    let place = Place::new().await;
    one_seat(&place).await;
    let (anna, berta) = (place.acting("a@x.lv", None).await, place.acting("b@x.lv", None).await);
    assert_eq!(ask(&anna, "both").await["mode"], "in_person", "where there is room nobody waits");
    let both = ask(&berta, "both").await;
    assert_eq!((&both["mode"], &both["status"]), (&json!("online"), &json!("confirmed")));
    assert_eq!(both["waiting"], json!({"mode": "in_person", "position": 1}));
}

#[tokio::test]
async fn an_organiser_registers_others_by_address() {
    let place = Place::new().await;
    let host = one_seat(&place).await;
    let assistant = place.acting("assistant@x.lv", Some((host, Role::Assistant))).await;
    let made = assistant.post(PATH, json!({"mode": "online", "email": " New@X.lv "})).await.expect(201).json();
    let found = person::Entity::find().filter(person::Column::Email.eq("new@x.lv")).one(place.site.db.read()).await.unwrap().unwrap();
    assert_eq!((found.name.as_str(), found.first_signed_in_at), ("", None));
    let listed = assistant.get(PATH).await.expect(200).json();
    assert_eq!(listed["items"][0]["email"], "new@x.lv");
    assert_eq!(assistant.post(PATH, json!({"mode": "online", "email": "new@x.lv"})).await.expect(409).code(), "already_registered");

    let anna = place.acting("a@x.lv", None).await;
    anna.post(PATH, json!({"mode": "online", "email": "other@x.lv"})).await.expect(403);
    anna.post(PATH, json!({"mode": "online", "email": "A@x.lv"})).await.expect(201);
    let viewer = place.acting("viewer@x.lv", Some((host, Role::Viewer))).await;
    viewer.post(PATH, json!({"mode": "online", "email": "other@x.lv"})).await.expect(403);
    assistant.delete(&format!("/registrations/{}", made["id"])).await.expect(204);
}

#[tokio::test]
async fn everybody_sees_and_changes_what_is_theirs_to() {
    let place = Place::new().await;
    let host = one_seat(&place).await;
    let elsewhere = place.host("embassy").await;
    let anna = place.acting("a@x.lv", None).await;
    let made = anna.post(PATH, json!({"mode": "online", "needs": "hearing loop"})).await.expect(201).json();
    let path = format!("/registrations/{}", made["id"]);
    assert_eq!(made.get("needs"), None);

    place.anyone().get(PATH).await.expect(401);
    place.anyone().post(PATH, json!({"mode": "online"})).await.expect(401);
    place.anyone().delete(&path).await.expect(401);
    for (email, role, seen, needs, change) in [
        ("viewer@x.lv", Some((host, Role::Viewer)), 1, false, 403),
        ("assistant@x.lv", Some((host, Role::Assistant)), 1, true, 200),
        ("coordinator@x.lv", Some((host, Role::Coordinator)), 1, true, 200),
        ("foreign@x.lv", Some((elsewhere, Role::Coordinator)), 0, false, 404),
        ("other@x.lv", None, 0, false, 404),
        ("admin@x.lv", None, 1, false, 200),
    ] {
        let client = place.acting(email, role).await;
        let items = client.get(PATH).await.expect(200).json()["items"].as_array().unwrap().clone();
        assert_eq!(items.len(), seen, "{email}");
        assert_eq!(items.iter().any(|item| item.get("needs").is_some()), needs, "{email} and needs");
        client.patch(&path, json!({"mode": "online"})).await.expect(change);
        if change != 200 {
            client.delete(&path).await.expect(change);
        }
        client.patch("/registrations/999999", json!({"mode": "online"})).await.expect(404);
    }
    assert_eq!(own(&anna).await["needs"], "hearing loop", "the person sees the own needs");
}

#[tokio::test]
async fn registration_is_open_when_the_event_says_so() {
    let at = |text: &str| Some(text.parse::<jiff::Timestamp>().unwrap().as_millisecond());
    let place = Place::new().await;
    let host = place.host("mfa").await;
    let anna = place.acting("a@x.lv", None).await;
    place.event(host, "draft", |event| event.status = Set(Status::Draft.into())).await;
    place.event(host, "tentative", |event| event.status = Set(Status::Tentative.into())).await;
    place.event(host, "cancelled", |event| event.status = Set(Status::Cancelled.into())).await;
    place.event(host, "held", |event| event.status = Set(Status::Held.into())).await;
    place.event(host, "invited", |event| event.visibility = Set(Visibility::Invited.into())).await;
    place.event(host, "early", |event| event.registration_opens_at = Set(at("2027-02-01T08:00:00Z"))).await;
    place.event(host, "late", |event| event.registration_closes_at = Set(at("2027-01-20T08:00:00Z"))).await;
    for (slug, status, code) in [
        ("draft", 404, "not_found"),
        ("invited", 404, "not_found"),
        ("nowhere", 404, "not_found"),
        ("tentative", 409, "not_open"),
        ("cancelled", 409, "status"),
        ("held", 409, "status"),
        ("early", 409, "not_open"),
        ("late", 409, "closed"),
    ] {
        let refused = anna.post(&format!("/events/{slug}/registrations"), json!({"mode": "online"})).await.expect(status);
        assert_eq!(refused.code(), code, "{slug}");
    }
    place.at("2027-02-01T08:00:00Z");
    let made = anna.post("/events/early/registrations", json!({"mode": "online"})).await.expect(201).json();
    place.at("2027-08-18T15:00:00Z");
    let path = format!("/registrations/{}", made["id"]);
    assert_eq!(anna.delete(&path).await.expect(409).code(), "closed");
    assert_eq!(anna.patch(&path, json!({"mode": "in_person"})).await.expect(409).code(), "closed");
}

#[tokio::test]
async fn what_is_wrong_is_said_at_its_field() {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    place.event(host, "forum", |event| event.online_offered = Set(false)).await;
    let organiser = place.acting("o@x.lv", Some((host, Role::Organiser))).await;
    let long = "ā".repeat(2_001);
    for (body, field, code) in [
        (json!({}), "mode", "required"),
        (json!({"mode": ""}), "mode", "required"),
        (json!({"mode": "teleport"}), "mode", "unknown_value"),
        (json!({"mode": 7}), "mode", "invalid_type"),
        (json!({"mode": "online"}), "mode", "mode_not_offered"),
        (json!({"mode": "both"}), "mode", "mode_not_offered"),
        (json!({"mode": "in_person", "email": "nobody"}), "email", "invalid_email"),
        (json!({"mode": "in_person", "email": "a@x.lv\r\nBcc: b@x.lv"}), "email", "invalid_email"),
        (json!({"mode": "in_person", "needs": long}), "needs", "too_long"),
        (json!({"mode": "in_person", "needs": "nuts\u{0}"}), "needs", "control_characters"),
        (json!({"mode": "in_person", "needs": "turned \u{202e}around"}), "needs", "control_characters"),
    ] {
        let refused = organiser.post(PATH, body.clone()).await.expect(422).json();
        assert_eq!((&refused["errors"][0]["field"], &refused["errors"][0]["code"]), (&json!(field), &json!(code)), "{body}");
    }
    let both = organiser.post(PATH, json!({"mode": "teleport", "email": "nobody"})).await.expect(422).json();
    assert_eq!(both["errors"].as_array().unwrap().len(), 2, "all at once");
    assert_eq!(organiser.get(PATH).await.expect(200).json()["items"], json!([]), "and nothing is half-written");
    let made = organiser.post(PATH, json!({"mode": "in_person", "needs": "شوكولاتة 🥜"})).await.expect(201).json();
    let path = format!("/registrations/{}", made["id"]);
    assert_eq!(organiser.patch(&path, json!({"mode": "online"})).await.expect(422).code(), "mode_not_offered");
    assert_eq!(organiser.patch(&path, json!({"mode": "up"})).await.expect(422).code(), "unknown_value");
    assert_eq!(organiser.patch("/registrations/x", json!({"mode": "online"})).await.expect(404).code(), "not_found");
}

#[tokio::test]
async fn needs_are_sealed_and_do_not_outlive_their_purpose() {
    let place = Place::new().await;
    one_seat(&place).await;
    let (anna, berta) = (place.acting("a@x.lv", None).await, place.acting("b@x.lv", None).await);
    anna.post(PATH, json!({"mode": "online", "needs": "hearing loop"})).await.expect(201);
    let made = berta.post(PATH, json!({"mode": "online", "needs": "no nuts"})).await.expect(201).json();
    let kept = || async { registration_needs::Entity::find().all(place.site.db.read()).await.unwrap() };
    assert!(kept().await.iter().all(|row| !row.sealed.contains("loop") && !row.sealed.contains("nuts")));
    berta.delete(&format!("/registrations/{}", made["id"])).await.expect(204);
    assert_eq!(kept().await.len(), 1, "nobody prepares for who does not come");
    place.at("2027-09-17T14:59:59Z");
    assert_eq!(registration::erase_needs(&place.site).await.unwrap(), 0);
    place.at("2027-09-17T15:00:00Z");
    assert_eq!(registration::erase_needs(&place.site).await.unwrap(), 1, "30 days after the end");
    assert!(kept().await.is_empty());
}

#[tokio::test]
async fn more_capacity_lets_people_in_and_who_is_erased_makes_room() {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    let event = place.event(host, "forum", |event| event.in_person_capacity = Set(Some(1))).await;
    let mut people = Vec::new();
    for name in ["a", "b", "c", "d"] {
        let id = place.person(&format!("{name}@x.lv")).await;
        people.push((id, place.client(id).await));
        ask(&people.last().unwrap().1, "in_person").await;
    }
    let tx = place.site.db.begin_write().await.unwrap();
    let mut larger = event.into_active_model();
    larger.in_person_capacity = Set(Some(2));
    let larger = larger.update(&tx).await.unwrap();
    registration::promote(&tx, &place.site, &larger).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(own(&people[1].1).await["status"], "confirmed");
    assert_eq!(own(&people[2].1).await["position"], 1);

    let tx = place.site.db.begin_write().await.unwrap();
    assert_eq!(registration::leave_everything(&tx, &place.site, people[0].0).await.unwrap(), [larger.id]);
    tx.commit().await.unwrap();
    assert_eq!(own(&people[2].1).await["status"], "confirmed");
    assert_eq!(own(&people[3].1).await["position"], 1);
}

#[tokio::test]
async fn long_lists_come_in_parts() {
    let place = Place::new().await;
    let host = one_seat(&place).await;
    let viewer = place.acting("viewer@x.lv", Some((host, Role::Viewer))).await;
    for name in ["a", "b", "c"] {
        ask(&place.acting(&format!("{name}@x.lv"), None).await, "in_person").await;
    }
    let first = viewer.get(&format!("{PATH}?limit=2")).await.expect(200).json();
    let rest = viewer.get(&format!("{PATH}?limit=2&cursor={}", first["next"].as_str().unwrap())).await.expect(200).json();
    assert_eq!((first["items"].as_array().unwrap().len(), rest["items"].as_array().unwrap().len()), (2, 1));
    assert_eq!((&rest["items"][0]["position"], &rest["next"]), (&json!(2), &Value::Null));
    let waiting = viewer.get(&format!("{PATH}?status=waitlisted")).await.expect(200).json();
    assert_eq!(waiting["items"].as_array().unwrap().len(), 2);
    viewer.get(&format!("{PATH}?status=asleep")).await.expect(422);
    viewer.get(&format!("{PATH}?limit=201")).await.expect(422);
}

#[tokio::test]
async fn an_idempotency_key_registers_once() {
    let place = Place::new().await;
    one_seat(&place).await;
    let anna = place.acting("a@x.lv", None).await;
    let key = [("idempotency-key", "once")];
    let first = anna.call_with(axum::http::Method::POST, PATH, Some(json!({"mode": "online"})), &key).await.expect(201).json();
    let again = anna.call_with(axum::http::Method::POST, PATH, Some(json!({"mode": "online"})), &key).await.expect(201).json();
    assert_eq!(first, again);
}
