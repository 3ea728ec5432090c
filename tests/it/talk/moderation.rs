//! Reporting, and what the organisers decide.

use super::{happenings, items, propose, say, scene};
use backend::entity::{audit, report};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;

#[tokio::test]
async fn a_reported_comment_is_hidden_behind_a_published_reason_and_can_come_back() {
    let scene = scene().await;
    let topic = propose(&scene.ilze, "Veselība", false).await;
    let id = say(&scene.janis, topic, "Skaļi aizvainojošs teksts").await;
    let reports = format!("/comments/{id}/reports");
    let refused = async |body: serde_json::Value| scene.ilze.post(&reports, body).await.expect(422).code();
    assert_eq!(refused(json!({"reason": "boring"})).await, "unknown_value");
    assert_eq!(refused(json!({"reason": "other"})).await, "required");
    assert_eq!(refused(json!({"reason": "insult", "text": "ā".repeat(1_001)})).await, "too_long");
    for _ in 0..2 {
        scene.ilze.post(&reports, json!({"reason": "insult", "text": "Aizskar kolēģi"})).await.expect(204);
    }
    scene.place.anyone().post(&reports, json!({"reason": "insult"})).await.expect(401);
    let desk = scene.organiser.page("/en/organise/events/forum-2027").await.expect(200).text();
    assert!(desk.contains("One thing reported"));
    let queue = scene.organiser.get("/events/forum-2027/moderation").await.expect(200);
    assert_eq!(queue.json()["items"][0]["reports"], json!([{"reason": "insult", "text": "Aizskar kolēģi", "reported_on": "2027-01-25"}]));
    let page = scene.organiser.page("/en/organise/events/forum-2027/moderation").await.expect(200).text();
    assert!(page.contains("Aizskar kolēģi") && page.contains("Skaļi aizvainojošs"));
    assert!(![queue.text(), page].iter().any(|text| text.contains("ilze")), "nobody learns who reported it");

    let decide = format!("/en/organise/events/forum-2027/moderation/comment/{id}");
    assert!(scene.organiser.submit(&decide, &[]).await.expect(422).text().contains("Choose what becomes of it"));
    assert!(scene.organiser.submit(&decide, &[("decision", "hide")]).await.expect(422).text().contains("Say why"));
    scene.organiser.submit(&decide, &[("decision", "hide"), ("reason.lv", "Aizskar cilvēku.")]).await.expect(303);
    assert_eq!(items(&scene.organiser, "/events/forum-2027/moderation").await.len(), 0);

    let readers = [&scene.ilze, &scene.organiser, &scene.place.anyone()];
    for client in readers {
        for path in [format!("/topics/{topic}/comments"), format!("/comments/{id}/versions"), "/events/forum-2027/topics".to_owned()] {
            assert!(!client.get(&path).await.expect(200).text().contains("aizvainojošs"), "{path}");
        }
        for path in ["/lv/events/forum-2027/topics/1", &format!("/lv/events/forum-2027/topics/1/comments/{id}")] {
            let page = client.page(path).await.expect(200).text();
            assert!(!page.contains("aizvainojošs") && page.contains("Aizskar cilvēku."), "{path}");
        }
    }
    assert!(!scene.organiser.page(&decide).await.expect(200).text().contains("aizvainojošs"));
    assert!(scene.janis.page("/lv/events/forum-2027/topics/1").await.expect(200).text().contains("Skaļi aizvainojošs"), "its author");
    assert_eq!(scene.janis.patch(&format!("/comments/{id}"), json!({"text": "a"})).await.expect(409).code(), "comment_hidden");
    assert_eq!(scene.ilze.post(&reports, json!({"reason": "insult"})).await.expect(409).code(), "comment_hidden");

    scene.organiser.post(&format!("/comments/{id}/moderation"), json!({"decision": "keep"})).await.expect(204);
    assert!(scene.ilze.page("/lv/events/forum-2027/topics/1").await.expect(200).text().contains("Skaļi aizvainojošs"));
    let db = scene.place.site.db.read();
    let noted = audit::Entity::find().filter(audit::Column::Action.like("comment_%")).all(db).await.unwrap();
    assert_eq!(noted.iter().map(|row| row.action.as_str()).collect::<Vec<_>>(), ["comment_hidden", "comment_kept"]);
    assert!(noted.iter().all(|row| row.actor_id.is_some() && row.subject == format!("forum-2027/1/{id}")));
}

