//! Asking people for a date: what they may answer, which slots may be offered, and which one suits best.

mod suggest;
#[cfg(test)]
mod tests;

pub use suggest::{Weighed, suggest};

use crate::fault::{Fault, Refusal};
use crate::groups;
use crate::time::{LocalTime, Timestamp, Zone};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use strum::{EnumIter, EnumString, IntoStaticStr};

/// A poll offers at most so many slots.
pub const MOST_SLOTS: usize = 40;
/// A poll closes at most so many days from now.
pub const LONGEST_DAYS: i64 = 366;
/// Answers given without an account are erased so many days after the close.
pub const KEPT_DAYS: i64 = 30;

/// What somebody says of one slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Answer {
    /// Can come.
    Yes,
    /// Can come, but it is not convenient.
    IfNeedBe,
    /// Cannot come.
    No,
}

/// One slot on offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// Counts from 1 within the poll.
    pub id: u16,
    /// On the clocks of the poll's zone.
    pub starts_local: LocalTime,
    /// The same in milliseconds since 1970.
    pub starts_at: i64,
}

/// How many gave each answer to a slot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Can come.
    pub yes: i64,
    /// Can come if need be.
    pub if_need_be: i64,
    /// Cannot.
    pub no: i64,
}

impl Counts {
    /// Takes one more answer down.
    pub fn add(&mut self, answer: Answer) {
        match answer {
            Answer::Yes => self.yes += 1,
            Answer::IfNeedBe => self.if_need_be += 1,
            Answer::No => self.no += 1,
        }
    }

    /// How many can come, gladly or not.
    pub fn can_come(self) -> i64 {
        self.yes + self.if_need_be
    }

    /// In the order of the answers.
    pub fn figures(self) -> [Option<i64>; 3] {
        [Some(self.yes), Some(self.if_need_be), Some(self.no)]
    }

    /// As others than the organisers may know them: small groups have no figure.
    pub fn merged(self) -> [Option<i64>; 3] {
        let sizes = [self.yes, self.if_need_be, self.no];
        let shown = groups::shown(&sizes);
        let mut told = sizes.into_iter().zip(shown).map(|(size, shown)| shown.then_some(size));
        [(); 3].map(|()| told.next().flatten())
    }
}

/// The slots of what was typed, the earliest first, or at each start what is wrong with it: no local time, skipped by the clocks,
/// past, or there twice.
pub fn offer(zone: &Zone, typed: &[String], now: Timestamp) -> Result<Vec<Slot>, Vec<Fault>> {
    if typed.is_empty() {
        return Err(vec![Fault::new("slots", "required")]);
    }
    if typed.len() > MOST_SLOTS {
        return Err(vec![Fault::new("slots", "too_many_slots")]);
    }
    let (mut known, mut starts, mut faults) = (BTreeSet::new(), Vec::new(), Vec::new());
    for (i, raw) in typed.iter().enumerate() {
        match start(zone, &format!("slots[{i}]"), raw, now) {
            Ok((_, at)) if !known.insert(at) => faults.push(Fault::new(format!("slots[{i}]"), "repeated_slot")),
            Ok(start) => starts.push(start),
            Err(fault) => faults.push(fault),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    starts.sort_unstable_by_key(|(_, at)| *at);
    let slot = |(id, (local, at)): (u16, (LocalTime, Timestamp))| Slot { id, starts_local: local, starts_at: at.as_millisecond() };
    Ok((1..).zip(starts).map(slot).collect())
}

fn start(zone: &Zone, field: &str, raw: &str, now: Timestamp) -> Result<(LocalTime, Timestamp), Fault> {
    let local = LocalTime::parse(raw).map_err(|refusal| refusal.at(field))?;
    let at = zone.resolve(local).map_err(|gap| Fault::skipped(field, gap))?.at;
    if at <= now { Err(Fault::new(field, "in_the_past")) } else { Ok((local, at)) }
}

/// When a poll closes: in the future, within [`LONGEST_DAYS`], and not after the last slot; the field is `closes_local`.
pub fn close(zone: &Zone, raw: &str, slots: &[Slot], now: Timestamp) -> Result<Timestamp, Fault> {
    let (_, at) = start(zone, "closes_local", raw, now)?;
    let last = slots.iter().map(|slot| slot.starts_at).max();
    let too_long = at.as_second() - now.as_second() > LONGEST_DAYS * 86_400;
    let too_late = last.is_some_and(|last| at.as_millisecond() > last);
    if too_long || too_late { Err(Fault::new("closes_local", "closes_too_late")) } else { Ok(at) }
}

/// One answer to every slot, from what was said by slot; what is left blank is a no, but not all may be.
pub fn answers(slots: &[Slot], said: &BTreeMap<String, String>) -> Result<BTreeMap<u16, Answer>, Vec<Fault>> {
    let mut given: BTreeMap<u16, Answer> = slots.iter().map(|slot| (slot.id, Answer::No)).collect();
    let mut faults = Vec::new();
    let known = |id: &str| id.parse::<u16>().ok().filter(|id| slots.iter().any(|slot| slot.id == *id));
    for (id, answer) in said.iter().take(MOST_SLOTS + 1) {
        let field = format!("answers.{id}");
        match (known(id), answer.parse::<Answer>()) {
            (None, _) => faults.push(Fault::new(field, "unknown_slot")),
            (_, Err(_)) => faults.push(Refusal::new("unknown_value").at(field)),
            (Some(id), Ok(answer)) => {
                given.insert(id, answer);
            }
        }
    }
    if said.is_empty() {
        faults.push(Fault::new("answers", "required"));
    }
    if faults.is_empty() { Ok(given) } else { Err(faults) }
}
