//! Inviting people to an event, and taking an invitation back.

mod foretold;

use crate::entity::invitation::INVITED;
use crate::entity::{event, person, registration};
use crate::error::Faults;
use crate::outbox::EntryCause;
use crate::repo::invitations::{self as rows, Only, Row};
use crate::service::access::{self, Actor, Seen};
use crate::service::audit;
use crate::service::entry;
use crate::service::people;
use crate::service::registration::end_place;
use crate::{Error, Result, Site, repo};
use domain::email::Email;
use domain::event::Status;
use domain::fault::{Fault, Refusal};
use domain::host::Right;
use domain::invitation::{Audience, Holding};
use domain::person::Segment;
use domain::registration::Status as Place;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

pub use foretold::{Foretold, Withdrawal, foretell, withdrawal};

/// So many addresses can be given at once.
pub const MOST_EMAILS: usize = 1_000;
/// So many values of one sort can narrow an audience.
const MOST_VALUES: usize = 300;
const YEAR_MS: i64 = 365 * 86_400_000;

/// Whom to invite, as it was sent.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Addresses, known here or not.
    pub emails: Vec<String>,
    /// People who agreed to be contacted, by what they say of themselves.
    pub audience: Option<WantedAudience>,
}

/// See [`Audience`].
#[derive(Clone, Debug, Default)]
pub struct WantedAudience {
    /// ISO 3166-1 alpha-2.
    pub countries: Vec<String>,
    /// Fields of work.
    pub segments: Vec<String>,
    /// Competences.
    pub competences: Vec<String>,
    /// Short names of hosts.
    pub hosts: Vec<String>,
}

/// What became of a wish to invite.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// So many were invited.
    pub invited: u64,
    /// Who was not, by address as given, and why: `invalid_email`, `already_invited`, `already_registered`, `no_contact_consent`,
    /// `contact_limit`.
    pub skipped: Vec<(String, &'static str)>,
}

/// Invites. Before the event is announced nothing is sent: the invitations wait for it. 403 without the right, 409 `status` for an
/// event that is over or cancelled, 422 where nobody is named or an audience cannot be understood.
pub async fn invite(site: &Site, actor: &Actor, slug: &str, wanted: Wanted) -> Result<Outcome> {
    let tx = site.db.begin_write().await?;
    let outcome = invite_to(&tx, site, actor, slug, wanted).await?;
    tx.commit().await?;
    Ok(outcome)
}

/// As [`invite`], within a transaction that does more.
pub(super) async fn invite_to(tx: &impl ConnectionTrait, site: &Site, actor: &Actor, slug: &str, wanted: Wanted) -> Result<Outcome> {
    let seen = manageable(access::event_locked(tx, actor, slug).await?, actor)?;
    let event = &seen.event;
    let audience = read(tx, actor, &wanted).await?;
    let mut outcome = Outcome::default();
    let mut ids = Vec::new();
    for raw in wanted.emails.iter().map(|raw| raw.trim()).filter(|raw| !raw.is_empty()) {
        match Email::parse(raw) {
            Ok(email) => ids.push(people::known_or_new(tx, site, &email, actor.me()?.language).await?.id),
            Err(_) => outcome.skipped.push((raw.to_owned(), "invalid_email")),
        }
    }
    if let Some(audience) = audience {
        ids.extend(rows::audience(tx, &audience).await?.into_iter().map(|person| person.id));
    }
    // Held, because another event's organiser may be inviting the same people, and their limit is for both together.
    let mut asked = repo::people::lock_all(tx, ids.iter().copied()).await?;
    for person in ids.iter().filter_map(|id| asked.remove(id)) {
        one(tx, site, event, &person, &mut outcome).await?;
    }
    audit::note(tx, site, actor, Some(event.host_id), "invited", slug, &format!("{} people", outcome.invited)).await?;
    Ok(outcome)
}

