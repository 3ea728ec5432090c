//! Places as people would see them.

use super::*;
use crate::event::{Attendance, Offer};

const ROOM: Spot = Spot::InPerson;
const ONLINE: Spot = Spot::Online;
const AGAIN: Spot = Spot::OnlineAgain;

fn seats(room: Option<u32>, online: Option<u32>) -> Seats {
    let offer = |capacity| Some(Offer { capacity });
    Seats::new(&Attendance { in_person: offer(room), online: offer(online) }.into(), |_| 0, |_| Vec::new())
}

fn id(n: i64) -> RegistrationId {
    RegistrationId(n)
}

fn standing(n: i64, spot: Spot, status: Status) -> Standing {
    Standing { registration: id(n), spot, status }
}

fn confirmed(n: i64, spot: Spot) -> Standing {
    standing(n, spot, Status::Confirmed)
}

fn waitlisted(n: i64, spot: Spot) -> Standing {
    standing(n, spot, Status::Waitlisted)
}

fn position(placed: Placed) -> Option<u32> {
    match placed {
        Placed::Confirmed => None,
        Placed::Waitlisted { position, .. } => Some(position),
    }
}

fn promoted(n: i64, to: Spot) -> Effect {
    Effect::Promoted { registration: id(n), to, frees: None, still_waits: None }
}

fn changed(n: i64, to: Spot) -> Effect {
    moved(n, if to == ROOM { ONLINE } else { ROOM }, to)
}

fn moved(n: i64, from: Spot, to: Spot) -> Effect {
    Effect::Promoted { registration: id(n), to, frees: Some(from), still_waits: None }
}

fn waiting(seats: &Seats, spot: Spot) -> Vec<i64> {
    seats.queue(spot).iter().map(|waiting| waiting.registration.0).collect()
}

#[test]
fn two_hundred_people_on_twenty_seats() {
    let mut seats = seats(Some(20), None);
    for n in 1..=200 {
        let expected = u32::try_from(n - 20).ok().filter(|position| *position > 0);
        assert_eq!(position(seats.place(id(n), ROOM).unwrap()), expected);
    }
    assert_eq!(seats.count(ROOM), Some(SeatCount { capacity: Some(20), confirmed: 20, waitlisted: 180 }));
    assert_eq!(seats.count(ONLINE), Some(SeatCount { capacity: None, confirmed: 0, waitlisted: 0 }));
    assert_eq!(waiting(&seats, ROOM), (21..=200).collect::<Vec<_>>());
}

#[test]
fn who_leaves_makes_room_for_the_next() {
    let mut seats = seats(Some(1), None);
    for n in 1..=4 {
        seats.place(id(n), ROOM).unwrap();
    }
    assert_eq!(seats.leave(waitlisted(3, ROOM)), []);
    assert_eq!(seats.position(ROOM, id(4)), Some(2));
    assert_eq!(seats.leave(confirmed(1, ROOM)), [promoted(2, ROOM)]);
    assert_eq!(position(seats.place(id(3), ROOM).unwrap()), Some(2), "who comes back goes to the end");
    assert_eq!(waiting(&seats, ROOM), [4, 3]);
}

#[test]
fn a_mode_change_keeps_the_old_place_until_there_is_a_new_one() {
    let mut seats = seats(Some(1), Some(2));
    seats.place(id(1), ROOM).unwrap();
    seats.place(id(2), ONLINE).unwrap();
    seats.place(id(3), ONLINE).unwrap();
    seats.place(id(4), ONLINE).unwrap();
    let (placed, effects) = seats.change(confirmed(2, ONLINE), ROOM).unwrap();
    assert_eq!((position(placed), effects), (Some(1), vec![]));
    assert_eq!((seats.count(ROOM).unwrap().waitlisted, seats.count(ONLINE).unwrap().confirmed), (1, 2));
    let again = seats.change(confirmed(2, ONLINE), ROOM).unwrap();
    assert_eq!((position(again.0), waiting(&seats, ROOM)), (Some(1), vec![2]));
    assert_eq!(seats.leave(confirmed(1, ROOM)), [changed(2, ROOM), promoted(4, ONLINE)]);
    assert_eq!((seats.count(ROOM).unwrap().confirmed, seats.count(ONLINE).unwrap().confirmed), (1, 2));
}

#[test]
fn a_change_where_there_is_room_is_made_at_once() {
    let mut seats = seats(Some(1), None);
    seats.place(id(1), ROOM).unwrap();
    seats.place(id(2), ROOM).unwrap();
    let (placed, effects) = seats.change(confirmed(1, ROOM), ONLINE).unwrap();
    assert_eq!((placed, effects), (Placed::Confirmed, vec![promoted(2, ROOM)]));
    seats.place(id(3), ROOM).unwrap();
    let (placed, effects) = seats.change(waitlisted(3, ROOM), ONLINE).unwrap();
    assert_eq!((placed, effects, waiting(&seats, ROOM)), (Placed::Confirmed, vec![], vec![]));
    assert_eq!(seats.count(ONLINE).unwrap().confirmed, 2);
}

