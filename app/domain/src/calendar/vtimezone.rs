//! VTIMEZONE from a zone's footer: one STANDARD and at most one DAYLIGHT, which is all that every client takes.

use super::posix::Footer;
use super::yearly::Yearly;
use crate::time::{Timestamp, Zone};
use jiff::civil::date;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

/// How the entries in a zone are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ZoneChoice {
    /// With TZID, under this VTIMEZONE (lines ended by CRLF).
    Rules(String),
    /// In UTC: no yearly rule gives what the clocks of the zone show in the years of the events.
    Utc,
}

/// The VTIMEZONE that is right for all these events (start and end) throughout the years they are in.
///
/// Unbounded where the footer's rule is a yearly nth weekday; where its hour lies outside the day (Cairo, Nuuk, Santiago) it is bounded
/// to the years of the events, and where no one rule fits them all, or the zone departs from its footer in them, the answer is UTC.
pub fn vtimezone(zone: &Zone, events: &[(Timestamp, Timestamp)]) -> ZoneChoice {
    let years: BTreeSet<i16> =
        events.iter().flat_map(|(start, end)| zone.local(*start).time.year()..=zone.local(*end).time.year()).collect();
    let found =
        if is_utc(zone.name()) { None } else { zone.footer().and_then(Footer::parse).and_then(|footer| observances(&footer, &years)) };
    match found {
        Some(observances) if years.iter().all(|year| agrees(zone, *year, &observances)) => {
            ZoneChoice::Rules(write(zone.name(), &observances))
        }
        _ => ZoneChoice::Utc,
    }
}

fn is_utc(name: &str) -> bool {
    matches!(name.trim_start_matches("Etc/"), "UTC" | "UCT" | "Universal" | "Zulu")
}

/// One STANDARD or DAYLIGHT; without `change` it is in force always.
struct Observance {
    kind: &'static str,
    name: String,
    from: i32,
    to: i32,
    change: Option<Yearly>,
    years: RangeInclusive<i16>,
}

/// Old enough for any event, and what other calendars write.
const FIRST: i16 = 1970;
const FOREVER: i16 = 9998;

fn observances(footer: &Footer, years: &BTreeSet<i16>) -> Option<Vec<Observance>> {
    let Some(daylight) = &footer.daylight else {
        let (name, seconds) = (footer.standard.name.clone(), footer.standard.seconds);
        return Some(vec![Observance { kind: "STANDARD", name, from: seconds, to: seconds, change: None, years: FIRST..=FIRST }]);
    };
    let (begins, ends) = (daylight.begins, daylight.ends);
    let (begins, ends, years) = match (Yearly::exact(begins), Yearly::exact(ends)) {
        (Some(begins), Some(ends)) => (begins, ends, FIRST..=FOREVER),
        // The year before, because its last change is in force on 1 January.
        _ => (Yearly::fitted(begins, years)?, Yearly::fitted(ends, years)?, years.first()? - 1..=*years.last()?),
    };
    // Ireland and Morocco call the winter's offset daylight saving in some editions of the database; clients know it the other way.
    let kinds = if daylight.offset.seconds < footer.standard.seconds { ["DAYLIGHT", "STANDARD"] } else { ["STANDARD", "DAYLIGHT"] };
    let pairs =
        [(kinds[0], &footer.standard, daylight.offset.seconds, ends), (kinds[1], &daylight.offset, footer.standard.seconds, begins)];
    let mut observances = pairs.map(|(kind, offset, from, change)| Observance {
        kind,
        name: offset.name.clone(),
        from,
        to: offset.seconds,
        change: Some(change),
        years: years.clone(),
    });
    observances.sort_by_key(|observance| observance.kind != "STANDARD");
    Some(observances.into())
}

/// Whether the observances and the zone change their clocks at the same instants, to the same offsets, throughout a year.
fn agrees(zone: &Zone, year: i16, observances: &[Observance]) -> bool {
    let bounds = (date(year, 1, 1).at(0, 0, 0, 0), date(year, 12, 31).at(23, 59, 59, 0));
    let day = jiff::Span::new().hours(24);
    let (Ok(from), Ok(to)) = (jiff::tz::Offset::UTC.to_timestamp(bounds.0), jiff::tz::Offset::UTC.to_timestamp(bounds.1)) else {
        return false;
    };
    let (Ok(from), Ok(to)) = (from.checked_sub(day), to.checked_add(day)) else { return false };
    let actual = zone.rules().following(from).take_while(|t| t.timestamp() <= to).map(|t| (t.timestamp(), t.offset().seconds()));
    let Some((before, within)) = changes(observances, from, to) else { return false };
    before == zone.local(from).offset_seconds && real(before, actual) == real(before, within)
}

