"""`initlab grade`: everyone's hand-ins to verdicts, gradebook, pages and a table."""

import fcntl
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from autograder import class_grading, interrupts
from autograder.course_folder import CourseFolder
from autograder.gradebook.ready import ready_to_grade
from autograder.gradebook.recorder import recorder
from autograder.grading import GradedStudent
from autograder.problems import NotReady
from autograder.submission.elsewhere import not_in_place, strays
from autograder.submission.text import clean

SLOW = 30.0  # seconds of processor time from which on a hand-in is named: a usual one takes 1, a slow one 10


@dataclass(frozen=True)
class Row:
    """What came of one student."""

    graded: GradedStudent
    problem: str  # what kept it from being recorded, or from having pages

    @property
    def incomplete(self) -> bool:
        """Whether somebody has to look."""
        return bool(self.problem or self.graded.by_hand)

    @property
    def reason(self) -> str:
        """The line that says most."""
        if self.problem:
            return self.problem if self.problem.startswith("recorded,") else f"NOT RECORDED: {self.problem}"
        return f"BY HAND: {self.graded.by_hand}" if self.graded.by_hand else self.graded.first_reason


@dataclass(frozen=True)
class ClassRun:
    """What came of a class, and whether it was cut short."""

    rows: tuple[Row, ...]
    interrupted: bool = False


def grade(course: CourseFolder, students: Sequence[str], workers: int | None, feedback: bool) -> ClassRun:
    """Grade and record these students. Ctrl-C ends it with everyone recorded who was finished.

    Raises SandboxUnavailable or NotReady before anything is touched.
    """
    rows: list[Row] = []
    class_grading.preflight()
    with (
        only_one_at_a_time(course.root),
        ready_to_grade(course),
        _progress() as progress,
        interrupts.noted(),
    ):
        task = progress.add_task("grading", total=len(students))
        try:
            with recorder(course) as writer:
                for graded in class_grading.grade_class(course, students, workers):
                    if interrupts.asked():
                        raise KeyboardInterrupt
                    rows.append(Row(graded, writer.record(graded, feedback)))
                    progress.advance(task)
        except KeyboardInterrupt:
            return ClassRun(_by_name(rows), interrupted=True)
    return ClassRun(_by_name(rows))


def _by_name(rows: Sequence[Row]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda row: row.graded.student))


@contextmanager
def only_one_at_a_time(root: Path) -> Iterator[None]:
    """Two runs in one course would write into each other's records. Raises NotReady if another one is at work."""
    try:
        handle = os.open(root / ".initlab.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o660)
    except OSError as error:
        raise _not_writable(root, error) from None
    with os.fdopen(handle, "r+b", buffering=0) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            who = file.read().decode("ascii", "replace").strip() or "unknown"
            raise NotReady(
                f"Another `initlab grade` (process {who}) is at work in {root}. Wait until it has ended, or end"
                " it; then start this one again."
            ) from None
        try:
            file.truncate(0)
            file.write(str(os.getpid()).encode())
        except OSError as error:
            raise _not_writable(root, error) from None
        yield


def _not_writable(root: Path, error: OSError) -> NotReady:
    return NotReady(
        f"Nothing can be written in {root} ({error.strerror}), where grades, records and pages go: run this as the"
        f" folder's owner, or `chmod u+rwx {root}`; see that its disk has room."
    )


def _progress() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True))


def table(rows: Sequence[Row]) -> Table:
    """Everyone's points and the line that says most."""
    shown = Table(title="The class", title_justify="left")
    shown.add_column("student", no_wrap=True)
    shown.add_column("machine points", justify="right", no_wrap=True)
    shown.add_column("first reason")
    for row in rows:
        graded = row.graded
        name = escape(clean(graded.student, 60))
        shown.add_row(name, f"{graded.score:g} / {graded.max_score:g}", escape(clean(row.reason, 300)))
    return shown


def slow(rows: Sequence[Row]) -> str:
    """Who took long, in a sentence; empty if nobody did."""
    by_time = sorted(rows, key=lambda row: -row.graded.cpu_seconds)
    named = [
        f"{clean(row.graded.student, 60)} ({row.graded.cpu_seconds:.0f} s of processor time)"
        for row in by_time
        if row.graded.cpu_seconds > SLOW
    ]
    named += [f"{clean(row.graded.student, 60)} (stopped while waiting)" for row in rows if row.graded.by_the_clock]
    return f"Slow: {', '.join(named)}." if named else ""


def lying_about(course: CourseFolder, students: Sequence[str]) -> list[str]:
    """What is in submitted/ and not in its place, so that it was not graded; a sentence for each, with what to do."""
    said = strays(course.root, course.assignment, course.notebooks, course.other_assignments)
    for student in students:
        said += not_in_place(course.root / "submitted" / student / course.assignment, course.notebooks)
    return said
