"""Question 4: zero and constant initialization."""

import numpy as np

from autograder.grader import Case, Probe, Wrong, needs, points
from autograder.graders.initializer_checks import InitializerChecks, ask, known
from autograder.misconceptions import tells
from autograder.sandbox.probes import Rng
from autograder.statistics.laws import Kernel


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


class TestZeros(InitializerChecks):
    function = "zeros"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        return constant_probe("zeros", draw, {"dense": {}, "conv": {}})

    @points(0.75)
    @needs("test_form")
    def test_values(self, case: Case) -> None:
        """Every weight is 0."""
        for step in case.given["kernels"]:
            expect_constant(case, step, 0.0, "not zero")


class TestConstant(InitializerChecks):
    function = "constant"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        values = [float(sign * round(size, 3)) for sign, size in zip((1, -1), draw.uniform(1.1, 3, 2), strict=True)]
        asked = {"asked": {"value": values[0]}, "asked conv": {"value": values[1]}}
        return constant_probe("constant", draw, {"dense": {}, "conv": {}} | asked)

    @points(0.75)
    @needs("test_form")
    def test_default(self, case: Case) -> None:
        """Without a value, every weight is 0.5."""
        for step in ("dense", "conv"):
            expect_constant(case, step, 0.5, "other constant")

    @points(1)
    @needs("test_form")
    def test_value(self, case: Case) -> None:
        """With a value, every weight is that value."""
        for step in ("asked", "asked conv"):
            if np.all(case.array(step) == 0.5):
                raise known(case, "argument ignored")
            expect_constant(case, step, case.given["kernels"][step].arguments["value"], "other constant")
