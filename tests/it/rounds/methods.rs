//! Ranked votes and equal shares, from the ballot to what follows.

use super::*;

impl Scene {
    pub(super) async fn cast(&self, who: usize, round: i64, ballot: Value) -> StatusCode {
        self.people[who].1.put(&format!("/rounds/{round}/ballot"), ballot).await.status
    }

    pub(super) fn close(&self) {
        self.place.at("2027-02-01T08:00:00Z");
    }

    pub(super) async fn result(&self, round: i64) -> Value {
        self.people[0].1.get(&format!("/rounds/{round}/result")).await.expect(200).json()
    }

    fn ids(&self, places: &[usize]) -> Value {
        places.iter().map(|place| self.topics[*place]).collect::<Vec<_>>().into()
    }
}

#[tokio::test]
async fn what_wins_one_by_one_wins_a_ranked_vote() {
    let scene = scene().await;
    let round = scene.round(json!({"method": "ranked", "winners": 2})).await;
    let [health, defence, education] = [0, 1, 2].map(|place| scene.topics[place]);
    // The first ballot is replaced: what counts is the last.
    assert_eq!(scene.cast(0, round, json!({"ranking": [[education]]})).await, 200);
    assert_eq!(scene.cast(0, round, json!({"ranking": [[health], [defence, education]]})).await, 200);
    assert_eq!(scene.cast(1, round, json!({"ranking": [[defence], [health]]})).await, 200);
    assert_eq!(scene.cast(2, round, json!({"ranking": [[defence]]})).await, 200);
    scene.close();
    let result = scene.result(round).await;
    assert_eq!(result["selected"], json!([defence, health]));
    assert_eq!(result["pairwise"]["ids"], json!(scene.topics));
    assert_eq!(result["pairwise"]["prefer"][1], json!([2, 0, 2]), "defence above health twice, above education twice");
    assert_eq!((&result["order"][0]["beats"], &result["order"][2]["beaten_by"]), (&json!(2), &json!(2)));
    let page = scene.place.anyone().page("/en/events/forum-2027/rounds/1").await.expect(200).text();
    for said in ["Ranked vote, secret.", "Compared one by one it beats 2 of 2 others and is beaten by 0.", "One by one"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    scene.organiser.post(&format!("/rounds/{round}/apply"), json!({})).await.expect(200);
    let topics = scene.organiser.get("/events/forum-2027/topics").await.json();
    let statuses: Vec<&str> = topics["items"].as_array().unwrap().iter().map(|one| one["status"].as_str().unwrap()).collect();
    assert_eq!(statuses, ["shortlisted", "shortlisted", "proposed"]);
}

#[tokio::test]
async fn equal_shares_give_a_small_group_its_part_and_say_how() {
    let mut scene = scene().await;
    for i in 0..7 {
        scene.join(&format!("voter{i}")).await;
    }
    // 90 minutes are 9 a ballot: six of ten want the first two topics, four only the third.
    let round = scene.round(json!({"method": "equal_shares", "minutes": 90})).await;
    for who in 0..10 {
        let wanted = if who < 6 { scene.ids(&[0, 1]) } else { scene.ids(&[2]) };
        assert_eq!(scene.cast(who, round, json!({"approve": wanted})).await, 200);
    }
    scene.close();
    let result = scene.result(round).await;
    assert_eq!(result["log"][0], json!({"step": "shared", "minutes": 90, "raised_to": 113, "share": 11.3}));
    assert_eq!(result["log"][1]["step"], "bought");
    assert_eq!(result["selected"], json!([scene.topics[0], scene.topics[2]]));
    assert_eq!((&result["satisfaction"]["covered"], &result["approval"]["satisfaction"]["covered"]), (&json!(10), &json!(6)));
    let lost = result["order"].as_array().unwrap().iter().find(|one| one["id"] == json!(scene.topics[1])).unwrap();
    assert_eq!((&lost["supporters"], &lost["served"]), (&json!(6), &json!(6)));
    let page = scene.place.anyone().page("/en/events/forum-2027/rounds/1").await.expect(200).text();
    for said in [
        "Equal-shares vote, secret.",
        "10 of 10 voters have at least one of theirs chosen.",
        "Had the topics on most ballots simply won, 6 voters would have at least one of theirs",
        "Of them 6 have another topic on the agenda.",
        "Its 6 supporters paid 5 minutes each, and no other topic had more support: it was bought first.",
        "75 of 90 minutes are taken, 15 are free.",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let latvian = scene.place.anyone().page("/lv/events/forum-2027/rounds/1").await.expect(200).text();
    assert!(latvian.contains("Aizklāts vienādu daļu balsojums.") && latvian.contains("11,30"), "{latvian}");
}

#[tokio::test]
async fn in_a_circle_the_reason_given_is_true() {
    let mut scene = scene().await;
    for i in 0..6 {
        scene.join(&format!("voter{i}")).await;
    }
    let round = scene.round(json!({"method": "ranked", "winners": 1})).await;
    let [a, b, c] = [0, 1, 2].map(|place| scene.topics[place]);
    for who in 0..9 {
        let ranking = if who < 4 {
            [a, b, c]
        } else if who < 6 {
            [b, c, a]
        } else {
            [c, a, b]
        };
        // A place without a topic says nothing.
        let ranking: Vec<Vec<i64>> = std::iter::once(vec![]).chain(ranking.map(|id| vec![id])).collect();
        assert_eq!(scene.cast(who, round, json!({"ranking": ranking})).await, 200);
    }
    scene.close();
    // 7 prefer 1 to 2, 6 prefer 2 to 3, 5 prefer 3 to 1: 1 beats 3 by way of 2, with 6 to 5.
    assert_eq!(scene.result(round).await["selected"], json!([a]));
    let page = scene.place.anyone().page("/en/events/forum-2027/rounds/1").await.expect(200).text();
    assert!(page.contains("2 topics beat it, first of all number 2, which 6 ballots put above it and 3 below."), "{page}");
    assert!(page.contains("One topic beats it: number 1, which 7 ballots put above it and 2 below."), "{page}");
}

#[tokio::test]
async fn equal_shares_can_ask_how_much() {
    let scene = scene().await;
    let round = scene.round(json!({"method": "equal_shares", "minutes": 60, "kind": "scores", "utility": "item"})).await;
    let [health, defence, _] = [0, 1, 2].map(|place| scene.topics[place].to_string());
    assert_eq!(scene.cast(0, round, json!({"approve": []})).await, 422);
    assert_eq!(scene.cast(0, round, json!({"scores": {&health: 6}})).await, 422);
    for who in 0..3 {
        assert_eq!(scene.cast(who, round, json!({"scores": {&health: 5, &defence: 1}})).await, 200);
    }
    scene.close();
    assert_eq!(scene.result(round).await["selected"], json!([scene.topics[0]]));
    let listed = scene.organiser.get("/events/forum-2027/rounds").await.json();
    assert_eq!((&listed["items"][0]["kind"], &listed["items"][0]["utility"]), (&json!("scores"), &json!("item")));
}

#[tokio::test]
async fn what_a_method_cannot_count_is_refused() {
    let scene = scene().await;
    let make = async |more: Value| {
        let mut body =
            json!({"title": {"lv": "A"}, "method": "approval", "opens_at": "2027-01-25T08:00:00Z", "closes_at": "2027-02-01T08:00:00Z"});
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let answer = scene.organiser.post("/events/forum-2027/rounds", body).await.expect(422).json();
        (answer["errors"][0]["field"].clone(), answer["errors"][0]["code"].clone())
    };
    assert_eq!(make(json!({"method": "equal_shares"})).await, (json!("minutes"), json!("required")));
    assert_eq!(make(json!({"method": "ranked", "kind": "approve"})).await, (json!("kind"), json!("ballot_kind")));
    assert_eq!(make(json!({"quorum": 0})).await, (json!("quorum"), json!("out_of_range")));
    assert_eq!(make(json!({"voters": "audience"})).await, (json!("audience"), json!("required")));
    let round = scene.round(json!({"method": "ranked", "max_choices": 2})).await;
    let [a, b, c] = [0, 1, 2].map(|place| scene.topics[place]);
    let cast = async |ranking: Value| {
        scene.people[0].1.put(&format!("/rounds/{round}/ballot"), json!({"ranking": ranking})).await.expect(422).code()
    };
    assert_eq!(cast(json!([[a], [b], [a]])).await, "repeated_item");
    assert_eq!(cast(json!([[a, b, c]])).await, "too_many_choices");
    assert_eq!(cast(json!([[999_999]])).await, "unknown_item");
    let booth = scene.people[0].1.page("/en/events/forum-2027/rounds/1").await.expect(200).text();
    assert!(!booth.contains("You have voted."), "nothing half-done");
}

#[tokio::test]
async fn a_ranking_and_scores_are_cast_by_the_page() {
    let scene = scene().await;
    scene.round(json!({"method": "ranked"})).await;
    scene.round(json!({"method": "score"})).await;
    let anna = &scene.people[0].1;
    let fields = |name: &str| [0, 1, 2].map(|place| format!("{name}-{}", scene.topics[place]));
    let places = fields("place");
    let sent = [(places[0].as_str(), "3"), (places[1].as_str(), "1"), (places[2].as_str(), "")];
    anna.submit("/en/events/forum-2027/rounds/1", &sent).await.expect(303);
    let page = anna.page("/en/events/forum-2027/rounds/1").await.expect(200).text();
    let chosen = |page: &str, name: &str, value: &str| {
        let from = page.find(&format!("name=\"{name}\"")).unwrap();
        let select = &page[from..from + page[from..].find("</select>").unwrap()];
        select.contains(&format!("value=\"{value}\" selected"))
    };
    // Gaps mean nothing: third place without a second is second.
    assert!(chosen(&page, &places[0], "2") && chosen(&page, &places[1], "1") && chosen(&page, &places[2], ""), "{page}");
    let scores = fields("score");
    let sent = [(scores[0].as_str(), "5"), (scores[1].as_str(), "0"), (scores[2].as_str(), "2")];
    anna.submit("/lv/events/forum-2027/rounds/2", &sent).await.expect(303);
    scene.close();
    let order = scene.result(2).await["order"].clone();
    assert_eq!((&order[0]["support"], &order[1]["support"], &order[2]["support"]), (&json!(5), &json!(2), &json!(0)));
    assert_eq!(scene.result(1).await["selected"], json!([scene.topics[1], scene.topics[0]]));
}
