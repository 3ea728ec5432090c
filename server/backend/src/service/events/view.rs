//! Events as one may see them.

use crate::Result;
use crate::repo::events::{After, Filter, Row, Stretch};
use crate::service::access::{self, Actor};
use crate::{Error, Site, repo};
use domain::host::Right;
use domain::registration::Status as Place;

/// An event and what the actor may know beside it.
#[derive(Clone, Debug)]
pub struct EventView {
    /// The event, its host and series, and the actor's own part.
    pub row: Row,
    /// The link to join by, for those with a place, the host, or everybody where the event says so.
    pub online_url: Option<String>,
    /// The clocks show the start twice; the first is meant.
    pub ambiguous: bool,
    /// Whether the actor has a role in the host, so that its pages about the event are shown.
    pub behind: bool,
    /// Whether the actor may change the event.
    pub manages: bool,
}

impl EventView {
    fn new(site: &Site, actor: &Actor, row: Row) -> Self {
        let has_place = row.my_place.is_some_and(|place| place.0 == Place::Confirmed);
        let role = row.my_role.map(|role| role.0);
        let behind = access::allows(role, actor, Right::ViewRegistrations);
        let manages = access::allows(role, actor, Right::ManageEvents);
        let online = row.event.online_offered || repo::runs::is_twice(&row.event);
        let shown = online && (row.event.online_public || has_place || behind);
        let resolved = domain::time::LocalTime::parse(&row.event.starts_local).ok().zip(site.zones.get(&row.event.zone).ok());
        let ambiguous = resolved.and_then(|(local, zone)| zone.resolve(local).ok()).is_some_and(|resolved| resolved.ambiguous);
        Self { online_url: row.event.online_url.clone().filter(|_| shown), ambiguous, behind, manages, row }
    }
}

/// One event, if the actor may know of it.
pub async fn show(site: &Site, actor: &Actor, slug: &str) -> Result<EventView> {
    let db = site.db.read();
    let seen = access::event(db, actor, slug).await?;
    let row = repo::events::one(db, actor, seen.event.id).await?.ok_or(Error::NotFound)?;
    Ok(EventView::new(site, actor, row))
}

/// What list is asked for.
#[derive(Clone, Debug, Default)]
pub struct List {
    /// Which events.
    pub filter: Filter,
    /// Only what is not over at this instant (milliseconds), the soonest first; absent: what is coming and then what has been.
    pub from: Option<i64>,
    /// What the part before gave as its end.
    pub cursor: Option<String>,
    /// How many.
    pub limit: u64,
}

/// A part of the events that the actor may see, and the cursor of the next part. What is coming stands first, the soonest on top,
/// then what has been, the latest on top.
pub async fn list(site: &Site, actor: &Actor, asked: &List) -> Result<(Vec<EventView>, Option<String>)> {
    let start = Stretch::Coming(asked.from.unwrap_or(site.now().as_millisecond()));
    let (stretch, after) = asked.cursor.as_deref().map_or(Ok((start, None)), read_cursor)?;
    let db = site.db.read();
    let more = asked.limit + 1;
    let mut rows: Vec<(Stretch, Row)> = Vec::new();
    let found = repo::events::list(db, actor, &asked.filter, stretch, after, more).await?;
    rows.extend(found.into_iter().map(|row| (stretch, row)));
    if let (Stretch::Coming(pivot), None) = (stretch, asked.from) {
        let missing = more.saturating_sub(rows.len() as u64);
        if missing > 0 {
            let past = Stretch::Past(pivot);
            rows.extend(repo::events::list(db, actor, &asked.filter, past, None, missing).await?.into_iter().map(|row| (past, row)));
        }
    }
    let limit = usize::try_from(asked.limit).unwrap_or(usize::MAX);
    let further = rows.len() > limit;
    rows.truncate(limit);
    let next = rows.last().filter(|_| further).map(|(stretch, row)| cursor(*stretch, row));
    Ok((rows.into_iter().map(|(_, row)| EventView::new(site, actor, row)).collect(), next))
}

fn cursor(stretch: Stretch, row: &Row) -> String {
    let (letter, pivot) = match stretch {
        Stretch::Coming(pivot) => ('c', pivot),
        Stretch::Past(pivot) => ('p', pivot),
    };
    format!("{letter}.{pivot}.{}.{}", row.event.starts_at, row.event.id)
}

fn read_cursor(raw: &str) -> Result<(Stretch, After)> {
    let parts: Vec<&str> = raw.split('.').collect();
    let number = |raw: &str| raw.parse::<i64>().map_err(|_| Error::field("cursor", "invalid_cursor"));
    match parts.as_slice() {
        ["c", pivot, at, id] => Ok((Stretch::Coming(number(pivot)?), Some((number(at)?, number(id)?)))),
        ["p", pivot, at, id] => Ok((Stretch::Past(number(pivot)?), Some((number(at)?, number(id)?)))),
        _ => Err(Error::field("cursor", "invalid_cursor")),
    }
}
