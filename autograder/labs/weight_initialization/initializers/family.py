"""The check on the law: whether weights lie about 0 and follow the family asked for, whatever their scale."""

import math

import numpy as np

from autograder.labs.weight_initialization.catalogue import tells
from autograder.labs.weight_initialization.initializers.census import check_not_clipped, check_tails
from autograder.labs.weight_initialization.initializers.weights import Drawn, histogram, named, need_draws
from autograder.verdict.grader import Wrong
from autograder.verdict.statistics import checks, samples
from autograder.verdict.statistics.families import NORMAL, TRUNCATED, UNIFORM, Family
from autograder.verdict.statistics.tails import Draws, cut_at, cut_normal

PART = checks.CHECK_ALPHA / 8
"""For each of four questions: the centre, the evenness (of means, and of mean squares), the family (at the law's
scale, or at their own), and the limit of a uniform law. The other half of the budget is for what is asked before,
each a quarter: whether the weights lie about 0, and whether only some of them have the law's spread
(`Drawn.lawful_in_places`)."""

AT_THE_LIMIT = 7
"""So many kernels have no largest weight that is the limit itself. A draw comes as near to it as ROUNDING with
probability 1e-6, so that of 120,000 .12 do on average, and 7 with probability 7e-11. Who rescales has one in all 44."""


def check_law(drawn: Drawn, many: tuple[Draws, ...], separate: bool = True) -> None:
    """Raises `Wrong` unless the weights are centred on 0 and of the law's family, whatever their scale.

    A normal law cut at two deviations or farther out passes for a normal one: Keras draws so, and the idea is the same.
    `many` are more draws (see `census`); `separate` says whether kernels are drawn apart, not by the same draws again.
    """
    need_draws(drawn)
    check_centre(drawn)
    check_not_clipped(many, drawn)
    if drawn.lawful_in_places:
        raise named("lawful in places", histogram(drawn.law, drawn.weights[drawn.worst]))
    if separate and too_even(drawn):
        raise named("standardised", histogram(drawn.law, drawn.weights[drawn.large[0]]))
    check_family(drawn)
    check_tails(many)
    if drawn.law.family is UNIFORM:
        check_limits(drawn)


def check_centre(drawn: Drawn) -> None:
    """Raises `Wrong` if the weights are centred on another number than 0."""
    lopsided = drawn.lopsided(PART)
    if not np.any(lopsided):
        return
    large = list(drawn.large)
    picture = histogram(drawn.law, drawn.weights[large[0]])
    if drawn.one_sign and drawn.from_zero_on:
        key = "one-sided range"
    elif not np.any(lopsided[np.any(drawn.groups.members[:, large], axis=1)]):
        key = "lawful in places"
    else:
        key = "shifted mean"
    means = ", ".join(f"{drawn.weights[place].array.mean(dtype=float):.3g}" for place in large)
    raise Wrong(f"{tells(key)} Means: {means}; expected 0.", key, picture)


def too_even(drawn: Drawn) -> bool:
    """Whether the kernels' means are nearer to 0, or their mean squares to the variance, than draws ever come.

    Kernels of which weights repeat are left out: pairs of opposite weights have a mean of 0 too, and are another
    check's business. Where the spread is not the law's, it cannot be too near to it.
    """
    kept = [place for place, w in enumerate(drawn.weights) if w.distinct >= checks.DISTINCT]
    if not kept:
        return False
    means = np.asarray([abs(drawn.weights[i].total) / math.sqrt(drawn.weights[i].square) for i in kept])
    if samples.too_even(means, samples.MEAN_DENSITY, PART / 2):
        return True
    if np.any(drawn.other_spread):
        return False
    squares = np.abs(drawn.ratios[kept] - 1) * np.sqrt(drawn.sizes[kept] / 2)
    return samples.too_even(squares, samples.SQUARE_DENSITY, PART / 2)


def check_family(drawn: Drawn) -> None:
    """Raises `Wrong` unless the weights follow the law's family: at the law's scale, or else at their own."""
    own = bool(np.any(drawn.other_spread))
    counts = drawn.counts(own)

    def fit(*families: Family) -> np.ndarray:
        fits = [samples.fits_family(counts, family, drawn.groups, PART / 2, own) for family in families]
        return fits[int(np.argmax([np.sum(found) for found in fits]))]

    right, other = ((NORMAL, TRUNCATED), UNIFORM) if drawn.law.family is NORMAL else ((UNIFORM,), NORMAL)
    found = fit(*right)
    if drawn.law.family is NORMAL and not np.all(found):
        found = fit(*right, cut_normal(cut_at(drawn.reach(own))))
    if np.all(found):
        return
    picture = histogram(drawn.law, drawn.weights[drawn.large[0]])
    if np.all(fit(other)):
        raise named("uniform for normal" if other is UNIFORM else "normal for uniform", picture)
    if np.all(found[np.any(drawn.groups.members[:, list(drawn.large)], axis=1)]):
        raise named("lawful in places", picture)
    raise Wrong(f"The weights are neither normal nor uniform; expected: {drawn.law.family.name}.", None, picture)


def check_limits(drawn: Drawn) -> None:
    """Raises `Wrong` unless the largest weights reach the uniform law's limit and none passes it.

    The limit is known exactly only when the scale is right; where the spread is off, that check says so. Rounding may
    take a weight onto the limit or past it, and is another check's business.
    """
    if np.any(drawn.other_spread):
        return
    at_limit = [w for w in drawn.weights if abs(w.largest / drawn.law.stated(w.kernel) - 1) <= checks.ROUNDING]
    if len(at_limit) >= AT_THE_LIMIT and not all(w.rounded for w in at_limit):
        raise named("rescaled to the limit", histogram(drawn.law, drawn.weights[drawn.large[0]]))
    for w in drawn.weights:
        limit = drawn.law.stated(w.kernel)
        lowest = limit * checks.lowest_maximum(w.array.size, PART / len(drawn.weights))
        within = lowest * (1 - checks.ROUNDING) <= w.largest <= limit * (1 + checks.ROUNDING)
        if not within and not w.rounded:
            message = f"The largest weight of {w.kernel} is {w.largest:.6g}; the limit is {limit:.6g}."
            raise Wrong(message, None, histogram(drawn.law, w))
