//! 150 people in the study's proportions, and those who work for the hosts.

use super::{Draw, ORGANISER, Stage, deal};
use crate::Result;
use crate::entity::{consent, person};
use domain::person::Segment;
use domain::text::Lang;
use sea_orm::{ActiveModelTrait, EntityTrait, NotSet, Set};

/// How many answered the study.
pub const ANSWERS: usize = 150;

const WOMEN: [&str; 15] =
    ["Ilze", "Anna", "Maija", "Līga", "Inese", "Kristīne", "Dace", "Zane", "Ieva", "Agnese", "Elīna", "Sanita", "Baiba", "Laura", "Rūta"];
const MEN: [&str; 10] = ["Jānis", "Andris", "Mārtiņš", "Kārlis", "Pēteris", "Edgars", "Toms", "Raivis", "Uldis", "Gints"];
const FAMILIES: [(&str, &str); 12] = [
    ("Kalniņa", "Kalniņš"),
    ("Ozola", "Ozols"),
    ("Bērziņa", "Bērziņš"),
    ("Liepiņa", "Liepiņš"),
    ("Krūmiņa", "Krūmiņš"),
    ("Balode", "Balodis"),
    ("Eglīte", "Eglītis"),
    ("Zariņa", "Zariņš"),
    ("Vītola", "Vītols"),
    ("Kļaviņa", "Kļaviņš"),
    ("Siliņa", "Siliņš"),
    ("Priede", "Priedītis"),
];

/// Belgium 26 %, Luxembourg 18 %, Latvia 11 % are the study's; the rest is dealt over the countries and cities it names without
/// figures. The zones are an assumption: that of the city or capital.
const PLACES: [(&str, &str, u32); 15] = [
    ("BE", "Europe/Brussels", 39),
    ("LU", "Europe/Luxembourg", 27),
    ("LV", "Europe/Riga", 17),
    ("FR", "Europe/Paris", 14),
    ("US", "America/New_York", 13),
    ("GB", "Europe/London", 8),
    ("DE", "Europe/Berlin", 7),
    ("CH", "Europe/Zurich", 6),
    ("DK", "Europe/Copenhagen", 4),
    ("IT", "Europe/Rome", 4),
    ("NL", "Europe/Amsterdam", 4),
    ("ET", "Africa/Addis_Ababa", 2),
    ("TH", "Asia/Bangkok", 2),
    ("SN", "Africa/Dakar", 2),
    ("PA", "America/Panama", 1),
];

/// The study's counts, several answers a person; the first organisation a person named is taken, so the shares are kept.
const ORGANISATIONS: [(&str, u32); 11] = [
    ("European Union", 76),
    ("United Nations", 21),
    ("OECD", 5),
    ("World Bank", 4),
    ("OSCE", 4),
    ("NATO", 4),
    ("European Central Bank", 3),
    ("Amnesty International", 2),
    ("Council of Europe", 2),
    ("Greenpeace", 1),
    ("other", 28),
];

const COMPETENCES: [(&str, u32); 19] = [
    ("Finance, banking, budget, audit", 24),
    ("Human rights, equality, democracy", 17),
    ("Project management", 17),
    ("Translation and language", 14),
    ("Law", 13),
    ("Foreign and security policy", 11),
    ("Public health", 11),
    ("Statistics and evaluation", 10),
    ("IT, data, cyber", 10),
    ("Communication", 9),
    ("Governance", 9),
    ("Environment and climate", 7),
    ("Education, research, youth", 7),
    ("Development and humanitarian aid", 6),
    ("Employment and social policy", 6),
    ("Human resources", 5),
    ("Business and trade", 5),
    ("Secretariat", 4),
    ("Procurement", 3),
];

/// Of 150 asked: to the directory 81, to research 100, to further contact 89.
const CONSENTS: [(&str, usize); 3] = [("directory", 81), ("research", 100), ("contact", 89)];

/// The people of the demo data.
pub struct People {
    /// The 150, by id.
    pub answered: Vec<i64>,
    /// See [`ORGANISER`].
    pub organiser: i64,
    /// One coordinator for each of the embassies, in the order of the hosts.
    pub coordinators: Vec<i64>,
}

/// Writes them all.
pub async fn load(stage: &Stage<'_>) -> Result<People> {
    let organiser = add(stage, ORGANISER, "Dina Rīkotāja", ("LV", "Europe/Riga"), None, Vec::new(), true).await?;
    let mut coordinators = Vec::new();
    for (town, country, zone) in [
        ("washington", "US", "America/New_York"),
        ("paris", "FR", "Europe/Paris"),
        ("london", "GB", "Europe/London"),
        ("berlin", "DE", "Europe/Berlin"),
    ] {
        let email = format!("{town}@saiets.example");
        coordinators.push(add(stage, &email, "Vēstniecības koordinators", (country, zone), None, Vec::new(), false).await?);
    }
    Ok(People { answered: answered(stage).await?, organiser, coordinators })
}

