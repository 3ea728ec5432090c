//! When an event can be registered for.

use super::Status;
use crate::fault::Refusal;
use jiff::Timestamp;

/// The instants that bound registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegistrationTimes {
    /// The opening; none is as soon as the event is announced.
    pub opens: Option<Timestamp>,
    /// The closing; none is the start.
    pub closes: Option<Timestamp>,
    /// The event's start.
    pub starts: Timestamp,
    /// The event's end.
    pub ends: Timestamp,
}

/// Whether an event can be registered for, and why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// Draft or tentative.
    NotAnnounced,
    /// Opens at this instant.
    NotYet(Timestamp),
    /// Open.
    Open,
    /// The closing has passed.
    Closed,
    /// Held, or past its end.
    Ended,
    /// Cancelled.
    Cancelled,
}

/// The state of registration at `now`; an instant belongs to what begins with it.
pub fn registration_open(now: Timestamp, status: Status, times: &RegistrationTimes) -> Window {
    match status {
        Status::Draft | Status::Tentative => return Window::NotAnnounced,
        Status::Cancelled => return Window::Cancelled,
        Status::Held => return Window::Ended,
        Status::Announced | Status::Confirmed => {}
    }
    if now >= times.ends {
        return Window::Ended;
    }
    if now >= times.closes.unwrap_or(times.starts) {
        return Window::Closed;
    }
    match times.opens {
        Some(opens) if now < opens => Window::NotYet(opens),
        _ => Window::Open,
    }
}

impl Window {
    /// `not_open`, `closed` or, for a cancelled event, `status` where it is not open.
    pub fn check(self) -> Result<(), Refusal> {
        match self {
            Self::Open => Ok(()),
            Self::NotAnnounced | Self::NotYet(_) => Err(Refusal::new("not_open")),
            Self::Closed | Self::Ended => Err(Refusal::new("closed")),
            Self::Cancelled => Err(Refusal::new("status")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + hour * 3_600).unwrap()
    }

    fn window(now: i64, status: Status, opens: Option<i64>, closes: Option<i64>) -> Window {
        let times = RegistrationTimes { opens: opens.map(at), closes: closes.map(at), starts: at(100), ends: at(108) };
        registration_open(at(now), status, &times)
    }

    #[test]
    fn an_announced_event_is_open_until_it_starts() {
        for status in [Status::Announced, Status::Confirmed] {
            assert_eq!(window(0, status, None, None), Window::Open);
            assert_eq!(window(99, status, None, None), Window::Open);
            assert_eq!(window(100, status, None, None), Window::Closed);
            assert_eq!(window(108, status, None, None), Window::Ended);
        }
    }

    #[test]
    fn the_host_can_open_and_close_it() {
        assert_eq!(window(9, Status::Announced, Some(10), Some(50)), Window::NotYet(at(10)));
        assert_eq!(window(10, Status::Announced, Some(10), Some(50)), Window::Open);
        assert_eq!(window(50, Status::Announced, Some(10), Some(50)), Window::Closed);
        assert_eq!(window(104, Status::Confirmed, None, Some(106)), Window::Open);
    }

    #[test]
    fn other_statuses_are_never_open() {
        let closed = [
            (Status::Draft, Window::NotAnnounced, "not_open"),
            (Status::Tentative, Window::NotAnnounced, "not_open"),
            (Status::Held, Window::Ended, "closed"),
            (Status::Cancelled, Window::Cancelled, "status"),
        ];
        for (status, state, code) in closed {
            assert_eq!(window(20, status, Some(10), Some(50)), state);
            assert_eq!(state.check().unwrap_err().code, code);
        }
        assert!(Window::Open.check().is_ok());
    }
}
