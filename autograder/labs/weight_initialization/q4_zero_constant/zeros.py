"""Q4: zero initialization."""

import numpy as np

from autograder.labs.weight_initialization.initializers.checks import Given, InitializerChecks
from autograder.labs.weight_initialization.q4_zero_constant.equal_weights import constant_probe, expect_constant
from autograder.verdict.grader import Case, Probe, needs, points


class TestZeros(InitializerChecks):
    function = "zeros"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        return constant_probe("zeros", draw, {})

    @points(0.75)
    @needs("test_form")
    def test_values(self, case: Case[Given]) -> None:
        """Every weight is 0."""
        for step in case.given.kernels:
            expect_constant(case, step, 0.0)
