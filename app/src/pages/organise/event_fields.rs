//! The fields of an event: shown, filled from an event, and read.

use super::words;
use crate::form::Submitted;
use crate::pages::me::countries;
use crate::pages::zone;
use crate::text::t;
use crate::ui::{Checkbox, Choice, Choices, Field, Select, TextPair};
use backend::Site;
use backend::entity::event;
use backend::service::events::{AttendanceInput, DESCRIPTION, EventFields, OfferInput, SUMMARY, TITLE};
use domain::event::{Venue, Visibility};
use domain::fault::Refusal;
use domain::text::{Label, Lang, Text};
use domain::time::LocalTime;
use leptos::prelude::*;

/// What a person says of the event, from the form.
pub fn read(form: &mut Submitted) -> EventFields {
    let in_person = form.has("in_person", "yes").then(|| capacity(form, "attendance.in_person.capacity"));
    let online = form.has("online", "yes").then(|| capacity(form, "attendance.online.capacity"));
    let text = |field: &str| form.get(field).trim().to_owned();
    let given = |field: &str| form.given(field).map(str::to_owned);
    let pair = |field: &str| Text { lv: Some(text(&format!("{field}.lv"))), en: Some(text(&format!("{field}.en"))) };
    let named = ["venue.name.lv", "venue.name.en", "venue.address", "venue.city"].iter().any(|field| form.given(field).is_some());
    let venue = named.then(|| Venue {
        name: Label::Each(pair("venue.name")),
        address: given("venue.address"),
        city: text("venue.city"),
        country: text("venue.country"),
    });
    EventFields {
        kind: Some(text("kind")),
        title: Some(pair("title")),
        summary: Some(Some(pair("summary"))),
        description: Some(Some(pair("description"))),
        starts_local: Some(local(form.get("starts_local"))),
        ends_local: Some(local(form.get("ends_local"))),
        zone: Some(text("zone")),
        duration_minutes: None,
        venue: Some(venue),
        online_url: Some(given("online_url")),
        online_public: Some(form.has("online_public", "yes")),
        attendance: Some(AttendanceInput { in_person, online }),
        visibility: Some(text("visibility")),
        registration_opens_local: Some(given("registration_opens_local").map(|raw| local(&raw))),
        registration_closes_local: Some(given("registration_closes_local").map(|raw| local(&raw))),
    }
}

/// A browser may add seconds to what was chosen.
pub(super) fn local(raw: &str) -> String {
    let raw = raw.trim();
    raw.get(..16).filter(|_| raw.len() == 19 && raw.ends_with(":00")).unwrap_or(raw).to_owned()
}

fn capacity(form: &mut Submitted, field: &str) -> OfferInput {
    let whole = |raw: &str| raw.trim().parse::<i64>().map_err(|_| Refusal::new("not_a_number"));
    OfferInput { capacity: form.parse_given(field, whole) }
}

/// The form of an event that exists.
pub fn fill(site: &Site, event: &event::Model) -> Submitted {
    let yes = |on: bool| if on { "yes" } else { "" };
    let number = |n: Option<i32>| n.map(|n| n.to_string()).unwrap_or_default();
    let (kind, visibility): (&'static str, &'static str) = (event.kind.0.into(), event.visibility.0.into());
    let (_, ends) = backend::service::events::bounds(event);
    let ends = site.zones.get(&event.zone).map(|zone| LocalTime::new(zone.local(ends).time).to_string()).unwrap_or_default();
    let venue = event.venue.as_ref().map(|venue| &venue.0);
    let of_venue = |part: fn(&Venue) -> Option<String>| venue.and_then(part).unwrap_or_default();
    Submitted::empty()
        .with_text("title", Some(&event.title.0))
        .with_text("summary", event.summary.as_ref().map(|text| &text.0))
        .with_text("description", event.description.as_ref().map(|text| &text.0))
        .with("kind", kind)
        .with("starts_local", event.starts_local.clone())
        .with("ends_local", ends)
        .with("zone", event.zone.clone())
        .with("venue.name.lv", of_venue(|venue| Some(venue.name.pick(Lang::Lv).to_owned())))
        .with("venue.name.en", of_venue(|venue| Some(venue.name.pick(Lang::En).to_owned())))
        .with("venue.address", of_venue(|venue| venue.address.clone()))
        .with("venue.city", of_venue(|venue| Some(venue.city.clone())))
        .with("venue.country", of_venue(|venue| Some(venue.country.clone())))
        .with("online_url", event.online_url.clone().unwrap_or_default())
        .with("online_public", yes(event.online_public))
        .with("in_person", yes(event.in_person_offered))
        .with("attendance.in_person.capacity", number(event.in_person_capacity))
        .with("online", yes(event.online_offered))
        .with("attendance.online.capacity", number(event.online_capacity))
        .with("visibility", visibility)
        .with("registration_opens_local", event.registration_opens_local.clone().unwrap_or_default())
        .with("registration_closes_local", event.registration_closes_local.clone().unwrap_or_default())
}

