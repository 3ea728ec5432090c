//! What people say of themselves, checked.

use crate::entity::person;
use crate::entity::stored::{JsonText, Stored};
use crate::error::Faults;
use crate::service::given::{country, limited, word};
use crate::{Result, Site};
use domain::fault::Fault;
use domain::person::Segment;
use domain::text::{Lang, line};
use sea_orm::Set;

/// In characters.
pub const LONGEST_NAME: usize = 200;
/// Characters of one field of competence.
pub const LONGEST_COMPETENCE: usize = 100;
const MOST_COMPETENCES: usize = 30;
const MOST_LETTERS: i64 = 365;

/// A profile as it was sent.
#[derive(Clone, Debug, Default)]
pub struct NewProfile {
    /// The name, at most 200 characters.
    pub name: String,
    /// The person's own IANA zone.
    pub zone: String,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// `lv` or `en`.
    pub language: String,
    /// The name of a [`Segment`].
    pub segment: Option<String>,
    /// Where the person works, at most 200 characters.
    pub organisation: Option<String>,
    /// Fields of work: at most 30 of 100 characters.
    pub competences: Vec<String>,
    /// How many letters a year are welcome, 0–365; none: no limit.
    pub contact_per_year: Option<i64>,
}

/// A profile that holds.
#[derive(Clone, Debug)]
pub struct Profile {
    pub(super) name: String,
    pub(super) zone: String,
    pub(super) country: Option<String>,
    pub(super) language: Lang,
    pub(super) segment: Option<Segment>,
    pub(super) organisation: Option<String>,
    pub(super) competences: Vec<String>,
    pub(super) contact_per_year: Option<i32>,
}

impl Profile {
    /// Puts it onto a row.
    pub(super) fn onto(self, mut row: person::ActiveModel) -> person::ActiveModel {
        row.name = Set(self.name);
        row.zone = Set(self.zone);
        row.country = Set(self.country);
        row.language = Set(Stored(self.language));
        row.segment = Set(self.segment.map(Stored));
        row.organisation = Set(self.organisation);
        row.competences = Set(JsonText(self.competences));
        row.contact_per_year = Set(self.contact_per_year);
        row
    }
}

/// The profile, or everything that is wrong with it at once.
pub(super) fn check(site: &Site, new: &NewProfile) -> Result<Profile> {
    let mut faults = Faults::default();
    let name = limited(&mut faults, "name", LONGEST_NAME, line(&new.name, LONGEST_NAME));
    let zone = faults.take("zone", site.zones.get(&new.zone).map(|zone| zone.name().to_owned()));
    let country = faults.take_optional("country", given(&new.country).map(country));
    let language = faults.take("language", word::<Lang>(&new.language));
    let segment = faults.take_optional("segment", given(&new.segment).map(word::<Segment>));
    let organisation = given(&new.organisation).and_then(|raw| limited(&mut faults, "organisation", LONGEST_NAME, line(raw, LONGEST_NAME)));
    let competences = competences(&new.competences).map_err(|fault| faults.add(fault)).ok();
    let contact_per_year = new.contact_per_year.and_then(|n| times(Some(n)).map_err(|fault| faults.add(fault)).ok());
    faults.check()?;
    Ok(Profile {
        name: Faults::got(name)?,
        zone: Faults::got(zone)?,
        country,
        language: Faults::got(language)?,
        segment,
        organisation,
        competences: Faults::got(competences)?,
        contact_per_year,
    })
}

fn given(value: &Option<String>) -> Option<&str> {
    value.as_deref().map(str::trim).filter(|value| !value.is_empty())
}

fn competences(raw: &[String]) -> std::result::Result<Vec<String>, Fault> {
    let mut kept: Vec<String> = Vec::new();
    for one in raw.iter().filter(|one| !one.trim().is_empty()) {
        let one = line(one, LONGEST_COMPETENCE).map_err(|refusal| refusal.at("competences").with("max", LONGEST_COMPETENCE))?;
        if !kept.contains(&one) {
            kept.push(one);
        }
    }
    if kept.len() > MOST_COMPETENCES { Err(Fault::new("competences", "too_many").with("max", MOST_COMPETENCES)) } else { Ok(kept) }
}

/// Letters a year: none is what was no number.
pub(super) fn times(n: Option<i64>) -> std::result::Result<i32, Fault> {
    let fits = n.filter(|n| (0..=MOST_LETTERS).contains(n)).and_then(|n| i32::try_from(n).ok());
    fits.ok_or_else(|| Fault::new("contact_per_year", "out_of_range").with("min", 0).with("max", MOST_LETTERS))
}
