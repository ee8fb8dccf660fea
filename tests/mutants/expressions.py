"""The operators on expressions: each gives what may stand in an expression's place, one change at a time."""

import ast
import copy
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from tests.mutants.words import NAMES, STRINGS, others

Node = TypeVar("Node", bound=ast.AST)
COMPARISONS: Mapping[type, tuple[type, ...]] = {
    ast.Lt: (ast.LtE, ast.Gt), ast.LtE: (ast.Lt, ast.GtE, ast.Eq), ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE, ast.Eq), ast.Eq: (ast.NotEq, ast.LtE, ast.GtE), ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,), ast.NotIn: (ast.In,), ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,),
}  # fmt: skip
ARITHMETIC: Mapping[type, tuple[type, ...]] = {
    ast.Add: (ast.Sub, ast.Mult), ast.Sub: (ast.Add, ast.Div), ast.Mult: (ast.Div, ast.Add),
    ast.Div: (ast.Mult, ast.FloorDiv, ast.Sub), ast.Pow: (ast.Mult, ast.Add), ast.FloorDiv: (ast.Div,),
    ast.BitOr: (ast.BitAnd, ast.BitXor), ast.BitAnd: (ast.BitOr,), ast.Mod: (ast.Div,),
}  # fmt: skip


@dataclass(frozen=True)
class Place:
    """Where an expression stands, as far as operators ask."""

    names: tuple[str, ...]  # parameters, local variables and constants of the function
    looped: bool  # whether it is computed more than once in a call
    called: bool  # whether it is the function of a call
    stored: bool  # whether it is assigned to


Operator = Callable[[Any, Place], Iterator[ast.AST]]


def altered(node: Node, **fields: Any) -> Node:
    """The same node with other fields."""
    new = copy.copy(node)
    for name, value in fields.items():
        setattr(new, name, value)
    return new


def parsed(text: str, **names: ast.expr) -> ast.expr:
    """An expression as text, with syntax trees in place of names."""
    tree = ast.parse(text, mode="eval").body

    class Fill(ast.NodeTransformer):
        def visit_Name(self, node: ast.Name) -> ast.expr:
            return names.get(node.id, node)

    return Fill().visit(tree)


def comparison(node: ast.Compare, place: Place) -> Iterator[ast.AST]:
    text = any(isinstance(side, ast.Constant) and isinstance(side.value, str) for side in node.comparators)
    for i, op in enumerate(node.ops):
        for other in COMPARISONS[type(op)][: 1 if text else None]:  # nobody asks whether a word is larger
            yield altered(node, ops=[*node.ops[:i], other(), *node.ops[i + 1 :]])


def arithmetic(node: ast.BinOp, place: Place) -> Iterator[ast.AST]:
    for other in ARITHMETIC[type(node.op)]:
        yield altered(node, op=other())


def operand_alone(node: ast.BinOp | ast.BoolOp | ast.UnaryOp | ast.IfExp, place: Place) -> Iterator[ast.AST]:
    match node:
        case ast.BinOp():
            yield from (node.left, node.right)
        case ast.BoolOp():
            yield from node.values
        case ast.UnaryOp():
            yield node.operand
        case ast.IfExp():
            yield from (node.body, node.orelse)


def operands_swapped(node: ast.BinOp, place: Place) -> Iterator[ast.AST]:
    if not isinstance(node.op, ast.Add | ast.Mult | ast.BitOr | ast.BitAnd):  # of numbers, that is the same
        yield altered(node, left=node.right, right=node.left)


def condition(node: ast.BoolOp | ast.IfExp, place: Place) -> Iterator[ast.AST]:
    if isinstance(node, ast.BoolOp):
        yield altered(node, op=ast.And() if isinstance(node.op, ast.Or) else ast.Or())
    else:
        yield altered(node, body=node.orelse, orelse=node.body)


def number(node: ast.Constant, place: Place) -> Iterator[ast.AST]:
    value = node.value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return
    if isinstance(value, int):
        new: tuple[float, ...] = (value + 1, value - 1, value + 2, 0, -value, 2 * value, value / 2)
    else:
        new = (0.0, 1.0, -value, 2 * value, value / 2, 10 * value, value / 10, 1 - value, 1.01 * value, 0.99 * value)
    for other in dict.fromkeys(new):
        if other != value:
            yield ast.Constant(other)


