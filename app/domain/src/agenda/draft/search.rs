//! A good draft, found by taking some of it out and putting it back better, again and again: the same draft on any machine.
//!
//! Ruin and recreate (Schrimpf, Schneider, Stamm-Wilbrandt, Dueck, 2000), started from the best of a few orders. Chance is a fixed sequence (SplitMix64; Steele, Lea, Flood, 2014), and effort is counted, not timed.

use super::{Draft, Figures, Ground, Placement, Problem, Task};
use std::cmp::Reverse;

/// At most so many are taken out at once.
const RUIN: usize = 6;
/// One in so many good places is overlooked (blinks; Christiaens, Vanden Berghe, 2020), else each would always take the same.
const BLINK: usize = 6;
/// One in so many drafts is gone on from although it is worse.
const STEP_BACK: usize = 12;
/// After one in so many that are worse it is gone on from the best.
const RETURN: usize = 100;

/// As if everything were taken out and put back so many times.
const ROUNDS: u64 = 10_000;
/// About a second of an ordinary core.
const MOST_EFFORT: u64 = 600_000_000;

/// The best draft that was found by looking at no more than about so many pairs of a start and something in its way.
pub fn search(problem: &Problem, ground: &Ground, effort: u64) -> Draft {
    let mut searched = Searched { problem, ground, left: effort, seed: 1, blinks: false };
    let mut best = searched.begin();
    let mut best_figures = problem.figures(&best);
    let (mut now, mut figures) = (best.clone(), best_figures);
    searched.blinks = true;
    while searched.left > 0 && !problem.tasks.is_empty() {
        let mut next = now.clone();
        let order = searched.ruin(&mut next);
        searched.recreate(&mut next, &order);
        let then = problem.figures(&next);
        searched.left = searched.left.saturating_sub(problem.wishes.len() as u64);
        // A step back now and then leads out of where no single step leads on.
        if then <= figures || searched.below(STEP_BACK) == 0 {
            (now, figures) = (next, then);
        } else if searched.below(RETURN) == 0 {
            (now, figures) = (best.clone(), best_figures);
        }
        if figures < best_figures {
            (best, best_figures) = (now.clone(), figures);
        }
    }
    best
}

/// As much effort as a question deserves: more where there is more to place, bounded for any.
pub fn effort(problem: &Problem, ground: &Ground) -> u64 {
    let starts: usize = ground.starts.iter().map(Vec::len).sum();
    let one_of_each = (20 * problem.tasks.len() + starts * (1 + problem.tasks.len())) as u64;
    (one_of_each * ROUNDS).min(MOST_EFFORT)
}

struct Searched<'a> {
    problem: &'a Problem,
    ground: &'a Ground,
    left: u64,
    seed: u64,
    blinks: bool,
}

