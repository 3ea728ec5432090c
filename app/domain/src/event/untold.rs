//! When people are told of changes that are too small to be told at once.

use jiff::{SignedDuration, Timestamp};

/// Told once nothing has changed for so long: whoever corrects a text is done with it by then, and the letter still comes the same
/// day.
const QUIET: SignedDuration = SignedDuration::from_hours(6);
/// Told after so long in any case, so that an event somebody works on every day does not go untold.
const LONGEST: SignedDuration = SignedDuration::from_hours(24);
/// Of the time that is left before the start so much may pass at most: a link given two hours before is told within half an hour.
const PART_OF_WHAT_IS_LEFT: i32 = 4;

/// When the changes since `first` are told together, where `last` is the newest of them; never after the start.
pub fn told_at(first: Timestamp, last: Timestamp, starts: Timestamp) -> Timestamp {
    let left = starts.duration_since(last).max(SignedDuration::ZERO);
    let quiet = last + QUIET.min(left / PART_OF_WHAT_IS_LEFT);
    quiet.min(first + LONGEST).max(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn told(first: &str, last: &str) -> String {
        told_at(at(first), at(last), at("2027-08-18T07:00:00Z")).to_string()
    }

    #[test]
    fn small_changes_wait_for_each_other_but_not_for_ever() {
        assert_eq!(told("2027-03-01T08:00:00Z", "2027-03-01T08:00:00Z"), "2027-03-01T14:00:00Z");
        assert_eq!(told("2027-03-01T08:00:00Z", "2027-03-01T13:59:00Z"), "2027-03-01T19:59:00Z");
        assert_eq!(told("2027-03-01T08:00:00Z", "2027-03-02T03:00:00Z"), "2027-03-02T08:00:00Z");
    }

    #[test]
    fn the_nearer_the_start_the_sooner() {
        assert_eq!(told("2027-08-17T07:00:00Z", "2027-08-17T07:00:00Z"), "2027-08-17T13:00:00Z");
        assert_eq!(told("2027-08-18T05:00:00Z", "2027-08-18T05:00:00Z"), "2027-08-18T05:30:00Z");
        assert_eq!(told("2027-08-18T08:00:00Z", "2027-08-18T08:00:00Z"), "2027-08-18T08:00:00Z");
    }
}
