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
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import nbformat
from nbformat import NotebookNode

from autograder.sandbox.limits import Limits
from autograder.submission.elsewhere import elsewhere
from autograder.submission.older import is_as_released, is_of_another_release, older_notice, stamp_of
from autograder.submission.pictures import ALL_TOGETHER, pasted
from autograder.submission.text import clean, escape_markdown

SKIP = "initlab_shown_only"  # metadata of release cells that only show something: not run when grading
# Metadata of Markdown cells whose words are not the student's: they are the lab's, or the grader's. Pages show all
# others in a box, and a student's own metadata is never taken over.
WHOSE = "initlab_whose"
LAB, GRADER = "lab", "grader"
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


_A = {"code": "a code cell", "markdown": "a Markdown cell", "raw": "a raw cell"}


def _new(
    cell_type: str, source: str, metadata: Mapping[str, Any] = MappingProxyType({}), name: str = ""
) -> NotebookNode:
    """A cell as nbformat makes it, but for its look at the schema, which takes .6 ms a cell."""
    cell: dict[str, Any] = {"id": name, "cell_type": cell_type, "metadata": dict(metadata), "source": source}
    if cell_type == "code":
        cell |= {"execution_count": None, "outputs": []}
    return nbformat.from_dict(cell)


class Refused(Exception):
    """The file cannot be used; the message says why in words for the student."""


def read(path: Path, release: NotebookNode, limits: Limits) -> Submission:
    """The submission in the file, its locked cells and nbgrader's metadata taken from `release`."""
    try:
        notebook, left_out = _parse(_bytes(path, limits.notebook_bytes), limits)
    except Refused as reason:
        submission = restore(release, release)
        note = f"**This notebook could not be read, so nothing in it was graded.** {escape_markdown(str(reason))}"
        submission.notebook.cells.insert(0, grader_cell(note, "initlab-note"))
        return Submission(submission.notebook, (f"The notebook could not be read: {reason}",), refused=str(reason))
    submission = restore(notebook, release)
    return Submission(submission.notebook, (*submission.notices, *left_out))


def _bytes(path: Path, limit: int) -> bytes:
    """The file's bytes, if it is a regular file of a legal size. Never follows a link, never waits on a pipe."""
    if any(folder.is_symlink() for folder in path.parents[:2]):  # submitted/STUDENT/ASSIGNMENT
        raise Refused("Its folder is a link to another place.")
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError as error:
        raise Refused(f"No notebook of this name was handed in. {elsewhere(path)}".strip()) from error
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


def _parse(data: bytes, limits: Limits) -> tuple[NotebookNode, tuple[str, ...]]:
    """The notebook's cells, and why pictures in them are left out."""
    try:
        raw = json.loads(data.decode("utf-8-sig"))  # some editors begin a file with a mark of its encoding
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
    kept: list[NotebookNode] = []
    left_out: list[str] = []
    room = ALL_TOGETHER * 4 // 3  # in base64
    for raw_cell in cells:
        cell = _cell(raw_cell)
        if cell is None:
            continue
        if cell.cell_type == "markdown":
            pictures = pasted(raw_cell.get("attachments"), room)
            room -= pictures.size
            left_out += pictures.left_out
            if pictures.kept:
                cell.attachments = NotebookNode(pictures.kept)
        kept.append(cell)
    return NotebookNode(cells=kept), tuple(left_out)


def _cell(raw: Any) -> NotebookNode | None:
    """A cell with its source, what nbgrader wrote into it when it was released, and nothing else that may be there."""
    if not isinstance(raw, dict) or raw.get("cell_type") not in _A:
        return None
    source = raw.get("source", "")
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    if not isinstance(source, str):
        return None
    # surrogates and NUL have no place in source code and break what comes after
    source = source.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
    source = _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", source)
    return _new(raw["cell_type"], source, _metadata(raw.get("metadata")))


def _metadata(raw: Any) -> dict[str, Any]:
    nbgrader = raw.get("nbgrader") if isinstance(raw, dict) else None
    grade_id = nbgrader.get("grade_id") if isinstance(nbgrader, dict) else None
    if not isinstance(nbgrader, dict) or not isinstance(grade_id, str):
        return {}
    return {"nbgrader": {"grade_id": grade_id} | stamp_of(nbgrader)}


