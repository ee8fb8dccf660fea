"""nbgrader: our reading, execution and scores in its own pipeline, and its API with this course's configuration.

`nbgrader_config.py` names these classes, so that `nbgrader autograde`, formgrader's button and the Python API all
grade this way.
"""

import copy
import os
import re
import shutil
import sys
import warnings
from functools import cache
from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode, v4
from nbgrader import utils
from nbgrader.apps import NbGraderAPI
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.preprocessors import SaveAutoGrades as StockSaveAutoGrades
from sqlalchemy.exc import SAWarning
from traitlets.config import Config, PyFileConfigLoader

from autograder.evidence import clean
from autograder.grading import Course, Student, Work, evidence_of, grade, prepare
from autograder.handed_in import handed_in, name_problem
from autograder.release import ASSIGNMENT, NotReady, write_sources
from autograder.report import cell_outputs
from autograder.sandbox.limits import Limits
from autograder.verdict import Check, Verdict, say

VERDICT = "initlab_verdict"  # where Execute leaves the verdict for SaveAutoGrades, in nbconvert's resources


def load_config(root: Path) -> Config:
    """The course's nbgrader_config.py. Raises `NotReady` if there is none."""
    if not (root / "nbgrader_config.py").exists():
        raise NotReady(f"{root} is no course folder: it has no nbgrader_config.py. Name one with --course.")
    return Config(PyFileConfigLoader("nbgrader_config.py", path=str(root)).load_config())


def load_course(root: Path, assignment: str = ASSIGNMENT) -> Course:
    """The course in a folder, with the limits its configuration sets."""
    return Course(root, assignment, _limits(load_config(root)))


def _limits(config: Config) -> Limits:
    """`c.Initlab.limits = {"wall_seconds": 600}`; what is not named keeps its default."""
    try:
        return Limits(**dict(config.get("Initlab", {}).get("limits", {})))
    except (TypeError, ValueError) as error:
        raise NotReady(f"c.Initlab.limits in nbgrader_config.py: {error}") from error


def nbgrader_api(root: Path) -> NbGraderAPI:
    """nbgrader's Python API with the course's own configuration, which it would not load by itself."""
    _put_own_programs_on_path()
    return NbGraderAPI(config=load_config(root))


def build_release(root: Path) -> list[Path]:
    """Masters to nbgrader's source notebooks and on, by nbgrader, to the student release; the released notebooks.

    Raises `NotReady` with nbgrader's own words if it could not; the release that was there is there still.
    """
    write_sources(root)
    written = root / "assignments" / ASSIGNMENT
    before = written.with_name(f".{ASSIGNMENT}.before")
    shutil.rmtree(before, ignore_errors=True)
    if written.exists():
        written.rename(before)
    result = nbgrader_api(root).generate_assignment(ASSIGNMENT, force=True, create=True)
    if not result["success"]:
        if before.exists():
            shutil.rmtree(written, ignore_errors=True)
            before.rename(written)
        raise NotReady(f"nbgrader could not make the release: {_errors_in(result)}")
    shutil.rmtree(before, ignore_errors=True)
    return sorted(written.glob("*.ipynb"))


def _errors_in(result: dict[str, Any]) -> str:
    """The error lines of nbgrader's log, and of the traceback in it."""
    lines = f"{result.get('log') or ''}\n{result.get('error') or ''}".splitlines()
    telling = [line.strip() for line in lines if re.match(r"\s*(\[ERROR\]|[\w.]+(Error|Exception|Entry): )", line)]
    return clean(" ".join(dict.fromkeys(telling)) or "it did not say why", 1000)


def _put_own_programs_on_path() -> None:
    """nbgrader starts `alembic` by name; without an activated environment only this interpreter's folder has it."""
    own = str(Path(sys.executable).parent)
    if own not in os.environ.get("PATH", "").split(os.pathsep):
        os.environ["PATH"] = os.pathsep.join([own, os.environ.get("PATH", os.defpath)])


def record(course: Course, student: Student, feedback: bool) -> str:
    """Put a graded student into nbgrader's gradebook, and write the feedback pages; what went wrong, or nothing.

    nbgrader runs its own `autograde`; our preprocessors find the verdicts on record and add no work.
    """
    if problem := name_problem(student.student):
        return problem
    api = _api(course.root)
    steps = [lambda: api.autograde(course.assignment, student.student, force=True, create=True)]
    if feedback:
        steps.append(lambda: api.generate_feedback(course.assignment, student.student, force=True))
    for step in steps:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SAWarning)  # nbgrader's own, one for every new entry in the gradebook
            result = step()
        if not result["success"]:
            return _errors_in(result)
    return ""


@cache
def _api(root: Path) -> NbGraderAPI:
    return nbgrader_api(root)


def _work(converter: Any, resources: Any) -> Work:
    """The submitted notebook that nbgrader is at."""
    root = Path(converter.coursedir.root)
    course = Course(root, resources["nbgrader"]["assignment"], _limits(converter.config))
    return prepare(course, resources["nbgrader"]["student"], resources["nbgrader"]["notebook"])


class SubmissionExporter(NotebookExporter):
    """Reads the submitted file our way: capped, checked, locked cells restored, and never an exception.

    nbgrader reads a notebook twice, the second time from what it wrote itself; both times it gets the submission.
    """

    def __init__(self, **kwargs: Any) -> None:
        """nbgrader makes its exporter before it copies a file: the moment to leave out what is not a notebook."""
        super().__init__(**kwargs)
        converter: Any = self.parent
        converter.coursedir = handed_in(converter.coursedir, converter.assignments, converter)

    def from_filename(self, filename: str, resources: dict | None = None, **kwargs: Any) -> Any:
        """nbconvert's entry point for a file."""
        work = _work(self.parent, resources)
        return self.from_notebook_node(copy.deepcopy(work.submission.notebook), resources=resources, **kwargs)


class Execute(NbGraderPreprocessor):
    """In place of nbgrader's execution: grades in the sandbox and writes what happened into the cells.

    The name is nbgrader's, so that `--no-execute` still turns it off.
    """

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """The notebook with outputs, and the verdict in the resources."""
        work = _work(self.parent.parent, resources)
        (verdict,) = grade([work])
        evidence = evidence_of(work)
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
    lines = "\n".join(f"- {escape_markdown(notice)}" for notice in notices)
    return v4.new_markdown_cell(f"**About this hand-in**\n\n{lines}", id="initlab-notices")


class SaveAutoGrades(StockSaveAutoGrades):
    """Scores and comments from the verdict; cells graded by hand stay nbgrader's business."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Save what was decided; without a verdict (`--no-execute`) take the one on record, or grade now."""
        if VERDICT not in resources:
            (resources[VERDICT],) = grade([_work(self.parent.parent, resources)])
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


def escape_markdown(text: str) -> str:
    """Plain text for a field that nbgrader renders as Markdown with HTML and math in it."""
    special = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "[": "&#91;", "`": "&#96;", "$": "&#36;", "*": "&#42;"}
    return "".join(special.get(char, char) for char in text).replace("\n", "  \n")


def _judged_function(cell: NotebookNode, verdict: Verdict) -> str | None:
    """The function whose checks a locked test cell stands for."""
    grade_id = cell.metadata.get("nbgrader", {}).get("grade_id", "")
    if utils.is_grade(cell) and grade_id.startswith("test_"):
        function = grade_id.removeprefix("test_")
        if verdict.of(function):
            return function
    return None
