//! What topics say beside their words, how they are changed, and what they said before.

use crate::support::{Client, Place};
use domain::host::Role;
use serde_json::{Value, json};

struct Scene {
    place: Place,
    ilze: Client,
    janis: Client,
    organiser: Client,
}

const PAGE: &str = "/en/events/forum-2027/topics/1";
const EDIT: &str = "/en/events/forum-2027/topics/1/edit";
const TRANSLATE: &str = "/en/events/forum-2027/topics/1/translate";

async fn scene() -> Scene {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    place.event(host, "forum-2027", |_| {}).await;
    let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
    let (ilze, janis) = (place.acting("ilze@example.org", None).await, place.acting("janis@example.org", None).await);
    Scene { place, ilze, janis, organiser }
}

impl Scene {
    async fn propose(&self, body: Value) -> i64 {
        self.ilze.post("/events/forum-2027/topics", body).await.expect(201).json()["id"].as_i64().unwrap()
    }

    async fn plain(&self) -> i64 {
        self.propose(json!({"title": {"lv": "Klimats"}, "summary": {"lv": "Tāpēc, ka vajag."}, "minutes": 30})).await
    }

    async fn vote(&self, topic: i64, opens: &str) {
        let round = json!({"title": {"en": "Which?"}, "method": "approval", "topics": [topic], "opens_at": opens, "closes_at": "2027-03-01T08:00:00Z"});
        self.organiser.post("/events/forum-2027/rounds", round).await.expect(201);
    }

    async fn read(&self) -> String {
        self.place.anyone().page(PAGE).await.expect(200).text()
    }
}

#[tokio::test]
async fn a_topic_says_what_it_wants_its_field_and_what_to_read() {
    let scene = scene().await;
    let links = "https://unfccc.int/process The process\nhttps://likumi.lv/";
    let fields = [("title", "Climate"), ("minutes", "30"), ("wanted", "decision"), ("area", "climate"), ("links", links)];
    scene.ilze.submit("/en/events/forum-2027/topics", &fields).await.expect(303);
    let page = scene.read().await;
    for said in ["A decision", "climate", "href=\"https://unfccc.int/process\"", "The process", "https://likumi.lv/"] {
        assert!(page.contains(said), "{said}");
    }
    let topic = scene.place.anyone().get("/topics/1").await.expect(200).json();
    assert_eq!((topic["wanted"].as_str(), topic["area"].as_str(), topic["version"].as_i64()), (Some("decision"), Some("climate"), Some(1)));
    assert_eq!(topic["links"][0], json!({"title": "The process", "url": "https://unfccc.int/process"}));

    let refused = async |field: &str, value: Value, code: &str| {
        let mut body = json!({"title": {"en": "Other"}, "minutes": 5});
        body[field] = value;
        let answer = scene.ilze.post("/events/forum-2027/topics", body).await.expect(422).json();
        assert_eq!((answer["errors"][0]["field"].as_str(), answer["errors"][0]["code"].as_str()), (Some(field), Some(code)));
    };
    refused("wanted", json!("applause"), "unknown_value").await;
    refused("area", json!("x".repeat(101)), "too_long").await;
    refused("links", json!([{"url": "javascript:alert(1)"}]), "invalid_url").await;
    refused("links", json!(vec![json!({"url": "https://a.lv"}); 11]), "too_many").await;
    let bad = [("title", "Other"), ("minutes", "5"), ("links", "ftp://a.lv Old")];
    let page = scene.ilze.submit("/en/events/forum-2027/topics", &bad).await.expect(422).text();
    assert!(page.contains("ftp://a.lv Old") && page.contains("<details open"), "what is wrong is kept and seen");
}

