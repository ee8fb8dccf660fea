"""Q4: constant initialization."""

import numpy as np

from autograder.labs.weight_initialization.initializers.checks import InitializerChecks, known
from autograder.labs.weight_initialization.q4_zero_constant.equal_weights import constant_probe, expect_constant
from autograder.verdict.grader import Case, Probe, needs, points


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
