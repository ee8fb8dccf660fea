"""Grading: from submitted notebooks to verdicts, for one notebook or a whole class in parallel.

The unit of work is one notebook of one student: bytes in, verdict out. What was graded before under the same key is
read back, so a run that was cut short goes on where it stopped, and a second run costs next to nothing.
"""

import atexit
import multiprocessing
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import initlab
from nbformat import NotebookNode

from autograder import records
from autograder.evidence import Evidence, Stopped, clean
from autograder.execution import execute
from autograder.judge import Judged, judge, steps_for
from autograder.release import ASSIGNMENT, NotReady, released
from autograder.sandbox import Sandbox, SandboxUnavailable, preflight
from autograder.sandbox.limits import Limits
from autograder.submission import Submission, read
from autograder.verdict import Verdict

# pytest's start costs about as much as judging one notebook; eight at a time make it small while a class
# of any size still spreads over the cores
BATCH = 8

# what the lab's notebooks may import; imported once, before the first submission
PRELOAD = (
    "numpy",
    "scipy.stats",
    "sklearn.datasets",
    "matplotlib.pyplot",
    "IPython.core.interactiveshell",
    "tensorflow",
    "keras",
)


@dataclass(frozen=True)
class Course:
    """A course folder: nbgrader's directories, our records, and the secret from which probes are drawn."""

    root: Path
    assignment: str = ASSIGNMENT
    limits: Limits = field(default_factory=Limits)

    @property
    def secret(self) -> bytes:
        """The course secret; drawn at first use and kept, readable by the owner only, in `course_secret`."""
        path = self.root / "course_secret"
        if not path.exists():
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(os.urandom(32))
        return path.read_bytes()

    @property
    def notebooks(self) -> tuple[str, ...]:
        """The names of the released notebooks. Raises `NotReady` if there are none."""
        folder = self.root / "assignments" / self.assignment
        names = tuple(sorted(path.stem for path in folder.glob("*.ipynb")))
        if not names:
            raise NotReady(f"There is no release in {folder}: run `initlab release` first.")
        return names

    @property
    def students(self) -> tuple[str, ...]:
        """Everyone who handed the assignment in."""
        folders = (self.root / "submitted").glob(f"*/{self.assignment}")
        return tuple(sorted(folder.parent.name for folder in folders if folder.is_dir()))

    def submitted(self, student: str, notebook: str) -> Path:
        """Where the student's notebook lies, if it was handed in."""
        return self.root / "submitted" / student / self.assignment / f"{notebook}.ipynb"

    def record_folder(self, student: str) -> Path:
        """Where the evidence and verdicts of one student are kept."""
        return self.root / "records" / self.assignment / student


@dataclass(frozen=True)
class Work:
    """One notebook of one student, read and ready to run."""

    course: Course
    student: str
    notebook: str
    submission: Submission
    secret: bytes

    @property
    def key(self) -> str:
        """Depends on all that decides the verdict: the cells, the probes, the limits, the notices and the code."""
        parts = [f"{index}\0{source}" for index, source in self.submission.cells.items()]
        described = (self.student, self.notebook, repr(self.course.limits), *self.submission.notices, *parts)
        return records.key_of(self.secret, *described)


def prepare(course: Course, student: str, notebook: str) -> Work:
    """Read one submitted notebook. Nothing in the file can make this raise."""
    release = _release(course.root, course.assignment, notebook)
    submission = read(course.submitted(student, notebook), release, course.limits)
    return Work(course, student, notebook, submission, course.secret)


@cache
def _release(root: Path, assignment: str, notebook: str) -> NotebookNode:
    return released(root, assignment, notebook)


def grade(works: Iterable[Work]) -> list[Verdict]:
    """The verdicts of several notebooks, from the records where they are good, else run and judged now."""
    works = list(works)
    stored = [records.load_verdict(w.course.record_folder(w.student), w.notebook, w.key) for w in works]
    fresh = [work for work, verdict in zip(works, stored, strict=True) if verdict is None]
    judged = iter(_grade_fresh(fresh))
    return [verdict if verdict is not None else next(judged) for verdict in stored]


