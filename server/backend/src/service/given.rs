//! Values as people send them, read the same way for the API and for forms.

use crate::error::Faults;
use domain::fault::Refusal;
use domain::text::Text;
use jiff::civil::{Date, Time};
use std::str::FromStr;

/// A word of a fixed list (a kind, a status), else `unknown_value`.
pub fn word<T: FromStr>(raw: &str) -> Result<T, Refusal> {
    raw.trim().parse().map_err(|_| Refusal::new("unknown_value"))
}

/// A date `YYYY-MM-DD`, else `invalid_date`.
pub fn date(raw: &str) -> Result<Date, Refusal> {
    let refused = Refusal::new("invalid_date");
    let date: Date = Some(raw.trim()).filter(|raw| raw.len() == 10).ok_or(refused)?.parse().map_err(|_| refused)?;
    if (1970..2200).contains(&date.year()) { Ok(date) } else { Err(refused) }
}

/// A time of day `HH:MM`, else `invalid_time`.
pub fn time(raw: &str) -> Result<Time, Refusal> {
    let refused = Refusal::new("invalid_time");
    let shaped = raw.len() == 5 && raw.bytes().enumerate().all(|(i, b)| if i == 2 { b == b':' } else { b.is_ascii_digit() });
    if shaped { format!("{raw}:00").parse().map_err(|_| refused) } else { Err(refused) }
}

/// A country by its two letters of ISO 3166-1, made large, else `invalid_country`.
pub fn country(raw: &str) -> Result<String, Refusal> {
    domain::country::parse(raw).map(str::to_owned)
}

/// The value, or its refusal with the limit its sentence names.
pub fn limited<T>(faults: &mut Faults, field: &str, max: usize, parsed: Result<T, Refusal>) -> Option<T> {
    parsed.map_err(|refusal| faults.add(refusal.at(field).with("max", max))).ok()
}

/// One line in one or both languages.
pub fn text(faults: &mut Faults, field: &str, raw: &Text, max: usize) -> Option<Text> {
    limited(faults, field, max, Text::line(raw.lv.as_deref(), raw.en.as_deref(), max))
}

/// Several lines in one or both languages.
pub fn block(faults: &mut Faults, field: &str, raw: &Text, max: usize) -> Option<Text> {
    limited(faults, field, max, Text::block(raw.lv.as_deref(), raw.en.as_deref(), max))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_times_are_read_in_one_shape_only() {
        assert_eq!(time("10:00").unwrap(), jiff::civil::time(10, 0, 0, 0));
        assert_eq!(date("2027-08-18").unwrap(), jiff::civil::date(2027, 8, 18));
        for odd in ["", "1000", "24:00", "10:60", "10:0", "aa:bb", "10:00:00"] {
            assert_eq!(time(odd).unwrap_err().code, "invalid_time", "{odd}");
        }
        for odd in ["", "2027", "2027-02-30", "20270818", "2027-08-18T1", "1969-12-31", "٢٠٢٧-٠٨-١٨"] {
            assert_eq!(date(odd).unwrap_err().code, "invalid_date", "{odd}");
        }
    }
}
