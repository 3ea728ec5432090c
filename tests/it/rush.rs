//! Many people at once, and long random lives of an event, on a real database.

use crate::support::{Client, Place};
use axum::Router;
use backend::entity::event;
use backend::service::access::{Actor, Me};
use backend::service::registration::{self, Filter, NewRegistration};
use domain::event::{Attendance, Mode, Offer, Run};
use domain::id::RegistrationId;
use domain::person::OwnZone;
use domain::registration::{Effect, Placed, SeatCount, Seats, Spot, Standing, Status};
use domain::text::Lang;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// So many events in turn, for who is quicker differs from one to the next: `SAIETS_TEST_RUSHES`, or few.
fn how_often() -> usize {
    std::env::var("SAIETS_TEST_RUSHES").map_or(2, |times| times.parse().unwrap())
}

async fn all(client: &Client, event: &str) -> Vec<Value> {
    let mut items = Vec::new();
    let mut path = format!("/events/{event}/registrations?limit=200");
    loop {
        let part = client.get(&path).await.expect(200).json();
        items.extend(part["items"].as_array().unwrap().clone());
        match part["next"].as_str() {
            Some(next) => path = format!("/events/{event}/registrations?limit=200&cursor={next}"),
            None => return items,
        }
    }
}

fn with(items: &[Value], status: &str) -> Vec<Value> {
    items.iter().filter(|item| item["status"] == status).cloned().collect()
}

