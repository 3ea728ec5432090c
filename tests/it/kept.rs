//! What is made once for all visitors: for nobody else, and not a moment longer than it is true.

mod across;
mod compressed;

use crate::agenda::session;
use crate::support::{Answer, Client, Place};
use axum::body::Body;
use axum::http::{Request, header};
use domain::host::Role;
use serde_json::json;

const PAGE: &str = "/en/events/forum";

async fn ask(client: &Client, path: &str, headers: &[(&str, &str)]) -> Answer {
    let request = headers.iter().fold(Request::get(path), |request, (name, value)| request.header(*name, *value));
    client.send(request.body(Body::empty()).unwrap()).await
}

/// How many statements a visitor's request for a page takes.
async fn cost(place: &Place, path: &str, headers: &[(&str, &str)]) -> u64 {
    let before = place.site.db.statements();
    ask(&place.anyone(), path, headers).await.expect(200);
    place.site.db.statements() - before
}

async fn scene() -> (Place, Client) {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    place.event(host, "forum", |_| {}).await;
    let organiser = place.acting("organiser@example.org", Some((host, Role::Coordinator))).await;
    (place, organiser)
}

#[tokio::test]
async fn a_page_is_made_once_for_all_visitors_and_again_after_three_seconds() {
    let (place, _) = scene().await;
    let zone = [("cookie", "zone=Asia/Tokyo")];
    for path in [PAGE, "/lv/events/forum", "/en/events/forum?x=1", "/en/", "/calendar.ics", "/events/forum.ics"] {
        assert!(cost(&place, path, &[]).await > 0, "{path} is made");
        assert_eq!(cost(&place, path, &[]).await, 0, "{path} is kept");
        assert!(cost(&place, path, &zone).await > 0, "{path} may be another in another zone");
        assert_eq!(cost(&place, path, &zone).await, 0);
    }
    place.at("2027-01-25T09:00:02.999Z");
    assert_eq!(cost(&place, PAGE, &[]).await, 0);
    place.at("2027-01-25T09:00:03Z");
    assert!(cost(&place, PAGE, &[]).await > 0, "time passes on a page, too");
    assert_eq!(cost(&place, PAGE, &[]).await, 0);
}

/// Asks twice, so that what the visitor sees next would be the kept page if it were not forgotten.
async fn seen(place: &Place, path: &str) -> String {
    place.anyone().page(path).await.expect(200);
    assert_eq!(cost(place, path, &[]).await, 0, "{path} is kept");
    place.anyone().page(path).await.text()
}

#[tokio::test]
async fn every_change_is_seen_at_once() {
    let (place, organiser) = scene().await;
    let speaker = place.acting("agnese@example.org", None).await;
    let events = ["/en/events/forum", "/en/events", "/en/", "/en/hosts/mfa", "/calendar.ics?lang=en", "/hosts/mfa/calendar.ics?lang=en"];
    for path in events {
        assert!(seen(&place, path).await.contains("Professionals’ forum 2027"), "{path}");
    }
    organiser.patch("/events/forum", json!({"title": {"en": "The great meeting"}})).await.expect(200);
    for path in events {
        assert!(place.anyone().page(path).await.text().contains("The great meeting"), "{path}");
    }

    let before = seen(&place, PAGE).await;
    speaker.post("/events/forum/registrations", json!({"mode": "in_person"})).await.expect(201);
    assert_ne!(place.anyone().page(PAGE).await.text(), before, "a seat is taken");

    seen(&place, "/en/events/forum/topics").await;
    speaker.post("/events/forum/topics", json!({"title": {"en": "Space law"}, "minutes": 20})).await.expect(201);
    assert!(place.anyone().page("/en/events/forum/topics").await.text().contains("Space law"));

    place.anyone().page("/en/events/forum/agenda").await.expect(200);
    let mut talk = session("Opening", "10:00", 30);
    talk["speakers"] = json!(["agnese@example.org"]);
    organiser.post("/events/forum/sessions", talk).await.expect(201);
    organiser.post("/events/forum/agenda/releases", json!({"name": {"en": "First"}})).await.expect(201);
    assert!(seen(&place, "/en/events/forum/agenda").await.contains("agnese"));
    speaker.delete("/me").await.expect(204);
    assert!(!place.anyone().page("/en/events/forum/agenda").await.text().contains("agnese"), "who is erased is gone at once");

    seen(&place, PAGE).await;
    organiser.patch("/events/forum", json!({"visibility": "invited"})).await.expect(200);
    place.anyone().page(PAGE).await.expect(404);
    place.anyone().page("/events/forum.ics").await.expect(404);
    assert!(!place.anyone().page("/calendar.ics?lang=en").await.expect(200).text().contains("The great meeting"));
}

