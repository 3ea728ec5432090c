//! How an answer is compressed.

use axum::http::{HeaderMap, HeaderValue, header};

/// The one encoding an answer is made in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// Brotli.
    Br,
    /// Gzip.
    Gzip,
    /// As it is.
    Identity,
}

impl Encoding {
    /// The best that the asker takes; from here on it is the only one the request names, so that what is made is what was chosen.
    pub fn chosen(headers: &mut HeaderMap) -> Self {
        let lines = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|line| line.to_str().ok());
        let chosen = best(lines);
        match chosen {
            Self::Br => headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static("br")),
            Self::Gzip => headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static("gzip")),
            Self::Identity => headers.remove(header::ACCEPT_ENCODING),
        };
        chosen
    }
}

/// RFC 9110 12.5.3, for the encodings there are; `*` is left aside, for nobody who sends it alone is known to read both.
fn best<'a>(lines: impl Iterator<Item = &'a str>) -> Encoding {
    let takes = |part: &str| {
        let (name, q) = part.split_once(';').unwrap_or((part, ""));
        let refused = q.trim().strip_prefix("q=").is_some_and(|q| q.trim().parse() == Ok(0.0));
        match name.trim() {
            name if refused || name.is_empty() => Encoding::Identity,
            name if name.eq_ignore_ascii_case("br") => Encoding::Br,
            name if name.eq_ignore_ascii_case("gzip") => Encoding::Gzip,
            _ => Encoding::Identity,
        }
    };
    let order = |encoding: &Encoding| match encoding {
        Encoding::Br => 2,
        Encoding::Gzip => 1,
        Encoding::Identity => 0,
    };
    lines.flat_map(|line| line.split(',')).map(takes).max_by_key(order).unwrap_or(Encoding::Identity)
}

#[cfg(test)]
mod tests {
    use super::{Encoding, best};

    #[test]
    fn the_best_of_what_the_asker_takes() {
        let of = |line: &str| best([line].into_iter());
        assert_eq!(of("gzip, deflate, br, zstd"), Encoding::Br);
        assert_eq!(of("br;q=0, gzip;q=0.5"), Encoding::Gzip);
        assert_eq!(of("GZIP"), Encoding::Gzip);
        assert_eq!(of("br;q=0.0,gzip;q=0"), Encoding::Identity);
        assert_eq!(of("deflate"), Encoding::Identity);
        assert_eq!(of(""), Encoding::Identity);
        assert_eq!(best(["gzip", "br"].into_iter()), Encoding::Br);
    }
}
