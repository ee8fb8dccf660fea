"""Q7: the second moment of the activations through a deep network, one row per network."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Any

import initlab
import numpy as np

from autograder.labs.weight_initialization.asking import inside
from autograder.labs.weight_initialization.generators import expect_went_on, upcoming
from autograder.labs.weight_initialization.inside import arguments
from autograder.labs.weight_initialization.layers import each, mean_squares
from autograder.sandbox.probes import Call, Ref, Rng, call, library
from autograder.verdict import values
from autograder.verdict.grader import Case, Grader, Probe, Wrong, needs, points
from autograder.verdict.mistakes import Mistake, expect, explains

GAIN, GROWTH = 1.7, 0.1  # of the initializer in the sandbox: its k-th kernel of a shape is larger by 1 + k / 10
ONE_NETWORK = "All rows are of one network: each needs new weights"


@dataclass(frozen=True)
class Asked:
    """One call: so many networks of these widths, and what enters them."""

    activation: str
    widths: tuple[int, ...]
    signal: np.ndarray  # (rows, widths[0])
    seed: int
    networks: int

    def call(self, initializer: Call, generator: Rng | Ref) -> Call:
        """The call that asks for it."""
        network = library("initlab.Network", self.widths, activation=self.activation, output="softmax")
        return call("second_moments", initializer, network, self.signal, generator, self.networks)

    @cached_property
    def trace(self) -> initlab.Trace:
        """What such networks compute."""
        network = initlab.Network(self.widths, activation=self.activation, output="softmax")
        initializer = arguments.by_shape(self.seed, GAIN, GROWTH)
        return network.forward(network.initialize(initializer, np.random.default_rng(0), self.networks), self.signal)


@dataclass(frozen=True)
class Given:
    """The calls whose answers are known, by their steps; and the generator of a random one, with its weights."""

    asked: Mapping[str, Asked]
    seed: int
    weights: int


class TestSecondMoments(Grader):
    notebook, function = "part2_techniques", "second_moments"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        # more than a thousand rows show who measures on a part; one network or one layer, who leaves out its axis
        deep, many = int(draw.integers(6, 9)), int(draw.integers(1050, 1200))
        asked = {
            "few rows": drawn(draw, "selu", deep, int(draw.integers(10, 14)), int(draw.integers(6, 10))),
            "many rows": drawn(draw, "relu", deep, many, int(draw.integers(3, 6))),
            "one network": drawn(draw, "tanh", deep, int(draw.integers(20, 40)), 1),
            "one layer": drawn(draw, "leaky_relu", 1, int(draw.integers(20, 40)), int(draw.integers(3, 6))),
        }
        steps: dict[str, Any] = {
            name: one.call(inside("by_shape", one.seed, GAIN, GROWTH), Rng(1)) for name, one in asked.items()
        }
        few = asked["few rows"]
        first, other = (int(s) for s in draw.choice(2**31, 2, replace=False))
        for name, state in {"random": first, "again": first, "other": other}.items():
            steps |= {f"rng {name}": Rng(state), name: few.call(inside("drawn", 0.2), Ref(f"rng {name}"))}
        # of the hidden layers, as the output's kernels change nothing
        weights = few.networks * sum(a * b for a, b in pairwise(few.widths[:-1]))
        return Probe(steps | {"upcoming": upcoming("rng random")}, Given(asked, first, weights))

    @points(2)
    def test_second_moments(self, case: Case[Given]) -> None:
        """Each row holds the mean of the squared activations of every hidden layer of one network."""
        for step, asked in case.given.asked.items():
            compare(case, step, asked)

    @points(1)
    @needs("test_second_moments")
    def test_networks(self, case: Case[Given]) -> None:
        """Every network gets weights of its own, all drawn from `rng`."""
        for step, asked in case.given.asked.items():
            found = values.numbers(case.value(step), "The answer")
            expected = mean_squares(asked.trace.activations[:-1])
            about = f"{asked.networks} networks were asked for; the answer has {len(found)} rows."
            expect(len(found), asked.networks, about, otherwise="wrong number of networks")
            if asked.networks > 1 and same_rows(found, expected[:1]):
                raise Wrong(f"{ONE_NETWORK}.", "one network for all rows")
            about = "The first row is right and others are not: each network needs one kernel per layer of its own."
            expect(found, expected, about, otherwise="wrong rows", relative=values.SINGLE)
        first, again, other = (values.numbers(case.value(s), "The answer") for s in ("random", "again", "other"))
        if same_rows(first, first[:1]):
            words = "with weights that are drawn, as if each time from `rng` in the same state"
            raise Wrong(f"{ONE_NETWORK}, {words}.", "one network for all rows")
        about = "The same generator state gave other numbers the second time: draw from `rng`."
        expect(first, again, about, otherwise="generator ignored")
        if values.agree(first, other):
            raise Wrong(
                "Another generator gave exactly the same numbers: hand on `rng`, do not make one.",
                "seed reset inside",
            )
        expect_went_on(case, "upcoming", case.given.seed, case.given.weights)
        case.require_untouched(*case.given.asked)


def drawn(draw: np.random.Generator, activation: str, hidden: int, rows: int, networks: int) -> Asked:
    """A call for networks with so many hidden layers, and so many samples."""
    # all widths differ, so that all shapes do, and the order in which kernels are asked for cannot matter
    widths = tuple(int(w) for w in draw.choice(np.arange(20, 50), hidden + 2, replace=False))
    return Asked(activation, widths, draw.normal(0.3, 1, (rows, widths[0])), int(draw.integers(2**31)), networks)


def same_rows(table: np.ndarray, row: np.ndarray) -> bool:
    """Whether every row of a table is this one."""
    return values.agree(table, np.broadcast_to(row, table.shape), values.SINGLE)


def compare(case: Case[Given], step: str, asked: Asked) -> None:
    """Raises `Wrong`, naming the mistake, if the first network's moments differ; the other check sees to the rest."""
    found, trace = values.numbers(case.value(step), "The answer"), asked.trace
    expected = mean_squares(trace.activations[:-1])
    if found.shape != expected.shape and values.agree(found.ravel(), expected.ravel(), values.SINGLE):
        about = f"With {asked.networks} networks and {expected.shape[1]} hidden layers"
        axes = "(networks, hidden layers), also where one of them is 1"
        raise Wrong(f"{about} the shape should be {expected.shape}, {axes}; it is {found.shape}.", "wrong shape")
    if values.agree(first_row(found), expected[:1], values.SINGLE):
        return
    firsts = (replace(mistake, value=first_row(mistake.value)) for mistake in mistakes(asked, trace))
    known = explains(first_row(found), firsts, values.SINGLE)
    if known is not None:
        raise Wrong(f"With {asked.activation}, these numbers are {known.words}.", known.key)
    values.array_of(found, expected.shape, "The answer", "(networks, hidden layers)")
    begins, right = (", ".join(f"{value:.4g}" for value in table[0][:3]) for table in (found, expected))
    raise Wrong(
        f"With {asked.activation}, the first network's second moments should begin {right}; yours begin {begins}.",
        "wrong moment",
    )


