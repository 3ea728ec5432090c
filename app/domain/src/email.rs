//! A person's mail address.

use crate::fault::Refusal;
use serde::{Deserialize, Serialize};

/// A mail address as people write them: `local@domain.tld`, at most 254 octets (RFC 5321 4.5.3.1), lower case throughout,
/// because no provider in use tells addresses apart by case and two accounts for one person would.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Email(String);

impl Email {
    /// Refuses with `invalid_email`: quoted local parts, spaces, control characters and anything that could end a header line.
    pub fn parse(raw: &str) -> Result<Self, Refusal> {
        let address = raw.trim().to_lowercase();
        let refused = Err(Refusal::new("invalid_email"));
        let Some((local, domain)) = address.split_once('@') else { return refused };
        let local_fits = !local.is_empty()
            && local.len() <= 64
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..")
            && local.chars().all(|c| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c));
        let labels_fit = domain.split('.').all(|label| {
            !label.is_empty()
                && label.len() <= 63
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        });
        if local_fits && labels_fit && domain.contains('.') && address.len() <= 254 { Ok(Self(address)) } else { refused }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Email {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_addresses_pass_and_lose_their_case() {
        assert_eq!(Email::parse(" Ilze.Kalnina+f@Example.ORG ").unwrap().as_str(), "ilze.kalnina+f@example.org");
    }

    #[test]
    fn nothing_that_could_reach_a_header_passes() {
        for bad in [
            "",
            "a",
            "@b.lv",
            "a@",
            "a@b",
            "a b@c.lv",
            "a@b.lv\r\nBcc: x@y.lv",
            "a@b.lv\0",
            "\"a\"@b.lv",
            "a..b@c.lv",
            "a@-b.lv",
            "a@b..lv",
            "a@b.lv,c@d.lv",
            "<a@b.lv>",
        ] {
            assert!(Email::parse(bad).is_err(), "{bad:?}");
        }
    }
}
