//! What an action says after it has led to another page: signed, so that nobody else can make Saiets say something.

use crate::cookie;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use backend::Site;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;

const COOKIE: &str = "flash";
const PURPOSE: &str = "flash";

/// Leads to another page (303) which will say `words` once.
pub fn lead(site: &Site, to: &str, words: &str) -> Response {
    let mut response = see_other(to);
    if let Some(value) = cookie::write(COOKIE, &seal(site, words), 60) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}

/// Leads to another page (303) without a word.
pub fn see_other(to: &str) -> Response {
    let target = HeaderValue::from_str(to).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, target)]).into_response()
}

/// What is to be said, if it is ours.
pub fn said(site: &Site, headers: &HeaderMap) -> Option<String> {
    let (words, seal) = cookie::read(headers, COOKIE)?.split_once('.')?;
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(words).ok()?;
    site.keys.verify(PURPOSE, &bytes, seal).then(|| String::from_utf8(bytes).ok())?
}

/// Whether something may have to be said.
pub fn is_there(headers: &HeaderMap) -> bool {
    cookie::read(headers, COOKIE).is_some()
}

/// The header that makes the browser forget it.
pub fn spent() -> Option<HeaderValue> {
    cookie::write(COOKIE, "", 0)
}

fn seal(site: &Site, words: &str) -> String {
    format!("{}.{}", BASE64_URL_SAFE_NO_PAD.encode(words), site.keys.sign(PURPOSE, words.as_bytes()))
}
