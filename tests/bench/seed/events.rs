//! Events over two years, what is said at them, and who comes.

use super::people::HOSTS;
use super::{DAY, Stage, text};
use anyhow::{Context, Result};
use backend::entity::{event, invitation, registration, series, support, topic};
use domain::event::{Kind, Mode, Status, Venue, Visibility};
use domain::invitation::{Delivery, Holding, PartStat};
use domain::registration::Status as Place;
use domain::time::LocalTime;
use domain::topic::Status as TopicStatus;
use sea_orm::{NotSet, Set};

/// The event whose pages are measured; the agenda that stands beside another program's; where everybody wants to be at once.
pub const FORUM: i64 = 1;
/// See [`FORUM`].
pub const BESIDE: i64 = 2;
const RUSH: i64 = 3;
const RUSH_OF_FEW: i64 = 4;
const TOPICS: i64 = 40;
/// Events that a person is registered for already.
const EACH: i64 = 3;

/// Writes them; gives the short names of those that take registrations and have nobody yet.
pub async fn load(stage: &Stage) -> Result<Vec<String>> {
    stage.add([the_series(stage)]).await?;
    let rows = (1..=stage.sizes.events).map(|n| one(stage, n)).collect::<Result<Vec<_>>>()?;
    stage.add(rows).await?;
    stage.add((1..=TOPICS).map(|n| one_topic(stage, n))).await?;
    stage.add((1..=stage.sizes.people.min(2_000)).flat_map(supports)).await?;
    register(stage).await?;
    Ok([RUSH, RUSH_OF_FEW].map(slug).into())
}

fn slug(n: i64) -> String {
    match n {
        FORUM => "forum".to_owned(),
        BESIDE => "beside".to_owned(),
        RUSH => "rush".to_owned(),
        RUSH_OF_FEW => "rush-of-few".to_owned(),
        _ => format!("event-{n}"),
    }
}

fn the_series(stage: &Stage) -> series::ActiveModel {
    series::ActiveModel {
        id: Set(1),
        slug: Set("forum".to_owned()),
        host_id: Set(1),
        title: Set(text("Profesionāļu forums", "Professionals’ forum").into()),
        kind: Set(Kind::Forum.into()),
        rule: Set("FREQ=YEARLY;BYMONTH=8;BYDAY=3WE".to_owned()),
        first: Set("2022-08-17".to_owned()),
        zone: Set("Europe/Riga".to_owned()),
        local_time: Set("10:00".to_owned()),
        duration_minutes: Set(480),
        venues: Set(vec!["Rīga".to_owned()].into()),
        notice_ideal: Set(365),
        notice_minimum: Set(199),
        created_at: Set(stage.today - 400 * DAY),
        changed_at: Set(stage.today - 400 * DAY),
    }
}

/// The first four are ahead; of the others one in three is over.
fn one(stage: &Stage, n: i64) -> Result<event::ActiveModel> {
    let days = match n {
        1..=4 => 240 + n,
        n if n % 3 == 0 => -(n % 360) - 5,
        n => n % 360 + 5,
    };
    let zone = stage.site.zones.get(if n % 2 == 0 { "Europe/Brussels" } else { "Europe/Riga" })?;
    let day = zone.local(backend::clock::instant(stage.today + days * DAY + DAY / 2)).time.date();
    let local = LocalTime::parse(&format!("{day}T10:00")).ok().context("a time")?;
    let starts = zone.resolve(local).ok().context("a time that exists")?.at.as_millisecond();
    let minutes = 480;
    Ok(event::ActiveModel {
        id: Set(n),
        slug: Set(slug(n)),
        host_id: Set(n % HOSTS + 1),
        series_id: Set((n == FORUM).then_some(1)),
        edition_date: Set((n == FORUM).then(|| day.to_string())),
        kind: Set(if n % 2 == 0 { Kind::Briefing } else { Kind::Forum }.into()),
        title: Set(
            text(format!("Profesionāļu forums {n}: ko lemjam kopā"), format!("Professionals’ forum {n}: what we decide together")).into()
        ),
        summary: Set(Some(
            text(
                "Gadskārtējā tikšanās ar ministrijām, klātienē un attālināti.",
                "The yearly meeting with the ministries, in the room and online.",
            )
            .into(),
        )),
        description: Set(Some(
            text(
                "Temati nāk no dalībniekiem.\n\n* balsojums\n* darba kārtība",
                "Topics come from the participants.\n\n* a vote\n* an agenda",
            )
            .into(),
        )),
        starts_local: Set(local.to_string()),
        zone: Set(zone.name().to_owned()),
        duration_minutes: Set(minutes),
        starts_at: Set(starts),
        ends_at: Set(starts + i64::from(minutes) * 60_000),
        tzdb: Set(stage.site.zones.version().to_owned()),
        venue: Set(Some(Venue::city("Rīga", Some("LV")).into())),
        online_url: Set(Some("https://meet.bench.example/forum".to_owned())),
        online_public: Set(false),
        in_person_offered: Set(true),
        in_person_capacity: Set(Some(500)),
        online_offered: Set(true),
        online_capacity: Set(None),
        visibility: Set(Visibility::Public.into()),
        status: Set(if days > 0 { Status::Announced } else { Status::Held }.into()),
        status_reason: Set(None),
        registration_opens_local: Set(None),
        registration_opens_at: Set(None),
        registration_closes_local: Set(None),
        registration_closes_at: Set(None),
        second_starts_local: Set(None),
        second_starts_at: Set(None),
        second_ends_at: Set(None),
        second_capacity: Set(None),
        second_uid: Set(None),
        second_sequence: Set(None),
        uid: Set(format!("{n}@bench.example")),
        sequence: Set(0),
        next_topic_number: Set(if n == FORUM { i32::try_from(TOPICS)? + 1 } else { 1 }),
        next_round_number: Set(1),
        next_queue_number: Set(1),
        created_at: Set(stage.today - 300 * DAY),
        changed_at: Set(stage.today - 30 * DAY),
    })
}

