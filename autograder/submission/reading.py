"""Submissions: a notebook file on disk becomes code cells to run, with everything locked restored from the release.

Nothing here runs or imports what a student wrote, and nothing a student put into the file can raise: `read` gives a
`Submission` whose `refused` says why, in words, when the file cannot be used. What it holds is then the untouched
release, so that grading, gradebook and feedback go on as for an empty hand-in.
"""

import copy
import json
import os
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from autograder.sandbox.limits import Limits
from autograder.submission.text import clean

SKIP = "initlab_shown_only"  # metadata of release cells that only show something: not run when grading
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
# control characters but white space, and direction marks: with them a reader sees another program than what runs
_UNSEEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Submission:
    """One notebook as it will be graded."""

    notebook: NotebookNode
    notices: tuple[str, ...] = ()
    refused: str | None = None

    @property
    def grade_ids(self) -> list[str]:
        """nbgrader's names of the released cells, in the notebook's order."""
        return [c.metadata.nbgrader.grade_id for c in self.notebook.cells if "nbgrader" in c.metadata]

    @property
    def cells(self) -> Mapping[int, str]:
        """Index in the notebook -> source of every code cell that is to be run."""
        return {
            index: cell.source
            for index, cell in enumerate(self.notebook.cells)
            if cell.cell_type == "code" and not cell.metadata.get(SKIP, False)
        }


class Refused(Exception):
    """The file cannot be used; the message says why in words for the student."""


def read(path: Path, release: NotebookNode, limits: Limits) -> Submission:
    """The submission in the file, its locked cells and nbgrader's metadata taken from `release`."""
    try:
        notebook = _parse(_bytes(path, limits.notebook_bytes), limits)
    except Refused as reason:
        notebook = copy.deepcopy(release)
        note = f"**This notebook could not be read, so nothing in it was graded.** {reason}"
        notebook.cells.insert(0, _note(note))
        return Submission(notebook, refused=str(reason), notices=(f"The notebook could not be read: {reason}",))
    return restore(notebook, release)


def _bytes(path: Path, limit: int) -> bytes:
    """The file's bytes, if it is a regular file of a legal size. Never follows a link, never waits on a pipe."""
    if any(folder.is_symlink() for folder in path.parents[:2]):  # submitted/STUDENT/ASSIGNMENT
        raise Refused("Its folder is a link to another place.")
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError as error:
        raise Refused("No notebook of this name was handed in.") from error
    except OSError as error:
        raise Refused(f"The file cannot be opened as a plain file ({error.strerror}).") from error
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise Refused("It is not a plain file.")
        with os.fdopen(handle, "rb", closefd=False) as file:
            data = file.read(limit + 1)
    finally:
        os.close(handle)
    if len(data) > limit:
        raise Refused(
            f"The file is larger than {limit / 1e6:g} MB. Clear the outputs (Edit, Clear All Outputs) and save."
        )
    return data


def _parse(data: bytes, limits: Limits) -> NotebookNode:
    try:
        raw = json.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise Refused("The file is not UTF-8 text. Open it in Jupyter and save it again.") from error
    except (ValueError, RecursionError) as error:
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise Refused(
            f"The file is not valid JSON{where}: it was cut off or changed outside Jupyter. "
            "Open it in Jupyter, save it, and hand it in again."
        ) from error
    cells = raw.get("cells") if isinstance(raw, dict) else None
    if not isinstance(cells, list) or raw.get("nbformat") != 4:
        raise Refused("The file is not a notebook of format 4. Open it in Jupyter and save it again.")
    if len(cells) > limits.notebook_cells:
        raise Refused(f"The notebook has {len(cells)} cells; at most {limits.notebook_cells} are graded.")
    kept = [_cell(cell) for cell in cells]
    return nbformat.v4.new_notebook(cells=[cell for cell in kept if cell is not None])


def _cell(raw: Any) -> NotebookNode | None:
    """A cell with its source and nbgrader's grade_id, and nothing else a student may have put there."""
    if not isinstance(raw, dict) or raw.get("cell_type") not in ("code", "markdown"):
        return None
    source = raw.get("source", "")
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    if not isinstance(source, str):
        return None
    # surrogates and NUL have no place in source code and break what comes after
    source = source.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
    source = _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", source)
    new = nbformat.v4.new_code_cell if raw["cell_type"] == "code" else nbformat.v4.new_markdown_cell
    metadata = raw.get("metadata")
    nbgrader = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    grade_id = nbgrader.get("grade_id") if isinstance(nbgrader, dict) else None
    cell = new(source=source, metadata={"nbgrader": {"grade_id": grade_id}} if isinstance(grade_id, str) else {})
    return cell


def restore(notebook: NotebookNode, release: NotebookNode) -> Submission:
    """The student's cells with every released cell's own metadata, type and, where locked, source put back.

    The first cell with a grade_id is the one that counts; later ones stay as plain cells and still run. Cells the
    student deleted are put back after the released cell that came before them.
    """
    masters = {cell.metadata.nbgrader.grade_id: cell for cell in release.cells if "nbgrader" in cell.metadata}
    notices: list[str] = []
    seen: set[str] = set()
    cells: list[NotebookNode] = []
    for given in notebook.cells:
        cell = copy.deepcopy(given)
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        cell.metadata = NotebookNode()
        master = masters.get(grade_id)
        if cell.cell_type == "markdown":
            cell.source = defuse(cell.source)
        if master is None:
            cells.append(cell)
        elif grade_id in seen:
            notices.append(f"The cell “{clean(grade_id, 60)}” is there more than once; the first one was graded.")
            cells.append(cell)
        else:
            seen.add(grade_id)
            restored = copy.deepcopy(master)
            if not master.metadata.nbgrader.locked:
                restored.source = cell.source
            elif cell.source.strip() != master.source.strip():
                notices.append(f"The locked cell “{grade_id}” had been changed; the original was used.")
            cells.append(restored)
    for grade_id, master in masters.items():
        if grade_id not in seen:
            cells.insert(_place(cells, list(masters), grade_id), copy.deepcopy(master))
            notices.append(f"The cell “{grade_id}” was missing; it was put back as released.")
    whole = copy.deepcopy(release)
    whole.cells = cells
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
    return Submission(whole, tuple(notices))


def defuse(markdown: str) -> str:
    """Markdown whose HTML is text: nbgrader's pages render what a student wrote, and would run it."""
    return _TAG.sub("&lt;", markdown)


def _place(cells: list[NotebookNode], order: list[str], grade_id: str) -> int:
    """Just after the nearest released cell that comes before this one and is there."""
    before = set(order[: order.index(grade_id)])
    places = [i for i, cell in enumerate(cells) if cell.metadata.get("nbgrader", {}).get("grade_id") in before]
    return max(places, default=-1) + 1


def _note(text: str) -> NotebookNode:
    return nbformat.v4.new_markdown_cell(source=text, id="initlab-note")
