//! The forum and its next editions, the thematic meetings in Brussels, the briefings of four embassies.

use super::hosts::Hosts;
use super::invited;
use super::people::People;
use super::write::{NewEvent, NewSeries, event, held_again, series, text};
use super::{Stage, deal};
use crate::Result;
use crate::entity::{event as row, interest, person, registration};
use crate::error::Error;
use crate::repo::planning;
use crate::service::planning::cost;
use domain::event::{Interest, Kind, Mode, Status, Venue};
use domain::recurrence::Rule;
use domain::registration::Status as Place;
use domain::text::Label;
use jiff::civil::{Date, date};
use sea_orm::{ColumnTrait, EntityTrait, NotSet, QuerySelect, Set};

const FORUM_RULE: &str = "FREQ=YEARLY;BYMONTH=8;BYDAY=3WE";
const BRUSSELS_RULE: &str = "FREQ=MONTHLY;INTERVAL=2;BYDAY=2TH";
/// The answers to "will you come?": yes 33 %, perhaps 33 %, only if remote 16 %, cannot (assumed: the rest) 13 %, no interest 5 %.
const INTEREST: [(Interest, u32); 5] =
    [(Interest::Yes, 50), (Interest::Maybe, 50), (Interest::RemoteOnly, 24), (Interest::Cannot, 19), (Interest::NotInterested, 7)];
pub(super) const ROOM: usize = 60;
pub(super) const IN_LINE: usize = 7;
/// So many are registered.
pub(super) const REGISTERED: usize = 110;

/// The forums that other parts build on.
pub struct Forums {
    /// That of 2022.
    pub held: row::Model,
    /// The next one.
    pub announced: row::Model,
}

/// Writes them and gives the forums.
pub async fn load(stage: &Stage<'_>, hosts: &Hosts, people: &People) -> Result<Forums> {
    let forums = forums(stage, hosts, people).await?;
    brussels(stage, hosts).await?;
    briefings(stage, hosts).await?;
    Ok(forums)
}

fn dates(rule: &str, first: Date, from: Date, count: usize) -> Result<Vec<Date>> {
    let rule: Rule = rule.parse().map_err(|_| Error::Conflict("invalid_rule"))?;
    Ok(rule.dates_between(first, from).take(count).collect())
}

async fn forums(stage: &Stage<'_>, hosts: &Hosts, people: &People) -> Result<Forums> {
    let first = date(2022, 8, 17);
    let title = text("Profesionāļu forums", "Professionals’ forum");
    let id = series(
        stage,
        NewSeries {
            slug: "forum",
            host: hosts.chancellery,
            title,
            kind: Kind::Forum,
            rule: FORUM_RULE,
            first,
            zone: "Europe/Riga",
            local_time: "10:00",
            minutes: 480,
            venue: "Rīga",
            // For an August forum January is the very latest: 199 days before a third Wednesday.
            notice: (365, 199),
        },
    )
    .await?;
    let edition = |date: Date, status: Status| NewEvent {
        slug: format!("forum-{}", date.year()),
        host: hosts.chancellery,
        series: Some(("forum", id)),
        kind: Kind::Forum,
        title: text(&format!("Profesionāļu forums {}", date.year()), &format!("Professionals’ forum {}", date.year())),
        summary: text(
            "Latvijas profesionāļiem starptautiskajās organizācijās un ministrijām un vēstniecībām, kas ar viņiem tiekas.",
            "For professionals from Latvia in international organisations, and the ministries and embassies that meet them.",
        ),
        date,
        time: "10:00",
        zone: "Europe/Riga",
        minutes: 480,
        venue: Venue {
            name: both("Latvijas Nacionālā bibliotēka", "National Library of Latvia"),
            address: Some("Mūkusalas iela 3".to_owned()),
            city: "Rīga".to_owned(),
            country: "LV".to_owned(),
        },
        online: Some("https://meet.example.org/forum"),
        capacity: (i32::try_from(ROOM).ok(), Some(300)),
        status,
    };
    let held = event(stage, edition(first, Status::Held)).await?;
    // The nearest one would be too late to announce; people plan half a year ahead at least.
    let from = stage.today.saturating_add(jiff::Span::new().days(60));
    let coming = dates(FORUM_RULE, first, from, 2)?;
    let (Some(next), Some(after)) = (coming.first(), coming.get(1)) else { return Err(Error::NotFound) };
    let announced = event(stage, edition(*next, Status::Announced)).await?;
    let tentative = event(stage, edition(*after, Status::Tentative)).await?;
    for event in [&announced, &tentative] {
        interests(stage, event.id, &people.answered).await?;
    }
    registrations(stage, announced.id, &people.answered).await?;
    burden(stage, &held).await?;
    invited::to_forum(stage, &announced, &people.answered).await?;
    Ok(Forums { held, announced })
}

