"""Deciding: what a grader's test becomes, and which probe a student gets."""

import hashlib
import hmac
import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.evidence.answers import Evidence
from autograder.sandbox.probes import Probes
from autograder.verdict.grader import Case, FollowsThrough, Grader, Probe, Wrong
from autograder.verdict.verdict import Check, Verdict

Graders = Sequence[type[Grader]]
HERE = Path(__file__).parent


@dataclass(frozen=True)
class ToBeJudged:
    """One notebook of one student with its evidence."""

    student: str
    notebook: str
    evidence: Evidence
    notices: tuple[str, ...] = ()
    probes: Mapping[str, Probe] = field(default_factory=dict)  # by function, as they were asked


def tests_of(grader: type[Grader]) -> dict[str, Any]:
    """A grader's tests by name, in pytest's order: inherited ones first, then as written."""
    tests = [(n, test) for n, test in inspect.getmembers(grader, callable) if n.startswith("test_")]
    return dict(sorted(tests, key=lambda pair: _order(grader, pair[0])))


def title_of(test: Any) -> str:
    """What the student reads as a check's name: the first paragraph of its docstring."""
    return " ".join((inspect.getdoc(test) or test.__name__).split("\n\n")[0].split())


def max_points(graders: Graders) -> dict[tuple[str, str], float]:
    """(notebook, function) -> the points its tests carry."""
    return {(g.notebook, g.function): sum(t.points for t in tests_of(g).values()) for g in graders}


def probe_for(grader: type[Grader], secret: bytes, student: str, given: str = "") -> Probe:
    """The probe this student gets for what was handed in: fresh for each function, the same at every grading.

    `given` is a digest of all that the sandbox is given for the notebook: whoever changes a line gets other inputs, so
    that a table of answers to the inputs of an earlier hand-in is worth nothing.
    """
    words = (student, grader.notebook, grader.function, *filter(None, [given]))
    message = "\x00".join(words).encode("utf-8", "surrogateescape")
    return grader.probe(np.random.default_rng(int.from_bytes(hmac.digest(secret, message, hashlib.sha256), "big")))


def probes_for(notebook: str, graders: Graders, secret: bytes, student: str, given: str = "") -> dict[str, Probe]:
    """All that is asked about one notebook, by function."""
    return {g.function: probe_for(g, secret, student, given) for g in graders if g.notebook == notebook}


def asked_of(probes: Mapping[str, Probe]) -> Probes:
    """What of the probes the sandbox gets to see."""
    return {function: probe.steps for function, probe in probes.items()}


def judge_case(grader: type[Grader], case: Case) -> tuple[Check, ...]:
    """One grader's decisions on one case, as `judge` takes them: for calibration, which judges very many."""
    decided: dict[str, Check] = {}
    for name, test in tests_of(grader).items():
        error: BaseException | None = None
        try:
            require_prerequisites(test, decided.get)
            test(grader(), case)
        except (Exception, pytest.skip.Exception) as raised:
            error = raised
        decided[name] = decide(grader, name, error)
    return tuple(decided.values())


def require_prerequisites(test: Any, decided: Callable[[str], Check | None]) -> None:
    """Skips a test that builds on one which did not pass."""
    for needed in getattr(test, "needs", ()):
        before = decided(needed)
        if before is None:
            raise LookupError(f"{test.__name__} needs {needed}, which has not run before it")
        if before.status != "passed":
            pytest.skip(f"It builds on “{before.title}”, which did not pass.")


def decide(grader: type[Grader], name: str, error: BaseException | None) -> Check:
    """The check that a test becomes which ended with this error, or with none."""
    test = tests_of(grader)[name]
    title = title_of(test)
    if error is None:
        return Check(grader.function, name, title, test.points, "passed")
    if isinstance(error, FollowsThrough):
        return Check(grader.function, name, title, test.points, "passed", str(error))
    if isinstance(error, pytest.skip.Exception):
        return Check(grader.function, name, title, test.points, "skipped", str(error.msg))
    if isinstance(error, Wrong):
        return Check(
            grader.function,
            name,
            title,
            test.points,
            "failed",
            error.message,
            error.misconception,
            error.picture,
        )
    # the exception's own words may quote hidden values: they stay out of what students read
    message = "The grader itself failed here; your instructor has been told and will grade this by hand."
    return Check(grader.function, name, title, test.points, "grader error", message, type(error).__name__)


def _order(grader: type[Grader], name: str) -> tuple[int, int]:
    """Where a test was written: base classes' tests first, then line by line."""
    for depth, base in enumerate(reversed(grader.__mro__)):
        if name in vars(base):
            return depth, inspect.unwrap(vars(base)[name]).__code__.co_firstlineno
    raise LookupError(name)


def by_hand(student: str, notebook: str, graders: Graders, reason: str) -> Verdict:
    """A verdict in which every check waits for a person."""
    message = f"To be graded by hand, because {reason}."
    checks = tuple(
        Check(grader.function, name, title_of(test), test.points, "grader error", message)
        for grader in graders
        if grader.notebook == notebook
        for name, test in tests_of(grader).items()
    )
    return Verdict(student, notebook, checks, (message,))
