//! What became of topics, what came of an event, and what is owed after it.

use crate::agenda::session;
use crate::support::{Client, Place};
use backend::entity::event;
use domain::event::{Status, Visibility};
use domain::host::Role;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use serde_json::{Value, json};

struct Scene {
    place: Place,
    host: i64,
    ilze: Client,
    organiser: Client,
}

const PAGE: &str = "/en/events/forum-2027/outcomes";
const FORM: &str = "/en/organise/events/forum-2027/outcomes";

async fn scene() -> Scene {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    place.event(host, "forum-2027", |event| event.status = Set(Status::Confirmed.into())).await;
    let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
    let ilze = place.acting("ilze@example.org", None).await;
    Scene { place, host, ilze, organiser }
}

impl Scene {
    async fn propose(&self, title: &str) -> i64 {
        let body = json!({"title": {"en": title}, "minutes": 30});
        self.ilze.post("/events/forum-2027/topics", body).await.expect(201).json()["id"].as_i64().unwrap()
    }

    async fn settle(&self, topic: i64, to: &str) {
        let reason = json!({"to": to, "reason": {"en": format!("Because of {to}")}});
        self.organiser.post(&format!("/topics/{topic}/status"), reason).await.expect(200);
    }

    async fn fates(&self) -> Value {
        self.place.anyone().get("/events/forum-2027/outcomes").await.expect(200).json()
    }

    async fn page(&self) -> String {
        self.place.anyone().page(PAGE).await.expect(200).text()
    }

    async fn record(&self, body: Value) -> Value {
        self.organiser.post("/events/forum-2027/outcomes", body).await.expect(201).json()
    }
}

#[tokio::test]
async fn every_topic_says_what_became_of_it() {
    let scene = scene().await;
    assert!(scene.page().await.contains("No topics were proposed"));
    let mut topics = Vec::new();
    for title in ["Climate", "Health", "Taxes", "Space", "Law"] {
        topics.push(scene.propose(title).await);
    }
    let mut talk = session("Climate at ten", "10:00", 30);
    talk["topic"] = json!(topics[0]);
    scene.organiser.post("/events/forum-2027/sessions", talk).await.expect(201);
    assert_eq!(scene.fates().await["items"][0]["fate"], "waiting");
    scene.organiser.post("/events/forum-2027/agenda/releases", json!({"name": "First"})).await.expect(201);
    scene.settle(topics[1], "answered").await;
    scene.settle(topics[2], "declined").await;
    scene.organiser.post(&format!("/topics/{}/merge", topics[3]), json!({"into": topics[0]})).await.expect(200);
    scene.ilze.post(&format!("/topics/{}/merge/accept", topics[3]), json!({})).await.expect(200);

    let found = scene.fates().await;
    let fates: Vec<&str> = found["items"].as_array().unwrap().iter().map(|one| one["fate"].as_str().unwrap()).collect();
    assert_eq!(fates, ["on_agenda", "answered", "declined", "merged", "waiting"]);
    assert_eq!(found["counts"], json!({"on_agenda": 1, "answered": 1, "merged": 1, "declined": 1, "hidden": 0, "waiting": 1}));
    assert_eq!(found["items"][0]["session"]["starts_at"], "2027-08-18T07:00:00Z");
    assert_eq!(found["items"][1]["reason"]["en"], "Because of answered");
    assert_eq!(found["items"][3]["merged_into"], topics[0]);
    assert_eq!(found["items"][4]["since"], "2027-01-25");
    let part = scene.place.anyone().get("/events/forum-2027/outcomes?limit=2").await.expect(200).json();
    let rest = format!("/events/forum-2027/outcomes?limit=2&cursor={}", part["next"].as_str().unwrap());
    assert_eq!(scene.place.anyone().get(&rest).await.expect(200).json()["items"][0]["id"], topics[2]);

    let page = scene.page().await;
    for said in ["10:00–10:30", "Climate at ten", "Because of answered", "Because of declined", "Part of", "since 25 January 2027"] {
        assert!(page.contains(said), "{said}");
    }
    assert!(scene.place.anyone().page("/lv/events/forum-2027/outcomes").await.expect(200).text().contains("Kas noticis ar tematiem"));
}

