//! What is said about the demo's topics and what became of them. Topics and barriers are those respondents named (`study.json`);
//! the words of comments, reasons and the report are invented.

use super::Stage;
use super::people::People;
use super::write::text;
use crate::Result;
use crate::entity::{comment, event, follow, report, round, topic, topic_event, topic_merge};
use domain::comment::{Complaint, Stance, State};
use domain::text::{Lang, Text};
use domain::topic::{By, Happening, Proposal, Status};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, NotSet, QueryFilter, QueryOrder, Set};
use std::collections::HashMap;

/// Topic, which of the 150 said it (the same one again answers as themselves), how many days ago, in which language, what; and
/// whether it answers the comment before it.
const COMMENTS: [(i32, usize, i64, Lang, &str, bool); 8] = [
    (
        6,
        3,
        88,
        Lang::Lv,
        "Vai varam sākt ar vienu: kam ministrijā rakstīt, ja man ir zināšanas, kas tai noder? Pašlaik **nezinu, kam tās vajadzīgas**.",
        false,
    ),
    (6, 41, 86, Lang::En, "The same here. One contact point in each ministry would be enough to begin with.", true),
    (6, 17, 60, Lang::Lv, "Piedāvāju īsu pārskatu, kā to dara ESAO: 10 minūtes, tad jautājumi.", false),
    (1, 52, 80, Lang::Lv, "Būtu labi runāt par to, kuri dati Latvijai jau ir, un kuri jāprasa mums.", false),
    (1, 8, 79, Lang::En, "I can bring two pages on how other small states prepare their positions.", true),
    (12, 23, 70, Lang::Lv, "Lūdzu, šo pēc Četemhausas kārtulas: citādi daudzi klusēs neitralitātes dēļ.", false),
    (19, 64, 12, Lang::Lv, "Vispirms skaitļi, tad viedokļi. Kas var atnest izmaksu salīdzinājumu?", false),
    (19, 77, 11, Lang::En, "Our company sells small reactors, write to us for an offer!", false),
];
/// The comment that was reported, counted from 0.
const REPORTED: usize = 7;
const ANSWERED: i32 = 10;
const DECLINED: i32 = 7;
const MERGED: (i32, i32) = (5, 15);

/// Writes comments, a report, an answer, a refusal, a merger, and the timelines that go with them.
pub async fn load(stage: &Stage<'_>, forum: &event::Model, people: &People) -> Result<()> {
    let tx = &stage.tx;
    let topics = topic::Entity::find().filter(topic::Column::EventId.eq(forum.id)).order_by_asc(topic::Column::Number).all(tx).await?;
    let first = round::Entity::find().filter(round::Column::EventId.eq(forum.id)).filter(round::Column::Number.eq(1)).one(tx).await?;
    let mut proposed = HashMap::new();
    for topic in &topics {
        proposed.insert(topic.id, tell(stage, topic.id, (Happening::Proposed, By::Author), 100, |_| {}).await?);
    }
    let said = comments(stage, &topics, people).await?;
    for topic in topics.iter().filter(|topic| topic.status.0 == Status::Shortlisted) {
        let round = first.as_ref().map(|round| round.id);
        tell(stage, topic.id, (Happening::Shortlisted, By::Round), 29, |row| row.round_id = Set(round)).await?;
    }
    settle(stage, &topics).await?;
    merge(stage, &topics).await?;
    let reported = said.get(REPORTED).zip(people.answered.first());
    if let Some((comment, person)) = reported {
        let row = report::ActiveModel {
            id: NotSet,
            topic_id: Set(comment.topic_id),
            comment_id: Set(Some(comment.id)),
            person_id: Set(Some(*person)),
            reason: Set(Complaint::OffTopic.into()),
            text: Set(Some("Tā ir reklāma.".to_owned())),
            reported_on: Set(day(stage, 10)),
            decision: Set(None),
        };
        row.insert(tx).await?;
    }
    followers(stage, &topics, &said, &proposed).await
}

pub(super) fn day(stage: &Stage<'_>, ago: i64) -> String {
    stage.today.saturating_sub(jiff::Span::new().days(ago)).to_string()
}

fn numbered(topics: &[topic::Model], number: i32) -> impl Iterator<Item = &topic::Model> {
    topics.iter().filter(move |topic| topic.number == number)
}

pub(super) async fn tell(
    stage: &Stage<'_>,
    topic_id: i64,
    (happening, by): (Happening, By),
    ago: i64,
    edit: impl FnOnce(&mut topic_event::ActiveModel),
) -> Result<i64> {
    let mut row = topic_event::ActiveModel {
        id: NotSet,
        topic_id: Set(topic_id),
        happening: Set(happening.into()),
        done_by: Set(by.into()),
        on_date: Set(day(stage, ago)),
        other_id: Set(None),
        round_id: Set(None),
        comment_id: Set(None),
        reason: Set(None),
    };
    edit(&mut row);
    Ok(row.insert(&stage.tx).await?.id)
}

