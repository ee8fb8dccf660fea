"""Mutants of a solution: every operator at every place, in a fixed order, without doubles."""

import ast
import random
import warnings
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

from tests.mutants.expressions import COMPREHENSIONS, EXPRESSIONS, Place
from tests.mutants.solutions import Solution, solutions
from tests.mutants.statements import STATEMENTS, swapped

EXPERIMENTS = (
    "compare_convergence", "gradient_norms", "diagnose", "measured_second_moments", "symmetry_experiment",
    "sweep_scales", "range_that_trains", "layer_variances", "second_moments", "paired_runs", "compare", "recommend",
    "evaluate_advice",
)  # fmt: skip
PAIRS = 60  # for each experiment
TRIES = 20  # pairs for each that is wanted
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


@dataclass(frozen=True)
class Change:
    """One operator at one place."""

    operator: str
    site: Site
    new: ast.AST | list[ast.stmt]


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


def pairs() -> Iterator[Mutant]:
    """The sample of mutants with two changes, of the functions that are experiments."""
    for function in EXPERIMENTS:
        yield from second_order(function, PAIRS)


def second_order(function: str, count: int) -> tuple[Mutant, ...]:
    """A sample of one function's mutants with two changes, at places of which neither is inside the other.

    Always the same sample, of the function's name. Every operator is drawn equally often: most places can be exchanged
    for another name, and most of those only fail.
    """
    solution = solutions()[function]
    tree = solution.tree()
    original = ast.unparse(tree)
    by_operator: dict[str, list[Change]] = {}
    for made in _changes(solution, tree):
        by_operator.setdefault(made.operator, []).append(made)
    chosen = random.Random(function)
    seen = {original, *(mutant.source for mutant in mutants_of(function))}
    found: list[Mutant] = []
    for _ in range(TRIES * count):
        first, second = (chosen.choice(by_operator[chosen.choice(list(by_operator))]) for _ in range(2))
        if len(found) == count or not _apart(first.site, second.site):
            continue
        source = _with(tree, first, second)
        if source not in seen and _compiles(source):
            seen.add(source)
            operator = f"{first.operator} + {second.operator}"
            both = " & ".join(change(original, _with(tree, made)) for made in (first, second))
            found.append(Mutant(function, operator, len(found) + 1, both, source))
    return tuple(found)


def _apart(one: Site, other: Site) -> bool:
    """Whether two places can both be changed: neither holds the other, and they stand in no common list."""
    inside = any(node is other.node for node in ast.walk(one.node))
    around = any(node is one.node for node in ast.walk(other.node))
    return not inside and not around and one.parent is not other.parent


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
    for made in _changes(solution, tree):
        yield made.operator, _with(tree, made)


def _changes(solution: Solution, tree: ast.Module) -> Iterator[Change]:
    names = _names(tree)
    sites = list(_sites(tree, solution))
    for operator, (kinds, apply) in EXPRESSIONS.items():
        for site in sites:
            if isinstance(site.node, kinds):
                for new in apply(site.node, _place(site, names)):
                    yield Change(operator, site, new)
    for operator, (kinds, rewrite) in STATEMENTS.items():
        for site in sites:
            if isinstance(site.node, kinds):
                for statements in rewrite(site.node):
                    yield Change(operator, site, statements)
    for site in _blocks(tree, solution):
        for new in swapped(site.node):
            yield Change("statements swapped", site, new)


def _with(tree: ast.Module, *changes: Change) -> str:
    with ExitStack() as stack:
        for made in changes:
            stack.enter_context(_replaced(made.site, made.new))
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
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SyntaxWarning)  # what no person would write is compiled, too
            compile(source, "mutant", "exec")
    except (SyntaxError, ValueError):
        return False
    return True
