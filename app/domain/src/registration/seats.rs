//! The one way places change hands: first come, first served, and nobody loses a place before the next is sure.

use super::{Effect, Keeps, Offers, Placed, SeatCount, Spot, Standing, Status, Waiting};
use crate::event::Offer;
use crate::fault::Refusal;
use crate::id::RegistrationId;

/// The places of one event. Every method leaves no free place while somebody waits for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seats {
    in_person: Places,
    online: Places,
    online_again: Places,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Places {
    offer: Option<Offer>,
    confirmed: u32,
    queue: Vec<Waiting>,
}

impl Places {
    fn new(offer: Option<Offer>, confirmed: u32, mut queue: Vec<Waiting>) -> Self {
        queue.sort_by_key(|waiting| waiting.number);
        Self { offer, confirmed, queue }
    }

    fn has_room(&self) -> bool {
        self.offer.is_some_and(|offer| offer.capacity.is_none_or(|capacity| self.confirmed < capacity))
    }

    fn place_of(&self, registration: RegistrationId) -> Option<Placed> {
        let index = self.queue.iter().position(|waiting| waiting.registration == registration)?;
        let number = self.queue.get(index)?.number;
        Some(Placed::Waitlisted { position: u32::try_from(index + 1).unwrap_or(u32::MAX), number })
    }

    fn remove(&mut self, registration: RegistrationId) {
        self.queue.retain(|waiting| waiting.registration != registration);
    }

    /// Whoever waits here to change has a confirmed place now.
    fn hold_place(&mut self, registration: RegistrationId, of: Spot) {
        for waiting in self.queue.iter_mut().filter(|waiting| waiting.registration == registration) {
            waiting.keeps = Keeps::Place(of);
        }
    }

    fn take_first(&mut self) -> Option<Waiting> {
        if self.queue.is_empty() { None } else { Some(self.queue.remove(0)) }
    }

    /// `mode_in_use` where an offer with people in it is withdrawn, `capacity_below_confirmed` where the new one is too small.
    fn check(&self, offer: Option<Offer>) -> Result<(), Refusal> {
        match offer {
            None if self.confirmed > 0 || !self.queue.is_empty() => Err(Refusal::new("mode_in_use")),
            Some(Offer { capacity: Some(capacity) }) if capacity < self.confirmed => Err(Refusal::new("capacity_below_confirmed")),
            _ => Ok(()),
        }
    }
}

impl Seats {
    /// As stored: what is offered, how many are confirmed per spot, and who waits, in any order.
    pub fn new(offers: &Offers, confirmed: impl Fn(Spot) -> u32, queue: impl Fn(Spot) -> Vec<Waiting>) -> Self {
        let places = |spot| Places::new(offers.offer(spot), confirmed(spot), queue(spot));
        Self { in_person: places(Spot::InPerson), online: places(Spot::Online), online_again: places(Spot::OnlineAgain) }
    }

    /// The figures of a spot, if it is offered.
    pub fn count(&self, spot: Spot) -> Option<SeatCount> {
        let places = self.places(spot);
        let waitlisted = u32::try_from(places.queue.len()).unwrap_or(u32::MAX);
        places.offer.map(|offer| SeatCount { capacity: offer.capacity, confirmed: places.confirmed, waitlisted })
    }

    /// Who waits for a spot, in order.
    pub fn queue(&self, spot: Spot) -> &[Waiting] {
        &self.places(spot).queue
    }

    /// The position in the queue of a spot, counted from 1.
    pub fn position(&self, spot: Spot, registration: RegistrationId) -> Option<u32> {
        match self.places(spot).place_of(registration)? {
            Placed::Waitlisted { position, .. } => Some(position),
            Placed::Confirmed => None,
        }
    }

    /// A place for a new registration, or the end of the queue; `mode_not_offered` where there is neither.
    pub fn place(&mut self, registration: RegistrationId, spot: Spot) -> Result<Placed, Refusal> {
        self.ask(registration, spot, Keeps::Nothing)?;
        // Nobody else waits while there is a free place, so nobody else is promoted.
        self.settle();
        Ok(self.outcome(registration, spot))
    }

    /// The registration is cancelled: its place and its waiting end, and whoever is next moves up.
    pub fn leave(&mut self, standing: Standing) -> Vec<Effect> {
        for spot in Spot::ALL {
            self.places_mut(spot).remove(standing.registration);
        }
        if standing.status == Status::Confirmed {
            self.give_up(standing.spot);
        }
        self.settle()
    }

    /// A change to `to`. Until there is a place, the registration keeps what it has (its place, or its turn in the queue of its own
    /// spot) and waits for `to`, and for nothing else, at the end of that queue; asking again changes nothing, and asking for its own
    /// spot ends the waiting. When it is confirmed at once, that is in the first value only. `mode_not_offered` where `to` is not.
    pub fn change(&mut self, standing: Standing, to: Spot) -> Result<(Placed, Vec<Effect>), Refusal> {
        let (registration, own) = (standing.registration, standing.spot);
        let keeps = match standing.status {
            Status::Confirmed => Keeps::Place(own),
            Status::Waitlisted => Keeps::Turn(own),
            Status::Cancelled => return Err(Refusal::new("registration_cancelled")),
        };
        if to != own && self.places(to).offer.is_none() {
            return Err(Refusal::new("mode_not_offered"));
        }
        let waited = self.places(to).place_of(registration).filter(|_| to != own);
        for spot in Spot::ALL.into_iter().filter(|spot| *spot != own && *spot != to) {
            self.places_mut(spot).remove(registration);
        }
        if waited.is_none() && to != own {
            self.ask(registration, to, keeps)?;
        }
        let mut effects = self.settle();
        effects.retain(|Effect::Promoted { registration: promoted, .. }| *promoted != registration || to == own);
        Ok((self.outcome(registration, to), effects))
    }

