//! Rows of series and events from what matters of them.

use super::Stage;
use crate::entity::{event, series};
use crate::error::Error;
use crate::{Result, id};
use domain::event::{Kind, Status, Venue, Visibility, edition_uid};
use domain::text::Text;
use domain::time::LocalTime;
use jiff::civil::Date;
use sea_orm::{ActiveModelTrait, IntoActiveModel, NotSet, Set};

/// A text in both languages.
pub fn text(lv: &str, en: &str) -> Text {
    Text { lv: Some(lv.to_owned()), en: Some(en.to_owned()) }
}

/// A series to write.
pub struct NewSeries<'a> {
    pub slug: &'a str,
    pub host: i64,
    pub title: Text,
    pub kind: Kind,
    pub rule: &'a str,
    pub first: Date,
    pub zone: &'a str,
    pub local_time: &'a str,
    pub minutes: i32,
    pub venue: &'a str,
    pub notice: (i32, i32),
}

/// An event to write.
pub struct NewEvent<'a> {
    pub slug: String,
    pub host: i64,
    pub series: Option<(&'a str, i64)>,
    pub kind: Kind,
    pub title: Text,
    pub summary: Text,
    pub date: Date,
    pub time: &'a str,
    pub zone: &'a str,
    pub minutes: i32,
    pub venue: Venue,
    pub online: Option<&'a str>,
    /// The room, and online if `online` is given.
    pub capacity: (Option<i32>, Option<i32>),
    pub status: Status,
}

/// Writes a series.
pub async fn series(stage: &Stage<'_>, new: NewSeries<'_>) -> Result<i64> {
    let row = series::ActiveModel {
        id: NotSet,
        slug: Set(new.slug.to_owned()),
        host_id: Set(new.host),
        title: Set(new.title.into()),
        kind: Set(new.kind.into()),
        rule: Set(new.rule.to_owned()),
        first: Set(new.first.to_string()),
        zone: Set(new.zone.to_owned()),
        local_time: Set(new.local_time.to_owned()),
        duration_minutes: Set(new.minutes),
        venues: Set(vec![new.venue.to_owned()].into()),
        notice_ideal: Set(new.notice.0),
        notice_minimum: Set(new.notice.1),
        created_at: Set(stage.days(-200)),
        changed_at: Set(stage.days(-200)),
    };
    Ok(row.insert(&stage.tx).await?.id)
}

/// Has an event held a second time on its day, online.
pub async fn held_again(stage: &Stage<'_>, event: event::Model, time: &str) -> Result<event::Model> {
    let (day, _) = event.starts_local.split_once('T').unwrap_or((&event.starts_local, ""));
    let local = LocalTime::parse(&format!("{day}T{time}")).map_err(Error::internal)?;
    let zone = stage.site.zones.get(&event.zone).map_err(Error::internal)?;
    let starts = zone.resolve(local).map_err(|_| Error::Conflict("local_time_skipped"))?.at.as_millisecond();
    let ends = starts + (event.ends_at - event.starts_at);
    let mut row = event.into_active_model();
    row.second_starts_local = Set(Some(local.to_string()));
    row.second_starts_at = Set(Some(starts));
    row.second_ends_at = Set(Some(ends));
    row.second_capacity = Set(Some(100));
    row.second_uid = Set(Some(format!("{}@{}", id::unique(), stage.site.config.mail_domain())));
    row.second_sequence = Set(Some(0));
    Ok(row.update(&stage.tx).await?)
}

/// Writes an event.
pub async fn event(stage: &Stage<'_>, new: NewEvent<'_>) -> Result<event::Model> {
    let local = LocalTime::parse(&format!("{}T{}", new.date, new.time)).map_err(Error::internal)?;
    let zone = stage.site.zones.get(new.zone).map_err(Error::internal)?;
    let starts = zone.resolve(local).map_err(|_| Error::Conflict("local_time_skipped"))?.at.as_millisecond();
    let domain = stage.site.config.mail_domain();
    let uid = match new.series {
        Some((series, _)) => edition_uid(series, new.date, domain),
        None => format!("{}@{domain}", id::unique()),
    };
    let row = event::ActiveModel {
        id: NotSet,
        slug: Set(new.slug),
        host_id: Set(new.host),
        series_id: Set(new.series.map(|(_, id)| id)),
        edition_date: Set(new.series.map(|_| new.date.to_string())),
        kind: Set(new.kind.into()),
        title: Set(new.title.into()),
        summary: Set(Some(new.summary.into())),
        description: Set(None),
        starts_local: Set(local.to_string()),
        zone: Set(new.zone.to_owned()),
        duration_minutes: Set(new.minutes),
        starts_at: Set(starts),
        ends_at: Set(starts + i64::from(new.minutes) * 60_000),
        tzdb: Set(stage.site.zones.version().to_owned()),
        venue: Set(Some(new.venue.into())),
        online_url: Set(new.online.map(str::to_owned)),
        online_public: Set(false),
        in_person_offered: Set(true),
        in_person_capacity: Set(new.capacity.0),
        online_offered: Set(new.online.is_some()),
        online_capacity: Set(new.capacity.1),
        visibility: Set(Visibility::Public.into()),
        status: Set(new.status.into()),
        status_reason: Set(None),
        registration_opens_local: Set(None),
        registration_opens_at: Set(None),
        registration_closes_local: Set(None),
        registration_closes_at: Set(None),
        uid: Set(uid),
        sequence: Set(0),
        next_topic_number: Set(1),
        next_round_number: Set(1),
        next_queue_number: Set(1_000),
        created_at: Set(stage.days(-200)),
        changed_at: Set(stage.days(-100)),
        ..Default::default()
    };
    Ok(row.insert(&stage.tx).await?)
}
