"""How many draws a check on the scale needs, from its error budget and the smallest error it must see."""

from functools import cache

from scipy import optimize, stats

from autograder.verdict.statistics.checks import CHECK_ALPHA, chi_square_bounds

SMALLEST_ERROR = 0.02  # relative error of a standard deviation that must be caught ...
MISSED = 1e-6  # ... except with this probability


def power(draws: int, ratio: float, alpha: float) -> float:
    """P(a scale off by the factor `ratio` is rejected) for normal draws, two-sided chi-square test (exact)."""
    low, high = chi_square_bounds(draws, alpha)
    return float(stats.chi2.cdf(low / ratio**2, draws) + stats.chi2.sf(high / ratio**2, draws))


@cache
def draws_needed(error: float = SMALLEST_ERROR, missed: float = MISSED, alpha: float = CHECK_ALPHA / 2) -> int:
    """The draws from which on a scale wrong by `error` is missed with probability at most `missed`.

    alpha is half of a check's budget, because the other half goes to the single kernels (see
    `checks.spread`).
    """

    def shortfall(draws: float) -> float:
        worse = min(power(int(draws), 1 + error, alpha), power(int(draws), 1 - error, alpha))
        return (1 - worse) / missed - 1

    return int(optimize.brentq(shortfall, 100, 10**8, xtol=1)) + 1
