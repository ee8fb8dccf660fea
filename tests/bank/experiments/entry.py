"""Marks on the answers in this bank: what their grader must decide."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from types import ModuleType
from typing import Any


@dataclass(frozen=True)
class Expected:
    """The verdict an answer must get: `fails` are the tests that must not pass, `says` stands in a message."""

    fails: frozenset[str] = frozenset()
    says: str = ""


def right(answer: Callable) -> Callable:
    """Marks a right answer: every check passes."""
    answer.expected = Expected()  # type: ignore[attr-defined]
    return answer


def wrong(fails: Iterable[str], says: str) -> Callable[[Callable], Callable]:
    """Marks a wrong answer: exactly these tests fail or are skipped, and a message holds these words."""

    def mark(answer: Callable) -> Callable:
        answer.expected = Expected(frozenset(fails), says)  # type: ignore[attr-defined]
        return answer

    return mark


def answers_in(module: ModuleType) -> dict[str, Any]:
    """Every marked answer of a module, by name."""
    return {name: value for name, value in vars(module).items() if hasattr(value, "expected")}
