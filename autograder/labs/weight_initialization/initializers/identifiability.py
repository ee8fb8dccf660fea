"""Kernels for a probe, chosen so that no two formulas in the catalogue can be confused."""

import math
from collections.abc import Callable, Sequence

import numpy as np

from autograder.labs.weight_initialization.initializers.formulas import SLOPE_FORMULAS, formulas
from autograder.labs.weight_initialization.initializers.laws import LAWS, Kernel, Shape, slope
from autograder.verdict.statistics.sample_size import draws_needed

SEPARATION = 0.04
"""The least relative difference, at some kernel, between any two formulas. A formula fits if the measured std
is within about 5 standard errors at every kernel (alpha = 1e-6); the std of 45,000 normal draws has a
relative error of .707 / sqrt(45,000) = .33 %. So a formula 4 % away is 12 errors away, and fits by chance
with probability 1e-11."""

SMALLEST_KERNEL = 45_000
ARGUMENTS = {"random_normal": "std", "random_uniform": "limit"}
Draw = np.random.Generator


def separation(predictions: Sequence[Sequence[float]]) -> float:
    """The smallest, over all pairs of formulas, of their largest difference in log scale; one row per formula."""
    logs = np.log(np.asarray(predictions))
    apart = np.max(np.abs(logs[:, None, :] - logs[None, :, :]), axis=2)
    np.fill_diagonal(apart, math.inf)
    return float(apart.min())


def predictions(function: str, kernels: Sequence[Kernel]) -> list[list[float]]:
    """The scales of the right law and of every formula. One-sided ones differ in their signs."""
    laws = [LAWS[function].std, *(f.std for f in formulas(function) if not f.one_sided)]
    return [[std(kernel) for kernel in kernels] for std in laws]


def slope_predictions(kernels: Sequence[Kernel]) -> list[list[float]]:
    """The factors on He's scale of the right use of a slope and of every wrong one."""

    right = [1 / math.sqrt(1 + slope(kernel) ** 2) for kernel in kernels]
    return [right, *([formula.std(kernel) for kernel in kernels] for formula in SLOPE_FORMULAS)]


def draw_kernels(function: str, draw: Draw) -> dict[str, Kernel]:
    """A wide, a tall and a convolution kernel for one student, on which all formulas differ."""

    def once() -> dict[str, Kernel]:
        arguments = _arguments(function, draw)
        shapes = {"wide": _dense(draw, 100, 490), "tall": _dense(draw, 490, 100), "conv": _convolution(draw)}
        return {name: Kernel(shape, arguments.get(name, {})) for name, shape in shapes.items()}

    def suits(kernels: dict[str, Kernel]) -> bool:
        sizes = [kernel.size for kernel in kernels.values()]
        enough = sum(sizes) - len(sizes) >= draws_needed() and min(sizes) >= SMALLEST_KERNEL
        return enough and separation(predictions(function, list(kernels.values()))) >= SEPARATION

    return _first(once, suits)


def draw_leaky_kernels(draw: Draw) -> dict[str, Kernel]:
    """Two kernels with two slopes, on which all uses of the slope differ.

    27,600 draws each: a scale's relative error is .707 / sqrt(27,600) = .43 %, so 4 % are 9 errors.
    """

    def once() -> dict[str, Kernel]:
        small, large = draw.uniform(0.3, 0.45), draw.uniform(0.6, 0.8)
        return {
            "leaky wide": Kernel(_dense(draw, 120, 230), {"negative_slope": round(float(small), 3)}),
            "leaky tall": Kernel(_dense(draw, 230, 120), {"negative_slope": round(float(large), 3)}),
        }

    return _first(once, lambda kernels: separation(slope_predictions(list(kernels.values()))) >= SEPARATION)


def _first(once: Callable[[], dict[str, Kernel]], suits: Callable[[dict[str, Kernel]], bool]) -> dict[str, Kernel]:
    for _ in range(1000):
        kernels = once()
        if suits(kernels):
            return kernels
    raise LookupError("no kernels found that tell all formulas apart; two formulas of the catalogue may coincide")


def _dense(draw: Draw, least_in: int, least_out: int) -> Shape:
    return int(draw.integers(least_in, least_in + 15)), int(draw.integers(least_out, least_out + 15))


def _convolution(draw: Draw) -> Shape:
    return 5, 7, int(draw.integers(14, 18)), int(draw.integers(96, 112))


def _arguments(function: str, draw: Draw) -> dict[str, dict[str, float]]:
    """The default scale at one kernel, two drawn ones at the others."""
    if function not in ARGUMENTS:
        return {}
    name = ARGUMENTS[function]
    small, large = round(float(draw.uniform(0.012, 0.03)), 4), round(float(draw.uniform(0.2, 0.6)), 4)
    return {"tall": {name: small}, "conv": {name: large}}
