//! A series' rule, built from words: how often, on which day.

use super::words::{WEEKDAYS, months, weekdays};
use crate::form::Submitted;
use crate::text::t;
use crate::ui::{Choice, Choices, Field, Select};
use domain::fault::Refusal;
use domain::recurrence::{Rule, Shape};
use domain::text::Lang;
use jiff::civil::Weekday;
use leptos::prelude::*;

/// The fields of a rule that exists; what words cannot say is kept as it is written.
pub fn fill(form: Submitted, raw: &str) -> Submitted {
    let Ok(rule) = raw.parse::<Rule>() else { return form };
    let form = form.with("interval", rule.interval().to_string());
    match rule.shape() {
        Shape::YearlyNth { month, nth, weekday } => on_weekday(form, "yearly", nth, weekday).with("month", month.to_string()),
        Shape::YearlyDate { month, day } => on_day(form, "yearly", day).with("month", month.to_string()),
        Shape::MonthlyNth { nth, weekday } => on_weekday(form, "monthly", nth, weekday),
        Shape::MonthlyDay { day } => on_day(form, "monthly", day),
        Shape::Weekly { weekdays } if weekdays.len() == 1 => {
            let day = weekdays.first().copied().unwrap_or(Weekday::Monday);
            form.with("repeats", "weekly").with("weekday", code(day))
        }
        _ => form.with("repeats", "own").with("rule", raw),
    }
}

/// What a new series most often is: yearly, the third Wednesday of August.
pub fn usual(form: Submitted) -> Submitted {
    on_weekday(form, "yearly", 3, Weekday::Wednesday).with("month", "8").with("interval", "1")
}

fn on_weekday(form: Submitted, repeats: &str, nth: i8, weekday: Weekday) -> Submitted {
    form.with("repeats", repeats).with("by", "weekday").with("nth", nth.to_string()).with("weekday", code(weekday))
}

fn on_day(form: Submitted, repeats: &str, day: i8) -> Submitted {
    form.with("repeats", repeats).with("by", "day").with("month_day", day.to_string())
}

fn code(weekday: Weekday) -> &'static str {
    WEEKDAYS.iter().find(|(_, day)| *day == weekday).map_or("MO", |(code, _)| code)
}

/// The rule as RFC 5545 writes it; what is wrong becomes a fault at its field.
pub fn read(form: &mut Submitted) -> Option<String> {
    let interval = form.parse("interval", |raw| number::<u16>(raw, "1"))?;
    let (repeats, by) = (form.get("repeats").to_owned(), form.get("by").to_owned());
    let built = match (repeats.as_str(), by.as_str()) {
        ("own", _) => return Some(form.get("rule").trim().to_owned()),
        ("weekly", _) => Rule::weekly(&[form.parse("weekday", weekday)?], interval),
        ("monthly", "day") => Rule::monthly_day(form.parse("month_day", |raw| number(raw, ""))?, interval),
        ("monthly", _) => Rule::monthly_nth(form.parse("nth", |raw| number(raw, ""))?, form.parse("weekday", weekday)?, interval),
        (_, by) => {
            let month = form.parse("month", |raw| number(raw, ""))?;
            if by == "day" {
                Rule::yearly_date(month, form.parse("month_day", |raw| number(raw, ""))?, interval)
            } else {
                Rule::yearly_nth(month, form.parse("nth", |raw| number(raw, ""))?, form.parse("weekday", weekday)?, interval)
            }
        }
    };
    match built {
        Ok(rule) => Some(rule.to_string()),
        Err(refusal) => {
            form.faults.push(refusal.at(if by == "day" { "month_day" } else { "repeats" }));
            None
        }
    }
}

fn number<T: std::str::FromStr>(raw: &str, blank: &str) -> Result<T, Refusal> {
    let raw = Some(raw.trim()).filter(|raw| !raw.is_empty()).unwrap_or(blank);
    raw.parse().map_err(|_| Refusal::new(if raw.is_empty() { "required" } else { "not_a_number" }))
}

fn weekday(raw: &str) -> Result<Weekday, Refusal> {
    WEEKDAYS.iter().find(|(code, _)| *code == raw).map(|(_, day)| *day).ok_or(Refusal::new("required"))
}

/// The part of the form.
pub fn fields(lang: Lang, form: &Submitted) -> AnyView {
    let repeats = [
        ("yearly", t(lang, "organise-repeats-yearly")),
        ("monthly", t(lang, "organise-repeats-monthly")),
        ("weekly", t(lang, "organise-repeats-weekly")),
        ("own", t(lang, "organise-repeats-own")),
    ];
    let nth = [
        ("1", t(lang, "organise-nth-1")),
        ("2", t(lang, "organise-nth-2")),
        ("3", t(lang, "organise-nth-3")),
        ("4", t(lang, "organise-nth-4")),
        ("-1", t(lang, "organise-nth-last")),
    ];
    let own = |pairs: &[(&str, String)]| pairs.iter().map(|(value, label)| ((*value).to_owned(), label.clone())).collect::<Vec<_>>();
    let by = vec![
        Choice::new("weekday", t(lang, "organise-by-weekday")).note(t(lang, "organise-by-weekday-note")),
        Choice::new("day", t(lang, "organise-by-day")).note(t(lang, "organise-by-day-note")),
    ];
    let raw = (form.get("repeats") == "own" || form.fault("rule").is_some()).then(|| {
        view! { <Field form=form name="rule" label=t(lang, "organise-rule") help=t(lang, "organise-rule-help") optional=true/> }
    });
    view! {
        <h2 class="formhead">{t(lang, "organise-when-it-recurs")}</h2>
        <div class="threefields">
            <Select form=form name="repeats" label=t(lang, "organise-repeats") options=own(&repeats)/>
            <Field form=form name="interval" label=t(lang, "organise-interval") kind="number" narrow=true/>
            <Select form=form name="month" label=t(lang, "organise-month") help=t(lang, "organise-month-help") options=months(lang)/>
        </div>
        <Choices form=form name="by" label=t(lang, "organise-which-day") choices=by tight=true/>
        <div class="threefields">
            <Select form=form name="nth" label=t(lang, "organise-nth") options=own(&nth)/>
            <Select form=form name="weekday" label=t(lang, "organise-weekday") options=weekdays(lang)/>
            <Field form=form name="month_day" label=t(lang, "organise-month-day") kind="number" narrow=true optional=true/>
        </div>
        {raw}
    }
    .into_any()
}
