"""Measures the graders of all questions: the reference, the empty release and the bank of experiments.

    python -m tests.calibrate_experiments --secrets 200 --bank-secrets 20      (make calibrate)

The reference must get full points, the empty release none, and every answer in the bank exactly the verdict that
stands on it, whatever inputs a secret draws. Writes build/calibration/experiments.md: a row per function, and every
grading that differed; the exit code is 1 if there is one.
"""

import argparse
import importlib
import multiprocessing
import os
import pkgutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from scipy import stats

from autograder.verdict.verdict import Check
from tests.bank import experiments
from tests.bank.experiments.entry import Expected, answers_in
from tests.bank.local import graders, verdict_on
from tests.notebooks import defined_by

CONFIDENCE = 0.95
CHUNK = 10  # secrets per task: the slowest grader then takes two seconds
TASKS = 200  # for one process, which grows with every Keras model it builds
REFERENCE, RELEASE = "reference", "release"


@dataclass(frozen=True)
class Answer:
    """What is graded for one function: the reference, the release, or an answer of the bank, by its name."""

    function: str
    name: str


@dataclass(frozen=True)
class Task:
    """Gradings of one answer, one per secret."""

    answer: Answer
    secrets: range


@dataclass(frozen=True)
class Graded:
    """What came of one grading."""

    answer: Answer
    right: bool  # full points are what it should get
    full: bool  # full points are what it got
    differs: str  # how the verdict differs from the stated one; empty if it does not


@cache
def banked() -> frozenset[str]:
    """The functions that the bank of experiments has answers for."""
    return frozenset(module.name for module in pkgutil.iter_modules(experiments.__path__)) & set(graders())


def bank_of(function: str) -> dict[str, Any]:
    """The marked answers of the bank for one function, by name; importing those for Keras imports Keras."""
    if function not in banked():
        return {}
    return answers_in(importlib.import_module(f"{experiments.__name__}.{function}"))


def namespace(answer: Answer) -> Mapping[str, Any]:
    """The notebook in which the answer is graded."""
    if answer.name in (REFERENCE, RELEASE):
        return defined_by(answer.name, graders()[answer.function].notebook)
    module = importlib.import_module(f"{experiments.__name__}.{answer.function}")
    return {**getattr(module, "NAMESPACE", {}), answer.function: getattr(module, answer.name)}


def expected(answer: Answer) -> Expected | None:
    """The verdict that stands on an answer; None for the release, which must just not pass anything."""
    if answer.name == RELEASE:
        return None
    return Expected() if answer.name == REFERENCE else bank_of(answer.function)[answer.name].expected


def difference(stated: Expected | None, checks: Sequence[Check]) -> str:
    """How a verdict differs from the stated one, in words; empty if it does not."""
    missed = {check.name for check in checks if check.status != "passed"}
    wanted = {check.name for check in checks} if stated is None else stated.fails
    broken = [check.name for check in checks if check.status == "grader error"]
    said = " | ".join(check.message or "" for check in checks if check.status == "failed")
    if broken:
        return f"the grader itself failed in {', '.join(broken)}"
    if missed != wanted:
        listed = [", ".join(sorted(names)) or "nothing" for names in (missed, wanted)]
        return f"did not pass: {listed[0]}; should not: {listed[1]}. It said: {said}"
    if stated is not None and stated.says not in said:
        return f"it said: {said}; this should hold: {stated.says}"
    return ""


def grade(task: Task) -> list[Graded]:
    """Grades one answer under each secret of a task."""
    answer, stated, graded = task.answer, expected(task.answer), []
    for number in task.secrets:
        checks = verdict_on(graders()[answer.function], namespace(answer), f"calibration {number}".encode())
        full = all(check.status == "passed" for check in checks)
        differs = difference(stated, checks)
        differs = f"secret {number}: {differs}" if differs else ""
        graded.append(Graded(answer, stated == Expected(), full, differs))
    return graded


