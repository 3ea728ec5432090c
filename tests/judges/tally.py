"""Counts votes by other programs and compares: tally.py FILE [FOLDER], the file written by the example `tallies`, a folder of `.pb` files
with what came of them beside (NAME.json).

Equal shares are those of `pabutools`, in exact fractions and raised minute by minute; ranked votes are counted by a Schulze of our own
here, by another algorithm (a widest path for each pair) and on every ballot's own pairs.
"""

import heapq
import json
import sys
from fractions import Fraction
from pathlib import Path

from pabutools.election import (
    Additive_Cardinal_Sat,
    ApprovalBallot,
    ApprovalProfile,
    Cardinality_Sat,
    CardinalBallot,
    CardinalProfile,
    Cost_Sat,
    Instance,
    Project,
    parse_pabulib,
)
from pabutools.fractions import frac
from pabutools.rules import greedy_utilitarian_welfare, method_of_equal_shares
from pabutools.tiebreaking import TieBreakingRule


def equal_shares(minutes: dict[str, int], budget: int, ballots: list[dict], utility: str) -> list[str]:
    """What is selected: equal shares raised by a minute at a time, then filled by utility per minute."""
    if not ballots:
        return []
    projects = {id: Project(id, cost) for id, cost in minutes.items()}
    instance = Instance(projects.values(), budget_limit=budget)
    scored = "scores" in ballots[0]
    single = [ballot for ballot in ballots for _ in range(ballot.get("weight", 1))]
    if scored:
        worth = lambda id, score: score * (minutes[id] if utility == "minutes" else 1)
        made = [CardinalBallot({projects[id]: worth(id, score) for id, score in one["scores"].items() if score}) for one in single]
        profile, satisfaction = CardinalProfile(made, instance=instance), Additive_Cardinal_Sat
        wanted = {project for ballot in made for project in ballot}
    else:
        made = [ApprovalBallot(projects[id] for id in one["approve"]) for one in single]
        profile, satisfaction = ApprovalProfile(made, instance=instance), Cost_Sat if utility == "minutes" else Cardinality_Sat
        wanted = {project for ballot in made for project in ballot}
    earlier = {project: place for place, project in enumerate(projects.values())}
    ties = TieBreakingRule(lambda instance, profile, project: earlier[getattr(project, "project", project)])
    bought = method_of_equal_shares(
        instance, profile, sat_class=satisfaction, tie_breaking=ties, voter_budget_increment=frac(1, len(single))
    )
    only = Instance(wanted, budget_limit=budget)
    if scored:
        profile = CardinalProfile(made, instance=only)
    filled = greedy_utilitarian_welfare(only, profile, sat_class=satisfaction, tie_breaking=ties, initial_budget_allocation=bought)
    rest = [project for project in filled if project not in bought]
    return [project.name for project in [*bought, *rest]]


def schulze(ids: list[str], ballots: list[dict]) -> tuple[list[str], dict]:
    """The order, and how many place one above the other."""
    over = {(a, b): 0 for a in ids for b in ids if a != b}
    for ballot in ballots:
        place = {id: n for n, group in enumerate(ballot["ranking"]) for id in group}
        for a, b in over:
            if place.get(a, len(ids) + 9) < place.get(b, len(ids) + 9):
                over[a, b] += ballot.get("weight", 1)
    chain = {a: widest(a, ids, over) for a in ids}
    order, left = [], list(ids)
    while left:
        first = next(a for a in left if all(chain[b][a] <= chain[a][b] for b in left if b != a))
        order.append(first)
        left.remove(first)
    return order, over


def widest(start: str, ids: list[str], over: dict) -> dict[str, int]:
    """The strongest chain of won comparisons to everybody else."""
    best, heap = dict.fromkeys(ids, 0), [(-sys.maxsize, start)]
    while heap:
        width, at = heapq.heappop(heap)
        for to in ids:
            if to in (at, start) or over[at, to] <= over[to, at]:
                continue
            reach = min(-width, over[at, to])
            if reach > best[to]:
                best[to] = reach
                heapq.heappush(heap, (-reach, to))
    return best


