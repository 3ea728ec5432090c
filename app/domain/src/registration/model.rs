//! Long random lives of an event, with a plain record of registrations beside the seats as the database would keep it.

use super::*;
use crate::event::{Attendance, Offer};
use std::collections::BTreeMap;

/// A small generator with a fixed seed (Knuth's MMIX constants), so that a failure can be repeated.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn spot(&mut self) -> Spot {
        Spot::ALL[self.roll(3) as usize]
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Row {
    spot: Spot,
    status: Status,
    /// Its number in the queue of its own spot.
    number: Option<i64>,
    /// The spot it wants to change to, and its number there.
    change: Option<(Spot, i64)>,
}

struct Model {
    seats: Seats,
    offers: Offers,
    rows: BTreeMap<i64, Row>,
    next: i64,
}

fn offer(capacity: Option<u32>) -> Option<Offer> {
    Some(Offer { capacity })
}

impl Model {
    fn new() -> Self {
        let first = Attendance { in_person: offer(Some(3)), online: offer(Some(2)) };
        let offers = Offers { first, second: offer(Some(2)) };
        Self { seats: Seats::new(&offers, |_| 0, |_| Vec::new()), offers, rows: BTreeMap::new(), next: 1 }
    }

    fn step(&mut self, dice: &mut Dice) -> String {
        let someone = self.rows.keys().nth(dice.roll(self.rows.len().max(1) as u64) as usize).copied();
        match (dice.roll(10), someone) {
            (0..=3, _) | (_, None) => self.register(dice.spot()),
            (4..=5, Some(id)) => self.leave(id),
            (6..=8, Some(id)) => self.change(id, dice.spot()),
            (_, Some(_)) => self.resize(dice),
        }
    }

    fn register(&mut self, spot: Spot) -> String {
        let id = self.next;
        self.next += 1;
        let row = match self.seats.place(RegistrationId(id), spot).unwrap() {
            Placed::Confirmed => Row { spot, status: Status::Confirmed, number: None, change: None },
            Placed::Waitlisted { number, .. } => Row { spot, status: Status::Waitlisted, number: Some(number), change: None },
        };
        self.rows.insert(id, row);
        format!("register {id} {spot:?}")
    }

    fn leave(&mut self, id: i64) -> String {
        let standing = self.standing(id);
        self.rows.remove(&id);
        let effects = self.seats.leave(standing);
        self.apply(&effects);
        format!("leave {id}")
    }

    fn change(&mut self, id: i64, to: Spot) -> String {
        let (standing, had) = (self.standing(id), self.rows[&id]);
        let (placed, effects) = self.seats.change(standing, to).unwrap();
        let row = match placed {
            _ if to == had.spot => Row { change: None, ..had },
            Placed::Confirmed => Row { spot: to, status: Status::Confirmed, number: None, change: None },
            Placed::Waitlisted { number, .. } => Row { change: Some((to, number)), ..had },
        };
        self.rows.insert(id, row);
        self.apply(&effects);
        format!("change {id} to {to:?}")
    }

    fn resize(&mut self, dice: &mut Dice) -> String {
        let capacity = Some(dice.roll(8) as u32).filter(|capacity| *capacity < 7);
        let (spot, all) = (dice.spot(), dice.roll(3) == 0);
        let mut offers = self.offers;
        if spot == Spot::InPerson || all {
            offers.first.in_person = offer(capacity);
        }
        if spot == Spot::Online || all {
            offers.first.online = offer(capacity);
        }
        if spot == Spot::OnlineAgain || all {
            offers.second = offer(capacity);
        }
        let before = self.seats.clone();
        match self.seats.set_offers(&offers) {
            Ok(effects) => {
                self.offers = offers;
                self.apply(&effects);
            }
            Err((_, refusal)) => assert_eq!((refusal.code, &self.seats), ("capacity_below_confirmed", &before)),
        }
        format!("resize {offers:?}")
    }

    fn standing(&self, id: i64) -> Standing {
        let row = self.rows[&id];
        Standing { registration: RegistrationId(id), spot: row.spot, status: row.status }
    }

