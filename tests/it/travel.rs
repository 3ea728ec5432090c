//! By whose clocks people live: at home, on the way, and whose time stands first.

use crate::support::{Client, Place};
use axum::body::Body;
use axum::http::{Request, header};
use backend::service::jobs;
use domain::event::Mode;
use domain::host::Role;
use serde_json::{Value, json};

const FORUM: &str = "/en/events/forum-2027";

fn tokyo() -> Value {
    json!({"zone": "Asia/Tokyo", "from": "2027-08-10", "until": "2027-08-20"})
}

async fn scene() -> (Place, i64, Client) {
    let place = Place::new().await;
    let host = place.host("chancellery").await;
    place.event(host, "forum-2027", |_| {}).await;
    let ilze = place.acting("ilze@example.org", None).await;
    ilze.put("/people/ilze@example.org", json!({"name": "Ilze", "zone": "America/New_York", "language": "en"})).await.expect(200);
    (place, host, ilze)
}

/// A page as somebody sees it whose browser keeps these.
async fn page_with(client: &Client, path: &str, cookies: &str) -> String {
    let request = Request::get(path).header(header::COOKIE, cookies).body(Body::empty()).unwrap();
    client.send(request).await.expect(200).text()
}

fn before(page: &str, first: &str, then: &str) -> bool {
    let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words} is not in {page}"));
    at(first) < at(then)
}

#[tokio::test]
async fn on_days_away_the_clocks_there_are_ones_own() {
    let (place, host, ilze) = scene().await;
    place
        .event(host, "later", |e| {
            e.starts_at = sea_orm::Set("2027-09-01T07:00:00Z".parse::<jiff::Timestamp>().unwrap().as_millisecond());
            e.ends_at = sea_orm::Set("2027-09-01T15:00:00Z".parse::<jiff::Timestamp>().unwrap().as_millisecond());
        })
        .await;
    assert!(ilze.page(FORUM).await.expect(200).text().contains("03:00–11:00"));
    assert_eq!(ilze.put("/me/travel", tokyo()).await.expect(200).json(), tokyo());
    assert_eq!(ilze.get("/me").await.expect(200).json()["travel"], tokyo());
    let forum = ilze.page(FORUM).await.expect(200).text();
    assert!(forum.contains("16:00–00:00") && forum.contains("your time,") && before(&forum, "16:00–00:00", "03:00–11:00"), "{forum}");
    let later = ilze.page("/en/events/later").await.expect(200).text();
    assert!(later.contains("03:00–11:00") && later.contains("New York"), "{later}");
    let list = ilze.page("/en/events").await.expect(200).text();
    assert!(list.contains("16:00–00:00 Tokyo") && list.contains("03:00–11:00 New York"), "each by the day it is on: {list}");
    ilze.delete("/me/travel").await.expect(204);
    assert_eq!(ilze.get("/me").await.expect(200).json().get("travel"), None);
    assert!(ilze.page(FORUM).await.expect(200).text().contains("03:00–11:00"));
}

#[tokio::test]
async fn letters_and_the_planner_know_where_people_are() {
    let (place, host, ilze) = scene().await;
    ilze.put("/me/travel", tokyo()).await.expect(200);
    ilze.post("/events/forum-2027/registrations", json!({"mode": <&str>::from(Mode::Online)})).await.expect(201);
    jobs::run_due(&place.site).await.unwrap();
    let letter = place.mails_to("ilze@example.org").await.pop().unwrap().plain();
    assert!(letter.contains("16:00–00:00") && letter.contains("Tokyo"), "{letter}");
    let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
    let plan = organiser.page("/en/organise/events/forum-2027/plan").await.expect(303);
    let plan = plan.header("location").unwrap();
    assert!(plan.contains("Tokyo") && !plan.contains("New_York"), "{plan}");
}

