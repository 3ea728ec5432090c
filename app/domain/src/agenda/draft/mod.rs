//! The draft of an agenda: what was promised is placed into the hours, rooms and people that there are.
//!
//! Everything here counts minutes from one instant; who asks knows what they mean on the clocks. What must hold is said by
//! [`Problem::check`], what is better than what by [`Figures`], whose order is the order of its fields.

mod check;
mod figures;
mod ground;
mod proven;
mod reason;
mod search;
#[cfg(test)]
mod tests;

use super::STEP_MINUTES;

pub use check::Violation;
pub use figures::Figures;
pub use ground::{Ground, Start};
pub use reason::Reason;
pub use search::{effort, search};

/// Starts are at multiples of this many minutes.
pub const STEP: i64 = STEP_MINUTES as i64;

/// From one minute to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stretch {
    /// The first minute of it.
    pub from: i64,
    /// The first minute after it.
    pub to: i64,
}

/// A room to be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// How many people it holds, where that is said.
    pub holds: Option<u32>,
}

/// What stays where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fixed {
    /// When it takes place.
    pub at: Stretch,
    /// Which of the rooms it takes; none is another place.
    pub room: Option<usize>,
    /// Nothing else takes place meanwhile.
    pub for_all: bool,
    /// A break, beside which nobody needs a pause.
    pub is_break: bool,
    /// Who speaks or leads, by their place in [`Problem::voices`].
    pub voices: Vec<usize>,
}

/// What is to be placed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Its length.
    pub minutes: i64,
    /// How many want it.
    pub votes: u32,
    /// Nothing else takes place meanwhile.
    pub for_all: bool,
    /// How many people its room must hold.
    pub expected: u32,
    /// Who speaks or leads, by their place in [`Problem::voices`].
    pub voices: Vec<usize>,
}

/// One of what a wish is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thing {
    /// By its place in [`Problem::tasks`].
    Task(usize),
    /// By its place in [`Problem::fixed`].
    Fixed(usize),
}

/// So many people want both, and cannot be at both at the same time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    /// To be placed.
    pub task: usize,
    /// A later task, or what stays where it is.
    pub other: Thing,
    /// How many.
    pub people: u32,
}

/// What is to be placed where, and what must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problem {
    /// When something may take place, in order, never touching.
    pub hours: Vec<Stretch>,
    /// Minutes between two sessions that have a room or somebody in common, or of which one is for all.
    pub pause: i64,
    /// The rooms, at most 64.
    pub rooms: Vec<Place>,
    /// What stays.
    pub fixed: Vec<Fixed>,
    /// What is to be placed.
    pub tasks: Vec<Task>,
    /// When each of those who speak or lead can be there; none is always.
    pub voices: Vec<Option<Vec<Stretch>>>,
    /// What is better not at the same time.
    pub wishes: Vec<Wish>,
    /// When it is night for how many of those who follow from afar.
    pub night: Vec<(Stretch, u32)>,
}

/// Where one task is placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Placement {
    /// The minute it begins.
    pub at: i64,
    /// By its place in [`Problem::rooms`].
    pub room: usize,
}

/// A draft: a placement for each task, in their order, as far as there is one.
pub type Draft = Vec<Option<Placement>>;

impl Stretch {
    /// How many minutes two have in common.
    pub fn common(self, other: Self) -> i64 {
        (self.to.min(other.to) - self.from.max(other.from)).max(0)
    }

    /// Whether the other lies within it.
    pub fn holds(self, other: Self) -> bool {
        self.from <= other.from && other.to <= self.to
    }
}

impl Task {
    /// When it takes place if it begins then.
    pub fn at(&self, from: i64) -> Stretch {
        Stretch { from, to: from + self.minutes }
    }
}

impl Problem {
    /// How far a start is from the first minute of all hours, with what lies between the hours left out but for the pause.
    pub fn since_begin(&self, at: i64) -> i64 {
        let mut before = 0;
        for (i, stretch) in self.hours.iter().enumerate() {
            if at < stretch.to {
                return before + (at - stretch.from).max(0);
            }
            let gap = self.hours.get(i + 1).map_or(0, |next| next.from - stretch.to);
            before += stretch.to - stretch.from + gap.min(self.pause);
        }
        before
    }

    /// Whether a voice can be there all the time.
    pub fn is_there(&self, voice: usize, at: Stretch) -> bool {
        self.voices.get(voice).and_then(Option::as_ref).is_none_or(|hours| hours.iter().any(|there| there.holds(at)))
    }
}
