"""The laws that weights are drawn from: a family, and a standard deviation that depends on the kernel.

Sources: Glorot & Bengio (2010), eq. 16 and section 4.2.1 (Xavier); He et al. (2015), eq. 10 and 15 (He, with
the slope of a leaky ReLU); LeCun et al. (1998), section 4.6 (LeCun).
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np
from scipy import special, stats

Shape = tuple[int, ...]


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


def fans(shape: Shape) -> tuple[int, int]:
    """(fan_in, fan_out) of a dense kernel (fan_in, fan_out) or of a convolution's (height, width, in, out).

    A unit of a convolution sees height x width values of every input channel; that receptive field
    multiplies both channel counts.
    """
    receptive_field = math.prod(shape[:-2])
    return receptive_field * shape[-2], receptive_field * shape[-1]


@dataclass(frozen=True)
class Kernel:
    """One kernel that is asked for: its shape and the further arguments of the call."""

    shape: Shape
    arguments: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def fan_in(self) -> int:
        """Inputs that one output unit sums over."""
        return fans(self.shape)[0]

    @property
    def fan_out(self) -> int:
        """Outputs that one input unit feeds."""
        return fans(self.shape)[1]

    @property
    def size(self) -> int:
        """Number of weights."""
        return math.prod(self.shape)

    def __str__(self) -> str:
        extra = "".join(f", {name}={value:g}" for name, value in self.arguments.items())
        return f"kernel {self.shape}{extra}"


@dataclass(frozen=True)
class Law:
    """What an initializer draws each weight from: a family and, per kernel, its standard deviation.

    `stated` is the scale as the formula gives it: the standard deviation of a normal law, the limit of a
    uniform one.
    """

    family: Family
    formula: str  # `stated`, in words
    stated: Callable[[Kernel], float]

    def std(self, kernel: Kernel) -> float:
        """The standard deviation of the kernel's weights."""
        return self.stated(kernel) / (ROOT_3 if self.family is UNIFORM else 1.0)

    def words(self, kernel: Kernel) -> str:
        """The law of one kernel, in a line."""
        if self.family is UNIFORM:
            return f"uniform within ±{self.stated(kernel):.4g} (limit = {self.formula}), {kernel}"
        return f"normal with std {self.stated(kernel):.4g} (std = {self.formula}), {kernel}"


def _slope(kernel: Kernel) -> float:
    return kernel.arguments.get("negative_slope", 0.0)


random_normal = Law(NORMAL, "std", lambda k: k.arguments.get("std", 0.05))
random_uniform = Law(UNIFORM, "limit", lambda k: k.arguments.get("limit", 0.05))
xavier_normal = Law(NORMAL, "sqrt(2 / (fan_in + fan_out))", lambda k: math.sqrt(2 / (k.fan_in + k.fan_out)))
xavier_uniform = Law(UNIFORM, "sqrt(6 / (fan_in + fan_out))", lambda k: math.sqrt(6 / (k.fan_in + k.fan_out)))
he_normal = Law(
    NORMAL,
    "sqrt(2 / ((1 + negative_slope²) fan_in))",
    lambda k: math.sqrt(2 / ((1 + _slope(k) ** 2) * k.fan_in)),
)
he_uniform = Law(
    UNIFORM,
    "sqrt(6 / ((1 + negative_slope²) fan_in))",
    lambda k: math.sqrt(6 / ((1 + _slope(k) ** 2) * k.fan_in)),
)
lecun_normal = Law(NORMAL, "sqrt(1 / fan_in)", lambda k: math.sqrt(1 / k.fan_in))

LAWS: Mapping[str, Law] = MappingProxyType(
    {
        "random_normal": random_normal,
        "random_uniform": random_uniform,
        "xavier_normal": xavier_normal,
        "xavier_uniform": xavier_uniform,
        "he_normal": he_normal,
        "he_uniform": he_uniform,
        "lecun_normal": lecun_normal,
    }
)
