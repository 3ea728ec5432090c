//! The cookie that keeps somebody signed in.

use crate::cookie;
use axum::http::{HeaderMap, HeaderValue};
use backend::service::access::Actor;
use backend::service::credential::{self, Kind, SESSION_DAYS};
use backend::{Result, Site};

const COOKIE: &str = "saiets_session";
const DAY: u32 = 86_400;

/// Who asks. Where the session cannot be looked up, nobody: the page itself will say what is wrong.
pub async fn actor(site: &Site, headers: &HeaderMap) -> Actor {
    look(site, headers).await.unwrap_or_default()
}

/// As [`actor`], but says why the session cannot be looked up.
pub async fn look(site: &Site, headers: &HeaderMap) -> Result<Actor> {
    match secret(headers) {
        Some(secret) => credential::actor(site, Kind::Session, secret).await,
        None => Ok(Actor::default()),
    }
}

/// The secret of the session, to end it by `credential::revoke`.
pub fn secret(headers: &HeaderMap) -> Option<&str> {
    cookie::read(headers, COOKIE)
}

/// The `Set-Cookie` that starts a session with the secret `credential::issue` gave.
pub fn begin(secret: &str) -> Option<HeaderValue> {
    cookie::write(COOKIE, secret, u32::try_from(SESSION_DAYS).unwrap_or_default() * DAY)
}

/// The `Set-Cookie` that ends it.
pub fn end() -> Option<HeaderValue> {
    cookie::write(COOKIE, "", 0)
}
