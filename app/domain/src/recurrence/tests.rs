//! Dates people rely on, and the same dates as python-dateutil finds.

use super::*;
use jiff::civil::date;

fn rule(raw: &str) -> Rule {
    raw.parse().unwrap_or_else(|refusal| panic!("{raw}: {refusal}"))
}

fn first(raw: &str, from: Date, count: usize) -> Vec<String> {
    rule(raw).dates(from).take(count).map(|date| date.to_string()).collect()
}

#[test]
fn third_wednesdays_of_august() {
    let expected = ["2027-08-18", "2028-08-16", "2029-08-15", "2030-08-21", "2031-08-20"];
    assert_eq!(first("FREQ=YEARLY;BYMONTH=8;BYDAY=3WE", date(2027, 1, 1), 5), expected);
    assert_eq!(first("FREQ=YEARLY;BYMONTH=8;BYDAY=3WE", date(2027, 8, 18), 5), expected);
    assert_eq!(first("FREQ=YEARLY;BYMONTH=8;BYDAY=3WE", date(2027, 8, 19), 4), expected[1..]);
}

#[test]
fn the_same_dates_as_dateutil() {
    let cases: Vec<(String, Date, Date, Vec<Date>)> = fixture();
    assert!(cases.len() >= 300);
    for (raw, first, from, expected) in cases {
        let found: Vec<Date> = match raw.parse::<Rule>() {
            Ok(rule) => rule.dates_between(first, from).take(5).collect(),
            Err(refusal) => {
                assert_eq!(refusal.code, "rule_never_occurs", "{raw}");
                Vec::new()
            }
        };
        assert_eq!(found, expected, "{raw} from {from}, first {first}");
    }
}

fn fixture() -> Vec<(String, Date, Date, Vec<Date>)> {
    let raw: Vec<(String, String, String, Vec<String>)> = serde_json::from_str(include_str!("fixtures/dateutil.json")).unwrap();
    let day = |text: &String| text.parse::<Date>().unwrap();
    raw.iter().map(|(rule, first, from, dates)| (rule.clone(), day(first), day(from), dates.iter().map(day).collect())).collect()
}

#[test]
fn intervals_count_from_the_first_date_which_need_not_fit() {
    assert_eq!(first("FREQ=YEARLY;INTERVAL=2;BYMONTH=8;BYDAY=3WE", date(2027, 9, 1), 2), ["2029-08-15", "2031-08-20"]);
    assert_eq!(first("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", date(2027, 8, 18), 2), ["2027-08-30", "2027-09-13"]);
    assert_eq!(first("FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR", date(2027, 1, 30), 2), ["2027-04-30", "2027-07-30"]);
    let every_other = rule("FREQ=YEARLY;INTERVAL=2;BYMONTH=8;BYDAY=3WE");
    let since_2022: Vec<Date> = every_other.dates_between(date(2022, 8, 17), date(2027, 1, 1)).take(2).collect();
    assert_eq!(since_2022, [date(2028, 8, 16), date(2030, 8, 21)]);
    assert_eq!(every_other.dates_between(date(2022, 8, 17), date(2000, 1, 1)).next(), Some(date(2022, 8, 17)));
}

#[test]
fn what_a_rule_leaves_open_comes_from_the_first_date() {
    assert_eq!(first("FREQ=YEARLY", date(2024, 2, 29), 3), ["2024-02-29", "2028-02-29", "2032-02-29"]);
    assert_eq!(first("FREQ=YEARLY;BYMONTH=2,4", date(2027, 1, 30), 2), ["2027-04-30", "2028-04-30"]);
    assert_eq!(first("FREQ=MONTHLY", date(2027, 1, 31), 3), ["2027-01-31", "2027-03-31", "2027-05-31"]);
    assert_eq!(first("FREQ=WEEKLY", date(2027, 8, 18), 2), ["2027-08-18", "2027-08-25"]);
}

