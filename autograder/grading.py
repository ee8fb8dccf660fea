"""Grading one student: from submitted notebooks to verdicts.

The unit of work is one student's hand-in: bytes in, verdicts out. What was graded before under the same key is read
back, so a run that was cut short goes on where it stopped, and a second run costs next to nothing. Every trusted step
is bounded (`bounds`); one that fails gives verdicts to be completed by hand, and costs nobody else anything.
"""

import atexit
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from autograder import lab
from autograder.bounds import Step, StepFailed, bounded
from autograder.course_folder import CourseFolder
from autograder.evidence import store as evidence_store
from autograder.evidence.answers import Asked, Evidence, Stopped
from autograder.evidence.execution import Budget, execute
from autograder.evidence.fingerprint import code_digest, key_of
from autograder.lab import Lab
from autograder.sandbox import PRELOAD, Sandbox
from autograder.sandbox.limits import Limits
from autograder.sandbox.probes import Probes, answered
from autograder.submission.reading import Submission, read
from autograder.submission.release import released
from autograder.verdict import store as verdict_store
from autograder.verdict.grader import Probe
from autograder.verdict.judge import ToBeJudged, asked_of, by_hand, probes_for
from autograder.verdict.session import Session
from autograder.verdict.verdict import Verdict


@dataclass(frozen=True)
class Work:
    """One notebook of one student, read and ready to run."""

    course: CourseFolder
    student: str
    notebook: str
    submission: Submission
    secret: bytes

    @property
    def folder(self) -> Path:
        """Where its records are kept."""
        return self.course.record_folder(self.student)

    @property
    def given(self) -> str:
        """A digest of every byte the sandbox is given for this notebook: from it, too, the probes are drawn."""
        cells = "\0".join(f"{index}\0{source}" for index, source in self.submission.cells.items())
        return hashlib.sha256(cells.encode("utf-8", "surrogateescape")).hexdigest()

    @property
    def key(self) -> str:
        """Depends on all that decides the verdict: the cells, the probes, the limits, the notices and the code."""
        described = (self.student, self.notebook, repr(self.course.limits), *self.submission.notices, self.given)
        code = code_digest(self.course.lab.code, self.course.lab.versions)
        return key_of(code, (self.secret, *described))

    def probes(self) -> dict[str, Probe]:
        """What is asked of it, drawn now: a tenth of a second or more."""
        return probes_for(self.notebook, self.course.lab.graders, self.secret, self.student, self.given)


@dataclass(frozen=True)
class GradedStudent:
    """One student's verdicts, in the notebooks' order."""

    student: str
    verdicts: tuple[Verdict, ...]
    given: tuple[str, ...] = ()  # for each verdict a digest of what the sandbox was given
    by_hand: str = ""  # why a person has to look: a fault on our side, never the student's
    unread: bool = False  # whether it was already the reading of the files that failed
    cpu_seconds: float = 0.0  # of the student's own code
    by_the_clock: bool = False  # whether something was stopped that might not have been on a machine at rest

    @property
    def score(self) -> float:
        """Machine points over all notebooks."""
        return sum(verdict.score for verdict in self.verdicts)

    @property
    def max_score(self) -> float:
        """Machine points there are."""
        return sum(verdict.max_score for verdict in self.verdicts)

    @property
    def first_reason(self) -> str:
        """Why points are missing, in one line; what is wrong with a file comes before what is wrong with a function."""
        telling = sorted(self.verdicts, key=lambda verdict: not verdict.notices)
        return next((v.first_reason for v in telling if v.first_reason), "")


def prepare(course: CourseFolder, student: str, notebook: str) -> Work:
    """Read one submitted notebook. Nothing in the file can make this raise."""
    submission = read(course.submitted(student, notebook), _released(course.release, notebook), course.limits)
    return Work(course, student, notebook, submission, course.secret)


@cache
def _released(release: Path, notebook: str) -> NotebookNode:
    return released(release, notebook)


def grade_student(course: CourseFolder, student: str, alone: bool = False) -> GradedStudent:
    """One student's verdicts; a notebook that was not handed in is graded as one that could not be read.

    A stop by the clock is kept and counts only if the student was `alone` on the machine: otherwise the result says
    that it was `by_the_clock`, and somebody asks again. Raises SandboxUnavailable where nothing can be run.
    """
    try:
        return _grade_student(course, student, alone)
    except StepFailed as failure:
        return to_be_completed_by_hand(course, student, failure.step, str(failure))


def to_be_completed_by_hand(course: CourseFolder, student: str, step: Step | None, reason: str) -> GradedStudent:
    """Verdicts that a person has to complete, since ours broke down at a step.

    The reason is for the instructor: an exception's words may quote what students must not see.
    """
    words = f"{step or 'running the notebooks'} did not work out"
    verdicts = tuple(by_hand(student, notebook, course.lab.graders, words) for notebook in course.notebooks)
    return GradedStudent(student, verdicts, by_hand=reason, unread=step is Step.READ)


