"""What zeros and constant are asked, and what is expected of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.labs.weight_initialization.asking import inside
from autograder.labs.weight_initialization.initializers.checks import Given, known
from autograder.labs.weight_initialization.initializers.laws import Kernel
from autograder.labs.weight_initialization.inside.arguments import WRITTEN_OVER
from autograder.sandbox.probes import Expression, Ref, Rng, call
from autograder.verdict.grader import Case, Probe

WHOLE = "asked whole"  # the step that asks for a whole number
AGAIN, OVERWRITTEN, LATER = "again", "overwritten", "later"


@dataclass(frozen=True)
class GivenTwice(Given):
    """Kernels by the step that asks for them, and those that are asked for again, the first written over."""

    twice: Sequence[str]
    whole: int = 0  # the whole number that WHOLE asks for, if it is asked


def constant_probe(
    function: str, draw: np.random.Generator, asked: Mapping[str, float], whole: int | None = None
) -> Probe:
    """A dense kernel and a convolution's without further arguments, and those `asked` for with a value.

    All are asked for again. By then the first answer has been read, and somebody has written into it, as training does.
    """
    dense = (int(draw.integers(30, 60)), int(draw.integers(70, 110)))
    convolution = (3, 5, int(draw.integers(6, 12)), int(draw.integers(14, 22)))
    kernels = {"dense": Kernel(dense), "conv": Kernel(convolution)}
    for i, (name, value) in enumerate(asked.items()):
        kernels[name] = Kernel((dense[::-1], convolution)[i % 2], {"value": value})
    steps: dict[str, Expression] = {"generator": Rng(int(draw.integers(2**31)))}
    steps |= {name: call(function, k.shape, Ref("generator"), **k.arguments) for name, k in kernels.items()}
    if whole is not None:
        steps[WHOLE] = call(function, dense, Ref("generator"), value=whole)
    for name in kernels:
        steps[f"{name} {OVERWRITTEN}"] = inside("written_over", Ref(name))
    for name, k in kernels.items():
        steps[f"{name} {AGAIN}"] = call(function, k.shape, Ref("generator"), **k.arguments)
    for name in kernels:
        steps[f"{name} {LATER}"] = inside("as_it_is", Ref(name))
    return Probe(steps, GivenTwice(kernels, tuple(kernels), whole or 0))


def expect_constant(case: Case[Any], step: str, value: float) -> None:
    """Raises `Wrong` unless every weight is `value`, to the last bit of float32."""
    array = case.array(step)
    wrong = np.abs(array - value) > 1e-6 * abs(value)
    if not np.any(wrong):
        return
    if value != 0 and array.min() < array.max():
        raise known(case, "random constant")
    detail = f"One of them is {float(array[wrong].ravel()[0]):.4g}; expected {value:g}."
    raise known(case, "not zero" if value == 0 else "other constant", detail)


def expect_new(case: Case[GivenTwice]) -> None:
    """Raises `Wrong` if what is written into one answer shows in another."""
    for name in case.given.twice:
        if np.any(case.array(f"{name} {AGAIN}") == WRITTEN_OVER):
            raise known(case, "kept array")
        if not np.array_equal(case.array(f"{name} {OVERWRITTEN}"), case.array(f"{name} {LATER}"), equal_nan=True):
            raise known(case, "shared buffer")
