"""Q6: the variance of the signal going forward and of the gradient coming back, layer by layer."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import initlab
import numpy as np

from autograder.labs.weight_initialization.asking import inside
from autograder.labs.weight_initialization.inside import arguments
from autograder.sandbox.probes import Rng, call, library
from autograder.verdict import values
from autograder.verdict.grader import Case, Grader, Probe, Wrong, needs, points, type_name
from autograder.verdict.mistakes import Mistake, explains

GAIN = 1.5  # of the initializer whose kernels are known
# A layer has at least 40 rows x 24 units = 960 numbers: ddof=1, which the task leaves open, changes a
# variance by at most 1 / 960 = 0.11 %.
DDOF = 1.1e-3


@dataclass(frozen=True)
class Given:
    """A tanh network with kernels that its shapes determine, what goes in and what comes back."""

    widths: tuple[int, ...]
    seed: int
    signal: np.ndarray  # (rows, inputs)
    errors: np.ndarray  # (rows, outputs)


class TestLayerVariances(Grader):
    notebook, function = "part2_techniques", "layer_variances"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """Once with kernels that are known, three times with random ones."""
        # all widths differ, so that all shapes do, and the order in which kernels are asked for cannot matter
        widths = tuple(int(w) for w in draw.choice(np.arange(24, 60), int(draw.integers(5, 7)), replace=False))
        rows, seed = int(draw.integers(40, 60)), int(draw.integers(2**31))
        signal, errors = draw.normal(0.4, 1, (rows, widths[0])), draw.normal(0.2, 1, (rows, widths[-1]))
        network = library("initlab.Network", widths, activation="tanh", output="linear")
        first, other = (int(s) for s in draw.choice(2**31, 2, replace=False))
        by_shape, random = inside("by_shape", seed, GAIN), inside("drawn", 0.1)
        asked = {"exact": (by_shape, 1), "random": (random, first), "again": (random, first), "other": (random, other)}
        steps = {
            name: call("layer_variances", initializer, network, signal, errors, Rng(state))
            for name, (initializer, state) in asked.items()
        }
        return Probe(steps, Given(widths, seed, signal, errors))

    @points(1.5)
    def test_forward(self, case: Case[Given]) -> None:
        """The first array holds the variance of each layer's pre-activations, from the first layer to the last."""
        found, _ = pair(case, "exact")
        trace, _ = trusted(case.given)
        z, signals = trace.pre_activations, (case.given.signal, *trace.pre_activations)
        after = "they are the activations' variances, after tanh"
        activations = Mistake("activations, not pre-activations", after, variances(trace.activations))
        inputs = Mistake("input included", "they start with the inputs", variances(signals))
        compare(found, variances(z), [activations, inputs, *mistakes(z, signals)], "forward")

    @points(1.5)
    def test_backward(self, case: Case[Given]) -> None:
        """The second array holds the variance of the gradient at each layer's pre-activations, first layer first."""
        _, found = pair(case, "exact")
        _, gradients = trusted(case.given)
        deltas = gradients.deltas
        words = "they are of the kernels' gradients, not of the gradient that travels back"
        kernels = Mistake("kernels' gradients", words, variances(gradients.kernels))
        compare(found, variances(deltas), [kernels, *mistakes(deltas, deltas)], "backward")

    @points(1)
    @needs("test_forward")
    def test_repeatable(self, case: Case[Given]) -> None:
        """The same generator state gives the same variances, another state gives others."""
        first, again, other = (
            np.concatenate([part.ravel() for part in pair(case, step)]) for step in ("random", "again", "other")
        )
        if not values.agree(first, again):
            message = "Twice the same generator state gave different variances: some draws do not come from `rng`."
            raise Wrong(message, "generator ignored")
        if values.agree(first, other):
            hand_on = "hand `rng` to the initializer, do not make one."
            raise Wrong(f"Another generator gave exactly the same variances: {hand_on}", "seed reset inside")


def pair(case: Case[Given], step: str) -> tuple[np.ndarray, np.ndarray]:
    """The two arrays of an answer. Raises `Wrong` if it is no pair of numbers."""
    answer = case.value(step)
    several = isinstance(answer, tuple | list) or (isinstance(answer, np.ndarray) and answer.ndim > 0)
    if not several or len(answer) != 2:
        came = f"{len(answer)} things" if several else type_name(answer)
        raise Wrong(f"{case.function} should return a pair (forward, backward); it returned {came}.", "not a pair")
    forward, backward = answer
    return values.numbers(forward, "The forward variances"), values.numbers(backward, "The backward variances")


def trusted(given: Given) -> tuple[initlab.Trace, initlab.Gradients]:
    """What goes forward and comes back in the network with known kernels."""
    network = initlab.Network(given.widths, activation="tanh", output="linear")
    weights = network.initialize(arguments.by_shape(given.seed, GAIN), np.random.default_rng(0))
    trace = network.forward(weights, given.signal)
    return trace, network.backward(weights, trace, given.errors)


def variances(layers: Iterable[np.ndarray]) -> list[float]:
    """One number per layer."""
    return [float(layer.var()) for layer in layers]


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


def compare(found: np.ndarray, expected: list[float], known: Iterable[Mistake], direction: str) -> None:
    """Raises `Wrong`, naming the mistake, if the variances differ by more than ddof explains."""
    if values.agree(found, expected, relative=DDOF):
        return
    mistake = explains(found, known, relative=DDOF)
    if mistake is not None:
        raise Wrong(f"The {direction} variances are not what was asked for: {mistake.words}.", mistake.key)
    found = values.array_of(found, (len(expected),), f"The {direction} variances", "one number per layer")
    worst = int(np.argmax(np.abs(np.log(np.maximum(np.abs(found), 1e-300) / expected))))
    raise Wrong(
        f"The {direction} variance of layer {worst + 1} is {found[worst]:.4g}; "
        f"with the kernels your initializer returned it is {expected[worst]:.4g}.",
        "wrong variance",
    )
