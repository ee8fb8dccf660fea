"""An answer of the bank judged in this process: the sandbox's own interpreter, codec and reader, without its walls.

The bank is our own code, so it needs no walls, and a hundred thousand gradings need the speed.
"""

import signal
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from autograder.evidence.answers import read_frames
from autograder.labs.weight_initialization import LAB
from autograder.labs.weight_initialization.inside.descriptions import describe
from autograder.sandbox import codec, probes, worker
from autograder.sandbox.frames import Answered
from autograder.verdict.grader import Case, Grader
from autograder.verdict.judge import judge_case, probe_for
from autograder.verdict.verdict import Check

SECONDS = 60.0  # nothing in the bank takes that long


@dataclass(frozen=True)
class Outcome:
    """What a grader says about one function."""

    lost: float
    failed: Mapping[str, str | None]  # check without `test_` -> diagnosis
    skipped: frozenset[str]
    messages: tuple[str, ...]


@cache
def graders() -> Mapping[str, type[Grader]]:
    """Function -> its grader, in the order of the questions' modules."""
    return {grader.function: grader for grader in LAB.graders}


def case_of(grader: type[Grader], namespace: Mapping[str, Any], secret: bytes) -> Case:
    """The evidence that a notebook defining `namespace` gives to the probe this secret draws."""
    signal.signal(worker.ALARM, worker._on_alarm)
    probe = probe_for(grader, secret, "student")
    steps = codec.decode(codec.encode(dict(probe.steps), probes.tag), probes.untag)
    answered = worker._run_probe(steps, dict(namespace), SECONDS)
    payloads = [
        worker._encode_answer(Answered(grader.function, step, answer), describe, SECONDS) for step, answer in answered
    ]
    return Case(grader.function, probe.given, read_frames(payloads).evidence.answers.get(grader.function, {}))


def verdict_on(grader: type[Grader], namespace: Mapping[str, Any], secret: bytes) -> tuple[Check, ...]:
    """The checks of one grader on a notebook that defines `namespace`."""
    return judge_case(grader, case_of(grader, namespace, secret))


def evaluate(function: str, implementation: Callable, secret: int) -> Outcome:
    """The verdict on an implementation of one function. Raises AssertionError if the grader itself failed."""
    checks = verdict_on(graders()[function], {function: implementation}, str(secret).encode())
    assert all(check.status != "grader error" for check in checks), checks
    missed = [check for check in checks if check.status == "failed"]
    return Outcome(
        lost=sum(check.points - check.earned for check in checks),
        failed={check.name.removeprefix("test_"): check.misconception for check in missed},
        skipped=frozenset(c.name.removeprefix("test_") for c in checks if c.status == "skipped"),
        messages=tuple(check.message for check in missed),
    )
