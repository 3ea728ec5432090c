//! Announcing that a date of a series is expected: a tentative event.

use super::dates::Parts;
use super::for_change;
use crate::entity::stored::{JsonText, Stored};
use crate::entity::{event, series};
use crate::error::Faults;
use crate::service::access::{self, Actor};
use crate::service::events::{self, EventView, TITLE};
use crate::service::given;
use crate::words::cities::country_of;
use crate::{Error, Result, Site, repo};
use domain::event::{Status, Venue, edition_uid};
use domain::fault::Fault;
use domain::host::Right;
use domain::recurrence::{Frequency, Rule};
use domain::slug::Slug;
use domain::text::Text;
use jiff::civil::Date;
use sea_orm::DatabaseTransaction;

/// An edition to be made, for a date of the rule or the next free one of a year.
#[derive(Clone, Debug, Default)]
pub struct NewEdition {
    /// The year.
    pub year: Option<i64>,
    /// Or the date, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// The short name of the event.
    pub slug: String,
    /// In place of the series' title with the year.
    pub title: Option<Text>,
}

/// Makes the tentative event of a date of the series: `not_in_rule` where the rule gives none, `edition_exists` where it is there.
pub async fn announce_edition(site: &Site, actor: &Actor, series_slug: &str, new: NewEdition) -> Result<EventView> {
    let tx = site.db.begin_write().await?;
    let (series, _) = for_change(&tx, actor, series_slug).await?;
    access::require(&tx, actor, series.host_id, Right::ManageEvents).await?;
    let mut faults = Faults::default();
    let slug = faults.take("slug", Slug::parse(&new.slug));
    let title = new.title.as_ref().and_then(|title| given::text(&mut faults, "title", title, TITLE));
    let date = date_of(&tx, site, &series, &new, &mut faults).await?;
    faults.check()?;
    let date = Faults::got(date)?;
    let mut event = edition(site, &series, date)?;
    event.slug = Faults::got(slug)?.to_string();
    if let Some(title) = title {
        event.title = JsonText(title);
    }
    if let Some(JsonText(venue)) = &mut event.venue
        && venue.country.is_empty()
    {
        venue.country = repo::series::country_of(&tx, series.host_id).await?.unwrap_or_else(|| "LV".to_owned());
    }
    let event = events::insert(&tx, site, actor, event).await?;
    tx.commit().await?;
    events::show(site, actor, &event.slug).await
}

async fn date_of(
    tx: &DatabaseTransaction,
    site: &Site,
    series: &series::Model,
    new: &NewEdition,
    faults: &mut Faults,
) -> Result<Option<Date>> {
    let parts = Parts::of(site, series)?;
    if let Some(raw) = new.date.as_deref().map(str::trim).filter(|raw| !raw.is_empty()) {
        let Some(date) = faults.take("date", given::date(raw)) else { return Ok(None) };
        if parts.rule.dates_between(parts.first, date).next() != Some(date) {
            faults.add(Fault::new("date", "not_in_rule"));
        }
        return Ok(Some(date));
    }
    let Some(year) = new.year else {
        faults.add(Fault::new("date", "required"));
        return Ok(None);
    };
    let Some(start) = faults.take("year", given::date(&format!("{year:04}-01-01"))) else { return Ok(None) };
    let in_year: Vec<Date> = parts.rule.dates_between(parts.first, start).take_while(|date| date.year() == start.year()).collect();
    if in_year.is_empty() {
        faults.add(Fault::new("year", "not_in_rule"));
        return Ok(None);
    }
    let taken = repo::events::edition_dates(tx, series.id).await?;
    let free = in_year.into_iter().find(|date| !taken.contains(&date.to_string()));
    free.map(Some).ok_or(Error::Conflict("edition_exists"))
}

/// What the series knows of the event of a date.
fn edition(site: &Site, series: &series::Model, date: Date) -> Result<event::Model> {
    let parts = Parts::of(site, series)?;
    let planned = parts.on(date, parts.rule.index_of(parts.first, date));
    let mut event = events::blank(site);
    event.host_id = series.host_id;
    event.series_id = Some(series.id);
    event.edition_date = Some(date.to_string());
    event.kind = series.kind;
    event.title = JsonText(edition_title(series, date));
    event.starts_local = planned.starts_local.to_string();
    event.zone = series.zone.clone();
    event.duration_minutes = series.duration_minutes;
    event.starts_at = planned.starts_at.as_millisecond();
    event.ends_at = planned.ends_at.as_millisecond();
    event.venue = planned.venue.as_deref().map(|venue| {
        let (city, country) = city_and_country(venue);
        JsonText(Venue::city(city, country))
    });
    event.status = Stored(Status::Tentative);
    event.uid = edition_uid(&series.slug, date, site.config.mail_domain());
    Ok(event)
}

/// Whether the series has at most a few dates a year, so that the year tells its editions apart.
pub fn is_yearly(series: &series::Model) -> bool {
    series.rule.parse::<Rule>().is_ok_and(|rule| rule.frequency() == Frequency::Yearly)
}

/// The title that the edition of a date gets: the series' own, with the year if it is yearly.
pub fn edition_title(series: &series::Model, date: Date) -> Text {
    if is_yearly(series) { with_year(&series.title.0, date.year()) } else { series.title.0.clone() }
}

fn with_year(title: &Text, year: i16) -> Text {
    let add = |part: &Option<String>| {
        part.as_ref().map(|words| {
            let kept: String = words.chars().take(TITLE.saturating_sub(5)).collect();
            format!("{kept} {year}")
        })
    };
    Text { lv: add(&title.lv), en: add(&title.en) }
}

/// A venue of a rotation is a city, with its country if written after it: "Brussels, BE". Where forums have been or were proposed
/// the country is known.
pub fn city_and_country(venue: &str) -> (&str, Option<&str>) {
    if let Some((city, country)) = venue.rsplit_once(',') {
        let country = country.trim();
        if country.len() == 2 && country.bytes().all(|b| b.is_ascii_uppercase()) {
            return (city.trim(), Some(country));
        }
    }
    (venue, country_of(venue))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_venue_may_name_its_country() {
        assert_eq!(city_and_country("Rīga"), ("Rīga", Some("LV")));
        assert_eq!(city_and_country("Valletta, MT"), ("Valletta", Some("MT")));
        assert_eq!(city_and_country("Washington, D.C."), ("Washington, D.C.", Some("US")));
    }
}