/// The offset at `from`, and the changes after it until `to`.
fn changes(observances: &[Observance], from: Timestamp, to: Timestamp) -> Option<(i32, Vec<(Timestamp, i32)>)> {
    let mut all = Vec::new();
    for observance in observances {
        let Some(change) = &observance.change else { return Some((observance.to, Vec::new())) };
        let utc = jiff::tz::Offset::UTC;
        let window = utc.to_datetime(from).year() - 1..=utc.to_datetime(to).year();
        for year in window.filter(|year| observance.years.contains(year)) {
            all.push((change.instant(year, observance.from)?, observance.to));
        }
    }
    all.sort_unstable();
    let (past, coming): (Vec<_>, Vec<_>) = all.into_iter().partition(|(at, _)| *at <= from);
    Some((past.last()?.1, coming.into_iter().filter(|(at, _)| *at <= to).collect()))
}

/// Without the changes that change only a name.
fn real(mut offset: i32, changes: impl IntoIterator<Item = (Timestamp, i32)>) -> Vec<(Timestamp, i32)> {
    changes.into_iter().filter(|(_, to)| std::mem::replace(&mut offset, *to) != *to).collect()
}

fn write(name: &str, observances: &[Observance]) -> String {
    let mut lines = vec!["BEGIN:VTIMEZONE".to_owned(), format!("TZID:{name}")];
    for observance in observances {
        lines.push(format!("BEGIN:{}", observance.kind));
        lines.extend(onset(observance));
        lines.push(format!("TZOFFSETFROM:{}", offset(observance.from)));
        lines.push(format!("TZOFFSETTO:{}", offset(observance.to)));
        lines.push(format!("TZNAME:{}", observance.name));
        lines.push(format!("END:{}", observance.kind));
    }
    lines.push("END:VTIMEZONE".to_owned());
    lines.iter().map(|line| super::line::fold(line)).collect()
}

fn onset(observance: &Observance) -> Vec<String> {
    let (first, last) = (*observance.years.start(), *observance.years.end());
    let Some(change) = &observance.change else { return vec![format!("DTSTART:{first}0101T000000")] };
    let start = change.onset(first).map(|at| at.strftime("DTSTART:%Y%m%dT%H%M%S").to_string());
    // The end of the year, not its last change: some readers take UNTIL, which is in UTC here (RFC 5545 3.3.10), for local time.
    let until = if last == FOREVER { String::new() } else { format!(";UNTIL={last}1231T235959Z") };
    start.into_iter().chain([format!("RRULE:{}{until}", change.rrule())]).collect()
}

/// `+HHMM`, and `SS` where there are any (RFC 5545 3.3.14).
fn offset(seconds: i32) -> String {
    let (sign, all) = (if seconds < 0 { '-' } else { '+' }, seconds.abs());
    let rest = if all % 60 == 0 { String::new() } else { format!("{:02}", all % 60) };
    format!("{sign}{:02}{:02}{rest}", all / 3600, all / 60 % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn irish_winter_time_is_standard_in_every_edition_of_the_database() {
        let written = |footer| write("Europe/Dublin", &observances(&Footer::parse(footer).unwrap(), &BTreeSet::from([2027])).unwrap());
        assert_eq!(written("IST-1GMT0,M10.5.0,M3.5.0/1"), written("GMT0IST,M3.5.0/1,M10.5.0"));
        assert!(written("GMT0IST,M3.5.0/1,M10.5.0").contains("BEGIN:STANDARD\r\nDTSTART:19701025T020000\r\n"));
    }

    #[test]
    fn offsets_have_seconds_only_where_there_are_any() {
        assert_eq!([offset(20_700), offset(-9_000), offset(0), offset(-2_670)], ["+0545", "-0230", "+0000", "-004430"]);
    }
}
