"""Q2, the first instrument: saturated and dead units."""

import initlab
import numpy as np

from autograder.sandbox.probes import call
from autograder.verdict import values
from autograder.verdict.grader import Case, Grader, Probe, Wrong, points

NOTEBOOK = "part1_understanding"


def saturated(activations: np.ndarray, kind: str) -> float:
    """The fraction of flat values (tanh, sigmoid), or of units that are 0 for every sample (relu)."""
    if kind == "relu":
        return float(np.mean(np.all(activations == 0, axis=0)))
    low = -0.99 if kind == "tanh" else 0.01
    return float(np.mean((activations > 0.99) | (activations < low)))


class TestSaturatedFraction(Grader):
    notebook, function = NOTEBOOK, "saturated_fraction"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """Tables whose mistakes all give different fractions; no value is within 0.002 of a limit."""
        tables = {}
        for kind, low, high in (("tanh", -0.98, 0.98), ("sigmoid", 0.02, 0.98)):
            samples, units = int(draw.integers(11, 16)), int(draw.integers(5, 9))
            table = draw.uniform(low, high, samples * units)
            above, below = int(draw.integers(4, 8)), int(draw.integers(12, 17))
            table[:above] = draw.uniform(0.992, 0.999, above)
            table[above : above + below] = (
                draw.uniform(0.001, 0.008, below) if kind == "sigmoid" else draw.uniform(-0.999, -0.992, below)
            )
            tables[kind] = draw.permutation(table).reshape(samples, units)
        samples, units = int(draw.integers(12, 18)), int(draw.integers(7, 10))
        relu = np.maximum(draw.standard_normal((samples, units)), 0)
        relu[0], relu[1] = (
            np.abs(draw.standard_normal(units)) + 0.1,
            0.0,
        )  # no unit dead, one sample without any
        relu[:, draw.permutation(units)[: int(draw.integers(2, 4))]] = 0.0
        tables["relu"] = relu
        return Probe(
            {kind: call("saturated_fraction", table, kind) for kind, table in tables.items()},
            {"tables": tables},
        )

    def compare(self, case: Case, kind: str) -> None:
        """Raises `Wrong`, naming the mistake, if the fraction differs."""
        a = case.given["tables"][kind]
        found, expected = values.number(case.value(kind), "The fraction"), saturated(a, kind)
        if values.agree(found, expected):
            return
        about = f'For "{kind}" it gives {found:.4g}; expected {expected:.4g}. '
        never = float("nan")
        mistakes = (
            ("percent", "It should be a fraction from 0 to 1, not per cent.", 100 * expected),
            (
                "count",
                "It should be a fraction, not a number of values or units.",
                expected * (a.size if kind != "relu" else a.shape[1]),
            ),
            ("complement", "That is the fraction of the others.", 1 - expected),
            (
                "upper side only",
                "Only the upper side is counted; the function is flat on both sides.",
                np.mean(a > 0.99) if kind != "relu" else never,
            ),
            (
                "lower side only",
                "Only the lower side is counted; the function is flat on both sides.",
                np.mean(a < (0.01 if kind == "sigmoid" else -0.99)) if kind != "relu" else never,
            ),
            (
                "pre-activations",
                "It applies the function again: the table holds activations already.",
                _applied_again(a, kind),
            ),
            (
                "another kind's rule",
                "That is the rule of sigmoid.",
                saturated(a, "sigmoid") if kind == "tanh" else never,
            ),
            (
                "zeros, not dead units",
                "That is the fraction of values that are 0; a unit is dead if it is 0 for every sample.",
                np.mean(a == 0),
            ),
            (
                "samples, not units",
                "That is the fraction of samples (rows), not of units (columns).",
                np.mean(np.all(a == 0, axis=1)),
            ),
            (
                "any, not all",
                "That counts units that are 0 for some sample; a dead unit is 0 for all.",
                np.mean(np.any(a == 0, axis=0)),
            ),
            (
                "units, not values",
                "That counts units, not values.",
                np.mean(np.any(np.abs(a) > 0.99, axis=0)),
            ),
            ("another limit", "The limit seems to be another one than 0.99.", _other_limit(a, kind, found)),
        )
        for key, words, value in mistakes:
            if values.agree(found, value):
                raise Wrong(about + words, key)
        raise Wrong(about, "wrong fraction")

    @points(0.5)
    def test_tanh(self, case: Case) -> None:
        """tanh: values above 0.99 and below -0.99."""
        self.compare(case, "tanh")

    @points(0.5)
    def test_sigmoid(self, case: Case) -> None:
        """Sigmoid: values above 0.99 and below 0.01."""
        self.compare(case, "sigmoid")

    @points(1)
    def test_relu(self, case: Case) -> None:
        """ReLU: units that are 0 for every sample."""
        self.compare(case, "relu")


def _applied_again(a: np.ndarray, kind: str) -> float:
    return saturated(initlab.activation(kind)(a), kind)


def _other_limit(a: np.ndarray, kind: str, found: float) -> float:
    """The answer itself, if one of the limits people like to take gives it."""
    for limit in (0.9, 0.95, 0.999, 1.0):
        low = -limit if kind == "tanh" else 1 - limit
        if kind != "relu" and values.agree(found, np.mean((a > limit) | (a < low))):
            return found
    return float("nan")
