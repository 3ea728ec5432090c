//! What the page of a date poll shows.

use super::cards::cards;
use super::said::table;
use crate::form::Submitted;
use crate::islands::{CopyAddress, DeviceZone};
use crate::pages::zone;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Actions, ErrorSummary, Field, Notice, Said, Section, Select, Title};
use crate::when::{Form, moment, place};
use backend::Site;
use backend::clock::instant;
use backend::service::date_polls::{NAME, Sees, View, is_open};
use domain::date_poll::KEPT_DAYS;
use domain::time::Zone;
use leptos::prelude::*;

/// All of it: how it stands, whose times these are, and the answers.
pub fn content(
    reader: &Reader,
    site: &Site,
    view: &View,
    form: &Submitted,
    own: &Zone,
    there: &Zone,
    own_link: Option<String>,
) -> impl IntoView + use<> {
    let lang = reader.lang;
    let poll = &view.poll;
    let open = is_open(poll, site.now().as_millisecond());
    let may = poll.without_account || reader.actor.me.is_some();
    let host = view.host.name.0.pick(lang).to_owned();
    let minutes = i64::from(poll.duration_minutes);
    let sub = t!(lang, "datepoll-sub", host = host, duration = crate::pages::plan::duration(lang, minutes));
    let title = view! { <Said text=&poll.title.0/> }.into_any();
    let note = poll.note.as_ref().map(|note| view! { <p class="prose"><Said text=&note.0/></p> });
    let cards = cards(reader, view, form, own, there, open && may);
    let cards = if open && may { answering(reader, view, form, cards) } else { cards };
    let others = (view.sees == Sees::Answers).then(|| table(lang, view, Some(own)));
    let others = others.map(|table| view! { <Section id="others" title=t(lang, "datepoll-others") wide=true>{table}</Section> });
    let own_link = own_link.filter(|_| open).map(|link| own_section(reader, link));
    view! {
        <Title sub=sub>{title}</Title>
        <div class="pollintro">{standing(reader, site, view, there, open, may)} {note} {zone_line(reader, site, own)}</div>
        {cards}
        {others}
        {own_link}
    }
}

/// Whether it can be answered, by whom, and what has come of it.
fn standing(reader: &Reader, site: &Site, view: &View, there: &Zone, open: bool, may: bool) -> AnyView {
    let lang = reader.lang;
    let closes = moment(lang, instant(view.poll.closes_at), there, Form::To);
    let manage = (view.sees == Sees::Everything).then(|| {
        let href = reader.to(&format!("/organise/polls/{}", view.poll.token));
        view! { <p class="actions"><a class="plain" href=href>{t(lang, "datepoll-to-result")}</a></p> }
    });
    if view.poll.event_id.is_some() {
        let event = view.event.as_ref().map(|event| {
            let href = reader.to(&format!("/events/{}", event.slug));
            let starts = crate::when::capital(&moment(lang, instant(event.starts_at), there, Form::Is));
            view! { <p><b>{starts}</b></p> <p class="actions"><a class="button" href=href>{t(lang, "datepoll-to-event")}</a></p> }
        });
        let rest = view! { <p>{t(lang, "datepoll-decided-text")}</p> {event} {manage} }.into_any();
        return view! { <Notice calm=true title=t(lang, "datepoll-decided")>{rest}</Notice> }.into_any();
    }
    if !open {
        let closed = moment(lang, instant(view.poll.closes_at), there, Form::In);
        let rest = view! { <p>{t!(lang, "datepoll-closed-text", when = closed)}</p> {manage} }.into_any();
        return view! { <Notice title=t(lang, "datepoll-closed")>{rest}</Notice> }.into_any();
    }
    if !may {
        let href = reader.sign_in();
        let rest = view! { <p>{t(lang, "datepoll-sign-in-text")}</p> <p class="actions"><a class="button main" href=href>{t(lang, "sign-in")}</a></p> };
        let rest = rest.into_any();
        return view! { <Notice calm=true title=t(lang, "datepoll-sign-in")>{rest}</Notice> }.into_any();
    }
    let left = crate::when::days_away(lang, there.local(site.now()).time.date(), there.local(instant(view.poll.closes_at)).time.date());
    let answered = view.answered.map(|n| t!(lang, "datepoll-answered", n = n));
    let mine = view.mine.is_some().then(|| view! { <p>{t(lang, "datepoll-mine")}</p> });
    view! { <div class="prose"><p>{t!(lang, "datepoll-until", when = closes, left = left)} " " {answered}</p> {mine} {manage}</div> }
        .into_any()
}

