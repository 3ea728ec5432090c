//! Where each task can be placed as long as it is the only one.

use super::check::{are_nearer, share};
use super::{Problem, STEP, Stretch, Task, Thing};

/// A minute at which a task can begin if no other is in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Start {
    /// The minute.
    pub at: i64,
    /// The rooms it can then have: bit 0 is the first of [`Problem::rooms`].
    pub rooms: u64,
    /// How many want something that stays and takes place then.
    pub collisions: i64,
    /// As [`super::Figures::night`].
    pub night: i64,
    /// As [`super::Figures::wait`].
    pub wait: i64,
}

/// All of them, and what the tasks have to do with each other.
#[derive(Clone, Debug)]
pub struct Ground {
    /// Of each task, by their minute.
    pub starts: Vec<Vec<Start>>,
    /// For each task and each other one: whether they must be apart whatever their rooms.
    pub apart: Vec<Vec<bool>>,
    /// For each task and each other one: how many want both.
    pub people: Vec<Vec<i64>>,
    /// The rooms from the smallest on, those of which it is not said last.
    pub rooms: Vec<usize>,
}

impl Problem {
    /// Where everything can be, each task looked at alone.
    pub fn ground(&self) -> Ground {
        let count = self.tasks.len();
        let mut people = vec![vec![0; count]; count];
        for wish in &self.wishes {
            let Thing::Task(other) = wish.other else { continue };
            for (one, other) in [(wish.task, other), (other, wish.task)] {
                if let Some(cell) = people.get_mut(one).and_then(|row: &mut Vec<i64>| row.get_mut(other)) {
                    *cell += i64::from(wish.people);
                }
            }
        }
        let apart = |one: &Task| self.tasks.iter().map(|other| one.for_all || other.for_all || share(&one.voices, &other.voices)).collect();
        let mut rooms: Vec<usize> = (0..self.rooms.len()).collect();
        rooms.sort_by_key(|i| self.rooms.get(*i).map_or((true, 0), |room| (room.holds.is_none(), room.holds.unwrap_or(0))));
        Ground {
            starts: self.tasks.iter().enumerate().map(|(i, task)| self.starts(i, task)).collect(),
            apart: self.tasks.iter().map(apart).collect(),
            people,
            rooms,
        }
    }

    fn starts(&self, i: usize, task: &Task) -> Vec<Start> {
        let of_hours = |hours: &Stretch| {
            let first = first_step(hours.from);
            let last = hours.to - task.minutes;
            (0..).map(move |n| first + n * STEP).take_while(move |at| *at <= last)
        };
        self.hours.iter().flat_map(of_hours).filter_map(|at| self.start(i, task, at)).collect()
    }

    fn start(&self, i: usize, task: &Task, from: i64) -> Option<Start> {
        let at = task.at(from);
        if !task.voices.iter().all(|voice| self.is_there(*voice, at)) {
            return None;
        }
        let holds = |room: &super::Place| room.holds.is_none_or(|holds| holds >= task.expected);
        let mut rooms = self.rooms.iter().enumerate().filter(|(_, room)| holds(room)).fold(0, |mask, (n, _)| mask | 1u64 << n);
        for fixed in &self.fixed {
            let pause = if fixed.is_break { 0 } else { self.pause };
            if !are_nearer(at, fixed.at, pause) {
                continue;
            }
            if task.for_all || fixed.for_all || share(&task.voices, &fixed.voices) {
                return None;
            }
            if let Some(room) = fixed.room {
                rooms &= !(1u64 << room);
            }
        }
        let beside = self.wishes.iter().filter(|wish| wish.task == i).filter_map(|wish| match wish.other {
            Thing::Fixed(k) => self.fixed.get(k).filter(|fixed| fixed.at.common(at) > 0).map(|_| i64::from(wish.people)),
            Thing::Task(_) => None,
        });
        (rooms != 0).then(|| Start {
            at: from,
            rooms,
            collisions: beside.sum(),
            night: task.weight() * self.night_minutes(at),
            wait: self.since_begin(from),
        })
    }
}

/// The first start from a minute on.
pub(super) fn first_step(minute: i64) -> i64 {
    minute + (-minute).rem_euclid(STEP)
}
