//! Calculators: no account, nothing stored.

use super::body::Body;
use super::problem::{Answer, Problem};
use axum::Json;
use axum::extract::State;
use backend::{Error, Site};
use domain::fault::Fault;
use domain::time::{LocalTime, day_shift, offset_text};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

const MOST_ZONES: usize = 1_000;

/// The calculators' calls.
pub fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new().routes(routes!(local))
}

/// A local time to be shown elsewhere.
#[derive(Debug, Deserialize, ToSchema)]
struct LocalRequest {
    /// `YYYY-MM-DDTHH:MM`
    #[schema(example = "2027-08-18T10:00")]
    starts_local: String,
    /// The IANA zone it is said in.
    #[schema(example = "Europe/Riga")]
    zone: String,
    /// Up to 1,000 IANA zones to show it in.
    #[serde(rename = "in", default)]
    #[schema(example = json!(["America/New_York", "Asia/Bangkok"]))]
    zones: Vec<String>,
}

/// The instant, and what clocks show then.
#[derive(Debug, Serialize, ToSchema)]
struct LocalAnswer {
    /// RFC 3339 UTC.
    starts_at: String,
    /// The clocks show this local time twice; the first is meant.
    ambiguous: bool,
    /// In the order asked for.
    zones: Vec<ZoneAnswer>,
    /// The release of the time zone database, like `2026e`.
    tzdb: String,
}

/// What the clocks of one zone show.
#[derive(Debug, Serialize, ToSchema)]
struct ZoneAnswer {
    /// The IANA name.
    zone: String,
    /// `YYYY-MM-DDTHH:MM`
    local: String,
    /// Like `+03:00`.
    offset: String,
    /// Days from the date in `starts_local`.
    day_shift: i32,
}

/// Shows a local time in other zones. At most 1,000 zones; a time that the clocks skip is 422 `local_time_skipped`.
#[utoipa::path(post, path = "/tools/local", tag = "Calculators", request_body = LocalRequest, responses((status = 200, body = LocalAnswer), (status = 422, body = Problem)), security(()))]
async fn local(State(site): State<Site>, Body(asked): Body<LocalRequest>) -> Answer<Json<LocalAnswer>> {
    let at = |field: &'static str| move |refusal: domain::fault::Refusal| Error::Invalid(vec![refusal.at(field)]);
    if asked.zones.len() > MOST_ZONES {
        return Err(Error::Invalid(vec![Fault::new("in", "too_many").with("max", MOST_ZONES)]).into());
    }
    let local = LocalTime::parse(&asked.starts_local).map_err(at("starts_local"))?;
    let zone = site.zones.get(&asked.zone).map_err(at("zone"))?;
    let resolved = zone.resolve(local).map_err(|gap| Error::Invalid(vec![Fault::skipped("starts_local", gap)]))?;
    let show = |(index, name): (usize, &String)| {
        let there = site.zones.get(name).map_err(|refusal| Error::Invalid(vec![refusal.at(format!("in[{index}]"))]))?.local(resolved.at);
        Ok(ZoneAnswer {
            zone: name.clone(),
            local: LocalTime::new(there.time).to_string(),
            offset: offset_text(there.offset_seconds),
            day_shift: day_shift(local.date(), there.time.date()),
        })
    };
    let zones = asked.zones.iter().enumerate().map(show).collect::<Result<_, Error>>()?;
    Ok(Json(LocalAnswer {
        starts_at: resolved.at.to_string(),
        ambiguous: resolved.ambiguous,
        zones,
        tzdb: site.zones.version().to_owned(),
    }))
}
