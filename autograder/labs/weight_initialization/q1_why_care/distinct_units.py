"""Q1, the first instrument: how many different units a layer has."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np

from autograder.sandbox.probes import call
from autograder.verdict import values
from autograder.verdict.grader import Case, Grader, Probe, points
from autograder.verdict.mistakes import Compared, Mistake, expect_all

LARGE, LARGE_NEGATIVE = "rounding, one large weight", "rounding, one large negative weight"
SCALED = "The tolerance should grow and shrink with the kernel's largest |weight|."
ALTERED = "The same numbers in another order, of the other sign, or all doubled, are another unit."
HINTS = {
    "rounding, large weights": SCALED,
    "rounding, tiny weights": SCALED,
    LARGE: SCALED,
    LARGE_NEGATIVE: SCALED,
    "lookalikes": ALTERED,
}


def count_units(kernel: np.ndarray, tolerance: float) -> int:
    """How many columns are farther than `tolerance` x the largest weight from those counted before."""
    return count_within(kernel, tolerance * np.abs(kernel).max())


def count_within(kernel: np.ndarray, limit: float) -> int:
    """How many columns are farther than `limit` from those counted before."""
    counted, covered = 0, np.zeros(kernel.shape[1], dtype=bool)
    for unit in range(kernel.shape[1]):
        if not covered[unit]:
            counted += 1
            covered |= ~(np.abs(kernel - kernel[:, [unit]]).max(axis=0) > limit)
    return counted


def grid_units(draw: np.random.Generator, fan_in: int, count: int) -> np.ndarray:
    """`count` different columns of whole numbers in -99..99 without 0, one of them 100 in its first row.

    Divided by 100 they have two digits, so that whoever rounds to 3 or more digits is far from every edge.
    """
    rows: set[tuple[int, ...]] = set()
    while len(rows) < count:
        rows.add(tuple(int(n) for n in draw.integers(1, 100, fan_in) * draw.choice((-1, 1), fan_in)))
    units = np.array(sorted(rows), dtype=float).T
    units = units[:, draw.permutation(count)]
    units[0, 0] = 100.0
    return units


def one_large_weight(draw: np.random.Generator) -> np.ndarray:
    """A kernel (40, 30) of copies a 25th of the tolerance apart, in which one weight has nearly all of the size.

    Kinds differ by 100 times the tolerance or more. The mean and the standard deviation of such weights are so small
    that the copies differ by more than 1e-6 of either.
    """
    kinds = grid_units(draw, 40, 14)
    kinds = np.sign(kinds) * np.ceil(np.abs(kinds) / 25)  # whole numbers from -4 to 4
    kernel = kinds[:, draw.permutation(np.concatenate([np.arange(14), np.arange(14), [13, 13]]))]
    kernel = kernel + draw.uniform(-2e-4, 2e-4, kernel.shape)
    extra = np.zeros((40, 1))
    extra[int(draw.integers(40)), 0] = 1e4
    return np.hstack([kernel, extra])


def close_units(draw: np.random.Generator) -> np.ndarray:
    """Units in pairs of which one weight differs, by 50 times the tolerance; five digits each, and 1 is the largest."""
    units = np.round(grid_units(draw, 4, 6) / 100, 2)
    partners = units.copy()
    partners[1] -= 5e-5
    return np.round(np.hstack([units, partners])[:, draw.permutation(12)], 5)


def one_weight_apart(draw: np.random.Generator) -> np.ndarray:
    """Units of 200 inputs that differ in the first weight only, in the last, or in one by 50 times the tolerance.

    The mean of all weights' differences is then a quarter of the tolerance.
    """
    unit = np.round(draw.uniform(-0.9, 0.9, 200), 2)
    unit[100] = 1.0
    units = np.repeat(unit[:, None], 5, axis=1)
    units[0, 1] += 0.05
    units[-1, 2] += 0.05
    units[int(draw.integers(1, 100)), 3] += 5e-5
    return units[:, draw.permutation(5)]


@dataclass(frozen=True)
class Given:
    """Kernels (fan_in, fan_out), by what they show."""

    kernels: Mapping[str, np.ndarray]


class TestDistinctUnits(Grader):
    notebook, function = "part1_understanding", "distinct_units"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """Exact copies and lookalikes; copies up to rounding, of large and tiny weights; close units; and zeros."""
        # the last unit is one that only its neighbour is like
        order = draw.permutation(np.concatenate([np.arange(7), draw.integers(0, 7, 3)]))
        copied = grid_units(draw, 4, 8)[:, [*order, 7, 7]]
        # one row is a sum, one a copy: 6 different rows, 7 inputs and the rank 4 can be told from 8 units
        copied = np.vstack([copied, copied[0] + copied[1], copied[0] - copied[2], copied[3]])
        wide = grid_units(draw, 3, int(draw.integers(9, 14)))
        base = draw.permutation(np.arange(1.0, 7.0))
        lookalikes = np.column_stack([base, base[::-1], 2 * base, -base, np.roll(base, 1), base, base])
        kinds = draw.permutation(np.repeat(np.arange(6), 2))
        noisy = grid_units(draw, 5, 6)[:, kinds]
        # a thousandth of the tolerance: on every sensible reading of it these are copies
        noise = draw.uniform(-1e-9, 1e-9, noisy.shape) * 100
        noise[0], noise[1] = np.sort(noise[0]), np.sort(noise[1])[::-1]  # no copy is the larger one in all its weights
        noisy = noisy + noise
        # a weight of 0 leaves no tolerance to whoever scales by the smallest; where all are negative, the largest
        # in size is not the largest; and of the zeros, all of them equal, a copy's is -0.0
        zeros = np.where([kind in kinds[:i] for i, kind in enumerate(kinds)], -0.0, 0.0)
        with_zeros, negative = np.vstack([noisy, zeros]), noisy - 150
        kernels = {
            "copies": copied,
            "more units than inputs": wide,
            "lookalikes": lookalikes,
            "rounding": noisy / 100,
            "rounding, large weights": with_zeros * 1e4,
            "rounding, tiny weights": negative * 1e-10,
            LARGE: one_large_weight(draw),
            LARGE_NEGATIVE: -one_large_weight(draw),
            "close units": close_units(draw),
            "one weight apart": one_weight_apart(draw),
            "zeros": np.zeros((4, int(draw.integers(3, 8)))),
            "one unit": draw.uniform(0.1, 1, (int(draw.integers(3, 8)), 1)),
            "one input": grid_units(draw, 1, 5)[:, draw.permutation([0, 1, 2, 3, 4, 0, 1])],
        }
        return Probe({name: call("distinct_units", k) for name, k in kernels.items()}, Given(kernels))

    @points(1)
    def test_counts(self, case: Case[Given]) -> None:
        """It counts the different columns of a kernel."""
        compare(case, "lookalikes", "copies", "more units than inputs", "one unit", "one input")

    @points(1)
    def test_tolerance(self, case: Case[Given]) -> None:
        """Units that differ by rounding only are the same, for kernels of any size and for zeros; others are not."""
        sizes = ("rounding", "rounding, large weights", "rounding, tiny weights", LARGE, LARGE_NEGATIVE)
        compare(case, *sizes, "zeros", "close units", "one weight apart")
        case.require_untouched()


def compare(case: Case[Given], *steps: str) -> None:
    """Raises `Wrong` at the first kernel whose number of units differs; a mistake is named that explains them all."""
    # exact numbers, which tell for either check what units are counted by
    others = [compared(case, step) for step in ("zeros", "lookalikes", "copies", "more units than inputs")]
    expect_all([compared(case, step) for step in steps], others, otherwise="wrong number of units")


def compared(case: Case[Given], step: str) -> Compared:
    """The number of units of one kernel, beside the right one and those of known mistakes."""
    kernel = case.given.kernels[step]
    found, right = values.whole(case.value(step), "The number of units"), count_units(kernel, 1e-6)
    about = f"For a kernel of shape {kernel.shape} ({step}) it gives {found}; expected {right}."
    return Compared(found, right, about, partial(mistakes, kernel), HINTS.get(step, ""))


def mistakes(kernel: np.ndarray) -> Iterator[Mistake]:
    """What each known mistake counts."""
    fan_in, fan_out = kernel.shape
    rows = "That is the number of different rows; a unit is a column."
    yield Mistake("different rows", rows, count_units(kernel.T, 1e-6))
    words, rank = (
        "That is the rank; units may be different and still depend on each other.",
        np.linalg.matrix_rank(kernel),
    )
    for counted in (rank, max(rank, 1)):  # of zeros there is one unit, the task says
        yield Mistake("rank of the kernel", words, counted)
    exact = "That counts columns that agree up to rounding as different."
    yield Mistake("no tolerance", exact, np.unique(kernel, axis=1).shape[1])
    wide = "Two of its units differ by 50 times the tolerance of the task."
    yield Mistake("tolerance too wide", wide, count_units(kernel, 1e-4))
    weights = "That is the number of different weights, not of different columns."
    yield Mistake("different weights", weights, len(np.unique(kernel)))
    for limit in (1e-6, *(1e-6 * size for size in (kernel.max(), np.abs(kernel).min(), np.abs(kernel).mean()))):
        yield Mistake("absolute tolerance", SCALED, count_within(kernel, limit))
    yield Mistake("absolute tolerance", SCALED, count_within(kernel, 1e-6 * kernel.std()))
    sums = (each.sum(axis=0, keepdims=True) for each in (kernel, np.abs(kernel)))
    for altered in (*sums, np.sort(kernel, axis=0), np.abs(kernel)):
        yield Mistake("lookalikes merged", ALTERED, count_units(altered, 1e-6))
    yield Mistake("all units", "That is the number of all units.", fan_out)
    yield Mistake("number of inputs", "That is the number of inputs.", fan_in)
