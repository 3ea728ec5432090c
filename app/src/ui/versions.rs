//! Two versions of the same thing beside each other: what somebody else has saved, and what was typed meanwhile.

use super::Table;
use crate::form::Submitted;
use crate::text::t;
use domain::text::Lang;
use leptos::prelude::*;

/// A field of a form, and what it is called.
pub type Named = (&'static str, String);

/// A field in both languages, each named with its own.
pub fn in_both(lang: Lang, [lv, en]: [&'static str; 2], name: &str) -> [Named; 2] {
    [(lv, format!("{name} ({})", t(lang, "in-latvian"))), (en, format!("{name} ({})", t(lang, "in-english")))]
}

/// The fields in which they differ, in the words of `said`; nothing where there are none.
pub fn versions(
    lang: Lang,
    names: impl IntoIterator<Item = Named>,
    theirs: &Submitted,
    mine: &Submitted,
    said: impl Fn(&Submitted, &str) -> String,
) -> Option<AnyView> {
    let heads = [t(lang, "changes-what"), t(lang, "agenda-theirs"), t(lang, "agenda-mine")];
    let [_, now, own] = heads.clone();
    let words = |form: &Submitted, field: &str| {
        // As they are kept and as browsers send them.
        let words = said(form, field).lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
        if words.is_empty() { t(lang, "changes-nothing") } else { words }
    };
    let row = |(field, name): Named| {
        let (theirs, mine) = (words(theirs, field), words(mine, field));
        (theirs != mine).then(|| {
            view! { <tr><th scope="row">{name}</th><td data-head=now.clone()>{theirs}</td><td data-head=own.clone()>{mine}</td></tr> }
        })
    };
    let rows = names.into_iter().filter_map(row).collect::<Vec<_>>();
    let caption = t(lang, "agenda-both-versions");
    (!rows.is_empty()).then(|| view! { <Table caption=caption heads=heads.to_vec() stacked=true>{rows}</Table> }.into_any())
}
