//! The fields of a session: shown, filled and read.

use super::super::event_fields::local;
use crate::form::Submitted;
use crate::text::t;
use crate::ui::{Checkbox, Choice, Choices, Field, Select, TextPair};
use crate::when::{Form, capital, place};
use backend::entity::event;
use backend::repo::runs;
use backend::service::agenda::{NAME, SessionFields, Shown, TITLE};
use backend::service::topics::Shown as Topic;
use domain::agenda::{Material, Part, SessionLanguage};
use domain::fault::Refusal;
use domain::text::{Lang, Text};
use leptos::prelude::*;

/// The field of the only run that has it, empty for both; not there where the event is held once.
const RUN: &str = "run";
/// The kinds as the form sends them.
pub const SESSION: &str = "session";
pub const BREAK: &str = "break";

/// What a person says of the session, from the form.
pub fn read(form: &mut Submitted) -> SessionFields {
    let text = |field: &str| form.get(field).trim().to_owned();
    let pair = |field: &str| Text { lv: Some(text(&format!("{field}.lv"))), en: Some(text(&format!("{field}.en"))) };
    let (title, room, group) = (pair("title"), pair("room"), pair("group"));
    let lines = |typed: &str| typed.lines().map(str::to_owned).collect();
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
        speakers: Some(lines(form.get("speakers"))),
        topic: Some(form.given("topic").map(|raw| raw.parse().unwrap_or(0))),
        part: Some(form.get("part").to_owned()),
        duration_minutes: form.parse("duration_minutes", whole),
        run: asks_run.then(|| form.parse_given(RUN, number)),
        kind: Some(form.given("kind").unwrap_or(SESSION).to_owned()),
        chairs: Some(lines(form.get("chairs"))),
        language: Some(form.given("language").map(str::to_owned)),
        chatham_house: Some(form.has("chatham_house", "yes")),
        group: Some(Some(group)),
        materials: Some(form.get("materials").lines().filter_map(material).collect()),
        capacity: Some(form.parse_given("capacity", whole)),
    }
}

/// "What it is https://address": the last word is the address.
fn material(line: &str) -> Option<Material> {
    let line = line.trim();
    let (title, url) = line.rsplit_once(char::is_whitespace).unwrap_or(("", line));
    (!line.is_empty()).then(|| Material { title: title.trim().to_owned(), url: url.to_owned() })
}

