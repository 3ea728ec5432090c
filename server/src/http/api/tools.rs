//! Calculators: no account, nothing stored.

use super::body::Body;
use super::problem::{Answer, Problem};
use axum::Json;
use axum::extract::State;
use backend::error::Faults;
use backend::service::{given, series};
use backend::{Error, Site};
use domain::fault::Fault;
use domain::recurrence::Rule;
use domain::time::{LocalTime, day_shift, offset_text};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

const MOST_ZONES: usize = 1_000;

/// The calculators' calls.
pub fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new().routes(routes!(local)).routes(routes!(dates))
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

/// A rule whose dates are wanted.
#[derive(Debug, Deserialize, ToSchema)]
struct DatesRequest {
    /// FREQ YEARLY, MONTHLY or WEEKLY with INTERVAL, BYMONTH, BYMONTHDAY and BYDAY (RFC 5545).
    #[schema(example = "FREQ=YEARLY;BYMONTH=8;BYDAY=3WE")]
    rule: String,
    /// An IANA name.
    #[schema(example = "Europe/Riga")]
    zone: String,
    /// `HH:MM`
    #[schema(example = "10:00")]
    local_time: String,
    /// `YYYY-MM-DD`, inclusive: the rule's DTSTART, from which INTERVAL counts.
    #[schema(example = "2027-01-01")]
    from: String,
    /// 1–100
    #[schema(example = 5)]
    count: i64,
}

/// The dates of a rule.
#[derive(Debug, Serialize, ToSchema)]
struct DatesAnswer {
    /// Fewer than asked for where the rule gives no more before the year 2200.
    items: Vec<DateAnswer>,
}

/// One of them.
#[derive(Debug, Serialize, ToSchema)]
struct DateAnswer {
    /// `YYYY-MM-DDTHH:MM`; where the clocks skip the time that day, what they show instead.
    starts_local: String,
    /// RFC 3339 UTC.
    starts_at: String,
}

/// The dates that a rule gives, at most 100. A rule that fits no day is 422 `rule_never_occurs`, one with other parts
/// `unsupported_rule`.
#[utoipa::path(post, path = "/tools/dates", tag = "Calculators", request_body = DatesRequest, responses((status = 200, body = DatesAnswer), (status = 422, body = Problem)), security(()))]
async fn dates(State(site): State<Site>, Body(asked): Body<DatesRequest>) -> Answer<Json<DatesAnswer>> {
    let mut faults = Faults::default();
    let rule = faults.take("rule", asked.rule.parse::<Rule>());
    let zone = faults.take("zone", site.zones.get(&asked.zone));
    let time = faults.take("local_time", given::time(&asked.local_time));
    let from = faults.take("from", given::date(&asked.from));
    if !series::COUNT.contains(&asked.count) {
        faults.add(Fault::new("count", "out_of_range").with("max", series::COUNT.end()));
    }
    faults.check()?;
    let (rule, zone, time, from) = (Faults::got(rule)?, Faults::got(zone)?, Faults::got(time)?, Faults::got(from)?);
    let found = rule.dates(from).take(usize::try_from(asked.count).unwrap_or_default());
    let items = found.map(|date| {
        let (local, at) = series::occurrence(zone, date, time);
        DateAnswer { starts_local: local.to_string(), starts_at: at.to_string() }
    });
    Ok(Json(DatesAnswer { items: items.collect() }))
}
