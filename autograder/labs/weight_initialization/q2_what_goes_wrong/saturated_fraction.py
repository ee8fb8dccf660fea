"""Q2, the first instrument: saturated and dead units."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import initlab
import numpy as np

from autograder.sandbox.probes import call
from autograder.verdict import values
from autograder.verdict.grader import Case, Grader, Probe, points
from autograder.verdict.mistakes import Mistake, expect

LIMITS_TAKEN = (0.9, 0.95, 0.98, 0.999, 1.0)  # in place of 0.99


def saturated(activations: np.ndarray, kind: str, limit: float = 0.99) -> float:
    """The fraction of flat values (tanh, sigmoid), or of units that are 0 for every sample (relu)."""
    if kind == "relu":
        return float(np.mean(np.all(activations == 0, axis=0)))
    low = -limit if kind == "tanh" else 1 - limit
    return float(np.mean((activations > limit) | (activations < low)))


@dataclass(frozen=True)
class Given:
    """Activations (samples, units) for each kind."""

    tables: Mapping[str, np.ndarray]


class TestSaturatedFraction(Grader):
    notebook, function = "part1_understanding", "saturated_fraction"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """Tables whose mistakes all give different fractions; no value is within 0.002 of a limit."""
        tables = {}
        for kind, low, high in (("tanh", -0.979, 0.979), ("sigmoid", 0.021, 0.979)):
            samples, units = int(draw.integers(11, 16)), int(draw.integers(5, 9))
            table = draw.uniform(low, high, samples * units)
            above, below = int(draw.integers(4, 8)), int(draw.integers(12, 17))
            table[:above] = draw.uniform(0.992, 0.999, above)
            flat = (0.001, 0.008) if kind == "sigmoid" else (-0.999, -0.992)
            table[above : above + below] = draw.uniform(*flat, below)
            # on both sides near the limit, and not beyond it: whoever takes .98 for .99 counts these too
            near, nearly = above + below, above + below + 3
            table[near:nearly] = draw.uniform(0.982, 0.988, 3)
            table[nearly : nearly + 2] = draw.uniform(*((0.012, 0.018) if kind == "sigmoid" else (-0.988, -0.982)), 2)
            tables[kind] = draw.permutation(table).reshape(samples, units)
        samples, units = int(draw.integers(12, 18)), int(draw.integers(7, 10))
        relu = np.maximum(draw.standard_normal((samples, units)), 0)
        relu[0] = np.abs(draw.standard_normal(units)) + 0.1  # no unit is dead ...
        relu[1] = 0.0  # ... though one sample has nothing else
        relu[:, draw.permutation(units)[: int(draw.integers(2, 4))]] = 0.0
        tables["relu"] = relu
        steps = {kind: call("saturated_fraction", table, kind) for kind, table in tables.items()}
        return Probe(steps, Given(tables))

    @points(0.5)
    def test_tanh(self, case: Case[Given]) -> None:
        """tanh: values above 0.99 and below -0.99."""
        compare(case, "tanh")

    @points(0.5)
    def test_sigmoid(self, case: Case[Given]) -> None:
        """Sigmoid: values above 0.99 and below 0.01."""
        compare(case, "sigmoid")

    @points(1)
    def test_relu(self, case: Case[Given]) -> None:
        """ReLU: units that are 0 for every sample."""
        compare(case, "relu")


def compare(case: Case[Given], kind: str) -> None:
    """Raises `Wrong`, naming the mistake, if the fraction differs."""
    table = case.given.tables[kind]
    found, expected = values.number(case.value(kind), "The fraction"), saturated(table, kind)
    about = f'For "{kind}" it gives {found:.4g}; expected {expected:.4g}.'
    expect(found, expected, about, mistakes(table, kind), otherwise="wrong fraction")


def mistakes(a: np.ndarray, kind: str) -> Iterator[Mistake]:
    """What the fraction of this table is under each known mistake."""
    right, counted = saturated(a, kind), a.shape[1] if kind == "relu" else a.size
    yield Mistake("percent", "It should be a fraction from 0 to 1, not per cent.", 100 * right)
    yield Mistake("count", "It should be a fraction, not a number of values or units.", right * counted)
    yield Mistake("complement", "That is the fraction of the others.", 1 - right)
    if kind != "relu":
        both = "the function is flat on both sides."
        low = 0.01 if kind == "sigmoid" else -0.99
        yield Mistake("upper side only", f"Only the upper side is counted; {both}", np.mean(a > 0.99))
        yield Mistake("lower side only", f"Only the lower side is counted; {both}", np.mean(a < low))
    again = saturated(initlab.activation(kind)(a), kind)
    yield Mistake("activated twice", "It applies the function again: the table holds activations already.", again)
    if kind == "tanh":
        yield Mistake("another kind's rule", "That is the rule of sigmoid.", saturated(a, "sigmoid"))
    dead = "a unit is dead if it is 0 for every sample."
    yield Mistake("zeros, not dead units", f"That is the fraction of values that are 0; {dead}", np.mean(a == 0))
    rows = np.mean(np.all(a == 0, axis=1))
    yield Mistake("samples, not units", "That is the fraction of samples (rows), not of units (columns).", rows)
    some = np.mean(np.any(a == 0, axis=0))
    yield Mistake("any, not all", "That counts units that are 0 for some sample; a dead unit is 0 for all.", some)
    units = np.mean(np.any(np.abs(a) > 0.99, axis=0))
    yield Mistake("units, not values", "That counts units, not values.", units)
    for limit in LIMITS_TAKEN if kind != "relu" else ():
        words = "The limit seems to be another one than 0.99."
        yield Mistake("another limit", words, saturated(a, kind, limit))
