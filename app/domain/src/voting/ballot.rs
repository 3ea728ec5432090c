//! What is voted on, and what a voter writes.

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use strum::{EnumString, IntoStaticStr};

/// Something that can be selected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Unique within the tally.
    pub id: String,
    /// What it needs of the agenda, 1–1,440 minutes.
    pub minutes: u32,
}

/// How much may be selected; both limits hold together, an absent one does not limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// The number of items, 1–500.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub winners: Option<u32>,
    /// The minutes of all selected items together, 1–10,080.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
}

/// One voter's choice, or that of several who chose alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written")]
pub struct Ballot {
    /// How many equal ballots it stands for, at least 1.
    pub weight: u32,
    /// What was chosen.
    #[serde(flatten)]
    pub choice: Choice,
}

/// What a ballot asks, under the name of the field that holds the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumString, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Kind {
    /// Which items are wanted.
    Approve,
    /// How much, 0–5.
    Scores,
    /// In which order.
    Ranking,
}

/// What a voter says of the items, by id. An empty choice is a ballot too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// The items approved.
    Approve(Vec<String>),
    /// A score 0–5 each; an item not named has 0.
    Scores(Scores),
    /// Groups of equally good items, best first.
    Ranking(Vec<Vec<String>>),
}

/// Scores by item id as they were written: a name given twice stays visible, so that it can be refused.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scores(pub Vec<(String, u32)>);

impl Ballot {
    /// One voter's ballot.
    pub fn of(choice: Choice) -> Self {
        Self { weight: 1, choice }
    }
}

impl Choice {
    /// What was asked.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Approve(_) => Kind::Approve,
            Self::Scores(_) => Kind::Scores,
            Self::Ranking(_) => Kind::Ranking,
        }
    }

    /// The field the choice is written in.
    pub fn field(&self) -> &'static str {
        self.kind().into()
    }

    /// Every item named, with 1 for an approval, the score, or the place in the ranking from 1.
    pub fn marks(&self) -> Box<dyn Iterator<Item = (&str, u32)> + '_> {
        match self {
            Self::Approve(ids) => Box::new(ids.iter().map(|id| (id.as_str(), 1))),
            Self::Scores(scores) => Box::new(scores.0.iter().map(|(id, score)| (id.as_str(), *score))),
            Self::Ranking(places) => Box::new((1..).zip(places).flat_map(|(place, ids)| ids.iter().map(move |id| (id.as_str(), place)))),
        }
    }
}

/// A ballot as it arrives: the three kinds are fields of their own, of which one must be there.
#[derive(Deserialize)]
struct Written {
    #[serde(default = "one")]
    weight: u32,
    approve: Option<Vec<String>>,
    scores: Option<Scores>,
    ranking: Option<Vec<Vec<String>>>,
}

fn one() -> u32 {
    1
}

impl TryFrom<Written> for Ballot {
    type Error = &'static str;

    fn try_from(written: Written) -> Result<Self, Self::Error> {
        let choice = match (written.approve, written.scores, written.ranking) {
            (Some(ids), None, None) => Choice::Approve(ids),
            (None, Some(scores), None) => Choice::Scores(scores),
            (None, None, Some(places)) => Choice::Ranking(places),
            _ => return Err("a ballot has one of approve, scores and ranking"),
        };
        Ok(Self { weight: written.weight, choice })
    }
}

impl Serialize for Scores {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(id, score)| (id, score)))
    }
}

impl<'de> Deserialize<'de> for Scores {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Pairs)
    }
}

struct Pairs;

impl<'de> Visitor<'de> for Pairs {
    type Value = Scores;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("scores by item id")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Scores, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = map.next_entry()? {
            pairs.push(pair);
        }
        Ok(Scores(pairs))
    }
}