def constant(node: ast.Constant | ast.Name, place: Place) -> Iterator[ast.AST]:
    match node:
        case ast.Constant(bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(str(value)):
            yield ast.Constant(value + "_")
            yield from (ast.Constant(other) for other in others(value, STRINGS))
        case ast.Constant(None):
            yield from (ast.Constant(other) for other in (0, -1, False))
        case ast.Name(name) if name.isupper():
            for text in ("X + 1", "X - 1", "2 * X", "X / 2", "1"):
                yield parsed(text, X=node)


def exchanged(node: ast.Name | ast.Attribute, place: Place) -> Iterator[ast.AST]:
    """Functions, methods and attributes that people confuse."""
    if place.stored:
        return
    if isinstance(node, ast.Attribute):
        yield from (altered(node, attr=other) for other in others(node.attr, NAMES, first_only=True))
    elif node.id not in place.names:
        yield from (altered(node, id=other) for other in others(node.id, NAMES, first_only=True))


def another_name(node: ast.Name, place: Place) -> Iterator[ast.AST]:
    """Another variable, parameter or constant of the function."""
    if not place.stored and node.id in place.names:
        yield from (altered(node, id=other) for other in place.names if other != node.id)


def attribute_dropped(node: ast.Attribute, place: Place) -> Iterator[ast.AST]:
    if not (place.stored or _module(node, place)):
        yield node.value


def transposed(node: ast.expr, place: Place) -> Iterator[ast.AST]:
    if not (place.called or place.stored or _module(node, place)):
        yield ast.Attribute(node, "T", ast.Load())


def argument(node: ast.Call, place: Place) -> Iterator[ast.AST]:
    """Arguments dropped, and neighbours exchanged, also values of keywords."""
    args, keywords = node.args, node.keywords
    for i in range(len(args)):
        yield altered(node, args=[*args[:i], *args[i + 1 :]])
    for i in range(len(args) - 1):
        yield altered(node, args=[*args[:i], args[i + 1], args[i], *args[i + 2 :]])
    for i in range(len(keywords)):
        yield altered(node, keywords=[*keywords[:i], *keywords[i + 1 :]])
    for i in range(len(keywords) - 1):
        one, two = keywords[i : i + 2]
        turned = [altered(one, value=two.value), altered(two, value=one.value)]
        yield altered(node, keywords=[*keywords[:i], *turned, *keywords[i + 2 :]])


def call_skipped(node: ast.Call, place: Place) -> Iterator[ast.AST]:
    """An argument, or the object of a method, in place of what a call makes of it."""
    if isinstance(node.func, ast.Attribute) and not _module(node.func.value, place):
        yield node.func.value
    for arg in node.args:
        yield arg.value if isinstance(arg, ast.Starred) else arg


def call_ignored(node: ast.Call, place: Place) -> Iterator[ast.AST]:
    """A helper's answer replaced by a plain number."""
    if isinstance(node.func, ast.Name) and node.func.id not in place.names:
        yield from (ast.Constant(value) for value in (0, 1))


def made_once(node: ast.Call, place: Place) -> Iterator[ast.AST]:
    """In a loop: what the first call made is used for all."""
    if place.looped and not (isinstance(node.func, ast.Attribute) and node.func.attr in ("append", "add", "items")):
        yield parsed("earlier[0] if 0 in earlier else earlier.setdefault(0, MADE)", MADE=node)


def seed(node: ast.Name | ast.Call, place: Place) -> Iterator[ast.AST]:
    """One seed or one generator for all, or none."""
    match node:
        case ast.Name("rng") if not place.stored:
            yield from (parsed(f"np.random.default_rng({arg})") for arg in ("0", ""))
            yield parsed("np.random")
            if place.looped:
                yield parsed("earlier[0] if 0 in earlier else earlier.setdefault(0, np.random.default_rng(0))")
        case ast.Name("seed" | "scale") if not place.stored:
            yield parsed("0")
        case ast.Call(ast.Attribute(attr="default_rng")):
            yield parsed("np.random")


def subscript(node: ast.Subscript, place: Place) -> Iterator[ast.AST]:
    if place.stored:
        return
    yield node.value
    match node.slice:
        case ast.Slice():
            texts = ("1:", ":-1", ":-2", "1:-1", ":1", "-1:", "::-1", "::2")
            for text in texts:
                yield altered(node, slice=parsed(f"x[{text}]").slice)  # type: ignore[attr-defined]
        case ast.Tuple(elts):
            for i in range(len(elts)):
                yield altered(node, slice=elts[1 - i] if len(elts) == 2 else node.slice)
        case ast.Constant(int()) | ast.UnaryOp():
            yield altered(node, slice=parsed("x[:1]").slice)  # type: ignore[attr-defined]
            for index in (0, 1, -1, -2):
                yield altered(node, slice=ast.Constant(index))


def collection(node: ast.Tuple | ast.List | ast.Dict, place: Place) -> Iterator[ast.AST]:
    """Entries dropped, neighbours exchanged."""
    if isinstance(node, ast.Dict):
        keys, entries = node.keys, node.values
        for i in range(len(entries)):
            yield altered(node, keys=[*keys[:i], *keys[i + 1 :]], values=[*entries[:i], *entries[i + 1 :]])
        for i in range(len(entries) - 1):
            yield altered(node, values=[*entries[:i], entries[i + 1], entries[i], *entries[i + 2 :]])
        return
    elts = node.elts
    for i in range(len(elts)):
        yield altered(node, elts=[*elts[:i], *elts[i + 1 :]])
    for i in range(len(elts) - 1):
        yield altered(node, elts=[*elts[:i], elts[i + 1], elts[i], *elts[i + 2 :]])


def comprehension(node: Any, place: Place) -> Iterator[ast.AST]:
    """Filters dropped or negated; the first, the last or the order of what is gone through."""
    for i, each in enumerate(node.generators):

        def with_(new: ast.comprehension, i: int = i) -> ast.AST:
            return altered(node, generators=[*node.generators[:i], new, *node.generators[i + 1 :]])

        if each.ifs:
            yield with_(altered(each, ifs=[]))
            yield with_(altered(each, ifs=[ast.UnaryOp(ast.Not(), test) for test in each.ifs]))
        for part in ("1:", ":-1", "::-1"):
            yield with_(altered(each, iter=parsed(f"list(ALL)[{part}]", ALL=each.iter)))


def _module(node: ast.expr, place: Place) -> bool:
    """Whether this is a module such as `np` or `keras.layers`, as far as its name tells."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return isinstance(node, ast.Name) and node.id not in place.names


COMPREHENSIONS = (ast.ListComp, ast.GeneratorExp, ast.DictComp, ast.SetComp)
EXPRESSIONS: Mapping[str, tuple[tuple[type, ...], Operator]] = {
    "comparison": ((ast.Compare,), comparison),
    "arithmetic": ((ast.BinOp,), arithmetic),
    "operand alone": ((ast.BinOp, ast.BoolOp, ast.UnaryOp, ast.IfExp), operand_alone),
    "operands swapped": ((ast.BinOp,), operands_swapped),
    "condition": ((ast.BoolOp, ast.IfExp), condition),
    "number": ((ast.Constant,), number),
    "constant": ((ast.Constant, ast.Name), constant),
    "exchanged": ((ast.Name, ast.Attribute), exchanged),
    "another name": ((ast.Name,), another_name),
    "attribute dropped": ((ast.Attribute,), attribute_dropped),
    "transposed": ((ast.Name, ast.Subscript, ast.Attribute), transposed),
    "argument": ((ast.Call,), argument),
    "call skipped": ((ast.Call,), call_skipped),
    "call ignored": ((ast.Call,), call_ignored),
    "made once": ((ast.Call,), made_once),
    "seed": ((ast.Name, ast.Call), seed),
    "subscript": ((ast.Subscript,), subscript),
    "collection": ((ast.Tuple, ast.List, ast.Dict), collection),
    "comprehension": (COMPREHENSIONS, comprehension),
}
