//! The figures: for whom, and which.

use super::settings;
use crate::support::{Answer, Client, Place};
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use backend::outbox;
use domain::host::Role;
use serde_json::json;
use std::net::SocketAddr;

async fn asked(place: &Place, peer: &str, headers: &[(&str, &str)]) -> Answer {
    let router = server::http::router(&place.site, &settings(&[("trusted_proxies", "10.0.0.0/8")])).unwrap();
    let request = headers.iter().fold(Request::builder().uri("/metrics"), |request, (name, value)| request.header(*name, *value));
    let mut request = request.body(Body::empty()).unwrap();
    request.extensions_mut().insert(ConnectInfo(SocketAddr::new(peer.parse().unwrap(), 4000)));
    Client::new(router, None, None).send(request).await
}

#[tokio::test]
async fn strangers_and_whoever_comes_through_a_proxy_see_no_figures() {
    let place = Place::new().await;
    asked(&place, "127.0.0.1", &[]).await.expect(200);
    asked(&place, "10.2.3.4", &[]).await.expect(200);
    asked(&place, "203.0.113.9", &[]).await.expect(404);
    asked(&place, "127.0.0.1", &[("x-forwarded-for", "127.0.0.1")]).await.expect(404);
    asked(&place, "10.2.3.4", &[("via", "1.1 proxy")]).await.expect(404);

    for (email, status) in [("admin@example.org", 200), ("somebody@example.org", 404)] {
        let id = place.person(email).await;
        let kind = backend::service::credential::Kind::Token;
        let token = backend::service::credential::issue(place.site.db.writer(), &place.site, id, kind).await.unwrap();
        asked(&place, "203.0.113.9", &[("authorization", &format!("Bearer {token}"))]).await.expect(status);
    }
}

#[tokio::test]
async fn what_happened_is_counted_by_route_and_never_by_address() {
    let place = Place::new().await;
    let host = place.host("ministry").await;
    place.event(host, "forum", |_| {}).await;
    let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
    organiser.post("/events/forum/registrations", json!({"mode": "online"})).await.expect(201);
    organiser.page("/en/events/forum").await.expect(200);
    organiser.page("/en/nothing/of/the/kind").await.expect(404);
    let waiting = asked(&place, "127.0.0.1", &[]).await.text();
    assert!(waiting.contains("saiets_outbox_jobs{state=\"due\"} 1"), "{waiting}");
    place.at("2027-01-25T09:05:00Z");
    assert!(asked(&place, "127.0.0.1", &[]).await.text().contains("saiets_outbox_oldest_due_seconds 300"));

    outbox::drain(&place.site).await.unwrap();
    let text = asked(&place, "127.0.0.1", &[]).await.text();
    for line in [
        "saiets_http_request_seconds_count{method=\"GET\",route=\"/en/events/{event}\",status=\"2xx\"} 1",
        "saiets_http_request_seconds_count{method=\"GET\",route=\"unknown\",status=\"4xx\"} 1",
        "saiets_http_request_seconds_count{method=\"POST\",route=\"/api/v1/events/{slug}/registrations\",status=\"2xx\"} 1",
        "saiets_registrations_total{status=\"confirmed\"} 1",
        "saiets_outbox_jobs{state=\"due\"} 0",
        "saiets_outbox_oldest_due_seconds 0",
        "saiets_database_connections{state=\"open\"}",
    ] {
        assert!(text.contains(line), "{line} is not in\n{text}");
    }
    assert!(!text.contains("forum") && !text.contains("kind"), "{text}");
}
