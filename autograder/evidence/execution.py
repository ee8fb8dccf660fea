"""Execution: have the sandbox run a notebook once and answer its probes, losing no more than what breaks it.

A cell or a function that ends the process (`os._exit`, a crash, a loop no alarm can interrupt) would take with it
all that had not been reached. It is noted as stopped, and the rest is run again without it, a few times at most.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from autograder.bounds import Step, bounded
from autograder.evidence.answers import Answer, Asked, CellOutcome, Evidence, Raised, Stopped, read_frames
from autograder.sandbox import frames, job
from autograder.sandbox.frames import Answered, Begun, CellRan, Ended
from autograder.sandbox.job import Job
from autograder.sandbox.limits import Allowance, Limits
from autograder.sandbox.outcome import Ending, Outcome
from autograder.sandbox.probes import Probes, answered

RUNS = 4  # a notebook in which more than three things end the process is broken as a whole

# Stops that the machine may be to blame for: these are repeated, alone, before they cost points.
BY_THE_CLOCK = frozenset({Ending.WALL_LIMIT, Ending.IDLE_LIMIT, Ending.LOST})


class Runner(Protocol):
    """What is needed of a sandbox."""

    def run(self, job: bytes, allowance: Allowance) -> Outcome: ...


WORDS = {
    Ending.FINISHED: "it ended the whole process",
    Ending.EXITED: "it ended the whole process",
    Ending.CRASHED: "it crashed",
    Ending.CPU_LIMIT: "it took too long",
    Ending.WALL_LIMIT: "it took too long",
    Ending.IDLE_LIMIT: "it took too long",
    Ending.ANSWER_TOO_LARGE: "it returned more than can be graded",
    Ending.MALFORMED_ANSWER: "it wrote over the channel that its answers go through",
    Ending.LOST: "it was stopped from outside",
}


@dataclass(frozen=True)
class Budget:
    """What a student has left, over all notebooks and restarts."""

    cpu_seconds: float
    idle_seconds: float

    def allowance(self, limits: Limits) -> Allowance:
        """What the next job may use: half of what is left, so that an endless loop leaves something for the rest."""
        cpu = max(self.cpu_seconds / 2, limits.least_cpu_seconds)
        idle = max(self.idle_seconds, limits.least_idle_seconds)
        return Allowance(cpu, idle, limits.patience * (cpu + idle))

    def less(self, outcome: Outcome) -> "Budget":
        """What is left after a job."""
        idle = outcome.idle_seconds
        return Budget(max(0.0, self.cpu_seconds - outcome.cpu_seconds), max(0.0, self.idle_seconds - idle))


@dataclass(frozen=True)
class Execution:
    """What came of running one notebook."""

    evidence: Evidence
    frames: tuple[bytes, ...]  # all that the evidence was read from, to be kept
    left: Budget
    by_the_clock: bool = False  # whether something was stopped that might not have been on a machine at rest


def execute(
    sandbox: Runner, cells: Mapping[int, str], probes: Probes, limits: Limits, budget: Budget, describe: str = ""
) -> Execution:
    """Run the cells in order, then the probes; the evidence of all that could be had within the limits.

    `describe` names what of the lab says in plain data what its objects are (see `sandbox.job.Job`). Raises StepFailed
    where our own part of it fails.
    """
    outcomes: dict[int, CellOutcome] = {}
    answers: dict[str, dict[str, Answer]] = {name: {} for name in probes}
    kept: list[bytes] = []
    lost: set[int] = set()  # cells that ended the process
    by_the_clock = False
    reason = "the notebook ended the process too often"
    for _ in range(RUNS):
        with bounded(Step.SEND):
            open_probes = _open_probes(probes, answers)
            running = {index: source for index, source in cells.items() if index not in lost}
            data = job.encode(Job(running, open_probes, limits.cell_seconds, limits.probe_seconds, describe))
        outcome = sandbox.run(data, budget.allowance(limits))
        budget = budget.less(outcome)
        by_the_clock |= outcome.ending in BY_THE_CLOCK
        if outcome.ending is Ending.LOST:  # the walls around the job went down, not the job: nothing is blamed on it
            reason = f"{WORDS[outcome.ending]} ({outcome.detail})"
            continue
        with bounded(Step.DECODE):
            progress = read_frames(outcome.frames, _asked(running, outcomes, open_probes, answers))
        kept += progress.kept
        outcomes |= progress.evidence.cells
        for name, found in progress.evidence.answers.items():
            answers[name] |= found
        if progress.complete:
            reason = "the function did not come that far"
            break
        ending = Ending.MALFORMED_ANSWER if progress.malformed else outcome.ending
        reason = f"{WORDS[ending]} ({progress.malformed or outcome.detail})"
        match progress.begun:
            case Begun("cell", int(index)) if index in cells:
                lost.add(index)
                outcomes[index] = CellOutcome(error=Raised("Stopped", reason))
                kept.append(frames.encode(CellRan(index, outcomes[index])))
            case Begun("probe", str(name)) if name in probes:
                kept += _stop(name, probes, answers, reason)
            case _:
                break
    for name in probes:
        kept += _stop(name, probes, answers, reason)
    kept.append(frames.encode(Ended()))
    return Execution(Evidence(dict(sorted(outcomes.items())), answers), tuple(kept), budget, by_the_clock)


def _asked(
    cells: Mapping[int, str],
    outcomes: Mapping[int, CellOutcome],
    probes: Probes,
    answers: Mapping[str, Mapping[str, Answer]],
) -> Asked:
    """What of a run is still to be known."""
    steps = {(name, step) for name, asked in probes.items() for step in answered(asked) if step not in answers[name]}
    return Asked(frozenset(cells.keys() - outcomes.keys()), frozenset(steps))


def _stop(name: str, probes: Probes, answers: dict[str, dict[str, Answer]], reason: str) -> list[bytes]:
    """Notes the unanswered steps of a probe as stopped; what to keep of that."""
    open_steps = [step for step in answered(probes[name]) if step not in answers[name]]
    for step in open_steps:
        answers[name][step] = Stopped(reason)
    return [frames.encode(Answered(name, step, Stopped(reason))) for step in open_steps]


def _open_probes(probes: Probes, answers: Mapping[str, Mapping[str, Answer]]) -> Probes:
    """The probes that have an unanswered step."""
    return {name: steps for name, steps in probes.items() if any(s not in answers[name] for s in answered(steps))}
