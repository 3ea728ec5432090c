//! Dated gatherings: made, changed, and taken from one status to the next.

pub(super) mod check;
mod foretold;
mod input;
mod runs;
mod status;
mod view;
mod zone_rules;

use crate::entity::stored::{JsonText, Stored};
use crate::entity::{event, host, series};
use crate::error::{Faults, taken};
use crate::outbox::EntryCause;
use crate::repo;
use crate::repo::runs::{at, held, is_added, is_twice};
use crate::service::access::{self, Actor, Seen};
use crate::service::entry::Whom;
use crate::service::{audit, entry, given, procedure, registration, untold};
use crate::{Error, Result, Site, clock, id};
use domain::event::{Kind, Mode, Run, Status, Visibility, edition_uid, is_material, next_sequence};
use domain::fault::Fault;
use domain::host::Right;
use domain::slug::Slug;
use domain::time::LocalTime;
use foretold::still_the_same;
use sea_orm::{ActiveModelTrait, ConnectionTrait, DatabaseTransaction, IntoActiveModel, NotSet};

pub use foretold::{Foretold, Told, mark, of_change, of_status};
pub use input::{AttendanceInput, DESCRIPTION, EventFields, LONGEST, NewEvent, OfferInput, SUMMARY, TITLE};
pub use runs::{SecondRun, of_second, of_withdrawal, set_second, set_second_seen, withdraw_second, withdraw_second_seen};
pub use status::{StatusChange, change_status, change_status_seen};
pub use view::{EventView, List, list, show};
pub use zone_rules::follow_zone_rules;

/// Makes an event of a host; a date that the rule of its series gives makes it that edition.
pub async fn create(site: &Site, actor: &Actor, new: NewEvent) -> Result<EventView> {
    actor.me()?;
    let tx = site.db.begin_write().await?;
    let event = make(&tx, site, actor, new).await?;
    tx.commit().await?;
    show(site, actor, &event.slug).await
}

/// As [`create`], within a transaction that does more.
pub(super) async fn make(tx: &DatabaseTransaction, site: &Site, actor: &Actor, new: NewEvent) -> Result<event::Model> {
    let mut faults = Faults::default();
    let slug = faults.take("slug", Slug::parse(&new.slug));
    let host = host_of(tx, actor, &new.host, Right::ManageEvents, &mut faults).await?;
    let series = series_of(tx, new.series.as_deref(), host.as_ref(), &mut faults).await?;
    let status = first_status(new.status.as_deref(), &mut faults);
    require_fields(&new.fields, &mut faults);
    let mut event = blank(site);
    check::apply(site, &mut event, &new.fields, &mut faults);
    faults.check()?;
    event.slug = Faults::got(slug)?.to_string();
    event.host_id = Faults::got(host)?.id;
    event.status = Stored(status);
    join_series(site, &mut event, series.as_ref());
    let event = insert(tx, site, actor, event).await?;
    if status.is_mailed() {
        entry::send_to_all(tx, site, &event, status::cause(status)).await?;
    }
    Ok(event)
}

/// Changes the named fields. A material change of an announced or confirmed event is mailed at once, another that its entries say
/// together with what follows it; raised capacity promotes.
pub async fn update(site: &Site, actor: &Actor, slug: &str, fields: EventFields) -> Result<EventView> {
    Ok(update_seen(site, actor, slug, fields, None).await?.0)
}

/// As [`update`], and how many were told at once. With the mark of an event as it was looked at: 409 `changed_meanwhile` if it is
/// another by now.
pub async fn update_seen(site: &Site, actor: &Actor, slug: &str, fields: EventFields, mark: Option<&str>) -> Result<(EventView, Told)> {
    let tx = site.db.begin_write().await?;
    let before = for_change(access::event_locked(&tx, actor, slug).await?, actor)?;
    still_the_same(&before, mark)?;
    let event = changed(&tx, site, &before, &fields).await?;
    let told = if event == before { Told::default() } else { store(&tx, site, actor, &before, event).await? };
    tx.commit().await?;
    site.live.changed(before.id);
    Ok((show(site, actor, slug).await?, told))
}

fn for_change(seen: Seen, actor: &Actor) -> Result<event::Model> {
    actor.me()?;
    seen.require(Right::ManageEvents)?;
    if seen.event.status.0.is_final() { Err(Error::Conflict("status")) } else { Ok(seen.event) }
}

/// The event with the named fields changed, and its next SEQUENCE; nothing is written.
async fn changed(db: &impl ConnectionTrait, site: &Site, before: &event::Model, fields: &EventFields) -> Result<event::Model> {
    let mut event = before.clone();
    let mut faults = Faults::default();
    check::apply(site, &mut event, fields, &mut faults);
    if fields.attendance.is_some() {
        keep_places(db, &event, &mut faults).await?;
    }
    faults.check()?;
    procedure::keep(db, before, &event).await?;
    Ok(numbered(before, event))
}

