"""Q6: the variance of the signal going forward and of the gradient coming back, layer by layer."""

from itertools import pairwise

import initlab
import numpy as np

from autograder.labs.weight_initialization.asking import inside
from autograder.labs.weight_initialization.inside import arguments
from autograder.sandbox.probes import Rng, call, library
from autograder.verdict import values
from autograder.verdict.grader import Case, Grader, Probe, Wrong, needs, points, type_name

FUNCTION = "layer_variances"
# A layer has at least 40 rows x 24 units = 960 numbers: ddof=1, which the task leaves open, changes a
# variance by at most 1 / 960 = 0.11 %.
DDOF = 1.1e-3


class TestLayerVariances(Grader):
    notebook, function = "part2_techniques", FUNCTION

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        # all widths differ, so that all shapes do, and the order in which kernels are asked for cannot matter
        widths = tuple(int(w) for w in draw.choice(np.arange(24, 60), int(draw.integers(5, 7)), replace=False))
        rows, seed = int(draw.integers(40, 60)), int(draw.integers(2**31))
        signal, errors = draw.normal(0.4, 1, (rows, widths[0])), draw.normal(0.2, 1, (rows, widths[-1]))
        network = library("initlab.Network", widths, activation="tanh", output="linear")
        first, other = (int(s) for s in draw.choice(2**31, 2, replace=False))
        by_shape = inside("by_shape", seed, 1.5)
        random = inside("drawn", 0.1)
        return Probe(
            given={"widths": widths, "seed": seed, "signal": signal, "errors": errors},
            steps={
                "exact": call(FUNCTION, by_shape, network, signal, errors, Rng(1)),
                "random": call(FUNCTION, random, network, signal, errors, Rng(first)),
                "again": call(FUNCTION, random, network, signal, errors, Rng(first)),
                "other": call(FUNCTION, random, network, signal, errors, Rng(other)),
            },
        )

    @points(1.5)
    def test_forward(self, case: Case) -> None:
        """The first array holds the variance of each layer's pre-activations, from the first layer to the last."""
        found = _pair(case, "exact")[0]
        trace, _ = _trusted(case)
        z, a = trace.pre_activations, trace.activations
        mistakes = {
            "they are the activations' variances, after tanh": [x.var() for x in a],
            "they are standard deviations": [x.std() for x in z],
            "they are means of squares; a variance is about the mean": [np.mean(x**2) for x in z],
            "they start with the inputs": [x.var() for x in (case.given["signal"], *z)],
            "they run from the last layer to the first": [x.var() for x in z[::-1]],
            "the output layer is missing": [x.var() for x in z[:-1]],
            "they are ratios of neighbours": [b.var() / a.var() for a, b in pairwise((case.given["signal"], *z))],
            "they are averages of the units' variances over samples": [x.var(axis=1).mean() for x in z],
            "they are averages of the samples' variances over units": [x.var(axis=2).mean() for x in z],
        }  # fmt: skip
        _compare(found, [x.var() for x in z], mistakes, "forward")

    @points(1.5)
    def test_backward(self, case: Case) -> None:
        """The second array holds the variance of the gradient at each layer's pre-activations, first layer first."""
        found = _pair(case, "exact")[1]
        _, gradients = _trusted(case)
        deltas, kernels = gradients.deltas, gradients.kernels
        mistakes = {
            "they are standard deviations": [d.std() for d in deltas],
            "they are means of squares; a variance is about the mean": [np.mean(d**2) for d in deltas],
            "they run from the last layer to the first": [d.var() for d in deltas[::-1]],
            "the output layer is missing": [d.var() for d in deltas[:-1]],
            "they are of the kernels' gradients, not of the gradient that travels back": [k.var() for k in kernels],
            "they are ratios of neighbours": [b.var() / a.var() for a, b in pairwise(deltas)],
            "they are averages of the units' variances over samples": [x.var(axis=1).mean() for x in deltas],
            "they are averages of the samples' variances over units": [x.var(axis=2).mean() for x in deltas],
        }  # fmt: skip
        _compare(found, [d.var() for d in deltas], mistakes, "backward")

    @points(1)
    @needs("test_forward")
    def test_repeatable(self, case: Case) -> None:
        """The same generator state gives the same variances, another state gives others."""
        first, again, other = (np.concatenate(_pair(case, step)) for step in ("random", "again", "other"))
        if not values.agree(first, again):
            raise Wrong(
                "Twice the same generator state gave different variances: some draws do not come from `rng`.",
                "generator ignored",
            )
        if values.agree(first, other):
            raise Wrong(
                "Another generator gave exactly the same variances: hand `rng` to the initializer, do not make one.",
                "seed reset inside",
            )


def _pair(case: Case, step: str) -> tuple[np.ndarray, np.ndarray]:
    answer = case.value(step)
    if not isinstance(answer, tuple | list) and not (isinstance(answer, np.ndarray) and answer.ndim):
        raise Wrong(
            f"{FUNCTION} should return a pair (forward, backward); it returned {type_name(answer)}.",
            "not a pair",
        )
    if len(answer) != 2:
        raise Wrong(
            f"{FUNCTION} should return a pair (forward, backward); it returned {len(answer)} things.",
            "not a pair",
        )
    forward, backward = answer
    return values.numbers(forward, "The forward variances"), values.numbers(backward, "The backward variances")


def _trusted(case: Case) -> tuple[initlab.Trace, initlab.Gradients]:
    given = case.given
    network = initlab.Network(given["widths"], activation="tanh", output="linear")
    weights = network.initialize(arguments.by_shape(given["seed"], 1.5), np.random.default_rng(0))
    trace = network.forward(weights, given["signal"])
    return trace, network.backward(weights, trace, given["errors"])


def _compare(found: np.ndarray, expected: list, mistakes: dict[str, list], direction: str) -> None:
    if values.agree(found, expected, relative=DDOF):
        return
    words = values.first_match(found, mistakes, relative=DDOF)
    if words:
        raise Wrong(f"The {direction} variances are not what was asked for: {words}.", words)
    found = values.array_of(found, (len(expected),), f"The {direction} variances", "one number per layer")
    worst = int(np.argmax(np.abs(np.log(np.maximum(np.abs(found), 1e-300) / expected))))
    raise Wrong(
        f"The {direction} variance of layer {worst + 1} is {found[worst]:.4g}; with the kernels your "
        f"initializer "
        f"returned it is {expected[worst]:.4g}.",
        f"wrong {direction} variances",
    )
