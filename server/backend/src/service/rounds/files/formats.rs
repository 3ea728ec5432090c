//! Ballots as other programs read them.

use super::super::result::Outcome;
use super::table::write;
use crate::clock::instant;
use crate::{Result, Site};
use domain::text::Lang;
use domain::voting::{Ballot, Choice, Kind, Method, SCORE_MAX};
use std::collections::{BTreeMap, HashMap};

/// `.pb`: the head, the topics with their minutes as cost, and the ballots. Nothing for rankings: the format knows no ties.
pub(super) fn pb(site: &Site, lang: Lang, outcome: &Outcome, ballots: &[Ballot]) -> Result<Option<String>> {
    if outcome.round.kind.0 == Kind::Ranking {
        return Ok(None);
    }
    let section = |name: &str| vec![name.to_owned()];
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let scored = outcome.round.kind.0 == Kind::Scores;
    let mut lines = vec![section("META"), words(&["key", "value"])];
    lines.extend(meta(site, lang, outcome, ballots.len()));
    lines.extend([section("PROJECTS"), words(&["project_id", "cost", "votes", "name", "selected"])]);
    lines.extend(outcome.topics.iter().map(|(row, topic)| project(lang, outcome, row, topic)));
    lines.push(section("VOTES"));
    lines.push(words(if scored { &["voter_id", "vote", "points"] } else { &["voter_id", "vote"] }));
    let numbers: HashMap<String, String> =
        outcome.topics.iter().map(|(row, topic)| (row.topic_id.to_string(), topic.number.to_string())).collect();
    lines.extend((1..).zip(ballots).map(|(voter, ballot)| vote(voter, ballot, &numbers, scored)));
    write(b';', lines.into_iter()).map(Some)
}

fn meta(site: &Site, lang: Lang, outcome: &Outcome, ballots: usize) -> Vec<Vec<String>> {
    let (round, event) = (&outcome.round, &outcome.seen.event);
    let day =
        |at: i64| site.zones.get(&event.zone).map(|zone| zone.local(instant(at)).time.strftime("%d.%m.%Y").to_string()).unwrap_or_default();
    let (kind, rule) = match (round.kind.0, round.method.0) {
        (Kind::Approve, Method::EqualShares) => ("approval", "equalshares/add1"),
        (_, Method::EqualShares) => ("scoring", "equalshares/add1"),
        (Kind::Approve, _) => ("approval", "greedy"),
        _ => ("scoring", "greedy"),
    };
    let mut meta = vec![
        ("description", round.title.0.pick(lang).to_owned()),
        ("country", "Latvia".to_owned()),
        ("unit", event.slug.clone()),
        ("instance", round.number.to_string()),
        ("num_projects", outcome.topics.len().to_string()),
        ("num_votes", ballots.to_string()),
        ("budget", budget(outcome)),
        ("vote_type", kind.to_owned()),
        ("rule", rule.to_owned()),
        ("date_begin", day(round.opens_at)),
        ("date_end", day(round.closes_at)),
    ];
    meta.extend(round.max_choices.map(|most| ("max_length", most.to_string())));
    if kind == "scoring" {
        meta.extend([("min_points", "0".to_owned()), ("max_points", SCORE_MAX.to_string()), ("default_score", "0".to_owned())]);
    }
    meta.extend(round.winners.map(|winners| ("max_selected", winners.to_string())));
    meta.into_iter().map(|(key, value)| vec![key.to_owned(), value]).collect()
}

/// Where only the number of topics is limited, each costs one of so many.
fn budget(outcome: &Outcome) -> String {
    let all = || outcome.topics.iter().map(|(row, _)| i64::from(row.minutes)).sum::<i64>().to_string();
    match (outcome.round.minutes, outcome.round.winners) {
        (Some(minutes), _) => minutes.to_string(),
        (None, Some(winners)) => winners.to_string(),
        (None, None) => all(),
    }
}

