//! What the editions have cost each place, and how fair the series is.

use crate::text::t;
use crate::ui::Section;
use crate::when::{Form, place};
use backend::repo::planning::Borne;
use domain::groups::SMALLEST;
use domain::text::Lang;
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// As many places are drawn.
const DRAWN: usize = 12;

/// A place with what it has borne, edition by edition, the earliest first.
struct Line {
    name: String,
    pains: Vec<f64>,
}

impl Line {
    fn sum(&self) -> f64 {
        self.pains.iter().sum()
    }
}

/// A bar for each place, in one part for each edition. Nothing before an edition has been held.
pub fn section(lang: Lang, borne: &[Borne], behind: bool) -> AnyView {
    let editions: BTreeSet<(i64, i64)> = borne.iter().map(|row| (row.starts_at, row.event_id)).collect();
    if editions.is_empty() {
        return ().into_any();
    }
    let mut lines = lines(lang, borne, &editions.iter().map(|(_, id)| *id).collect::<Vec<_>>(), behind);
    lines.sort_by(|a, b| b.sum().total_cmp(&a.sum()).then_with(|| a.name.cmp(&b.name)));
    let most = lines.first().map_or(1.0, Line::sum).max(1.0);
    let mean = lines.iter().map(Line::sum).sum::<f64>() / lines.len().max(1) as f64;
    let spread = (lines.iter().map(|line| (line.sum() - mean).powi(2)).sum::<f64>() / lines.len().max(1) as f64).sqrt();
    let worst = lines.first().map(|line| line.name.clone()).unwrap_or_default();
    let words = if most <= 1.0 {
        t(lang, "borne-nobody")
    } else {
        t!(lang, "borne-short", n = editions.len(), place = worst, pain = whole(most), spread = whole(spread))
    };
    let (hit, free): (Vec<&Line>, Vec<&Line>) = lines.iter().partition(|line| line.sum() >= 1.0);
    let rows = hit.iter().take(DRAWN).map(|line| row(line, most)).collect::<Vec<_>>();
    let left = hit.len().saturating_sub(DRAWN);
    let free = (!free.is_empty()).then(|| view! { <p class="small quiet">{t!(lang, "borne-free", n = free.len())}</p> });
    view! {
        <Section id="borne" title=t(lang, "borne-title") note=t(lang, "borne-note")>
            <p>{words}</p>
            <table class="plaintable borne">
                <caption class="visually-hidden">{t(lang, "borne-caption")}</caption>
                <thead><tr><th scope="col">{t(lang, "plan-place")}</th><th scope="col">{t(lang, "plan-hardship")}</th><th scope="col" class="num">{t(lang, "borne-sum")}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
            {(left > 0).then(|| view! { <p class="small quiet">{t!(lang, "plan-more-places", n = left)}</p> })}
            {free}
        </Section>
    }
    .into_any()
}

fn row(line: &Line, most: f64) -> impl IntoView + use<> {
    let mut x = 0.0;
    let parts = line.pains.iter().enumerate().map(|(edition, pain)| {
        let (from, width) = (x, pain / most * 100.0);
        x += width;
        let class = if edition.is_multiple_of(2) { "" } else { "second" };
        format!(r#"<rect class="{class}" x="{from:.2}" width="{width:.2}" height="8"/>"#)
    });
    let parts = format!(r#"<rect class="pale" y="3.5" width="100" height="1"/>{}"#, parts.collect::<String>());
    let each = line.pains.iter().map(|pain| whole(*pain)).collect::<Vec<_>>().join(" + ");
    let each = (line.pains.len() > 1).then(|| view! { <span class="small quiet">{each}</span> });
    view! {
        <tr>
            <th scope="row">{line.name.clone()}</th>
            <td><svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" inner_html=parts></svg> {each}</td>
            <td class="num">{whole(line.sum())}</td>
        </tr>
    }
}

fn whole(pain: f64) -> String {
    format!("{pain:.0}")
}

/// Small groups become one line, with the mean of what their people bore.
fn lines(lang: Lang, borne: &[Borne], editions: &[i64], behind: bool) -> Vec<Line> {
    let mut largest: BTreeMap<&str, i32> = BTreeMap::new();
    for row in borne {
        let most = largest.entry(&row.zone).or_default();
        *most = (*most).max(row.people);
    }
    let small = |zone: &str| !behind && largest.get(zone).is_some_and(|most| i64::from(*most) < SMALLEST);
    let pain = |row: &Borne| row.pain as f64 / 1e6;
    let mut lines: Vec<Line> = largest
        .keys()
        .filter(|zone| !small(zone))
        .map(|zone| {
            let of = |edition: &i64| borne.iter().find(|row| row.event_id == *edition && row.zone == **zone).map_or(0.0, pain);
            Line { name: place(lang, zone, Form::Is), pains: editions.iter().map(of).collect() }
        })
        .collect();
    let merged = |edition: &i64| {
        let rows: Vec<&Borne> = borne.iter().filter(|row| row.event_id == *edition && small(&row.zone)).collect();
        let people: i32 = rows.iter().map(|row| row.people).sum();
        let sum: f64 = rows.iter().map(|row| pain(row) * f64::from(row.people)).sum();
        // Together still so few that the mean would point at somebody: left out.
        (i64::from(people) >= SMALLEST).then(|| sum / f64::from(people))
    };
    let merged: Vec<Option<f64>> = editions.iter().map(merged).collect();
    if merged.iter().any(Option::is_some) {
        lines.push(Line { name: t(lang, "borne-others"), pains: merged.into_iter().map(Option::unwrap_or_default).collect() });
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(zone: &str, people: i32, pain: i64) -> Borne {
        Borne { event_id: 1, starts_at: 0, zone: zone.to_owned(), people, pain: pain * 1_000_000 }
    }

    #[test]
    fn a_small_group_is_named_to_organisers_only() {
        let borne = [row("America/New_York", 6, 128), row("Asia/Tokyo", 2, 64), row("Asia/Bangkok", 3, 4), row("Africa/Dakar", 1, 9)];
        let names =
            |behind| lines(Lang::En, &borne, &[1], behind).into_iter().map(|line| (line.name.clone(), line.sum())).collect::<Vec<_>>();
        assert_eq!(names(true).len(), 4);
        let merged = (128.0 + 12.0 + 9.0) / 6.0;
        assert_eq!(names(false), [("New York".to_owned(), 128.0), ("Smaller groups".to_owned(), merged)]);
    }

    #[test]
    fn even_together_too_few_say_nothing() {
        let borne = [row("America/New_York", 6, 128), row("Asia/Tokyo", 2, 64)];
        let sums: Vec<f64> = lines(Lang::En, &borne, &[1], false).iter().map(Line::sum).collect();
        assert_eq!(sums, [128.0]);
    }
}
