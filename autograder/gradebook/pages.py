"""nbgrader's feedback pages are ours: the exporter that makes them, whoever asks nbgrader for them."""

from typing import Any

from nbconvert.exporters import Exporter
from nbformat import NotebookNode
from nbgrader.api import Gradebook, MissingEntry
from traitlets import Bool

from autograder.gradebook.safety import check_converter
from autograder.report.feedback_page import feedback_page
from autograder.report.grades import Grade, Grades


class FeedbackPage(Exporter):
    """Makes a page of an autograded notebook and what the gradebook says of it."""

    file_extension = ".html"
    output_mimetype = "text/html"
    plain = Bool(False, help="Show what students wrote in words as it was written, not rendered.").tag(config=True)

    def __init__(self, **kwargs: Any) -> None:
        """nbgrader makes its exporter before it reads anything."""
        super().__init__(**kwargs)
        check_converter(self)

    def from_notebook_node(self, nb: NotebookNode, resources: Any = None, **kwargs: Any) -> Any:
        """nbconvert's entry point for a notebook that was read."""
        notebook, resources = super().from_notebook_node(nb, resources, **kwargs)
        named = resources["nbgrader"]
        grades = grades_of(named["db_url"], named["notebook"], named["assignment"], named["student"])
        return feedback_page(notebook, named["notebook"], grades, self.plain), resources


def grades_of(db_url: str, notebook: str, assignment: str, student: str) -> Grades:
    """What the gradebook says of one notebook of a student's submission. Raises MissingEntry if it knows none."""
    with Gradebook(db_url) as book:
        submission = book.find_submission(assignment, student)
        found = next((entry for entry in submission.notebooks if entry.name == notebook), None)
        if found is None:
            raise MissingEntry(f"No such notebook: {assignment}/{notebook} of {student}")
        cells = {
            grade.name: Grade(grade.score, grade.max_score, bool(grade.needs_manual_grade)) for grade in found.grades
        }
        return Grades(
            cells,
            dict(_comments(found.comments, cells)),
            submission.score,
            submission.max_score,
            found.late_submission_penalty or 0.0,
        )


def _comments(comments: Any, cells: Any) -> Any:
    """What a person wrote, and nbgrader's own remark where no checks say more."""
    for comment in comments:
        said = comment.manual_comment or (comment.auto_comment if f"test_{comment.name}" not in cells else None)
        if said:
            yield comment.name, said
