//! How close two words are.

use super::word::Word;

/// Slips allowed in words of at least so many letters.
const ONE_SLIP_LETTERS: usize = 4;
const TWO_SLIPS_LETTERS: usize = 8;
/// Below this many letters a slip in the first one makes another word more often than a mistake (health, wealth).
const FIRST_LETTER_FREE: usize = 8;

/// 1 for the same word in any form, less for slips and for words of one family, none for different words.
pub(super) fn closeness(asked: &Word, word: &Word) -> Option<f64> {
    let (a, b) = (asked, word);
    // A singular may look as if it had an ending that its plural does not show: "system", "systems".
    if a.stem() == b.stem() || a.folded() == b.stem() || a.stem() == b.folded() {
        return Some(1.0);
    }
    if a.number || b.number {
        return None;
    }
    slip(a, b).or_else(|| family(a.stem(), b.stem()))
}

/// Words apart by slips of the keyboard: one in a word of 4 letters, two in one of 8; swapped neighbours are one slip.
fn slip(a: &Word, b: &Word) -> Option<f64> {
    let shorter = a.letters.min(b.letters);
    let allowed = match shorter {
        0..ONE_SLIP_LETTERS => return None,
        ONE_SLIP_LETTERS..TWO_SLIPS_LETTERS => 1,
        _ => 2,
    };
    // A slip changes at most two letters of the alphabet a word uses.
    if a.stem_letters.abs_diff(b.stem_letters) > allowed || (a.alphabet ^ b.alphabet).count_ones() as usize > 2 * allowed {
        return None;
    }
    if shorter < FIRST_LETTER_FREE && !same_start(a.stem(), b.stem()) {
        return None;
    }
    let slips = strsim::osa_distance(a.stem(), b.stem());
    #[expect(clippy::cast_precision_loss, reason = "letters of a word")]
    let close = 1.0 - 1.4 * slips as f64 / shorter as f64;
    (slips <= allowed).then_some(close)
}

fn same_start(a: &str, b: &str) -> bool {
    let first_two = |s: &str| (s.chars().next(), s.chars().nth(1));
    let ((a1, a2), (b1, b2)) = (first_two(a), first_two(b));
    a1 == b1 || (a1, a2) == (b2, b1)
}

/// Words of one family: half of the longer or more is the shorter, at its start ("digital", "digitalizācija"; a word being typed) or
/// at its end ("mācība", "apmācība"); or both start with the same seven letters that are most of them ("modernise", "modernisation").
fn family(asked: &str, word: &str) -> Option<f64> {
    let (short, long) = if asked.len() <= word.len() { (asked, word) } else { (word, asked) };
    #[expect(clippy::cast_precision_loss, reason = "letters of a word")]
    let part = |bytes: usize| bytes as f64 / long.len() as f64;
    // Somebody may still be typing the word asked for, so its first letters are enough.
    let enough = if short.len() == asked.len() { 4 } else { 5 };
    let shared = short.bytes().zip(long.bytes()).take_while(|(a, b)| a == b).count();
    if short.len() >= enough && shared == short.len() && part(shared) >= 0.5 {
        return Some(0.5 + 0.4 * part(shared));
    }
    if short.len() >= 5 && part(short.len()) >= 0.5 && short.bytes().next_back() == long.bytes().next_back() && long.ends_with(short) {
        return Some(0.4 + 0.4 * part(short.len()));
    }
    (shared >= 7 && part(shared) >= 0.6).then(|| 0.4 + 0.4 * part(shared))
}
