//! Talking about topics: comments and who may write, read, change and take them back; who follows, and what is new to them.

mod merge;
mod moderation;
mod news;
mod passes;
mod past;
mod stances;
mod unnamed;

use crate::support::{Client, Place};
use backend::entity::{comment, comment_version, follow, topic_event};
use domain::event::{Status, Visibility};
use domain::host::Role;
use sea_orm::{EntityTrait, Set};
use serde_json::{Value, json};

pub struct Scene {
    pub place: Place,
    pub host: i64,
    pub ilze: Client,
    pub janis: Client,
    pub organiser: Client,
}

pub async fn scene() -> Scene {
    let place = Place::new().await;
    let host = place.host("chancellery").await;
    place.event(host, "forum-2027", |_| {}).await;
    let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
    let (ilze, janis) = (place.acting("ilze@example.org", None).await, place.acting("janis@example.org", None).await);
    Scene { place, host, ilze, janis, organiser }
}

pub async fn propose(client: &Client, title: &str, anonymous: bool) -> i64 {
    let body = json!({"title": {"lv": title}, "minutes": 30, "anonymous": anonymous});
    client.post("/events/forum-2027/topics", body).await.expect(201).json()["id"].as_i64().unwrap()
}

pub async fn say(client: &Client, topic: i64, text: &str) -> i64 {
    client.post(&format!("/topics/{topic}/comments"), json!({"text": text})).await.expect(201).json()["id"].as_i64().unwrap()
}

pub async fn items(client: &Client, path: &str) -> Vec<Value> {
    client.get(path).await.expect(200).json()["items"].as_array().unwrap().clone()
}

