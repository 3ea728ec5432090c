//! Words that say little about what a topic is.

use super::word::{fold, stem};
use std::collections::HashSet;

/// What a weak word counts of an ordinary one.
pub(super) const WEAK: f64 = 0.4;

/// Words that say nothing, folded: Latvian, then English.
#[rustfmt::skip]
const STOP_WORDS: &[&str] = &[
    "ap", "ar", "ari", "bet", "bez", "bus", "caur", "es", "gan", "ir", "ja", "jo", "ka", "kad", "kam", "kapec", "kas", "ko", "kur",
    "lai", "lidz", "mes", "mums", "musu", "nav", "ne", "no", "par", "pa", "pec", "pie", "pirms", "pret", "sava", "savu", "si", "sis",
    "so", "starp", "ta", "tas", "tie", "to", "un", "uz", "vai", "virs", "zem",
    "about", "an", "and", "are", "as", "at", "be", "ben", "betwen", "by", "can", "do", "does", "for", "from", "had", "has", "have",
    "how", "in", "into", "is", "it", "its", "not", "of", "on", "or", "our", "should", "than", "that", "the", "their", "there", "this",
    "was", "we", "what", "when", "where", "whic", "who", "why", "will", "with", "yes", "you", "your",
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
    folded.len() <= 7 && STOP_WORDS.contains(&folded)
}

/// The stems of the weak words.
pub(super) fn weak_stems() -> HashSet<String> {
    WEAK_WORDS.iter().map(|word| stem(&fold(word)).to_owned()).collect()
}
