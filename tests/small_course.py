"""A course of a page for whole runs: the miniature lab with one answer in words, and hand-ins as students make them."""

import copy
import json
from collections.abc import Callable
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from tests.conftest import REPOSITORY
from tests.test_lab import CONFIG, initlab

ASSIGNMENT, NOTEBOOK = "arithmetic", "sums"
RIGHT = "import tally\ndef double(number):\n    return tally.Tally('|' * 2 * number)"
WORDS = "It is a sum of two equal numbers."
MASTER = (
    (REPOSITORY / "tests" / "miniature_lab" / "masters" / "sums.py").read_text()
    + f"""
# %% [markdown] explain="words" points=2
# Why is twice a number even?
# ### BEGIN SOLUTION
# {WORDS}
# ### END SOLUTION
"""
)


def released_course(folder: Path) -> Path:
    """The course, released, in `folder`."""
    (folder / "source").mkdir(parents=True)
    (folder / "nbgrader_config.py").write_text(CONFIG)
    (folder / "source" / f"{NOTEBOOK}.py").write_text(MASTER)
    run = initlab(folder, "release", ASSIGNMENT)
    assert run.returncode == 0, run.stdout + run.stderr
    return folder


def solved(course: Path) -> NotebookNode:
    """The release with right answers."""
    notebook = nbformat.read(course / "assignments" / ASSIGNMENT / f"{NOTEBOOK}.ipynb", as_version=4)
    cell(notebook, "double").source = RIGHT
    cell(notebook, "words").source = WORDS
    return notebook


def cell(notebook: NotebookNode, grade_id: str) -> NotebookNode:
    """The cell of this name."""
    return next(c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == grade_id)


def turned_into(cell: NotebookNode, cell_type: str, source: str) -> None:
    """What Jupyter makes of a cell whose type is changed."""
    cell.cell_type, cell.source = cell_type, source
    for key in ("outputs", "execution_count"):
        cell.pop(key, None)
    if cell_type == "code":
        cell.outputs, cell.execution_count = [], None


def hand_in(course: Path, student: str, notebook: NotebookNode | bytes, place: str = "") -> Path:
    """The notebook in the student's folder, at its place or another one below submitted/STUDENT; the file."""
    path = course / "submitted" / student / (place or f"{ASSIGNMENT}/{NOTEBOOK}.ipynb")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(notebook if isinstance(notebook, bytes) else json.dumps(notebook).encode())
    return path


def changed(notebook: NotebookNode, change: Callable[[NotebookNode], object]) -> NotebookNode:
    """A copy with a change."""
    notebook = copy.deepcopy(notebook)
    change(notebook)
    return notebook


def page(course: Path, student: str) -> Path:
    """The student's feedback page."""
    return course / "feedback" / student / ASSIGNMENT / f"{NOTEBOOK}.html"
