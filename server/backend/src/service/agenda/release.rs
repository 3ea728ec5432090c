//! Publishing the working version, and what was published before.

use super::input::NAME;
use super::open;
use super::told::{Told, tell};
use super::view::mark;
use crate::entity::stored::{JsonText, Stored};
use crate::entity::{agenda_release, topic};
use crate::error::Faults;
use crate::repo::{self, runs};
use crate::service::access::{self, Actor};
use crate::service::talk::timeline;
use crate::service::topics::change_status;
use crate::service::{audit, given};
use crate::{Error, Result, Site};
use domain::agenda::{Change, Session, Snapshot};
use domain::host::Right;
use domain::text::Text;
use domain::topic::{By, Status};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, NotSet, QueryFilter, QueryOrder, Set};
use std::collections::BTreeSet;
use strum::IntoEnumIterator;

/// What publishing did.
#[derive(Clone, Debug)]
pub struct Published {
    /// Counts from 1 within the event.
    pub number: i32,
    /// Against the release before, by start.
    pub changes: Vec<Change>,
    /// Who is told.
    pub told: Told,
}

/// Publishes the working version under a name; 409 `no_sessions` if there has never been one. Topics of its sessions become
/// scheduled, those of sessions that were dropped are shortlisted again. Whom it concerns is told. With `seen`, the mark of the working
/// version that was looked at, it is refused with 409 `changed_meanwhile` if that is another by now.
pub async fn publish(site: &Site, actor: &Actor, slug: &str, name: Text, seen: Option<&str>) -> Result<Published> {
    let tx = site.db.begin_write().await?;
    let found = access::event(&tx, actor, slug).await?;
    actor.me()?;
    found.require(Right::ManageAgenda)?;
    let mut faults = Faults::default();
    let name = given::text(&mut faults, "name", &name, NAME);
    faults.check()?;
    let event = open(&tx, actor, found).await?.event;
    let drafts = repo::agenda::working(&tx, event.id).await?;
    let before = repo::agenda::newest(&tx, event.id).await?;
    if seen.is_some_and(|seen| seen != mark(&drafts, before.as_ref().map(|before| before.number))) {
        return Err(Error::Conflict("changed_meanwhile"));
    }
    let drafts = drafts.into_iter().map(|draft| draft.session);
    // One of a second time that was withdrawn waits until there is one again.
    let sessions: Vec<Session> = drafts.filter(|session| runs::has(&event, session)).collect();
    if sessions.is_empty() && before.is_none() {
        return Err(Error::Conflict("no_sessions"));
    }
    let number = before.as_ref().map_or(1, |before| before.number + 1);
    let before = before.map(|before| before.snapshot.0).unwrap_or_default();
    let changes = before.changes(&event.zone, &sessions);
    let now = site.now().as_millisecond();
    let after = before.publish(&event.zone, &sessions, now);
    let row = agenda_release::ActiveModel {
        id: NotSet,
        event_id: Set(event.id),
        number: Set(number),
        name: Set(JsonText(Faults::got(name)?)),
        snapshot: Set(JsonText(after.clone())),
        released_at: Set(now),
    };
    row.insert(&tx).await?;
    schedule(&tx, site, &before, &sessions).await?;
    let told = tell(&tx, site, &event, number, &after).await?;
    audit::note(&tx, site, actor, Some(event.host_id), "agenda_released", &event.slug, &format!("release {number}")).await?;
    tx.commit().await?;
    Ok(Published { number, changes, told })
}

/// A release in a line.
#[derive(Clone, Debug)]
pub struct Line {
    /// Counts from 1 within the event.
    pub number: i32,
    /// Its name.
    pub name: Text,
    /// When, in milliseconds since 1970.
    pub at: i64,
}

/// The releases of an event below a number, all where there is none, newest first: at most so many, and whether there are more.
pub async fn releases(site: &Site, actor: &Actor, slug: &str, below: Option<i32>, limit: u64) -> Result<(Vec<Line>, bool)> {
    let db = site.db.read();
    let seen = access::event(db, actor, slug).await?;
    let rows = repo::agenda::release_lines(db, seen.event.id, below.unwrap_or(i32::MAX), limit + 1).await?;
    let more = u64::try_from(rows.len()).is_ok_and(|rows| rows > limit);
    let lines = rows.into_iter().take(usize::try_from(limit).unwrap_or(usize::MAX));
    Ok((lines.map(|(number, name, at)| Line { number, name, at }).collect(), more))
}

async fn schedule(tx: &impl ConnectionTrait, site: &Site, before: &Snapshot, sessions: &[Session]) -> Result<()> {
    let topics =
        |sessions: &mut dyn Iterator<Item = &Session>| -> BTreeSet<i64> { sessions.filter_map(|one| Some(one.topic?.0)).collect() };
    let (was, is) = (topics(&mut before.alive()), topics(&mut sessions.iter()));
    let may: Vec<Status> = Status::iter().filter(|status| status.may_become(Status::Scheduled)).collect();
    let mut lines = set(tx, is.iter().copied(), &may, Status::Scheduled).await?;
    lines.extend(set(tx, was.difference(&is).copied(), &[Status::Scheduled], Status::Shortlisted).await?);
    timeline::write(tx, site, lines).await
}

/// Only from these statuses: a topic may have been answered or merged at the same moment.
async fn set(tx: &impl ConnectionTrait, topics: impl Iterator<Item = i64>, from: &[Status], to: Status) -> Result<Vec<timeline::Line>> {
    let movable = topic::Entity::find()
        .filter(topic::Column::Id.is_in(topics))
        .filter(topic::Column::Status.is_in(from.iter().copied().map(Stored)))
        .order_by_asc(topic::Column::Id);
    let mut lines = Vec::new();
    for topic in movable.all(tx).await? {
        lines.push(change_status(tx, topic, to, None, By::Organisers).await?.1);
    }
    Ok(lines)
}
