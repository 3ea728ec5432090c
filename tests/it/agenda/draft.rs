//! A draft of the agenda: proposed, looked at, taken over.

use super::{Scene, scene, session};
use crate::support::Client;
use domain::host::Role;
use serde_json::{Value, json};

const DRAFT: &str = "/events/forum-2027/agenda/draft";
const APPLY: &str = "/events/forum-2027/agenda/draft/apply";
const PAGE: &str = "/en/organise/events/forum-2027/agenda/draft";

/// Promised topics of so many minutes.
async fn promised(scene: &Scene, topics: &[(&str, i64)]) -> Vec<i64> {
    let organiser = scene.place.acting("o@example.org", Some((scene.host, Role::Organiser))).await;
    let mut ids = Vec::new();
    for (title, minutes) in topics {
        let body = json!({"title": {"lv": title}, "minutes": minutes});
        let id = scene.ilze.post("/events/forum-2027/topics", body).await.expect(201).json()["id"].as_i64().unwrap();
        organiser.post(&format!("/topics/{id}/status"), json!({"to": "shortlisted"})).await.expect(200);
        ids.push(id);
    }
    ids
}

async fn proposed(scene: &Scene, asked: Value) -> Value {
    scene.organiser.post(DRAFT, asked).await.expect(200).json()
}

/// The starts in the order of the topics, else the code.
fn starts(proposal: &Value) -> Vec<String> {
    let one =
        |item: &Value| item["starts_local"].as_str().map_or_else(|| item["code"].as_str().unwrap().to_owned(), |at| at[11..].to_owned());
    proposal["items"].as_array().unwrap().iter().map(one).collect()
}

fn figure(proposal: &Value, code: &str) -> (i64, i64, bool) {
    let found = proposal["objective"].as_array().unwrap().iter().find(|one| one["code"] == code).unwrap().clone();
    (found["value"].as_i64().unwrap(), found["ideal"].as_i64().unwrap(), found["proven"].as_bool().unwrap())
}

fn with(mut asked: Value, field: &str, value: Value) -> Value {
    asked[field] = value;
    asked
}

#[tokio::test]
async fn promised_topics_are_placed_and_nothing_is_stored_before_it_is_taken_over() {
    let scene = scene().await;
    let topics = promised(&scene, &[("Kosmoss", 60), ("Jūra", 30)]).await;
    scene.add(session("Atklāšana", "10:00", 30)).await;
    let asked = json!({"pause_minutes": 10});
    let proposal = proposed(&scene, asked.clone()).await;
    assert_eq!(starts(&proposal), ["11:20", "10:40"], "beside what stays, the short one first so that both begin early");
    assert_eq!(figure(&proposal, "placed"), (90, 90, true));
    assert_eq!(proposed(&scene, asked.clone()).await, proposal, "the same question has the same draft");
    let agenda = async || scene.agenda(&scene.organiser, "").await["working"]["items"].clone();
    assert_eq!(agenda().await.as_array().unwrap().len(), 1);
    let taken = scene.organiser.post(APPLY, with(asked, "mark", proposal["mark"].clone())).await.expect(200).json();
    assert_eq!(taken, json!({"sessions": 2}));
    let there = agenda().await;
    let placed: Vec<_> =
        there.as_array().unwrap().iter().map(|one| (one["starts_local"].as_str().unwrap(), one["topic"].as_i64())).collect();
    assert_eq!(placed, [("2027-08-18T10:00", None), ("2027-08-18T10:40", Some(topics[1])), ("2027-08-18T11:20", Some(topics[0]))]);
    assert_eq!(scene.agenda(&scene.ilze, "").await["items"], json!([]), "nothing is published");
    assert_eq!(proposed(&scene, json!({})).await["items"], json!([]), "nothing waits any more");
    assert_eq!(scene.organiser.get("/events/forum-2027/agenda/warnings").await.json(), json!([]));
}