/// The form of a session that exists.
pub fn fill(shown: &Shown) -> Submitted {
    let session = &shown.session;
    let given = shown.given.clone().unwrap_or_default();
    let chairs = shown.given_chairs.clone().unwrap_or_default();
    let materials = session.materials.iter().map(|one| format!("{} {}", one.title, one.url)).collect::<Vec<_>>();
    Submitted::empty()
        .with_text("title", Some(&session.title))
        .with("starts_local", session.starts_local.to_string())
        .with("duration_minutes", session.minutes.get().to_string())
        .with_text("room", session.room.as_ref())
        .with("online_url", session.online_url.clone().unwrap_or_default())
        .with("speakers", given.join("\n"))
        .with("topic", session.topic.map(|topic| topic.to_string()).unwrap_or_default())
        .with("part", <&str>::from(session.part))
        .with("kind", <&str>::from(session.kind))
        .with("chairs", chairs.join("\n"))
        .with("language", session.language.map(<&str>::from).unwrap_or_default())
        .with("chatham_house", if session.chatham_house { "yes" } else { "" })
        .with_text("group", session.group.as_ref())
        .with("materials", materials.join("\n"))
        .with("capacity", session.capacity.map(|capacity| capacity.to_string()).unwrap_or_default())
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

/// A break is asked for less, unless more was typed.
fn asks(form: &Submitted, field: &str) -> bool {
    form.get("kind") != BREAK || form.given(field).is_some() || form.text_given(field) || form.fault(field).is_some()
}

/// All of it.
pub fn fields(lang: Lang, form: &Submitted, event: &event::Model, topics: &[Topic]) -> AnyView {
    let topics: Vec<(String, String)> =
        topics.iter().map(|one| (one.topic.id.to_string(), format!("{}. {}", one.topic.number, one.topic.title.0.pick(lang)))).collect();
    let kinds = [
        Choice::new(SESSION, t(lang, "agenda-kind-session")),
        Choice::new(BREAK, t(lang, "agenda-kind-break")).note(t(lang, "agenda-kind-break-note")),
    ];
    let parts = [
        Choice::new(<&str>::from(Part::Main), t(lang, "agenda-main")),
        Choice::new(<&str>::from(Part::Supplementary), t(lang, "agenda-supplementary")).note(t(lang, "agenda-supplementary-note")),
    ];
    let clocks = t!(lang, "agenda-starts-help", place = place(lang, &event.zone, Form::Of));
    let topic = asks(form, "topic").then(|| {
        view! { <Select form=form name="topic" label=t(lang, "agenda-from-topic") options=topics blank=true optional=true/> }
    });
    let title = if form.has("kind", BREAK) { "agenda-break-title" } else { "agenda-session-title" };
    view! {
        <Choices form=form name="kind" label=t(lang, "agenda-kind") choices=kinds.to_vec() tight=true/>
        <TextPair form=form name="title" label=t(lang, title) max=TITLE/>
        <div class="threefields">
            <Field form=form name="starts_local" label=t(lang, "organise-starts") help=clocks kind="datetime-local"/>
            <Field form=form name="duration_minutes" label=t(lang, "agenda-minutes") kind="number" narrow=true/>
        </div>
        {run(lang, form, event)}
        <TextPair form=form name="room" label=t(lang, "agenda-room") help=t(lang, "agenda-room-help") optional=true max=NAME/>
        <Field form=form name="online_url" label=t(lang, "organise-online-url") help=t(lang, "agenda-online-url-help") kind="url" optional=true/>
        {who(lang, form)}
        {topic}
        <Choices form=form name="part" label=t(lang, "agenda-part") choices=parts.to_vec() tight=true/>
        {about(lang, form)}
    }
    .into_any()
}

/// Who speaks and who leads.
fn who(lang: Lang, form: &Submitted) -> AnyView {
    let one = |name: &str, label: String, help: String, rows: u32| {
        asks(form, name).then(|| view! { <Field form=form name=name label=label help=help kind="textarea" rows=rows optional=true/> })
    };
    let speakers = one("speakers", t(lang, "agenda-speakers"), t(lang, "agenda-speakers-help"), 4);
    view! { {speakers} {one("chairs", t(lang, "agenda-chairs"), t(lang, "agenda-chairs-help"), 2)} }.into_any()
}

/// What only a session says.
fn about(lang: Lang, form: &Submitted) -> AnyView {
    let group = asks(form, "group").then(|| {
        view! { <TextPair form=form name="group" label=t(lang, "agenda-group") help=t(lang, "agenda-group-help") optional=true max=NAME/> }
    });
    let languages = [
        (SessionLanguage::Lv, t(lang, "agenda-in-latvian")),
        (SessionLanguage::En, t(lang, "agenda-in-english")),
        (SessionLanguage::Both, t(lang, "agenda-in-both")),
    ];
    let languages = languages.map(|(language, label)| (<&str>::from(language).to_owned(), label)).to_vec();
    let language = asks(form, "language").then(|| {
        view! { <Select form=form name="language" label=t(lang, "agenda-language") options=languages blank=true optional=true/> }
    });
    let rule = asks(form, "chatham_house").then(|| {
        view! { <Checkbox form=form name="chatham_house" label=t(lang, "agenda-chatham") note=t(lang, "agenda-chatham-note")/> }
    });
    let materials = asks(form, "materials").then(|| {
        let help = t(lang, "agenda-materials-help");
        view! { <Field form=form name="materials" label=t(lang, "agenda-materials") help=help kind="textarea" optional=true/> }
    });
    let capacity = asks(form, "capacity").then(|| {
        let help = t(lang, "agenda-capacity-help");
        view! { <Field form=form name="capacity" label=t(lang, "agenda-capacity") help=help kind="number" narrow=true optional=true/> }
    });
    view! { {group} {language} {capacity} {rule} {materials} }.into_any()
}
