"""The right formulas, for ways to draw and for answers whose point is something else."""

import math
from collections.abc import Callable

import numpy as np


def fans(shape: tuple[int, ...]) -> tuple[int, int]:
    """(fan_in, fan_out)."""
    receptive_field = math.prod(shape[:-2])
    return receptive_field * shape[-2], receptive_field * shape[-1]


NORMAL_STDS: dict[str, Callable[..., float]] = {
    "random_normal": lambda shape, std=0.05: std,
    "xavier_normal": lambda shape: math.sqrt(2 / sum(fans(shape))),
    "he_normal": lambda shape, negative_slope=0.0: math.sqrt(2 / (1 + negative_slope**2) / fans(shape)[0]),
    "lecun_normal": lambda shape: math.sqrt(1 / fans(shape)[0]),
}
UNIFORM_LIMITS: dict[str, Callable[..., float]] = {
    "random_uniform": lambda shape, limit=0.05: limit,
    "xavier_uniform": lambda shape: math.sqrt(6 / sum(fans(shape))),
    "he_uniform": lambda shape, negative_slope=0.0: math.sqrt(6 / (1 + negative_slope**2) / fans(shape)[0]),
}


def variance_scaling(shape, rng, scale, mode, distribution):
    """Weights as Keras's initializer of this name draws them."""
    fan_in, fan_out = fans(shape)
    n = {"fan_in": fan_in, "fan_out": fan_out, "fan_avg": (fan_in + fan_out) / 2}[mode]
    if distribution == "uniform":
        limit = np.sqrt(3 * scale / n)
        return rng.uniform(-limit, limit, size=shape)
    return rng.normal(0.0, np.sqrt(scale / n), size=shape)
