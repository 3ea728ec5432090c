//! Whom a release is told: decided here for what is sent, for what is foretold, and once more when a letter is written.

use crate::entity::stored::Stored;
use crate::entity::{agenda_release, agenda_untold, event, person, registration, session, session_mark};
use crate::outbox::{self, Job};
use crate::repo::{self, runs};
use crate::service::access::{self, Actor};
use crate::service::entry::refused_contact;
use crate::service::morning;
use crate::{Error, Result, Site};
use domain::agenda::{Difference, Session, Snapshot, Speaker, Ties, Why};
use domain::event::{Status, Visibility};
use domain::host::Right;
use domain::id::{PersonId, SessionId};
use domain::registration::Status as Place;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, JoinType, NotSet, QueryFilter, QueryOrder, QuerySelect, Set};
use std::collections::{BTreeMap, BTreeSet};

/// Rows asked for at once.
const AT_ONCE: usize = 500;

/// How many a release is told to, each counted once, by the first reason that is true.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// They speak in what changed, or lead it.
    pub speaking: u64,
    /// They marked it.
    pub marked: u64,
    /// They are registered, and it changes their day.
    pub registered: u64,
    /// They see small moves only, and are told next morning.
    pub later: u64,
}

impl Told {
    /// Who gets a letter at once.
    pub fn now(&self) -> u64 {
        self.speaking + self.marked + self.registered
    }

    fn count(&mut self, to: &Recipient) {
        match to.why {
            _ if to.small => self.later += 1,
            Why::Speaks => self.speaking += 1,
            Why::Marked => self.marked += 1,
            Why::Registered => self.registered += 1,
        }
    }
}

/// Somebody a release concerns.
#[derive(Clone, Debug)]
pub(crate) struct Recipient {
    pub ties: Ties,
    pub why: Why,
    /// It can wait until the next morning.
    pub small: bool,
    /// When the first session that differs for them begins, as it was or as it is, in milliseconds.
    pub begins_at: i64,
    /// Their next morning, where it waits for that.
    pub due: Option<i64>,
    /// The release they know; 0: none.
    pub against: i32,
}

/// Tells them, or notes that they are to be told next morning; the event is held, and the release written.
pub(super) async fn tell(tx: &impl ConnectionTrait, site: &Site, event: &event::Model, number: i32, after: &Snapshot) -> Result<Told> {
    let mut told = Told::default();
    let all = recipients(tx, site, event, number, after).await?;
    for to in &all {
        told.count(to);
        let person = to.ties.person.0;
        match to.due {
            Some(due) => wait(tx, event.id, person, to.against, due).await?,
            None => {
                // Who waits knows an older release than the one before, and is told of all since then.
                if to.against < number - 1 {
                    let own = agenda_untold::Column::EventId.eq(event.id).and(agenda_untold::Column::PersonId.eq(person));
                    agenda_untold::Entity::delete_many().filter(own).exec(tx).await?;
                }
                outbox::put(tx, site, &Job::Agenda { event: event.id, person, against: to.against, release: number }).await?;
            }
        }
    }
    Ok(told)
}

/// Who waits already goes on waiting for the morning that was named first.
async fn wait(tx: &impl ConnectionTrait, event_id: i64, person_id: i64, against: i32, due_at: i64) -> Result<()> {
    let row = agenda_untold::ActiveModel {
        id: NotSet,
        event_id: Set(event_id),
        person_id: Set(person_id),
        against: Set(against),
        due_at: Set(due_at),
    };
    let once = OnConflict::columns([agenda_untold::Column::EventId, agenda_untold::Column::PersonId]).do_nothing().to_owned();
    agenda_untold::Entity::insert(row).on_conflict(once).exec_without_returning(tx).await?;
    Ok(())
}

/// Whom publishing the working version would tell; for who may publish it.
pub async fn foretell(site: &Site, actor: &Actor, slug: &str) -> Result<Told> {
    let db = site.db.read();
    let seen = access::event(db, actor, slug).await?;
    actor.me()?;
    seen.require(Right::ViewDrafts)?;
    let last = repo::agenda::newest(db, seen.event.id).await?;
    let drafts = repo::agenda::working(db, seen.event.id).await?.into_iter().map(|draft| draft.session);
    let sessions: Vec<Session> = drafts.filter(|session| runs::has(&seen.event, session)).collect();
    let (number, before) = last.map_or((0, Snapshot::default()), |last| (last.number, last.snapshot.0));
    let after = before.publish(&seen.event.zone, &sessions, site.now().as_millisecond());
    let mut told = Told::default();
    recipients(db, site, &seen.event, number + 1, &after).await?.iter().for_each(|to| told.count(to));
    Ok(told)
}

