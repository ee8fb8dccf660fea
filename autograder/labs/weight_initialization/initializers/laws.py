"""The laws that weights are drawn from: a family, and a standard deviation that depends on the kernel.

Sources: Glorot & Bengio (2010), eq. 16 and section 4.2.1 (Xavier); He et al. (2015), eq. 10 and 15 (He, with
the slope of a leaky ReLU); LeCun et al. (1998), section 4.6 (LeCun).
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from autograder.verdict.statistics.families import NORMAL, ROOT_3, UNIFORM, Family

Shape = tuple[int, ...]


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
    own_fans: tuple[float, float] | None = None  # what a student's own `fans` gives, where that is taken for right

    @property
    def fan_in(self) -> float:
        """Inputs that one output unit sums over."""
        return (self.own_fans or fans(self.shape))[0]

    @property
    def fan_out(self) -> float:
        """Outputs that one input unit feeds."""
        return (self.own_fans or fans(self.shape))[1]

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


def slope(kernel: Kernel) -> float:
    """Of the leaky ReLU that the kernel feeds; 0 for a plain one."""
    return kernel.arguments.get("negative_slope", 0.0)


random_normal = Law(NORMAL, "std", lambda k: k.arguments.get("std", 0.05))
random_uniform = Law(UNIFORM, "limit", lambda k: k.arguments.get("limit", 0.05))
xavier_normal = Law(NORMAL, "sqrt(2 / (fan_in + fan_out))", lambda k: math.sqrt(2 / (k.fan_in + k.fan_out)))
xavier_uniform = Law(UNIFORM, "sqrt(6 / (fan_in + fan_out))", lambda k: math.sqrt(6 / (k.fan_in + k.fan_out)))
he_normal = Law(
    NORMAL,
    "sqrt(2 / ((1 + negative_slope²) fan_in))",
    lambda k: math.sqrt(2 / ((1 + slope(k) ** 2) * k.fan_in)),
)
he_uniform = Law(
    UNIFORM,
    "sqrt(6 / ((1 + negative_slope²) fan_in))",
    lambda k: math.sqrt(6 / ((1 + slope(k) ** 2) * k.fan_in)),
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