async fn answered(stage: &Stage<'_>) -> Result<Vec<i64>> {
    let places = deal(&PLACES.map(|(_, _, share)| share), ANSWERS);
    let organisations = deal(&ORGANISATIONS.map(|(_, share)| share), ANSWERS);
    let competences = deal(&COMPETENCES.map(|(_, share)| share), ANSWERS);
    let mut draw = Draw(150);
    let mut ids = Vec::new();
    for (i, ((place, organisation), competence)) in places.into_iter().zip(organisations).zip(competences).enumerate() {
        let name = name(i);
        let email = format!("{}.{i}@saiets.example", ascii(&name));
        let place = PLACES.get(place).map_or(("LV", "Europe/Riga"), |(country, zone, _)| (*country, *zone));
        let organisation = ORGANISATIONS.get(organisation).map(|(name, _)| (*name).to_owned()).filter(|name| name != "other");
        let second = draw.below(19) as usize;
        let mut skills: Vec<String> =
            [competence, second].iter().filter_map(|k| COMPETENCES.get(*k)).map(|(name, _)| (*name).to_owned()).collect();
        skills.dedup();
        ids.push(add(stage, &email, &name, place, organisation, skills, false).await?);
    }
    consents(stage, &ids).await?;
    Ok(ids)
}

fn name(i: usize) -> String {
    let (woman, man) = FAMILIES.get(i / 25 * 5 % 12 + i % 5).copied().unwrap_or(("Kalniņa", "Kalniņš"));
    match WOMEN.get(i % 25) {
        Some(first) => format!("{first} {woman}"),
        None => format!("{} {man}", MEN.get(i % 25 - WOMEN.len()).copied().unwrap_or("Jānis")),
    }
}

fn ascii(name: &str) -> String {
    let plain = |c: char| match c {
        'ā' => 'a',
        'ē' | 'Ē' => 'e',
        'ī' => 'i',
        'ū' => 'u',
        'š' => 's',
        'ņ' => 'n',
        'ļ' => 'l',
        ' ' => '.',
        other => other,
    };
    name.to_lowercase().chars().map(plain).collect()
}

fn segment(competences: &[String]) -> Segment {
    let about = |words: &[&str]| competences.first().is_some_and(|first| words.iter().any(|word| first.contains(word)));
    match () {
        () if about(&["Foreign", "Communication"]) => Segment::Diplomacy,
        () if about(&["Law", "Human rights"]) => Segment::Justice,
        () if about(&["Translation", "Education"]) => Segment::CultureAndSport,
        () if about(&["Finance", "Business", "Procurement"]) => Segment::EconomyAndFinance,
        () => Segment::Other,
    }
}

async fn add(
    stage: &Stage<'_>,
    email: &str,
    name: &str,
    (country, zone): (&str, &str),
    organisation: Option<String>,
    competences: Vec<String>,
    is_admin: bool,
) -> Result<i64> {
    let row = person::ActiveModel {
        id: NotSet,
        email: Set(email.to_owned()),
        name: Set(name.to_owned()),
        zone: Set(zone.to_owned()),
        travel: Set(None),
        country: Set(Some(country.to_owned())),
        language: Set(Lang::Lv.into()),
        segment: Set((!competences.is_empty()).then(|| segment(&competences).into())),
        organisation: Set(organisation),
        competences: Set(competences.into()),
        contact_per_year: Set(None),
        is_admin: Set(is_admin),
        calendar_generation: Set(0),
        first_signed_in_at: Set(Some(stage.days(-200))),
        created_at: Set(stage.days(-200)),
    };
    Ok(row.insert(&stage.tx).await?.id)
}

async fn consents(stage: &Stage<'_>, ids: &[i64]) -> Result<()> {
    for (purpose, agreed) in CONSENTS {
        let rows = ids.iter().take(agreed).map(|person| consent::ActiveModel {
            id: NotSet,
            person_id: Set(*person),
            purpose: Set(purpose.to_owned()),
            given: Set(true),
            wording: Set("Study questionnaire, 2022".to_owned()),
            host_id: Set(None),
            decided_at: Set(stage.days(-200)),
        });
        consent::Entity::insert_many(rows).exec_without_returning(&stage.tx).await?;
    }
    Ok(())
}
