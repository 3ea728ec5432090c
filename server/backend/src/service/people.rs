//! People: who is known, what they say of themselves, what others may record of them.

mod calendar;
mod profile;
mod travel;

pub use calendar::{by_calendar_secret, calendar_url, new_calendar_address};
pub use profile::{LONGEST_COMPETENCE, NewProfile, Profile};
pub use travel::{NewTravel, end_travel, stay_home, travel};

use crate::entity::stored::{JsonText, Stored};
use crate::entity::{host, person};
use crate::service::access::{self, Actor};
use crate::service::{audit, consent};
use crate::{Error, Result, Site, repo};
use domain::consent::Purpose;
use domain::email::Email;
use domain::host::Role;
use domain::text::{Lang, line};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, NotSet, QueryFilter, Set};

/// The zone of a person until they choose their own.
pub const FIRST_ZONE: &str = "Europe/Riga";

/// Whether something was made or changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// It was not there before.
    Created,
    /// It was.
    Changed,
}

/// What is to be recorded of a person.
#[derive(Clone, Debug, Default)]
pub struct NewPerson {
    /// The profile, given whole.
    pub profile: NewProfile,
    /// Decisions; purposes not named stay as they are.
    pub consents: Vec<(Purpose, bool)>,
    /// The slug of the host that holds consents given on paper; absent: the first in which the actor organises.
    pub host: Option<String>,
}

/// The person of an address; an unknown one becomes a person with this address only.
pub async fn known_or_new(tx: &impl ConnectionTrait, site: &Site, email: &Email, language: Lang) -> Result<person::Model> {
    if let Some(known) = by_email(tx, email).await? {
        return Ok(known);
    }
    let row = person::ActiveModel {
        id: NotSet,
        email: Set(email.as_str().to_owned()),
        name: Set(String::new()),
        zone: Set(FIRST_ZONE.to_owned()),
        travel: Set(None),
        country: Set(None),
        language: Set(Stored(language)),
        segment: Set(None),
        organisation: Set(None),
        competences: Set(JsonText(Vec::new())),
        contact_per_year: Set(None),
        is_admin: Set(false),
        calendar_generation: Set(0),
        first_signed_in_at: Set(None),
        created_at: Set(site.now().as_millisecond()),
    };
    // Another request may have made the same person since the look above.
    let alone = OnConflict::column(person::Column::Email).do_nothing().to_owned();
    person::Entity::insert(row).on_conflict(alone).exec_without_returning(tx).await?;
    by_email(tx, email).await?.ok_or(Error::NotFound)
}

/// The person of an address, if known.
pub async fn by_email(db: &impl ConnectionTrait, email: &Email) -> Result<Option<person::Model>> {
    Ok(person::Entity::find().filter(person::Column::Email.eq(email.as_str())).one(db).await?)
}

/// Records a person. Oneself always; others for administrators and organisers until they have signed in (403
/// `signed_in_person`). Consents for others are evidence of what a host has on paper.
pub async fn put(site: &Site, actor: &Actor, email: &str, new: NewPerson) -> Result<(Written, person::Model)> {
    let me = actor.me()?;
    let tx = site.db.begin_write().await?;
    let email = Email::parse(email).map_err(|refusal| refusal.at("email"));
    let is_own = email.as_ref().is_ok_and(|email| email.as_str() == me.email);
    let hosts = access::hosts_with(&tx, actor, Role::Organiser).await?;
    if !is_own && hosts.is_empty() && !actor.is_admin() {
        return Err(Error::Forbidden);
    }
    let email = email?;
    let profile = profile::check(site, &new.profile)?;
    let written = if by_email(&tx, &email).await?.is_some() { Written::Changed } else { Written::Created };
    let id = known_or_new(&tx, site, &email, profile.language).await?.id;
    let person = repo::people::lock(&tx, id).await?;
    if !is_own && person.first_signed_in_at.is_some() {
        return Err(Error::Refused("signed_in_person"));
    }
    let evidence = if is_own { None } else { holder(&tx, actor, &hosts, new.host.as_deref()).await? };
    let person = profile.onto(person.into()).update(&tx).await?;
    for (purpose, given) in new.consents {
        let decision = consent::Decision { purpose, given, host: evidence };
        consent::decide(&tx, site, person.id, person.language.0, decision).await?;
    }
    if !is_own {
        audit::note(&tx, site, actor, evidence, "person.put", &person.id.to_string(), "").await?;
    }
    tx.commit().await?;
    Ok((written, person))
}

/// The host that vouches: the one named, if the actor organises there (`unknown_host` otherwise), else the first.
async fn holder(tx: &impl ConnectionTrait, actor: &Actor, hosts: &[i64], slug: Option<&str>) -> Result<Option<i64>> {
    let Some(slug) = slug else { return Ok(hosts.first().copied()) };
    let found = host::Entity::find().filter(host::Column::Slug.eq(slug)).one(tx).await?;
    let mine = found.filter(|host| actor.is_admin() || hosts.contains(&host.id));
    mine.map(|host| Some(host.id)).ok_or_else(|| Error::field("host", "unknown_host"))
}

/// Takes down what the actor agrees to, and how many letters a year are welcome (0–365; none: no limit).
pub async fn agree(site: &Site, actor: &Actor, language: Lang, consents: &[(Purpose, bool)], per_year: Option<&str>) -> Result<()> {
    let me = actor.me()?;
    let per_year = per_year.map(|raw| profile::times(raw.trim().parse().ok())).transpose().map_err(|fault| vec![fault])?;
    let tx = site.db.begin_write().await?;
    repo::people::lock(&tx, me.id).await?;
    for (purpose, given) in consents {
        let decision = consent::Decision { purpose: *purpose, given: *given, host: None };
        consent::decide(&tx, site, me.id, language, decision).await?;
    }
    let change = person::ActiveModel { id: Set(me.id), contact_per_year: Set(per_year), ..Default::default() };
    change.update(&tx).await?;
    Ok(tx.commit().await?)
}

/// Makes or promotes an administrator; for operators. The name is set unless the person has said it themselves.
pub async fn make_admin(site: &Site, email: &str, name: &str) -> Result<person::Model> {
    let email = Email::parse(email).map_err(|refusal| refusal.at("email"))?;
    let name = line(name, profile::LONGEST_NAME).map_err(|refusal| refusal.at("name"))?;
    let tx = site.db.begin_write().await?;
    let person = known_or_new(&tx, site, &email, Lang::Lv).await?;
    let own_name = person.first_signed_in_at.is_some() && !person.name.is_empty();
    let mut change = person::ActiveModel { is_admin: Set(true), ..person.into() };
    if !own_name {
        change.name = Set(name);
    }
    let person = change.update(&tx).await?;
    audit::note(&tx, site, &Actor::default(), None, "person.admin", &person.id.to_string(), "").await?;
    tx.commit().await?;
    Ok(person)
}