/// All whom the release of a number concerns, each compared with the release they know.
async fn recipients(db: &impl ConnectionTrait, site: &Site, event: &event::Model, number: i32, after: &Snapshot) -> Result<Vec<Recipient>> {
    let rows = agenda_untold::Entity::find().filter(agenda_untold::Column::EventId.eq(event.id)).all(db).await?;
    let waiting: BTreeMap<i64, i32> = rows.into_iter().map(|row| (row.person_id, row.against)).collect();
    let known: BTreeSet<i32> = waiting.values().copied().chain([number - 1]).collect();
    let mut all = Vec::new();
    for against in known {
        let knows = |to: &Recipient| waiting.get(&to.ties.person.0).copied().unwrap_or(number - 1) == against;
        all.extend(concerned(db, site, event, against, after, None).await?.into_iter().filter(knows));
    }
    let mornings = mornings(db, site, all.iter().filter(|to| to.small).map(|to| to.ties.person.0).collect()).await?;
    for to in &mut all {
        // What begins before is told at once, however little it moved.
        to.due = mornings.get(&to.ties.person.0).copied().filter(|due| to.small && *due < to.begins_at);
        to.small = to.due.is_some();
    }
    Ok(all)
}

/// Whom it concerns what differs from one release to a later one; `only`: of all people this one. Nobody is told of an event that is
/// not promised, or over.
pub(crate) async fn concerned(
    db: &impl ConnectionTrait,
    site: &Site,
    event: &event::Model,
    against: i32,
    after: &Snapshot,
    only: Option<i64>,
) -> Result<Vec<Recipient>> {
    let promised = matches!(event.status.0, Status::Announced | Status::Confirmed);
    if !promised || site.now().as_millisecond() >= runs::over_at(event) {
        return Ok(Vec::new());
    }
    let before = repo::agenda::release(db, event.id, against).await?.map(|release: agenda_release::Model| release.snapshot.0);
    let first = before.is_none();
    let before = before.unwrap_or_default();
    let differences = before.differences(after);
    let zone = site.zones.get(&after.zone).ok();
    let begins = |one: &Difference<'_>| {
        let spans = [one.was, one.now].into_iter().flatten().filter_map(|session| Some(session.span(zone?).from.as_millisecond()));
        spans.min().unwrap_or_default()
    };
    let mut all = Vec::new();
    for ties in ties(db, event, &differences, only).await? {
        let whys = differences.iter().filter_map(|one| Some((one.concerns(&ties)?, one.is_small(), begins(one)))).collect::<Vec<_>>();
        let small = !first && whys.iter().all(|(_, small, _)| *small);
        let begins_at = whys.iter().map(|(_, _, begins_at)| *begins_at).min().unwrap_or_default();
        // The first release is news to everybody who is registered, whatever part it has.
        let why = whys.into_iter().map(|(why, ..)| why).min().or(ties.run.filter(|_| first).map(|_| Why::Registered));
        all.extend(why.map(|why| Recipient { ties, why, small, begins_at, due: None, against }));
    }
    in_peace(db, event, all).await
}

