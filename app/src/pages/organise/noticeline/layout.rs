//! Where on the line each day and its words go. Words never cover each other: where there is no room for all, nothing is drawn.

use super::{Mark, Stop};
use crate::pages::organise::words;
use crate::when::days_between;
use domain::text::Lang;
use jiff::ToSpan;
use jiff::civil::Date;

/// The picture's own units.
pub const WIDTH: i64 = 1_136;
/// See [`WIDTH`].
pub const HEIGHT: i64 = 194;
const LEFT: i64 = 20;
const RIGHT: i64 = 1_116;
/// A letter of the text at its size is hardly ever wider on the whole.
const LETTER: i64 = 8;
/// Between words of two days.
const GAP: i64 = 14;
/// More months than these are no help to the eye.
const MOST_TICKS: usize = 40;
/// Over the line, below it, further below.
const ROWS: [i64; 3] = [62, 128, 170];

/// On which side of its day a label stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// A day's words.
#[derive(Clone, Debug)]
pub struct Label {
    pub text: String,
    pub below: String,
    pub x: i64,
    pub y: i64,
    pub anchor: Anchor,
    pub today: bool,
    /// From the line down to words that are far from it.
    pub leader: Option<(i64, i64)>,
}

/// Everything in the picture.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// The width of the time in which announcing is in time.
    pub safe: Option<i64>,
    /// Where the months begin.
    pub ticks: Vec<i64>,
    /// Where today is.
    pub now: i64,
    pub marks: Vec<(i64, Mark)>,
    pub labels: Vec<Label>,
}

/// The days in their order; nothing where there is only one, or not enough room.
pub fn draw(lang: Lang, stops: &[Stop], safe: Option<Date>) -> Option<Drawn> {
    let (first, last) = (stops.first()?.date, stops.last()?.date);
    let days = days_between(first, last);
    if days < 2 {
        return None;
    }
    // A margin on both sides, for the first and the last words.
    let margin = days / 24 + 1;
    let span = days + 2 * margin;
    let x = |date: Date| LEFT + (days_between(first, date) + margin) * (RIGHT - LEFT) / span;
    let now = stops.iter().find(|stop| stop.mark == Mark::Today).map_or(LEFT, |stop| x(stop.date));
    let mut taken: [Vec<(i64, i64)>; 3] = [vec![(now - 4, now + 4)], Vec::new(), Vec::new()];
    let mut labels = Vec::new();
    for stop in stops {
        labels.push(if stop.mark == Mark::Today { of_today(stop, now) } else { label(lang, stop, x(stop.date), &mut taken)? });
    }
    let start = first.saturating_sub(margin.days());
    let months = std::iter::successors(Some(start.first_of_month()), |month| month.checked_add(1.month()).ok());
    let months = months.skip_while(|month| *month < start).take_while(|month| x(*month) <= RIGHT).take(MOST_TICKS + 1);
    let ticks: Vec<i64> = months.map(x).collect();
    Some(Drawn {
        safe: safe.map(|day| (x(day) - LEFT).clamp(0, RIGHT - LEFT)).filter(|width| *width > 0),
        ticks: if ticks.len() > MOST_TICKS { Vec::new() } else { ticks },
        now,
        marks: stops.iter().map(|stop| (x(stop.date), stop.mark)).collect(),
        labels,
    })
}

/// Today's words stand at the head of its line, over all others.
fn of_today(stop: &Stop, x: i64) -> Label {
    let anchor = if x < WIDTH / 2 { Anchor::Start } else { Anchor::End };
    let x = if anchor == Anchor::Start { x + 8 } else { x - 8 };
    Label { text: stop.label.clone(), below: String::new(), x, y: 40, anchor, today: true, leader: None }
}