/// The event with the next SEQUENCE of each of its runs.
fn numbered(before: &event::Model, mut event: event::Model) -> event::Model {
    // Nobody has an entry of a draft, so nothing of it can be out of date.
    if event.status.0 == Status::Draft {
        return event;
    }
    let next = |run: Run| {
        let (before, after) = (at(before, run), at(&event, run));
        let next =
            next_sequence(u32::try_from(before.sequence).unwrap_or_default(), &repo::events::facts(&before), &repo::events::facts(&after));
        i32::try_from(next).unwrap_or(i32::MAX)
    };
    let first = next(Run::First);
    let second = event.second_uid.is_some().then(|| if before.second_uid.is_some() { next(Run::Second) } else { 0 });
    event.sequence = first;
    event.second_sequence = second;
    event
}

/// Who is told of a change at once, and who with what follows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Telling {
    at_once: Option<Whom>,
    later: Option<Whom>,
}

/// Those who have the event in their calendars: each is told of what changes at the time of their own run.
fn telling(before: &event::Model, after: &event::Model) -> Result<Telling> {
    let (mut at_once, mut later) = (Vec::new(), Vec::new());
    if matches!(after.status.0, Status::Announced | Status::Confirmed) {
        for run in Run::BOTH {
            let (Some(before), Some(after)) = (held(before, run), held(after, run)) else { continue };
            if is_material(&repo::events::facts(&before), &repo::events::facts(&after)) {
                at_once.push(run);
            } else if !untold::says_the_same(&before, &after)? {
                later.push(run);
            }
        }
    }
    let whom = |runs: Vec<Run>| match runs.as_slice() {
        [] => None,
        [run] if is_twice(after) => Some(Whom::In(*run)),
        _ => Some(Whom::Everybody),
    };
    Ok(Telling { at_once: whom(at_once), later: whom(later) })
}

/// Whether an entry that people have is a new version; nobody has one of a second run that has only just been added.
fn is_new_version(before: &event::Model, after: &event::Model) -> bool {
    let second = is_twice(before) && after.second_sequence != before.second_sequence;
    after.sequence != before.sequence || second
}

async fn store(tx: &DatabaseTransaction, site: &Site, actor: &Actor, before: &event::Model, event: event::Model) -> Result<Told> {
    audit::note(tx, site, actor, Some(event.host_id), "event_changed", &event.slug, "").await?;
    let (event, mut told) = keep(tx, site, before, event, EntryCause::Changed).await?;
    told.promoted = registration::promote(tx, site, &event).await?;
    Ok(told)
}

/// Writes a change and tells of it, if it is one for those who have the event in their calendars.
async fn keep(
    tx: &DatabaseTransaction,
    site: &Site,
    before: &event::Model,
    event: event::Model,
    cause: EntryCause,
) -> Result<(event::Model, Told)> {
    let telling = telling(before, &event)?;
    let event = save(tx, site, event).await?;
    let mut told = Told { new_version: is_new_version(before, &event), ..Told::default() };
    if let Some(whom) = telling.at_once {
        told.now = entry::send_to(tx, site, &event, whom, cause).await?;
    }
    if let Some(whom) = telling.later {
        told.later_at = Some(untold::note(tx, site, &event, whom).await?);
    }
    if is_added(before, &event) {
        told.now = entry::tell_of_second(tx, site, &event).await?;
    }
    Ok((event, told))
}

/// Writes all columns of an event that is locked.
async fn save(tx: &DatabaseTransaction, site: &Site, mut event: event::Model) -> Result<event::Model> {
    event.changed_at = site.now().as_millisecond();
    Ok(event.into_active_model().reset_all().update(tx).await?)
}

/// Nobody loses a place because a form says fewer.
async fn keep_places(db: &impl ConnectionTrait, event: &event::Model, faults: &mut Faults) -> Result<()> {
    let [room, online, _] = repo::events::held(db, event.id).await?;
    let modes = [
        (Mode::InPerson, event.in_person_offered, event.in_person_capacity, room),
        (Mode::Online, event.online_offered, event.online_capacity, online),
    ];
    for (mode, offered, capacity, held) in modes {
        let field = format!("attendance.{}", <&str>::from(mode));
        if !offered && held.all > 0 {
            faults.add(Fault::new(field, "mode_in_use").with("count", held.all));
        } else if capacity.is_some_and(|capacity| i64::from(capacity) < held.confirmed) {
            let figures = Fault::new(format!("{field}.capacity"), "capacity_below_confirmed").with("confirmed", held.confirmed);
            faults.add(figures.with("capacity", capacity.unwrap_or_default()));
        }
    }
    Ok(())
}

/// The host of a short name, in which the actor must have `right`; an unknown one is a fault at `host`.
pub(super) async fn host_of(
    tx: &impl ConnectionTrait,
    actor: &Actor,
    slug: &str,
    right: Right,
    faults: &mut Faults,
) -> Result<Option<host::Model>> {
    let Some(host) = repo::series::host(tx, slug.trim()).await? else {
        faults.add(Fault::new("host", "unknown_host"));
        return Ok(None);
    };
    access::require(tx, actor, host.id, right).await?;
    Ok(Some(host))
}

