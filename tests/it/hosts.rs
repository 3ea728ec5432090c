//! Hosts and who has which role in them.

use super::support::Place;
use backend::entity::{audit, host};
use domain::host::Role;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, Set};
use serde_json::{Value, json};

fn embassy() -> Value {
    json!({"slug": "bern", "name": {"lv": "Vēstniecība Bernē", "en": "Embassy in Bern"}, "kind": "embassy", "country": "CH", "zone": "Europe/Zurich"})
}

fn with(mut body: Value, field: &str, value: Value) -> Value {
    body[field] = value;
    body
}

async fn put_under(place: &Place, child: i64, parent: i64) {
    let change = host::ActiveModel { id: Set(child), parent_id: Set(Some(parent)), ..Default::default() };
    change.update(place.site.db.writer()).await.unwrap();
}

#[tokio::test]
async fn an_administrator_makes_hosts_and_everybody_sees_them() {
    let place = Place::new().await;
    let admin = place.acting("admin@example.org", None).await;
    admin.post("/hosts", with(embassy(), "slug", json!("ministry"))).await.expect(201);
    let made = admin.post("/hosts", with(with(embassy(), "parent", json!("ministry")), "name", json!("Bern"))).await.expect(201).json();
    assert_eq!(made["name"], json!({"lv": "Bern", "en": "Bern"}), "a name in one word is the same in both languages");
    assert_eq!(made["parent"], "ministry");
    assert_eq!(made["calendar_url"], "http://saiets.test/hosts/bern/calendar.ics");
    let anyone = place.anyone();
    assert_eq!(anyone.get("/hosts/ministry").await.expect(200).json()["children"], json!(["bern"]));
    assert_eq!(anyone.get("/hosts").await.expect(200).json()["items"].as_array().map(Vec::len), Some(2));
    anyone.get("/hosts/nowhere").await.expect(404);
    assert_eq!(admin.post("/hosts", embassy()).await.expect(409).code(), "slug_taken");
    anyone.post("/hosts", embassy()).await.expect(401);
    place.acting("ilze@example.org", None).await.post("/hosts", embassy()).await.expect(403);
}

