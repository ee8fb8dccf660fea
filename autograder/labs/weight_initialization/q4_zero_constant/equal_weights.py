"""What zeros and constant are asked, and what is expected of them."""

from collections.abc import Mapping

import numpy as np

from autograder.labs.weight_initialization.initializers.checks import Given, known
from autograder.labs.weight_initialization.initializers.laws import Kernel
from autograder.sandbox.probes import Expression, Ref, Rng, call
from autograder.verdict.grader import Case, Probe

WHOLE = "asked whole"  # the step that asks for a whole number


def constant_probe(
    function: str, draw: np.random.Generator, asked: Mapping[str, float], whole: int | None = None
) -> Probe:
    """A dense kernel and a convolution's without further arguments, and those `asked` for with a value."""
    dense = (int(draw.integers(30, 60)), int(draw.integers(70, 110)))
    convolution = (3, 5, int(draw.integers(6, 12)), int(draw.integers(14, 22)))
    shapes = {"asked": dense[::-1], "asked conv": convolution}
    kernels = {"dense": Kernel(dense), "conv": Kernel(convolution)}
    kernels |= {name: Kernel(shapes[name], {"value": value}) for name, value in asked.items()}
    steps: dict[str, Expression] = {"generator": Rng(int(draw.integers(2**31)))}
    steps |= {name: call(function, k.shape, Ref("generator"), **k.arguments) for name, k in kernels.items()}
    if whole is not None:
        steps[WHOLE] = call(function, dense, Ref("generator"), value=whole)
    return Probe(steps, Given(kernels))


def expect_constant(case: Case[Given], step: str, value: float) -> None:
    """Raises `Wrong` unless every weight is `value`, to the last bit of float32."""
    array = case.array(step)
    wrong = np.abs(array - value) > 1e-6 * abs(value)
    if not np.any(wrong):
        return
    if value != 0 and array.min() < array.max():
        raise known(case, "random constant")
    detail = f"One of them is {float(array[wrong].ravel()[0]):.4g}; expected {value:g}."
    raise known(case, "not zero" if value == 0 else "other constant", detail)
