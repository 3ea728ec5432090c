//! How often one network may ask for a sign-in link, or use the API without a token.

use crate::http::api::problem::Problem;
use crate::settings::{Network, Settings};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::net::{IpAddr, SocketAddr};
use std::num::NonZeroU32;
use std::sync::Arc;

/// Sign-in: ten at once, then one every ten seconds.
const SIGN_IN: (u32, u32) = (6, 10);
/// API without a token: two hundred at once, then ten a second.
const ANONYMOUS: (u32, u32) = (600, 200);

/// The counters of this process.
#[derive(Clone)]
pub struct Limits {
    enabled: bool,
    trusted: Arc<[Network]>,
    sign_in: Arc<DefaultKeyedRateLimiter<IpAddr>>,
    anonymous: Arc<DefaultKeyedRateLimiter<IpAddr>>,
}

impl Limits {
    /// As the settings say.
    pub fn new(settings: &Settings) -> Self {
        let keyed = |(per_minute, burst)| {
            let count = |n| NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN);
            Arc::new(RateLimiter::keyed(Quota::per_minute(count(per_minute)).allow_burst(count(burst))))
        };
        Self {
            enabled: settings.rate_limits,
            trusted: settings.trusted_proxies.clone().into(),
            sign_in: keyed(SIGN_IN),
            anonymous: keyed(ANONYMOUS),
        }
    }

    /// The limiter of a request; pages and feeds by GET have none, the planner counts like the calculators.
    fn for_request(&self, request: &Request) -> Option<&DefaultKeyedRateLimiter<IpAddr>> {
        let path = request.uri().path();
        let is_sign_in = request.method() == Method::POST && path.ends_with("/signin");
        let is_plan = path.ends_with("/plan");
        let without_token = !request.headers().contains_key(header::AUTHORIZATION);
        match () {
            () if is_sign_in => Some(&self.sign_in),
            () if is_plan || (path.starts_with("/api/") && without_token) => Some(&self.anonymous),
            () => None,
        }
    }

    /// Who is asking: the peer, or what the outermost trusted proxy says it saw.
    fn client(&self, request: &Request) -> Option<IpAddr> {
        let peer = request.extensions().get::<ConnectInfo<SocketAddr>>()?.0.ip();
        Some(forwarded(request.headers(), peer, &self.trusted))
    }
}

/// Walks `X-Forwarded-For` from the right for as long as the address before was a trusted proxy.
fn forwarded(headers: &HeaderMap, peer: IpAddr, trusted: &[Network]) -> IpAddr {
    let is_trusted = |address: IpAddr| trusted.iter().any(|network| network.contains(address));
    let lines: Vec<&str> = headers.get_all("x-forwarded-for").iter().filter_map(|line| line.to_str().ok()).collect();
    let mut client = peer;
    for hop in lines.join(",").rsplit(',').map(str::trim) {
        match hop.parse() {
            Ok(address) if is_trusted(client) => client = address,
            _ => break,
        }
    }
    client
}

/// 429 with `Retry-After` beyond the limit.
pub async fn limit(State(limits): State<Limits>, request: Request, next: Next) -> Response {
    let limiter = limits.for_request(&request).filter(|_| limits.enabled);
    if let (Some(limiter), Some(client)) = (limiter, limits.client(&request))
        && let Err(until) = limiter.check_key(&client)
    {
        let seconds = until.wait_time_from(DefaultClock::default().now()).as_secs() + 1;
        let answer = Problem::new(429, "too_many_requests", "Too many requests; wait a little.");
        return ([(header::RETRY_AFTER, seconds.to_string())], answer).into_response();
    }
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(peer: &str, header: &str, trusted: &str) -> String {
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", header.parse().unwrap());
        let trusted: Vec<Network> = trusted.split(' ').filter_map(|one| one.parse().ok()).collect();
        forwarded(&headers, peer.parse().unwrap(), &trusted).to_string()
    }

    #[test]
    fn only_trusted_proxies_are_believed() {
        assert_eq!(client("203.0.113.9", "198.51.100.1", ""), "203.0.113.9");
        assert_eq!(client("10.0.0.1", "198.51.100.1", "10.0.0.0/8"), "198.51.100.1");
        assert_eq!(client("10.0.0.1", "1.1.1.1, 198.51.100.1", "10.0.0.0/8"), "198.51.100.1");
        assert_eq!(client("10.0.0.1", "1.1.1.1, 198.51.100.1, 10.0.0.2", "10.0.0.0/8"), "198.51.100.1");
    }
}
