"""Tests on drawn weights, each with a stated probability of rejecting a right answer.

Every function takes `alpha`, the most it may reject a right answer with, and says why that holds. Bounds are
exact or proven inequalities, never "about 10 %". Right answers are independent draws of a `Family`, in
float32 or float64.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from scipy import stats

from autograder.verdict.statistics.families import Family

CHECK_ALPHA = 1e-9  # false-fail probability of one check; fifty checks stay far below 1e-6 per submission


@dataclass(frozen=True)
class Spread:
    """Measured against expected standard deviations."""

    ratios: tuple[float, ...]  # measured / expected, per kernel
    rejected: bool  # by the pooled draws or by any kernel

    @property
    def worst(self) -> int:
        """Index of the kernel that is furthest off."""
        return int(np.argmax([abs(math.log(ratio)) if ratio > 0 else math.inf for ratio in self.ratios]))


def spread(variances: Sequence[float], sizes: Sequence[int], stds: Sequence[float], alpha: float) -> Spread:
    """Do sample variances (about the kernel's own mean) of `sizes` draws agree with the expected `stds`?

    For normal draws (n - 1) s²/sigma² is exactly chi-square with n - 1 degrees of freedom, and so is their
    sum over kernels. Half of alpha goes to the sum, which sees a small common error, the other half in equal
    parts to the kernels, which see an error at one shape; each part is two-sided.
    A uniform or truncated normal law has lighter tails (kurtosis 1.8 and 2.37 instead of 3), so that it is
    rejected even less often: Bernstein's inequality for w²/sigma² <= limit², variance kurtosis - 1, gives
    less than alpha from 25,000 draws on; `bernstein` computes it and a test compares.
    """
    ratios = np.sqrt(np.asarray(variances)) / np.asarray(stds)
    freedoms = np.asarray(sizes) - 1
    statistics = [*(freedoms * ratios**2), float(np.sum(freedoms * ratios**2))]
    levels = [alpha / 2 / len(freedoms)] * len(freedoms) + [alpha / 2]
    outside = [
        not within(statistic, int(freedom), level)
        for statistic, freedom, level in zip(statistics, [*freedoms, freedoms.sum()], levels, strict=True)
    ]
    return Spread(tuple(ratios.tolist()), any(outside))


def within(statistic: float, freedom: int, alpha: float) -> bool:
    """Whether a chi-square statistic lies between its two quantiles."""
    low, high = chi_square_bounds(freedom, alpha)
    return low <= statistic <= high


@cache
def chi_square_bounds(freedom: int, alpha: float) -> tuple[float, float]:
    """The two quantiles that a chi-square variable leaves with probability alpha / 2 each."""
    return float(stats.chi2.ppf(alpha / 2, freedom)), float(stats.chi2.isf(alpha / 2, freedom))


def bernstein(family: Family, draws: int, deviation: float) -> float:
    """A bound on P(|mean of w²/sigma² - 1| >= deviation) for a bounded family (Bernstein's inequality)."""
    variance, largest = family.kurtosis - 1, family.limit**2
    return 2 * math.exp(-draws * deviation**2 / 2 / (variance + largest * deviation / 3))


def is_lopsided(products: np.ndarray, alpha: float) -> bool:
    """Is the sum of symmetric terms too far from 0? At most alpha say so if the signs are fair coins.

    Given the magnitudes, sum / sqrt(sum of squares) is a weighted sum of fair signs, so Hoeffding's
    inequality gives P(|it| >= t) <= 2 exp(-t² / 2) whatever the law; t = sqrt(2 ln(2 / alpha)).
    Weights have fair signs when their law is symmetric about 0. Products of neighbours in a chain of
    independent symmetric weights have too: s1 s2, s2 s3, ... are independent coins.
    """
    size = float(np.sqrt(np.sum(products * products)))
    return abs(float(np.sum(products))) > math.sqrt(2 * math.log(2 / alpha)) * size


def kolmogorov_bound(draws: int, alpha: float) -> float:
    """A distance between empirical and true CDF that is exceeded with probability at most alpha.

    Dvoretzky-Kiefer-Wolfowitz inequality with Massart's (1990) constant: P(D > d) <= 2 exp(-2 n d²). At the
    levels used here it is within 0.1 % of the exact quantile (`scipy.stats.kstwo`), which takes milliseconds
    to find.
    """
    return math.sqrt(math.log(2 / alpha) / (2 * draws))


def lowest_maximum(draws: int, alpha: float) -> float:
    """The largest of `draws` uniform magnitudes falls below this part of the limit with probability alpha.

    P(max < q limit) = q^draws, so q = alpha^(1 / draws).
    """
    return alpha ** (1 / draws)


ROUNDING = 1e-6  # relative; float32 keeps 24 bits (6e-8), and a limit computed in float32 adds as much again


DISTINCT = 0.75
"""The part of a kernel's magnitudes that must differ from each other. Continuous draws in float64 never
repeat. In float32 a generator has at least 2^22 magnitudes within a kernel's range (drawn as 23-bit fractions), so of
n = 35,000 about n / 2^23 = .4 % repeat; a quarter is out of reach (Poisson mean 150, needed 8,750), and in smaller
kernels more so (of 36 draws 9 would have to repeat, each with probability 1e-5).
A row, a block or a call that is used twice leaves half of them at most; float16 leaves a sixth."""

SEPARATE = 0.4
"""The part of a kernel's magnitudes below which it holds too few separate draws to show a spread or a law. Draws used
twice leave half and vary by a factor sqrt(2) more than the bounds expect, which they forgive; draws used three times
leave a third, and from then on it would be luck whether their spread and law are seen as right or not."""

ZEROS = 0.08
"""The part of a kernel that may be exactly 0: fewer than 3 of 36. In float32 a draw is 0 with probability 2^-23 at
most, so that 3 of 36 are with probability 1e-17. Less than that takes 4 % of the spread at most and is seen there."""


def distinct_part(values: np.ndarray) -> float:
    """How many different magnitudes there are, as a part of all, in float32 (half the time)."""
    magnitudes = np.sort(np.abs(values.astype(np.float32)), axis=None)
    return (1 + int(np.count_nonzero(np.diff(magnitudes)))) / magnitudes.size


def is_rounded(values: np.ndarray) -> bool:
    """Whether all values have at most five decimals, up to float32's digits, or fit into half precision."""
    decimals = np.allclose(values, np.round(values, 5), rtol=1e-7, atol=1e-9)
    with np.errstate(over="ignore"):
        return bool(decimals or np.array_equal(values, values.astype(np.float16)))


MULTIPLE = 1 - 1e-11
"""Correlation of two rows that are the same but for a factor: float32's digits keep it within 1e-13 of 1, and rows that
are only much alike, as those of a sorted kernel, leave it below 1 - 1e-8."""

SHORTEST_ROW = 6  # of fewer weights, two rows may be as near to multiples as float32's digits can say


def dependent(length: int) -> float:
    """The correlation about 0 from which on two rows of so many weights, r > 1 - 1e-10 for 6, are no separate draws.

    Two independent rows have it with probability 1e-20 / t at most, so that a million pairs stay far below any budget.
    For normal rows P(|r| > t) <= (1 - t²)^((n - 1) / 2) / t: their direction is even on the sphere. The direction of a
    row from a cube, uniform weights, is at most (pi e / 2)^(n / 2) times as dense (at its corners), that of truncated
    normal weights at most 1.05^n times.
    """
    if length < SHORTEST_ROW:
        return math.inf
    return math.sqrt(1 - (1e-20 * (math.pi * math.e / 2) ** (-length / 2)) ** (2 / (length - 1)))


def largest_correlation(matrix: np.ndarray) -> float:
    """Of any two rows, about 0: how near they are to multiples of each other.

    Multiples have the same ratio of their first two weights, so it is enough to compare rows next to each other in
    that order.
    """
    if min(matrix.shape) < 2:
        return 0.0
    first = matrix[:, 0]
    ratio = np.divide(matrix[:, 1], first, out=np.zeros(len(matrix)), where=first != 0)
    rows = matrix[np.argsort(ratio, kind="stable")]
    lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows))
    products = np.abs(np.einsum("ij,ij->i", rows[1:], rows[:-1]))
    scale = lengths[1:] * lengths[:-1]
    return float(np.max(np.divide(products, scale, out=np.zeros(len(scale)), where=scale > 0)))
