//! Whom a message about an event reaches: decided here for what is sent and for what is foretold.

use crate::entity::stored::JsonText;
use crate::entity::{consent, event, invitation, person, registration};
use crate::outbox::{EntryCause, Message, Place};
use crate::repo::runs;
use crate::{Result, Site};
use domain::event::{Run, Status};
use domain::invitation::Holding;
use domain::person::{OwnZone, Travel};
use domain::registration::Status as PlaceStatus;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use std::collections::{BTreeMap, BTreeSet};

/// Which of those whom a message about an event concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whom {
    /// All of them.
    Everybody,
    /// Those who are, or would be, in this run.
    In(Run),
    /// Those whose calendars have the entry of the second run.
    WithSecond,
}

impl Whom {
    /// The run whose entry they have, if that is the same for all of them.
    pub fn run(self) -> Option<Run> {
        match self {
            Self::Everybody => None,
            Self::In(run) => Some(run),
            Self::WithSecond => Some(Run::Second),
        }
    }

    fn has(self, recipient: &Recipient) -> bool {
        match self {
            Self::Everybody => true,
            Self::In(run) => recipient.run == run,
            Self::WithSecond => recipient.known.as_ref().is_some_and(|row| row.run.0 == Run::Second),
        }
    }
}

/// Whom [`super::send_to`] would send something to, without doing it.
pub async fn reach(db: &impl ConnectionTrait, site: &Site, event: &event::Model, whom: Whom, cause: EntryCause) -> Result<Reach> {
    Ok(counted(event, cause, &recipients(db, site, event, whom, cause, invitations(event.id)).await?))
}

/// As [`reach`], for the quiet letter that follows once the entries sent so far say something else than the event.
pub async fn reach_once_outdated(db: &impl ConnectionTrait, site: &Site, event: &event::Model, whom: Whom) -> Result<Reach> {
    let mut all = expected(db, site, event, invitations(event.id)).await?;
    all.iter_mut().filter(|to| whom.has(to)).filter_map(|to| to.known.as_mut()).for_each(|row| row.outdated = true);
    let all = told(db, all, EntryCause::Amended).await?;
    Ok(counted(event, EntryCause::Amended, &all))
}

/// Whether a person who is invited would be told that they no longer are, and the place they would lose; nothing where they are not.
pub async fn withdrawal(db: &impl ConnectionTrait, event: &event::Model, person_id: i64) -> Result<Option<(bool, Option<Place>)>> {
    let Some(row) = invitations(event.id).filter(invitation::Column::PersonId.eq(person_id)).one(db).await? else { return Ok(None) };
    let own = registration::Entity::find().filter(registration::Column::EventId.eq(event.id));
    let own = own.filter(registration::Column::PersonId.eq(person_id)).one(db).await?;
    let told = is_sent(event, Some(&row), EntryCause::Withdrawn);
    Ok((!row.withdrawn).then(|| (told, own.as_ref().and_then(place))))
}

/// How many people something is sent to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// With a place.
    pub confirmed: u64,
    /// In line for one.
    pub waiting: u64,
    /// Invited, without a place.
    pub invited: u64,
}

impl Reach {
    /// All of them.
    pub fn total(&self) -> u64 {
        self.confirmed + self.waiting + self.invited
    }

    pub(super) fn count(&mut self, place: Option<Place>) {
        match place {
            Some(place) if place.confirmed => self.confirmed += 1,
            Some(_) => self.waiting += 1,
            None => self.invited += 1,
        }
    }
}

fn counted(event: &event::Model, cause: EntryCause, all: &[Recipient]) -> Reach {
    let mut reach = Reach::default();
    for recipient in all.iter().filter(|recipient| is_sent(event, recipient.known.as_ref(), cause)) {
        reach.count(recipient.place);
    }
    reach
}

/// The invitations of an event, in order.
pub(super) fn invitations(event_id: i64) -> Select<invitation::Entity> {
    invitation::Entity::find().filter(invitation::Column::EventId.eq(event_id)).order_by_asc(invitation::Column::Id)
}

/// Everybody invited or registered and not withdrawn whom a message concerns.
pub(super) async fn recipients(
    db: &impl ConnectionTrait,
    site: &Site,
    event: &event::Model,
    whom: Whom,
    cause: EntryCause,
    invited: Select<invitation::Entity>,
) -> Result<Vec<Recipient>> {
    let all = expected(db, site, event, invited).await?;
    told(db, all.into_iter().filter(|recipient| whom.has(recipient)).collect(), cause).await
}

/// Who was only invited and has said that they want no letters, or has given a place up, is left in peace; a quiet letter is for
/// those only whose entry says something else.
pub(super) async fn told(db: &impl ConnectionTrait, all: Vec<Recipient>, cause: EntryCause) -> Result<Vec<Recipient>> {
    let ids: Vec<i64> = all.iter().map(|recipient| recipient.person_id).collect();
    let refused = refused_contact(db, &ids).await?;
    let ends = cause.message().ends();
    let is_right = |row: &invitation::Model| !row.outdated || row.holding.0 != Holding::Entry;
    let is_told = |recipient: &Recipient| {
        if cause == EntryCause::Amended && recipient.known.as_ref().is_some_and(is_right) {
            return false;
        }
        let has = |holding| recipient.known.as_ref().is_some_and(|row| row.holding.0 == holding);
        // An entry of a time that is no more leaves every calendar it is in.
        let unasked = match cause {
            EntryCause::RunWithdrawn => !has(Holding::Entry),
            _ => has(Holding::Cancelled) || refused.contains(&recipient.person_id),
        };
        let in_peace = recipient.place.is_none() && unasked;
        ends || !in_peace
    };
    Ok(all.into_iter().filter(is_told).collect())
}

