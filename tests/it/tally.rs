//! The calculator of votes.

use crate::support::Place;
use serde_json::{Value, json};

fn vote(changes: Value) -> Value {
    let mut asked = json!({
        "method": "equal_shares",
        "items": [{"id": "a", "minutes": 30}, {"id": "b", "minutes": 30}, {"id": "c", "minutes": 30}, {"id": "d", "minutes": 30}],
        "ballots": [{"weight": 6, "approve": ["a", "b", "c"]}, {"weight": 4, "approve": ["d"]}],
        "minutes": 90,
    });
    for (name, value) in changes.as_object().unwrap() {
        asked[name] = value.clone();
    }
    asked
}

#[tokio::test]
async fn every_method_counts_without_an_account() {
    let place = Place::new().await;
    let count = async |changes: Value| place.anyone().post("/tools/tally", vote(changes)).await.expect(200).json();
    let shares = count(json!({})).await;
    assert_eq!((&shares["selected"], &shares["minutes_used"]), (&json!(["a", "b", "d"]), &json!(90)));
    assert_eq!(shares["satisfaction"], json!({"covered": 10, "mean": 1.6, "least": 1}));
    assert_eq!(shares["approval"]["satisfaction"]["covered"], 6, "plain approval would have left four out");
    assert_eq!(count(json!({"method": "approval"})).await["selected"], json!(["a", "b", "c"]));
    let scores = json!([{"scores": {"a": 5, "d": 1}}, {"scores": {"d": 5}}]);
    assert_eq!(count(json!({"method": "score", "ballots": scores, "winners": 1})).await["selected"], json!(["d"]));
    let shares = count(json!({"ballots": scores, "utility": "item"})).await;
    assert_eq!(shares["selected"].as_array().unwrap().len(), 2);
    let rankings = json!([{"ranking": [["b"], ["a", "c"]], "weight": 2}, {"ranking": [["c"]]}]);
    let ranked = count(json!({"method": "ranked", "ballots": rankings})).await;
    assert_eq!((&ranked["selected"], &ranked["pairwise"]["prefer"][1]), (&json!(["b", "c", "a"]), &json!([2, 0, 2, 2])));
}

#[tokio::test]
async fn a_bad_vote_is_refused_at_its_field() {
    let place = Place::new().await;
    let wrong = [
        (json!({"method": "dice"}), "method", "unknown_value"),
        (json!({"minutes": null}), "minutes", "required"),
        (json!({"minutes": 10_081}), "minutes", "out_of_range"),
        (json!({"items": []}), "items", "required"),
        (json!({"items": [{"id": "a", "minutes": 0}]}), "items.0.minutes", "out_of_range"),
        (json!({"ballots": [{"approve": ["a", "a"]}]}), "ballots.0.approve", "repeated_item"),
        (json!({"ballots": [{"approve": ["x"]}]}), "ballots.0.approve", "unknown_item"),
        (json!({"ballots": [{"weight": 0, "approve": []}]}), "ballots.0.weight", "out_of_range"),
        (json!({"ballots": [{"weight": 100_001, "approve": []}]}), "ballots", "too_many_ballots"),
        (json!({"ballots": [{"scores": {"a": 6}}]}), "ballots.0.scores", "out_of_range"),
        (json!({"ballots": [{"approve": ["a"]}, {"scores": {"a": 1}}]}), "ballots.1.scores", "ballot_kind"),
        (json!({"ballots": [{"ranking": [["a"]]}]}), "ballots.0.ranking", "ballot_kind"),
        (json!({"method": "ranked", "ballots": [{"ranking": [["a"], ["b", "a"]]}]}), "ballots.0.ranking", "repeated_item"),
    ];
    for (changes, field, code) in wrong {
        let refused = place.anyone().post("/tools/tally", vote(changes.clone())).await.expect(422).json();
        assert_eq!((&refused["errors"][0]["field"], &refused["errors"][0]["code"]), (&json!(field), &json!(code)), "{changes}");
    }
}

#[tokio::test]
async fn a_vote_may_have_eight_megabytes() {
    let place = Place::new().await;
    let ballots = |count: usize| vec![json!({"approve": ["a", "b", "c", "d"]}); count];
    place.anyone().post("/tools/tally", vote(json!({"ballots": ballots(90_000)}))).await.expect(200);
    assert_eq!(place.anyone().post("/tools/tally", vote(json!({"ballots": ballots(300_000)}))).await.expect(413).code(), "too_large");
}
