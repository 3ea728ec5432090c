//! Random votes with our count, one JSON a line, for a foreign program to check: `tallies FILE COUNT`, so many a method; and beside
//! them, in `votes`, a forum's vote as a `.pb` file (Pabulib's format) with our count. Or one vote of 10,000 ballots over 100 items, to measure: `tallies --big ranked|equal_shares [SEED]`.

use domain::voting::{Ballot, Choice, Item, Limits, Method, Scores, Utility, tally};
use serde_json::{Value, json};
use std::io::Write;

type Failure = Box<dyn std::error::Error>;

/// Which votes are counted must be the same everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as u32 % n
    }

    fn one<T: Copy + Default>(&mut self, of: &[T]) -> T {
        of.get(self.below(u32::try_from(of.len()).unwrap_or(1)) as usize).copied().unwrap_or_default()
    }

    fn order(&mut self, items: &[Item]) -> Vec<String> {
        let mut left: Vec<String> = items.iter().map(|item| item.id.clone()).collect();
        let mut order = Vec::with_capacity(left.len());
        while !left.is_empty() {
            order.push(left.swap_remove(self.below(u32::try_from(left.len()).unwrap_or(1)) as usize));
        }
        order
    }
}

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--big", method] => big(method.parse()?, 1),
        ["--big", method, seed] => big(method.parse()?, seed.parse()?),
        [path, count] => write(path, count.parse()?),
        _ => Err("usage: tallies FILE COUNT | --big METHOD [SEED]".into()),
    }
}

fn write(path: &str, count: u32) -> Result<(), Failure> {
    let mut file = std::io::BufWriter::new(std::fs::File::create(path)?);
    let mut dice = Dice(2_027);
    for case in 0..count {
        for method in [Method::Ranked, Method::EqualShares] {
            let (items, ballots, limits, utility) = vote(&mut dice, case, method);
            let count = tally(method, &items, &ballots, limits, utility).map_err(|faults| format!("{faults:?}"))?;
            let vote = json!({"method": method, "items": items, "ballots": ballots, "winners": limits.winners, "minutes": limits.minutes, "utility": utility});
            writeln!(file, "{}", json!({"vote": vote, "count": count}))?;
        }
    }
    let folder = std::path::Path::new(path).with_file_name("votes");
    std::fs::create_dir_all(&folder)?;
    forum(&folder.join("forum"), &mut dice)
}

/// Ninety-six people and forty topics, made up after a forum's programme: a few topics that many want, and many that few do.
fn forum(path: &std::path::Path, dice: &mut Dice) -> Result<(), Failure> {
    let items: Vec<Item> = (1..=40_u32).map(|n| Item { id: n.to_string(), minutes: dice.one(&[15, 20, 30, 30, 45, 60, 90]) }).collect();
    let liked: Vec<u32> = items.iter().map(|_| 3 + dice.below(12) * dice.below(5)).collect();
    let mut approve = || {
        let approved = items.iter().zip(&liked).filter(|(_, liked)| dice.below(100) < **liked).map(|(item, _)| item.id.clone());
        approved.collect::<Vec<_>>()
    };
    let approved: Vec<Vec<String>> = (0..96).map(|_| approve()).collect();
    let (minutes, voters) = (480, approved.len());
    let mut file = format!(
        "META\nkey;value\ndescription;Topics of a forum, made up\ncountry;Latvia\nunit;Forum\ninstance;2027\nnum_projects;{}\n         num_votes;{voters}\nbudget;{minutes}\nvote_type;approval\nrule;equalshares\nPROJECTS\nproject_id;cost\n",
        items.len()
    );
    items.iter().for_each(|item| file.push_str(&format!("{};{}\n", item.id, item.minutes)));
    file.push_str("VOTES\nvoter_id;vote\n");
    (1..).zip(&approved).for_each(|(n, ids): (usize, _)| file.push_str(&format!("{n};{}\n", ids.join(","))));
    std::fs::write(path.with_extension("pb"), file)?;
    let ballots: Vec<Ballot> = approved.into_iter().map(|ids| Ballot::of(Choice::Approve(ids))).collect();
    let limits = Limits { winners: None, minutes: Some(minutes) };
    let count = tally(Method::EqualShares, &items, &ballots, limits, Utility::Minutes).map_err(|faults| format!("{faults:?}"))?;
    Ok(std::fs::write(path.with_extension("json"), serde_json::to_string(&count)?)?)
}

