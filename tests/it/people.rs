//! What is known of people: recorded, found, shown to themselves, taken along, erased.

use super::support::Place;
use backend::entity::{consent, credential, idempotency, outbox, person, registration, topic};
use backend::service::people::by_calendar_secret;
use backend::service::sign_in;
use domain::host::Role;
use domain::text::Lang;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, NotSet, PaginatorTrait, QueryFilter, Set};
use serde_json::{Value, json};
use std::io::{Cursor, Read};

fn ilze() -> Value {
    json!({
        "name": "Ilze Kalniņa", "zone": "America/New_York", "country": "us", "language": "lv", "segment": "justice",
        "organisation": "United Nations", "competences": ["law", "law", " elections "], "consents": {"directory": true}, "contact_per_year": 6,
    })
}

fn with(mut body: Value, field: &str, value: Value) -> Value {
    body[field] = value;
    body
}

async fn mark_signed_in(place: &Place, email: &str) {
    let row = person::Entity::find().filter(person::Column::Email.eq(email)).one(place.site.db.read()).await.unwrap().unwrap();
    let change = person::ActiveModel { id: Set(row.id), first_signed_in_at: Set(Some(1)), ..Default::default() };
    change.update(place.site.db.writer()).await.unwrap();
}

#[tokio::test]
async fn an_organiser_records_a_person_until_the_person_comes_in() {
    let place = Place::new().await;
    let host = place.host("chancellery").await;
    let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
    let made = organiser.put("/people/Ilze@Example.org", ilze()).await.expect(201).json();
    assert_eq!(made["email"], "ilze@example.org");
    assert_eq!(made["country"], "US");
    assert_eq!(made["competences"], json!(["law", "elections"]));
    assert_eq!(made["consents"], json!({"directory": true, "research": false, "contact": false}));
    let changed = organiser.put("/people/ilze@example.org", with(ilze(), "country", Value::Null)).await.expect(200).json();
    assert_eq!(changed["country"], Value::Null);
    let evidence = consent::Entity::find().all(place.site.db.read()).await.unwrap();
    assert_eq!(evidence.len(), 1, "what was recorded already is not recorded again");
    assert_eq!(evidence[0].host_id, Some(host));
    assert!(evidence[0].wording.contains("katalogā"), "{}", evidence[0].wording);
    mark_signed_in(&place, "ilze@example.org").await;
    let refused = organiser.put("/people/ilze@example.org", ilze()).await.expect(403);
    assert_eq!(refused.code(), "signed_in_person");
    place.acting("admin@example.org", None).await.put("/people/ilze@example.org", ilze()).await.expect(403);
}

#[tokio::test]
async fn who_has_signed_in_changes_their_own_profile() {
    let place = Place::new().await;
    let client = place.acting("ilze@example.org", None).await;
    client.put("/people/ilze@example.org", with(ilze(), "consents", json!({"research": true}))).await.expect(200);
    let me = client.get("/me").await.expect(200).json();
    assert_eq!(me["name"], "Ilze Kalniņa");
    assert_eq!(me["consents"]["research"], true);
    assert_eq!(me["administrator"], false);
    let own = consent::Entity::find().one(place.site.db.read()).await.unwrap().unwrap();
    assert_eq!(own.host_id, None, "a decision of one's own is no evidence of a host");
    client.put("/people/ilze@example.org", with(ilze(), "consents", json!({"research": false}))).await.expect(200);
    assert_eq!(client.get("/me").await.json()["consents"]["research"], false);
    assert_eq!(consent::Entity::find().count(place.site.db.read()).await.unwrap(), 2, "both decisions are kept");
}