#[tokio::test]
async fn what_changed_since_is_not_overwritten() {
    let scene = scene().await;
    promised(&scene, &[("Kosmoss", 60)]).await;
    let rooms = json!([{"name": "Zāle", "capacity": 50}]);
    let mark = proposed(&scene, json!({})).await["mark"].clone();
    let changes = async || {
        scene.add(session("Pa vidu", "10:00", 30)).await;
    };
    changes().await;
    let apply = async |mark: &Value| scene.organiser.post(APPLY, json!({"mark": mark})).await;
    assert_eq!(apply(&mark).await.expect(409).code(), "changed_meanwhile");
    let mark = proposed(&scene, json!({})).await["mark"].clone();
    scene.organiser.put("/events/forum-2027/rooms", rooms).await.expect(200);
    assert_eq!(apply(&mark).await.expect(409).code(), "changed_meanwhile");
    assert_eq!(scene.organiser.post(APPLY, json!({})).await.expect(422).code(), "required");
    assert_eq!(scene.agenda(&scene.organiser, "").await["working"]["items"].as_array().unwrap().len(), 1);
    let mark = proposed(&scene, json!({})).await["mark"].clone();
    apply(&mark).await.expect(200);
    assert_eq!(apply(&mark).await.expect(409).code(), "changed_meanwhile", "not twice");
}

#[tokio::test]
async fn what_has_no_place_says_why() {
    let scene = scene().await;
    let topics = promised(&scene, &[("Garš", 500), ("Ar Annu", 60), ("Viens", 60), ("Divi", 60)]).await;
    let hours = json!([{"speaker": "Anna", "from_local": "2027-08-18T13:00", "until_local": "2027-08-18T13:30"}]);
    scene.organiser.put("/events/forum-2027/availability", hours).await.expect(200);
    let topic = |i: usize, speakers: Value| json!({"id": topics[i], "speakers": speakers});
    let asked = json!({
        "hours": [{"from_local": "2027-08-18T10:00", "until_local": "2027-08-18T12:00"}, {"from_local": "2027-08-18T13:00", "until_local": "2027-08-18T14:00"}],
        "lunch": {"from": "11:00", "until": "12:00"},
        "topics": [topic(0, json!([])), topic(1, json!(["Anna"])), topic(2, json!([])), topic(3, json!([]))],
    });
    let proposal = proposed(&scene, asked).await;
    assert_eq!(starts(&proposal), ["longer_than_hours", "speaker_unavailable", "10:00", "13:00"]);
    let said = |i: usize| proposal["items"][i]["message"].as_str().unwrap().to_owned();
    assert_eq!(said(0), "It needs 500 minutes, and no stretch of your hours is longer than 120.");
    assert_eq!(said(1), "Anna can be there only 18 August, 13:00–13:30, which within your hours is less than the 60 minutes it needs.");
    let short = json!({"hours": [{"from_local": "2027-08-18T10:00", "until_local": "2027-08-18T11:00"}], "topics": [topic(2, json!([])), topic(3, json!([]))]});
    let proposal = proposed(&scene, short).await;
    let mut found = starts(&proposal);
    found.sort();
    assert_eq!(found, ["10:00", "taken"]);
}

#[tokio::test]
async fn rooms_hold_those_who_come() {
    let scene = scene().await;
    let topics = promised(&scene, &[("Viens", 60), ("Divi", 60)]).await;
    let rooms = json!([{"name": {"lv": "Mazā", "en": "Small"}, "capacity": 10}, {"name": {"lv": "Lielā", "en": "Large"}, "capacity": 50}]);
    scene.organiser.put("/events/forum-2027/rooms", rooms).await.expect(200);
    let beside = |i: usize, expected: i64| json!({"id": topics[i], "part": "supplementary", "expected": expected});
    let hours = json!([{"from_local": "2027-08-18T10:00", "until_local": "2027-08-18T11:00"}]);
    let asked = json!({"hours": hours, "topics": [beside(0, 40), beside(1, 5)]});
    let proposal = proposed(&scene, asked.clone()).await;
    let room = |i: usize| proposal["items"][i]["room"]["en"].clone();
    assert_eq!((starts(&proposal), room(0), room(1)), (vec!["10:00".to_owned(), "10:00".to_owned()], json!("Large"), json!("Small")));
    let one = proposed(&scene, with(asked.clone(), "rooms", json!(["mazā"]))).await;
    assert_eq!(starts(&one), ["rooms_too_small", "10:00"]);
    let made = scene.organiser.post(APPLY, with(asked, "mark", proposal["mark"].clone())).await.expect(200);
    assert_eq!(made.json(), json!({"sessions": 2}));
    let there = scene.agenda(&scene.organiser, "").await["working"]["items"].clone();
    assert_eq!((&there[0]["part"], &there[0]["room"]["lv"]), (&json!("supplementary"), &json!("Lielā")));
}

