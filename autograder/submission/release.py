"""The release: masters as text become nbgrader's notebooks, the student release, and the executed solutions.

A master is a Python file in jupytext's percent format. Words in a cell's marker say what nbgrader should make of it;
`NBGRADER` below is the whole vocabulary:

    # %% stub="double"                           the student writes this; solution between the usual markers
    # %% check="double" points=4                 locked, machine-graded; shows the self-check
    # %% given="setup"                           locked, run when grading
    # %% shown="try_he"                          locked, only for the student's eyes, not run when grading
    # %% [markdown] explain="q7_words" points=2  answered in words, graded by hand
"""

import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import jupytext
import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

from autograder.problems import NotReady
from autograder.submission.reading import SKIP

NBGRADER: dict[str, Callable[[str, float], dict[str, Any]]] = {
    "stub": lambda name, points: {"grade_id": name, "grade": False, "solution": True, "locked": False},
    "check": lambda name, points: {
        "grade_id": f"test_{name}", "grade": True, "solution": False, "locked": True, "points": points
    },
    "given": lambda name, points: {"grade_id": name, "grade": False, "solution": False, "locked": True},
    "shown": lambda name, points: {"grade_id": name, "grade": False, "solution": False, "locked": True},
    "explain": lambda name, points: {
        "grade_id": name, "grade": True, "solution": True, "locked": False, "points": points
    },
}  # fmt: skip
STUDENTS_KERNEL = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
# nbgrader writes the kernel of the notebook that a release was made from into everything it grades, and starts it where
# its own execution is at work. No machine has this one, so there nothing is run; sandboxes need none.
NO_KERNEL = {"name": "initlab-sandbox", "display_name": "in the sandbox of initlab only", "language": "python"}
NOT_RUN = ("check", "shown")  # what they show was for the student; the grade comes from probes


def notebook_from(master: Path) -> NotebookNode:
    """The instructor's notebook that a master describes. Raises `NotReady` for a marker that makes no sense."""
    notebook = jupytext.read(master, fmt="py:percent")
    seen: set[str] = set()
    for cell, where in zip(notebook.cells, _places(master, len(notebook.cells)), strict=True):
        cell.metadata = _metadata(cell.metadata, where)
        grade_id = _grade_id(cell)
        if grade_id in seen:
            raise NotReady(f"{where}: another cell is called {grade_id!r} too.")
        if grade_id:
            seen.add(grade_id)
    for cell, cell_id in zip(notebook.cells, cell_ids([_grade_id(cell) for cell in notebook.cells]), strict=True):
        cell["id"] = cell_id
    notebook.metadata = {
        "kernelspec": dict(STUDENTS_KERNEL),
        "language_info": {"name": "python"},
    }
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    return notebook


def _grade_id(cell: NotebookNode) -> str:
    return cell.metadata.get("nbgrader", {}).get("grade_id", "")


def _places(master: Path, cells: int) -> list[str]:
    """Where each cell stands, as text to click on: `part1.py:42: # %% given="setup"`."""
    lines = enumerate(master.read_text().splitlines(), 1)
    marked = [f"{master.name}:{line}: {text}" for line, text in lines if text.startswith("# %%")]
    if len(marked) != cells:  # the master begins without a marker
        return [f"{master.name}, cell {number}" for number in range(1, cells + 1)]
    return marked


def cell_ids(grade_ids: Sequence[str]) -> list[str]:
    """An id for each cell: its grade_id, or where it stands before one; `grade_ids` has "" for cells without.

    nbformat draws random ids, and the release would never be the same. Numbered throughout, a new cell would change the
    ids of all that follow; so a cell without a name is counted from the next that has one.
    """
    following, before, ids = "the-end", 0, []
    for grade_id in reversed(grade_ids):
        if grade_id:
            following, before = grade_id, 0
            ids.append(grade_id)
        else:
            before += 1
            ids.append(f"before-{following}" + (f"-{before}" if before > 1 else ""))
    return ids[::-1]


def _metadata(words: dict[str, Any], where: str) -> dict[str, Any]:
    kinds = [word for word in words if word in NBGRADER]
    unknown = set(words) - set(NBGRADER) - {"points", "lines_to_next_cell"}
    if unknown or len(kinds) > 1:
        found = ", ".join(sorted(words))
        raise NotReady(f"{where}: a marker holds one of {', '.join(NBGRADER)}, and points; this one holds {found}.")
    if not kinds:
        return {}
    kind = kinds[0]
    graded = NBGRADER[kind](words[kind], 0).get("grade", False)
    if graded != ("points" in words):
        raise NotReady(f"{where}: `{kind}` {'needs points=<number>' if graded else 'has no points'}.")
    nbgrader = NBGRADER[kind](words[kind], words.get("points", 0)) | {"schema_version": 3, "task": False}
    return {"nbgrader": nbgrader} | ({SKIP: True} if kind in NOT_RUN else {})


def write_sources(masters: Iterable[Path], folder: Path, handout: Iterable[Path]) -> list[Path]:
    """The notebooks nbgrader works from, in `folder`, and what students get beside them, where it is not there yet.

    They name `NO_KERNEL`, which nbgrader records; the release gets the students' kernel back.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for given in handout:
        target = folder / given.name
        if not target.exists():
            if given.is_dir():
                shutil.copytree(given, target, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(given, target)
    written = []
    for master in masters:
        target = folder / f"{master.stem}.ipynb"
        notebook = notebook_from(master)
        notebook.metadata["kernelspec"] = dict(NO_KERNEL)
        nbformat.write(notebook, target)
        written.append(target)
    return written


def write_solutions(masters: Iterable[Path], source: Path, folder: Path) -> list[Path]:
    """The masters executed from top to bottom in the folder `source`, with their outputs, in `folder`.

    Raises nbclient's CellExecutionError if a cell of a master fails.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for master in masters:
        notebook = notebook_from(master)
        resources = {"metadata": {"path": str(source)}}
        client = NotebookClient(
            notebook, timeout=600, kernel_name="python3", resources=resources, coalesce_streams=True
        )
        # one thread for linear algebra: small matrices gain nothing from more, and the sums come out the same
        client.execute(env=os.environ | {"OPENBLAS_NUM_THREADS": "1"})
        for cell in notebook.cells:
            cell.metadata.pop("execution", None)  # times of day would make every build differ
        target = folder / master.with_suffix(".ipynb").name
        nbformat.write(notebook, target)
        written.append(target)
    return written


def released(folder: Path, notebook: str) -> NotebookNode:
    """The notebook of the release in `folder`, as students got it. Raises `NotReady` if there is none."""
    path = folder / f"{notebook}.ipynb"
    if not path.exists():
        raise NotReady(f"There is no release at {path}: run `initlab release` first.")
    return nbformat.read(path, as_version=4)