fn one_topic(stage: &Stage, n: i64) -> topic::ActiveModel {
    topic::ActiveModel {
        id: Set(n),
        event_id: Set(FORUM),
        number: Set(i32::try_from(n).unwrap_or_default()),
        title: Set(text(format!("Sabiedrības veselība un darbs, {n}"), format!("Public health and work, {n}")).into()),
        summary: Set(Some(text("Kas jādara, kam un līdz kuram laikam.", "What is to be done, by whom and by when.").into())),
        minutes: Set(30),
        author_id: Set(Some(n)),
        author_sealed: Set(None),
        origin: Set(None),
        status: Set(TopicStatus::Proposed.into()),
        reason: Set(None),
        merged_into: Set(None),
        proposed_on: Set(backend::clock::instant(stage.today - 20 * DAY).to_string().chars().take(10).collect()),
        opened: Set(0),
        ..Default::default()
    }
}

fn supports(person: i64) -> impl Iterator<Item = support::ActiveModel> {
    (0..5).map(move |k| support::ActiveModel { id: NotSet, topic_id: Set((person * 7 + k * 8) % TOPICS + 1), person_id: Set(person) })
}

/// One person in five comes to the forum; everybody is registered for some others.
async fn register(stage: &Stage) -> Result<()> {
    let others = (stage.sizes.events - RUSH_OF_FEW).max(1);
    let places = |person: i64| {
        let forum = (person % 5 == 0).then_some(FORUM);
        let elsewhere = (0..EACH.min(others)).map(move |k| RUSH_OF_FEW + 1 + (person + k * 13) % others);
        let all: std::collections::BTreeSet<i64> = forum.into_iter().chain(elsewhere).collect();
        all.into_iter().map(move |event| (event, person))
    };
    let all = || (1..=stage.sizes.people).flat_map(places);
    stage.add(all().map(|(event, person)| place(stage, event, person))).await?;
    stage.add(all().map(|(event, person)| entry(stage, event, person))).await
}

fn place(stage: &Stage, event: i64, person: i64) -> registration::ActiveModel {
    registration::ActiveModel {
        id: NotSet,
        event_id: Set(event),
        person_id: Set(person),
        mode: Set(if person % 3 == 0 { Mode::InPerson } else { Mode::Online }.into()),
        status: Set(Place::Confirmed.into()),
        queue: Set(0),
        waiting_mode: Set(None),
        waiting_queue: Set(None),
        registered_at: Set(stage.today - 10 * DAY),
        cancelled_at: Set(None),
        named: Set(false),
    }
}

fn entry(stage: &Stage, event: i64, person: i64) -> invitation::ActiveModel {
    invitation::ActiveModel {
        id: NotSet,
        event_id: Set(event),
        person_id: Set(person),
        run: NotSet,
        origin: Set("registered".to_owned()),
        sequence: Set(0),
        partstat: Set(PartStat::Accepted.into()),
        withdrawn: Set(false),
        holding: Set(Holding::Entry.into()),
        delivery: Set(Delivery::Sent.into()),
        created_at: Set(stage.today - 10 * DAY),
        changed_at: Set(stage.today - 10 * DAY),
        outdated: Set(false),
    }
}