def _grade_fresh(works: Sequence[Work]) -> list[Verdict]:
    if not works:
        return []
    evidence = [evidence_of(work) for work in works]
    judged = [
        Judged(work.student, work.notebook, seen, (*work.submission.notices, *_failed_cells(work, seen)))
        for work, seen in zip(works, evidence, strict=True)
    ]
    verdicts = [
        verdict.in_order_of(work.submission.grade_ids)
        for work, verdict in zip(works, judge(judged, works[0].secret), strict=True)
    ]
    for work, verdict in zip(works, verdicts, strict=True):
        records.save_verdict(work.course.record_folder(work.student), work.notebook, work.key, verdict)
    return verdicts


def evidence_of(work: Work) -> Evidence:
    """What running the notebook showed: from the records where it is good, else run now."""
    folder = work.course.record_folder(work.student)
    evidence = records.load_evidence(folder, work.notebook, work.key)
    if evidence is None:
        requests = steps_for(work.notebook, work.secret, work.student)
        if work.submission.refused is None:
            evidence = execute(_sandbox(work.course.limits), work.submission.cells, requests, work.course.limits)
        else:
            reason = Stopped("the notebook could not be read")
            evidence = Evidence(answers={name: dict.fromkeys(steps, reason) for name, steps in requests.items()})
        records.save_evidence(folder, work.notebook, work.key, evidence)
    return evidence


def _failed_cells(work: Work, evidence: Evidence) -> Iterator[str]:
    """A notice for each cell that failed, except for stubs that were left as they were."""
    for number, (index, outcome) in enumerate(evidence.cells.items(), start=1):
        if outcome.error is not None and outcome.error.kind != "NotImplementedError":
            grade_id = work.submission.notebook.cells[index].metadata.get("nbgrader", {}).get("grade_id")
            cell = f"The cell “{grade_id}”" if grade_id else f"Code cell {number}"
            yield f"{cell} did not run: {outcome.error.kind}: {outcome.error.message}"


@cache
def _sandbox(limits: Limits) -> Sandbox:
    """This process's sandbox, started at the first submission that needs it."""
    library = Path(str(initlab.__file__)).parent
    sandbox = Sandbox(limits, readable=(library,), preload=PRELOAD)
    atexit.register(sandbox.close)
    return sandbox


@dataclass(frozen=True)
class Student:
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


def grade_student(course: Course, student: str) -> Student:
    """One student's verdicts; a notebook that was not handed in is graded as one that could not be read."""
    return _grade_batch(course, [student])[0]


def grade_class(course: Course, students: Sequence[str], workers: int | None = None) -> Iterator[Student]:
    """Every student's verdicts, as they are ready. Raises SandboxUnavailable before anything is graded."""
    preflight()
    course.secret  # noqa: B018  (drawn once, here, before several processes could)
    size = _batch_size(len(students), workers or cores())
    batches = [students[start : start + size] for start in range(0, len(students), size)]
    if not batches:
        return
    context = multiprocessing.get_context("spawn")  # a fork would share locks and threads of this process
    with ProcessPoolExecutor(min(workers or cores(), len(batches)), mp_context=context) as pool:
        running = {pool.submit(_grade_batch, course, batch): batch for batch in batches}
        for done in as_completed(running):
            error = done.exception()
            if isinstance(error, SandboxUnavailable):
                raise error
            if error is not None:
                said = clean(f"{type(error).__name__}: {error}", 300)
                yield from (Student(student, (), said) for student in running[done])
            else:
                yield from done.result()


def _grade_batch(course: Course, students: Sequence[str]) -> list[Student]:
    works = [prepare(course, student, notebook) for student in students for notebook in course.notebooks]
    verdicts = grade(works)
    per_student = len(course.notebooks)
    groups = [verdicts[start : start + per_student] for start in range(0, len(verdicts), per_student)]
    return [Student(student, tuple(group)) for student, group in zip(students, groups, strict=True)]


def _batch_size(students: int, workers: int) -> int:
    return max(1, min(BATCH, -(-students // (2 * workers))))


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0))
