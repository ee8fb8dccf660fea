"""What zeros and constant are asked, and what is expected of them."""

import numpy as np

from autograder.labs.weight_initialization.catalogue import tells
from autograder.labs.weight_initialization.initializers.checks import ask, known
from autograder.labs.weight_initialization.initializers.laws import Kernel
from autograder.sandbox.probes import Rng
from autograder.verdict.grader import Case, Probe, Wrong


def constant_probe(function: str, draw: np.random.Generator, arguments: dict[str, dict[str, float]]) -> Probe:
    """A dense kernel and a convolution's; `arguments` says which gets which."""
    dense = (int(draw.integers(30, 60)), int(draw.integers(70, 110)))
    convolution = (3, 5, int(draw.integers(6, 12)), int(draw.integers(14, 22)))
    shapes = {"dense": dense, "conv": convolution, "asked": dense[::-1], "asked conv": convolution}
    kernels = {name: Kernel(shapes[name], given) for name, given in arguments.items()}
    steps = {"generator": Rng(int(draw.integers(2**31)))}
    return Probe(steps | {name: ask(function, k, "generator") for name, k in kernels.items()}, {"kernels": kernels})


def expect_constant(case: Case, step: str, value: float, key: str) -> None:
    """Raises `Wrong` unless every weight is `value`, to the last bit of float32."""
    array = case.array(step)
    wrong = np.abs(array - value) > 1e-6 * abs(value)
    if np.any(wrong):
        if array.min() < array.max() and key == "other constant":
            raise known(case, "random constant")
        first = float(array[wrong].ravel()[0])
        raise Wrong(f"{case.function}: {tells(key)} One of them is {first:.4g}; expected {value:g}.", key)
