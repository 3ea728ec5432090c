#!/usr/bin/env python3
"""run.py SAIETS SEED CACHE REPORT [SEEN]: what the server carries, on one core, loaded from another.

SAIETS is the binary, SEED the program that fills a data folder, CACHE where pretalx is kept, REPORT the table's file, SEEN what
`weigh` and `move` printed. Never a test: figures of a busy machine say little.
"""
import sys
from pathlib import Path

import pretalx
from load import Load, rush
from place import Place
from questions import questions
from table import Figure, growth, in_a_browser, table

# People, events, seconds each figure is measured; the last is the one the bars are for.
SIZES = [(100, 10, 2), (10_000, 10, 2), (100, 500, 2), (10_000, 500, 5)]
SESSIONS = 150
EVENT, AGENDA, FEED = "/lv/events/forum", "/lv/events/forum/agenda", "/calendar.ics"
BROWSER = {"Accept": "text/html", "Accept-Encoding": "gzip, br"}


def pages(place, seconds):
    """Reading, as a browser or a calendar program does."""
    visitor = Load(place.address, seconds, BROWSER)
    person = Load(place.address, seconds, BROWSER | {"Cookie": f"saiets_session={place.line('session')}"})
    calendar = Load(place.address, seconds, {"Accept-Encoding": "gzip"})
    known = Load(place.address, seconds, {"If-None-Match": place.etag(FEED)})
    yield Figure("event page, visitor", visitor.get(EVENT), bar=5_000, p99=20)
    yield Figure(f"agenda of {SESSIONS} sessions, visitor", visitor.get(AGENDA), bar=1_500)
    yield Figure("public feed of all events", calendar.get(FEED), bar=1_500)
    yield Figure("the same, known by its ETag", known.get(FEED), bar=15_000)
    yield Figure("list of events, visitor", visitor.get("/lv/events"))
    yield Figure("topics, visitor", visitor.get("/lv/events/forum/topics"))
    yield Figure("event page, signed in (made for each)", person.get(EVENT))
    yield Figure("agenda, signed in (made for each)", person.get(AGENDA))


def writes(place, seconds):
    """Everybody wants a place at once, each with a token of their own; mails are composed beside it."""
    yield Figure("registration, online without limit", rush(place, "rush", "online", seconds), bar=1_000)
    yield Figure("registration, 500 seats and a line", rush(place, "rush-of-few", "in_person", seconds))


def measure(saiets, seed, people, events, seconds):
    """All figures at one size."""
    with Place.seeded(saiets, seed, people, events, SESSIONS) as place:
        figures = list(pages(place, seconds)) + list(writes(place, seconds))
        figures.append(Figure.level("memory of the server", place.memory(), "MB", most=120))
        figures.append(Figure.level("start", place.started_after, "s", most=1))
        return figures


def beside(saiets, seed, cache):
    """pretalx' own example, and an agenda as long as its schedule."""
    theirs = pretalx.measure(cache, seconds=6)
    if theirs is None:
        return []
    with Place.seeded(saiets, seed, 100, 10, SESSIONS) as place:
        ours = Load(place.address, 4, BROWSER).get("/en/events/beside/agenda")
    times = ours.rate / max(theirs.rate, 0.001)
    return [
        Figure("pretalx, schedule of 36 sessions", theirs),
        Figure("agenda of 36 sessions, visitor", ours),
        Figure.level("times as many", times, "×", least=100),
    ]


def hard(saiets, seed):
    """Questions that take thinking and no data."""
    with Place.seeded(saiets, seed, 100, 10, SESSIONS) as place:
        return list(questions(place))


def main(saiets, seed, cache, report, seen=None):
    runs = []
    for people, events, seconds in SIZES:
        print(f"\n{people} people, {events} events", flush=True)
        runs.append(((people, events), measure(saiets, seed, people, events, seconds)))
        print(table(runs[-1][1]), flush=True)
    bars = runs[-1][1] + hard(saiets, seed) + beside(saiets, seed, Path(cache)) + in_a_browser(seen)
    text = f"{table(bars)}\n\n{growth(runs)}\n"
    Path(report).write_text(text)
    print(f"\n{text}")


if __name__ == "__main__":
    main(*sys.argv[1:])