/// A vote. Every second one is full of ties: few ballots that are much alike, items equally long. Some are larger.
fn vote(dice: &mut Dice, case: u32, method: Method) -> (Vec<Item>, Vec<Ballot>, Limits, Utility) {
    let ties = case.is_multiple_of(2);
    let many = case % 50 == 1;
    let lengths: &[u32] = if ties { &[20, 20, 40] } else { &[5, 15, 20, 30, 45, 60, 90, 7, 11, 200] };
    let items: Vec<Item> =
        (0..if many { 16 } else { 2 + dice.below(9) }).map(|n| Item { id: format!("t{n}"), minutes: dice.one(lengths) }).collect();
    let voters = if many { 60 } else { 1 + dice.below(if ties { 6 } else { 25 }) };
    let scored = method == Method::EqualShares && dice.below(3) == 0;
    let chance = 1 + dice.below(5);
    let ballots = (0..voters)
        .map(|_| {
            let choice = match (method, scored) {
                (Method::Ranked, _) => ranking(dice, &items, ties),
                (_, true) => scores(dice, &items, chance, ties),
                (_, false) => Choice::Approve(items.iter().filter(|_| dice.below(6) < chance).map(|item| item.id.clone()).collect()),
            };
            Ballot { weight: 1 + dice.below(2) * dice.below(3), choice }
        })
        .collect();
    let budget = if ties { 20 * (1 + dice.below(8)) } else { 10 + dice.below(if many { 500 } else { 400 }) };
    let minutes = (method == Method::EqualShares || dice.below(2) == 0).then_some(budget);
    let winners = (method == Method::Ranked && dice.below(2) == 0).then(|| 1 + dice.below(5));
    let utility = if dice.below(2) == 0 { Utility::Minutes } else { Utility::Item };
    (items, ballots, Limits { winners, minutes }, utility)
}

fn scores(dice: &mut Dice, items: &[Item], chance: u32, ties: bool) -> Choice {
    let most = if ties { 2 } else { 5 };
    let scores = items.iter().map(|item| (item.id.clone(), if dice.below(6) < chance { 1 + dice.below(most) } else { 0 }));
    Choice::Scores(Scores(scores.collect()))
}

/// Everything or a part, in groups of any size.
fn ranking(dice: &mut Dice, items: &[Item], ties: bool) -> Choice {
    let order = dice.order(items);
    let ranked = dice.below(u32::try_from(order.len()).unwrap_or(1) + 1) as usize;
    let mut groups: Vec<Vec<String>> = Vec::new();
    for id in order.into_iter().take(ranked) {
        match groups.last_mut().filter(|_| dice.below(if ties { 2 } else { 5 }) == 0) {
            Some(group) => group.push(id),
            None => groups.push(vec![id]),
        }
    }
    Choice::Ranking(groups)
}

fn big(method: Method, seed: u64) -> Result<(), Failure> {
    let mut dice = Dice(seed);
    let items: Vec<Item> = (0..100).map(|n| Item { id: format!("t{n}"), minutes: dice.one(&[15, 20, 30, 45, 60, 90]) }).collect();
    let liked: Vec<u32> = items.iter().map(|_| 2 + dice.below(30)).collect();
    let ballots: Vec<Ballot> = (0..10_000)
        .map(|_| {
            let approved =
                items.iter().zip(&liked).filter(|(_, liked)| dice.below(100) < **liked).map(|(item, _)| item.id.clone()).collect();
            Ballot::of(if method == Method::Ranked { Choice::Ranking(vec![approved]) } else { Choice::Approve(approved) })
        })
        .collect();
    let limits = Limits { winners: None, minutes: Some(1_200) };
    let count = tally(method, &items, &ballots, limits, Utility::Minutes).map_err(|faults| format!("{faults:?}"))?;
    let first: Value = serde_json::to_value(count.log.first())?;
    writeln!(std::io::stdout(), "{} selected, {first}", count.selected.len())?;
    Ok(())
}
