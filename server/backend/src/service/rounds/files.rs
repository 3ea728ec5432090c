//! A closed round as files, so that anybody can count it again with other software.
//!
//! `.pb` is the format of participatory budgeting (pabulib.org/format), `.toi` that of PrefLib for rankings with ties
//! (preflib.org/format). Ballots are in the order that the close left them in, which tells nothing.

mod ballots;
mod formats;
mod table;

use super::result::Outcome;
use super::{items, limits, outcome};
use crate::entity::{ballot, round};
use crate::error::Error;
use crate::service::access::Actor;
use crate::{Result, Site};
use domain::text::Lang;
use domain::voting::{Ballot, Choice, Item, Kind, Limits};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

/// From fewer ballots than this none are shown: they would be too easy to guess.
pub const FEWEST: usize = 10;

/// What was put into the ballot box, as the calculator of votes takes it.
#[derive(Clone, Debug)]
pub struct Cast {
    /// The round, with its method.
    pub round: round::Model,
    /// The topics by id, in their display order.
    pub items: Vec<Item>,
    /// The ballots.
    pub ballots: Vec<Ballot>,
    /// What was to be chosen.
    pub limits: Limits,
}

/// One of the files of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// What came out, a line a topic.
    Result,
    /// A line a ballot, a column a topic.
    Ballots,
    /// The same for software of participatory budgeting.
    Pb,
    /// Rankings for software of social choice.
    Toi,
}

impl File {
    /// By the last part of its address.
    pub fn of(name: &str) -> Option<Self> {
        match name {
            "result.csv" => Some(Self::Result),
            "ballots.csv" => Some(Self::Ballots),
            "ballots.pb" => Some(Self::Pb),
            "ballots.toi" => Some(Self::Toi),
            _ => None,
        }
    }

    /// The last part of its address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Result => "result.csv",
            Self::Ballots => "ballots.csv",
            Self::Pb => "ballots.pb",
            Self::Toi => "ballots.toi",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Result | Self::Ballots => "text/csv; charset=utf-8",
            Self::Pb | Self::Toi => "text/plain; charset=utf-8",
        }
    }

    /// Those that a round has; `.pb` knows no two topics at one place.
    pub fn all(outcome: &Outcome) -> Vec<Self> {
        let mut all = vec![Self::Result];
        if outcome.voted >= FEWEST as u64 {
            all.push(Self::Ballots);
            all.push(if outcome.round.kind.0 == Kind::Ranking { Self::Toi } else { Self::Pb });
        }
        all
    }
}

/// The ballots of a closed round; 409 `sealed` before, `too_few_ballots` where there are fewer than [`FEWEST`].
pub async fn cast(site: &Site, actor: &Actor, round_id: i64) -> Result<Cast> {
    let outcome = outcome(site, actor, round_id).await?;
    let ballots = read(site, &outcome).await?;
    Ok(Cast { items: items(&outcome.topics), limits: limits(&outcome.round), round: outcome.round, ballots })
}

async fn read(site: &Site, outcome: &Outcome) -> Result<Vec<Ballot>> {
    let rows = ballot::Entity::find().filter(ballot::Column::RoundId.eq(outcome.round.id)).order_by_asc(ballot::Column::Id);
    let rows = rows.all(site.db.read()).await?;
    if rows.len() < FEWEST {
        return Err(Error::Conflict("too_few_ballots"));
    }
    let read = |row: &ballot::Model| serde_json::from_str::<Choice>(&row.content).map(Ballot::of).map_err(Error::internal);
    rows.iter().map(read).collect()
}

/// One of the files, with titles in the reader's language; 404 where the round has it not.
pub async fn file(site: &Site, actor: &Actor, lang: Lang, round_id: i64, file: File) -> Result<String> {
    let outcome = outcome(site, actor, round_id).await?;
    if file == File::Result {
        return table::result(lang, &outcome);
    }
    let ballots = read(site, &outcome).await?;
    match file {
        File::Ballots => ballots::csv(lang, &outcome, &ballots),
        File::Pb => formats::pb(site, lang, &outcome, &ballots)?.ok_or(Error::NotFound),
        _ => formats::toi(site, lang, &outcome, &ballots).ok_or(Error::NotFound),
    }
}
