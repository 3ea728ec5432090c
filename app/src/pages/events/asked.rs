//! "Asked of you now": the one thing that is wanted of the reader.

use super::place::Around;
use crate::form::Submitted;
use crate::text::t;
use crate::ui::{Choice, Choices, ErrorSummary, Said};
use crate::when::{Form, days_away, moment};
use backend::repo::event_page::{EventPage, Poll};
use domain::event::{Interest, Status, Window};
use domain::text::Lang;
use leptos::prelude::*;

/// What is asked, the most pressing first.
enum Ask<'p> {
    Vote(&'p Poll),
    Interest,
    Topics,
    Keep,
}

fn ask<'p>(page: &'p EventPage, around: &Around<'_>) -> Option<Ask<'p>> {
    if !page.is_ahead(around.now) || page.event.status.0 == Status::Draft {
        return None;
    }
    let open = page.polls.iter().find(|poll| poll.opens <= around.now && around.now < poll.closes && poll.voted.is_some());
    let early = page.mine.place.is_none() && matches!(page.window, Window::NotAnnounced | Window::NotYet(_));
    Some(match open {
        Some(poll) => Ask::Vote(poll),
        None if early => Ask::Interest,
        None if around.now < page.starts => Ask::Topics,
        None => Ask::Keep,
    })
}

/// The second part of the reader's sheet. `main`: the filled button is still to be had.
pub fn asked(page: &EventPage, form: &Submitted, around: &Around<'_>, main: bool) -> Option<AnyView> {
    let lang = around.lang;
    let class = if main { "button main full" } else { "button full" };
    let matter = match ask(page, around)? {
        Ask::Vote(poll) => vote(page, poll, around, class),
        Ask::Interest => interest(page, form, around, class),
        Ask::Topics => topics(page, around, class),
        Ask::Keep => view! { <p class="say">{t(lang, "asked-keep")}</p> <p class="actions">{keep(lang)}</p> }.into_any(),
    };
    Some(view! { <section aria-labelledby="ask"><h2 id="ask">{t(lang, "asked-title")}</h2>{matter}</section> }.into_any())
}

fn keep(lang: Lang) -> AnyView {
    view! { <a class="button full" href="#keep">{t(lang, "asked-add")}</a> }.into_any()
}

fn vote(page: &EventPage, poll: &Poll, around: &Around<'_>, class: &'static str) -> AnyView {
    let lang = around.lang;
    let href = (around.to)(&format!("/events/{}/rounds/{}", page.event.slug, poll.number));
    let (said, label) = if poll.voted == Some(true) {
        (t(lang, "asked-voted"), t(lang, "asked-change-ballot"))
    } else {
        (t(lang, "asked-vote-open"), t(lang, "asked-vote"))
    };
    let class = if poll.voted == Some(true) { "button full" } else { class };
    let until = t!(lang, "asked-until", when = moment(lang, poll.closes, around.zone, Form::To), left = left(around, poll.closes));
    view! {
        <p class="say"><Said text=&poll.title/></p>
        <p>{said} " " {until}</p>
        <p class="actions"><a class=class href=href>{label}</a> {keep(lang)}</p>
    }
    .into_any()
}

fn left(around: &Around<'_>, at: domain::time::Timestamp) -> String {
    let day = |at| around.zone.local(at).time.date();
    days_away(around.lang, day(around.now), day(at))
}

fn topics(page: &EventPage, around: &Around<'_>, class: &'static str) -> AnyView {
    let lang = around.lang;
    let (total, supported) = (page.topics.total, page.topics.supported);
    let href = (around.to)(&format!("/events/{}/topics", page.event.slug));
    let said = match (total, page.mine.signed_in) {
        (0, _) => t(lang, "asked-topics-first"),
        (_, true) => t!(lang, "asked-topics-supported", n = total, supported = supported),
        (_, false) => t!(lang, "asked-topics-so-far", n = total),
    };
    let label = if total == 0 { t(lang, "asked-topics-propose") } else { t(lang, "asked-topics-both") };
    view! {
        <p class="say">{t(lang, "asked-topics")}</p>
        <p>{said}</p>
        <p class="actions"><a class=class href=href>{label}</a> {keep(lang)}</p>
    }
    .into_any()
}

/// The five words, in the order of asking.
pub const ANSWERS: [Interest; 5] = [Interest::Yes, Interest::Maybe, Interest::RemoteOnly, Interest::Cannot, Interest::NotInterested];

/// An answer in the reader's words.
pub fn answer(lang: Lang, answer: Interest) -> String {
    match answer {
        Interest::Yes => t(lang, "interest-yes"),
        Interest::Maybe => t(lang, "interest-maybe"),
        Interest::RemoteOnly => t(lang, "interest-remote-only"),
        Interest::Cannot => t(lang, "interest-cannot"),
        Interest::NotInterested => t(lang, "interest-not-interested"),
    }
}

fn interest(page: &EventPage, form: &Submitted, around: &Around<'_>, class: &'static str) -> AnyView {
    let lang = around.lang;
    if !page.mine.signed_in {
        let href = around.sign_in.clone();
        return view! {
            <p class="say">{t(lang, "interest-question")}</p>
            <p>{t(lang, "interest-why")}</p>
            <p class="actions"><a class=class href=href>{t(lang, "interest-sign-in")}</a> {keep(lang)}</p>
        }
        .into_any();
    }
    let action = (around.to)(&format!("/events/{}", page.event.slug));
    let choices = ANSWERS.map(|one| Choice::new(<&str>::from(one), answer(lang, one))).to_vec();
    let send = if page.my_interest.is_some() { t(lang, "interest-change") } else { t(lang, "interest-send") };
    let class = if page.my_interest.is_some() { "button full" } else { class };
    view! {
        <form method="post" action=action novalidate=true>
            <ErrorSummary form=form/>
            <Choices form=form name="answer" label=t(lang, "interest-question") choices=choices tight=true/>
            <p class="actions"><button class=class type="submit">{send}</button></p>
        </form>
    }
    .into_any()
}
