"""Probes: what the sandbox is asked to call, written as plain data.

A probe is an ordered set of named steps. A step is an expression made of the classes below; a step that is a
`Call` is answered, any other step only gives a name to a value that later steps refer to. The sandbox knows these
expressions and nothing else: no expected value, no tolerance, no test.

    steps = {
        "generator": Rng(7),
        "first": call("shuffled", 52, Ref("generator")),
        "second": call("shuffled", 52, Ref("generator")),   # the same generator, further on
    }
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any


@dataclass(frozen=True)
class Rng:
    """A fresh `numpy.random.default_rng(seed)`, made when the step is reached."""

    seed: int


@dataclass(frozen=True)
class Ref:
    """The value of an earlier step of the same probe."""

    step: str


@dataclass(frozen=True)
class Student:
    """The object that the student's notebook defines under this name."""

    name: str


@dataclass(frozen=True)
class Library:
    """An object of the student library or of what the lab has inside, by its full name."""

    path: str


@dataclass(frozen=True)
class Call:
    """`function(*args, **kwargs)`; arguments may be arrays, plain values, containers and other expressions."""

    function: Student | Library | Ref
    args: tuple[Any, ...] = ()
    kwargs: Mapping[str, Any] = field(default_factory=dict)


Expression = Any
Steps = Mapping[str, Expression]
Probes = Mapping[str, Steps]  # by the function they ask about


def answered(steps: Steps) -> list[str]:
    """The steps that are answered."""
    return [name for name, expression in steps.items() if isinstance(expression, Call)]


def call(function: str, *args: Expression, **kwargs: Expression) -> Call:
    """A call of the student's function of that name."""
    return Call(Student(function), args, kwargs)


def library(path: str, *args: Expression, **kwargs: Expression) -> Call:
    """A call of something in the student library or in what the lab has inside, by its full name."""
    return Call(Library(path), args, kwargs)


EXPRESSIONS = {kind.__name__: kind for kind in (Rng, Ref, Student, Library, Call)}


def tag(value: Any) -> dict | None:
    """An expression as the tagged dict that `codec.encode` writes; None for anything else."""
    if type(value).__name__ not in EXPRESSIONS:
        return None
    return {"expression": type(value).__name__} | {f.name: getattr(value, f.name) for f in fields(value)}


def untag(tagged: dict) -> Expression:
    """The expression that `tag` described. Raises KeyError or TypeError for anything else."""
    return EXPRESSIONS[tagged["expression"]](**{k: v for k, v in tagged.items() if k != "expression"})