#[tokio::test]
async fn only_administrators_and_organisers_record_others() {
    let place = Place::new().await;
    let host = place.host("chancellery").await;
    place.anyone().put("/people/ilze@example.org", ilze()).await.expect(401);
    for (email, role) in [("none@example.org", None), ("v@example.org", Some(Role::Viewer)), ("a@example.org", Some(Role::Assistant))] {
        let client = place.acting(email, role.map(|role| (host, role))).await;
        client.put("/people/ilze@example.org", ilze()).await.expect(403);
        client.put("/people/not-an-address", ilze()).await.expect(403);
    }
    for (email, role) in [("o@example.org", Some(Role::Organiser)), ("c@example.org", Some(Role::Coordinator)), ("admin@example.org", None)]
    {
        let client = place.acting(email, role.map(|role| (host, role))).await;
        let answer = client.put(&format!("/people/by-{email}"), ilze()).await;
        assert_eq!(answer.status.as_u16(), 201, "{email}");
    }
}

#[tokio::test]
async fn everything_wrong_with_a_profile_is_said_at_its_field() {
    let place = Place::new().await;
    let admin = place.acting("admin@example.org", None).await;
    let cases = [
        ("name", json!(""), "required"),
        ("name", json!("x".repeat(201)), "too_long"),
        ("name", json!("a\u{202e}b"), "control_characters"),
        ("zone", json!("Mars/Olympus"), "unknown_zone"),
        ("zone", json!("europe/riga"), "unknown_zone"),
        ("country", json!("XX"), "invalid_country"),
        ("country", json!("Latvia"), "invalid_country"),
        ("language", json!("de"), "unknown_value"),
        ("segment", json!("sport"), "unknown_value"),
        ("organisation", json!("a\u{7}b"), "control_characters"),
        ("competences", json!(["x".repeat(101)]), "too_long"),
        ("competences", json!((0..31).map(|n| n.to_string()).collect::<Vec<_>>()), "too_many"),
        ("contact_per_year", json!(-1), "out_of_range"),
        ("contact_per_year", json!(i64::MAX), "out_of_range"),
        ("host", json!("nowhere"), "unknown_host"),
        ("name", json!(7), "invalid_type"),
    ];
    for (field, value, code) in cases {
        let refused = admin.put("/people/ilze@example.org", with(ilze(), field, value)).await.expect(422);
        assert_eq!(refused.header("content-type"), Some("application/problem+json"));
        let problem = refused.json();
        assert_eq!((problem["errors"][0]["field"].as_str(), problem["code"].as_str()), (Some(field), Some(code)));
        assert!(problem["errors"][0]["message"].as_str().is_some_and(|said| said.len() > 5));
    }
    let both = admin.put("/people/ilze@example.org", with(with(ilze(), "zone", json!("x")), "name", json!(""))).await.expect(422).json();
    assert_eq!(both["errors"].as_array().map(Vec::len), Some(2));
    admin.put("/people/a%0D%0ABcc:x@example.org", ilze()).await.expect(422);
    assert_eq!(person::Entity::find().count(place.site.db.read()).await.unwrap(), 1, "nothing half-written");
}