/// All of it.
pub fn fields(site: &Site, lang: Lang, form: &Submitted, is_new: bool) -> AnyView {
    let slug = is_new.then(|| {
        view! { <Field form=form name="slug" label=t(lang, "organise-slug") help=t(lang, "organise-slug-help") max=64_usize/> }
    });
    view! {
        <TextPair form=form name="title" label=t(lang, "organise-title-field") max=TITLE/>
        {slug}
        <Select form=form name="kind" label=t(lang, "organise-kind") options=words::kinds(lang)/>
        {when(site, lang, form)}
        {place(lang, form)}
        <TextPair form=form name="summary" label=t(lang, "organise-summary") help=t(lang, "organise-summary-help") optional=true max=SUMMARY/>
        <TextPair form=form name="description" label=t(lang, "organise-description") help=t(lang, "organise-description-help") block=true optional=true max=DESCRIPTION/>
        {who(lang, form)}
    }
    .into_any()
}

fn when(site: &Site, lang: Lang, form: &Submitted) -> AnyView {
    view! {
        <h2 class="formhead">{t(lang, "organise-when")}</h2>
        <div class="threefields">
            <Field form=form name="starts_local" label=t(lang, "organise-starts") kind="datetime-local"/>
            <Field form=form name="ends_local" label=t(lang, "organise-ends") kind="datetime-local"/>
        </div>
        <Select form=form name="zone" label=t(lang, "organise-zone") help=t(lang, "organise-zone-help") options=zone::options(lang, site)/>
    }
    .into_any()
}

fn place(lang: Lang, form: &Submitted) -> AnyView {
    view! {
        <h2 class="formhead" id="attendance">{t(lang, "organise-how-people-attend")}</h2>
        <Checkbox form=form name="in_person" label=t(lang, "organise-in-person")/>
        <Field form=form name="attendance.in_person.capacity" label=t(lang, "organise-room-capacity") help=t(lang, "organise-capacity-help") kind="number" narrow=true optional=true/>
        <TextPair form=form name="venue.name" label=t(lang, "organise-venue-name") optional=true max=200_usize/>
        <div class="threefields">
            <Field form=form name="venue.address" label=t(lang, "organise-venue-address") optional=true max=300_usize/>
            <Field form=form name="venue.city" label=t(lang, "organise-venue-city") optional=true max=100_usize/>
            <Select form=form name="venue.country" label=t(lang, "organise-venue-country") options=countries(lang) blank=true optional=true/>
        </div>
        <Checkbox form=form name="online" label=t(lang, "organise-online")/>
        <Field form=form name="attendance.online.capacity" label=t(lang, "organise-online-capacity") help=t(lang, "organise-capacity-help") kind="number" narrow=true optional=true/>
        <Field form=form name="online_url" label=t(lang, "organise-online-url") help=t(lang, "organise-online-url-help") kind="url" optional=true/>
        <Checkbox form=form name="online_public" label=t(lang, "organise-online-public")/>
    }
    .into_any()
}

fn who(lang: Lang, form: &Submitted) -> AnyView {
    let choices = [Visibility::Public, Visibility::Members, Visibility::Invited].map(|visibility| {
        let (label, note) = words::visibility(lang, visibility);
        Choice::new(<&str>::from(visibility), label).note(note)
    });
    view! {
        <Choices form=form name="visibility" label=t(lang, "organise-who-sees") choices=choices.to_vec() tight=true/>
        <h2 class="formhead">{t(lang, "organise-registration")}</h2>
        <div class="threefields">
            <Field form=form name="registration_opens_local" label=t(lang, "organise-opens") help=t(lang, "organise-opens-help") kind="datetime-local" optional=true/>
            <Field form=form name="registration_closes_local" label=t(lang, "organise-closes") help=t(lang, "organise-closes-help") kind="datetime-local" optional=true/>
        </div>
    }
    .into_any()
}
