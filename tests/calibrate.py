"""Measures the graders on the bank, the reference and the release: how often they err, with confidence bounds.

    python -m tests.calibrate --gradings 100000 --secrets 200 --bank-secrets 20      (make calibrate)

The reference must get full points, the empty release none, and every answer of the bank exactly the verdict that
stands on it, whatever inputs a secret draws. The exit code is 1 where one did not. Writes into build/calibration/:
`graders.md` (the rates, a row for each function, every grading that differed), `entries.md` (every answer),
`anchors.md` (well-known courses' tests on the same bank) and `power.png` (power against the error of the scale).
"""

import argparse
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from scipy import stats

from autograder.verdict.judge import tests_of
from tests import anchors
from tests.bank import local
from tests.bank.entry import INITIALIZERS, Entry, entries_of
from tests.notebooks import defined_by

TWO_SIDED, ONE_SIDED = 0.99, 0.95  # confidence in a rate's interval, and in an upper bound
CHUNK, SHORT_CHUNK = 50, 10  # gradings per task: about a second, of an initializer and of any other function
TASKS = 200  # for one process, which grows with every Keras model it builds
SLOW_GRADINGS = 5  # of a slow right entry, such as a loop over every weight
REFERENCE, RELEASE = "reference", "release"


class Handed(Entry):
    """The reference or the release: graded in the notebook that it is handed out in."""

    @property
    def namespace(self) -> dict[str, Any]:
        """What the notebook defines."""
        return defined_by(self.name, local.graders()[self.function].notebook)


@cache
def answer(function: str, name: str) -> Entry:
    """The reference, the release, or an answer of the bank, by its name."""
    if name == REFERENCE:
        return Handed(function, name, lambda: None)
    if name == RELEASE:
        tests = {name.removeprefix("test_"): test for name, test in tests_of(local.graders()[function]).items()}
        first = {check: "not written" for check, test in tests.items() if not getattr(test, "needs", ())}
        return Handed(function, name, lambda: None, lost=sum(test.points for test in tests.values()), fails=first)
    return next(entry for entry in entries_of(function) if entry.name == name)


@dataclass(frozen=True)
class Task:
    """Gradings of one answer, one per secret."""

    function: str
    name: str
    secrets: range


@dataclass(frozen=True)
class Tally:
    """What came of the gradings of one answer."""

    function: str
    name: str
    gradings: int = 0
    exact: int = 0  # the verdict is the stated one
    points: int = 0  # the points and the checks that failed are
    named: int = 0  # the mistakes named are
    misnamed: int = 0  # a mistake is named that is not stated
    full: int = 0  # full points
    surprises: tuple[str, ...] = ()  # how a verdict differs from the stated one

    def __add__(self, other: "Tally") -> "Tally":
        counts = ("gradings", "exact", "points", "named", "misnamed", "full", "surprises")
        return Tally(self.function, self.name, *(getattr(self, c) + getattr(other, c) for c in counts))

    @property
    def entry(self) -> Entry:
        """What was graded."""
        return answer(self.function, self.name)

    @property
    def in_bank(self) -> bool:
        """Whether it is an answer of the bank."""
        return self.name not in (REFERENCE, RELEASE)


Tallies = Sequence[Tally]


def grade(task: Task) -> Tally:
    """Grades one answer under each secret of a task."""
    entry, tally = answer(task.function, task.name), Tally(task.function, task.name)
    for secret in task.secrets:
        outcome = local.evaluate(entry, secret)
        points, named = local.points_as_stated(entry, outcome), local.names_as_stated(entry, outcome)
        found = local.difference(entry, outcome)
        surprises = (f"secret {secret}: {found}",) if found else ()
        named_else = [key for check, key in outcome.failed.items() if entry.fails.get(check) not in (key, ...)]
        tally += Tally(
            task.function, task.name, 1, not found, points, named, any(named_else), outcome.lost == 0, surprises
        )
    return tally


