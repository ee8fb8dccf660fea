"""Grading: from submitted notebooks to verdicts, for one notebook or a whole class in parallel.

The unit of work is one notebook of one student: bytes in, verdict out. What was graded before under the same key is
read back, so a run that was cut short goes on where it stopped, and a second run costs next to nothing.
"""

import atexit
import multiprocessing
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from autograder import lab
from autograder.course_folder import CourseFolder
from autograder.evidence import store as evidence_store
from autograder.evidence.answers import Evidence, Stopped
from autograder.evidence.execution import execute
from autograder.evidence.fingerprint import code_digest, key_of
from autograder.lab import Lab
from autograder.sandbox import PRELOAD, Sandbox, SandboxUnavailable, preflight
from autograder.sandbox.limits import Limits
from autograder.submission.reading import Submission, read
from autograder.submission.release import released
from autograder.submission.text import clean
from autograder.verdict import store as verdict_store
from autograder.verdict.judge import ToBeJudged, judge, probes_for
from autograder.verdict.verdict import Verdict

# pytest's start costs about as much as judging one notebook; eight at a time make it small while a class
# of any size still spreads over the cores
BATCH = 8


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
    def key(self) -> str:
        """Depends on all that decides the verdict: the cells, the probes, the limits, the notices and the code."""
        cells = [f"{index}\0{source}" for index, source in self.submission.cells.items()]
        described = (self.student, self.notebook, repr(self.course.limits), *self.submission.notices, *cells)
        code = code_digest(self.course.lab.code, self.course.lab.versions)
        return key_of(code, (self.secret, *described))


def prepare(course: CourseFolder, student: str, notebook: str) -> Work:
    """Read one submitted notebook. Nothing in the file can make this raise."""
    submission = read(course.submitted(student, notebook), _released(course.release, notebook), course.limits)
    return Work(course, student, notebook, submission, course.secret)


@cache
def _released(release: Path, notebook: str) -> NotebookNode:
    return released(release, notebook)


def grade(works: Iterable[Work]) -> list[Verdict]:
    """The verdicts of several notebooks, from the records where they are good, else run and judged now."""
    works = list(works)
    stored = [verdict_store.load(work.folder, work.notebook, work.key) for work in works]
    fresh = [work for work, verdict in zip(works, stored, strict=True) if verdict is None]
    judged = iter(_grade_fresh(fresh))
    return [verdict if verdict is not None else next(judged) for verdict in stored]


def _grade_fresh(works: Sequence[Work]) -> list[Verdict]:
    if not works:
        return []
    evidence = [evidence_of(work) for work in works]
    waiting = [
        ToBeJudged(work.student, work.notebook, seen, (*work.submission.notices, *_failed_cells(work, seen)))
        for work, seen in zip(works, evidence, strict=True)
    ]
    judged = judge(waiting, works[0].course.lab.graders, works[0].secret)
    verdicts = [verdict.in_order_of(work.submission.grade_ids) for work, verdict in zip(works, judged, strict=True)]
    for work, verdict in zip(works, verdicts, strict=True):
        verdict_store.save(work.folder, work.notebook, work.key, verdict)
    return verdicts


def evidence_of(work: Work) -> Evidence:
    """What running the notebook showed: from the records where it is good, else run now."""
    evidence = evidence_store.load(work.folder, work.notebook, work.key)
    if evidence is None:
        course = work.course
        probes = probes_for(work.notebook, course.lab.graders, work.secret, work.student)
        if work.submission.refused is None:
            sandbox = _sandbox(course.lab_name, course.limits)
            evidence = execute(sandbox, work.submission.cells, probes, course.limits, course.lab.describe)
        else:
            reason = Stopped("the notebook could not be read")
            evidence = Evidence(answers={function: dict.fromkeys(steps, reason) for function, steps in probes.items()})
        evidence_store.save(work.folder, work.notebook, work.key, evidence)
    return evidence


def _failed_cells(work: Work, evidence: Evidence) -> Iterator[str]:
    """A notice for each cell that failed, except for stubs that were left as they were."""
    for number, (index, outcome) in enumerate(evidence.cells.items(), start=1):
        if outcome.error is not None and outcome.error.kind != "NotImplementedError":
            grade_id = work.submission.notebook.cells[index].metadata.get("nbgrader", {}).get("grade_id")
            cell = f"The cell “{grade_id}”" if grade_id else f"Code cell {number}"
            yield f"{cell} did not run: {outcome.error.kind}: {outcome.error.message}"


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


@dataclass(frozen=True)
class GradedStudent:
    """One student's verdicts, in the notebooks' order."""

    student: str
    verdicts: tuple[Verdict, ...]
    problem: str = ""  # why there are no verdicts: a fault on our side, never the student's

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


def grade_class(course: CourseFolder, students: Sequence[str], workers: int | None = None) -> Iterator[GradedStudent]:
    """Every student's verdicts, as they are ready. Raises SandboxUnavailable before anything is graded."""
    preflight()
    course.draw_secret()
    size = _batch_size(len(students), workers or cores())
    batches = [students[start : start + size] for start in range(0, len(students), size)]
    if not batches:
        return
    context = multiprocessing.get_context("spawn")  # a fork would share locks and threads of this process
    with ProcessPoolExecutor(min(workers or cores(), len(batches)), mp_context=context) as pool:
        running = {pool.submit(grade_batch, course, batch): batch for batch in batches}
        for done in as_completed(running):
            error = done.exception()
            if isinstance(error, SandboxUnavailable):
                raise error
            if error is not None:
                said = clean(f"{type(error).__name__}: {error}", 300)
                yield from (GradedStudent(student, (), said) for student in running[done])
            else:
                yield from done.result()


def grade_batch(course: CourseFolder, students: Sequence[str]) -> list[GradedStudent]:
    """Some students' verdicts; a notebook that was not handed in is graded as one that could not be read."""
    works = [prepare(course, student, notebook) for student in students for notebook in course.notebooks]
    verdicts = grade(works)
    per_student = len(course.notebooks)
    groups = [verdicts[start : start + per_student] for start in range(0, len(verdicts), per_student)]
    return [GradedStudent(student, tuple(group)) for student, group in zip(students, groups, strict=True)]


def _batch_size(students: int, workers: int) -> int:
    return max(1, min(BATCH, -(-students // (2 * workers))))


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0))
