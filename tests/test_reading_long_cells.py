"""Long hand-ins: what is sent in is read and kept whole; caps are for what comes back."""

import json
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from autograder.sandbox.limits import Limits
from autograder.submission.reading import Submission, read

LONG = "# why it is done so, at length\n" * 3400 + "f = 1"  # 105,405 characters, as an honest essay in comments
COMMENTS = 2000


def of_the_release(source: str, grade_id: str, locked: bool) -> NotebookNode:
    nbgrader = {"grade_id": grade_id, "grade": False, "solution": not locked, "locked": locked, "schema_version": 3}
    return nbformat.v4.new_code_cell(source, metadata={"nbgrader": nbgrader})


@pytest.fixture
def release() -> NotebookNode:
    cells = [of_the_release("import numpy", "setup", locked=True), of_the_release("raise X", "f", locked=False)]
    return nbformat.v4.new_notebook(cells=cells)


def handed_in(folder: Path, release: NotebookNode, cells: list[NotebookNode]) -> Submission:
    path = folder / "n.ipynb"
    path.write_text(json.dumps(nbformat.v4.new_notebook(cells=cells)))
    return read(path, release, Limits())


def test_a_long_answer_is_kept_whole(tmp_path: Path, release: NotebookNode) -> None:
    submission = handed_in(tmp_path, release, [release.cells[0], of_the_release(LONG, "f", locked=False)])
    assert len(LONG) > 100_000
    assert submission.notices == () and submission.cells[1] == LONG


@pytest.mark.parametrize("new", [nbformat.v4.new_code_cell, nbformat.v4.new_markdown_cell])
def test_a_long_cell_of_the_student_s_own_is_kept_whole(tmp_path: Path, release: NotebookNode, new: type) -> None:
    submission = handed_in(tmp_path, release, [*release.cells, new(LONG)])
    assert submission.notebook.cells[-1].source == LONG


def test_as_many_cells_as_there_are_lines_of_thought_are_all_kept_in_order(
    tmp_path: Path, release: NotebookNode
) -> None:
    own = [nbformat.v4.new_code_cell(f"# thought {number}") for number in range(COMMENTS)]
    submission = handed_in(tmp_path, release, [release.cells[0], *own, *release.cells[1:]])
    assert submission.refused is None and submission.notices == ()
    assert list(submission.cells.values())[1:-1] == [cell.source for cell in own]
    assert list(submission.cells) == list(range(COMMENTS + 2))
