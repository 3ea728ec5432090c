//! What happened to a topic, in words.

use super::t;
use crate::service::talk::timeline::Told;
use domain::text::Lang;
use domain::topic::{By, Happening};

/// What happened and in whose part; the other topic, the vote and the reason stand beside it.
pub fn sentence(lang: Lang, told: &Told) -> String {
    match told.row.happening.0 {
        Happening::Proposed => t(lang, "timeline-proposed"),
        Happening::MergeProposed => t(lang, "timeline-merge-proposed"),
        Happening::MergeRefused => t(lang, "timeline-merge-refused"),
        Happening::MergeWithdrawn => t(lang, "timeline-merge-withdrawn"),
        Happening::Merged => t(lang, "timeline-merged"),
        Happening::Absorbed => t(lang, "timeline-absorbed"),
        Happening::Shortlisted if told.round.is_some() => t(lang, "timeline-chosen"),
        Happening::Shortlisted => t(lang, "timeline-shortlisted"),
        Happening::Scheduled => t(lang, "timeline-scheduled"),
        Happening::Answered => t(lang, "timeline-answered"),
        Happening::Declined => t(lang, "timeline-declined"),
        Happening::Reopened => t(lang, "timeline-reopened"),
        Happening::Hidden => t(lang, "timeline-hidden"),
        Happening::Restored => t(lang, "timeline-restored"),
        Happening::Edited if told.row.done_by.0 == By::Author => t(lang, "timeline-edited-author"),
        Happening::Edited => t(lang, "timeline-edited-organisers"),
        Happening::Recorded => t(lang, "timeline-recorded"),
        Happening::Passed => t(lang, "timeline-passed"),
        Happening::PassAccepted => t(lang, "timeline-pass-accepted"),
        Happening::PassDeclined => t(lang, "timeline-pass-declined"),
        Happening::PassWithdrawn => t(lang, "timeline-pass-withdrawn"),
        Happening::Raised => t(lang, "timeline-raised"),
        Happening::Commented => String::new(),
    }
}
