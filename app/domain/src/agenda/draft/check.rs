//! What must hold of a draft, straight from the rule: whoever made it, this says whether it may be shown.

use super::{Draft, Placement, Problem, STEP, Stretch, Task, Thing};

/// A rule that a draft breaks; tasks are named by their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Violation {
    /// There is not one placement or none for each task.
    Incomplete,
    /// It does not begin at a step.
    OffGrid(usize),
    /// It is not all within one of the hours.
    OutsideHours(usize),
    /// There is no such room, or it holds fewer than are expected.
    RoomTooSmall(usize),
    /// Somebody who speaks or leads cannot be there.
    VoiceAbsent(usize, usize),
    /// At the same time, or without the pause, as something that has the room, somebody who speaks or all people.
    TooNear(usize, Thing),
}

impl Problem {
    /// Every rule that the draft breaks.
    pub fn check(&self, draft: &Draft) -> Vec<Violation> {
        let mut found = Vec::new();
        if draft.len() != self.tasks.len() {
            found.push(Violation::Incomplete);
        }
        let placed: Vec<(usize, &Task, Placement)> =
            self.tasks.iter().zip(draft).enumerate().filter_map(|(i, (task, placed))| Some((i, task, (*placed)?))).collect();
        for (n, (i, task, own)) in placed.iter().enumerate() {
            self.check_alone(*i, task, *own, &mut found);
            let at = task.at(own.at);
            for (k, fixed) in self.fixed.iter().enumerate() {
                let together = fixed.room == Some(own.room) || share(&task.voices, &fixed.voices) || task.for_all || fixed.for_all;
                let pause = if fixed.is_break { 0 } else { self.pause };
                if together && are_nearer(at, fixed.at, pause) {
                    found.push(Violation::TooNear(*i, Thing::Fixed(k)));
                }
            }
            for (j, other, there) in placed.iter().skip(n + 1) {
                let together = own.room == there.room || share(&task.voices, &other.voices) || task.for_all || other.for_all;
                if together && are_nearer(at, other.at(there.at), self.pause) {
                    found.push(Violation::TooNear(*i, Thing::Task(*j)));
                }
            }
        }
        found
    }

    fn check_alone(&self, i: usize, task: &Task, placed: Placement, found: &mut Vec<Violation>) {
        let at = task.at(placed.at);
        if placed.at.rem_euclid(STEP) != 0 {
            found.push(Violation::OffGrid(i));
        }
        if !self.hours.iter().any(|hours| hours.holds(at)) {
            found.push(Violation::OutsideHours(i));
        }
        if self.rooms.get(placed.room).is_none_or(|room| room.holds.is_some_and(|holds| holds < task.expected)) {
            found.push(Violation::RoomTooSmall(i));
        }
        let absent = task.voices.iter().filter(|voice| !self.is_there(**voice, at));
        found.extend(absent.map(|voice| Violation::VoiceAbsent(i, *voice)));
    }
}

/// Whether somebody is in both.
pub(super) fn share(one: &[usize], other: &[usize]) -> bool {
    one.iter().any(|voice| other.contains(voice))
}

/// Whether they overlap or fewer minutes lie between them.
pub(super) fn are_nearer(one: Stretch, other: Stretch, pause: i64) -> bool {
    one.from < other.to + pause && other.from < one.to + pause
}
