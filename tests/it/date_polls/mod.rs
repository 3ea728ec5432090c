//! Asking people for a date, from the first slot to the event.

mod decided;
mod pages;
mod without_account;

use crate::support::{Answer, Client, Place};
use domain::host::Role;
use serde_json::{Value, json};

/// A host with an organiser, and a poll of three slots that anybody with its address may answer.
pub struct Scene {
    pub place: Place,
    pub host: i64,
    pub organiser: Client,
    pub poll: String,
}

pub fn poll() -> Value {
    json!({"host": "mfa", "title": {"en": "Working group"}, "zone": "Europe/Riga", "duration_minutes": 60,
        "slots": ["2027-03-01T10:00", "2027-03-01T16:00", "2027-03-02T16:00"], "closes_local": "2027-02-20T18:00",
        "without_account": true})
}

impl Scene {
    pub async fn new() -> Self {
        Self::of(poll()).await
    }

    pub async fn of(poll: Value) -> Self {
        let place = Place::new().await;
        let host = place.host("mfa").await;
        let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
        let made = organiser.post("/date-polls", poll).await.expect(201).json();
        Self { poll: made["id"].as_str().unwrap().to_owned(), place, host, organiser }
    }

    pub fn path(&self) -> String {
        format!("/date-polls/{}", self.poll)
    }

    /// As somebody sees it.
    pub async fn seen(&self, who: &Client) -> Value {
        who.get(&self.path()).await.expect(200).json()
    }

    pub async fn answer(&self, who: &Client, answers: Value) -> Answer {
        who.put(&format!("{}/answer", self.path()), json!({"answers": answers})).await
    }

    /// Somebody of this address and zone answers.
    pub async fn person(&self, email: &str, zone: &str, answers: Value) -> Client {
        let client = self.place.acting(email, None).await;
        let name = email.split('@').next().unwrap();
        let profile = json!({"name": name, "zone": zone, "language": "en"});
        client.put(&format!("/people/{email}"), profile).await.expect(200);
        self.answer(&client, answers).await.expect(200);
        client
    }
}

fn codes(answer: &Answer) -> Vec<String> {
    let errors = answer.json()["errors"].as_array().cloned().unwrap_or_default();
    errors.iter().map(|error| format!("{} {}", error["field"].as_str().unwrap(), error["code"].as_str().unwrap())).collect()
}

#[tokio::test]
async fn what_cannot_be_a_poll_is_said_at_its_field() {
    let scene = Scene::new().await;
    let with = |field: &str, value: Value| {
        let mut changed = poll();
        changed[field] = value;
        changed
    };
    let many: Vec<String> = (1..=41).map(|i| format!("2027-03-{:02}T{:02}:00", 1 + i % 28, 8 + i / 28)).collect();
    let cases = [
        (with("slots", json!([])), vec!["slots required"]),
        (with("slots", json!(["2027-01-25T10:59"])), vec!["slots[0] in_the_past"]),
        (with("slots", json!(["2027-03-28T03:30"])), vec!["slots[0] local_time_skipped"]),
        (with("slots", json!(["2027-03-01T10:00", "2027-03-01T10:00"])), vec!["slots[1] repeated_slot"]),
        (with("slots", json!(many)), vec!["slots too_many_slots"]),
        (with("closes_local", json!("2027-03-02T16:01")), vec!["closes_local closes_too_late"]),
        (with("title", json!({"en": "x".repeat(10_000)})), vec!["title too_long"]),
        (with("duration_minutes", json!(1_441)), vec!["duration_minutes minutes_out_of_range"]),
        (with("zone", json!("Mars/Base")), vec!["zone unknown_zone"]),
        (with("host", json!("nobody")), vec!["host unknown_host"]),
    ];
    for (body, wanted) in cases {
        let refused = scene.organiser.post("/date-polls", body).await.expect(422);
        let found = codes(&refused);
        // The close is judged by the slots: where there are none, nothing more is said of it.
        assert!(wanted.iter().all(|code| found.iter().any(|one| one == code)), "{wanted:?} in {found:?}");
    }
}

#[tokio::test]
async fn an_answer_is_replaced_and_taken_back_by_who_gave_it_until_the_close() {
    let scene = Scene::new().await;
    let ilze = scene.person("ilze@example.org", "Europe/Brussels", json!({"1": "yes"})).await;
    scene.answer(&ilze, json!({"2": "if_need_be"})).await.expect(200);
    let seen = scene.seen(&ilze).await;
    assert_eq!(seen["mine"], json!({"1": "no", "2": "if_need_be", "3": "no"}));
    assert_eq!(codes(&scene.answer(&ilze, json!({"9": "yes"})).await.expect(422)), ["answers.9 unknown_slot"]);
    assert_eq!(codes(&scene.answer(&ilze, json!({"1": "perhaps"})).await.expect(422)), ["answers.1 unknown_value"]);
    assert_eq!(codes(&scene.answer(&ilze, json!({})).await.expect(422)), ["answers required"]);
    assert_eq!(scene.seen(&scene.organiser).await["answered"], 1, "one person is one answer");

    ilze.delete(&format!("{}/answer", scene.path())).await.expect(204);
    assert_eq!(scene.seen(&scene.organiser).await["answered"], 0);
    scene.place.at("2027-02-20T16:00:00Z");
    assert_eq!(scene.answer(&ilze, json!({"1": "yes"})).await.expect(409).code(), "poll_closed");
    let opened = scene.organiser.patch(&scene.path(), json!({"closes_local": "2027-02-25T18:00"})).await.expect(200).json();
    assert_eq!(opened["open"], true);
    scene.answer(&ilze, json!({"1": "yes"})).await.expect(200);
    scene.organiser.patch(&scene.path(), json!({"close": true})).await.expect(200);
    assert_eq!(scene.answer(&ilze, json!({"1": "yes"})).await.expect(409).code(), "poll_closed");
}