#[test]
fn a_change_can_be_taken_back() {
    let mut seats = seats(Some(1), Some(1));
    seats.place(id(1), ROOM).unwrap();
    seats.place(id(2), ONLINE).unwrap();
    seats.place(id(3), ONLINE).unwrap();
    seats.change(confirmed(1, ROOM), ONLINE).unwrap();
    assert_eq!(waiting(&seats, ONLINE), [3, 1]);
    let (placed, effects) = seats.change(confirmed(1, ROOM), ROOM).unwrap();
    assert_eq!((placed, effects, waiting(&seats, ONLINE)), (Placed::Confirmed, vec![], vec![3]));
}

#[test]
fn who_waits_for_one_mode_can_wait_for_the_other_too() {
    let mut seats = seats(Some(1), Some(1));
    seats.place(id(1), ROOM).unwrap();
    seats.place(id(2), ONLINE).unwrap();
    seats.place(id(3), ROOM).unwrap();
    let (placed, _) = seats.change(waitlisted(3, ROOM), ONLINE).unwrap();
    assert_eq!((position(placed), waiting(&seats, ROOM), waiting(&seats, ONLINE)), (Some(1), vec![3], vec![3]));
    let mut room_first = seats.clone();
    let own = Effect::Promoted { registration: id(3), to: ROOM, frees: None, still_waits: Some(ONLINE) };
    assert_eq!(room_first.leave(confirmed(1, ROOM)), [own]);
    assert_eq!(room_first.leave(confirmed(2, ONLINE)), [changed(3, ONLINE)]);
    assert_eq!(seats.leave(confirmed(2, ONLINE)), [promoted(3, ONLINE)]);
    assert!(seats.queue(ROOM).is_empty());
}

#[test]
fn two_who_want_each_others_place_swap() {
    let mut seats = seats(Some(1), Some(1));
    seats.place(id(1), ROOM).unwrap();
    seats.place(id(2), ONLINE).unwrap();
    seats.change(confirmed(1, ROOM), ONLINE).unwrap();
    let (placed, effects) = seats.change(confirmed(2, ONLINE), ROOM).unwrap();
    assert_eq!((placed, effects), (Placed::Confirmed, vec![changed(1, ONLINE)]));
    assert_eq!((seats.count(ROOM).unwrap().confirmed, seats.count(ONLINE).unwrap().confirmed), (1, 1));
}

#[test]
fn nobody_jumps_the_queue_by_swapping() {
    let mut seats = seats(Some(1), Some(1));
    seats.place(id(1), ROOM).unwrap();
    seats.place(id(2), ONLINE).unwrap();
    seats.place(id(3), ROOM).unwrap();
    seats.change(confirmed(1, ROOM), ONLINE).unwrap();
    let (placed, effects) = seats.change(confirmed(2, ONLINE), ROOM).unwrap();
    assert_eq!((position(placed), effects), (Some(2), vec![]));
    assert_eq!(seats.leave(waitlisted(3, ROOM)), [changed(2, ROOM), changed(1, ONLINE)]);
}

#[test]
fn a_change_taken_back_can_let_others_swap() {
    let mut seats = seats(Some(1), Some(1));
    seats.place(id(1), ROOM).unwrap();
    seats.place(id(2), ONLINE).unwrap();
    seats.change(confirmed(2, ONLINE), ROOM).unwrap();
    seats.place(id(3), ROOM).unwrap();
    seats.change(waitlisted(3, ROOM), ONLINE).unwrap();
    seats.change(confirmed(1, ROOM), ONLINE).unwrap();
    assert_eq!((waiting(&seats, ROOM), waiting(&seats, ONLINE)), (vec![2, 3], vec![3, 1]));
    let (placed, effects) = seats.change(waitlisted(3, ROOM), ROOM).unwrap();
    assert_eq!((position(placed), effects), (Some(1), vec![changed(2, ROOM), changed(1, ONLINE)]));
}

#[test]
fn more_capacity_lets_people_in_and_less_throws_nobody_out() {
    let mut seats = seats(Some(2), None);
    for n in 1..=5 {
        seats.place(id(n), ROOM).unwrap();
    }
    assert_eq!(seats.set_capacity(ROOM, Some(1)).unwrap_err().code, "capacity_below_confirmed");
    assert_eq!(seats.count(ROOM).unwrap().capacity, Some(2));
    assert_eq!(seats.set_capacity(ROOM, Some(4)).unwrap(), [promoted(3, ROOM), promoted(4, ROOM)]);
    assert_eq!(seats.set_capacity(ROOM, None).unwrap(), [promoted(5, ROOM)]);
    assert_eq!(seats.set_capacity(ROOM, Some(5)).unwrap(), []);
}

