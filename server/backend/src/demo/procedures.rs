//! Two written procedures of the State Chancellery: one that is open, one that has closed with a result. What is asked and answered is
//! assumed; that professionals want a task and not a conference is from the study of 2022.

use super::hosts::Hosts;
use super::people::People;
use super::write::{NewEvent, event, text};
use super::{DAY, Draw, Stage, invited};
use crate::Result;
use crate::entity::{event as row, procedure, procedure_answer, procedure_question};
use crate::service::procedure::usual_options;
use domain::event::{Kind, Status, Venue};
use domain::procedure::{Answer, Quorum};
use domain::text::{Label, Text};
use jiff::ToSpan;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, NotSet, Set};

struct Asked {
    slug: &'static str,
    title: Text,
    summary: Text,
    /// Opened so many days ago.
    ago: i32,
    status: Status,
    closed: bool,
}

/// Opinions, as they come with the free question.
const OPINIONS: [&str; 6] = [
    "Katram darbam vajag atbildīgo un termiņu.",
    "Vairāk laika darba grupām, mazāk uzrunu.",
    "Lai viss ir pieejams arī tiešsaistē.",
    "A list of tasks, each with an owner.",
    "Laiks, kas der arī Amerikai un Āzijai.",
    "Nekas īpašs, piekrītu, kā ir.",
];

/// Writes both.
pub async fn load(stage: &Stage<'_>, hosts: &Hosts, people: &People) -> Result<()> {
    let open = Asked {
        slug: "forum-format",
        title: text("Foruma norise: viena vai divas dienas", "The forum: one day or two"),
        summary: text(
            "Par foruma ilgumu jāizlemj, pirms rezervē telpas.",
            "How long the forum is has to be decided before rooms are booked.",
        ),
        ago: 5,
        status: Status::Confirmed,
        closed: false,
    };
    let closed = Asked {
        slug: "data-platform",
        title: text("Kopīga datu platforma profesionāļiem", "A common platform for professionals"),
        summary: text("Steidzama nostāja pirms Ministru kabineta sēdes.", "An urgent position before the Cabinet meets."),
        ago: 40,
        status: Status::Held,
        closed: true,
    };
    let asked: Vec<i64> = std::iter::once(people.organiser).chain(people.answered.iter().take(30).copied()).collect();
    write(stage, hosts.chancellery, open, &asked, 12).await?;
    write(stage, hosts.chancellery, closed, &asked, 23).await
}

async fn write(stage: &Stage<'_>, host: i64, asked: Asked, people: &[i64], answers: usize) -> Result<()> {
    let event = written(stage, host, &asked).await?;
    invited::to_procedure(stage, &event, people).await?;
    let row = procedure::ActiveModel {
        id: NotSet,
        event_id: Set(event.id),
        quorum: Set(Some(Quorum::Percent(50).into())),
        named: Set(true),
        asked_at: Set(Some(event.starts_at)),
        reminded_at: Set(asked.closed.then_some(event.ends_at - 2 * DAY)),
        closed_at: Set(asked.closed.then_some(event.ends_at)),
    };
    row.insert(&stage.tx).await?;
    questions(stage, &event, asked.closed).await?;
    answered(stage, &event, people, answers, asked.closed).await
}

/// Fourteen days long, and no place to come to.
async fn written(stage: &Stage<'_>, host: i64, asked: &Asked) -> Result<row::Model> {
    let new = NewEvent {
        slug: asked.slug.to_owned(),
        host,
        series: None,
        kind: Kind::Written,
        title: asked.title.clone(),
        summary: asked.summary.clone(),
        date: stage.today.saturating_sub(asked.ago.days()),
        time: "09:00",
        zone: "Europe/Riga",
        minutes: 14 * 1_440 + 480,
        venue: Venue { name: Label::same("-"), address: None, city: "Rīga".to_owned(), country: "LV".to_owned() },
        online: None,
        capacity: (None, None),
        status: asked.status,
    };
    let mut row = event(stage, new).await?.into_active_model();
    row.venue = Set(None);
    row.in_person_offered = Set(false);
    Ok(row.update(&stage.tx).await?)
}

async fn questions(stage: &Stage<'_>, event: &row::Model, closed: bool) -> Result<()> {
    let two = if closed {
        [
            (
                text(
                    "Vai piekrītat, ka platformu izstrādā un uztur Valsts kanceleja?",
                    "Do you agree that the State Chancellery builds and keeps the platform?",
                ),
                Some(text("Uzturēšanas izmaksas sedz no **esošā** budžeta.", "It is kept within the **present** budget.")),
                usual_options(),
            ),
            (text("Kas platformā noteikti vajadzīgs?", "What must the platform have?"), None, Vec::new()),
        ]
    } else {
        [
            (
                text("Cik garam jābūt nākamajam forumam?", "How long should the next forum be?"),
                None,
                vec![
                    text("Viena diena", "One day"),
                    text("Divas dienas", "Two days"),
                    text("Diena un darba grupas tiešsaistē", "One day, with working groups online"),
                ],
            ),
            (text("Kas forumā jāmaina?", "What should change in the forum?"), None, Vec::new()),
        ]
    };
    let rows = (1..).zip(two).map(|(position, (text, explanation, options))| procedure_question::ActiveModel {
        id: NotSet,
        event_id: Set(event.id),
        position: Set(position),
        text: Set(text.into()),
        explanation: Set(explanation.map(Into::into)),
        options: Set(options.into()),
    });
    procedure_question::Entity::insert_many(rows).exec_without_returning(&stage.tx).await?;
    Ok(())
}

/// The organiser, who stands first, has not answered: so the demo has something to do.
async fn answered(stage: &Stage<'_>, event: &row::Model, people: &[i64], answers: usize, closed: bool) -> Result<()> {
    let mut draw = Draw(u32::try_from(event.id).unwrap_or(7));
    let rows = people.iter().enumerate().map(|(i, person)| {
        let said = (1..=answers).contains(&i);
        let late = closed && said && i + 2 > answers;
        let option = [1, 1, 1, 2, 3].get(draw.below(5) as usize).copied().unwrap_or(1);
        let words = OPINIONS.get(draw.below(6) as usize).copied().unwrap_or_default();
        let after = if late { 15 * DAY } else { i64::try_from(i).unwrap_or(0) * DAY / 6 };
        procedure_answer::ActiveModel {
            id: NotSet,
            event_id: Set(event.id),
            person_id: Set(Some(*person)),
            added: Set(i == 30),
            answers: Set(said.then(|| vec![Answer::Option(option), Answer::Opinion(words.to_owned())].into())),
            separate_opinion: Set((said && i == 4).then(|| "Piekrītu mērķim, bet ne termiņam: pusgads ir par īsu.".to_owned())),
            answered_at: Set(said.then_some(event.starts_at + after)),
            late: Set(late),
        }
    });
    procedure_answer::Entity::insert_many(rows.collect::<Vec<_>>()).exec_without_returning(&stage.tx).await?;
    Ok(())
}
