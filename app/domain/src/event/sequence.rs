//! When an entry in people's calendars is a new version (SEQUENCE, RFC 5545 3.8.7.4), and when they are told at once.

use super::Status;
use crate::text::{Label, Lang};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A room and the city it is in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Venue {
    /// Its name.
    pub name: Label,
    /// Street and number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The city.
    pub city: String,
    /// The country, as ISO 3166-1 alpha-2.
    pub country: String,
}

impl Venue {
    /// A city in which no room is known yet.
    pub fn city(city: &str, country: Option<&str>) -> Self {
        Self { name: Label::same(city), address: None, city: city.to_owned(), country: country.unwrap_or_default().to_owned() }
    }
}

/// What of an event decides whether its entry is a new version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarFacts {
    /// The event's status.
    pub status: Status,
    /// The start.
    pub starts: Timestamp,
    /// The end.
    pub ends: Timestamp,
    /// Where the room is; none where no room is offered or known.
    pub venue: Option<Venue>,
    /// Whether online attendance is offered.
    pub online: bool,
    /// The link to join by, once there is one.
    pub online_url: Option<String>,
}

/// A start or end that moves by less is told with the next mail.
const MATERIAL_SECONDS: i64 = 15 * 60;

/// The SEQUENCE after a change: one more where start, end, calendar status or a far-away place change, else the same.
pub fn next_sequence(sequence: u32, before: &CalendarFacts, after: &CalendarFacts) -> u32 {
    let status = before.status.calendar_status();
    // Nobody has an entry of a draft, so becoming visible is the entry's first version and no change of it.
    let status_changed = status.is_some() && status != after.status.calendar_status();
    let time_changed = before.starts != after.starts || before.ends != after.ends;
    let raised = status_changed || time_changed || moves_far(before, after);
    sequence.saturating_add(u32::from(raised))
}

/// Whether people are told at once: start or end at least 15 minutes off, another place, or a status that is mailed.
pub fn is_material(before: &CalendarFacts, after: &CalendarFacts) -> bool {
    let moved = |a: Timestamp, b: Timestamp| a.duration_since(b).as_secs().abs() >= MATERIAL_SECONDS;
    let status_changed = before.status != after.status && after.status.is_mailed();
    let time_changed = moved(before.starts, after.starts) || moved(before.ends, after.ends);
    after.status != Status::Draft && (status_changed || time_changed || moves(before, after))
}

/// Another city, a room or online attendance that comes or goes, another link; a link given for the first time moves nothing.
fn moves_far(before: &CalendarFacts, after: &CalendarFacts) -> bool {
    let city = |facts: &CalendarFacts| facts.venue.as_ref().map(|venue| (folded(&venue.city), folded(&venue.country)));
    let link_changed = before.online_url.is_some() && before.online_url != after.online_url;
    city(before) != city(after) || before.online != after.online || link_changed
}

/// Also another room or address in the same city.
fn moves(before: &CalendarFacts, after: &CalendarFacts) -> bool {
    let address = |facts: &CalendarFacts| facts.venue.as_ref().map(|venue| venue.address.as_deref().map(folded));
    let name = |facts: &CalendarFacts, lang| facts.venue.as_ref().map(|venue| folded(venue.name.pick(lang)));
    // A name that is the same in one language has been translated or corrected in the other.
    let renamed = [Lang::Lv, Lang::En].into_iter().all(|lang| name(before, lang) != name(after, lang));
    moves_far(before, after) || address(before) != address(after) || renamed
}