#[tokio::test]
async fn its_author_and_organisers_change_it_and_what_it_said_stays() {
    let scene = scene().await;
    let topic = scene.plain().await;
    let edit = scene.ilze.page(EDIT).await.expect(200).text();
    assert!(edit.contains("Klimats") && edit.contains("Tāpēc, ka vajag."));
    let fields = [("title.lv", "Klimats un mēs"), ("summary.lv", "Tāpēc, ka vajag."), ("minutes", "45"), ("version", "1")];
    scene.ilze.submit(EDIT, &fields).await.expect(303);
    scene.organiser.patch(&format!("/topics/{topic}"), json!({"minutes": 20})).await.expect(200);
    // Nothing changed is no change.
    scene.organiser.patch(&format!("/topics/{topic}"), json!({"minutes": 20})).await.expect(200);
    let page = scene.read().await;
    for said in ["Klimats un mēs", "20 min", "Changed by its author.", "Changed by the organisers.", "changed on 25 January 2027"] {
        assert!(page.contains(said), "{said}");
    }
    let before = scene.place.anyone().page(&format!("{PAGE}/versions")).await.expect(200).text();
    assert!(before.contains("<b>Klimats</b>") && before.contains("<b>Klimats un mēs</b>") && before.contains("45 min"));
    let before = scene.place.anyone().get(&format!("/topics/{topic}/versions")).await.expect(200).json();
    assert_eq!(before["items"].as_array().unwrap().len(), 2);

    scene.janis.patch(&format!("/topics/{topic}"), json!({"minutes": 5})).await.expect(403);
    scene.janis.page(EDIT).await.expect(403);
    assert!(!scene.read().await.contains("/topics/1/edit") && scene.ilze.page(PAGE).await.text().contains("/topics/1/edit"));
    scene.organiser.post(&format!("/topics/{topic}/status"), json!({"to": "declined", "reason": "No"})).await.expect(200);
    assert_eq!(scene.ilze.patch(&format!("/topics/{topic}"), json!({"minutes": 5})).await.expect(409).code(), "status");
}

#[tokio::test]
async fn an_unnamed_author_changes_it_without_being_named() {
    let scene = scene().await;
    let topic = scene.propose(json!({"title": {"en": "Delicate"}, "minutes": 30, "anonymous": true})).await;
    scene.ilze.patch(&format!("/topics/{topic}"), json!({"title": {"en": "More delicate"}})).await.expect(200);
    for client in [&scene.organiser, &scene.janis] {
        for said in [
            client.page(PAGE).await.expect(200).text(),
            client.page(&format!("{PAGE}/versions")).await.expect(200).text(),
            client.get(&format!("/topics/{topic}/timeline")).await.text(),
        ] {
            assert!(!said.contains("ilze"));
        }
    }
    let history = scene.janis.get(&format!("/topics/{topic}/timeline")).await.json();
    assert_eq!((history["items"][1]["happening"].as_str(), history["items"][1]["by"].as_str()), (Some("edited"), Some("author")));
    // Nor in what is kept of who did what.
    assert!(!scene.ilze.get("/me/export").await.text().contains("topic_edited"));
    use backend::entity::{audit, follow};
    use sea_orm::EntityTrait;
    let db = scene.place.site.db.read();
    assert!(audit::Entity::find().all(db).await.unwrap().iter().all(|row| row.action != "topic_edited"));
    assert!(follow::Entity::find().all(db).await.unwrap().iter().all(|row| row.person_id.is_none()));
}

#[tokio::test]
async fn who_saves_last_is_shown_what_somebody_else_saved() {
    let scene = scene().await;
    let topic = scene.plain().await;
    let theirs = json!({"title": {"lv": "Klimats un tiesības"}, "links": [{"title": "UNFCCC", "url": "https://unfccc.int/"}]});
    scene.organiser.patch(&format!("/topics/{topic}"), theirs).await.expect(200);
    let mine = [("title.lv", "Klimats un veselība"), ("minutes", "30"), ("version", "1")];
    let shown = scene.ilze.submit(EDIT, &mine).await.expect(409).text();
    assert!(
        shown.contains("Klimats un tiesības") && shown.contains("Klimats un veselība") && shown.contains("name=\"version\" value=\"2\"")
    );
    assert!(shown.contains("https://unfccc.int/ UNFCCC"), "nor is what stands beside the words overwritten unseen: {shown}");
    assert_eq!(
        scene.ilze.patch(&format!("/topics/{topic}"), json!({"minutes": 5, "version": 1})).await.expect(409).code(),
        "changed_meanwhile"
    );
    assert!(scene.read().await.contains("Klimats un tiesības"));
    let again = [("title.lv", "Klimats un veselība"), ("minutes", "30"), ("version", "2")];
    scene.ilze.submit(EDIT, &again).await.expect(303);
    assert!(scene.read().await.contains("Klimats un veselība"));
}

