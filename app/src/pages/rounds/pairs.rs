//! Every topic against every other, as a table.

use crate::text::t;
use crate::ui::Section;
use backend::service::rounds::Outcome;
use domain::text::Lang;
use domain::voting::Pairwise;
use leptos::prelude::*;

/// With more topics than this the table would be a wall of figures; they are in the file.
const MOST: usize = 25;

/// How many prefer the row to the column; nothing for other methods.
pub fn pairs(lang: Lang, outcome: &Outcome) -> AnyView {
    let Some(pairs) = outcome.tally.pairwise.as_ref().filter(|pairs| pairs.ids.len() <= MOST) else { return ().into_any() };
    let places: Vec<(usize, i32, String)> = outcome.tally.order.iter().filter_map(|one| place(lang, outcome, pairs, &one.id)).collect();
    let heads = places
        .iter()
        .map(|(_, number, _)| view! { <th scope="col"><abbr title=t!(lang, "round-topic-number", n = *number)>{*number}</abbr></th> });
    let rows = places.iter().map(|(row, number, title)| {
        let cells = places.iter().map(|(column, ..)| cell(pairs, *row, *column));
        view! { <tr><th scope="row"><span class="nb">{*number} "."</span> " " <span class="pairname">{title.clone()}</span></th> {cells.collect_view()}</tr> }
    });
    let table = view! {
        <div class="scroll" tabindex="0" role="group" aria-label=t(lang, "round-pairs")>
            <table class="plaintable pairs">
                <caption class="visually-hidden">{t(lang, "round-pairs-caption")}</caption>
                <thead><tr><td></td>{heads.collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    };
    view! { <Section id="pairs" title=t(lang, "round-pairs") note=t(lang, "round-pairs-note")>{table}</Section> }.into_any()
}

fn place(lang: Lang, outcome: &Outcome, pairs: &Pairwise, id: &str) -> Option<(usize, i32, String)> {
    let at = pairs.ids.iter().position(|known| known == id)?;
    let topic = &outcome.topics.iter().find(|(row, _)| row.topic_id.to_string() == id)?.1;
    Some((at, topic.number, topic.title.0.pick(lang).to_owned()))
}

fn cell(pairs: &Pairwise, row: usize, column: usize) -> AnyView {
    if row == column {
        return view! { <td class="own">"–"</td> }.into_any();
    }
    let of = |row: usize, column: usize| pairs.prefer.get(row).and_then(|row| row.get(column)).copied().unwrap_or_default();
    let (for_it, against) = (of(row, column), of(column, row));
    let class = if for_it > against { "won" } else { "" };
    view! { <td class=class>{for_it}</td> }.into_any()
}
