//! The working version: the board on which sessions are arranged, the list of them, and publishing.

use super::publishing::{count, publishing};
use super::{beside, board, head, list};
use crate::failure::Page;
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, Module, render};
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Empty, Notice, Section};
use crate::when::{Form, moment};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use backend::clock::instant;
use backend::repo::agenda_known;
use backend::service::agenda::{self, Agenda, NAME, Told, Ways, Working};
use backend::service::topics::{self, Shown as Topic};
use backend::{Error, Result, Site};
use domain::agenda::Room;
use domain::fault::Fault;
use domain::host::Right;
use domain::text::{Lang, Text};
use domain::time::Zone;
use domain::topic::Status;
use leptos::prelude::*;

/// The field that holds the mark of the working version as it was looked at.
pub const SEEN: &str = "seen";

/// Everything the page shows.
pub struct Bench {
    pub agenda: Agenda,
    pub working: Working,
    /// The event's clocks, which a release may not have known yet.
    pub zone: Zone,
    /// Those of which it is said what they hold.
    pub rooms: Vec<Room>,
    /// Chosen, and in no session yet.
    pub topics: Vec<Topic>,
    /// Whether the reader may change the agenda, which is not over.
    pub changes: bool,
    /// What the reader can take back and do again.
    pub ways: Ways,
    /// Whom publishing would tell.
    pub told: Told,
}

impl Bench {
    pub async fn read(site: &Site, reader: &Reader, slug: &str) -> Result<Self> {
        let (agenda, working) = agenda::workbench(site, &reader.actor, slug).await?;
        let event = &agenda.seen.event;
        let rooms = agenda_known::rooms(site.db.read(), event.id).await?;
        let placed = |topic: &Topic| working.sessions.iter().any(|one| one.session.topic.is_some_and(|id| id.0 == topic.topic.id));
        let topics = topics::list(site.db.read(), site, &reader.actor, event.id).await?;
        let topics = topics.into_iter().filter(|one| one.topic.status.0 == Status::Shortlisted && !placed(one)).collect();
        let zone = site.zones.get(&event.zone).map_err(Error::internal)?.clone();
        let changes = agenda.seen.may(Right::ManageAgenda) && !event.status.0.is_final();
        let told = match changes && !working.changes.is_empty() {
            true => agenda::foretell(site, &reader.actor, slug).await?,
            false => Told::default(),
        };
        let ways = if changes { agenda::ways(site, &reader.actor, event.id).await? } else { Ways::default() };
        Ok(Self { working, zone, rooms, topics, changes, ways, told, agenda })
    }

    /// The number of the release that publishing makes.
    pub fn next_release(&self) -> i32 {
        self.agenda.release.as_ref().map_or(1, |release| release.number + 1)
    }

    /// The form of publishing as it is first shown.
    pub fn blank(&self) -> Submitted {
        let name = |lang| t!(lang, "agenda-release", n = i64::from(self.next_release()));
        let name = Text { lv: Some(name(Lang::Lv)), en: Some(name(Lang::En)) };
        Submitted::empty().with_text("name", Some(&name))
    }
}

/// `GET /organise/events/{event}/agenda`
pub async fn show(reader: Reader, State(site): State<Site>, Path(slug): Path<String>) -> Page {
    let bench = Bench::read(&site, &reader, &slug).await?;
    let form = bench.blank();
    Ok(page(&reader, &bench, &form, None, StatusCode::OK))
}

/// `POST` there publishes what was looked at.
pub async fn publish(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, mut form: Submitted) -> Page {
    let mut refused = (None, StatusCode::UNPROCESSABLE_ENTITY);
    if let (Some(name), true) = (form.text_line("name", NAME), form.faults.is_empty()) {
        match agenda::publish(&site, &reader.actor, &slug, name, Some(form.get(SEEN))).await {
            Ok(made) => {
                let said = t!(reader.lang, "agenda-is-published", n = i64::from(made.number));
                let letters = (made.told.now() > 0).then(|| t!(reader.lang, "organise-mail-leaves", n = count(made.told.now())));
                let said = [Some(said), letters].into_iter().flatten().collect::<Vec<_>>().join(" ");
                return Ok(flash::lead(&site, &reader.to(&format!("/events/{slug}/agenda")), &said));
            }
            Err(Error::Conflict(code @ "no_sessions")) => form.faults.push(Fault::new("name", code)),
            Err(Error::Conflict("changed_meanwhile")) => refused = (Some(overtaken(reader.lang)), StatusCode::CONFLICT),
            Err(error) => form.refused(error)?,
        }
    }
    let bench = Bench::read(&site, &reader, &slug).await?;
    Ok(page(&reader, &bench, &form, refused.0, refused.1))
}