#[tokio::test]
async fn words_stay_once_a_vote_over_them_has_opened() {
    let scene = scene().await;
    let topic = scene.plain().await;
    let path = format!("/topics/{topic}");
    scene.vote(topic, "2027-02-01T08:00:00Z").await;
    scene.ilze.patch(&path, json!({"title": {"lv": "Klimats, vēl"}})).await.expect(200);
    scene.place.at("2027-02-01T08:00:00Z");
    for words in [json!({"title": {"lv": "Kosmoss"}}), json!({"summary": null}), json!({"minutes": 60})] {
        assert_eq!(scene.ilze.patch(&path, words).await.expect(409).code(), "in_a_round");
    }
    let page = scene.ilze.page(EDIT).await.expect(200).text();
    assert!(page.contains("A vote over this topic has opened"));
    assert!(page.contains("type=\"hidden\" name=\"title.lv\" value=\"Klimats, vēl\""), "nothing is typed that would be refused: {page}");
    let typed = [("title.lv", "Kosmoss"), ("summary.lv", "Tāpēc, ka vajag."), ("minutes", "30"), ("version", "2")];
    assert!(scene.ilze.submit(EDIT, &typed).await.expect(409).text().contains("Kosmoss"));
    let links = [
        ("title.lv", "Klimats, vēl"),
        ("summary.lv", "Tāpēc, ka vajag."),
        ("minutes", "30"),
        ("version", "2"),
        ("links", "https://unfccc.int/"),
    ];
    scene.ilze.submit(EDIT, &links).await.expect(303);
    assert!(scene.read().await.contains("https://unfccc.int/"));
}

#[tokio::test]
async fn the_missing_language_is_written_beside_the_one_that_is_there() {
    let scene = scene().await;
    scene.plain().await;
    assert!(scene.ilze.page(PAGE).await.expect(200).text().contains("/topics/1/translate"));
    let page = scene.organiser.page(TRANSLATE).await.expect(200).text();
    assert!(page.contains("Klimats") && page.contains("Tāpēc, ka vajag.") && page.contains("Title, in English"));
    scene.janis.page(TRANSLATE).await.expect(403);
    scene.organiser.submit(TRANSLATE, &[("version", "1")]).await.expect(422);
    // A form made for the other language changes nothing of the one that is there.
    let words = [("title", "Climate"), ("summary", "Because it is needed."), ("title.lv", "Kosmoss"), ("version", "1")];
    scene.organiser.submit(TRANSLATE, &words).await.expect(303);
    let topic = scene.place.anyone().get("/topics/1").await.expect(200).json();
    assert_eq!(topic["title"], json!({"lv": "Klimats", "en": "Climate"}));
    assert_eq!(topic["summary"], json!({"lv": "Tāpēc, ka vajag.", "en": "Because it is needed."}));
    assert!(scene.ilze.page(TRANSLATE).await.expect(200).text().contains("It is in both languages"));
    assert!(!scene.ilze.page(PAGE).await.expect(200).text().contains("/topics/1/translate"));
}

#[tokio::test]
async fn what_is_hidden_is_neither_changed_nor_read_in_its_history() {
    let scene = scene().await;
    let topic = scene
        .propose(json!({"title": {"en": "Rude words"}, "minutes": 30, "area": "rude field", "links": [{"url": "https://rude.example/"}]}))
        .await;
    scene.ilze.patch(&format!("/topics/{topic}"), json!({"title": {"en": "Ruder words"}})).await.expect(200);
    let hide = json!({"decision": "hide", "reason": {"en": "It insults."}});
    scene.organiser.post(&format!("/topics/{topic}/moderation"), hide).await.expect(204);
    assert_eq!(scene.ilze.patch(&format!("/topics/{topic}"), json!({"minutes": 5})).await.expect(409).code(), "topic_hidden");
    scene.ilze.page(EDIT).await.expect(409);
    for said in [
        scene.janis.page(&format!("{PAGE}/versions")).await.expect(200).text(),
        scene.janis.get(&format!("/topics/{topic}/versions")).await.text(),
        scene.janis.get(&format!("/topics/{topic}")).await.text(),
        scene.janis.page(PAGE).await.expect(200).text(),
    ] {
        assert!(!said.to_lowercase().contains("rude"), "{said}");
    }
}

#[tokio::test]
async fn what_somebody_wrote_cannot_leave_the_field_another_edits_it_in() {
    let scene = crate::talk::scene().await;
    let words = "</textarea><img src=x onerror=alert(1)> &lt;b&gt;";
    let body = serde_json::json!({"title": {"en": "Climate"}, "summary": {"en": words}, "minutes": 30});
    scene.ilze.post("/events/forum-2027/topics", body).await.expect(201);
    let page = scene.organiser.page("/en/events/forum-2027/topics/1/edit").await.expect(200).text();
    assert!(!page.contains("<img src=x") && page.contains("&lt;/textarea>&lt;img src=x onerror=alert(1)> &amp;lt;b&amp;gt;"), "{page}");
}
