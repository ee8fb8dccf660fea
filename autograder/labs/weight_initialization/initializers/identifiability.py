"""Large kernels for a probe, chosen so that no two formulas in the catalogue can be confused."""

import math
from collections.abc import Callable, Sequence

import numpy as np

from autograder.labs.weight_initialization.initializers.formulas import SLOPE_FORMULAS, formulas
from autograder.labs.weight_initialization.initializers.laws import LAWS, Kernel, Shape, slope
from autograder.verdict.statistics.checks import CHECK_ALPHA
from autograder.verdict.statistics.sample_size import FOR_SPREAD, draws_needed
from autograder.verdict.statistics.samples import Groups, groups_of, surprise

FIT_ALPHA = 1e-6
"""A formula fits unless its spread is rejected at this level: one right name in a million is withheld. That is
stricter than the 1e-9 of a verdict, because a name given wrongly is worse than none."""

CLEAR = 3.7
"""By how much two formulas must be apart (see `clearness`) to be confused once in ten million: 5.2 / sqrt(2).

With n draws of ratio r the root of n h(r) is |r - 1| sqrt(n) / 2 near 1, whose standard error is 1 / sqrt(2). A normal
variable is 5.2 standard errors off with probability 1e-7, what a known mistake may pass with."""

SMALLEST_KERNEL = 27_000  # of the large ones
ARGUMENTS = {"random_normal": "std", "random_uniform": "limit"}
Draw = np.random.Generator


def clearness(right: Sequence[float], wrong: Sequence[tuple[str, Sequence[float]]], sizes: Sequence[int]) -> float:
    """How clearly weights from the law and from all formulas are told apart, at the kernels that are worst for it.

    `right` are the law's standard deviations at each kernel, `wrong` the formulas' keys and theirs. For every law and
    every other that has another key, weights from the one are tested for the other, as by the check on the scale: the
    root of draws times surprise exceeds the root of its bound by so much, in the group where that is most.
    """
    groups = groups_of(len(sizes), [], range(len(sizes)))
    stds = np.asarray([right, *(predicted for _, predicted in wrong)])
    keys = np.asarray(["", *(key for key, _ in wrong)])
    draws = groups.sums(np.asarray(sizes))
    ratios = (stds[:, None, :] / stds[None, :, :]) ** 2
    found = np.sqrt(surprise(groups.sums(ratios * sizes) / draws) * draws)
    fits = _roots_of_bounds(groups, FIT_ALPHA)
    apart = np.max(found - fits, axis=2)
    from_right = np.max(found - _roots_of_bounds(groups, CHECK_ALPHA * FOR_SPREAD), axis=2)
    apart[:, 0] = from_right[:, 0]  # the verdict, not a name: weights from a formula tested for the law
    return float(np.min(apart[keys[:, None] != keys[None, :]]))


def _roots_of_bounds(groups: Groups, alpha: float) -> np.ndarray:
    return np.sqrt(np.log(2 / (alpha * groups.shares)))


def clearness_of(function: str, kernels: Sequence[Kernel]) -> float:
    """For the law of a function and all its formulas. Those of one sign are known by it."""
    wrong = [(f.key, [f.std(kernel) for kernel in kernels]) for f in formulas(function) if not f.one_sided]
    return clearness([LAWS[function].std(kernel) for kernel in kernels], wrong, [kernel.size for kernel in kernels])


def clearness_of_slopes(kernels: Sequence[Kernel]) -> float:
    """For the right use of a slope and every wrong one: their factors on He's scale."""
    right = [1 / math.sqrt(1 + slope(kernel) ** 2) for kernel in kernels]
    wrong = [(f.key, [f.std(kernel) for kernel in kernels]) for f in SLOPE_FORMULAS]
    return clearness(right, wrong, [kernel.size for kernel in kernels])


def draw_large(function: str, draw: Draw, others: int = 0) -> dict[str, Kernel]:
    """A wide, a tall and a convolution kernel for one student, on which all formulas differ.

    With `others`, the weights of the probe's other kernels, they hold the draws that a check on the scale needs.
    """

    def once() -> dict[str, Kernel]:
        arguments = _arguments(function, draw)
        shapes = {"wide": _dense(draw, 84, 326), "tall": _dense(draw, 326, 84), "conv": _convolution(draw)}
        return {name: Kernel(shape, arguments.get(name, {})) for name, shape in shapes.items()}

    def suits(kernels: dict[str, Kernel]) -> bool:
        enough = sum(kernel.size for kernel in kernels.values()) + others >= draws_needed()
        return enough and clearness_of(function, list(kernels.values())) >= CLEAR

    return _first(once, suits)


def draw_large_leaky(draw: Draw) -> dict[str, Kernel]:
    """Two kernels with two slopes, on which all uses of the slope differ."""

    def once() -> dict[str, Kernel]:
        return {
            "leaky wide": Kernel(_dense(draw, 104, 228), {"negative_slope": _slope(draw, 0.3, 0.45)}),
            "leaky tall": Kernel(_dense(draw, 228, 104), {"negative_slope": _slope(draw, 0.6, 0.8)}),
        }

    return _first(once, lambda kernels: clearness_of_slopes(list(kernels.values())) >= CLEAR)


def draw_small_leaky(draw: Draw) -> dict[str, Kernel]:
    """A few kernels with slopes of their own from nearly 0 to nearly 1, a square one and a convolution's among them.

    The largest slope has a kernel of 3,600 weights or more, which tell it from one of .8 by 8 standard errors.
    """
    side, large = int(draw.integers(15, 40)), int(draw.integers(60, 70))
    shapes: list[Shape] = [(large, large), (3, 2, int(draw.integers(4, 9)), int(draw.integers(9, 17))), (side, side)]
    shapes += [(int(draw.integers(8, 40)), int(draw.integers(8, 40))) for _ in range(2)]
    ends = _slope(draw, 0.99, 0.999), _slope(draw, 0.001, 0.01)
    slopes = (*ends, _slope(draw, 0.01, 0.2), _slope(draw, 0.2, 0.9), _slope(draw, 0.9, 0.99))
    return {
        f"leaky {i}": Kernel(shape, {"negative_slope": slope})
        for i, (shape, slope) in enumerate(zip(shapes, slopes, strict=True), 1)
    }


def _slope(draw: Draw, least: float, most: float) -> float:
    return round(float(draw.uniform(least, most)), 3)


def _first(once: Callable[[], dict[str, Kernel]], suits: Callable[[dict[str, Kernel]], bool]) -> dict[str, Kernel]:
    for _ in range(1000):
        kernels = once()
        if suits(kernels):
            return kernels
    raise LookupError("no kernels found that tell all formulas apart; two formulas of the catalogue may coincide")


def _dense(draw: Draw, least_in: int, least_out: int) -> Shape:
    return int(draw.integers(least_in, least_in + 15)), int(draw.integers(least_out, least_out + 15))


def _convolution(draw: Draw) -> Shape:
    return 5, 7, int(draw.integers(12, 16)), int(draw.integers(66, 76))


def _arguments(function: str, draw: Draw) -> dict[str, dict[str, float]]:
    """The default scale at one kernel, two drawn ones at the others."""
    if function not in ARGUMENTS:
        return {}
    name = ARGUMENTS[function]
    small, large = round(float(draw.uniform(0.012, 0.03)), 4), round(float(draw.uniform(0.2, 0.6)), 4)
    return {"tall": {name: small}, "conv": {name: large}}
