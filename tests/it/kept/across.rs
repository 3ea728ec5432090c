//! Several servers: what one changed the others forget.

use super::{PAGE, scene};
use crate::support::database::is_postgres;
use backend::live::across::carry;
use serde_json::json;
use std::time::Duration;

#[tokio::test]
async fn what_another_server_changed_is_seen_soon() {
    // An SQLite file is for one server.
    if !is_postgres() {
        return;
    }
    let (place, organiser) = scene().await;
    let (site, router) = place.neighbour().await;
    let (stop, stopping) = tokio::sync::watch::channel(false);
    let carriers = [place.site.clone(), site.clone()].map(|site| tokio::spawn(carry(site, stopping.clone())));
    let visitor = place.anyone().at(&router);
    let mut number = 0;
    // Until both are connected nothing is heard; the clock stands, so nothing is forgotten for its age.
    let seen = async {
        loop {
            number += 1;
            let title = format!("Renamed {number}");
            organiser.patch("/events/forum", json!({"title": {"en": title}})).await.expect(200);
            let soon = async {
                while !visitor.page(PAGE).await.text().contains(&title) {
                    tokio::task::yield_now().await
                }
            };
            if tokio::time::timeout(Duration::from_secs(1), soon).await.is_ok() && number > 1 {
                return;
            }
        }
    };
    tokio::time::timeout(Duration::from_secs(20), seen).await.expect("the servers hear each other");
    stop.send(true).unwrap();
    for carrier in carriers {
        carrier.await.unwrap();
    }
}
