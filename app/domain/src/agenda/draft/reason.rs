//! Why a task has no place in a draft.

use super::{Draft, Ground, Problem, Stretch, Task};

/// The first of these that is true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is longer than any of the hours: so many minutes.
    TooLong(i64),
    /// Every room holds fewer than are expected: the largest holds so many.
    RoomsTooSmall(u32),
    /// Somebody can be there, but never as long as it is.
    VoiceAbsent(usize),
    /// Those who speak or lead can never be there together.
    VoicesApart,
    /// What stays where it is leaves no stretch as long as it is; the longest has so many minutes.
    NoHole(i64),
    /// What weighs more has taken the places where it could be.
    Taken,
}

impl Reason {
    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::TooLong(_) => "longer_than_hours",
            Self::RoomsTooSmall(_) => "rooms_too_small",
            Self::VoiceAbsent(_) => "speaker_unavailable",
            Self::VoicesApart => "speakers_never_together",
            Self::NoHole(_) => "no_hole",
            Self::Taken => "taken",
        }
    }
}

impl Problem {
    /// Why the task has no place in the draft; nothing where it has one.
    pub fn reason(&self, ground: &Ground, draft: &Draft, i: usize) -> Option<Reason> {
        if draft.get(i).is_none_or(Option::is_some) {
            return None;
        }
        let task = self.tasks.get(i)?;
        let longest = self.hours.iter().map(|hours| hours.to - hours.from).max().unwrap_or(0);
        if longest < task.minutes {
            return Some(Reason::TooLong(longest));
        }
        let fits = |holds: &Option<u32>| holds.is_none_or(|holds| holds >= task.expected);
        if !self.rooms.iter().any(|room| fits(&room.holds)) {
            return Some(Reason::RoomsTooSmall(self.rooms.iter().filter_map(|room| room.holds).max().unwrap_or(0)));
        }
        if let Some(voice) = task.voices.iter().find(|voice| !self.ever_there(task, &[**voice])) {
            return Some(Reason::VoiceAbsent(*voice));
        }
        if !self.ever_there(task, &task.voices) {
            return Some(Reason::VoicesApart);
        }
        if ground.starts.get(i).is_none_or(Vec::is_empty) {
            return Some(Reason::NoHole(self.longest_hole(task)));
        }
        Some(Reason::Taken)
    }

    /// Whether these can be there within the hours as long as the task is.
    fn ever_there(&self, task: &Task, voices: &[usize]) -> bool {
        let mut both = self.hours.clone();
        for hours in voices.iter().filter_map(|voice| self.voices.get(*voice)?.as_ref()) {
            both = both.iter().flat_map(|one| hours.iter().map(|other| meet(*one, *other))).collect();
        }
        both.iter().any(|stretch| super::ground::first_step(stretch.from) + task.minutes <= stretch.to)
    }

    /// The longest stretch within the hours beside which nothing stays that the task could not be with.
    fn longest_hole(&self, task: &Task) -> i64 {
        let mut longest = 0;
        for room in 0..self.rooms.len() {
            let blocks = |fixed: &&super::Fixed| {
                task.for_all || fixed.for_all || fixed.room == Some(room) || super::check::share(&task.voices, &fixed.voices)
            };
            let mut taken: Vec<Stretch> = self
                .fixed
                .iter()
                .filter(blocks)
                .map(|fixed| {
                    let pause = if fixed.is_break { 0 } else { self.pause };
                    Stretch { from: fixed.at.from - pause, to: fixed.at.to + pause }
                })
                .collect();
            taken.sort();
            for hours in &self.hours {
                let mut from = hours.from;
                for one in &taken {
                    longest = longest.max(one.from.min(hours.to) - from);
                    from = from.max(one.to);
                }
                longest = longest.max(hours.to - from);
            }
        }
        longest
    }
}

fn meet(one: Stretch, other: Stretch) -> Stretch {
    Stretch { from: one.from.max(other.from), to: one.to.min(other.to) }
}
