"""Execution: have the sandbox run a notebook once and answer its probes, losing no more than what breaks it.

A cell or a function that ends the process (`os._exit`, a crash, a loop no alarm can interrupt) would take with it
all that had not been reached. It is noted as stopped, and the rest is run again without it, a few times at most.
"""

import time
from collections.abc import Mapping
from typing import Protocol

from autograder.evidence import Answer, CellOutcome, Evidence, Raised, Stopped, read_frames
from autograder.sandbox import codec, probes
from autograder.sandbox.limits import Limits
from autograder.sandbox.outcome import Ending, Outcome

RUNS = 4  # a notebook in which more than three things end the process is broken as a whole

Requests = Mapping[str, probes.Steps]


class Runner(Protocol):
    """What is needed of a sandbox."""

    def run(self, job: bytes, wall_seconds: float | None = None) -> Outcome: ...


WORDS = {
    Ending.FINISHED: "it ended the whole process",
    Ending.EXITED: "it ended the whole process",
    Ending.CRASHED: "it crashed",
    Ending.CPU_LIMIT: "it took too long",
    Ending.WALL_LIMIT: "it took too long",
    Ending.ANSWER_TOO_LARGE: "it returned more than can be graded",
    Ending.MALFORMED_ANSWER: "it wrote over the channel that its answers go through",
    Ending.LOST: "it was stopped from outside",
}


def execute(sandbox: Runner, cells: Mapping[int, str], requests: Requests, limits: Limits) -> Evidence:
    """Run the cells in order, then the probes; the evidence of all that could be had within the limits."""
    outcomes: dict[int, CellOutcome] = {}
    answers: dict[str, dict[str, Answer]] = {name: {} for name in requests}
    lost: set[int] = set()  # cells that ended the process
    deadline = time.monotonic() + limits.wall_seconds
    reason = "the notebook ended the process too often"
    for _ in range(RUNS):
        left = deadline - time.monotonic()
        if left <= 0:
            reason = f"the notebook took longer than {limits.wall_seconds:g} s in all"
            break
        job = _job({k: v for k, v in cells.items() if k not in lost}, _open_steps(requests, answers), limits)
        outcome = sandbox.run(job, wall_seconds=left)
        if outcome.ending is Ending.LOST:  # the walls around the job went down, not the job: nothing is blamed on it
            reason = f"{WORDS[outcome.ending]} ({outcome.detail})"
            continue
        progress = read_frames(outcome.frames)
        outcomes = dict(progress.evidence.cells) | outcomes
        for name in requests:
            answers[name] = dict(progress.evidence.answers.get(name, {})) | answers[name]
        if progress.complete:
            reason = "the function did not come that far"
            break
        ending = Ending.MALFORMED_ANSWER if progress.malformed else outcome.ending
        reason = f"{WORDS[ending]} ({progress.malformed or outcome.detail})"
        match progress.begun:
            case ("cell", int(index)) if index in cells:
                lost.add(index)
                outcomes[index] = CellOutcome(error=Raised("Stopped", reason))
            case ("probe", str(name)) if name in requests:
                for step in _calls(requests[name]):
                    answers[name].setdefault(step, Stopped(reason))
            case _:
                break
    for name, steps in requests.items():
        for step in _calls(steps):
            answers[name].setdefault(step, Stopped(reason))
    return Evidence(dict(sorted(outcomes.items())), answers)


def _job(cells: Mapping[int, str], requests: Requests, limits: Limits) -> bytes:
    task = {
        "cells": [(index, source) for index, source in cells.items()],
        "probes": {name: dict(steps) for name, steps in requests.items()},
        "cell_seconds": limits.cell_seconds,
        "probe_seconds": limits.probe_seconds,
    }
    return codec.encode(task, probes.tag)


def _open_steps(requests: Requests, answers: Mapping[str, Mapping[str, Answer]]) -> Requests:
    """The probes that have an unanswered call."""
    return {name: steps for name, steps in requests.items() if any(s not in answers[name] for s in _calls(steps))}


def _calls(steps: probes.Steps) -> list[str]:
    return [name for name, expression in steps.items() if isinstance(expression, probes.Call)]
