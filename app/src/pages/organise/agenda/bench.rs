//! The list of sessions, and publishing.

use super::head;
use crate::failure::Page;
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::pages::agenda::{chaired, changes, hours, only_at, place, signed, warning};
use crate::reader::Reader;
use crate::text::{list, t};
use crate::ui::{Empty, ErrorSummary, Said, Section, TextPair};
use crate::when::{Form, capital, date, moment};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use backend::clock::instant;
use backend::repo::runs;
use backend::service::agenda::{self, Agenda, NAME, Shown, Told, Working};
use backend::service::topics::{self, Shown as Topic};
use backend::{Error, Result, Site};
use domain::agenda::Warning;
use domain::fault::Fault;
use domain::host::Right;
use domain::id::SessionId;
use domain::text::{Lang, Text};
use domain::time::Zone;
use domain::topic::Status;
use leptos::prelude::*;

/// Everything the page shows.
struct Bench {
    agenda: Agenda,
    working: Working,
    /// The event's clocks, which a release may not have known yet.
    zone: Zone,
    /// Chosen, and in no session yet.
    topics: Vec<Topic>,
    /// Whether the reader may change the agenda, which is not over.
    changes: bool,
    /// Whom publishing would tell.
    told: Told,
}

impl Bench {
    async fn read(site: &Site, reader: &Reader, slug: &str) -> Result<Self> {
        let (agenda, working) = agenda::workbench(site, &reader.actor, slug).await?;
        let event = &agenda.seen.event;
        let placed = |topic: &Topic| working.sessions.iter().any(|one| one.session.topic.is_some_and(|id| id.0 == topic.topic.id));
        let topics = topics::list(site.db.read(), site, &reader.actor, event.id).await?;
        let topics = topics.into_iter().filter(|one| one.topic.status.0 == Status::Shortlisted && !placed(one)).collect();
        let zone = site.zones.get(&event.zone).map_err(Error::internal)?.clone();
        let changes = agenda.seen.may(Right::ManageAgenda) && !event.status.0.is_final();
        let told = match changes && !working.changes.is_empty() {
            true => agenda::foretell(site, &reader.actor, slug).await?,
            false => Told::default(),
        };
        Ok(Self { working, zone, topics, changes, told, agenda })
    }
}

/// `GET /organise/events/{event}/agenda`
pub async fn show(reader: Reader, State(site): State<Site>, Path(slug): Path<String>) -> Page {
    let bench = Bench::read(&site, &reader, &slug).await?;
    let number = bench.agenda.release.as_ref().map_or(1, |release| release.number + 1);
    let name = |lang| t!(lang, "agenda-release", n = i64::from(number));
    let name = Text { lv: Some(name(Lang::Lv)), en: Some(name(Lang::En)) };
    Ok(page(&reader, bench, Submitted::empty().with_text("name", Some(&name)), StatusCode::OK))
}

/// `POST` there publishes.
pub async fn publish(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, mut form: Submitted) -> Page {
    if let (Some(name), true) = (form.text_line("name", NAME), form.faults.is_empty()) {
        match agenda::publish(&site, &reader.actor, &slug, name).await {
            Ok(made) => {
                let said = t!(reader.lang, "agenda-is-published", n = i64::from(made.number));
                let letters = (made.told.now() > 0).then(|| t!(reader.lang, "organise-mail-leaves", n = count(made.told.now())));
                let said = [Some(said), letters].into_iter().flatten().collect::<Vec<_>>().join(" ");
                return Ok(flash::lead(&site, &reader.to(&format!("/events/{slug}/agenda")), &said));
            }
            Err(Error::Conflict(code @ "no_sessions")) => form.faults.push(Fault::new("name", code)),
            Err(error) => form.refused(error)?,
        }
    }
    Ok(page(&reader, Bench::read(&site, &reader, &slug).await?, form, StatusCode::UNPROCESSABLE_ENTITY))
}

