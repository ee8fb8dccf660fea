"""Samples that should follow one law, judged together: over all of them, over groups, and one by one.

A law that is kept in most places only is seen where it is not: in the pool, in the group of its kind, or in the one
sample. Every function takes `alpha`, the most it may reject right samples with, shares it out among the groups
(Bonferroni, which holds for groups that overlap), and says why its part holds. A right sample is independent draws of a
`Family`, scaled to standard deviation 1; samples are independent of each other unless only single ones are judged.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from scipy import special

from autograder.verdict.statistics.families import Family


@dataclass(frozen=True)
class Groups:
    """Which samples are judged together, and the part of a budget that each group has.

    `members` is (groups, samples), True where a sample belongs to a group; `shares` is (groups,), with sum 1.
    """

    members: np.ndarray
    shares: np.ndarray

    def sums(self, values: np.ndarray) -> np.ndarray:
        """Sums over each group: (…, samples) -> (…, groups)."""
        return np.asarray(values @ self.members.T.astype(float))


FOR_ALL, FOR_GROUPS = 0.5, 0.25  # of a budget; the rest is for the large samples one by one
FOR_SMALL_ONES = 1e-6
"""The part of a budget that all small samples have one by one. So little costs nothing that counts: what a sample of 36
draws can show at all, a scale off by a factor of two to three, it shows at 1e-16 as well as at 1e-10. It spares wrong
laws with heavy tails, whose small samples vary more than normal ones do, a second loss by luck."""


def groups_of(samples: int, named: Iterable[Sequence[int]], large: Sequence[int]) -> Groups:
    """All samples, each named group, and each sample on its own."""
    named = [list(group) for group in named]
    small = sorted(set(range(samples)) - set(large))
    members = [list(range(samples)), *named, *([one] for one in large), *([one] for one in small)]
    rest = 1 - FOR_ALL - FOR_GROUPS - FOR_SMALL_ONES
    shares = [FOR_ALL, *_equal(FOR_GROUPS, len(named)), *_equal(rest, len(large)), *_equal(FOR_SMALL_ONES, len(small))]
    return Groups(_members(members, samples), np.asarray(shares))


def one_by_one(samples: int) -> Groups:
    """Each sample on its own: what remains where samples share draws, for a sum of chances holds for such ones too."""
    return Groups(np.eye(samples, dtype=bool), np.full(samples, 1 / samples))


def _equal(part: float, among: int) -> list[float]:
    return [part / among] * among if among else []


def _members(groups: Sequence[Sequence[int]], samples: int) -> np.ndarray:
    table = np.zeros((len(groups), samples), dtype=bool)
    for row, group in zip(table, groups, strict=True):
        row[list(group)] = True
    return table


def surprise(ratio: np.ndarray) -> np.ndarray:
    """Per draw: the chance of a mean square this far from the law's variance is at most exp(-draws * surprise).

    `ratio` is mean square / variance, r. Chernoff's bound for n normal draws gives P(ratio >= r) <= exp(-n h(r)) for
    r >= 1, and P(ratio <= r) likewise for r <= 1, with h(r) = (r - 1 - ln r) / 2. It holds for uniform and truncated
    normal draws too: the density of their square crosses that of a normal draw's square twice, from below first, so
    that E exp(t w²) is smaller for every t (Karlin and Novikoff 1963), and with it the bound. A test computes both.
    Beside the exact chi-square quantile it costs 7 % of the distance at 1e-10, and it holds from the first draw on.
    """
    bounded = np.clip(np.nan_to_num(ratio, nan=np.inf, posinf=1e300), 1e-300, 1e300)
    return np.asarray((bounded - 1 - np.log(bounded)) / 2)


def other_spread(ratios: np.ndarray, sizes: np.ndarray, groups: Groups, alpha: float) -> np.ndarray:
    """Which groups have another spread than the law: (…, samples) -> (…, groups), True for at most alpha of right ones.

    `ratios` are the samples' mean squares divided by the law's variance. A group's is that of all its draws together.
    Two-sided: each side has half of the group's share.
    """
    draws = groups.sums(sizes)
    with np.errstate(over="ignore", invalid="ignore"):
        pooled = groups.sums(ratios * sizes) / draws
    return np.asarray(~(surprise(pooled) * draws <= np.log(2 / (alpha * groups.shares))))


def differ_among_themselves(variances: Sequence[float], sizes: Sequence[int], alpha: float) -> bool:
    """Have samples of one law different spreads, whatever its scale? At most alpha of right ones say so.

    Their surprises at the common variance that makes them smallest, the pooled one, are at most those at the true one.
    Each of those, times its draws, is below t but for 2 exp(-t): no larger than ln 2 plus an exponential variable. So
    the sum is no larger than k ln 2 plus a gamma variable with shape k.
    """
    draws, found = np.asarray(sizes, float), np.asarray(variances, float)
    pooled = float(np.sum(draws * found) / np.sum(draws))
    if not pooled > 0 or not math.isfinite(pooled):
        return bool(np.any(found != found[0]))
    return bool(np.sum(draws * surprise(found / pooled)) > _sum_of_surprises(len(draws), alpha))


@cache
def _sum_of_surprises(samples: int, alpha: float) -> float:
    return samples * math.log(2) + float(special.gammainccinv(samples, alpha))


def lopsided(sums: np.ndarray, squares: np.ndarray, groups: Groups, alpha: float) -> np.ndarray:
    """Which groups have a sum too far from 0, of terms that are symmetric about it (see `checks.is_lopsided`).

    `sums` and `squares` are the samples' sums of terms and of their squares.
    """
    limit = np.sqrt(2 * np.log(2 / (alpha * groups.shares)))
    return np.asarray(np.abs(groups.sums(sums)) > limit * np.sqrt(groups.sums(squares)))


REACH, BINS = 4.0, 512
_EDGES = np.linspace(-REACH, REACH, BINS + 1)[1:-1]


def counted(draws: np.ndarray) -> np.ndarray:
    """How many draws lie in each of `BINS` bins from -REACH to REACH; what lies beyond is in the first and the last."""
    places = draws * (BINS / (2 * REACH))
    places += BINS / 2
    np.minimum(np.maximum(places, 0, out=places), BINS - 1, out=places)
    return np.bincount(places.astype(np.intp), minlength=BINS)


@cache
def _at_edges(family: Family) -> np.ndarray:
    return np.asarray(family.cdf(_EDGES))


def fits_family(
    counts: np.ndarray, family: Family, groups: Groups, alpha: float, own_scale: bool = False
) -> np.ndarray:
    """Which groups follow the family: Kolmogorov-Smirnov at the edges of bins, False with probability <= alpha.

    The distance at some points is at most that at all, whose bound is the Dvoretzky-Kiefer-Wolfowitz inequality
    with Massart's (1990) constant: P(D > d) <= 2 exp(-2 n d²). A bin is 1/64 wide, in which a smooth law moves by .6 %.

    Samples are scaled by the law's standard deviation, or by their `own_scale`, each to mean square 1. Then a relative
    error e of a sample's scale moves its CDF by at most |e| times the family's steepness, and half of alpha bounds the
    mean of |e| over a group's draws (see `mean_error`).
    """
    draws = groups.sums(counts.sum(axis=1))
    found = np.cumsum(groups.members.astype(float) @ counts, axis=1)[:, :-1] / draws[:, None]
    distance = np.max(np.abs(found - _at_edges(family)), axis=1)
    levels = alpha * groups.shares / (2 if own_scale else 1)
    bound = np.sqrt(np.log(2 / levels) / (2 * draws))
    if own_scale:
        samples = groups.members.sum(axis=1)
        total = samples * math.log(2) + special.gammainccinv(samples, levels)
        bound = bound + family.steepness * mean_error(total / draws)
    return np.asarray(distance <= bound)


def mean_error(surprises: np.ndarray) -> np.ndarray:
    """The largest mean over a group's draws of |e|, when a sample's measured scale is exp(e) times the true one.

    `surprises` bounds the mean over draws of h(exp(2e)) (see `surprise`; `differ_among_themselves` says why the sum
    over samples is bounded). h(exp(-2a)) = (exp(-2a) - 1 + 2a) / 2 is convex in a = |e| and the smaller of the two
    sides, so its value at the mean of a is at most `surprises` (Jensen): solve for a. Newton's steps from above,
    where it is convex.
    """
    found = np.sqrt(surprises) * 1.5 + 2 * surprises
    for _ in range(20):
        found = found - (np.expm1(-2 * found) / 2 + found - surprises) / -np.expm1(-2 * found)
    return np.asarray(found)


MEAN_DENSITY = 2 * math.sqrt(math.e / (2 * math.pi))
"""The highest density of a sample's sum over the root of its sum of squares, near 0: 1.32.

