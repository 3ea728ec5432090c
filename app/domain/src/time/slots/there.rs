//! What one start is to one person.

use super::{Night, Place, Question, Runs, ThereAndThen, Weigh};
use crate::time::Zone;
use jiff::Timestamp;

/// What a start is in a zone; a meeting longer than a day is judged by its first.
pub fn there(zone: &Zone, start: Timestamp, minutes: u32) -> Option<ThereAndThen> {
    let question = Question {
        dates: Vec::new(),
        duration_minutes: minutes.clamp(1, 1_440),
        step_minutes: 30,
        places: vec![Place { zone, count: 1, past: 0.0 }],
        runs: Runs::One,
        night: Night::default(),
        weigh: Weigh::Zone,
        limit: 1,
    };
    question.weigh_up(&[start]).by_zone.pop()
}
