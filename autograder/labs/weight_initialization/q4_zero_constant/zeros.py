"""Q4: zero initialization."""

import numpy as np

from autograder.labs.weight_initialization.initializers.checks import InitializerChecks
from autograder.labs.weight_initialization.q4_zero_constant.equal_weights import (
    GivenTwice,
    constant_probe,
    expect_constant,
    expect_new,
)
from autograder.verdict.grader import Case, Probe, needs, points


class TestZeros(InitializerChecks):
    function = "zeros"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        return constant_probe("zeros", draw, {})

    @points(0.5)
    @needs("test_form")
    def test_values(self, case: Case[GivenTwice]) -> None:
        """Every weight is 0."""
        for step in case.given.kernels:
            expect_constant(case, step, 0.0)

    @points(0.25)
    @needs("test_form")
    def test_new(self, case: Case[GivenTwice]) -> None:
        """Every call returns a new array: what is written into one does not show in another."""
        expect_new(case)
