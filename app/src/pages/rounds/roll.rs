//! Who voted what, in a round that was announced as open.

use crate::text::t;
use crate::ui::{Section, Table};
use backend::service::rounds::{Named, Outcome};
use domain::text::Lang;
use domain::voting::{Choice, Scores};
use leptos::prelude::*;

/// The table, for those to whom it was announced.
pub fn roll(lang: Lang, outcome: &Outcome, named: Option<Vec<Named>>) -> AnyView {
    let Some(named) = named else { return ().into_any() };
    let rows = named.iter().map(|one| {
        let name = if one.name.is_empty() { t(lang, "round-nameless") } else { one.name.clone() };
        view! { <tr><th scope="row">{name}</th><td>{said(lang, outcome, &one.choice)}</td></tr> }
    });
    let rows = rows.collect_view();
    let heads = vec![t(lang, "round-roll-name"), t(lang, "round-roll-ballot")];
    let table = view! { <Table caption=t(lang, "round-roll") heads=heads>{rows}</Table> };
    view! { <Section id="roll" title=t(lang, "round-roll") note=t(lang, "round-roll-note")>{table}</Section> }.into_any()
}

/// The numbers of the topics, as they were chosen.
fn said(lang: Lang, outcome: &Outcome, choice: &Choice) -> String {
    let number = |id: &String| {
        outcome
            .topics
            .iter()
            .find(|(row, _)| row.topic_id.to_string() == *id)
            .map(|(_, topic)| topic.number.to_string())
            .unwrap_or_default()
    };
    let said = match choice {
        Choice::Approve(ids) => ids.iter().map(number).collect::<Vec<_>>().join(", "),
        Choice::Scores(Scores(pairs)) => {
            pairs.iter().map(|(id, score)| t!(lang, "round-roll-score", n = number(id), score = *score)).collect::<Vec<_>>().join(", ")
        }
        Choice::Ranking(groups) => {
            let group = |group: &Vec<String>| group.iter().map(number).collect::<Vec<_>>().join(" = ");
            groups.iter().map(group).collect::<Vec<_>>().join(" > ")
        }
    };
    if said.is_empty() { t(lang, "round-roll-nothing") } else { said }
}
