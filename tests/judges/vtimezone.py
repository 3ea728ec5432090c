"""Compares the VTIMEZONE of every zone with Python's zoneinfo: vtimezone.py DIR, written by the example `vtimezones`.

Where a yearly nth weekday can say what a zone does from three years before to three years after, both must show the same offset
every day at 00:00 and 12:00 UTC and change at the same second. A zone whose rule has an hour outside 0-23 is bounded to the year
of its event, and any other zone may stand in UTC, but where it has a VTIMEZONE that must be right in the event's year.
"""

import os
import re
import sys
from datetime import date, datetime, timedelta, timezone
from functools import cache
from importlib import resources
from io import StringIO
from pathlib import Path

os.environ["PYTHONTZPATH"] = ""  # the pinned tzdata, not the machine's

import tzdata
from dateutil.tz import tzical
from zoneinfo import ZoneInfo

AROUND = 3
UTC = timezone.utc


def samples(years: range) -> list[datetime]:
    half_days = (date(years.stop, 1, 1) - date(years.start, 1, 1)).days * 2
    first = datetime(years.start, 1, 1, tzinfo=UTC)
    return [first + timedelta(hours=12 * n) for n in range(half_days + 1)]


def offset(zone, at: datetime) -> int:
    return int(at.astimezone(zone).utcoffset().total_seconds())


def changes(zone, years: range) -> list[tuple[datetime, int, int]]:
    """The instants, to the second, at which the offset changes, with the offsets before and after."""
    found = []
    times = samples(years)
    offsets = [offset(zone, at) for at in times]
    for before, after, old, new in zip(times, times[1:], offsets, offsets[1:]):
        while old != new and after - before > timedelta(seconds=1):
            middle = before + timedelta(seconds=(after - before).total_seconds() // 2)
            before, after = (middle, after) if offset(zone, middle) == old else (before, middle)
        if old != new:
            found.append((after, old, new))
    return found


@cache
def offsets_of_rules(rules: str, years: range):
    zone = tzical(StringIO(rules)).get()
    return offset(zone, samples(years)[0]), changes(zone, years)


@cache
def offsets_of_zone(name: str, years: range):
    zone = ZoneInfo(name)
    return offset(zone, samples(years)[0]), changes(zone, years)


def ways_to_say(at: datetime, old: int, new: int) -> set:
    local = at.astimezone(timezone(timedelta(seconds=old)))
    ways = {(local.day - 1) // 7 + 1}
    if (local + timedelta(days=7)).month != local.month:
        ways.add(-1)
    return {(local.month, nth, local.weekday(), local.time(), old, new) for nth in ways - {5}}


def is_yearly(name: str, years: range) -> bool:
    """Nothing in any year, or in every year the same two changes, each on the same nth weekday at the same local time."""
    by_year = {year: [] for year in years}
    for at, old, new in offsets_of_zone(name, years)[1]:
        by_year[at.astimezone(timezone(timedelta(seconds=old))).year].append(ways_to_say(at, old, new))
    if not any(by_year.values()):
        return True
    if any(len(found) != 2 for found in by_year.values()):
        return False
    return all(set.intersection(*(found[n] for found in by_year.values())) for n in range(2))


def has_hours_outside_the_day(name: str) -> bool:
    footer = resources.files("tzdata.zoneinfo").joinpath(*name.split("/")).read_bytes().rstrip(b"\n").rsplit(b"\n", 1)[-1].decode()
    return any(not 0 <= int(hour) <= 23 for hour in re.findall(r"/(-?\d+)", footer))


def judge(name: str, text: str, year: int, counts: dict):
    start = re.search(r"^DTSTART(?:;TZID=([^:]+))?:(\d{8}T\d{6})(Z?)$", text[text.index("BEGIN:VEVENT") :], re.M)
    tzid, local, utc = start.groups()
    expected = datetime(year, 8, 1, 10, tzinfo=ZoneInfo(name))
    expected += timedelta(days=(2 - expected.weekday()) % 7 + 14)
    written = datetime.strptime(local, "%Y%m%dT%H%M%S").replace(tzinfo=UTC if utc else ZoneInfo(tzid))
    if written.astimezone(UTC) != expected.astimezone(UTC):
        yield f"starts at {written}, not {expected}"
    around = range(year - AROUND, year + AROUND + 1)
    bounded = has_hours_outside_the_day(name)
    if not tzid:
        counts["in UTC"] = counts.get("in UTC", 0) + 1
        if is_yearly(name, around) and offsets_of_zone(name, around) != (0, []):
            yield "stands in UTC, but a yearly nth weekday says what it does"
        return
    if tzid != name:
        yield f"has the TZID {tzid}"
    whole = is_yearly(name, around) and not bounded
    years = around if whole else range(year, year + 1)
    kind = f"equal for {len(years)} years" if whole else "bounded to the year" if bounded else "equal for the year"
    counts[kind] = counts.get(kind, 0) + 1
    rules = re.search(r"BEGIN:VTIMEZONE.*?END:VTIMEZONE\n", text, re.S)[0].replace(f"TZID:{name}\n", "TZID:X\n")
    ours, theirs = offsets_of_rules(rules, years), offsets_of_zone(name, years)
    if ours != theirs:
        yield f"VTIMEZONE says {ours}, zoneinfo {theirs}"


def main(directory: str) -> int:
    release, year = (Path(directory) / "zones.txt").read_text().split()
    year = int(year)
    if release != tzdata.IANA_VERSION:
        print(f"vtimezone.py: the calendars are of {release}, the package tzdata of {tzdata.IANA_VERSION}", file=sys.stderr)
        return 1
    bad, counts, files = 0, {}, sorted(Path(directory).glob("*.ics"))
    for file in files:
        name = file.stem.replace("__", "/")
        for complaint in judge(name, file.read_bytes().decode().replace("\r\n", "\n"), year, counts):
            print(f"{name}: {complaint}", file=sys.stderr)
            bad += 1
    says = ", ".join(f"{count} {kind}" for kind, count in sorted(counts.items()))
    print(f"vtimezone.py: {len(files)} zones of {release}, {year}: {says}; {bad} complaints")
    return 1 if bad or not files else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
