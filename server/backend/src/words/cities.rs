//! Cities by the names people write, in either language: where professionals from Latvia work and meet.

use super::t;
use super::when::{Form, place};
use domain::similarity::folded;
use domain::text::Lang;
use domain::time::Zones;
use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

/// The key of the city's name, its country (ISO 3166-1 alpha-2), and what else people write.
const CITIES: [(&str, &str, &[&str]); 40] = [
    ("zone-europe-riga", "LV", &[]),
    ("zone-europe-brussels", "BE", &["Bruxelles", "Brussel"]),
    ("zone-europe-luxembourg", "LU", &[]),
    ("city-strasbourg", "FR", &[]),
    ("city-geneva", "CH", &["Genève"]),
    ("city-the-hague", "NL", &["Den Haag", "Hague"]),
    ("city-frankfurt", "DE", &["Frankfurt am Main"]),
    ("city-munich", "DE", &["München"]),
    ("city-washington", "US", &["Washington, D.C.", "Washington DC"]),
    ("zone-europe-paris", "FR", &[]),
    ("zone-europe-berlin", "DE", &[]),
    ("zone-europe-vienna", "AT", &["Wien"]),
    ("zone-europe-zurich", "CH", &[]),
    ("zone-europe-amsterdam", "NL", &[]),
    ("zone-europe-rome", "IT", &["Roma"]),
    ("zone-europe-madrid", "ES", &[]),
    ("zone-europe-lisbon", "PT", &["Lisboa"]),
    ("zone-europe-london", "GB", &[]),
    ("zone-europe-dublin", "IE", &[]),
    ("zone-europe-stockholm", "SE", &[]),
    ("zone-europe-copenhagen", "DK", &["København"]),
    ("zone-europe-oslo", "NO", &[]),
    ("zone-europe-helsinki", "FI", &[]),
    ("zone-europe-tallinn", "EE", &[]),
    ("zone-europe-vilnius", "LT", &[]),
    ("zone-europe-warsaw", "PL", &["Warszawa"]),
    ("zone-europe-prague", "CZ", &["Praha"]),
    ("zone-europe-budapest", "HU", &[]),
    ("zone-europe-bucharest", "RO", &[]),
    ("zone-europe-athens", "GR", &[]),
    ("zone-europe-kyiv", "UA", &["Kiev"]),
    ("zone-europe-chisinau", "MD", &[]),
    ("zone-europe-istanbul", "TR", &[]),
    ("zone-asia-tbilisi", "GE", &[]),
    ("zone-asia-yerevan", "AM", &[]),
    ("zone-asia-tokyo", "JP", &[]),
    ("zone-asia-singapore", "SG", &[]),
    ("zone-africa-addis-ababa", "ET", &[]),
    ("zone-america-new-york", "US", &[]),
    ("zone-america-toronto", "CA", &[]),
];

static BY_NAME: LazyLock<HashMap<String, usize>> = LazyLock::new(|| {
    let names = |(i, (key, _, more)): (usize, &(&str, &str, &[&str]))| {
        let own = [t(Lang::Lv, key), t(Lang::En, key)];
        let all = own.into_iter().chain(more.iter().map(|name| (*name).to_owned()));
        all.map(move |name| (folded(&name), i)).collect::<Vec<_>>()
    };
    CITIES.iter().enumerate().flat_map(names).collect()
});

fn known(typed: &str) -> Option<&'static (&'static str, &'static str, &'static [&'static str])> {
    CITIES.get(*BY_NAME.get(&folded(typed))?)
}

/// The city in the reader's language where it is known, else as it was typed.
pub fn city(lang: Lang, typed: &str) -> String {
    known(typed).map_or_else(|| typed.to_owned(), |(key, ..)| t(lang, key))
}

/// The country of a city that is known.
pub fn country_of(typed: &str) -> Option<&'static str> {
    known(typed).map(|(_, country, _)| *country)
}

/// Cities whose clock has another city's name.
const ELSEWHERE: [(&str, &str); 6] = [
    ("city-strasbourg", "Europe/Paris"),
    ("city-geneva", "Europe/Zurich"),
    ("city-the-hague", "Europe/Amsterdam"),
    ("city-frankfurt", "Europe/Berlin"),
    ("city-munich", "Europe/Berlin"),
    ("city-washington", "America/New_York"),
];

static ZONES: OnceLock<HashMap<String, String>> = OnceLock::new();

/// The zone of a place as people write it: its IANA name, or a city in either language, with or without its marks.
pub fn zone_of<'z>(zones: &'z Zones, typed: &str) -> Option<&'z str> {
    let typed = typed.trim();
    if let Ok(zone) = zones.get(typed) {
        return Some(zone.name());
    }
    let names = ZONES.get_or_init(|| by_city(zones));
    let key = known(typed).map(|(key, ..)| *key);
    let other = key.and_then(|key| ELSEWHERE.iter().find(|(city, _)| *city == key)).map(|(_, zone)| *zone);
    let name = other.or_else(|| names.get(&folded(typed)).map(String::as_str))?;
    zones.get(name).ok().map(domain::time::Zone::name)
}

/// Zones by the names of their cities; those of the database's regions before its old aliases.
fn by_city(zones: &Zones) -> HashMap<String, String> {
    let mut found = HashMap::new();
    let mut names: Vec<&str> = zones.names().collect();
    names.sort_by_key(|name| !name.contains('/'));
    for name in names {
        let own =
            [place(Lang::Lv, name, Form::Is), place(Lang::En, name, Form::Is), name.rsplit('/').next().unwrap_or(name).replace('_', " ")];
        for city in own.iter().map(|city| folded(city)).chain([folded(name)]) {
            found.entry(city).or_insert_with(|| name.to_owned());
        }
    }
    for (key, _, more) in CITIES.iter() {
        let zone = found.get(&folded(&t(Lang::En, key))).cloned();
        for (other, zone) in more.iter().filter_map(|other| zone.clone().map(|zone| (other, zone))) {
            found.entry(folded(other)).or_insert(zone);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_city_is_said_in_the_readers_language() {
        assert_eq!(city(Lang::En, "Brisele"), "Brussels");
        assert_eq!(city(Lang::Lv, "bruxelles"), "Brisele");
        assert_eq!(city(Lang::Lv, "Washington, D.C."), "Vašingtona");
        assert_eq!(city(Lang::En, "Saint-Louis"), "Saint-Louis");
        assert_eq!((country_of("Riga"), country_of("Atlantis")), (Some("LV"), None));
    }

    #[test]
    fn every_city_has_a_name_in_both_languages() {
        for (key, ..) in CITIES {
            assert!([Lang::Lv, Lang::En].iter().all(|lang| t(*lang, key) != key), "{key}");
        }
    }
}