fn page(reader: &Reader, bench: Bench, form: Submitted, status: StatusCode) -> Response {
    let lang = reader.lang;
    let event = &bench.agenda.seen.event;
    let meta = Meta::new(t!(lang, "agenda-title", event = event.title.0.pick(lang).to_owned())).area(Area::Organise).hidden();
    render(reader, meta, status, || {
        let base = reader.to(&format!("/organise/events/{}/agenda", event.slug));
        let public = reader.to(&format!("/events/{}/agenda", event.slug));
        let add = bench.changes.then(|| {
            // With nothing to publish, adding is what comes next.
            let class = if bench.working.changes.is_empty() { "button main" } else { "button" };
            view! {
                <a class=class href=format!("{base}/new")>{t(lang, "agenda-add")}</a>
                " "
                <a class="plain" href=format!("{base}/new?kind=break")>{t(lang, "agenda-add-break")}</a>
                " "
                <a class="plain" href=format!("{base}/setup")>{t(lang, "agenda-setup")}</a>
            }
        });
        let draft = (!bench.working.sessions.is_empty())
            .then(|| view! { <a class="plain" href=format!("{public}?release=working")>{t(lang, "agenda-see-draft")}</a> });
        let released =
            bench.agenda.release.is_some().then(|| view! { <a class="plain" href=public>{t(lang, "agenda-as-others-see-it")}</a> });
        let note = note(reader, &bench);
        let list = sessions(reader, &bench, &base);
        view! {
            {head(reader, event, t(lang, "agenda-heading"))}
            <Section id="sessions" title=t(lang, "agenda-sessions") note=note plain=true>
                {list} <p class="actions">{add} {draft} {released}</p>
            </Section>
            {warnings(reader, &bench, &base)}
            {waiting(reader, &bench, &base)}
            {publishing(reader, &bench, &form)}
        }
    })
}

fn note(reader: &Reader, bench: &Bench) -> String {
    let lang = reader.lang;
    match &bench.agenda.release {
        None => t(lang, "agenda-never-published"),
        Some(release) => {
            let when = moment(lang, instant(release.at), &bench.zone, Form::In);
            format!("{}. {}", t!(lang, "agenda-release", n = i64::from(release.number)), t!(lang, "agenda-published", when = when))
        }
    }
}

/// By day, each with its warnings.
fn sessions(reader: &Reader, bench: &Bench, base: &str) -> AnyView {
    let lang = reader.lang;
    if bench.working.sessions.is_empty() {
        return view! { <Empty say=t(lang, "agenda-no-sessions")><p>{t(lang, "agenda-no-sessions-next")}</p></Empty> }.into_any();
    }
    let day = |shown: &Shown| bench.zone.local(shown.span.from).time.date();
    let days = bench.working.sessions.chunk_by(|one, other| day(one) == day(other)).map(|sessions| {
        let name = sessions.first().map(|first| capital(&date(lang, day(first), Form::Is)));
        let rows = sessions.iter().map(|shown| row(reader, bench, shown, base)).collect::<Vec<_>>();
        view! { <h3 class="dayname">{name}</h3> <ol class="rows bench">{rows}</ol> }
    });
    days.collect::<Vec<_>>().into_any()
}

fn row(reader: &Reader, bench: &Bench, shown: &Shown, base: &str) -> AnyView {
    let lang = reader.lang;
    let session = &shown.session;
    let title = view! { <Said text=&session.title/> }.into_any();
    let title = match bench.changes {
        true => view! { <a href=format!("{base}/{}", session.id)>{title}</a> }.into_any(),
        false => title,
    };
    let topic = shown.topic.as_ref().map(|(number, _)| t!(lang, "agenda-topic", n = i64::from(*number)));
    let names = (!shown.speakers.is_empty()).then(|| list(lang, &shown.speakers));
    let extra = (session.part == domain::agenda::Part::Supplementary).then(|| t(lang, "agenda-supplementary"));
    let pause = (!session.is_attended()).then(|| t(lang, "agenda-kind-break"));
    let chairs = chaired(lang, shown);
    let group = session.group.as_ref().map(|group| group.pick(lang).to_owned());
    let marks = signed(lang, shown).filter(|_| shown.marks != Some(0) || session.capacity.is_some());
    let about = [pause, group, place(lang, session, shown.online), only(bench, lang, shown), extra, names, chairs, topic, marks]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(". ");
    view! {
        <li id=format!("session-{}", session.id)>
            <span class="time">{hours(&bench.zone, shown.span)}</span>
            <div>
                <h4>{title}</h4>
                <p class="small quiet">{about}</p>
            </div>
        </li>
    }
    .into_any()
}

/// Which time has it, if it is one only, and when that is if it is not the first.
fn only(bench: &Bench, lang: Lang, shown: &Shown) -> Option<String> {
    let said = capital(&only_at(lang, &shown.session)?);
    Some(match shown.again.filter(|_| runs::has(&bench.agenda.seen.event, &shown.session)) {
        Some(again) => format!("{said} ({})", hours(&bench.zone, again)),
        None if shown.again.is_some() => format!("{said}. {}", t(lang, "agenda-time-not-held")),
        None => said,
    })
}

