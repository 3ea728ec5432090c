//! The ballot.

use super::words::{rule, voters};
use crate::form::Submitted;
use crate::text::t;
use crate::ui::{Choice as Answer, Choices, ErrorSummary, Notice, Scale, Select};
use backend::entity::{round, round_topic, topic};
use backend::service::rounds::Booth;
use domain::text::Lang;
use domain::voting::{Choice, Kind, Method, SCORE_MAX, Scores};
use leptos::prelude::*;

/// Places to choose from: in longer lists people share them, and a list of so many for each topic would be a book.
const MOST_PLACES: usize = 50;

/// The form filled as the voter's ballot is.
pub fn typed_from(booth: &Booth) -> Submitted {
    let empty = Submitted::empty();
    match &booth.choice {
        None => empty,
        Some(Choice::Approve(ids)) => ids.iter().fold(empty, |form, id| form.with("approve", id.clone())),
        Some(Choice::Scores(Scores(pairs))) => pairs.iter().fold(empty, |form, (id, score)| form.with(&score_field(id), score.to_string())),
        Some(Choice::Ranking(groups)) => {
            let placed = (1..).zip(groups).flat_map(|(place, ids)| ids.iter().map(move |id| (id, place)));
            placed.fold(empty, |form, (id, place): (_, usize)| form.with(&place_field(id), place.to_string()))
        }
    }
}

/// The choice that a form holds.
pub fn choice_of(form: &Submitted, kind: Kind, topics: &[(round_topic::Model, topic::Model)]) -> Choice {
    let ids = topics.iter().map(|(row, _)| row.topic_id.to_string());
    match kind {
        Kind::Approve => Choice::Approve(form.all("approve").map(str::to_owned).collect()),
        Kind::Scores => {
            let score = |id: String| form.get(&score_field(&id)).parse().ok().filter(|score| *score > 0).map(|score| (id, score));
            Choice::Scores(Scores(ids.filter_map(score).collect()))
        }
        Kind::Ranking => {
            // Gaps between places mean nothing.
            let mut placed: Vec<(usize, String)> =
                ids.filter_map(|id| form.get(&place_field(&id)).parse().ok().map(|place| (place, id))).collect();
            placed.sort_by_key(|(place, _)| *place);
            let groups = placed.chunk_by(|(one, _), (other, _)| one == other);
            Choice::Ranking(groups.map(|group| group.iter().map(|(_, id)| id.clone()).collect()).collect())
        }
    }
}

fn score_field(id: &str) -> String {
    format!("score-{id}")
}

fn place_field(id: &str) -> String {
    format!("place-{id}")
}

/// The ballot of somebody who may vote; `voter` tells people on one device apart.
pub fn booth_view(lang: Lang, booth: &Booth, form: &Submitted, voter: &str) -> AnyView {
    let round = &booth.round;
    if booth.is_kept() {
        return view! { <Notice calm=true title=t(lang, "round-you-voted")><p>{t(lang, "round-ballot-kept")}</p></Notice> }.into_any();
    }
    let secrecy = if round.secret { t(lang, "round-secret") } else { t(lang, "round-not-secret") };
    let fields = match round.kind.0 {
        Kind::Approve => approvals(lang, booth, form),
        Kind::Scores => scores(lang, booth, form),
        Kind::Ranking => places(lang, booth, form),
    };
    let quorum = round.quorum.map(|quorum| t!(lang, "round-quorum-needed", n = quorum));
    let facts = [Some(t(lang, "round-sealed-until")), Some(secrecy), Some(rule(lang, round)), Some(voters(lang, round)), quorum];
    let facts = facts.into_iter().flatten().map(|fact| view! { <p class="small quiet">{fact}</p> }).collect_view();
    view! {
        {booth.voted.then(|| view! { <Notice calm=true title=t(lang, "round-you-voted")><p>{t(lang, "round-you-voted-next")}</p></Notice> })}
        <div class="cols side">
            <form class="mine" method="post" novalidate=true aria-label=t(lang, "round-ballot") data-ballot=voter.to_owned()>
                <section>
                    <p id="ballot-kept" class="notice calm" role="status" tabindex="-1" hidden=true>{t(lang, "round-kept-here")}</p>
                    <ErrorSummary form=form/>
                    {fields}
                    <p class="small quiet">{t(lang, "round-order")}</p>
                    <p class="actions">
                        <button class="button main" type="submit">{if booth.voted { t(lang, "round-replace") } else { t(lang, "round-vote") }}</button>
                    </p>
                </section>
            </form>
            <aside class="aside">
                <h2>{t(lang, "round-how")}</h2>
                {facts}
            </aside>
        </div>
    }
    .into_any()
}

fn label(lang: Lang, (row, topic): &(round_topic::Model, topic::Model)) -> String {
    format!("{}. {}", topic.number, topic.title.0.pick(lang)) + &t!(lang, "round-minutes-after", n = row.minutes)
}

fn most(lang: Lang, round: &round::Model, free: &str) -> String {
    match round.max_choices {
        Some(most) => t!(lang, "round-choose-most", n = most),
        None => t(lang, free),
    }
}

fn approvals(lang: Lang, booth: &Booth, form: &Submitted) -> AnyView {
    let choices = booth.topics.iter().map(|one| Answer::new(one.0.topic_id.to_string(), label(lang, one))).collect();
    let help = most(lang, &booth.round, "round-choose");
    view! { <Choices form=form name="approve" label=t(lang, "round-which") help=help choices=choices many=true/> }.into_any()
}

fn scores(lang: Lang, booth: &Booth, form: &Submitted) -> AnyView {
    let one = |one: &(round_topic::Model, topic::Model)| {
        let name = score_field(&one.0.topic_id.to_string());
        view! { <Scale form=form name=&name label=label(lang, one) to=SCORE_MAX/> }.into_any()
    };
    let rows = booth.topics.iter().map(one).collect_view();
    let help =
        most(lang, &booth.round, if booth.round.method.0 == Method::EqualShares { "round-score-shares" } else { "round-score-help" });
    view! { <h2 class="formhead" id="scores">{t(lang, "round-how-much")}</h2> <p class="quiet">{help}</p> {rows} }.into_any()
}

fn places(lang: Lang, booth: &Booth, form: &Submitted) -> AnyView {
    let last = booth.topics.len().min(MOST_PLACES);
    let options = || (1..=last).map(|place| (place.to_string(), t!(lang, "round-place", n = place))).collect::<Vec<_>>();
    let options = || std::iter::once((String::new(), t(lang, "round-unranked"))).chain(options()).collect::<Vec<_>>();
    let one = |one: &(round_topic::Model, topic::Model)| {
        let name = place_field(&one.0.topic_id.to_string());
        view! { <div class="placed"><Select form=form name=&name label=label(lang, one) options=options()/></div> }.into_any()
    };
    let rows = booth.topics.iter().map(one).collect_view();
    let help = match booth.round.max_choices {
        Some(most) => t!(lang, "round-rank-most", n = most),
        None => t(lang, "round-rank-help"),
    };
    view! { <h2 class="formhead" id="ranking">{t(lang, "round-which-order")}</h2> <p class="quiet">{help}</p> {rows} }.into_any()
}
