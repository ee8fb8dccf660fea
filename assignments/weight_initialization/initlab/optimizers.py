"""Optimizers with exactly Keras's update rules and defaults, updating one flat array of parameters in
place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

#: Takes the gradient (which it may overwrite) and updates the parameters it was started with, in place.
Step = Callable[[NDArray], None]


class Optimizer(Protocol):
    """A rule for training: `start(parameters)` gives the function that makes one step on exactly these
    parameters.
    """

    def start(self, parameters: NDArray) -> Step: ...


@dataclass(frozen=True)
class SGD:
    """Stochastic gradient descent: w <- w - learning_rate * gradient.

    With momentum: velocity <- momentum * velocity - learning_rate * gradient, and w <- w + velocity.
    """

    learning_rate: float = 0.01
    momentum: float = 0.0

    def __post_init__(self) -> None:
        _check_learning_rate(self.learning_rate)
        _check_fraction("momentum", self.momentum)

    def start(self, parameters: NDArray) -> Step:
        """A step function with its own velocity, for parameters of any shape."""

        def plain(gradient: NDArray) -> None:
            gradient *= self.learning_rate
            np.subtract(parameters, gradient, out=parameters)

        if self.momentum == 0:
            return plain
        velocity = np.zeros_like(parameters)

        def with_momentum(gradient: NDArray) -> None:
            np.multiply(velocity, self.momentum, out=velocity)
            gradient *= self.learning_rate
            np.subtract(velocity, gradient, out=velocity)
            np.add(parameters, velocity, out=parameters)

        return with_momentum


@dataclass(frozen=True)
class Adam:
    """Adam (Kingma & Ba 2015, algorithm 1 in the form before section 2.1, which is the one Keras uses).

    m <- beta_1 m + (1 - beta_1) g,  v <- beta_2 v + (1 - beta_2) g^2, w <- w - learning_rate * sqrt(1 -
    beta_2^t) / (1 - beta_1^t) * m / (sqrt(v) + epsilon)  at step t = 1, 2, ...
    """

    learning_rate: float = 0.001
    beta_1: float = 0.9
    beta_2: float = 0.999
    epsilon: float = 1e-7

    def __post_init__(self) -> None:
        _check_learning_rate(self.learning_rate)
        _check_fraction("beta_1", self.beta_1)
        _check_fraction("beta_2", self.beta_2)

    def start(self, parameters: NDArray) -> Step:
        """A step function with its own moments and step count, for parameters of any shape."""
        first, second = np.zeros_like(parameters), np.zeros_like(parameters)
        steps = 0
        # The buffers hold m / (1 - beta_1) and v / (1 - beta_2): two passes over memory fewer, the same
        # update.
        root = np.sqrt(1 - self.beta_2)
        epsilon = float(self.epsilon / root)

        def step(gradient: NDArray) -> None:
            nonlocal steps
            steps += 1
            correction = np.sqrt(1 - self.beta_2**steps) / (1 - self.beta_1**steps)
            rate = float(self.learning_rate * correction * (1 - self.beta_1) / root)
            np.multiply(first, self.beta_1, out=first)
            np.add(first, gradient, out=first)
            np.multiply(second, self.beta_2, out=second)
            np.multiply(gradient, gradient, out=gradient)
            np.add(second, gradient, out=second)
            np.sqrt(second, out=gradient)
            np.add(gradient, epsilon, out=gradient)
            np.divide(first, gradient, out=gradient)
            np.multiply(gradient, rate, out=gradient)
            np.subtract(parameters, gradient, out=parameters)

        return step


def _check_learning_rate(learning_rate: float) -> None:
    if not 0 <= learning_rate < np.inf:
        raise ValueError(f"learning_rate must be a number that is not negative, got {learning_rate!r}")


def _check_fraction(name: str, value: float) -> None:
    if not 0 <= value < 1:
        raise ValueError(f"{name} must be at least 0 and below 1, got {value!r}")
