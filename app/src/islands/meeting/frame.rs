//! Where hours and places lie on a drawn map, wide or narrow.

use super::clocks::Taken;

/// A map's measures, in units of its view box.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// The class of its picture.
    pub class: &'static str,
    pub width: f64,
    /// Where 00:00 UTC is.
    pub left: f64,
    /// The width of an hour.
    pub hour: f64,
    /// Where the band of the first place begins, how far the next is, and how high each is.
    pub top: f64,
    pub pitch: f64,
    pub height: f64,
    /// Half the width of the tag that names the time.
    pub tag: f64,
}

/// Names and local times beside the hours.
pub const WIDE: Frame =
    Frame { class: "heat-wide", width: 1_136.0, left: 196.0, hour: 30.0, top: 64.0, pitch: 36.0, height: 36.0, tag: 74.0 };
/// Names and local times above each row of hours.
pub const NARROW: Frame =
    Frame { class: "heat-narrow", width: 360.0, left: 0.0, hour: 15.0, top: 78.0, pitch: 58.0, height: 26.0, tag: 49.0 };

impl Frame {
    /// Where a minute after midnight lies; beyond the day: at its edge.
    pub fn x(&self, minute: i32) -> f64 {
        self.left + f64::from(minute.clamp(0, 1_440)) / 60.0 * self.hour
    }

    /// The minute at a place across.
    pub fn minute(&self, x: f64) -> i32 {
        ((x - self.left) / self.hour * 60.0).round() as i32
    }

    /// The middle of a tag over a run, inside the picture.
    pub fn tag_at(&self, start: i32, minutes: u32) -> f64 {
        let middle = (self.x(start) + self.x(start + minutes as i32)) / 2.0;
        middle.clamp(self.tag, self.width - self.tag)
    }

    /// Of all runs, each with how many minutes: what lies under the frame, the frame around the places that take it, and around those
    /// that take another.
    pub fn outlines(&self, starts: &[i32], minutes: u32, taken: &[Taken]) -> [String; 3] {
        let around = |of: fn(usize, usize) -> bool| -> String {
            let runs = starts.iter().enumerate();
            runs.map(|(run, start)| self.outline(*start, minutes, &taken.iter().map(|t| of(run, t.run)).collect::<Vec<_>>())).collect()
        };
        [around(|_, _| true), around(|run, taken| run == taken), around(|run, taken| run != taken)]
    }

    /// The outline of a run over the rows that `has` says; rows that touch are framed as one.
    fn outline(&self, start: i32, minutes: u32, rows: &[bool]) -> String {
        let (x, end) = (self.x(start), self.x(start + minutes as i32));
        let width = (end - x).max(2.0);
        let mut path = String::new();
        let mut row = 0;
        while row < rows.len() {
            let run = rows.iter().skip(row).take_while(|has| **has).count();
            // Rows with room between them are framed one by one.
            let framed = if self.pitch > self.height { run.min(1) } else { run };
            if framed > 0 {
                let y = self.top + row as f64 * self.pitch;
                let height = (framed - 1) as f64 * self.pitch + self.height;
                path.push_str(&format!("M{x} {y}h{width}v{height}h-{width}z"));
            }
            row += framed.max(1);
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_touch_are_framed_as_one() {
        assert_eq!(WIDE.outline(720, 120, &[true, true, false, true]), "M556 64h60v72h-60zM556 172h60v36h-60z");
        assert_eq!(NARROW.outline(720, 120, &[true, true]), "M180 78h30v26h-30zM180 136h30v26h-30z");
        assert_eq!(WIDE.outline(0, 60, &[false, false]), "");
    }

    #[test]
    fn a_meeting_past_midnight_ends_at_the_edge() {
        assert_eq!(WIDE.outline(1_410, 120, &[true]), "M901 64h15v36h-15z");
        assert_eq!((NARROW.tag_at(0, 60), NARROW.tag_at(1_410, 60)), (49.0, 311.0));
        assert_eq!((WIDE.minute(WIDE.x(735)), NARROW.minute(NARROW.x(735))), (735, 735));
    }
}
