"""An answer of the bank judged in this process: the sandbox's own interpreter, codec and reader, without its walls.

The bank is our own code, so it needs no walls, and a hundred thousand gradings need the speed.
"""

import signal
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from autograder.evidence.answers import Asked, read_frames
from autograder.labs.weight_initialization import LAB
from autograder.labs.weight_initialization.inside.descriptions import describe
from autograder.sandbox import codec, probes, worker
from autograder.sandbox.frames import Answered
from autograder.verdict.grader import Case, Grader
from autograder.verdict.judge import judge_case, probe_for
from autograder.verdict.verdict import Check
from tests.bank.entry import Entry

SECONDS = 60.0  # nothing in the bank takes that long


@dataclass(frozen=True)
class Outcome:
    """What a grader says about one answer."""

    lost: float
    failed: Mapping[str, str | None]  # check without `test_` -> mistake
    skipped: frozenset[str]
    broken: frozenset[str]  # checks in which the grader itself failed
    messages: tuple[str, ...]


@cache
def graders() -> Mapping[str, type[Grader]]:
    """Function -> its grader, in the order of the questions' modules."""
    return {grader.function: grader for grader in LAB.graders}


def case_of(grader: type[Grader], namespace: Mapping[str, Any], secret: bytes, seconds: float = SECONDS) -> Case:
    """The evidence that a notebook defining `namespace` gives to the probe this secret draws; `seconds` for a step."""
    signal.signal(worker.ALARM, worker._on_alarm)
    probe = probe_for(grader, secret, "student")
    steps = codec.decode(codec.encode(dict(probe.steps), probes.tag, caps=codec.JOB), probes.untag, codec.JOB)
    answered = worker._run_probe(steps, dict(namespace), seconds)
    payloads = [
        worker._encode_answer(Answered(grader.function, step, answer), describe, seconds) for step, answer in answered
    ]
    asked = Asked(cells=frozenset(), steps=frozenset((grader.function, step) for step in probes.answered(probe.steps)))
    answers = read_frames(payloads, asked).evidence.answers
    return Case(grader.function, probe.given, answers.get(grader.function, {}))


def verdict_on(
    grader: type[Grader], namespace: Mapping[str, Any], secret: bytes, seconds: float = SECONDS
) -> tuple[Check, ...]:
    """The checks of one grader on a notebook that defines `namespace`."""
    return judge_case(grader, case_of(grader, namespace, secret, seconds))


def evaluate(entry: Entry, secret: int) -> Outcome:
    """The verdict on an answer, at the probe that this secret draws."""
    checks = verdict_on(graders()[entry.function], entry.namespace, str(secret).encode())

    def having(status: str) -> dict[str, Check]:
        return {check.name.removeprefix("test_"): check for check in checks if check.status == status}

    return Outcome(
        lost=sum(check.points - check.earned for check in checks),
        failed={name: check.misconception for name, check in having("failed").items()},
        skipped=frozenset(having("skipped")),
        broken=frozenset(having("grader error")),
        messages=tuple(check.message for check in having("failed").values()),
    )


def points_as_stated(entry: Entry, outcome: Outcome) -> bool:
    """Whether the points lost and the checks failed are those that stand on an entry."""
    failed, stated = outcome.failed.keys(), entry.fails.keys()
    if entry.lost is ...:
        return bool(failed) and failed <= stated and not outcome.broken
    return abs(outcome.lost - entry.lost) < 1e-9 and failed == stated and not outcome.broken


def names_as_stated(entry: Entry, outcome: Outcome) -> bool:
    """Whether the mistakes named are those that stand on an entry."""
    failed, stated = outcome.failed, entry.fails
    all_there = failed.keys() <= stated.keys() if entry.lost is ... else failed.keys() == stated.keys()
    return all_there and all(stated[check] in (..., key) for check, key in failed.items())


def difference(entry: Entry, outcome: Outcome) -> str:
    """How an outcome differs from what stands on its entry, in words; empty if it does not."""
    said = " | ".join(outcome.messages)
    if outcome.broken:
        return f"the grader itself failed in {', '.join(sorted(outcome.broken))}"
    if not (points_as_stated(entry, outcome) and names_as_stated(entry, outcome)):
        return (
            f"lost {outcome.lost:g} by {dict(outcome.failed)}; "
            f"should: {'...' if entry.lost is ... else f'{entry.lost:g}'} by {dict(entry.fails)}. It said: {said}"
        )
    return "" if entry.says in said else f"it said: {said}; this should hold: {entry.says}"
