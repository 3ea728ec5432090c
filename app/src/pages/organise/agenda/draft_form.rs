//! The settings of a draft: filled, shown and read.

use super::super::event_fields::local;
use crate::form::Submitted;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Checkbox, Choice, Choices, Field, Select};
use crate::when::{Form, day_month, place, time};
use backend::service::agenda::SPEAKER;
use backend::service::agenda::draft::{Asked, HOURS, Options, PAUSES, TopicAsked, default_hours};
use domain::fault::{Fault, Refusal};
use domain::text::Lang;
use leptos::prelude::*;

/// What a field of a choice sends if nothing is chosen; it keeps an empty choice apart from none.
const NONE: &str = "-";

/// The form as it is first shown.
pub fn fill(options: &Options) -> Submitted {
    let mut form = Submitted::empty().with("pause_minutes", "0");
    for (i, (from, until)) in default_hours(&options.seen.event, &options.zone).into_iter().enumerate() {
        form = form.with(&format!("hours.{i}.from_local"), from.to_string()).with(&format!("hours.{i}.until_local"), until.to_string());
    }
    for (i, topic) in options.waiting.iter().enumerate() {
        form = form.with(&format!("topics.{i}.id"), topic.id.to_string()).with(&format!("topics.{i}.take"), "yes");
        form = form.with(&format!("topics.{i}.part"), "main").with(&format!("topics.{i}.speakers"), "");
    }
    for room in &options.rooms {
        form = form.with("rooms", room.name.pick(Lang::Lv));
    }
    form.with("round", options.rounds.first().map_or(0, |round| round.number).to_string())
}

fn count(form: &Submitted, list: &str, field: &str) -> usize {
    let last = format!(".{field}");
    form.typed().filter(|(name, _)| name.starts_with(list) && name.ends_with(&last)).count()
}

/// What was asked, and for each topic that was sent the row of the form it stands in.
pub fn read(form: &mut Submitted) -> (Asked, Vec<usize>) {
    let whole = |raw: &str| raw.trim().parse::<i64>().map_err(|_| Refusal::new("unknown_value"));
    let pair = |form: &Submitted, i: usize| {
        let at = |field: &str| local(form.get(&format!("hours.{i}.{field}")));
        (at("from_local"), at("until_local"))
    };
    let hours = (0..count(form, "hours.", "from_local").min(HOURS + 1)).map(|i| pair(form, i));
    let hours: Vec<(String, String)> = hours.filter(|(from, until)| !(from.is_empty() && until.is_empty())).collect();
    if hours.is_empty() {
        form.faults.push(Fault::new("hours.0.from_local", "no_hours"));
    }
    let lunch = form.given("lunch.from").is_some() || form.given("lunch.until").is_some();
    let lunch = lunch.then(|| (clock(form.get("lunch.from")), clock(form.get("lunch.until"))));
    let rows = count(form, "topics.", "id");
    let places: Vec<usize> = (0..rows).filter(|i| form.has(&format!("topics.{i}.take"), "yes")).collect();
    let topics = places.iter().map(|i| {
        let at = |field: &str| form.get(&format!("topics.{i}.{field}")).trim().to_owned();
        let speakers = at("speakers").split([',', ';', '\n']).map(|one| one.trim().to_owned()).filter(|one| !one.is_empty()).collect();
        TopicAsked { id: at("id").parse().unwrap_or(0), part: Some(at("part")).filter(|part| !part.is_empty()), speakers, expected: None }
    });
    let topics: Vec<TopicAsked> = topics.collect();
    let rooms: Vec<String> = form.all("rooms").filter(|name| *name != NONE).map(str::to_owned).collect();
    let asks_rooms = form.all("rooms").next().is_some();
    let anew: Vec<i64> = form.all("anew").map(|id| id.parse().unwrap_or(0)).collect();
    if topics.is_empty() && anew.is_empty() {
        let field = if rows > 0 { "topics.0.take" } else { "anew" };
        form.faults.push(Fault::new(field, "nothing_to_place"));
    }
    let pause = form.parse("pause_minutes", whole).unwrap_or_default();
    let round = form.parse_given("round", |raw| raw.trim().parse::<i32>().map_err(|_| Refusal::new("unknown_value")));
    (Asked { hours, pause, lunch, rooms: asks_rooms.then_some(rooms), topics: Some(topics), anew, round }, places)
}

/// A browser may add seconds.
fn clock(raw: &str) -> String {
    let raw = raw.trim();
    raw.get(..5).filter(|_| raw.len() == 8 && raw.ends_with(":00")).unwrap_or(raw).to_owned()
}

