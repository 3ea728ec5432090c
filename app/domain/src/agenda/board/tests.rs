use super::*;
use crate::id::SessionId;
use crate::topic::Minutes;

fn at(raw: &str) -> LocalTime {
    LocalTime::parse(raw).unwrap()
}

fn text(words: &str) -> Text {
    Text { lv: Some(words.to_owned()), en: None }
}

fn session(id: i64, starts: &str, minutes: i64, room: Option<&str>) -> Session {
    let session = Session::new(SessionId(id), text("Temats"), at(starts), Minutes::new(minutes).unwrap());
    Session { room: room.map(text), ..session }
}

fn drawn(day: &BoardDay) -> Vec<(i64, u32, u32, u32)> {
    day.slots.iter().map(|slot| (slot.session.0, slot.lane, slot.step, slot.steps)).collect()
}

#[test]
fn rooms_stand_beside_each_other_and_empty_ones_wait() {
    let sessions = [
        session(1, "2027-08-18T10:00", 30, None),
        session(2, "2027-08-18T10:30", 60, Some("Mazā zāle")),
        session(3, "2027-08-18T11:00", 45, Some("maza zale")),
        session(4, "2027-08-18T11:00", 5, Some("Dārzs")),
    ];
    let days = board(&sessions, &[text("Lielā zāle"), text("Mazā zāle")], at("2027-08-18T10:00"), 480);
    let [day] = days.as_slice() else { panic!("{days:?}") };
    assert_eq!((day.from_hour, day.to_hour, day.lanes()), (9, 19, 5));
    let columns: Vec<_> =
        day.columns.iter().map(|one| (one.room.as_ref().and_then(|room| room.lv.as_deref()), one.lane, one.lanes)).collect();
    assert_eq!(columns, [(None, 0, 1), (Some("Lielā zāle"), 1, 1), (Some("Mazā zāle"), 2, 2), (Some("Dārzs"), 4, 1)]);
    assert_eq!(drawn(day), [(1, 0, 12, 6), (2, 2, 18, 12), (3, 3, 24, 9), (4, 4, 24, 1)]);
}

#[test]
fn an_event_of_several_days_has_one_each_and_a_night_session_stays_on_its_day() {
    let sessions = [session(1, "2027-08-18T23:00", 90, None), session(2, "2027-08-21T07:00", 30, None)];
    let days = board(&sessions, &[], at("2027-08-18T09:00"), 2 * 1_440 + 8 * 60);
    let drawn: Vec<_> = days.iter().map(|day| (day.date.to_string(), day.from_hour, day.to_hour, day.slots.len())).collect();
    let wanted = [("2027-08-18", 8, 26, 1), ("2027-08-19", 8, 18, 0), ("2027-08-20", 8, 18, 0), ("2027-08-21", 6, 18, 1)];
    assert_eq!(drawn, wanted.map(|(date, from, to, slots)| (date.to_owned(), from, to, slots)));
}

#[test]
fn an_evening_goes_on_past_midnight_and_a_morning_begins_at_it() {
    let days = board(&[], &[], at("2027-08-18T20:00"), 6 * 60);
    assert_eq!(days.iter().map(|day| (day.from_hour, day.to_hour)).collect::<Vec<_>>(), [(19, 27)]);
    let days = board(&[session(1, "2027-08-18T00:10", 10, None)], &[], at("2027-08-18T10:00"), 60);
    assert_eq!(days.iter().map(|day| (day.from_hour, day.to_hour)).collect::<Vec<_>>(), [(0, 12)]);
}

#[test]
fn what_touches_shares_a_lane() {
    let sessions = [session(1, "2027-08-18T10:00", 30, Some("A")), session(2, "2027-08-18T10:30", 30, Some("A"))];
    let days = board(&sessions, &[], at("2027-08-18T10:00"), 120);
    assert_eq!(drawn(&days[0]), [(1, 1, 12, 6), (2, 1, 18, 6)]);
}
