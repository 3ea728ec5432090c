//! The page of one's place, the organisers' list, and the seats as they change.

use super::{ask, one_seat, own};
use crate::support::Place;
use crate::support::database::is_postgres;
use axum::body::Body;
use axum::http::Request;
use domain::event::Status;
use domain::host::Role;
use futures::StreamExt;
use sea_orm::Set;
use serde_json::json;
use tower::ServiceExt;

#[tokio::test]
async fn who_has_not_signed_in_is_asked_to_in_one_sentence() {
    let place = Place::new().await;
    one_seat(&place).await;
    let english = place.anyone().page("/en/events/forum/register").await.expect(200).text();
    assert!(english.contains("Sign in by a link in your mail to register."));
    assert!(english.contains("/en/signin?to=%2Fen%2Fevents%2Fforum%2Fregister"), "signing in leads back");
    let latvian = place.anyone().page("/lv/events/forum/register").await.expect(200).text();
    assert!(latvian.contains("ieejiet ar saiti") && latvian.contains("Jūsu vieta"));
    place.anyone().submit("/en/events/forum/register", &[("mode", "online")]).await.expect(303);
    place.anyone().page("/en/events/nowhere/register").await.expect(404);
}

#[tokio::test]
async fn a_person_registers_changes_and_gives_up_on_the_page() {
    let place = Place::new().await;
    one_seat(&place).await;
    let (anna, berta) = (place.acting("a@x.lv", None).await, place.acting("b@x.lv", None).await);
    let form = anna.page("/en/events/forum/register").await.expect(200).text();
    assert!(form.contains("How will you come?") && form.contains("One of 1 places is free."), "{form}");
    let done = anna
        .submit("/en/events/forum/register", &[("mode", "in_person"), ("need", "loop"), ("needs", "no nuts"), ("do", "register")])
        .await;
    assert_eq!(done.expect(303).header("location"), Some("/en/events/forum"));
    assert_eq!(own(&anna).await["needs"], "Hearing loop\nno nuts");

    let full = berta.page("/en/events/forum/register").await.expect(200).text();
    assert!(full.contains("The only seat is taken: your place in line would be number 1."));
    assert!(full.contains("Room if possible, online until then"));
    berta.submit("/en/events/forum/register", &[("mode", "both"), ("do", "register")]).await.expect(303);
    let mine = berta.page("/en/events/forum/register").await.expect(200).text();
    assert!(mine.contains("You have a place online.") && mine.contains("You are number 1 in line for the room."));
    assert!(mine.contains("Keep to online") && mine.contains("Give the place up"));
    let latvian = berta.page("/lv/events/forum/register").await.expect(200).text();
    assert!(latvian.contains("Jums ir vieta tiešsaistē.") && latvian.contains("Atteikties no vietas"));

    berta.submit("/lv/events/forum/register", &[("mode", "online"), ("do", "change")]).await.expect(303);
    assert_eq!(own(&berta).await.get("waiting"), None);
    anna.submit("/en/events/forum/register", &[("do", "leave")]).await.expect(303);
    assert!(anna.page("/en/events/forum/register").await.expect(200).text().contains("How will you come?"));
}

#[tokio::test]
async fn what_was_typed_is_kept_beside_what_is_wrong() {
    let place = Place::new().await;
    one_seat(&place).await;
    let anna = place.acting("a@x.lv", None).await;
    let refused = anna.submit("/en/events/forum/register", &[("need", "captions"), ("needs", "a quiet corner"), ("do", "register")]).await;
    let page = refused.expect(422).text();
    assert_eq!(page.matches("Choose the room or online").count(), 2, "in the summary and at the field");
    assert!(page.contains("a quiet corner") && page.contains("value=\"captions\" checked"), "{page}");
    let long = "x".repeat(2_001);
    let page = anna.submit("/lv/events/forum/register", &[("mode", "online"), ("needs", &long)]).await.expect(422).text();
    assert!(page.contains("Teksts ir par garu") && page.contains(&long));
    anna.submit_raw("/en/events/forum/register", b"mode=online&needs=%FF".to_vec()).await.expect(422);
    assert!(own(&anna).await.is_null(), "nothing is half-written");
}

#[tokio::test]
async fn pages_say_why_registration_is_not_open() {
    let at = |text: &str| Some(text.parse::<jiff::Timestamp>().unwrap().as_millisecond());
    let place = Place::new().await;
    let host = place.host("mfa").await;
    place.event(host, "tentative", |event| event.status = Set(Status::Tentative.into())).await;
    place.event(host, "cancelled", |event| event.status = Set(Status::Cancelled.into())).await;
    place.event(host, "held", |event| event.status = Set(Status::Held.into())).await;
    place.event(host, "early", |event| event.registration_opens_at = Set(at("2027-02-01T08:00:00Z"))).await;
    place.event(host, "late", |event| event.registration_closes_at = Set(at("2027-01-20T08:00:00Z"))).await;
    let anna = place.acting("a@x.lv", None).await;
    for (slug, english, latvian) in [
        ("tentative", "This date is not promised yet.", "Šis datums vēl nav apsolīts."),
        ("cancelled", "This event is cancelled.", "Šis pasākums ir atcelts."),
        ("held", "This event is over.", "Šis pasākums ir noslēdzies."),
        ("early", "Registration opens Monday 1 February 2027, 10:00", "Reģistrācija sāksies pirmdien, 2027. gada 1. februārī"),
        ("late", "Registration closed Wednesday 20 January 2027, 10:00", "Reģistrācija beidzās trešdien, 2027. gada 20. janvārī"),
    ] {
        let page = anna.page(&format!("/en/events/{slug}/register")).await.expect(200).text();
        assert!(page.contains(english), "{slug}: {page}");
        assert!(anna.page(&format!("/lv/events/{slug}/register")).await.expect(200).text().contains(latvian), "{slug}");
        anna.submit(&format!("/en/events/{slug}/register"), &[("mode", "online")]).await.expect(409);
    }
}

