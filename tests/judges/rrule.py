"""Writes what python-dateutil makes of 320 random rules, as the fixture the domain's own dates are compared with.

    pip install python-dateutil
    python3 tests/judges/rrule.py > app/domain/src/recurrence/fixtures/dateutil.json

Each line is [rule, first, from, [dates]]: `first` is the DTSTART, the dates are the first five on or after `from`.
Two things are left out on purpose: weekdays with and without an ordinal in one rule, which dateutil intersects where
RFC 5545 unites them, and month days in a weekly rule, which RFC 5545 forbids.
"""

import datetime
import itertools
import json
import random

from dateutil.rrule import rrulestr

WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
MONTH_DAYS = [1, 2, 13, 15, 17, 28, 29, 30, 31, -1, -2, -15, -28, -29, -30, -31]
END = "21991231T000000"


def chance(dice, percent):
    return dice.randrange(100) < percent


def some(dice, values, most):
    return ",".join(str(value) for value in dice.sample(values, dice.randint(1, most)))


def ordinals(frequency, has_month):
    widest = 53 if frequency == "YEARLY" and not has_month else 5
    near = [n for n in (1, 2, 3, 4, 5, 10, 33, 52, 53) if n <= widest]
    return near + [-n for n in near]


def rule(dice):
    frequency = dice.choice(["YEARLY", "YEARLY", "MONTHLY", "WEEKLY"])
    parts = ["FREQ=" + frequency]
    if chance(dice, 50):
        parts.append(f"INTERVAL={dice.choice([2, 2, 3, 4, 5, 7, 12, 13])}")
    has_month = chance(dice, 55 if frequency == "YEARLY" else 25)
    if has_month:
        parts.append("BYMONTH=" + some(dice, list(range(1, 13)), 3))
    if frequency != "WEEKLY" and chance(dice, 40):
        parts.append("BYMONTHDAY=" + some(dice, MONTH_DAYS, 3))
    if chance(dice, 60):
        if frequency == "WEEKLY" or chance(dice, 35):
            parts.append("BYDAY=" + some(dice, WEEKDAYS, 3))
        else:
            days = [f"{n}{day}" for n in ordinals(frequency, has_month) for day in WEEKDAYS]
            parts.append("BYDAY=" + some(dice, days, 2))
    return ";".join(parts)


def day(dice):
    corners = [(2024, 2, 29), (2027, 1, 31), (2027, 12, 31), (2026, 12, 28), (2099, 11, 30)]
    if chance(dice, 25):
        return datetime.datetime(*dice.choice(corners))
    return datetime.datetime(2022, 1, 1) + datetime.timedelta(days=dice.randrange(3000))


def case(dice):
    text, first = rule(dice), day(dice)
    start = first + datetime.timedelta(days=dice.choice([0, 0, 1, 6, 30, 365, 1000, 3653]))
    dates = rrulestr(f"{text};UNTIL={END}", dtstart=first)
    found = itertools.islice((date for date in dates if date >= start), 5)
    return [text, first.date().isoformat(), start.date().isoformat(), [date.date().isoformat() for date in found]]


def main():
    dice = random.Random(2027)
    lines = [json.dumps(case(dice), separators=(",", ":")) for _ in range(320)]
    print("[\n" + ",\n".join(lines) + "\n]")


if __name__ == "__main__":
    main()
