//! The releases of an agenda, to be read again and compared with each other.

use super::picture::Picture;
use crate::form::Submitted;
use crate::text::t;
use crate::ui::{Said, Section, Select};
use crate::when::{Form, moment};
use backend::clock::instant;
use backend::service::agenda::Line;
use leptos::prelude::*;

/// So many are named; older ones have an address all the same.
pub const NAMED: u64 = 50;

/// Nothing where there is only one.
pub fn releases(picture: &Picture<'_>, lines: &[Line]) -> AnyView {
    let lang = picture.lang;
    let (Some(newest), Some(before)) = (lines.first(), lines.get(1)) else { return ().into_any() };
    let shown = picture.agenda.release.as_ref().map(|release| release.number);
    let one = |line: &Line| {
        let href = picture.wanted.address(&picture.base(), |wanted| {
            wanted.release = (line.number != newest.number).then(|| line.number.to_string());
            wanted.against = None;
        });
        let at = moment(lang, instant(line.at), picture.clocks.venue, Form::In);
        let name = view! { <Said text=&line.name/> }.into_any();
        let current = (shown == Some(line.number)).then_some("true");
        view! {
            <li>
                <a href=href aria-current=current>{t!(lang, "agenda-release", n = i64::from(line.number))}</a> ": " {name} ". "
                <span class="small quiet">{t!(lang, "agenda-published", when = at)}</span>
            </li>
        }
    };
    let rows = lines.iter().map(one).collect::<Vec<_>>();
    let label = |line: &Line| format!("{}: {}", t!(lang, "agenda-release", n = i64::from(line.number)), line.name.pick(lang));
    let options: Vec<(String, String)> = lines.iter().map(|line| (line.number.to_string(), label(line))).collect();
    let against = picture.wanted.against.clone().unwrap_or_else(|| before.number.to_string());
    let form = Submitted::empty().with("release", shown.unwrap_or(newest.number).to_string()).with("against", against);
    let compare = view! {
        <form method="get" action=picture.base() class="compare">
            <div class="threefields">
                <Select form=&form name="release" label=t(lang, "agenda-compare") options=options.clone()/>
                <Select form=&form name="against" label=t(lang, "agenda-compare-with") options=options/>
            </div>
            <p class="actions"><button class="button" type="submit">{t(lang, "agenda-compare-do")}</button></p>
        </form>
    }
    .into_any();
    view! { <Section id="releases" title=t(lang, "agenda-releases")><ol class="rows" reversed=true>{rows}</ol> {compare}</Section> }
        .into_any()
}