/// So many people who are registered and vote for these topics.
async fn voted(scene: &Scene, secret: bool, ballots: &[&[i64]]) {
    let mut people: Vec<Client> = Vec::new();
    for n in 0..ballots.len() {
        let client = scene.place.acting(&format!("voter-{n}@example.org"), None).await;
        client.post("/events/forum-2027/registrations", json!({"mode": "online"})).await.expect(201);
        people.push(client);
    }
    let organiser = scene.place.acting("o@example.org", Some((scene.host, Role::Organiser))).await;
    let round = json!({"title": {"lv": "Ko?"}, "method": "approval", "opens_at": "2027-01-25T08:00:00Z", "closes_at": "2027-02-01T08:00:00Z", "secret": secret});
    let id = organiser.post("/events/forum-2027/rounds", round).await.expect(201).json()["id"].clone();
    assert_eq!(scene.organiser.post(DRAFT, json!({"round": 1})).await.expect(409).code(), "sealed");
    for (client, ballot) in people.iter().zip(ballots) {
        client.put(&format!("/rounds/{id}/ballot"), json!({"approve": ballot})).await.expect(200);
    }
    scene.place.at("2027-02-01T08:00:01Z");
    backend::service::rounds::settle_due(&scene.place.site).await.unwrap();
}

/// Three topics of an hour in two rooms and two hours, with these ballots.
async fn two_rooms(secret: bool, ballots: impl Fn(&[i64]) -> Vec<Vec<i64>>) -> (Scene, Value) {
    let scene = scene().await;
    let proposals = [("Viens", 60), ("Divi", 60), ("Trīs", 60)];
    let mut topics = Vec::new();
    for (title, minutes) in proposals {
        let body = json!({"title": {"lv": title}, "minutes": minutes});
        topics.push(scene.ilze.post("/events/forum-2027/topics", body).await.expect(201).json()["id"].as_i64().unwrap());
    }
    let ballots = ballots(&topics);
    voted(&scene, secret, &ballots.iter().map(Vec::as_slice).collect::<Vec<_>>()).await;
    let organiser = scene.place.acting("o2@example.org", Some((scene.host, Role::Organiser))).await;
    for id in &topics {
        organiser.post(&format!("/topics/{id}/status"), json!({"to": "shortlisted"})).await.expect(200);
    }
    let rooms = json!([{"name": "A", "capacity": 50}, {"name": "B", "capacity": 50}]);
    scene.organiser.put("/events/forum-2027/rooms", rooms).await.expect(200);
    let topics: Vec<Value> = topics.iter().map(|id| json!({"id": id, "part": "supplementary"})).collect();
    let asked = json!({"hours": [{"from_local": "2027-08-18T10:00", "until_local": "2027-08-18T12:00"}], "topics": topics});
    (scene, asked)
}

#[tokio::test]
async fn what_stands_in_the_same_ballots_is_not_at_the_same_time() {
    let ballots = |topics: &[i64]| [vec![vec![topics[0], topics[1]]; 9], vec![vec![topics[2]]; 3]].concat();
    let (scene, asked) = two_rooms(true, ballots).await;
    let proposal = proposed(&scene, asked.clone()).await;
    let at = starts(&proposal);
    assert_ne!(at[0], at[1]);
    assert_eq!((figure(&proposal, "collisions"), proposal["round"].as_i64()), ((0, 0, true), Some(1)));
    let tight = json!([{"from_local": "2027-08-18T10:00", "until_local": "2027-08-18T11:00"}]);
    let proposal = proposed(&scene, with(asked.clone(), "hours", tight)).await;
    assert_eq!(proposal["collisions"], json!([{"titles": [{"lv": "Viens"}, {"lv": "Divi"}], "people": 9}]));
    assert_eq!(figure(&proposal, "collisions"), (9, 0, false));
    let none = proposed(&scene, with(asked, "round", json!(0))).await;
    assert_eq!((&none["round"], &none["collisions"]), (&Value::Null, &json!([])));
}

