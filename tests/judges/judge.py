"""Has PyPI's icalendar, vobject, ical and recurring-ical-events read calendars: judge.py FILE.ics… (exit 1 on any complaint)."""

import io
import logging
import os
import sys
import warnings
from datetime import timedelta
from pathlib import Path

os.environ["PYTHONTZPATH"] = ""  # the pinned tzdata, not the machine's

import icalendar
import recurring_ical_events
import vobject
from ical.calendar_stream import IcsCalendarStream

import bytes_check


def by_icalendar(data: bytes):
    calendars = icalendar.Calendar.from_ical(data, multiple=True)
    if len(calendars) != 1:
        yield f"{len(calendars)} calendars"
    calendar = calendars[0]
    for component in calendar.walk():
        for name, error in component.errors:
            yield f"{component.name} {name}: {error}"
    if missing := calendar.get_missing_tzids():
        yield f"missing tzids {sorted(missing)}"
    for event in calendar.events:
        if event.DTEND <= event.DTSTART:
            yield f"{event.uid}: DTEND {event.DTEND} is not after DTSTART {event.DTSTART}"
    again = icalendar.Calendar.from_ical(calendar.to_ical())
    if [event.get("summary") for event in again.events] != [event.get("summary") for event in calendar.events]:
        yield "a SUMMARY changes when written again"


def by_recurring(data: bytes):
    calendar = icalendar.Calendar.from_ical(data)
    for event in calendar.events:
        day = timedelta(days=1)
        found = recurring_ical_events.of(calendar, skip_bad_series=False).between(event.start - day, event.end + day)
        times = [other.start for other in found if other.get("uid") == event.get("uid")]
        if times != [event.start]:
            yield f"{event.uid}: occurs at {times}, not once at {event.start}"


def by_vobject(data: bytes):
    calendar = vobject.readOne(io.StringIO(data.decode(), newline=""))
    calendar.validate(raiseException=True)
    for event in calendar.contents.get("vevent", []):
        if event.dtend.value <= event.dtstart.value:
            yield f"{event.uid.value}: ends before it starts"
    theirs = [event.summary.value for event in calendar.contents.get("vevent", [])]
    ours = [str(event["summary"]) for event in icalendar.Calendar.from_ical(data).events]
    if theirs != ours:
        yield f"icalendar and vobject read different summaries: {ours} {theirs}"


def by_ical(data: bytes):
    calendar = IcsCalendarStream.calendar_from_ics(data.decode())
    ours = {str(event["uid"]): event for event in icalendar.Calendar.from_ical(data).events}
    if {event.uid for event in calendar.events} != set(ours):
        yield "icalendar and ical read different UIDs"
    for event in calendar.events:
        other = ours.get(event.uid)
        if other is not None and (event.dtstart, event.dtend) != (other.start, other.end):
            yield f"{event.uid}: icalendar and ical read different times: {other.start} {event.dtstart}"


def judge(data: bytes, attached: bool):
    for complaint in bytes_check.complaints(data, attached):
        yield f"bytes: {complaint}"
    for reader in [by_icalendar, by_recurring, by_vobject, by_ical]:
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            try:
                for complaint in reader(data):
                    yield f"{reader.__name__[3:]}: {complaint}"
            except Exception as error:  # whatever a reader raises is a complaint
                yield f"{reader.__name__[3:]}: {type(error).__name__}: {error}"
        for warning in warned:
            if not issubclass(warning.category, DeprecationWarning):
                yield f"{reader.__name__[3:]}: {warning.message}"


def main(files: list[str]) -> int:
    logging.disable(logging.CRITICAL)
    bad = 0
    for file in files:
        path = Path(file)
        # Where run.sh puts what it finds in mails.
        for complaint in judge(path.read_bytes(), attached=path.parent.name == "mail"):
            print(f"{file}: {complaint}", file=sys.stderr)
            bad += 1
    print(f"judge.py: {len(files)} calendars, {bad} complaints")
    return 1 if bad or not files else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