/// What is likely a mistake, each with the way to where it is mended. Topics without a session stand below, in a list of their own.
fn warnings(reader: &Reader, bench: &Bench, base: &str) -> AnyView {
    let lang = reader.lang;
    let placed = bench.working.warnings.iter().filter(|found| !found.sessions().is_empty());
    let find = |id: &SessionId| bench.working.sessions.iter().find(|one| one.session.id == *id);
    let link = |shown: &Shown| {
        let href = format!("{base}/{}", shown.session.id);
        let title = view! { <Said text=&shown.session.title/> }.into_any();
        view! { <a class="plain" href=href>{title}</a> " " }
    };
    let one = |found: &Warning| {
        let ways = found.sessions().iter().filter_map(find).filter(|_| bench.changes).map(link).collect::<Vec<_>>();
        view! { <li><p class="warn">{warning(lang, &bench.zone, &bench.working, found)}</p> <p class="small ways">{ways}</p></li> }
    };
    let rows = placed.map(one).collect::<Vec<_>>();
    if rows.is_empty() {
        return ().into_any();
    }
    let title = t!(lang, "agenda-warnings", n = rows.len());
    view! { <Section id="warnings" title=title note=t(lang, "agenda-warnings-note")><ul class="rows">{rows}</ul></Section> }.into_any()
}

/// Topics that were chosen and have no session yet.
fn waiting(reader: &Reader, bench: &Bench, base: &str) -> AnyView {
    let lang = reader.lang;
    if bench.topics.is_empty() || !bench.changes {
        return ().into_any();
    }
    let one = |one: &Topic| {
        let href = format!("{base}/new?topic={}", one.topic.number);
        let minutes = t!(lang, "topics-minutes", n = one.topic.minutes);
        let title = view! { <Said text=&one.topic.title.0/> }.into_any();
        view! {
            <li class="pair">
                <h3>{title}</h3> <a class="plain" href=href>{t(lang, "agenda-place-it")}<span class="visually-hidden">": "{one.topic.title.0.pick(lang).to_owned()}</span></a>
                <span class="small quiet">{minutes}</span>
            </li>
        }
    };
    let rows = bench.topics.iter().map(one).collect::<Vec<_>>();
    view! {
        <Section id="waiting" title=t(lang, "agenda-waiting") note=t(lang, "agenda-waiting-note")><ul class="rows">{rows}</ul></Section>
    }
    .into_any()
}

fn count(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Who gets a letter, and why.
fn told(lang: Lang, told: &Told) -> AnyView {
    if told.now() + told.later == 0 {
        return view! { <p>{t(lang, "agenda-told-nobody")}</p> }.into_any();
    }
    let all = [
        (told.speaking, t!(lang, "agenda-told-speaking", n = count(told.speaking))),
        (told.marked, t!(lang, "agenda-told-marked", n = count(told.marked))),
        (told.registered, t!(lang, "agenda-told-registered", n = count(told.registered))),
    ];
    let rows = all.into_iter().filter(|(n, _)| *n > 0).map(|(_, words)| view! { <li>{words}</li> }).collect::<Vec<_>>();
    let now = (told.now() > 0).then(|| {
        view! { <p>{t!(lang, "agenda-told-now", n = count(told.now()))}</p> <ul class="told">{rows}</ul> }
    });
    let later = (told.later > 0).then(|| view! { <p>{t!(lang, "agenda-told-later", n = count(told.later))}</p> });
    view! { {now} {later} }.into_any()
}

/// What publishing would change, and the button.
fn publishing(reader: &Reader, bench: &Bench, form: &Submitted) -> AnyView {
    let lang = reader.lang;
    if !bench.changes || (bench.working.sessions.is_empty() && bench.agenda.release.is_none()) {
        return ().into_any();
    }
    let moved = &bench.working.changes;
    if moved.is_empty() && form.faults.is_empty() {
        return view! { <Section id="publish" title=t(lang, "agenda-publish")><Empty say=t(lang, "agenda-nothing-to-publish")/></Section> }
            .into_any();
    }
    let number = bench.agenda.release.as_ref().map_or(1, |release| release.number + 1);
    let said = match &bench.agenda.release {
        None => t!(lang, "agenda-publish-first", n = moved.len()),
        Some(release) => t!(lang, "agenda-publish-changes", n = moved.len(), release = i64::from(release.number)),
    };
    let body = view! {
        <p><b>{said}</b></p>
        {bench.agenda.release.is_some().then(|| changes(lang, &bench.zone, moved))}
        {told(lang, &bench.told)}
        <form method="post" novalidate=true>
            <ErrorSummary form=form/>
            <TextPair form=form name="name" label=t(lang, "agenda-release-name") help=t(lang, "agenda-release-name-help") max=NAME/>
            <p class="actions"><button class="button main" type="submit">{t!(lang, "agenda-publish-do", n = i64::from(number))}</button></p>
        </form>
    }
    .into_any();
    view! { <Section id="publish" title=t(lang, "agenda-publish") note=t(lang, "agenda-publish-note")>{body}</Section> }.into_any()
}