def tasks(secrets: int, bank_secrets: int) -> Iterator[Task]:
    """All gradings in chunks: the reference at `secrets`, everything else at `bank_secrets`."""
    for function in graders():
        yield from _chunks(Answer(function, REFERENCE), secrets)
        for name in (RELEASE, *bank_of(function)):
            yield from _chunks(Answer(function, name), bank_secrets)


def _chunks(answer: Answer, secrets: int) -> Iterator[Task]:
    for start in range(0, secrets, CHUNK):
        yield Task(answer, range(start, min(start + CHUNK, secrets)))


def run(todo: Sequence[Task], processes: int) -> Iterator[Graded]:
    """Every grading, as it comes; prints how far it is."""
    # fresh processes: TensorFlow does not survive a fork, and the number of threads is read when NumPy is imported
    with multiprocessing.get_context("spawn").Pool(processes, maxtasksperchild=TASKS) as pool:
        for done, graded in enumerate(pool.imap_unordered(grade, todo), start=1):
            yield from graded
            if done % 500 == 0 or done == len(todo):
                print(f"  {done:,} of {len(todo):,} chunks", flush=True)


def upper(count: int, of: int) -> float:
    """The upper bound of a share, at 95 % (Clopper and Pearson 1934, one-sided): 3 / n if none of n was seen."""
    return float(stats.binomtest(count, of, alternative="less").proportion_ci(CONFIDENCE, "exact").high)


def rate(marked: Iterable[bool]) -> str:
    """How many of the gradings are marked, of how many, and the share's upper bound."""
    marks = list(marked)
    return f"{sum(marks)} of {len(marks):,} (< {upper(sum(marks), len(marks)):.2g})" if marks else "none"


def row(name: str, graded: Sequence[Graded]) -> str:
    """One line of the table."""
    reference = [g for g in graded if g.answer.name == REFERENCE]
    bank = [g for g in graded if g.answer.name not in (REFERENCE, RELEASE)]
    cells = (
        rate(not g.full for g in reference),
        rate(g.full for g in graded if g.answer.name == RELEASE),
        rate(not g.full for g in bank if g.right),
        rate(g.full for g in bank if not g.right),
        rate(bool(g.differs) for g in graded),
    )
    return f"| {name} | {' | '.join(cells)} |"


def report(graded: Sequence[Graded]) -> str:
    """The table by function and the gradings that differed, as Markdown."""
    lines = [
        "| function | reference: false fails | release: passed | bank, right: false fails |"
        " bank, wrong: false passes | all: not the stated verdict |",
        "|---|---|---|---|---|---|",
        *(row(f"`{name}`", [g for g in graded if g.answer.function == name]) for name in graders()),
        row("**all**", graded),
        "",
        f"Gradings, and in brackets the upper bound of the rate at {CONFIDENCE:.0%} (Clopper-Pearson, one-sided).",
        "The bank of the initializers is measured in initializers.md.",
    ]
    surprises = [f"- `{g.answer.function}`, {g.answer.name}, {g.differs}" for g in graded if g.differs]
    return "\n".join([*lines, *(["", "Not the stated verdict:", *surprises] if surprises else []), ""])


def main(arguments: Sequence[str] | None = None) -> int:
    """Grades everything and writes the table; 1 if any verdict differs from the stated one."""
    parser = argparse.ArgumentParser(prog="python -m tests.calibrate_experiments", description=__doc__.splitlines()[0])
    parser.add_argument("--secrets", type=int, default=200, help="for the reference")
    parser.add_argument("--bank-secrets", type=int, default=20, help="for every answer in the bank and the release")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--folder", type=Path, default=Path("build/calibration"))
    options = parser.parse_args(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # small matrices: more threads cost more than they give

    graded = list(run(list(tasks(options.secrets, options.bank_secrets)), options.processes))
    text = report(graded)
    print("\n" + text)
    (options.folder / "experiments.md").write_text(text, encoding="utf-8")
    return int(any(g.differs for g in graded))


if __name__ == "__main__":
    raise SystemExit(main())
