//! Where there is no form: who has not signed in, and registration that is not open.

use super::Around;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::Empty;
use crate::when::{Form, moment};
use backend::clock::instant;
use domain::event::{Status, Window};
use leptos::prelude::*;

/// One sentence, and the way in and back.
pub fn sign_in(reader: &Reader) -> AnyView {
    let (lang, href) = (reader.lang, reader.sign_in());
    view! {
        <Empty say=t(lang, "register-sign-in")>
            <p>{t(lang, "register-sign-in-why")}</p>
            <p class="actions"><a class="button main" href=href>{t(lang, "register-sign-in-do")}</a></p>
        </Empty>
    }
    .into_any()
}

/// What is so, and what can be done instead.
pub fn view(reader: &Reader, around: &Around) -> AnyView {
    let lang = reader.lang;
    let at = |instant| moment(lang, instant, &around.zone, Form::In);
    let (say, next) = match (around.event.status.0, around.window) {
        (Status::Cancelled, _) => (t(lang, "register-is-cancelled"), t(lang, "register-is-cancelled-next")),
        (_, Window::NotYet(opens)) => (t!(lang, "register-opens", when = at(opens)), t(lang, "register-opens-next")),
        (_, Window::NotAnnounced) => (t(lang, "register-not-announced"), t(lang, "register-not-announced-next")),
        (_, Window::Closed) => {
            let closed = around.event.registration_closes_at.unwrap_or(around.event.starts_at);
            (t!(lang, "register-closed", when = at(instant(closed))), t(lang, "register-closed-next"))
        }
        _ => (t(lang, "register-over"), t(lang, "register-over-next")),
    };
    let href = reader.to(&format!("/events/{}", around.event.slug));
    view! {
        <Empty say=say>
            <p>{next}</p>
            <p class="actions"><a class="button" href=href>{t(lang, "register-back")}</a></p>
        </Empty>
    }
    .into_any()
}
