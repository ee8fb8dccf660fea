"""The check on independence: that every weight is a draw of its own."""

from collections.abc import Iterable, Sequence

import numpy as np

from autograder.labs.weight_initialization.initializers.weights import Drawn, Weights, by_size, named, repeated
from autograder.verdict.statistics import checks, samples

Pair = tuple[Weights, Weights]

PART = checks.CHECK_ALPHA / 4
"""For each of the two directions in kernels, for pairs of calls, and for whether the weights lie about 0; repeats and
proportional rows cost nothing that counts (`checks.DISTINCT`, `checks.dependent`)."""


def share_draws(pairs: Iterable[Pair]) -> bool:
    """Whether any two answers are made of the same numbers."""
    return any(
        checks.distinct_part(np.stack([one.array, other.array])) < checks.DISTINCT <= min(one.distinct, other.distinct)
        for one, other in pairs
    )


START = 3  # weights
ALIKE = 1e-5
"""Two kernels that begin with the same draws, up to their scales, agree in their first three weights to float32's
digits, relatively 1e-7. Separate ones do so to 1e-5 with probability 1e-15 at most (a density of .4 for each)."""

MANY = 0.25
"""The part of a probe's kernels that may begin as another does. Who seeds a generator of one's own with a number below
1,000 drawn from `rng` has one such kernel of 44 on average, and 11 with probability 1e-9; where a quarter are copies, a
group's spread is the law's no longer, whatever is asked of the rest."""


def share_starts(weights: Sequence[Weights], stds: np.ndarray) -> bool:
    """Whether many kernels begin with the same draws as another: their generators are few, whatever they come from."""
    starts = np.stack([w.array.ravel()[:START].astype(np.float64) for w in weights]) / stds[:, None]
    starts = starts[np.argsort(starts[:, 0])]
    alike = np.all(np.abs(np.diff(starts, axis=0)) <= ALIKE * np.abs(starts[1:]), axis=1)
    return bool(np.sum(alike) >= MANY * len(weights))


def check_independence(drawn: Drawn, pairs: Sequence[Pair], separate: bool) -> None:
    """Raises `Wrong` if weights repeat, or depend on their neighbours, on another row, or on the call before.

    `pairs` are two calls for one kernel, from one generator or from two, and `separate` says that none shares draws.
    Those that are equal are left out: the check on the generator says so.
    """
    rows = []
    for w in by_size(drawn.weights):
        if w.distinct < checks.DISTINCT or w.zeros >= checks.ZEROS:
            raise repeated(w)
        rows += [(m.shape[1], checks.largest_correlation(m)) for m in (w.matrix, w.matrix.T)]
        if any(r > max(checks.MULTIPLE, checks.dependent(length)) for length, r in rows[-2:]):
            raise named("rows not independent")
    if np.any(dependent_neighbours(drawn)):
        raise named("neighbours not independent")
    if any(r > checks.dependent(length) for length, r in rows):
        raise named("rows not independent")
    different = [(a, b) for a, b in pairs if not np.array_equal(a.array, b.array)]
    shared = share_draws(different) or (len(different) == len(pairs) and share_starts(drawn.weights, drawn.stds))
    if not separate and shared:
        raise named("draws used twice")
    for a, b in different:
        products = centre(a, drawn.off_centre).ravel() * centre(b, drawn.off_centre).ravel()
        if checks.is_lopsided(products, PART / len(pairs)):
            raise named("draws used twice")


def dependent_neighbours(drawn: Drawn) -> np.ndarray:
    """Which groups have neighbours, along rows or along columns, whose products are too far from 0 together."""
    centred = [centre(w, drawn.off_centre) for w in drawn.weights]
    along_rows, along_columns = [m.ravel() for m in centred], [m.T.ravel() for m in centred]
    found = np.zeros(len(drawn.groups.shares), dtype=bool)
    for lines in (along_rows, along_columns):
        products = [line[1:] * line[:-1] for line in lines]
        scales = np.asarray([np.dot(line, line) / line.size or 1.0 for line in lines])
        totals, squares = (np.asarray([np.sum(p) for p in products]), np.asarray([np.dot(p, p) for p in products]))
        found |= samples.lopsided(totals / scales, squares / scales**2, drawn.groups, PART)
    return found


def centre(w: Weights, off: bool) -> np.ndarray:
    """The values about 0: a shifted mean is another check's business, and a right law needs no shift."""
    return w.matrix - w.matrix.mean() if off else w.matrix
