//! How often one network may ask for a sign-in link, answer a date poll, use the API without a token, or send forms without having signed in.

use crate::http::api::caller::Caller;
use crate::http::api::problem::Problem;
use crate::settings::{Network, Settings};
use app::failure::TooOften;
use app::session;
use axum::extract::{ConnectInfo, FromRequestParts, Request, State};
use axum::http::{Extensions, HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use backend::Site;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::net::{IpAddr, SocketAddr};
use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

/// Sign-in: ten at once, then one every ten seconds.
const SIGN_IN: (u32, u32) = (6, 10);
/// Answers to date polls without an account, each of which may have us write a letter: thirty at once, then one every three seconds.
const ANSWERS: (u32, u32) = (20, 30);
/// The API without a token, forms without a session: two hundred at once, then ten a second.
const ANONYMOUS: (u32, u32) = (600, 200);

/// Networks that have not asked for a while are forgotten every so many requests, so that nobody can fill the memory.
const FORGET_EVERY: u32 = 4_096;

/// The counters of this process.
#[derive(Clone)]
pub struct Limits {
    enabled: bool,
    trusted: Arc<[Network]>,
    sign_in: Arc<DefaultKeyedRateLimiter<IpAddr>>,
    answers: Arc<DefaultKeyedRateLimiter<IpAddr>>,
    anonymous: Arc<DefaultKeyedRateLimiter<IpAddr>>,
    asked: Arc<AtomicU32>,
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
            answers: keyed(ANSWERS),
            anonymous: keyed(ANONYMOUS),
            asked: Arc::default(),
        }
    }

    /// The limiter of a request, where nobody known asks; pages and feeds by GET have none, the planner counts like the calculators.
    fn for_request(&self, request: &Request, is_known: bool) -> Option<&DefaultKeyedRateLimiter<IpAddr>> {
        let path = request.uri().path();
        let is_sign_in = request.method() == Method::POST && path.ends_with("/signin");
        let is_answer = !request.method().is_safe() && path.get(3..).is_some_and(|rest| rest.starts_with("/polls/"));
        let is_plan = path.ends_with("/plan") || path.ends_with("/plan/figures");
        let is_counted = is_api(path) || !request.method().is_safe();
        match () {
            () if is_sign_in => Some(&self.sign_in),
            () if is_answer && !is_known => Some(&self.answers),
            () if is_plan || (is_counted && !is_known) => Some(&self.anonymous),
            () => None,
        }
    }

    /// Whose limit counts: the network of the peer, or of what the outermost trusted proxy says it saw.
    fn client(&self, request: &Request) -> Option<IpAddr> {
        Some(network(forwarded(request.headers(), peer(request.extensions())?, &self.trusted)))
    }

    /// Whether the request comes from this machine or a trusted network itself, not from somebody behind a proxy there.
    pub fn is_near(&self, extensions: &Extensions, headers: &HeaderMap) -> bool {
        let near = |peer: IpAddr| peer.to_canonical().is_loopback() || self.trusted.iter().any(|network| network.contains(peer));
        peer(extensions).is_some_and(near) && !FORWARDING.iter().any(|name| headers.contains_key(*name))
    }

    fn forget_idle(&self) {
        if self.asked.fetch_add(1, Ordering::Relaxed) % FORGET_EVERY == FORGET_EVERY - 1 {
            self.sign_in.retain_recent();
            self.answers.retain_recent();
            self.anonymous.retain_recent();
        }
    }
}

/// By any of these a request shows that a proxy passed it on.
const FORWARDING: [&str; 4] = ["x-forwarded-for", "forwarded", "x-real-ip", "via"];

fn peer(extensions: &Extensions) -> Option<IpAddr> {
    extensions.get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip())
}

/// Whoever has one IPv6 address has the 2^64 of its network.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6((address.to_bits() >> 64 << 64).into()),
        v4 => v4,
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

fn is_api(path: &str) -> bool {
    path.starts_with("/api/")
}

/// Whether somebody known asks: a token or a session that is only claimed counts for nothing. Whoever calls is looked up once, here.
async fn is_known(limits: &Limits, site: &Site, request: &mut Request) -> bool {
    if !is_api(request.uri().path()) {
        return limits.enabled && !request.method().is_safe() && session::actor(site, request.headers()).await.me.is_some();
    }
    let (mut parts, body) = std::mem::take(request).into_parts();
    let caller = <Caller as FromRequestParts<Site>>::from_request_parts(&mut parts, site).await.ok();
    let is_known = caller.as_ref().is_some_and(|Caller(actor)| actor.me.is_some());
    if let Some(caller) = caller {
        parts.extensions.insert(caller);
    }
    *request = Request::from_parts(parts, body);
    is_known
}

/// 429 with `Retry-After` beyond the limit: a problem for callers, a page for readers.
pub async fn limit(State((limits, site)): State<(Limits, Site)>, mut request: Request, next: Next) -> Response {
    let is_known = is_known(&limits, &site, &mut request).await;
    let limiter = limits.for_request(&request, is_known).filter(|_| limits.enabled);
    if limiter.is_some() {
        limits.forget_idle();
    }
    if let (Some(limiter), Some(client)) = (limiter, limits.client(&request))
        && let Err(until) = limiter.check_key(&client)
    {
        let seconds = until.wait_time_from(DefaultClock::default().now()).as_secs() + 1;
        if !is_api(request.uri().path()) {
            request.extensions_mut().insert(TooOften(seconds));
            return next.run(request).await;
        }
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
        assert_eq!(client("10.0.0.1", "198.51.100.1, nonsense", "10.0.0.0/8"), "10.0.0.1");
        assert_eq!(client("::ffff:10.0.0.1", "2001:db8::7", "10.0.0.0/8"), "2001:db8::7");
    }

    #[test]
    fn one_network_of_ipv6_is_one_client() {
        let of = |raw: &str| network(raw.parse().unwrap()).to_string();
        assert_eq!(of("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
        assert_eq!(of("::ffff:198.51.100.1"), "198.51.100.1");
    }

    #[test]
    fn near_is_who_asks_from_here_and_not_through_a_proxy() {
        let limits = |trusted: &str| {
            let values = [("trusted_proxies".to_owned(), trusted.to_owned())];
            Limits::new(&Settings::from_values(&values.into()).unwrap())
        };
        let is_near = |limits: &Limits, peer: &str, header: Option<&'static str>| {
            let mut extensions = Extensions::new();
            extensions.insert(ConnectInfo(SocketAddr::new(peer.parse().unwrap(), 1)));
            let headers = header.map(|name| (name.parse().unwrap(), "127.0.0.1".parse().unwrap()));
            limits.is_near(&extensions, &headers.into_iter().collect())
        };
        assert!(is_near(&limits(""), "127.0.0.1", None));
        assert!(is_near(&limits("10.0.0.0/8"), "10.1.1.1", None));
        assert!(!is_near(&limits("10.0.0.0/8"), "203.0.113.9", None));
        for header in FORWARDING {
            assert!(!is_near(&limits("10.0.0.0/8"), "127.0.0.1", Some(header)), "{header}");
        }
        assert!(!limits("").is_near(&Extensions::new(), &HeaderMap::new()));
    }
}
