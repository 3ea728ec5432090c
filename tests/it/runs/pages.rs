//! What people see of an event held twice.

use super::{EVENING, living_in, person_of, register, seats, story, twice};
use crate::agenda::session;
use crate::support::Place;
use backend::service::people;
use domain::host::Role;
use sea_orm::Set;
use serde_json::json;

#[tokio::test]
async fn a_reader_is_told_which_time_is_easier_and_chooses() {
    let place = Place::new().await;
    twice(&place).await;
    let maija = living_in(&place, "maija@example.org", "America/New_York").await;
    let page = maija.page("/en/events/forum-2027").await.expect(200).text();
    assert!(page.contains("In New York the second time is easier for you: 14:00, not 03:00."), "{page}");
    let ilze = living_in(&place, "ilze@example.org", "Europe/Brussels").await;
    let page = ilze.page("/lv/events/forum-2027").await.expect(200).text();
    assert!(page.contains("Briselē ērtāka ir pirmā reize: 09:00, nevis 20:00"), "{page}");
    let form = maija.page("/en/events/forum-2027/register").await.expect(200).text();
    assert!(form.contains("value=\"online_again\"") && form.contains("21:00–05:00"), "{form}");
    maija.submit("/en/events/forum-2027/register", &[("do", "register"), ("mode", "online_again"), ("named", "no")]).await.expect(303);
    let page = maija.page("/en/events/forum-2027").await.expect(200).text();
    assert!(page.contains("You have a place online, at the second time."));
    let mine = maija.page("/en/me").await.expect(200).text();
    assert!(mine.contains("21:00"), "where one is expected, at the time one is");
    register(&ilze, "online", 1).await;
    maija.submit("/en/events/forum-2027/register", &[("do", "change"), ("mode", "online")]).await.expect(303);
    let page = maija.page("/en/events/forum-2027").await.expect(200).text();
    assert!(page.contains("number 1 of 1 in line") && page.contains("You keep the place at the other time until then."), "{page}");
    assert_eq!(seats(&maija).await, (json!([1, 1]), json!([1, 0])));
    maija.submit("/en/events/forum-2027/register", &[("do", "change"), ("mode", "online_again")]).await.expect(303);
    assert_eq!(seats(&maija).await, (json!([1, 0]), json!([1, 0])));
}

#[tokio::test]
async fn the_agenda_has_the_times_of_ones_own_run() {
    let place = Place::new().await;
    let organiser = twice(&place).await;
    let mut talk = session("Veselība", "10:30", 45);
    talk["room"] = json!("Zaļā zāle");
    let id = organiser.post("/events/forum-2027/sessions", talk).await.expect(201).json()["id"].as_i64().unwrap();
    organiser.post("/events/forum-2027/agenda/releases", json!({"name": "Pirmā"})).await.expect(201);
    let maija = living_in(&place, "maija@example.org", "Europe/Riga").await;
    register(&maija, "online", 2).await;
    maija.post(&format!("/sessions/{id}/marks"), json!({})).await.expect(200);

    let own = maija.page("/en/events/forum-2027/agenda").await.expect(200).text();
    assert!(own.contains("21:30") && !own.contains("10:30") && !own.contains("Zaļā zāle"), "{own}");
    let other = maija.page("/en/events/forum-2027/agenda?run=1").await.expect(200).text();
    assert!(other.contains("10:30") && !other.contains("21:30") && other.contains("Zaļā zāle"), "{other}");
    let anyone = place.anyone().page("/lv/events/forum-2027/agenda").await.expect(200).text();
    assert!(anyone.contains("10:30") && anyone.contains("Otrā reize"), "{anyone}");
    let called = maija.get("/events/forum-2027/agenda").await.expect(200).text();
    assert!(called.contains("2027-08-18T10:30"), "callers have the first run's");

    let row = person_of(&place, "maija@example.org").await;
    let feed = people::calendar_url(&place.site, &row);
    let feed = place.anyone().page(feed.strip_prefix("http://saiets.test").unwrap()).await.expect(200).text().replace("\r\n ", "");
    let entry = feed.split("BEGIN:VEVENT").find(|entry| entry.contains("Veselība")).unwrap();
    assert!(entry.contains("DTSTART;TZID=Europe/Riga:20270818T213000") && !entry.contains("Zaļā zāle"), "{entry}");
    assert!(!entry.contains(&format!("UID:session-{id}-forum-2027@saiets.test")), "an entry of its own: {entry}");

    let form = organiser.page("/en/organise/events/forum-2027/agenda").await.expect(200).text();
    assert!(form.contains("10:30"), "who prepares it sees it as it is written");
}

#[tokio::test]
async fn an_event_held_once_speaks_of_one_time() {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    place.event(host, "forum-2027", |_| {}).await;
    let ilze = living_in(&place, "ilze@example.org", "America/New_York").await;
    for path in ["/en/events/forum-2027", "/en/events/forum-2027/register", "/en/me"] {
        let page = ilze.page(path).await.expect(200).text();
        assert!(!page.contains("second time") && !page.contains("online_again"), "{path}");
    }
}

#[tokio::test]
async fn an_organiser_adds_moves_and_withdraws_it_and_sees_whom_that_reaches() {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    place.event(host, "forum-2027", |row| row.online_capacity = Set(Some(5))).await;
    let organiser = place.acting("org@example.org", Some((host, Role::Organiser))).await;
    let path = "/en/organise/events/forum-2027/runs";
    assert!(organiser.page("/en/organise/events/forum-2027").await.expect(200).text().contains("Add a second time"));
    let refused = organiser.submit(path, &[("starts_local", "2027-08-18T11:00")]).await.expect(422).text();
    assert!(refused.contains("The two runs would overlap") && refused.contains("2027-08-18T11:00"));
    organiser.submit(path, &[("starts_local", EVENING), ("online.capacity", "1")]).await.expect(303);
    let page = organiser.page("/en/organise/events/forum-2027").await.expect(200).text();
    assert!(page.contains("Change the second time") && page.contains("21:00–05:00") && page.contains("0 of 1"), "{page}");
    let ilze = place.acting("ilze@example.org", None).await;
    register(&ilze, "online", 2).await;
    let list = organiser.page("/en/organise/events/forum-2027/registrations").await.expect(200).text();
    assert!(list.contains("Online, second time"));
    let asked = organiser.submit(path, &[("starts_local", "2027-08-18T22:00"), ("online.capacity", "1")]).await.expect(200).text();
    assert!(asked.contains("22:00–06:00") && asked.contains("Something has changed"), "{asked}");
    assert_eq!(story(&place, "ilze@example.org").await.len(), 1, "nothing has left yet");
    organiser.submit(path, &[("starts_local", "2027-08-18T22:00"), ("online.capacity", "1"), ("do", "send")]).await.expect(303);
    assert_eq!(story(&place, "ilze@example.org").await.last().unwrap(), "REQUEST 2 1 ACCEPTED");
    let asked = organiser.submit(path, &[("what", "withdraw")]).await.expect(200).text();
    assert!(asked.contains("The second time is not held") && asked.contains("name=\"what\""), "{asked}");
    organiser.submit(path, &[("what", "withdraw"), ("do", "send")]).await.expect(303);
    assert_eq!(seats(&ilze).await, (json!([1, 0]), json!([null, null])));
    assert_eq!(story(&place, "ilze@example.org").await.last().unwrap(), "REQUEST 1 3 ACCEPTED");
}