/// Why it is not published yet.
fn overtaken(lang: Lang) -> AnyView {
    let words = view! { <p>{t(lang, "agenda-publish-overtaken-why")} " " <a class="plain" href="#publish">{t(lang, "agenda-to-publishing")}</a></p> };
    let words = words.into_any();
    view! { <Notice title=t(lang, "agenda-publish-overtaken") status=true>{words}</Notice> }.into_any()
}

/// `notice`: what is to be said before anything else.
pub fn page(reader: &Reader, bench: &Bench, form: &Submitted, notice: Option<AnyView>, status: StatusCode) -> Response {
    let lang = reader.lang;
    let event = &bench.agenda.seen.event;
    let title = t!(lang, "agenda-title", event = event.title.0.pick(lang).to_owned());
    let meta = Meta::new(title).area(Area::Organise).hidden();
    let meta = if bench.changes { meta.module(Module::Board) } else { meta };
    render(reader, meta, status, || {
        view! {
            {head(reader, event, t(lang, "agenda-heading"))}
            <p id="board-said" class="visually-hidden" role="status"></p>
            <p id="board-offline" class="notice" hidden=true>{t(lang, "agenda-board-offline")}</p>
            {contents(reader, bench, form, notice, None)}
        }
    })
}

/// All but the heading, which the board puts in anew after every change; `said` is read out then.
pub fn contents(reader: &Reader, bench: &Bench, form: &Submitted, notice: Option<AnyView>, said: Option<String>) -> AnyView {
    let base = reader.to(&format!("/organise/events/{}/agenda", bench.agenda.seen.event.slug));
    view! {
        <div id="bench" data-address=format!("{base}/board") data-mark=bench.working.mark.clone() data-said=said>
            {notice}
            {sessions(reader, bench, &base)}
            {beside::waiting(reader, bench, &base)}
            {beside::warnings(reader, bench, &base)}
            {publishing(reader, bench, form)}
        </div>
    }
    .into_any()
}

fn sessions(reader: &Reader, bench: &Bench, base: &str) -> AnyView {
    let lang = reader.lang;
    let empty = bench.working.sessions.is_empty();
    let nothing = empty.then(|| view! { <Empty say=t(lang, "agenda-no-sessions")><p>{t(lang, "agenda-no-sessions-next")}</p></Empty> });
    let drawn = board::board(reader, bench, base);
    let list = (!empty).then(|| list::sessions(reader, bench, base, drawn.is_none()));
    let list = match (list, drawn.is_some()) {
        (Some(list), true) => {
            Some(view! { <details class="aslist"><summary>{t(lang, "agenda-as-list")}</summary>{list}</details> }.into_any())
        }
        (list, _) => list,
    };
    let body = view! { {nothing} {drawn} <div class="actions">{ways_in(reader, bench, base)}</div> {list} }.into_any();
    view! { <Section id="sessions" title=t(lang, "agenda-sessions") note=note(reader, bench) plain=true wide=true>{body}</Section> }
        .into_any()
}

/// What can be done with the whole.
fn ways_in(reader: &Reader, bench: &Bench, base: &str) -> AnyView {
    let lang = reader.lang;
    let public = reader.to(&format!("/events/{}/agenda", bench.agenda.seen.event.slug));
    let add = bench.changes.then(|| {
        // With nothing to publish, adding is what comes next.
        let class = if bench.working.changes.is_empty() { "button main" } else { "button" };
        view! {
            <a class=class href=format!("{base}/new")>{t(lang, "agenda-add")}</a>
            " "
            <a class="plain" href=format!("{base}/new?kind=break")>{t(lang, "agenda-add-break")}</a>
            " "
            <a class="plain" href=format!("{base}/setup")>{t(lang, "agenda-setup")}</a>
            " "
            <a class="plain" href=format!("{base}/draft")>{t(lang, "agenda-draft-page")}</a>
        }
    });
    let draft = (!bench.working.sessions.is_empty())
        .then(|| view! { <a class="plain" href=format!("{public}?release=working")>{t(lang, "agenda-see-draft")}</a> });
    let released = bench.agenda.release.is_some().then(|| view! { <a class="plain" href=public>{t(lang, "agenda-as-others-see-it")}</a> });
    view! { {add} " " {draft} " " {released} }.into_any()
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
