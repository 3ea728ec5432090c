//! What differs between an event as it is and as it would be, in words.

use super::words;
use crate::pages::me::country;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Empty, Table};
use crate::when::{Form, date, place, span};
use backend::Site;
use backend::clock::instant;
use backend::entity::event;
use backend::entity::stored::JsonText;
use backend::repo::runs;
use backend::service::events::bounds;
use backend::words::cities::city;
use domain::event::{Run, Venue};
use domain::text::{Lang, Text};
use domain::time::Zone;
use leptos::prelude::*;

/// Of a long text only the beginning is shown.
const SHOWN: usize = 160;

/// One difference: what it is, until now, from now on.
struct Change(String, String, String);

/// All differences, or that there are none.
pub fn table(site: &Site, reader: &Reader, before: &event::Model, after: &event::Model) -> AnyView {
    let lang = reader.lang;
    let all = all(site, reader, before, after);
    if all.is_empty() {
        return view! { <Empty say=t(lang, "changes-none")/> }.into_any();
    }
    let rows = all.into_iter().map(|Change(name, old, new)| {
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td class="old"><span class="visually-hidden">{t(lang, "changes-before")} ": "</span><del>{old}</del></td>
                <td class="new"><span class="visually-hidden">{t(lang, "changes-after")} ": "</span><ins>{new}</ins></td>
            </tr>
        }
    });
    let rows = rows.collect::<Vec<_>>();
    let heads = vec![t(lang, "changes-what"), t(lang, "changes-before"), t(lang, "changes-after")];
    view! { <div class="changes"><Table caption=t(lang, "foretold-changes") heads=heads stacked=true>{rows}</Table></div> }.into_any()
}

fn all(site: &Site, reader: &Reader, before: &event::Model, after: &event::Model) -> Vec<Change> {
    let lang = reader.lang;
    let mut found = Vec::new();
    let mut note = |name: String, (old, new): (String, String)| {
        if old != new {
            let blank = |words: String| if words.is_empty() { t(lang, "changes-nothing") } else { words };
            found.push(Change(name, blank(old), blank(new)));
        }
    };
    let both = |of: &dyn Fn(&event::Model) -> String| (of(before), of(after));
    note(t(lang, "organise-when"), both(&|event| when(site, lang, event)));
    let own = reader.zone_at(site, instant(after.starts_at));
    if let Some(own) = own.filter(|own| own.name() != before.zone || own.name() != after.zone) {
        note(t!(lang, "changes-own-time", place = place(lang, own.name(), Form::In)), both(&|event| hours(lang, event, own)));
    }
    let again = |event: &event::Model| runs::held(event, Run::Second);
    note(t(lang, "event-again"), both(&|event| again(event).map(|run| when(site, lang, &run)).unwrap_or_default()));
    let seats = |event: &event::Model| again(event).map(|run| places(lang, true, run.online_capacity)).unwrap_or_default();
    note(t(lang, "runs-capacity"), both(&seats));
    note(t(lang, "organise-where"), both(&|event| venue(lang, event)));
    note(t(lang, "organise-in-person"), both(&|event| places(lang, event.in_person_offered, event.in_person_capacity)));
    note(t(lang, "organise-online"), both(&|event| places(lang, event.online_offered, event.online_capacity)));
    note(t(lang, "organise-online-url"), both(&|event| event.online_url.clone().unwrap_or_default()));
    note(t(lang, "organise-online-public"), both(&|event| yes(lang, event.online_public)));
    note(t(lang, "organise-title-field"), texts(lang, Some(&before.title), Some(&after.title)));
    note(t(lang, "organise-kind"), both(&|event| words::kind(lang, event.kind.0)));
    note(t(lang, "organise-summary"), texts(lang, before.summary.as_ref(), after.summary.as_ref()));
    note(t(lang, "organise-description"), texts(lang, before.description.as_ref(), after.description.as_ref()));
    note(t(lang, "organise-who-sees"), both(&|event| words::visibility(lang, event.visibility.0).0));
    let clock = |raw: &Option<String>| raw.clone().unwrap_or_default().replace('T', " ");
    note(t(lang, "changes-opens"), both(&|event| clock(&event.registration_opens_local)));
    note(t(lang, "changes-closes"), both(&|event| clock(&event.registration_closes_local)));
    found
}

/// In the language of the page; where only the other one differs, in that.
fn texts(lang: Lang, before: Option<&JsonText<Text>>, after: Option<&JsonText<Text>>) -> (String, String) {
    let said = |text: Option<&JsonText<Text>>, lang: Lang| text.map(|text| text.0.pick(lang).to_owned()).unwrap_or_default();
    let of = |lang: Lang| (said(before, lang), said(after, lang));
    let (old, new) = Some(of(lang)).filter(|(old, new)| old != new).unwrap_or_else(|| of(lang.other()));
    if old == new { (String::new(), String::new()) } else { beginnings(&old, &new) }
}

/// From just before the first difference on, so that it is seen however long the text is.
fn beginnings(old: &str, new: &str) -> (String, String) {
    let same = old.chars().zip(new.chars()).take_while(|(a, b)| a == b).count();
    let from = if old.chars().count().max(new.chars().count()) > SHOWN { same.saturating_sub(SHOWN / 4) } else { 0 };
    let cut = |text: &str| {
        let shown: String = text.chars().skip(from).take(SHOWN).collect();
        let rest = text.chars().count() > from + SHOWN;
        format!("{}{shown}{}", if from > 0 { "… " } else { "" }, if rest { " …" } else { "" })
    };
    (cut(old), cut(new))
}

/// "Wednesday 18 August 2027, 10:00–18:00, Rīga"
pub fn when(site: &Site, lang: Lang, event: &event::Model) -> String {
    let at = |zone: &Zone| format!("{}, {}", hours(lang, event, zone), place(lang, zone.name(), Form::In));
    site.zones.get(&event.zone).map(at).unwrap_or_default()
}

fn hours(lang: Lang, event: &event::Model, zone: &Zone) -> String {
    let (starts, ends) = bounds(event);
    let (from, to) = (zone.local(starts).time, zone.local(ends).time);
    let day = date(lang, from.date(), Form::Is);
    if from.date() == to.date() {
        return format!("{day}, {}", span(from.time(), to.time()));
    }
    format!("{day}, {} – {}, {}", crate::when::time(from.time()), date(lang, to.date(), Form::Is), crate::when::time(to.time()))
}

fn venue(lang: Lang, event: &event::Model) -> String {
    let one = |venue: &Venue| {
        let parts = [
            city(lang, venue.name.pick(lang)),
            venue.address.clone().unwrap_or_default(),
            city(lang, &venue.city),
            Some(venue.country.as_str()).filter(|code| !code.is_empty()).map(|code| country(lang, code)).unwrap_or_default(),
        ];
        let mut parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.dedup();
        parts.join(", ")
    };
    event.venue.as_ref().map(|venue| one(&venue.0)).unwrap_or_default()
}

fn places(lang: Lang, offered: bool, capacity: Option<i32>) -> String {
    match capacity {
        _ if !offered => t(lang, "changes-not-offered"),
        Some(n) => t!(lang, "changes-places", n = i64::from(n)),
        None => t(lang, "changes-no-limit"),
    }
}

fn yes(lang: Lang, on: bool) -> String {
    if on { t(lang, "changes-yes") } else { t(lang, "changes-no") }
}