#[test]
fn ordinals_count_in_the_month_or_without_a_month_in_the_year() {
    assert_eq!(first("FREQ=YEARLY;BYDAY=20MO", date(1997, 5, 19), 3), ["1997-05-19", "1998-05-18", "1999-05-17"]);
    assert_eq!(first("FREQ=YEARLY;BYDAY=-1SU", date(2027, 1, 1), 2), ["2027-12-26", "2028-12-31"]);
    assert_eq!(first("FREQ=YEARLY;BYDAY=53FR", date(2027, 1, 1), 2), ["2027-12-31", "2032-12-31"]);
    assert_eq!(first("FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR", date(2027, 1, 1), 2), ["2027-08-13", "2028-10-13"]);
    assert_eq!(first("FREQ=MONTHLY;BYDAY=WE,1MO", date(2027, 8, 1), 3), ["2027-08-02", "2027-08-04", "2027-08-11"]);
}

#[test]
fn rules_are_refused_with_a_reason() {
    let invalid = [
        "",
        "FREQ",
        "FREQ=",
        "FREQ=FORTNIGHTLY",
        "BYMONTH=8",
        "FREQ=YEARLY;",
        ";FREQ=YEARLY",
        "FREQ=YEARLY;FREQ=YEARLY",
        "FREQ=YEARLY;INTERVAL=0",
        "FREQ=YEARLY;INTERVAL=-1",
        "FREQ=YEARLY;INTERVAL=1000",
        "FREQ=YEARLY;INTERVAL=99999999999999999999",
        "FREQ=YEARLY;INTERVAL=2;INTERVAL=2",
        "FREQ=YEARLY;BYMONTH=13",
        "FREQ=YEARLY;BYMONTH=0",
        "FREQ=YEARLY;BYMONTH=",
        "FREQ=YEARLY;BYMONTH=8,",
        "FREQ=YEARLY;BYMONTHDAY=32",
        "FREQ=YEARLY;BYMONTHDAY=0",
        "FREQ=YEARLY;BYMONTHDAY=-32",
        "FREQ=YEARLY;BYMONTHDAY=--1",
        "FREQ=YEARLY;BYDAY=XX",
        "FREQ=YEARLY;BYDAY=0WE",
        "FREQ=YEARLY;BYDAY=54WE",
        "FREQ=YEARLY;BYDAY=3",
        "FREQ=YEARLY;BYDAY=ē",
        "FREQ=WEEKLY;BYDAY=1MO",
        "FREQ=WEEKLY;BYMONTHDAY=1",
        "FREQ=YEARLY;X-PART=1",
        "FREQ=YEARLY\r\nATTENDEE:x",
        "RRULE:FREQ=YEARLY",
        "FREQ = YEARLY",
        "FREQ=YEARLY;BYMONTH=+8",
    ];
    for raw in invalid {
        assert_eq!(raw.parse::<Rule>().unwrap_err().code, "invalid_rule", "{raw}");
    }
    let unsupported =
        ["FREQ=DAILY", "FREQ=YEARLY;COUNT=5", "FREQ=YEARLY;UNTIL=20300101", "FREQ=MONTHLY;BYDAY=WE;BYSETPOS=3", "FREQ=WEEKLY;WKST=SU"];
    for raw in unsupported {
        assert_eq!(raw.parse::<Rule>().unwrap_err().code, "unsupported_rule", "{raw}");
    }
}

#[test]
fn a_rule_that_never_occurs_is_found_out() {
    let never = [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYMONTH=4,6;BYMONTHDAY=31",
        "FREQ=YEARLY;BYMONTH=8;BYDAY=6WE",
        "FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=2WE",
    ];
    for raw in never {
        assert_eq!(raw.parse::<Rule>().unwrap_err().code, "rule_never_occurs", "{raw}");
    }
    let fourth_year = rule("FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29");
    assert_eq!(fourth_year.check_from(date(2027, 1, 1)).unwrap_err().code, "rule_never_occurs");
    assert!(fourth_year.check_from(date(2028, 1, 1)).is_ok());
    assert_eq!(rule("FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31").check_from(date(2027, 2, 1)).unwrap_err().code, "rule_never_occurs");
}

