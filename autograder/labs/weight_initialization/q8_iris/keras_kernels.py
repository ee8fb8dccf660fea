"""The kernels of a Keras model as Question 8 sees them, and which law they follow."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from autograder.verdict.statistics.checks import ROUNDING, lowest_maximum
from autograder.verdict.statistics.families import UNIFORM

# Keras's uniform laws, as the notebook's table states them: the limit for (fan_in, fan_out)
LIMITS: Mapping[str, Callable[[int, int], float]] = {
    "random": lambda a, b: 0.05,
    "xavier": lambda a, b: math.sqrt(6 / (a + b)),
    "he": lambda a, b: math.sqrt(6 / a),
}
DEFAULT = "Xavier's uniform law, which is also what a Dense layer has by default"
SAID = {
    "random": "uniform between -0.05 and 0.05",
    "xavier": "uniform within Xavier's limit",
    "he": "uniform within He's limit",
}


@dataclass(frozen=True)
class Layer:
    """One dense layer of a described model; arrays are whatever came back, `checked` sees to the rest."""

    kernel: np.ndarray
    bias: np.ndarray | None
    activation: str
    initializer: str


@dataclass(frozen=True)
class Model:
    """A described model, as far as the checks need it."""

    layers: tuple[Layer, ...]
    others: tuple[str, ...]
    optimizer: str
    loss: str

    @property
    def shapes(self) -> tuple[tuple[int, ...], ...]:
        """Of the kernels, from the input on."""
        return tuple(layer.kernel.shape for layer in self.layers)


def follows(model: Model, name: str) -> bool:
    """Whether all kernels fill the range of this law; for a message only."""
    return all(reaches(layer.kernel, LIMITS[name](*layer.kernel.shape), 1e-4) for layer in model.layers)


def reaches(kernel: np.ndarray, limit: float, alpha: float) -> bool:
    """Whether all weights lie within the limit, and the largest comes as near to it as that many draws do."""
    largest = float(np.abs(kernel).max())
    return lowest_maximum(kernel.size, alpha) * limit <= largest <= limit * (1 + ROUNDING)


def uniform_distance(scaled: np.ndarray) -> float:
    """Kolmogorov's distance of numbers from the uniform law on (-1, 1)."""
    x = np.sort(scaled.astype(float))
    expected = UNIFORM.cdf(x * math.sqrt(3))  # that family is scaled to standard deviation 1
    steps = np.arange(len(x) + 1) / len(x)
    return float(max(np.max(steps[1:] - expected), np.max(expected - steps[:-1])))


def law_found(kernel: np.ndarray) -> str:
    """Which known law a kernel's weights follow; for messages only, hence the wide 1e-4 and 10 %."""
    a, b = kernel.shape
    if not np.any(kernel):
        return "all zero"
    uniform = {
        DEFAULT: math.sqrt(6 / (a + b)),
        "He's uniform law": math.sqrt(6 / a),
        "uniform within ±0.05, Keras's random_uniform": 0.05,
        "LeCun's uniform law": math.sqrt(3 / a),
        "He's uniform law with fan_out for fan_in": math.sqrt(6 / b),
    }
    normal = {
        "He's normal law": math.sqrt(2 / a),
        "Xavier's normal law": math.sqrt(2 / (a + b)),
        "normal with standard deviation 0.05, Keras's random_normal": 0.05,
    }
    for words, limit in uniform.items():
        if reaches(kernel, limit, 1e-4):
            return words
    heavy = np.abs(kernel).max() > 1.9 * kernel.std()  # a uniform law's largest is 1.73 standard deviations
    near = max(0.1, 4 * math.sqrt(0.5 / kernel.size))  # four standard errors of a normal law's, in a small kernel
    for words, std in normal.items():
        if heavy and abs(float(kernel.std()) / std - 1) < near:
            return words
    if kernel.min() == kernel.max():
        return f"every weight is {kernel.flat[0]:.3g}"
    return f"none that the lab knows, with mean {kernel.mean():.2g} and standard deviation {kernel.std():.3g}"


def alike(a: np.ndarray, b: np.ndarray) -> bool:
    """Whether two kernels hold the same weights, up to a factor: draws of one seed on another scale."""
    if a.shape != b.shape or np.array_equal(a, b):
        return a.shape == b.shape
    x, y = a.astype(float).ravel(), b.astype(float).ravel()
    norms = float(np.linalg.norm(x) * np.linalg.norm(y))
    # the cosine of 1300 independent draws and more has a standard deviation under .028; .5 is 18 of them away
    return norms > 0 and float(x @ y) / norms > 0.5
