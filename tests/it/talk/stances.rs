//! Where people stand: counted by person, said in words, read in part, and no vote.

use super::{Scene, items, propose, scene};
use crate::support::Client;
use serde_json::{Value, json};

async fn take(client: &Client, topic: i64, stance: &str) -> i64 {
    let body = json!({"text": format!("Es esmu {stance}"), "stance": stance});
    client.post(&format!("/topics/{topic}/comments"), body).await.expect(201).json()["id"].as_i64().unwrap()
}

async fn counts(scene: &Scene, topic: i64) -> [i64; 3] {
    let counts = scene.place.anyone().get(&format!("/topics/{topic}/stances")).await.expect(200).json();
    ["for", "against", "neutral"].map(|name| counts[name].as_i64().unwrap())
}

#[tokio::test]
async fn people_are_counted_once_by_the_last_they_said() {
    let scene = scene().await;
    let topic = propose(&scene.ilze, "Veselība", false).await;
    assert_eq!(counts(&scene, topic).await, [0, 0, 0]);
    let page = "/en/events/forum-2027/topics/1";
    assert!(!scene.place.anyone().page(page).await.expect(200).text().contains("People are counted"), "nothing to count yet");
    take(&scene.ilze, topic, "for").await;
    take(&scene.ilze, topic, "for").await;
    take(&scene.janis, topic, "neutral").await;
    assert_eq!(counts(&scene, topic).await, [1, 0, 1]);
    let last = take(&scene.ilze, topic, "against").await;
    super::say(&scene.ilze, topic, "Un vēl kas").await;
    assert_eq!(counts(&scene, topic).await, [0, 1, 1], "who says nothing stands where they stood");
    let text = scene.place.anyone().page(page).await.expect(200).text();
    assert!(text.contains("Against 1") && text.contains("For 0") && text.contains("no vote"), "{text}");

    let path = format!("/comments/{last}");
    scene.ilze.patch(&path, json!({"text": "Es esmu against"})).await.expect(200);
    assert_eq!(counts(&scene, topic).await, [0, 1, 1], "what is not named stays");
    let changed = scene.ilze.patch(&path, json!({"text": "Es esmu against", "stance": "for"})).await.expect(200).json();
    assert_eq!((changed["stance"].as_str(), changed["changes"].as_i64()), (Some("for"), Some(1)));
    assert_eq!(items(&scene.place.anyone(), &format!("{path}/versions")).await[0]["stance"], "against");
    scene.ilze.patch(&path, json!({"text": "Es esmu against", "stance": null})).await.expect(200);
    assert_eq!(counts(&scene, topic).await, [1, 0, 1], "taken back, the one before counts");
}

#[tokio::test]
async fn what_is_hidden_removed_or_unnamed_is_not_counted() {
    let scene = scene().await;
    let topic = propose(&scene.ilze, "Veselība", true).await;
    let body = json!({"text": "Bez vārda", "anonymous": true, "stance": "for"});
    scene.ilze.post(&format!("/topics/{topic}/comments"), body).await.expect(201);
    assert_eq!(counts(&scene, topic).await, [0, 0, 0]);
    let (hidden, removed) = (take(&scene.janis, topic, "against").await, take(&scene.organiser, topic, "neutral").await);
    assert_eq!(counts(&scene, topic).await, [0, 1, 1]);
    let decision = json!({"decision": "hide", "reason": {"en": "Off topic"}});
    scene.organiser.post(&format!("/comments/{hidden}/moderation"), decision).await.expect(204);
    scene.organiser.delete(&format!("/comments/{removed}")).await.expect(204);
    assert_eq!(counts(&scene, topic).await, [0, 0, 0]);
    let list = |stance: &str| format!("/topics/{topic}/comments?stance={stance}");
    for stance in ["against", "neutral"] {
        assert_eq!(items(&scene.place.anyone(), &list(stance)).await, Vec::<Value>::new(), "nor found by what it said");
    }
    let all = items(&scene.place.anyone(), &format!("/topics/{topic}/comments")).await;
    assert!(all.iter().filter(|one| one["state"] != "shown").all(|one| one.get("stance").is_none()));
}

#[tokio::test]
async fn a_discussion_is_read_by_stance_with_its_answers() {
    let scene = scene().await;
    let topic = propose(&scene.ilze, "Veselība", false).await;
    let list = format!("/topics/{topic}/comments");
    let first = take(&scene.ilze, topic, "for").await;
    take(&scene.janis, topic, "against").await;
    let answer = scene.janis.post(&list, json!({"text": "Kāpēc?", "parent": first})).await.expect(201).json()["id"].clone();
    let ids: Vec<Value> = items(&scene.janis, &format!("{list}?stance=for")).await.iter().map(|one| one["id"].clone()).collect();
    assert_eq!(ids, [json!(first), answer]);
    let page = scene.place.anyone().page("/lv/events/forum-2027/topics/1?stance=against").await.expect(200).text();
    assert!(page.contains("Es esmu against") && !page.contains("Es esmu for") && page.contains("Pret 1"));
    scene.place.anyone().page("/lv/events/forum-2027/topics/1?stance=undecided").await.expect(404);

    let refused = async |body: Value| scene.janis.post(&list, body).await.expect(422).json();
    let odd = refused(json!({"text": "Hm", "stance": "maybe"})).await;
    assert_eq!((odd["code"].as_str(), odd["errors"][0]["field"].as_str()), (Some("unknown_value"), Some("stance")));
    let answered = refused(json!({"text": "Hm", "stance": "for", "parent": first})).await;
    assert_eq!(answered["code"], "stance_of_an_answer");
}

#[tokio::test]
async fn the_page_takes_and_changes_a_stance_without_script() {
    let scene = scene().await;
    propose(&scene.ilze, "Veselība", false).await;
    let page = "/en/events/forum-2027/topics/1";
    scene.janis.submit(page, &[("do", "comment"), ("text", "Labi"), ("stance", "for")]).await.expect(303);
    let shown = scene.place.anyone().page(page).await.expect(200).text();
    assert!(shown.contains("class=\"stance\">For<"), "{shown}");
    let id = items(&scene.janis, "/topics/1/comments").await[0]["id"].clone();
    let edit = format!("{page}/comments/{id}/edit");
    assert!(scene.janis.page(&edit).await.expect(200).text().contains("<option value=\"for\" selected"));
    scene.janis.submit(&edit, &[("do", "save"), ("text", "Labi"), ("stance", "against")]).await.expect(303);
    let shown = scene.place.anyone().page(&format!("{page}/comments/{id}")).await.expect(200).text();
    assert!(shown.contains("class=\"stance\">Against<") && shown.contains("class=\"stance\">For<"), "what it was stays to be read");
}
