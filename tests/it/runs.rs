//! An event held twice: places, entries and mails of both its runs.

use crate::support::{Client, Mail, Place, property};
use backend::entity::person;
use backend::service::people;
use domain::email::Email;
use domain::event::Status;
use domain::host::Role;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use serde_json::{Value, json};

mod added;
mod pages;
mod sessions;

/// 10:00–18:00 in Riga, and from 21:00: 03:00 and 14:00 in New York.
const EVENING: &str = "2027-08-18T21:00";

/// An announced event with one place online in each run, and its organiser.
async fn twice(place: &Place) -> Client {
    let host = place.host("mfa").await;
    place.event(host, "forum-2027", |row| row.online_capacity = Set(Some(1))).await;
    let organiser = place.acting("org@example.org", Some((host, Role::Organiser))).await;
    second(&organiser, EVENING, Some(1)).await;
    organiser
}

async fn second(organiser: &Client, starts: &str, capacity: Option<u32>) -> Value {
    let body = json!({"starts_local": starts, "online": {"capacity": capacity}});
    organiser.put("/events/forum-2027/runs/2", body).await.expect(200).json()
}

async fn living_in(place: &Place, email: &str, zone: &str) -> Client {
    let client = place.acting(email, None).await;
    let row = person_of(place, email).await;
    let mut row = row.into_active_model();
    row.zone = Set(zone.to_owned());
    row.update(place.site.db.writer()).await.unwrap();
    client
}

async fn person_of(place: &Place, email: &str) -> person::Model {
    people::by_email(place.site.db.read(), &Email::parse(email).unwrap()).await.unwrap().unwrap()
}

async fn register(client: &Client, mode: &str, run: u8) -> Value {
    client.post("/events/forum-2027/registrations", json!({"mode": mode, "run": run})).await.expect(201).json()
}

async fn seats(client: &Client) -> (Value, Value) {
    let seats = client.get("/events/forum-2027/seats").await.expect(200).json();
    let figures = |of: &Value| json!([of["confirmed"], of["waitlisted"]]);
    (figures(&seats["online"]), figures(&seats["runs"][0]["online"]))
}

/// METHOD, run, SEQUENCE and PARTSTAT of a mail's entry.
fn said(mail: &Mail) -> String {
    let calendar = mail.calendar();
    let method = calendar.lines().find_map(|line| line.strip_prefix("METHOD:")).unwrap().to_owned();
    let run = if mail.property("UID").unwrap() == "forum-2027@saiets.test" { 1 } else { 2 };
    let attendee = mail.property("ATTENDEE").unwrap();
    let partstat = attendee.split("PARTSTAT=").nth(1).and_then(|rest| rest.split([';', ':']).next()).unwrap_or_default().to_owned();
    format!("{method} {run} {} {partstat}", mail.property("SEQUENCE").unwrap())
}

async fn story(place: &Place, email: &str) -> Vec<String> {
    place.mails_to(email).await.iter().map(said).collect()
}

/// The runs whose entries a person's calendar holds after all mails.
async fn live(place: &Place, email: &str) -> Vec<String> {
    let mut live: Vec<(String, String)> = Vec::new();
    let mut stamps: Vec<String> = Vec::new();
    for mail in place.mails_to(email).await {
        let uid = mail.property("UID").unwrap();
        live.retain(|(known, _)| *known != uid);
        if mail.calendar().contains("METHOD:REQUEST") {
            live.push((uid, mail.property("DTSTART").unwrap()));
        }
        assert!(live.len() <= 1, "never two entries of one event: {live:?}");
        stamps.push(mail.property("DTSTAMP").unwrap());
    }
    assert!(stamps.is_sorted_by(|a, b| a < b), "{stamps:?}");
    live.into_iter().map(|(_, starts)| starts).collect()
}

#[tokio::test]
async fn an_event_with_one_run_says_nothing_of_runs() {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    place.event(host, "forum-2027", |_| {}).await;
    let ilze = place.acting("ilze@example.org", None).await;
    let event = ilze.get("/events/forum-2027").await.expect(200).json();
    assert!(event.get("runs").is_none());
    let registration = ilze.post("/events/forum-2027/registrations", json!({"mode": "online"})).await.expect(201).json();
    assert!(registration.get("run").is_none() && registration.get("waiting").is_none());
    assert!(ilze.get("/events/forum-2027/seats").await.expect(200).json().get("runs").is_none());
    let again = json!({"mode": "online", "run": 2});
    let janis = place.acting("janis@example.org", None).await;
    assert_eq!(janis.post("/events/forum-2027/registrations", again).await.expect(422).json()["errors"][0]["code"], "mode_not_offered");
}

