//! What stands above the days: which release this is, what changed, whose time, what the reader marked; or why there is nothing yet.

use super::picture::Picture;
use super::words::changes;
use crate::reader::{OWN, Reader};
use crate::text::t;
use crate::ui::{Empty, Notice, Said};
use crate::when::{Form, capital, date, moment, place};
use backend::Site;
use backend::clock::instant;
use backend::repo::runs;
use backend::service::agenda::{Agenda, Release};
use backend::service::topics::Shown as Topic;
use domain::event::{Run, Status};
use domain::topic::Status as TopicStatus;
use leptos::prelude::*;

/// Topics named on a page without an agenda.
const TOPICS: usize = 5;

pub fn top(picture: &Picture<'_>) -> AnyView {
    let mine = mine(picture);
    view! {
        <div class="cols side agenda-top">
            <div class="stack">{version(picture)} {for_hosts(picture)}</div>
            {mine}
        </div>
        {runs_of(picture)}
        {times(picture)}
    }
    .into_any()
}

/// Which release it is and what it changed; or that it is the draft.
fn version(picture: &Picture<'_>) -> AnyView {
    let lang = picture.lang;
    let Some(release) = &picture.agenda.release else { return draft(picture) };
    let at = moment(lang, instant(release.at), picture.clocks.venue, Form::In);
    let name = view! { <Said text=&release.name/> }.into_any();
    let older = (!release.newest).then(|| {
        let href = picture.wanted.address(&picture.base(), |wanted| {
            wanted.release = None;
            wanted.against = None;
        });
        view! {
            <Notice title=t!(lang, "agenda-older", n = i64::from(release.number))>
                <p class="actions"><a class="button" href=href>{t(lang, "agenda-see-newest")}</a></p>
            </Notice>
        }
    });
    let number = t!(lang, "agenda-release", n = i64::from(release.number));
    view! {
        {older}
        <p><b>{number}": "{name}". "</b> {t!(lang, "agenda-published", when = at)}</p>
        {what_changed(picture, release)}
    }
    .into_any()
}

fn what_changed(picture: &Picture<'_>, release: &Release) -> AnyView {
    let lang = picture.lang;
    let moved = &picture.agenda.changes;
    let Some(against) = picture.agenda.against.filter(|against| *against != release.number) else { return ().into_any() };
    if moved.is_empty() {
        return view! { <p class="quiet">{t!(lang, "agenda-no-changes", n = i64::from(against))}</p> }.into_any();
    }
    let said = t!(lang, "agenda-changes", n = moved.len(), release = i64::from(against));
    // Who asked for a comparison sees it at once.
    let open = picture.wanted.against.is_some();
    view! { <details class="changes" open=open><summary>{said}</summary>{changes(lang, picture.clocks.venue, moved)}</details> }.into_any()
}

fn draft(picture: &Picture<'_>) -> AnyView {
    let lang = picture.lang;
    let public = picture.wanted.address(&picture.base(), |wanted| wanted.release = None);
    let organise = picture.reader.to(&format!("/organise/events/{}/agenda", picture.agenda.seen.event.slug));
    view! {
        <Notice title=t(lang, "agenda-draft")>
            <p>{t(lang, "agenda-draft-note")}</p>
            <p class="actions">
                <a class="button main" href=organise>{t(lang, "agenda-to-publishing")}</a>
                <a class="plain" href=public>{t(lang, "agenda-as-others-see-it")}</a>
            </p>
        </Notice>
    }
    .into_any()
}

/// The host is told what others do not see yet.
fn for_hosts(picture: &Picture<'_>) -> AnyView {
    let lang = picture.lang;
    let Some(working) = picture.agenda.working.as_ref().filter(|_| picture.is_newest()) else { return ().into_any() };
    let organise = picture.reader.to(&format!("/organise/events/{}/agenda", picture.agenda.seen.event.slug));
    if working.changes.is_empty() {
        return view! { <p><a class="plain" href=organise>{t(lang, "agenda-organise")}</a></p> }.into_any();
    }
    let draft = picture.wanted.address(&picture.base(), |wanted| wanted.release = Some("working".to_owned()));
    view! {
        <Notice title=t!(lang, "agenda-unpublished", n = working.changes.len())>
            <p class="actions">
                <a class="button main" href=organise>{t(lang, "agenda-see-and-publish")}</a>
                <a class="plain" href=draft>{t(lang, "agenda-see-draft")}</a>
            </p>
        </Notice>
    }
    .into_any()
}

/// What the reader marked, or how to.
fn mine(picture: &Picture<'_>) -> AnyView {
    let (lang, wanted) = (picture.lang, picture.wanted);
    if !picture.is_newest() {
        return ().into_any();
    }
    if picture.reader.actor.me.is_none() {
        let sign_in = picture.reader.sign_in();
        return view! {
            <div><p>{t(lang, "agenda-mark-why")}</p><p class="actions"><a class="plain" href=sign_in>{t(lang, "agenda-sign-in")}</a></p></div>
        }
        .into_any();
    }
    let count = picture.agenda.sessions.iter().filter(|one| one.marked).count();
    let only = match wanted.only_mine() {
        true => Some((t(lang, "agenda-all"), wanted.address(&picture.base(), |wanted| wanted.only = None))),
        false => (count > 0)
            .then(|| (t(lang, "agenda-only-mine"), wanted.address(&picture.base(), |wanted| wanted.only = Some("mine".to_owned())))),
    };
    let only = only.map(|(label, href)| view! { <a class="plain" href=href>{label}</a> });
    let calendar = picture.reader.to("/me#calendar");
    let said = match count {
        0 => view! { <p>{t(lang, "agenda-none-marked")}</p> }.into_any(),
        n => view! { <p><b>{t!(lang, "agenda-count-marked", n = n)}</b> " " {t(lang, "agenda-marks-follow")}</p> }.into_any(),
    };
    view! { <div>{said}<p class="actions">{only} <a class="plain" href=calendar>{t(lang, "agenda-my-calendar")}</a></p></div> }.into_any()
}

