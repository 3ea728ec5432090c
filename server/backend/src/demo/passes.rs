//! Topics of embassies' briefings on their way up: one that the forum took up, one that waits for its organisers.

use super::Stage;
use super::people::People;
use super::talk::{day, tell};
use super::write::text;
use crate::Result;
use crate::entity::{event, topic, topic_pass};
use domain::text::Text;
use domain::topic::{By, Happening, Pass, Status};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, NotSet, QueryFilter, Set};

/// The forum's topic that came from Paris, as its origin says.
const TAKEN_UP: i32 = 8;
/// When it was raised, proposed to the forum and taken up, in days before today.
const RAISED: i64 = 90;
const PROPOSED: i64 = 80;
const DECIDED: i64 = 75;
const WAITS: i64 = 4;

/// Writes them.
pub async fn load(stage: &Stage<'_>, forum: &event::Model, people: &People) -> Result<()> {
    let made = topic::Entity::find().filter(topic::Column::EventId.eq(forum.id)).filter(topic::Column::Number.eq(TAKEN_UP));
    let Some(made) = made.one(&stage.tx).await? else { return Ok(()) };
    let author = people.answered.first().copied();
    if let Some(from) = raise(stage, "briefing-paris", made.title.0.clone(), made.minutes, made.author_id).await? {
        pass(stage, &from, forum, PROPOSED, Some(&made)).await?;
    }
    let title = text("Konsulārie pakalpojumi ārpus darba laika", "Consular services outside working hours");
    if let Some(from) = raise(stage, "briefing-washington", title, 20, author).await? {
        pass(stage, &from, forum, WAITS, None).await?;
    }
    Ok(())
}

async fn raise(stage: &Stage<'_>, slug: &str, title: Text, minutes: i32, author: Option<i64>) -> Result<Option<topic::Model>> {
    let Some(briefing) = event::Entity::find().filter(event::Column::Slug.eq(slug)).one(&stage.tx).await? else { return Ok(None) };
    let number = briefing.next_topic_number;
    let row = topic::ActiveModel {
        id: NotSet,
        event_id: Set(briefing.id),
        number: Set(number),
        title: Set(title.into()),
        summary: Set(None),
        minutes: Set(minutes),
        author_id: Set(author),
        author_sealed: Set(None),
        origin: Set(None),
        status: Set(Status::Proposed.into()),
        reason: Set(None),
        merged_into: Set(None),
        proposed_on: Set(day(stage, RAISED)),
        opened: Set(0),
        ..Default::default()
    };
    let topic = row.insert(&stage.tx).await?;
    tell(stage, topic.id, (Happening::Proposed, By::Author), RAISED, |_| {}).await?;
    let mut briefing = briefing.into_active_model();
    briefing.next_topic_number = Set(number + 1);
    briefing.update(&stage.tx).await?;
    Ok(Some(topic))
}

async fn pass(stage: &Stage<'_>, from: &topic::Model, into: &event::Model, ago: i64, made: Option<&topic::Model>) -> Result<()> {
    let row = topic_pass::ActiveModel {
        id: NotSet,
        topic_id: Set(from.id),
        into_event_id: Set(into.id),
        state: Set(if made.is_some() { Pass::Accepted } else { Pass::Proposed }.into()),
        reason: Set(None),
        made_id: Set(made.map(|made| made.id)),
        proposed_on: Set(day(stage, ago)),
        decided_on: Set(made.map(|_| day(stage, DECIDED))),
    };
    row.insert(&stage.tx).await?;
    tell(stage, from.id, (Happening::Passed, By::Organisers), ago, |_| {}).await?;
    if let Some(made) = made {
        tell(stage, from.id, (Happening::PassAccepted, By::Organisers), DECIDED, |_| {}).await?;
        tell(stage, made.id, (Happening::Raised, By::Organisers), DECIDED, |_| {}).await?;
    }
    Ok(())
}
