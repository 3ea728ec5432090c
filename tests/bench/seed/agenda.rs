//! Published agendas: one as long as asked for, one as long as another program's own example.

use super::events::{BESIDE, FORUM};
use super::{DAY, Stage, text};
use anyhow::{Context, Result};
use backend::entity::{agenda_release, event, session, session_speaker};
use domain::agenda::{Part, Session, Snapshot, Speaker};
use domain::id::{PersonId, SessionId};
use domain::time::LocalTime;
use domain::topic::Minutes;
use sea_orm::{EntityTrait, NotSet, Set};

/// Sessions that pretalx' `create_test_event` publishes.
const OF_THE_OTHER: i64 = 36;
/// Side by side, half an hour each, from nine on; twenty in a room a day.
const ROOMS: i64 = 5;
const A_DAY: i64 = 20 * ROOMS;

/// Writes both.
pub async fn load(stage: &Stage) -> Result<()> {
    let first = 1;
    publish(stage, FORUM, first, stage.sizes.sessions).await?;
    publish(stage, BESIDE, first + stage.sizes.sessions, OF_THE_OTHER).await
}

async fn publish(stage: &Stage, event_id: i64, first: i64, count: i64) -> Result<()> {
    let event = event::Entity::find_by_id(event_id).one(&stage.tx).await?.context("the event")?;
    let day = event.starts_local.get(..10).context("a date")?.parse::<jiff::civil::Date>()?;
    let sessions = (0..count).map(|n| one(day, first + n, n)).collect::<Result<Vec<_>>>()?;
    stage.add(sessions.iter().map(|session| row(stage, event_id, session))).await?;
    let speakers = sessions.iter().flat_map(|session| (1..).zip(&session.speakers).map(|(at, speaker)| speaks(session, at, speaker)));
    stage.add(speakers.collect::<Vec<_>>()).await?;
    let release = agenda_release::ActiveModel {
        id: NotSet,
        event_id: Set(event_id),
        number: Set(1),
        name: Set(text("Galīgā darba kārtība", "Final agenda").into()),
        snapshot: Set(Snapshot::default().publish(&event.zone, &sessions, stage.today).into()),
        released_at: Set(stage.today),
    };
    stage.add([release]).await
}

fn one(day: jiff::civil::Date, id: i64, n: i64) -> Result<Session> {
    let day = day.checked_add(jiff::Span::new().days(n / A_DAY))?;
    let minutes = 9 * 60 + n % A_DAY / ROOMS * 30;
    let title = text(format!("Valsts pārvaldes modernizēšana, {n}. daļa"), format!("Modernising public administration, part {n}"));
    let starts_local = LocalTime::parse(&format!("{day}T{:02}:{:02}", minutes / 60, minutes % 60)).ok().context("a time")?;
    Ok(Session {
        room: Some(text(format!("{}. zāle", n % ROOMS + 1), format!("Room {}", n % ROOMS + 1))),
        speakers: vec![Speaker::Person(PersonId(n % 50 + 1)), Speaker::Named("Valsts kanceleja".to_owned())],
        part: if n % 4 == 0 { Part::Supplementary } else { Part::Main },
        ..Session::new(SessionId(id), title, starts_local, Minutes::new(30).ok().context("minutes")?)
    })
}

fn row(stage: &Stage, event_id: i64, session: &Session) -> session::ActiveModel {
    session::ActiveModel {
        id: Set(session.id.0),
        event_id: Set(event_id),
        topic_id: Set(None),
        title: Set(session.title.clone().into()),
        starts_local: Set(session.starts_local.to_string()),
        duration_minutes: Set(session.minutes.get().into()),
        room: Set(session.room.clone().map(Into::into)),
        online_url: Set(None),
        part: Set(session.part.into()),
        version: Set(1),
        removed: Set(false),
        created_at: Set(stage.today - DAY),
        changed_at: Set(stage.today - DAY),
        run: Set(None),
        kind: Set(session.kind.into()),
        language: Set(None),
        chatham_house: Set(false),
        working_group: Set(None),
        materials: Set(None),
        capacity: Set(None),
    }
}

fn speaks(session: &Session, position: i32, speaker: &Speaker) -> session_speaker::ActiveModel {
    let (person, name) = match speaker {
        Speaker::Person(id) => (Some(id.0), None),
        Speaker::Named(name) => (None, Some(name.clone())),
    };
    session_speaker::ActiveModel {
        id: NotSet,
        session_id: Set(session.id.0),
        position: Set(position),
        person_id: Set(person),
        name: Set(name),
        chairs: Set(false),
    }
}
