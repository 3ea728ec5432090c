//! What people say of themselves.

use crate::form::Submitted;
use crate::islands::DeviceZone;
use crate::pages::zone;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Actions, Choice, Choices, ErrorSummary, Field, Select};
use backend::repo::people::{self as repo, Own};
use backend::service::people::{NewPerson, NewProfile, put};
use backend::{Result, Site};
use domain::country::CODES;
use domain::similarity::folded;
use domain::text::Lang;
use leptos::prelude::*;

/// The form with what is known.
pub fn form(own: &Own) -> Submitted {
    let person = &own.person;
    let segment: &str = person.segment.map_or("", |segment| segment.0.into());
    Submitted::empty()
        .with("name", &person.name)
        .with("zone", &person.zone)
        .with("country", person.country.clone().unwrap_or_default())
        .with("language", person.language.0.code())
        .with("segment", segment)
        .with("organisation", person.organisation.clone().unwrap_or_default())
        .with("competences", person.competences.0.join("\n"))
}

/// Saves what was typed; how many letters are welcome is said elsewhere and stays.
pub async fn save(site: &Site, reader: &Reader, form: &mut Submitted) -> Result<()> {
    let me = reader.actor.me()?;
    if !form.faults.is_empty() {
        return Ok(());
    }
    let own = repo::own(site.db.read(), me.id).await?;
    let text = |field: &str| form.given(field).map(str::to_owned);
    let profile = NewProfile {
        name: form.get("name").to_owned(),
        zone: form.get("zone").to_owned(),
        country: text("country"),
        language: form.get("language").to_owned(),
        segment: text("segment"),
        organisation: text("organisation"),
        competences: form.get("competences").lines().map(str::to_owned).collect(),
        contact_per_year: own.person.contact_per_year.map(i64::from),
    };
    put(site, &reader.actor, &me.email, NewPerson { profile, ..NewPerson::default() }).await?;
    Ok(())
}

pub fn view(reader: &Reader, site: &Site, form: &Submitted) -> impl IntoView + use<> {
    let lang = reader.lang;
    let zone = form.get("zone").to_owned();
    view! {
        <form method="post" novalidate=true>
            <input type="hidden" name="form" value="profile"/>
            <ErrorSummary form=form/>
            <Field form=form name="name" label=t(lang, "me-name") autocomplete="name" max=200_usize/>
            <Select form=form name="zone" label=t(lang, "me-zone") help=t(lang, "me-zone-help") options=zone::options(lang, site)/>
            <DeviceZone
                field="zone".to_owned()
                chosen=zone
                same=t!(lang, "me-zone-same", zone = "{zone}")
                other=t!(lang, "me-zone-other", zone = "{zone}")
                take=t(lang, "me-zone-take")
            />
            <Choices form=form name="language" label=t(lang, "me-language") help=t(lang, "me-language-help") choices=languages() tight=true/>
            <Select form=form name="country" label=t(lang, "me-country") help=t(lang, "me-country-help") options=countries(lang) blank=true optional=true/>
            <Field form=form name="organisation" label=t(lang, "me-organisation") autocomplete="organization" max=200_usize optional=true/>
            <Select form=form name="segment" label=t(lang, "me-segment") options=segments(lang) blank=true optional=true/>
            <Field form=form name="competences" label=t(lang, "me-competences") help=t(lang, "me-competences-help") kind="textarea" optional=true/>
            <Actions><button class="button main" type="submit">{t(lang, "me-save")}</button></Actions>
        </form>
    }
}

/// Each in its own words, for who reads only one of them.
fn languages() -> Vec<Choice> {
    [Lang::Lv, Lang::En].map(|lang| Choice::new(lang.code(), t(lang, "language-name"))).to_vec()
}

fn segments(lang: Lang) -> Vec<(String, String)> {
    [
        ("diplomacy", t(lang, "segment-diplomacy")),
        ("justice", t(lang, "segment-justice")),
        ("culture_and_sport", t(lang, "segment-culture-and-sport")),
        ("economy_and_finance", t(lang, "segment-economy-and-finance")),
        ("other", t(lang, "segment-other")),
    ]
    .map(|(value, label)| (value.to_owned(), label))
    .to_vec()
}

/// All countries by name.
pub fn countries(lang: Lang) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = CODES.split(' ').map(|code| (code.to_owned(), country(lang, code))).collect();
    all.sort_by_cached_key(|(_, name)| folded(name));
    all
}

/// The name of a country.
pub fn country(lang: Lang, code: &str) -> String {
    t(lang, &format!("country-{}", code.to_lowercase()))
}