#[test]
fn dates_end_with_the_calendar_of_the_platform() {
    assert_eq!(rule("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31").dates(date(2198, 1, 1)).count(), 2);
    assert_eq!(rule("FREQ=WEEKLY;INTERVAL=999;BYDAY=MO").dates(date(9999, 12, 31)).count(), 0);
    assert!(rule("FREQ=WEEKLY").dates(Date::MIN).next().is_some());
}

#[test]
fn a_rule_is_written_in_one_way() {
    let same = [
        ("freq=yearly;byday=+3we;bymonth=8;interval=1", "FREQ=YEARLY;BYMONTH=8;BYDAY=3WE"),
        (" FREQ=MONTHLY;BYMONTHDAY=15,-1,1,15 ", "FREQ=MONTHLY;BYMONTHDAY=-1,1,15"),
        ("BYDAY=FR,MO;FREQ=WEEKLY;INTERVAL=02", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR"),
    ];
    for (raw, canonical) in same {
        assert_eq!(rule(raw).to_string(), canonical);
        assert_eq!(rule(canonical), rule(raw));
        assert_eq!(serde_json::from_str::<Rule>(&serde_json::to_string(&rule(raw)).unwrap()).unwrap(), rule(raw));
    }
    assert!(serde_json::from_str::<Rule>("\"FREQ=DAILY\"").is_err());
}

#[test]
fn a_form_builds_the_rule_it_shows_again() {
    use Weekday::*;
    let built = [
        (
            Rule::yearly_nth(8, 3, Wednesday, 1),
            "FREQ=YEARLY;BYMONTH=8;BYDAY=3WE",
            Shape::YearlyNth { month: 8, nth: 3, weekday: Wednesday },
        ),
        (Rule::yearly_date(5, 4, 2), "FREQ=YEARLY;INTERVAL=2;BYMONTH=5;BYMONTHDAY=4", Shape::YearlyDate { month: 5, day: 4 }),
        (Rule::monthly_nth(-1, Friday, 3), "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR", Shape::MonthlyNth { nth: -1, weekday: Friday }),
        (Rule::monthly_day(-1, 1), "FREQ=MONTHLY;BYMONTHDAY=-1", Shape::MonthlyDay { day: -1 }),
        (Rule::weekly(&[Friday, Monday], 2), "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", Shape::Weekly { weekdays: vec![Monday, Friday] }),
    ];
    for (built, written, shape) in built {
        let built = built.unwrap();
        assert_eq!((built.to_string().as_str(), built.shape()), (written, shape));
        assert_eq!(rule(written), built);
    }
    assert_eq!(Rule::yearly_nth(13, 3, Wednesday, 1).unwrap_err().code, "invalid_rule");
    assert_eq!(Rule::yearly_date(2, 30, 1).unwrap_err().code, "rule_never_occurs");
    assert_eq!(rule("FREQ=YEARLY;BYDAY=20MO").shape(), Shape::Other);
}

#[test]
fn venues_take_turns_from_the_first_edition_on() {
    let forum = rule("FREQ=YEARLY;BYMONTH=8;BYDAY=3WE");
    let turn = |day| venue_for(&["Rīga", "Brisele"], forum.index_of(date(2022, 8, 17), day)).copied();
    assert_eq!(turn(date(2022, 8, 17)), Some("Rīga"));
    assert_eq!(turn(date(2023, 8, 16)), Some("Brisele"));
    assert_eq!(turn(date(2027, 8, 18)), Some("Brisele"));
    assert_eq!(venue_for::<&str>(&[], 3), None);
}