/// What happened to a topic, in order.
pub async fn happenings(client: &Client, topic: i64) -> Vec<String> {
    let told = items(client, &format!("/topics/{topic}/timeline")).await;
    told.iter().map(|line| line["happening"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_comment_is_made_answered_changed_and_taken_back() {
    let scene = scene().await;
    let topic = propose(&scene.ilze, "Veselība", false).await;
    let list = format!("/topics/{topic}/comments");
    let first = say(&scene.janis, topic, "Kur ir dati?").await;
    let second = say(&scene.janis, topic, "Un kas tos apkopo?").await;
    let answer = scene.ilze.post(&list, json!({"text": "**Šeit.**", "parent": first})).await.expect(201).json()["id"].clone();
    let order: Vec<Value> = items(&scene.place.anyone(), &list).await.iter().map(|one| one["id"].clone()).collect();
    assert_eq!(order, [json!(first), answer.clone(), json!(second)], "an answer stands below what it answers");
    let deeper = scene.janis.post(&list, json!({"text": "Tiešām?", "parent": answer})).await.expect(422);
    assert_eq!(deeper.code(), "answer_to_an_answer");

    let path = format!("/comments/{first}");
    scene.ilze.patch(&path, json!({"text": "Mans"})).await.expect(403);
    let changed = scene.janis.patch(&path, json!({"text": "Kur ir **dati**?"})).await.expect(200).json();
    assert_eq!((changed["changes"].as_i64(), changed["author"].as_str()), (Some(1), Some("janis")));
    let before = items(&scene.place.anyone(), &format!("{path}/versions")).await;
    assert_eq!(before[0]["text"], json!({"en": "Kur ir dati?"}), "in the language of the person who said none");
    let page = scene.place.anyone().page(&format!("/en/events/forum-2027/topics/1/comments/{first}")).await.expect(200).text();
    assert!(page.contains("<strong>dati</strong>") && page.contains("Kur ir dati?") && page.contains("Earlier versions"));

    scene.ilze.delete(&path).await.expect(403);
    scene.janis.delete(&path).await.expect(204);
    let left = items(&scene.place.anyone(), &list).await;
    assert_eq!((left.len(), left[0]["state"].as_str(), left[0].get("text"), left[0].get("author")), (3, Some("removed"), None, None));
    assert_eq!(left[1]["text"], json!({"en": "**Šeit.**"}), "the answer stays");
    let db = scene.place.site.db.read();
    assert_eq!(comment_version::Entity::find().all(db).await.unwrap().len(), 0);
    assert!(comment::Entity::find().all(db).await.unwrap().iter().all(|row| !row.text.contains("dati")));
    let page = scene.place.anyone().page("/en/events/forum-2027/topics/1").await.expect(200).text();
    assert!(page.contains("Its author removed this comment.") && !page.contains("dati"));
    assert_eq!(scene.janis.patch(&path, json!({"text": "Atkal"})).await.expect(403).code(), "forbidden");
}

#[tokio::test]
async fn a_long_discussion_is_read_in_parts_without_a_gap() {
    let scene = scene().await;
    let topic = propose(&scene.ilze, "Veselība", false).await;
    let list = format!("/topics/{topic}/comments");
    let mut said = Vec::new();
    for n in 0..4 {
        said.push(say(&scene.janis, topic, &format!("{n}")).await);
    }
    for parent in [said[0], said[2], said[0]] {
        scene.ilze.post(&list, json!({"text": "Jā", "parent": parent})).await.expect(201);
    }
    let whole: Vec<Value> = items(&scene.ilze, &list).await.iter().map(|one| one["id"].clone()).collect();
    let mut parts = Vec::new();
    let mut path = format!("{list}?limit=2");
    loop {
        let part = scene.ilze.get(&path).await.expect(200).json();
        parts.extend(part["items"].as_array().unwrap().iter().map(|one| one["id"].clone()));
        let Some(next) = part["next"].as_str() else { break };
        path = format!("{list}?limit=2&cursor={next}");
    }
    assert_eq!((parts, whole.len()), (whole, 7));
    assert_eq!(scene.ilze.get(&format!("{list}?cursor=x")).await.expect(422).code(), "invalid_cursor");
}

#[tokio::test]
async fn what_cannot_be_said_is_refused_at_its_field_and_what_could_run_is_only_text() {
    let scene = scene().await;
    let topic = propose(&scene.ilze, "Veselība", false).await;
    let list = format!("/topics/{topic}/comments");
    let refused = async |body: Value, field: &str, code: &str| {
        let answer = scene.ilze.post(&list, body).await.expect(422).json();
        assert_eq!((answer["errors"][0]["field"].as_str(), answer["code"].as_str()), (Some(field), Some(code)));
    };
    refused(json!({"text": ""}), "text", "required").await;
    refused(json!({"text": " \n\t "}), "text", "required").await;
    refused(json!({}), "text", "required").await;
    refused(json!({"text": "a\u{0}b"}), "text", "control_characters").await;
    refused(json!({"text": "a\u{202e}b"}), "text", "control_characters").await;
    refused(json!({"text": "ā".repeat(5_001)}), "text", "too_long").await;
    refused(json!({"text": 7}), "text", "invalid_type").await;
    refused(json!({"text": "a", "parent": 999}), "parent", "no_such_comment").await;
    refused(json!({"text": "a", "anonymous": true}), "anonymous", "not_the_unnamed_author").await;
    scene.ilze.post(&list, json!({"text": "a".repeat(10 * 1024 * 1024)})).await.expect(413);
    assert_eq!(items(&scene.ilze, &list).await.len(), 0);

    for text in [
        "<script>alert(1)</script> <img src=x onerror=alert(1)>",
        "[saite](javascript:alert(1)) [x](data:text/html,y)",
        "שלום 👋 مرحبا",
        "# Virsraksts",
    ] {
        say(&scene.ilze, topic, text).await;
    }
    let page = scene.place.anyone().page("/lv/events/forum-2027/topics/1").await.expect(200).text();
    for never in ["<script>alert", "<img src=x", "href=\"javascript:", "href=\"data:"] {
        assert!(!page.contains(never), "{never}");
    }
    assert!(page.contains("&lt;script&gt;") && page.contains("שלום 👋 مرحبا") && page.contains("dir=\"auto\""));
}

#[tokio::test]
async fn forms_say_what_is_wrong_and_keep_what_was_typed() {
    let scene = scene().await;
    let topic = propose(&scene.ilze, "Veselība", false).await;
    let page = "/lv/events/forum-2027/topics/1";
    let empty = scene.janis.submit(page, &[("do", "comment"), ("text", "")]).await.expect(422).text();
    assert!(empty.contains("href=\"#text\""));
    let long = "ā".repeat(5_001);
    assert!(scene.janis.submit(page, &[("do", "comment"), ("text", &long)]).await.expect(422).text().contains(&long));
    assert!(scene.janis.submit_raw(page, b"do=comment&text=a%00b".to_vec()).await.expect(422).text().contains("ab</textarea>"));
    scene.janis.submit(page, &[("do", "comment"), ("text", "Labi")]).await.expect(303);
    let id = items(&scene.janis, &format!("/topics/{topic}/comments")).await[0]["id"].as_i64().unwrap();
    let own = format!("{page}/comments/{id}");
    scene.ilze.page(&format!("{own}/edit")).await.expect(403);
    assert!(scene.janis.page(&format!("{own}/edit")).await.expect(200).text().contains("Labi</textarea>"));
    scene.janis.submit(&format!("{own}/edit"), &[("text", "Ļoti labi")]).await.expect(303);
    scene.ilze.submit(&format!("{own}/answer"), &[("text", "")]).await.expect(422);
    scene.ilze.submit(&format!("{own}/answer"), &[("text", "Paldies")]).await.expect(303);
    let talk = scene.place.anyone().page(page).await.expect(200).text();
    assert!(talk.contains("Ļoti labi") && talk.contains("Paldies") && talk.contains("mainīts 1 reizi") && talk.contains("2 komentāri"));
    scene.janis.submit(&format!("{own}/edit"), &[("do", "remove")]).await.expect(303);
    scene.janis.page(&format!("{own}/edit")).await.expect(409);
    scene.janis.page(&format!("{page}/comments/{id}/dance")).await.expect(404);
    scene.janis.page("/lv/events/forum-2027/topics/1/comments/999").await.expect(404);
    assert_eq!(scene.place.anyone().page(&format!("{page}/report")).await.status.as_u16(), 303, "leads to signing in");
}

#[tokio::test]
async fn who_sees_the_topic_may_comment_until_the_event_is_over() {
    let scene = scene().await;
    let topic = propose(&scene.ilze, "Veselība", false).await;
    let list = format!("/topics/{topic}/comments");
    let body = json!({"text": "Labi"});
    scene.place.anyone().post(&list, body.clone()).await.expect(401);
    scene.place.anyone().get(&list).await.expect(200);
    let id = say(&scene.janis, topic, "Labi").await;
    let edit = async |edit: &dyn Fn(&mut backend::entity::event::ActiveModel)| {
        use sea_orm::{ActiveModelTrait, IntoActiveModel};
        let mut row = backend::entity::event::Entity::find().one(scene.place.site.db.read()).await.unwrap().unwrap().into_active_model();
        edit(&mut row);
        row.update(scene.place.site.db.writer()).await.unwrap();
    };
    edit(&|row| row.visibility = Set(Visibility::Invited.into())).await;
    for answer in [
        scene.janis.get(&list).await,
        scene.janis.post(&list, body.clone()).await,
        scene.janis.patch(&format!("/comments/{id}"), body.clone()).await,
        scene.janis.get(&format!("/comments/{id}/versions")).await,
        scene.janis.get(&format!("/topics/{topic}/timeline")).await,
        scene.janis.put(&format!("/topics/{topic}/follow"), json!({})).await,
        scene.janis.post(&format!("/comments/{id}/reports"), json!({"reason": "insult"})).await,
        scene.janis.page("/lv/events/forum-2027/topics/1").await,
        scene.janis.page(&format!("/lv/events/forum-2027/topics/1/comments/{id}")).await,
    ] {
        answer.expect(404);
    }
    assert_eq!(items(&scene.janis, "/me/follows").await.len(), 0, "nor on one's own page");
    scene.organiser.get(&list).await.expect(200);
    edit(&|row| {
        row.visibility = Set(Visibility::Public.into());
        row.status = Set(Status::Cancelled.into());
    })
    .await;
    assert_eq!(scene.janis.post(&list, body.clone()).await.expect(409).code(), "status");
    assert_eq!(scene.janis.patch(&format!("/comments/{id}"), body).await.expect(409).code(), "status");
    assert!(scene.janis.page("/en/events/forum-2027/topics/1").await.expect(200).text().contains("Nothing more is said here."));
    scene.janis.delete(&format!("/comments/{id}")).await.expect(204);
}

#[tokio::test]
async fn followers_find_what_is_new_until_they_look() {
    let scene = scene().await;
    let topic = propose(&scene.ilze, "Veselība", false).await;
    let follows =
        async |client: &Client| items(client, "/me/follows").await.iter().map(|one| one["new"].as_i64().unwrap()).collect::<Vec<_>>();
    assert_eq!((follows(&scene.ilze).await, follows(&scene.janis).await), (vec![0], vec![]));
    say(&scene.janis, topic, "Kur ir dati?").await;
    say(&scene.janis, topic, "Un kad?").await;
    assert_eq!((follows(&scene.ilze).await, follows(&scene.janis).await), (vec![2], vec![0]), "who comments follows, and knows the own");
    let me = scene.ilze.page("/en/me").await.expect(200).text();
    assert!(me.contains("2 things new") && scene.ilze.page("/lv/me/topics").await.expect(200).text().contains("2 jaunumi"));
    scene.ilze.page("/en/events/forum-2027/topics/1").await.expect(200);
    assert_eq!(follows(&scene.ilze).await, [0], "looked at");

    scene.ilze.delete(&format!("/topics/{topic}/follow")).await.expect(200);
    say(&scene.janis, topic, "Nu?").await;
    assert_eq!(follows(&scene.ilze).await, Vec::<i64>::new());
    say(&scene.ilze, topic, "Drīz").await;
    assert_eq!(follows(&scene.ilze).await, Vec::<i64>::new(), "who chose not to follow is left alone");
    scene.organiser.submit("/en/events/forum-2027/topics/1", &[("do", "follow")]).await.expect(303);
    scene.organiser.post(&format!("/topics/{topic}/status"), json!({"to": "shortlisted"})).await.expect(200);
    assert_eq!((follows(&scene.organiser).await, follows(&scene.janis).await), (vec![1], vec![2]));
    scene.place.anyone().get("/me/follows").await.expect(401);
    scene.place.anyone().put(&format!("/topics/{topic}/follow"), json!({})).await.expect(401);
    let db = scene.place.site.db.read();
    assert!(topic_event::Entity::find().all(db).await.unwrap().iter().all(|row| row.on_date == "2027-01-25"), "a day, never a time");
    assert_eq!(follow::Entity::find().all(db).await.unwrap().len(), 3);
}

#[tokio::test]
async fn what_became_of_a_topic_is_told_with_its_reasons() {
    let scene = scene().await;
    let topic = propose(&scene.ilze, "Veselība", false).await;
    let path = format!("/topics/{topic}/status");
    scene.organiser.post(&path, json!({"to": "declined", "reason": {"lv": "Nav mūsu ziņā.", "en": "Not ours to say."}})).await.expect(200);
    assert_eq!(scene.organiser.post(&path, json!({"to": "answered", "reason": "x"})).await.expect(409).code(), "status");
    assert_eq!(scene.organiser.post(&path, json!({"to": "proposed"})).await.expect(200).json().get("reason"), None);
    for blank in [json!(null), json!(" "), json!({"lv": "\n"})] {
        assert_eq!(scene.organiser.post(&path, json!({"to": "answered", "reason": blank})).await.expect(422).code(), "reason_required");
    }
    let long = scene.organiser.post(&path, json!({"to": "answered", "reason": "ā".repeat(1_001)})).await.expect(422);
    assert_eq!(long.json()["errors"][0], json!({"field": "reason", "code": "too_long", "message": "This is too long"}));
    let form = [("do", "status"), ("to", "answered"), ("reason.lv", "Atbildēts vēstulē."), ("reason.en", "Answered by letter.")];
    scene.organiser.submit("/lv/events/forum-2027/topics/1", &form).await.expect(303);
    assert_eq!(happenings(&scene.place.anyone(), topic).await, ["proposed", "declined", "reopened", "answered"]);
    let english = scene.place.anyone().page("/en/events/forum-2027/topics/1").await.expect(200).text();
    assert!(english.contains("Answered by letter.") && english.contains("Not ours to say.") && english.contains("25 January 2027"));
    assert!(scene.place.anyone().page("/lv/events/forum-2027/topics").await.expect(200).text().contains("Atbildēts vēstulē."));
    assert_eq!(scene.organiser.submit("/lv/events/forum-2027/topics/1", &[("do", "status"), ("to", "merged")]).await.status.as_u16(), 409);
}

#[tokio::test]
async fn only_roles_of_this_host_reach_what_is_theirs() {
    let scene = scene().await;
    let (topic, other) = (propose(&scene.ilze, "Veselība", false).await, propose(&scene.ilze, "Kosmoss", false).await);
    let id = say(&scene.janis, topic, "Labi").await;
    let abroad = scene.place.host("embassy").await;
    let hide = json!({"decision": "hide", "reason": "Tāpēc"});
    let calls = [
        (format!("/topics/{topic}/merge"), json!({"into": other})),
        (format!("/topics/{topic}/status"), json!({"to": "shortlisted"})),
        (format!("/topics/{topic}/moderation"), hide.clone()),
        (format!("/comments/{id}/moderation"), hide),
    ];
    let mut people = vec![("none".to_owned(), scene.place.acting("none@example.org", None).await, false)];
    for role in [Role::Viewer, Role::Assistant, Role::Organiser, Role::Coordinator] {
        let name: &str = role.into();
        people.push((name.to_owned(), scene.place.acting(&format!("{name}@own.org"), Some((scene.host, role))).await, true));
        people.push((format!("foreign {name}"), scene.place.acting(&format!("{name}@abroad.org"), Some((abroad, role))).await, false));
    }
    for (who, client, own) in people {
        let queue = client.get("/events/forum-2027/moderation").await;
        assert_eq!(queue.status.as_u16(), if own { 200 } else { 403 }, "{who}");
        assert_eq!(client.page("/en/organise/events/forum-2027/moderation").await.status.as_u16(), if own { 200 } else { 403 }, "{who}");
        if own && ["organiser", "coordinator"].contains(&who.as_str()) {
            continue;
        }
        for (path, body) in &calls {
            client.post(path, body.clone()).await.expect(403);
            scene.place.anyone().post(path, body.clone()).await.expect(401);
        }
        client.page(&format!("/en/organise/events/forum-2027/moderation/comment/{id}")).await.expect(403);
    }
    scene.place.anyone().get("/events/forum-2027/moderation").await.expect(401);
}
