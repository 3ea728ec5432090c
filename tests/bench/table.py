"""Figures against their bars, and how they grow."""
import re
from dataclasses import dataclass
from pathlib import Path

from load import Measured


@dataclass
class Figure:
    """One line: what was measured, and the bar it has, if any."""

    name: str
    measured: Measured
    bar: float = 0
    p99: float = 0
    value: str = ""
    wanted: str = ""
    met: bool = True

    def __post_init__(self):
        if self.value:
            return
        m = self.measured
        self.value = f"{m.rate:,.0f}/s, p50 {m.p50:.1f} ms, p99 {m.p99:.1f} ms" + (f", {m.failed} failed" if m.failed else "")
        self.wanted = f"≥ {self.bar:,.0f}/s" + (f", p99 < {self.p99} ms" if self.p99 else "") if self.bar else ""
        self.met = m.rate >= self.bar and (not self.p99 or m.p99 < self.p99) and not m.failed

    @staticmethod
    def level(name, value, unit, most=None, least=None):
        wanted = f"≤ {most} {unit}" if most is not None else f"≥ {least} {unit}"
        met = value <= most if most is not None else value >= least
        return Figure(name, None, value=f"{value:,.1f} {unit}", wanted=wanted, met=met)

    @property
    def verdict(self):
        return ("met" if self.met else "MISSED") if self.wanted else ""


def rows(head, lines):
    """A Markdown table, aligned for a terminal too."""
    lines = [head, ["-" * len(cell) for cell in head], *lines]
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]
    return "\n".join("| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths)) + " |" for line in lines)


def table(figures):
    return rows(["figure", "bar", "measured", "verdict"], [[f.name, f.wanted, f.value, f.verdict] for f in figures])


def growth(runs):
    """The same figures at every size, a second each."""
    names = [figure.name for figure in runs[0][1] if figure.measured]
    rate = lambda figures, name: f"{next(f.measured.rate for f in figures if f.name == name):,.0f}"
    head = ["answers a second"] + [f"{people:,} people, {events} events" for (people, events), _ in runs]
    return rows(head, [[name] + [rate(figures, name) for _, figures in runs] for name in names])


def in_a_browser(report):
    """The lines of `weigh` and `move` that have a bar."""
    if not report:
        return []
    found = re.findall(r"([\d.]+) (KB|ms)  (.+), at most ([\d.]+) ", Path(report).read_text())
    name = {"KB": "weight of an event page: {}", "ms": "apart: {}"}
    return [Figure.level(name[unit].format(what), float(value), unit, most=float(most)) for value, unit, what, most in found]
