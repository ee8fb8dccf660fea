"""Q5: the smallest and the largest scale that train."""

import math
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby

import numpy as np

from autograder.sandbox.probes import call
from autograder.verdict import values
from autograder.verdict.grader import Case, Grader, Probe, Wrong, needs, points, type_name
from autograder.verdict.mistakes import Compared, Mistake, expect_all

EDGE = 1e-12  # relative: far more than rounding, far less than any tolerance one would write
BEGUN = "One of the two is none of the scales: did the search begin with a number that all of them are beyond?"


@dataclass(frozen=True)
class Given:
    """Tables from scale to final loss, and for each the loss at which a scale counts as trained."""

    tables: Mapping[str, dict[float, float]]
    levels: Mapping[str, float]


class TestRangeThatTrains(Grader):
    notebook, function = "part2_techniques", "range_that_trains"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        level = round(float(draw.uniform(0.4, 0.7)), 3)
        good, bad = level * draw.uniform(0.1, 0.9, 3), level + draw.uniform(0.2, 1.5, 3)
        scales = sorted(float(s) for s in draw.choice(np.arange(10, 900), 6, replace=False) / 1000)
        losses = {
            # the smallest and largest scale fail, the largest by overflow
            "plain": (bad[0], good[0], good[1], good[2], bad[1], math.nan),
            "infinite": (math.inf, bad[0], *good[:2], math.inf, math.nan),
            # far on either side of whatever number a search may begin with; a loss of 0 is the best there is
            "large": (bad[0], *good, 0.0, math.nan),
            "small": (bad[0], *good, 0.0, math.nan),
            # what trains is no one piece: whoever stops where it breaks off finds a part of it, from either end
            "gap": (good[0], bad[0], good[1], good[2], math.nan, 0.9 * good[0]),
            "exactly": (bad[0], level, good[0], bad[1]),
            "single": (bad[0], good[0], math.nan),
            "none": (math.nan, *bad),
        }
        factors = {"large": 10.0 ** draw.integers(9, 13), "small": 10.0 ** -draw.integers(9, 13)}
        powers = [float(draw.uniform(1, 9)) * 10.0**power for power in range(-6, 3)]  # 1e-06 and 10.0 as words
        tables = {
            name: mixed([factors.get(name, 1.0) * scale for scale in scales[: len(given)]], given)
            for name, given in losses.items()
        }
        tables["powers of ten"] = mixed(powers, (bad[0], *draw.permutation([*good, *good, 0.0]), math.nan))
        levels = dict.fromkeys(tables, level)
        # the ends lie next to the level, and it may be any number
        for name, factor in {"next to the level": 1.0, "next to a high level": float(draw.uniform(3, 30))}.items():
            near = levels[name] = factor * level
            parts = (1 + EDGE, 1 - EDGE, 0.5, 0.5, 1 - EDGE, 1 + EDGE)
            tables[name] = mixed(scales, tuple(near * part for part in parts))
        steps = {name: call("range_that_trains", table, levels[name]) for name, table in tables.items()}
        return Probe(steps, Given(tables, levels))

    @points(0.5)
    def test_range(self, case: Case[Given]) -> None:
        """The smallest and the largest scale whose final loss is below the level, NaN and infinity being failures."""
        compare(case, "plain", "infinite", "single", "gap", "large", "small", "powers of ten")

    @points(0.5)
    @needs("test_range")
    def test_edges(self, case: Case[Given]) -> None:
        """A loss exactly at the level counts as trained, and None says that no scale trains."""
        compare(case, "exactly", "next to the level", "next to a high level")
        answer = case.value("none")
        if answer is not None:
            shown = repr(answer) if isinstance(answer, tuple | list | float | int) else type_name(answer)
            about = f"No loss reached the level, so the answer should be None; it is {shown[:200]}."
            raise Wrong(about, "range though none trains")
        case.require_untouched()


def compare(case: Case[Given], *names: str) -> None:
    """Raises `Wrong`, naming the mistake that explains them all, if one of these ranges differs."""
    expect_all([compared(case, name) for name in names], otherwise="wrong range", absolute=0)


def compared(case: Case[Given], name: str) -> Compared:
    """The range of one table, beside the right one and those of known mistakes."""
    table, level, answer = case.given.tables[name], case.given.levels[name], case.value(name)
    if not isinstance(answer, tuple | list | np.ndarray):
        about = f"range_that_trains should return a pair (smallest, largest); it returned {type_name(answer)}."
        raise Wrong(about, "no pair of scales")
    found = values.numbers(answer, "The pair from range_that_trains")
    good = [scale for scale, loss in table.items() if loss <= level]
    expected = ends(good)
    shown = ", ".join(f"{scale:.4g}: {loss:.3g}" for scale, loss in table.items())
    about = (
        f"Final losses {{{shown}}} and level {level:.4g}: the answer should be {expected},"
        f" yours is {tuple(found.ravel()[:4].tolist())}."
    )
    return Compared(found, expected, about, partial(mistakes, found, expected, table, level))


def mistakes(
    found: np.ndarray, expected: tuple[float, float], table: Mapping[float, float], level: float
) -> tuple[Mistake, ...]:
    """The ranges that each known mistake gives."""
    good = [scale for scale, loss in table.items() if loss <= level]
    below = ends(scale for scale in good if table[scale] < level)
    not_above = ends(scale for scale, loss in table.items() if not loss > level)
    nan = "A loss that is NaN counts as trained there: NaN > level is False."
    unsorted = "Those are first and last in the order given, which need not be sorted."
    return (
        Mistake("pair reversed", "The pair is in the other order.", expected[::-1]),
        Mistake("losses, not scales", "Those are losses, not scales.", ends(table[scale] for scale in good)),
        Mistake("exclusive level", "A loss equal to the level counts as trained.", below),
        Mistake("NaN counted as trained", nan, not_above),
        Mistake("order of the table", unsorted, (good[0], good[-1])),
        Mistake("all scales", "That is the range of all scales.", ends(table)),
        *(
            Mistake("stopped at a gap", "It stops at a scale that does not train.", piece)
            for piece in pieces(table, good)
        ),
        *(Mistake("begun at a number", BEGUN, pair) for pair in half_right(found, expected, table)),
    )


def pieces(table: Mapping[float, float], good: Collection[float]) -> Iterator[tuple[float, float]]:
    """The ranges of neighbouring scales that all train."""
    for trains, piece in groupby(sorted(table), lambda scale: scale in good):
        if trains:
            yield ends(piece)


def half_right(
    found: np.ndarray, expected: tuple[float, float], scales: Collection[float]
) -> Iterator[tuple[float, float]]:
    """The pair that was found, if one of its two is right and the other beyond all scales of the table."""
    if found.shape == (2,):
        low, high = (float(number) for number in found)
        if (low == expected[0] and high > max(scales)) or (high == expected[1] and low < min(scales)):
            yield low, high


def ends(numbers: Iterable[float]) -> tuple[float, float]:
    """The smallest and the largest."""
    ordered = sorted(numbers)
    return ordered[0], ordered[-1]


def mixed(scales: list[float], losses: tuple[float, ...]) -> dict[float, float]:
    """A table in an order in which the trained scales, 1 to 3 or 2 to 4 of 6, neither begin nor end sorted."""
    order = (3, 1, 5, 4, 0, 2) if len(scales) == 6 else reversed(range(len(scales)))
    return {scales[index]: float(losses[index]) for index in order}
