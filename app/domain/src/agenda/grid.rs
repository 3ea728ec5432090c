//! The picture of a day: rooms beside each other, time downwards.

use super::warning::is_same_room;
use super::{Session, Span};
use crate::id::SessionId;
use crate::text::Text;
use crate::time::{Timestamp, Zone};

/// Time is drawn in steps of this many minutes.
pub const STEP_MINUTES: u32 = 5;

/// One room or other place of the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What it is.
    pub place: ColumnPlace,
    /// How many sessions stand beside each other in it at most; more than one only where a room is taken twice.
    pub lanes: u32,
}

/// What a column stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnPlace {
    /// A room.
    Room(Text),
    /// No room is named.
    Elsewhere,
    /// A link, and no room.
    Online,
}

/// Where a session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Which session.
    pub session: SessionId,
    /// Its first lane, from 0 over all columns.
    pub lane: u32,
    /// How many lanes it spans.
    pub lanes: u32,
    /// Its first step, from 0 at the start of the picture.
    pub step: u32,
    /// How many steps it lasts, at least one.
    pub steps: u32,
}

/// The whole picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// From left to right.
    pub columns: Vec<Column>,
    /// One for each session, in their order.
    pub slots: Vec<Slot>,
    /// From the full hour before the first session to the end of the last.
    pub span: Span,
}

impl Grid {
    /// All lanes of all columns.
    pub fn lanes(&self) -> u32 {
        self.columns.iter().map(|column| column.lanes).sum()
    }

    /// The step of an instant; before the start it is the first.
    pub fn step(&self, at: Timestamp) -> u32 {
        steps(self.span.from, at)
    }
}

/// Lays out the sessions of one day, which are not none.
pub fn grid(zone: &Zone, sessions: &[Session]) -> Option<Grid> {
    let timed: Vec<(&Session, Span)> = sessions.iter().map(|session| (session, session.span(zone))).collect();
    let first = timed.iter().map(|(_, span)| span.from).min()?;
    let last = timed.iter().map(|(_, span)| span.to).max()?;
    let minute = i64::from(zone.local(first).time.minute());
    let from = first.saturating_sub(jiff::Span::new().minutes(minute)).unwrap_or(first);
    let mut columns: Vec<Taken> = Vec::new();
    let mut homes = Vec::new();
    for (i, (session, span)) in timed.iter().enumerate() {
        let alone = timed.iter().enumerate().all(|(j, (_, other))| i == j || span.common(*other).is_none());
        homes.push(home(session, alone).map(|place| put(&mut columns, place, *span)));
    }
    // Rooms in the order of their first session, then the rest.
    let mut order: Vec<usize> = (0..columns.len()).collect();
    order.sort_by_key(|i| columns.get(*i).map(|column| column.rank()));
    if columns.is_empty() {
        columns.push(Taken { place: ColumnPlace::Elsewhere, ends: vec![from] });
        order.push(0);
    }
    let width = |i: &usize| columns.get(*i).map_or(1, Taken::lanes);
    let before = |column: usize| -> u32 { order.iter().take_while(|i| **i != column).map(width).sum() };
    let all: u32 = order.iter().map(width).sum();
    // Lanes are for those that share a room at the same time; whatever has it to itself has all of it.
    let shares = |column: usize, span: Span, session: SessionId| {
        let others =
            timed.iter().zip(&homes).filter(|((other, _), home)| other.id != session && home.is_some_and(|(its, _)| its == column));
        others.into_iter().any(|((_, other), _)| span.common(*other).is_some())
    };
    let slots = timed.iter().zip(&homes).map(|((session, span), home)| {
        let (lane, lanes) = match *home {
            Some((column, lane)) if shares(column, *span, session.id) => (before(column) + lane, 1),
            Some((column, _)) => (before(column), width(&column)),
            None => (0, all),
        };
        let step = steps(from, span.from);
        Slot { session: session.id, lane, lanes, step, steps: steps(from, span.to).saturating_sub(step).max(1) }
    });
    let slots = slots.collect();
    let columns = order.iter().filter_map(|i| columns.get(*i)).map(|taken| Column { place: taken.place.clone(), lanes: taken.lanes() });
    Some(Grid { columns: columns.collect(), slots, span: Span { from, to: last } })
}

struct Taken {
    place: ColumnPlace,
    /// When each lane is free again.
    ends: Vec<Timestamp>,
}

impl Taken {
    fn lanes(&self) -> u32 {
        u32::try_from(self.ends.len()).unwrap_or(1).max(1)
    }

    fn rank(&self) -> u8 {
        match self.place {
            ColumnPlace::Room(_) => 0,
            ColumnPlace::Elsewhere => 1,
            ColumnPlace::Online => 2,
        }
    }
}

/// The column a session wants. What has no rival spans all of them, because everybody can be there, and says its room itself.
fn home(session: &Session, alone: bool) -> Option<ColumnPlace> {
    let place = match (&session.room, &session.online_url) {
        (Some(room), _) => ColumnPlace::Room(room.clone()),
        (None, Some(_)) => ColumnPlace::Online,
        (None, None) => ColumnPlace::Elsewhere,
    };
    (!alone).then_some(place)
}

/// The column and the lane in it that are free for the span.
fn put(columns: &mut Vec<Taken>, place: ColumnPlace, span: Span) -> (usize, u32) {
    let same = |taken: &Taken| match (&taken.place, &place) {
        (ColumnPlace::Room(one), ColumnPlace::Room(other)) => is_same_room(one, other),
        (one, other) => one == other,
    };
    let found = columns.iter().position(same).unwrap_or_else(|| {
        columns.push(Taken { place: place.clone(), ends: Vec::new() });
        columns.len() - 1
    });
    let Some(taken) = columns.get_mut(found) else { return (0, 0) };
    let lane = taken.ends.iter().position(|end| *end <= span.from).unwrap_or_else(|| {
        taken.ends.push(span.from);
        taken.ends.len() - 1
    });
    if let Some(end) = taken.ends.get_mut(lane) {
        *end = span.to;
    }
    (found, u32::try_from(lane).unwrap_or(0))
}

/// To the nearest step.
fn steps(from: Timestamp, at: Timestamp) -> u32 {
    let minutes = (at.as_second() - from.as_second()) / 60;
    let step = i64::from(STEP_MINUTES);
    u32::try_from((minutes + step / 2) / step).unwrap_or(0)
}
