//! What an organiser has before them: their hosts, what these hold, what needs doing, and how it stands with notice and invitations.

mod briefings;
mod left_out;
mod needs;
mod notice;

use crate::entity::{event, host, series};
use crate::repo::organise::{Gathering, Held};
use crate::repo::runs;
use crate::service::access::{self, Actor};
use crate::service::interest::{Counts, told_to};
use crate::service::series::{SeriesDate, next_dates};
use crate::{Error, Result, Site, repo};
use domain::event::{Interest, Status};
use domain::host::{HostKind, Right, Role};
use strum::IntoEnumIterator;

pub use briefings::{Briefed, Briefings, Month};
pub use left_out::{LeftOut, Part};
pub use needs::Need;
pub use notice::Notice;

const DAY_MS: i64 = 86_400_000;
/// What ended this long ago is still shown.
const SHOWN_AFTER_MS: i64 = 30 * DAY_MS;
/// How many of the coming events have their invitations shown.
const ASKED: usize = 4;

/// One host of the actor's.
#[derive(Clone, Debug)]
pub struct Desk {
    /// The host.
    pub host: host::Model,
    /// The actor's role in it.
    pub role: Option<Role>,
    /// Whether the actor may make and change its series and events.
    pub manages: bool,
    /// Its series, each with its coming dates.
    pub series: Vec<(series::Model, Vec<SeriesDate>)>,
    /// Its events, the soonest first.
    pub events: Vec<Gathering>,
    /// What waits for the actor, the most pressing first: only what they may do.
    pub needs: Vec<Need>,
}

/// A host with everything its own page shows.
#[derive(Clone, Debug)]
pub struct HostDesk {
    /// As among others.
    pub desk: Desk,
    /// How it stands with the notice of each series' next date.
    pub notices: Vec<Notice>,
    /// The invitations of the next events to which somebody was asked.
    pub asked: Vec<Asked>,
    /// Whether the actor may invite.
    pub invites: bool,
    /// The early answers to what is coming, the soonest first.
    pub interest: Vec<(event::Model, Counts)>,
    /// The briefings of the embassies below it, if there are any.
    pub briefings: Option<Briefings>,
}

/// Who was asked to an event, and whom that leaves out.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The event with its figures.
    pub held: Gathering,
    /// Those reached least, of the groups that are large enough to be named.
    pub left_out: Vec<LeftOut>,
}

/// The actor's hosts; for who has a role in one, and administrators.
pub async fn overview(site: &Site, actor: &Actor) -> Result<Vec<Desk>> {
    actor.me()?;
    let held = repo::organise::overview(site.db.read(), actor, site.now().as_millisecond() - SHOWN_AFTER_MS).await?;
    if held.is_empty() && !actor.is_admin() {
        return Err(Error::Forbidden);
    }
    held.into_iter().map(|held| desk(site, actor, held)).collect()
}

/// One host; for who has a role in it, and administrators. 404 where there is none of this name.
pub async fn of_host(site: &Site, actor: &Actor, slug: &str) -> Result<HostDesk> {
    let db = site.db.read();
    let host = repo::hosts::by_slug(db, slug).await?;
    access::require(db, actor, host.id, Right::ViewInvitations).await?;
    let now = site.now().as_millisecond();
    let held = repo::organise::of_host(db, actor, host, now - SHOWN_AFTER_MS).await?.ok_or(Error::NotFound)?;
    let mut desk = desk(site, actor, held)?;
    let briefings = briefings::of(site, &desk.host).await?;
    if let Some(quiet) = briefings.as_ref().and_then(Briefings::quiet).filter(|_| desk.manages) {
        desk.needs.push(quiet);
    }
    let notices = desk.series.iter().filter_map(|(series, dates)| notice::of(site, series, dates, &desk.events)).collect();
    Ok(HostDesk {
        notices,
        asked: asked(site, &desk, now).await?,
        invites: access::allows(desk.role, actor, Right::ManageInvitations),
        interest: interest(&desk, now),
        briefings,
        desk,
    })
}

async fn asked(site: &Site, desk: &Desk, now: i64) -> Result<Vec<Asked>> {
    let ahead = |held: &&Gathering| runs::over_at(&held.event) > now && !held.event.status.0.is_final();
    let coming: Vec<&Gathering> = desk.events.iter().filter(ahead).filter(|held| held.letters.asked.total() > 0).take(ASKED).collect();
    if coming.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<i64> = coming.iter().map(|held| held.event.id).collect();
    let (all, reached) = repo::organise::reached(site.db.read(), &ids).await?;
    let one = |held: &Gathering| Asked {
        left_out: reached.get(&held.event.id).map(|reached| left_out::of(&all, reached)).unwrap_or_default(),
        held: held.clone(),
    };
    Ok(coming.into_iter().map(one).collect())
}

fn interest(desk: &Desk, now: i64) -> Vec<(event::Model, Counts)> {
    let asked = |held: &&Gathering| {
        let ahead = matches!(held.event.status.0, Status::Tentative | Status::Announced | Status::Confirmed);
        ahead && runs::over_at(&held.event) > now && !held.interest.is_empty()
    };
    let counts = |held: &Gathering| {
        let of = |answer: Interest| held.interest.iter().find(|(given, _)| *given == answer).map_or(0, |(_, count)| *count);
        told_to(desk.manages, Interest::iter().map(|answer| (answer, of(answer))).collect())
    };
    desk.events.iter().filter(asked).take(ASKED).map(|held| (held.event.clone(), counts(held))).collect()
}

fn desk(site: &Site, actor: &Actor, held: Held) -> Result<Desk> {
    let mut series = Vec::new();
    for one in held.series {
        let mut dates = next_dates(site, &one, 5)?;
        for date in &mut dates {
            let day = date.date.to_string();
            let same = |event: &event::Model| event.series_id == Some(one.id) && event.edition_date.as_deref() == Some(day.as_str());
            date.edition = held.events.iter().map(|held| &held.event).find(|event| same(event)).cloned();
        }
        series.push((one, dates));
    }
    let mut desk = Desk {
        manages: access::allows(held.role, actor, Right::ManageEvents),
        host: held.host,
        role: held.role,
        series,
        events: held.events,
        needs: Vec::new(),
    };
    let briefs = matches!(desk.host.kind.0, HostKind::Embassy | HostKind::Representation);
    let mut needs = needs::of(site, &desk);
    needs.extend(needs::undecided(site, held.undecided));
    needs.extend(needs::owed(held.owed));
    needs.extend(briefs.then(|| needs::unbriefed(site, &desk.host, held.last_briefing)).flatten());
    needs.retain(|need| access::allows(desk.role, actor, need.right()));
    needs.sort_by_key(Need::urgency);
    desk.needs = needs;
    Ok(desk)
}
