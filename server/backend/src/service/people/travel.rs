//! Days away from home: as long as they last, times are shown by the clocks of the place. Only the person says so, and it is kept no
//! longer than it matters.

use crate::entity::person;
use crate::entity::stored::JsonText;
use crate::error::Faults;
use crate::service::access::Actor;
use crate::{Result, Site};
use domain::fault::{Fault, Refusal};
use domain::person::Travel;
use jiff::civil::Date;
use jiff::{Span, Timestamp, ToSpan};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QuerySelect, Set};

/// Days away from home, as they were sent.
#[derive(Clone, Debug, Default)]
pub struct NewTravel {
    /// The IANA zone of the place.
    pub zone: String,
    /// The first day there, `YYYY-MM-DD`.
    pub from: String,
    /// The last day there, not over yet, at most a year after the first.
    pub until: String,
}

/// Takes down where the actor will be, in place of what was said before.
pub async fn travel(site: &Site, actor: &Actor, new: &NewTravel) -> Result<Travel> {
    let me = actor.me()?.id;
    let travel = check(site, new)?;
    keep(site, me, Some(travel.clone())).await?;
    Ok(travel)
}

/// The actor is at home, or will be.
pub async fn stay_home(site: &Site, actor: &Actor) -> Result<()> {
    keep(site, actor.me()?.id, None).await
}

async fn keep(site: &Site, person_id: i64, travel: Option<Travel>) -> Result<()> {
    let tx = site.db.begin_write().await?;
    let row = person::ActiveModel { id: Set(person_id), travel: Set(travel.map(JsonText)), ..Default::default() };
    row.update(&tx).await?;
    Ok(tx.commit().await?)
}

fn check(site: &Site, sent: &NewTravel) -> Result<Travel> {
    let mut faults = Faults::default();
    let zone = faults.take("zone", said(&sent.zone).and_then(|raw| site.zones.get(raw)));
    let day = |raw: &str| said(raw)?.parse::<Date>().map_err(|_| Refusal::new("invalid_date"));
    let (from, until) = (faults.take("from", day(&sent.from)), faults.take("until", day(&sent.until)));
    if let (Some(zone), Some(from), Some(until)) = (zone, from, until)
        && let Some(code) = refused(from, until, zone.local(site.now()).time.date())
    {
        faults.add(Fault::new("until", code));
    }
    faults.check()?;
    Ok(Travel { zone: Faults::got(zone)?.name().to_owned(), from: Faults::got(from)?, until: Faults::got(until)? })
}

fn said(raw: &str) -> std::result::Result<&str, Refusal> {
    if raw.trim().is_empty() { Err(Refusal::new("required")) } else { Ok(raw.trim()) }
}

fn refused(from: Date, until: Date, today: Date) -> Option<&'static str> {
    match until {
        until if until < from => Some("end_before_start"),
        until if until < today => Some("in_the_past"),
        until if until > from.saturating_add(1.year()) => Some("travel_too_long"),
        _ => None,
    }
}

/// Forgets what is over everywhere on earth.
pub async fn end_travel(site: &Site) -> Result<()> {
    let over = yesterday(site.now());
    let rows = person::Entity::find().select_only().column(person::Column::Travel).filter(person::Column::Travel.is_not_null());
    let rows: Vec<JsonText<Travel>> = rows.distinct().into_tuple().all(site.db.read()).await?;
    let done: Vec<JsonText<Travel>> = rows.into_iter().filter(|travel| travel.0.until < over).collect();
    if done.is_empty() {
        return Ok(());
    }
    let tx = site.db.begin_write().await?;
    let home = person::ActiveModel { travel: Set(None), ..Default::default() };
    // By what was said and not by who said it: what has been said anew meanwhile stays.
    person::Entity::update_many().set(home).filter(person::Column::Travel.is_in(done)).exec(&tx).await?;
    Ok(tx.commit().await?)
}

/// No day anywhere is before yesterday's in UTC.
fn yesterday(now: Timestamp) -> Date {
    let today = now.to_zoned(jiff::tz::TimeZone::UTC).date();
    today.saturating_sub(Span::new().days(1))
}
