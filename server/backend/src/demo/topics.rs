//! The topics that respondents named, a closed round over them with its result, and an open one.

use super::people::People;
use super::write::text;
use super::{Draw, Stage};
use crate::Result;
use crate::entity::{ballot, event, round, round_topic, support, topic, voter};
use crate::error::Error;
use crate::id;
use domain::text::Text;
use domain::topic::Status;
use domain::voting::{Ballot, Choice, Item, Kind, Limits, Method, Utility, Voters, tally};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, NotSet, Set};

/// As respondents named them, with the minutes and the number of supporters assumed.
const TOPICS: [(&str, &str, i32, u32); 19] = [
    ("Klimata pārmaiņas un to ietekme uz politiku", "Climate change and its effect on policy", 45, 42),
    ("Sabiedrības veselība", "Public health", 30, 28),
    ("Cilvēktiesības", "Human rights", 45, 31),
    ("Kultūra", "Culture", 30, 14),
    ("Zinātne", "Science", 30, 19),
    ("Valsts pārvaldes modernizēšana", "Modernising public administration", 60, 49),
    ("Transports", "Transport", 20, 9),
    ("Attīstības sadarbība", "International development", 30, 17),
    ("Sociālā drošība", "Social security", 40, 41),
    ("Līdzekļu piesaiste nevalstiskajam sektoram", "Nonprofit fundraising", 20, 8),
    ("Starptautiskās saites un karjera valsts dienestā", "International ties and careers of the civil service", 45, 44),
    ("Aizsardzība", "Defence", 60, 45),
    ("Kosmoss", "Space", 20, 12),
    ("Izglītība", "Education", 30, 26),
    ("Inovācijas, tehnoloģijas un finanses", "Innovation, technology and finance", 45, 35),
    ("Ārvalstu tiešās investīcijas", "Foreign direct investment", 30, 23),
    ("Informācijas tehnoloģijas", "Information technology", 30, 21),
    ("Uzņēmēju sadarbība", "Business cooperation", 30, 18),
    ("Kodolenerģija: jā vai nē", "Nuclear energy: yes or no", 40, 37),
];
const BALLOTS: usize = 97;
const AGENDA_MINUTES: i32 = 240;

/// Writes topics, supports and rounds of the forum.
pub async fn load(stage: &Stage<'_>, forum: &event::Model, people: &People) -> Result<()> {
    let topics = topics(stage, forum, people).await?;
    let first: Vec<_> = topics.iter().filter(|one| one.number <= 12).cloned().collect();
    closed_round(stage, forum, people, &first).await?;
    let rest: Vec<_> = topics.iter().filter(|one| one.number > 12).cloned().collect();
    open_round(stage, forum, people, &rest).await?;
    let mut row = forum.clone().into_active_model();
    row.next_topic_number = Set(i32::try_from(TOPICS.len()).unwrap_or(0) + 1);
    row.next_round_number = Set(3);
    row.update(&stage.tx).await?;
    Ok(())
}

async fn topics(stage: &Stage<'_>, forum: &event::Model, people: &People) -> Result<Vec<topic::Model>> {
    let mut draw = Draw(19);
    let mut made = Vec::new();
    for (number, (lv, en, minutes, supporters)) in (1..).zip(TOPICS) {
        let author = people.answered.get(draw.below(100) as usize).copied();
        let named = number % 3 != 0;
        let row = topic::ActiveModel {
            id: NotSet,
            event_id: Set(forum.id),
            number: Set(number),
            title: Set(text(lv, en).into()),
            summary: Set(None),
            minutes: Set(minutes),
            author_id: Set(author.filter(|_| named)),
            author_sealed: Set(author.filter(|_| !named).map(|author| crate::service::topics::seal_author(stage.site, author))),
            origin: Set(Some(origin(number).into())),
            status: Set(Status::Proposed.into()),
            reason: Set(None),
            merged_into: Set(None),
            proposed_on: Set(stage.today.saturating_sub(jiff::Span::new().days(100)).to_string()),
            opened: Set(0),
            ..Default::default()
        };
        let topic = row.insert(&stage.tx).await?;
        supports(stage, topic.id, people, supporters, &mut draw).await?;
        made.push(topic);
    }
    Ok(made)
}

fn origin(number: i32) -> Text {
    match number % 4 {
        0 => text("Vēstniecības tikšanās Parīzē", "Embassy briefing in Paris"),
        1 => text("2022. gada pētījums", "Study of 2022"),
        2 => text("Tematiskā tikšanās Briselē", "Thematic meeting in Brussels"),
        _ => text("Pieteikts šeit", "Proposed here"),
    }
}

async fn supports(stage: &Stage<'_>, topic_id: i64, people: &People, count: u32, draw: &mut Draw) -> Result<()> {
    let start = draw.below(150) as usize;
    let supporters = people.answered.iter().cycle().skip(start).step_by(3).take(count as usize);
    let rows = supporters.map(|person| support::ActiveModel { id: NotSet, topic_id: Set(topic_id), person_id: Set(*person) });
    support::Entity::insert_many(rows).exec_without_returning(&stage.tx).await?;
    Ok(())
}

