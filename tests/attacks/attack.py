"""Attacks as data: read from their files, and handed in to a course."""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jupytext
import nbformat
from nbformat import NotebookNode

from autograder.submission.example_class import read_example, submission_of
from tests.conftest import ASSIGNMENT

HERE = Path(__file__).parent
NOTEBOOK = "part2_techniques"
EVERYTHING = "EVERYTHING"  # no point at all
ANYTHING = "ANYTHING"  # it harms itself, how much depends on the machine

# What every attacker brings along: `attempt` says whether a step succeeded, `search` what was planted to be found.
TOOLS = """
import re as _re

def attempt(name, action):
    try:
        result = action()
    except BaseException as error:
        print(f"refused: {type(error).__name__} ({name}) {error}"[:200])
    else:
        print(f"SUCCESS {name}: {result!r}")

def search(name, text):
    text = text if isinstance(text, str) else bytes(text).decode("latin-1")
    for found in _re.findall(r"cana[r]y-[a-z]+-[0-9a-f]+", text):
        print(f"SUCCESS {name}: {found}")
"""


@dataclass(frozen=True)
class Attack:
    """One hostile (or honest) submission and what must hold beyond the rules for all."""

    kind: str  # the folder: "forging", "leaks", ...
    name: str
    about: str
    loses: str | tuple[str, ...]  # EVERYTHING, ANYTHING, or the functions with less than full marks ("...": and others)
    says: str = ""  # words that a notice or a check's message must hold
    stopped: tuple[str, ...] = ()  # what must be seen to have stopped it: errors' names, endings, "refused: ..."
    unrecorded: str = ""  # words of what keeps nbgrader from recording it, where that must be so
    prepare: Callable[[Path, Mapping[str, NotebookNode]], None] = field(default=lambda folder, bases: None)

    @property
    def student(self) -> str:
        """The student who hands it in."""
        return f"{self.kind}-{self.name}"

    def hand_in(self, course: Path, bases: Mapping[str, NotebookNode]) -> None:
        """Put the submission into the course's submitted/. `bases`: "reference" and "release"."""
        folder = course / "submitted" / self.student / ASSIGNMENT
        folder.mkdir(parents=True)
        self.prepare(folder, bases)


def from_answer_file(path: Path, words: Mapping[str, str]) -> Attack:
    """The attack in an answer file; `words` are replaced in its source: what a well-informed attacker knows.

    Its own cells go in front of the released ones, with TOOLS before them, unless the file is an honest one.
    """
    example = read_example(path)
    said = _header(path)
    kind = path.parent.name

    def prepare(folder: Path, bases: Mapping[str, NotebookNode]) -> None:
        notebook = submission_of(example, bases[example.base])
        own, rest = notebook.cells[-len(example.extra) :], notebook.cells[: -len(example.extra)]
        cells = [*own, *rest] if example.extra else notebook.cells
        if kind != "honest":
            cells = [nbformat.v4.new_code_cell(TOOLS, id="tools"), *cells]
        texts = [cell for cell in jupytext.read(path, fmt="py:percent").cells if cell.cell_type == "markdown"]
        notebook.cells = [
            *cells,
            *(nbformat.v4.new_markdown_cell(c.source, id=f"text-{n}") for n, c in enumerate(texts)),
        ]
        for cell in notebook.cells:
            for word, known in words.items():
                cell.source = cell.source.replace(word, known)
        nbformat.write(notebook, folder / f"{NOTEBOOK}.ipynb")

    loses = said["LOSES"] if isinstance(said["LOSES"], str) else tuple(said["LOSES"])
    return Attack(kind, path.stem, example.about, loses, example.says, tuple(said.get("STOPPED", ())), prepare=prepare)


def _header(path: Path) -> dict[str, Any]:
    first = jupytext.read(path, fmt="py:percent").cells[0]
    pairs = [node for node in ast.parse(first.source).body if isinstance(node, ast.Assign)]
    return {n.targets[0].id: ast.literal_eval(n.value) for n in pairs if isinstance(n.targets[0], ast.Name)}


def answer_files(words: Mapping[str, str]) -> list[Attack]:
    """Every attack that is an answer file, by kind and name."""
    return [from_answer_file(path, words) for path in sorted(HERE.glob("*/*.py"))]
