//! Whom inviting or withdrawing would reach, before it is done.

use super::{Outcome, Wanted, manageable, obstacle, read, rows};
use crate::entity::{event, person};
use crate::mail::{Sample, sample};
use crate::outbox::{EntryCause, Place};
use crate::service::access::{self, Actor};
use crate::service::{entry, people};
use crate::{Error, Result, Site};
use domain::email::Email;
use domain::event::Status;
use domain::text::Lang;
use std::collections::BTreeSet;

/// What inviting would do.
#[derive(Clone, Debug)]
pub struct Foretold {
    /// The event.
    pub event: event::Model,
    /// How many would be invited, and who would not be, and why.
    pub outcome: Outcome,
    /// How the letter reads; none where the event is not announced and the letters wait for that.
    pub letter: Option<Sample>,
}

/// What [`super::invite`] would do; nobody is invited, and nobody unknown becomes a person.
pub async fn foretell(site: &Site, actor: &Actor, slug: &str, wanted: &Wanted, lang: Lang) -> Result<Foretold> {
    let db = site.db.read();
    let event = manageable(access::event(db, actor, slug).await?, actor)?.event;
    let audience = read(db, actor, wanted).await?;
    let (mut outcome, mut found, mut new) = (Outcome::default(), Vec::new(), BTreeSet::new());
    for raw in wanted.emails.iter().map(|raw| raw.trim()).filter(|raw| !raw.is_empty()) {
        match Email::parse(raw) {
            Ok(email) => match people::by_email(db, &email).await? {
                Some(known) => found.push(known),
                None => outcome.invited += u64::from(new.insert(email.to_string())),
            },
            Err(_) => outcome.skipped.push((raw.to_owned(), "invalid_email")),
        }
    }
    if let Some(audience) = audience {
        found.extend(rows::audience(db, &audience).await?);
    }
    let mut asked = BTreeSet::new();
    for person in found.iter().filter(|person| asked.insert(person.id)) {
        match obstacle(db, site, &event, person).await? {
            Some(code) => outcome.skipped.push((person.email.clone(), code)),
            None => outcome.invited += 1,
        }
    }
    let sends = matches!(event.status.0, Status::Announced | Status::Confirmed) && outcome.invited > 0;
    let letter = if sends { Some(sample(db, site, &event, EntryCause::Invited, lang).await?) } else { None };
    Ok(Foretold { event, outcome, letter })
}

/// What withdrawing one person's invitation would do.
#[derive(Clone, Debug)]
pub struct Withdrawal {
    /// The event.
    pub event: event::Model,
    /// Whose it is.
    pub person: person::Model,
    /// How the letter to them reads; none where they were never sent anything.
    pub letter: Option<Sample>,
    /// The place they would lose.
    pub place: Option<Place>,
}

/// What [`super::withdraw`] would do; 404 where nobody of this address is invited.
pub async fn withdrawal(site: &Site, actor: &Actor, slug: &str, email: &str, lang: Lang) -> Result<Withdrawal> {
    let email = Email::parse(email).map_err(|_| Error::NotFound)?;
    let db = site.db.read();
    let event = manageable(access::event(db, actor, slug).await?, actor)?.event;
    let person = people::by_email(db, &email).await?.ok_or(Error::NotFound)?;
    let (told, place) = entry::withdrawal(db, &event, person.id).await?.ok_or(Error::NotFound)?;
    let letter = if told { Some(sample(db, site, &event, EntryCause::Withdrawn, lang).await?) } else { None };
    Ok(Withdrawal { event, person, letter, place })
}
