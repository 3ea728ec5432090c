//! Words that say little about what a topic is.

use super::word::{fold, stem};
use std::collections::HashSet;

/// What a weak word counts of an ordinary one.
pub(super) const WEAK: f64 = 0.4;

/// Words that say nothing, Latvian and English, folded and sorted.
#[rustfmt::skip]
const STOP_WORDS: &[&str] = &[
    "about", "an", "and", "ap", "ar", "are", "ari", "as", "at", "be", "ben", "bet", "betwen", "bez", "bus", "by", "can", "caur", "do",
    "does", "es", "for", "from", "gan", "had", "has", "have", "how", "in", "into", "ir", "is", "it", "its", "ja", "jo", "ka", "kad",
    "kam", "kapec", "kas", "ko", "kur", "lai", "lidz", "mes", "mums", "musu", "nav", "ne", "no", "not", "of", "on", "or", "our", "pa",
    "par", "pec", "pie", "pirms", "pret", "sava", "savu", "si", "sis", "so", "sould", "starp", "ta", "tas", "than", "that", "the",
    "their", "there", "this", "tie", "to", "un", "uz", "vai", "virs", "was", "we", "what", "when", "where", "whic", "who", "why",
    "will", "with", "yes", "you", "your", "zem",
];

/// Words that many topics of this forum share without being alike.
#[rustfmt::skip]
const WEAK_WORDS: &[&str] = &[
    "latvija", "latvijas", "latvieši", "latviešu", "latvia", "latvian", "eiropa", "eiropas", "europe", "european", "ES", "EU", "savienība", "union",
    "starptautisks", "starptautiskā", "international", "politika", "policy", "politics", "publisks", "public", "valsts", "state",
    "jauns", "new", "darbs", "work", "forums", "forum", "profesionāļi", "professionals", "organizācija", "organisation",
    "pasaule", "world", "loma", "role", "jautājums", "question", "iespējas", "future", "nākotne",
];

/// Whether a folded word is a stop word.
pub(super) fn is_stop_word(folded: &str) -> bool {
    folded.len() <= 7 && STOP_WORDS.binary_search(&folded).is_ok()
}

/// The stems of the weak words.
pub(super) fn weak_stems() -> HashSet<String> {
    WEAK_WORDS.iter().map(|word| stem(&fold(word)).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stop_word_is_folded_and_in_its_place() {
        assert!(STOP_WORDS.is_sorted());
        assert!(STOP_WORDS.iter().all(|word| fold(word) == *word && is_stop_word(word)));
    }
}