fn manageable(seen: Seen, actor: &Actor) -> Result<Seen> {
    actor.me()?;
    seen.require(Right::ManageInvitations)?;
    match seen.event.status.0 {
        Status::Held | Status::Cancelled => Err(Error::Conflict("status")),
        _ => Ok(seen),
    }
}

async fn read(tx: &impl ConnectionTrait, actor: &Actor, wanted: &Wanted) -> Result<Option<Audience>> {
    let mut faults = Faults::default();
    if wanted.emails.len() > MOST_EMAILS {
        faults.add(Fault::new("emails", "too_many").with("max", MOST_EMAILS));
    }
    let audience = match &wanted.audience {
        Some(audience) => Some(narrow(tx, actor, audience, &mut faults).await?),
        None => None,
    };
    let named = wanted.emails.iter().any(|email| !email.trim().is_empty());
    if !named && audience.is_none() {
        faults.add(Fault::new("emails", "required"));
    }
    faults.check()?;
    Ok(audience)
}

/// The people of an audience whom [`invite`] would find and who are neither registered nor invited. Addresses are refused (422
/// `not_looked_up`): whoever they belong to has not agreed to be looked up.
pub(super) async fn would_be(db: &impl ConnectionTrait, actor: &Actor, seen: &Seen, wanted: &Wanted) -> Result<Vec<person::Model>> {
    let seen = manageable(seen.clone(), actor)?;
    if wanted.emails.iter().any(|email| !email.trim().is_empty()) {
        return Err(Error::field("emails", "not_looked_up"));
    }
    let Some(audience) = read(db, actor, wanted).await? else { return Ok(Vec::new()) };
    let known = repo::planning::known(db, seen.event.id).await?;
    Ok(rows::audience(db, &audience).await?.into_iter().filter(|person| !known.contains(&person.id)).collect())
}

/// An audience that narrows nothing would be everybody, which nobody means.
pub(super) async fn narrow(tx: &impl ConnectionTrait, actor: &Actor, wanted: &WantedAudience, faults: &mut Faults) -> Result<Audience> {
    let lists = [&wanted.countries, &wanted.segments, &wanted.competences, &wanted.hosts];
    if lists.iter().all(|list| list.is_empty()) {
        faults.add(Fault::new("audience", "required"));
    }
    if lists.iter().any(|list| list.len() > MOST_VALUES) {
        faults.add(Fault::new("audience", "too_many").with("max", MOST_VALUES));
    }
    let mut audience = Audience { competences: wanted.competences.clone(), ..Audience::default() };
    for raw in &wanted.countries {
        audience.countries.extend(faults.take("audience.countries", country(raw)));
    }
    for raw in &wanted.segments {
        let parsed = raw.trim().parse::<Segment>().map_err(|_| Refusal::new("unknown_value"));
        audience.segments.extend(faults.take("audience.segments", parsed));
    }
    let found = rows::hosts(tx, &wanted.hosts).await?;
    for slug in &wanted.hosts {
        let host = found.iter().find(|host| host.slug == *slug);
        match host {
            // Whoever was with another host is that host's to know.
            Some(host) if access::may(tx, actor, host.id, Right::ViewRegistrations).await? => audience.hosts.push(host.id),
            _ => faults.add(Fault::new("audience.hosts", "unknown_host")),
        }
    }
    Ok(audience)
}

fn country(raw: &str) -> std::result::Result<String, Refusal> {
    let code = raw.trim().to_uppercase();
    if code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase()) { Ok(code) } else { Err(Refusal::new("unknown_country")) }
}

async fn one(tx: &impl ConnectionTrait, site: &Site, event: &event::Model, person: &person::Model, outcome: &mut Outcome) -> Result<()> {
    match obstacle(tx, site, event, person).await? {
        Some(code) => outcome.skipped.push((person.email.clone(), code)),
        None => {
            entry::send(tx, site, event, person.id, EntryCause::Invited).await?;
            outcome.invited += 1;
        }
    }
    Ok(())
}