/// What people have to do with what differs: who speaks, who marked, who is registered.
async fn ties(db: &impl ConnectionTrait, event: &event::Model, differences: &[Difference<'_>], only: Option<i64>) -> Result<Vec<Ties>> {
    let mut all: BTreeMap<i64, Ties> = BTreeMap::new();
    let blank = |id: i64| Ties { person: PersonId(id), marked: BTreeSet::new(), run: None };
    let voices = differences.iter().flat_map(|one| [one.was, one.now]).flatten().flat_map(Session::voices);
    for id in voices.filter_map(|voice| if let Speaker::Person(id) = voice { Some(id.0) } else { None }) {
        all.entry(id).or_insert_with(|| blank(id));
    }
    let its_session = session_mark::Entity::belongs_to(session::Entity).from(session_mark::Column::SessionId).to(session::Column::Id);
    let marks = session_mark::Entity::find()
        .join(JoinType::InnerJoin, its_session.into())
        .filter(session::Column::EventId.eq(event.id))
        .filter(only.map_or(session_mark::Column::PersonId.is_not_null(), |only| session_mark::Column::PersonId.eq(only)));
    for row in marks.all(db).await? {
        all.entry(row.person_id).or_insert_with(|| blank(row.person_id)).marked.insert(SessionId(row.session_id));
    }
    let places = registration::Entity::find()
        .filter(registration::Column::EventId.eq(event.id))
        .filter(registration::Column::Status.ne(Stored(Place::Cancelled)))
        .filter(only.map_or(registration::Column::PersonId.is_not_null(), |only| registration::Column::PersonId.eq(only)));
    for row in places.all(db).await? {
        all.entry(row.person_id).or_insert_with(|| blank(row.person_id)).run = Some(row.mode.0.run());
    }
    Ok(all.into_values().filter(|ties| only.is_none_or(|only| ties.person.0 == only)).collect())
}

/// Without those who have no place and want no letters, and those who only marked something and may not see the event any more.
async fn in_peace(db: &impl ConnectionTrait, event: &event::Model, all: Vec<Recipient>) -> Result<Vec<Recipient>> {
    let loose = |to: &Recipient| to.ties.run.is_none();
    let ids: Vec<i64> = all.iter().filter(|to| loose(to)).map(|to| to.ties.person.0).collect();
    let mut told: BTreeSet<i64> = ids.iter().copied().collect();
    for some in ids.chunks(AT_ONCE) {
        let refused = refused_contact(db, some).await?;
        told.retain(|id| !refused.contains(id));
    }
    if event.visibility.0 == Visibility::Invited && !told.is_empty() {
        let may = access::circle(db, event).await?;
        let speaks = |id: &i64| all.iter().any(|to| to.ties.person.0 == *id && to.why == Why::Speaks);
        told.retain(|id| may.contains(id) || speaks(id));
    }
    Ok(all.into_iter().filter(|to| !loose(to) || told.contains(&to.ties.person.0)).collect())
}

/// The next morning of each of these people, in milliseconds.
async fn mornings(db: &impl ConnectionTrait, site: &Site, ids: Vec<i64>) -> Result<BTreeMap<i64, i64>> {
    let mut due = BTreeMap::new();
    for some in ids.chunks(AT_ONCE) {
        for row in person::Entity::find().filter(person::Column::Id.is_in(some.iter().copied())).all(db).await? {
            due.insert(row.id, morning::next(site, &row));
        }
    }
    Ok(due)
}

/// Tells those whose morning has come of all that is different from what they know; each event in a transaction of its own.
pub async fn tell_due(site: &Site) -> Result<()> {
    let now = site.now().as_millisecond();
    let due = agenda_untold::Entity::find().select_only().column(agenda_untold::Column::EventId);
    let due = due.filter(agenda_untold::Column::DueAt.lte(now)).distinct().order_by_asc(agenda_untold::Column::EventId);
    let events: Vec<i64> = due.into_tuple().all(site.db.read()).await?;
    let mut told = Ok(());
    for event_id in events {
        told = tell_waiting(site, event_id, now).await.and(told);
    }
    told
}

async fn tell_waiting(site: &Site, event_id: i64, now: i64) -> Result<()> {
    let tx = site.db.begin_write().await?;
    repo::events::lock(&tx, event_id).await?;
    let newest = repo::agenda::newest(&tx, event_id).await?.ok_or(Error::NotFound)?.number;
    let due = agenda_untold::Column::EventId.eq(event_id).and(agenda_untold::Column::DueAt.lte(now));
    for row in agenda_untold::Entity::find().filter(due.clone()).order_by_asc(agenda_untold::Column::Id).all(&tx).await? {
        let job = Job::Agenda { event: event_id, person: row.person_id, against: row.against, release: newest };
        outbox::put(&tx, site, &job).await?;
    }
    agenda_untold::Entity::delete_many().filter(due).exec(&tx).await?;
    Ok(tx.commit().await?)
}