#[tokio::test]
async fn where_somebody_was_is_not_kept() {
    let (place, _, ilze) = scene().await;
    ilze.put("/me/travel", tokyo()).await.expect(200);
    // It is the 21st in Tokyo, and still the 20th in Honolulu.
    place.at("2027-08-21T09:59:00Z");
    jobs::run_due(&place.site).await.unwrap();
    assert_eq!(ilze.get("/me").await.expect(200).json()["travel"], tokyo());
    place.at("2027-08-22T00:00:00Z");
    jobs::run_due(&place.site).await.unwrap();
    assert_eq!(ilze.get("/me").await.expect(200).json().get("travel"), None);
}

#[tokio::test]
async fn days_that_cannot_be_are_refused_at_their_field() {
    let (place, _, ilze) = scene().await;
    let wrong = [
        (json!({"zone": "", "from": "", "until": ""}), vec!["zone required", "from required", "until required"]),
        (
            json!({"zone": "Mars/Base", "from": "2027-02-30", "until": "soon"}),
            vec!["zone unknown_zone", "from invalid_date", "until invalid_date"],
        ),
        (json!({"zone": "Asia/Tokyo", "from": "2027-08-20", "until": "2027-08-10"}), vec!["until end_before_start"]),
        (json!({"zone": "Asia/Tokyo", "from": "2020-08-10", "until": "2020-08-20"}), vec!["until in_the_past"]),
        (json!({"zone": "Asia/Tokyo", "from": "2027-08-10", "until": "2028-08-11"}), vec!["until travel_too_long"]),
    ];
    for (sent, expected) in wrong {
        let problem = ilze.put("/me/travel", sent).await.expect(422).json();
        let found = problem["errors"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| format!("{} {}", one["field"].as_str().unwrap(), one["code"].as_str().unwrap()));
        assert_eq!(found.collect::<Vec<_>>(), expected);
    }
    let typed = [("form", "travel"), ("travel.zone", "Asia/Tokyo"), ("travel.from", "2027-08-20"), ("travel.until", "2027-08-10")];
    let page = ilze.submit("/en/me", &typed).await.expect(422).text();
    assert!(page.contains("The end comes before the beginning") && page.contains("value=\"2027-08-20\""), "{page}");
    let good = [("form", "travel"), ("travel.zone", "Asia/Tokyo"), ("travel.from", "2027-08-10"), ("travel.until", "2027-08-20")];
    ilze.submit("/en/me", &good).await.expect(303);
    assert_eq!(ilze.get("/me").await.expect(200).json()["travel"], tokyo());
    ilze.submit("/en/me", &[("form", "travel"), ("do", "home")]).await.expect(303);
    assert_eq!(ilze.get("/me").await.expect(200).json().get("travel"), None);
    place.anyone().put("/me/travel", tokyo()).await.expect(401);
}

#[tokio::test]
async fn ones_own_time_stands_first_for_who_wants_it() {
    let (place, _, ilze) = scene().await;
    assert!(before(&ilze.page(FORUM).await.expect(200).text(), "10:00–18:00", "03:00–11:00"));
    let chosen = ilze.submit("/en/zone", &[("first", "own"), ("to", FORUM)]).await.expect(303);
    assert_eq!(chosen.header("location"), Some(FORUM));
    assert!(chosen.header("set-cookie").unwrap().starts_with("first=own;"));
    for (path, own, venue) in [
        (FORUM, "03:00–11:00", "10:00–18:00"),
        ("/en/events", "03:00–11:00 New York", "10:00–18:00 Rīga"),
        ("/en/", "03:00–11:00 New York", "10:00–18:00 Rīga"),
    ] {
        let page = page_with(&ilze, path, &format!("{}; first=own", ilze.session())).await;
        assert!(before(&page, own, venue), "{path}: {page}");
        assert!(page.contains("Put the venue’s time first"), "{path}");
    }
    let back = ilze.submit("/en/zone", &[("first", "venue"), ("to", "https://elsewhere.example")]).await.expect(303);
    assert_eq!(back.header("location"), Some("/en/events"));
    assert!(back.header("set-cookie").unwrap().contains("Max-Age=0"));
    // Visitors, whose pages are kept for all who chose the same.
    let visitor = place.anyone();
    for _ in 0..2 {
        let page = page_with(&visitor, FORUM, "zone=America/New_York").await;
        assert!(before(&page, "10:00–18:00", "03:00–11:00"));
        let page = page_with(&visitor, FORUM, "zone=America/New_York; first=own").await;
        assert!(before(&page, "03:00–11:00", "10:00–18:00"));
    }
}

