"""What a variant is: a rewriting of a right answer that keeps it right; and what the task's text forbids."""

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Namespace = dict[str, Any]
Answer = Callable[..., Any]


@dataclass(frozen=True)
class Subject:
    """A right answer that is rewritten: a notebook's names, one of which is the graded function."""

    function: str
    name: str
    names: Callable[[], Namespace]  # made anew for each variant that changes more than the one function
    sources: Mapping[str, str] = field(default_factory=dict)  # text of the functions that have one, decorators left out
    slow: bool = False

    def __str__(self) -> str:
        return f"{self.function}-{self.name}"


@dataclass(frozen=True)
class Rewritten:
    """A rewritten answer. `applied` says, once it has been judged, how often the rewriting came to anything."""

    names: Namespace
    applied: Callable[[], int] = lambda: 1


@dataclass(frozen=True)
class Variant:
    """A rewriting; `apply` gives None where there is nothing of the kind to rewrite."""

    kind: str
    name: str
    apply: Callable[[Subject], Rewritten | None]

    def __str__(self) -> str:
        return f"{self.kind}: {self.name}"


def wrapping(kind: str, name: str, wrap: Callable[[Answer], Answer]) -> Variant:
    """A variant that puts something around the function, without a look at its text."""

    def apply(subject: Subject) -> Rewritten:
        names = subject.names()
        return Rewritten(names | {subject.function: wrap(names[subject.function])})

    return Variant(kind, name, apply)


def like(answer: Answer, wrapper: Answer) -> Answer:
    """`wrapper`, as a function that a student would have written: with the answer's name."""
    return functools.update_wrapper(wrapper, answer, assigned=("__name__", "__doc__"), updated=())
