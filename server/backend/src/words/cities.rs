//! Cities by the names people write, in either language: where professionals from Latvia work and meet.

use super::t;
use domain::similarity::folded;
use domain::text::Lang;
use std::collections::HashMap;
use std::sync::LazyLock;

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
