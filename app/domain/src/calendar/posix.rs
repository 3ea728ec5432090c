//! The POSIX TZ string in the footer of a TZif file (RFC 9636 3.3.1), as far as a yearly nth weekday can say it.

use jiff::civil::{Date, DateTime, Weekday};

/// What a footer says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Footer {
    pub(super) standard: Offset,
    pub(super) daylight: Option<Daylight>,
}

/// An abbreviation and its seconds east of UTC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Offset {
    pub(super) name: String,
    pub(super) seconds: i32,
}

/// The other offset and when it is in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Daylight {
    pub(super) offset: Offset,
    pub(super) begins: Rule,
    pub(super) ends: Rule,
}

/// `Mm.w.d/time`: the `week`th `weekday` of `month` (5 is the last), `seconds` after its midnight on the clocks before the change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    pub(super) month: i8,
    pub(super) week: i8,
    pub(super) weekday: Weekday,
    pub(super) seconds: i32,
}

impl Rule {
    /// The wall-clock time of the change in a year, which may fall on the day before or after the weekday of the rule.
    pub(super) fn local(self, year: i16) -> Option<DateTime> {
        let nth = if self.week == 5 { -1 } else { self.week };
        let day = Date::new(year, self.month, 1).ok()?.nth_weekday_of_month(nth, self.weekday).ok()?;
        day.to_datetime(jiff::civil::Time::midnight()).checked_add(jiff::Span::new().seconds(self.seconds)).ok()
    }
}

impl Footer {
    /// None where it is no POSIX TZ string or counts days instead of weekdays.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (offsets, rules) = match text.split_once(',') {
            Some((offsets, rules)) => (offsets, Some(rules)),
            None => (text, None),
        };
        let (name, rest) = abbreviation(offsets)?;
        let (seconds, rest) = offset(rest)?;
        let standard = Offset { name, seconds: -seconds };
        let Some(rules) = rules else {
            return rest.is_empty().then_some(Self { standard, daylight: None });
        };
        let (name, rest) = abbreviation(rest)?;
        let seconds = if rest.is_empty() { standard.seconds + 3600 } else { -whole(offset(rest)?)? };
        let (begins, ends) = rules.split_once(',')?;
        let daylight = Daylight { offset: Offset { name, seconds }, begins: rule(begins)?, ends: rule(ends)? };
        Some(Self { standard, daylight: Some(daylight) })
    }
}

fn whole<T>((value, rest): (T, &str)) -> Option<T> {
    rest.is_empty().then_some(value)
}

fn abbreviation(text: &str) -> Option<(String, &str)> {
    let (name, rest) = match text.strip_prefix('<') {
        Some(quoted) => quoted.split_once('>')?,
        None => text.split_at(text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len())),
    };
    let fits = name.len() >= 3 && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-'));
    fits.then(|| (name.to_owned(), rest))
}

/// `[+-]hh[:mm[:ss]]`, in seconds.
fn offset(text: &str) -> Option<(i32, &str)> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let (clock, rest) = digits.split_at(digits.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(digits.len()));
    let mut seconds = 0;
    let mut unit = 3600;
    for part in clock.split(':') {
        let value: i32 = part.parse().ok().filter(|v| (0..=167).contains(v))?;
        seconds += value * unit;
        unit /= 60;
    }
    Some((sign * seconds, rest))
}

fn rule(text: &str) -> Option<Rule> {
    let (day, time) = text.split_once('/').unwrap_or((text, "2"));
    let mut parts = day.strip_prefix('M')?.split('.').map(|part| part.parse::<i8>().ok());
    let (month, week, weekday) = (parts.next()??, parts.next()??, parts.next()??);
    let weekday = Weekday::from_sunday_zero_offset(weekday).ok()?;
    let fits = parts.next().is_none() && (1..=12).contains(&month) && (1..=5).contains(&week);
    fits.then_some(Rule { month, week, weekday, seconds: whole(offset(time)?)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn footers_with_and_without_summer_time_are_read() {
        let riga = Footer::parse("EET-2EEST,M3.5.0/3,M10.5.0/4").unwrap();
        assert_eq!(riga.standard, Offset { name: "EET".into(), seconds: 7200 });
        let summer = riga.daylight.unwrap();
        assert_eq!(summer.offset, Offset { name: "EEST".into(), seconds: 10800 });
        assert_eq!(summer.begins.local(2027).unwrap().to_string(), "2027-03-28T03:00:00");
        assert_eq!(Footer::parse("<+0545>-5:45").unwrap().standard, Offset { name: "+0545".into(), seconds: 20700 });
        let nuuk = Footer::parse("<-02>2<-01>,M3.5.0/-1,M10.5.0/0").unwrap().daylight.unwrap();
        assert_eq!(nuuk.begins.local(2027).unwrap().to_string(), "2027-03-27T23:00:00");
    }

    #[test]
    fn anything_else_is_not() {
        for bad in [
            "",
            "E",
            "EET",
            "EET-2EEST",
            "EET-2EEST,J60,J300",
            "EET-2EEST,M3.5.0",
            "EET-2EEST,M3.6.0,M10.5.0",
            "EET-2EEST,M3.5.7,M10.5.0",
            "EET-2x",
        ] {
            assert_eq!(Footer::parse(bad), None, "{bad}");
        }
    }
}