#[tokio::test]
async fn where_it_makes_no_difference_there_is_nothing_to_switch() {
    let (place, _, ilze) = scene().await;
    let has = |page: &str| page.contains("name=\"first\"");
    assert!(has(&ilze.page("/en/events").await.expect(200).text()));
    let anna = place.acting("anna@example.org", None).await;
    for path in ["/en/events", "/en/", FORUM, "/en/hosts/chancellery"] {
        assert!(!has(&anna.page(path).await.expect(200).text()), "{path}: lives in Rīga");
    }
    let same = page_with(&anna, FORUM, &format!("{}; first=own", anna.session())).await;
    assert!(same.contains("10:00–18:00"), "{same}");
}

#[tokio::test]
async fn who_has_only_been_asked_has_told_nobody_where_they_are() {
    let (place, host, ilze) = scene().await;
    ilze.put("/me/travel", tokyo()).await.expect(200);
    let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
    organiser.post("/events/forum-2027/invitations", json!({"emails": ["ilze@example.org"]})).await.expect(200);
    let plan = organiser.page("/en/organise/events/forum-2027/plan").await.expect(303);
    let plan = plan.header("location").unwrap();
    assert!(plan.contains("New_York") && !plan.contains("Tokyo"), "{plan}");
}

#[tokio::test]
async fn each_of_two_times_is_weighed_where_the_person_is_then() {
    let (place, host, ilze) = scene().await;
    let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
    // The first is at 16:00 in Tokyo; six days later she is back in New York, where 10:00 in Rīga is 03:00.
    organiser.put("/events/forum-2027/runs/2", json!({"starts_local": "2027-08-24T10:00", "online": {"capacity": 10}})).await.expect(200);
    ilze.put("/me/travel", tokyo()).await.expect(200);
    let page = ilze.page(FORUM).await.expect(200).text();
    assert!(page.contains("the first time is easier for you"), "{page}");
    assert!(page.contains("16:00–00:00") && page.contains("03:00–11:00"), "{page}");
    assert!(page.contains("16:00, not 03:00"), "{page}");
}

#[tokio::test]
async fn what_an_edition_cost_is_borne_where_people_live() {
    let (place, host, ilze) = scene().await;
    let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
    let series = json!({"slug": "forum", "host": "chancellery", "title": {"en": "Forum"}, "kind": "forum", "rule": "FREQ=YEARLY;BYMONTH=8;BYDAY=3WE", "zone": "Europe/Riga", "local_time": "10:00", "duration_minutes": 480, "venues": ["Rīga"]});
    organiser.post("/series", series).await.expect(201);
    organiser.post("/series/forum/editions", json!({"year": 2027, "slug": "edition"})).await.expect(201);
    organiser.patch("/events/edition", json!({"attendance": {"in_person": null, "online": {"capacity": null}}})).await.expect(200);
    organiser.post("/events/edition/status", json!({"to": "announced"})).await.expect(200);
    ilze.post("/events/edition/registrations", json!({"mode": "online"})).await.expect(201);
    ilze.put("/me/travel", tokyo()).await.expect(200);
    organiser.post("/events/edition/status", json!({"to": "confirmed"})).await.expect(200);
    place.at("2027-08-19T09:00:00Z");
    organiser.post("/events/edition/status", json!({"to": "held"})).await.expect(200);
    let borne = backend::repo::planning::borne(place.site.db.read(), 1).await.unwrap();
    let zones: Vec<&str> = borne.iter().map(|row| row.zone.as_str()).collect();
    assert_eq!(zones, ["America/New_York"]);
}
