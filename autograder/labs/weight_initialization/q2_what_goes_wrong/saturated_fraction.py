"""Q2, the first instrument: saturated and dead units."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

import initlab
import numpy as np

from autograder.labs.weight_initialization.layers import FIRST
from autograder.sandbox.probes import call
from autograder.verdict import values
from autograder.verdict.grader import Case, Grader, Probe, points
from autograder.verdict.mistakes import Compared, Mistake, expect_all

LIMITS_TAKEN = (0.9, 0.95, 0.98, 0.98999, 0.99001, 0.999, 1.0)  # in place of 0.99
TWO_SIDED = ("tanh", "sigmoid")
# Right too: who writes 0.01 as 1 - 0.99 has 0.010000000000000009, and the square of 0.99 in single precision is above
# its square in double. Each would count one value that lies nearer to the limit than they can tell.
ROUNDED, SINGLE = 1 - 0.99, 0.99 - 2e-8


def saturated(activations: np.ndarray, kind: str, limit: float = 0.99, low: float | None = None) -> float:
    """The fraction of flat values (tanh, sigmoid), or of units that are 0 for every sample (relu)."""
    if kind == "relu":
        return float(np.mean(np.all(activations == 0, axis=0)))
    if low is None:
        low = -limit if kind == "tanh" else round(1 - limit, 9)
    return float(np.mean((activations > limit) | (activations < low)))


def flat_on_both_sides(draw: np.random.Generator, kind: str) -> np.ndarray:
    """A table (samples, units) of tanh or sigmoid values, also at the limits and next to them.

    The flattest samples come last, so that the first ones alone have a smaller fraction, however many they are.
    No value is less than 1e-6 from a limit that is not exactly at it, so that single precision decides the same; but
    for one or two that tell who includes the limit from who rounds it (`ROUNDED`, `SINGLE`).
    """
    samples, units = int(draw.integers(210, 260)), int(draw.integers(5, 9))
    middle, low = (0.0, -0.99) if kind == "tanh" else (0.5, 0.01)

    def lower(values: np.ndarray) -> np.ndarray:
        return 2 * middle - values

    above, below = int(draw.integers(110, 150)), int(draw.integers(200, 250))
    values = [
        draw.uniform(0.992, 0.999, above),
        lower(draw.uniform(0.992, 0.999, below)),
        # near the limit, and not beyond it: whoever takes .98 for .99 counts these too
        draw.uniform(0.982, 0.988, 3),
        lower(draw.uniform(0.982, 0.988, 2)),
        np.array([0.99 + 1e-6, 0.99 - 1e-6]),
        lower(np.array([0.99 + 1e-6, 0.99 - 1e-6])),
        np.full(20, 0.99),
        np.full(30, low),
        np.array([(0.01 + ROUNDED) / 2, ROUNDED] if kind == "sigmoid" else [0.99 - 1e-8]),
    ]
    rest = samples * units - sum(len(part) for part in values)
    values.append(draw.uniform(low + 0.011, 0.979, rest))
    table = draw.permutation(np.concatenate(values)).reshape(samples, units)
    order = np.argsort(flat := np.sum((table > 0.99) | (table < low), axis=1), kind="stable")
    first = np.flatnonzero(flat[order] == 1)[0]  # so that the first samples have another fraction than none, and less
    return table[[order[first], *np.delete(order, first)]]


def dead_units(draw: np.random.Generator) -> np.ndarray:
    """A table (samples, units) of ReLU's values with dead units, and others that are small or nearly always 0."""
    samples, units = int(draw.integers(210, 260)), int(draw.integers(11, 15))
    relu = np.maximum(draw.standard_normal((samples, units)), 0)
    relu[0] = np.abs(draw.standard_normal(units)) + 0.1  # no unit is dead ...
    relu[1] = 0.0  # ... though one sample has nothing else
    tiny, late, early, *dead = draw.permutation(units)[: int(draw.integers(6, 8))]
    tiny = [tiny, dead.pop()]
    relu[:, [*tiny, late, *dead]] = 0.0
    relu[1:, early] = 0.0
    relu[-1, late] = 1.0
    relu[np.ix_(draw.permutation(samples)[:5], tiny)] = draw.uniform(1e-13, 1e-12, (5, 2))
    return relu


