//! The calculator of fair times.

use super::body::Body;
use super::problem::{Answer, Problem};
use axum::Json;
use axum::extract::State;
use backend::Site;
use backend::service::slots::{self, Asked};
use domain::time::slots as fair;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Its call.
pub fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new().routes(routes!(find))
}

/// Who meets, when, and how long.
#[derive(Debug, Deserialize, ToSchema)]
struct SlotsRequest {
    /// 1–31 UTC dates, `YYYY-MM-DD`.
    #[schema(example = json!(["2027-08-18"]))]
    dates: Vec<String>,
    /// 1–1,440
    #[schema(example = 120)]
    duration_minutes: i64,
    /// 5–1,440: starts are tried every so many minutes from 00:00 UTC.
    #[serde(default = "step")]
    #[schema(example = 30)]
    step_minutes: i64,
    /// 1–1,000 entries; a zone that is named again adds up.
    #[schema(example = json!([{"zone": "Europe/Riga", "count": 17}, {"zone": "America/New_York", "count": 10}, {"zone": "Asia/Bangkok", "count": 2}]))]
    people: Vec<People>,
    /// How often the meeting is held, 1 or 2; 1 if absent.
    #[serde(default = "one")]
    #[schema(example = 1)]
    runs: i64,
    /// 23:00–07:00 if absent.
    #[serde(default)]
    night: Hours,
    /// What counts in the total: `zone` (each once; if absent) or `person`.
    #[serde(default = "zone")]
    #[schema(example = "zone")]
    weigh: String,
    /// What earlier meetings of the series cost each zone; a zone that is not among `people` does not matter.
    #[serde(default)]
    #[schema(example = json!([{"zone": "America/New_York", "pain": 96.0}]))]
    past: Vec<Past>,
    /// 1–100, 10 if absent.
    #[serde(default = "ten")]
    #[schema(example = 10)]
    limit: i64,
}

fn step() -> i64 {
    Asked::default().step_minutes
}

fn one() -> i64 {
    1
}

fn zone() -> String {
    Asked::default().weigh
}

fn ten() -> i64 {
    Asked::default().limit
}

/// The people of one zone.
#[derive(Debug, Deserialize, ToSchema)]
struct People {
    /// An IANA name.
    #[schema(example = "Europe/Brussels")]
    zone: String,
    /// 1–1,000,000
    #[schema(example = 39)]
    count: i64,
}

/// Local hours that count as night; around midnight where `from` is later, none where both are the same.
#[derive(Debug, Deserialize, ToSchema)]
struct Hours {
    /// `HH:MM`
    #[schema(example = "23:00")]
    from: String,
    /// `HH:MM`
    #[schema(example = "07:00")]
    to: String,
}

impl Default for Hours {
    fn default() -> Self {
        let [from, to] = Asked::default().night;
        Self { from, to }
    }
}

/// What a zone has borne.
#[derive(Debug, Deserialize, ToSchema)]
struct Past {
    /// An IANA name.
    #[schema(example = "America/New_York")]
    zone: String,
    /// 0–1,000,000,000
    #[schema(example = 96.0)]
    pain: f64,
}

/// The best slots, and two to compare them with.
#[derive(Debug, Serialize, ToSchema)]
struct SlotsAnswer {
    /// Best first.
    slots: Vec<Slot>,
    baselines: Baselines,
    /// The release of the time zone database, like `2026e`.
    tzdb: String,
}

/// What fairness costs, and what it spares.
#[derive(Debug, Serialize, ToSchema)]
struct Baselines {
    /// 10:00 in the first zone, held once; null where its clocks skip that hour on every date.
    organiser_ten: Option<Slot>,
    /// The least total pain.
    least_total: Slot,
}

/// One or two starts, and what they cost.
#[derive(Debug, Serialize, ToSchema)]
struct Slot {
    /// RFC 3339 UTC, one or two.
    starts_at: Vec<String>,
    /// The highest pain of a zone, without its past.
    worst_pain: f64,
    /// Pain times weight over all zones.
    total_pain: f64,
    /// The population standard deviation of past and pain together, over zones.
    spread: f64,
    /// People with a minute of their run at night.
    night_people: u64,
    /// In the order of `people`.
    by_zone: Vec<ByZone>,
}

/// What a slot is in one zone.
#[derive(Debug, Serialize, ToSchema)]
struct ByZone {
    /// The IANA name.
    zone: String,
    /// 1 or 2: the run that hurts it less, 1 where both hurt alike.
    run: u8,
    /// The start of that run there, `YYYY-MM-DDTHH:MM`.
    local: String,
    /// Days from the UTC date of that start.
    day_shift: i32,
    /// The mean over the minutes: 0 in office hours, 128 in the dead of night, 4 more on a Saturday or Sunday.
    pain: f64,
    /// A minute of that run is at night there.
    night: bool,
}

/// Finds the start, or the two starts on one date, that are least bad for those whom they hit worst. At most 31 dates and 1,000
/// entries in `people`; where no slot fits, 422 `no_candidate`.
#[utoipa::path(post, path = "/tools/slots", tag = "Calculators", request_body = SlotsRequest, responses((status = 200, body = SlotsAnswer), (status = 422, body = Problem)), security(()))]
async fn find(State(site): State<Site>, Body(asked): Body<SlotsRequest>) -> Answer<Json<SlotsAnswer>> {
    let asked = Asked {
        dates: asked.dates,
        duration_minutes: asked.duration_minutes,
        step_minutes: asked.step_minutes,
        people: asked.people.into_iter().map(|people| (people.zone, people.count)).collect(),
        runs: asked.runs,
        night: [asked.night.from, asked.night.to],
        weigh: asked.weigh,
        past: asked.past.into_iter().map(|past| (past.zone, past.pain)).collect(),
        limit: asked.limit,
    };
    let found = slots::answer(&site, asked).await?;
    Ok(Json(SlotsAnswer {
        slots: found.slots.into_iter().map(show).collect(),
        baselines: Baselines { organiser_ten: found.organiser_ten.map(show), least_total: show(found.least_total) },
        tzdb: site.zones.version().to_owned(),
    }))
}

fn show(slot: fair::Slot) -> Slot {
    let there = |there: fair::ThereAndThen| ByZone {
        zone: there.zone,
        run: there.run,
        local: there.local.to_string(),
        day_shift: there.day_shift,
        pain: there.pain,
        night: there.night,
    };
    Slot {
        starts_at: slot.starts.iter().map(ToString::to_string).collect(),
        worst_pain: slot.worst_pain,
        total_pain: slot.total_pain,
        spread: slot.spread,
        night_people: slot.night_people,
        by_zone: slot.by_zone.into_iter().map(there).collect(),
    }
}
