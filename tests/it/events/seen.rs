//! Who sees which events, in which order, and who sees the link to join by.

use super::registered;
use crate::support::Place;
use domain::event::{Mode, Status, Visibility};
use domain::host::Role;
use domain::registration::Status as Registered;
use sea_orm::Set;

async fn slugs(client: &crate::support::Client, query: &str) -> Vec<String> {
    let list = client.get(&format!("/events{query}")).await.expect(200).json();
    list["items"].as_array().unwrap().iter().map(|event| event["slug"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn lists_show_each_what_each_may_see() {
    let place = Place::new().await;
    let host = place.host("chancellery").await;
    place.event(host, "a-public", |_| {}).await;
    place.event(host, "b-members", |event| event.visibility = Set(Visibility::Members.into())).await;
    place.event(host, "c-invited", |event| event.visibility = Set(Visibility::Invited.into())).await;
    place.event(host, "d-draft", |event| event.status = Set(Status::Draft.into())).await;
    let person = registered(&place, "c-invited", "guest@example.org", Mode::Online, Registered::Waitlisted).await;
    assert_eq!(slugs(&place.anyone(), "").await, ["a-public"]);
    assert_eq!(slugs(&place.acting("person@example.org", None).await, "").await, ["a-public", "b-members"]);
    assert_eq!(slugs(&place.client(person).await, "").await, ["a-public", "b-members", "c-invited"]);
    let viewer = place.acting("viewer@example.org", Some((host, Role::Viewer))).await;
    assert_eq!(slugs(&viewer, "").await, ["a-public", "b-members", "c-invited", "d-draft"]);
    assert_eq!(slugs(&place.acting("admin@example.org", None).await, "").await.len(), 4);

    place.anyone().get("/events/b-members").await.expect(401);
    for hidden in ["c-invited", "d-draft", "none"] {
        assert_eq!(place.anyone().get(&format!("/events/{hidden}")).await.expect(404).code(), "not_found");
    }
}

#[tokio::test]
async fn what_is_coming_stands_before_what_has_been() {
    let place = Place::new().await;
    let host = place.host("chancellery").await;
    let other = place.host("embassy").await;
    let day = 86_400_000;
    let now = place.site.now().as_millisecond();
    for (slug, from_now, host) in [("later", 20, host), ("sooner", 10, host), ("long-ago", -20, host), ("lately", -10, other)] {
        let starts = now + from_now * day;
        place
            .event(host, slug, |event| {
                event.starts_at = Set(starts);
                event.ends_at = Set(starts + 3_600_000);
            })
            .await;
    }
    let anyone = place.anyone();
    assert_eq!(slugs(&anyone, "").await, ["sooner", "later", "lately", "long-ago"]);
    let mut seen = Vec::new();
    let mut cursor = String::new();
    loop {
        let part = anyone.get(&format!("/events?limit=1{cursor}")).await.expect(200).json();
        seen.push(part["items"][0]["slug"].as_str().unwrap().to_owned());
        let Some(next) = part["next"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(seen, ["sooner", "later", "lately", "long-ago"]);
    assert_eq!(slugs(&anyone, "?host=embassy").await, ["lately"]);
    assert_eq!(slugs(&anyone, "?kind=briefing").await, Vec::<String>::new());
    assert_eq!(slugs(&anyone, "?from=2027-02-10").await, ["later"]);
    for (bad, field) in [
        ("kind=party", "kind"),
        ("from=soon", "from"),
        ("limit=0", "limit"),
        ("limit=201", "limit"),
        ("limit=ten", "limit"),
        ("cursor=x", "cursor"),
    ] {
        let problem = anyone.get(&format!("/events?{bad}")).await.expect(422);
        assert_eq!(problem.header("content-type"), Some("application/problem+json"));
        assert_eq!(problem.json()["errors"][0]["field"], field);
    }
}

#[tokio::test]
async fn the_link_is_for_those_with_a_place() {
    let place = Place::new().await;
    let host = place.host("chancellery").await;
    place.event(host, "forum-2027", |_| {}).await;
    let guest = registered(&place, "forum-2027", "guest@example.org", Mode::Online, Registered::Confirmed).await;
    let link = |answer: crate::support::Answer| answer.json()["online_url"].as_str().map(str::to_owned);
    let known = Some("https://meet.saiets.test/forum".to_owned());
    assert_eq!(link(place.anyone().get("/events/forum-2027").await), None);
    assert_eq!(link(place.acting("person@example.org", None).await.get("/events/forum-2027").await), None);
    let waiting = registered(&place, "forum-2027", "waiting@example.org", Mode::InPerson, Registered::Waitlisted).await;
    assert_eq!(link(place.client(waiting).await.get("/events/forum-2027").await), None);
    assert_eq!(link(place.client(guest).await.get("/events/forum-2027").await), known);
    let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
    assert_eq!(link(organiser.get("/events/forum-2027").await), known);
    organiser.patch("/events/forum-2027", serde_json::json!({"online_public": true})).await.expect(200);
    assert_eq!(link(place.anyone().get("/events/forum-2027").await), known);
}
