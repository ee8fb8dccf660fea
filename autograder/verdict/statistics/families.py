"""Families of laws: what a law is when its scale is set aside."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy import special, stats


@dataclass(frozen=True)
class Family:
    """A law symmetric about 0, scaled to standard deviation 1."""

    name: str
    cdf: Callable[[np.ndarray], np.ndarray]
    pdf: Callable[[np.ndarray], np.ndarray]
    kurtosis: float  # E x^4
    limit: float  # the largest |x| possible
    steepness: float  # max of |x| pdf(x): how far the CDF can move, at most, per relative error of the scale


ROOT_3 = math.sqrt(3)  # U(-limit, limit) has standard deviation limit / sqrt(3)
TRUNCATED_STD = float(stats.truncnorm.std(-2, 2))  # 0.8796: of N(0, 1) cut at two standard deviations
_OUTSIDE = float(stats.norm.cdf(-2))

NORMAL = Family("normal", special.ndtr, stats.norm.pdf, 3.0, math.inf, math.exp(-0.5) / math.sqrt(2 * math.pi))
UNIFORM = Family(
    "uniform",
    lambda x: np.clip((x / ROOT_3 + 1) / 2, 0, 1),
    lambda x: np.where(np.abs(x) <= ROOT_3, 1 / (2 * ROOT_3), 0.0),
    1.8,
    ROOT_3,
    0.5,
)
TRUNCATED = Family(
    "truncated normal",
    lambda x: (special.ndtr(np.clip(x * TRUNCATED_STD, -2, 2)) - _OUTSIDE) / (1 - 2 * _OUTSIDE),
    lambda x: stats.truncnorm.pdf(x, -2, 2, scale=1 / TRUNCATED_STD),
    float(stats.truncnorm.stats(-2, 2, moments="k")) + 3,
    2 / TRUNCATED_STD,
    math.exp(-0.5) / math.sqrt(2 * math.pi) / (1 - 2 * _OUTSIDE),
)
