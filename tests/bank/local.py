"""Judges one function without a sandbox: its answers go through the real worker's steps, codec and reader."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder import judge
from autograder.evidence import read_frames
from autograder.grader import Case, Grader, Wrong
from autograder.sandbox import worker

SECONDS = 60.0  # nothing in the bank takes that long


@dataclass(frozen=True)
class Outcome:
    """What a grader says about one function."""

    lost: float
    failed: Mapping[str, str | None]  # check without `test_` -> diagnosis
    skipped: frozenset[str]
    messages: tuple[str, ...]


def graders() -> dict[str, type[Grader]]:
    """Function -> its grader."""
    return {grader.function: grader for grader in judge.all_graders()}


def draw_for(secret: int, function: str) -> np.random.Generator:
    """The generator that draws a probe under this secret."""
    return np.random.default_rng([secret, *function.encode()])


def run(grader: type[Grader], namespace: dict[str, Any], draw: np.random.Generator) -> Case:
    """The evidence that the functions in `namespace` give to one probe."""
    probe = grader.probe(draw)
    answers = worker._run_probe(probe.steps, namespace, SECONDS)
    payloads = [worker._encode_answer(grader.function, step, answer, SECONDS) for step, answer in answers]
    evidence = read_frames(payloads).evidence
    return Case(grader.function, probe.given, evidence.answers.get(grader.function, {}))


def decide(grader: type[Grader], case: Case) -> Outcome:
    """All checks of a grader, in order; one whose prerequisite did not pass is skipped."""
    failed: dict[str, str | None] = {}
    skipped: set[str] = set()
    messages: list[str] = []
    lost = 0.0
    for name, test in _tests(grader):
        if any(_short(needed) in failed or _short(needed) in skipped for needed in getattr(test, "needs", ())):
            skipped.add(_short(name))
            lost += test.points  # type: ignore[attr-defined]
            continue
        try:
            test(grader(), case)
        except Wrong as wrong:
            failed[_short(name)] = wrong.misconception
            messages.append(wrong.message)
            lost += test.points  # type: ignore[attr-defined]
    return Outcome(lost, failed, frozenset(skipped), tuple(messages))


def evaluate(function: str, implementation: Callable, secret: int) -> Outcome:
    """The verdict on an implementation of one function under one secret."""
    grader = graders()[function]
    return decide(grader, run(grader, {function: implementation}, draw_for(secret, function)))


def _tests(grader: type[Grader]) -> Iterator[tuple[str, Callable]]:
    tests = judge.tests_of(grader)
    return ((name, tests[name]) for name in sorted(tests, key=lambda name: judge._order(grader, name)))


def _short(name: str) -> str:
    return name.removeprefix("test_")