def filled(order: list[str], vote: dict, supported: set[str]) -> list[str]:
    minutes = {item["id"]: item["minutes"] for item in vote["items"]}
    winners, left, taken = vote["winners"] or len(order), vote["minutes"] or 10**9, []
    for id in order:
        if id in supported and len(taken) < winners and minutes[id] <= left:
            taken.append(id)
            left -= minutes[id]
    return taken


def named(ballot: dict) -> set[str]:
    if "ranking" in ballot:
        return {id for group in ballot["ranking"] for id in group}
    return set(ballot["approve"]) if "approve" in ballot else {id for id, score in ballot["scores"].items() if score}


def expected(vote: dict) -> dict:
    ids, ballots = [item["id"] for item in vote["items"]], vote["ballots"]
    minutes = {item["id"]: item["minutes"] for item in vote["items"]}
    found = {}
    if vote["method"] == "ranked":
        found["order"], over = schulze(ids, ballots)
        found["prefer"] = [[over.get((a, b), 0) for b in ids] for a in ids]
        found["selected"] = filled(found["order"], vote, set().union(*map(named, ballots)))
    else:
        found["selected"] = equal_shares(minutes, vote["minutes"], ballots, vote["utility"])
    served = [(len(named(ballot) & set(found["selected"])), ballot.get("weight", 1)) for ballot in ballots]
    found["minutes_used"] = sum(minutes[id] for id in found["selected"])
    found["covered"] = sum(weight for count, weight in served if count)
    found["mean"] = float(Fraction(sum(count * weight for count, weight in served), sum(weight for _, weight in served)))
    found["least"] = min(count for count, _ in served)
    return found


def ours(vote: dict, count: dict) -> dict:
    found = {"selected": count["selected"], "minutes_used": count["minutes_used"], **count["satisfaction"]}
    if vote["method"] == "ranked":
        found["order"] = [one["id"] for one in count["order"]]
        found["prefer"] = count["pairwise"]["prefer"]
    return found


def read_pb(path: Path) -> list[str]:
    """What comes of a `.pb` file as another program reads it, ties to the item listed first."""
    instance, profile = parse_pabulib(str(path))
    order, projects = [], False
    for line in path.read_text().splitlines():
        if projects and line in ("VOTES", "PROJECTS", "META"):
            projects = False
        elif projects:
            order.append(line.split(";")[0])
        projects = projects or line == "PROJECTS"
    minutes = {project.name: int(project.cost) for project in instance}
    ballots = [{"approve": [project.name for project in ballot]} for ballot in profile]
    return equal_shares({id: minutes[id] for id in order[1:]}, int(instance.budget_limit), ballots, "minutes")


def main(file: str, folder: str | None) -> int:
    bad, counts, files = 0, {"ranked": 0, "equal_shares": 0}, 0
    with open(file) as lines:
        for line in lines:
            case = json.loads(line)
            vote, theirs, mine = case["vote"], expected(case["vote"]), ours(case["vote"], case["count"])
            counts[vote["method"]] += 1
            if mine != theirs:
                print(f"{mine}, not\n{theirs}\n  {json.dumps(vote)}", file=sys.stderr)
                bad += 1
    for path in sorted(Path(folder).glob("*.pb")) if folder else []:
        files += 1
        theirs, mine = read_pb(path), json.loads(path.with_suffix(".json").read_text())["selected"]
        if list(map(str, mine)) != theirs:
            print(f"{path}: {mine}, not {theirs}", file=sys.stderr)
            bad += 1
    print(f"tally.py: {counts['ranked']} ranked votes, {counts['equal_shares']} of equal shares, {files} .pb files; {bad} complaints")
    return 1 if bad or not all(counts.values()) or folder and not files else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None))
