//! Written procedures: opened, answered, closed and recorded without a meeting.

mod fair;
mod letters;
mod pages;
mod record;

use crate::support::{Answer, Client, Place};
use backend::entity::procedure_answer;
use backend::service::jobs;
use domain::event::{Kind, Status, Visibility};
use domain::host::Role;
use sea_orm::{EntityTrait, Set};
use serde_json::{Value, json};

const AT: &str = "/events/position/procedure";
const OPEN: &str = "2027-02-01T07:00:00Z";
const LAST_DAY: &str = "2027-02-15T14:59:59Z";
const DEADLINE: &str = "2027-02-15T15:00:00Z";

struct Scene {
    place: Place,
    organiser: Client,
    people: Vec<(i64, Client)>,
    stranger: Client,
}

/// Four people who are invited; a choice and a free opinion; half of them must answer.
async fn scene(more: Value) -> Scene {
    let place = Place::new().await;
    let host = place.host("chancellery").await;
    place
        .event(host, "position", |row| {
            let at = |text: &str| text.parse::<jiff::Timestamp>().unwrap().as_millisecond();
            row.kind = Set(Kind::Written.into());
            row.starts_local = Set("2027-02-01T09:00".to_owned());
            row.starts_at = Set(at(OPEN));
            row.ends_at = Set(at(DEADLINE));
            row.duration_minutes = Set(20_640);
        })
        .await;
    let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
    let stranger = place.acting("stranger@example.org", None).await;
    let mut scene = Scene { place, organiser, people: Vec::new(), stranger };
    let mut body = json!({
        "questions": [
            {"text": {"lv": "Vai piekrītat kopīgajai nostājai?", "en": "Do you agree?"}, "explanation": {"en": "As in **the document**."}},
            {"text": {"en": "What is missing?"}, "options": []},
        ],
        "quorum": {"percent": 50},
    });
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    scene.organiser.put(AT, body).await.expect(200);
    for name in ["anna", "janis", "maija", "zane"] {
        scene.invite(name).await;
    }
    scene
}

impl Scene {
    async fn invite(&mut self, name: &str) {
        let email = format!("{name}@example.org");
        let person = self.place.person(&email).await;
        let client = self.place.client(person).await;
        self.organiser.post("/events/position/invitations", json!({"emails": [email]})).await.expect(200);
        self.people.push((person, client));
    }

    async fn at(&self, instant: &str) {
        self.place.at(instant);
        jobs::run_due(&self.place.site).await.unwrap();
    }

    async fn answer(&self, who: usize, option: u32, opinion: &str) -> Answer {
        self.people[who].1.put(&format!("{AT}/answer"), answers(option, opinion)).await
    }

    async fn result(&self, client: &Client) -> Value {
        client.get(&format!("{AT}/result")).await.expect(200).json()
    }
}

fn answers(option: u32, opinion: &str) -> Value {
    json!({"answers": [{"question": 1, "option": option}, {"question": 2, "opinion": opinion}]})
}

