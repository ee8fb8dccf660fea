"""The example class: short answer files become whole submissions, as a class would hand them in.

An answer file is a notebook in percent format. Its first cell holds the assignments ABOUT, BASE ("reference", the
masters' own solutions, or "release", the empty stubs), LOSES (function -> points) and SAYS (words of the first
reason). Its other cells replace the stubs they name; those that name none follow at the notebook's end. A folder
instead of a file is handed in as it is, over the untouched release.
"""

import ast
import copy
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jupytext
import nbformat
from nbformat import NotebookNode

from autograder.submission.release import notebook_from, released


@dataclass(frozen=True)
class Example:
    """One student of the example class."""

    student: str
    about: str
    base: str
    loses: Mapping[str, float]
    says: str  # words of the first reason
    answers: Mapping[str, str]  # stub -> source
    extra: tuple[str, ...]  # sources of cells of the student's own


def read_example(path: Path) -> Example:
    """The example in an answer file. Raises KeyError if its first cell does not say what it must."""
    head, *cells = jupytext.read(path, fmt="py:percent").cells
    said: dict[str, Any] = {
        node.targets[0].id: ast.literal_eval(node.value)
        for node in ast.parse(head.source).body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    answers = {cell.metadata["stub"]: cell.source for cell in cells if "stub" in cell.metadata}
    extra = tuple(cell.source for cell in cells if "stub" not in cell.metadata and cell.cell_type == "code")
    return Example(path.stem, said["ABOUT"], said["BASE"], said["LOSES"], said["SAYS"], answers, extra)


def examples(folder: Path) -> list[Example]:
    """Every example that is an answer file, by name."""
    return [read_example(path) for path in sorted(folder.glob("*.py"))]


def submission_of(example: Example, base: NotebookNode) -> NotebookNode:
    """The notebook this student hands in, built on `base`."""
    notebook = copy.deepcopy(base)
    cells = []
    for cell in notebook.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if grade_id in example.answers:
            cell.source = example.answers[grade_id]
        cells.append(cell)
    own = [nbformat.v4.new_code_cell(source, id=f"own-{number}") for number, source in enumerate(example.extra)]
    notebook.cells = [*cells, *own]
    return notebook


def bases(masters: Iterable[Path], release: Path) -> dict[str, dict[str, NotebookNode]]:
    """The notebooks to build on, "reference" and, from the folder `release`, "release": name -> notebook."""
    reference = {master.stem: notebook_from(master) for master in masters}
    return {"reference": reference, "release": {name: released(release, name) for name in reference}}


def hand_in(
    folder: Path, submitted: Path, assignment: str, notebooks: Mapping[str, Mapping[str, NotebookNode]]
) -> list[str]:
    """Put the class in `folder` into `submitted`, built on `bases`; the students' names."""
    names = []
    for path in sorted(folder.iterdir()):
        target = submitted / path.stem / assignment
        if path.name == "__pycache__":  # installing compiles what is data here, too
            continue
        if path.is_dir():
            for name, untouched in notebooks["release"].items():
                target.mkdir(parents=True, exist_ok=True)
                nbformat.write(untouched, target / f"{name}.ipynb")
            shutil.copytree(path, target, dirs_exist_ok=True)
        elif path.suffix == ".py":
            example = read_example(path)
            target.mkdir(parents=True, exist_ok=True)
            for name, base in notebooks[example.base].items():
                nbformat.write(submission_of(example, base), target / f"{name}.ipynb")
        else:
            continue
        names.append(path.stem)
    return names