/// Letters and digits without case and diacritics: "Riga" corrected to "Rīga" is no other city.
fn folded(text: &str) -> String {
    text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;

    fn facts(status: Status) -> CalendarFacts {
        let venue = Venue {
            name: Label::same("Ārlietu ministrija"),
            address: Some("K. Valdemāra iela 3".into()),
            city: "Rīga".into(),
            country: "LV".into(),
        };
        CalendarFacts {
            status,
            starts: "2027-08-18T07:00:00Z".parse().unwrap(),
            ends: "2027-08-18T15:00:00Z".parse().unwrap(),
            venue: Some(venue),
            online: true,
            online_url: Some("https://meet.example/a".into()),
        }
    }

    /// The facts of an announced event after a change: does SEQUENCE rise, are people told at once?
    fn after(change: impl Fn(&mut CalendarFacts)) -> (bool, bool) {
        let before = facts(Status::Announced);
        let mut after = before.clone();
        change(&mut after);
        (next_sequence(4, &before, &after) == 5, is_material(&before, &after))
    }

    fn venue(change: impl Fn(&mut Venue)) -> (bool, bool) {
        after(|facts| change(facts.venue.as_mut().unwrap()))
    }

    #[test]
    fn one_entry_through_the_life_of_an_event() {
        use Status::*;
        let life = [
            (Draft, Tentative, 0, false),
            (Tentative, Announced, 0, true),
            (Announced, Confirmed, 1, true),
            (Confirmed, Cancelled, 1, true),
        ];
        let more = [(Draft, Announced, 0, true), (Draft, Confirmed, 0, true), (Tentative, Cancelled, 1, true), (Confirmed, Held, 0, false)];
        for (from, to, raise, told) in life.into_iter().chain(more) {
            assert_eq!(next_sequence(7, &facts(from), &facts(to)), 7 + raise, "{from:?} {to:?}");
            assert_eq!(is_material(&facts(from), &facts(to)), told, "{from:?} {to:?}");
        }
    }

    #[test]
    fn a_moved_start_or_end_is_a_new_version_and_from_15_minutes_on_news() {
        assert_eq!(after(|facts| facts.starts += 14.minutes()), (true, false));
        assert_eq!(after(|facts| facts.starts += 15.minutes()), (true, true));
        assert_eq!(after(|facts| facts.ends -= 15.minutes()), (true, true));
        assert_eq!(after(|facts| facts.ends -= 1.minutes()), (true, false));
    }

    #[test]
    fn another_city_room_or_link() {
        assert_eq!(venue(|venue| (venue.city, venue.country) = ("Brisele".into(), "BE".into())), (true, true));
        assert_eq!(venue(|venue| venue.name = Label::same("Nacionālā bibliotēka")), (false, true));
        assert_eq!(venue(|venue| venue.address = Some("Brīvības iela 36".into())), (false, true));
        assert_eq!(after(|facts| facts.venue = None), (true, true));
        assert_eq!(after(|facts| facts.online = false), (true, true));
        assert_eq!(after(|facts| facts.online_url = Some("https://meet.example/b".into())), (true, true));
    }

    #[test]
    fn a_typo_corrected_and_a_first_link_are_no_new_version() {
        assert_eq!(after(|_| ()), (false, false));
        assert_eq!(venue(|venue| venue.city = " riga".into()), (false, false));
        assert_eq!(venue(|venue| venue.name = Label::same("Arlietu Ministrija")), (false, false));
        let both = Label::parse(Some("Ārlietu ministrija"), Some("Ministry of Foreign Affairs"), 99).unwrap();
        assert_eq!(venue(|venue| venue.name = both.clone()), (false, false));
        let mut before = facts(Status::Confirmed);
        before.online_url = None;
        let after = facts(Status::Confirmed);
        assert_eq!((next_sequence(4, &before, &after), is_material(&before, &after)), (4, false));
    }

    #[test]
    fn nobody_is_told_of_a_draft() {
        let mut moved = facts(Status::Draft);
        moved.starts += 1.hour();
        assert!(!is_material(&facts(Status::Draft), &moved));
    }

    #[test]
    fn the_sequence_stays_a_number() {
        assert_eq!(next_sequence(u32::MAX, &facts(Status::Announced), &facts(Status::Cancelled)), u32::MAX);
    }
}