    /// What is offered from now on, as a whole; nothing changes where one of them is refused.
    pub fn set_offers(&mut self, offers: &Offers) -> Result<Vec<Effect>, (Spot, Refusal)> {
        for spot in Spot::ALL {
            self.places(spot).check(offers.offer(spot)).map_err(|refusal| (spot, refusal))?;
        }
        for spot in Spot::ALL {
            self.places_mut(spot).offer = offers.offer(spot);
        }
        Ok(self.settle())
    }

    /// Another capacity for a spot that is offered; `capacity_below_confirmed` rather than anybody losing a place.
    pub fn set_capacity(&mut self, spot: Spot, capacity: Option<u32>) -> Result<Vec<Effect>, Refusal> {
        let offer = Some(Offer { capacity });
        let places = self.places_mut(spot);
        if places.offer.is_none() {
            return Err(Refusal::new("mode_not_offered"));
        }
        places.check(offer)?;
        places.offer = offer;
        Ok(self.settle())
    }

    fn places(&self, spot: Spot) -> &Places {
        match spot {
            Spot::InPerson => &self.in_person,
            Spot::Online => &self.online,
            Spot::OnlineAgain => &self.online_again,
        }
    }

    fn places_mut(&mut self, spot: Spot) -> &mut Places {
        match spot {
            Spot::InPerson => &mut self.in_person,
            Spot::Online => &mut self.online,
            Spot::OnlineAgain => &mut self.online_again,
        }
    }

    fn ask(&mut self, registration: RegistrationId, spot: Spot, keeps: Keeps) -> Result<(), Refusal> {
        let places = self.places_mut(spot);
        if places.offer.is_none() {
            return Err(Refusal::new("mode_not_offered"));
        }
        let number = places.queue.last().map_or(1, |last| last.number.saturating_add(1));
        places.queue.push(Waiting { registration, number, keeps });
        Ok(())
    }

    fn outcome(&self, registration: RegistrationId, spot: Spot) -> Placed {
        self.places(spot).place_of(registration).unwrap_or(Placed::Confirmed)
    }

    fn give_up(&mut self, spot: Spot) {
        let places = self.places_mut(spot);
        places.confirmed = places.confirmed.saturating_sub(1);
    }

    /// Hands out free places until none is left or nobody waits; each place given up on the way is handed on.
    fn settle(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        loop {
            let free = Spot::ALL.into_iter().find(|spot| self.places(*spot).has_room() && !self.queue(*spot).is_empty());
            let next = free.map_or_else(|| self.ring(), |spot| vec![spot]);
            if next.is_empty() {
                return effects;
            }
            for spot in next {
                self.promote_first(spot, &mut effects);
            }
        }
    }

    /// Full spots whose firsts in line have each other's places: they can change round. Empty where there are none.
    fn ring(&self) -> Vec<Spot> {
        let given_up_for = |spot: Spot| match self.queue(spot).first()?.keeps {
            Keeps::Place(of) => Some(of),
            Keeps::Nothing | Keeps::Turn(_) => None,
        };
        for start in Spot::ALL {
            let mut ring = vec![start];
            let mut at = given_up_for(start);
            while let Some(spot) = at.filter(|spot| !ring.contains(spot)) {
                ring.push(spot);
                at = given_up_for(spot);
            }
            if at == Some(start) {
                return ring;
            }
        }
        Vec::new()
    }

    fn promote_first(&mut self, to: Spot, effects: &mut Vec<Effect>) {
        let Some(Waiting { registration, keeps, .. }) = self.places_mut(to).take_first() else { return };
        self.places_mut(to).confirmed += 1;
        match keeps {
            Keeps::Nothing => Spot::ALL.into_iter().for_each(|spot| self.places_mut(spot).hold_place(registration, to)),
            Keeps::Place(own) => self.give_up(own),
            Keeps::Turn(own) => self.places_mut(own).remove(registration),
        }
        let still_waits = Spot::ALL.into_iter().find(|spot| self.places(*spot).place_of(registration).is_some());
        // Who is promoted twice in one go is told once, of the last.
        let earlier = effects.iter().position(|Effect::Promoted { registration: promoted, .. }| *promoted == registration);
        let frees = match (earlier.map(|index| effects.remove(index)), keeps) {
            (Some(Effect::Promoted { frees, .. }), _) => frees,
            (None, Keeps::Place(own)) => Some(own),
            (None, _) => None,
        };
        effects.push(Effect::Promoted { registration, to, frees, still_waits });
    }
}
