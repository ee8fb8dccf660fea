"""What a notebook defines: the functions of a master's solution or of the empty release, without a sandbox."""

from collections.abc import Collection
from functools import cache
from typing import Any

from nbformat import NotebookNode

from autograder.course_folder import open_course
from autograder.submission.example_class import bases
from autograder.submission.reading import Submission
from tests.conftest import REPOSITORY


def namespace_of(notebook: NotebookNode, without: Collection[str] = ()) -> dict[str, Any]:
    """The names a notebook defines after the cells that are run for grading, all in one namespace.

    `without` names cells to leave out (grade_ids), such as the one that imports Keras.
    """
    names: dict[str, Any] = {"__name__": "notebook"}
    for index, source in Submission(notebook).cells.items():
        if notebook.cells[index].metadata.get("nbgrader", {}).get("grade_id") not in without:
            exec(compile(source, f"cell {index}", "exec"), names)
    return names


@cache
def defined_by(kind: str, notebook: str, without: tuple[str, ...] = ()) -> dict[str, Any]:
    """The names in the "reference" (a master's solution) or the "release" (its stubs) of a notebook, by its name."""
    course = open_course(REPOSITORY)
    return namespace_of(bases(course.masters, course.release)[kind][notebook], without)
