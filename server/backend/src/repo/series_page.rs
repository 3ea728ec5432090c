//! A series with its dates: what the rule says, and the editions that have come of it.

use crate::clock::instant;
use crate::entity::stored::{JsonText, Stored};
use crate::entity::{audit, event, host, series};
use crate::service::access::{Actor, listed, may};
use crate::{Error, Result, Site};
use domain::event::{Status, Venue};
use domain::host::Right;
use domain::recurrence::{AnnounceBy, NoticeDays, Rule, announce_by, venue_for};
use domain::text::Text;
use domain::time::{LocalTime, Zones};
use jiff::Timestamp;
use jiff::civil::Date;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect};

/// Everything the page of a series shows.
#[derive(Clone, Debug)]
pub struct SeriesPage {
    /// The series.
    pub series: series::Model,
    /// Its rule, read.
    pub rule: Rule,
    /// The host's address.
    pub host_slug: String,
    /// The host's name.
    pub host: Text,
    /// Its country, as ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// The next dates, soonest first.
    pub dates: Vec<SeriesDate>,
    /// Editions that are over, newest first.
    pub past: Vec<Edition>,
    /// Whether the actor may make editions of it.
    pub may_manage: bool,
}

/// A series in short, with its next dates.
#[derive(Clone, Debug)]
pub struct SeriesLine {
    /// Its address.
    pub slug: String,
    /// Its name.
    pub title: Text,
    /// The host's name.
    pub host: Text,
    /// Its rule, read.
    pub rule: Rule,
    /// The zone its dates are days in.
    pub zone: String,
    /// The next dates, soonest first.
    pub dates: Vec<SeriesDate>,
}

/// One date of a series: an edition, or what the rule promises.
#[derive(Clone, Debug)]
pub struct SeriesDate {
    /// The day in the series' zone.
    pub date: Date,
    /// The start.
    pub starts: Timestamp,
    /// The day the rule gave, where the edition was moved from it.
    pub moved_from: Option<Date>,
    /// How firm: tentative where there is no edition the actor may see.
    pub status: Status,
    /// The edition, if there is one the actor may see.
    pub edition: Option<Edition>,
    /// The place whose turn it is, or the edition's own city.
    pub venue: Option<String>,
    /// The day by the rule, to make the edition of.
    pub by_rule: Option<Date>,
    /// When it is to be announced.
    pub announce_by: AnnounceBy,
}

/// An edition in short.
#[derive(Clone, Debug)]
pub struct Edition {
    /// Its address.
    pub slug: String,
    /// Its name.
    pub title: Text,
    /// How firm.
    pub status: Status,
    /// The start.
    pub starts: Timestamp,
    /// The end.
    pub ends: Timestamp,
    /// The city of its venue.
    pub city: Option<String>,
    /// The rule's day it was made of.
    pub edition_date: Option<Date>,
    /// When it came to be: it was not announced before.
    pub created: Timestamp,
    /// When it was announced, told only to who may manage the series.
    pub announced: Option<Timestamp>,
    series_id: i64,
}

#[derive(FromQueryResult)]
struct Row {
    series_id: i64,
    slug: String,
    title: JsonText<Text>,
    status: Stored<Status>,
    starts_at: i64,
    ends_at: i64,
    venue: Option<JsonText<Venue>>,
    edition_date: Option<String>,
    created_at: i64,
}

impl From<Row> for Edition {
    fn from(row: Row) -> Self {
        Self {
            slug: row.slug,
            title: row.title.0,
            status: row.status.0,
            starts: instant(row.starts_at),
            ends: instant(row.ends_at),
            city: row.venue.map(|venue| venue.0.city),
            edition_date: row.edition_date.and_then(|date| date.parse().ok()),
            created: instant(row.created_at),
            announced: None,
            series_id: row.series_id,
        }
    }
}

