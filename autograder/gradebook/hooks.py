"""What nbgrader runs of ours: reading, execution and scores, in its own pipeline.

`nbgrader_config.py` names these classes, so that `nbgrader autograde`, formgrader's button and the Python API all
grade this way.
"""

import copy
import os
from functools import lru_cache
from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.preprocessors import SaveAutoGrades as StockSaveAutoGrades

from autograder.class_grading import grade_one
from autograder.course_folder import CourseFolder, course_for
from autograder.gradebook.safety import check_converter
from autograder.gradebook.surroundings import notebooks_only, with_names_of_text
from autograder.grading import GradedStudent, Work, cells_of, prepare, without_its_file
from autograder.report import cell_outputs
from autograder.submission.reading import grader_cell
from autograder.submission.release import NO_KERNEL
from autograder.submission.text import escape_markdown
from autograder.verdict.verdict import Check, Verdict, say

VERDICT = "initlab_verdict"  # where Execute leaves the verdict for SaveAutoGrades, in nbconvert's resources


_decided: dict[str, GradedStudent] = {}  # by student: what `initlab grade` has decided before it calls nbgrader


def decided(graded: GradedStudent) -> None:
    """Makes a student's verdicts known, so that nothing is graded twice."""
    _decided.clear()
    _decided[graded.student] = graded
    _prepared.cache_clear()


def _work(converter: Any, resources: Any) -> Work:
    """The submitted notebook that nbgrader is at."""
    course = course_for(Path(converter.coursedir.root), resources["nbgrader"]["assignment"], converter.config)
    course.draw_secret()
    student, notebook = resources["nbgrader"]["student"], resources["nbgrader"]["notebook"]
    known = _decided.get(student)
    if known is not None and known.unread:
        return without_its_file(course, student, notebook)
    return _prepared(course, student, notebook, _file(course.submitted(student, notebook)))


def _file(path: Path) -> tuple[int, ...]:
    """What tells one state of a file from the next. No student can set back the time of its last change."""
    try:
        found = os.lstat(path)
    except OSError:
        return ()
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


@lru_cache(maxsize=8)  # of one student at a time: nbgrader asks for each notebook three times
def _prepared(course: CourseFolder, student: str, notebook: str, file: tuple[int, ...]) -> Work:
    return prepare(course, student, notebook)


def _verdict(work: Work) -> Verdict:
    """What was decided about exactly this notebook, else what is decided now, by a worker that may die of it."""
    known = _decided.get(work.student)
    if known is None or not (known.by_hand or work.given in known.given):
        known = grade_one(work.course, work.student)
        decided(known)
    return next(verdict for verdict in known.verdicts if verdict.notebook == work.notebook)


class SubmissionExporter(NotebookExporter):
    """Reads the submitted file our way: capped, checked, locked cells restored, and never an exception.

    nbgrader reads a notebook twice, the second time from what it wrote itself; both times it gets the submission.
    """

    def __init__(self, **kwargs: Any) -> None:
        """nbgrader makes its exporter before it copies a file: the moment to leave out what is not a notebook."""
        super().__init__(**kwargs)
        check_converter(self)
        converter: Any = self.parent
        converter.assignments = with_names_of_text(converter.assignments)
        converter.coursedir = notebooks_only(converter.coursedir, converter.assignments, converter)

    def from_filename(self, filename: str, resources: dict | None = None, **kwargs: Any) -> Any:
        """nbconvert's entry point for a file."""
        notebook = copy.deepcopy(_work(self.parent, resources).submission.notebook)
        notebook.metadata["kernelspec"] = dict(NO_KERNEL)
        return self.from_notebook_node(notebook, resources=resources, **kwargs)


class Execute(NbGraderPreprocessor):
    """In place of nbgrader's execution: grades in the sandbox and writes what happened into the cells.

    The name is nbgrader's, so that `--no-execute` still turns it off.
    """

    def __init__(self, **kwargs: Any) -> None:
        """nbgrader makes all of a list before it runs the first."""
        super().__init__(**kwargs)
        check_converter(self)

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """The notebook with outputs, and the verdict in the resources."""
        work = _work(self.parent.parent, resources)
        verdict, evidence = _verdict(work), cells_of(work)
        resources[VERDICT] = verdict
        for index, cell in enumerate(nb.cells):
            function = _judged_function(cell, verdict)
            if function is not None:
                cell.outputs = cell_outputs.for_graded_cell(verdict.of(function))
            elif cell.cell_type == "code":
                outcome = evidence.cells.get(index)
                cell.outputs = [] if outcome is None else cell_outputs.for_student_cell(outcome)
        if verdict.notices:
            nb.cells.insert(0, _notice_cell(verdict.notices))
        return nb, resources


def _notice_cell(notices: tuple[str, ...]) -> NotebookNode:
    # a line each: what they quote of a student's does not look like another one
    lines = "\n".join(f"- {escape_markdown(' '.join(notice.split()))}" for notice in notices)
    return grader_cell(f"**About this hand-in**\n\n{lines}", "initlab-notices")


class SaveAutoGrades(StockSaveAutoGrades):
    """Scores and comments from the verdict; cells graded by hand stay nbgrader's business."""

    def __init__(self, **kwargs: Any) -> None:
        """nbgrader makes all of a list before it runs the first."""
        super().__init__(**kwargs)
        check_converter(self)

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Save what was decided; without a verdict (`--no-execute`) take what was decided, or grade now."""
        if VERDICT not in resources:
            resources[VERDICT] = _verdict(_work(self.parent.parent, resources))
        self.verdict: Verdict = resources[VERDICT]
        return super().preprocess(nb, resources)

    def _add_score(self, cell: NotebookNode, resources: Any) -> None:
        function = _judged_function(cell, self.verdict)
        if function is None and utils.is_solution(cell):
            super()._add_score(cell, resources)
            return
        grade_id = cell.metadata.nbgrader.grade_id
        entry = self.gradebook.find_grade(grade_id, self.notebook_id, self.assignment_id, self.student_id)
        # a test cell that no grader knows earns nothing by itself: stock nbgrader would give it full marks
        entry.auto_score = 0.0 if function is None else sum(check.earned for check in self.verdict.of(function))
        by_hand = function is None or self.verdict.needs_hand(function)
        entry.needs_manual_grade = entry.manual_score is not None or by_hand
        self.gradebook.db.commit()

    def _add_comment(self, cell: NotebookNode, resources: Any) -> None:
        grade_id = cell.metadata.nbgrader.grade_id
        checks = self.verdict.of(grade_id)
        if not checks:
            super()._add_comment(cell, resources)
            return
        entry = self.gradebook.find_comment(grade_id, self.notebook_id, self.assignment_id, self.student_id)
        entry.auto_comment = comment_for(checks)
        self.gradebook.db.commit()


def comment_for(checks: tuple[Check, ...]) -> str:
    """The comment of a function: each check that is not passed, or a word of praise."""
    missed = [check for check in checks if check.status != "passed"]
    return escape_markdown(say(missed)) if missed else "All checks passed."


def _judged_function(cell: NotebookNode, verdict: Verdict) -> str | None:
    """The function whose checks a locked test cell stands for."""
    grade_id = cell.metadata.get("nbgrader", {}).get("grade_id", "")
    if utils.is_grade(cell) and grade_id.startswith("test_"):
        function = grade_id.removeprefix("test_")
        if verdict.of(function):
            return function
    return None