/// Which of its two times is shown.
fn runs_of(picture: &Picture<'_>) -> AnyView {
    let (lang, agenda) = (picture.lang, picture.agenda);
    if !runs::is_twice(&agenda.seen.event) {
        return ().into_any();
    }
    let links = Run::BOTH.map(|run| {
        let at = moment(lang, instant(runs::at(&agenda.seen.event, run).starts_at), picture.clocks.lead, Form::Is);
        let href = picture.wanted.address(&picture.base(), |wanted| wanted.run = Some(run.number().to_string()));
        let said = t(lang, if run == Run::First { "agenda-first-time" } else { "agenda-second-time" });
        view! { <a href=href aria-current=(agenda.run == run).then_some("true")>{said} ": " {capital(&at)}</a> }
    });
    view! {
        <nav class="filters times" aria-label=t(lang, "agenda-which-time")>{links.into_iter().collect::<Vec<_>>()}</nav>
        <p class="small quiet">{if agenda.differs { t(lang, "agenda-twice-differs") } else { t(lang, "agenda-twice") }}</p>
    }
    .into_any()
}

/// Whose time leads.
fn times(picture: &Picture<'_>) -> AnyView {
    let (lang, clocks, wanted) = (picture.lang, picture.clocks, picture.wanted);
    let own_leads = wanted.own_leads(picture.reader) && clocks.own.is_some();
    // Whose clock shows the same time has nothing to choose.
    if clocks.own.is_some() && clocks.second.is_none() && !(own_leads && wanted.time.is_some()) {
        return ().into_any();
    }
    let address = |own: bool| {
        wanted.address(&picture.base(), |wanted| {
            wanted.time = (own != picture.reader.own_first).then(|| if own { OWN } else { "venue" }.to_owned())
        })
    };
    let link = |label: String, own: bool| {
        view! { <a href=address(own) aria-current=(own_leads == own).then_some("true")>{label}</a> }
    };
    let city = |name: &str| place(lang, name, Form::Is);
    // Who has not said where they are says it first, and comes back.
    let own = match clocks.own {
        Some(own) => link(t!(lang, "agenda-own-time-in", place = city(own.name())), true).into_any(),
        None => {
            let back = percent_encoding::utf8_percent_encode(&address(true), percent_encoding::NON_ALPHANUMERIC).to_string();
            let href = picture.reader.to(&format!("/zone?to={back}"));
            view! { <a href=href>{t(lang, "agenda-own-time")}</a> }.into_any()
        }
    };
    let same = (own_leads && clocks.second.is_none()).then(|| view! { <p class="small quiet">{t(lang, "clock-same")}</p> });
    view! {
        <nav class="filters times" aria-label=t(lang, "agenda-whose-time")>
            {link(t!(lang, "agenda-venue-time", place = city(clocks.venue.name())), false)} {own}
        </nav>
        {same}
    }
    .into_any()
}

/// Nothing is published: what is known instead.
pub fn empty(reader: &Reader, site: &Site, agenda: &Agenda, topics: &[Topic]) -> AnyView {
    let lang = reader.lang;
    let event = &agenda.seen.event;
    let over = event.ends_at <= site.now().as_millisecond() || event.status.0.is_final();
    let (say, why) = match (event.status.0, over) {
        (Status::Cancelled, _) => (t(lang, "agenda-empty-cancelled"), None),
        (_, true) => (t(lang, "agenda-empty-over"), None),
        _ => (t(lang, "agenda-empty"), Some(t(lang, "agenda-empty-why"))),
    };
    let day = date(lang, agenda.zone.local(instant(event.starts_at)).time.date(), Form::Is);
    let known = (!over).then(|| view! { <p>{t!(lang, "agenda-empty-day", day = day)}</p> });
    let chosen: Vec<&Topic> =
        topics.iter().filter(|one| matches!(one.topic.status.0, TopicStatus::Shortlisted | TopicStatus::Scheduled)).take(TOPICS).collect();
    let base = reader.to(&format!("/events/{}/topics", event.slug));
    let rows = chosen.iter().map(|one| {
        let href = format!("{base}/{}", one.topic.number);
        view! { <li><a href=href><Said text=&one.topic.title.0/></a></li> }
    });
    let list = (!chosen.is_empty()).then(|| {
        view! { <h2 class="formhead">{t(lang, "agenda-empty-chosen")}</h2> <ul class="rows">{rows.collect::<Vec<_>>()}</ul> }
    });
    let organise = agenda.working.as_ref().map(|working| {
        let href = reader.to(&format!("/organise/events/{}/agenda", event.slug));
        let label = if working.sessions.is_empty() { t(lang, "agenda-begin") } else { t(lang, "agenda-see-and-publish") };
        view! { <a class="button main" href=href>{label}</a> }
    });
    let class = if organise.is_some() || over { "plain" } else { "button" };
    view! {
        <Empty say=say>
            {why.map(|why| view! { <p>{why}</p> })} {known}
            <p class="actions">{organise} <a class=class href=base>{t(lang, "agenda-empty-topics")}</a></p>
        </Empty>
        {list}
    }
    .into_any()
}
