//! The page of a written procedure: what is asked, until when, and what it wants of the reader.

use super::facts::title;
use super::overview::below;
use super::place::{Around, Sheet, Weight};
use crate::failure::Failed;
use crate::pages::procedure::{document_list, questions, quorum};
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Fact, Facts, Notice, Said, Section};
use crate::when::{Form, capital, days_away, moment};
use backend::Site;
use backend::entity::event_file;
use backend::repo::event_page::EventPage;
use backend::service::procedure::{self as procedures, Mine, Procedure};
use domain::event::{Kind, Status};
use domain::procedure::Phase;
use domain::time::{Timestamp, Zone};
use leptos::prelude::*;

/// What only a written procedure has; nothing is asked in it yet where `procedure` is none.
pub struct Written {
    procedure: Option<Procedure>,
    mine: Option<Mine>,
    files: Vec<event_file::Model>,
}

/// For the page of an event; none for one with a meeting.
pub async fn load(reader: &Reader, site: &Site, page: &EventPage) -> Result<Option<Written>, Failed> {
    if page.event.kind.0 != Kind::Written {
        return Ok(None);
    }
    let db = site.db.read();
    let procedure = procedures::of_event(db, site, &page.event).await?;
    let mine = match &procedure {
        Some(procedure) => procedures::mine(site, &reader.actor, &page.event, procedure).await?,
        None => None,
    };
    Ok(Some(Written { procedure, mine, files: procedures::documents(db, page.event.id).await? }))
}

/// The whole page.
pub fn view(page: &EventPage, around: &Around<'_>, reader: &Reader, site: &Site, written: &Written) -> AnyView {
    let sheet = sheet(page, around, reader, written);
    let lang = around.lang;
    let asked = instead(around, page, written);
    view! {
        <div class="cols side hero">
            <div>{title(page, around)}{facts(page, around, reader, site, written)}</div>
            <div class="mine"><section aria-labelledby="ask"><h2 id="ask">{t(lang, "asked-title")}</h2>{sheet.view()}</section></div>
        </div>
        {below(page, around, reader, site, Some(asked))}
    }
    .into_any()
}

/// Opening and deadline, on the event's clocks and the reader's own; how many must answer.
fn facts(page: &EventPage, around: &Around<'_>, reader: &Reader, site: &Site, written: &Written) -> AnyView {
    let lang = around.lang;
    let off = (page.event.status.0 == Status::Cancelled).then(|| {
        let reason = page.event.status_reason.as_ref().map(|reason| view! { <p><Said text=&reason.0/></p> });
        view! { <Notice title=t(lang, "event-cancelled-written")>{reason}</Notice> }
    });
    let at = |instant: Timestamp| {
        let own = reader.zone_at(site, instant).filter(|own| own.local(instant).time != around.zone.local(instant).time);
        let said = |zone: &Zone| capital(&moment(lang, instant, zone, Form::Is));
        let own = own.map(|own| view! { <p class="quiet">{said(own)}</p> });
        view! { <p><b>{said(around.zone)}</b></p>{own} }.into_any()
    };
    let needed = written.procedure.as_ref().map(|procedure| {
        let words = view! { <p>{quorum(lang, procedure.quorum())}</p> }.into_any();
        view! { <Fact label=t(lang, "procedure-quorum")>{words}</Fact> }
    });
    let (opens, closes) = (at(page.starts), at(page.ends));
    view! {
        {off}
        <Facts named=true>
            <Fact label=t(lang, "procedure-deadline")>{closes}</Fact>
            <Fact label=t(lang, "procedure-opening")>{opens}</Fact>
            {needed}
        </Facts>
    }
    .into_any()
}

/// What is asked, to be read, and the documents.
fn instead(around: &Around<'_>, page: &EventPage, written: &Written) -> AnyView {
    let lang = around.lang;
    let asked = written.procedure.as_ref().map(|procedure| {
        let all = questions(lang, &procedure.questions);
        view! { <Section id="questions" title=t(lang, "procedure-questions")>{all}</Section> }
    });
    let href = (around.to)(&format!("/events/{}", page.event.slug));
    let files = document_list(lang, &href, &written.files, None);
    let files = files.map(|files| view! { <Section id="documents" title=t(lang, "procedure-documents")>{files}</Section> });
    view! { {asked} {files} }.into_any()
}

/// What is asked of the reader now: one answer for every state.
fn sheet(page: &EventPage, around: &Around<'_>, reader: &Reader, written: &Written) -> Sheet {
    let lang = around.lang;
    let href = (around.to)(&format!("/events/{}/procedure", page.event.slug));
    let Some(procedure) = &written.procedure else { return Sheet::new(t(lang, "procedure-place-none")) };
    let (say, more, label, weight) = match (procedure.phase, &written.mine) {
        (Phase::Off, _) => return Sheet::new(t(lang, "procedure-off")),
        (Phase::Waiting, _) => ("procedure-place-waiting", opens(around, procedure), "procedure-do-read", Weight::Button),
        (Phase::Open, Some(mine)) if mine.answers.is_some() => {
            ("procedure-place-answered", until(around, procedure), "procedure-do-change", Weight::Button)
        }
        (Phase::Open, Some(_)) => ("procedure-place-answer", until(around, procedure), "procedure-do-answer", Weight::Main),
        (Phase::Open, None) if reader.actor.me.is_none() => {
            return Sheet::new(t(lang, "procedure-sign-in")).more(until(around, procedure)).press(
                t(lang, "round-sign-in-do"),
                around.sign_in.clone(),
                Weight::Main,
            );
        }
        (Phase::Open, None) => ("procedure-not-asked", t(lang, "procedure-not-asked-why"), "procedure-do-read", Weight::Plain),
        (Phase::Late, Some(mine)) if mine.answers.is_none() => {
            ("procedure-place-silent", t(lang, "procedure-place-late"), "procedure-do-answer", Weight::Main)
        }
        (Phase::Late | Phase::Over, _) => ("procedure-place-result", String::new(), "procedure-do-result", Weight::Main),
    };
    let sheet = Sheet::new(t(lang, say));
    let sheet = if more.is_empty() { sheet } else { sheet.more(more) };
    let sheet = sheet.press(t(lang, label), href, weight);
    if !procedure.phase.is_closed() {
        return sheet;
    }
    sheet.press(t(lang, "procedure-record-get"), (around.to)(&format!("/events/{}/record.pdf", page.event.slug)), Weight::Plain)
}

fn opens(around: &Around<'_>, procedure: &Procedure) -> String {
    let said = |at, form| moment(around.lang, at, around.zone, form);
    t!(around.lang, "procedure-opens", opens = said(procedure.opens, Form::Of), closes = said(procedure.closes, Form::To))
}

fn until(around: &Around<'_>, procedure: &Procedure) -> String {
    let lang = around.lang;
    let day = |at| around.zone.local(at).time.date();
    let left = days_away(lang, day(around.now), day(procedure.closes));
    capital(&t!(lang, "asked-until", when = moment(lang, procedure.closes, around.zone, Form::To), left = left))
}
