//! The ballot.

use crate::form::Submitted;
use crate::text::t;
use crate::ui::{Choice as Answer, Choices, ErrorSummary, Notice, Select};
use backend::entity::{round_topic, topic};
use backend::service::rounds::Booth;
use domain::text::Lang;
use domain::voting::{Choice, Method, Scores};
use leptos::prelude::*;

/// The form filled as the voter's ballot is.
pub fn typed_from(booth: &Booth) -> Submitted {
    match &booth.choice {
        Some(Choice::Approve(ids)) => ids.iter().fold(Submitted::empty(), |form, id| form.with("approve", id.clone())),
        Some(Choice::Scores(Scores(pairs))) => {
            pairs.iter().fold(Submitted::empty(), |form, (id, score)| form.with(&field(id), score.to_string()))
        }
        _ => Submitted::empty(),
    }
}

/// The choice that a form holds.
pub fn choice_of(form: &Submitted, method: Method, topics: &[(round_topic::Model, topic::Model)]) -> Choice {
    match method {
        Method::Score => {
            let score = |(row, _): &(round_topic::Model, topic::Model)| {
                let id = row.topic_id.to_string();
                form.get(&field(&id)).parse().ok().filter(|score| *score > 0).map(|score| (id, score))
            };
            Choice::Scores(Scores(topics.iter().filter_map(score).collect()))
        }
        _ => Choice::Approve(form.all("approve").map(str::to_owned).collect()),
    }
}

fn field(id: &str) -> String {
    format!("score-{id}")
}

/// The ballot of somebody who may vote.
pub fn booth_view(lang: Lang, booth: &Booth, form: &Submitted) -> impl IntoView + use<> {
    let round = &booth.round;
    let label = |row: &round_topic::Model, topic: &topic::Model| {
        format!("{}. {}", topic.number, topic.title.0.pick(lang)) + &t!(lang, "round-minutes-after", n = row.minutes)
    };
    let fields = if round.method.0 == Method::Score {
        let options = || (0..=5).map(|score| (score.to_string(), score.to_string())).collect::<Vec<_>>();
        let one = |(row, topic): &(round_topic::Model, topic::Model)| {
            let name = field(&row.topic_id.to_string());
            view! { <Select form=form name=&name label=label(row, topic) options=options()/> }.into_any()
        };
        booth.topics.iter().map(one).collect_view().into_any()
    } else {
        let choices = booth.topics.iter().map(|(row, topic)| Answer::new(row.topic_id.to_string(), label(row, topic))).collect();
        let help = match round.max_choices {
            Some(most) => t!(lang, "round-choose-most", n = most),
            None => t(lang, "round-choose"),
        };
        view! { <Choices form=form name="approve" label=t(lang, "round-which") help=help choices=choices many=true/> }.into_any()
    };
    let secrecy = if round.secret { t(lang, "round-secret") } else { t(lang, "round-not-secret") };
    view! {
        {booth.voted.then(|| view! { <Notice calm=true title=t(lang, "round-you-voted")><p>{t(lang, "round-you-voted-next")}</p></Notice> })}
        <div class="cols side">
            <form class="mine" method="post" novalidate=true aria-label=t(lang, "round-ballot")>
                <section>
                    <ErrorSummary form=form/>
                    {fields}
                    <p class="actions">
                        <button class="button main" type="submit">{if booth.voted { t(lang, "round-replace") } else { t(lang, "round-vote") }}</button>
                    </p>
                </section>
            </form>
            <aside class="aside">
                <h2>{t(lang, "round-how")}</h2>
                <p class="small quiet">{t(lang, "round-sealed-until")}</p>
                <p class="small quiet">{secrecy}</p>
                <p class="small quiet">{rule(lang, round.winners, round.minutes)}</p>
            </aside>
        </div>
    }
}

/// What is chosen in the end.
pub fn rule(lang: Lang, winners: Option<i32>, minutes: Option<i32>) -> String {
    match (winners, minutes) {
        (Some(winners), Some(minutes)) => t!(lang, "round-rule-both", n = winners, minutes = minutes),
        (Some(winners), None) => t!(lang, "round-rule-winners", n = winners),
        (None, Some(minutes)) => t!(lang, "round-rule-minutes", minutes = minutes),
        (None, None) => t(lang, "round-rule-all"),
    }
}
