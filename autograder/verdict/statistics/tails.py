"""The tails of normal draws, told from what comes near a normal law: sums of uniform numbers, heavy tails, clipping.

Kolmogorov's distance hardly sees tails: three uniform numbers are 1 % from a normal law. Their fourth moment is not.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from scipy import stats

from autograder.verdict.statistics.checks import DISTINCT, distinct_part
from autograder.verdict.statistics.families import Family

BELOW, ABOVE, LEAST = 0.06, 0.1, 2.83
"""How far the kurtosis of draws may lie from that of the normal law, cut where the largest of them is.

The kurtosis of n normal draws has the standard error sqrt(24 / n), .0093 for the 280,000 that are asked for at least.
That of draws that are cut has a smaller one, .0034 at two standard deviations, .0066 at three. So BELOW is 6.5 to 17 of
them, and ABOVE 10, for it is skewed; a normal law's 3 is 18 above LEAST. The largest of n draws lies within
1 / (2 n density) of the cut, which moves the kurtosis by less than 1e-3; a sample of 270,000 measures its own standard
deviation to .1 %, which moves it by .002. Who adds up k uniform numbers has the kurtosis 3 - 1.2 / k. For 2, 3, 4, 5, 6
of them 2.4, 2.6, 2.7, 2.76, 2.8 are below the bounds at their largest, 2.44, 2.74 and LEAST, by 5 standard errors
(theirs, .004 to .006) and more. Twelve of them have 2.9 and pass, by 11."""

NARROWEST = 2.0  # standard deviations, where a normal law may be cut
NEAR = 0.015
"""Relative: by how much the largest of draws cut there may seem to lie below the cut. A sample's measured standard
deviation is .11 % uncertain, so that 1.5 % is 13 standard errors."""

TIES = 6
"""So many weights beyond the first that are exactly as large as a sample's largest, or exactly 0, come from no draws.

Of continuous draws in float64 none are. In float32, drawn as 23-bit fractions, each of n has the largest one's value,
or is 0, with probability 2^-23: of n = 550,000, .07 do on average, and 6 with probability 1e-10. A normal law that is
clipped at 2.5, 3, 3.5 standard deviations puts 6,800, 1,500, 260 of 550,000 at its border, and at 4 it puts 35 there,
where fewer than 8 are with probability 1e-7."""


@dataclass(frozen=True)
class Draws:
    """A sample in a few numbers."""

    draws: float
    mean: float
    std: float  # about 0
    kurtosis: float
    largest: float
    at_largest: float  # how many are exactly that large
    zeros: float
    distinct: float  # the part of its magnitudes that differ from each other, in float32

    @property
    def reach(self) -> float:
        """The largest in standard deviations."""
        return self.largest / self.std


def in_numbers(sample: np.ndarray) -> Draws:
    """A sample of which not all are 0."""
    sizes = np.abs(sample, dtype=float).ravel()
    largest = float(sizes.max())
    squares = np.square(sizes / largest)
    square = float(np.mean(squares))
    at_largest, zeros = (float(np.count_nonzero(sizes == size)) for size in (largest, 0.0))
    std, kurtosis = largest * math.sqrt(square), float(np.mean(squares**2)) / square**2
    mean, distinct = float(np.mean(sample, dtype=float)), distinct_part(sample)
    return Draws(sizes.size, mean, std, kurtosis, largest, at_largest, zeros, distinct)


def normal_tails(samples: Sequence[Draws]) -> bool:
    """Whether normal draws have such a kurtosis; also those of a law that is cut at NARROWEST or farther out."""
    kurtosis, reach = kurtosis_of(samples), max(sample.reach for sample in samples)
    if reach < _reaches()[0] * (1 - NEAR):
        return False
    expected = float(np.interp(reach, _reaches(), _kurtoses()))
    return min(expected - BELOW, LEAST) <= kurtosis <= expected + ABOVE


def kurtosis_of(samples: Sequence[Draws]) -> float:
    """The mean fourth power as a part of the variance squared: 3 for a normal law."""
    return float(np.average([one.kurtosis for one in samples], weights=[one.draws for one in samples]))


def tied(samples: Sequence[Draws]) -> bool:
    """Whether more weights are exactly as large as the largest, or exactly 0, than draws ever are (see TIES).

    Samples in which many are equal wherever they lie, as rounded ones, are another check's business.
    """
    kept = [one for one in samples if one.distinct >= DISTINCT]
    return sum(one.at_largest - 1 for one in kept) >= TIES or sum(one.zeros for one in kept) >= TIES


_CUTS = np.concatenate([np.linspace(NARROWEST, 6, 401), [40.0]])


@cache
def _reaches() -> np.ndarray:
    """The largest draw of laws with these cuts, in their own standard deviations."""
    return np.asarray(_CUTS / stats.truncnorm.std(-_CUTS, _CUTS))


@cache
def _kurtoses() -> np.ndarray:
    return np.asarray([stats.truncnorm.stats(-cut, cut, moments="k") + 3 for cut in _CUTS])


@lru_cache(maxsize=200)
def cut_normal(hundredths: int) -> Family:
    """The normal law cut at so many hundredths of its standard deviation, scaled to variance 1."""
    cut = hundredths / 100
    law = stats.truncnorm(-cut, cut)
    std = float(law.std())
    kurtosis = float(law.stats(moments="k")) + 3
    steepness = math.exp(-0.5) / math.sqrt(2 * math.pi) / (1 - 2 * float(stats.norm.cdf(-cut)))
    return Family(
        "cut normal",
        lambda x: law.cdf(np.asarray(x) * std),
        lambda x: law.pdf(np.asarray(x) * std) * std,
        kurtosis,
        cut / std,
        steepness,
    )


def cut_at(reach: float) -> int:
    """Where a normal law is cut whose largest draw has this size, in its own standard deviations; in hundredths."""
    return round(100 * float(np.interp(reach, _reaches(), _CUTS)))


def clipped_std(cut: float) -> float:
    """The standard deviation of N(0, 1) when all that is farther out than the cut is set to the cut."""
    density, beyond = float(stats.norm.pdf(cut)), float(stats.norm.sf(cut))
    return math.sqrt(1 - 2 * beyond - 2 * cut * density + 2 * cut**2 * beyond)


CLIPPED = 2.25  # standard deviations: clipped farther in, the spread is more than 2 % off, and seen to be


def spread_left(reach: float) -> float:
    """The part of its spread that a normal law has left when it is clipped there (in its own standard deviations then).

    Clipped farther out than CLIPPED, it would be luck whether so small a part is missed: 1 % at 2.5. Else it is 1.
    """
    cuts = np.linspace(CLIPPED, 6, 376)
    left = np.asarray([clipped_std(cut) for cut in cuts])
    return float(np.interp(reach, cuts / left, left, left=1.0))
