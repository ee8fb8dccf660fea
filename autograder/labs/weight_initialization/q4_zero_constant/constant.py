"""Q4: constant initialization."""

import numpy as np

from autograder.labs.weight_initialization.initializers.checks import InitializerChecks, known
from autograder.labs.weight_initialization.q4_zero_constant.equal_weights import (
    WHOLE,
    GivenTwice,
    constant_probe,
    expect_constant,
    expect_new,
)
from autograder.verdict.grader import Case, Probe, needs, points


class TestConstant(InitializerChecks):
    function = "constant"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        high, low = (
            float(size) for size in draw.uniform(1.1, 3, 2) * 10.0 ** draw.integers(1, 6, 2)
        )  # every digit counts
        asked = {"asked": high, "asked conv": -1 / low, "asked zero": 0.0}
        asked |= {"asked fraction": 1 / high, "asked negative": -low}
        return constant_probe("constant", draw, asked, whole=int(draw.integers(2, 9) * 10_001))

    @points(0.5)
    @needs("test_form")
    def test_default(self, case: Case[GivenTwice]) -> None:
        """Without a value, every weight is 0.5."""
        for step in ("dense", "conv"):
            expect_constant(case, step, 0.5)

    @points(0.75)
    @needs("test_form")
    def test_value(self, case: Case[GivenTwice]) -> None:
        """With a value, every weight is that value, be it positive, negative or 0."""
        for step in ("asked", "asked conv", "asked fraction", "asked negative"):
            if np.all(case.array(step) == 0.5):
                raise known(case, "argument ignored")
            expect_constant(case, step, case.given.kernels[step].arguments["value"])
        if np.all(case.array("asked zero") == 0.5):
            raise known(case, "zero taken for nothing")
        expect_constant(case, "asked zero", 0.0)

    @points(0.25)
    @needs("test_value")
    def test_whole(self, case: Case[GivenTwice]) -> None:
        """Weights are floating point numbers also where the value is a whole number."""
        weights = case.array(WHOLE)
        if weights.dtype.kind != "f":
            raise known(case, "integers", "It was asked for a value that is a whole number.")
        expect_constant(case, WHOLE, case.given.whole)

    @points(0.25)
    @needs("test_form")
    def test_new(self, case: Case[GivenTwice]) -> None:
        """Every call returns a new array: what is written into one does not show in another."""
        expect_new(case)