fn project(lang: Lang, outcome: &Outcome, row: &crate::entity::round_topic::Model, topic: &crate::entity::topic::Model) -> Vec<String> {
    let id = row.topic_id.to_string();
    let counts_heads = outcome.round.minutes.is_none() && outcome.round.winners.is_some();
    let cost = if counts_heads { 1 } else { row.minutes };
    let supporters = outcome.tally.order.iter().find(|one| one.id == id).map_or(0, |one| one.supporters);
    let selected = u8::from(outcome.tally.selected.contains(&id));
    vec![topic.number.to_string(), cost.to_string(), supporters.to_string(), topic.title.0.pick(lang).to_owned(), selected.to_string()]
}

fn vote(voter: usize, ballot: &Ballot, numbers: &HashMap<String, String>, scored: bool) -> Vec<String> {
    let marks: Vec<(&str, u32)> = ballot.choice.marks().filter(|(_, mark)| *mark > 0).collect();
    if scored && marks.is_empty() {
        // A ballot that says nothing counts, too; a line without a project is none.
        let any = numbers.values().min().cloned().unwrap_or_default();
        return vec![voter.to_string(), any, "0".to_owned()];
    }
    let topics: Vec<&str> = marks.iter().filter_map(|(id, _)| numbers.get(*id).map(String::as_str)).collect();
    let mut line = vec![voter.to_string(), topics.join(",")];
    if scored {
        line.push(marks.iter().map(|(_, mark)| mark.to_string()).collect::<Vec<_>>().join(","));
    }
    line
}

/// `.toi`: the head, and every different ranking with how often it was given. Nothing for other ballots.
pub(super) fn toi(site: &Site, lang: Lang, outcome: &Outcome, ballots: &[Ballot]) -> Option<String> {
    if outcome.round.kind.0 != Kind::Ranking {
        return None;
    }
    let places: HashMap<String, usize> = (1..).zip(&outcome.topics).map(|(place, (row, _))| (row.topic_id.to_string(), place)).collect();
    let mut orders: BTreeMap<String, usize> = BTreeMap::new();
    // The format knows no ballot that ranks nothing; it would change no comparison.
    let ranking = |ballot: &&Ballot| matches!(&ballot.choice, Choice::Ranking(groups) if !groups.is_empty());
    for ballot in ballots.iter().filter(ranking) {
        *orders.entry(order(&ballot.choice, &places)).or_default() += 1;
    }
    let closed = site.zones.get(&outcome.seen.event.zone).map(|zone| zone.local(instant(outcome.round.closes_at)).time.date().to_string());
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut lines = vec![
        format!("# FILE NAME: {}-{}.toi", outcome.seen.event.slug, outcome.round.number),
        format!("# TITLE: {}", one_line(outcome.round.title.0.pick(lang))),
        "# DESCRIPTION: ".to_owned(),
        "# DATA TYPE: toi".to_owned(),
        "# MODIFICATION TYPE: original".to_owned(),
        "# RELATES TO: ".to_owned(),
        "# RELATED FILES: ".to_owned(),
        format!("# PUBLICATION DATE: {}", closed.clone().unwrap_or_default()),
        format!("# MODIFICATION DATE: {}", closed.unwrap_or_default()),
        format!("# NUMBER ALTERNATIVES: {}", places.len()),
        format!("# NUMBER VOTERS: {}", orders.values().sum::<usize>()),
        format!("# NUMBER UNIQUE ORDERS: {}", orders.len()),
    ];
    let names = (1..).zip(&outcome.topics).map(|(place, (_, topic))| (place, one_line(topic.title.0.pick(lang))));
    lines.extend(names.map(|(place, name): (usize, String)| format!("# ALTERNATIVE NAME {place}: {name}")));
    lines.extend(orders.into_iter().map(|(order, count)| format!("{count}: {order}")));
    lines.push(String::new());
    Some(lines.join("\n"))
}

fn order(choice: &Choice, places: &HashMap<String, usize>) -> String {
    let Choice::Ranking(groups) = choice else { return String::new() };
    let group = |group: &Vec<String>| {
        let named: Vec<String> = group.iter().filter_map(|id| places.get(id)).map(usize::to_string).collect();
        if named.len() == 1 { named.concat() } else { format!("{{{}}}", named.join(",")) }
    };
    groups.iter().map(group).collect::<Vec<_>>().join(",")
}