#[tokio::test]
async fn a_hidden_topic_has_its_reason_and_waits_no_more() {
    let scene = scene().await;
    let topic = scene.propose("Something rude").await;
    let hide = json!({"decision": "hide", "reason": {"en": "It insults."}});
    scene.organiser.post(&format!("/topics/{topic}/moderation"), hide).await.expect(204);
    let found = scene.fates().await;
    assert_eq!((found["items"][0]["fate"].as_str(), found["items"][0]["reason"]["en"].as_str()), (Some("hidden"), Some("It insults.")));
    assert_eq!(found["counts"]["waiting"], 0);
    let page = scene.page().await;
    assert!(page.contains("It insults.") && !page.contains("Something rude"));
    assert_eq!(scene.organiser.post("/events/forum-2027/status", json!({"to": "held"})).await.expect(200).json()["unanswered"], json!([]));
}

#[tokio::test]
async fn an_outcome_is_recorded_changed_and_taken_back() {
    let scene = scene().await;
    let topic = scene.propose("Climate").await;
    let fields = [("kind", "action"), ("text.en", "Write the overview"), ("owner", "Ministry of Climate"), ("due_on", "2027-12-01")];
    let topic_field = topic.to_string();
    let with_topic = [fields.as_slice(), &[("topic", topic_field.as_str())]].concat();
    scene.organiser.submit(FORM, &with_topic).await.expect(303);
    for page in [PAGE, "/en/events/forum-2027/topics/1"] {
        let page = scene.place.anyone().page(page).await.expect(200).text();
        for said in ["Write the overview", "Ministry of Climate", "by 1 December 2027", "Action"] {
            assert!(page.contains(said), "{said}");
        }
    }
    let history = scene.place.anyone().get(&format!("/topics/{topic}/timeline")).await.expect(200).json();
    assert_eq!(history["items"][1]["happening"], "recorded");

    let edit = scene.organiser.page(&format!("{FORM}/1")).await.expect(200).text();
    assert!(edit.contains("Write the overview") && edit.contains("2027-12-01"));
    scene.organiser.submit(&format!("{FORM}/1"), &[with_topic.as_slice(), &[("done", "yes")]].concat()).await.expect(303);
    assert!(scene.page().await.contains("done on 25 January 2027"));
    assert_eq!(scene.fates().await["outcomes"][0]["done_on"], "2027-01-25");
    assert_eq!(scene.organiser.patch("/outcomes/1", json!({"done": false})).await.expect(200).json()["done_on"], Value::Null);

    // As a decision it has neither owner nor day.
    let decision = scene.organiser.patch("/outcomes/1", json!({"kind": "decision"})).await.expect(200).json();
    assert_eq!((decision["owner"].clone(), decision["due_on"].clone()), (Value::Null, Value::Null));
    scene.organiser.submit(&format!("{FORM}/1"), &[("do", "remove")]).await.expect(303);
    assert!(!scene.page().await.contains("Write the overview"));
    scene.organiser.page(&format!("{FORM}/1")).await.expect(404);
}

