//! The way to the planner, with the people, the day, the length, and what earlier editions cost.

use crate::failure::Page;
use crate::flash::see_other;
use crate::reader::Reader;
use axum::extract::{Path, State};
use axum::response::Response;
use backend::Site;
use backend::service::planning::{self, Planned};

/// `GET /organise/events/{event}/plan`
pub async fn event(reader: Reader, State(site): State<Site>, Path(slug): Path<String>) -> Page {
    Ok(lead(&reader, &planning::planned(&site, &reader.actor, &slug, None).await?))
}

/// `GET /organise/series/{series}/plan`
pub async fn series(reader: Reader, State(site): State<Site>, Path(slug): Path<String>) -> Page {
    Ok(lead(&reader, &planning::planned_next(&site, &reader.actor, &slug).await?))
}

/// To the planner; its address holds all of it.
pub fn lead(reader: &Reader, planned: &Planned) -> Response {
    // The venue's own place comes first, even where nobody is there yet.
    let own = planned.places.get(&planned.zone).copied().unwrap_or(1);
    let others = planned.places.iter().filter(|(zone, _)| **zone != planned.zone);
    let lines: Vec<String> =
        std::iter::once((&planned.zone, &own)).chain(others).map(|(zone, people)| format!("{zone} {people}")).collect();
    let past: Vec<String> = planned.past.iter().map(|(zone, pain)| format!("{zone} {pain:.1}")).collect();
    let (day, at) = planned.starts_local.split_once('T').unwrap_or((&planned.starts_local, "10:00"));
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    let minutes = planned.minutes.to_string();
    for (field, value) in
        [("people", lines.join("\n").as_str()), ("past", &past.join("\n")), ("date", day), ("minutes", &minutes), ("wish", at)]
    {
        query.append_pair(field, value);
    }
    if let Some(event) = &planned.event {
        query.append_pair("event", event);
    }
    see_other(&reader.to(&format!("/plan?{}", query.finish())))
}
