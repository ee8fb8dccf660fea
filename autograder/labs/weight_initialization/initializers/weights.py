"""What drawn weights are judged by: their spread, their law, and that each is drawn on its own."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

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

    @property
    def draws(self) -> np.ndarray:
        """The separate draws in it, in float64: all weights, or each number once where draws were used again."""
        values = self.array.astype(np.float64).ravel()
        if checks.distinct_part(values) >= checks.DISTINCT:
            return values
        once = np.unique(values)
        return values if len(once) >= FEWEST and checks.is_rounded(values) else once


def check_spread(law: Law, wrong: Sequence[Formula], drawn: Sequence[Weights]) -> None:
    """Raises `Wrong`, with a name if there is one, unless every kernel has the law's standard deviation."""
    draws = [w.draws for w in drawn]
    if min(len(values) for values in draws) < FEWEST:
        raise Wrong("No spread can be seen: the kernel holds only a few different numbers.", "one number for all")
    kernels = [w.kernel for w in drawn]
    variances, sizes = [float(np.var(values, ddof=1)) for values in draws], [len(values) for values in draws]
    expected = [law.std(kernel) for kernel in kernels]
    found = checks.spread(variances, sizes, expected, checks.CHECK_ALPHA)
    if not found.rejected:
        return
    candidates = [(mistake, [mistake.std(kernel) for kernel in kernels]) for mistake in wrong]
    formula = name_scale(variances, sizes, candidates, have_one_sign(draws))
    numbers = table([str(kernel) for kernel in kernels], np.sqrt(variances).tolist(), expected)
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
    draws = [w.draws for w in drawn]
    if min(len(values) for values in draws) < FEWEST:
        raise named("one number for all", histogram(law, drawn[0]))
    scales = [math.sqrt(float(np.mean(values**2))) for values in draws]
    standardized = np.concatenate([values / scale for values, scale in zip(draws, scales, strict=True)])
    if checks.is_lopsided(standardized, alpha):
        means = ", ".join(f"{values.mean():.3g}" for values in draws)
        key = "one-sided range" if have_one_sign(draws) else "shifted mean"
        raise Wrong(f"{tells(key)} Means: {means}; expected 0.", key, histogram(law, drawn[0]))
    smallest = min(len(values) for values in draws)

    def fits(*families: Family) -> bool:
        return any(checks.fits_family(standardized, smallest, family, alpha) for family in families)

    if law.family is NORMAL and not fits(NORMAL, TRUNCATED):
        raise unlike(law, "uniform for normal" if fits(UNIFORM) else None, drawn[0])
    if law.family is UNIFORM:
        if not fits(UNIFORM):
            raise unlike(law, "normal for uniform" if fits(NORMAL) else None, drawn[0])
        check_limits(law, drawn, draws, alpha)


def unlike(law: Law, key: str | None, w: Weights) -> Wrong:
    """The failure of weights of another family, which has a name if `key` is known."""
    unknown = f"The weights are neither normal nor uniform; expected: {law.family.name}."
    return Wrong(tells(key) if key else unknown, key, histogram(law, w))


def have_one_sign(draws: Sequence[np.ndarray]) -> bool:
    """Whether no two weights have opposite signs."""
    return all(values.min() >= 0 for values in draws) or all(values.max() <= 0 for values in draws)


def check_limits(law: Law, drawn: Sequence[Weights], draws: Sequence[np.ndarray], alpha: float) -> None:
    """Raises `Wrong` unless the largest weights reach the uniform law's limit and none passes it.

    The limit is known exactly only when the scale is right; where the spread is off, that check says so.
    """
    variances, sizes = [float(np.var(values, ddof=1)) for values in draws], [len(values) for values in draws]
    if checks.spread(variances, sizes, [law.std(w.kernel) for w in drawn], checks.CHECK_ALPHA).rejected:
        return
    for w, values in zip(drawn, draws, strict=True):
        limit = law.stated(w.kernel)
        largest = float(np.max(np.abs(values)))
        lowest = limit * checks.lowest_maximum(len(values), alpha / len(drawn))
        if not lowest * (1 - checks.ROUNDING) <= largest <= limit * (1 + checks.ROUNDING):
            message = f"The largest weight of {w.kernel} is {largest:.6g}; the limit is {limit:.6g}."
            raise Wrong(message, None, histogram(law, w))


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