#[tokio::test]
async fn a_small_round_says_nothing_of_its_ballots_and_a_small_group_is_not_counted_out() {
    let ballots = |topics: &[i64]| vec![vec![topics[0], topics[1]]; 9];
    let (scene, asked) = two_rooms(true, ballots).await;
    let tight = with(asked, "hours", json!([{"from_local": "2027-08-18T10:00", "until_local": "2027-08-18T11:00"}]));
    let proposal = proposed(&scene, tight.clone()).await;
    assert_eq!((&proposal["round"], &proposal["collisions"], figure(&proposal, "placed").0), (&Value::Null, &json!([]), 120));
    assert_eq!(scene.organiser.post(DRAFT, with(tight, "round", json!(1))).await.expect(409).code(), "too_few_ballots");
    let few = |topics: &[i64]| [vec![vec![topics[0], topics[1]]; 4], vec![vec![]; 8]].concat();
    let (scene, asked) = two_rooms(true, few).await;
    let tight = with(asked, "hours", json!([{"from_local": "2027-08-18T10:00", "until_local": "2027-08-18T11:00"}]));
    let proposal = proposed(&scene, tight).await;
    assert_eq!(proposal["collisions"], json!([{"titles": [{"lv": "Viens"}, {"lv": "Divi"}]}]), "no number below 5");
}

#[tokio::test]
async fn sessions_that_the_same_people_marked_are_kept_apart_from_five_on() {
    let scene = scene().await;
    let rooms = json!([{"name": "A", "capacity": 50}, {"name": "B", "capacity": 50}]);
    scene.organiser.put("/events/forum-2027/rooms", rooms).await.expect(200);
    let group = |title: &str, room: &str| {
        let mut body = session(title, "10:00", 60);
        body["part"] = json!("supplementary");
        body["room"] = json!(room);
        body
    };
    let (one, other) = (scene.add(group("Viens", "A")).await, scene.add(group("Divi", "B")).await);
    scene.release("First").await;
    let mark = async |n: usize| {
        let client = scene.place.acting(&format!("marks-{n}@example.org"), None).await;
        for id in [one, other] {
            client.post(&format!("/sessions/{id}/marks"), json!({})).await.expect(200);
        }
    };
    for n in 0..4 {
        mark(n).await;
    }
    let asked = json!({"anew": [other]});
    assert_eq!(starts(&proposed(&scene, asked.clone()).await), ["10:00"], "four are too few to count");
    mark(4).await;
    let proposal = proposed(&scene, asked.clone()).await;
    assert_eq!(starts(&proposal), ["11:00"]);
    let taken = scene.organiser.post(APPLY, with(asked, "mark", proposal["mark"].clone())).await.expect(200);
    assert_eq!(taken.json(), json!({"sessions": 1}));
    let moved = scene.organiser.get(&format!("/sessions/{other}")).await.json();
    assert_eq!(moved["starts_local"], "2027-08-18T11:00");
}

#[tokio::test]
async fn nights_of_those_who_follow_from_afar_are_avoided() {
    let scene = scene().await;
    promised(&scene, &[("Kosmoss", 60)]).await;
    let id = scene.place.person("afar@example.org").await;
    let moved = backend::entity::person::ActiveModel {
        id: sea_orm::Set(id),
        zone: sea_orm::Set("America/New_York".to_owned()),
        ..Default::default()
    };
    sea_orm::ActiveModelTrait::update(moved, scene.place.site.db.writer()).await.unwrap();
    let afar = scene.place.client(id).await;
    assert_eq!(starts(&proposed(&scene, json!({})).await), ["10:00"]);
    afar.post("/events/forum-2027/registrations", json!({"mode": "online"})).await.expect(201);
    let proposal = proposed(&scene, json!({})).await;
    assert_eq!(starts(&proposal), ["14:00"], "07:00 in New York");
    assert_eq!(figure(&proposal, "night"), (0, 0, true));
}

#[tokio::test]
async fn days_of_a_long_event_each_have_their_hours() {
    let scene = scene().await;
    let three_days = |event: &mut backend::entity::event::ActiveModel| {
        event.duration_minutes = sea_orm::Set(2 * 1_440 + 480);
        event.ends_at = sea_orm::Set("2027-08-20T15:00:00Z".parse::<jiff::Timestamp>().unwrap().as_millisecond());
    };
    scene.place.event(scene.host, "long", three_days).await;
    let organiser = scene.place.acting("o@example.org", Some((scene.host, Role::Organiser))).await;
    for n in 0..3 {
        let body = json!({"title": {"lv": format!("Temats {n}")}, "minutes": 400});
        let id = organiser.post("/events/long/topics", body).await.expect(201).json()["id"].clone();
        organiser.post(&format!("/topics/{id}/status"), json!({"to": "shortlisted"})).await.expect(200);
    }
    let proposal = organiser.post("/events/long/agenda/draft", json!({})).await.expect(200).json();
    let mut days: Vec<&str> = proposal["items"].as_array().unwrap().iter().map(|one| one["starts_local"].as_str().unwrap()).collect();
    days.sort_unstable();
    assert_eq!(days, ["2027-08-18T10:00", "2027-08-19T10:00", "2027-08-20T10:00"]);
}

