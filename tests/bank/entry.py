"""The dialect of the bank: decorators that say what an answer is, and what its grader must decide of it.

    from tests.bank.entry import right, wrong

    @right
    def as_in_the_solution(final_losses, level): ...

    @wrong(lost=0.5, fails={"edges": "exclusive level"}, says="equal to the level")
    def exclusive_level(final_losses, level): ...

An answer is one to the function that its module is named after. `fails` has every check that fails, without its
`test_`, and the key of the mistake that is named (None: none is; ...: not the same one at every secret). Checks that
are skipped because another failed follow from the grader; their points count in `lost`. Where it is ..., not the same
at every secret, `fails` has every check that may fail. `says` stands in one of the messages. What the notebook of an
answer defines besides is its module's `NAMESPACE`.
"""

import importlib
import pkgutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import EllipsisType
from typing import Any

Implementation = Callable
Mistake = str | EllipsisType | None
HELPERS = {"entry", "local"}
INITIALIZERS = (  # with `fans`: judged within milliseconds, and so at many more secrets than the others
    "fans", "zeros", "constant", "random_normal", "random_uniform", "xavier_normal", "xavier_uniform",
    "he_normal", "he_uniform", "lecun_normal",
)  # fmt: skip
WITH_KERAS = ("LabInitializer", "build_network", "build_model")  # their files import it
WAYS = ("normal", "uniform")  # ways to draw, each an answer to several functions


@dataclass(frozen=True)
class Entry:
    """One answer to one function, and the verdict it must get."""

    function: str
    name: str
    implementation: Implementation
    lost: float | EllipsisType = 0.0  # points; ...: not the same at every secret
    fails: Mapping[str, Mistake] = field(default_factory=dict)  # check -> mistake
    says: str = ""
    double: bool = False  # two mistakes at once
    slow: bool = False  # many times slower than the function's other answers, or needs Keras

    def __str__(self) -> str:
        return f"{self.function}-{self.name}"

    @property
    def right(self) -> bool:
        """Whether it gets full points."""
        return self.lost == 0

    @property
    def namespace(self) -> dict[str, Any]:
        """What a notebook with this answer defines."""
        module = sys.modules[self.implementation.__module__]
        return {**getattr(module, "NAMESPACE", {}), self.function: self.implementation}


_ENTERED: dict[str, list[Entry]] = {}


def right(answer: Implementation | None = None, *, slow: bool = False) -> Any:
    """Enters a right answer: `@right`, or `@right(slow=True)`."""

    def enter(answer: Implementation) -> Implementation:
        return _enter(_function_of(answer), answer, slow=slow)

    return enter if answer is None else enter(answer)


def wrong(
    *,
    lost: float | EllipsisType,
    fails: Mapping[str, Mistake],
    says: str = "",
    double: bool = False,
    slow: bool = False,
) -> Callable[[Implementation], Implementation]:
    """Enters a wrong answer: the points it loses and, for each check that fails, the mistake."""

    def enter(answer: Implementation) -> Implementation:
        return _enter(_function_of(answer), answer, lost=lost, fails=fails, says=says, double=double, slow=slow)

    return enter


def draws(scales: Mapping[str, Callable[..., float]], way: Implementation | None = None, *, slow: bool = False) -> Any:
    """Enters a way to draw, `way(shape, rng, scale)`, as a right answer to each function that `scales` has one for."""

    def enter(way: Implementation) -> Implementation:
        for function, scale in scales.items():

            def answer(shape, rng, scale=scale, **arguments):  # type: ignore[no-untyped-def]
                return way(shape, rng, scale(shape, **arguments))

            answer.__name__ = way.__name__
            _enter(function, answer, slow=slow)
        return way

    return enter if way is None else enter(way)


def _function_of(answer: Implementation) -> str:
    return answer.__module__.rpartition(".")[2]


def _enter(function: str, answer: Implementation, **verdict: Any) -> Implementation:
    _ENTERED.setdefault(function, []).append(Entry(function, answer.__name__, answer, **verdict))
    return answer


@cache
def functions() -> tuple[str, ...]:
    """The functions that the bank has answers to: one for each file."""
    found = pkgutil.iter_modules([str(Path(__file__).parent)])
    return tuple(module.name for module in found if not module.ispkg and module.name not in HELPERS)


@cache
def entries_of(function: str) -> tuple[Entry, ...]:
    """Every answer to one function; those that need Keras import it only now."""
    for module in (function, *(f"ways.{way}" for way in WAYS)):
        importlib.import_module(f"{__package__}.{module}")
    return tuple(_ENTERED.get(function, ()))


def entries(of: Iterable[str] | None = None) -> Iterator[Entry]:
    """Every answer to these functions, or to all."""
    for function in functions() if of is None else of:
        yield from entries_of(function)
