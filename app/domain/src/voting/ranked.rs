//! Schulze's method (Schulze, 2011) by winning votes: who wins the strongest chains of pairwise comparisons.

use super::poll::{Poll, Vote};
use super::result::{Pairwise, Standing};

/// A square of figures: row over column.
struct Square {
    size: usize,
    cells: Vec<u32>,
}

impl Square {
    fn new(size: usize) -> Self {
        Self { size, cells: vec![0; size * size] }
    }

    fn row(&self, row: usize) -> &[u32] {
        self.cells.get(row * self.size..(row + 1) * self.size).unwrap_or_default()
    }

    fn get(&self, row: usize, column: usize) -> u32 {
        self.cells.get(row * self.size + column).copied().unwrap_or_default()
    }

    fn cell(&mut self, row: usize, column: usize) -> Option<&mut u32> {
        self.cells.get_mut(row * self.size + column)
    }

    fn rows(&self) -> Vec<Vec<u32>> {
        (0..self.size).map(|row| self.row(row).to_vec()).collect()
    }
}

/// The items, again and again the earliest that no remaining one beats, and the comparisons behind it.
pub(super) fn order(poll: &Poll<'_>) -> (Vec<Standing>, Pairwise) {
    let prefer = prefer(poll);
    let strength = strengths(&prefer);
    let mut standings = poll.standings(|_| 1);
    for (place, standing) in standings.iter_mut().enumerate() {
        let beats = |a, b| strength.get(a, b) > strength.get(b, a);
        let count = |wanted: &dyn Fn(usize) -> bool| (0..strength.size).filter(|other| wanted(*other)).map(|_| 1_u32).sum();
        standing.beats = Some(count(&|other| beats(place, other)));
        standing.beaten_by = Some(count(&|other| beats(other, place)));
    }
    let places = unbeaten_first(&strength);
    let mut by_place: Vec<_> = standings.into_iter().map(Some).collect();
    let order = places.into_iter().filter_map(|place| by_place.get_mut(place)?.take()).collect();
    let ids = poll.items.iter().map(|item| item.id.clone()).collect();
    (order, Pairwise { ids, prefer: prefer.rows(), strength: strength.rows() })
}

/// How many ballots place the row above the column; what a ballot does not rank is below all that it ranks.
fn prefer(poll: &Poll<'_>) -> Square {
    let size = poll.items.len();
    let mut prefer = Square::new(size);
    // Most ballots rank a few of many: only what they rank is compared, the unranked rest by counting.
    let mut not_below = Square::new(size);
    let mut ranked = vec![0; size];
    for vote in &poll.votes {
        count_pairs(vote, &mut not_below, &mut ranked);
    }
    for (row, ranked) in ranked.iter().enumerate() {
        for column in (0..size).filter(|column| *column != row) {
            let lost = not_below.get(row, column);
            if let Some(cell) = prefer.cell(row, column) {
                *cell = ranked - lost;
            }
        }
    }
    prefer
}

/// Adds to `not_below` the ballots that rank both and the column no lower than the row.
fn count_pairs(vote: &Vote, not_below: &mut Square, ranked: &mut [u32]) {
    for &(row, its) in &vote.marks {
        if let Some(ranked) = ranked.get_mut(row) {
            *ranked += vote.weight;
        }
        for &(column, other) in &vote.marks {
            if other <= its
                && let Some(cell) = not_below.cell(row, column)
            {
                *cell += vote.weight;
            }
        }
    }
}

/// The strongest chain from each to each; a chain is as strong as its weakest won comparison.
fn strengths(prefer: &Square) -> Square {
    let size = prefer.size;
    let mut strength = Square::new(size);
    for row in 0..size {
        for column in 0..size {
            let won = prefer.get(row, column);
            if won > prefer.get(column, row)
                && let Some(cell) = strength.cell(row, column)
            {
                *cell = won;
            }
        }
    }
    for middle in 0..size {
        let onward = strength.row(middle).to_vec();
        for row in (0..size).filter(|row| *row != middle) {
            let to_middle = strength.get(row, middle);
            for (column, onward) in onward.iter().enumerate().filter(|(column, _)| *column != row) {
                if let Some(cell) = strength.cell(row, column) {
                    *cell = (*cell).max(to_middle.min(*onward));
                }
            }
        }
    }
    strength
}

fn unbeaten_first(strength: &Square) -> Vec<usize> {
    let mut left: Vec<usize> = (0..strength.size).collect();
    let mut order = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let unbeaten = |place: &usize| left.iter().all(|other| strength.get(*other, *place) <= strength.get(*place, *other));
        // Beating is transitive (Schulze, 2011), so that somebody is always unbeaten.
        let next = left.iter().position(unbeaten).unwrap_or_default();
        order.push(left.remove(next));
    }
    order
}
