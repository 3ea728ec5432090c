"""Answers questions about fair times by brute force and compares: slots.py FILE, written by the example `slots`.

Every candidate is weighed minute by minute with Python's zoneinfo and exact fractions, and all of them are sorted.
"""

import json
import os
import sys
from datetime import date, datetime, timedelta, timezone
from fractions import Fraction
from functools import cache
from itertools import combinations

os.environ["PYTHONTZPATH"] = ""  # the pinned tzdata, not the machine's

import tzdata
from zoneinfo import ZoneInfo

UTC = timezone.utc
BY_HOUR = [64, 96, 128, 128, 128, 96, 32, 8, 2] + [0] * 8 + [1, 2, 4, 8, 16, 32, 48]
MINUTE = timedelta(minutes=1)


@cache
def clock(zone: str, day: date) -> list[tuple[int, int]]:
    """For each minute of a UTC day: what it hurts there, and the local minute of the day."""
    tz, at, found = ZoneInfo(zone), datetime(day.year, day.month, day.day, tzinfo=UTC), []
    for _ in range(1440):
        there = at.astimezone(tz)
        found.append((BY_HOUR[there.hour] + (4 if there.weekday() >= 5 else 0), there.hour * 60 + there.minute))
        at += MINUTE
    return found


@cache
def meeting(zone: str, start: datetime, minutes: int) -> tuple[int, frozenset]:
    """The pain of a meeting in a zone, summed over its minutes, and the local minutes it touches."""
    left, at, pain, touched = minutes, start, 0, set()
    while left:
        first = at.hour * 60 + at.minute
        part = clock(zone, at.date())[first : first + left]
        pain += sum(hurts for hurts, _ in part)
        touched.update(minute for _, minute in part)
        left -= len(part)
        at += MINUTE * len(part)
    return pain, frozenset(touched)


def night_minutes(night: dict) -> set[int]:
    start, end = (int(text[:2]) * 60 + int(text[3:]) for text in (night["from"], night["to"]))
    return set(range(start, end)) if start <= end else set(range(start, 1440)) | set(range(end))


def rounded(value) -> int:
    return round(value * 1_000_000)


