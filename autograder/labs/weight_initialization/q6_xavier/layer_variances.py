"""Q6: the variance of the signal going forward and of the gradient coming back, layer by layer."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise, permutations
from typing import Any

import initlab
import numpy as np

from autograder.labs.weight_initialization.asking import inside
from autograder.labs.weight_initialization.generators import expect_went_on, upcoming
from autograder.labs.weight_initialization.inside import arguments
from autograder.sandbox.probes import Call, Ref, Rng, call, library
from autograder.verdict import values
from autograder.verdict.grader import Case, Grader, Probe, Wrong, needs, points, type_name
from autograder.verdict.mistakes import Mistake, explains

# Of the initializer whose kernels are known: every network drawn with it has other weights than the one before.
GAIN, GROWTH = 1.5, 0.1
EXCHANGED = "forward and backward exchanged"
DRAWS = range(3)  # networks that somebody may draw; which of them is measured is open, if it serves both ways


@dataclass(frozen=True)
class Asked:
    """A network with kernels that its shapes determine, what goes in and what comes back."""

    activation: str
    output: str
    widths: tuple[int, ...]
    seed: int
    signal: np.ndarray  # (rows, inputs)
    errors: np.ndarray  # (rows, outputs)
    _traces: dict[int, initlab.Trace] = field(default_factory=dict, repr=False)  # by the draw, as they are needed

    @property
    def call(self) -> Call:
        """The call that asks for it."""
        network = library("initlab.Network", self.widths, activation=self.activation, output=self.output)
        initializer = inside("by_shape", self.seed, GAIN, GROWTH)
        return call("layer_variances", initializer, network, self.signal, self.errors, Rng(1))

    def passes(self, forward: int = 0, backward: int = 0) -> tuple[initlab.Trace, initlab.Gradients]:
        """What goes forward in one drawn network and comes back in one, which should be the same."""
        network, drawn = self._drawn
        trace = self.forward_pass(forward)
        return trace, network.backward(drawn.replica(backward), trace, self.errors)

    @cached_property
    def _drawn(self) -> tuple[initlab.Network, initlab.Weights]:
        network = initlab.Network(self.widths, activation=self.activation, output=self.output)
        initializer = arguments.by_shape(self.seed, GAIN, GROWTH)
        return network, network.initialize(initializer, np.random.default_rng(0), len(DRAWS))

    def forward_pass(self, draw: int) -> initlab.Trace:
        """What goes forward in one drawn network."""
        if draw not in self._traces:
            network, drawn = self._drawn
            self._traces[draw] = network.forward(drawn.replica(draw), self.signal)
        return self._traces[draw]


@dataclass(frozen=True)
class Given:
    """The calls whose answers are known, by their steps; and the generator of a random one, with its weights."""

    asked: dict[str, Asked]
    seed: int
    weights: int


class TestLayerVariances(Grader):
    notebook, function = "part2_techniques", "layer_variances"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """Twice with kernels that are known, three times with random ones."""
        # Few rows show what a variance is divided by: that of 4 x 59 numbers or fewer is .4 % larger with ddof=1, or
        # more. More than a thousand show who measures on a part.
        other = str(draw.choice(["sigmoid", "leaky_relu", "selu"]))
        asked = {
            "few": drawn(draw, "tanh", "linear", int(draw.integers(3, 5))),
            "many": drawn(draw, other, "softmax", int(draw.integers(1050, 1200))),
        }
        few = asked["few"]
        first, second = (int(s) for s in draw.choice(2**31, 2, replace=False))
        network = library("initlab.Network", few.widths, activation="tanh", output="linear")
        steps: dict[str, Any] = {name: one.call for name, one in asked.items()}
        for name, state in {"random": first, "again": first, "other": second}.items():
            steps |= {
                f"rng {name}": Rng(state),
                name: call(
                    "layer_variances", inside("drawn", 0.1), network, few.signal, few.errors, Ref(f"rng {name}")
                ),
            }
        weights = sum(a * b for a, b in pairwise(few.widths))
        return Probe(steps | {"upcoming": upcoming("rng random")}, Given(asked, first, weights))

    @points(1.5)
    def test_forward(self, case: Case[Given]) -> None:
        """The first array holds the variance of each layer's pre-activations, from the first layer to the last."""
        for step, asked in case.given.asked.items():
            found, _ = pair(case, step)
            trace, gradients = asked.passes(draw := measured(asked, found), draw)
            z, signals = trace.pre_activations, (asked.signal, *trace.pre_activations)
            after = f"they are the activations' variances, after {asked.activation}"
            activations = Mistake("activations, not pre-activations", after, variances(trace.activations))
            inputs = Mistake("input included", "they start with the inputs", variances(signals))
            other = Mistake(EXCHANGED, "they are the backward ones", variances(gradients.deltas))
            compare(found, variances(z), [other, activations, inputs, *mistakes(z, signals)], "forward")

    @points(1.5)
    def test_backward(self, case: Case[Given]) -> None:
        """The second array holds the variance of the gradient at each layer's pre-activations, first layer first."""
        for step, asked in case.given.asked.items():
            forward, found = pair(case, step)
            trace, gradients = asked.passes(draw := measured(asked, forward), draw)
            deltas = gradients.deltas
            less = [z.var(ddof=1) for z in trace.pre_activations], [delta.var(ddof=1) for delta in deltas]
            if values.agree(forward, less[0], values.SINGLE) and values.agree(found, less[1], values.SINGLE):
                continue  # what it is divided by has cost its points on the way forward
            words = "they are of the kernels' gradients, not of the gradient that travels back"
            kernels = Mistake("kernels' gradients", words, variances(gradients.kernels))
            other = Mistake(EXCHANGED, "they are the forward ones", variances(trace.pre_activations))
            known = [other, kernels, *mistakes(deltas, deltas), *with_two_networks(asked)]
            compare(found, variances(deltas), known, "backward")

    @points(1)
    @needs("test_forward")
    def test_repeatable(self, case: Case[Given]) -> None:
        """The same generator state gives the same variances, another state others, and the generator has gone on."""
        first, again, other = (
            np.concatenate([part.ravel() for part in pair(case, step)]) for step in ("random", "again", "other")
        )
        if not values.agree(first, again):
            message = "Twice the same generator state gave different variances: some draws do not come from `rng`."
            raise Wrong(message, "generator ignored")
        if values.agree(first, other):
            hand_on = "hand `rng` to the initializer, do not make one."
            raise Wrong(f"Another generator gave exactly the same variances: {hand_on}", "seed reset inside")
        expect_went_on(case, "upcoming", case.given.seed, case.given.weights)
        case.require_untouched(*case.given.asked)


