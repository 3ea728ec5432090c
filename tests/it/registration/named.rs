//! Who may know who comes.

use super::{PATH, ask, one_seat, own};
use crate::support::Place;
use domain::host::Role;
use serde_json::json;

const LIST: &str = "/events/forum/participants";

#[tokio::test]
async fn only_those_who_said_so_are_named_and_only_to_those_who_take_part() {
    let place = Place::new().await;
    let host = one_seat(&place).await;
    let (anna, berta, zane) = (place.acting("a@x.lv", None).await, place.acting("b@x.lv", None).await, place.acting("z@x.lv", None).await);
    anna.post(PATH, json!({"mode": "in_person", "named": true})).await.expect(201);
    let second = ask(&berta, "online").await;
    let names = |answer: serde_json::Value| {
        answer["items"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(berta.get(LIST).await.expect(200).json()), ["a"]);
    assert_eq!(zane.get(LIST).await.expect(403).code(), "forbidden");
    place.anyone().get(LIST).await.expect(401);
    place.acting("other@x.lv", Some((place.host("other").await, Role::Coordinator))).await.get(LIST).await.expect(403);

    let path = format!("/registrations/{}", second["id"]);
    let kept = berta.patch(&path, json!({"named": true})).await.expect(200).json();
    assert_eq!(kept["mode"], "online", "nothing else changes");
    let viewer = place.acting("v@x.lv", Some((host, Role::Viewer))).await;
    assert_eq!(names(viewer.get(LIST).await.expect(200).json()), ["a", "b"]);
    let assistant = place.acting("as@x.lv", Some((host, Role::Assistant))).await;
    assistant.patch(&path, json!({"named": false})).await.expect(404);
    assistant.post(PATH, json!({"mode": "online", "email": "guest@x.lv", "named": true})).await.expect(201);
    assert_eq!(names(viewer.get(LIST).await.expect(200).json()), ["a", "b"], "nobody says it for somebody else");

    berta.delete(&path).await.expect(204);
    assert_eq!(names(viewer.get(LIST).await.expect(200).json()), ["a"]);
}

#[tokio::test]
async fn a_person_changes_their_mind_on_the_page() {
    let place = Place::new().await;
    one_seat(&place).await;
    let anna = place.acting("a@x.lv", None).await;
    let path = "/en/events/forum/register";
    let form = anna.page(path).await.expect(200).text();
    assert!(form.contains("Who may know that you come"));
    anna.submit(path, &[("mode", "online"), ("named", "no"), ("do", "register")]).await.expect(303);
    let list = "/en/events/forum/participants";
    assert!(anna.page(list).await.expect(200).text().contains("Nobody has said yet"));
    anna.submit(path, &[("named", "yes"), ("do", "name")]).await.expect(303);
    assert!(anna.page(list).await.expect(200).text().contains(r#"<th scope="row">a</th>"#));
    assert_eq!(own(&anna).await["mode"], "online");
    anna.submit(path, &[("named", "no"), ("do", "name")]).await.expect(303);
    assert!(!anna.page(list).await.expect(200).text().contains(r#"<th scope="row">a</th>"#));
}
