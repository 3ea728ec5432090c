//! `GET …/events`: what is coming or was, month by month.

use super::coming;
use crate::failure::Page;
use crate::page::{Area, Meta, render};
use crate::pages::zone;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Beside, Coming, ComingList, Empty, Pager, Section, Title};
use crate::when::{capital, month_of};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use backend::Site;
use backend::repo::event_list::{self, Cursor, Wanted};
use domain::event::Kind;
use domain::text::{Lang, Text};
use domain::time::Zones;
use leptos::prelude::*;
use serde::Deserialize;

/// Rows of one page.
const MOST: u64 = 25;

/// What the address asks for. What it cannot mean is left aside.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    past: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    host: String,
    #[serde(default)]
    after: String,
}

impl Asked {
    fn wanted(&self) -> Wanted {
        Wanted {
            past: !self.past.is_empty(),
            kind: self.kind.parse().ok(),
            host: (!self.host.is_empty()).then(|| self.host.clone()),
            after: cursor(&self.after),
            limit: MOST,
            ..Wanted::default()
        }
    }

    /// The address of the list with these filters.
    fn address(&self, reader: &Reader) -> String {
        let parts = [("past", &self.past), ("kind", &self.kind), ("host", &self.host), ("after", &self.after)];
        let encode = |value: &str| percent_encoding::utf8_percent_encode(value, percent_encoding::NON_ALPHANUMERIC).to_string();
        let query = parts.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| format!("{name}={}", encode(value)));
        let query = query.collect::<Vec<_>>().join("&");
        reader.to(&if query.is_empty() { "/events".to_owned() } else { format!("/events?{query}") })
    }
}

fn cursor(raw: &str) -> Option<Cursor> {
    let (at, id) = raw.split_once('.')?;
    Some(Cursor { at: at.parse().ok()?, id: id.parse().ok()? })
}

pub async fn show(reader: Reader, State(site): State<Site>, Query(asked): Query<Asked>) -> Page {
    let lang = reader.lang;
    let wanted = asked.wanted();
    let found = event_list::list(site.db.read(), &reader.actor, site.now(), &wanted).await?;
    let hosts = event_list::hosts(site.db.read(), &reader.actor, site.now(), wanted.past).await?;
    let next = found.next.map(|next| Asked { after: format!("{}.{}", next.at, next.id), ..asked.clone() }.address(&reader));
    let first = (!asked.after.is_empty()).then(|| Asked { after: String::new(), ..asked.clone() }.address(&reader));
    let rows: Vec<Coming> = found.items.into_iter().map(|event| coming(&reader, event)).collect();
    let (title, sub) = words(lang, wanted.past);
    let meta = Meta::new(title.clone()).area(Area::Events).description(sub.clone()).feed("/calendar.ics");
    let who = reader.clone();
    Ok(render(&reader, meta, StatusCode::OK, move || {
        view! {
            <Title sub=sub>{title}</Title>
            {filters(&who, &asked, hosts)}
            {zone::line(&who, &site, rows.iter().map(Coming::when))}
            {months(&who, rows, &site.zones, &asked)}
            <Pager first=first next=next/>
            {other_way(&who, &asked)}
        }
    }))
}

fn words(lang: Lang, past: bool) -> (String, String) {
    if past { (t(lang, "events-past"), t(lang, "events-past-sub")) } else { (t(lang, "events-title"), t(lang, "events-sub")) }
}