/// What 10:00 Rīga cost the zones given to the people here, as if all had followed the forum of 2022 online.
async fn burden(stage: &Stage<'_>, held: &row::Model) -> Result<()> {
    let zones: Vec<(String, i64)> = person::Entity::find()
        .select_only()
        .column(person::Column::Zone)
        .column_as(person::Column::Id.count(), "people")
        .group_by(person::Column::Zone)
        .into_tuple()
        .all(&stage.tx)
        .await?;
    planning::keep(&stage.tx, held.id, cost(stage.site, held, &zones.into_iter().collect())).await
}

async fn interests(stage: &Stage<'_>, event_id: i64, people: &[i64]) -> Result<()> {
    let dealt = deal(&INTEREST.map(|(_, share)| share), people.len());
    let rows = people.iter().zip(dealt).filter_map(|(person, which)| {
        INTEREST.get(which).map(|(answer, _)| interest::ActiveModel {
            id: NotSet,
            event_id: Set(event_id),
            person_id: Set(*person),
            answer: Set((*answer).into()),
            answered_at: Set(stage.days(-120)),
        })
    });
    interest::Entity::insert_many(rows).exec_without_returning(&stage.tx).await?;
    Ok(())
}

/// The room is full with a line before it; the others are online.
async fn registrations(stage: &Stage<'_>, event_id: i64, people: &[i64]) -> Result<()> {
    let rows = people.iter().take(REGISTERED).enumerate().map(|(i, person)| {
        let (mode, status) = match i {
            i if i < ROOM => (Mode::InPerson, Place::Confirmed),
            i if i < ROOM + IN_LINE => (Mode::InPerson, Place::Waitlisted),
            _ => (Mode::Online, Place::Confirmed),
        };
        registration::ActiveModel {
            id: NotSet,
            event_id: Set(event_id),
            person_id: Set(*person),
            mode: Set(mode.into()),
            status: Set(status.into()),
            queue: Set(i64::try_from(i).unwrap_or(0) + 1),
            waiting_mode: Set(None),
            waiting_queue: Set(None),
            registered_at: Set(stage.days(-90)),
            cancelled_at: Set(None),
            named: Set(i % 3 == 0),
        }
    });
    registration::Entity::insert_many(rows).exec_without_returning(&stage.tx).await?;
    Ok(())
}

async fn brussels(stage: &Stage<'_>, hosts: &Hosts) -> Result<()> {
    let first = date(2022, 9, 8);
    let title = text("Tematiskā tikšanās Briselē", "Thematic meeting in Brussels");
    let new = NewSeries {
        slug: "brussels-thematic",
        host: hosts.brussels,
        title: title.clone(),
        kind: Kind::Thematic,
        rule: BRUSSELS_RULE,
        first,
        zone: "Europe/Brussels",
        local_time: "18:30",
        minutes: 120,
        venue: "Brisele",
        notice: (90, 30),
    };
    let id = series(stage, new).await?;
    let coming = dates(BRUSSELS_RULE, first, stage.today.saturating_add(jiff::Span::new().days(7)), 2)?;
    for (date, status) in coming.into_iter().zip([Status::Confirmed, Status::Tentative]) {
        let new = NewEvent {
            slug: format!("brussels-{date}"),
            host: hosts.brussels,
            series: Some(("brussels-thematic", id)),
            kind: Kind::Thematic,
            title: title.clone(),
            summary: text(
                "Saruna par to, ko Latvija gaida no nākamās daudzgadu finanšu shēmas.",
                "What Latvia expects of the next multiannual financial framework.",
            ),
            date,
            time: "18:30",
            zone: "Europe/Brussels",
            minutes: 120,
            venue: Venue {
                name: both("Latvijas Pastāvīgā pārstāvniecība", "Permanent Representation of Latvia"),
                address: Some("Avenue des Arts 23".to_owned()),
                city: "Brisele".to_owned(),
                country: "BE".to_owned(),
            },
            online: Some("https://meet.example.org/brussels"),
            capacity: (Some(40), None),
            status,
        };
        let made = event(stage, new).await?;
        if status == Status::Confirmed {
            // The evening in Brussels is the night in Bangkok and Tokyo.
            let made = held_again(stage, made, "09:00").await?;
            invited::to_brussels(stage, &made).await?;
        }
    }
    Ok(())
}