/// The page of a series: at most `count` dates to come and `past` editions gone. Series are public, like their hosts.
pub async fn load(db: &impl ConnectionTrait, site: &Site, actor: &Actor, slug: &str, count: usize, past: u64) -> Result<SeriesPage> {
    let found = with_host().filter(series::Column::Slug.eq(slug)).one(db).await?;
    let Some((series, Some(host))) = found else { return Err(Error::NotFound) };
    let rule = read_rule(&series)?;
    let mut coming = editions(db, actor, &[series.id], site.now()).await?;
    let may_manage = may(db, actor, host.id, Right::ManageSeries).await?;
    if may_manage {
        note_announcements(db, &mut coming).await?;
    }
    let gone = gone(db, actor, series.id, site.now(), past).await?;
    Ok(SeriesPage {
        dates: dates(&series, &rule, &site.zones, &coming, site.now(), count)?,
        past: gone,
        may_manage,
        host_slug: host.slug,
        host: host.name.0,
        country: host.country,
        rule,
        series,
    })
}

/// Every series with its next dates, in two queries; of at most `most` series, by name of address.
pub async fn list(db: &impl ConnectionTrait, site: &Site, actor: &Actor, count: usize, most: u64) -> Result<Vec<SeriesLine>> {
    let found = with_host().order_by_asc(series::Column::Id).limit(most).all(db).await?;
    let ids: Vec<i64> = found.iter().map(|(series, _)| series.id).collect();
    let coming = editions(db, actor, &ids, site.now()).await?;
    let lines = found.into_iter().filter_map(|(series, host)| Some((series, host?)));
    lines.map(|(series, host)| line(site, series, host.name.0, &coming, count)).collect()
}

/// One series with its next dates.
pub(super) async fn one(db: &impl ConnectionTrait, site: &Site, actor: &Actor, id: i64, count: usize) -> Result<SeriesLine> {
    let found = with_host().filter(series::Column::Id.eq(id)).one(db).await?;
    let Some((series, Some(host))) = found else { return Err(Error::NotFound) };
    let coming = editions(db, actor, &[series.id], site.now()).await?;
    line(site, series, host.name.0, &coming, count)
}

fn line(site: &Site, series: series::Model, host: Text, coming: &[Edition], count: usize) -> Result<SeriesLine> {
    let rule = read_rule(&series)?;
    let dates = dates(&series, &rule, &site.zones, coming, site.now(), count)?;
    Ok(SeriesLine { slug: series.slug, title: series.title.0, host, rule, zone: series.zone, dates })
}

fn with_host() -> sea_orm::SelectTwo<series::Entity, host::Entity> {
    let its_host = series::Entity::belongs_to(host::Entity).from(series::Column::HostId).to(host::Column::Id);
    series::Entity::find().join(JoinType::InnerJoin, its_host.into()).select_also(host::Entity)
}

fn of_series(actor: &Actor) -> sea_orm::Select<event::Entity> {
    use event::Column;
    event::Entity::find()
        .select_only()
        .columns([Column::SeriesId, Column::Slug, Column::Title, Column::Status, Column::StartsAt, Column::EndsAt])
        .columns([Column::Venue, Column::EditionDate, Column::CreatedAt])
        .filter(listed(actor))
}

/// Also those moved into the past from a day to come, so that the rule's day is not shown beside them.
async fn editions(db: &impl ConnectionTrait, actor: &Actor, series: &[i64], now: Timestamp) -> Result<Vec<Edition>> {
    if series.is_empty() {
        return Ok(Vec::new());
    }
    let today = now.strftime("%Y-%m-%d").to_string();
    let coming = Condition::any().add(event::Column::EndsAt.gt(now.as_millisecond())).add(event::Column::EditionDate.gte(today));
    let found = of_series(actor).filter(event::Column::SeriesId.is_in(series.to_vec())).filter(coming);
    let rows = found.order_by_asc(event::Column::StartsAt).limit(500).into_model::<Row>().all(db).await?;
    Ok(rows.into_iter().map(Edition::from).collect())
}

async fn gone(db: &impl ConnectionTrait, actor: &Actor, series: i64, now: Timestamp, most: u64) -> Result<Vec<Edition>> {
    let found = of_series(actor).filter(event::Column::SeriesId.eq(series)).filter(event::Column::EndsAt.lte(now.as_millisecond()));
    let rows = found.order_by_desc(event::Column::StartsAt).limit(most).into_model::<Row>().all(db).await?;
    Ok(rows.into_iter().map(Edition::from).collect())
}

