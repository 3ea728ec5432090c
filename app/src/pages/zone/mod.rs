//! The visitor's own time zone: chosen without an account, kept in a cookie; a profile has its own. And whose time stands first, for
//! everybody.

mod line;
mod options;

use crate::cookie;
use crate::failure::Page;
use crate::flash;
use crate::form::Submitted;
use crate::islands::DeviceZone;
use crate::page::{Meta, fragment, render};
use crate::reader::{FIRST_COOKIE, OWN, Reader, ZONE_COOKIE};
use crate::text::t;
use crate::ui::{Actions, ErrorSummary, Select, Title, own_time};
use crate::when::{Form, place};
use axum::Router;
use axum::extract::{Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use backend::Site;
use backend::service::sign_in::is_own_path;
use domain::time::Timestamp;
use leptos::prelude::*;
use serde::Deserialize;

pub use line::{line, switch};
pub use options::options;

/// A choice is kept this long.
const A_YEAR: u32 = 365 * 86_400;

/// `/zone`, `/hours`
pub fn router() -> Router<Site> {
    Router::new().route("/zone", get(show).post(choose)).route("/hours", get(hours))
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    to: String,
}

async fn show(reader: Reader, State(site): State<Site>, Query(asked): Query<Asked>) -> Response {
    if reader.actor.me.is_some() {
        return flash::see_other(&reader.to("/me"));
    }
    let form = Submitted::empty().with("zone", reader.own.as_ref().map(|own| own.home.clone()).unwrap_or_default());
    let form = if is_own_path(&asked.to) { form.with("to", asked.to) } else { form };
    page(&reader, &site, &form, StatusCode::OK)
}

/// Whose time stands first, or in which zone the visitor is; a blank choice forgets the cookie.
async fn choose(reader: Reader, State(site): State<Site>, mut form: Submitted) -> Response {
    let lang = reader.lang;
    if let Some(first) = form.given("first") {
        let (value, kept) = if first == OWN { (OWN, A_YEAR) } else { ("", 0) };
        return remembering(flash::see_other(&back(&reader, &form)), FIRST_COOKIE, value, kept);
    }
    let chosen = form.parse_given("zone", |raw| site.zones.get(raw).map(|zone| zone.name().to_owned()));
    if !form.faults.is_empty() {
        return page(&reader, &site, &form, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let words = match &chosen {
        Some(zone) => t!(lang, "zone-chosen", place = place(lang, zone, Form::Of)),
        None => t(lang, "zone-forgotten"),
    };
    let kept = if chosen.is_some() { A_YEAR } else { 0 };
    remembering(flash::lead(&site, &back(&reader, &form), &words), ZONE_COOKIE, &chosen.unwrap_or_default(), kept)
}

fn back(reader: &Reader, form: &Submitted) -> String {
    form.given("to").filter(|to| is_own_path(to)).map_or_else(|| reader.to("/events"), str::to_owned)
}

fn remembering(mut response: Response, cookie: &str, value: &str, seconds: u32) -> Response {
    if let Some(value) = cookie::write(cookie, value, seconds) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}

fn page(reader: &Reader, site: &Site, form: &Submitted, status: StatusCode) -> Response {
    let lang = reader.lang;
    render(reader, Meta::new(t(lang, "zone-title")).hidden(), status, || {
        view! {
            <Title sub=t(lang, "zone-sub")>{t(lang, "zone-title")}</Title>
            <form method="post" novalidate=true>
                <ErrorSummary form=form/>
                <input type="hidden" name="to" value=form.get("to").to_owned()/>
                <Select form=form name="zone" label=t(lang, "me-zone") help=t(lang, "zone-help") options=options(lang, site) blank=true optional=true/>
                <DeviceZone
                    field="zone".to_owned()
                    chosen=form.get("zone").to_owned()
                    same=t!(lang, "me-zone-same", zone = "{zone}")
                    other=t!(lang, "me-zone-other", zone = "{zone}")
                    take=t(lang, "me-zone-take")
                />
                <Actions><button class="button main" type="submit">{t(lang, "zone-save")}</button></Actions>
            </form>
        }
    })
}

#[derive(Deserialize)]
struct Hours {
    from: i64,
    to: i64,
    at: String,
    zone: String,
}

/// The hours between two instants (milliseconds) at a venue, as somebody in `zone` reads them: a piece of page for an island.
async fn hours(reader: Reader, State(site): State<Site>, Query(asked): Query<Hours>) -> Page {
    let instant = |ms: i64| Timestamp::from_millisecond(ms).ok();
    let zones = (site.zones.get(&asked.at).ok(), site.zones.get(&asked.zone).ok());
    let ((Some(at), Some(own)), Some(from), Some(to)) = (zones, instant(asked.from), instant(asked.to)) else {
        return Ok(StatusCode::BAD_REQUEST.into_response());
    };
    Ok(fragment(&reader, || own_time(reader.lang, from, to, at, own)))
}
