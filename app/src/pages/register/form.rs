//! The form of who has no place yet.

use super::{Around, needs, words};
use crate::form::Submitted;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Choice, Choices, ErrorSummary, Field};
use backend::Site;
use backend::service::access::Me;
use backend::service::registration::MAX_NEEDS;
use domain::registration::Spot;
use domain::text::Lang;
use leptos::prelude::*;

pub fn view(reader: &Reader, site: &Site, around: &Around, me: &Me, form: &Submitted) -> AnyView {
    let lang = reader.lang;
    let back = reader.to(&format!("/events/{}", around.event.slug));
    let full = around.seats.iter().all(|(spot, _)| around.is_full(*spot));
    let label = if full { t(lang, "register-stand-in-line") } else { t(lang, "register-send") };
    view! {
        <form method="post" novalidate=true aria-labelledby="register-form">
            <h2 class="visually-hidden" id="register-form">{t(lang, "register-form")}</h2>
            <ErrorSummary form=form/>
            {better(reader, site, around)}
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

/// The last choice is one only where the room is full.
fn choices(lang: Lang, around: &Around) -> Vec<Choice> {
    let one = |spot: Spot| {
        let value: &str = spot.into();
        Choice::new(value, crate::ui::mode(lang, value)).note(words::note(lang, around, spot))
    };
    let mut choices = around.seats.iter().map(|(spot, _)| one(*spot)).collect::<Vec<_>>();
    if around.seat(Spot::Online).is_some() && around.is_full(Spot::InPerson) {
        let note = if around.is_full(Spot::Online) { t(lang, "register-both-lines-note") } else { t(lang, "register-both-note") };
        choices.push(Choice::new("both", t(lang, "register-both")).note(note));
    }
    choices
}

/// Which of the two times hurts the reader less.
fn better(reader: &Reader, site: &Site, around: &Around) -> Option<AnyView> {
    let said = crate::pages::events::better(reader, site, &around.event, around.second.as_ref()?)?;
    Some(view! { <p>{said}</p> }.into_any())
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
