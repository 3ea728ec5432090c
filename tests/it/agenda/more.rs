//! What else a session can say, and breaks.

use super::{scene, session};
use serde_json::{Value, json};

/// A session that says everything.
fn full() -> Value {
    let mut body = session("Darba grupa", "10:00", 60);
    body["chairs"] = json!(["anna@example.org", "Valsts kanceleja"]);
    body["language"] = json!("both");
    body["chatham_house"] = json!(true);
    body["group"] = json!({"lv": "Iekšlietas", "en": "Home affairs"});
    body["materials"] = json!([{"title": "Ziņojums", "url": "https://www.mk.gov.lv/z.pdf"}]);
    body
}

#[tokio::test]
async fn everything_a_session_says_is_kept_shown_and_published() {
    let scene = scene().await;
    scene.place.person("anna@example.org").await;
    let id = scene.add(full()).await;
    let path = format!("/sessions/{id}");
    let own = scene.organiser.get(&path).await.expect(200).json();
    assert_eq!(
        (&own["chairs"], &own["given_chairs"]),
        (&json!(["anna", "Valsts kanceleja"]), &json!(["anna@example.org", "Valsts kanceleja"]))
    );
    scene.release("First").await;
    let seen = scene.place.anyone().get(&path).await.expect(200).json();
    for (field, value) in [("kind", json!("session")), ("language", json!("both")), ("chatham_house", json!(true))] {
        assert_eq!(seen[field], value, "{field}");
    }
    assert_eq!(seen["group"], json!({"lv": "Iekšlietas", "en": "Home affairs"}));
    assert_eq!(seen["materials"], json!([{"title": "Ziņojums", "url": "https://www.mk.gov.lv/z.pdf"}]));
    assert_eq!((&seen["chairs"], seen.get("given_chairs")), (&json!(["anna", "Valsts kanceleja"]), None));
    let page = scene.place.anyone().page("/en/events/forum-2027/agenda").await.expect(200).text();
    for shown in
        ["Working group: Home affairs", "Chair: anna and Valsts kanceleja", "In Latvian and English", "nobody may be named", "z.pdf"]
    {
        assert!(page.contains(shown), "{shown}");
    }
    // A change of any of it is a change of the session, and leaves the rest as it was.
    let changed = scene.organiser.patch(&path, json!({"language": null, "chatham_house": false, "chairs": []})).await.expect(200).json();
    assert_eq!((changed.get("language"), &changed["chatham_house"], &changed["chairs"]), (None, &json!(false), &json!([])));
    assert_eq!((&changed["materials"], &changed["group"]), (&own["materials"], &own["group"]));
    let made = scene.release("Second").await;
    assert_eq!(made["changes"], json!([{"kind": "changed", "session": id}]));
}

#[tokio::test]
async fn speakers_and_chairs_are_changed_apart() {
    let scene = scene().await;
    let mut body = full();
    body["speakers"] = json!(["Jānis Liepa"]);
    let path = format!("/sessions/{}", scene.add(body).await);
    let changed = scene.organiser.patch(&path, json!({"speakers": ["Ilze Kalniņa", "Jānis Liepa"]})).await.expect(200).json();
    assert_eq!(
        (&changed["speakers"], &changed["given_chairs"]),
        (&json!(["Ilze Kalniņa", "Jānis Liepa"]), &json!(["anna@example.org", "Valsts kanceleja"]))
    );
    let changed = scene.organiser.patch(&path, json!({"chairs": ["Anna"]})).await.expect(200).json();
    assert_eq!((&changed["speakers"], &changed["chairs"]), (&json!(["Ilze Kalniņa", "Jānis Liepa"]), &json!(["Anna"])));
}