#[tokio::test]
async fn the_second_run_has_a_time_an_entry_and_places_of_its_own() {
    let place = Place::new().await;
    let organiser = twice(&place).await;
    let event = organiser.get("/events/forum-2027").await.expect(200).json();
    assert_eq!(
        (&event["starts_at"], &event["uid"], &event["sequence"]),
        (&json!("2027-08-18T07:00:00Z"), &json!("forum-2027@saiets.test"), &json!(0))
    );
    let run = &event["runs"][0];
    assert_eq!(run["starts_local"], EVENING);
    assert_eq!((&run["starts_at"], &run["ends_at"]), (&json!("2027-08-18T18:00:00Z"), &json!("2027-08-19T02:00:00Z")));
    assert_eq!((&run["number"], &run["sequence"], &run["online"]), (&json!(2), &json!(0), &json!({"capacity": 1})));
    assert_ne!(run["uid"], event["uid"]);
    let uid = run["uid"].clone();
    assert_eq!(second(&organiser, EVENING, Some(1)).await["runs"][0], *run, "the same again changes nothing");
    let moved = second(&organiser, "2027-08-18T22:00", Some(1)).await;
    assert_eq!((&moved["runs"][0]["uid"], &moved["runs"][0]["sequence"], &moved["sequence"]), (&uid, &json!(1), &json!(0)));
    let zone = organiser.patch("/events/forum-2027", json!({"zone": "Europe/Brussels"})).await.expect(200).json();
    assert_eq!(zone["runs"][0]["starts_at"], "2027-08-18T20:00:00Z", "both keep what the clocks show");
}

#[tokio::test]
async fn what_cannot_be_a_second_run_is_refused_at_its_field() {
    let place = Place::new().await;
    let organiser = twice(&place).await;
    for (starts, code) in [
        ("2027-08-18T17:59", "runs_overlap"),
        ("2027-08-18T02:30", "runs_overlap"),
        ("2027-08-25T10:01", "runs_too_far_apart"),
        ("tomorrow", "invalid_local_time"),
    ] {
        let refused = organiser.put("/events/forum-2027/runs/2", json!({"starts_local": starts})).await.expect(422).json();
        assert_eq!((&refused["errors"][0]["field"], &refused["errors"][0]["code"]), (&json!("starts_local"), &json!(code)), "{starts}");
    }
    let refused = organiser.patch("/events/forum-2027", json!({"starts_local": "2027-08-18T14:00"})).await.expect(422).json();
    assert_eq!(refused["errors"][0]["code"], "runs_overlap", "nor may the first be moved into it");
    organiser.put("/events/forum-2027/runs/3", json!({"starts_local": EVENING})).await.expect(404);
    organiser.delete("/events/forum-2027/runs/1").await.expect(404);
    let ilze = place.acting("ilze@example.org", None).await;
    register(&ilze, "online", 2).await;
    let refused = organiser.put("/events/forum-2027/runs/2", json!({"starts_local": EVENING, "online": {"capacity": 0}})).await;
    assert_eq!(refused.expect(422).json()["errors"][0]["code"], "capacity_below_confirmed");
    let room = json!({"mode": "in_person", "run": 2});
    let janis = place.acting("janis@example.org", None).await;
    assert_eq!(janis.post("/events/forum-2027/registrations", room).await.expect(422).json()["errors"][0]["code"], "mode_not_offered");
}

