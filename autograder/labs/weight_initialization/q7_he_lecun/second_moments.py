"""Q7: the second moment of the activations through a deep network, one row per network."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import initlab
import numpy as np

from autograder.labs.weight_initialization.asking import inside
from autograder.labs.weight_initialization.inside import arguments
from autograder.labs.weight_initialization.layers import each, mean_squares
from autograder.sandbox.probes import Rng, call, library
from autograder.verdict import values
from autograder.verdict.grader import Case, Grader, Probe, Wrong, needs, points
from autograder.verdict.mistakes import Mistake, expect, explains

GAIN, GROWTH = 1.7, 0.1  # of the initializer in the sandbox: its k-th kernel of a shape is larger by 1 + k / 10


@dataclass(frozen=True)
class Asked:
    """One call: so many networks of these widths, and what enters them."""

    activation: str
    widths: tuple[int, ...]
    signal: np.ndarray  # (rows, widths[0])
    seed: int
    networks: int

    def trace(self) -> initlab.Trace:
        """What such networks compute."""
        network = initlab.Network(self.widths, activation=self.activation, output="linear")
        initializer = arguments.by_shape(self.seed, GAIN, GROWTH)
        return network.forward(network.initialize(initializer, np.random.default_rng(0), self.networks), self.signal)


@dataclass(frozen=True)
class Given:
    """The calls whose answers are known; each is a step, by its activation."""

    asked: tuple[Asked, ...]


class TestSecondMoments(Grader):
    notebook, function = "part2_techniques", "second_moments"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        asked, steps = [], {}
        for activation in ("relu", "selu"):
            # all widths differ, so that all shapes do, and the order in which kernels are asked for cannot matter
            widths = tuple(int(w) for w in draw.choice(np.arange(20, 50), int(draw.integers(6, 9)), replace=False))
            rows, seed = int(draw.integers(20, 40)), int(draw.integers(2**31))
            networks = int(draw.integers(3, 6))
            signal = draw.normal(0.3, 1, (rows, widths[0]))
            asked.append(Asked(activation, widths, signal, seed, networks))
            network = library("initlab.Network", widths, activation=activation, output="linear")
            initializer = inside("by_shape", seed, GAIN, GROWTH)
            steps[activation] = call("second_moments", initializer, network, signal, Rng(1), networks)
        first, other = (int(s) for s in draw.choice(2**31, 2, replace=False))
        for name, generator in (("random", first), ("again", first), ("other", other)):
            steps[name] = call("second_moments", inside("drawn", 0.2), network, signal, Rng(generator), networks)
        return Probe(steps, Given(tuple(asked)))

    @points(2)
    def test_second_moments(self, case: Case[Given]) -> None:
        """Each row holds the mean of the squared activations of every hidden layer of one network."""
        for asked in case.given.asked:
            compare(case, asked)

    @points(1)
    @needs("test_second_moments")
    def test_networks(self, case: Case[Given]) -> None:
        """Every network gets weights of its own, all drawn from `rng`."""
        for asked in case.given.asked:
            found = values.numbers(case.value(asked.activation), "The answer")
            expected = mean_squares(asked.trace().activations[:-1])
            about = f"{asked.networks} networks were asked for; the answer has {len(found)} rows."
            expect(len(found), asked.networks, about, otherwise="wrong number of networks")
            if values.agree(found, np.broadcast_to(expected[:1], expected.shape), values.SINGLE):
                raise Wrong("All rows are of one network: draw new weights for each.", "one network for all rows")
            about = "The first row is right and others are not: each network needs one kernel per layer of its own."
            expect(found, expected, about, otherwise="wrong rows", relative=values.SINGLE)
        first, again, other = (values.numbers(case.value(s), "The answer") for s in ("random", "again", "other"))
        about = "The same generator state gave other numbers the second time: draw from `rng`."
        expect(first, again, about, otherwise="generator ignored")
        if values.agree(first, other):
            raise Wrong(
                "Another generator gave exactly the same numbers: hand on `rng`, do not make one.",
                "seed reset inside",
            )


def compare(case: Case[Given], asked: Asked) -> None:
    """Raises `Wrong`, naming the mistake, if the first network's moments differ; the other check sees to the rest."""
    found, trace = values.numbers(case.value(asked.activation), "The answer"), asked.trace()
    expected = mean_squares(trace.activations[:-1])
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
