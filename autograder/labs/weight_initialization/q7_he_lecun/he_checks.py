"""What both of He's initializers are checked for beyond what all are: the slope of a leaky ReLU."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from autograder.labs.weight_initialization.initializers import checks
from autograder.labs.weight_initialization.initializers.formulas import SLOPE_FORMULAS, Formula
from autograder.labs.weight_initialization.initializers.identifiability import draw_leaky_kernels
from autograder.labs.weight_initialization.initializers.laws import Kernel, Law
from autograder.labs.weight_initialization.initializers.weights import Weights, check_spread
from autograder.sandbox.probes import Rng
from autograder.verdict.grader import Case, Probe, needs, points


@dataclass(frozen=True, kw_only=True)
class Given(checks.Given):
    """As for every random initializer, and kernels with a slope."""

    leaky: Mapping[str, Kernel]


class HeChecks(checks.RandomInitializerChecks):
    """A random initializer that takes the slope of the leaky ReLU it feeds: one more point."""

    @classmethod
    def probe(cls, draw: np.random.Generator) -> Probe:  # type: ignore[override]
        """As for every random initializer, and two kernels with a slope."""
        usual = super().probe(draw)
        leaky = draw_leaky_kernels(draw)
        steps = {"leaky generator": Rng(int(draw.integers(2**31)))}
        steps |= {name: checks.ask(cls.function, kernel, "leaky generator") for name, kernel in leaky.items()}
        return Probe({**usual.steps, **steps}, Given(**vars(usual.given), leaky=leaky))

    @points(1)
    @needs("test_scale")
    def test_negative_slope(self, case: Case[Given]) -> None:
        """A leaky ReLU's negative_slope makes the weights smaller, as the formula says."""
        leaky = case.given.leaky.items()
        drawn = [Weights(kernel, checks.kernel_of(case, step, kernel.shape)) for step, kernel in leaky]
        check_spread(self.law, [with_slope(formula, self.law) for formula in SLOPE_FORMULAS], drawn)


def with_slope(formula: Formula, law: Law) -> Formula:
    """The wrong use of a slope as a scale: its factor times the law's std without one."""
    text = f"{formula.text} in place of 1 + s², s being the slope"
    return replace(formula, text=text, std=lambda k: formula.std(k) * law.std(Kernel(k.shape)))
