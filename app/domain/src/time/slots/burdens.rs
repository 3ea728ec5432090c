//! Burdens from worst to least, compared without writing them all down.

use super::day::Day;
use std::cmp::Ordering;

/// A burden in millionths, so that equal is equal after rounding to six decimals.
pub(super) type Micro = i64;

/// The burden of a zone: its past, and its share of a pain summed over the minutes of a meeting.
pub(super) fn burden(past: f64, pain: u32, minutes: f64) -> Micro {
    // No burden is negative, so cutting off after adding a half rounds.
    ((past + f64::from(pain) / minutes) * 1e6 + 0.5) as Micro
}

/// All burdens, worst first, for the pain of each class.
pub(super) fn row(day: &Day, pains: &[u32], minutes: f64) -> Vec<Micro> {
    let one = |(class, pain): (&super::day::Class, &u32)| class.pasts.iter().map(|past| burden(*past, *pain, minutes)).collect::<Vec<_>>();
    let mut row: Vec<Micro> = day.classes.iter().zip(pains).flat_map(one).collect();
    row.sort_unstable_by(|a, b| b.cmp(a));
    row
}

/// A class's next burdens: how many of its zones have been read, and what the next one bears.
#[derive(Clone, Copy)]
struct Head {
    class: usize,
    read: usize,
    next: Micro,
}

/// Compares candidates with a row, reading their burdens only as far as they are the same.
#[derive(Default)]
pub(super) struct Reader {
    heads: Vec<Head>,
}

impl Reader {
    /// How the burdens of a candidate compare with those of `row`, worst first.
    pub fn against(&mut self, day: &Day, pains: &[u32], minutes: f64, row: &[Micro]) -> Ordering {
        self.heads.clear();
        for (class, (known, pain)) in day.classes.iter().zip(pains).enumerate() {
            let next = known.pasts.first().map_or(-1, |past| burden(*past, *pain, minutes));
            self.heads.push(Head { class, read: 0, next });
        }
        for expected in row {
            let Some(head) = self.heads.iter_mut().max_by_key(|head| head.next) else { return Ordering::Less };
            match head.next.cmp(expected) {
                Ordering::Equal => {}
                other => return other,
            }
            head.read += 1;
            let past = day.classes.get(head.class).and_then(|class| class.pasts.get(head.read));
            let pain = pains.get(head.class).copied().unwrap_or_default();
            // Less than any burden: the class has been read to its end.
            head.next = past.map_or(-1, |past| burden(*past, pain, minutes));
        }
        Ordering::Equal
    }
}
