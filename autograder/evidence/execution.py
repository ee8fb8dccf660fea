"""Execution: have the sandbox run a notebook once and answer its probes, losing no more than what breaks it.

A cell or a function that ends the process (`os._exit`, a crash, a loop no alarm can interrupt) would take with it
all that had not been reached. It is noted as stopped, and the rest is run again without it, a few times at most.
"""

import time
from collections.abc import Mapping
from typing import Protocol

from autograder.evidence.answers import Answer, CellOutcome, Evidence, Raised, Stopped, read_frames
from autograder.sandbox import job
from autograder.sandbox.frames import Begun
from autograder.sandbox.job import Job
from autograder.sandbox.limits import Limits
from autograder.sandbox.outcome import Ending, Outcome
from autograder.sandbox.probes import Probes, answered

RUNS = 4  # a notebook in which more than three things end the process is broken as a whole


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


def execute(sandbox: Runner, cells: Mapping[int, str], probes: Probes, limits: Limits, describe: str = "") -> Evidence:
    """Run the cells in order, then the probes; the evidence of all that could be had within the limits.

    `describe` names what of the lab says in plain data what its objects are (see `sandbox.job.Job`).
    """
    outcomes: dict[int, CellOutcome] = {}
    answers: dict[str, dict[str, Answer]] = {name: {} for name in probes}
    lost: set[int] = set()  # cells that ended the process
    deadline = time.monotonic() + limits.wall_seconds
    reason = "the notebook ended the process too often"
    for _ in range(RUNS):
        left = deadline - time.monotonic()
        if left <= 0:
            reason = f"the notebook took longer than {limits.wall_seconds:g} s in all"
            break
        asked = Job(
            {index: source for index, source in cells.items() if index not in lost},
            _open_probes(probes, answers),
            limits.cell_seconds,
            limits.probe_seconds,
            describe,
        )
        outcome = sandbox.run(job.encode(asked), wall_seconds=left)
        if outcome.ending is Ending.LOST:  # the walls around the job went down, not the job: nothing is blamed on it
            reason = f"{WORDS[outcome.ending]} ({outcome.detail})"
            continue
        progress = read_frames(outcome.frames)
        outcomes = dict(progress.evidence.cells) | outcomes
        for name in probes:
            answers[name] = dict(progress.evidence.answers.get(name, {})) | answers[name]
        if progress.complete:
            reason = "the function did not come that far"
            break
        ending = Ending.MALFORMED_ANSWER if progress.malformed else outcome.ending
        reason = f"{WORDS[ending]} ({progress.malformed or outcome.detail})"
        match progress.begun:
            case Begun("cell", int(index)) if index in cells:
                lost.add(index)
                outcomes[index] = CellOutcome(error=Raised("Stopped", reason))
            case Begun("probe", str(name)) if name in probes:
                for step in answered(probes[name]):
                    answers[name].setdefault(step, Stopped(reason))
            case _:
                break
    for name, steps in probes.items():
        for step in answered(steps):
            answers[name].setdefault(step, Stopped(reason))
    return Evidence(dict(sorted(outcomes.items())), answers)


def _open_probes(probes: Probes, answers: Mapping[str, Mapping[str, Answer]]) -> Probes:
    """The probes that have an unanswered step."""
    return {name: steps for name, steps in probes.items() if any(s not in answers[name] for s in answered(steps))}
