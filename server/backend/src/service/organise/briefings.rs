//! Twelve months of the embassies below a host.

use super::needs::{Need, is_quiet};
use crate::clock::instant;
use crate::entity::host;
use crate::{Result, Site, repo};
use domain::time::Zone;
use jiff::ToSpan;
use jiff::civil::Date;

/// A year of briefings, the month that runs now last.
#[derive(Clone, Debug)]
pub struct Briefings {
    /// The first days of the twelve months.
    pub months: Vec<Date>,
    /// One host each, those that have not briefed for a year last.
    pub rows: Vec<Briefed>,
}

/// One host's year.
#[derive(Clone, Debug)]
pub struct Briefed {
    /// The host.
    pub host: host::Model,
    /// What took place in each month.
    pub months: Vec<Month>,
    /// The day of the last one ever.
    pub last: Option<Date>,
    /// More than a year ago, or never although the host has been here for a year.
    pub quiet: bool,
}

/// What took place in a month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Month {
    /// In the host's own country.
    pub home: bool,
    /// In another one.
    pub touring: bool,
}

impl Briefings {
    /// The need it gives rise to, if any.
    pub(super) fn quiet(&self) -> Option<Need> {
        let hosts: Vec<host::Model> = self.rows.iter().filter(|row| row.quiet).map(|row| row.host.clone()).collect();
        (!hosts.is_empty()).then_some(Need::QuietBelow { hosts })
    }
}

/// Of the hosts below this one; none where there are no embassies or representations.
pub(super) async fn of(site: &Site, above: &host::Model) -> Result<Option<Briefings>> {
    let now = site.now();
    let zone = site.zones.get(&above.zone).map_err(crate::Error::internal)?;
    let this = zone.local(now).time.date().first_of_month();
    let months: Vec<Date> = (0..12).rev().map(|back| this.saturating_sub(back.months())).collect();
    // A day more, for those whose month began while it was still the last one here.
    let since = now.as_millisecond() - 367 * super::DAY_MS;
    let (hosts, held, last) = repo::organise::below(site.db.read(), above.id, since, now.as_millisecond()).await?;
    let mut rows: Vec<Briefed> = Vec::new();
    for host in hosts {
        let zone = site.zones.get(&host.zone).unwrap_or(zone);
        let mut of_months = vec![Month::default(); months.len()];
        for briefing in held.iter().filter(|briefing| briefing.host_id == host.id) {
            let month = day(zone, briefing.starts_at).first_of_month();
            let away = briefing.venue.as_ref().is_some_and(|venue| host.country.as_ref().is_some_and(|own| *own != venue.country));
            if let Some(place) = months.iter().position(|first| *first == month).and_then(|i| of_months.get_mut(i)) {
                place.touring |= away;
                place.home |= !away;
            }
        }
        let last = last.get(&host.id).copied();
        rows.push(Briefed { quiet: is_quiet(site, &host, last), last: last.map(|at| day(zone, at)), months: of_months, host });
    }
    rows.sort_by_key(|row| (row.quiet, std::cmp::Reverse(row.last)));
    Ok((!rows.is_empty()).then_some(Briefings { months, rows }))
}

fn day(zone: &Zone, at: i64) -> Date {
    zone.local(instant(at)).time.date()
}
