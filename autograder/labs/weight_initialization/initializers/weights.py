"""What drawn weights are judged by: their spread, their law, and that each is drawn on its own."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from autograder.labs.weight_initialization.catalogue import tells
from autograder.labs.weight_initialization.initializers.formulas import Formula
from autograder.labs.weight_initialization.initializers.laws import Kernel, Law
from autograder.labs.weight_initialization.initializers.naming import name_scale, table
from autograder.verdict.grader import Histogram, Wrong
from autograder.verdict.statistics import checks
from autograder.verdict.statistics.families import NORMAL, TRUNCATED, UNIFORM, Family

FEWEST = 50  # different numbers below which a kernel shows no law


@dataclass(frozen=True)
class Weights:
    """One kernel that was drawn, with what was asked for."""

    kernel: Kernel
    array: np.ndarray

    @cached_property
    def draws(self) -> np.ndarray:
        """The separate draws in it, in float64: all weights, or each number once where draws were used again."""
        values = self.array.astype(np.float64).ravel()
        if checks.distinct_part(values) >= checks.DISTINCT:
            return values
        once = np.unique(values)
        return values if len(once) >= FEWEST and checks.is_rounded(values) else once

    @cached_property
    def variance(self) -> float:
        """Of the draws, about their own mean."""
        return float(np.var(self.draws, ddof=1))


def check_spread(law: Law, wrong: Sequence[Formula], drawn: Sequence[Weights]) -> None:
    """Raises `Wrong`, with a name if there is one, unless every kernel has the law's standard deviation."""
    if min(len(w.draws) for w in drawn) < FEWEST:
        raise Wrong("No spread can be seen: the kernel holds only a few different numbers.", "one number for all")
    found = spread_of(law, drawn)
    if not found.rejected:
        return
    variances, sizes = [w.variance for w in drawn], [len(w.draws) for w in drawn]
    candidates = [(formula, [formula.std(w.kernel) for w in drawn]) for formula in wrong]
    formula = name_scale(variances, sizes, candidates, have_one_sign(drawn))
    numbers = table([str(w.kernel) for w in drawn], np.sqrt(variances).tolist(), [law.std(w.kernel) for w in drawn])
    picture = histogram(law, drawn[found.worst])
    if formula is None:
        raise Wrong(f"The spread does not match any known formula.\n{numbers}", None, picture)
    raise Wrong(f"The spread matches {formula.text}. {tells(formula.key)}\n{numbers}", formula.key, picture)


def check_law(law: Law, drawn: Sequence[Weights]) -> None:
    """Raises `Wrong` unless the weights are centred on 0 and of the law's family, whatever their scale.

    The check's budget is split in three: the mean, the family, and the limit of a uniform law.
    A normal law cut at two deviations passes for a normal one: Keras draws so, and the idea is the same.
    """
    alpha = checks.CHECK_ALPHA / 3
    if min(len(w.draws) for w in drawn) < FEWEST:
        raise named("one number for all", histogram(law, drawn[0]))
    standardized = np.concatenate([w.draws / math.sqrt(float(np.mean(w.draws**2))) for w in drawn])
    if checks.is_lopsided(standardized, alpha):
        means = ", ".join(f"{w.draws.mean():.3g}" for w in drawn)
        key = "one-sided range" if have_one_sign(drawn) else "shifted mean"
        raise Wrong(f"{tells(key)} Means: {means}; expected 0.", key, histogram(law, drawn[0]))
    smallest = min(len(w.draws) for w in drawn)

    def fit(*families: Family) -> bool:
        return any(checks.fits_family(standardized, smallest, family, alpha) for family in families)

    right, other = ((NORMAL, TRUNCATED), UNIFORM) if law.family is NORMAL else ((UNIFORM,), NORMAL)
    if not fit(*right):
        picture = histogram(law, drawn[0])
        if fit(other):
            raise named("uniform for normal" if other is UNIFORM else "normal for uniform", picture)
        raise Wrong(f"The weights are neither normal nor uniform; expected: {law.family.name}.", None, picture)
    if law.family is UNIFORM:
        check_limits(law, drawn, alpha)