/// A city in Latvian and English, and its country.
type City = (&'static str, &'static str, &'static str);

/// What the embassies have done: so many days ago, and where, if not in their own country.
const BRIEFED: [(usize, i64, Option<City>); 5] =
    [(0, 70, None), (0, 210, None), (1, 130, None), (1, 40, Some(("Luksemburga", "Luxembourg", "LU"))), (3, 400, None)];

async fn briefings(stage: &Stage<'_>, hosts: &Hosts) -> Result<()> {
    let plans = [
        ("washington", "Vašingtona", "Washington", "US", "America/New_York", 45, Status::Announced),
        ("paris", "Parīze", "Paris", "FR", "Europe/Paris", 60, Status::Confirmed),
        ("london", "Londona", "London", "GB", "Europe/London", 80, Status::Announced),
        ("berlin", "Berlīne", "Berlin", "DE", "Europe/Berlin", 110, Status::Tentative),
    ];
    for (i, (plan, host)) in plans.into_iter().zip(&hosts.embassies).enumerate() {
        let (slug, _, _, _, _, days, status) = plan;
        event(stage, briefing(stage, plan, *host, format!("briefing-{slug}"), days, status)).await?;
        for (n, (_, ago, away)) in BRIEFED.into_iter().filter(|(whose, ..)| *whose == i).enumerate() {
            let mut past = plan;
            (past.1, past.2, past.3) = away.unwrap_or((past.1, past.2, past.3));
            let new = briefing(stage, past, *host, format!("briefing-{slug}-{}", n + 1), -ago, Status::Held);
            event(stage, new).await?;
        }
    }
    Ok(())
}

type Plan = (&'static str, &'static str, &'static str, &'static str, &'static str, i64, Status);

fn briefing(stage: &Stage<'_>, plan: Plan, host: i64, slug: String, days: i64, status: Status) -> NewEvent<'static> {
    let (_, lv, en, country, zone, _, _) = plan;
    NewEvent {
        slug,
        host,
        series: None,
        kind: Kind::Briefing,
        title: text(&format!("Vēstniecības tikšanās: {lv}"), &format!("Embassy briefing: {en}")),
        summary: text(
            "Vēstnieks stāsta, kas Latvijai tagad svarīgi, un jautā, ar ko varat palīdzēt.",
            "The ambassador tells what matters to Latvia now, and asks what you could help with.",
        ),
        date: working_day(stage.today.saturating_add(jiff::Span::new().days(days))),
        time: "18:30",
        zone,
        minutes: 90,
        venue: Venue {
            name: both("Latvijas vēstniecība", "Embassy of Latvia"),
            address: None,
            city: lv.to_owned(),
            country: country.to_owned(),
        },
        online: None,
        capacity: (Some(25), None),
        status,
    }
}

fn both(lv: &str, en: &str) -> Label {
    Label::Each(text(lv, en))
}

fn working_day(date: Date) -> Date {
    let past_monday = i64::from(date.weekday().to_monday_zero_offset());
    if past_monday < 5 { date } else { date.saturating_add(jiff::Span::new().days(7 - past_monday)) }
}
