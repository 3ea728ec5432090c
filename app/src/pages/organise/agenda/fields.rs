//! The fields of a session: shown, filled and read.

use super::super::event_fields::local;
use crate::form::Submitted;
use crate::text::t;
use crate::ui::{Choice, Choices, Field, Select, TextPair};
use crate::when::{Form, capital, place};
use backend::entity::event;
use backend::repo::runs;
use backend::service::agenda::{NAME, SessionFields, Shown, TITLE};
use backend::service::topics::Shown as Topic;
use domain::agenda::Part;
use domain::fault::Refusal;
use domain::text::{Lang, Text};
use leptos::prelude::*;

/// The field of the only run that has it, empty for both; not there where the event is held once.
const RUN: &str = "run";

/// What a person says of the session, from the form.
pub fn read(form: &mut Submitted) -> SessionFields {
    let text = |field: &str| form.get(field).trim().to_owned();
    let pair = |field: &str| Text { lv: Some(text(&format!("{field}.lv"))), en: Some(text(&format!("{field}.en"))) };
    let (title, room) = (pair("title"), pair("room"));
    let whole = |raw: &str| match raw.trim() {
        "" => Err(Refusal::new("required")),
        raw => raw.parse::<i64>().map_err(|_| Refusal::new("not_a_number")),
    };
    let asks_run = form.all(RUN).next().is_some();
    let number = |raw: &str| raw.parse().map_err(|_| Refusal::new("unknown_value"));
    SessionFields {
        title: Some(title),
        starts_local: Some(local(form.get("starts_local"))),
        room: Some(Some(room)),
        online_url: Some(form.given("online_url").map(str::to_owned)),
        speakers: Some(form.get("speakers").lines().map(str::to_owned).collect()),
        topic: Some(form.given("topic").map(|raw| raw.parse().unwrap_or(0))),
        part: Some(form.get("part").to_owned()),
        duration_minutes: form.parse("duration_minutes", whole),
        run: asks_run.then(|| form.parse_given(RUN, number)),
    }
}

/// The form of a session that exists.
pub fn fill(shown: &Shown) -> Submitted {
    let session = &shown.session;
    let given = shown.given.clone().unwrap_or_default();
    Submitted::empty()
        .with_text("title", Some(&session.title))
        .with("starts_local", session.starts_local.to_string())
        .with("duration_minutes", session.minutes.get().to_string())
        .with_text("room", session.room.as_ref())
        .with("online_url", session.online_url.clone().unwrap_or_default())
        .with("speakers", given.join("\n"))
        .with("topic", session.topic.map(|topic| topic.to_string()).unwrap_or_default())
        .with("part", <&str>::from(session.part))
        .with(RUN, session.run.map(|run| run.number().to_string()).unwrap_or_default())
}

/// Where the event is held twice, or the session is of a time that was withdrawn: which time has it.
fn run(lang: Lang, form: &Submitted, event: &event::Model) -> Option<AnyView> {
    if !runs::is_twice(event) && form.get(RUN).is_empty() {
        return None;
    }
    let options = [("", t(lang, "agenda-both-times")), ("1", t(lang, "agenda-first-time-only")), ("2", t(lang, "agenda-second-time-only"))];
    let options = options.map(|(value, label)| (value.to_owned(), capital(&label))).to_vec();
    let help = t(lang, "agenda-run-help");
    Some(view! { <Select form=form name=RUN label=t(lang, "agenda-run") help=help options=options/> }.into_any())
}

/// All of it.
pub fn fields(lang: Lang, form: &Submitted, event: &event::Model, topics: &[Topic]) -> AnyView {
    let topics: Vec<(String, String)> =
        topics.iter().map(|one| (one.topic.id.to_string(), format!("{}. {}", one.topic.number, one.topic.title.0.pick(lang)))).collect();
    let parts = [
        Choice::new(<&str>::from(Part::Main), t(lang, "agenda-main")),
        Choice::new(<&str>::from(Part::Supplementary), t(lang, "agenda-supplementary")).note(t(lang, "agenda-supplementary-note")),
    ];
    let clocks = t!(lang, "agenda-starts-help", place = place(lang, &event.zone, Form::Of));
    view! {
        <TextPair form=form name="title" label=t(lang, "agenda-session-title") max=TITLE/>
        <div class="threefields">
            <Field form=form name="starts_local" label=t(lang, "organise-starts") help=clocks kind="datetime-local"/>
            <Field form=form name="duration_minutes" label=t(lang, "agenda-minutes") kind="number" narrow=true/>
        </div>
        {run(lang, form, event)}
        <TextPair form=form name="room" label=t(lang, "agenda-room") help=t(lang, "agenda-room-help") optional=true max=NAME/>
        <Field form=form name="online_url" label=t(lang, "organise-online-url") help=t(lang, "agenda-online-url-help") kind="url" optional=true/>
        <Field form=form name="speakers" label=t(lang, "agenda-speakers") help=t(lang, "agenda-speakers-help") kind="textarea" optional=true/>
        <Select form=form name="topic" label=t(lang, "agenda-from-topic") options=topics blank=true optional=true/>
        <Choices form=form name="part" label=t(lang, "agenda-part") choices=parts.to_vec() tight=true/>
    }
    .into_any()
}