#[tokio::test]
async fn changing_runs_is_like_changing_modes() {
    let place = Place::new().await;
    twice(&place).await;
    let ilze = place.acting("ilze@example.org", None).await;
    let janis = place.acting("janis@example.org", None).await;
    let anna = place.acting("anna@example.org", None).await;
    let first = register(&ilze, "online", 1).await;
    let other = register(&janis, "online", 2).await;
    let line = register(&anna, "online", 1).await;
    assert_eq!((&line["status"], &line["position"], &other["run"]), (&json!("waitlisted"), &json!(1), &json!(2)));
    let id = first["id"].as_i64().unwrap();
    let asked = ilze.patch(&format!("/registrations/{id}"), json!({"run": 2})).await.expect(200).json();
    assert_eq!(
        (&asked["mode"], &asked["status"], asked.get("run")),
        (&json!("online"), &json!("confirmed"), None),
        "the old place is kept"
    );
    assert_eq!(asked["waiting"], json!({"mode": "online", "run": 2, "position": 1}));
    assert_eq!(seats(&ilze).await, (json!([1, 1]), json!([1, 1])));
    janis.delete(&format!("/registrations/{}", other["id"])).await.expect(204);
    let listed = ilze.get("/events/forum-2027/registrations").await.expect(200).json();
    assert_eq!((&listed["items"][0]["run"], &listed["items"][0]["status"]), (&json!(2), &json!("confirmed")));
    assert!(listed["items"][0].get("waiting").is_none());
    assert_eq!(seats(&ilze).await, (json!([1, 0]), json!([1, 0])), "and the next in line of the first run moves up");
    assert_eq!(story(&place, "ilze@example.org").await, ["REQUEST 1 0 ACCEPTED", "CANCEL 1 0 ACCEPTED", "REQUEST 2 1 ACCEPTED"]);
    assert_eq!(story(&place, "anna@example.org").await, ["REQUEST 1 0 TENTATIVE", "REQUEST 1 0 ACCEPTED"]);
    assert_eq!(live(&place, "ilze@example.org").await, ["TZID=Europe/Riga:20270818T210000"]);
}

#[tokio::test]
async fn there_and_back_again_leaves_one_entry() {
    let place = Place::new().await;
    let organiser = twice(&place).await;
    second(&organiser, EVENING, None).await;
    let ilze = place.acting("ilze@example.org", None).await;
    let id = register(&ilze, "online", 1).await["id"].as_i64().unwrap();
    for run in [2, 1, 2] {
        ilze.patch(&format!("/registrations/{id}"), json!({"run": run})).await.expect(200);
    }
    assert_eq!(
        story(&place, "ilze@example.org").await,
        [
            "REQUEST 1 0 ACCEPTED",
            "CANCEL 1 0 ACCEPTED",
            "REQUEST 2 1 ACCEPTED",
            "CANCEL 2 1 ACCEPTED",
            "REQUEST 1 2 ACCEPTED",
            "CANCEL 1 2 ACCEPTED",
            "REQUEST 2 3 ACCEPTED"
        ]
    );
    assert_eq!(live(&place, "ilze@example.org").await.len(), 1);
    ilze.patch(&format!("/registrations/{id}"), json!({"mode": "in_person"})).await.expect(200);
    assert_eq!(live(&place, "ilze@example.org").await, ["TZID=Europe/Riga:20270818T100000"], "the room is in the first run");
    ilze.delete(&format!("/registrations/{id}")).await.expect(204);
    assert!(live(&place, "ilze@example.org").await.is_empty());
}

#[tokio::test]
async fn moving_a_run_is_told_to_who_is_in_it() {
    let place = Place::new().await;
    let organiser = twice(&place).await;
    let (ilze, janis) = (place.acting("ilze@example.org", None).await, place.acting("janis@example.org", None).await);
    register(&ilze, "online", 1).await;
    register(&janis, "online", 2).await;
    second(&organiser, "2027-08-18T22:00", Some(1)).await;
    assert_eq!(story(&place, "ilze@example.org").await.len(), 1);
    assert_eq!(story(&place, "janis@example.org").await.last().unwrap(), "REQUEST 2 1 ACCEPTED");
    organiser.patch("/events/forum-2027", json!({"starts_local": "2027-08-18T09:00"})).await.expect(200);
    assert_eq!(story(&place, "ilze@example.org").await.last().unwrap(), "REQUEST 1 1 ACCEPTED");
    assert_eq!(story(&place, "janis@example.org").await.len(), 2);
    organiser.post("/events/forum-2027/status", json!({"to": "confirmed"})).await.expect(200);
    organiser.post("/events/forum-2027/status", json!({"to": "cancelled"})).await.expect(200);
    assert_eq!(story(&place, "ilze@example.org").await[2..], ["REQUEST 1 2 ACCEPTED", "CANCEL 1 3 ACCEPTED"]);
    assert_eq!(story(&place, "janis@example.org").await[2..], ["REQUEST 2 2 ACCEPTED", "CANCEL 2 3 ACCEPTED"]);
}