/// From the log: the first time each was announced, or confirmed without that.
async fn note_announcements(db: &impl ConnectionTrait, editions: &mut [Edition]) -> Result<()> {
    use audit::Column;
    let slugs: Vec<String> = editions.iter().map(|edition| edition.slug.clone()).collect();
    let announced = [Status::Announced, Status::Confirmed].map(<&str>::from);
    let notes: Vec<(String, i64)> = audit::Entity::find()
        .select_only()
        .columns([Column::Subject, Column::At])
        .filter(Column::Action.eq("event_status"))
        .filter(Column::Detail.is_in(announced))
        .filter(Column::Subject.is_in(slugs))
        .order_by_desc(Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    for (slug, at) in notes {
        for edition in editions.iter_mut().filter(|edition| edition.slug == slug) {
            edition.announced = Some(instant(at));
        }
    }
    Ok(())
}

fn read_rule(series: &series::Model) -> Result<Rule> {
    series.rule.parse().map_err(|refusal: domain::fault::Refusal| Error::internal(format!("the rule of a series: {}", refusal.code)))
}

/// The rule's dates from now on, an edition in the place of the day it was made of, in the order of their starts.
fn dates(
    series: &series::Model,
    rule: &Rule,
    zones: &Zones,
    editions: &[Edition],
    now: Timestamp,
    count: usize,
) -> Result<Vec<SeriesDate>> {
    let zone = zones.get(&series.zone).map_err(|refusal| Error::field("zone", refusal.code))?;
    let first: Date = series.first.parse().map_err(Error::internal)?;
    let today = zone.local(now).time.date();
    let own: Vec<&Edition> = editions.iter().filter(|edition| edition.series_id == series.id).collect();
    let mut found: Vec<SeriesDate> = own.iter().filter(|e| e.ends > now).map(|e| of_edition(series, rule, first, zone, e)).collect();
    for date in rule.dates_between(first, today).take(count + own.len() + 1) {
        if own.iter().any(|edition| edition.edition_date == Some(date)) {
            continue;
        }
        let promised = promised(series, rule, first, zone, date);
        if promised.starts > now {
            found.push(promised);
        }
    }
    found.sort_by_key(|date| date.starts);
    found.truncate(count);
    Ok(found)
}

fn of_edition(series: &series::Model, rule: &Rule, first: Date, zone: &domain::time::Zone, edition: &Edition) -> SeriesDate {
    let date = zone.local(edition.starts).time.date();
    let by_rule = edition.edition_date;
    let turn = by_rule.and_then(|day| turn(series, rule, first, day));
    SeriesDate {
        date,
        starts: edition.starts,
        moved_from: by_rule.filter(|day| *day != date),
        status: edition.status,
        venue: edition.city.clone().or(turn),
        edition: Some(edition.clone()),
        by_rule,
        announce_by: announce_by(date, notice(series)),
    }
}

fn promised(series: &series::Model, rule: &Rule, first: Date, zone: &domain::time::Zone, date: Date) -> SeriesDate {
    let local = LocalTime::parse(&format!("{date}T{}", series.local_time)).unwrap_or(LocalTime::new(date.at(0, 0, 0, 0)));
    // Where the clocks skip the time, the first minute after.
    let at = zone.resolve(local).or_else(|gap| zone.resolve(gap.after)).map(|resolved| resolved.at);
    SeriesDate {
        date,
        starts: at.unwrap_or(Timestamp::UNIX_EPOCH),
        moved_from: None,
        status: Status::Tentative,
        edition: None,
        venue: turn(series, rule, first, date),
        by_rule: Some(date),
        announce_by: announce_by(date, notice(series)),
    }
}

fn turn(series: &series::Model, rule: &Rule, first: Date, date: Date) -> Option<String> {
    venue_for(&series.venues.0, rule.index_of(first, date)).cloned()
}

fn notice(series: &series::Model) -> NoticeDays {
    let days = |n: i32| u32::try_from(n).unwrap_or_default();
    NoticeDays { ideal: days(series.notice_ideal), minimum: days(series.notice_minimum) }
}