fn positions(items: &[Value]) -> Vec<u64> {
    items.iter().map(|item| item["position"].as_u64().unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_hundred_people_on_twenty_seats() {
    let place = Place::new().await;
    let only = place.router.clone();
    rushes(&place, &[only]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_hundred_people_at_two_servers_over_one_database() {
    let place = Place::new().await;
    let (_, other) = place.neighbour().await;
    let both = [place.router.clone(), other];
    rushes(&place, &both).await;
}

/// Everybody is at one of the servers in turn.
async fn rushes(place: &Place, servers: &[Router]) {
    let host = place.host("mfa").await;
    let organiser = place.acting("organiser@saiets.test", Some((host, domain::host::Role::Organiser))).await;
    let mut people = Vec::new();
    for n in 0..200 {
        let person = place.person(&format!("p{n}@saiets.test")).await;
        people.push(place.client(person).await.at(&servers[n % servers.len()]));
    }
    for n in 0..how_often() {
        let event = place.event(host, &format!("forum-{n}"), |_| {}).await.slug;
        rush(&event, &organiser, &people).await;
    }
}

/// Everybody at once; then those who got a seat give it up at once.
async fn rush(event: &str, organiser: &Client, people: &[Client]) {
    let asks = people.iter().cloned().map(|client| {
        let path = format!("/events/{event}/registrations");
        tokio::spawn(async move { client.post(&path, json!({"mode": "in_person"})).await.expect(201).json() })
    });
    let answers = futures::future::join_all(asks.collect::<Vec<_>>()).await.into_iter().map(Result::unwrap).collect::<Vec<_>>();
    assert_eq!(with(&answers, "confirmed").len(), 20);
    let mut told = positions(&with(&answers, "waitlisted"));
    told.sort_unstable();
    assert_eq!(told, (1..=180).collect::<Vec<_>>(), "everybody was told a position of their own");
    let listed = all(organiser, event).await;
    assert_eq!(positions(&with(&listed, "waitlisted")), (1..=180).collect::<Vec<_>>(), "first come, first served");
    let seats = async || organiser.get(&format!("/events/{event}/seats")).await.expect(200).json()["in_person"].clone();
    assert_eq!(seats().await, json!({"capacity": 20, "confirmed": 20, "waitlisted": 180}));

    let leavers = people.iter().zip(&answers).filter(|(_, answer)| answer["status"] == "confirmed");
    let leaves = leavers.map(|(client, answer)| {
        let (client, path) = (client.clone(), format!("/registrations/{}", answer["id"]));
        tokio::spawn(async move { client.delete(&path).await.expect(204) })
    });
    futures::future::join_all(leaves.collect::<Vec<_>>()).await.into_iter().for_each(|left| drop(left.unwrap()));
    let after = all(organiser, event).await;
    let ids = |items: &[Value]| items.iter().map(|item| item["id"].as_i64().unwrap()).collect::<Vec<_>>();
    let waited = ids(&with(&listed, "waitlisted"));
    assert_eq!(ids(&with(&after, "confirmed")), waited[..20], "the first twenty in line have the places");
    assert_eq!(ids(&with(&after, "waitlisted")), waited[20..], "and nobody else moved");
    assert_eq!(positions(&with(&after, "waitlisted")), (1..=160).collect::<Vec<_>>());
    assert_eq!(seats().await, json!({"capacity": 20, "confirmed": 20, "waitlisted": 160}));
}

/// A small generator with a fixed seed (Knuth's MMIX constants), so that a failure can be repeated.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn spot(&mut self) -> Spot {
        if self.roll(2) == 0 { Spot::InPerson } else { Spot::Online }
    }
}

/// What the rules alone say, beside the database.
struct Model {
    seats: Seats,
    /// By registration: spot, status, and the spot it wants to change to.
    rows: BTreeMap<i64, (Spot, Status, Option<Spot>)>,
}

impl Model {
    fn standing(&self, id: i64) -> Standing {
        let (spot, status, _) = self.rows[&id];
        Standing { registration: RegistrationId(id), spot, status }
    }

    fn apply(&mut self, effects: Vec<Effect>) {
        for Effect::Promoted { registration, to, still_waits, .. } in effects {
            self.rows.insert(registration.0, (to, Status::Confirmed, still_waits));
        }
    }

    fn register(&mut self, id: i64, spot: Spot) {
        let status = match self.seats.place(RegistrationId(id), spot).unwrap() {
            Placed::Confirmed => Status::Confirmed,
            Placed::Waitlisted { .. } => Status::Waitlisted,
        };
        self.rows.insert(id, (spot, status, None));
    }

    fn change(&mut self, id: i64, to: Spot) {
        let (spot, status, _) = self.rows[&id];
        let (placed, effects) = self.seats.change(self.standing(id), to).unwrap();
        let row = match placed {
            _ if to == spot => (spot, status, None),
            Placed::Confirmed => (to, Status::Confirmed, None),
            Placed::Waitlisted { .. } => (spot, status, Some(to)),
        };
        self.rows.insert(id, row);
        self.apply(effects);
    }

    fn leave(&mut self, id: i64) {
        let standing = self.standing(id);
        self.rows.remove(&id);
        let effects = self.seats.leave(standing);
        self.apply(effects);
    }

    fn told(&self) -> BTreeMap<i64, registration::Place> {
        let position = |spot, id: i64| self.seats.position(spot, RegistrationId(id));
        let one = |(id, (spot, status, change)): (&i64, &(Spot, Status, Option<Spot>))| {
            let own = (*status == Status::Waitlisted).then(|| position(*spot, *id).unwrap());
            let waiting = change.map(|to| (to.mode(), position(to, *id).unwrap()));
            (
                *id,
                registration::Place {
                    id: *id,
                    mode: spot.mode(),
                    status: *status,
                    position: own,
                    waiting,
                    run: Run::First,
                    to_run: Run::First,
                },
            )
        };
        self.rows.iter().map(one).collect()
    }

    fn figures(&self) -> Vec<(Mode, SeatCount)> {
        [Mode::InPerson, Mode::Online].into_iter().map(|mode| (mode, self.seats.count(mode.into()).unwrap())).collect()
    }
}

fn actor(person: i64) -> Actor {
    let me = Me {
        id: person,
        email: format!("{person}@none.test"),
        name: String::new(),
        own: OwnZone::home("Europe/Riga"),
        language: Lang::En,
        admin: false,
    };
    Actor { me: Some(me) }
}

fn attendance(room: Option<u32>, online: Option<u32>) -> Attendance {
    Attendance { in_person: Some(Offer { capacity: room }), online: Some(Offer { capacity: online }) }
}

/// Both capacities anew; the database and the rules agree whether that is allowed.
async fn resize(place: &Place, event: &event::Model, model: &mut Model, room: Option<u32>, online: Option<u32>) {
    let tx = place.site.db.begin_write().await.unwrap();
    let mut changed = event.clone().into_active_model();
    changed.in_person_capacity = Set(room.map(|n| i32::try_from(n).unwrap()));
    changed.online_capacity = Set(online.map(|n| i32::try_from(n).unwrap()));
    let changed = changed.update(&tx).await.unwrap();
    let done = registration::promote(&tx, &place.site, &changed).await;
    match model.seats.set_offers(&attendance(room, online).into()) {
        Ok(effects) => {
            done.unwrap();
            tx.commit().await.unwrap();
            model.apply(effects);
        }
        Err((_, refusal)) => {
            assert_eq!(refusal.code, "capacity_below_confirmed");
            assert!(matches!(done, Err(backend::Error::Invalid(_))));
        }
    }
}

#[tokio::test]
async fn the_database_does_what_the_rules_say_whatever_happens() {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    let event = place
        .event(host, "forum", |event| {
            event.in_person_capacity = Set(Some(3));
            event.online_capacity = Set(Some(2));
        })
        .await;
    let watcher = place.person("viewer@saiets.test").await;
    place.member(host, watcher, domain::host::Role::Viewer).await;
    let mut people = Vec::new();
    for n in 0..60 {
        people.push(place.person(&format!("p{n}@saiets.test")).await);
    }
    let mut model = Model { seats: Seats::new(&attendance(Some(3), Some(2)).into(), |_| 0, |_| Vec::new()), rows: BTreeMap::new() };
    let mut owners: BTreeMap<i64, i64> = BTreeMap::new();
    let mut dice = Dice(7);
    for step in 0..400 {
        let ids = model.rows.keys().copied().collect::<Vec<_>>();
        let someone = ids.get(dice.roll(ids.len().max(1) as u64) as usize).copied();
        let idle = people.iter().find(|person| !ids.iter().any(|id| owners.get(id) == Some(*person))).copied();
        let said = match (dice.roll(20), someone, idle) {
            (0..=8, _, Some(person)) | (_, None, Some(person)) => {
                let mode = dice.spot();
                let asked = NewRegistration { mode: <&str>::from(mode).to_owned(), ..Default::default() };
                let made = registration::register(&place.site, &actor(person), "forum", asked).await.unwrap();
                owners.insert(made.id, person);
                model.register(made.id, mode);
                format!("{person} registers {mode:?}")
            }
            (9..=12, Some(id), _) => {
                registration::cancel(&place.site, &actor(owners[&id]), id).await.unwrap();
                model.leave(id);
                format!("{id} leaves")
            }
            (13..=18, Some(id), _) => {
                let to = dice.spot();
                registration::change_mode(&place.site, &actor(owners[&id]), id, to.into()).await.unwrap();
                model.change(id, to);
                format!("{id} wants {to:?}")
            }
            _ => {
                let sizes = [dice.roll(30), dice.roll(30)].map(|n| u32::try_from(n).ok().filter(|n| *n < 28));
                let event = event::Entity::find_by_id(event.id).one(place.site.db.read()).await.unwrap().unwrap();
                resize(&place, &event, &mut model, sizes[0], sizes[1]).await;
                format!("sizes {sizes:?}")
            }
        };
        let listed = registration::list(&place.site, &actor(watcher), "forum", Filter { limit: 500, ..Default::default() }).await.unwrap();
        let listed = listed.into_iter().map(|row| (row.place.id, row.place)).collect::<BTreeMap<_, _>>();
        assert_eq!(listed, model.told(), "step {step}: {said}");
        let event = event::Entity::find_by_id(event.id).one(place.site.db.read()).await.unwrap().unwrap();
        assert_eq!(registration::figures(place.site.db.read(), &event).await.unwrap(), model.figures(), "step {step}: {said}");
    }
}
