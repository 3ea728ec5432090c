//! Who, when, how long: a form that asks by its address.

use crate::form::Submitted;
use crate::text::t;
use crate::ui::{Actions, Choice, Choices, ErrorSummary, Field, Section, Select};
use domain::text::Lang;
use leptos::prelude::*;

/// The form; what is seldom changed is folded away unless it is wrong.
pub fn form(lang: Lang, form: &Submitted) -> impl IntoView + use<> {
    let steps: Vec<(String, String)> = [5, 10, 15, 30, 60].into_iter().map(|n| (n.to_string(), t!(lang, "plan-minutes", n = n))).collect();
    let runs = vec![Choice::new("1", t(lang, "plan-once")), Choice::new("2", t(lang, "plan-twice"))];
    let weigh = vec![
        Choice::new("zone", t(lang, "plan-weigh-zone")).note(t(lang, "plan-weigh-zone-note")),
        Choice::new("person", t(lang, "plan-weigh-person")).note(t(lang, "plan-weigh-person-note")),
    ];
    let rare = ["aside", "past", "night_from", "night_to", "weigh", "step", "wish"];
    let open = rare.iter().any(|field| form.fault(field).is_some()) || ["aside", "past"].iter().any(|field| form.given(field).is_some());
    let summary = view! { <ErrorSummary form=form/> };
    let people = view! { <Field form=form name="people" label=t(lang, "plan-who") help=t(lang, "plan-who-help") kind="textarea" rows=6/> };
    let when = view! {
        <div class="threefields">
            <Field form=form name="date" label=t(lang, "plan-day") kind="date"/>
            <Field form=form name="days" label=t(lang, "plan-days") kind="number" narrow=true/>
            <Field form=form name="minutes" label=t(lang, "plan-length") kind="number" narrow=true/>
        </div>
        <Choices form=form name="runs" label=t(lang, "plan-hold-it") choices=runs tight=true/>
    };
    let more = view! {
        <Field form=form name="aside" label=t(lang, "plan-aside") help=t(lang, "plan-aside-help") kind="textarea" rows=2 optional=true/>
        <Field form=form name="past" label=t(lang, "plan-past") help=t(lang, "plan-past-help") kind="textarea" rows=2 optional=true/>
        <div class="threefields">
            <Field form=form name="wish" label=t(lang, "plan-wish") kind="time"/>
            <Field form=form name="night_from" label=t(lang, "plan-night-from") kind="time"/>
            <Field form=form name="night_to" label=t(lang, "plan-night-to") kind="time"/>
        </div>
        <Select form=form name="step" label=t(lang, "plan-step") options=steps/>
        <Choices form=form name="weigh" label=t(lang, "plan-weigh") choices=weigh/>
    };
    view! {
        <Section id="people" title=t(lang, "plan-questions")>
            <form method="get" action="#map" novalidate=true>
                {summary} {people} {when}
                <details open=open><summary>{t(lang, "plan-more")}</summary><div>{more}</div></details>
                <Actions><button class="button main" type="submit">{t(lang, "plan-find")}</button></Actions>
            </form>
        </Section>
    }
}
