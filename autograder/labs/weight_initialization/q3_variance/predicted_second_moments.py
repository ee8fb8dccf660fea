"""Q3: the strength of a signal from layer to layer, predicted."""

from itertools import accumulate

import numpy as np

from autograder.sandbox.probes import call
from autograder.verdict import values
from autograder.verdict.grader import Case, Grader, Probe, Wrong, points

NOTEBOOK = "part1_understanding"
KEPT = {
    "linear": 1.0,
    "relu": 0.5,
}  # the part of E z² that is left of it after the activation (He et al. 2015, sec. 2.2)


def second_moments(factors: np.ndarray) -> np.ndarray:
    """The running product of what each layer multiplies the second moment by."""
    return np.array(list(accumulate(factors, lambda q, factor: q * factor)))


class TestPredictedSecondMoments(Grader):
    notebook, function = NOTEBOOK, "predicted_second_moments"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """Layers of all different widths for both functions, and equal ones with just the right variance."""
        widths = tuple(int(n) for n in draw.permutation(np.arange(3, 40) * 10)[:6])
        variance = float(np.round(draw.uniform(0.002, 0.02), 4))
        width, depth = int(draw.integers(30, 200)), int(draw.integers(8, 13))
        square = (width,) * (depth + 1)
        asked = {
            "linear": (widths, variance, "linear"),
            "relu": (widths, variance, "relu"),
            "steady linear": (square, 1 / width, "linear"),
            "steady relu": (square, 2 / width, "relu"),
        }
        steps = {name: call("predicted_second_moments", *args) for name, args in asked.items()}
        return Probe(steps, {"asked": asked})

    def compare(self, case: Case, step: str) -> None:
        """Raises `Wrong`, naming the mistake, if the moments differ."""
        widths, v, kind = case.given["asked"][step]
        ins, outs = np.array(widths[:-1], float), np.array(widths[1:], float)
        kept = KEPT[kind]
        expected = second_moments(kept * v * ins)
        found = values.numbers(case.value(step), "predicted_second_moments")
        if values.agree(found, np.concatenate([[1.0], expected])):
            raise Wrong(
                "The answer begins with the input's own 1; it should begin after the first layer.",
                "input included",
            )
        if values.agree(found, expected[-1]) or values.agree(found, expected[-1:]):
            raise Wrong("That is the last layer's number only; one for each layer was asked for.", "last layer only")
        found = values.array_of(found, expected.shape, "predicted_second_moments", "one number after each layer")
        if values.agree(found, expected, absolute=0.0):
            return
        square = len(set(widths)) == 1
        mistakes = (
            ("factor 1/2 missing", "The half that ReLU takes away is missing.", second_moments(v * ins)),
            (
                "factor 1/2 once",
                "ReLU halves the second moment in every layer, not once.",
                kept * second_moments(v * ins),
            ),
            (
                "factor 1/2 late",
                "ReLU halves the second moment after the first layer too.",
                second_moments(v * ins) * kept ** np.arange(len(ins)),
            ),
            (
                "factor 1/2 for linear",
                "A linear layer keeps all of the second moment; the half is ReLU's.",
                second_moments(v * ins / 2),
            ),
            (
                "factor 1/4",
                "ReLU leaves a half of the second moment, not a quarter.",
                second_moments(v * ins / 4),
            ),
            (
                "fan_out",
                "It multiplies by the number of units (fan_out); a unit adds up fan_in products.",
                second_moments(kept * v * outs),
            ),
            (
                "mean of fans",
                "It multiplies by the mean of fan_in and fan_out; a unit adds up fan_in products.",
                second_moments(kept * v * (ins + outs) / 2),
            ),
            (
                "variance as std",
                "It squares the weight variance; v is the variance already.",
                second_moments(kept * v**2 * ins),
            ),
            (
                "std as variance",
                "It uses the root of the weight variance.",
                second_moments(kept * np.sqrt(v) * ins),
            ),
            (
                "not multiplied up",
                "These are the factors of each layer alone; each layer starts from the one before it.",
                kept * v * ins,
            ),
            ("root", "These are the roots of the second moments.", np.sqrt(expected)),
            (
                "first width for all",
                "It uses the first layer's fan_in for every layer.",
                second_moments(np.full(len(ins), kept * v * ins[0])),
            ),
            ("fan left out", "fan_in is missing.", second_moments(np.full(len(ins), kept * v))),
        )
        about = (
            f"For widths {widths}, weight variance {v:.4g}, {kind}: it gives {_shown(found)}; expected"
            f" {_shown(expected)}. "
        )
        for key, words, value in mistakes:
            if values.agree(found, value, absolute=0.0) and not (square and key == "first width for all"):
                raise Wrong(about + words, key)
        raise Wrong(about, "wrong moment")

    @points(1)
    def test_linear(self, case: Case) -> None:
        """Linear layers multiply the second moment by fan_in times the weight variance."""
        self.compare(case, "linear")

    @points(1)
    def test_relu(self, case: Case) -> None:
        """A ReLU layer leaves half of that."""
        self.compare(case, "relu")

    @points(1)
    def test_steady(self, case: Case) -> None:
        """With just the right variance the second moment stays 1 in every layer."""
        self.compare(case, "steady linear")
        self.compare(case, "steady relu")


def _shown(values: np.ndarray) -> str:
    return "[" + ", ".join(f"{value:.3g}" for value in values[:6]) + (", …]" if len(values) > 6 else "]")
