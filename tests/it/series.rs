//! Series: their rule, their dates, their editions.

use crate::support::Place;
use domain::host::Role;
use serde_json::{Value, json};

fn forum() -> Value {
    json!({
        "slug": "forum", "host": "chancellery", "title": {"lv": "Profesionāļu forums", "en": "Professionals’ forum"}, "kind": "forum",
        "rule": "FREQ=YEARLY;BYMONTH=8;BYDAY=3WE", "first": "2022-08-17", "zone": "Europe/Riga", "local_time": "10:00",
        "duration_minutes": 480, "venues": ["Rīga", "Brussels"], "notice_days": {"ideal": 365, "minimum": 199},
    })
}

fn with(mut body: Value, field: &str, value: Value) -> Value {
    body[field] = value;
    body
}

#[tokio::test]
async fn a_series_shows_its_next_dates_at_once() {
    let place = Place::new().await;
    let host = place.host("chancellery").await;
    let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
    let made = organiser.post("/series", forum()).await.expect(201).json();
    assert_eq!((made["slug"].as_str(), made["host"].as_str()), (Some("forum"), Some("chancellery")));

    let dates = place.anyone().get("/series/forum/dates?from=2027&count=4").await.expect(200).json();
    let said: Vec<&str> = dates["items"].as_array().unwrap().iter().map(|item| item["starts_at"].as_str().unwrap()).collect();
    assert_eq!(said, ["2027-08-18T07:00:00Z", "2028-08-16T07:00:00Z", "2029-08-15T07:00:00Z", "2030-08-21T07:00:00Z"]);
    let first = &dates["items"][0];
    assert_eq!((first["year"].as_i64(), first["starts_local"].as_str()), (Some(2027), Some("2027-08-18T10:00")));
    // 2022 was in Riga, so the sixth of the series is in Brussels.
    assert_eq!(first["venue"], "Brussels");
    assert_eq!(first["announce_by"], json!({"ideal": "2026-08-18", "minimum": "2027-01-31"}));
    assert_eq!(first.get("event"), None);

    let from_today = place.anyone().get("/series/forum/dates").await.expect(200).json();
    assert_eq!(from_today["items"].as_array().unwrap().len(), 5);
    assert_eq!(from_today["items"][0]["starts_local"], "2027-08-18T10:00");
    for bad in ["?count=0", "?count=101", "?from=soon", "?from=2027-02-30"] {
        place.anyone().get(&format!("/series/forum/dates{bad}")).await.expect(422);
    }
    assert_eq!(place.anyone().get("/series").await.expect(200).json()["items"][0]["slug"], "forum");
}

#[tokio::test]
async fn an_edition_starts_tentative_with_the_uid_its_date_has_always_had() {
    let place = Place::new().await;
    let host = place.host("chancellery").await;
    let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
    organiser.post("/series", forum()).await.expect(201);
    let made = organiser.post("/series/forum/editions", json!({"year": 2027, "slug": "forum-2027"})).await.expect(201).json();
    assert_eq!(made["status"], "tentative");
    assert_eq!(made["uid"], "forum-20270818@saiets.test");
    assert_eq!(made["title"], json!({"lv": "Profesionāļu forums 2027", "en": "Professionals’ forum 2027"}));
    assert_eq!((made["starts_at"].as_str(), made["ends_at"].as_str()), (Some("2027-08-18T07:00:00Z"), Some("2027-08-18T15:00:00Z")));
    assert_eq!((made["venue"]["city"].as_str(), made["venue"]["country"].as_str()), (Some("Brussels"), Some("BE")));
    assert_eq!((made["series"].as_str(), made["sequence"].as_i64()), (Some("forum"), Some(0)));

    let dates = place.anyone().get("/series/forum/dates?from=2027&count=1").await.json();
    assert_eq!(dates["items"][0]["event"], "forum-2027");

    let again = json!({"date": "2027-08-18", "slug": "forum-again"});
    assert_eq!(organiser.post("/series/forum/editions", again).await.expect(409).code(), "edition_exists");
    let whole_year = json!({"year": 2027, "slug": "forum-again"});
    assert_eq!(organiser.post("/series/forum/editions", whole_year).await.expect(409).code(), "edition_exists");
    let off = json!({"date": "2028-08-17", "slug": "forum-2028"});
    assert_eq!(organiser.post("/series/forum/editions", off).await.expect(422).code(), "not_in_rule");
    let taken = organiser.post("/series/forum/editions", json!({"year": 2028, "slug": "forum-2027"})).await.expect(409);
    assert_eq!((taken.code().as_str(), taken.json()["errors"][0]["field"].as_str()), ("slug_taken", Some("slug")));
    organiser.post("/series/forum/editions", json!({"slug": "forum-2028"})).await.expect(422);
}

