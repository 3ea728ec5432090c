//! What the clocks of each place show during a meeting: the same arithmetic on the server and in the browser.

use super::{Meeting, MeetingWords};
use domain::time::slots::{Clock, Night};

/// All clocks of a meeting.
pub struct Together {
    clocks: Vec<Clock>,
    minutes: u32,
}

/// The run a place takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// 0 is the earlier.
    pub run: usize,
    /// "15:00–17:00 +1 day, night".
    pub text: String,
    /// It touches the night.
    pub night: bool,
}

impl Together {
    /// The clocks of a meeting's places.
    pub fn new(meeting: &Meeting) -> Self {
        let night = Night::between(meeting.night);
        let clocks = meeting.places.iter().map(|offsets| Clock::new(meeting.midnight, offsets, night)).collect();
        Self { clocks, minutes: meeting.minutes }
    }

    /// For each place, what it takes of these runs.
    pub fn taken(&self, words: &MeetingWords, starts: &[i32]) -> Vec<Taken> {
        self.clocks.iter().map(|clock| self.of(clock, words, starts)).collect()
    }

    /// What the clock of a row shows at a minute, with the day where it is another.
    pub fn local(&self, row: usize, words: &MeetingWords, minute: i32) -> String {
        self.clocks
            .get(row)
            .map(|clock| {
                let local = clock.local(minute);
                format!("{}{}", utc(local), shift(words, local))
            })
            .unwrap_or_default()
    }

    fn of(&self, clock: &Clock, words: &MeetingWords, starts: &[i32]) -> Taken {
        // The first of those that hurt alike.
        let best = starts.iter().enumerate().min_by_key(|(_, start)| clock.pain(**start, self.minutes).0);
        let (run, start) = best.map_or((0, 0), |(run, start)| (run, *start));
        let (_, night) = clock.pain(start, self.minutes);
        let (from, to) = (clock.local(start), clock.local(start + self.minutes as i32));
        let note = if night { format!(", {}", words.night) } else { String::new() };
        Taken { run, text: format!("{}{}{note}", span(from, to), shift(words, from)), night }
    }
}

fn shift(words: &MeetingWords, local: i32) -> String {
    match local.div_euclid(1_440) {
        0 => String::new(),
        days if days > 0 => format!(" {}", words.next_day),
        _ => format!(" {}", words.day_before),
    }
}

/// A minute as a clock shows it, whatever the day.
pub fn utc(minute: i32) -> String {
    let minute = minute.rem_euclid(1_440);
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// "10:00–12:00".
pub fn span(from: i32, to: i32) -> String {
    format!("{}–{}", utc(from), utc(to))
}
