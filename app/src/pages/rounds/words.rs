//! What a round is called and how it decides, in a sentence.

use crate::text::t;
use backend::entity::round;
use domain::text::Lang;
use domain::voting::{Method, Utility, Voters};

/// The method and whether it was secret: "Equal-shares vote, secret."
pub fn method(lang: Lang, round: &round::Model) -> String {
    let key = match (round.method.0, round.secret) {
        (Method::Approval, true) => "round-approval-secret",
        (Method::Approval, false) => "round-approval",
        (Method::Score, true) => "round-score-secret",
        (Method::Score, false) => "round-score",
        (Method::Ranked, true) => "round-ranked-secret",
        (Method::Ranked, false) => "round-ranked",
        (Method::EqualShares, true) => "round-shares-secret",
        (Method::EqualShares, false) => "round-shares",
    };
    t(lang, key)
}

/// What is chosen in the end.
pub fn rule(lang: Lang, round: &round::Model) -> String {
    let how = match round.method.0 {
        Method::Ranked => Some(t(lang, "round-rule-ranked")),
        Method::EqualShares => Some(t!(lang, "round-rule-shares", minutes = round.minutes.unwrap_or_default())),
        _ => None,
    };
    let most = match (round.method.0, round.winners, round.minutes) {
        (Method::EqualShares | Method::Ranked, Some(winners), _) => Some(t!(lang, "round-rule-at-most", n = winners)),
        (Method::EqualShares, None, _) => None,
        (_, Some(winners), Some(minutes)) => Some(t!(lang, "round-rule-both", n = winners, minutes = minutes)),
        (_, Some(winners), None) => Some(t!(lang, "round-rule-winners", n = winners)),
        (_, None, Some(minutes)) => Some(t!(lang, "round-rule-minutes", minutes = minutes)),
        (_, None, None) => Some(t(lang, "round-rule-all")),
    };
    let worth = (round.method.0 == Method::EqualShares && round.utility.0 == Utility::Item).then(|| t(lang, "round-rule-item"));
    [how, most, worth].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Who may vote.
pub fn voters(lang: Lang, round: &round::Model) -> String {
    match round.voters.0 {
        Voters::Registered => t(lang, "round-voters-registered"),
        Voters::Members => t(lang, "round-voters-members"),
        Voters::Audience => t(lang, "round-voters-audience"),
    }
}

/// A figure with one place behind the comma, or none where it is whole.
pub fn decimal(lang: Lang, value: f64) -> String {
    let said = if (value - value.round()).abs() < 0.005 { format!("{value:.0}") } else { format!("{value:.2}") };
    if lang == Lang::Lv { said.replace('.', ",") } else { said }
}
