"""Measures the graders of the initializers on the bank: how often they err, with confidence bounds.

    python -m tests.calibrate --gradings 100000 --secrets 200      (make calibrate)

Writes into build/calibration/: `initializers.md` (rates and every entry), `anchors.md` (well-known courses'
tests on the same bank) and `power.png` (power against the relative error of the scale).
"""

import argparse
import multiprocessing
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from scipy import stats

from tests import anchors
from tests.bank import local
from tests.bank.initializers.entry import Entry, correct_entries, wrong_entries

CONFIDENCE = 0.99
CHUNK = 50  # gradings per task: about a second
SLOW_GRADINGS = 5  # of a slow right entry, such as a loop over every weight


@dataclass(frozen=True)
class Task:
    """Gradings of one entry, one per secret."""

    kind: str  # "correct" or "wrong"
    index: int
    secrets: range


@dataclass(frozen=True)
class Tally:
    """What came of the gradings of one entry."""

    kind: str
    index: int
    gradings: int = 0
    exact: int = 0  # points and diagnoses as the entry says
    points: int = 0  # points as the entry says
    full: int = 0  # full points
    named: int = 0  # diagnoses as the entry says
    misnamed: int = 0  # a diagnosis that the entry does not give

    def __add__(self, other: "Tally") -> "Tally":
        counts = ("gradings", "exact", "points", "full", "named", "misnamed")
        return Tally(self.kind, self.index, *(getattr(self, c) + getattr(other, c) for c in counts))


def entries(kind: str) -> tuple[Entry, ...]:
    """Both banks by name."""
    return correct_entries() if kind == "correct" else wrong_entries()


def grade(task: Task) -> Tally:
    """Grades one entry under each secret of a task."""
    entry = entries(task.kind)[task.index]
    tally = Tally(task.kind, task.index)
    for secret in task.secrets:
        outcome = local.evaluate(entry.function, entry.implementation, secret)
        points = abs(outcome.lost - entry.lost) < 1e-9 and set(outcome.failed) == set(entry.fails)
        named = dict(outcome.failed) == dict(entry.fails)
        misnamed = any(key is not None and key != entry.fails.get(check) for check, key in outcome.failed.items())
        tally += Tally(task.kind, task.index, 1, points and named, points, outcome.lost == 0, named, misnamed)
    return tally


def tasks(gradings: int, secrets: int) -> Iterator[Task]:
    """All gradings in chunks; right entries share `gradings` evenly, the slow ones excepted."""
    slow = sum(entry.slow for entry in correct_entries())
    fast = len(correct_entries()) - slow
    each = -(-max(gradings - slow * SLOW_GRADINGS, 0) // fast)
    for index, entry in enumerate(correct_entries()):
        yield from _chunks("correct", index, min(each, SLOW_GRADINGS) if entry.slow else each)
    for index in range(len(wrong_entries())):
        yield from _chunks("wrong", index, secrets)


def _chunks(kind: str, index: int, count: int) -> Iterator[Task]:
    for start in range(0, count, CHUNK):
        yield Task(kind, index, range(start, min(start + CHUNK, count)))


def run(todo: Iterable[Task], processes: int) -> dict[tuple[str, int], Tally]:
    """The tally of every entry; prints how far it is."""
    todo = list(todo)
    total: dict[tuple[str, int], Tally] = {}
    with multiprocessing.Pool(processes) as pool:
        for done, tally in enumerate(pool.imap_unordered(grade, todo), start=1):
            key = (tally.kind, tally.index)
            total[key] = total.get(key, Tally(*key)) + tally
            if done % 100 == 0 or done == len(todo):
                print(f"  {done:,} of {len(todo):,} chunks", flush=True)
    return dict(sorted(total.items()))


def rate(count: int, of: int) -> str:
    """A share with its exact (Clopper-Pearson) confidence interval."""
    interval = stats.binomtest(count, of).proportion_ci(CONFIDENCE, method="exact")
    bounds = f"{CONFIDENCE:.0%} interval {interval.low:.2g} to {interval.high:.2g}"
    return f"{count:,} of {of:,} ({count / of:.3%}; {bounds})"


def summary(tallies: dict[tuple[str, int], Tally]) -> str:
    """The rates, as Markdown."""
    right = [t for t in tallies.values() if t.kind == "correct"]
    wrong = [(t, wrong_entries()[t.index]) for t in tallies.values() if t.kind == "wrong"]
    single = [t for t, e in wrong if not e.double and None not in e.fails.values()]
    unknown = [t for t, e in wrong if None in e.fails.values()]
    per_function = Counter[str]()
    for t in right:
        per_function[correct_entries()[t.index].function] += t.gradings
    rows = [
        ("right implementations that lost any point", _share(right, "full", inverted=True)),
        ("wrong implementations with full points", _share([t for t, _ in wrong], "full")),
        ("wrong implementations with exactly their points", _share([t for t, _ in wrong], "points")),
        ("single mistakes named as they should be", _share(single, "named")),
        ("formulas outside the catalogue of which this was said", _share(unknown, "named")),
        ("wrong implementations given a wrong name", _share([t for t, _ in wrong], "misnamed")),
    ]
    lines = [
        "| measured on the bank | rate |",
        "|---|---|",
        *(f"| {what} | {value} |" for what, value in rows),
    ]
    gradings = ", ".join(f"{name} {count:,}" for name, count in sorted(per_function.items()))
    return "\n".join([*lines, "", f"Gradings of right implementations: {gradings}.", ""])


def _share(tallies: Sequence[Tally], field: str, inverted: bool = False) -> str:
    of = sum(t.gradings for t in tallies)
    count = sum(getattr(t, field) for t in tallies)
    return rate(of - count if inverted else count, of) if of else "none"


def details(tallies: dict[tuple[str, int], Tally]) -> str:
    """Every wrong entry, and every right one that ever lost points, as a Markdown table."""
    lines = ["| entry | points lost | gradings | exactly so | full points |", "|---|---|---|---|---|"]
    for t in tallies.values():
        entry = entries(t.kind)[t.index]
        if t.kind == "wrong" or t.full < t.gradings:
            lines.append(f"| {entry} | {entry.lost:g} | {t.gradings} | {t.exact} | {t.full} |")
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs everything and writes the tables and the picture."""
    parser = argparse.ArgumentParser(prog="python -m tests.calibrate", description=__doc__.splitlines()[0])
    parser.add_argument("--gradings", type=int, default=100_000, help="of right implementations, all together")
    parser.add_argument("--secrets", type=int, default=200, help="for each wrong implementation")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--folder", type=Path, default=Path("build/calibration"))
    options = parser.parse_args(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)

    from tests import power_picture

    power_picture.save(options.folder / "power.png")
    tallies = run(tasks(options.gradings, options.secrets), options.processes)
    report = summary(tallies)
    print("\n" + report)
    (options.folder / "initializers.md").write_text(report + "\n" + details(tallies), encoding="utf-8")
    table = anchors.table()
    print(table)
    (options.folder / "anchors.md").write_text(table, encoding="utf-8")


if __name__ == "__main__":
    main()
