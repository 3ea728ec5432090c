//! Examples counted by hand, and properties that hold whatever people vote.

use super::*;

fn tally(method: Method, items: &[Item], ballots: &[Ballot], limits: Limits) -> Result<Tally, Vec<Fault>> {
    super::tally(method, items, ballots, limits, Utility::Minutes)
}

fn ranking(weight: u32, places: &str) -> Ballot {
    let group = |group: &str| group.split_whitespace().map(str::to_owned).collect();
    Ballot { weight, choice: Choice::Ranking(places.split('>').map(group).collect()) }
}

fn items(minutes: &[(&str, u32)]) -> Vec<Item> {
    minutes.iter().map(|(id, minutes)| Item { id: (*id).to_owned(), minutes: *minutes }).collect()
}

fn approve(weight: u32, ids: &str) -> Ballot {
    Ballot { weight, choice: Choice::Approve(ids.split_whitespace().map(str::to_owned).collect()) }
}

fn scores(weight: u32, scores: &[(&str, u32)]) -> Ballot {
    Ballot { weight, choice: Choice::Scores(Scores(scores.iter().map(|(id, score)| ((*id).to_owned(), *score)).collect())) }
}

fn limits(winners: impl Into<Option<u32>>, minutes: impl Into<Option<u32>>) -> Limits {
    Limits { winners: winners.into(), minutes: minutes.into() }
}

fn codes(result: Result<Tally, Vec<Fault>>) -> Vec<(String, String)> {
    result.unwrap_err().into_iter().map(|fault| (fault.field, fault.code)).collect()
}

fn fault(field: &str, code: &str) -> Vec<(String, String)> {
    vec![(field.to_owned(), code.to_owned())]
}

#[test]
fn approval_takes_from_the_top_what_fits_and_says_why() {
    let items = items(&[("space", 30), ("culture", 45), ("health", 60), ("defence", 20), ("tax", 10)]);
    let ballots = [approve(3, "health space"), approve(2, "culture health"), approve(1, "defence"), approve(1, "")];
    let tally = tally(Method::Approval, &items, &ballots, limits(None, 100)).unwrap();
    assert_eq!(tally.selected, ["health", "space"]);
    assert_eq!(tally.minutes_used, 90);
    assert_eq!(
        tally.order.iter().map(|s| (s.id.as_str(), s.support)).collect::<Vec<_>>(),
        [("health", 5), ("space", 3), ("culture", 2), ("defence", 1), ("tax", 0)]
    );
    assert_eq!(
        tally.log,
        [
            Step::Taken { id: "health".into(), support: 5, minutes: 60, left: Some(40) },
            Step::Taken { id: "space".into(), support: 3, minutes: 30, left: Some(10) },
            Step::PassedOver { id: "culture".into(), reason: Reason::NoRoom { needs: 45, left: 10 } },
            Step::PassedOver { id: "defence".into(), reason: Reason::NoRoom { needs: 20, left: 10 } },
            Step::PassedOver { id: "tax".into(), reason: Reason::Unsupported },
        ]
    );
    // Seven ballots: three have two of the selected, two have one, two have none.
    assert_eq!(tally.satisfaction, Satisfaction { covered: 5, mean: 8.0 / 7.0, least: 0 });
}

#[test]
fn what_does_not_fit_lets_a_shorter_one_in() {
    let items = items(&[("long", 90), ("short", 20)]);
    let tally = tally(Method::Approval, &items, &[approve(9, "long"), approve(1, "short")], limits(None, 60)).unwrap();
    assert_eq!(tally.selected, ["short"]);
}

#[test]
fn both_limits_hold_together() {
    let items = items(&[("a", 10), ("b", 10), ("c", 10)]);
    let all = [approve(1, "a b c")];
    assert_eq!(tally(Method::Approval, &items, &all, limits(2, 100)).unwrap().selected, ["a", "b"]);
    assert_eq!(tally(Method::Approval, &items, &all, limits(3, 15)).unwrap().selected, ["a"]);
    assert_eq!(tally(Method::Approval, &items, &all, limits(None, None)).unwrap().selected, ["a", "b", "c"]);
}