def _grade_student(course: CourseFolder, student: str, alone: bool) -> GradedStudent:
    with bounded(Step.READ):
        works = [prepare(course, student, notebook) for notebook in course.notebooks]
        stored = [verdict_store.load(work.folder, work.notebook, work.key) for work in works]
    budget = full = Budget(course.limits.cpu_seconds, course.limits.idle_seconds)
    verdicts: list[Verdict] = []
    by_the_clock = False
    for work, verdict in zip(works, stored, strict=True):
        if verdict is None:
            probes = work.probes()
            ran = _run(work, asked_of(probes), budget, alone)
            budget, by_the_clock = ran.left, by_the_clock or ran.by_the_clock
            verdict = _judge(work, probes, ran.evidence)
            if not ran.by_the_clock or alone:
                with bounded(Step.STORE):
                    verdict_store.save(work.folder, work.notebook, work.key, verdict)
        verdicts.append(verdict)
    spent = full.cpu_seconds - budget.cpu_seconds
    given = tuple(work.given for work in works)
    return GradedStudent(student, tuple(verdicts), given, cpu_seconds=spent, by_the_clock=by_the_clock)


@dataclass(frozen=True)
class Ran:
    """The evidence of a notebook, and what is left of the student's budget."""

    evidence: Evidence
    left: Budget
    by_the_clock: bool = False


def _run(work: Work, probes: Probes, budget: Budget, alone: bool) -> Ran:
    """What running the notebook showed: from the records where they are good, else run now."""
    steps = frozenset((function, step) for function, asked in probes.items() for step in answered(asked))
    with bounded(Step.DECODE):
        asked = Asked(frozenset(work.submission.cells), steps)
        stored = evidence_store.load(work.folder, work.notebook, work.key, asked)
    if stored is not None:
        return Ran(stored, budget)
    if work.submission.refused is not None:
        reason = Stopped("the notebook could not be read")
        answers = {function: dict.fromkeys(answered(asked), reason) for function, asked in probes.items()}
        return Ran(Evidence(answers=answers), budget)
    course = work.course
    sandbox = _sandbox(course.lab_name, course.limits)
    done = execute(sandbox, work.submission.cells, probes, course.limits, budget, course.lab.describe)
    if not done.by_the_clock or alone:
        with bounded(Step.STORE):
            evidence_store.save(work.folder, work.notebook, work.key, done.frames)
    return Ran(done.evidence, done.left, done.by_the_clock)


def _judge(work: Work, probes: Mapping[str, Probe], evidence: Evidence) -> Verdict:
    notices = (*work.submission.notices, *_failed_cells(work, evidence))
    waiting = ToBeJudged(work.student, work.notebook, evidence, notices, probes)
    session = _session(work.course.lab_name)
    with bounded(Step.JUDGE):
        return session.judge(waiting).in_order_of(work.submission.grade_ids)


def _failed_cells(work: Work, evidence: Evidence) -> Iterator[str]:
    """A notice for each cell that failed, except for stubs that were left as they were."""
    for number, (index, outcome) in enumerate(evidence.cells.items(), start=1):
        if outcome.error is not None and outcome.error.kind != "NotImplementedError":
            grade_id = work.submission.notebook.cells[index].metadata.get("nbgrader", {}).get("grade_id")
            cell = f"The cell “{grade_id}”" if grade_id else f"Code cell {number}"
            yield f"{cell} did not run: {outcome.error.kind}: {outcome.error.message}"


@cache
def _session(lab_name: str) -> Session:
    """This process's graders, collected at the first submission that needs them."""
    return Session(lab.load(lab_name).graders)


@cache
def _sandbox(lab_name: str, limits: Limits) -> Sandbox:
    """This process's sandbox for a lab, started at the first submission that needs it."""
    sandbox = Sandbox(limits, **furnishing(lab.load(lab_name)))
    atexit.register(sandbox.close)
    return sandbox


def furnishing(its: Lab) -> dict[str, Any]:
    """What a sandbox gets from a lab, as arguments of `Sandbox`."""
    return {
        "readable": its.readable,
        "preload": (*PRELOAD, *its.preload),
        "environment": its.environment,
        "guard": its.guard,
        "hidden": its.hidden,
    }


def cells_of(work: Work) -> Evidence:
    """What the cells of a graded notebook showed, for its page; nothing where it is not on record."""
    asked = Asked(frozenset(work.submission.cells), frozenset())
    stored = evidence_store.load(work.folder, work.notebook, work.key, asked)
    return stored or Evidence()


def without_its_file(course: CourseFolder, student: str, notebook: str) -> Work:
    """The untouched release in place of what was handed in, where that cannot be read."""
    return Work(course, student, notebook, Submission(_released(course.release, notebook)), course.secret)