/// All fields.
pub fn settings(reader: &Reader, options: &Options, form: &Submitted, base: &str) -> AnyView {
    let lang = reader.lang;
    let clocks = t!(lang, "agenda-draft-hours-note", place = place(lang, &options.seen.event.zone, Form::Of));
    let rows = (0..count(form, "hours.", "from_local").clamp(1, HOURS)).map(|i| hours(lang, form, i)).collect::<Vec<_>>();
    let pauses = PAUSES.map(|minutes| {
        let label = if minutes == 0 { t(lang, "agenda-draft-no-pause") } else { t!(lang, "topics-minutes", n = minutes) };
        (minutes.to_string(), label)
    });
    let rounds = options.rounds.iter().map(|round| (round.number.to_string(), round.title.0.pick(lang).to_owned()));
    let rounds: Vec<(String, String)> = rounds.chain([("0".to_owned(), t(lang, "agenda-draft-no-round"))]).collect();
    let some_rounds = !options.rounds.is_empty();
    let round = some_rounds.then(|| {
        view! { <Select form=form name="round" label=t(lang, "agenda-draft-round") help=t(lang, "agenda-draft-round-help") options=rounds/> }
    });
    view! {
        <h3>{t(lang, "agenda-draft-hours")}</h3>
        <p class="small quiet">{clocks}</p>
        {rows}
        <div class="threefields" role="group" aria-label=t(lang, "agenda-draft-breaks")>
            <Select form=form name="pause_minutes" label=t(lang, "agenda-draft-pause") options=pauses.to_vec()/>
            <Field form=form name="lunch.from" label=t(lang, "agenda-draft-lunch-from") kind="time" optional=true/>
            <Field form=form name="lunch.until" label=t(lang, "agenda-draft-lunch-until") kind="time" optional=true/>
        </div>
        {rooms(lang, options, form, base)}
        {round}
        {topics(lang, options, form)}
        {anew(lang, options, form)}
    }
    .into_any()
}

fn hours(lang: Lang, form: &Submitted, i: usize) -> AnyView {
    let (from, until) = (format!("hours.{i}.from_local"), format!("hours.{i}.until_local"));
    view! {
        <div class="threefields" role="group" aria-label=t!(lang, "agenda-draft-stretch", n = i + 1)>
            <Field form=form name=&from label=t(lang, "agenda-hours-from") kind="datetime-local"/>
            <Field form=form name=&until label=t(lang, "agenda-hours-until") kind="datetime-local"/>
        </div>
    }
    .into_any()
}

fn rooms(lang: Lang, options: &Options, form: &Submitted, base: &str) -> AnyView {
    let setup = format!("{base}/setup");
    if options.rooms.is_empty() {
        return view! {
            <div class="field">
                <p>{t(lang, "agenda-draft-no-rooms")} " " <a href=setup>{t(lang, "agenda-draft-mend-setup")}</a></p>
            </div>
        }
        .into_any();
    }
    let one = |room: &domain::agenda::Room| {
        let note = t!(lang, "agenda-draft-holds", n = i64::from(room.capacity));
        Choice::new(room.name.pick(Lang::Lv), room.name.pick(lang)).note(note)
    };
    let choices = options.rooms.iter().map(one).collect::<Vec<_>>();
    view! {
        <input type="hidden" name="rooms" value=NONE/>
        <Choices form=form name="rooms" label=t(lang, "agenda-draft-rooms") choices=choices many=true/>
    }
    .into_any()
}

/// A row a topic: whether it is placed, for whom, and who speaks.
fn topics(lang: Lang, options: &Options, form: &Submitted) -> AnyView {
    if options.waiting.is_empty() {
        return view! { <p class="field">{t(lang, "agenda-draft-none-wait")}</p> }.into_any();
    }
    let known = |i: usize| options.waiting.iter().find(|topic| topic.id.to_string() == form.get(&format!("topics.{i}.id")));
    let row = |i: usize| {
        let topic = known(i)?;
        let at = |field: &str| format!("topics.{i}.{field}");
        let (id, take, part, speakers) = (at("id"), at("take"), at("part"), at("speakers"));
        let title = format!("{}. {}", topic.number, topic.title.0.pick(lang));
        let parts =
            vec![("main".to_owned(), t(lang, "agenda-draft-for-all")), ("supplementary".to_owned(), t(lang, "agenda-draft-beside"))];
        let minutes = t!(lang, "topics-minutes", n = i64::from(topic.minutes));
        Some(view! {
            <div class="draftrow" role="group" aria-label=title.clone()>
                <input type="hidden" name=id value=topic.id.to_string()/>
                <Checkbox form=form name=&take label=title.clone() note=minutes/>
                <Select form=form name=&part label=t(lang, "agenda-draft-part") options=parts/>
                <Field form=form name=&speakers label=t(lang, "agenda-draft-speakers") max=SPEAKER * 5 optional=true/>
            </div>
        })
    };
    let rows = (0..count(form, "topics.", "id")).filter_map(row).collect::<Vec<_>>();
    view! { <h3>{t(lang, "agenda-draft-topics")}</h3> <p class="small quiet">{t(lang, "agenda-draft-topics-note")}</p> {rows} }.into_any()
}

/// Sessions that can be placed anew; published ones are said to be that.
fn anew(lang: Lang, options: &Options, form: &Submitted) -> AnyView {
    if options.sessions.is_empty() {
        return ().into_any();
    }
    let one = |(session, published): &(domain::agenda::Session, bool)| {
        let at = session.starts_local;
        let starts = format!("{}, {}", day_month(lang, at.date(), Form::Is), time(at.datetime().time()));
        let note = if *published { format!("{starts}. {}", t(lang, "agenda-draft-published")) } else { starts };
        Choice::new(session.id.to_string(), session.title.pick(lang)).note(note)
    };
    let choices = options.sessions.iter().map(one).collect::<Vec<_>>();
    let (label, help) = (t(lang, "agenda-draft-anew-which"), t(lang, "agenda-draft-anew-help"));
    view! { <Choices form=form name="anew" label=label help=help choices=choices many=true/> }.into_any()
}