fn label(lang: Lang, stop: &Stop, x: i64, taken: &mut [Vec<(i64, i64)>; 3]) -> Option<Label> {
    let day = words::day(lang, stop.date);
    let below = if stop.note.is_empty() { day } else { format!("{day}, {}", stop.note) };
    let wide = |text: &str| i64::try_from(text.chars().count()).unwrap_or(0) * LETTER;
    let width = wide(&stop.label).max(wide(&below));
    // What has happened, and the event, over the line; what is to be done below it.
    let order = if stop.mark == Mark::Full { [0, 1, 2] } else { [1, 0, 2] };
    for row in order {
        for anchor in [Anchor::Middle, Anchor::Start, Anchor::End] {
            let (from, to) = match anchor {
                Anchor::Middle => (x - width / 2, x + width / 2),
                Anchor::Start => (x - 6, x - 6 + width),
                Anchor::End => (x + 6 - width, x + 6),
            };
            let leads = row == 2;
            if from < 0 || to > WIDTH || !is_free(taken, row, (from, to)) || (leads && !is_free(taken, 1, (x, x))) {
                continue;
            }
            taken.get_mut(row)?.push((from, to));
            if leads {
                taken.get_mut(1)?.push((x - GAP / 2, x + GAP / 2));
            }
            let y = *ROWS.get(row)?;
            let at = match anchor {
                Anchor::Middle => x,
                Anchor::Start => from,
                Anchor::End => to,
            };
            let leader = leads.then_some((x, y - 16));
            return Some(Label { text: stop.label.clone(), below, x: at, y, anchor, today: false, leader });
        }
    }
    None
}

fn is_free(taken: &[Vec<(i64, i64)>; 3], row: usize, (from, to): (i64, i64)) -> bool {
    taken.get(row).is_some_and(|row| row.iter().all(|(a, b)| to + GAP <= *a || b + GAP <= from))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn stop(date: Date, label: &str, mark: Mark) -> Stop {
        Stop { date, label: label.to_owned(), note: String::new(), mark }
    }

    fn forum() -> Vec<Stop> {
        vec![
            stop(date(2026, 8, 14), "Announced", Mark::Full),
            stop(date(2026, 8, 18), "To be announced, at best", Mark::Hollow),
            stop(date(2027, 1, 31), "To be announced, at the latest", Mark::Hollow),
            stop(date(2027, 2, 1), "Today, 198 days to go", Mark::Today),
            stop(date(2027, 4, 26), "Vote closes", Mark::Hollow),
            stop(date(2027, 8, 18), "Forum", Mark::Full),
        ]
    }

    #[test]
    fn words_do_not_cover_each_other_nor_todays_line() {
        for lang in [Lang::Lv, Lang::En] {
            let drawn = draw(lang, &forum(), Some(date(2027, 1, 31))).unwrap();
            assert_eq!((drawn.labels.len(), drawn.marks.len()), (6, 6));
            let wide = |label: &Label| i64::try_from(label.text.chars().count().max(label.below.chars().count())).unwrap() * LETTER;
            let span = |label: &Label| match label.anchor {
                Anchor::Start => (label.x, label.x + wide(label)),
                Anchor::Middle => (label.x - wide(label) / 2, label.x + wide(label) / 2),
                Anchor::End => (label.x - wide(label), label.x),
            };
            for (i, one) in drawn.labels.iter().enumerate() {
                let (from, to) = span(one);
                assert!(from >= 0 && to <= WIDTH, "{one:?}");
                for other in drawn.labels.iter().skip(i + 1).filter(|other| other.y == one.y) {
                    let (start, end) = span(other);
                    assert!(end < from || to < start, "{one:?} {other:?}");
                }
                assert!(one.y != 62 || to < drawn.now || drawn.now < from, "{one:?}");
            }
            assert_eq!(drawn.ticks.len(), 14, "August 2026 to September 2027");
        }
    }

    #[test]
    fn where_there_is_no_room_nothing_is_drawn() {
        let crowd = (1..12).map(|day| stop(date(2027, 3, day), "A day with quite a long name to it", Mark::Hollow)).collect::<Vec<_>>();
        assert!(draw(Lang::En, &crowd, None).is_none());
        assert!(draw(Lang::En, &forum()[..1], None).is_none());
    }
}
