//! Parts of the world, as far as it matters to whom an invitation reaches.

use crate::country::CODES;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};

/// A part of the world. Belgium and Luxembourg stand alone: nearly half of the professionals from Latvia work there (study 2022).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Region {
    /// Latvia.
    Latvia,
    /// Belgium and Luxembourg.
    BelgiumAndLuxembourg,
    /// Europe without these three.
    Europe,
    /// North, Central and South America, the Caribbean.
    Americas,
    /// Africa.
    Africa,
    /// Asia, Australia, the Pacific.
    AsiaAndPacific,
}

const EUROPE: &str = "AD AL AT AX BA BG BY CH CY CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT MC MD ME MK MT NL NO \
    PL PT RO RS RU SE SI SJ SK SM UA VA";
const AMERICAS: &str = "AG AI AR AW BB BL BM BO BQ BR BS BV BZ CA CL CO CR CU CW DM DO EC FK GD GF GL GP GS GT GY HN HT JM KN KY LC MF \
    MQ MS MX NI PA PE PM PR PY SR SV SX TC TT US UY VC VE VG VI";
const AFRICA: &str = "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW IO KE KM LR LS LY MA MG ML MR MU MW MZ NA NE \
    NG RE RW SC SD SH SL SN SO SS ST SZ TD TF TG TN TZ UG YT ZA ZM ZW";

impl Region {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Latvia, Self::BelgiumAndLuxembourg, Self::Europe, Self::Americas, Self::Africa, Self::AsiaAndPacific];

    /// Where a country of ISO 3166-1 alpha-2 lies (continents as in UN M49, Cyprus in Europe).
    pub fn of(country: &str) -> Self {
        let among = |codes: &str| codes.split(' ').any(|code| code == country);
        match country {
            "LV" => Self::Latvia,
            "BE" | "LU" => Self::BelgiumAndLuxembourg,
            _ if among(EUROPE) => Self::Europe,
            _ if among(AMERICAS) => Self::Americas,
            _ if among(AFRICA) => Self::Africa,
            _ => Self::AsiaAndPacific,
        }
    }

    /// Its countries, by code.
    pub fn countries(self) -> impl Iterator<Item = &'static str> {
        CODES.split(' ').filter(move |code| Self::of(code) == self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_lies_somewhere_and_every_code_is_one() {
        assert_eq!(Region::ALL.iter().map(|region| region.countries().count()).sum::<usize>(), 249);
        for code in [EUROPE, AMERICAS, AFRICA].iter().flat_map(|codes| codes.split(' ')) {
            assert!(CODES.split(' ').any(|known| known == code), "{code}");
        }
        assert_eq!(Region::BelgiumAndLuxembourg.countries().collect::<Vec<_>>(), ["BE", "LU"]);
    }

    #[test]
    fn where_our_people_live() {
        use Region::*;
        assert_eq!(
            ["LV", "LU", "CH", "US", "ET", "TH"].map(Region::of),
            [Latvia, BelgiumAndLuxembourg, Europe, Americas, Africa, AsiaAndPacific]
        );
    }
}