async fn closed_round(stage: &Stage<'_>, forum: &event::Model, people: &People, topics: &[topic::Model]) -> Result<()> {
    let choices = choices(topics);
    let items: Vec<Item> =
        topics.iter().map(|topic| Item { id: topic.id.to_string(), minutes: u32::try_from(topic.minutes).unwrap_or(1) }).collect();
    let ballots: Vec<Ballot> = choices.iter().cloned().map(Ballot::of).collect();
    let limits = Limits { winners: None, minutes: u32::try_from(AGENDA_MINUTES).ok() };
    let result = tally(Method::EqualShares, &items, &ballots, limits, Utility::default())?;
    let json = serde_json::to_string(&result).map_err(Error::internal)?;
    let round = round(stage, forum, 1, text("Ko ņemam darba kārtībā?", "What goes on the agenda?"), (-60, -30)).await?;
    let mut row = round.clone().into_active_model();
    row.method = Set(Method::EqualShares.into());
    row.closed_at = Set(Some(stage.days(-30)));
    row.applied_at = Set(Some(stage.days(-29)));
    row.key = Set(None);
    row.result = Set(Some(json));
    row.update(&stage.tx).await?;
    put_to_vote(stage, round.id, topics).await?;
    let voters: Vec<i64> = people.answered.iter().take(110).copied().collect();
    voters_of(stage, round.id, &voters, BALLOTS).await?;
    let contents = choices.iter().map(|choice| serde_json::to_string(choice).map_err(Error::internal)).collect::<Result<Vec<_>>>()?;
    let rows = contents.into_iter().map(|content| ballot::ActiveModel {
        id: NotSet,
        round_id: Set(round.id),
        voter_hash: Set(None),
        person_id: Set(None),
        content: Set(content),
    });
    ballot::Entity::insert_many(rows).exec_without_returning(&stage.tx).await?;
    for winner in topics.iter().filter(|topic| result.selected.contains(&topic.id.to_string())) {
        let mut row = winner.clone().into_active_model();
        row.status = Set(Status::Shortlisted.into());
        row.update(&stage.tx).await?;
    }
    Ok(())
}

/// Ballots whose approvals follow the supports.
fn choices(topics: &[topic::Model]) -> Vec<Choice> {
    let mut draw = Draw(97);
    let liking =
        |topic: &topic::Model| TOPICS.get(usize::try_from(topic.number - 1).unwrap_or(0)).map_or(10, |(_, _, _, supporters)| *supporters);
    // People of one field want the same topics, and a small field nearly only its own.
    let field = |voter: usize| if voter.is_multiple_of(5) { 2 } else { voter % 2 };
    let mut one = |voter: usize| {
        let liked = |topic: &&topic::Model| {
            let is_own = usize::try_from(topic.number).unwrap_or(0) % 3 == field(voter);
            draw.below(BALLOTS as u32) < if is_own { liking(topic) * 2 } else { liking(topic) / 2 }
        };
        Choice::Approve(topics.iter().filter(liked).map(|topic| topic.id.to_string()).collect())
    };
    (0..BALLOTS).map(&mut one).collect()
}

async fn open_round(stage: &Stage<'_>, forum: &event::Model, people: &People, topics: &[topic::Model]) -> Result<()> {
    let round = round(stage, forum, 2, text("Ko ņemam papilddaļā?", "What goes into the supplementary part?"), (-5, 25)).await?;
    put_to_vote(stage, round.id, topics).await?;
    let mut voters: Vec<i64> = people.answered.iter().take(110).copied().collect();
    voters.push(people.organiser);
    voters_of(stage, round.id, &voters, 0).await
}

async fn round(stage: &Stage<'_>, forum: &event::Model, number: i32, title: Text, (opens, closes): (i64, i64)) -> Result<round::Model> {
    let row = round::ActiveModel {
        id: NotSet,
        event_id: Set(forum.id),
        number: Set(number),
        title: Set(title.into()),
        method: Set(Method::Approval.into()),
        opens_at: Set(stage.days(opens)),
        closes_at: Set(stage.days(closes)),
        winners: Set(None),
        minutes: Set(Some(AGENDA_MINUTES / number)),
        max_choices: Set(None),
        secret: Set(true),
        key: Set(Some(id::secret())),
        made_at: Set(stage.days(opens)),
        electorate_at: Set(Some(stage.days(opens))),
        closed_at: Set(None),
        result: Set(None),
        applied_at: Set(None),
        kind: Set(Kind::Approve.into()),
        utility: Set(Utility::default().into()),
        voters: Set(Voters::default().into()),
        audience: Set(None),
        quorum: Set(None),
        remind_at: Set(None),
    };
    Ok(row.insert(&stage.tx).await?)
}

async fn put_to_vote(stage: &Stage<'_>, round_id: i64, topics: &[topic::Model]) -> Result<()> {
    let rows = (0..).zip(topics).map(|(position, topic)| round_topic::ActiveModel {
        id: NotSet,
        round_id: Set(round_id),
        topic_id: Set(topic.id),
        position: Set(position),
        minutes: Set(topic.minutes),
        opened: Set(0),
    });
    round_topic::Entity::insert_many(rows).exec_without_returning(&stage.tx).await?;
    Ok(())
}

async fn voters_of(stage: &Stage<'_>, round_id: i64, people: &[i64], voted: usize) -> Result<()> {
    let rows = people.iter().enumerate().map(|(i, person)| voter::ActiveModel {
        id: NotSet,
        round_id: Set(round_id),
        person_id: Set(*person),
        voted: Set(i < voted),
    });
    voter::Entity::insert_many(rows).exec_without_returning(&stage.tx).await?;
    Ok(())
}