#[tokio::test]
async fn who_is_in_a_run_that_is_withdrawn_goes_to_the_first_or_into_its_line() {
    let place = Place::new().await;
    let organiser = twice(&place).await;
    second(&organiser, EVENING, Some(2)).await;
    let mut people = Vec::new();
    for name in ["ilze", "janis", "anna"] {
        let client = place.acting(&format!("{name}@example.org"), None).await;
        register(&client, "online", 2).await;
        people.push(client);
    }
    let elsewhere = place.acting("elza@example.org", None).await;
    let id = register(&elsewhere, "in_person", 1).await["id"].as_i64().unwrap();
    elsewhere.patch(&format!("/registrations/{id}"), json!({"run": 2, "mode": "online"})).await.expect(200);
    let event = organiser.delete("/events/forum-2027/runs/2").await.expect(200).json();
    assert!(event.get("runs").is_none());
    organiser.delete("/events/forum-2027/runs/2").await.expect(404);
    let seats = organiser.get("/events/forum-2027/seats").await.expect(200).json();
    assert_eq!(
        seats,
        json!({"in_person": {"capacity": 20, "confirmed": 1, "waitlisted": 0}, "online": {"capacity": 1, "confirmed": 1, "waitlisted": 2}})
    );
    for (client, expected) in people.iter().zip([json!(null), json!(1), json!(2)]) {
        let mine = client.get("/events/forum-2027/registrations").await.expect(200).json();
        assert_eq!((mine["items"][0].get("run"), &mine["items"][0]["position"]), (None, &expected));
    }
    let kept = elsewhere.get("/events/forum-2027/registrations").await.expect(200).json();
    assert!(kept["items"][0].get("waiting").is_none() && kept["items"][0]["status"] == "confirmed");
    assert_eq!(story(&place, "ilze@example.org").await, ["REQUEST 2 0 ACCEPTED", "CANCEL 2 1 ACCEPTED", "REQUEST 1 2 ACCEPTED"]);
    assert_eq!(story(&place, "janis@example.org").await.last().unwrap(), "REQUEST 1 2 TENTATIVE");
    assert_eq!(live(&place, "anna@example.org").await, ["TZID=Europe/Riga:20270818T100000"]);
    assert_eq!(story(&place, "elza@example.org").await, ["REQUEST 1 0 ACCEPTED"]);
    let again = second(&organiser, EVENING, Some(2)).await;
    assert_eq!(again["runs"][0]["sequence"], 2, "a newer version of the entry that was called off");
}

#[tokio::test]
async fn a_run_with_people_in_it_stays_where_they_could_not_go_to_the_other() {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    place.event(host, "forum-2027", |row| row.online_offered = Set(false)).await;
    let organiser = place.acting("org@example.org", Some((host, Role::Organiser))).await;
    second(&organiser, EVENING, None).await;
    let ilze = place.acting("ilze@example.org", None).await;
    let id = register(&ilze, "online", 2).await["id"].clone();
    let link = &ilze.get("/events/forum-2027").await.expect(200).json()["online_url"];
    assert_eq!(link, "https://meet.saiets.test/forum", "who comes online is told where");
    assert!(ilze.page("/en/events/forum-2027").await.expect(200).text().contains("https://meet.saiets.test/forum"));
    assert_eq!(organiser.delete("/events/forum-2027/runs/2").await.expect(409).code(), "run_in_use");
    ilze.delete(&format!("/registrations/{id}")).await.expect(204);
    organiser.delete("/events/forum-2027/runs/2").await.expect(200);
}

#[tokio::test]
async fn who_is_invited_gets_the_run_that_is_better_for_them() {
    let place = Place::new().await;
    let organiser = twice(&place).await;
    let maija = living_in(&place, "maija@example.org", "America/New_York").await;
    living_in(&place, "ilze@example.org", "Europe/Brussels").await;
    let wanted = json!({"emails": ["maija@example.org", "ilze@example.org"]});
    assert_eq!(organiser.post("/events/forum-2027/invitations", wanted).await.expect(200).json()["invited"], 2);
    assert_eq!(story(&place, "maija@example.org").await, ["REQUEST 2 0 NEEDS-ACTION"]);
    assert_eq!(story(&place, "ilze@example.org").await, ["REQUEST 1 0 NEEDS-ACTION"]);
    register(&maija, "in_person", 1).await;
    assert_eq!(live(&place, "maija@example.org").await, ["TZID=Europe/Riga:20270818T100000"], "and who chooses otherwise, the other");
}

