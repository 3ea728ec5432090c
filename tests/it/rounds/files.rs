//! A result as files: sealed, without names, and counted again to the same end.

use super::*;

async fn voted(method: Value) -> (Scene, i64) {
    let mut scene = scene().await;
    for i in 0..9 {
        scene.join(&format!("voter{i}")).await;
    }
    let round = scene.round(method).await;
    (scene, round)
}

#[tokio::test]
async fn the_ballots_can_be_counted_again_by_anybody() {
    let (scene, round) = voted(json!({"method": "equal_shares", "minutes": 80})).await;
    for who in 0..12 {
        let wanted: &[usize] = if who < 7 { &[0, 1] } else { &[2] };
        assert_eq!(scene.approve(who, round, wanted).await, 200);
    }
    let anyone = scene.place.anyone();
    assert_eq!(anyone.get(&format!("/rounds/{round}/ballots")).await.expect(409).code(), "sealed");
    anyone.page("/en/events/forum-2027/rounds/1/ballots.csv").await.expect(409);
    scene.close();
    let cast = anyone.get(&format!("/rounds/{round}/ballots")).await.expect(200).json();
    let again = anyone.post("/tools/tally", cast).await.expect(200).json();
    let first = scene.result(round).await;
    let ids = |value: &Value| value.as_array().unwrap().iter().map(|id| id.to_string().replace('"', "")).collect::<Vec<_>>();
    assert_eq!(ids(&again["selected"]), ids(&first["selected"]));
    let file = async |name: &str| anyone.page(&format!("/en/events/forum-2027/rounds/1/{name}")).await.expect(200);
    let csv = file("ballots.csv").await;
    assert_eq!(csv.header("content-type"), Some("text/csv; charset=utf-8"));
    assert_eq!(csv.header("content-disposition"), Some("attachment; filename=\"forum-2027-1-ballots.csv\""));
    let lines: Vec<String> = csv.text().lines().map(str::to_owned).collect();
    assert_eq!(lines[0], "ballot,1. Veselība,2. Drošība,3. Izglītība");
    let marks = |marks: &str| lines.iter().filter(|line| line.split_once(',').is_some_and(|(_, rest)| rest == marks)).count();
    assert_eq!((lines.len(), marks("1,1,"), marks(",,1")), (13, 7, 5));
    let result = file("result.csv").await.text();
    assert!(result.starts_with("place,number,title,minutes,chosen,support"), "{result}");
    let pb = file("ballots.pb").await.text();
    assert!(
        pb.contains("vote_type;approval\n")
            && pb.contains("budget;80\n")
            && pb.contains("num_votes;12\n")
            && pb.contains("1;30;7;Veselība;1\n"),
        "{pb}"
    );
    let number = |id: &Value| scene.topics.iter().zip(1..).find(|(topic, _)| json!(topic) == *id).unwrap().1;
    judged("shares", &pb, &first["selected"].as_array().unwrap().iter().map(number).collect::<Vec<i64>>());
    anyone.page("/en/events/forum-2027/rounds/1/ballots.toi").await.expect(404);
    anyone.page("/en/events/forum-2027/rounds/1/ballots.exe").await.expect(404);
}

/// Left for `tests/judges/tally.py`, which reads the file with another program and counts it again; there topics are their numbers.
fn judged(name: &str, pb: &str, selected: &[i64]) {
    if let Ok(folder) = std::env::var("SAIETS_TEST_ICS_DIR") {
        let folder = std::path::Path::new(&folder).join("votes");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(format!("round-{name}.pb")), pb).unwrap();
        std::fs::write(folder.join(format!("round-{name}.json")), json!({"selected": selected}).to_string()).unwrap();
    }
}

#[tokio::test]
async fn rankings_leave_as_preflib_writes_them() {
    let (scene, round) = voted(json!({"method": "ranked", "winners": 1})).await;
    let [a, b, c] = [0, 1, 2].map(|place| scene.topics[place]);
    for who in 0..12 {
        let ranking = if who % 2 == 0 { json!([[a], [b, c]]) } else { json!([[c]]) };
        assert_eq!(scene.cast(who, round, json!({"ranking": ranking})).await, 200);
    }
    scene.close();
    let file = scene.place.anyone().page("/en/events/forum-2027/rounds/1/ballots.toi").await.expect(200).text();
    assert!(file.contains("# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: 12\n# NUMBER UNIQUE ORDERS: 2\n"), "{file}");
    assert!(file.contains("# ALTERNATIVE NAME 1: Veselība\n") && file.ends_with("6: 1,{2,3}\n6: 3\n"), "{file}");
    scene.place.anyone().page("/en/events/forum-2027/rounds/1/ballots.pb").await.expect(404);
}

#[tokio::test]
async fn a_few_ballots_stay_in_the_box() {
    let scene = scene().await;
    let round = scene.round(json!({})).await;
    for who in 0..3 {
        assert_eq!(scene.approve(who, round, &[0]).await, 200);
    }
    scene.close();
    assert_eq!(scene.organiser.get(&format!("/rounds/{round}/ballots")).await.expect(409).code(), "too_few_ballots");
    scene.organiser.page("/en/events/forum-2027/rounds/1/ballots.csv").await.expect(409);
    let page = scene.organiser.page("/en/events/forum-2027/rounds/1").await.text();
    assert!(page.contains("With fewer than 10 ballots none are shown one by one") && !page.contains("ballots.csv"));
    assert!(scene.organiser.page("/en/events/forum-2027/rounds/1/result.csv").await.expect(200).text().contains("Veselība"));
}

#[tokio::test]
async fn a_title_is_no_formula() {
    let scene = scene().await;
    scene
        .organiser
        .post("/events/forum-2027/topics", json!({"title": {"lv": "=HYPERLINK(\"https://evil.example\")"}, "minutes": 30}))
        .await
        .expect(201);
    scene.round(json!({})).await;
    scene.close();
    let result = scene.organiser.page("/en/events/forum-2027/rounds/1/result.csv").await.expect(200).text();
    assert!(result.contains("\"'=HYPERLINK(\"\"https://evil.example\"\")\""), "{result}");
}