#[tokio::test]
async fn a_break_has_a_title_a_time_and_a_place_and_nothing_else() {
    let scene = scene().await;
    let mut body = session("Kafija", "10:00", 30);
    body["kind"] = json!("break");
    body["room"] = json!("Foajē");
    let path = format!("/sessions/{}", scene.add(body.clone()).await);
    for (field, value) in [
        ("speakers", json!(["Anna"])),
        ("chairs", json!(["Anna"])),
        ("language", json!("lv")),
        ("chatham_house", json!(true)),
        ("group", json!("Grupa")),
        ("materials", json!([{"title": "Ēdienkarte", "url": "https://mk.gov.lv/"}])),
    ] {
        let refused = scene.organiser.patch(&path, json!({field: value})).await.expect(422).json();
        assert_eq!((&refused["errors"][0]["field"], &refused["errors"][0]["code"]), (&json!(field), &json!("not_in_a_break")));
    }
    let talk = scene.add(full()).await;
    let refused = scene.organiser.patch(&format!("/sessions/{talk}"), json!({"kind": "break"})).await.expect(422).json();
    let fields: Vec<&str> = refused["errors"].as_array().unwrap().iter().map(|one| one["field"].as_str().unwrap()).collect();
    assert_eq!(fields, ["chairs", "language", "chatham_house", "group", "materials"]);
    scene.release("First").await;
    assert_eq!(scene.ilze.post(&format!("{path}/marks"), json!({})).await.expect(409).code(), "is_a_break");
    let page = scene.ilze.page("/en/events/forum-2027/agenda").await.expect(200).text();
    assert_eq!(page.matches(r#"value="mark""#).count(), 1, "the session can be marked, the break cannot");
}

#[tokio::test]
async fn a_marked_session_that_becomes_a_break_leaves_the_calendar() {
    let scene = scene().await;
    let id = scene.add(session("Saruna", "10:00", 30)).await;
    scene.release("First").await;
    scene.ilze.post(&format!("/sessions/{id}/marks"), json!({})).await.expect(200);
    scene.organiser.patch(&format!("/sessions/{id}"), json!({"kind": "break"})).await.expect(200);
    scene.release("Second").await;
    let entry = super::feed::entries(&scene, &scene.ilze).await.remove(0);
    assert!(entry.contains("STATUS:CANCELLED") && entry.contains("SEQUENCE:1"), "{entry}");
    assert_eq!(scene.ilze.get(&format!("/sessions/{id}")).await.json()["marked"], false);
}

#[tokio::test]
async fn the_calendar_says_who_leads_and_what_may_not_be_told() {
    let scene = scene().await;
    scene.place.person("anna@example.org").await;
    let id = scene.add(full()).await;
    scene.release("First").await;
    scene.ilze.post(&format!("/sessions/{id}/marks"), json!({})).await.expect(200);
    let entry = super::feed::entries(&scene, &scene.ilze).await.remove(0);
    for said in
        ["Chair: anna and Valsts kanceleja", "nobody may be named", "Home affairs", "In Latvian and English", "https://www.mk.gov.lv/z.pdf"]
    {
        assert!(entry.contains(said), "{said}: {entry}");
    }
}

#[tokio::test]
async fn the_form_writes_it_all_and_shows_it_again() {
    let scene = scene().await;
    let new = "/en/organise/events/forum-2027/agenda/new";
    let fields = [
        ("kind", "session"),
        ("title.lv", "Grupa"),
        ("starts_local", "2027-08-18T10:00"),
        ("duration_minutes", "30"),
        ("part", "main"),
        ("chairs", "Anna Ozola\n"),
        ("language", "en"),
        ("chatham_house", "yes"),
        ("group.lv", "Iekšlietas"),
        ("materials", "Ziņojums par gadu https://www.mk.gov.lv/z.pdf\n\n"),
    ];
    scene.organiser.submit(new, &fields).await.expect(303);
    let made = scene.agenda(&scene.organiser, "").await["working"]["items"][0].clone();
    assert_eq!(made["materials"], json!([{"title": "Ziņojums par gadu", "url": "https://www.mk.gov.lv/z.pdf"}]));
    assert_eq!((&made["chatham_house"], &made["language"], &made["chairs"]), (&json!(true), &json!("en"), &json!(["Anna Ozola"])));
    let form = scene.organiser.page(&format!("/en/organise/events/forum-2027/agenda/{}", made["id"])).await.expect(200).text();
    for shown in ["Ziņojums par gadu https://www.mk.gov.lv/z.pdf", "Anna Ozola", "Iekšlietas"] {
        assert!(form.contains(shown), "{shown}");
    }
    let bare = [("materials", "https://www.mk.gov.lv/z.pdf")];
    let refused: Vec<(&str, &str)> = fields.into_iter().filter(|(name, _)| *name != "materials").chain(bare).collect();
    assert!(scene.organiser.submit(new, &refused).await.expect(422).text().contains("To read"), "an address needs a title");
    let pause = scene.organiser.page(&format!("{new}?kind=break")).await.expect(200).text();
    assert!(!pause.contains("Chatham") && !pause.contains(r#"name="speakers""#), "a break is asked for less");
}

#[tokio::test]
async fn bad_values_are_refused_at_their_fields() {
    let scene = scene().await;
    for (field, value, code) in [
        ("kind", json!("lunch"), "unknown_value"),
        ("language", json!("latin"), "unknown_value"),
        ("group", json!("ā".repeat(101)), "too_long"),
        ("chairs", json!(["anna@"]), "invalid_email"),
        ("materials", json!([{"title": "Slikts", "url": "javascript:alert(1)"}]), "invalid_url"),
        ("materials", json!([{"title": " ", "url": "https://mk.gov.lv/"}]), "required"),
        ("materials", json!(vec![json!({"title": "a", "url": "https://mk.gov.lv/"}); 21]), "too_many"),
    ] {
        let mut body = session("Labs", "10:00", 30);
        body[field] = value;
        let answer = scene.organiser.post("/events/forum-2027/sessions", body).await.expect(422).json();
        assert_eq!((&answer["errors"][0]["field"], &answer["errors"][0]["code"]), (&json!(field), &json!(code)), "{answer}");
    }
}
