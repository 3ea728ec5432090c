//! Whether the asker has an answer already (RFC 9110 13.1.2).

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;

/// The `If-None-Match` of a request.
pub struct Condition(Vec<HeaderValue>);

impl Condition {
    /// Taken out, so that what is kept is always the whole answer.
    pub fn taken_from(request: &mut Request) -> Self {
        let known = request.headers().get_all(header::IF_NONE_MATCH).iter().cloned().collect();
        request.headers_mut().remove(header::IF_NONE_MATCH);
        Self(known)
    }

    /// The answer, or 304 where its tag is among the known.
    pub fn applied_to(self, mut response: Response) -> Response {
        weaken(&mut response);
        let Some(tag) = response.headers().get(header::ETAG).and_then(|tag| tag.to_str().ok()) else { return response };
        let is_known = self.0.iter().filter_map(|value| value.to_str().ok()).any(|list| knows(list, tag));
        if response.status() == StatusCode::OK && is_known {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            *response.body_mut() = Body::empty();
            for name in [header::CONTENT_LENGTH, header::CONTENT_ENCODING] {
                response.headers_mut().remove(name);
            }
        }
        response
    }
}

/// A tag of the very bytes is one of their meaning only, once they are compressed.
fn weaken(response: &mut Response) {
    let headers = response.headers_mut();
    if !headers.contains_key(header::CONTENT_ENCODING) {
        return;
    }
    let strong = headers.get(header::ETAG).and_then(|tag| tag.to_str().ok()).filter(|tag| !tag.starts_with("W/"));
    if let Some(weak) = strong.and_then(|tag| HeaderValue::from_str(&format!("W/{tag}")).ok()) {
        headers.insert(header::ETAG, weak);
    }
}

/// Any of a list, compared weakly, or `*`.
fn knows(list: &str, tag: &str) -> bool {
    let bare = |tag: &str| tag.strip_prefix("W/").unwrap_or(tag).to_owned();
    list.split(',').map(str::trim).any(|one| one == "*" || bare(one) == bare(tag))
}

#[cfg(test)]
mod tests {
    use super::knows;

    #[test]
    fn a_client_that_has_the_bytes_is_told_so() {
        for list in ["\"a\"", "\"b\", \"a\"", "W/\"a\"", "*"] {
            assert!(knows(list, "\"a\""), "{list}");
            assert!(knows(list, "W/\"a\""), "{list}");
        }
        for list in ["", "a", "\"b\"", "\"a\"b"] {
            assert!(!knows(list, "\"a\""), "{list}");
        }
    }
}
