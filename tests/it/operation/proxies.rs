//! Whose limit counts, whatever a header says.

use super::settings;
use crate::support::{Client, Place};
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Method, Request, header};
use backend::service::credential::{self, Kind};
use std::net::SocketAddr;

/// How many got through: the limit is ten at once, then one every ten seconds.
#[derive(Debug, PartialEq)]
enum Passed {
    All,
    Ten,
}

/// How many of 30 wishes to sign in get through, each with another forwarded address.
async fn let_through(place: &Place, trusted: &str, forwarded: impl Fn(u32) -> String) -> Passed {
    let router = server::http::router(&place.site, &settings(&[("trusted_proxies", trusted)])).unwrap();
    let client = Client::new(router, None, None);
    let mut passed = 0;
    for n in 0..30 {
        let request = Request::builder().method(Method::POST).uri("/en/signin").header("x-forwarded-for", forwarded(n));
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let mut request = request.body(Body::from(format!("email=p{n}%40example.org"))).unwrap();
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([10, 0, 0, 1], 4000))));
        let answer = client.send(request).await;
        if answer.status == 429 {
            assert!(answer.header("retry-after").is_some_and(|wait| wait.parse::<u64>().is_ok()));
            assert!(answer.text().contains("<h1>"), "a person reads why");
        } else {
            passed += 1;
        }
    }
    match passed {
        30 => Passed::All,
        // A slow machine takes long enough for one or two more.
        10..15 => Passed::Ten,
        other => panic!("{other} of 30 got through"),
    }
}

#[tokio::test]
async fn a_forged_header_from_anybody_but_a_trusted_proxy_does_not_help() {
    let place = Place::new().await;
    assert_eq!(let_through(&place, "", |n| format!("198.51.100.{n}")).await, Passed::Ten);
    assert_eq!(let_through(&place, "192.0.2.0/24", |n| format!("198.51.100.{n}")).await, Passed::Ten);
}

#[tokio::test]
async fn behind_a_trusted_proxy_the_right_most_address_not_ours_counts() {
    let place = Place::new().await;
    assert_eq!(let_through(&place, "10.0.0.0/8", |n| format!("198.51.100.{n}")).await, Passed::All);
    // What the client itself put in front of what our proxies saw.
    assert_eq!(let_through(&place, "10.0.0.0/8", |n| format!("198.51.100.{n}, 203.0.113.7")).await, Passed::Ten);
    assert_eq!(let_through(&place, "10.0.0.0/8", |n| format!("198.51.100.{n}, 203.0.113.7, 10.0.0.2")).await, Passed::Ten);
}

#[tokio::test]
async fn the_two_to_the_64_addresses_of_one_line_are_one() {
    let place = Place::new().await;
    assert_eq!(let_through(&place, "10.0.0.0/8", |n| format!("2001:db8:1:2::{n:x}")).await, Passed::Ten);
}

/// How many of 400 calls that need no account get through, each with this header.
async fn calls_let_through(place: &Place, path: &str, header: (&str, &str)) -> usize {
    let router = server::http::router(&place.site, &settings(&[])).unwrap();
    let client = Client::new(router, None, None);
    let mut passed = 0;
    for _ in 0..400 {
        let request = Request::builder().method(Method::POST).uri(path).header(header.0, header.1).header("sec-fetch-site", "same-origin");
        let mut request = request.body(Body::empty()).unwrap();
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([10, 0, 0, 1], 4000))));
        passed += usize::from(client.send(request).await.status != 429);
    }
    passed
}

#[tokio::test]
async fn who_only_claims_to_be_known_is_counted_as_nobody() {
    let place = Place::new().await;
    let person = place.person("ilze@example.org").await;
    let issue = async |kind| credential::issue(place.site.db.writer(), &place.site, person, kind).await.unwrap();
    let (token, session) = (issue(Kind::Token).await, issue(Kind::Session).await);
    let (bearer, cookie) = (format!("Bearer {token}"), format!("saiets_session={session}"));
    for (path, header, known) in [
        ("/api/v1/tools/local", ("authorization", "Bearer nobody"), false),
        ("/api/v1/tools/local", ("authorization", bearer.as_str()), true),
        ("/en/zone", ("cookie", "saiets_session=nobody"), false),
        ("/en/zone", ("cookie", cookie.as_str()), true),
    ] {
        let passed = calls_let_through(&place, path, header).await;
        // Two hundred at once, and ten a second: a slow machine takes long enough for some more.
        assert_eq!(passed == 400, known, "{path} with {header:?}: {passed} of 400");
    }
}

#[tokio::test]
async fn answers_to_date_polls_without_an_account_are_counted() {
    let place = Place::new().await;
    let client = Client::new(server::http::router(&place.site, &settings(&[])).unwrap(), None, None);
    let mut refused = 0;
    for _ in 0..45 {
        let request = Request::builder().method(Method::POST).uri("/en/polls/there-is-none");
        let mut request = request.body(Body::from("name=Somebody")).unwrap();
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([203, 0, 113, 9], 4000))));
        refused += u32::from(client.send(request).await.status == 429);
    }
    // Thirty at once; a slow machine takes long enough for a few more.
    assert!((8..=15).contains(&refused), "{refused}");
}
