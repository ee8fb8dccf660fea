"""What both of He's initializers are checked for beyond what all are: the slope of a leaky ReLU."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from autograder.labs.weight_initialization.initializers import checks
from autograder.labs.weight_initialization.initializers.formulas import SLOPE_FORMULAS, Formula
from autograder.labs.weight_initialization.initializers.identifiability import draw_large_leaky, draw_small_leaky
from autograder.labs.weight_initialization.initializers.laws import Kernel, Law
from autograder.labs.weight_initialization.initializers.own_fans import follow
from autograder.labs.weight_initialization.initializers.probing import plan
from autograder.labs.weight_initialization.initializers.spread import check_spread
from autograder.labs.weight_initialization.initializers.weights import Drawn, Weights
from autograder.verdict.grader import Case, Probe, needs, points
from autograder.verdict.statistics.samples import groups_of, one_by_one


@dataclass(frozen=True, kw_only=True)
class Given(checks.GivenPlan):
    """As for every random initializer, and kernels with a slope, the first of them large."""

    leaky: Mapping[str, Kernel]
    large: int

    @property
    def asked(self) -> tuple[Kernel, ...]:
        """Every kernel of the probe, those with a slope too."""
        return (*super().asked, *self.leaky.values())

    def with_kernels(self, change: Callable[[Kernel], Kernel]) -> Self:
        """The same with every kernel changed."""
        return replace(super().with_kernels(change), leaky=checks.changed(self.leaky, change))


class HeChecks(checks.RandomInitializerChecks):
    """A random initializer that takes the slope of the leaky ReLU it feeds: one more point."""

    @classmethod
    def probe(cls, draw: np.random.Generator) -> Probe:  # type: ignore[override]
        """As for every random initializer, and kernels with a slope among them."""
        large = draw_large_leaky(draw)
        leaky = large | draw_small_leaky(draw)
        steps, planned = plan(cls.function, draw, leaky)
        return Probe(steps, Given(kernels=planned.kernels, plan=planned, leaky=leaky, large=len(large)))

    @points(1)
    @needs("test_scale")
    def test_negative_slope(self, case: Case[Given]) -> None:
        """A leaky ReLU's negative_slope makes the weights smaller, as the formula says."""
        follow(case, self._uses_the_slope)

    def _uses_the_slope(self, case: Case[Given]) -> None:
        leaky, large = case.given.leaky.items(), tuple(range(case.given.large))
        weights = tuple(Weights(k, checks.kernel_of(case, self.answer(case, name), k.shape)) for name, k in leaky)
        small = range(len(large), len(weights))
        separate = checks.sample(case, self.law).separate
        groups = groups_of(len(weights), [large, small], large) if separate else one_by_one(len(weights))
        wrong = [with_slope(formula, self.law) for formula in SLOPE_FORMULAS]
        check_spread(wrong, Drawn(self.law, weights, groups, large))


def with_slope(formula: Formula, law: Law) -> Formula:
    """The wrong use of a slope as a scale: its factor times the law's std without one."""
    text = f"{formula.text} in place of 1 + s², s being the slope"
    return replace(formula, text=text, std=lambda k: formula.std(k) * law.std(replace(k, arguments={})))
