//! Values that cannot end a line, a parameter or a property early.

use crate::email::Email;
use crate::fault::Refusal;

/// Text of several lines: every kind of line end becomes `\n`, other control characters but the tab go.
pub(super) fn block(raw: &str) -> String {
    let unix = raw.replace("\r\n", "\n");
    unix.chars().map(|c| if ends_line(c) { '\n' } else { c }).filter(|c| matches!(c, '\n' | '\t') || !c.is_control()).collect()
}

/// Text of one line: as [`block`], line ends and tabs become spaces, and nothing stands around it.
pub(super) fn line(raw: &str) -> String {
    block(raw).replace(['\n', '\t'], " ").trim().to_owned()
}

/// As [`line`] where a value must not be empty: libical drops the property, and some calendars the entry with it.
pub(super) fn title(raw: &str) -> String {
    let title = line(raw);
    if title.is_empty() { "Saiets".to_owned() } else { title }
}

/// A parameter value: as [`line`]; a quotation mark cannot be written there (RFC 5545 3.2) and becomes an apostrophe, a caret is
/// written twice, because readers of RFC 6868 take `^n` for a line end.
pub(super) fn parameter(raw: &str) -> String {
    line(raw).replace('"', "'").replace('^', "^^")
}

// Some readers split lines at these too, although RFC 5545 knows CRLF only.
fn ends_line(c: char) -> bool {
    matches!(c, '\r' | '\n' | '\u{B}' | '\u{C}' | '\u{1C}'..='\u{1E}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The calendar address of a mail address (RFC 6068 2).
pub(super) fn mailto(email: &Email) -> String {
    let mut address = String::from("mailto:");
    for byte in email.as_str().bytes() {
        push(&mut address, byte, byte.is_ascii_alphanumeric() || b"-._~!$'*+@".contains(&byte));
    }
    address
}

/// A web address (`http` or `https`) in the characters of RFC 3986; everything else in it is percent-encoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link(String);

impl Link {
    /// Refuses with `invalid_url`: another scheme, no host, a name or password before the host, control characters.
    pub fn parse(raw: &str) -> Result<Self, Refusal> {
        let refused = Err(Refusal::new("invalid_url"));
        let raw = raw.trim();
        let Some((scheme, rest)) = raw.split_once("://") else { return refused };
        let scheme = scheme.to_ascii_lowercase();
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let host_fits = !authority.is_empty()
            && !authority.starts_with(':')
            && authority.chars().all(|c| c.is_alphanumeric() || "-._~%[]:".contains(c));
        if !matches!(scheme.as_str(), "http" | "https") || !host_fits || raw.chars().any(|c| c.is_control() || ends_line(c)) {
            return refused;
        }
        let path = rest.get(authority.len()..).unwrap_or_default();
        Ok(Self(format!("{scheme}://{}{}", encode(authority, b"[]"), encode(path, b""))))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn encode(text: &str, also: &[u8]) -> String {
    let bytes = text.as_bytes();
    let mut encoded = String::with_capacity(text.len());
    for (i, &byte) in bytes.iter().enumerate() {
        let escape = byte == b'%' && bytes.get(i + 1..i + 3).is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit));
        push(&mut encoded, byte, escape || byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=".contains(&byte) || also.contains(&byte));
    }
    encoded
}

fn push(text: &mut String, byte: u8, plain: bool) {
    if plain {
        text.push(char::from(byte));
    } else {
        text.push_str(&format!("%{byte:02X}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_web_addresses_in_safe_characters() {
        let same = "https://meet.example.org/a/b?pwd=1;2,3&x=%C4%81#top";
        assert_eq!(Link::parse(same).unwrap().as_str(), same);
        assert_eq!(Link::parse("HTTPS://example.org/ā b\"<c>100%").unwrap().as_str(), "https://example.org/%C4%81%20b%22%3Cc%3E100%25");
        assert_eq!(Link::parse("http://[::1]:8080/").unwrap().as_str(), "http://[::1]:8080/");
        for bad in [
            "",
            "example.org",
            "javascript:alert(1)",
            "https://",
            "https:///x",
            "https://a@b/",
            "https://a b/",
            "https://a/\r\nATTENDEE:x",
            "https://a/\0",
            "ftp://a/",
        ] {
            assert_eq!(Link::parse(bad).unwrap_err().code, "invalid_url", "{bad:?}");
        }
    }

    #[test]
    fn every_kind_of_line_end_is_one_and_control_characters_go() {
        assert_eq!(block("a\r\nb\rc\u{85}d\u{2028}e\0\u{7}\tf"), "a\nb\nc\nd\ne\tf");
        assert_eq!(line(" a\r\nb\tc "), "a b c");
        assert_eq!(parameter("\"A\" ^n\r\nX:"), "'A' ^^n X:");
    }

    #[test]
    fn addresses_keep_what_a_uri_can_hold() {
        assert_eq!(mailto(&Email::parse("ilze+a@example.org").unwrap()), "mailto:ilze+a@example.org");
        assert_eq!(mailto(&Email::parse("a%b?c=d@example.org").unwrap()), "mailto:a%25b%3Fc%3Dd@example.org");
    }
}