The density of a sum of n independent variables with densities up to M is at most sqrt(e / n) M (Bobkov and Chistyakov
2014). Of the families scaled to variance 1 the normal one has the highest, M = 1 / sqrt(2 pi), so that the sum over
sqrt(n) has density sqrt(e / (2 pi)) = .66 at most. The factor 2: the sum of squares is at most 4 n, except with
probability exp(-(3 - ln 4) n / 2), below 1e-12 from 36 draws on."""

SQUARE_DENSITY = math.sqrt(math.e) * 1.02
"""The highest density of (mean square - 1) sqrt(n / 2), for variance 1: 1.68.

The square of one draw has no bounded density; the sum of two has one: P(x <= w² + v² <= x + dx) <= pi M² dx, at most
1/2. The sum of n / 2 such has density sqrt(2 e / n) / 2, that times sqrt(2 n) is sqrt(e); 1.02 is for an odd n of 27
or more, of which one draw has no partner."""


def too_even(nearness: np.ndarray, density: float, alpha: float) -> bool:
    """Are independent samples nearer to their law's value than draws ever are? At most alpha of right ones say so.

    `nearness` are distances to that value, each of a variable whose density is at most `density`: the chance of one
    that small is at most p = 2 density d. Half of alpha asks for a few that are extremely near: m of k samples have p
    or less with at most the binomial probability, and every m is asked. Half asks for many that are very near: the
    sum of -ln p over k samples is no larger than a gamma variable with shape k (Fisher 1932).
    """
    chances = np.minimum(1.0, 2 * density * np.sort(np.abs(nearness)))
    number = len(chances)
    asked = np.arange(1, number + 1)
    few = special.betainc(asked, number - asked + 1, chances) < alpha / 2 / number
    many = -np.sum(np.log(np.maximum(chances, 1e-300))) > special.gammainccinv(number, alpha / 2)
    return bool(np.any(few) or many)
