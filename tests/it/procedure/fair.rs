//! What nobody can turn their way, whoever organises: the deadline, who is asked, what few said, what came of it.

use super::{AT, DEADLINE, LAST_DAY, OPEN, answers, scene};
use domain::event::Status;
use serde_json::{Value, json};

#[tokio::test]
async fn a_deadline_is_put_off_but_never_nearer_than_people_were_told() {
    let scene = scene(json!({})).await;
    scene.at(OPEN).await;
    scene.answer(0, 1, "x").await.expect(200);
    let sooner = json!({"duration_minutes": 60});
    assert_eq!(scene.organiser.patch("/events/position", sooner).await.expect(409).code(), "procedure_open");
    scene.organiser.patch("/events/position", json!({"duration_minutes": 20_700})).await.expect(200);
    assert_eq!(scene.organiser.get(AT).await.json()["phase"], "open");
}

#[tokio::test]
async fn a_quorum_is_not_had_by_asking_fewer() {
    let scene = scene(json!({})).await;
    scene.at(OPEN).await;
    scene.answer(0, 1, "x").await.expect(200);
    for name in ["maija", "zane"] {
        scene.organiser.delete(&format!("/events/position/invitations/{name}@example.org")).await.expect(204);
    }
    scene.at(LAST_DAY).await;
    scene.at(DEADLINE).await;
    let result = scene.result(&scene.organiser).await;
    assert_eq!((result["asked"].as_i64(), &result["quorum"]["reached"]), (Some(4), &json!(false)));
}

#[tokio::test]
async fn what_was_counted_stays_when_the_event_is_called_off() {
    let scene = scene(json!({})).await;
    scene.at(OPEN).await;
    scene.answer(0, 1, "x").await.expect(200);
    scene.at(DEADLINE).await;
    scene.organiser.post("/events/position/status", json!({"to": <&str>::from(Status::Cancelled)})).await.expect(200);
    assert_eq!(scene.result(&scene.people[0].1).await["answered"], json!(1));
    scene.people[0].1.get(&format!("{AT}/record.pdf")).await.expect(200);
}

#[tokio::test]
async fn without_names_late_words_are_not_told_of_few_who_are_known_to_be_late() {
    for named in [true, false] {
        let scene = scene(json!({"named": named})).await;
        scene.at(OPEN).await;
        scene.answer(0, 1, "In time.").await.expect(200);
        scene.at(DEADLINE).await;
        let mut late = answers(2, "Too late.");
        late["separate_opinion"] = json!("And apart.");
        scene.people[1].1.put(&format!("{AT}/answer"), late).await.expect(200);
        for at in [DEADLINE, "2027-03-02T15:00:00Z"] {
            scene.at(at).await;
            let text = scene.result(&scene.organiser).await.to_string();
            assert!(text.contains("In time."));
            assert_eq!((text.contains("Too late."), text.contains("And apart.")), (named, named), "{text}");
        }
    }
}

#[tokio::test]
async fn others_do_not_learn_what_most_of_very_few_chose() {
    let scene = scene(json!({})).await;
    scene.at(OPEN).await;
    scene.answer(0, 2, "x").await.expect(200);
    scene.at(DEADLINE).await;
    let leading = |result: Value| result["questions"][0]["leading"].clone();
    assert_eq!(leading(scene.result(&scene.people[1].1).await), json!([2]));
    assert_eq!(leading(scene.result(&scene.stranger).await), json!([]));
    let page = scene.stranger.page("/en/events/position/procedure").await.expect(200).text();
    assert!(!page.contains("Chosen most"), "{page}");
}