#[tokio::test]
async fn the_suggestion_suits_most_and_then_spares_whom_it_hits_worst() {
    let scene = Scene::new().await;
    // All can come to the first and the second; at ten in Riga it is three in New York.
    for (email, zone) in [("a@example.org", "Europe/Riga"), ("b@example.org", "America/New_York")] {
        scene.person(email, zone, json!({"1": "yes", "2": "if_need_be"})).await;
    }
    let seen = scene.seen(&scene.organiser).await;
    assert_eq!(seen["suggested"], 2);
    let first = &seen["slots"][0];
    assert_eq!((first["yes"].as_i64(), first["no"].as_i64(), first["cost"]["night_people"].as_i64()), (Some(2), Some(0), Some(1)));
    assert_eq!((first["cost"]["worst_pain"].as_f64(), seen["slots"][1]["cost"]["worst_pain"].as_f64()), (Some(128.0), Some(0.0)));
    scene.person("c@example.org", "Europe/Riga", json!({"1": "yes"})).await;
    assert_eq!(scene.seen(&scene.organiser).await["suggested"], 1, "more can come");
}

#[tokio::test]
async fn others_see_figures_but_of_few_none_and_names_only_where_it_was_said_before() {
    let scene = Scene::new().await;
    let mut last = None;
    for i in 0..6 {
        let answers = if i < 5 { json!({"1": "yes"}) } else { json!({"2": "yes"}) };
        last = Some(scene.person(&format!("p{i}@example.org"), "Europe/Riga", answers).await);
    }
    let one = last.unwrap();
    let seen = scene.seen(&one).await;
    assert_eq!(seen["replies"], Value::Null);
    // Five said yes to the first; the one who did not would be told by elimination.
    assert_eq!((&seen["slots"][0]["yes"], &seen["slots"][0]["no"]), (&Value::Null, &Value::Null));
    assert_eq!((&seen["slots"][2]["no"], &seen["slots"][2]["cost"], &seen["suggested"]), (&json!(6), &Value::Null, &Value::Null));
    let stranger = scene.place.acting("stranger@example.org", None).await;
    assert_eq!(scene.seen(&stranger).await["slots"][2]["no"], Value::Null, "who has not answered sees nothing");
    assert!(!one.page(&format!("/en/polls/{}", scene.poll)).await.expect(200).text().contains(">p0<"), "no name");

    let told =
        Scene::of(serde_json::from_str(&poll().to_string().replace("\"without_account\":true", "\"answers_shown\":true")).unwrap()).await;
    told.person("first@example.org", "Europe/Riga", json!({"1": "yes"})).await;
    let second = told.person("second@example.org", "Europe/Riga", json!({"1": "no"})).await;
    let seen = told.seen(&second).await;
    assert_eq!(seen["replies"][0]["name"], "first");
    assert_eq!((&seen["replies"][0]["email"], &seen["slots"][0]["yes"]), (&Value::Null, &json!(1)), "names, never addresses");
    let stranger = told.place.acting("stranger@example.org", None).await;
    assert_eq!(told.seen(&stranger).await["replies"], Value::Null);
}

#[tokio::test]
async fn answers_are_in_the_export_and_go_with_the_person() {
    let scene = Scene::new().await;
    let ilze = scene.person("ilze@example.org", "Europe/Riga", json!({"1": "yes"})).await;
    let archive = ilze.get("/me/export").await.expect(200).body;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(archive.to_vec())).unwrap();
    let file = archive.by_name("date_polls.json").unwrap();
    let held: Value = serde_json::from_reader(file).unwrap();
    assert_eq!((&held[0]["answers"][0]["answer"], &held[0]["title"]["en"]), (&json!("yes"), &json!("Working group")));
    ilze.delete("/me").await.expect(204);
    assert_eq!(scene.seen(&scene.organiser).await["answered"], 0);
}

#[tokio::test]
async fn a_deleted_poll_is_nowhere() {
    let scene = Scene::new().await;
    scene.person("ilze@example.org", "Europe/Riga", json!({"1": "yes"})).await;
    scene.organiser.delete(&scene.path()).await.expect(204);
    scene.organiser.get(&scene.path()).await.expect(404);
    scene.place.anyone().page(&format!("/lv/polls/{}", scene.poll)).await.expect(404);
}
