"""The kernels of a Keras model as Question 8 sees them: which law they follow."""

import math
from collections.abc import Mapping

import numpy as np
from scipy import stats

from autograder.labs.weight_initialization.initializers.laws import LAWS, Kernel, Law
from autograder.labs.weight_initialization.keras_models import KerasModel
from autograder.verdict.statistics.checks import ROUNDING, lowest_maximum
from autograder.verdict.statistics.families import ROOT_3, UNIFORM

# Keras's uniform laws, as the notebook's table states them
ASKED: Mapping[str, Law] = {
    "random": LAWS["random_uniform"],
    "xavier": LAWS["xavier_uniform"],
    "he": LAWS["he_uniform"],
}
SAID = {
    "random": "uniform between -0.05 and 0.05",
    "xavier": "uniform within Xavier's limit",
    "he": "uniform within He's limit",
}
DEFAULT = "Xavier's uniform law, which is also what a Dense layer has by default"


def limit_of(name: str, kernel: np.ndarray) -> float:
    """The largest size of a kernel's weights in the law of this name."""
    return ASKED[name].stated(Kernel(kernel.shape))


def follows(model: KerasModel, name: str) -> bool:
    """Whether all kernels fill the range of this law; for a message only."""
    return all(reaches(kernel, limit_of(name, kernel), 1e-4) for kernel in model.kernels)


def reaches(kernel: np.ndarray, limit: float, alpha: float) -> bool:
    """Whether all weights lie within the limit, and the largest comes as near to it as that many draws do."""
    largest = float(np.abs(kernel).max())
    return lowest_maximum(kernel.size, alpha) * limit <= largest <= limit * (1 + ROUNDING)


def uniform_distance(scaled: np.ndarray) -> float:
    """Kolmogorov's distance of numbers from the uniform law on (-1, 1)."""
    x = np.sort(scaled.astype(float))
    expected = UNIFORM.cdf(x * ROOT_3)  # that family is scaled to standard deviation 1
    steps = np.arange(len(x) + 1) / len(x)
    return float(max(np.max(steps[1:] - expected), np.max(expected - steps[:-1])))


def law_found(weights: np.ndarray) -> str:
    """Which known law a kernel's weights follow; for messages only, hence the wide 1e-4 and 10 %."""
    if not np.any(weights):
        return "all zero"
    kernel, turned = Kernel(weights.shape), Kernel(weights.shape[::-1])
    limits = {
        DEFAULT: LAWS["xavier_uniform"].stated(kernel),
        "He's uniform law": LAWS["he_uniform"].stated(kernel),
        "uniform within ±0.05, Keras's random_uniform": LAWS["random_uniform"].stated(kernel),
        "LeCun's uniform law": ROOT_3 * LAWS["lecun_normal"].std(kernel),
        "He's uniform law with fan_out for fan_in": LAWS["he_uniform"].stated(turned),
    }
    stds = {
        "He's normal law": LAWS["he_normal"].std(kernel),
        "Xavier's normal law": LAWS["xavier_normal"].std(kernel),
        "normal with standard deviation 0.05, Keras's random_normal": LAWS["random_normal"].std(kernel),
    }
    for words, limit in limits.items():
        if reaches(weights, limit, 1e-4):
            return words
    std = float(weights.std())
    heavy = np.abs(weights).max() > 1.9 * std  # a uniform law's largest is 1.73 standard deviations
    near = max(0.1, 4 * math.sqrt(0.5 / weights.size))  # four standard errors of a normal law's, in a small kernel
    for words, known in stds.items():
        if heavy and abs(std / known - 1) < near:
            return words
    if weights.min() == weights.max():
        return f"every weight is {weights.flat[0]:.3g}"
    return f"none that the lab knows, with mean {weights.mean():.2g} and standard deviation {std:.3g}"


def alike(a: np.ndarray, b: np.ndarray) -> bool:
    """Whether two kernels begin with the same weights, up to a factor: draws of one seed on another scale or shape."""
    size = min(a.size, b.size)
    x, y = (kernel.astype(float).ravel()[:size] for kernel in (a, b))
    if np.array_equal(x, y):
        return True
    x, y = x - x.mean(), y - y.mean()
    norms = float(np.linalg.norm(x) * np.linalg.norm(y))
    # the square of the correlation of n independent draws follows Beta(1/2, (n - 2)/2): 1e-11 for each of some 50 pairs
    limit = max(0.5, float(np.sqrt(stats.beta.isf(1e-11, 0.5, (x.size - 2) / 2))))
    return norms > 0 and abs(float(x @ y)) / norms > limit


def units_repeat(kernel: np.ndarray) -> bool:
    """Whether two units (columns) have the same weights up to a factor; of zeros all have."""
    units = kernel / np.maximum(np.linalg.norm(kernel, axis=0), 1e-30)
    units = units * np.where(units[np.abs(units).argmax(axis=0), np.arange(units.shape[1])] < 0, -1, 1)
    return np.unique(np.round(units, 5), axis=1).shape[1] < kernel.shape[1]