def first_row(table: np.ndarray) -> np.ndarray:
    """The part of an answer that tells of its first network; all of it if it is no table."""
    return table[:1] if table.ndim == 2 else table


def mistakes(asked: Asked, trace: initlab.Trace) -> Iterator[Mistake]:
    """What the moments are under each known mistake."""
    z, a = trace.pre_activations, trace.activations
    hidden, right = a[:-1], mean_squares(a[:-1])
    source = np.broadcast_to(asked.signal, (asked.networks, *asked.signal.shape))
    centred = "variances; the second moment subtracts no mean"
    yield Mistake("variance, not second moment", centred, each(np.var, hidden))
    yield Mistake("pre-activations, not activations", "taken from the pre-activations", mean_squares(z[:-1]))
    output = "one for the output layer too; only hidden layers were asked for"
    yield Mistake("output layer included", output, mean_squares(a))
    yield Mistake("input included", "one for the input too", mean_squares((source, *hidden)))
    yield Mistake("every layer included", "one for the input and the output too", mean_squares((source, *a)))
    yield Mistake("roots of the moments", "roots of what was asked for", np.sqrt(right))
    yield Mistake("sum, not mean", "sums of squares, not means", right * [layer[0].size for layer in hidden])
    means = each(np.mean, hidden)
    yield Mistake("square of the mean", "squares of means, not means of squares", means**2)
    yield Mistake("mean, not mean square", "means of activations, not of their squares", means)
    yield Mistake("layers as rows", "one row per layer; turn the table", right.T)
    pooled = "averaged over the networks; one row per network was asked for"
    yield Mistake("mean over replicas", pooled, right.mean(axis=0))
    yield Mistake("one replica only", "of one network only, without an axis for the networks", right[0])