#[tokio::test]
async fn organisers_keep_the_list() {
    let place = Place::new().await;
    let host = one_seat(&place).await;
    let assistant = place.acting("assistant@x.lv", Some((host, Role::Assistant))).await;
    let viewer = place.acting("viewer@x.lv", Some((host, Role::Viewer))).await;
    let path = "/en/organise/events/forum/registrations";
    place.anyone().page(path).await.expect(303);
    place.acting("p@x.lv", None).await.page(path).await.expect(403);
    assert!(assistant.page(path).await.expect(200).text().contains("Nobody is registered yet."));

    let add = [("email", "new@x.lv"), ("mode", "in_person"), ("needs", "a ramp"), ("do", "register")];
    assistant.submit(path, &add).await.expect(303);
    let anna = place.acting("anna@x.lv", None).await;
    let made = ask(&anna, "in_person").await;
    let page = assistant.page(path).await.expect(200).text();
    assert!(page.contains("new@x.lv") && page.contains("a ramp") && page.contains("Number 1 in line."));
    let seen = viewer.page(path).await.expect(200).text();
    assert!(seen.contains("new@x.lv") && !seen.contains("a ramp") && !seen.contains("Register somebody"));
    viewer.submit(path, &add).await.expect(403);
    let again = assistant.submit(path, &[("email", "nobody"), ("do", "register")]).await.expect(422).text();
    assert!(again.contains("value=\"nobody\"") && again.contains("Choose the room or online"));

    let id = made["id"].to_string();
    assistant.submit(path, &[("id", &id), ("mode", "online"), ("do", "move")]).await.expect(303);
    assert_eq!(own(&anna).await["mode"], "online");
    assistant.submit(path, &[("id", &id), ("do", "cancel")]).await.expect(303);
    assert!(own(&anna).await.is_null());
    let latvian = assistant.page("/lv/organise/events/forum/registrations").await.expect(200).text();
    assert!(latvian.contains("Kas ir reģistrējušies") && latvian.contains("Ir vieta."));
}

#[tokio::test]
async fn meters_follow_the_seats() {
    let place = Place::new().await;
    let host = one_seat(&place).await;
    place.event(host, "draft", |event| event.status = Set(Status::Draft.into())).await;
    place.anyone().page("/events/draft/seats/live").await.expect(404);
    let request = Request::get("/events/forum/seats/live").body(Body::empty()).unwrap();
    let answer = place.router.clone().oneshot(request).await.unwrap();
    assert_eq!(answer.headers()["content-type"], "text/event-stream");
    let mut lines = answer.into_body().into_data_stream();
    let mut next = async || String::from_utf8(lines.next().await.unwrap().unwrap().to_vec()).unwrap();
    assert_eq!(next().await.trim(), "data: in_person 0 1 0;online 0 - 0");
    let anna = place.acting("a@x.lv", None).await;
    anna.post(super::PATH, json!({"mode": "in_person"})).await.expect(201);
    assert_eq!(next().await.trim(), "data: in_person 1 1 0;online 0 - 0");
    place.site.live.stop();
    assert!(lines.next().await.is_none(), "the server can stop");
}

#[tokio::test]
async fn meters_follow_what_happens_at_another_server() {
    let place = Place::new().await;
    let (stop, stopping) = tokio::sync::watch::channel(false);
    if !is_postgres() {
        let alone = backend::live::across::carry(place.site.clone(), stopping);
        return tokio::time::timeout(std::time::Duration::from_secs(5), alone)
            .await
            .expect("an SQLite file has no other server to wait for");
    }
    one_seat(&place).await;
    let (site, router) = place.neighbour().await;
    let carriers = [place.site.clone(), site.clone()].map(|site| tokio::spawn(backend::live::across::carry(site, stopping.clone())));
    let mut heard = site.live.watch();
    let anna = place.acting("a@x.lv", None).await;
    // Until both are connected nothing is heard; who watches would look for themselves.
    let told = async {
        loop {
            place.site.live.changed(1);
            if let Ok(Ok(_)) = tokio::time::timeout(std::time::Duration::from_millis(50), heard.recv()).await {
                return;
            }
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(20), told).await.expect("the servers find each other");
    let request = Request::get("/events/forum/seats/live").body(Body::empty()).unwrap();
    let mut lines = router.oneshot(request).await.unwrap().into_body().into_data_stream();
    let mut next = async || String::from_utf8(lines.next().await.unwrap().unwrap().to_vec()).unwrap();
    assert_eq!(next().await.trim(), "data: in_person 0 1 0;online 0 - 0");
    anna.post(super::PATH, json!({"mode": "in_person"})).await.expect(201);
    let seen = async { while next().await.trim() != "data: in_person 1 1 0;online 0 - 0" {} };
    tokio::time::timeout(std::time::Duration::from_secs(10), seen).await.expect("sooner than by looking every 20 s");
    stop.send(true).unwrap();
    for carrier in carriers {
        carrier.await.unwrap();
    }
}
