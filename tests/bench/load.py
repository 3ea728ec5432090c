"""Load by wrk, from a core of its own."""
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from place import CLIENT, pinned

CONNECTIONS = 32
UNITS = {"us": 0.001, "ms": 1, "s": 1_000, "m": 60_000}


@dataclass
class Measured:
    """Answers a second, and how long they took in milliseconds."""

    rate: float
    p50: float
    p99: float
    failed: int


def wrk(address, seconds, options, arguments=()):
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "60s", "--latency", *options, address, *arguments]
    ended = subprocess.run(pinned(CLIENT, command), capture_output=True, text=True)
    if ended.returncode != 0:
        raise SystemExit(f"bench: {ended.stderr or ended.stdout}")
    return ended.stdout


def milliseconds(text, share):
    number, unit = re.search(rf"^ +{share}%\s+([\d.]+)(us|ms|s|m)\b", text, re.M).groups()
    return float(number) * UNITS[unit]


def failures(text):
    answers = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    broken = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", text)
    return (int(answers[1]) if answers else 0) + (sum(map(int, broken.groups())) if broken else 0)


class Load:
    """One who asks for pages with these headers."""

    def __init__(self, address, seconds, headers):
        self.address, self.seconds = address, seconds
        self.headers = [part for name, value in headers.items() for part in ("-H", f"{name}: {value}")]

    def get(self, path):
        wrk(self.address + path, 1, self.headers)
        text = wrk(self.address + path, self.seconds, self.headers)
        rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1])
        return Measured(rate, milliseconds(text, 50), milliseconds(text, 99), failures(text))


def rush(place, event, mode, seconds):
    """Each token of the seed registers once."""
    script, tokens = Path(__file__).with_name("rush.lua"), place.folder / "tokens"
    text = wrk(place.address, seconds, ["-s", str(script)], ["--", str(tokens), event, mode])
    made, took, refused = re.search(r"made (\d+) in ([\d.]+) s, refused (\d+)", text).groups()
    return Measured(int(made) / float(took), milliseconds(text, 50), milliseconds(text, 99), int(refused))