def told_apart(draw: np.random.Generator) -> np.ndarray:
    """A table for ReLU in which the fraction of zeros is no other mistake's."""
    table = dead_units(draw)
    while not zeros_are_told_apart(table):
        table = dead_units(draw)
    return table


def zeros_are_told_apart(relu: np.ndarray) -> bool:
    """Whether the fraction of zeros is no other mistake's: of a few thousand tables one is not like that."""
    others = (mistake.value for mistake in mistakes(relu, "relu") if mistake.key != "zeros, not dead units")
    return not any(values.agree(np.mean(relu == 0), value) for value in others)


def steps_of(kind: str) -> tuple[str, str]:
    """The names of a kind's two steps."""
    return kind, f"{kind}, another table"


@dataclass(frozen=True)
class Given:
    """Activations (samples, units), two tables for each kind."""

    tables: Mapping[str, tuple[np.ndarray, np.ndarray]]


class TestSaturatedFraction(Grader):
    notebook, function = "part1_understanding", "saturated_fraction"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """Tables whose mistakes all give different fractions: many samples, of which the last ones decide."""
        tables = {kind: (flat_on_both_sides(draw, kind), flat_on_both_sides(draw, kind)) for kind in TWO_SIDED}
        tables["relu"] = told_apart(draw), told_apart(draw)
        steps = {
            step: call("saturated_fraction", table, kind)
            for kind, both in tables.items()
            for step, table in zip(steps_of(kind), both, strict=True)
        }
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
    """Raises `Wrong` if a fraction differs; a mistake is named that explains both."""
    tables = dict(zip(steps_of(kind), case.given.tables[kind], strict=True))
    expect_all([compared(case, step, kind, table) for step, table in tables.items()], otherwise="wrong fraction")
    case.require_untouched(*tables)


def compared(case: Case[Given], step: str, kind: str, table: np.ndarray) -> Compared:
    """The fraction of a table, beside the right one and those of known mistakes."""
    found, expected = values.number(case.value(step), "The fraction"), saturated(table, kind)
    rounded = {"tanh": saturated(table, kind, SINGLE), "sigmoid": saturated(table, kind, low=ROUNDED)}
    if values.agree(found, rounded.get(kind, expected)):
        found = expected
    about = f'For "{kind}" it gives {found:.4g}; expected {expected:.4g}.'
    return Compared(found, expected, about, partial(mistakes, table, kind))


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
        exactly = "A value of exactly 0.99 is not above 0.99, and one at the other limit is not below it."
        upper, lower = a == 0.99, a == low
        for limits in (upper | lower, upper, lower):
            yield Mistake("limit included", exactly, right + np.mean(limits))
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
    small = "That counts units that are small for every sample; a dead unit is exactly 0."
    yield Mistake("small, not zero", small, np.mean(np.all(a < 1e-3, axis=0)))
    mostly = np.mean(np.mean(a == 0, axis=0) > 0.9)
    yield Mistake("any, not all", "That counts units that are 0 for most samples; a dead unit is 0 for all.", mostly)
    for part in (*(a[:first] for first in FIRST), a[:-1], a[1:]):
        yield Mistake("not all samples", "It looks at some of the samples only.", saturated(part, kind))
    units = np.mean(np.any(np.abs(a) > 0.99, axis=0))
    yield Mistake("units, not values", "That counts units, not values.", units)
    for limit in LIMITS_TAKEN if kind != "relu" else ():
        words = "The limit seems to be another one than 0.99."
        yield Mistake("another limit", words, saturated(a, kind, limit))
