"""The right answers that are rewritten: every reference solution, and every right answer of the bank."""

import ast
import inspect
import sys
import textwrap
from collections.abc import Iterator, Mapping
from functools import cache
from types import FunctionType
from typing import Any

from autograder.course_folder import open_course
from autograder.submission.example_class import bases
from autograder.submission.reading import Submission
from tests.bank import local
from tests.bank.entry import Entry, entries_of
from tests.conftest import REPOSITORY
from tests.variants.variant import Namespace, Subject

REFERENCE = "reference"


def subjects(function: str) -> Iterator[Subject]:
    """The reference solution of a function, then its right answers in the bank."""
    yield _reference(function)
    for entry in entries_of(function):
        if entry.right:
            yield _of_the_bank(entry)


def _reference(function: str) -> Subject:
    notebook = local.graders()[function].notebook

    def names() -> Namespace:
        found: Namespace = {"__name__": "notebook"}
        for cell in _cells(notebook):
            exec(cell, found)
        return found

    return Subject(function, REFERENCE, names, _solutions(notebook))


@cache
def _cells(notebook: str) -> tuple[Any, ...]:
    """The code that runs for grading, compiled."""
    course = open_course(REPOSITORY)
    cells = Submission(bases(course.masters, course.release)["reference"][notebook]).cells
    return tuple(compile(source, f"<{notebook}, cell {index}>", "exec") for index, source in cells.items())


@cache
def _solutions(notebook: str) -> Mapping[str, str]:
    """The text of each graded function of a notebook."""
    course = open_course(REPOSITORY)
    cells = Submission(bases(course.masters, course.release)["reference"][notebook]).cells
    found = {}
    for source in cells.values():
        for statement in ast.parse(source).body if "def " in source else ():
            graded = isinstance(statement, ast.FunctionDef) and statement.name in local.graders()
            if graded and local.graders()[statement.name].notebook == notebook:
                found[statement.name] = ast.unparse(statement)
    return found


def _of_the_bank(entry: Entry) -> Subject:
    module = sys.modules[entry.implementation.__module__]

    def names() -> Namespace:
        return {**vars(module), **entry.namespace}

    return Subject(entry.function, entry.name, names, _source(entry), entry.slow)


def _source(entry: Entry) -> dict[str, str]:
    """The text of an answer that is a function of its module, under the graded name, without its decorators."""
    answer = entry.implementation
    if not isinstance(answer, FunctionType) or answer.__closure__ or answer.__qualname__ != answer.__name__:
        return {}
    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(answer))).body
    if not isinstance(definition, ast.FunctionDef):
        return {}
    definition.decorator_list = []
    definition.name = entry.function
    return {entry.function: ast.unparse(definition)}
