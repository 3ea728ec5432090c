//! Text for people, in Latvian, in English, or both.

use crate::fault::Refusal;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumIter, EnumString, IntoStaticStr};

/// A language the platform speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, Display, IntoStaticStr, EnumIter)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Lang {
    /// Latvian.
    #[default]
    Lv,
    /// English.
    En,
}

impl Lang {
    /// The code of RFC 5646, as used in addresses and `lang=`.
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The other language.
    pub fn other(self) -> Self {
        match self {
            Self::Lv => Self::En,
            Self::En => Self::Lv,
        }
    }
}

/// One text in one or both languages; at least one is there and not blank.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// Latvian.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lv: Option<String>,
    /// English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl Text {
    /// Cleans both languages as [`line`] does for one-line texts; both absent is `required`.
    pub fn line(lv: Option<&str>, en: Option<&str>, max: usize) -> Result<Self, Refusal> {
        Self::parse(lv, en, |s| line(s, max))
    }

    /// As [`Text::line`], keeping line breaks.
    pub fn block(lv: Option<&str>, en: Option<&str>, max: usize) -> Result<Self, Refusal> {
        Self::parse(lv, en, |s| block(s, max))
    }

    fn parse(lv: Option<&str>, en: Option<&str>, clean: impl Fn(&str) -> Result<String, Refusal>) -> Result<Self, Refusal> {
        let one = |value: Option<&str>| match value.map(str::trim) {
            None | Some("") => Ok(None),
            Some(s) => clean(s).map(Some),
        };
        let text = Self { lv: one(lv)?, en: one(en)? };
        if text.lv.is_none() && text.en.is_none() { Err(Refusal::new("required")) } else { Ok(text) }
    }

    /// The text for a reader of `lang`, else the other language.
    pub fn pick(&self, lang: Lang) -> &str {
        self.pick_with_lang(lang).0
    }

    /// The text and the language it is in, so that the page can mark it.
    pub fn pick_with_lang(&self, lang: Lang) -> (&str, Lang) {
        let (own, other) = match lang {
            Lang::Lv => (&self.lv, &self.en),
            Lang::En => (&self.en, &self.lv),
        };
        match (own, other) {
            (Some(s), _) => (s, lang),
            (None, Some(s)) => (s, lang.other()),
            (None, None) => ("", lang),
        }
    }
}

/// A name: one for all readers, or one in each language. Written as a plain string or as a [`Text`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Label {
    /// A proper name, the same in every language.
    Same(String),
    /// A name in both.
    Each(Text),
}

impl Label {
    /// A name that is clean already.
    pub fn same(name: &str) -> Self {
        Self::Same(name.to_owned())
    }

    /// One line of each language; where only one is given it serves for both.
    pub fn parse(lv: Option<&str>, en: Option<&str>, max: usize) -> Result<Self, Refusal> {
        Ok(match Text::line(lv, en, max)? {
            Text { lv: Some(lv), en: Some(en) } if lv != en => Self::Each(Text { lv: Some(lv), en: Some(en) }),
            Text { lv, en } => Self::Same(lv.or(en).unwrap_or_default()),
        })
    }

    /// The same, cleaned.
    pub fn cleaned(&self, max: usize) -> Result<Self, Refusal> {
        match self {
            Self::Same(name) => Self::parse(Some(name), None, max),
            Self::Each(text) => Self::parse(text.lv.as_deref(), text.en.as_deref(), max),
        }
    }

    /// The name for a reader of `lang`.
    pub fn pick(&self, lang: Lang) -> &str {
        match self {
            Self::Same(name) => name,
            Self::Each(text) => text.pick(lang),
        }
    }
}

/// One line of text: trimmed, inner whitespace runs made one space; control characters are refused (`control_characters`),
/// more than `max` characters are `too_long`, nothing left is `required`.
pub fn line(raw: &str, max: usize) -> Result<String, Refusal> {
    let joined = raw.split_whitespace().collect::<Vec<_>>().join(" ");
    checked(joined, max, |_| false)
}

/// Text of several lines: line ends become `\n`, the rest as [`line`] but inner spaces are kept.
pub fn block(raw: &str, max: usize) -> Result<String, Refusal> {
    let unix = raw.replace("\r\n", "\n").replace('\r', "\n");
    checked(unix.trim().to_owned(), max, |c| c == '\n' || c == '\t')
}

fn checked(text: String, max: usize, allowed: impl Fn(char) -> bool) -> Result<String, Refusal> {
    if text.is_empty() {
        return Err(Refusal::new("required"));
    }
    // Bidirectional overrides can make a line read as something else than it is (Unicode TR 36).
    let forbidden = |c: char| {
        (c.is_control() && !allowed(c)) || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
    };
    if text.chars().any(forbidden) {
        return Err(Refusal::new("control_characters"));
    }
    if text.chars().count() > max {
        return Err(Refusal::new("too_long"));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_trimmed_and_has_no_control_characters() {
        assert_eq!(line("  a \n b  ", 10).unwrap(), "a b");
        assert_eq!(line("a\0b", 10).unwrap_err().code, "control_characters");
        assert_eq!(line("a\u{202E}b", 10).unwrap_err().code, "control_characters");
        assert_eq!(line("ābc", 2).unwrap_err().code, "too_long");
        assert_eq!(line(" \t ", 2).unwrap_err().code, "required");
    }

    #[test]
    fn a_block_keeps_its_lines() {
        assert_eq!(block("a\r\nb\rc", 10).unwrap(), "a\nb\nc");
        assert_eq!(block("a\u{7}b", 10).unwrap_err().code, "control_characters");
    }

    #[test]
    fn a_name_is_the_same_for_all_unless_it_is_given_twice() {
        let both = Label::parse(Some("Bibliotēka"), Some("Library"), 20).unwrap();
        assert_eq!((both.pick(Lang::Lv), both.pick(Lang::En)), ("Bibliotēka", "Library"));
        assert_eq!(Label::parse(Some(""), Some(" Library"), 20).unwrap(), Label::same("Library"));
        assert_eq!(Label::parse(Some("a"), Some("a"), 20).unwrap(), Label::same("a"));
        assert_eq!(Label::same(" ").cleaned(20).unwrap_err().code, "required");
    }

    #[test]
    fn one_language_is_enough_and_the_other_stands_in() {
        let text = Text::line(Some("Forums"), Some("  "), 20).unwrap();
        assert_eq!(text.pick_with_lang(Lang::En), ("Forums", Lang::Lv));
        assert_eq!(Text::line(None, Some(" "), 20).unwrap_err().code, "required");
    }
}
