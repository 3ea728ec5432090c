//! On which public holidays an event would fall, and for how many of its people.

use crate::entity::{event, host};
use crate::holidays::{self, Holiday};
use crate::repo::planning::countries;
use crate::{Result, Site, clock};
use domain::time::{Timestamp, Zone};
use jiff::civil::Date;
use sea_orm::{ConnectionTrait, EntityTrait};
use std::collections::BTreeMap;

/// A public holiday on which an event falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayOff {
    /// The country, as ISO 3166-1 alpha-2.
    pub country: &'static str,
    /// What is kept there.
    pub holiday: Holiday,
    /// How many of its people are of that country; none where it is only the host's or the room's.
    pub people: i64,
}

/// In the countries of the host, of the room and of its people, by the days of each place; the most people first.
pub(super) async fn days_off(db: &impl ConnectionTrait, site: &Site, event: &event::Model) -> Result<Vec<DayOff>> {
    let mut people: BTreeMap<(String, String), i64> = BTreeMap::new();
    let host = host::Entity::find_by_id(event.host_id).one(db).await?.and_then(|host| host.country);
    let room = event.venue.as_ref().filter(|_| event.in_person_offered).map(|venue| venue.0.country.clone());
    for country in [host, room].into_iter().flatten() {
        people.insert((country, event.zone.clone()), 0);
    }
    for (country, zone, count) in countries(db, event.id).await? {
        *people.entry((country, zone)).or_default() += count;
    }
    let bounds = [event.starts_at, event.ends_at - 1].map(clock::instant);
    let mut found: BTreeMap<(&'static str, Holiday), i64> = BTreeMap::new();
    for ((country, zone), count) in people {
        let (Ok(country), Ok(zone)) = (domain::country::parse(&country), site.zones.get(&zone)) else { continue };
        for holiday in days(zone, bounds).filter_map(|day| holidays::on(country, day)) {
            *found.entry((country, holiday)).or_default() += count;
        }
    }
    let mut days: Vec<DayOff> = found.into_iter().map(|((country, holiday), people)| DayOff { country, holiday, people }).collect();
    days.sort_by_key(|day| std::cmp::Reverse(day.people));
    Ok(days)
}

/// The days of a place from one instant to another.
fn days(zone: &Zone, [from, to]: [Timestamp; 2]) -> impl Iterator<Item = Date> {
    let [from, to] = [from, to].map(|at| zone.local(at).time.date());
    std::iter::successors(Some(from), |day| day.tomorrow().ok()).take_while(move |day| *day <= to)
}