#[tokio::test]
async fn a_save_the_date_is_for_the_better_run_and_a_withdrawn_one_leaves_the_calendar() {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    place.event(host, "forum-2027", |row| row.status = Set(Status::Tentative.into())).await;
    let organiser = place.acting("org@example.org", Some((host, Role::Organiser))).await;
    living_in(&place, "maija@example.org", "America/New_York").await;
    organiser.post("/events/forum-2027/invitations", json!({"emails": ["maija@example.org"]})).await.expect(200);
    second(&organiser, EVENING, None).await;
    organiser.post("/events/forum-2027/status", json!({"to": "announced"})).await.expect(200);
    assert_eq!(live(&place, "maija@example.org").await, ["TZID=Europe/Riga:20270818T210000"]);
    organiser.delete("/events/forum-2027/runs/2").await.expect(200);
    assert_eq!(live(&place, "maija@example.org").await, ["TZID=Europe/Riga:20270818T100000"]);
}

#[tokio::test]
async fn feeds_have_both_runs_and_ones_own_calendar_has_ones_own() {
    let place = Place::new().await;
    let organiser = twice(&place).await;
    let ilze = place.acting("ilze@example.org", None).await;
    register(&ilze, "online", 2).await;
    let row = person_of(&place, "ilze@example.org").await;
    let own = people::calendar_url(&place.site, &row);
    let own = own.strip_prefix("http://saiets.test").unwrap();
    let feed = async |path: &str| place.anyone().page(path).await.expect(200).text().replace("\r\n ", "");
    for path in ["/calendar.ics", "/events/forum-2027.ics", "/hosts/mfa/calendar.ics"] {
        let text = feed(path).await;
        assert_eq!(text.matches("BEGIN:VEVENT").count(), 2, "{path}");
        assert!(text.contains("DTSTART;TZID=Europe/Riga:20270818T100000") && text.contains("DTSTART;TZID=Europe/Riga:20270818T210000"));
        assert_eq!(text, feed(path).await);
    }
    let text = feed(own).await;
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 1);
    assert_eq!(property(&text, "DTSTART").unwrap(), "TZID=Europe/Riga:20270818T210000");
    organiser.delete("/events/forum-2027/runs/2").await.expect(200);
    let text = feed("/calendar.ics").await;
    assert_eq!((text.matches("BEGIN:VEVENT").count(), text.matches("STATUS:CANCELLED").count()), (2, 1));
    let text = feed(own).await;
    assert_eq!(property(&text, "DTSTART").unwrap(), "TZID=Europe/Riga:20270818T100000");
    assert!(!text.contains("CANCELLED"));
}

#[tokio::test]
async fn the_last_place_of_each_run_is_given_once() {
    let place = Place::new().await;
    twice(&place).await;
    let mut people = Vec::new();
    for n in 0..12 {
        people.push(place.acting(&format!("p{n}@example.org"), None).await);
    }
    let asks = people.iter().enumerate().map(|(n, client)| async move { register(client, "online", if n % 2 == 0 { 1 } else { 2 }).await });
    let made = futures::future::join_all(asks).await;
    let confirmed =
        |run: Value| made.iter().filter(|one| one["status"] == "confirmed" && one.get("run").cloned().unwrap_or(json!(1)) == run).count();
    assert_eq!((confirmed(json!(1)), confirmed(json!(2))), (1, 1));
    assert_eq!(seats(&people[0]).await, (json!([1, 5]), json!([1, 5])));
    // Whoever has a place in one wants the other.
    let changes = people.iter().zip(&made).map(|(client, one)| async move {
        let to = if one.get("run").is_none() { 2 } else { 1 };
        client.patch(&format!("/registrations/{}", one["id"]), json!({"run": to})).await.expect(200);
    });
    futures::future::join_all(changes).await;
    let (first, again) = seats(&people[0]).await;
    assert_eq!((&first[0], &again[0]), (&json!(1), &json!(1)), "seats are exact whatever the order");
    let all = backend::entity::registration::Entity::find().all(place.site.db.read()).await.unwrap();
    assert_eq!(all.iter().filter(|row| row.status.0 == domain::registration::Status::Confirmed).count(), 2);
}