def drawn(draw: np.random.Generator, activation: str, output: str, rows: int) -> Asked:
    """A call with so many samples."""
    # all widths differ, so that all shapes do, and the order in which kernels are asked for cannot matter
    widths = tuple(int(w) for w in draw.choice(np.arange(24, 60), int(draw.integers(5, 7)), replace=False))
    signal, errors = draw.normal(0.4, 1, (rows, widths[0])), draw.normal(0.2, 1, (rows, widths[-1]))
    return Asked(activation, output, widths, int(draw.integers(2**31)), signal, errors)


def measured(asked: Asked, forward: np.ndarray) -> int:
    """Which of the networks that may have been drawn these variances are of; the first if of none."""
    expected = (variances(asked.forward_pass(draw).pre_activations) for draw in DRAWS)
    return next(
        (draw for draw, one in zip(DRAWS, expected, strict=True) if values.agree(forward, one, values.SINGLE)), 0
    )


def pair(case: Case[Given], step: str) -> tuple[np.ndarray, np.ndarray]:
    """The two arrays of an answer. Raises `Wrong` if it is no pair of numbers."""
    answer = case.value(step)
    several = isinstance(answer, tuple | list) or (isinstance(answer, np.ndarray) and answer.ndim > 0)
    if not several or len(answer) != 2:
        came = f"{len(answer)} things" if several else type_name(answer)
        raise Wrong(f"{case.function} should return a pair (forward, backward); it returned {came}.", "not a pair")
    forward, backward = answer
    return values.numbers(forward, "The forward variances"), values.numbers(backward, "The backward variances")


def variances(layers: Iterable[np.ndarray]) -> list[float]:
    """One number per layer."""
    return [float(layer.var()) for layer in layers]


def with_two_networks(asked: Asked) -> Iterator[Mistake]:
    """What comes back in other weights than went forward, in their own signal or in that of the others."""
    words = "they are of other weights than the forward ones; `errors` go back through the same network"
    for forward, backward in permutations(DRAWS, 2):
        for traced in (forward, backward):
            deltas = asked.passes(traced, backward)[1].deltas
            yield Mistake("another network on the way back", words, variances(deltas))


def mistakes(layers: Sequence[np.ndarray], neighbours: Sequence[np.ndarray]) -> Iterator[Mistake]:
    """What the variances are under each mistake that both directions know."""
    yield Mistake("standard deviation", "they are standard deviations", [x.std() for x in layers])
    squares = "they are means of squares; a variance is about the mean"
    yield Mistake("second moment, not variance", squares, [np.mean(x**2) for x in layers])
    yield Mistake("last layer first", "they run from the last layer to the first", variances(layers[::-1]))
    yield Mistake("output layer left out", "the output layer is missing", variances(layers[:-1]))
    ratios = [b / a for a, b in pairwise(variances(neighbours))]
    yield Mistake("ratios of neighbours", "they are ratios of neighbours", ratios)
    units = "they are averages of the units' variances over samples"
    yield Mistake("each unit on its own", units, [x.var(axis=1).mean() for x in layers])
    samples = "they are averages of the samples' variances over units"
    yield Mistake("each sample on its own", samples, [x.var(axis=2).mean() for x in layers])
    one_less = "they are divided by one less than the number of values; Part 1's variance is the mean of the squares"
    yield Mistake("divided by one less", one_less, [x.var(ddof=1) for x in layers])


def compare(found: np.ndarray, expected: list[float], known: Iterable[Mistake], direction: str) -> None:
    """Raises `Wrong`, naming the mistake, if the variances differ."""
    if values.agree(found, expected, values.SINGLE):
        return
    mistake = explains(found, known, values.SINGLE)
    if mistake is not None:
        raise Wrong(f"The {direction} variances are not what was asked for: {mistake.words}.", mistake.key)
    found = values.array_of(found, (len(expected),), f"The {direction} variances", "one number per layer")
    worst = int(np.argmax(np.abs(np.log(np.maximum(np.abs(found), 1e-300) / expected))))
    raise Wrong(
        f"The {direction} variance of layer {worst + 1} is {found[worst]:.4g}; "
        f"with the kernels your initializer returned it is {expected[worst]:.4g}.",
        "wrong variance",
    )
