//! Content lines (RFC 5545 3.1).

/// The most octets a line may have without its line end.
const OCTETS: usize = 75;

/// Folds one content line and ends it with CRLF; a UTF-8 character is never split.
pub(super) fn fold(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + line.len() / 24 + 2);
    let mut octets = 0;
    for c in line.chars() {
        if octets + c.len_utf8() > OCTETS {
            folded.push_str("\r\n ");
            octets = 1;
        }
        folded.push(c);
        octets += c.len_utf8();
    }
    folded.push_str("\r\n");
    folded
}

/// A TEXT value (RFC 5545 3.3.11); the caller has cleaned it.
pub(super) fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace(',', "\\,").replace(';', "\\;").replace('\n', "\\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_at_75_octets_between_characters() {
        for text in ["a".repeat(75), "a".repeat(76), "ā".repeat(300), "a👩‍👩‍👧".repeat(40), " ".repeat(200)] {
            let folded = fold(&text);
            assert!(folded.ends_with("\r\n"));
            assert!(folded.split("\r\n").all(|line| line.len() <= 75), "{text}");
            assert_eq!(folded.trim_end_matches("\r\n").replace("\r\n ", ""), text);
        }
        assert_eq!(fold(&"a".repeat(75)).matches("\r\n").count(), 1);
    }
}
