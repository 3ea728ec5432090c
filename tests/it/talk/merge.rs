//! Two topics become one: proposed by the organisers, accepted by the author, and nobody's support moves.

use super::{happenings, propose, scene};
use serde_json::json;

#[tokio::test]
async fn a_topic_becomes_part_of_another_with_its_authors_consent() {
    let scene = scene().await;
    let (topic, into) = (propose(&scene.ilze, "Veselība", false).await, propose(&scene.janis, "Sabiedrības veselība", false).await);
    scene.janis.post(&format!("/topics/{topic}/supports"), json!({})).await.expect(200);
    let path = format!("/topics/{topic}/merge");
    let refused = async |into: serde_json::Value| scene.organiser.post(&path, json!({"into": into})).await.expect(422).code();
    assert_eq!(refused(json!(topic)).await, "unknown_topic");
    assert_eq!(refused(json!(999)).await, "unknown_topic");
    assert_eq!(refused(json!("x")).await, "invalid_type");
    assert_eq!(scene.ilze.post(&format!("{path}/accept"), json!({})).await.expect(409).code(), "no_merge_proposed");

    scene.organiser.post(&path, json!({"into": into})).await.expect(200);
    assert_eq!(scene.organiser.post(&path, json!({"into": into})).await.expect(409).code(), "merge_proposed");
    assert!(scene.ilze.page("/en/events/forum-2027/topics/1").await.expect(200).text().contains("May this topic become part of another?"));
    for stranger in [&scene.janis, &scene.organiser] {
        stranger.post(&format!("{path}/accept"), json!({})).await.expect(403);
        stranger.post(&format!("{path}/refuse"), json!({})).await.expect(403);
        assert!(!stranger.page("/en/events/forum-2027/topics/1").await.expect(200).text().contains("Let it become part"));
    }
    scene.ilze.post(&format!("{path}/refuse"), json!({})).await.expect(200);
    scene.organiser.post(&path, json!({"into": into})).await.expect(200);
    scene.organiser.delete(&path).await.expect(200);
    let form = [("do", "merge"), ("into", &*into.to_string())];
    scene.organiser.submit("/lv/events/forum-2027/topics/1", &form).await.expect(303);
    scene.ilze.submit("/lv/events/forum-2027/topics/1", &[("do", "merge-accept")]).await.expect(303);

    let merged = scene.ilze.get(&format!("/topics/{topic}")).await.expect(200).json();
    assert_eq!(
        (merged["status"].as_str(), merged["merged_into"].as_i64(), merged["supports"].as_i64()),
        (Some("merged"), Some(into), Some(1))
    );
    assert_eq!(scene.ilze.get(&format!("/topics/{into}")).await.expect(200).json()["supports"], 0, "nobody's support moves");
    let told = ["proposed", "merge_proposed", "merge_refused", "merge_proposed", "merge_withdrawn", "merge_proposed", "merged"];
    assert_eq!(happenings(&scene.janis, topic).await, told);
    assert_eq!(happenings(&scene.janis, into).await, ["proposed", "absorbed"]);
    let page = scene.janis.page("/en/events/forum-2027/topics/1").await.expect(200).text();
    assert!(page.contains("This topic is part of another now") && page.contains("/en/events/forum-2027/topics/2"));
    assert!(page.contains("Your support stayed with this topic"));
    assert!(!scene.ilze.page("/en/events/forum-2027/topics/1").await.expect(200).text().contains("Your support stayed"));
    assert!(scene.janis.page("/en/events/forum-2027/topics").await.expect(200).text().contains("into"));

    assert!(scene.janis.page("/en/me").await.expect(200).text().contains("Went on elsewhere"));
    let led = scene.janis.submit("/en/events/forum-2027/topics/2", &[("do", "support"), ("back", "me")]).await.expect(303);
    assert_eq!(led.header("location"), Some("/en/me#gone-on"));
    assert!(!scene.janis.page("/en/me").await.expect(200).text().contains("Went on elsewhere"));
    assert_eq!(scene.ilze.get(&format!("/topics/{into}")).await.expect(200).json()["supports"], 1);
    assert_eq!(scene.janis.post(&format!("/topics/{topic}/comments"), json!({"text": "a"})).await.expect(409).code(), "status");
    assert_eq!(scene.organiser.post(&path, json!({"into": into})).await.expect(409).code(), "status");
}

#[tokio::test]
async fn a_proposal_ends_when_one_of_the_two_goes_another_way() {
    let scene = scene().await;
    let (a, b) = (propose(&scene.ilze, "Kosmoss", false).await, propose(&scene.janis, "Transports", false).await);
    scene.organiser.post(&format!("/topics/{a}/merge"), json!({"into": b})).await.expect(200);
    scene.organiser.post(&format!("/topics/{b}/merge"), json!({"into": a})).await.expect(200);
    scene.ilze.post(&format!("/topics/{a}/merge/accept"), json!({})).await.expect(200);
    assert_eq!(scene.janis.post(&format!("/topics/{b}/merge/accept"), json!({})).await.expect(409).code(), "no_merge_proposed");
    let c = propose(&scene.ilze, "Izglītība", false).await;
    scene.organiser.post(&format!("/topics/{c}/merge"), json!({"into": b})).await.expect(200);
    scene.organiser.post(&format!("/topics/{b}/status"), json!({"to": "declined", "reason": "Nē"})).await.expect(200);
    assert_eq!(scene.ilze.post(&format!("/topics/{c}/merge/accept"), json!({})).await.expect(409).code(), "no_merge_proposed");
    scene.ilze.delete("/me").await.expect(204);
    let d = propose(&scene.janis, "Zinātne", false).await;
    assert_eq!(scene.organiser.post(&format!("/topics/{c}/merge"), json!({"into": d})).await.expect(409).code(), "no_author");
}

#[tokio::test]
async fn two_answers_at_once_give_one_merger() {
    let scene = scene().await;
    let (topic, into) = (propose(&scene.ilze, "Kosmoss", false).await, propose(&scene.janis, "Transports", false).await);
    scene.organiser.post(&format!("/topics/{topic}/merge"), json!({"into": into})).await.expect(200);
    let merge = format!("/topics/{topic}/merge");
    let (accept, refuse) = (format!("/topics/{topic}/merge/accept"), format!("/topics/{topic}/merge/refuse"));
    let answers = tokio::join!(
        scene.ilze.post(&accept, json!({})),
        scene.ilze.post(&refuse, json!({})),
        scene.ilze.post(&accept, json!({})),
        scene.organiser.delete(&merge),
    );
    let statuses = [answers.0.status, answers.1.status, answers.2.status, answers.3.status].map(|status| status.as_u16());
    assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 1, "{statuses:?}");
    assert_eq!(happenings(&scene.janis, topic).await.len(), 3);
}
