//! Names in a text: `@` and somebody's name.

use std::cmp::Reverse;
use std::ops::Range;

/// What reaches the author of a topic, named or not.
pub const AUTHOR: [&str; 2] = ["autors", "author"];

/// A place where somebody is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// In bytes, with the `@`.
    pub range: Range<usize>,
    /// Which of the names that were looked for.
    pub who: usize,
}

/// Where a text names one of `names`, upper or lower case; of two that fit the longer, of two alike the first. An `@` within a word
/// (an address) names nobody.
pub fn find(text: &str, names: &[&str]) -> Vec<Mention> {
    let mut found = Vec::new();
    let (mut at, mut before) = (0, None);
    while let Some(here) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let begins = here == '@' && !before.is_some_and(char::is_alphanumeric);
        let rest = text.get(at + here.len_utf8()..).unwrap_or_default();
        let fitting = names.iter().enumerate().filter_map(|(who, name)| Some((called(rest, name)?, who)));
        let best = if begins { fitting.max_by_key(|(length, who)| (*length, Reverse(*who))) } else { None };
        let end = at + here.len_utf8() + best.map_or(0, |(length, _)| length);
        found.extend(best.map(|(_, who)| Mention { range: at..end, who }));
        before = text.get(at..end).and_then(|part| part.chars().last());
        at = end;
    }
    found
}

/// How many bytes of `rest` are the name, if it begins with it and the word ends there.
fn called(rest: &str, name: &str) -> Option<usize> {
    let mut chars = rest.char_indices();
    if name.is_empty() {
        return None;
    }
    for expected in name.chars() {
        let (_, found) = chars.next()?;
        if !found.to_lowercase().eq(expected.to_lowercase()) {
            return None;
        }
    }
    let end = chars.offset();
    (!chars.next().is_some_and(|(_, next)| next.is_alphanumeric())).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str, names: &[&str]) -> Vec<(String, usize)> {
        find(text, names).into_iter().map(|one| (text[one.range].to_owned(), one.who)).collect()
    }

    #[test]
    fn the_longest_name_that_ends_where_a_word_ends() {
        let names = ["Ilze", "Ilze Ozola", "Jānis Bērziņš"];
        assert_eq!(named("@Ilze Ozola, ko sakāt?", &names), [("@Ilze Ozola".to_owned(), 1)]);
        assert_eq!(named("(@ilze) un @JĀNIS BĒRZIŅŠ.", &names), [("@ilze".to_owned(), 0), ("@JĀNIS BĒRZIŅŠ".to_owned(), 2)]);
        assert_eq!(named("@Ilzei @Ilze2 ilze@Ilze.lv @ Ilze @@Ilze", &names), [("@Ilze".to_owned(), 0)]);
    }

    #[test]
    fn nothing_is_found_where_there_is_nothing() {
        for text in ["", "@", "@@@@", "@Nezināms", "e-pasts ilze@example.org"] {
            assert_eq!(named(text, &["Ilze", "example", ""]), [], "{text}");
        }
    }
}
