//! Looks at every candidate, and keeps the best.

use super::burdens::{Micro, Reader, burden, row};
use super::day::Day;
use super::pain::DAY;
use super::{Answer, Question, Runs, Slot, weigh};
use crate::fault::Fault;
use crate::time::LocalTime;
use std::cmp::Ordering;

/// See [`Question::answer`].
pub(super) fn answer(question: &Question<'_>) -> Result<Answer, Fault> {
    let days: Vec<Day> = question.dates.iter().map(|date| Day::new(*date, question)).collect();
    let mut search = Search::new(question);
    for (date, day) in days.iter().enumerate() {
        search.look_at(date, day);
    }
    let of = |kept: &Kept| -> Option<Slot> {
        let day = days.get(kept.date)?;
        let starts = if kept.starts.0 == kept.starts.1 { vec![kept.starts.0] } else { vec![kept.starts.0, kept.starts.1] };
        Some(weigh::slot(question, &starts.into_iter().map(|start| (day.instant(start), day)).collect::<Vec<_>>()))
    };
    let slots = search.best.iter().filter_map(of).collect();
    let least_total = search.least_total.as_ref().and_then(of).ok_or_else(|| Fault::new("dates", "no_candidate"))?;
    Ok(Answer { slots, organiser_ten: organiser_ten(question, &days), least_total })
}

/// A candidate that was kept: how it stands in the order.
struct Kept {
    burdens: Vec<Micro>,
    total: i64,
    date: usize,
    /// Minutes of the day's window; both the same where the meeting is held once.
    starts: (usize, usize),
}

impl Kept {
    fn order(&self, other: &Self) -> Ordering {
        let key = |kept: &Self| (kept.total, kept.date, kept.starts);
        self.burdens.cmp(&other.burdens).then_with(|| key(self).cmp(&key(other)))
    }
}

struct Search<'q> {
    question: &'q Question<'q>,
    minutes: f64,
    best: Vec<Kept>,
    least_total: Option<Kept>,
    reader: Reader,
    /// The pain of each class in the candidate at hand.
    pains: Vec<u32>,
    /// The pains of the last candidate of this day that was no better and no worse than the last one kept.
    tied: Vec<u32>,
    /// The same for the one of least total.
    tied_least: Vec<u32>,
}

/// A day's candidates: by class and start, the pain and the highest burden of its zones.
struct Table {
    pains: Vec<Vec<u32>>,
    burdens: Vec<Vec<Micro>>,
}

impl<'q> Search<'q> {
    fn new(question: &'q Question<'q>) -> Self {
        Self {
            question,
            minutes: f64::from(question.duration_minutes),
            best: Vec::new(),
            least_total: None,
            reader: Reader::default(),
            pains: Vec::new(),
            tied: Vec::new(),
            tied_least: Vec::new(),
        }
    }

    fn look_at(&mut self, date: usize, day: &Day) {
        let step = self.question.step_minutes as usize;
        let starts: Vec<usize> = (0..DAY as usize).step_by(step).map(|minute| Day::MIDNIGHT + minute).collect();
        let table = self.table(day, &starts);
        let apart = (self.question.duration_minutes as usize).div_ceil(step);
        let (mut worst, mut totals) = (vec![0; starts.len()], vec![0; starts.len()]);
        self.tied.clear();
        self.tied_least.clear();
        for (first, start) in starts.iter().enumerate() {
            let seconds = match self.question.runs {
                Runs::One => first..first + 1,
                Runs::Two => (first + apart).min(starts.len())..starts.len(),
            };
            let (Some(worst), Some(totals)) = (worst.get_mut(seconds.clone()), totals.get_mut(seconds.clone())) else { continue };
            table.sum_up(day, first, seconds.clone(), worst, totals);
            for ((second, worst), total) in seconds.zip(worst).zip(totals) {
                let Some(other) = starts.get(second) else { continue };
                let at = Candidate { first, second, worst: *worst, total: *total, date, starts: (*start, *other) };
                self.consider(day, &table, &at);
            }
        }
    }

    fn table(&self, day: &Day, starts: &[usize]) -> Table {
        let pains = |class: &super::day::Class| -> Vec<u32> {
            starts.iter().map(|start| class.sums.of(*start, self.question.duration_minutes as usize).0).collect()
        };
        let pains: Vec<Vec<u32>> = day.classes.iter().map(pains).collect();
        let highest = |(class, pains): (&super::day::Class, &Vec<u32>)| -> Vec<Micro> {
            let past = class.pasts.first().copied().unwrap_or_default();
            pains.iter().map(|pain| burden(past, *pain, self.minutes)).collect()
        };
        let burdens = day.classes.iter().zip(&pains).map(highest).collect();
        Table { pains, burdens }
    }

