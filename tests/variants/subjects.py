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
from tests.bank.entry import WITH_KERAS, Entry, entries_of
from tests.conftest import REPOSITORY
from tests.variants.variant import Namespace, Subject

REFERENCE = "reference"


def names_of(function: str) -> list[str]:
    """The names of a function's right answers, of which the first is its reference solution."""
    return [REFERENCE, *(entry.name for entry in entries_of(function) if entry.right)]


def subject(function: str, name: str) -> Subject:
    """A right answer by its name."""
    if name == REFERENCE:
        return _reference(function)
    return next(_of_the_bank(entry) for entry in entries_of(function) if entry.name == name and entry.right)


def subjects(function: str) -> Iterator[Subject]:
    """All right answers to a function."""
    return (subject(function, name) for name in names_of(function))


def _reference(function: str) -> Subject:
    notebook = local.graders()[function].notebook

    def names() -> Namespace:
        found: Namespace = {"__name__": "notebook"}
        for cell in _cells(notebook, function in WITH_KERAS):
            exec(cell, found)
        return found

    return Subject(function, REFERENCE, names, _solutions(notebook))


@cache
def _sources(notebook: str) -> Mapping[int, str]:
    """The cells that run for grading."""
    course = open_course(REPOSITORY)
    return Submission(bases(course.masters, course.release)["reference"][notebook]).cells


@cache
def _cells(notebook: str, with_keras: bool) -> tuple[Any, ...]:
    """The cells, compiled; those that need Keras, whose import takes seconds, only for the answers that do."""
    return tuple(
        compile(source, f"<{notebook}, cell {index}>", "exec")
        for index, source in _sources(notebook).items()
        if with_keras or "keras" not in source
    )


@cache
def _solutions(notebook: str) -> Mapping[str, str]:
    """The text of each graded function of a notebook."""
    found = {}
    for source in _sources(notebook).values():
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
