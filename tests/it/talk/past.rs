//! Topics that were there before their timelines.

use super::{happenings, items, propose, scene};
use migrations::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, Statement};
use serde_json::json;

#[tokio::test]
async fn what_is_known_of_older_topics_is_told_and_their_reasons_are_kept() {
    let scene = scene().await;
    let topic = propose(&scene.ilze, "Veselība", false).await;
    let unnamed = propose(&scene.ilze, "Kosmoss", true).await;
    let reason = "Nav \"mūsu\" ziņā\\n:\nvēstulē.";
    scene.organiser.post(&format!("/topics/{topic}/status"), json!({"to": "shortlisted"})).await.expect(200);
    scene.place.at("2027-03-31T23:59:59Z");
    scene.organiser.post(&format!("/topics/{topic}/status"), json!({"to": "declined", "reason": reason})).await.expect(200);
    scene.organiser.post(&format!("/topics/{unnamed}/moderation"), json!({"decision": "hide", "reason": "Nē"})).await.expect(204);
    let db = scene.place.site.db.writer();
    let later = Migrator::migrations().into_iter().rev().position(|step| step.name() == "m0007_talk").unwrap();
    Migrator::down(db, Some(u32::try_from(later + 1).unwrap())).await.unwrap();
    let plain = Statement::from_string(db.get_database_backend(), "SELECT reason, title FROM topic ORDER BY id");
    let rows = db.query_all_raw(plain).await.unwrap();
    assert_eq!(rows[0].try_get::<String>("", "reason").unwrap(), reason);
    assert!(rows[1].try_get::<String>("", "title").unwrap().contains("Kosmoss"), "what was hidden is not lost");
    Migrator::up(db, None).await.unwrap();

    assert_eq!(happenings(&scene.ilze, topic).await, ["proposed", "shortlisted", "declined"]);
    let told = items(&scene.ilze, &format!("/topics/{topic}/timeline")).await;
    assert_eq!(told[2], json!({"happening": "declined", "by": "organisers", "on": "2027-03-31", "reason": {"lv": reason, "en": reason}}));
    assert_eq!(happenings(&scene.ilze, unnamed).await, ["proposed"]);
    let followed = items(&scene.ilze, "/me/follows").await;
    assert_eq!(followed.iter().map(|one| one["id"].as_i64().unwrap()).collect::<std::collections::BTreeSet<_>>(), [topic, unnamed].into());
}
