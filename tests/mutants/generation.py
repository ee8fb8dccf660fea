"""Mutants of a solution: every operator at every place, in a fixed order, without doubles."""

import ast
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

from tests.mutants.expressions import COMPREHENSIONS, EXPRESSIONS, Place
from tests.mutants.solutions import Solution, solutions
from tests.mutants.statements import STATEMENTS, swapped

SHOWN = 24  # characters of an unchanged line beside what changed


@dataclass(frozen=True)
class Mutant:
    """A solution with one change."""

    function: str
    operator: str
    ordinal: int  # among this operator's mutants of this function
    change: str  # "before → after", of the lines that differ
    source: str

    @property
    def name(self) -> str:
        """What it is called in tables: stable as long as its solution and its operator are."""
        return f"{self.function}:{self.operator}:{self.ordinal}"

    @property
    def row(self) -> str:
        """Its line in a table."""
        return f"{self.name}  {self.change}"


@dataclass(frozen=True)
class Site:
    """One node of a tree and where it hangs."""

    node: Any
    parent: Any
    field: str
    index: int | None  # where the field is a list
    looped: bool


@cache
def mutants_of(function: str) -> tuple[Mutant, ...]:
    """Every mutant of one function's solution."""
    solution = solutions()[function]
    tree = solution.tree()
    original = ast.unparse(tree)
    seen, counts, found = {original}, Counter[str](), []
    for operator, source in _sources(solution, tree):
        if source in seen or not _compiles(source):
            continue
        seen.add(source)
        counts[operator] += 1
        found.append(Mutant(function, operator, counts[operator], change(original, source), source))
    return tuple(found)


def all_mutants() -> Iterator[Mutant]:
    """Of all functions, in the graders' order."""
    for function in solutions():
        yield from mutants_of(function)


def change(before: str, after: str) -> str:
    """What differs, on one line: "before → after", the unchanged ends of long lines cut."""
    old, new = before.splitlines(), after.splitlines()
    while old and new and old[0] == new[0]:
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    one, two = ("; ".join(line.strip() for line in lines) for lines in (old, new))
    same = _common(one, two)
    tail = min(_common(one[::-1], two[::-1]), len(one) - same, len(two) - same)
    start, end = max(same - SHOWN, 0), max(tail - SHOWN, 0)
    return " → ".join(
        f"{'…' if start else ''}{text[start : len(text) - end]}{'…' if end else ''}" or "(nothing)"
        for text in (one, two)
    )


def _common(one: str, two: str) -> int:
    """How many characters two texts begin with alike."""
    return next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))


def _sources(solution: Solution, tree: ast.Module) -> Iterator[tuple[str, str]]:
    names = _names(tree)
    sites = list(_sites(tree, solution))
    for operator, (kinds, apply) in EXPRESSIONS.items():
        for site in sites:
            if isinstance(site.node, kinds):
                for new in apply(site.node, _place(site, names)):
                    yield operator, _with(tree, site, new)
    for operator, (kinds, rewrite) in STATEMENTS.items():
        for site in sites:
            if isinstance(site.node, kinds):
                for statements in rewrite(site.node):
                    yield operator, _with(tree, site, statements)
    for site in _blocks(tree, solution):
        for new in swapped(site.node):
            yield "statements swapped", _with(tree, site, new)


def _with(tree: ast.Module, site: Site, new: ast.AST | list[ast.stmt]) -> str:
    with _replaced(site, new):
        source = ast.unparse(ast.fix_missing_locations(tree))
    return _keeping(source) if "earlier" in source else source


def _keeping(source: str) -> str:
    """The function with a dictionary `earlier` at its start, new at every call."""
    tree = ast.parse(source)
    function = tree.body[0]
    assert isinstance(function, ast.FunctionDef)
    function.body.insert(1, ast.parse("earlier = {}").body[0])
    return ast.unparse(tree)


@contextmanager
def _replaced(site: Site, new: ast.AST | list[ast.stmt]) -> Iterator[None]:
    old = getattr(site.parent, site.field)
    if site.index is None:
        setattr(site.parent, site.field, new)
    else:
        several = new if isinstance(new, list) else [new]
        whole = [*old[: site.index], *several, *old[site.index + 1 :]]
        setattr(site.parent, site.field, whole or [ast.Pass()])
    try:
        yield
    finally:
        setattr(site.parent, site.field, old)


def _sites(tree: ast.Module, solution: Solution) -> Iterator[Site]:
    """What can be changed, in the order of the text. The words of an error's message are left alone."""

    def below(parent: ast.AST, looped: bool) -> Iterator[Site]:
        for field, value in ast.iter_fields(parent):
            for index, node in enumerate(value) if isinstance(value, list) else [(None, value)]:
                if not isinstance(node, ast.AST) or isinstance(node, ast.JoinedStr):
                    continue
                again = looped or (isinstance(parent, ast.For) and field == "body")
                again = again or (isinstance(parent, COMPREHENSIONS) and field != "generators")
                again = again or isinstance(parent, ast.Lambda)  # called by others, as often as they like
                raised = isinstance(parent, ast.Raise) and isinstance(node, ast.Call)
                if getattr(node, "lineno", 0) in solution.lines and not raised:
                    yield Site(node, parent, field, index, again)
                if raised:
                    yield Site(node.func, node, "func", None, again)
                else:
                    yield from below(node, again)

    yield from below(tree, False)


def _blocks(tree: ast.Module, solution: Solution) -> Iterator[Site]:
    """Blocks of statements of which at least two are the solution's."""

    def own(statement: ast.stmt) -> bool:
        return statement.lineno in solution.lines

    for parent in ast.walk(tree):
        for field in ("body",):
            block = getattr(parent, field, None)
            for index, node in enumerate(block) if isinstance(block, list) else ():
                inner = getattr(node, "body", None)
                if isinstance(inner, list) and sum(map(own, inner)) > 1:
                    yield Site(node, parent, field, index, False)


def _place(site: Site, names: tuple[str, ...]) -> Place:
    stored = isinstance(getattr(site.node, "ctx", None), ast.Store)
    called = isinstance(site.parent, ast.Call) and site.field == "func"
    return Place(names, site.looped, called, stored)


def _names(tree: ast.Module) -> tuple[str, ...]:
    """Parameters, local variables and constants, in the order of the text."""
    found: Mapping[str, None] = {}
    for node in ast.walk(tree):
        match node:
            case ast.arg(name):
                found = {**found, name: None}
            case ast.Name(name, ast.Store()):
                found = {**found, name: None}
            case ast.Name(name) if name.isupper():
                found = {**found, name: None}
    return tuple(name for name in found if name not in ("self", "_"))


def _compiles(source: str) -> bool:
    try:
        compile(source, "mutant", "exec")
    except (SyntaxError, ValueError):
        return False
    return True
