//! Words that several pages about topics share.

use crate::text::t;
use crate::ui::Choice;
use crate::when::{Form, short_date};
use domain::comment::Complaint;
use domain::text::Lang;

/// A stored day in words.
pub fn day(lang: Lang, stored: &str) -> String {
    stored.parse().map_or_else(|_| stored.to_owned(), |date| short_date(lang, date, Form::Is))
}

/// Why something is reported.
pub fn complaint(lang: Lang, complaint: Complaint) -> String {
    match complaint {
        Complaint::Insult => t(lang, "report-insult"),
        Complaint::Private => t(lang, "report-private"),
        Complaint::Confidential => t(lang, "report-confidential"),
        Complaint::OffTopic => t(lang, "report-off-topic"),
        Complaint::Other => t(lang, "report-other"),
    }
}

const COMPLAINTS: [Complaint; 5] = [Complaint::Insult, Complaint::Private, Complaint::Confidential, Complaint::OffTopic, Complaint::Other];

/// All reasons, in the order of asking.
pub fn complaints(lang: Lang) -> Vec<Choice> {
    COMPLAINTS.into_iter().map(|one| Choice::new(<&str>::from(one), complaint(lang, one))).collect()
}
