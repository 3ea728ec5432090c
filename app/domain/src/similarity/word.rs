//! Words as they are compared: without case, diacritics and endings.

use super::common;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// One word of a text.
pub(super) struct Word {
    range: Range<usize>,
    folded: String,
    stem_bytes: usize,
    /// Letters of the whole word, folded.
    pub(super) letters: usize,
    /// Letters of the stem.
    pub(super) stem_letters: usize,
    /// Which letters the stem has, a bit each: tells most words apart without comparing them.
    pub(super) alphabet: u32,
    /// Years and article numbers are right or wrong, never nearly right.
    pub(super) number: bool,
}

impl Word {
    fn new(range: Range<usize>, folded: String) -> Self {
        let stem = stem(&folded);
        let (stem_bytes, stem_letters) = (stem.len(), stem.chars().count());
        let alphabet = stem.chars().fold(0, |bits, c| bits | 1 << (u32::from(c) % 32));
        let letters = folded.chars().count();
        let number = folded.chars().any(char::is_numeric);
        Self { range, folded, stem_bytes, letters, stem_letters, alphabet, number }
    }

    /// Where it stands in the text, in bytes.
    pub(super) fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    /// The word in lower case, without diacritics, long vowels single.
    pub(super) fn folded(&self) -> &str {
        &self.folded
    }

    /// The folded word without its ending.
    pub(super) fn stem(&self) -> &str {
        self.folded.get(..self.stem_bytes).unwrap_or(&self.folded)
    }
}

/// The words of a text that say something: two letters or more, no stop words.
pub(super) fn words(text: &str) -> Vec<Word> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || (!c.is_ascii() && (c.is_alphanumeric() || is_combining_mark(c)));
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match start {
            None if is_part(c) => start = Some(at),
            Some(from) if !is_part(c) => {
                words.extend(text.get(from..at).and_then(|raw| word(from..at, raw)));
                start = None;
            }
            _ => {}
        }
    }
    words
}

fn word(range: Range<usize>, raw: &str) -> Option<Word> {
    let folded = fold(raw);
    // "IT" and "ES" in capitals are names, "it" and "es" are not.
    let is_name = || raw.chars().all(char::is_uppercase);
    let says_something = folded.chars().nth(1).is_some() && (!common::is_stop_word(&folded) || is_name());
    says_something.then(|| Word::new(range, folded))
}

/// Lower case, no diacritics; doubled vowels as long ones (`aa` is `ā`), `sh`, `ch`, `zh` as `š`, `č`, `ž` and `nj`, `lj`, `kj`,
/// `gj` as `ņ`, `ļ`, `ķ`, `ģ`: the ways Latvian is written on a keyboard without its letters.
pub(super) fn fold(raw: &str) -> String {
    let mut folded = String::with_capacity(raw.len());
    let mut last = ' ';
    for c in raw.chars() {
        if let Some(base) = base(c) {
            push(&mut folded, &mut last, base);
        } else {
            let decomposed = c.nfkd().flat_map(char::to_lowercase).filter(|c| !is_combining_mark(*c));
            decomposed.for_each(|c| push(&mut folded, &mut last, c));
        }
    }
    folded
}

fn push(folded: &mut String, last: &mut char, c: char) {
    let second = match c {
        'a' | 'e' | 'i' | 'u' => *last == c,
        'h' => matches!(last, 's' | 'c' | 'z'),
        'j' => matches!(last, 'n' | 'l' | 'k' | 'g'),
        _ => false,
    };
    if !second {
        folded.push(c);
        *last = c;
    }
}

/// The letter under a Latin or Latvian letter; none where the general decomposition is needed.
fn base(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(c.to_ascii_lowercase());
    }
    let plain = match c {
        'ā' | 'Ā' => 'a',
        'č' | 'Č' => 'c',
        'ē' | 'Ē' => 'e',
        'ģ' | 'Ģ' => 'g',
        'ī' | 'Ī' => 'i',
        'ķ' | 'Ķ' => 'k',
        'ļ' | 'Ļ' => 'l',
        'ņ' | 'Ņ' => 'n',
        'ō' | 'Ō' => 'o',
        'ŗ' | 'Ŗ' => 'r',
        'š' | 'Š' => 's',
        'ū' | 'Ū' => 'u',
        'ž' | 'Ž' => 'z',
        _ => return None,
    };
    Some(plain)
}

/// The endings of Latvian nouns and adjectives, and the English plurals, folded; longer before shorter.
const ENDINGS: [&str; 28] = [
    "ajiem", "ajam", "ajai", "ajos", "ajas", "aja", "iem", "ies", "ais", "am", "as", "ai", "ei", "em", "es", "os", "us", "im", "is", "ij",
    "ie", "a", "e", "i", "o", "u", "y", "s",
];
/// What must remain of a word without its ending.
const STEM_MIN: usize = 3;

/// A folded word without its ending (a light stemmer after Kreslins, 1996, without the palatalised forms: folding covers them).
pub(super) fn stem(folded: &str) -> &str {
    let long_enough = |rest: &&str| rest.chars().nth(STEM_MIN - 1).is_some();
    let endings = ENDINGS.iter().filter(|ending| ending.bytes().next_back() == folded.bytes().next_back());
    endings.filter_map(|ending| folded.strip_suffix(ending)).find(long_enough).unwrap_or(folded)
}