#[tokio::test]
async fn what_does_not_fit_is_refused_at_its_field_and_kept() {
    let scene = scene().await;
    let other = scene.place.host("other").await;
    scene.place.event(other, "elsewhere", |_| {}).await;
    let foreign =
        scene.ilze.post("/events/elsewhere/topics", json!({"title": {"en": "A"}, "minutes": 5})).await.expect(201).json()["id"].clone();
    let refused = async |body: Value, field: &str, code: &str| {
        let answer = scene.organiser.post("/events/forum-2027/outcomes", body).await.expect(422).json();
        assert_eq!((answer["errors"][0]["field"].as_str(), answer["errors"][0]["code"].as_str()), (Some(field), Some(code)));
    };
    let text = json!({"en": "It is so"});
    refused(json!({"kind": "wish", "text": text}), "kind", "unknown_value").await;
    refused(json!({"kind": "decision", "text": {}}), "text", "required").await;
    refused(json!({"kind": "decision", "text": text, "topic": foreign}), "topic", "unknown_topic").await;
    refused(json!({"kind": "decision", "text": text, "session": 77}), "session", "unknown_session").await;
    refused(json!({"kind": "decision", "text": text, "owner": "Anna"}), "owner", "only_for_actions").await;
    refused(json!({"kind": "information", "text": text, "done": true}), "done", "only_for_actions").await;
    refused(json!({"kind": "action", "text": text, "due_on": "soon"}), "due_on", "invalid_date").await;
    refused(json!({"kind": "action", "text": text, "owner_email": "nowhere"}), "owner_email", "invalid_email").await;
    assert_eq!(scene.fates().await["outcomes"], json!([]));
    let page =
        scene.organiser.submit(FORM, &[("kind", "decision"), ("text.en", "It is so"), ("due_on", "2027-12-01")]).await.expect(422).text();
    assert!(page.contains("It is so") && page.contains("Only an action has an owner"));
}

#[tokio::test]
async fn an_owner_is_named_by_the_organisers_or_not_at_all() {
    let scene = scene().await;
    scene.record(json!({"kind": "action", "text": {"en": "One"}, "owner": "ilze@example.org"})).await;
    scene.record(json!({"kind": "action", "text": {"en": "Two"}, "owner": "Ilze K.", "owner_email": "ilze@example.org"})).await;
    for client in [&scene.organiser, &scene.place.anyone()] {
        for said in [client.get("/events/forum-2027/outcomes").await.text(), client.page(PAGE).await.expect(200).text()] {
            assert!(!said.contains("ilze@") && !said.contains(">ilze<") && said.contains("Ilze K."));
        }
    }
    assert!(!scene.organiser.page(&format!("{FORM}/1")).await.expect(200).text().contains("ilze@"));
    let mine = scene.ilze.get("/events/forum-2027/outcomes").await.json();
    assert_eq!((mine["outcomes"][0]["own"].clone(), mine["outcomes"][1]["own"].clone()), (json!(true), json!(true)));
    assert!(scene.ilze.page(PAGE).await.expect(200).text().contains("Yours"));
    // Saving the form does not forget whose it is, and who erases themselves is named no more.
    scene.organiser.submit(&format!("{FORM}/1"), &[("kind", "action"), ("text.en", "One, still")]).await.expect(303);
    assert_eq!(scene.ilze.get("/events/forum-2027/outcomes").await.json()["outcomes"][0]["own"], true);
    scene.ilze.delete("/me").await.expect(204);
    let left = scene.fates().await;
    assert!(left["outcomes"][1].get("owner").is_none() && left["outcomes"][1]["text"]["en"] == "Two");
}