#[test]
fn a_tie_goes_to_the_earlier_item() {
    let items = items(&[("z", 10), ("a", 10)]);
    let tally = tally(Method::Approval, &items, &[approve(1, "a"), approve(1, "z")], limits(1, None)).unwrap();
    assert_eq!(tally.selected, ["z"]);
}

#[test]
fn the_highest_sum_of_scores_wins_even_with_fewer_supporters() {
    let items = items(&[("broad", 10), ("deep", 10), ("none", 10)]);
    let ballots = [scores(2, &[("broad", 1), ("none", 0)]), scores(1, &[("deep", 5), ("broad", 1)])];
    let tally = tally(Method::Score, &items, &ballots, limits(3, None)).unwrap();
    assert_eq!(tally.selected, ["deep", "broad"]);
    assert_eq!(tally.order[0], Standing { support: 5, supporters: 1, served: 1, ..Standing::new("deep") });
    assert_eq!(tally.order[1], Standing { support: 3, supporters: 3, served: 3, ..Standing::new("broad") });
    assert_eq!(tally.satisfaction, Satisfaction { covered: 3, mean: 4.0 / 3.0, least: 1 });
}

#[test]
fn nobody_voting_selects_nothing() {
    let tally = tally(Method::Approval, &items(&[("a", 10)]), &[], limits(1, None)).unwrap();
    assert!(tally.selected.is_empty());
    assert_eq!(tally.satisfaction, Satisfaction { covered: 0, mean: 0.0, least: 0 });
}

#[test]
fn what_cannot_be_counted_is_refused_where_it_stands() {
    let two = items(&[("a", 10), ("b", 10)]);
    let run = |ballots: &[Ballot]| codes(tally(Method::Approval, &two, ballots, limits(1, None)));
    assert_eq!(run(&[approve(1, "a"), approve(1, "x")]), fault("ballots.1.approve", "unknown_item"));
    assert_eq!(run(&[approve(1, "a a")]), fault("ballots.0.approve", "repeated_item"));
    assert_eq!(run(&[approve(0, "a")]), fault("ballots.0.weight", "out_of_range"));
    assert_eq!(run(&[scores(1, &[])]), fault("ballots.0.scores", "ballot_kind"));
    assert_eq!(run(&[approve(1, "a"), scores(1, &[])]), fault("ballots.1.scores", "ballot_kind"));
    assert_eq!(run(&[approve(60_000, "a"), approve(40_001, "b")]), fault("ballots", "too_many_ballots"));
    assert!(tally(Method::Approval, &two, &[approve(60_000, "a"), approve(40_000, "b")], limits(1, None)).is_ok());
    assert_eq!(codes(tally(Method::Score, &two, &[scores(1, &[("a", 6)])], limits(1, None))), fault("ballots.0.scores", "out_of_range"));
}

#[test]
fn items_and_limits_have_their_ranges() {
    let run = |items: &[Item], limits| codes(tally(Method::Approval, items, &[], limits));
    assert_eq!(run(&[], limits(1, None)), fault("items", "required"));
    assert_eq!(run(&items(&[("a", 10), ("a", 10)]), limits(1, None)), fault("items.1.id", "repeated_item"));
    assert_eq!(run(&items(&[("a", 0)]), limits(1, None)), fault("items.0.minutes", "out_of_range"));
    assert_eq!(run(&items(&[("a", 1_441)]), limits(1, None)), fault("items.0.minutes", "out_of_range"));
    assert_eq!(run(&items(&[("a", 10)]), limits(0, None)), fault("winners", "out_of_range"));
    assert_eq!(run(&items(&[("a", 10)]), limits(None, 10_081)), fault("minutes", "out_of_range"));
    let many: Vec<_> = (0..501).map(|n| Item { id: n.to_string(), minutes: 10 }).collect();
    assert_eq!(run(&many, limits(1, None)), fault("items", "too_many_items"));
}

