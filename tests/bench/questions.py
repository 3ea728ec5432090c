"""The hard questions: fair times for the whole world and a month of days, and equal shares among many ballots."""
import json
import random
import time
import urllib.request
from statistics import median
from zoneinfo import available_timezones

from table import Figure

ASKED = 5
CONTINENTS = {"Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"}


def took(address, path, question, asked=ASKED):
    """Milliseconds until the whole answer is there, the question read and the answer written included."""
    body = json.dumps(question, separators=(",", ":")).encode()
    request = urllib.request.Request(f"{address}/api/v1{path}", body, {"Content-Type": "application/json"})
    times = []
    for _ in range(asked):
        began = time.monotonic()
        with urllib.request.urlopen(request, timeout=60) as answer:
            answer.read()
        times.append((time.monotonic() - began) * 1000)
    return median(times)


def slots(runs):
    """400 zones, a few people in each, all of August in steps of five minutes."""
    zones = sorted(name for name in available_timezones() if name.split("/")[0] in CONTINENTS)[:400]
    people = [{"zone": zone, "count": 1 + i % 9} for i, zone in enumerate(zones)]
    days = [f"2027-08-{day:02}" for day in range(1, 32)]
    return {"dates": days, "duration_minutes": 90, "step_minutes": 5, "people": people, "runs": runs}


def shares(items, ballots):
    """Everybody likes a handful, some topics far more than others; the same ballots each time."""
    dice = random.Random(2027)
    names = [f"t{i}" for i in range(items)]
    likes = [1 / (i + 3) for i in range(items)]
    vote = lambda: {"approve": sorted(set(dice.choices(names, likes, k=dice.randint(1, 9))))}
    topics = [{"id": name, "minutes": dice.choice([10, 15, 20, 30, 45, 60])} for name in names]
    return {"method": "equal_shares", "items": topics, "ballots": [vote() for _ in range(ballots)], "minutes": 600}


def ranked(items, ballots):
    """Everybody ranks up to six."""
    asked = shares(items, ballots)
    ballots = [{"ranking": [[name] for name in ballot["approve"][:6]]} for ballot in asked["ballots"]]
    return {**asked, "method": "ranked", "ballots": ballots}


def questions(place):
    yield Figure.level("fair times, 400 zones, 31 days, 5 min", took(place.address, "/tools/slots", slots(1)), "ms", most=50)
    yield Figure.level("the same, held twice", took(place.address, "/tools/slots", slots(2)), "ms", most=2_000)
    tally = took(place.address, "/tools/tally", shares(100, 10_000))
    yield Figure.level("equal shares, 100 topics, 10,000 ballots", tally, "ms", most=1_000)
    # As much as is taken at all.
    for name, asked in [("equal shares", shares(500, 100_000)), ("Schulze", ranked(500, 100_000))]:
        took_all = took(place.address, "/tools/tally", asked, 1)
        yield Figure(f"{name}, 500 topics, 100,000 ballots", None, value=f"{took_all:,.0f} ms")