#[tokio::test]
async fn the_words_of_a_hidden_topic_are_nowhere_but_with_its_author() {
    let scene = scene().await;
    let topic = propose(&scene.ilze, "Aizliegtais vārds", false).await;
    propose(&scene.janis, "Kosmoss", false).await;
    scene.janis.post(&format!("/topics/{topic}/supports"), json!({})).await.expect(200);
    let round = json!({"title": "Balss", "method": "approval", "opens_at": "2027-01-01T00:00:00Z", "closes_at": "2027-02-01T00:00:00Z", "secret": true});
    let round = json!({"title": {"lv": "Balss"}, "method": round["method"], "opens_at": round["opens_at"], "closes_at": round["closes_at"], "secret": true});
    scene.organiser.post("/events/forum-2027/rounds", round.clone()).await.expect(201);
    scene.janis.submit("/en/events/forum-2027/topics/1/report", &[("reason", "confidential")]).await.expect(303);
    assert_eq!(items(&scene.organiser, "/events/forum-2027/moderation").await[0]["kind"], "topic");
    scene
        .organiser
        .post(&format!("/topics/{topic}/moderation"), json!({"decision": "hide", "reason": {"en": "Said in confidence."}}))
        .await
        .expect(204);

    for client in [&scene.janis, &scene.organiser, &scene.place.anyone()] {
        for path in [
            "/lv/events/forum-2027",
            "/lv/events/forum-2027/topics",
            "/lv/events/forum-2027/topics?order=newest",
            "/lv/events/forum-2027/topics/1",
            "/lv/events/forum-2027/topics/like?q=aizliegtais",
            "/lv/events/forum-2027/rounds/1",
        ] {
            let page = client.page(path).await.expect(200).text();
            assert!(!page.contains("Aizliegtais"), "{path}");
        }
        for path in ["/events/forum-2027/topics".to_owned(), format!("/topics/{topic}"), format!("/topics/{topic}/timeline")] {
            assert!(!client.get(&path).await.expect(200).text().contains("Aizliegtais"), "{path}");
        }
    }
    let zip = |archive: axum::body::Bytes, file: &str| {
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(archive)).unwrap();
        std::io::read_to_string(zip.by_name(file).unwrap()).unwrap()
    };
    assert!(!zip(scene.janis.get("/me/export").await.body, "supports.json").contains("Aizliegtais"));
    assert!(zip(scene.ilze.get("/me/export").await.body, "topics.json").contains("Aizliegtais"));
    let page = scene.place.anyone().page("/en/events/forum-2027/topics/1").await.expect(200).text();
    assert!(page.contains("Said in confidence."));
    assert!(scene.ilze.page("/en/events/forum-2027/topics/1").await.expect(200).text().contains("Aizliegtais"));
    assert_eq!(scene.janis.post(&format!("/topics/{topic}/comments"), json!({"text": "a"})).await.expect(409).code(), "topic_hidden");
    assert_eq!(scene.organiser.post(&format!("/topics/{topic}/supports"), json!({})).await.expect(409).code(), "topic_hidden");
    let again = scene.organiser.post("/events/forum-2027/rounds", round).await.expect(201).json()["number"].as_i64().unwrap();
    assert!(!scene.organiser.page(&format!("/lv/events/forum-2027/rounds/{again}")).await.expect(200).text().contains("paslēpts"));

    scene.organiser.post(&format!("/topics/{topic}/moderation"), json!({"decision": "keep"})).await.expect(204);
    assert!(scene.janis.page("/lv/events/forum-2027/topics").await.expect(200).text().contains("Aizliegtais"));
    assert_eq!(happenings(&scene.janis, topic).await, ["proposed", "hidden", "restored"]);
}

