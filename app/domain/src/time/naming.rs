//! How offsets, days and database releases are written and compared.

use jiff::civil::Date;

/// Whole days from the reference date to the local date: 1 is "the next day" there, −1 "the day before".
pub fn day_shift(reference: Date, local: Date) -> i32 {
    // At most 20,000 years of days, far within i32.
    local.duration_since(reference).as_hours().div_euclid(24) as i32
}

/// An offset from UTC in seconds east, as in RFC 3339: `+03:00`, `-02:30`; seconds, as in some zones before 1972, are dropped.
pub fn offset_text(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.unsigned_abs() / 60;
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Whether release `a` of the time zone database is newer than `b`: by year, then `z` before `za`; a name of another shape is the oldest.
pub fn newer_version(a: &str, b: &str) -> bool {
    release(a) > release(b)
}

fn release(name: &str) -> Option<(u32, usize, &str)> {
    let name = name.trim();
    let (year, letters) = name.split_at_checked(4)?;
    let lower = letters.bytes().all(|b| b.is_ascii_lowercase());
    let digits = year.bytes().all(|b| b.is_ascii_digit());
    if !lower || !digits || letters.is_empty() {
        return None;
    }
    Some((year.parse().ok()?, letters.len(), letters))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn offsets_read_as_in_rfc_3339() {
        let cases = [(10_800, "+03:00"), (0, "+00:00"), (-9_000, "-02:30"), (20_700, "+05:45"), (-36_000, "-10:00"), (-2_670, "-00:44")];
        for (seconds, text) in cases {
            assert_eq!(offset_text(seconds), text);
        }
    }

    #[test]
    fn a_day_shift_counts_calendar_days() {
        assert_eq!(day_shift(date(2027, 8, 18), date(2027, 8, 18)), 0);
        assert_eq!(day_shift(date(2027, 8, 18), date(2027, 8, 17)), -1);
        assert_eq!(day_shift(date(2027, 12, 31), date(2028, 1, 1)), 1);
        assert_eq!(day_shift(date(-9999, 1, 1), date(9999, 12, 31)), 7_304_483);
    }

    #[test]
    fn releases_are_compared_by_year_then_letters() {
        assert!(newer_version("2026e", "2025b"));
        assert!(newer_version("2026e", "2026d"));
        assert!(newer_version("2026za", "2026z"));
        assert!(newer_version("2027a", "2026za"));
        assert!(!newer_version("2026e", "2026e"));
        assert!(!newer_version("2025b", "2026a"));
    }

    #[test]
    fn an_unknown_release_is_never_newer() {
        for odd in ["", "unknown", "2026", "2026E", "20ā6e", "+026a"] {
            assert!(newer_version("2025b", odd), "{odd}");
            assert!(!newer_version(odd, "2025b"), "{odd}");
        }
    }
}