#[tokio::test]
async fn everything_wrong_with_a_host_is_said_at_its_field() {
    let place = Place::new().await;
    let admin = place.acting("admin@example.org", None).await;
    let cases = [
        ("slug", json!("Bern"), "invalid_slug"),
        ("slug", json!("new"), "reserved"),
        ("name", json!({}), "required"),
        ("name", json!({"lv": "x".repeat(201)}), "too_long"),
        ("name", json!("a\nb\u{0}"), "control_characters"),
        ("kind", json!("bank"), "unknown_value"),
        ("country", json!("ZZ"), "invalid_country"),
        ("zone", json!("CET+1"), "unknown_zone"),
        ("parent", json!("nowhere"), "unknown_host"),
    ];
    for (field, value, code) in cases {
        let problem = admin.post("/hosts", with(embassy(), field, value)).await.expect(422).json();
        assert_eq!((problem["errors"][0]["field"].as_str(), problem["code"].as_str()), (Some(field), Some(code)));
    }
    assert!(host::Entity::find().all(place.site.db.read()).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_coordinator_changes_the_host_but_not_its_place() {
    let place = Place::new().await;
    let (bern, other) = (place.host("bern").await, place.host("other").await);
    let coordinator = place.acting("c@example.org", Some((bern, Role::Coordinator))).await;
    let changed = coordinator.patch("/hosts/bern", json!({"zone": "Europe/Zurich", "country": null})).await.expect(200).json();
    assert_eq!(
        (changed["zone"].as_str(), &changed["country"], changed["kind"].as_str()),
        (Some("Europe/Zurich"), &Value::Null, Some("ministry"))
    );
    coordinator.patch("/hosts/bern", json!({"parent": "other"})).await.expect(403);
    coordinator.patch("/hosts/other", json!({"zone": "Europe/Riga"})).await.expect(403);
    place.anyone().patch("/hosts/bern", json!({})).await.expect(401);
    for (email, role) in [("o@example.org", Role::Organiser), ("a@example.org", Role::Assistant), ("v@example.org", Role::Viewer)] {
        place.acting(email, Some((bern, role))).await.patch("/hosts/bern", json!({"zone": "Europe/Riga"})).await.expect(403);
    }
    let admin = place.acting("admin@example.org", None).await;
    admin.patch("/hosts/bern", json!({"parent": "other"})).await.expect(200);
    assert_eq!(admin.patch("/hosts/other", json!({"parent": "bern"})).await.expect(422).code(), "host_cycle");
    assert_eq!(admin.patch("/hosts/bern", json!({"parent": "bern"})).await.expect(422).code(), "host_cycle");
    assert_eq!(admin.patch("/hosts/bern", json!({"parent": null})).await.expect(200).json()["parent"], Value::Null);
    let _ = other;
}

#[tokio::test]
async fn only_coordinators_name_members() {
    let place = Place::new().await;
    let (bern, other) = (place.host("bern").await, place.host("other").await);
    let coordinator = place.acting("c@example.org", Some((bern, Role::Coordinator))).await;
    let named = coordinator.put("/hosts/bern/members/New@example.org", json!({"role": "organiser"})).await.expect(201).json();
    assert_eq!(named, json!({"email": "new@example.org", "name": "", "role": "organiser", "named_by_parent": false}));
    coordinator.put("/hosts/bern/members/new@example.org", json!({"role": "viewer"})).await.expect(200);
    let members = coordinator.get("/hosts/bern/members").await.expect(200).json();
    assert_eq!(members["items"][1]["role"], "viewer");
    assert_eq!(coordinator.put("/hosts/bern/members/new@example.org", json!({"role": "king"})).await.expect(422).code(), "unknown_value");
    coordinator.put("/hosts/bern/members/nobody", json!({"role": "viewer"})).await.expect(422);
    coordinator.put("/hosts/nowhere/members/new@example.org", json!({"role": "viewer"})).await.expect(404);
    coordinator.put("/hosts/other/members/new@example.org", json!({"role": "viewer"})).await.expect(403);
    for (email, role) in [("o@example.org", Role::Organiser), ("a@example.org", Role::Assistant), ("v@example.org", Role::Viewer)] {
        let client = place.acting(email, Some((bern, role))).await;
        client.put("/hosts/bern/members/new@example.org", json!({"role": "viewer"})).await.expect(403);
        client.delete("/hosts/bern/members/new@example.org").await.expect(403);
        client.get("/hosts/bern/members").await.expect(200);
        client.delete(&format!("/hosts/bern/members/{email}")).await.expect(204);
    }
    let foreign = place.acting("f@example.org", Some((other, Role::Coordinator))).await;
    foreign.get("/hosts/bern/members").await.expect(403);
    place.anyone().get("/hosts/bern/members").await.expect(401);
    place.anyone().put("/hosts/bern/members/new@example.org", json!({"role": "viewer"})).await.expect(401);
    coordinator.delete("/hosts/bern/members/new@example.org").await.expect(204);
    coordinator.delete("/hosts/bern/members/new@example.org").await.expect(404);
}

#[tokio::test]
async fn a_parents_coordinator_names_members_below_and_that_is_shown() {
    let place = Place::new().await;
    let (ministry, bern, below) = (place.host("ministry").await, place.host("bern").await, place.host("below").await);
    put_under(&place, bern, ministry).await;
    put_under(&place, below, bern).await;
    let above = place.acting("above@example.org", Some((ministry, Role::Coordinator))).await;
    let named = above.put("/hosts/bern/members/new@example.org", json!({"role": "coordinator"})).await.expect(201).json();
    assert_eq!(named["named_by_parent"], true);
    let child = place.acting("child@example.org", Some((bern, Role::Viewer))).await;
    assert_eq!(child.get("/hosts/bern/members").await.expect(200).json()["items"][0]["named_by_parent"], true);
    above.put("/hosts/below/members/new@example.org", json!({"role": "viewer"})).await.expect(403);
    above.patch("/hosts/bern", json!({"zone": "Europe/Riga"})).await.expect(403);
    child.put("/hosts/ministry/members/new@example.org", json!({"role": "viewer"})).await.expect(403);
    let organiser = place.acting("o@example.org", Some((ministry, Role::Organiser))).await;
    organiser.put("/hosts/bern/members/new@example.org", json!({"role": "viewer"})).await.expect(403);
    let noted = audit::Entity::find().filter(audit::Column::HostId.eq(bern)).one(place.site.db.read()).await.unwrap().unwrap();
    assert_eq!((noted.action.as_str(), noted.detail.as_str()), ("member.put", "coordinator by parent"));
    above.delete("/hosts/bern/members/new@example.org").await.expect(204);
}

#[tokio::test]
async fn a_hosts_page_shows_what_it_holds_and_no_members() {
    let place = Place::new().await;
    let (ministry, bern) = (place.host("ministry").await, place.host("bern").await);
    put_under(&place, bern, ministry).await;
    place.event(bern, "open", |_| {}).await;
    place
        .event(bern, "secret", |event| {
            event.visibility = Set(domain::event::Visibility::Invited.into());
            event.uid = Set("secret@saiets.test".to_owned());
        })
        .await;
    place.acting("member@example.org", Some((bern, Role::Viewer))).await;
    for (path, words) in [("/lv/hosts/bern", "Gaidāmais"), ("/en/hosts/bern", "What is coming")] {
        let page = place.anyone().page(path).await.expect(200).text();
        assert!(page.contains(words) && page.contains("/events/open") && page.contains("/hosts/ministry"), "{page}");
        assert!(page.contains("http://saiets.test/hosts/bern/calendar.ics"));
        assert!(!page.contains("secret") && !page.contains("member@example.org"), "{page}");
    }
    assert!(place.anyone().page("/en/hosts/ministry").await.expect(200).text().contains("Nothing is announced yet."));
    place.anyone().page("/en/hosts/nowhere").await.expect(404);
}

#[tokio::test]
async fn a_coordinator_names_and_removes_members_on_the_page() {
    let place = Place::new().await;
    let bern = place.host("bern").await;
    let coordinator = place.acting("c@example.org", Some((bern, Role::Coordinator))).await;
    let path = "/en/organise/hosts/bern/members";
    assert!(coordinator.page("/lv/organise/hosts/bern/members").await.expect(200).text().contains("Iecelt dalībnieku"));
    coordinator.submit(path, &[("form", "member"), ("email", "new@example.org"), ("role", "assistant")]).await.expect(303);
    assert!(coordinator.page(path).await.expect(200).text().contains("new@example.org"));
    let page = coordinator.submit(path, &[("form", "member"), ("email", "new@"), ("role", "assistant")]).await.expect(422).text();
    assert!(page.contains("value=\"new@\""), "{page}");
    coordinator.submit(path, &[("form", "remove"), ("email", "new@example.org")]).await.expect(303);
    assert!(!coordinator.page(path).await.expect(200).text().contains("new@example.org"));
    let data = [("form", "data"), ("name.en", "Embassy"), ("kind", "embassy"), ("zone", "Europe/Zurich"), ("country", "CH")];
    coordinator.submit(path, &data).await.expect(303);
    assert_eq!(coordinator.get("/hosts/bern").await.json()["kind"], "embassy");
    let viewer = place.acting("v@example.org", Some((bern, Role::Viewer))).await;
    assert!(!viewer.page(path).await.expect(200).text().contains("name=\"role\""));
    viewer.submit(path, &[("form", "member"), ("email", "x@example.org"), ("role", "viewer")]).await.expect(403);
    place.acting("f@example.org", None).await.page(path).await.expect(403);
    place.anyone().page(path).await.expect(303);
}

#[tokio::test]
async fn an_administrator_makes_a_host_on_the_page() {
    let place = Place::new().await;
    let admin = place.acting("admin@example.org", None).await;
    let typed =
        [("slug", "bern"), ("name.lv", "Vēstniecība"), ("kind", "embassy"), ("zone", "Europe/Zurich"), ("country", ""), ("parent", "")];
    admin.page("/lv/organise/hosts/new").await.expect(200);
    admin.submit("/lv/organise/hosts/new", &typed).await.expect(303);
    let page = admin.submit("/lv/organise/hosts/new", &typed).await.expect(422).text();
    assert!(page.contains("value=\"Vēstniecība\"") && page.contains("id=\"slug-error\""), "{page}");
    assert!(admin.page("/lv/organise/hosts").await.expect(200).text().contains("Vēstniecība"));
    let nobody = place.acting("ilze@example.org", None).await;
    nobody.page("/lv/organise/hosts/new").await.expect(403);
    nobody.submit("/lv/organise/hosts/new", &typed).await.expect(403);
    nobody.page("/lv/organise/hosts").await.expect(403);
}