#[tokio::test]
async fn ten_reports_a_day_are_enough_and_a_removed_comment_leaves_the_queue() {
    let scene = scene().await;
    let topic = propose(&scene.ilze, "Veselība", false).await;
    let mut said = Vec::new();
    for n in 0..11 {
        said.push(say(&scene.janis, topic, &format!("Teksts {n}")).await);
    }
    for id in &said[..10] {
        scene.ilze.post(&format!("/comments/{id}/reports"), json!({"reason": "off_topic"})).await.expect(204);
    }
    let last = format!("/comments/{}/reports", said[10]);
    let refused = scene.ilze.post(&last, json!({"reason": "off_topic"})).await.expect(429);
    assert_eq!((refused.code(), refused.header("retry-after")), ("too_many_requests".to_owned(), Some("54000")));
    assert!(
        scene
            .ilze
            .submit(&format!("/en/events/forum-2027/topics/1/comments/{}/report", said[10]), &[("reason", "insult")])
            .await
            .status
            .as_u16()
            == 429
    );
    scene.organiser.post(&last, json!({"reason": "insult"})).await.expect(204);
    scene.place.at("2027-01-26T00:00:00Z");
    scene.ilze.post(&last, json!({"reason": "off_topic"})).await.expect(204);

    let part = scene.organiser.get("/events/forum-2027/moderation?limit=4").await.expect(200).json();
    let rest = items(&scene.organiser, &format!("/events/forum-2027/moderation?cursor={}", part["next"].as_str().unwrap())).await;
    assert_eq!((part["items"].as_array().unwrap().len(), rest.len()), (4, 7));
    assert_eq!(rest[6]["reports"].as_array().unwrap().len(), 2, "one thing, however often reported");
    scene.janis.delete(&format!("/comments/{}", said[0])).await.expect(204);
    assert_eq!(items(&scene.organiser, "/events/forum-2027/moderation").await.len(), 10);
    let hide = json!({"decision": "hide", "reason": "Nē"});
    assert_eq!(scene.organiser.post(&format!("/comments/{}/moderation", said[0]), hide).await.expect(409).code(), "comment_removed");
}

#[tokio::test]
async fn who_leaves_takes_their_words_along() {
    let scene = scene().await;
    let topic = propose(&scene.ilze, "Veselība", false).await;
    let id = say(&scene.janis, topic, "Mani vārdi").await;
    scene.janis.patch(&format!("/comments/{id}"), json!({"text": "Mani citi vārdi"})).await.expect(200);
    let answer = json!({"text": "Atbilde", "parent": id});
    scene.ilze.post(&format!("/topics/{topic}/comments"), answer).await.expect(201);
    let about = say(&scene.ilze, topic, "Kas tas?").await;
    scene.janis.post(&format!("/comments/{about}/reports"), json!({"reason": "insult"})).await.expect(204);
    let archive = scene.janis.get("/me/export").await.expect(200).body;
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(archive)).unwrap();
    let mut file = |name: &str| std::io::read_to_string(zip.by_name(name).unwrap()).unwrap();
    assert!(file("comments.json").contains("Mani vārdi") && file("comments.json").contains("Mani citi vārdi"));
    assert!(file("reports.json").contains("insult") && file("follows.json").contains("true"));

    scene.janis.delete("/me").await.expect(204);
    let left = items(&scene.ilze, &format!("/topics/{topic}/comments")).await;
    assert_eq!((left[0]["state"].as_str(), left[1]["text"].clone()), (Some("removed"), json!({"en": "Atbilde"})));
    let db = scene.place.site.db.read();
    assert!(report::Entity::find().all(db).await.unwrap().iter().all(|row| row.person_id.is_none()));
    assert_eq!(items(&scene.organiser, "/events/forum-2027/moderation").await.len(), 1, "the report stands");
}