/// Whether a message leaves: nobody is asked to an event that is not promised, and nothing is taken out of a calendar that has no
/// entry.
pub(super) fn is_sent(event: &event::Model, known: Option<&invitation::Model>, cause: EntryCause) -> bool {
    match cause.message() {
        Message::Request | Message::Letter => matches!(event.status.0, Status::Announced | Status::Confirmed),
        Message::Withdraw | Message::CancelEvent => known.is_some_and(|row| row.holding.0 == Holding::Entry),
    }
}

/// Somebody a message may concern.
pub(super) struct Recipient {
    pub person_id: i64,
    pub place: Option<Place>,
    pub known: Option<invitation::Model>,
    /// The run whose entry they get.
    pub run: Run,
}

/// The place of a registration that stands.
pub(super) fn place(row: &registration::Model) -> Option<Place> {
    match row.status.0 {
        PlaceStatus::Confirmed => Some(Place { mode: row.mode.0.mode(), confirmed: true }),
        PlaceStatus::Waitlisted => Some(Place { mode: row.mode.0.mode(), confirmed: false }),
        PlaceStatus::Cancelled => None,
    }
}

/// The run of somebody's place, else of the entry they have.
pub(super) fn run(event: &event::Model, registered: Option<&registration::Model>, known: Option<&invitation::Model>) -> Run {
    let own = registered.filter(|row| place(row).is_some()).map(|row| row.mode.0.run());
    own.or_else(|| known.map(|row| row.run.0).filter(|_| runs::is_twice(event))).unwrap_or_default()
}

/// Who has neither a place nor an entry gets that of the run which hurts less by their own clocks.
pub(super) async fn choose_runs(db: &impl ConnectionTrait, site: &Site, event: &event::Model, all: &mut [Recipient]) -> Result<()> {
    let chooses = |to: &&mut Recipient| to.place.is_none() && to.known.as_ref().is_none_or(|row| row.holding.0 != Holding::Entry);
    let mut undecided: Vec<&mut Recipient> = all.iter_mut().filter(chooses).collect();
    if !runs::is_twice(event) || undecided.is_empty() {
        return Ok(());
    }
    let ids: Vec<i64> = undecided.iter().map(|to| to.person_id).collect();
    let runs = easier(db, site, event, &ids).await?;
    for to in &mut undecided {
        to.run = runs.get(&to.person_id).copied().unwrap_or_default();
    }
    Ok(())
}

/// Which run hurts each of these people less, by their own clocks.
pub(super) async fn easier(db: &impl ConnectionTrait, site: &Site, event: &event::Model, people: &[i64]) -> Result<BTreeMap<i64, Run>> {
    let people = person::Entity::find().filter(person::Column::Id.is_in(people.iter().copied()));
    let zones = people.select_only().columns([person::Column::Id, person::Column::Zone, person::Column::Travel]);
    let rows: Vec<(i64, String, Option<JsonText<Travel>>)> = zones.into_tuple().all(db).await?;
    let own = |home, travel: Option<JsonText<Travel>>| OwnZone { home, travel: travel.map(|travel| travel.0) };
    Ok(rows.into_iter().map(|(id, home, travel)| (id, runs::easier(site, event, &own(home, travel)))).collect())
}

pub(super) async fn expected(
    db: &impl ConnectionTrait,
    site: &Site,
    event: &event::Model,
    invited: Select<invitation::Entity>,
) -> Result<Vec<Recipient>> {
    let registered = registration::Entity::find().filter(registration::Column::EventId.eq(event.id)).all(db).await?;
    let mut places: BTreeMap<i64, &registration::Model> =
        registered.iter().filter(|row| place(row).is_some()).map(|row| (row.person_id, row)).collect();
    let mut all = Vec::new();
    for row in invited.all(db).await? {
        let own = places.remove(&row.person_id);
        if own.is_some() || !row.withdrawn {
            let run = run(event, own, Some(&row));
            all.push(Recipient { person_id: row.person_id, place: own.and_then(place), known: Some(row), run });
        }
    }
    let unknown = |(person_id, row)| Recipient { person_id, place: place(row), known: None, run: run(event, Some(row), None) };
    all.extend(places.into_iter().map(unknown));
    choose_runs(db, site, event, &mut all).await?;
    Ok(all)
}

/// Those of these people whose last word on being contacted is no; silence is not a no.
pub async fn refused_contact(db: &impl ConnectionTrait, people: &[i64]) -> Result<BTreeSet<i64>> {
    let decisions = contact_decisions(db, people).await?;
    Ok(decisions.into_iter().filter(|(_, given)| !given).map(|(person, _)| person).collect())
}

/// The last word of each of these people on being contacted.
pub async fn contact_decisions(db: &impl ConnectionTrait, people: &[i64]) -> Result<BTreeMap<i64, bool>> {
    let rows = consent::Entity::find()
        .filter(consent::Column::Purpose.eq("contact"))
        .filter(consent::Column::PersonId.is_in(people.iter().copied()))
        .order_by_asc(consent::Column::Id);
    Ok(rows.all(db).await?.into_iter().map(|row| (row.person_id, row.given)).collect())
}
