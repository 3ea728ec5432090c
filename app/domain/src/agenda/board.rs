//! The board on which an agenda is arranged: each day a column of wall-clock time, each room beside the others, the same on all days.

use super::grid::STEP_MINUTES;
use super::warning::is_same_room;
use super::{Session, Slot};
use crate::text::Text;
use crate::time::LocalTime;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Days of the event itself that are drawn; days with a session always are.
const MOST_DAYS: usize = 14;
/// Drawn before the first and after the last, so that something can be put there.
const MARGIN_HOURS: i64 = 1;
const DAY_MINUTES: i64 = 24 * 60;
/// Until then a day may go on after midnight.
const NIGHT_MINUTES: i64 = 8 * 60;

/// One day of the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardDay {
    /// On the event's clocks; what begins before midnight stays on its day.
    pub date: Date,
    /// The full hour it is drawn from.
    pub from_hour: u32,
    /// The full hour it is drawn to; more than 24 where something goes on past midnight.
    pub to_hour: u32,
    /// First what has no room, then the rooms.
    pub columns: Vec<BoardColumn>,
    /// One for each session of the day, in their order; steps count from `from_hour`.
    pub slots: Vec<Slot>,
}

/// Where sessions of one place stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardColumn {
    /// Nothing for what is for everybody, or online only.
    pub room: Option<Text>,
    /// Its first lane, from 0 over all columns.
    pub lane: u32,
    /// How many sessions stand beside each other in it at most, at least one.
    pub lanes: u32,
}

impl BoardDay {
    /// All lanes of all columns.
    pub fn lanes(&self) -> u32 {
        self.columns.iter().map(|column| column.lanes).sum()
    }
}

/// Lays out all sessions on the wall clock of the event, which begins at `starts` and lasts so many minutes. `rooms` are drawn in this
/// order, also while they are empty; rooms that only sessions name come after them.
pub fn board(sessions: &[Session], rooms: &[Text], starts: LocalTime, minutes: i64) -> Vec<BoardDay> {
    let mut all: Vec<Text> = Vec::new();
    for room in rooms.iter().chain(sessions.iter().filter_map(|session| session.room.as_ref())) {
        if !all.iter().any(|known| is_same_room(known, room)) {
            all.push(room.clone());
        }
    }
    let (last, hours) = days(starts, starts.plus_minutes(minutes));
    let own = std::iter::successors(Some(starts.date()), |date| date.tomorrow().ok()).take_while(|date| *date <= last);
    let dates: BTreeSet<Date> = own.take(MOST_DAYS).chain(sessions.iter().map(|session| session.starts_local.date())).collect();
    dates.into_iter().map(|date| day(date, sessions, &all, hours)).collect()
}

/// The last day of the event, and from and to which minute it is on each day. An evening that goes on past midnight is one day; an event
/// of several is on from when it begins on its first to when it ends on its last, where that is later.
fn days(starts: LocalTime, ends: LocalTime) -> (Date, (i64, i64)) {
    let (from, through) = (minute(starts.date(), starts), minute(starts.date(), ends));
    if through <= DAY_MINUTES + NIGHT_MINUTES {
        return (starts.date(), (from, through));
    }
    let to = minute(ends.date(), ends);
    (ends.plus_minutes(-1).date(), (from, if to > from { to } else { DAY_MINUTES }))
}

/// Minutes of the wall clock since a day began.
fn minute(date: Date, at: LocalTime) -> i64 {
    let days = date.until(at.date()).map_or(0, |span| i64::from(span.get_days()));
    days * DAY_MINUTES + i64::from(at.datetime().hour()) * 60 + i64::from(at.datetime().minute())
}

fn day(date: Date, sessions: &[Session], rooms: &[Text], (opens, closes): (i64, i64)) -> BoardDay {
    let span = |session: &Session| {
        let from = minute(date, session.starts_local);
        (from, from + i64::from(session.minutes.get()))
    };
    let own: Vec<(&Session, (i64, i64))> =
        sessions.iter().filter(|session| session.starts_local.date() == date).map(|session| (session, span(session))).collect();
    let first = own.iter().map(|(_, (from, _))| *from).min().map_or(opens, |from| from.min(opens));
    let last = own.iter().map(|(_, (_, to))| *to).max().map_or(closes, |to| to.max(closes));
    let from_hour = (first.div_euclid(60) - MARGIN_HOURS).max(0);
    let to_hour = ((last + 59).div_euclid(60) + MARGIN_HOURS).max(from_hour + 1);
    let mut taken: Vec<Vec<i64>> = vec![Vec::new(); rooms.len() + 1];
    let places: Vec<(usize, u32)> = own.iter().map(|(session, span)| place(&mut taken, column(session, rooms), *span)).collect();
    let columns = columns(rooms, &taken);
    let slots = own.iter().zip(places).map(|((session, (from, to)), (column, lane))| {
        let step = steps(from - from_hour * 60);
        Slot {
            session: session.id,
            lane: columns.get(column).map_or(0, |column| column.lane) + lane,
            lanes: 1,
            step,
            steps: steps(to - from_hour * 60).saturating_sub(step).max(1),
        }
    });
    let slots = slots.collect();
    BoardDay { date, from_hour: hour(from_hour), to_hour: hour(to_hour), columns, slots }
}

fn columns(rooms: &[Text], taken: &[Vec<i64>]) -> Vec<BoardColumn> {
    let mut lane = 0;
    let rooms = std::iter::once(None).chain(rooms.iter().cloned().map(Some));
    let one = |(room, ends): (Option<Text>, &Vec<i64>)| {
        let lanes = u32::try_from(ends.len()).unwrap_or(1).max(1);
        let column = BoardColumn { room, lane, lanes };
        lane += lanes;
        column
    };
    rooms.zip(taken).map(one).collect()
}

fn column(session: &Session, rooms: &[Text]) -> usize {
    let room = session.room.as_ref().and_then(|room| rooms.iter().position(|known| is_same_room(known, room)));
    room.map_or(0, |room| room + 1)
}

/// The column and the first lane in it that is free by then.
fn place(taken: &mut [Vec<i64>], column: usize, (from, to): (i64, i64)) -> (usize, u32) {
    let Some(ends) = taken.get_mut(column) else { return (0, 0) };
    let lane = ends.iter().position(|end| *end <= from).unwrap_or(ends.len());
    match ends.get_mut(lane) {
        Some(end) => *end = to,
        None => ends.push(to),
    }
    (column, u32::try_from(lane).unwrap_or(0))
}

/// To the nearest step.
fn steps(minutes: i64) -> u32 {
    let step = i64::from(STEP_MINUTES);
    u32::try_from((minutes + step / 2) / step).unwrap_or(0)
}

fn hour(hour: i64) -> u32 {
    u32::try_from(hour).unwrap_or(0)
}

#[cfg(test)]
mod tests;