async fn comments(stage: &Stage<'_>, topics: &[topic::Model], people: &People) -> Result<Vec<comment::Model>> {
    let mut said: Vec<comment::Model> = Vec::new();
    for (number, who, ago, language, words, answers) in COMMENTS {
        for topic in numbered(topics, number) {
            let row = comment::ActiveModel {
                id: NotSet,
                topic_id: Set(topic.id),
                parent_id: Set(said.last().filter(|_| answers).map(|before| before.id)),
                author_id: Set(people.answered.get(who).copied()),
                author_sealed: Set(None),
                language: Set(language.into()),
                text: Set(words.to_owned()),
                state: Set(State::Shown.into()),
                hidden_reason: Set(None),
                written_on: Set(day(stage, ago)),
                edited_on: Set(None),
                stance: Set(stance(said.len()).filter(|_| !answers).map(Into::into)),
            };
            let comment = row.insert(&stage.tx).await?;
            tell(stage, topic.id, (Happening::Commented, By::Commenter), ago, |row| row.comment_id = Set(Some(comment.id))).await?;
            said.push(comment);
        }
    }
    Ok(said)
}

/// Not everybody says where they stand.
fn stance(nth: usize) -> Option<Stance> {
    match nth % 4 {
        0 => Some(Stance::For),
        1 => Some(Stance::Neutral),
        2 => None,
        _ => Some(Stance::Against),
    }
}

async fn settle(stage: &Stage<'_>, topics: &[topic::Model]) -> Result<()> {
    let answer = text(
        "Kultūras ministrija un Sabiedrības integrācijas fonds izsludina konkursus ik pavasari; saraksts un kontaktpersona nosūtīti \
         visiem, kas tematu atbalstīja. Forums tam nav jāgaida.",
        "The Ministry of Culture and the Society Integration Foundation call for proposals every spring; the list and the person to \
         write to went to everybody who supported the topic. It need not wait for the forum.",
    );
    let refusal = text(
        "Par to pavasarī notiek atsevišķa tematiskā tikšanās Briselē; forumā nepietiek laika abām.",
        "A thematic meeting of its own is on this in Brussels in spring; the forum has no time for both.",
    );
    for (number, to, reason) in [(ANSWERED, Status::Answered, answer), (DECLINED, Status::Declined, refusal)] {
        for topic in numbered(topics, number) {
            turn(stage, topic, to, Some(reason.clone())).await?;
        }
    }
    Ok(())
}

async fn turn(stage: &Stage<'_>, topic: &topic::Model, to: Status, reason: Option<Text>) -> Result<()> {
    let mut row = topic.clone().into_active_model();
    row.status = Set(to.into());
    row.reason = Set(reason.clone().map(Into::into));
    row.update(&stage.tx).await?;
    tell(stage, topic.id, (to.into(), By::Organisers), 20, |row| row.reason = Set(reason.map(Into::into))).await?;
    Ok(())
}

async fn merge(stage: &Stage<'_>, topics: &[topic::Model]) -> Result<()> {
    for (topic, into) in numbered(topics, MERGED.0).zip(numbered(topics, MERGED.1)) {
        let asked = topic_merge::ActiveModel {
            id: NotSet,
            topic_id: Set(topic.id),
            into_id: Set(into.id),
            state: Set(Proposal::Accepted.into()),
            proposed_on: Set(day(stage, 25)),
        };
        asked.insert(&stage.tx).await?;
        let mut row = topic.clone().into_active_model();
        row.status = Set(Status::Merged.into());
        row.merged_into = Set(Some(into.id));
        row.update(&stage.tx).await?;
        tell(stage, topic.id, (Happening::MergeProposed, By::Organisers), 25, |row| row.other_id = Set(Some(into.id))).await?;
        tell(stage, topic.id, (Happening::Merged, By::Author), 22, |row| row.other_id = Set(Some(into.id))).await?;
        tell(stage, into.id, (Happening::Absorbed, By::Author), 22, |row| row.other_id = Set(Some(topic.id))).await?;
    }
    Ok(())
}

/// Whoever proposed with a name and whoever commented follows, and has something new to look at.
async fn followers(stage: &Stage<'_>, topics: &[topic::Model], said: &[comment::Model], seen: &HashMap<i64, i64>) -> Result<()> {
    let authors = topics.iter().filter_map(|topic| Some((topic.id, topic.author_id?)));
    let commented = said.iter().filter_map(|comment| Some((comment.topic_id, comment.author_id?)));
    let pairs: std::collections::BTreeSet<(i64, i64)> = authors.chain(commented).collect();
    let rows = pairs.into_iter().map(|(topic, person)| follow::ActiveModel {
        told: Set(0),
        id: NotSet,
        topic_id: Set(topic),
        person_id: Set(Some(person)),
        follower_hash: Set(None),
        following: Set(true),
        seen: Set(seen.get(&topic).copied().unwrap_or(0)),
    });
    follow::Entity::insert_many(rows).exec_without_returning(&stage.tx).await?;
    Ok(())
}
