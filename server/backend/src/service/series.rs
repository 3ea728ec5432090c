//! Events that recur by a rule: made, changed, and their editions announced.

mod dates;
mod edition;
mod input;

use crate::entity::series;
use crate::entity::stored::{JsonText, Stored};
use crate::error::{Faults, taken};
use crate::repo::series::Row;
use crate::service::access::{self, Actor};
use crate::service::{audit, events};
use crate::{Error, Result, Site, repo};
use domain::event::Kind;
use domain::fault::Fault;
use domain::host::Right;
use domain::slug::Slug;
use sea_orm::{ActiveModelTrait, DatabaseTransaction, IntoActiveModel, NotSet};

pub use dates::{COUNT, SeriesDate, dates, next_dates, occurrence, preview};
pub use edition::{NewEdition, announce_edition, city_and_country, edition_title, is_yearly};
pub use input::{NewSeries, NoticeInput, SeriesFields, VENUES};

/// A series, its host, and whether the actor may change it.
#[derive(Clone, Debug)]
pub struct SeriesView {
    /// The series and its host.
    pub row: Row,
    /// Whether the actor may change it and announce its editions.
    pub managed: bool,
}

/// Makes a series of a host.
pub async fn create(site: &Site, actor: &Actor, new: NewSeries) -> Result<SeriesView> {
    actor.me()?;
    let tx = site.db.begin_write().await?;
    let mut faults = Faults::default();
    let slug = faults.take("slug", Slug::parse(&new.slug));
    let host = events::host_of(&tx, actor, &new.host, Right::ManageSeries, &mut faults).await?;
    require_fields(&new.fields, &mut faults);
    let mut row = blank(site);
    input::apply(site, &mut row, &new.fields, &mut faults);
    faults.check()?;
    row.slug = Faults::got(slug)?.to_string();
    row.host_id = Faults::got(host)?.id;
    let mut row = row.into_active_model().reset_all();
    row.id = NotSet;
    let made = row.insert(&tx).await.map_err(|error| taken(error, "slug_taken"))?;
    audit::note(&tx, site, actor, Some(made.host_id), "series_created", &made.slug, "").await?;
    tx.commit().await?;
    show(site, actor, &made.slug).await
}

/// Changes the named fields. Editions that exist stay as they are.
pub async fn update(site: &Site, actor: &Actor, slug: &str, fields: SeriesFields) -> Result<SeriesView> {
    let tx = site.db.begin_write().await?;
    let (before, _) = for_change(&tx, actor, slug).await?;
    let mut row = before.clone();
    let mut faults = Faults::default();
    input::apply(site, &mut row, &fields, &mut faults);
    faults.check()?;
    if row != before {
        // How early an edition is announced stands in no entry.
        let said = series::Model { notice_ideal: before.notice_ideal, notice_minimum: before.notice_minimum, ..row.clone() };
        if said != before {
            row.changed_at = site.now().as_millisecond();
        }
        row.into_active_model().reset_all().update(&tx).await?;
        audit::note(&tx, site, actor, Some(before.host_id), "series_changed", slug, "").await?;
    }
    tx.commit().await?;
    show(site, actor, slug).await
}

/// One series; all are public.
pub async fn show(site: &Site, actor: &Actor, slug: &str) -> Result<SeriesView> {
    let row = repo::series::by_slug(site.db.read(), slug).await?.ok_or(Error::NotFound)?;
    let managed = access::may(site.db.read(), actor, row.series.host_id, Right::ManageSeries).await?;
    Ok(SeriesView { row, managed })
}

/// The series, locked, and its host's short name, if the actor may change it.
async fn for_change(tx: &DatabaseTransaction, actor: &Actor, slug: &str) -> Result<(series::Model, String)> {
    let found = repo::series::by_slug(tx, slug).await?.ok_or(Error::NotFound)?;
    access::require(tx, actor, found.series.host_id, Right::ManageSeries).await?;
    Ok((repo::series::lock(tx, found.series.id).await?, found.host_slug))
}

fn require_fields(fields: &SeriesFields, faults: &mut Faults) {
    let needed = [
        ("title", fields.title.is_some()),
        ("kind", fields.kind.is_some()),
        ("rule", fields.rule.is_some()),
        ("zone", fields.zone.is_some()),
        ("local_time", fields.local_time.is_some()),
        ("duration_minutes", fields.duration_minutes.is_some()),
    ];
    for (field, there) in needed {
        if !there {
            faults.add(Fault::new(field, "required"));
        }
    }
}

/// A series before anything is known of it; intervals count from today, unless said otherwise.
fn blank(site: &Site) -> series::Model {
    let now = site.now().as_millisecond();
    let notice = domain::recurrence::NoticeDays::default();
    series::Model {
        id: 0,
        slug: String::new(),
        host_id: 0,
        title: JsonText::default(),
        kind: Stored(Kind::Thematic),
        rule: String::new(),
        first: String::new(),
        zone: "Europe/Riga".to_owned(),
        local_time: "10:00".to_owned(),
        duration_minutes: 60,
        venues: JsonText::default(),
        notice_ideal: i32::try_from(notice.ideal).unwrap_or_default(),
        notice_minimum: i32::try_from(notice.minimum).unwrap_or_default(),
        created_at: now,
        changed_at: now,
    }
}