def restore(notebook: NotebookNode, release: NotebookNode) -> Submission:
    """The student's cells with every released cell's own metadata, type and, where locked, source put back.

    The first cell with a grade_id is the one that counts; later ones stay as plain cells and still run. Cells the
    student deleted are put back after the released cell that came before them.
    """
    masters = {cell.metadata.nbgrader.grade_id: cell for cell in release.cells if "nbgrader" in cell.metadata}
    texts = {cell.source.strip() for cell in release.cells if cell.cell_type == "markdown"}
    notices: list[str] = []
    older: list[str] = []
    seen: set[str] = set()
    cells: list[NotebookNode] = []
    for given in notebook.cells:
        grade_id = given.metadata.get("nbgrader", {}).get("grade_id")
        master = masters.get(grade_id)
        if master is None or grade_id in seen:
            if master is not None:
                notices.append(f"The cell “{clean(grade_id, 60)}” is there more than once; the first one was graded.")
            if given.cell_type != "raw":
                cells.append(_own(given, given.cell_type, texts))
            continue
        seen.add(grade_id)
        cell, notice = _paired(given, master, texts)
        cells.append(cell)
        notices += notice
        if is_of_another_release(given, master):
            older.append(grade_id)
    for grade_id, master in masters.items():
        if grade_id not in seen:
            cells.insert(_place(cells, list(masters), grade_id), _released(master))
            notices.append(f"The cell “{grade_id}” was missing; it was put back as released.")
    if older:
        notices.append(older_notice(older))
    whole = copy.deepcopy(release)
    whole.cells = cells
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
    return Submission(whole, tuple(notices))


def _paired(given: NotebookNode, master: NotebookNode, texts: Collection[str]) -> tuple[NotebookNode, list[str]]:
    """The released cell with what the student was to write in it, and what there is to say of it."""
    name = f"“{master.metadata.nbgrader.grade_id}”"
    if master.metadata.nbgrader.locked:
        original = given.source.strip() == master.source.strip()
        if original or (is_of_another_release(given, master) and is_as_released(given)):
            return _released(master), []
        return _released(master), [f"The locked cell {name} had been changed; the original was used."]
    cell = _own(given, master.cell_type, texts)
    cell.metadata |= copy.deepcopy(master.metadata)
    if given.cell_type == cell.cell_type:
        return cell, []
    return cell, [f"The cell {name} is {_A[given.cell_type]}; it was read as {_A[cell.cell_type]}."]


def _released(master: NotebookNode) -> NotebookNode:
    cell = copy.deepcopy(master)
    if cell.cell_type == "markdown":
        cell.metadata[WHOSE] = LAB
    return cell


def _own(given: NotebookNode, cell_type: str, texts: Collection[str]) -> NotebookNode:
    """What a student wrote, as a cell of this type; a Markdown cell says so where its words are the lab's."""
    if cell_type == "code":
        return _new("code", given.source)
    cell = _new("markdown", defuse(given.source))
    if given.source.strip() in texts:
        cell.source, cell.metadata[WHOSE] = given.source, LAB
    if "attachments" in given:
        cell.attachments = copy.deepcopy(given.attachments)
    return cell


def defuse(markdown: str) -> str:
    """Markdown whose HTML is text: nbgrader's pages render what a student wrote, and would run it."""
    return _TAG.sub("&lt;", markdown)


def _place(cells: list[NotebookNode], order: list[str], grade_id: str) -> int:
    """Just after the nearest released cell that comes before this one and is there."""
    before = set(order[: order.index(grade_id)])
    places = [i for i, cell in enumerate(cells) if cell.metadata.get("nbgrader", {}).get("grade_id") in before]
    return max(places, default=-1) + 1


def grader_cell(markdown: str, name: str) -> NotebookNode:
    """A Markdown cell in the grader's own words. What is a student's in it has to be escaped."""
    return _new("markdown", markdown, {WHOSE: GRADER}, name)