#[tokio::test]
async fn what_an_edition_leaves_to_do_is_carried_over_until_it_is_done() {
    let scene = scene().await;
    let series = json!({"slug": "forum", "host": "mfa", "title": {"en": "Forum"}, "kind": "forum", "rule": "FREQ=YEARLY;BYMONTH=8;BYDAY=3WE",
        "first": "2022-08-17", "zone": "Europe/Riga", "local_time": "10:00", "duration_minutes": 480});
    scene.organiser.post("/series", series).await.expect(201);
    for year in [2028, 2029] {
        scene.organiser.post("/series/forum/editions", json!({"year": year, "slug": format!("edition-{year}")})).await.expect(201);
    }
    let record = async |slug: &str, kind: &str, text: &str| {
        let body = json!({"kind": kind, "text": {"en": text}});
        scene.organiser.post(&format!("/events/{slug}/outcomes"), body).await.expect(201).json()["id"].as_i64().unwrap()
    };
    record("edition-2028", "decision", "We meet in Riga").await;
    let open = record("edition-2028", "action", "Find a hall").await;
    record("forum-2027", "action", "Of no series").await;
    record("edition-2029", "action", "Of the one after").await;
    let carried = async |slug: &str| {
        let found = scene.place.anyone().get(&format!("/events/{slug}/outcomes")).await.expect(200).json();
        let texts = found["carried_over"].as_array().unwrap().iter().map(|one| one["text"]["en"].as_str().unwrap().to_owned());
        texts.collect::<Vec<_>>()
    };
    assert_eq!(carried("edition-2029").await, ["Find a hall"]);
    assert!(carried("edition-2028").await.is_empty());
    let page = scene.place.anyone().page("/en/events/edition-2029/outcomes").await.expect(200).text();
    assert!(page.contains("Carried over") && page.contains(&format!("/en/events/edition-2028/outcomes#outcome-{open}")));
    // Nobody reads there of an edition that they may not see.
    let hide = async |visibility: Visibility| {
        let row = event::Entity::find().all(scene.place.site.db.read()).await.unwrap();
        let mut row = row.into_iter().find(|row| row.slug == "edition-2028").unwrap().into_active_model();
        row.visibility = Set(visibility.into());
        row.update(scene.place.site.db.writer()).await.unwrap();
    };
    hide(Visibility::Invited).await;
    assert!(carried("edition-2029").await.is_empty());
    hide(Visibility::Public).await;
    scene.organiser.patch(&format!("/outcomes/{open}"), json!({"done": true})).await.expect(200);
    assert!(carried("edition-2029").await.is_empty());
}

async fn later(scene: &Scene, instant: &str) -> Client {
    scene.place.at(instant);
    scene.place.acting(&format!("{}@example.org", &instant[..4]), Some((scene.host, Role::Organiser))).await
}

#[tokio::test]
async fn an_event_is_not_closed_quietly_while_topics_wait() {
    let scene = scene().await;
    let answered = scene.propose("Health").await;
    let waiting = scene.propose("Climate").await;
    scene.settle(answered, "answered").await;
    // Sessions do not last so long.
    let organiser = later(&scene, "2027-08-18T20:00:00Z").await;
    let step = "/en/organise/events/forum-2027/status/held";
    let asked = organiser.page(step).await.expect(200).text();
    assert!(asked.contains("One topic without an answer") && asked.contains("Climate") && !asked.contains("Health"));
    let refused = organiser.submit(step, &[]).await.expect(422).text();
    assert!(refused.contains("Some topics have no answer"));
    organiser.submit(step, &[("despite", "yes")]).await.expect(303);

    // The API closes it and says what is owed; here it is so already.
    scene.place.event(scene.host, "second", |event| event.status = Set(Status::Confirmed.into())).await;
    let owed =
        organiser.post("/events/second/topics", json!({"title": {"en": "Law"}, "minutes": 5})).await.expect(201).json()["id"].clone();
    let closed = organiser.post("/events/second/status", json!({"to": "held"})).await.expect(200).json();
    assert_eq!(closed["unanswered"], json!([owed]));
    assert!(organiser.get("/events/second").await.json().get("unanswered").is_none());

    // Organisers are reminded however long ago it was, until they answer.
    let organiser = later(&scene, "2028-08-18T20:00:00Z").await;
    let desk = async || organiser.page("/en/organise/hosts/mfa").await.expect(200).text();
    let before = desk().await;
    assert_eq!(before.matches("a topic has no answer").count(), 2);
    assert!(before.contains("/en/organise/events/forum-2027/outcomes"));
    assert!(organiser.page("/en/organise/events/forum-2027").await.expect(200).text().contains("Climate"));
    let declined = json!({"to": "declined", "reason": "Next year"});
    organiser.post(&format!("/topics/{waiting}/status"), declined).await.expect(200);
    assert_eq!(desk().await.matches("a topic has no answer").count(), 1);
}

