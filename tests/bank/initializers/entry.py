"""How an implementation enters the bank: a decorator that says what it is and what must be said of it.

    @wrong("he_normal", lost=2.5, scale="fan_out")      # check that fails = diagnosis (None: not named)
    def divides_by_fan_out(shape, rng, negative_slope=0.0):
        return rng.normal(0, math.sqrt(2 / fans(shape)[1]), shape)

Checks that are skipped because another failed follow from the grader; their points count in `lost`.
"""

import importlib
import math
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import ModuleType

Implementation = Callable


@dataclass(frozen=True)
class Entry:
    """One implementation of one function, and the verdict it must get."""

    function: str
    name: str
    implementation: Implementation
    lost: float = 0.0
    fails: Mapping[str, str | None] = field(default_factory=dict)  # check -> diagnosis
    double: bool = False  # two mistakes at once
    slow: bool = False  # more than about 50 ms a grading

    def __str__(self) -> str:
        return f"{self.function}-{self.name}"


_CORRECT: list[Entry] = []
_WRONG: list[Entry] = []


def correct(*functions: str, slow: bool = False) -> Callable[[Implementation], Implementation]:
    """Enters a right implementation of one or more functions."""

    def enter(implementation: Implementation) -> Implementation:
        for function in functions:
            _CORRECT.append(Entry(function, implementation.__name__, implementation, slow=slow))
        return implementation

    return enter


def wrong(
    function: str, *, lost: float, double: bool = False, slow: bool = False, **fails: str | None
) -> Callable[[Implementation], Implementation]:
    """Enters a wrong implementation: the points it loses and, for each check that fails, the diagnosis."""

    def enter(implementation: Implementation) -> Implementation:
        _WRONG.append(Entry(function, implementation.__name__, implementation, lost, fails, double, slow))
        return implementation

    return enter


def draws_normal(*, slow: bool = False) -> Callable[[Implementation], Implementation]:
    """Enters a way to draw N(0, std²) as a right implementation of every normal initializer."""

    def enter(way: Implementation) -> Implementation:
        _enter_way(way, NORMAL_STDS, slow)
        return way

    return enter


def draws_uniform(*, slow: bool = False) -> Callable[[Implementation], Implementation]:
    """Enters a way to draw from U(-limit, limit) as a right implementation of every uniform initializer."""

    def enter(way: Implementation) -> Implementation:
        _enter_way(way, UNIFORM_LIMITS, slow)
        return way

    return enter


def fans(shape: tuple[int, ...]) -> tuple[int, int]:
    """(fan_in, fan_out), for entries whose point is something else."""
    receptive_field = math.prod(shape[:-2])
    return receptive_field * shape[-2], receptive_field * shape[-1]


NORMAL_STDS: dict[str, Callable[..., float]] = {
    "random_normal": lambda shape, std=0.05: std,
    "xavier_normal": lambda shape: math.sqrt(2 / sum(fans(shape))),
    "he_normal": lambda shape, negative_slope=0.0: math.sqrt(2 / (1 + negative_slope**2) / fans(shape)[0]),
    "lecun_normal": lambda shape: math.sqrt(1 / fans(shape)[0]),
}
UNIFORM_LIMITS: dict[str, Callable[..., float]] = {
    "random_uniform": lambda shape, limit=0.05: limit,
    "xavier_uniform": lambda shape: math.sqrt(6 / sum(fans(shape))),
    "he_uniform": lambda shape, negative_slope=0.0: math.sqrt(6 / (1 + negative_slope**2) / fans(shape)[0]),
}


def _enter_way(way: Implementation, scales: Mapping[str, Callable[..., float]], slow: bool) -> None:
    for function, scale in scales.items():

        def implementation(shape, rng, scale=scale, **arguments):  # type: ignore[no-untyped-def]
            return way(shape, rng, scale(shape, **arguments))

        _CORRECT.append(Entry(function, way.__name__, implementation, slow=slow))


@cache
def correct_entries() -> tuple[Entry, ...]:
    """Every right implementation in the bank."""
    from tests.bank.initializers import correct as package

    _import_all(package)
    return tuple(_CORRECT)


@cache
def wrong_entries() -> tuple[Entry, ...]:
    """Every wrong implementation in the bank."""
    from tests.bank.initializers import wrong as package

    _import_all(package)
    return tuple(_WRONG)


def _import_all(package: ModuleType) -> None:
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{package.__name__}.{module.name}")
