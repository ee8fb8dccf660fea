"""The one writer: puts graded students into nbgrader's gradebook, one after the other, in a process that can be killed.

A student on whom it dies costs nobody else anything: the database takes back what was not finished, the pages are tried
once more as plain text, and whoever called is told.
"""

import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pebble import ProcessExpired
from sqlalchemy.exc import SAWarning

from autograder.bounds import Step, StepFailed, bounded, last_step, why_ended, work_under_bounds
from autograder.class_grading import how_it_ended, killable
from autograder.course_folder import CourseFolder
from autograder.gradebook import hooks, nbgrader_api
from autograder.gradebook.surroundings import name_problem
from autograder.grading import GradedStudent
from autograder.interrupts import asked, first_done

GRACE = 1.5  # seconds after Ctrl-C; a row takes .7
INTERRUPTED = "it was interrupted; start again, and it goes on"

Call = Callable[..., str]  # calls a step with arguments; what went wrong, or nothing


@dataclass(frozen=True)
class Recorder:
    """Records one student at a time."""

    course: CourseFolder
    call: Call

    def record(self, graded: GradedStudent, feedback: bool) -> str:
        """Put a graded student into the gradebook and write the feedback pages; what went wrong, or nothing."""
        if problem := name_problem(graded.student):
            return problem
        problem = self.call(autograde, self.course, graded)
        if problem or not feedback:
            return problem
        if self.call(render, self.course, graded, False):  # too long, or too odd: then as it was written
            problem = self.call(render, self.course, graded, True)
        return f"recorded, but without feedback pages: {problem}" if problem else ""


@contextmanager
def recorder(course: CourseFolder) -> Iterator[Recorder]:
    """The writer of a course, as long as it is needed."""
    with tempfile.TemporaryDirectory(prefix="initlab-") as folder, killable(1) as pool:
        note = Path(folder, "note")

        def call(step: Call, *arguments: Any) -> str:
            if asked():
                return INTERRUPTED
            future = pool.schedule(_under_bounds, args=(note, step, *arguments))
            first_done([future], GRACE)  # after Ctrl-C the row that is being written is finished, if it takes no longer
            try:
                return future.result()
            except ProcessExpired as ended:
                return why_ended(last_step(note), how_it_ended(ended.exitcode))

        yield Recorder(course, call)


def _under_bounds(note: Path, step: Call, *arguments: Any) -> str:
    work_under_bounds(note)
    return step(*arguments)


def autograde(course: CourseFolder, graded: GradedStudent) -> str:
    """The student's row in the gradebook and the autograded notebooks; what went wrong, or nothing."""
    hooks.decided(graded)
    return _bounded(Step.RECORD, lambda: nbgrader_api.autograde(course, graded.student))


def render(course: CourseFolder, graded: GradedStudent, plain: bool) -> str:
    """The student's feedback pages; what went wrong, or nothing."""
    return _bounded(Step.RENDER, lambda: nbgrader_api.generate_feedback(course, graded.student, plain))


def _bounded(step: Step, action: Callable[[], str]) -> str:
    try:
        with bounded(step), warnings.catch_warnings():
            warnings.simplefilter("ignore", SAWarning)  # nbgrader's own, one for every new entry in the gradebook
            return action()
    except StepFailed as failure:
        return str(failure)
