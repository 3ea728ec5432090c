//! The form that makes a round.

use crate::form::Submitted;
use crate::page::lang;
use crate::pages::invitations::audience_fields;
use crate::text::t;
use crate::ui::{Checkbox, Choice, Choices, ErrorSummary, Field, TextPair};
use leptos::prelude::*;

/// Values, words, and what they mean.
const METHODS: [(&str, &str, &str); 4] = [
    ("approval", "round-method-approval", "round-method-approval-note"),
    ("score", "round-method-score", "round-method-score-note"),
    ("ranked", "round-method-ranked", "round-method-ranked-note"),
    ("equal_shares", "round-method-equal-shares", "round-method-equal-shares-note"),
];
const KINDS: [(&str, &str, &str); 2] =
    [("approve", "round-kind-approve", "round-kind-approve-note"), ("scores", "round-kind-scores", "round-kind-scores-note")];
const VOTERS: [(&str, &str, &str); 3] = [
    ("registered", "round-voters-registered", "round-voters-registered-note"),
    ("members", "round-voters-members", "round-voters-members-note"),
    ("audience", "round-voters-audience", "round-voters-audience-note"),
];

/// Its fields; `place` is where the clock is that its times are read from.
pub fn fields(form: &Submitted, topics: Vec<Choice>, place: &str) -> impl IntoView + use<> {
    let lang = lang();
    let one = |(value, label, note): &(&str, &str, &str)| Choice::new(*value, t(lang, label)).note(t(lang, note));
    let offered = |choices: &[(&str, &str, &str)]| choices.iter().map(one).collect::<Vec<_>>();
    let (methods, kinds, voters) = (offered(&METHODS), offered(&KINDS), offered(&VOTERS));
    let (opens, closes) = (t!(lang, "round-opens-note", place = place.to_owned()), t!(lang, "round-closes-note", place = place.to_owned()));
    let wrong = form.fault("audience").map(|fault| crate::text::fault(lang, fault));
    let wrong = wrong.map(|said| view! { <p class="error">{said}</p> });
    let given = ["audience.segments", "audience.countries", "audience.competences"];
    let narrowed = given.iter().any(|field| form.given(field).is_some() || form.fault(field).is_some()) || form.fault("audience").is_some();
    view! {
        <form class="mine" method="post" novalidate=true aria-label=t(lang, "round-new")>
            <section>
                <ErrorSummary form=form/>
                <TextPair form=form name="title" label=t(lang, "round-title") help=t(lang, "round-title-note") max=200usize/>
                <Choices form=form name="method" label=t(lang, "round-method") choices=methods/>
                <details open=form.has("method", "equal_shares")>
                    <summary>{t(lang, "round-shares-more")}</summary>
                    <div>
                        <Choices form=form name="kind" label=t(lang, "round-kind") choices=kinds/>
                        <div class="field">
                            <label class="choice"><input type="checkbox" name="utility" value="item" checked=form.has("utility", "item")/><span>{t(lang, "round-utility-item")}<small>{t(lang, "round-utility-item-note")}</small></span></label>
                        </div>
                    </div>
                </details>
                <Field form=form name="minutes" label=t(lang, "round-minutes") help=t(lang, "round-minutes-note") kind="number" narrow=true optional=true/>
                <Field form=form name="winners" label=t(lang, "round-winners") kind="number" narrow=true optional=true/>
                <Field form=form name="max_choices" label=t(lang, "round-max-choices") kind="number" narrow=true optional=true/>
                <Field form=form name="opens_at" label=t(lang, "round-opens-at") help=opens kind="datetime-local" optional=true/>
                <Field form=form name="closes_at" label=t(lang, "round-closes-at") help=closes kind="datetime-local"/>
                <Choices form=form name="topics" label=t(lang, "round-topics") choices=topics many=true tight=true/>
                <Choices form=form name="voters" label=t(lang, "round-voters") choices=voters/>
                <details open=narrowed id="audience">
                    <summary>{t(lang, "round-audience")}</summary>
                    <div>{wrong} {audience_fields(form)}</div>
                </details>
                <Field form=form name="quorum" label=t(lang, "round-quorum") help=t(lang, "round-quorum-note") kind="number" narrow=true optional=true/>
                <Checkbox form=form name="secret" label=t(lang, "round-secret-choice") note=t(lang, "round-secret")/>
                <p class="small quiet">{t(lang, "round-not-secret")}</p>
                <p class="actions"><button class="button main" type="submit">{t(lang, "round-make")}</button></p>
            </section>
        </form>
    }
}