#[tokio::test]
async fn what_makes_no_series_is_said_at_its_field() {
    let place = Place::new().await;
    let host = place.host("chancellery").await;
    let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
    let wrong = [
        ("slug", json!("Forum 2027"), "slug", "invalid_slug"),
        ("slug", json!("new"), "slug", "reserved"),
        ("host", json!("nobody"), "host", "unknown_host"),
        ("title", json!({}), "title", "required"),
        ("title", json!({"en": "x".repeat(201)}), "title", "too_long"),
        ("title", json!({"en": "a\u{0}b"}), "title", "control_characters"),
        ("kind", json!("party"), "kind", "unknown_value"),
        ("rule", json!("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), "rule", "rule_never_occurs"),
        ("rule", json!("FREQ=DAILY"), "rule", "unsupported_rule"),
        ("rule", json!("every August"), "rule", "invalid_rule"),
        ("zone", json!("Europe/Latvia"), "zone", "unknown_zone"),
        ("local_time", json!("25:00"), "local_time", "invalid_time"),
        ("duration_minutes", json!(0), "duration_minutes", "duration_out_of_range"),
        ("duration_minutes", json!(10_081), "duration_minutes", "duration_out_of_range"),
        ("duration_minutes", json!("long"), "duration_minutes", "invalid_type"),
        ("notice_days", json!({"ideal": 100, "minimum": 200}), "notice_days", "notice_minimum_above_ideal"),
        ("venues", json!(vec!["Rīga"; 21]), "venues", "too_many"),
    ];
    for (field, value, at, code) in wrong {
        let answer = organiser.post("/series", with(forum(), field, value)).await.expect(422).json();
        assert_eq!((answer["errors"][0]["field"].as_str(), answer["errors"][0]["code"].as_str()), (Some(at), Some(code)), "{answer}");
        assert!(answer["errors"][0]["message"].as_str().is_some_and(|message| message.len() > 5));
    }
    organiser.post("/series", forum()).await.expect(201);
    assert_eq!(organiser.post("/series", forum()).await.expect(409).code(), "slug_taken");
    let changed = organiser.patch("/series/forum", json!({"local_time": "09:30", "venues": ["Rīga"]})).await.expect(200).json();
    assert_eq!((changed["local_time"].as_str(), changed["duration_minutes"].as_i64()), (Some("09:30"), Some(480)));
    assert_eq!(organiser.patch("/series/forum", json!({"rule": "FREQ=YEARLY;BYMONTH=13"})).await.expect(422).code(), "invalid_rule");
}

#[tokio::test]
async fn only_organisers_of_the_host_make_series_and_editions() {
    let place = Place::new().await;
    let (host, other) = (place.host("chancellery").await, place.host("embassy").await);
    let refused = [
        place.acting("viewer@example.org", Some((host, Role::Viewer))).await,
        place.acting("assistant@example.org", Some((host, Role::Assistant))).await,
        place.acting("foreign@example.org", Some((other, Role::Coordinator))).await,
        place.acting("person@example.org", None).await,
    ];
    for client in &refused {
        client.post("/series", forum()).await.expect(403);
    }
    place.anyone().post("/series", forum()).await.expect(401);
    place.acting("coordinator@example.org", Some((host, Role::Coordinator))).await.post("/series", forum()).await.expect(201);
    let edition = json!({"year": 2027, "slug": "forum-2027"});
    for client in &refused {
        client.post("/series/forum/editions", edition.clone()).await.expect(403);
        client.patch("/series/forum", json!({"local_time": "09:00"})).await.expect(403);
    }
    place.anyone().post("/series/forum/editions", edition.clone()).await.expect(401);
    place.acting("admin@example.org", None).await.post("/series/forum/editions", edition).await.expect(201);
    assert_eq!(place.anyone().get("/series/none").await.expect(404).code(), "not_found");
}

#[tokio::test]
async fn the_calculator_gives_dates_without_an_account() {
    let place = Place::new().await;
    let asked =
        json!({"rule": "FREQ=YEARLY;BYMONTH=8;BYDAY=3WE", "zone": "Europe/Riga", "local_time": "10:00", "from": "2027-01-01", "count": 2});
    let answer = place.anyone().post("/tools/dates", asked.clone()).await.expect(200).json();
    assert_eq!(answer["items"][1], json!({"starts_local": "2028-08-16T10:00", "starts_at": "2028-08-16T07:00:00Z"}));
    for (field, value) in
        [("count", json!(0)), ("count", json!(101)), ("rule", json!("FREQ=HOURLY")), ("from", json!("2027")), ("zone", json!("Mars"))]
    {
        place.anyone().post("/tools/dates", with(asked.clone(), field, value)).await.expect(422);
    }
    // The clocks skip 03:30 on 28 March 2027 in Riga.
    let spring = json!({"rule": "FREQ=WEEKLY;BYDAY=SU", "zone": "Europe/Riga", "local_time": "03:30", "from": "2027-03-28", "count": 1});
    let skipped = place.anyone().post("/tools/dates", spring).await.expect(200).json();
    assert_eq!(skipped["items"][0], json!({"starts_local": "2027-03-28T04:30", "starts_at": "2027-03-28T01:30:00Z"}));
}

#[tokio::test]
async fn next_years_forum_is_announced_in_a_few_steps() {
    let place = Place::new().await;
    let host = place.host("chancellery").await;
    let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
    organiser.post("/series", forum()).await.expect(201);
    let overview = organiser.page("/en/organise").await.expect(200).text();
    assert!(overview.contains("is not announced") && overview.contains("31 January 2027"), "{overview}");
    let series = organiser.page("/en/organise/series/forum").await.expect(200).text();
    assert!(series.contains("/en/organise/series/forum/editions?date=2027-08-18"), "{series}");
    let form = organiser.page("/en/organise/series/forum/editions?date=2027-08-18").await.expect(200).text();
    assert!(form.contains("forum-2027") && form.contains("Professionals’ forum 2027"), "{form}");
    let sent = organiser
        .submit("/en/organise/series/forum/editions?date=2027-08-18", &[("title.en", ""), ("slug", "forum-2027")])
        .await
        .expect(303);
    assert_eq!(sent.header("location"), Some("/en/organise/events/forum-2027"));
    let asked = organiser.page("/en/organise/events/forum-2027/status/announced").await.expect(200).text();
    assert!(asked.contains("Nobody is invited or registered yet"), "{asked}");
    organiser.submit("/en/organise/events/forum-2027/status/announced", &[]).await.expect(303);
    assert_eq!(organiser.get("/events/forum-2027").await.json()["status"], "announced");
    let latvian = organiser.page("/lv/organise/events/forum-2027").await.expect(200).text();
    assert!(latvian.contains("Profesionāļu forums 2027") && latvian.contains("Datums ir apsolīts"), "{latvian}");
}

#[tokio::test]
async fn the_series_form_builds_the_rule_from_words_and_keeps_what_was_typed() {
    let place = Place::new().await;
    let host = place.host("chancellery").await;
    let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
    for lang in ["lv", "en"] {
        organiser.page(&format!("/{lang}/organise/hosts/chancellery/series/new")).await.expect(200);
    }
    let mut fields = vec![
        ("title.lv", "Tematiskās sanāksmes"),
        ("title.en", ""),
        ("slug", "thematic"),
        ("kind", "thematic"),
        ("repeats", "monthly"),
        ("interval", "2"),
        ("by", "weekday"),
        ("nth", "-1"),
        ("weekday", "TH"),
        ("month", "8"),
        ("month_day", ""),
        ("zone", "Europe/Brussels"),
        ("local_time", "18:30"),
        ("duration_minutes", "90"),
        ("first", "2027-02-01"),
        ("venues", "Brussels\nRīga"),
        ("notice.ideal", "60"),
        ("notice.minimum", "30"),
    ];
    let shown = [fields.clone(), vec![("do", "dates")]].concat();
    let dates = organiser.submit("/en/organise/hosts/chancellery/series/new", &shown).await.expect(200).text();
    assert!(dates.contains("2027-02-25") && dates.contains("2027-04-29") && dates.contains("Tematiskās sanāksmes"), "{dates}");
    assert_eq!(organiser.get("/series").await.json()["items"], json!([]));
    organiser.submit("/en/organise/hosts/chancellery/series/new", &fields).await.expect(303);
    let made = organiser.get("/series/thematic").await.expect(200).json();
    assert_eq!((made["rule"].as_str(), made["first"].as_str()), (Some("FREQ=MONTHLY;INTERVAL=2;BYDAY=-1TH"), Some("2027-02-01")));
    assert_eq!(made["venues"], json!(["Brussels", "Rīga"]));

    fields.retain(|(name, _)| !["by", "month_day", "notice.minimum"].contains(name));
    fields.extend([("by", "day"), ("month_day", "31"), ("notice.minimum", "90")]);
    let refused = organiser.submit("/lv/organise/series/thematic/edit", &fields).await.expect(422).text();
    assert!(refused.contains("nevar būt garāks par vēlamo") && refused.contains("Tematiskās sanāksmes"), "{refused}");
    let edit = organiser.page("/en/organise/series/thematic/edit").await.expect(200).text();
    assert!(edit.contains("18:30") && edit.contains("Europe/Brussels"), "{edit}");
}
