//! What organisers have before them: what waits for them, how notice and invitations stand, and whom a change reaches.

mod foretold;
mod host;
mod needs;

use crate::support::{Client, Place};
use backend::entity::{consent, event, invitation, outbox, person};
use domain::host::Role;
use domain::invitation::Delivery;
use domain::person::Segment;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, NotSet, PaginatorTrait, QueryFilter, Set};
use serde_json::{Value, json};

const DESK: &str = "/en/organise/hosts/mfa";

/// A host with an announced forum, and its organiser.
struct Scene {
    place: Place,
    host: i64,
    organiser: Client,
}

async fn scene() -> Scene {
    scene_with(|_| {}).await
}

async fn scene_with(edit: impl FnOnce(&mut event::ActiveModel)) -> Scene {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    place.event(host, "forum-2027", edit).await;
    let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
    Scene { place, host, organiser }
}

impl Scene {
    async fn desk(&self) -> String {
        self.organiser.page(DESK).await.expect(200).text()
    }

    async fn invite(&self, emails: &[&str]) {
        let made = self.organiser.post("/events/forum-2027/invitations", json!({"emails": emails})).await.expect(200).json();
        assert_eq!(made["invited"].as_u64(), Some(emails.len() as u64), "{made}");
    }

    async fn join(&self, email: &str, mode: &str) -> Client {
        let person = self.place.acting(email, None).await;
        person.post("/events/forum-2027/registrations", json!({"mode": mode})).await.expect(201);
        person
    }

    async fn status(&self, to: &str) {
        self.organiser.post("/events/forum-2027/status", json!({"to": to})).await.expect(200);
    }

    async fn change(&self, change: Value) {
        self.organiser.patch("/events/forum-2027", change).await.expect(200);
    }

    /// Somebody who says where and in what they work, and whether they may be written to.
    async fn someone(&self, email: &str, country: &str, segment: Segment, contact: bool) {
        let id = self.place.person(email).await;
        let db = self.place.site.db.writer();
        let mut row = person::Entity::find_by_id(id).one(db).await.unwrap().unwrap().into_active_model();
        row.country = Set(Some(country.to_owned()));
        row.segment = Set(Some(segment.into()));
        row.update(db).await.unwrap();
        let said = consent::ActiveModel {
            id: NotSet,
            person_id: Set(id),
            purpose: Set("contact".to_owned()),
            given: Set(contact),
            wording: Set("May we write to you?".to_owned()),
            host_id: Set(None),
            decided_at: Set(0),
        };
        said.insert(db).await.unwrap();
    }

    async fn delivered(&self, email: &str, delivery: Delivery) {
        let db = self.place.site.db.writer();
        let person = person::Entity::find().filter(person::Column::Email.eq(email)).one(db).await.unwrap().unwrap();
        let row = invitation::Entity::find().filter(invitation::Column::PersonId.eq(person.id)).one(db).await.unwrap().unwrap();
        let mut row = row.into_active_model();
        row.delivery = Set(delivery.into());
        row.update(db).await.unwrap();
    }

    /// How many letters are or were in the outbox.
    async fn letters(&self) -> u64 {
        outbox::Entity::find().filter(outbox::Column::Kind.eq("entry")).count(self.place.site.db.read()).await.unwrap()
    }
}

#[track_caller]
fn has(page: &str, words: &[&str]) {
    for word in words {
        assert!(page.contains(word), "lacks {word}: {}", main(page));
    }
}

#[track_caller]
fn lacks(page: &str, words: &[&str]) {
    for word in words {
        assert!(!page.contains(word), "has {word}: {}", main(page));
    }
}

fn main(page: &str) -> &str {
    page.split("<main").nth(1).unwrap_or(page)
}