def check_limits(law: Law, drawn: Sequence[Weights], alpha: float) -> None:
    """Raises `Wrong` unless the largest weights reach the uniform law's limit and none passes it.

    The limit is known exactly only when the scale is right; where the spread is off, that check says so.
    """
    if spread_of(law, drawn).rejected:
        return
    for w in drawn:
        limit, largest = law.stated(w.kernel), float(np.max(np.abs(w.draws)))
        lowest = limit * checks.lowest_maximum(len(w.draws), alpha / len(drawn))
        if not lowest * (1 - checks.ROUNDING) <= largest <= limit * (1 + checks.ROUNDING):
            message = f"The largest weight of {w.kernel} is {largest:.6g}; the limit is {limit:.6g}."
            raise Wrong(message, None, histogram(law, w))


def spread_of(law: Law, drawn: Sequence[Weights]) -> checks.Spread:
    """The kernels' standard deviations against the law's."""
    stds = [law.std(w.kernel) for w in drawn]
    return checks.spread([w.variance for w in drawn], [len(w.draws) for w in drawn], stds, checks.CHECK_ALPHA)


def have_one_sign(drawn: Sequence[Weights]) -> bool:
    """Whether no two weights have opposite signs."""
    return all(w.draws.min() >= 0 for w in drawn) or all(w.draws.max() <= 0 for w in drawn)


def check_independence(drawn: Sequence[Weights], first: np.ndarray, second: np.ndarray) -> None:
    """Raises `Wrong` if weights repeat, or depend on their neighbours, on another row, or on the call before.

    `first` and `second` are two calls with one generator. The budget goes in equal parts to the two
    directions in each kernel and to the pair of calls; repeats and proportional rows cost nothing that
    counts (`checks.DISTINCT`, `checks.PROPORTIONAL`).
    """
    alpha = checks.CHECK_ALPHA / (2 * len(drawn) + 1)
    for w in drawn:
        matrix = w.array.astype(np.float64).reshape(-1, w.array.shape[-1])
        check_repeats(matrix)
        centred = centre(matrix, alpha)
        for line in (centred.ravel(), centred.T.ravel()):
            if checks.is_lopsided(line[1:] * line[:-1], alpha):
                raise named("neighbours not independent")
        if checks.has_proportional_rows(matrix) or checks.has_proportional_rows(matrix.T):
            raise named("rows not independent")
    first, second = first.astype(np.float64), second.astype(np.float64)
    if np.array_equal(first, second):
        return  # the check on the generator says so
    if checks.distinct_part(np.stack([first, second])) < checks.DISTINCT <= checks.distinct_part(first):
        raise named("draws used twice")
    if checks.is_lopsided((centre(first, alpha) * centre(second, alpha)).ravel(), alpha):
        raise named("draws used twice")


def check_repeats(matrix: np.ndarray) -> None:
    """Raises `Wrong`, with the way they repeat, if many weights of a kernel are equal."""
    if checks.distinct_part(matrix) >= checks.DISTINCT:
        return
    if np.all(matrix == matrix[0, 0]):
        key = "one number for all"
    elif np.all(matrix == matrix[:1]):
        key = "one row repeated"
    elif np.all(matrix == matrix[:, :1]):
        key = "one column repeated"
    elif len(np.unique(matrix)) >= FEWEST and checks.is_rounded(matrix):
        key = "rounded"
    else:
        key = "weights repeated"
    raise named(key)


def named(key: str, picture: Histogram | None = None) -> Wrong:
    """The failure that a known mistake gives, in the catalogue's words."""
    return Wrong(tells(key), key, picture)


def centre(values: np.ndarray, alpha: float) -> np.ndarray:
    """The values about 0: a shifted mean is another check's business, and a right law needs no shift."""
    return values - values.mean() if checks.is_lopsided(values.ravel(), alpha) else values


def histogram(law: Law, w: Weights, bins: int = 40) -> Histogram:
    """The kernel's weights beside the density that the law asks for; both in one picture."""
    std = law.std(w.kernel)
    values = w.array.astype(np.float64).ravel()
    reach = max(3.5 * std, min(float(np.max(np.abs(values))), 20 * std))
    edges = np.linspace(-reach, reach, bins + 1)
    density = np.histogram(values, edges)[0] / (len(values) * np.diff(edges))
    middles = (edges[1:] + edges[:-1]) / 2
    expected = law.family.pdf(middles / std) / std
    return Histogram(tuple(edges.tolist()), tuple(density.tolist()), tuple(expected.tolist()), law.words(w.kernel))
