//! Long strides end where single minutes do, and whole numbers decide what doubles cannot.

use super::run::run;
use super::{Market, raise};
use crate::voting::Utility;
use crate::voting::poll::{Poll, Vote};
use crate::voting::{Item, tests::Dice};

fn stepped(market: &Market, minutes: u64) -> (u64, Vec<usize>) {
    let mut now = run(market, minutes, usize::MAX);
    loop {
        let left = minutes - now.minutes(market);
        let places: Vec<usize> = now.places().collect();
        let fits = market
            .offers
            .iter()
            .enumerate()
            .any(|(place, offer)| offer.points > 0 && u64::from(offer.minutes) <= left && !places.contains(&place));
        let next = run(market, now.budget + 1, usize::MAX);
        if !fits || next.minutes(market) > minutes {
            return (now.budget, places);
        }
        now = next;
    }
}

#[test]
fn long_strides_end_where_single_minutes_do() {
    let mut dice = Dice(8);
    for case in 0..600 {
        let items: Vec<_> = (0..3 + dice.below(9)).map(|n| Item { id: n.to_string(), minutes: 10 * (1 + dice.below(9)) }).collect();
        let chance = 1 + dice.below(6);
        let vote = |dice: &mut Dice| {
            let marks = (0..items.len()).map(|place| (place, if dice.below(6) < chance { 1 + dice.below(2) * (case % 2) } else { 0 }));
            Vote { weight: 1, marks: marks.filter(|(_, score)| *score > 0).collect() }
        };
        let votes = (0..2 + dice.below(30)).map(|_| Vote { weight: 1 + dice.below(3), ..vote(&mut dice) }).collect();
        let poll = Poll { items: &items, votes };
        let market = Market::new(&poll, if case % 3 == 0 { Utility::Item } else { Utility::Minutes });
        let minutes = u64::from(30 + dice.below(400));
        let raised = raise::raised(&market, minutes, usize::MAX);
        assert_eq!((raised.budget, raised.places().collect()), stepped(&market, minutes), "case {case}");
    }
}

#[test]
fn a_lone_wish_is_reached_without_millions_of_steps() {
    let items = [("common", 60), ("lone", 1_440), ("huge", 1_440)].map(|(id, minutes)| Item { id: id.into(), minutes });
    let lone = Vote { weight: 1, marks: vec![(1, 1)] };
    let votes = vec![Vote { weight: 99_998, marks: vec![(0, 1)] }, lone, Vote { weight: 1, marks: vec![(2, 1)] }];
    let poll = Poll { items: &items, votes };
    let run = raise::raised(&Market::new(&poll, Utility::Minutes), 1_600, usize::MAX);
    // Both would be bought at once, which is too much: the greedy filling takes the earlier.
    assert_eq!((run.places().collect::<Vec<_>>(), run.budget), (vec![0], 143_999_999));
}
