"""Q7: the second moment of the activations through a deep network, one row per network."""

import initlab
import numpy as np

from autograder.labs.weight_initialization.asking import inside
from autograder.labs.weight_initialization.inside import arguments
from autograder.sandbox.probes import Rng, call, library
from autograder.verdict import values
from autograder.verdict.grader import Case, Grader, Probe, Wrong, needs, points

FUNCTION = "second_moments"
GAIN, GROWTH = (
    1.7,
    0.1,
)  # of the initializer in the sandbox: its k-th kernel of a shape is larger by 1 + k / 10


class TestSecondMoments(Grader):
    notebook, function = "part2_techniques", FUNCTION

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        cases, steps = {}, {}
        for activation in ("relu", "selu"):
            # all widths differ, so that all shapes do, and the order in which kernels are asked for cannot
            # matter
            widths = tuple(int(w) for w in draw.choice(np.arange(20, 50), int(draw.integers(6, 9)), replace=False))
            rows, seed = int(draw.integers(20, 40)), int(draw.integers(2**31))
            networks = int(draw.integers(3, 6))
            signal = draw.normal(0.3, 1, (rows, widths[0]))
            cases[activation] = (widths, signal, seed, networks)
            network = library("initlab.Network", widths, activation=activation, output="linear")
            initializer = inside("by_shape", seed, GAIN, GROWTH)
            steps[activation] = call(FUNCTION, initializer, network, signal, Rng(1), networks)
        first, other = (int(s) for s in draw.choice(2**31, 2, replace=False))
        for name, generator in (("random", first), ("again", first), ("other", other)):
            random = inside("drawn", 0.2)
            steps[name] = call(FUNCTION, random, network, signal, Rng(generator), networks)
        return Probe(given={"cases": cases}, steps=steps)

    @points(2)
    def test_second_moments(self, case: Case) -> None:
        """Each row holds the mean of the squared activations of every hidden layer of one network."""
        for activation, (_, signal, _, _) in case.given["cases"].items():
            found = values.numbers(case.value(activation), "The answer")
            trace = _trusted(case, activation)
            z, a = trace.pre_activations, trace.activations
            expected = _squares(a[:-1])
            if found.ndim == 2 and values.agree(found[:1], expected[:1], values.SINGLE):
                continue  # whether the other rows are right is the other check
            source = np.broadcast_to(signal, (len(expected), *signal.shape))
            mistakes = {
                "variances; the second moment subtracts no mean": np.stack([x.var(axis=(1, 2)) for x in a[:-1]], 1),
                "taken from the pre-activations": _squares(z[:-1]),
                "one for the output layer too; only hidden layers were asked for": _squares(a),
                "one for the input too": _squares((source, *a[:-1])),
                "one for the input and the output too": _squares((source, *a)),
                "roots of what was asked for": np.sqrt(expected),
                "sums of squares, not means": np.stack([np.sum(x**2, axis=(1, 2)) for x in a[:-1]], 1),
                "squares of means, not means of squares": np.stack([x.mean(axis=(1, 2)) ** 2 for x in a[:-1]], 1),
                "means of activations, not of their squares": np.stack([x.mean(axis=(1, 2)) for x in a[:-1]], 1),
                "one row per layer; turn the table": expected.T,
                "averaged over the networks; one row per network was asked for": expected.mean(axis=0),
                "of one network only, without an axis for the networks": expected[0],
            }  # fmt: skip
            words = next((w for w, value in mistakes.items() if _like(found, value)), None)
            if words:
                raise Wrong(f"With {activation}, these numbers are {words}.", words)
            values.array_of(found, expected.shape, "The answer", "(networks, hidden layers)")
            raise Wrong(
                f"With {activation}, the first network's second moments should begin {_shown(expected[0])}; "
                f"yours begin {_shown(found[0])}.",
                "wrong second moments",
            )

    @points(1)
    @needs("test_second_moments")
    def test_networks(self, case: Case) -> None:
        """Every network gets weights of its own, all drawn from `rng`."""
        for activation in case.given["cases"]:
            found = values.numbers(case.value(activation), "The answer")
            expected = _squares(_trusted(case, activation).activations[:-1])
            if found.shape[0] != expected.shape[0]:
                raise Wrong(
                    f"{expected.shape[0]} networks were asked for; the answer has {found.shape[0]} rows.",
                    "wrong number of networks",
                )
            if not values.agree(found, expected, values.SINGLE):
                same = values.agree(found, np.broadcast_to(expected[:1], expected.shape), values.SINGLE)
                raise Wrong(
                    "All rows are of one network: draw new weights for each."
                    if same
                    else "The first row is right and others are not: each network needs one kernel per layer "
                    "of its own.",
                    "one network for all rows" if same else "wrong rows",
                )
        first, again, other = (values.numbers(case.value(s), "The answer") for s in ("random", "again", "other"))
        if not values.agree(first, again):
            raise Wrong(
                "The same generator state gave other numbers the second time: draw from `rng`.",
                "generator ignored",
            )
        if values.agree(first, other):
            raise Wrong(
                "Another generator gave exactly the same numbers: hand on `rng`, do not make one.",
                "seed reset inside",
            )


def _trusted(case: Case, activation: str) -> initlab.Trace:
    widths, signal, seed, networks = case.given["cases"][activation]
    network = initlab.Network(widths, activation=activation, output="linear")
    weights = network.initialize(arguments.by_shape(seed, GAIN, GROWTH), np.random.default_rng(0), replicas=networks)
    return network.forward(weights, signal)


def _squares(layers) -> np.ndarray:
    """The mean of squares of each layer (R, n, units), as (R, layers)."""
    return np.stack([np.mean(np.square(layer), axis=(1, 2)) for layer in layers], axis=1)


def _like(found: np.ndarray, mistaken: np.ndarray) -> bool:
    """All of it, or for a table its first network, as far as the other rows may be another mistake."""
    return values.agree(found, mistaken, values.SINGLE) or (
        found.ndim == 2 == mistaken.ndim and values.agree(found[:1], mistaken[:1], values.SINGLE)
    )


def _shown(values: np.ndarray) -> str:
    return ", ".join(f"{value:.4g}" for value in np.ravel(values)[:3])