#[tokio::test]
async fn what_is_asked_wrongly_is_refused_by_field() {
    let scene = scene().await;
    let topics = promised(&scene, &[("Kosmoss", 60)]).await;
    let hours = |from: &str, until: &str| json!({"hours": [{"from_local": from, "until_local": until}]});
    for (asked, code) in [
        (hours("2027-08-18T09:00", "2027-08-18T12:00"), "outside_event"),
        (hours("2027-08-18T12:00", "2027-08-18T11:00"), "end_before_start"),
        (hours("10", "2027-08-18T11:00"), "invalid_local_time"),
        (json!({"pause_minutes": 7}), "unknown_value"),
        (json!({"lunch": {"from": "12", "until": "13:00"}}), "invalid_time"),
        (json!({"rooms": ["Nekur"]}), "unknown_room"),
        (json!({"topics": [{"id": 99_999}]}), "unknown_topic"),
        (json!({"topics": [{"id": topics[0]}, {"id": topics[0]}]}), "unknown_topic"),
        (json!({"topics": [{"id": topics[0], "part": "both"}]}), "unknown_value"),
        (json!({"topics": [{"id": topics[0], "expected": -1}]}), "capacity_out_of_range"),
        (json!({"anew": [99_999]}), "unknown_session"),
        (json!({"round": 9}), "unknown_value"),
    ] {
        assert_eq!(scene.organiser.post(DRAFT, asked.clone()).await.expect(422).json()["errors"][0]["code"], code, "{asked}");
    }
    let nothing = proposed(&scene, json!({"topics": []})).await["mark"].clone();
    assert_eq!(scene.organiser.post(APPLY, json!({"topics": [], "mark": nothing})).await.expect(409).code(), "nothing_placed");
}

#[tokio::test]
async fn the_page_asks_shows_and_takes_over_without_script() {
    let scene = scene().await;
    let empty = scene.organiser.page(PAGE).await.expect(200).text();
    assert!(empty.contains("No topic waits for a place."));
    let topics = promised(&scene, &[("Kosmoss", 60), ("Garš", 600)]).await;
    let page = scene.organiser.page(PAGE).await.expect(200).text();
    assert!(page.contains("2027-08-18T10:00") && page.contains("Kosmoss") && page.contains("No room is named"), "{page}");
    let ids: Vec<String> = topics.iter().map(i64::to_string).collect();
    let fields = [
        ("hours.0.from_local", "2027-08-18T12:00"),
        ("hours.0.until_local", "2027-08-18T16:00"),
        ("pause_minutes", "5"),
        ("topics.0.id", &ids[0]),
        ("topics.0.take", "yes"),
        ("topics.0.part", "main"),
        ("topics.0.speakers", "Anna, Jānis"),
        ("topics.1.id", &ids[1]),
        ("topics.1.take", "yes"),
        ("topics.1.part", "main"),
    ];
    let page = scene.organiser.submit(PAGE, &fields).await.expect(200).text();
    assert!(page.contains("Suggestion: 1 of 2 placed") && page.contains("12:00") && page.contains("It needs 600 minutes"), "{page}");
    let mark = page.split("name=\"mark\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let apply: Vec<(&str, &str)> = fields.into_iter().chain([("mark", mark.as_str()), ("do", "apply")]).collect();
    scene.organiser.submit(PAGE, &apply).await.expect(303);
    let there = scene.agenda(&scene.organiser, "").await["working"]["items"].clone();
    assert_eq!((&there[0]["starts_local"], &there[0]["speakers"]), (&json!("2027-08-18T12:00"), &json!(["Anna", "Jānis"])));
    let again = scene.organiser.submit(PAGE, &apply).await.text();
    assert!(again.contains("have changed since this was suggested"), "{again}");
    let mut wrong = fields.to_vec();
    wrong[0] = ("hours.0.from_local", "2027-08-18T01:00");
    let page = scene.organiser.submit(PAGE, &wrong).await.expect(422).text();
    assert!(page.contains("This is outside the time of the event") && page.contains("2027-08-18T01:00"), "{page}");
    let nothing = scene.organiser.submit(PAGE, &[("do", "propose"), ("hours.0.from_local", "")]).await.expect(422).text();
    assert!(nothing.contains("at least one stretch of hours") && nothing.contains("at least one topic or session"), "{nothing}");
}
