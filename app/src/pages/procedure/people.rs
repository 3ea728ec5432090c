//! Who is asked and who has answered, for organisers; never what.

use crate::text::t;
use crate::ui::{Section, Table};
use crate::when::{Form, moment};
use backend::service::procedure::Asked;
use domain::text::Lang;
use domain::time::Zone;
use leptos::prelude::*;

/// A row for each of them.
pub fn view(lang: Lang, all: &[Asked], zone: &Zone, closed: bool) -> AnyView {
    let answered = all.iter().filter(|one| one.answered.is_some()).count();
    let note = t!(lang, "procedure-turnout", n = count(answered), all = count(all.len()));
    let row = |one: &Asked| {
        let name = if one.name.is_empty() { one.email.clone() } else { one.name.clone() };
        let state = match (one.answered, one.late) {
            (Some(at), false) => moment(lang, at, zone, Form::Is),
            (Some(at), true) => format!("{} ({})", moment(lang, at, zone, Form::Is), t(lang, "procedure-late")),
            (None, _) if closed => t(lang, "procedure-nothing-said"),
            (None, _) => t(lang, "procedure-nothing-yet"),
        };
        let added = one.added.then(|| view! { " " <span class="small quiet">{t(lang, "procedure-added-one")}</span> });
        view! { <tr><th scope="row">{name} {added}</th><td>{state}</td></tr> }
    };
    let rows = all.iter().map(row).collect::<Vec<_>>();
    let heads = vec![t(lang, "procedure-person"), t(lang, "procedure-answer-at")];
    let caption = t(lang, "procedure-people");
    view! {
        <Section id="people" title=t(lang, "procedure-people") note=note>
            <p class="small quiet">{t(lang, if closed { "procedure-people-note-closed" } else { "procedure-people-note" })}</p>
            <Table caption=caption heads=heads>{rows}</Table>
        </Section>
    }
    .into_any()
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