    /// Keeps a candidate that is better than one kept. Those that come later start later, so a tie is no reason to keep one.
    fn consider(&mut self, day: &Day, table: &Table, at: &Candidate) {
        if self.is_better(day, table, at) {
            let kept = self.keep(day, table, at);
            let place = self.best.partition_point(|other| other.order(&kept).is_lt());
            self.best.insert(place, kept);
            self.best.truncate(self.question.limit);
            self.tied.clear();
        }
        if self.has_less_total(day, table, at) {
            self.least_total = Some(self.keep(day, table, at));
            self.tied_least.clear();
        }
    }

    fn is_better(&mut self, day: &Day, table: &Table, at: &Candidate) -> bool {
        let Some(last) = self.best.last().filter(|_| self.best.len() >= self.question.limit) else { return true };
        if Some(&at.worst) > last.burdens.first() {
            return false;
        }
        table.pains(at, &mut self.pains);
        if self.pains == self.tied {
            return false;
        }
        match self.reader.against(day, &self.pains, self.minutes, &last.burdens).then(at.total.cmp(&last.total)) {
            Ordering::Less => true,
            Ordering::Equal => {
                self.tied.clone_from(&self.pains);
                false
            }
            Ordering::Greater => false,
        }
    }

    fn has_less_total(&mut self, day: &Day, table: &Table, at: &Candidate) -> bool {
        let Some(least) = &self.least_total else { return true };
        if at.total != least.total || Some(&at.worst) > least.burdens.first() {
            return at.total < least.total;
        }
        table.pains(at, &mut self.pains);
        if self.pains == self.tied_least {
            return false;
        }
        let order = self.reader.against(day, &self.pains, self.minutes, &least.burdens);
        if order.is_eq() {
            self.tied_least.clone_from(&self.pains);
        }
        order.is_lt()
    }

    fn keep(&mut self, day: &Day, table: &Table, at: &Candidate) -> Kept {
        table.pains(at, &mut self.pains);
        Kept { burdens: row(day, &self.pains, self.minutes), total: at.total, date: at.date, starts: at.starts }
    }
}

/// One or two starts of a day, by their place in the table.
struct Candidate {
    first: usize,
    second: usize,
    worst: Micro,
    total: i64,
    date: usize,
    starts: (usize, usize),
}

impl Table {
    /// For a first start and a row of second ones: the highest burden, and the total pain times weight.
    fn sum_up(&self, day: &Day, first: usize, seconds: std::ops::Range<usize>, worst: &mut [Micro], totals: &mut [i64]) {
        worst.fill(0);
        totals.fill(0);
        for ((class, pains), burdens) in day.classes.iter().zip(&self.pains).zip(&self.burdens) {
            let (Some(pain), Some(burden)) = (pains.get(first), burdens.get(first)) else { continue };
            let (Some(pains), Some(burdens)) = (pains.get(seconds.clone()), burdens.get(seconds.clone())) else { continue };
            for (worst, other) in worst.iter_mut().zip(burdens) {
                *worst = (*worst).max(*burden.min(other));
            }
            for (total, other) in totals.iter_mut().zip(pains) {
                *total += class.weight * i64::from(*pain.min(other));
            }
        }
    }

    /// The pain of each class: that of the run which hurts it less.
    fn pains(&self, at: &Candidate, pains: &mut Vec<u32>) {
        pains.clear();
        let less = |by_start: &Vec<u32>| by_start.get(at.first).min(by_start.get(at.second)).copied().unwrap_or_default();
        pains.extend(self.pains.iter().map(less));
    }
}

/// 10:00 in the first zone on each date, the best of them by the order; nothing where its clocks skip that hour on every one.
fn organiser_ten(question: &Question<'_>, days: &[Day]) -> Option<Slot> {
    let zone = question.places.first()?.zone;
    let minutes = f64::from(question.duration_minutes);
    let candidates = question.dates.iter().zip(days).enumerate().filter_map(|(date, (utc, day))| {
        let at = zone.resolve(LocalTime::new(utc.at(10, 0, 0, 0))).ok()?.at;
        let index = day.index(at.as_second().div_euclid(60));
        let pains: Vec<u32> = day.classes.iter().map(|class| class.sums.of(index, question.duration_minutes as usize).0).collect();
        let total = day.classes.iter().zip(&pains).map(|(class, pain)| class.weight * i64::from(*pain)).sum();
        Some((Kept { burdens: row(day, &pains, minutes), total, date, starts: (index, index) }, at, day))
    });
    let (_, at, day) = candidates.min_by(|(a, ..), (b, ..)| a.order(b))?;
    Some(weigh::slot(question, &[(at, day)]))
}

#[cfg(test)]
mod tests {
    #[test]
    fn ten_o_clock_is_found_where_the_date_begins_the_day_before_in_utc() {
        let zones = crate::time::slots::tests::zones();
        let question = crate::time::slots::tests::question(&zones, &["2027-08-18"], &[("Pacific/Auckland", 1)]);
        let ten: jiff::Timestamp = "2027-08-17T22:00:00Z".parse().unwrap();
        assert_eq!(question.answer().unwrap().organiser_ten.unwrap().starts, [ten]);
    }
}
