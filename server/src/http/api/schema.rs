//! Shapes that several calls share.

use domain::text::Text;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Text for people; one language is enough.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[schema(example = json!({"lv": "Profesionāļu forums", "en": "Professionals’ forum"}))]
pub struct Words {
    /// Latvian.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lv: Option<String>,
    /// English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl From<Words> for Text {
    fn from(words: Words) -> Self {
        Self { lv: words.lv, en: words.en }
    }
}

impl From<Text> for Words {
    fn from(text: Text) -> Self {
        Self { lv: text.lv, en: text.en }
    }
}

/// A published reason; a plain text stands for both languages.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum Reason {
    /// One text for both.
    Plain(String),
    /// Each in its own language.
    Both(Words),
}

impl From<Reason> for Text {
    fn from(reason: Reason) -> Self {
        match reason {
            Reason::Plain(words) => Self { lv: Some(words.clone()), en: Some(words) },
            Reason::Both(words) => words.into(),
        }
    }
}

/// An instant as RFC 3339 in UTC, to the second.
pub fn rfc3339(millisecond: i64) -> String {
    backend::clock::instant(millisecond).strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// A name for people: as [`Words`], or plain text where it is the same in every language.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
#[schema(example = "National Library of Latvia")]
pub enum Name {
    /// The same in every language.
    Plain(String),
    /// By language.
    Words(Words),
}

impl From<Name> for Text {
    fn from(name: Name) -> Self {
        match name {
            Name::Plain(name) => Self { lv: Some(name.clone()), en: Some(name) },
            Name::Words(words) => words.into(),
        }
    }
}

impl From<Text> for Name {
    fn from(text: Text) -> Self {
        match (text.lv, text.en) {
            (Some(lv), Some(en)) if lv == en => Self::Plain(lv),
            (lv, en) => Self::Words(Words { lv, en }),
        }
    }
}
