"""How many draws a check on the scale needs, from its error budget and the smallest error it must see."""

import math
from functools import cache

from scipy import optimize, stats

from autograder.verdict.statistics.checks import CHECK_ALPHA
from autograder.verdict.statistics.samples import FOR_ALL

SMALLEST_ERROR = 0.025  # relative error of a standard deviation that must be caught ...
MISSED = 1e-7  # ... except with this probability: ten hand-ins miss it once in a million

FOR_SPREAD, FOR_CENTRE = 0.5, 0.25
"""The parts of a scale's check for its spread, and for whether the weights lie about 0, which says about what their
spread is taken. The rest is for draws of which only numbers are kept, should there be such."""


@cache
def accepted(draws: int, alpha: float) -> tuple[float, float]:
    """The smallest and the largest mean square, as parts of the variance, that pass (see `samples.surprise`)."""
    limit = math.log(2 / alpha) / draws

    def excess(log_ratio: float) -> float:
        return (math.expm1(log_ratio) - log_ratio) / 2 - limit

    low = optimize.brentq(excess, -2 * limit - 1, 0, xtol=1e-12)  # h(r) >= -(1 + ln r) / 2
    high = optimize.brentq(excess, 0, math.log1p(4 * limit) + 3, xtol=1e-12)
    return math.exp(low), math.exp(high)


def power(draws: int, ratio: float, alpha: float) -> float:
    """P(a scale off by the factor `ratio` is rejected) for so many normal draws (exact)."""
    low, high = accepted(draws, alpha)
    return float(stats.chi2.cdf(draws * low / ratio**2, draws) + stats.chi2.sf(draws * high / ratio**2, draws))


@cache
def draws_needed(
    error: float = SMALLEST_ERROR, missed: float = MISSED, alpha: float = CHECK_ALPHA * FOR_SPREAD * FOR_ALL
) -> int:
    """The draws from which on a scale wrong by `error` is missed with probability at most `missed`.

    alpha is what a check gives to all draws together; the rest of its budget goes to groups and single kernels.
    """

    def shortfall(draws: float) -> float:
        worse = min(power(int(draws), 1 + error, alpha), power(int(draws), 1 - error, alpha))
        return (1 - worse) / missed - 1

    return int(optimize.brentq(shortfall, 100, 10**8, xtol=1)) + 1