def tasks(gradings: int, secrets: int, bank_secrets: int) -> Iterator[Task]:
    """All gradings in chunks.

    Right initializers share `gradings` evenly, the slow ones excepted; wrong ones and every function's reference are
    graded at `secrets`, all others at `bank_secrets`.
    """
    drawn = [entry for function in INITIALIZERS for entry in entries_of(function) if entry.right]
    slow = sum(entry.slow for entry in drawn)
    each = -(-max(gradings - slow * SLOW_GRADINGS, 0) // (len(drawn) - slow))
    for function in local.graders():
        yield from _chunks(function, REFERENCE, secrets)
        yield from _chunks(function, RELEASE, bank_secrets)
        for entry in entries_of(function):
            if function not in INITIALIZERS:
                count = bank_secrets
            elif not entry.right:
                count = secrets
            else:
                count = min(each, SLOW_GRADINGS) if entry.slow else each
            yield from _chunks(function, entry.name, count)


def _chunks(function: str, name: str, count: int) -> Iterator[Task]:
    size = CHUNK if function in INITIALIZERS else SHORT_CHUNK
    for start in range(0, count, size):
        yield Task(function, name, range(start, min(start + size, count)))


def run(todo: Sequence[Task], processes: int) -> list[Tally]:
    """The tally of every answer; prints how far it is."""
    total: dict[tuple[str, str], Tally] = {(task.function, task.name): Tally(task.function, task.name) for task in todo}
    # fresh processes: TensorFlow does not survive a fork, and the number of threads is read when NumPy is imported
    with multiprocessing.get_context("spawn").Pool(processes, maxtasksperchild=TASKS) as pool:
        for done, tally in enumerate(pool.imap_unordered(grade, todo), start=1):
            total[tally.function, tally.name] += tally
            if done % 500 == 0 or done == len(todo):
                print(f"  {done:,} of {len(todo):,} chunks", flush=True)
    return list(total.values())


def interval(count: int, of: int) -> str:
    """A share with its exact (Clopper-Pearson) confidence interval."""
    found = stats.binomtest(count, of).proportion_ci(TWO_SIDED, method="exact")
    return f"{count:,} of {of:,} ({count / of:.3%}; {TWO_SIDED:.0%} interval {found.low:.2g} to {found.high:.2g})"


def upper(count: int, of: int) -> float:
    """The upper bound of a share (Clopper and Pearson 1934, one-sided): 3 / n if none of n was seen."""
    return float(stats.binomtest(count, of, alternative="less").proportion_ci(ONE_SIDED, "exact").high)


def rates(tallies: Tallies) -> str:
    """The rates on the bank, of the initializers and of the other functions, as Markdown."""

    def stated(tally: Tally) -> bool:
        return not tally.entry.double and None not in tally.entry.fails.values()

    def unknown(tally: Tally) -> bool:
        return None in tally.entry.fails.values()

    bank = [t for t in tallies if t.in_bank]
    right, wrong = [t for t in bank if t.entry.right], [t for t in bank if not t.entry.right]
    rows: list[tuple[str, Tallies, Callable[[Tally], int]]] = [
        ("right answers that lost any point", right, lambda t: t.gradings - t.full),
        ("wrong answers with full points", wrong, lambda t: t.full),
        ("wrong answers with exactly their points", wrong, lambda t: t.points),
        ("single mistakes named as they should be", [t for t in wrong if stated(t)], lambda t: t.named),
        ("formulas outside the catalogue of which this was said", [t for t in wrong if unknown(t)], lambda t: t.named),
        ("wrong answers given a wrong name", wrong, lambda t: t.misnamed),
    ]
    lines = ["| measured on the bank | the initializers | the other functions |", "|---|---|---|"]
    for what, of, count in rows:
        kinds = [[t for t in of if (t.function in INITIALIZERS) == drawn] for drawn in (True, False)]
        cells = [interval(sum(map(count, ts)), sum(t.gradings for t in ts)) if ts else "none" for ts in kinds]
        lines.append(f"| {what} | {' | '.join(cells)} |")
    return "\n".join([*lines, ""])


def _rate(tallies: Tallies, count: Callable[[Tally], int]) -> str:
    """How many of the gradings, of how many, and the share's upper bound."""
    seen, of = sum(map(count, tallies)), sum(t.gradings for t in tallies)
    return f"{seen:,} of {of:,} (< {upper(seen, of):.2g})" if of else "none"


def row(name: str, tallies: Tallies) -> str:
    """One line of the table by function."""
    bank = [t for t in tallies if t.in_bank]
    cells = (
        _rate([t for t in tallies if t.name == REFERENCE], lambda t: t.gradings - t.full),
        _rate([t for t in tallies if t.name == RELEASE], lambda t: t.full),
        _rate([t for t in bank if t.entry.right], lambda t: t.gradings - t.full),
        _rate([t for t in bank if not t.entry.right], lambda t: t.full),
        _rate(tallies, lambda t: t.gradings - t.exact),
    )
    return f"| {name} | {' | '.join(cells)} |"


def by_function(tallies: Tallies) -> str:
    """The table by function and the gradings that differed, as Markdown."""
    lines = [
        "| function | reference: false fails | release: passed | bank, right: false fails |"
        " bank, wrong: false passes | all: not the stated verdict |",
        "|---|---|---|---|---|---|",
        *(row(f"`{name}`", [t for t in tallies if t.function == name]) for name in local.graders()),
        row("**all**", tallies),
        "",
        f"Gradings, and in brackets the upper bound of the rate at {ONE_SIDED:.0%} (Clopper-Pearson, one-sided).",
    ]
    surprises = [f"- `{t.function}`, {t.name}, {surprise}" for t in tallies for surprise in t.surprises]
    return "\n".join([*lines, *(["", "Not the stated verdict:", *surprises] if surprises else []), ""])


def details(tallies: Tallies) -> str:
    """Every wrong answer, and every right one that ever lost points, as a Markdown table."""
    lines = ["| answer | points lost | gradings | exactly so | full points |", "|---|---|---|---|---|"]
    for t in tallies:
        if not t.entry.right or t.full < t.gradings:
            lost = "..." if t.entry.lost is ... else f"{t.entry.lost:g}"
            lines.append(f"| {t.entry} | {lost} | {t.gradings} | {t.exact} | {t.full} |")
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs everything and writes the tables and the picture; 1 if any verdict differs from the stated one."""
    parser = argparse.ArgumentParser(prog="python -m tests.calibrate", description=__doc__.splitlines()[0])
    parser.add_argument("--gradings", type=int, default=100_000, help="of right initializers, all together")
    parser.add_argument("--secrets", type=int, default=200, help="for each wrong initializer and each reference")
    parser.add_argument("--bank-secrets", type=int, default=20, help="for each other answer and each release")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--folder", type=Path, default=Path("build/calibration"))
    options = parser.parse_args(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # small matrices: more threads cost more than they give

    from tests import power_picture

    def write(name: str, text: str) -> None:
        print("\n" + text)
        (options.folder / name).write_text(text, encoding="utf-8")

    power_picture.save(options.folder / "power.png")
    tallies = run(list(tasks(options.gradings, options.secrets, options.bank_secrets)), options.processes)
    write("graders.md", rates(tallies) + "\n" + by_function(tallies))
    (options.folder / "entries.md").write_text(details(tallies), encoding="utf-8")
    write("anchors.md", anchors.table())
    return int(any(t.surprises for t in tallies))


if __name__ == "__main__":
    raise SystemExit(main())