impl Searched<'_> {
    /// The best of a few orders in which one would place things by hand.
    fn begin(&mut self) -> Draft {
        let tasks = &self.problem.tasks;
        let by = |key: &dyn Fn(usize, &Task) -> (i64, i64)| {
            let mut order: Vec<usize> = (0..tasks.len()).collect();
            order.sort_by_key(|i| tasks.get(*i).map(|task| key(*i, task)));
            order
        };
        let starts = |i: usize| self.ground.starts.get(i).map_or(0, |starts| i64::try_from(starts.len()).unwrap_or(i64::MAX));
        let orders = [
            by(&|_, task| (-task.worth(), 0)),
            by(&|_, task| (-task.weight(), task.minutes)),
            by(&|i, task| (starts(i), -task.worth())),
            by(&|_, task| (-task.minutes, -task.weight())),
            by(&|_, task| (task.minutes, -task.weight())),
        ];
        let mut drafts: Vec<(Figures, Draft)> = Vec::new();
        for order in orders {
            let mut draft: Draft = vec![None; tasks.len()];
            self.recreate(&mut draft, &order);
            drafts.push((self.problem.figures(&draft), draft));
        }
        drafts.into_iter().min_by_key(|(figures, _)| *figures).map(|(_, draft)| draft).unwrap_or_default()
    }

    /// Takes some out and says in which order to put them and what has no place back.
    fn ruin(&mut self, draft: &mut Draft) -> Vec<usize> {
        let count = draft.len();
        let mut out: Vec<usize> = (0..count).filter(|i| draft.get(*i).is_some_and(Option::is_none)).collect();
        let how_many = 1 + self.below(RUIN.min(count));
        let middle = self.below(count);
        let near = draft.get(middle).copied().flatten().filter(|_| self.below(2) == 0);
        let mut chosen: Vec<usize> = (0..count).filter(|i| draft.get(*i).is_some_and(Option::is_some)).collect();
        self.shuffle(&mut chosen);
        if let Some(near) = near {
            chosen.sort_by_key(|i| draft.get(*i).copied().flatten().map(|placed| (placed.at - near.at).abs()));
        }
        for i in chosen.into_iter().take(how_many) {
            if let Some(placed) = draft.get_mut(i) {
                *placed = None;
            }
            out.push(i);
        }
        self.shuffle(&mut out);
        if self.below(3) == 0 {
            out.sort_by_key(|i| Reverse(self.problem.tasks.get(*i).map(Task::worth)));
        }
        out
    }

    /// Puts each where it does least harm, if anywhere.
    fn recreate(&mut self, draft: &mut Draft, order: &[usize]) {
        for i in order {
            let found = self.place(draft, *i);
            if let Some(placed) = draft.get_mut(*i) {
                *placed = found;
            }
        }
    }

    fn place(&mut self, draft: &Draft, i: usize) -> Option<Placement> {
        let task = self.problem.tasks.get(i)?;
        let (starts, apart, people) = (self.ground.starts.get(i)?, self.ground.apart.get(i)?, self.ground.people.get(i)?);
        let others = self.problem.tasks.iter().zip(draft).zip(apart.iter().zip(people));
        let others = others.filter_map(|((other, placed), (apart, people))| {
            let placed = (*placed)?;
            Some(Other { from: placed.at, to: placed.at + other.minutes, room: 1 << placed.room, apart: *apart, people: *people })
        });
        let others: Vec<Other> = others.collect();
        self.left = self.left.saturating_sub(20 + starts.len() as u64 * (1 + others.len() as u64));
        let mut best: Option<((i64, i64, i64), i64, u64)> = None;
        for start in starts {
            let least = (start.collisions, start.night, start.wait);
            if best.is_some_and(|(cost, ..)| least >= cost) {
                continue;
            }
            let Some((more, rooms)) = free(start.at, task.minutes, self.problem.pause, start.rooms, &others) else { continue };
            let cost = (start.collisions + more, start.night, start.wait);
            if best.is_none_or(|(least, ..)| cost < least) && !(self.blinks && self.below(BLINK) == 0) {
                best = Some((cost, start.at, rooms));
            }
        }
        let (_, at, rooms) = best?;
        let blinks = self.blinks;
        let free: Vec<usize> = self.ground.rooms.iter().copied().filter(|room| rooms & (1 << *room) != 0).collect();
        let nth = if blinks && self.below(BLINK) == 0 { self.below(free.len()) } else { 0 };
        let room = *free.get(nth)?;
        Some(Placement { at, room })
    }

    fn below(&mut self, count: usize) -> usize {
        self.seed = self.seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.seed;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % count.max(1) as u64).unwrap_or(0)
    }

    fn shuffle(&mut self, list: &mut [usize]) {
        for i in (1..list.len()).rev() {
            let other = self.below(i + 1);
            list.swap(i, other);
        }
    }
}

/// What is placed already, as seen from one task.
struct Other {
    from: i64,
    to: i64,
    room: u64,
    apart: bool,
    people: i64,
}

/// How many want something else then, and the rooms that are free; nothing where it cannot be.
fn free(from: i64, minutes: i64, pause: i64, rooms: u64, others: &[Other]) -> Option<(i64, u64)> {
    let (mut collisions, mut rooms) = (0, rooms);
    let to = from + minutes;
    for other in others {
        if from >= other.to + pause || other.from >= to + pause {
            continue;
        }
        if other.apart {
            return None;
        }
        rooms &= !other.room;
        if rooms == 0 {
            return None;
        }
        if from < other.to && other.from < to {
            collisions += other.people;
        }
    }
    Some((collisions, rooms))
}
