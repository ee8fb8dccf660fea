"""Q2, the second instrument: the size of the gradient in each layer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

import initlab
import numpy as np

from autograder.labs.weight_initialization.layers import FIRST
from autograder.labs.weight_initialization.q2_what_goes_wrong.patients import Patient, samples_and_labels
from autograder.sandbox.probes import Expression, Ref, call
from autograder.verdict import values
from autograder.verdict.grader import Case, Grader, Probe, Wrong, points
from autograder.verdict.mistakes import Compared, Mistake, expect_all


@dataclass(frozen=True)
class Given:
    """Networks, by what they are, and the data that their gradients are taken on."""

    patients: Mapping[str, Patient]
    seed: int
    inputs: np.ndarray  # (samples, features)
    labels: np.ndarray  # (samples,)


class TestGradientNorms(Grader):
    notebook, function = "part1_understanding", "gradient_norms"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """Networks with layers of different widths: of a good size, with tiny and huge gradients, with one kernel."""
        a, b, c = (int(n) for n in draw.permutation(np.arange(5, 12))[:3])
        seeds = [int(seed) for seed in draw.integers(0, 2**31, 6)]
        inputs, labels = samples_and_labels(draw, int(draw.integers(210, 260)), a, 3)
        scaled = tuple(("by_shape", seed, 2.0) for seed in seeds[:4])
        tiny, huge = (tuple(("by_shape", seed, gain) for seed in seeds[:4]) for gain in (1e-6, 3e4))
        minute = tuple(("by_shape", seed, 1e-18) for seed in seeds[:4])  # their squares are 0 in single precision
        patients = {
            "tanh": Patient("tanh", (a, b, c, 3), "tanh", scaled[:3]),
            "relu": Patient("relu", (a, c, 14, b, 3), "relu", scaled),
            "zero output": Patient("tanh, output kernel 0", (a, b, c, 3), "tanh", (*scaled[:2], ("filled", 0.0))),
            "vanishing": Patient("tanh, tiny weights", (a, b, 14, c, 3), "tanh", tiny),
            "minute": Patient("tanh, minute weights", (a, b, 14, c, 3), "tanh", minute),
            "exploding": Patient("ReLU, huge weights", (a, c, b, 14, 3), "relu", huge),
            "one kernel": Patient("no hidden layer", (a, 3), "tanh", scaled[:1]),
        }
        steps: dict[str, Expression] = {}
        for name, patient in patients.items():
            steps |= patient.steps(name, seeds[4])
            steps[name] = call("gradient_norms", Ref(f"{name} network"), Ref(f"{name} weights"), inputs, labels)
        return Probe(steps, Given(patients, seeds[4], inputs, labels))

    @points(1)
    def test_layers(self, case: Case[Given]) -> None:
        """One number per kernel on one axis, first layer first; exactly 0 below an output kernel of zeros."""
        found = norms(case, "zero output")
        if found[0] > 0 and np.all(found[1:] == 0):
            raise Wrong("The numbers come in the order from the last layer to the first.", "layers reversed")
        if np.any(found[:-1] != 0) or found[-1] == 0:
            raise Wrong(
                "In a network whose output kernel is zero no gradient gets through to the layers below it, "
                f"so all numbers but the last are 0. The answer was {shown(found)}: "
                "it does not measure the gradient of each kernel.",
                "not the gradient",
            )
        for step in ("zero output", "one kernel"):
            shape, right = values.numbers(case.value(step), "gradient_norms").shape, norms(case, step).shape
            if shape != right:
                axes = "Each kernel's norm is one number, and the array of them has one axis"
                raise Wrong(f"{axes}: its shape should be {right}; it is {shape}.", "wrong shape")
        case.require_untouched()

    @points(2)
    def test_norms(self, case: Case[Given]) -> None:
        """The numbers are the Frobenius norms of the kernels' gradients."""
        expect_all(self._compared(case), otherwise="wrong norm", absolute=0.0)

    @staticmethod
    def _compared(case: Case[Given]) -> Iterator[Compared]:
        given = case.given
        for step in ("tanh", "relu", "vanishing", "minute", "exploding", "one kernel"):
            found, patient = norms(case, step), given.patients[step]
            weights = patient.weights(given.seed)
            gradients = patient.network().gradients(weights, given.inputs, given.labels)
            right = np.array([np.linalg.norm(kernel) for kernel in gradients.kernels])
            about = f"For a network ({patient.what}) it gives {shown(found)}; expected {shown(right)}."
            yield Compared(found, right, about, partial(mistakes, given, patient, right, gradients, weights))


