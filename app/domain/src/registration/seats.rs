//! The one way places change hands: first come, first served, and nobody loses a place before the next is sure.

use super::{Effect, Keeps, Placed, SeatCount, Standing, Status, Waiting};
use crate::event::{Attendance, Mode, Offer};
use crate::fault::Refusal;
use crate::id::RegistrationId;

/// The places of both modes of one event. Every method leaves no free place while somebody waits for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seats {
    in_person: Places,
    online: Places,
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
    fn hold_place(&mut self, registration: RegistrationId) {
        for waiting in self.queue.iter_mut().filter(|waiting| waiting.registration == registration) {
            waiting.keeps = Keeps::Place;
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
    /// As stored: what is offered, how many are confirmed per mode, and who waits, in any order.
    pub fn new(attendance: &Attendance, confirmed: impl Fn(Mode) -> u32, queue: impl Fn(Mode) -> Vec<Waiting>) -> Self {
        let places = |mode| Places::new(attendance.offer(mode), confirmed(mode), queue(mode));
        Self { in_person: places(Mode::InPerson), online: places(Mode::Online) }
    }

    /// The figures of a mode, if it is offered.
    pub fn count(&self, mode: Mode) -> Option<SeatCount> {
        let places = self.places(mode);
        let waitlisted = u32::try_from(places.queue.len()).unwrap_or(u32::MAX);
        places.offer.map(|offer| SeatCount { capacity: offer.capacity, confirmed: places.confirmed, waitlisted })
    }

    /// Who waits for a mode, in order.
    pub fn queue(&self, mode: Mode) -> &[Waiting] {
        &self.places(mode).queue
    }

    /// The position in the queue of a mode, counted from 1.
    pub fn position(&self, mode: Mode, registration: RegistrationId) -> Option<u32> {
        match self.places(mode).place_of(registration)? {
            Placed::Waitlisted { position, .. } => Some(position),
            Placed::Confirmed => None,
        }
    }

    /// A place for a new registration, or the end of the queue; `mode_not_offered` where there is neither.
    pub fn place(&mut self, registration: RegistrationId, mode: Mode) -> Result<Placed, Refusal> {
        self.ask(registration, mode, Keeps::Nothing)?;
        // Nobody else waits while there is a free place, so nobody else is promoted.
        self.settle();
        Ok(self.outcome(registration, mode))
    }

    /// The registration is cancelled: its place and its waiting end, and whoever is next moves up.
    pub fn leave(&mut self, standing: Standing) -> Vec<Effect> {
        self.in_person.remove(standing.registration);
        self.online.remove(standing.registration);
        if standing.status == Status::Confirmed {
            self.give_up(standing.mode);
        }
        self.settle()
    }

    /// A change to `to`. Until there is a place, the registration keeps what it has (its place, or its turn in the other queue) and waits for
    /// `to` at the end of that queue; asking again changes nothing, and asking for its own mode ends the waiting. When it is confirmed at
    /// once, that is in the first value only. `mode_not_offered` where `to` is not offered.
    pub fn change_mode(&mut self, standing: Standing, to: Mode) -> Result<(Placed, Vec<Effect>), Refusal> {
        let registration = standing.registration;
        let keeps = match standing.status {
            Status::Confirmed => Keeps::Place,
            Status::Waitlisted => Keeps::Turn,
            Status::Cancelled => return Err(Refusal::new("registration_cancelled")),
        };
        if to == standing.mode {
            self.places_mut(to.other()).remove(registration);
            let effects = self.settle();
            return Ok((self.outcome(registration, to), effects));
        }
        if let Some(placed) = self.places(to).place_of(registration) {
            return Ok((placed, Vec::new()));
        }
        self.ask(registration, to, keeps)?;
        let mut effects = self.settle();
        effects.retain(|Effect::Promoted { registration: promoted, .. }| *promoted != registration);
        Ok((self.outcome(registration, to), effects))
    }

    /// What is offered from now on, as a whole; nothing changes where either mode is refused, with its name as the field.
    pub fn set_attendance(&mut self, attendance: &Attendance) -> Result<Vec<Effect>, (Mode, Refusal)> {
        for mode in [Mode::InPerson, Mode::Online] {
            self.places(mode).check(attendance.offer(mode)).map_err(|refusal| (mode, refusal))?;
        }
        self.in_person.offer = attendance.in_person;
        self.online.offer = attendance.online;
        Ok(self.settle())
    }

    /// Another capacity for a mode that is offered; `capacity_below_confirmed` rather than anybody losing a place.
    pub fn set_capacity(&mut self, mode: Mode, capacity: Option<u32>) -> Result<Vec<Effect>, Refusal> {
        let offer = Some(Offer { capacity });
        let places = self.places_mut(mode);
        if places.offer.is_none() {
            return Err(Refusal::new("mode_not_offered"));
        }
        places.check(offer)?;
        places.offer = offer;
        Ok(self.settle())
    }

    fn places(&self, mode: Mode) -> &Places {
        match mode {
            Mode::InPerson => &self.in_person,
            Mode::Online => &self.online,
        }
    }

    fn places_mut(&mut self, mode: Mode) -> &mut Places {
        match mode {
            Mode::InPerson => &mut self.in_person,
            Mode::Online => &mut self.online,
        }
    }

    fn ask(&mut self, registration: RegistrationId, mode: Mode, keeps: Keeps) -> Result<(), Refusal> {
        let places = self.places_mut(mode);
        if places.offer.is_none() {
            return Err(Refusal::new("mode_not_offered"));
        }
        let number = places.queue.last().map_or(1, |last| last.number.saturating_add(1));
        places.queue.push(Waiting { registration, number, keeps });
        Ok(())
    }

    fn outcome(&self, registration: RegistrationId, mode: Mode) -> Placed {
        self.places(mode).place_of(registration).unwrap_or(Placed::Confirmed)
    }

    fn give_up(&mut self, mode: Mode) {
        let places = self.places_mut(mode);
        places.confirmed = places.confirmed.saturating_sub(1);
    }

    /// Hands out free places until none is left or nobody waits; each place given up on the way is handed on.
    fn settle(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        loop {
            if let Some(mode) =
                [Mode::InPerson, Mode::Online].into_iter().find(|mode| self.places(*mode).has_room() && !self.queue(*mode).is_empty())
            {
                self.promote_first(mode, &mut effects);
            } else if self.firsts_can_swap() {
                self.promote_first(Mode::InPerson, &mut effects);
                self.promote_first(Mode::Online, &mut effects);
            } else {
                return effects;
            }
        }
    }

    /// The first in line of each mode has a place in the other: they can swap, though both modes are full.
    fn firsts_can_swap(&self) -> bool {
        [Mode::InPerson, Mode::Online].into_iter().all(|mode| self.queue(mode).first().is_some_and(|first| first.keeps == Keeps::Place))
    }

    fn promote_first(&mut self, to: Mode, effects: &mut Vec<Effect>) {
        let Some(Waiting { registration, keeps, .. }) = self.places_mut(to).take_first() else { return };
        let other = to.other();
        self.places_mut(to).confirmed += 1;
        match keeps {
            Keeps::Nothing => self.places_mut(other).hold_place(registration),
            Keeps::Place => self.give_up(other),
            Keeps::Turn => self.places_mut(other).remove(registration),
        }
        let still_waits = Some(other).filter(|mode| self.places(*mode).place_of(registration).is_some());
        // Who is promoted twice in one go is told once, of the last.
        let earlier = effects.iter().position(|Effect::Promoted { registration: promoted, .. }| *promoted == registration);
        let frees = match earlier.map(|index| effects.remove(index)) {
            Some(Effect::Promoted { frees, .. }) => frees,
            None => Some(other).filter(|_| keeps == Keeps::Place),
        };
        effects.push(Effect::Promoted { registration, to, frees, still_waits });
    }
}
