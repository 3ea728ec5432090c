//! The short name of a host, series or event in an address.

use crate::fault::Refusal;
use serde::{Deserialize, Serialize};

/// 1–64 of `a-z`, `0-9` and inner single hyphens.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Slug(String);

impl Slug {
    /// Refuses anything else with `invalid_slug`. Names the pages use themselves (`new`) are `reserved`.
    pub fn parse(raw: &str) -> Result<Self, Refusal> {
        let fits = !raw.is_empty()
            && raw.len() <= 64
            && raw.split('-').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
        match raw {
            "new" => Err(Refusal::new("reserved")),
            _ if fits => Ok(Self(raw.to_owned())),
            _ => Err(Refusal::new("invalid_slug")),
        }
    }

    /// The name itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Slug {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_words_and_hyphens() {
        for good in ["forum", "forum-2027", "a"] {
            assert_eq!(Slug::parse(good).unwrap().as_str(), good);
        }
        for bad in ["", "-a", "a-", "a--b", "Forum", "a b", "ā", "a/b", &"a".repeat(65)] {
            assert_eq!(Slug::parse(bad).unwrap_err().code, "invalid_slug", "{bad}");
        }
        assert_eq!(Slug::parse("new").unwrap_err().code, "reserved");
    }
}