#[test]
fn a_mode_with_people_in_it_is_not_withdrawn() {
    let mut seats = seats(Some(2), Some(0));
    seats.place(id(1), ROOM).unwrap();
    seats.place(id(2), ONLINE).unwrap();
    let before = seats.clone();
    let room_only = Attendance { in_person: Some(Offer { capacity: Some(5) }), online: None };
    assert_eq!(seats.set_offers(&room_only.into()).map_err(|(spot, refusal)| (spot, refusal.code)), Err((ONLINE, "mode_in_use")));
    assert_eq!(seats, before);
    seats.leave(waitlisted(2, ONLINE));
    assert_eq!(seats.set_offers(&room_only.into()), Ok(vec![]));
    assert_eq!(seats.count(ONLINE), None);
    assert_eq!(seats.place(id(3), ONLINE).unwrap_err().code, "mode_not_offered");
    assert_eq!(seats.change(confirmed(1, ROOM), ONLINE).unwrap_err().code, "mode_not_offered");
    assert_eq!(seats.set_capacity(ONLINE, None).unwrap_err().code, "mode_not_offered");
}

#[test]
fn who_is_let_in_twice_at_once_is_told_once() {
    let mut seats = seats(Some(0), Some(0));
    seats.place(id(1), ROOM).unwrap();
    seats.change(waitlisted(1, ROOM), ONLINE).unwrap();
    let hybrid = Attendance { in_person: Some(Offer { capacity: Some(1) }), online: Some(Offer { capacity: Some(1) }) };
    assert_eq!(seats.set_offers(&hybrid.into()), Ok(vec![promoted(1, ONLINE)]));
    assert_eq!((seats.count(ROOM).unwrap().confirmed, seats.count(ONLINE).unwrap().confirmed), (0, 1));
}

#[test]
fn a_cancelled_registration_holds_nothing() {
    let mut seats = seats(Some(1), None);
    seats.place(id(1), ROOM).unwrap();
    assert_eq!(seats.leave(standing(2, ROOM, Status::Cancelled)), []);
    assert_eq!(seats.count(ROOM).unwrap().confirmed, 1);
    assert_eq!(seats.change(standing(2, ROOM, Status::Cancelled), ONLINE).unwrap_err().code, "registration_cancelled");
}

#[test]
fn a_stored_queue_may_come_in_any_order_and_with_gaps() {
    let wait = |n, number| Waiting { registration: id(n), number, keeps: Keeps::Nothing };
    let attendance = Attendance { in_person: Some(Offer { capacity: Some(1) }), online: None };
    let queue = |spot| if spot == ROOM { vec![wait(8, 40), wait(9, 7), wait(7, 12)] } else { vec![] };
    let mut seats = Seats::new(&attendance.into(), |spot| u32::from(spot == ROOM), queue);
    assert_eq!((waiting(&seats, ROOM), seats.position(ROOM, id(8))), (vec![9, 7, 8], Some(3)));
    assert_eq!(seats.place(id(10), ROOM), Ok(Placed::Waitlisted { position: 4, number: 41 }));
}

fn twice(first: u32, second: u32) -> Seats {
    let offer = |capacity| Some(Offer { capacity: Some(capacity) });
    let first = Attendance { in_person: offer(1), online: offer(first) };
    Seats::new(&Offers { first, second: offer(second) }, |_| 0, |_| Vec::new())
}

#[test]
fn a_run_is_changed_like_a_mode() {
    let mut seats = twice(1, 1);
    seats.place(id(1), ONLINE).unwrap();
    seats.place(id(2), AGAIN).unwrap();
    let (placed, effects) = seats.change(confirmed(1, ONLINE), AGAIN).unwrap();
    assert_eq!((position(placed), effects), (Some(1), vec![]), "the old place is kept");
    assert_eq!(seats.leave(confirmed(2, AGAIN)), [moved(1, ONLINE, AGAIN)]);
    assert_eq!((seats.count(ONLINE).unwrap().confirmed, seats.count(AGAIN).unwrap().confirmed), (0, 1));
}

#[test]
fn three_who_want_each_others_places_change_round() {
    let mut seats = twice(1, 1);
    seats.place(id(1), ROOM).unwrap();
    seats.place(id(2), ONLINE).unwrap();
    seats.place(id(3), AGAIN).unwrap();
    seats.change(confirmed(1, ROOM), ONLINE).unwrap();
    seats.change(confirmed(2, ONLINE), AGAIN).unwrap();
    let (placed, effects) = seats.change(confirmed(3, AGAIN), ROOM).unwrap();
    assert_eq!(placed, Placed::Confirmed);
    assert_eq!(effects.len(), 2);
    assert!(effects.contains(&moved(1, ROOM, ONLINE)) && effects.contains(&moved(2, ONLINE, AGAIN)));
}

#[test]
fn who_wants_something_else_stands_in_one_line_only() {
    let mut seats = twice(1, 1);
    seats.place(id(1), ROOM).unwrap();
    seats.place(id(2), ONLINE).unwrap();
    seats.place(id(3), AGAIN).unwrap();
    seats.change(confirmed(1, ROOM), ONLINE).unwrap();
    seats.change(confirmed(1, ROOM), AGAIN).unwrap();
    assert_eq!((waiting(&seats, ONLINE), waiting(&seats, AGAIN)), (vec![], vec![1]));
}