class Asked:
    def __init__(self, question: dict):
        self.question = question
        self.minutes = question["duration_minutes"]
        self.people = [(p["zone"], p["count"]) for p in question["people"]]
        self.past = {p["zone"]: Fraction(p["pain"]) for p in question["past"]}
        self.night = night_minutes(question["night"])
        self.burdens, self.totals = {}, {}
        self.weight = {zone: count if question["weigh"] == "person" else 1 for zone, count in self.people}

    def taken(self, zone: str, starts) -> tuple[int, int]:
        pains = [meeting(zone, start, self.minutes)[0] for start in starts]
        return min(range(len(pains)), key=lambda run: pains[run]), min(pains)

    def key(self, starts):
        return self.order([self.taken(zone, starts)[1] for zone, _ in self.people], starts)

    def order(self, pains: list[int], starts):
        burdens = [self.burden(zone, pain) for (zone, _), pain in zip(self.people, pains)]
        burdens.sort(reverse=True)
        return burdens, self.total(sum(weight * pain for weight, pain in zip(self.weight.values(), pains))), starts

    def total(self, total: int) -> int:
        known = self.totals.get(total)
        if known is None:
            known = self.totals[total] = rounded(Fraction(total, self.minutes))
        return known

    def burden(self, zone: str, pain: int) -> int:
        known = self.burdens.get((zone, pain))
        if known is None:
            known = self.burdens[zone, pain] = rounded(self.past[zone] + Fraction(pain, self.minutes))
        return known

    def figures(self, starts) -> dict:
        rows, burdens = [], []
        for zone, count in self.people:
            run, pain = self.taken(zone, starts)
            pain = Fraction(pain, self.minutes)
            local = starts[run].astimezone(ZoneInfo(zone))
            burdens.append(float(self.past[zone] + pain))
            night = bool(meeting(zone, starts[run], self.minutes)[1] & self.night)
            shift = (local.date() - starts[run].date()).days
            rows.append({"zone": zone, "run": run + 1, "local": local.strftime("%Y-%m-%dT%H:%M"), "day_shift": shift, "pain": pain, "night": night})
        mean = sum(burdens) / len(burdens)
        return {
            "starts_at": [start.strftime("%Y-%m-%dT%H:%M:%SZ") for start in starts],
            "worst_pain": max(row["pain"] for row in rows),
            "total_pain": sum(self.weight[row["zone"]] * row["pain"] for row in rows),
            "spread": (sum((burden - mean) ** 2 for burden in burdens) / len(burdens)) ** 0.5,
            "night_people": sum(count for row, (_, count) in zip(rows, self.people) if row["night"]),
            "by_zone": rows,
        }

    def candidates(self):
        """The key of every candidate."""
        step = timedelta(minutes=self.question["step_minutes"])
        for text in self.question["dates"]:
            start = datetime.fromisoformat(text + "T00:00+00:00")
            starts = [start + n * step for n in range(1440) if n * step < timedelta(days=1)]
            pains = [[meeting(zone, one, self.minutes)[0] for zone, _ in self.people] for one in starts]
            if self.question["runs"] == 1:
                yield from (self.order(*pair) for pair in zip(pains, ((one,) for one in starts)))
                continue
            for first, second in combinations(range(len(starts)), 2):
                if starts[second] - starts[first] >= self.minutes * MINUTE:
                    yield self.order(list(map(min, pains[first], pains[second])), (starts[first], starts[second]))

    def ten(self):
        zone = ZoneInfo(self.people[0][0])
        found = []
        for text in self.question["dates"]:
            local = datetime.fromisoformat(text + "T10:00").replace(tzinfo=zone)
            at = local.astimezone(UTC)
            if at.astimezone(zone).replace(tzinfo=None) == local.replace(tzinfo=None):
                found.append((at,))
        return min(found, key=self.key, default=None)

    def answer(self) -> dict:
        keys = sorted(self.candidates())
        if not keys:
            return {"code": "no_candidate"}
        ten = self.ten()
        least = min(keys, key=lambda key: (key[1], key[0], key[2]))
        return {
            "slots": [self.figures(key[2]) for key in keys[: self.question["limit"]]],
            "baselines": {"organiser_ten": ten and self.figures(ten), "least_total": self.figures(least[2])},
        }


def differ(ours, theirs, where=""):
    """The first place where two answers are not the same; numbers may differ by less than a billionth of what they are."""
    if isinstance(theirs, dict):
        return next((at for key in theirs if (at := differ(ours.get(key), theirs[key], f"{where}.{key}"))), None)
    if isinstance(theirs, list) and len(ours) == len(theirs):
        return next((at for n, pair in enumerate(zip(ours, theirs)) if (at := differ(*pair, f"{where}[{n}]"))), None)
    if isinstance(theirs, (float, Fraction)) and not isinstance(ours, (str, type(None))):
        return None if abs(ours - theirs) <= 1e-9 * max(1, abs(theirs)) else f"{where}: {ours}, not {float(theirs)}"
    return None if ours == theirs else f"{where}: {ours}, not {theirs}"


def main(file: str) -> int:
    bad, counts = 0, {1: 0, 2: 0}
    with open(file) as lines:
        for line in lines:
            case = json.loads(line)
            question, ours = case["question"], case["answer"]
            if "tzdb" in ours and ours["tzdb"] != tzdata.IANA_VERSION:
                print(f"slots.py: the answers are of {ours['tzdb']}, the package tzdata of {tzdata.IANA_VERSION}", file=sys.stderr)
                return 1
            counts[question["runs"]] += 1
            if at := differ(ours, Asked(question).answer()):
                print(f"{at}\n  {json.dumps(question)}", file=sys.stderr)
                bad += 1
    print(f"slots.py: {counts[1]} questions for one run, {counts[2]} for two; {bad} complaints")
    return 1 if bad or not sum(counts.values()) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
