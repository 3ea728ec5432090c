//! Who proposed without a name talks, follows and merges without one.

use super::{happenings, items, propose, say, scene};
use axum::http::Method;
use backend::entity::{audit, comment, follow, topic, topic_event, topic_merge};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::json;

#[tokio::test]
async fn nothing_an_unnamed_author_does_leads_to_them() {
    let scene = scene().await;
    let (topic, other) = (propose(&scene.ilze, "Neērts temats", true).await, propose(&scene.janis, "Cits temats", false).await);
    let list = format!("/topics/{topic}/comments");
    let key = [("idempotency-key", "one")];
    let body = json!({"text": "Paskaidroju", "anonymous": true});
    let id = scene.ilze.call_with(Method::POST, &list, Some(body.clone()), &key).await.expect(201).json()["id"].as_i64().unwrap();
    assert_eq!(scene.janis.post(&list, body).await.expect(422).code(), "not_the_unnamed_author");
    scene.ilze.patch(&format!("/comments/{id}"), json!({"text": "Paskaidroju vēlreiz"})).await.expect(200);
    scene.ilze.page("/en/events/forum-2027/topics/1").await.expect(200);
    scene.ilze.put(&format!("/topics/{topic}/follow"), json!({})).await.expect(200);
    scene.organiser.post(&format!("/topics/{topic}/merge"), json!({"into": other})).await.expect(200);
    assert!(scene.ilze.page("/en/events/forum-2027/topics/1").await.expect(200).text().contains("Your name is not shown to anybody"));
    scene
        .ilze
        .call_with(Method::POST, &format!("/topics/{topic}/merge/accept"), Some(json!({})), &[("idempotency-key", "two")])
        .await
        .expect(200);

    for client in [&scene.janis, &scene.organiser, &scene.place.anyone()] {
        let told = [
            client.get(&list).await.expect(200).text(),
            client.get(&format!("/comments/{id}/versions")).await.expect(200).text(),
            client.get(&format!("/topics/{topic}")).await.expect(200).text(),
            client.get(&format!("/topics/{topic}/timeline")).await.expect(200).text(),
            client.page("/en/events/forum-2027/topics/1").await.expect(200).text(),
            client.page(&format!("/en/events/forum-2027/topics/1/comments/{id}")).await.expect(200).text(),
        ];
        assert!(told.iter().all(|text| !text.contains("ilze")), "{told:?}");
        assert!(told[0].contains("\"unnamed_author\":true") && told[4].contains("Who proposed the topic"));
    }
    // Nor in the database: whoever reads every table finds no row that joins the person with what they did.
    let db = scene.place.site.db.read();
    let ilze = backend::entity::person::Entity::find()
        .filter(backend::entity::person::Column::Email.eq("ilze@example.org"))
        .one(db)
        .await
        .unwrap()
        .unwrap()
        .id;
    assert_eq!(comment::Entity::find().filter(comment::Column::AuthorId.eq(ilze)).count(db).await.unwrap(), 0);
    assert_eq!(follow::Entity::find().filter(follow::Column::PersonId.eq(ilze)).count(db).await.unwrap(), 0);
    assert_eq!(audit::Entity::find().filter(audit::Column::ActorId.eq(ilze)).count(db).await.unwrap(), 0);
    assert_eq!(topic::Entity::find().filter(topic::Column::AuthorId.eq(ilze)).count(db).await.unwrap(), 0);
    assert!(topic_event::Entity::find().all(db).await.unwrap().iter().all(|row| row.on_date.len() == 10));
    assert!(topic_merge::Entity::find().all(db).await.unwrap().iter().all(|row| row.proposed_on.len() == 10));
    let archive = scene.ilze.get("/me/export").await.expect(200).body;
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(archive)).unwrap();
    for file in ["topics.json", "comments.json", "follows.json"] {
        let text = std::io::read_to_string(zip.by_name(file).unwrap()).unwrap();
        assert_eq!(text.trim(), "[]", "{file}");
    }
    scene.ilze.delete("/me").await.expect(204);
    let left = items(&scene.janis, &list).await;
    assert_eq!(left[0]["text"], json!({"en": "Paskaidroju vēlreiz"}), "were it gone with the person, everybody could tell whose it was");
}

#[tokio::test]
async fn an_unnamed_author_follows_and_can_stop() {
    let scene = scene().await;
    let topic = propose(&scene.ilze, "Neērts temats", true).await;
    let new = async || items(&scene.ilze, "/me/follows").await.first().map(|one| one["new"].as_i64().unwrap());
    say(&scene.janis, topic, "Kāpēc?").await;
    assert_eq!(new().await, Some(2), "the proposal and the comment, before the first look");
    scene.ilze.page("/en/events/forum-2027/topics/1").await.expect(200);
    assert_eq!(new().await, Some(0));
    say(&scene.janis, topic, "Nu?").await;
    assert_eq!(new().await, Some(1));
    scene.ilze.delete(&format!("/topics/{topic}/follow")).await.expect(200);
    assert_eq!(new().await, None);
    scene.ilze.put(&format!("/topics/{topic}/follow"), json!({})).await.expect(200);
    assert_eq!(new().await, Some(0));
    let form = scene.ilze.page("/en/events/forum-2027/topics/1").await.expect(200).text();
    assert!(form.contains("Without my name"), "may say something without a name");
    assert!(!scene.janis.page("/en/events/forum-2027/topics/1").await.expect(200).text().contains("Without my name"));
    assert_eq!(happenings(&scene.janis, topic).await, ["proposed"]);
}