def norms(case: Case[Given], step: str) -> np.ndarray:
    """The answer as one number per layer."""
    found = values.numbers(case.value(step), "gradient_norms")
    layers = len(case.given.patients[step].starts)
    if found.size != layers or found.ndim > 2:  # (layers, 1) is the replica's axis left on: no harm done
        raise Wrong(
            f"For a network with {layers} kernels the answer should hold {layers} numbers; it has shape {found.shape}.",
            "not one per layer",
        )
    return found.reshape(-1)


def mistakes(
    given: Given, patient: Patient, right: np.ndarray, gradients: initlab.Gradients, weights: initlab.Weights
) -> Iterator[Mistake]:
    """The numbers that each known mistake gives."""
    kernels = gradients.kernels
    sizes = [np.abs(kernel) for kernel in kernels]
    yield Mistake("layers reversed", "They come from the last layer to the first.", right[::-1])
    means = "These are means of the absolute values, not norms."
    yield Mistake("mean, not norm", means, [size.mean() for size in sizes])
    sums = "These are sums of the absolute values, not norms."
    yield Mistake("sum, not norm", sums, [size.sum() for size in sizes])
    yield Mistake("root missing", "These are the squared norms: the root is missing.", right**2)
    root = "These are roots of the mean square, not of the sum of squares."
    yield Mistake("mean square", root, [np.sqrt(np.mean(kernel**2)) for kernel in kernels])
    spreads = "These are standard deviations, not norms."
    yield Mistake("spread, not norm", spreads, [kernel.std() for kernel in kernels])
    yield Mistake("largest entry", "These are the largest entries, not norms.", [size.max() for size in sizes])
    spectral = "This is the spectral norm (the largest singular value), not the Frobenius norm."
    yield Mistake("spectral norm", spectral, [np.linalg.norm(kernel[0], 2) for kernel in kernels])
    biases = np.array([np.linalg.norm(bias) for bias in gradients.biases])
    yield Mistake("gradients of the biases", "These are the norms of the biases' gradients.", biases)
    yield Mistake("biases too", "The biases' gradients are in there too.", np.hypot(right, biases))
    deltas = "These are the norms of gradients.deltas, not of the kernels' gradients."
    yield Mistake("norms of the deltas", deltas, [np.linalg.norm(delta) for delta in gradients.deltas])
    own = "These are the norms of the weights, not of their gradients."
    yield Mistake("norms of the weights", own, [np.linalg.norm(kernel) for kernel in weights.kernels])
    yield Mistake("sum over samples", "They are too large by the number of samples.", right * len(given.labels))
    rounded = "They are rounded: of a gradient that vanishes no digit is left."
    for decimals in range(3, 17):
        yield Mistake("rounded to decimals", rounded, np.round(right, decimals))
    yield Mistake("layer shifted", "They belong to other layers.", np.roll(right, 1))
    yield from of_some_samples(given, patient)


def of_some_samples(given: Given, patient: Patient) -> Iterator[Mistake]:
    """The norms for parts of the data."""
    network, weights = patient.network(), patient.weights(given.seed)
    for part in (*(slice(first) for first in FIRST), slice(-1), slice(1, None)):
        gradients = network.gradients(weights, given.inputs[part], given.labels[part])
        words = "They are those for some of the samples, not for all of `inputs`."
        yield Mistake("not all samples", words, [np.linalg.norm(kernel) for kernel in gradients.kernels])


def shown(numbers: np.ndarray) -> str:
    """Numbers for a message."""
    return "[" + ", ".join(f"{number:.3g}" for number in numbers) + "]"
