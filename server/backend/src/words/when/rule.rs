//! A series' rule in words: "every third Wednesday of August", "katra augusta trešā trešdiena".

use super::{Form, day_month, form, month};
use crate::words::{list, t};
use domain::recurrence::{Rule, Shape};
use domain::text::Lang;
use jiff::civil::{Weekday, date};

/// In small letters, to stand after a comma or to begin a sentence once [`super::capital`] has been put on it.
pub fn rule(lang: Lang, rule: &Rule) -> String {
    let every = i64::from(rule.interval());
    match rule.shape() {
        Shape::YearlyNth { month: m, nth, weekday } => {
            let month = month(lang, date(2028, m, 1), Form::Of);
            let day = nth_weekday(lang, nth, weekday);
            if every == 1 {
                t!(lang, "rule-yearly-nth", month = month, day = day)
            } else {
                t!(lang, "rule-years-nth", n = every, month = month, day = day)
            }
        }
        Shape::YearlyDate { month: m, day } if day > 0 => {
            // A leap year, so that 29 February has a name.
            let day = date(2028, m, 1).with().day(day).build().map(|date| day_month(lang, date, Form::In)).unwrap_or_default();
            if every == 1 { t!(lang, "rule-yearly-date", day = day) } else { t!(lang, "rule-years-date", n = every, day = day) }
        }
        Shape::MonthlyNth { nth, weekday } => {
            let day = nth_weekday(lang, nth, weekday);
            if every == 1 { t!(lang, "rule-monthly-nth", day = day) } else { t!(lang, "rule-months-nth", n = every, day = day) }
        }
        Shape::MonthlyDay { day } if day > 0 => {
            let day = i64::from(day);
            if every == 1 { t!(lang, "rule-monthly-day", day = day) } else { t!(lang, "rule-months-day", n = every, day = day) }
        }
        Shape::MonthlyDay { day: -1 } if every == 1 => t(lang, "rule-monthly-last"),
        Shape::Weekly { weekdays } => {
            let days = weekdays.into_iter().map(|day| weekday_name(lang, day)).collect::<Vec<_>>();
            let days = list(lang, &days);
            if every == 1 { t!(lang, "rule-weekly", days = days) } else { t!(lang, "rule-weeks", n = every, days = days) }
        }
        Shape::YearlyDate { .. } | Shape::MonthlyDay { .. } | Shape::Other => t(lang, "rule-other"),
    }
}

fn weekday_name(lang: Lang, weekday: Weekday) -> String {
    form(lang, &format!("weekday-{}", weekday.to_monday_one_offset()), Form::Is)
}

/// "third Wednesday" · "trešā trešdiena".
fn nth_weekday(lang: Lang, nth: i8, weekday: Weekday) -> String {
    let nth = match nth {
        1 => t(lang, "rule-nth-1"),
        2 => t(lang, "rule-nth-2"),
        3 => t(lang, "rule-nth-3"),
        4 => t(lang, "rule-nth-4"),
        5 => t(lang, "rule-nth-5"),
        -1 => t(lang, "rule-nth-last"),
        -2 => t(lang, "rule-nth-last-but-one"),
        n => format!("{n}."),
    };
    format!("{nth} {}", weekday_name(lang, weekday))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(raw: &str) -> (String, String) {
        let read: Rule = raw.parse().unwrap();
        (rule(Lang::En, &read), rule(Lang::Lv, &read))
    }

    fn assert_said(raw: &str, en: &str, lv: &str) {
        assert_eq!(said(raw), (en.to_owned(), lv.to_owned()));
    }

    #[test]
    fn a_rule_is_said_as_people_say_it() {
        assert_said("FREQ=YEARLY;BYMONTH=8;BYDAY=3WE", "every third Wednesday of August", "katra augusta trešā trešdiena");
        assert_said(
            "FREQ=YEARLY;INTERVAL=2;BYMONTH=5;BYDAY=-1FR",
            "the last Friday of May, every 2 years",
            "maija pēdējā piektdiena, reizi 2 gados",
        );
        assert_said("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=18", "every year on 18 November", "katru gadu 18. novembrī");
        assert_said("FREQ=MONTHLY;BYDAY=1TU", "the first Tuesday of every month", "katra mēneša pirmā otrdiena");
        assert_said("FREQ=MONTHLY;INTERVAL=3;BYDAY=2TH", "the second Thursday, every 3 months", "otrā ceturtdiena, reizi 3 mēnešos");
        assert_said("FREQ=MONTHLY;BYMONTHDAY=15", "day 15 of every month", "katra mēneša 15. datums");
        assert_said("FREQ=WEEKLY;BYDAY=MO,TH", "every Monday and Thursday", "katra pirmdiena un ceturtdiena");
        assert_said("FREQ=YEARLY;BYDAY=MO;BYMONTH=1,2", "by a rule of its own", "pēc īpaša noteikuma");
    }
}
