"""What both of He's initializers are checked for beyond what all are: the slope of a leaky ReLU."""

from dataclasses import replace

import numpy as np

from autograder.labs.weight_initialization.initializers.checks import (
    RandomInitializerChecks,
    Weights,
    ask,
    check_spread,
    kernel_of,
)
from autograder.labs.weight_initialization.initializers.formulas import SLOPE_FORMULAS, Formula
from autograder.labs.weight_initialization.initializers.identifiability import draw_leaky_kernels
from autograder.labs.weight_initialization.initializers.laws import Kernel, Law
from autograder.sandbox.probes import Rng
from autograder.verdict.grader import Case, Probe, needs, points


class HeChecks(RandomInitializerChecks):
    """A random initializer that takes the slope of the leaky ReLU it feeds: one more point."""

    @classmethod
    def probe(cls, draw: np.random.Generator) -> Probe:  # type: ignore[override]
        """As for every random initializer, and two kernels with a slope."""
        usual = super().probe(draw)
        leaky = draw_leaky_kernels(draw)
        steps = {"leaky generator": Rng(int(draw.integers(2**31)))}
        steps |= {name: ask(cls.function, kernel, "leaky generator") for name, kernel in leaky.items()}
        return Probe(dict(usual.steps) | steps, dict(usual.given) | {"leaky": leaky})

    @points(1)
    @needs("test_scale")
    def test_negative_slope(self, case: Case) -> None:
        """A leaky ReLU's negative_slope makes the weights smaller, as the formula says."""
        leaky: dict[str, Kernel] = case.given["leaky"]
        drawn = [Weights(kernel, kernel_of(case, step, kernel.shape)) for step, kernel in leaky.items()]
        check_spread(self.law, slope_formulas(self.law), drawn)


def slope_formulas(law: Law) -> tuple[Formula, ...]:
    """What the weights' std is under each wrong use of the slope."""

    def applied(formula: Formula) -> Formula:
        text = f"{formula.text} in place of 1 + s², s being the slope"
        return replace(formula, text=text, std=lambda k: formula.std(k) * law.std(Kernel(k.shape)))

    return tuple(map(applied, SLOPE_FORMULAS))
