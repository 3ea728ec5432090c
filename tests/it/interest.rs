//! "Will you come?" in five words.

use crate::support::{Client, Place};
use domain::event::{Status, Visibility};
use domain::host::Role;
use sea_orm::Set;
use serde_json::json;

async fn answers(place: &Place, figures: &[(&str, usize)]) {
    for (answer, count) in figures {
        for i in 0..*count {
            let client: Client = place.acting(&format!("{answer}{i}@example.org"), None).await;
            client.put("/events/forum-2027/interest", json!({"answer": answer})).await.expect(200);
        }
    }
}

#[tokio::test]
async fn an_answer_is_given_once_and_can_be_changed() {
    let place = Place::new().await;
    let host = place.host("chancellery").await;
    place.event(host, "forum-2027", |event| event.status = Set(Status::Tentative.into())).await;
    let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
    let person = place.acting("person@example.org", None).await;
    person.put("/events/forum-2027/interest", json!({"answer": "maybe"})).await.expect(200);
    let changed = person.put("/events/forum-2027/interest", json!({"answer": "remote_only"})).await.expect(200).json();
    assert_eq!(changed, json!({"answer": "remote_only"}));
    let counts = organiser.get("/events/forum-2027/interest").await.expect(200).json();
    assert_eq!(counts, json!({"yes": 0, "maybe": 0, "remote_only": 1, "cannot": 0, "not_interested": 0}));
    assert_eq!(person.put("/events/forum-2027/interest", json!({"answer": "perhaps"})).await.expect(422).code(), "unknown_value");
    assert_eq!(person.put("/events/forum-2027/interest", json!({})).await.expect(422).code(), "required");
}

#[tokio::test]
async fn small_groups_are_merged_for_everybody_but_the_organisers() {
    let place = Place::new().await;
    let host = place.host("chancellery").await;
    place.event(host, "forum-2027", |_| {}).await;
    let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
    answers(&place, &[("yes", 6), ("maybe", 5), ("cannot", 3), ("not_interested", 2)]).await;
    let person = place.acting("person@example.org", None).await;
    let seen = person.get("/events/forum-2027/interest").await.expect(200).json();
    assert_eq!(seen, json!({"yes": 6, "maybe": 5, "others": 5}));
    let full = organiser.get("/events/forum-2027/interest").await.expect(200).json();
    assert_eq!((full["cannot"].as_i64(), full.get("others")), (Some(3), None));
    let viewer = place.acting("viewer@example.org", Some((host, Role::Viewer))).await;
    assert_eq!(viewer.get("/events/forum-2027/interest").await.expect(200).json(), seen);
}

#[tokio::test]
async fn interest_is_for_what_lies_ahead_and_for_who_may_see_it() {
    let place = Place::new().await;
    let host = place.host("chancellery").await;
    for (slug, status) in [("draft", Status::Draft), ("held", Status::Held), ("cancelled", Status::Cancelled)] {
        place.event(host, slug, |event| event.status = Set(status.into())).await;
    }
    place.event(host, "closed", |event| event.visibility = Set(Visibility::Invited.into())).await;
    place.event(host, "open", |_| {}).await;
    let viewer = place.acting("viewer@example.org", Some((host, Role::Viewer))).await;
    let person = place.acting("person@example.org", None).await;
    let yes = json!({"answer": "yes"});
    for slug in ["draft", "held", "cancelled"] {
        assert_eq!(viewer.put(&format!("/events/{slug}/interest"), yes.clone()).await.expect(409).code(), "status");
    }
    for slug in ["draft", "closed", "none"] {
        person.put(&format!("/events/{slug}/interest"), yes.clone()).await.expect(404);
        person.get(&format!("/events/{slug}/interest")).await.expect(404);
    }
    place.anyone().put("/events/open/interest", yes.clone()).await.expect(401);
    place.anyone().get("/events/open/interest").await.expect(401);
    person.put("/events/open/interest", yes).await.expect(200);
}
