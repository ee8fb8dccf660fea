"""Faults put into the trusted steps: in every process that is started with one in its environment, a step fails.

Python imports a `sitecustomize` at its start; the one that `fault` puts on the path imports this module.
"""

import functools
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from autograder import bounds
from autograder.bounds import Step
from tests.conftest import REPOSITORY

VICTIM, STEP, KIND = "INITLAB_TEST_VICTIM", "INITLAB_TEST_STEP", "INITLAB_TEST_KIND"


def an_exception() -> None:
    raise KeyError("a hidden value")


def a_kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def a_hang() -> None:
    time.sleep(3600)


def a_busy_loop() -> None:
    while True:
        pass


def a_memory_bomb() -> None:
    kept = []
    while True:
        kept.append(np.ones(2**24))


KINDS = {kind.__name__: kind for kind in (an_exception, a_kill, a_hang, a_busy_loop, a_memory_bomb)}
# so that a hang and a loop are over in a moment
SHORT = bounds.Bound(cpu_seconds=2.0, memory=2**29)


def put_in() -> None:
    """Make the named step of the named student fail in this process."""
    from autograder import grading
    from autograder.gradebook import recorder

    victim, step, kind = (os.environ.get(name, "") for name in (VICTIM, STEP, KIND))
    at: dict[str, str] = {}

    def begin(here: Step) -> None:
        if at.get("student") == victim and here.name == step:
            KINDS[kind]()

    def noting(function, position):  # type: ignore[no-untyped-def]
        @functools.wraps(function)
        def noted(*arguments, **options):  # type: ignore[no-untyped-def]
            student = arguments[position]
            at["student"] = getattr(student, "student", student)
            return function(*arguments, **options)

        return noted

    bounds.begin = begin
    bounds.BOUNDS.update(dict.fromkeys(Step, SHORT))
    bounds.PATIENCE = 1.5
    grading._grade_student = noting(grading._grade_student, 1)
    recorder.autograde = noting(recorder.autograde, 1)
    recorder.render = noting(recorder.render, 1)


@contextmanager
def fault(victim: str, step: Step, kind: str, folder: Path) -> Iterator[None]:
    """The environment in which processes started from here on have this fault; `folder` is for its start-up file."""
    (folder / "sitecustomize.py").write_text("import tests.faults\n\ntests.faults.put_in()\n")
    named = {VICTIM: victim, STEP: step.name, KIND: kind, "PYTHONPATH": f"{folder}{os.pathsep}{REPOSITORY}"}
    before = {name: os.environ.get(name) for name in named}
    os.environ.update(named)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name)
            else:
                os.environ[name] = value
