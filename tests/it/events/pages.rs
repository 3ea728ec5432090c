//! The organisers' pages of an event.

use super::briefing;
use crate::support::Place;
use domain::host::Role;
use serde_json::json;

const FORM: [(&str, &str); 14] = [
    ("title.lv", "Pārrunas par amatiem"),
    ("title.en", ""),
    ("slug", "briefing"),
    ("kind", "briefing"),
    ("starts_local", "2027-03-09T18:30"),
    ("ends_local", "2027-03-09T20:00"),
    ("zone", "America/New_York"),
    ("in_person", "yes"),
    ("attendance.in_person.capacity", "30"),
    ("venue.name.en", "Embassy of Latvia"),
    ("venue.city", "Washington"),
    ("venue.country", "us"),
    ("visibility", "members"),
    ("online_url", ""),
];

fn but(name: &'static str, value: &'static str) -> Vec<(&'static str, &'static str)> {
    FORM.iter().copied().filter(|(field, _)| *field != name).chain([(name, value)]).collect()
}

#[tokio::test]
async fn an_event_is_made_and_changed_with_forms() {
    let place = Place::new().await;
    let host = place.host("embassy").await;
    let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
    for (lang, word) in [("lv", "Izveidot pasākumu"), ("en", "Make an event")] {
        let form = organiser.page(&format!("/{lang}/organise/hosts/embassy/events/new")).await.expect(200).text();
        assert!(form.contains(word), "{form}");
    }
    let sent = organiser.submit("/en/organise/hosts/embassy/events/new", &FORM).await.expect(303);
    assert_eq!(sent.header("location"), Some("/en/organise/events/briefing"));
    let made = organiser.get("/events/briefing").await.expect(200).json();
    assert_eq!((made["duration_minutes"].as_i64(), made["venue"]["country"].as_str()), (Some(90), Some("US")));
    assert_eq!(made["attendance"], json!({"in_person": {"capacity": 30}, "online": null}));
    let edit = organiser.page("/lv/organise/events/briefing/edit").await.expect(200).text();
    assert!(edit.contains("2027-03-09T20:00") && edit.contains("Pārrunas par amatiem"), "{edit}");
    organiser.submit("/lv/organise/events/briefing/edit", &but("attendance.in_person.capacity", "")).await.expect(303);
    assert_eq!(organiser.get("/events/briefing").await.json()["attendance"]["in_person"], json!({"capacity": null}));
}

#[tokio::test]
async fn a_form_that_is_refused_keeps_what_was_typed() {
    let place = Place::new().await;
    let host = place.host("embassy").await;
    let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
    let path = "/en/organise/hosts/embassy/events/new";
    let wrong = [
        ("ends_local", "2027-03-09T18:00", "The end comes before the beginning"),
        ("starts_local", "2027-03-14T02:30", "The clocks skip this time"),
        ("zone", "Nowhere", "Choose a time zone"),
        ("attendance.in_person.capacity", "many", "Write a whole number"),
        ("in_person", "", "Offer the room, online, or both"),
        ("online_url", "ftp://example.org", "beginning with https"),
        ("venue.country", "Latvia", "two letters"),
    ];
    for (field, value, sentence) in wrong {
        let page = organiser.submit(path, &but(field, value)).await.expect(422).text();
        assert!(page.contains(sentence) && page.contains("Pārrunas par amatiem"), "{field}: {page}");
    }
    organiser.post("/events", briefing()).await.expect(201);
    let page = organiser.submit(path, &FORM).await.expect(422).text();
    assert!(page.contains("This address is taken") && page.contains("Pārrunas par amatiem"), "{page}");
    let damaged = organiser.submit_raw(path, b"title.lv=%FF&slug=x&title.en=Kept".to_vec()).await.expect(422).text();
    assert!(damaged.contains("Kept"), "{damaged}");
}

#[tokio::test]
async fn before_a_status_changes_it_is_said_who_is_mailed() {
    let place = Place::new().await;
    let host = place.host("embassy").await;
    let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
    place.event(host, "forum-2027", |_| {}).await;
    let person = place.acting("person@example.org", None).await;
    person.post("/events/forum-2027/registrations", json!({"mode": "online"})).await.expect(201);
    let asked = organiser.page("/en/organise/events/forum-2027/status/cancelled").await.expect(200).text();
    assert!(asked.contains("One person gets a letter with the entry at once"), "{asked}");
    let path = "/lv/organise/events/forum-2027/status/cancelled";
    organiser.submit(path, &[("reason.lv", "Vēstnieks ir ceļā"), ("reason.en", "")]).await.expect(303);
    let shown = organiser.page("/lv/organise/events/forum-2027").await.expect(200).text();
    assert!(shown.contains("Vēstnieks ir ceļā") && shown.contains("Atcelts"), "{shown}");
    organiser.page(path).await.expect(409);
    organiser.page("/lv/organise/events/forum-2027/edit").await.expect(409);
}

#[tokio::test]
async fn the_pages_are_for_the_host_only() {
    let place = Place::new().await;
    let (host, other) = (place.host("embassy").await, place.host("ministry").await);
    place.event(host, "forum-2027", |_| {}).await;
    let foreign = place.acting("foreign@example.org", Some((other, Role::Coordinator))).await;
    let viewer = place.acting("viewer@example.org", Some((host, Role::Viewer))).await;
    let paths =
        ["/en/organise/events/forum-2027/edit", "/en/organise/events/forum-2027/status/confirmed", "/en/organise/hosts/embassy/events/new"];
    for path in paths {
        foreign.page(path).await.expect(403);
        viewer.page(path).await.expect(403);
        place.anyone().page(path).await.expect(303);
        foreign.submit(path, &[]).await.expect(403);
    }
    foreign.page("/en/organise/events/forum-2027").await.expect(403);
    viewer.page("/en/organise/events/forum-2027").await.expect(200);
    place.anyone().page("/en/organise").await.expect(303);
    place.acting("person@example.org", None).await.page("/en/organise").await.expect(403);
    let seen = foreign.page("/en/organise").await.expect(200).text();
    assert!(!seen.contains("forum-2027"), "{seen}");
}