#[tokio::test]
async fn what_is_made_for_somebody_is_shown_to_nobody_else() {
    let (place, _) = scene().await;
    let (anna, bruno) = (place.acting("anna@example.org", None).await, place.acting("bruno@example.org", None).await);
    let name = |page: &str| ["anna", "bruno"].map(|name| page.contains(&format!(">{name}</a>")));
    for _ in 0..2 {
        assert_eq!(name(&anna.page(PAGE).await.expect(200).text()), [true, false]);
        assert_eq!(name(&place.anyone().page(PAGE).await.expect(200).text()), [false, false]);
        assert_eq!(name(&bruno.page(PAGE).await.expect(200).text()), [false, true]);
    }
    let before = place.site.db.statements();
    anna.page(PAGE).await.expect(200);
    assert!(place.site.db.statements() > before, "somebody's page is made for them");
    for client in [&anna, &place.anyone()] {
        let page = client.page(PAGE).await;
        assert_eq!(page.header("cache-control"), Some("private, no-cache"));
        let vary: Vec<_> = page.headers.get_all(header::VARY).iter().map(|value| value.to_str().unwrap()).collect();
        assert!(vary.join(",").contains("cookie"), "{vary:?}");
    }
}

#[tokio::test]
async fn what_is_said_once_is_said_to_one() {
    let (place, _) = scene().await;
    let chosen = place.anyone().submit("/en/zone", &[("zone", "Asia/Tokyo"), ("to", PAGE)]).await.expect(303);
    let cookies = chosen.headers.get_all(header::SET_COOKIE).iter().map(|value| value.to_str().unwrap().split(';').next().unwrap());
    let cookies = cookies.collect::<Vec<_>>().join("; ");
    assert!(cookies.contains("flash=") && cookies.contains("zone="), "{cookies}");
    let told = |page: &Answer| page.text().contains("is now shown beside that of the venue");
    assert!(told(&ask(&place.anyone(), PAGE, &[("cookie", &cookies)]).await.expect(200)));
    assert!(!told(&ask(&place.anyone(), PAGE, &[("cookie", "zone=Asia/Tokyo")]).await.expect(200)));
    assert!(!told(&place.anyone().page(PAGE).await.expect(200)));
}

#[tokio::test]
async fn what_is_somebodys_own_or_a_refusal_is_not_kept() {
    let (place, organiser) = scene().await;
    let calendar = organiser.get("/me").await.expect(200).json()["calendar_url"].as_str().unwrap().to_owned();
    let own = calendar.strip_prefix("http://saiets.test").unwrap().to_owned();
    for path in [own.as_str(), "/en/signin"] {
        place.anyone().page(path).await.expect(200);
    }
    assert!(cost(&place, &own, &[]).await > 0);
    assert_eq!(place.anyone().page(&own).await.header("cache-control"), Some("private, no-cache"));
    for _ in 0..2 {
        let before = place.site.db.statements();
        place.anyone().page("/en/events/nothing").await.expect(404);
        assert!(place.site.db.statements() > before);
    }
}