async fn series_of(
    tx: &impl ConnectionTrait,
    slug: Option<&str>,
    host: Option<&host::Model>,
    faults: &mut Faults,
) -> Result<Option<series::Model>> {
    let Some(slug) = slug.map(str::trim).filter(|slug| !slug.is_empty()) else { return Ok(None) };
    // Held, so that its rule is still this when the event is written, and no other edition of the date comes in between.
    let found = match repo::series::by_slug(tx, slug).await? {
        Some(row) => Some(repo::series::lock(tx, row.series.id).await?),
        None => None,
    };
    let code = match (&found, host) {
        (None, _) => Some("unknown_series"),
        (Some(series), Some(host)) if series.host_id != host.id => Some("series_of_other_host"),
        _ => None,
    };
    if let Some(code) = code {
        faults.add(Fault::new("series", code));
    }
    Ok(found)
}

fn first_status(raw: Option<&str>, faults: &mut Faults) -> Status {
    let asked = raw.and_then(|raw| faults.take("status", given::word(raw))).unwrap_or(Status::Draft);
    if asked != Status::Draft && !Status::Draft.may_become(asked) {
        faults.add(Fault::new("status", "status"));
    }
    asked
}

fn require_fields(fields: &EventFields, faults: &mut Faults) {
    let lasts = fields.duration_minutes.is_some() || fields.ends_local.is_some();
    let needed = [
        ("kind", fields.kind.is_some()),
        ("title", fields.title.is_some()),
        ("starts_local", fields.starts_local.is_some()),
        ("zone", fields.zone.is_some()),
        ("duration_minutes", lasts),
        ("attendance", fields.attendance.is_some()),
    ];
    for (field, there) in needed {
        if !there {
            faults.add(Fault::new(field, "required"));
        }
    }
}

/// An event before anything is known of it.
pub(super) fn blank(site: &Site) -> event::Model {
    let now = site.now().as_millisecond();
    event::Model {
        id: 0,
        slug: String::new(),
        host_id: 0,
        series_id: None,
        edition_date: None,
        kind: Stored(Kind::Thematic),
        title: JsonText::default(),
        summary: None,
        description: None,
        starts_local: String::new(),
        zone: "Europe/Riga".to_owned(),
        duration_minutes: 60,
        starts_at: 0,
        ends_at: 0,
        tzdb: site.zones.version().to_owned(),
        venue: None,
        online_url: None,
        online_public: false,
        in_person_offered: true,
        in_person_capacity: None,
        online_offered: true,
        online_capacity: None,
        visibility: Stored(Visibility::Public),
        status: Stored(Status::Draft),
        status_reason: None,
        registration_opens_local: None,
        registration_opens_at: None,
        registration_closes_local: None,
        registration_closes_at: None,
        uid: format!("{}@{}", id::unique(), site.config.mail_domain()),
        sequence: 0,
        next_topic_number: 1,
        next_round_number: 1,
        next_queue_number: 1,
        created_at: now,
        changed_at: now,
        second_starts_local: None,
        second_starts_at: None,
        second_ends_at: None,
        second_capacity: None,
        second_uid: None,
        second_sequence: None,
    }
}

/// In a calendar the date of a series is one entry, expected first and an event later: so an event on such a date is its edition.
fn join_series(site: &Site, event: &mut event::Model, series: Option<&series::Model>) {
    let Some(series) = series else { return };
    event.series_id = Some(series.id);
    let starts = LocalTime::parse(&event.starts_local).map(LocalTime::date);
    let rule = series.rule.parse::<domain::recurrence::Rule>();
    if let (Ok(date), Ok(first), Ok(rule)) = (starts, given::date(&series.first), rule)
        && rule.dates_between(first, date).next() == Some(date)
    {
        event.edition_date = Some(date.to_string());
        event.uid = edition_uid(&series.slug, date, site.config.mail_domain());
    }
}

/// Writes a new event; `edition_exists` and `slug_taken` where there is one already.
pub(super) async fn insert(tx: &DatabaseTransaction, site: &Site, actor: &Actor, event: event::Model) -> Result<event::Model> {
    if let (Some(series), Some(date)) = (event.series_id, &event.edition_date)
        && repo::events::edition_is_taken(tx, series, date).await?
    {
        return Err(Error::Conflict("edition_exists"));
    }
    let mut row = event.into_active_model().reset_all();
    row.id = NotSet;
    let event = row.insert(tx).await.map_err(|error| taken(error, "slug_taken"))?;
    audit::note(tx, site, actor, Some(event.host_id), "event_created", &event.slug, "").await?;
    Ok(event)
}

/// The start and the end as instants.
pub fn bounds(event: &event::Model) -> (jiff::Timestamp, jiff::Timestamp) {
    (clock::instant(event.starts_at), clock::instant(event.ends_at))
}
