"""The operators on statements: each gives the statements that may stand in a statement's place."""

import ast
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tests.mutants.expressions import altered, parsed

Statements = list[ast.stmt]
StatementOperator = Callable[[Any], Iterator[Statements]]


def dropped(node: ast.stmt) -> Iterator[Statements]:
    yield []


def decided(node: ast.If) -> Iterator[Statements]:
    """A condition negated, always or never true."""
    for text in ("not TEST", "True", "False"):
        yield [altered(node, test=parsed(text, TEST=node.test))]


def cut_short(node: ast.For) -> Iterator[Statements]:
    """A loop that ends after its first round, begins or ends one too early, or runs backwards."""
    yield [altered(node, body=[*node.body, ast.Break()])]
    for part in ("1:", ":-1", "::-1"):
        yield [altered(node, iter=parsed(f"list(ALL)[{part}]", ALL=node.iter))]


def ends_early(node: ast.Return) -> Iterator[Statements]:
    """Nothing is returned."""
    if node.value is not None:
        yield [ast.Return(None)]


def twice(node: ast.Expr | ast.Assign) -> Iterator[Statements]:
    """Done once more, where a generator is then further on or an entry stands twice."""
    if isinstance(node, ast.Expr) or any(isinstance(inner, ast.Name) and inner.id == "rng" for inner in ast.walk(node)):
        yield [node, node]


def swapped(node: Any) -> Iterator[ast.AST]:
    """Two neighbours of a block in the other order; a docstring stays where it is."""
    body = node.body
    first = isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant)
    for i in range(first, len(body) - 1):
        yield altered(node, body=[*body[:i], body[i + 1], body[i], *body[i + 2 :]])


STATEMENTS: Mapping[str, tuple[tuple[type, ...], StatementOperator]] = {
    "statement dropped": ((ast.stmt,), dropped),
    "decided": ((ast.If,), decided),
    "loop": ((ast.For,), cut_short),
    "nothing returned": ((ast.Return,), ends_early),
    "done twice": ((ast.Expr, ast.Assign), twice),
}