fn filters(reader: &Reader, asked: &Asked, hosts: Vec<(String, Text)>) -> AnyView {
    let lang = reader.lang;
    let kinds =
        [Kind::Forum, Kind::Thematic, Kind::Briefing, Kind::Written].map(|kind| (<&str>::from(kind).to_owned(), kinds_name(lang, kind)));
    let by_kind =
        kinds.into_iter().map(|(value, label)| link(reader, asked, Asked { kind: value, after: String::new(), ..asked.clone() }, label));
    let any_kind = link(reader, asked, Asked { kind: String::new(), after: String::new(), ..asked.clone() }, t(lang, "events-all-kinds"));
    let several = hosts.len() > 1 || !asked.host.is_empty();
    let hosts = hosts.into_iter().map(|(slug, name)| {
        let label = name.pick(lang).to_owned();
        link(reader, asked, Asked { host: slug, after: String::new(), ..asked.clone() }, label)
    });
    let any_host = link(reader, asked, Asked { host: String::new(), after: String::new(), ..asked.clone() }, t(lang, "events-all-hosts"));
    let by_host =
        several.then(|| view! { <ul class="filters" aria-label=t(lang, "events-by-host")>{any_host}{hosts.collect::<Vec<_>>()}</ul> });
    view! {
        <nav class="filterlines" aria-label=t(lang, "events-filters")>
            <ul class="filters" aria-label=t(lang, "events-by-kind")>{any_kind}{by_kind.collect::<Vec<_>>()}</ul>
            {by_host}
        </nav>
    }
    .into_any()
}

fn link(reader: &Reader, now: &Asked, then: Asked, label: String) -> AnyView {
    let current = now.kind == then.kind && now.host == then.host;
    view! { <li><a href=then.address(reader) aria-current=current.then_some("true")>{label}</a></li> }.into_any()
}

fn kinds_name(lang: Lang, kind: Kind) -> String {
    match kind {
        Kind::Forum => t(lang, "events-forums"),
        Kind::Thematic => t(lang, "events-thematic"),
        Kind::Briefing => t(lang, "events-briefings"),
        Kind::Written => t(lang, "events-written"),
    }
}

/// A month is that of the day that is shown.
fn months(reader: &Reader, rows: Vec<Coming>, zones: &Zones, asked: &Asked) -> AnyView {
    let lang = reader.lang;
    if rows.is_empty() {
        return nothing(reader, asked);
    }
    let own = reader.own.as_ref();
    let mut months: Vec<(String, String, Vec<Coming>)> = Vec::new();
    for row in rows {
        let Ok(zone) = zones.get(&row.zone) else { continue };
        let day = Beside::new(row.starts, zone, own.and_then(|own| own.at(zones, row.starts))).day(row.starts);
        let name = capital(&month_of(lang, day));
        match months.last_mut().filter(|(last, _, _)| *last == name) {
            Some((_, _, rows)) => rows.push(row),
            None => months.push((name, format!("m{}", day.strftime("%Y-%m")), vec![row])),
        }
    }
    let sections = months.into_iter().map(|(name, id, rows)| {
        let list = view! { <ComingList events=rows zones=zones own=own by_month=true/> }.into_any();
        view! { <Section id=id title=name>{list}</Section> }
    });
    view! { <div class="by-month">{sections.collect::<Vec<_>>()}</div> }.into_any()
}

fn nothing(reader: &Reader, asked: &Asked) -> AnyView {
    let lang = reader.lang;
    let filtered = !(asked.kind.is_empty() && asked.host.is_empty());
    let (say, next) = match (filtered, asked.past.is_empty()) {
        (true, _) => (t(lang, "events-none-such"), t(lang, "events-none-such-next")),
        (false, true) => (t(lang, "events-none"), t(lang, "events-none-next")),
        (false, false) => (t(lang, "events-none-past"), t(lang, "events-none-past-next")),
    };
    let back = filtered.then(|| {
        let href = Asked { past: asked.past.clone(), ..Asked::default() }.address(reader);
        view! { <p class="actions"><a class="button" href=href>{t(lang, "events-show-all")}</a></p> }
    });
    view! { <Empty say=say><p>{next}</p>{back}</Empty> }.into_any()
}

fn other_way(reader: &Reader, asked: &Asked) -> AnyView {
    let lang = reader.lang;
    let (past, label) = if asked.past.is_empty() { ("yes", t(lang, "events-to-past")) } else { ("", t(lang, "events-to-coming")) };
    let href = Asked { past: past.to_owned(), after: String::new(), ..asked.clone() }.address(reader);
    view! { <p class="actions"><a class="plain" href=href>{label}</a></p> }.into_any()
}
