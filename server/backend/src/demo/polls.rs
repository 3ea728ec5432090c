//! A meeting of a few, whose date is being asked for.

use super::people::People;
use super::write::text;
use super::{DAY, Stage};
use crate::Result;
use crate::entity::stored::{JsonText, Stored};
use crate::entity::{date_poll, date_poll_reply};
use crate::error::Error;
use domain::date_poll::{Answer, Slot};
use domain::text::Lang;
use domain::time::LocalTime;
use jiff::ToSpan;
use sea_orm::{ActiveModelTrait, EntityTrait, NotSet, Set};

/// The end of its address; in an installation that serves people it is drawn by chance.
pub const POLL: &str = "demo-date-poll";

/// Days from today and times in Riga.
const SLOTS: [(i32, i8); 6] = [(21, 10), (21, 16), (22, 10), (22, 16), (24, 9), (24, 17)];
/// By whom among the people, and what they say of each slot: yes, if need be, no.
const ANSWERS: [(usize, &str); 9] = [
    (1, "yyynnn"),
    (4, "nyyyny"),
    (9, "yyiyyn"),
    (17, "niyynn"),
    (23, "yynnin"),
    (31, "nnyyny"),
    (42, "yyyiyn"),
    (58, "nyyynn"),
    (64, "ynynyn"),
];

/// Writes it, with nine answers of people and one of somebody without an account.
pub async fn load(stage: &Stage<'_>, host: i64, people: &People) -> Result<()> {
    let zone = stage.site.zones.get("Europe/Riga").map_err(Error::internal)?;
    // Never on a weekend: from the Monday of that week on.
    let monday = stage.today.saturating_sub(i64::from(stage.today.weekday().to_monday_zero_offset()).days());
    let mut slots = Vec::new();
    for (id, (days, hour)) in (1..).zip(SLOTS) {
        let local = LocalTime::new(monday.saturating_add(days.days()).at(hour, 0, 0, 0));
        let at = zone.resolve(local).map_err(|_| Error::Conflict("local_time_skipped"))?.at;
        slots.push(Slot { id, starts_local: local, starts_at: at.as_millisecond() });
    }
    let poll = date_poll::ActiveModel {
        id: NotSet,
        host_id: Set(host),
        token: Set(POLL.to_owned()),
        title: Set(text("Foruma programmas darba grupa", "Working group on the forum’s programme").into()),
        note: Set(Some(
            text("Stunda tiešsaistē: vienosimies, kas ir galvenajā daļā.", "An hour online, to agree on the main part.").into(),
        )),
        zone: Set(zone.name().to_owned()),
        duration_minutes: Set(60),
        slots: Set(JsonText(slots)),
        closes_at: Set(stage.days(10)),
        without_account: Set(true),
        answers_shown: Set(false),
        event_id: Set(None),
        created_at: Set(stage.days(-3)),
    };
    let poll = poll.insert(&stage.tx).await?.id;
    let own = ANSWERS.into_iter().filter_map(|(i, said)| Some(reply(stage, poll, Some(*people.answered.get(i)?), said)));
    let mut rows: Vec<date_poll_reply::ActiveModel> = own.collect();
    let mut visitor = reply(stage, poll, None, "nynyny");
    visitor.name = Set("Marta no Ņujorkas".to_owned());
    visitor.email = Set(Some("marta@saiets.example".to_owned()));
    visitor.zone = Set("America/New_York".to_owned());
    rows.push(visitor);
    date_poll_reply::Entity::insert_many(rows).exec_without_returning(&stage.tx).await?;
    Ok(())
}

fn reply(stage: &Stage<'_>, poll: i64, person: Option<i64>, said: &str) -> date_poll_reply::ActiveModel {
    let answer = |c: char| match c {
        'y' => Answer::Yes,
        'i' => Answer::IfNeedBe,
        _ => Answer::No,
    };
    date_poll_reply::ActiveModel {
        id: NotSet,
        poll_id: Set(poll),
        person_id: Set(person),
        secret_hash: Set(None),
        name: Set(String::new()),
        email: Set(None),
        email_confirmed: Set(false),
        zone: Set("Europe/Riga".to_owned()),
        language: Set(Stored(Lang::Lv)),
        answers: Set(JsonText((1..).zip(said.chars().map(answer)).collect())),
        answered_at: Set(stage.site.now().as_millisecond() - DAY),
    }
}
