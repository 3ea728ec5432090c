//! The hours of the night.

use jiff::civil::Time;

/// Local minutes of the day that count as night: from the first up to, not including, the second; around midnight where the
/// first is later; none where both are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Night {
    from: u16,
    to: u16,
}

impl Night {
    /// Between two wall-clock times.
    pub fn new(from: Time, to: Time) -> Self {
        let minute = |time: Time| u16::from(time.hour().unsigned_abs()) * 60 + u16::from(time.minute().unsigned_abs());
        Self::between([minute(from), minute(to)])
    }

    /// Between two minutes of the day.
    pub fn between([from, to]: [u16; 2]) -> Self {
        Self { from, to }
    }

    /// The two minutes of the day.
    pub fn minutes(self) -> [u16; 2] {
        [self.from, self.to]
    }

    /// Whether a minute of the day, 0–1,439, is night.
    pub fn has(self, minute: u16) -> bool {
        if self.from <= self.to { (self.from..self.to).contains(&minute) } else { minute >= self.from || minute < self.to }
    }

    /// The two times, `HH:MM`.
    pub fn texts(self) -> [String; 2] {
        [self.from, self.to].map(|minute| format!("{:02}:{:02}", minute / 60, minute % 60))
    }
}

impl Default for Night {
    /// 23:00–07:00.
    fn default() -> Self {
        Self { from: 23 * 60, to: 7 * 60 }
    }
}
