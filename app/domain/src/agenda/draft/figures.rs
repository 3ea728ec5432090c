//! What is better than what: four figures, of which an earlier one always decides.

use super::{Draft, Problem, Stretch, Task, Thing, Wish};
use std::cmp::Reverse;

/// A draft in figures, in the order of what they weigh: the smaller of two is the better draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Figures {
    /// Of everything placed its minutes, each as often as somebody wants it and once more.
    pub worth: Reverse<i64>,
    /// How many, counted for each pair, want two things that are at the same time.
    pub collisions: i64,
    /// Minutes at night of those who follow from afar, each as often as somebody wants what takes place then and once more.
    pub night: i64,
    /// How many minutes after the first one everything begins, added up.
    pub wait: i64,
}

impl Task {
    /// What a minute of it weighs.
    pub fn weight(&self) -> i64 {
        1 + i64::from(self.votes)
    }

    /// What it is worth to place it.
    pub fn worth(&self) -> i64 {
        self.minutes * self.weight()
    }
}

impl Problem {
    /// The draft in figures.
    pub fn figures(&self, draft: &Draft) -> Figures {
        let placed = self.tasks.iter().zip(draft).filter_map(|(task, placed)| Some((task, placed.as_ref()?.at)));
        let mut figures =
            Figures { worth: Reverse(0), collisions: self.collisions(draft).map(|wish| i64::from(wish.people)).sum(), night: 0, wait: 0 };
        for (task, at) in placed {
            figures.worth.0 += task.worth();
            figures.night += task.weight() * self.night_minutes(task.at(at));
            figures.wait += self.since_begin(at);
        }
        figures
    }

    /// How many minutes of night a stretch is, added up over those who follow from afar.
    pub fn night_minutes(&self, at: Stretch) -> i64 {
        self.night.iter().map(|(night, people)| night.common(at) * i64::from(*people)).sum()
    }

    /// What at least two people want and a draft has at the same time.
    pub fn collisions<'a>(&'a self, draft: &'a Draft) -> impl Iterator<Item = &'a Wish> {
        let task = |i: usize| Some(self.tasks.get(i)?.at(draft.get(i)?.as_ref()?.at));
        let at = move |thing: Thing| match thing {
            Thing::Task(i) => task(i),
            Thing::Fixed(k) => self.fixed.get(k).map(|fixed| fixed.at),
        };
        self.wishes
            .iter()
            .filter(move |wish| at(Thing::Task(wish.task)).zip(at(wish.other)).is_some_and(|(one, other)| one.common(other) > 0))
    }
}
