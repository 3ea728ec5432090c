//! Days away from home, during which other clocks are the reader's own.

use crate::form::Submitted;
use crate::pages::zone;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Actions, ErrorSummary, Field, Select};
use backend::repo::people::Own;
use backend::service::people::{NewTravel, stay_home, travel};
use backend::{Error, Result, Site};
use leptos::prelude::*;

/// The names of the fields; the page has another zone.
const FIELDS: [&str; 3] = ["travel.zone", "travel.from", "travel.until"];

/// The form with what is known.
pub fn form(own: &Own) -> Submitted {
    let Some(travel) = &own.person.travel else { return Submitted::empty() };
    let values = [travel.0.zone.clone(), travel.0.from.to_string(), travel.0.until.to_string()];
    FIELDS.iter().zip(values).fold(Submitted::empty(), |form, (field, value)| form.with(field, value))
}

/// Saves what was typed, or that nothing is planned; gives what to say.
pub async fn save(site: &Site, reader: &Reader, form: &Submitted) -> Result<String> {
    if form.get("do") == "home" {
        return stay_home(site, &reader.actor).await.map(|()| t(reader.lang, "me-travel-ended"));
    }
    let [zone, from, until] = FIELDS.map(|field| form.get(field).to_owned());
    let done = travel(site, &reader.actor, &NewTravel { zone, from, until }).await;
    done.map(|_| t(reader.lang, "me-travel-saved")).map_err(|error| match error {
        Error::Invalid(mut faults) => {
            faults.iter_mut().for_each(|fault| fault.field = format!("travel.{}", fault.field));
            Error::Invalid(faults)
        }
        other => other,
    })
}

pub fn view(reader: &Reader, site: &Site, own: &Own, form: &Submitted) -> impl IntoView + use<> {
    let lang = reader.lang;
    let home = own.person.travel.as_ref().map(|_| {
        view! { <button class="plain" type="submit" name="do" value="home">{t(lang, "me-travel-home")}</button> }
    });
    view! {
        <form method="post" novalidate=true>
            <input type="hidden" name="form" value="travel"/>
            <ErrorSummary form=form/>
            <Select form=form name="travel.zone" label=t(lang, "me-travel-zone") options=zone::options(lang, site) blank=true/>
            <div class="two">
                <Field form=form name="travel.from" label=t(lang, "me-travel-from") kind="date"/>
                <Field form=form name="travel.until" label=t(lang, "me-travel-until") kind="date"/>
            </div>
            <Actions><button class="button" type="submit">{t(lang, "me-travel-save")}</button> {home}</Actions>
        </form>
    }
}
