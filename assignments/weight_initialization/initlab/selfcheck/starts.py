"""First weights for the networks that self-checks make up."""

import math
from collections.abc import Callable

import numpy as np

UNTOUCHED = "The `rng` that is given has drawn nothing. Were the weights drawn from a copy of it, or from another one?"


def equal(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    """Every weight 0.5, so that all units are equal."""
    return np.full(shape, 0.5)


def zeros(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    """Every weight 0."""
    return np.zeros(shape)


def fixed(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    """The same random weights whatever the generator."""
    return np.random.default_rng(sum(shape)).standard_normal(shape)


def scaled(gain: float) -> Callable[[tuple[int, int], np.random.Generator], np.ndarray]:
    """Normal weights of variance gain / fan_in."""
    return lambda shape, rng: math.sqrt(gain / shape[0]) * rng.standard_normal(shape)


def untouched(rng: np.random.Generator, seed: int) -> bool:
    """Whether a generator has given no number since it was made from the seed."""
    return bool(rng.bit_generator.state == np.random.default_rng(seed).bit_generator.state)


def standard_normal(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    """Normal weights of variance 1."""
    return rng.normal(0, 1, shape)