#[test]
fn a_ranked_vote_follows_the_strongest_chains() {
    // Schulze (2011), example 1: 45 voters, E wins.
    let items = items(&[("a", 10), ("b", 10), ("c", 10), ("d", 10), ("e", 10), ("f", 10)]);
    let ballots = [
        ranking(5, "a>c>b>e>d"),
        ranking(5, "a>d>e>c>b"),
        ranking(8, "b>e>d>a>c"),
        ranking(3, "c>a>b>e>d"),
        ranking(7, "c>a>e>b>d"),
        ranking(2, "c>b>a>d>e"),
        ranking(7, "d>c>e>b>a"),
        ranking(8, "e>b>a>d>c"),
    ];
    let tally = tally(Method::Ranked, &items, &ballots, limits(3, None)).unwrap();
    assert_eq!(tally.order.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["e", "a", "c", "b", "d", "f"]);
    assert_eq!(tally.selected, ["e", "a", "c"]);
    assert_eq!((tally.order[0].beats, tally.order[0].beaten_by, tally.order[5].beaten_by), (Some(5), Some(0), Some(5)));
    let pairwise = tally.pairwise.unwrap();
    assert_eq!((pairwise.prefer[0][1], pairwise.prefer[1][0]), (20, 25));
    assert_eq!((pairwise.strength[0][1], pairwise.strength[1][0]), (28, 25));
}

#[test]
fn what_nobody_ranks_is_last_and_a_tie_goes_to_the_earlier() {
    let three = items(&[("a", 10), ("b", 10), ("c", 10)]);
    let run = |ballots: &[Ballot]| tally(Method::Ranked, &three, ballots, limits(None, None)).unwrap().selected;
    assert_eq!(run(&[ranking(1, "c>b"), ranking(1, "b>c")]), ["b", "c"]);
    assert_eq!(run(&[ranking(3, "c b")]), ["b", "c"]);
    assert_eq!(run(&[ranking(1, "")]), Vec::<String>::new());
    assert_eq!(codes(tally(Method::Ranked, &three, &[ranking(1, "a>b a")], limits(1, None))), fault("ballots.0.ranking", "repeated_item"));
}

#[test]
fn equal_shares_give_a_minority_its_part() {
    let items = items(&[("a", 30), ("b", 30), ("c", 30), ("d", 30)]);
    let ballots = [approve(3, "a b c"), approve(1, "d")];
    assert_eq!(tally(Method::Approval, &items, &ballots, limits(None, 120)).unwrap().selected, ["a", "b", "c", "d"]);
    assert_eq!(tally(Method::Approval, &items, &ballots, limits(None, 90)).unwrap().selected, ["a", "b", "c"]);
    // 22.5 minutes a ballot: the three buy a and b for 10 each, and c once there are 30 a ballot; so is d then, and that is too much.
    let shares = tally(Method::EqualShares, &items, &ballots, limits(None, 119)).unwrap();
    assert_eq!(shares.selected, ["a", "b", "c"]);
    assert_eq!(shares.log[0], Step::Shared { minutes: 119, raised_to: 119, share: 29.75 });
    assert_eq!(shares.log[1], Step::Bought { id: "a".into(), minutes: 30, supporters: 3, price: 10.0, short: 0, left: 89 });
    assert_eq!(tally(Method::EqualShares, &items, &ballots, limits(None, 120)).unwrap().selected, ["a", "b", "c", "d"]);
    let ballots = [approve(6, "a b c"), approve(4, "d")];
    let shares = tally(Method::EqualShares, &items, &ballots, limits(None, 90)).unwrap();
    assert_eq!(shares.selected, ["a", "b", "d"]);
    assert_eq!(shares.approval.unwrap().selected, ["a", "b", "c"]);
    assert_eq!(tally(Method::EqualShares, &items, &ballots, limits(2, 90)).unwrap().selected, ["a", "d"]);
}

#[test]
fn what_is_left_is_filled_by_support_a_minute() {
    let items = items(&[("long", 100), ("half", 55), ("short", 52)]);
    // Nobody can pay alone; with more money "long" would be bought, which does not fit.
    let ballots = [approve(2, "long"), approve(1, "half"), approve(1, "short")];
    let shares = tally(Method::EqualShares, &items, &ballots, limits(None, 60)).unwrap();
    assert_eq!(shares.selected, ["half"]);
    assert!(matches!(&shares.log[1], Step::PassedOver { id, .. } if id == "long"));
    assert!(matches!(&shares.log[2], Step::Taken { id, .. } if id == "half"));
}