#[tokio::test]
async fn two_who_change_an_outcome_see_both_versions() {
    let scene = scene().await;
    let made = scene.record(json!({"kind": "decision", "text": {"en": "We meet again"}})).await;
    let (id, path) = (made["id"].as_i64().unwrap(), format!("/outcomes/{}", made["id"]));
    assert_eq!(made["version"], 1);
    let form = format!("{FORM}/{id}");
    assert!(scene.organiser.page(&form).await.expect(200).text().contains("name=\"version\" value=\"1\""));
    let changed = scene.organiser.patch(&path, json!({"text": {"en": "We meet in May"}, "version": 1})).await.expect(200).json();
    assert_eq!(changed["version"], 2);
    let late = scene.organiser.patch(&path, json!({"text": {"en": "We meet in June"}, "version": 1})).await.expect(409);
    assert_eq!(late.code(), "changed_meanwhile");
    scene.organiser.patch(&path, json!({"text": {"en": "We meet in May", "lv": "Tiekamies maijā"}, "version": 2})).await.expect(200);
    let typed = [("do", "save"), ("kind", "decision"), ("text.en", "We meet in July"), ("version", "1")];
    let both = scene.organiser.submit(&form, &typed).await.expect(409).text();
    let (_, table) = both.split_once("The two versions").unwrap();
    let (table, _) = table.split_once("</table>").unwrap();
    assert!(table.contains("We meet in May") && table.contains("We meet in July") && table.contains("Tiekamies maijā"), "{table}");
    assert!(!table.contains("Decision"), "only what differs");
    assert!(both.contains("name=\"version\" value=\"3\""), "saving again is done knowingly");
    let typed = [("do", "save"), ("kind", "decision"), ("text.en", "We meet in July"), ("version", "3")];
    scene.organiser.submit(&form, &typed).await.expect(303);
    assert!(scene.page().await.contains("We meet in July"));
}

#[tokio::test]
async fn what_an_outcome_came_of_stays_when_it_is_no_longer_offered() {
    let scene = scene().await;
    let opening = session("The opening", "10:00", 30);
    let made = scene.organiser.post("/events/forum-2027/sessions", opening).await.expect(201).json();
    let session = made["id"].as_i64().unwrap();
    let made = scene.record(json!({"kind": "decision", "text": {"en": "It is so"}, "session": session})).await;
    scene.organiser.delete(&format!("/sessions/{session}")).await.expect(204);
    let form = format!("{FORM}/{}", made["id"]);
    let page = scene.organiser.page(&form).await.expect(200).text();
    assert!(page.contains("The opening (no longer on the agenda)") && page.contains(&format!("value=\"{session}\" selected")), "{page}");
    let id = session.to_string();
    let typed = [("do", "save"), ("kind", "decision"), ("text.en", "It was so"), ("session", id.as_str()), ("version", "1")];
    scene.organiser.submit(&form, &typed).await.expect(303);
    let row = backend::entity::outcome::Entity::find().one(scene.place.site.db.read()).await.unwrap().unwrap();
    assert_eq!((row.session_id.map(|id| id.to_string()), row.version), (Some(id), 2));
    let elsewhere = json!({"kind": "decision", "text": {"en": "Other"}, "session": session});
    let refused = scene.organiser.post("/events/forum-2027/outcomes", elsewhere).await.expect(422);
    assert_eq!(refused.code(), "unknown_session", "but nothing new is tied to it");
}

#[tokio::test]
async fn lines_that_only_a_browser_ends_otherwise_are_no_difference() {
    let scene = scene().await;
    let made = scene.record(json!({"kind": "decision", "text": {"en": "First\nSecond"}})).await;
    scene.organiser.patch(&format!("/outcomes/{}", made["id"]), json!({"kind": "information", "version": 1})).await.expect(200);
    let typed = [("do", "save"), ("kind", "decision"), ("text.en", "First\r\nSecond"), ("version", "1")];
    let both = scene.organiser.submit(&format!("{FORM}/{}", made["id"]), &typed).await.expect(409).text();
    let (table, _) = both.split_once("The two versions").unwrap().1.split_once("</table>").unwrap();
    assert!(table.contains("Information") && table.contains("Decision") && !table.contains("First"), "{table}");
}
