"""Q3: the strength of a signal from layer to layer, predicted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from autograder.labs.weight_initialization.layers import shown
from autograder.sandbox.probes import call
from autograder.verdict import values
from autograder.verdict.grader import Case, Grader, Probe, Wrong, points
from autograder.verdict.mistakes import Mistake, expect

# the part of E z² that is left of it after the activation (He et al. 2015, sec. 2.2); the law of `he_normal` follows
KEPT = {"linear": 1.0, "relu": 0.5}
Asked = tuple[tuple[int, ...], float, str]  # widths, weight variance, activation


@dataclass(frozen=True)
class Given:
    """The arguments of each step."""

    asked: Mapping[str, Asked]


class TestPredictedSecondMoments(Grader):
    notebook, function = "part1_understanding", "predicted_second_moments"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """Layers of all different widths for both functions, tiny moments, one layer, and just the right variance."""
        widths = tuple(int(n) for n in draw.permutation(np.arange(3, 40) * 10)[:6])
        variance = float(np.round(draw.uniform(0.002, 0.02), 4))
        width, depth = int(draw.integers(30, 200)), int(draw.integers(8, 13))
        square = (width,) * (depth + 1)
        asked: dict[str, Asked] = {
            "linear": (widths, variance, "linear"),
            "relu": (widths, variance, "relu"),
            "tiny linear": (widths[::-1], variance / 1e3, "linear"),
            "tiny relu": (widths[::-1], variance / 1e3, "relu"),
            "one linear layer": (widths[:2], variance, "linear"),
            "one relu layer": (widths[1:3], variance, "relu"),
            "steady linear": (square, 1 / width, "linear"),
            "steady relu": (square, 2 / width, "relu"),
        }
        return Probe({name: call("predicted_second_moments", *args) for name, args in asked.items()}, Given(asked))

    @points(1)
    def test_linear(self, case: Case[Given]) -> None:
        """Linear layers multiply the second moment by fan_in times the weight variance."""
        compare(case, "linear", "tiny linear", "one linear layer")

    @points(1)
    def test_relu(self, case: Case[Given]) -> None:
        """A ReLU layer leaves half of that."""
        compare(case, "relu", "tiny relu", "one relu layer")

    @points(1)
    def test_steady(self, case: Case[Given]) -> None:
        """With just the right variance the second moment stays 1 in every layer."""
        compare(case, "steady linear", "steady relu")


def compare(case: Case[Given], *steps: str) -> None:
    """Raises `Wrong`, naming the mistake, at the first step whose moments differ."""
    for step in steps:
        widths, v, kind = case.given.asked[step]
        expected = np.cumprod(KEPT[kind] * v * np.array(widths[:-1]))
        found = values.numbers(case.value(step), "predicted_second_moments")
        if values.agree(found, [1, *expected]):
            message = "The answer begins with the input's own 1; it should begin after the first layer."
            raise Wrong(message, "input included")
        if len(expected) > 1 and (values.agree(found, expected[-1]) or values.agree(found, expected[-1:])):
            raise Wrong("That is the last layer's number only; one for each layer was asked for.", "last layer only")
        found = values.array_of(found, expected.shape, "predicted_second_moments", "one number after each layer")
        asked = f"For widths {widths}, weight variance {v:.4g}, {kind}"
        about = f"{asked}: it gives {shown(found)}; expected {shown(expected)}."
        expect(found, expected, about, mistakes(widths, v, kind), otherwise="wrong moment", absolute=0.0)


def mistakes(widths: tuple[int, ...], v: float, kind: str) -> Iterator[Mistake]:
    """What the moments are under each known mistake."""
    ins, outs = np.array(widths[:-1], float), np.array(widths[1:], float)
    kept, factors = KEPT[kind], KEPT[kind] * v * ins
    sums = np.cumprod(v * ins)  # of a linear network
    yield Mistake("ReLU's half missing", "The half that ReLU takes away is missing.", sums)
    yield Mistake("ReLU's half once", "ReLU halves the second moment in every layer, not once.", kept * sums)
    late = sums * kept ** np.arange(len(ins))
    yield Mistake("ReLU's half late", "ReLU halves the second moment after the first layer too.", late)
    all_kept = "A linear layer keeps all of the second moment; the half is ReLU's."
    yield Mistake("ReLU's half for linear", all_kept, np.cumprod(v * ins / 2))
    quarter = "ReLU leaves a half of the second moment, not a quarter."
    yield Mistake("quarter, not half", quarter, np.cumprod(v * ins / 4))
    products = "a unit adds up fan_in products."
    multiplied = f"It multiplies by the number of units (fan_out); {products}"
    yield Mistake("outputs, not inputs", multiplied, np.cumprod(kept * v * outs))
    averaged = f"It multiplies by the mean of fan_in and fan_out; {products}"
    yield Mistake("inputs and outputs averaged", averaged, np.cumprod(kept * v * (ins + outs) / 2))
    squared = "It squares the weight variance; v is the variance already."
    yield Mistake("variance squared", squared, np.cumprod(factors * v))
    yield Mistake("root of the variance", "It uses the root of the weight variance.", np.cumprod(factors / np.sqrt(v)))
    alone = "These are the factors of each layer alone; each layer starts from the one before it."
    yield Mistake("not multiplied up", alone, factors)
    yield Mistake("roots of the moments", "These are the roots of the second moments.", np.sqrt(np.cumprod(factors)))
    rounded = "They are rounded: of a signal that fades no digit is left."
    for decimals in range(2, 17):
        yield Mistake("rounded to decimals", rounded, np.round(np.cumprod(factors), decimals))
    first = "It uses the first layer's fan_in for every layer."
    yield Mistake("first width for all", first, np.cumprod(np.full(len(ins), factors[0])))
    yield Mistake("fan left out", "fan_in is missing.", np.cumprod(np.full(len(ins), kept * v)))