async fn obstacle(tx: &impl ConnectionTrait, site: &Site, event: &event::Model, person: &person::Model) -> Result<Option<&'static str>> {
    let known = rows::of(tx, event.id, person.id).await?;
    let stands = known.as_ref().is_some_and(|row| !row.withdrawn && row.origin == INVITED && row.holding.0 != Holding::Cancelled);
    if stands {
        return Ok(Some("already_invited"));
    }
    let registered = registration::Entity::find()
        .filter(registration::Column::EventId.eq(event.id))
        .filter(registration::Column::PersonId.eq(person.id))
        .one(tx)
        .await?;
    if registered.is_some_and(|row| row.status.0 != Place::Cancelled) {
        return Ok(Some("already_registered"));
    }
    if entry::refused_contact(tx, &[person.id]).await?.contains(&person.id) {
        return Ok(Some("no_contact_consent"));
    }
    let Some(most) = person.contact_per_year.and_then(|most| u64::try_from(most).ok()) else { return Ok(None) };
    let had = rows::contacts_since(tx, person.id, site.now().as_millisecond() - YEAR_MS).await?;
    Ok((had >= most).then_some("contact_limit"))
}

/// The invitations of an event that stand, after an id, at most `limit`.
pub async fn list(site: &Site, actor: &Actor, slug: &str, after_id: i64, limit: u64) -> Result<Vec<Row>> {
    let seen = access::event(site.db.read(), actor, slug).await?;
    actor.me()?;
    seen.require(Right::ViewInvitations)?;
    rows::list(site.db.read(), seen.event.id, Only { after: after_id, lost: false }, limit).await
}

/// What organisers see of an event's invitations.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The event.
    pub event: event::Model,
    /// Whether the actor may invite and withdraw.
    pub manages: bool,
    /// Some that stand.
    pub rows: Vec<Row>,
    /// After which id there are more.
    pub next: Option<i64>,
}

/// Some of them, with the event beside them.
pub async fn show(site: &Site, actor: &Actor, slug: &str, only: Only, limit: u64) -> Result<Shown> {
    let db = site.db.read();
    let seen = access::event(db, actor, slug).await?;
    actor.me()?;
    seen.require(Right::ViewInvitations)?;
    let mut rows = rows::list(db, seen.event.id, only, limit + 1).await?;
    let more = u64::try_from(rows.len()).is_ok_and(|found| found > limit);
    rows.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let next = rows.last().filter(|_| more).map(|row| row.id);
    let manages = seen.may(Right::ManageInvitations) && !seen.event.status.0.is_final();
    Ok(Shown { manages, event: seen.event, rows, next })
}

/// Takes one person's invitation back, and their place if they have one: CANCEL to that person, the event lives on. 404 where nobody
/// of this address is invited.
pub async fn withdraw(site: &Site, actor: &Actor, slug: &str, email: &str) -> Result<()> {
    let email = Email::parse(email).map_err(|_| Error::NotFound)?;
    let tx = site.db.begin_write().await?;
    let seen = manageable(access::event_locked(&tx, actor, slug).await?, actor)?;
    let person = person::Entity::find().filter(person::Column::Email.eq(email.as_str())).one(&tx).await?.ok_or(Error::NotFound)?;
    let invitation = rows::of(&tx, seen.event.id, person.id).await?.filter(|row| !row.withdrawn).ok_or(Error::NotFound)?;
    entry::send(&tx, site, &seen.event, person.id, EntryCause::Withdrawn).await?;
    end_place(&tx, site, &seen.event, person.id).await?;
    audit::note(&tx, site, actor, Some(seen.event.host_id), "invitation_withdrawn", slug, &format!("invitation {}", invitation.id)).await?;
    tx.commit().await?;
    site.live.changed(seen.event.id);
    Ok(())
}
