"""Q3: the variance that keeps the strength of a signal."""

import numpy as np

from autograder.labs.weight_initialization.q3_variance.predicted_second_moments import KEPT
from autograder.sandbox.probes import call
from autograder.verdict import values
from autograder.verdict.grader import Case, Grader, Probe, Wrong, points

NOTEBOOK = "part1_understanding"


class TestSteadyVariance(Grader):
    notebook, function = NOTEBOOK, "steady_variance"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """Two numbers of inputs for each activation function."""
        fans = [int(n) for n in draw.permutation(np.arange(11, 700))[:4]]
        asked = {"linear": [(n, "linear") for n in fans[:2]], "relu": [(n, "relu") for n in fans[2:]]}
        steps = {f"{kind} {i}": call("steady_variance", *args) for kind in asked for i, args in enumerate(asked[kind])}
        return Probe(steps, {"asked": asked})

    def compare(self, case: Case, kind: str) -> None:
        """Raises `Wrong`, naming the mistake, at the first variance that differs."""
        for i, (n, _) in enumerate(case.given["asked"][kind]):
            found, v = values.number(case.value(f"{kind} {i}"), "The variance"), 1 / (KEPT[kind] * n)
            if values.agree(found, v, absolute=0.0):
                continue
            mistakes = (
                ("variance as std", "That is the standard deviation, the variance's root.", np.sqrt(v)),
                (
                    "factor 1/2 missing",
                    "That is a linear layer's: ReLU takes half of the second moment away.",
                    1 / n,
                ),
                (
                    "factor 1/2 inverted",
                    "It should make up for what ReLU takes away, not take as much again.",
                    1 / (2 * n),
                ),
                ("factor 1/2 for linear", "That is ReLU's; a linear layer takes nothing away.", 2 / n),
                ("factor 4", "ReLU takes a half away, not three quarters.", 4 / n),
                ("inverted", "That is the inverse: with more inputs, the weights must be smaller.", 1 / v),
                ("inverted", "That is no variance, but fan_in itself.", float(n)),
                (
                    "uniform limit",
                    "That is 3 times (or the root of 3 times) the variance: a uniform law's limit.",
                    3 * v,
                ),
                (
                    "uniform limit",
                    "That is a uniform law's limit; its variance was asked for.",
                    np.sqrt(3 * v),
                ),
            )
            about = (
                f"For fan_in {n}, {kind}: it gives {found:.4g}, with which a signal of q = 1 leaves the layer"
                f" with q = {KEPT[kind] * n * found:.3g}. "
            )
            for key, words, value in mistakes:
                if values.agree(found, value, absolute=0.0):
                    raise Wrong(about + words, key)
            raise Wrong(about, "wrong variance")

    @points(1)
    def test_linear(self, case: Case) -> None:
        """A linear layer's: it balances the sum over fan_in inputs."""
        self.compare(case, "linear")

    @points(1)
    def test_relu(self, case: Case) -> None:
        """A ReLU layer's: it also makes up for the half that ReLU takes away."""
        self.compare(case, "relu")