/// Whose times these are. A visitor chooses here and now; a profile has its own.
fn zone_line(reader: &Reader, site: &Site, own: &Zone) -> AnyView {
    let lang = reader.lang;
    let city = place(lang, own.name(), Form::Of);
    if reader.actor.me.is_some() {
        let href = reader.to("/me#profile");
        return view! { <p class="small quiet">{t!(lang, "datepoll-zone-yours", place = city)} " " <a class="plain" href=href>{t(lang, "zone-change")}</a></p> }
            .into_any();
    }
    let form = Submitted::empty().with("zone", own.name());
    let action = reader.to("/zone");
    let said =
        if reader.own.is_some() { t!(lang, "datepoll-zone-yours", place = city) } else { t!(lang, "datepoll-zone-theirs", place = city) };
    view! {
        <details class="zonepick" open=reader.own.is_none()>
            <summary>{said}</summary>
            <form method="post" action=action>
                <input type="hidden" name="to" value=reader.path.clone()/>
                <Select form=&form name="zone" label=t(lang, "me-zone") options=zone::options(lang, site)/>
                <DeviceZone
                    field="zone".to_owned()
                    chosen=own.name().to_owned()
                    same=t!(lang, "me-zone-same", zone = "{zone}")
                    other=t!(lang, "me-zone-other", zone = "{zone}")
                    take=t(lang, "me-zone-take")
                />
                <Actions><button class="button" type="submit">{t(lang, "datepoll-zone-show")}</button></Actions>
            </form>
        </details>
    }
    .into_any()
}

fn answering(reader: &Reader, view: &View, form: &Submitted, cards: AnyView) -> AnyView {
    let lang = reader.lang;
    let summary = view! { <ErrorSummary form=form/> }.into_any();
    let who = reader.actor.me.is_none().then(|| {
        view! {
            <h2 class="formhead">{t(lang, "datepoll-you")}</h2>
            <Field form=form name="name" label=t(lang, "datepoll-name") autocomplete="name" max=NAME/>
            <Field form=form name="email" label=t(lang, "datepoll-email") help=t(lang, "datepoll-email-help") kind="email" autocomplete="email" max=254_usize optional=true/>
        }
    });
    let seen = if view.poll.answers_shown { t(lang, "datepoll-seen-by-all") } else { t(lang, "datepoll-seen-by-few") };
    let kept = reader.actor.me.is_none().then(|| t!(lang, "datepoll-kept", n = KEPT_DAYS));
    let (save, back) = match view.mine {
        Some(_) => (t(lang, "datepoll-change"), Some(())),
        None => (t(lang, "datepoll-send"), None),
    };
    let back = back.map(|()| {
        view! {
            <form method="post" class="takeback">
                <input type="hidden" name="do" value="take-back"/>
                <button class="plain" type="submit">{t(lang, "datepoll-take-back")}</button>
            </form>
        }
    });
    view! {
        <form method="post" class="pollform" novalidate=true>
            {summary}
            <p class="pollask">{t(lang, "datepoll-ask")}</p>
            {cards}
            {who}
            <p class="small quiet prose">{seen} " " {kept}</p>
            <Actions><button class="button main" type="submit">{save}</button></Actions>
        </form>
        {back}
    }
    .into_any()
}

/// The link by which an answer without an account is changed elsewhere.
fn own_section(reader: &Reader, link: String) -> AnyView {
    let lang = reader.lang;
    let copy = view! {
        <div class="copy">
            <label class="visually-hidden" for="own-link">{t(lang, "datepoll-own")}</label>
            <input id="own-link" readonly=true value=link.clone()/>
            <CopyAddress address=link label=t(lang, "copy-address") copied=t(lang, "copied") failed=t(lang, "copy-failed")/>
        </div>
    }
    .into_any();
    view! { <Section id="own" title=t(lang, "datepoll-own") note=t(lang, "datepoll-own-note")>{copy}</Section> }.into_any()
}