#[test]
fn equal_shares_need_a_budget_and_one_kind_of_ballot() {
    let one = items(&[("a", 10)]);
    assert_eq!(codes(tally(Method::EqualShares, &one, &[], limits(1, None))), fault("minutes", "required"));
    let mixed = [approve(1, "a"), scores(1, &[("a", 5)])];
    assert_eq!(codes(tally(Method::EqualShares, &one, &mixed, limits(None, 60))), fault("ballots.1.scores", "ballot_kind"));
    assert!(tally(Method::EqualShares, &one, &[], limits(None, 60)).unwrap().selected.is_empty());
}

#[test]
fn a_ballot_is_checked_before_it_is_stored() {
    let check = |choice, max| check_choice(Kind::Approve, ["a", "b"], &choice, max).map_err(|faults| faults[0].code.clone());
    assert_eq!(check(approve(1, "a b").choice, Some(2)), Ok(()));
    assert_eq!(check(approve(1, "a b").choice, Some(1)), Err("too_many_choices".to_owned()));
    assert_eq!(check(approve(1, "c").choice, None), Err("unknown_item".to_owned()));
    assert_eq!(check(scores(1, &[]).choice, None), Err("ballot_kind".to_owned()));
}

#[test]
fn ballots_are_read_as_the_contract_writes_them() {
    let read = serde_json::from_str::<Ballot>;
    assert_eq!(read(r#"{"approve":["a"]}"#).unwrap(), approve(1, "a"));
    assert_eq!(read(r#"{"weight":3,"scores":{"a":5,"b":0}}"#).unwrap(), scores(3, &[("a", 5), ("b", 0)]));
    assert_eq!(read(r#"{"scores":{"a":5,"a":1}}"#).unwrap(), scores(1, &[("a", 5), ("a", 1)]), "a repeated id stays to be refused");
    assert_eq!(read(r#"{"ranking":[["a"],["b"]]}"#).unwrap().choice, Choice::Ranking(vec![vec!["a".into()], vec!["b".into()]]));
    for wrong in ["{}", r#"{"approve":[],"scores":{}}"#, r#"{"weight":-1,"approve":[]}"#, r#"{"scores":{"a":2.5}}"#] {
        assert!(read(wrong).is_err(), "{wrong}");
    }
    let ballot = scores(2, &[("a", 5)]);
    assert_eq!(serde_json::to_string(&ballot).unwrap(), r#"{"weight":2,"scores":{"a":5}}"#);
}

#[test]
fn who_lost_learns_what_their_group_had_left_and_got() {
    let ballots = [approve(2, "a"), approve(1, "b")];
    let tally = tally(Method::EqualShares, &items(&[("a", 30), ("b", 30)]), &ballots, limits(None, 40)).unwrap();
    // 45 minutes are the first that let two of three buy half an hour; of 40 there are then 10 left.
    assert_eq!(tally.selected, ["a"]);
    let of = |id: &str| tally.order.iter().find(|one| one.id == id).map(|one| (one.served, one.unspent)).unwrap();
    assert_eq!((of("a"), of("b")), ((2, Some(0.0)), (0, Some(15.0))));
}

#[test]
fn a_result_is_written_flat_and_read_back() {
    let tally = tally(Method::Approval, &items(&[("a", 10), ("b", 95)]), &[approve(2, "a b")], limits(None, 60)).unwrap();
    let json = serde_json::to_value(&tally).unwrap();
    assert_eq!(json["order"][0], serde_json::json!({"id": "a", "support": 2, "supporters": 2, "served": 2}));
    assert_eq!(json["log"][1], serde_json::json!({"step": "passed_over", "id": "b", "reason": "no_room", "needs": 95, "left": 50}));
    assert_eq!(serde_json::from_value::<Tally>(json).unwrap(), tally);
}

/// Numbers that look random and are the same on every machine (Steele, Lea, Flood 2014: SplitMix64).
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn below(&mut self, n: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        u32::try_from((z ^ (z >> 31)) % u64::from(n)).unwrap()
    }

    fn poll(&mut self) -> (Method, Vec<Item>, Vec<Ballot>, Limits) {
        let method = [Method::Approval, Method::Score, Method::Ranked, Method::EqualShares][self.below(4) as usize];
        let items: Vec<_> = (0..=self.below(8)).map(|n| Item { id: format!("t{n}"), minutes: 5 * (1 + self.below(20)) }).collect();
        let ballots = (0..self.below(10)).map(|_| self.ballot(method, &items)).collect();
        let winners = (self.below(2) == 0).then(|| 1 + self.below(6));
        let minutes = (method == Method::EqualShares || self.below(2) == 0).then(|| 1 + self.below(200));
        (method, items, ballots, Limits { winners, minutes })
    }

    fn ballot(&mut self, method: Method, items: &[Item]) -> Ballot {
        let weight = 1 + self.below(4);
        let choice = match method {
            Method::Ranked => {
                let mut places = vec![Vec::new(); 4];
                for item in items.iter().filter(|item| item.minutes > 10) {
                    places[self.below(4) as usize].push(item.id.clone());
                }
                Choice::Ranking(places)
            }
            Method::Approval | Method::EqualShares => {
                Choice::Approve(items.iter().filter(|_| self.below(3) == 0).map(|item| item.id.clone()).collect())
            }
            Method::Score => Choice::Scores(Scores(items.iter().map(|item| (item.id.clone(), self.below(6).saturating_sub(2))).collect())),
        };
        Ballot { weight, choice }
    }
}

fn support(ballots: &[Ballot], id: &str) -> u32 {
    ballots
        .iter()
        .map(|ballot| ballot.weight * ballot.choice.marks().filter(|(named, _)| *named == id).map(|(_, mark)| mark).sum::<u32>())
        .sum()
}

#[test]
fn whatever_people_vote_the_limits_hold_and_nothing_that_fits_is_left_out() {
    let mut dice = Dice(2022);
    for _ in 0..2_000 {
        let (method, items, ballots, limits) = dice.poll();
        let tally = tally(method, &items, &ballots, limits).unwrap();
        let minutes = |id: &str| items.iter().find(|item| item.id == id).unwrap().minutes;
        assert_eq!(tally.minutes_used, tally.selected.iter().map(|id| minutes(id)).sum::<u32>());
        assert!(limits.minutes.is_none_or(|budget| tally.minutes_used <= budget));
        assert!(limits.winners.is_none_or(|winners| tally.selected.len() <= winners as usize));
        assert!(tally.selected.iter().all(|id| support(&ballots, id) > 0), "an unsupported item is never selected");
        let full = limits.winners.is_some_and(|winners| tally.selected.len() == winners as usize);
        for item in items.iter().filter(|item| !full && !tally.selected.contains(&item.id) && support(&ballots, &item.id) > 0) {
            assert!(tally.minutes_used + item.minutes > limits.minutes.unwrap(), "{} would have fitted", item.id);
        }
    }
}

#[test]
fn whatever_people_vote_the_order_follows_the_support_and_then_the_display() {
    let mut dice = Dice(2027);
    for _ in 0..2_000 {
        let (method, items, ballots, limits) = dice.poll();
        let tally = tally(method, &items, &ballots, limits).unwrap();
        assert_eq!(tally.order.len(), items.len());
        assert_eq!(tally.log.iter().filter_map(Step::id).count(), items.len());
        if matches!(method, Method::Ranked | Method::EqualShares) {
            continue;
        }
        let place = |id: &str| items.iter().position(|item| item.id == id).unwrap();
        for pair in tally.order.windows(2) {
            let (a, b) = (&pair[0], &pair[1]);
            assert!(a.support > b.support || a.support == b.support && place(&a.id) < place(&b.id));
        }
        assert!(tally.order.iter().all(|standing| standing.support == support(&ballots, &standing.id)));
    }
}

#[test]
fn a_weight_means_that_many_equal_ballots() {
    let mut dice = Dice(199);
    for _ in 0..500 {
        let (method, items, ballots, limits) = dice.poll();
        let single: Vec<_> = ballots.iter().flat_map(|ballot| (0..ballot.weight).map(|_| Ballot::of(ballot.choice.clone()))).collect();
        assert_eq!(tally(method, &items, &ballots, limits), tally(method, &items, &single, limits));
    }
}
