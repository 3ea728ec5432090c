//! Before letters leave: whom an invitation reaches, and what withdrawing one does.

use super::skipped;
use crate::form::Submitted;
use crate::page::lang;
use crate::text::t;
use crate::ui::{Empty, LetterStart, Notice, Section, Title};
use backend::service::invitations::{Foretold, Withdrawal};
use domain::event::Mode;
use leptos::prelude::*;

/// So many of those who are not invited are named.
const NAMED: usize = 20;

/// What was typed goes on unseen.
pub(super) fn inviting(told: &Foretold, form: &Submitted) -> impl IntoView + use<> {
    let lang = lang();
    let invited = i64::try_from(told.outcome.invited).unwrap_or(i64::MAX);
    let say = match &told.letter {
        Some(_) => t!(lang, "inviting-now", n = invited),
        None => t!(lang, "inviting-later", n = invited),
    };
    let named = told.outcome.skipped.iter().take(NAMED);
    let named = named.map(|(email, code)| view! { <li>{format!("{email}: {}", skipped(lang, code))}</li> }).collect::<Vec<_>>();
    let rest = i64::try_from(told.outcome.skipped.len().saturating_sub(NAMED)).unwrap_or(0);
    let rest = (rest > 0).then(|| view! { <li>{t!(lang, "inviting-skipped-more", n = rest)}</li> });
    let not = (!named.is_empty()).then(|| view! { <p>{t(lang, "invitations-skipped")}</p> <ul class="told">{named}{rest}</ul> }).into_any();
    let letter = told.letter.as_ref().map(|letter| view! { <LetterStart letter=letter/> });
    let hidden = form.typed().filter(|(name, _)| *name != "do");
    let hidden =
        hidden.map(|(name, value)| view! { <input type="hidden" name=name.to_owned() value=value.to_owned()/> }).collect::<Vec<_>>();
    view! {
        <Title inner=true sub=told.event.title.0.pick(lang).to_owned()>{t(lang, "inviting-title")}</Title>
        <Section id="told" title=t(lang, "inviting-who")><Empty say=say>{not}</Empty></Section>
        {letter}
        <form method="post" novalidate=true>
            {hidden}
            <p class="actions">
                <button class="button main" name="do" value="send">{t(lang, "invitations-send")}</button>
                <button class="button" name="do" value="back">{t(lang, "organise-back")}</button>
            </p>
        </form>
    }
}

/// `back`: the list of invitations.
pub(super) fn withdrawing(told: &Withdrawal, back: String) -> impl IntoView + use<> {
    let lang = lang();
    let who = match told.person.name.as_str() {
        "" => told.person.email.clone(),
        name => format!("{name} ({})", told.person.email),
    };
    let said = if told.letter.is_some() { t(lang, "withdrawing-told") } else { t(lang, "withdrawing-not-told") };
    let place = told.place.map(|place| match (place.confirmed, place.mode) {
        (true, Mode::InPerson) => t(lang, "withdrawing-room"),
        (true, Mode::Online) => t(lang, "withdrawing-online"),
        (false, _) => t(lang, "withdrawing-line"),
    });
    let place = place.map(|words| view! { <p>{words}</p> });
    let letter = told.letter.as_ref().map(|letter| view! { <LetterStart letter=letter/> });
    let email = told.person.email.clone();
    view! {
        <Title inner=true sub=told.event.title.0.pick(lang).to_owned()>{t!(lang, "invitations-withdraw-whom", email = who)}</Title>
        <Notice><p>{said}</p>{place}</Notice>
        {letter}
        <form method="post" novalidate=true>
            <input type="hidden" name="email" value=email/>
            <p class="actions">
                <button class="button main">{t(lang, "invitations-withdraw")}</button>
                <a class="plain" href=back>{t(lang, "organise-not-now")}</a>
            </p>
        </form>
    }
}
