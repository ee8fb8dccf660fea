"""Reads the contract (a TOML file per notebook), and what the masters state, so that the two can be compared."""

import ast
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import jupytext
from nbformat import NotebookNode

from tests.conftest import REPOSITORY

FOLDER = Path(__file__).parent
NOTEBOOKS = ("part1_understanding", "part2_techniques", "part3_applying")
TASK = "**Your task.**"
# what is said of all tasks: from these words of a notebook's beginning to those
FOR_ALL = {
    "part1_understanding": ("The text of a task says", "for whoever called."),
    "part2_techniques": ("Fill in each function", "a sum of fewer is no normal law.)"),
    "part3_applying": ("fill in each function", "for whoever called."),
}


@dataclass(frozen=True)
class Statement:
    """A piece of a task's text, word for word, with what holds it or why nothing needs to."""

    notebook: str
    stubs: tuple[str, ...]  # the functions that the task asks for; none where it speaks of all
    says: str
    held: tuple[str, ...] = ()  # checks, as `function.test_name`
    because: str = ""  # why no check holds it: an explanation, a reason, leave that is given


@dataclass(frozen=True)
class Task:
    """The text of a task: its cell from TASK on, and the docstrings of its stubs; without stubs, what is for all."""

    notebook: str
    stubs: tuple[str, ...]
    text: str


def plain(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


@cache
def statements() -> tuple[Statement, ...]:
    """The whole contract, in the notebooks' order."""
    return tuple(statement for notebook in NOTEBOOKS for statement in _statements_of(notebook))


def _statements_of(notebook: str) -> Iterator[Statement]:
    read = tomllib.loads((FOLDER / f"{notebook}.toml").read_text(encoding="utf-8"))
    for task in read["task"]:
        for each in task["statement"]:
            says, held, because = plain(each["says"]), tuple(each.get("held", ())), each.get("because", "")
            yield Statement(notebook, tuple(task["stubs"]), says, held, because)


@cache
def tasks() -> tuple[Task, ...]:
    """What the masters ask for."""
    return tuple(task for notebook in NOTEBOOKS for task in _tasks_of(notebook))


def _tasks_of(notebook: str) -> Iterator[Task]:
    cells = jupytext.read(REPOSITORY / "source" / f"{notebook}.py", fmt="py:percent").cells
    beginning = " ".join(plain(cell.source) for cell in cells[:4])
    first, last = FOR_ALL[notebook]
    yield Task(notebook, (), beginning[beginning.index(first) : beginning.index(last) + len(last)])
    stubs: dict[int, list[NotebookNode]] = {}  # by the place of the text above them
    above = 0
    for place, cell in enumerate(cells):
        if cell.cell_type == "markdown" and TASK in cell.source:
            above = place
        if "stub" in cell.metadata:
            stubs.setdefault(above, []).append(cell)
    for place, written in stubs.items():
        text = cells[place].source
        docs = [_docstring(cell) for cell in written]
        yield Task(
            notebook,
            tuple(cell.metadata["stub"] for cell in written),
            plain(" ".join([text[text.index(TASK) :], *docs])),
        )


def _docstring(stub: NotebookNode) -> str:
    tree = ast.parse(stub.source)
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    return " ".join(filter(None, map(ast.get_docstring, nodes)))
