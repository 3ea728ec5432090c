//! The form of who has no place yet.

use super::{Around, needs, words};
use crate::form::Submitted;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Choice, Choices, ErrorSummary, Field};
use backend::service::access::Me;
use backend::service::registration::MAX_NEEDS;
use domain::event::Mode;
use domain::text::Lang;
use leptos::prelude::*;

pub fn view(reader: &Reader, around: &Around, me: &Me, form: &Submitted) -> AnyView {
    let lang = reader.lang;
    let back = reader.to(&format!("/events/{}", around.event.slug));
    let full = around.seats.iter().all(|(mode, _)| around.is_full(*mode));
    let label = if full { t(lang, "register-stand-in-line") } else { t(lang, "register-send") };
    view! {
        <form method="post" novalidate=true aria-labelledby="register-form">
            <h2 class="visually-hidden" id="register-form">{t(lang, "register-form")}</h2>
            <ErrorSummary form=form/>
            <Choices form=form name="mode" label=t(lang, "register-how") choices=choices(lang, around)/>
            {who(reader, me)}
            <Choices form=form name="need" label=t(lang, "register-needs") help=t(lang, "register-needs-help") choices=needs::choices(lang) many=true tight=true/>
            <Field form=form name="needs" label=t(lang, "register-needs-else") kind="textarea" optional=true max=MAX_NEEDS rows=3/>
            <Choices form=form name="named" label=t(lang, "register-known") choices=known(lang) tight=true/>
            <p class="actions">
                <button class="button main" type="submit" name="do" value="register">{label}</button>
                " "
                <a class="plain" href=back>{t(lang, "register-back")}</a>
            </p>
        </form>
    }
    .into_any()
}

/// The third choice is one only where the room is full.
fn choices(lang: Lang, around: &Around) -> Vec<Choice> {
    let one = |mode: Mode| {
        let value: &str = mode.into();
        Choice::new(value, crate::ui::mode(lang, value)).note(words::note(lang, around, mode))
    };
    let mut choices = around.seats.iter().map(|(mode, _)| one(*mode)).collect::<Vec<_>>();
    if choices.len() == 2 && around.is_full(Mode::InPerson) {
        let note = if around.is_full(Mode::Online) { t(lang, "register-both-lines-note") } else { t(lang, "register-both-note") };
        choices.push(Choice::new("both", t(lang, "register-both")).note(note));
    }
    choices
}

/// Nobody is named unless they say so.
fn known(lang: Lang) -> Vec<Choice> {
    vec![
        Choice::new("no", t(lang, "register-known-nobody")).note(t(lang, "register-known-nobody-note")),
        Choice::new("yes", t(lang, "register-known-others")).note(t(lang, "register-known-others-note")),
    ]
}

fn who(reader: &Reader, me: &Me) -> impl IntoView + use<> {
    let lang = reader.lang;
    let href = reader.to("/me");
    let said = if me.name.is_empty() {
        t!(lang, "register-as-address", email = me.email.clone())
    } else {
        t!(lang, "register-as", name = me.name.clone(), email = me.email.clone())
    };
    view! {
        <section aria-labelledby="who">
            <h2 class="formhead" id="who">{t(lang, "register-who")}</h2>
            <p>{said} " " <a class="plain" href=href>{t(lang, "register-profile")}</a></p>
        </section>
    }
}
