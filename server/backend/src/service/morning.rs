//! When what can wait is told: in the morning, by each person's own clock.

use crate::Site;
use crate::entity::person;
use crate::repo::people;
use domain::time::{LocalTime, Timestamp};
use jiff::civil::{Date, Weekday};

/// The hour.
const MORNING: i8 = 7;

/// The person's next morning, in milliseconds.
pub(crate) fn next(site: &Site, person: &person::Model) -> i64 {
    find(site, person, |today| Some([today, today.tomorrow().ok()?]))
}

/// Their next Monday morning.
pub(crate) fn next_monday(site: &Site, person: &person::Model) -> i64 {
    let mondays = |today: Date| {
        let ahead = i64::from(today.weekday().until(Weekday::Monday));
        let monday = today.checked_add(jiff::Span::new().days(ahead)).ok()?;
        Some([monday, monday.checked_add(jiff::Span::new().days(7)).ok()?])
    };
    find(site, person, mondays)
}

/// The first of two days whose morning is still to come, seen from today; now, where nobody can tell.
fn find(site: &Site, person: &person::Model, days: impl Fn(Date) -> Option<[Date; 2]>) -> i64 {
    let now = site.now();
    let at = people::own_zone(person).at(&site.zones, now).and_then(|zone| {
        let morning = |day: Date| -> Option<Timestamp> {
            let morning = LocalTime::new(day.at(MORNING, 0, 0, 0));
            zone.resolve(morning).or_else(|gap| zone.resolve(gap.after)).ok().map(|resolved| resolved.at)
        };
        days(zone.local(now).time.date())?.into_iter().filter_map(morning).find(|at| *at > now)
    });
    at.unwrap_or(now).as_millisecond()
}
