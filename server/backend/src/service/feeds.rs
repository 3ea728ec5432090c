//! Calendars people subscribe to. Unchanged data gives the same bytes.

use crate::calendar::{Facts, Reading};
use crate::entity::{event, person};
use crate::repo::feeds::{self, Of, Own};
use crate::repo::runs;
use crate::service::access::{self, Actor};
use crate::service::agenda;
use crate::service::series::{self, SeriesDate};
use crate::words::t;
use crate::{Error, Result, Site};
use domain::calendar::{Entry, Feed, Link, feed};
use domain::event::{Mode, Status, Venue, edition_uid};
use domain::text::Lang;

/// How often clients should ask again.
const REFRESH_MINUTES: u32 = 360;

/// All public events.
pub async fn public(site: &Site, lang: Lang) -> Result<String> {
    let events = feeds::public(site.db.read(), Of::Everybody).await?;
    Ok(write(site, &t(lang, "calendar-name-public"), "/calendar.ics", &entries(site, lang, &events)))
}

/// The public events of one host.
pub async fn of_host(site: &Site, slug: &str, lang: Lang) -> Result<String> {
    let host = feeds::host(site.db.read(), slug).await?.ok_or(Error::NotFound)?;
    let events = feeds::public(site.db.read(), Of::Host(host.id)).await?;
    let name = t!(lang, "calendar-name-host", host = host.name.0.pick(lang).to_owned());
    Ok(write(site, &name, &format!("/hosts/{slug}/calendar.ics"), &entries(site, lang, &events)))
}

/// The public editions of one series and its next dates, as single entries with the UIDs their editions will have.
pub async fn of_series(site: &Site, slug: &str, lang: Lang) -> Result<String> {
    let (view, dates) = series::dates(site, &Actor::default(), slug, None, None).await?;
    let series = view.row.series;
    let editions = feeds::public(site.db.read(), Of::Series(series.id)).await?;
    let mut all = entries(site, lang, &editions);
    for date in dates {
        let day = date.date.to_string();
        if !editions.iter().any(|edition| edition.edition_date.as_deref() == Some(day.as_str())) {
            all.extend(expected(site, lang, &series, date));
        }
    }
    let name = t!(lang, "calendar-name-series", series = series.title.0.pick(lang).to_owned());
    Ok(write(site, &name, &format!("/series/{slug}/calendar.ics"), &all))
}

/// One event, for those who may see it.
pub async fn of_event(site: &Site, actor: &Actor, slug: &str, lang: Lang) -> Result<String> {
    let event = access::event(site.db.read(), actor, slug).await?.event;
    if event.status.0 == Status::Draft {
        return Err(Error::NotFound);
    }
    let name = event.title.0.pick(lang).to_owned();
    Ok(write(site, &name, &format!("/events/{slug}.ics"), &entries(site, lang, std::slice::from_ref(&event))))
}

/// What a person is registered for and invited to, with the join links of confirmed places, and the sessions marked on agendas.
pub async fn of_person(site: &Site, person: &person::Model, lang: Option<Lang>) -> Result<String> {
    let lang = lang.unwrap_or(person.language.0);
    let own = feeds::own(site.db.read(), person.id).await?;
    let mut entries: Vec<Entry> = own.iter().filter_map(|own| own_entry(site, lang, own)).collect();
    entries.extend(agenda::marked_entries(site, person, lang).await?);
    // Its own address is a secret, so it does not stand in the file.
    Ok(feed(&Feed { name: &t(lang, "calendar-name-own"), source: None, refresh_minutes: REFRESH_MINUTES, entries: &entries }))
}

fn write(site: &Site, name: &str, path: &str, entries: &[Entry]) -> String {
    let source = Link::parse(&site.url(path)).ok();
    feed(&Feed { name, source: source.as_ref(), refresh_minutes: REFRESH_MINUTES, entries })
}

fn entries(site: &Site, lang: Lang, events: &[event::Model]) -> Vec<Entry> {
    let entry = |event: &event::Model| {
        let reading = Reading { lang, sequence: sequence(event.sequence), stamp: event.changed_at, own: None, expected: false };
        Facts::of(event, false).ok()?.entry(site, &reading)
    };
    events.iter().flat_map(runs::known).filter_map(|run| entry(&run)).collect()
}

fn sequence(stored: i32) -> u32 {
    u32::try_from(stored).unwrap_or_default()
}

fn own_entry(site: &Site, lang: Lang, own: &Own) -> Option<Entry> {
    let place = own.registration.as_ref();
    let confirmed = place.is_some_and(|place| place.status.0 == domain::registration::Status::Confirmed);
    let key = match place {
        Some(_) if !confirmed => "calendar-own-waiting",
        Some(place) if place.mode.0.mode() == Mode::Online => "calendar-own-online",
        Some(_) => "calendar-own-in-person",
        None => "calendar-own-invited",
    };
    let told = own.invitation.as_ref();
    let run = place.map(|place| place.mode.0.run()).or(told.map(|row| row.run.0).filter(|_| runs::is_twice(&own.event)));
    let event = runs::at(&own.event, run.unwrap_or_default());
    let reading = Reading {
        lang,
        sequence: sequence(event.sequence).max(told.map_or(0, |row| sequence(row.sequence))),
        stamp: event.changed_at.max(told.map_or(0, |row| row.changed_at)),
        own: Some(t(lang, key)),
        expected: place.is_some(),
    };
    Facts::of(&event, confirmed).ok()?.entry(site, &reading)
}

/// A date that only the rule knows yet.
fn expected(site: &Site, lang: Lang, series: &crate::entity::series::Model, date: SeriesDate) -> Option<Entry> {
    let venue = date.venue.as_deref().map(|venue| {
        let (city, country) = series::city_and_country(venue);
        Venue::city(city, country)
    });
    let facts = Facts {
        uid: edition_uid(&series.slug, date.date, site.config.mail_domain()),
        slug: series.slug.clone(),
        kind: series.kind.0,
        title: series.title.0.clone(),
        summary: None,
        description: None,
        starts_local: date.starts_local,
        zone: series.zone.clone(),
        minutes: u32::try_from(series.duration_minutes).unwrap_or(1),
        venue,
        online: false,
        online_url: None,
        status: Status::Tentative,
        reason: None,
        created_at: series.created_at,
    };
    let reading = Reading { lang, sequence: 0, stamp: series.changed_at, own: None, expected: false };
    let mut entry = facts.entry(site, &reading)?;
    entry.url = Link::parse(&site.url(&format!("/{}/series/{}", lang.code(), series.slug))).ok();
    Some(entry)
}