    fn apply(&mut self, effects: &[Effect]) {
        for (index, Effect::Promoted { registration, to, frees, still_waits }) in effects.iter().enumerate() {
            assert!(effects.iter().skip(index + 1).all(|Effect::Promoted { registration: other, .. }| other != registration));
            let row = self.rows.get_mut(&registration.0).unwrap();
            assert_eq!(*frees, Some(row.spot).filter(|_| row.status == Status::Confirmed), "a place is freed by who had one");
            let change = row.change.filter(|(spot, _)| Some(*spot) == *still_waits);
            assert_eq!(change.map(|(spot, _)| spot), *still_waits);
            *row = Row { spot: *to, status: Status::Confirmed, number: None, change };
        }
    }

    fn confirmed(&self, spot: Spot) -> u32 {
        self.rows.values().filter(|row| row.spot == spot && row.status == Status::Confirmed).count() as u32
    }

    /// The queue as the stored rows tell it.
    fn queue(&self, spot: Spot) -> Vec<Waiting> {
        let mut queue = Vec::new();
        for (id, row) in &self.rows {
            let registration = RegistrationId(*id);
            if let Some(number) = row.number.filter(|_| row.spot == spot) {
                queue.push(Waiting { registration, number, keeps: Keeps::Nothing });
            }
            if let Some((_, number)) = row.change.filter(|(to, _)| *to == spot) {
                let keeps = if row.status == Status::Confirmed { Keeps::Place(row.spot) } else { Keeps::Turn(row.spot) };
                queue.push(Waiting { registration, number, keeps });
            }
        }
        queue
    }

    fn check(&self, done: &str) {
        let stored = Seats::new(&self.offers, |spot| self.confirmed(spot), |spot| self.queue(spot));
        assert_eq!(self.seats, stored, "the rows and the seats tell the same after {done}");
        let wanted = Spot::ALL.map(|spot| match self.seats.queue(spot).first().map(|first| first.keeps) {
            Some(Keeps::Place(of)) => Some(of),
            _ => None,
        });
        let after = |spot: Option<Spot>| spot.and_then(|spot| wanted[spot as usize]);
        for spot in Spot::ALL.map(Some) {
            let round = [after(after(spot)), after(after(after(spot)))];
            assert!(!round.contains(&spot), "nobody waits for whom a change round would serve: {done}");
        }
        for spot in Spot::ALL {
            let (count, queue) = (self.seats.count(spot).unwrap(), self.seats.queue(spot));
            let free = count.capacity.is_none_or(|capacity| count.confirmed < capacity);
            assert!(count.capacity.is_none_or(|capacity| count.confirmed <= capacity), "nobody has a place that is not there: {done}");
            assert!(queue.is_empty() || !free, "nobody waits beside a free place: {done}");
            assert!(queue.is_sorted_by(|a, b| a.number < b.number), "the order is kept: {done}");
            for (index, waiting) in queue.iter().enumerate() {
                assert_eq!(self.seats.position(spot, waiting.registration), Some(index as u32 + 1), "positions have no gaps: {done}");
            }
        }
    }
}

#[test]
fn whatever_happens_places_are_handed_on_in_order() {
    for seed in 0..60 {
        let (mut model, mut dice) = (Model::new(), Dice(seed));
        for _ in 0..400 {
            let before: Vec<Vec<RegistrationId>> = Spot::ALL.map(|spot| ids(&model, spot)).into();
            let done = model.step(&mut dice);
            model.check(&format!("seed {seed}: {done}"));
            for (spot, before) in Spot::ALL.into_iter().zip(before) {
                let now = ids(&model, spot);
                let stayed: Vec<_> = before.iter().filter(|id| now.contains(id)).collect();
                assert!(now.iter().take(stayed.len()).eq(stayed), "nobody is overtaken: seed {seed}, {done}");
            }
        }
    }
}

fn ids(model: &Model, spot: Spot) -> Vec<RegistrationId> {
    model.seats.queue(spot).iter().map(|waiting| waiting.registration).collect()
}
