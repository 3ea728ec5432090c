//! Finding proposed topics like a new one although people write Latvian with and without diacritics.
//!
//! Words are compared, not letters of the whole: order does not matter, endings and slips of the keyboard hardly do, and a word
//! few topics have says more than one that many have (inverse document frequency: Spärck Jones, 1972).

mod closeness;
mod common;
#[cfg(test)]
mod tests;
mod word;

use serde::Serialize;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use word::Word;

/// The most candidates returned.
pub const RESULTS_MAX: usize = 5;
/// Candidates scored below this are unrelated.
const THRESHOLD: f64 = 0.3;
/// What the side that is covered better counts: a short query and a long title, or the reverse, can be alike.
const BETTER_SIDE: f64 = 0.65;

/// A candidate like the query.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Similar<Id> {
    /// The candidate.
    pub id: Id,
    /// Its text that matched best: which of the candidates given, from 0.
    pub place: usize,
    /// How alike, above 0 and at most 1.
    pub score: f64,
    /// The words of the candidate that are like words of the query: ranges of bytes, in order.
    pub matched: Vec<Range<usize>>,
}

/// The candidates most like `query`, best first (the earlier of equals), at most [`RESULTS_MAX`] and each id once.
///
/// An id may be given several times, as for a title in two languages; its best text counts. A query without a word of two
/// letters finds nothing.
pub fn similar<'a, Id: PartialEq>(query: &str, candidates: impl IntoIterator<Item = (Id, &'a str)>) -> Vec<Similar<Id>> {
    let query = distinct(word::words(query));
    if query.is_empty() {
        return Vec::new();
    }
    let (ids, texts): (Vec<Id>, Vec<Vec<Word>>) = candidates.into_iter().map(|(id, text)| (id, word::words(text))).unzip();
    let weights = Weights::of(&texts);
    let mut vocabulary = Vocabulary::new(&query, &weights);
    let found = ids.into_iter().zip(&texts).enumerate().filter_map(|(place, (id, text))| {
        let (score, matched) = vocabulary.score(text);
        (score >= THRESHOLD).then_some(Similar { id, place, score, matched })
    });
    best(found.collect())
}

/// Text as it is searched for: lower case, without diacritics, long vowels single (`Apmaaciiba` and `apmācība` are alike).
pub fn folded(text: &str) -> String {
    word::fold(text)
}

fn distinct(words: Vec<Word>) -> Vec<Word> {
    let mut seen = HashSet::new();
    words.into_iter().filter(|word| seen.insert(word.stem().to_owned())).collect()
}

fn best<Id: PartialEq>(mut found: Vec<Similar<Id>>) -> Vec<Similar<Id>> {
    found.sort_by(|a, b| b.score.total_cmp(&a.score));
    let mut best: Vec<Similar<Id>> = Vec::with_capacity(RESULTS_MAX);
    for similar in found {
        if best.len() < RESULTS_MAX && best.iter().all(|other| other.id != similar.id) {
            best.push(similar);
        }
    }
    best
}

/// How much a word says: the fewer candidates have it, the more.
struct Weights<'t> {
    candidates: f64,
    having: HashMap<&'t str, u32>,
    common: HashSet<String>,
}

impl<'t> Weights<'t> {
    fn of(texts: &'t [Vec<Word>]) -> Self {
        let mut having: HashMap<&str, u32> = HashMap::new();
        for text in texts {
            let mut seen: Vec<&str> = Vec::with_capacity(text.len());
            for stem in text.iter().map(Word::stem) {
                if !seen.contains(&stem) {
                    seen.push(stem);
                    *having.entry(stem).or_default() += 1;
                }
            }
        }
        Self { candidates: f64::from(u32::try_from(texts.len()).unwrap_or(u32::MAX)), having, common: common::weak_stems() }
    }

    fn weigh(&self, stem: &str) -> f64 {
        let having = self.having.get(stem).copied().unwrap_or_default().max(1);
        let rarity = 1.0 + ((self.candidates + 1.0) / f64::from(having + 1)).ln().max(0.0);
        if self.common.contains(stem) { rarity * common::WEAK } else { rarity }
    }
}

/// What is known of each different word of the candidates, worked out once.
struct Vocabulary<'t> {
    query: &'t [Word],
    query_weights: Vec<f64>,
    weights: &'t Weights<'t>,
    known: HashMap<&'t str, Known>,
}

/// A word's weight, and the words of the query it is like: which, and how close (0–1).
struct Known {
    weight: f64,
    like: Vec<(usize, f64)>,
}

impl<'t> Vocabulary<'t> {
    fn new(query: &'t [Word], weights: &'t Weights<'t>) -> Self {
        let query_weights = query.iter().map(|word| weights.weigh(word.stem())).collect();
        Self { query, query_weights, weights, known: HashMap::new() }
    }

    fn look_up(&mut self, word: &'t Word) -> &Known {
        self.known.entry(word.folded()).or_insert_with(|| {
            let close = |(n, asked): (usize, &Word)| closeness::closeness(asked, word).map(|close| (n, close));
            Known { weight: self.weights.weigh(word.stem()), like: self.query.iter().enumerate().filter_map(close).collect() }
        })
    }

    /// The score of a candidate and the ranges of its words that are like the query's.
    fn score(&mut self, text: &'t [Word]) -> (f64, Vec<Range<usize>>) {
        let mut matched = Vec::new();
        let mut covered = vec![0.0_f64; self.query.len()];
        let (mut own, mut own_covered) = (0.0, 0.0);
        for word in text {
            let known = self.look_up(word);
            own += known.weight;
            let closest = known.like.iter().map(|(_, close)| *close).fold(0.0, f64::max);
            own_covered += known.weight * closest;
            for &(n, close) in &known.like {
                if let Some(best) = covered.get_mut(n) {
                    *best = best.max(close);
                }
            }
            if closest > 0.0 {
                matched.push(word.range());
            }
        }
        if matched.is_empty() {
            return (0.0, matched);
        }
        let asked: f64 = self.query_weights.iter().sum();
        let asked_covered: f64 = self.query_weights.iter().zip(&covered).map(|(weight, close)| weight * close).sum();
        (joined(asked_covered / asked, own_covered / own), matched)
    }
}

fn joined(a: f64, b: f64) -> f64 {
    (BETTER_SIDE * a.max(b) + (1.0 - BETTER_SIDE) * a.min(b)).min(1.0)
}