#[tokio::test]
async fn a_procedure_runs_from_its_opening_to_late_answers() {
    let mut scene = scene(json!({})).await;
    assert_eq!(scene.organiser.get(AT).await.json()["phase"], "waiting");
    assert_eq!(scene.answer(0, 1, "x").await.expect(409).code(), "procedure_not_open");
    scene.at(OPEN).await;
    let shown = scene.people[0].1.get(AT).await.expect(200).json();
    assert_eq!((shown["phase"].as_str(), shown["named"].as_bool()), (Some("open"), Some(true)));
    assert_eq!(shown["questions"][0]["options"][2]["text"]["en"], "Abstain");
    assert_eq!(shown["mine"]["answers"], Value::Null);
    assert_eq!(scene.stranger.get(AT).await.json()["mine"], Value::Null);
    let mine = scene.answer(0, 1, "A date.").await.expect(200).json();
    assert_eq!((mine["late"].as_bool(), mine["answers"][0]["option"].as_i64()), (Some(false), Some(1)));
    scene.answer(0, 2, "A sum.").await.expect(200);
    scene.people[1]
        .1
        .put(
            &format!("{AT}/answer"),
            json!({"answers": [{"question": 1, "option": 1}, {"question": 2, "opinion": "Nothing."}], "separate_opinion": "I would wait."}),
        )
        .await
        .expect(200);
    // Who comes while it is open is asked, too.
    scene.invite("liga").await;
    scene.answer(4, 2, "Time.").await.expect(200);
    for client in [&scene.organiser, &scene.people[0].1, &scene.stranger] {
        assert_eq!(client.get(&format!("{AT}/result")).await.expect(409).code(), "sealed");
        assert_eq!(client.get(&format!("{AT}/record.pdf")).await.expect(409).code(), "sealed");
    }
    let asked = scene.organiser.get(&format!("{AT}/people")).await.expect(200).json();
    let who: Vec<_> = asked["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["name"].as_str().unwrap(), one["answered_at"].is_string(), one["added"].as_bool().unwrap()))
        .collect();
    assert_eq!(who, [("anna", true, false), ("janis", true, false), ("liga", true, true), ("maija", false, false), ("zane", false, false)]);
    assert!(!asked.to_string().contains("option"), "never what");
    scene.at(LAST_DAY).await;
    scene.answer(1, 1, "Nothing at all.").await.expect(200);
    scene.at(DEADLINE).await;
    assert_eq!(scene.answer(0, 1, "x").await.expect(409).code(), "answer_final");
    assert_eq!(scene.answer(2, 1, "Late, but still.").await.expect(200).json()["late"], true);
    // A second time, because it was late already.
    scene.answer(2, 3, "Late, but still!").await.expect(200);
    let result = scene.result(&scene.people[3].1).await;
    assert_eq!(
        [&result["asked"], &result["added"], &result["answered"], &result["late"], &result["silent"]].map(|n| n.as_i64().unwrap()),
        [5, 1, 3, 1, 1]
    );
    assert_eq!(result["quorum"], json!({"needed": 3, "reached": true}));
    let counts: Vec<_> = result["questions"][0]["options"].as_array().unwrap().iter().map(|one| one["count"].as_i64().unwrap()).collect();
    assert_eq!((counts, &result["questions"][0]["leading"]), (vec![1, 2, 0], &json!([2])));
    assert_eq!(result["questions"][0]["said"][3], json!({"name": "maija", "late": true, "option": 3}));
    assert_eq!(result["questions"][1]["said"][0], json!({"name": "anna", "late": false, "opinion": "A sum."}));
    assert_eq!(result["silent_names"], json!(["zane"]));
    scene.at("2027-03-01T15:00:00Z").await;
    assert_eq!(scene.answer(3, 1, "x").await.expect(409).code(), "procedure_over");
}

#[tokio::test]
async fn a_separate_opinion_is_attached_and_can_be_taken_back_until_the_deadline() {
    let scene = scene(json!({})).await;
    scene.at(OPEN).await;
    for (who, opinion) in [(0, "I see it otherwise.\n\nFor two reasons."), (1, "Not this either.")] {
        let mut body = answers(1, "x");
        body["separate_opinion"] = json!(opinion);
        scene.people[who].1.put(&format!("{AT}/answer"), body).await.expect(200);
    }
    scene.answer(1, 1, "x").await.expect(200);
    scene.at(DEADLINE).await;
    let attached = json!([{"name": "anna", "late": false, "opinion": "I see it otherwise.\n\nFor two reasons."}]);
    assert_eq!(scene.result(&scene.organiser).await["separate_opinions"], attached);
    assert_eq!(scene.result(&scene.stranger).await["separate_opinions"], json!([]));
}

#[tokio::test]
async fn too_few_answers_are_no_decision() {
    let scene = scene(json!({"quorum": {"answers": 2}})).await;
    scene.at(OPEN).await;
    scene.answer(0, 1, "x").await.expect(200);
    scene.at(DEADLINE).await;
    // What comes late does not make it up.
    scene.answer(1, 1, "x").await.expect(200);
    assert_eq!(scene.result(&scene.organiser).await["quorum"], json!({"needed": 2, "reached": false}));
    let page = scene.people[0].1.page("/en/events/position/procedure").await.expect(200).text();
    assert!(page.contains("There is no quorum, so there is no decision.") && !page.contains("Chosen most"), "{page}");
}

#[tokio::test]
async fn what_is_asked_is_fixed_from_the_opening_on() {
    let scene = scene(json!({})).await;
    let other = json!({"questions": [{"text": {"en": "Something else?"}, "options": [{"en": "Yes"}, {"en": "No"}]}], "named": false});
    scene.organiser.put(AT, other.clone()).await.expect(200);
    scene.place.at(OPEN);
    // Nothing has run since the opening: it has opened all the same.
    assert_eq!(scene.organiser.put(AT, other).await.expect(409).code(), "procedure_open");
    let file = json!({"name": "a.pdf", "content": "JVBERi0xLjcKJeLjz9MKMSAwIG9iago8PD4+CmVuZG9iago="});
    assert_eq!(scene.organiser.post(&format!("{AT}/documents"), file).await.expect(409).code(), "procedure_open");
    scene.at(OPEN).await;
    let moved = json!({"starts_local": "2027-02-02T09:00"});
    assert_eq!(scene.organiser.patch("/events/position", moved).await.expect(409).code(), "procedure_open");
    // The deadline may be moved until it has passed.
    scene.organiser.patch("/events/position", json!({"duration_minutes": 20_700})).await.expect(200);
    scene.at(DEADLINE).await;
    assert_eq!(scene.organiser.get(AT).await.json()["phase"], "open");
    scene.at("2027-02-15T16:00:00Z").await;
    assert_eq!(scene.organiser.get(AT).await.json()["phase"], "late");
    assert_eq!(scene.organiser.patch("/events/position", json!({"duration_minutes": 40_000})).await.expect(409).code(), "procedure_over");
}

#[tokio::test]
async fn what_is_no_answer_is_refused_and_nothing_is_written() {
    let scene = scene(json!({})).await;
    scene.at(OPEN).await;
    scene.answer(0, 1, "Kept.").await.expect(200);
    let long = "x".repeat(5_001);
    let refused = [
        (answers(4, "x"), "unknown_option"),
        (answers(0, "x"), "unknown_option"),
        (answers(1, " "), "required"),
        (answers(1, &long), "too_long"),
        (answers(1, "a\u{0}b"), "control_characters"),
        (json!({"answers": [{"question": 1, "option": 1}]}), "required"),
        (json!({"answers": [{"question": 1, "option": 1, "opinion": "x"}, {"question": 2, "opinion": "x"}]}), "answer_kind"),
        (json!({"answers": [{"question": 1, "opinion": "x"}, {"question": 2, "opinion": "x"}]}), "answer_kind"),
        (
            json!({"answers": [{"question": 1, "option": 1}, {"question": 1, "option": 2}, {"question": 2, "opinion": "x"}]}),
            "answered_twice",
        ),
        (
            json!({"answers": [{"question": 1, "option": 1}, {"question": 2, "opinion": "x"}, {"question": 3, "option": 1}]}),
            "unknown_question",
        ),
        (json!({"answers": [{"question": 1, "option": 1}, {"question": 2, "opinion": "x"}], "separate_opinion": long}), "too_long"),
    ];
    let to = format!("{AT}/answer");
    for (body, code) in refused {
        assert_eq!(scene.people[0].1.put(&to, body.clone()).await.expect(422).code(), code, "{body}");
    }
    let huge = json!({"answers": [{"question": 1, "option": 1}, {"question": 2, "opinion": "x".repeat(1_100_000)}]});
    scene.people[0].1.put(&to, huge).await.expect(413);
    for body in [json!({}), json!({"answers": "all"}), json!({"answers": [{"question": -1, "option": 1}]})] {
        assert!(scene.people[0].1.put(&to, body).await.status.is_client_error());
    }
    scene.stranger.put(&to, answers(1, "x")).await.expect(403);
    scene.organiser.put(&to, answers(1, "x")).await.expect(403);
    scene.place.anyone().put(&to, answers(1, "x")).await.expect(401);
    assert_eq!(scene.people[0].1.get(AT).await.json()["mine"]["answers"][1]["opinion"], "Kept.");
    let questions = [
        (json!({"questions": []}), "required"),
        (json!({"questions": [{"text": {}}]}), "required"),
        (json!({"questions": [{"text": {"en": "x".repeat(301)}}]}), "too_long"),
        (json!({"questions": [{"text": {"en": "One?"}, "options": [{"en": "Only"}]}]}), "option_count"),
        (json!({"questions": [{"text": {"en": "One?"}}], "quorum": {"percent": 101}}), "quorum"),
        (json!({"questions": vec![json!({"text": {"en": "Again?"}}); 21]}), "too_many_questions"),
    ];
    let fresh = scene.written().await;
    for (body, code) in questions {
        assert_eq!(scene.organiser.put(&fresh, body.clone()).await.expect(422).code(), code, "{body}");
    }
    scene.organiser.get(&fresh).await.expect(404);
}

impl Scene {
    /// Another written event, in which nothing is asked yet.
    async fn written(&self) -> String {
        let body = json!({"slug": "another", "host": "chancellery", "kind": "written", "title": {"en": "Another"}, "starts_local": "2027-05-01T09:00", "zone": "Europe/Riga", "duration_minutes": 600, "attendance": {"in_person": null, "online": null}, "visibility": "public"});
        self.organiser.post("/events", body).await.expect(201);
        "/events/another/procedure".to_owned()
    }
}

#[tokio::test]
async fn everybody_reads_what_is_theirs_to_read() {
    for named in [true, false] {
        let scene = scene(json!({"named": named})).await;
        scene.at(OPEN).await;
        scene.answer(0, 1, "Only for us.").await.expect(200);
        scene.answer(1, 2, "For us, too.").await.expect(200);
        scene.at(DEADLINE).await;
        let anyone = scene.place.anyone();
        for (client, reads) in [(&scene.organiser, true), (&scene.people[2].1, true), (&scene.stranger, false), (&anyone, false)] {
            let text = scene.result(client).await.to_string();
            assert_eq!(text.contains("Only for us."), reads, "{text}");
            assert_eq!(text.contains("\"anna\""), reads && named, "{text}");
            let page = client.page("/en/events/position/procedure").await.expect(200).text();
            assert_eq!(page.contains("Only for us."), reads);
        }
        let silent = |result: Value| result["silent_names"].clone();
        assert_eq!(silent(scene.result(&scene.organiser).await), json!(["maija", "zane"]));
        assert_eq!(silent(scene.result(&scene.people[0].1).await).is_array(), named);
        // Of two answers each would point at somebody.
        let told = scene.result(&anyone).await;
        assert_eq!(told["questions"][0]["options"][0]["count"], Value::Null);
        assert_eq!((told["questions"][0]["others"].as_i64(), told["answered"].as_i64()), (Some(2), Some(2)));
        anyone.get(&format!("{AT}/people")).await.expect(401);
        scene.people[0].1.get(&format!("{AT}/people")).await.expect(403);
        scene.people[0].1.put(AT, json!({"questions": [{"text": {"en": "Mine?"}}]})).await.expect(403);
    }
}

#[tokio::test]
async fn nothing_is_told_of_an_event_that_is_not_theirs_to_know_of() {
    let scene = scene(json!({})).await;
    scene.organiser.patch("/events/position", json!({"visibility": <&str>::from(Visibility::Invited)})).await.expect(200);
    scene.at(DEADLINE).await;
    for path in ["", "/result", "/record.pdf", "/documents", "/people"] {
        scene.stranger.get(&format!("{AT}{path}")).await.expect(404);
    }
    scene.people[0].1.get(&format!("{AT}/result")).await.expect(200);
    for path in ["/en/events/position/procedure", "/en/events/position/record.pdf"] {
        scene.stranger.page(path).await.expect(404);
        scene.people[0].1.page(path).await.expect(200);
    }
}

#[tokio::test]
async fn a_draft_asks_nobody_and_a_cancelled_one_takes_nothing() {
    let scene = scene(json!({})).await;
    scene.at(OPEN).await;
    scene.answer(0, 1, "x").await.expect(200);
    scene.organiser.post("/events/position/status", json!({"to": <&str>::from(Status::Cancelled)})).await.expect(200);
    assert_eq!(scene.answer(1, 1, "x").await.expect(409).code(), "procedure_over");
    scene.at(DEADLINE).await;
    assert_eq!(scene.organiser.get(&format!("{AT}/result")).await.expect(409).code(), "sealed");
    let fresh = scene.written().await;
    scene.organiser.put(&fresh, json!({"questions": [{"text": {"en": "In a draft?"}}]})).await.expect(200);
    scene.at("2027-05-02T09:00:00Z").await;
    assert_eq!(scene.organiser.get(&fresh).await.json()["phase"], "waiting");
}

#[tokio::test]
async fn somebody_who_is_erased_leaves_an_answer_without_a_name() {
    let scene = scene(json!({})).await;
    scene.at(OPEN).await;
    scene.answer(0, 1, "Stays.").await.expect(200);
    scene.answer(1, 2, "Goes.").await.expect(200);
    let bytes = scene.people[0].1.get("/me/export").await.expect(200).body;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes.to_vec())).unwrap();
    let held: Value = serde_json::from_reader(archive.by_name("procedures.json").unwrap()).unwrap();
    assert_eq!((&held[0]["event"], &held[0]["answers"][1]), (&json!("position"), &json!({"opinion": "Stays."})));
    scene.people[1].1.delete("/me").await.expect(204);
    scene.at(DEADLINE).await;
    scene.people[0].1.delete("/me").await.expect(204);
    let result = scene.result(&scene.organiser).await;
    assert_eq!((result["asked"].as_i64(), result["answered"].as_i64(), result["silent"].as_i64()), (Some(3), Some(1), Some(2)));
    assert_eq!(result["questions"][1]["said"], json!([{"name": "", "late": false, "opinion": "Stays."}]));
    let rows = procedure_answer::Entity::find().all(scene.place.site.db.read()).await.unwrap();
    assert!(rows.iter().all(|row| row.person_id != Some(scene.people[0].0)));
}