#[tokio::test]
async fn an_organiser_finds_only_those_they_have_to_do_with() {
    let place = Place::new().await;
    let (own, other) = (place.host("own").await, place.host("other").await);
    let organiser = place.acting("organiser@example.org", Some((own, Role::Organiser))).await;
    let stranger = place.acting("stranger@example.org", Some((other, Role::Organiser))).await;
    organiser.put("/people/anna@example.org", with(with(ilze(), "name", json!("Anna Ābola")), "consents", json!({}))).await.expect(201);
    stranger.put("/people/berta@example.org", with(ilze(), "name", json!("Berta Ābele"))).await.expect(201);
    stranger.put("/people/cilda@example.org", with(with(ilze(), "name", json!("Cilda Ābele")), "consents", json!({}))).await.expect(201);
    let found =
        |answer: Value| answer["items"].as_array().unwrap().iter().map(|p| p["email"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!(found(organiser.get("/people?q=ab").await.expect(200).json()), ["anna@example.org", "berta@example.org"]);
    let admin = place.acting("admin@example.org", None).await;
    assert_eq!(found(admin.get("/people?q=ABELE").await.expect(200).json()), ["berta@example.org", "cilda@example.org"]);
    let first = admin.get("/people?limit=2").await.expect(200).json();
    let rest = admin.get(&format!("/people?limit=200&cursor={}", first["next"].as_str().unwrap())).await.expect(200).json();
    assert_eq!(found(first).len() + found(rest.clone()).len(), 6);
    assert_eq!(rest["next"], Value::Null);
    place.anyone().get("/people").await.expect(401);
    place.acting("viewer@example.org", Some((own, Role::Viewer))).await.get("/people").await.expect(403);
    admin.get("/people?limit=0").await.expect(422);
    admin.get("/people?cursor=x").await.expect(422);
}

#[tokio::test]
async fn a_calendar_address_can_be_shown_again_and_ended() {
    let place = Place::new().await;
    let client = place.acting("ilze@example.org", None).await;
    let address = |answer: Value| answer["calendar_url"].as_str().unwrap().to_owned();
    let first = address(client.get("/me").await.expect(200).json());
    assert_eq!(first, address(client.get("/me").await.json()));
    let secret = |url: &str| url.strip_prefix("http://saiets.test/u/").unwrap().strip_suffix("/calendar.ics").unwrap().to_owned();
    let person = |secret: String| {
        let site = place.site.clone();
        async move { by_calendar_secret(&site, &secret).await.unwrap().map(|person| person.email) }
    };
    assert_eq!(person(secret(&first)).await.as_deref(), Some("ilze@example.org"));
    let second = address(client.post("/me/calendar", json!({})).await.expect(200).json());
    assert_eq!(person(secret(&first)).await, None, "the old address is over");
    assert_eq!(person(secret(&second)).await.as_deref(), Some("ilze@example.org"));
    for odd in ["", "1", "1-", "x-y", "99-abc", "-1-abc"] {
        assert_eq!(person(odd.to_owned()).await, None, "{odd}");
    }
    place.anyone().get("/me").await.expect(401);
    place.anyone().post("/me/calendar", json!({})).await.expect(401);
}

async fn register(place: &Place, event: i64, person: i64, sealed: &str) {
    let row = registration::ActiveModel {
        id: NotSet,
        event_id: Set(event),
        person_id: Set(person),
        mode: Set(domain::event::Mode::InPerson.into()),
        status: Set(domain::registration::Status::Confirmed.into()),
        queue: Set(1),
        waiting_mode: Set(None),
        waiting_queue: Set(None),
        registered_at: Set(1),
        cancelled_at: Set(None),
        named: Set(false),
    };
    let row = row.insert(place.site.db.writer()).await.unwrap();
    let needs = backend::entity::registration_needs::ActiveModel {
        registration_id: Set(row.id),
        sealed: Set(place.site.keys.seal(&format!("needs/{}", row.id), sealed.as_bytes())),
    };
    needs.insert(place.site.db.writer()).await.unwrap();
}

async fn propose(place: &Place, event: i64, author: i64) {
    let row = topic::ActiveModel {
        id: NotSet,
        event_id: Set(event),
        number: Set(1),
        title: Set(domain::text::Text { lv: Some("Mentorings".to_owned()), en: None }.into()),
        summary: Set(None),
        minutes: Set(30),
        author_id: Set(Some(author)),
        author_sealed: Set(None),
        origin: Set(None),
        status: Set(domain::topic::Status::Proposed.into()),
        reason: Set(None),
        merged_into: Set(None),
        proposed_on: Set("2027-01-25".to_owned()),
        opened: Set(0),
        ..Default::default()
    };
    row.insert(place.site.db.writer()).await.unwrap();
}

#[tokio::test]
async fn everything_held_can_be_taken_along() {
    let place = Place::new().await;
    let host = place.host("chancellery").await;
    let event = place.event(host, "forum-2027", |_| {}).await;
    let id = place.person("ilze@example.org").await;
    let client = place.client(id).await;
    client.put("/people/ilze@example.org", ilze()).await.expect(200);
    register(&place, event.id, id, "a ramp").await;
    propose(&place, event.id, id).await;
    let answer = client.get("/me/export").await.expect(200);
    assert_eq!(answer.header("content-type"), Some("application/zip"));
    let mut archive = zip::ZipArchive::new(Cursor::new(answer.body.to_vec())).unwrap();
    let mut file = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        serde_json::from_str::<Value>(&text).unwrap()
    };
    assert_eq!(file("profile.json")["name"], "Ilze Kalniņa");
    assert_eq!(file("consents.json")[0]["purpose"], "directory");
    assert_eq!(file("registrations.json")[0]["event"], "forum-2027");
    assert_eq!(file("registrations.json")[0]["needs"], "a ramp");
    assert_eq!(file("topics.json")[0]["title"]["lv"], "Mentorings");
    assert_eq!(file("sessions.json").as_array().map(Vec::len), Some(2));
    for empty in ["interest.json", "invitations.json", "supports.json", "rounds.json", "roles.json"] {
        assert_eq!(file(empty), json!([]), "{empty}");
    }
    place.anyone().get("/me/export").await.expect(401);
}

#[tokio::test]
async fn who_is_erased_leaves_nothing_but_text_without_an_author() {
    let place = Place::new().await;
    let host = place.host("chancellery").await;
    let event = place.event(host, "forum-2027", |_| {}).await;
    let id = place.person("ilze@example.org").await;
    place.member(host, id, Role::Organiser).await;
    let client = place.client(id).await;
    client.put("/people/ilze@example.org", ilze()).await.expect(200);
    client.put("/people/other@example.org", ilze()).await.expect(201);
    client.call_with(axum::http::Method::POST, "/me/calendar", Some(json!({})), &[("idempotency-key", "k")]).await.expect(200);
    register(&place, event.id, id, "a ramp").await;
    propose(&place, event.id, id).await;
    sign_in::ask(&place.site, "ilze@example.org", Lang::Lv, None).await.unwrap();
    let link = sign_in::make_link(&place.site, "ilze@example.org", Lang::Lv, None).await.unwrap();
    client.delete("/me").await.expect(204);
    client.get("/me").await.expect(401);
    let db = place.site.db.read();
    assert_eq!(person::Entity::find_by_id(id).one(db).await.unwrap(), None);
    assert_eq!(registration::Entity::find().count(db).await.unwrap(), 0);
    assert_eq!(credential::Entity::find().count(db).await.unwrap(), 0);
    assert_eq!(idempotency::Entity::find().count(db).await.unwrap(), 0);
    assert_eq!(outbox::Entity::find().count(db).await.unwrap(), 0);
    let kept = topic::Entity::find().one(db).await.unwrap().unwrap();
    assert_eq!((kept.author_id, kept.title.0.lv.as_deref()), (None, Some("Mentorings")));
    let noted = backend::entity::audit::Entity::find().all(db).await.unwrap();
    assert!(!noted.is_empty() && noted.iter().all(|row| row.actor_id.is_none()), "what was done stays noted without the person");
    let secret = link.rsplit('/').next().unwrap();
    assert!(sign_in::enter(&place.site, secret, Lang::Lv).await.is_err(), "an old link brings nobody back");
}

#[tokio::test]
async fn the_last_administrator_stays() {
    let place = Place::new().await;
    let admin = place.acting("admin@example.org", None).await;
    assert_eq!(admin.delete("/me").await.expect(409).code(), "last_administrator");
    place.acting("admin@example.com", None).await.delete("/me").await.expect(204);
    admin.delete("/me").await.expect(409);
    place.acting("ilze@example.org", None).await.delete("/me").await.expect(204);
    place.anyone().delete("/me").await.expect(401);
}

#[tokio::test]
async fn ones_own_page_shows_changes_and_keeps_what_was_typed() {
    let place = Place::new().await;
    let id = place.person("ilze@example.org").await;
    let client = place.client(id).await;
    for (path, words) in
        [("/lv/me", "Jūsu vietas"), ("/en/me", "Your places"), ("/lv/me/erase", "Kas pazūd"), ("/en/me/erase", "What goes")]
    {
        assert!(client.page(path).await.expect(200).text().contains(words), "{path}");
    }
    let profile =
        [("form", "profile"), ("name", "Ilze Kalniņa"), ("zone", "Asia/Bangkok"), ("language", "lv"), ("competences", "law\nelections")];
    client.submit("/lv/me", &profile).await.expect(303);
    let kept = client.get("/me").await.json();
    assert_eq!((kept["zone"].as_str(), &kept["competences"]), (Some("Asia/Bangkok"), &json!(["law", "elections"])));
    let wrong = [("form", "profile"), ("name", "Ilze <b>"), ("zone", "Nowhere"), ("language", "lv")];
    let page = client.submit("/lv/me", &wrong).await.expect(422).text();
    assert!(page.contains("Ilze &lt;b&gt;") && page.contains("id=\"zone-error\""), "{page}");
    client.submit("/lv/me", &[("form", "consents"), ("directory", "yes"), ("contact_per_year", "4")]).await.expect(303);
    let kept = client.get("/me").await.json();
    assert_eq!(
        (&kept["consents"]["directory"], &kept["consents"]["contact"], &kept["contact_per_year"]),
        (&json!(true), &json!(false), &json!(4))
    );
    let page = client.submit("/lv/me", &[("form", "consents"), ("contact_per_year", "many")]).await.expect(422).text();
    assert!(page.contains("value=\"many\""), "{page}");
    assert_eq!(client.get("/me").await.json()["consents"]["directory"], true, "a refused form changes nothing");
    client.submit("/lv/me", &[("form", "consents")]).await.expect(303);
    assert_eq!(client.get("/me").await.json()["consents"]["directory"], false);
    let old = kept["calendar_url"].clone();
    client.submit("/lv/me", &[("form", "calendar")]).await.expect(303);
    assert_ne!(client.get("/me").await.json()["calendar_url"], old);
    assert_eq!(client.page("/lv/me/export").await.expect(200).header("content-type"), Some("application/zip"));
}

#[tokio::test]
async fn erasing_oneself_is_asked_once_more() {
    let place = Place::new().await;
    let client = place.acting("ilze@example.org", None).await;
    client.submit("/en/me/erase", &[]).await.expect(422);
    client.get("/me").await.expect(200);
    client.submit("/en/me/erase", &[("confirm", "yes")]).await.expect(303);
    client.get("/me").await.expect(401);
    let admin = place.acting("admin@example.org", None).await;
    admin.submit("/en/me/erase", &[("confirm", "yes")]).await.expect(409);
    for path in ["/en/me", "/en/me/export", "/en/me/erase"] {
        assert!(place.anyone().page(path).await.expect(303).header("location").is_some_and(|to| to.starts_with("/en/signin?to=")));
    }
}

#[tokio::test]
async fn my_places_stand_on_my_page() {
    let place = Place::new().await;
    let host = place.host("chancellery").await;
    let event = place.event(host, "forum-2027", |_| {}).await;
    let id = place.person("ilze@example.org").await;
    register(&place, event.id, id, "a ramp").await;
    let page = place.client(id).await.page("/en/me").await.expect(200).text();
    assert!(page.contains("Professionals’ forum 2027") && page.contains("In the room."), "{page}");
    assert!(!page.contains("a ramp"));
    let other = place.acting("other@example.org", None).await.page("/en/me").await.expect(200).text();
    assert!(!other.contains("forum-2027") && other.contains("You are not expected anywhere yet."));
}
