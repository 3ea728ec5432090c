//! What the rule gives in the years ahead, so that people can plan holidays around it and organisers their deadlines.

use crate::pages::me::country;
use crate::text::t;
use crate::ui::Table;
use crate::when::{Form, capital, date, offset, short_date};
use backend::holidays;
use backend::repo::series_page::SeriesPage;
use backend::words::cities::city;
use domain::text::Lang;
use domain::time::Zone;
use jiff::civil::Date;
use leptos::prelude::*;

/// Years laid out.
const YEARS: i16 = 10;

/// A holiday so many days before or after is near.
const NEAR: i32 = 3;

/// A table of the next ten years: the day, the place, the clocks, and by when it is to be announced.
pub fn table(lang: Lang, page: &SeriesPage, zone: &Zone, this_year: i16) -> AnyView {
    let within: Vec<_> = page.dates.iter().filter(|date| date.date.year() < this_year + YEARS).collect();
    if within.len() < 2 {
        return ().into_any();
    }
    let heads = ["years-day", "years-place", "years-clock", "years-near", "years-by", "years-how"].map(|key| t(lang, key)).to_vec();
    let rows = within.iter().map(|one| {
        let place = one.venue.as_ref().map(|name| city(lang, name)).unwrap_or_default();
        let moved = one.moved_from.map(|from| format!(", {}", t!(lang, "series-moved", day = short_date(lang, from, Form::Of))));
        let status: &'static str = one.status.into();
        view! {
            <tr>
                <th scope="row">{capital(&date(lang, one.date, Form::Is))}{moved}</th>
                <td>{place}</td>
                <td>{offset(zone.local(one.starts).offset_seconds)}</td>
                <td>{near(lang, page.country.as_deref(), one.date)}</td>
                <td>{capital(&short_date(lang, one.announce_by.minimum, Form::Is))}</td>
                <td>{t(lang, &format!("status-{status}"))}</td>
            </tr>
        }
    });
    let rows = rows.collect::<Vec<_>>();
    let note = page.country.as_ref().map(|code| {
        let (known, _) = holidays::origin();
        t!(lang, "years-near-note", country = country(lang, code), n = NEAR, known = known.replace('-', "–"))
    });
    view! {
        <details>
            <summary>{t(lang, "years-title")}</summary>
            <Table caption=t(lang, "years-caption") heads=heads stacked=true>{rows}</Table>
            <p class="small quiet">{note}</p>
        </details>
    }
    .into_any()
}

fn near(lang: Lang, country: Option<&str>, day: Date) -> String {
    let holidays = country.map(|code| holidays::near(code, day, NEAR)).unwrap_or_default();
    let said = |(day, holiday): (Date, holidays::Holiday)| {
        let day = short_date(lang, day, Form::Is);
        holiday.name(lang).map_or_else(|| day.clone(), |name| format!("{day}: {name}"))
    };
    holidays.into_iter().map(said).collect::<Vec<_>>().join("; ")
}
