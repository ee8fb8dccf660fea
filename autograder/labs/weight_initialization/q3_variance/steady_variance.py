"""Q3: the variance that keeps the strength of a signal."""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from autograder.labs.weight_initialization.q3_variance.predicted_second_moments import KEPT
from autograder.sandbox.probes import call
from autograder.verdict import values
from autograder.verdict.grader import Case, Grader, Probe, points
from autograder.verdict.mistakes import Mistake, expect


@dataclass(frozen=True)
class Given:
    """The numbers of inputs asked about, for each activation function."""

    fans: Mapping[str, list[int]]


DECIMALS = range(2, 11)  # that one may round to; more are not told from none: a variance of 1e-5 has six digits then


def shows_rounding(fan_in: int) -> bool:
    """Whether rounding to any number of decimals changes its variances by more than what numbers are compared to."""
    variances = (1 / fan_in, 2 / fan_in)
    return all(abs(round(v, decimals) - v) > 2e-6 * v for v in variances for decimals in DECIMALS)


class TestSteadyVariance(Grader):
    notebook, function = "part1_understanding", "steady_variance"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """For each activation function two usual numbers of inputs, a very large one and 1."""
        drawn = [int(n) for n in draw.permutation(np.arange(11, 700))[:4]]
        large = list(
            itertools.islice(filter(shows_rounding, map(int, draw.permutation(np.arange(50_000, 100_000)))), 2)
        )
        fans = {"linear": [*drawn[:2], large[0], 1], "relu": [*drawn[2:], large[1], 1]}
        steps = {f"{kind} {i}": call("steady_variance", n, kind) for kind in fans for i, n in enumerate(fans[kind])}
        return Probe(steps, Given(fans))

    @points(1)
    def test_linear(self, case: Case[Given]) -> None:
        """A linear layer's: it balances the sum over fan_in inputs."""
        compare(case, "linear")

    @points(1)
    def test_relu(self, case: Case[Given]) -> None:
        """A ReLU layer's: it also makes up for the half that ReLU takes away."""
        compare(case, "relu")


def compare(case: Case[Given], kind: str) -> None:
    """Raises `Wrong`, naming the mistake, at the first variance that differs."""
    for i, n in enumerate(case.given.fans[kind]):
        found, v = values.number(case.value(f"{kind} {i}"), "The variance"), 1 / (KEPT[kind] * n)
        about = (
            f"For fan_in {n}, {kind}: it gives {found:.4g}, "
            f"with which a signal of q = 1 leaves the layer with q = {KEPT[kind] * n * found:.3g}."
        )
        expect(found, v, about, mistakes(n, v), otherwise="wrong variance", absolute=0.0)


def mistakes(n: int, v: float) -> Iterator[Mistake]:
    """What the variance for n inputs, v, is under each known mistake."""
    yield Mistake("root of the variance", "That is the standard deviation, the variance's root.", np.sqrt(v))
    yield Mistake("ReLU's half missing", "That is a linear layer's: ReLU takes half of the second moment away.", 1 / n)
    again = "It should make up for what ReLU takes away, not take as much again."
    yield Mistake("ReLU's half inverted", again, 1 / (2 * n))
    yield Mistake("ReLU's half for linear", "That is ReLU's; a linear layer takes nothing away.", 2 / n)
    yield Mistake("quarter, not half", "ReLU takes a half away, not three quarters.", 4 / n)
    inverse = "That is the inverse: with more inputs, the weights must be smaller."
    yield Mistake("inverted scale", inverse, 1 / v)
    yield Mistake("inverted scale", "That is no variance, but fan_in itself.", n)
    for decimals in DECIMALS[2:]:
        yield Mistake("rounded to decimals", "It is rounded: for many inputs no digit is left.", round(v, decimals))
    threefold = "That is 3 times (or the root of 3 times) the variance: a uniform law's limit."
    yield Mistake("uniform limit", threefold, 3 * v)
    yield Mistake("uniform limit", "That is a uniform law's limit; its variance was asked for.", np.sqrt(3 * v))
