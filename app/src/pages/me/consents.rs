//! What the reader agreed to, each by itself.

use crate::form::Submitted;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Actions, ErrorSummary, Field};
use crate::when::{Form, short_date};
use backend::clock::instant;
use backend::repo::people::Own;
use backend::service::consent::{agrees, current};
use backend::service::people::agree;
use backend::{Result, Site};
use domain::consent::Purpose;
use domain::text::Lang;
use leptos::prelude::*;

const ALL: [Purpose; 3] = [Purpose::Directory, Purpose::Contact, Purpose::Research];

/// The form with what holds now.
pub fn form(own: &Own) -> Submitted {
    let per_year = own.person.contact_per_year.map(|n| n.to_string()).unwrap_or_default();
    let given = ALL.into_iter().filter(|purpose| agrees(&own.decisions, *purpose));
    given.fold(Submitted::empty().with("contact_per_year", per_year), |form, purpose| form.with(purpose.name(), "yes"))
}

/// Takes down what was ticked.
pub async fn save(site: &Site, reader: &Reader, form: &Submitted) -> Result<()> {
    let decisions = ALL.map(|purpose| (purpose, form.has(purpose.name(), "yes")));
    agree(site, &reader.actor, reader.lang, &decisions, form.given("contact_per_year")).await
}

pub fn view(reader: &Reader, site: &Site, own: &Own, form: &Submitted) -> impl IntoView + use<> {
    let lang = reader.lang;
    let rows = ALL.into_iter().map(|purpose| row(lang, site, own, form, purpose)).collect::<Vec<_>>();
    view! {
        <form method="post" novalidate=true>
            <input type="hidden" name="form" value="consents"/>
            <ErrorSummary form=form/>
            <div class="choices consents">{rows}</div>
            <Field
                form=form
                name="contact_per_year"
                label=t(lang, "me-letters")
                help=t(lang, "me-letters-help")
                kind="number"
                narrow=true
                optional=true
            />
            <Actions><button class="button" type="submit">{t(lang, "me-save")}</button></Actions>
        </form>
    }
}

fn row(lang: Lang, site: &Site, own: &Own, form: &Submitted, purpose: Purpose) -> AnyView {
    let (name, checked) = (purpose.name(), form.has(purpose.name(), "yes"));
    view! {
        <label class="choice">
            <input type="checkbox" name=name value="yes" checked=checked/>
            <span>
                <strong>{title(lang, purpose)}</strong>
                <small>{purpose.wording(lang)} " " {since(lang, site, own, purpose)}</small>
            </span>
        </label>
    }
    .into_any()
}

fn title(lang: Lang, purpose: Purpose) -> String {
    match purpose {
        Purpose::Directory => t(lang, "consent-directory"),
        Purpose::Research => t(lang, "consent-research"),
        Purpose::Contact => t(lang, "consent-contact"),
    }
}

/// When it was agreed to, or taken back, and whether a host holds it on paper.
fn since(lang: Lang, site: &Site, own: &Own, purpose: Purpose) -> String {
    let Some(decision) = current(&own.decisions, purpose) else { return t(lang, "consent-never") };
    let day = site.zones.get(&own.person.zone).map(|zone| zone.local(instant(decision.decided_at)).time.date());
    let day = day.map(|day| short_date(lang, day, Form::In)).unwrap_or_default();
    match (decision.given, decision.host_id) {
        (true, None) => t!(lang, "consent-since", day = day),
        (true, Some(_)) => t!(lang, "consent-on-paper", day = day),
        (false, _) => t!(lang, "consent-taken-back", day = day),
    }
}
