//! Ballots as a table for spreadsheets.

use super::super::result::Outcome;
use super::table::{inert, write};
use crate::Result;
use domain::text::Lang;
use domain::voting::Ballot;
use std::collections::HashMap;

/// A line a ballot, a column a topic: 1 for an approval, the score, or the place in the ranking; nothing where it says nothing.
pub(super) fn csv(lang: Lang, outcome: &Outcome, ballots: &[Ballot]) -> Result<String> {
    let title = |number: i32, title: &str| inert(&format!("{number}. {title}"));
    let heads = outcome.topics.iter().map(|(_, topic)| title(topic.number, topic.title.0.pick(lang)));
    let head = std::iter::once("ballot".to_owned()).chain(heads).collect();
    let line = |(number, ballot): (usize, &Ballot)| {
        let marks: HashMap<&str, u32> = ballot.choice.marks().collect();
        let mark = |id: String| marks.get(id.as_str()).map(u32::to_string).unwrap_or_default();
        let marks = outcome.topics.iter().map(|(row, _)| mark(row.topic_id.to_string()));
        std::iter::once(number.to_string()).chain(marks).collect()
    };
    write(b',', std::iter::once(head).chain((1..).zip(ballots).map(line)))
}
