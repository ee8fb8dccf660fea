"""Q2, the second instrument: the size of the gradient in each layer."""

import initlab
import numpy as np

from autograder.labs.weight_initialization.q2_what_goes_wrong.patients import Patient, samples_and_labels
from autograder.sandbox.probes import Expression, Ref, call
from autograder.verdict import values
from autograder.verdict.grader import Case, Grader, Probe, Wrong, points

NOTEBOOK = "part1_understanding"


class TestGradientNorms(Grader):
    notebook, function = NOTEBOOK, "gradient_norms"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """A tanh and a ReLU network with layers of different widths, and one whose output kernel is zero."""
        a, b, c = (int(n) for n in draw.permutation(np.arange(5, 12))[:3])
        seeds = [int(seed) for seed in draw.integers(0, 2**31, 5)]
        inputs_, labels = samples_and_labels(draw, int(draw.integers(14, 22)), a, 3)
        scaled = tuple(("by_shape", seed, 2.0) for seed in seeds[:4])
        patients = {
            "tanh": Patient("tanh", (a, b, c, 3), "tanh", scaled[:3]),
            "relu": Patient("relu", (a, c, 14, b, 3), "relu", scaled),
            "zero output": Patient("tanh, output kernel 0", (a, b, c, 3), "tanh", (*scaled[:2], ("filled", 0.0))),
        }
        steps: dict[str, Expression] = {}
        for name, patient in patients.items():
            steps |= patient.steps(name, seeds[4])
            steps[name] = call("gradient_norms", Ref(f"{name} network"), Ref(f"{name} weights"), inputs_, labels)
        return Probe(steps, {"patients": patients, "seed": seeds[4], "inputs": inputs_, "labels": labels})

    def norms(self, case: Case, step: str) -> tuple[np.ndarray, initlab.Gradients, initlab.Weights]:
        """The answer as one finite number per layer, and what it should have been made from."""
        patient = case.given["patients"][step]
        weights = patient.weights(case.given["seed"])
        gradients = patient.network().gradients(weights, case.given["inputs"], case.given["labels"])
        found = values.numbers(case.value(step), "gradient_norms")
        layers = len(gradients.kernels)
        if found.size != layers or found.ndim > 2:  # (layers, 1) is the replica's axis left on: no harm done
            raise Wrong(
                f"For a network with {layers} kernels the answer should hold {layers} numbers; it has shape"
                f" {found.shape}.",
                "not one per layer",
            )
        return (
            values.array_of(found.reshape(-1), (layers,), "gradient_norms", "one per layer"),
            gradients,
            weights,
        )

    @points(1)
    def test_layers(self, case: Case) -> None:
        """One number per kernel, first layer first; exactly 0 below an output kernel of zeros."""
        found, *_ = self.norms(case, "zero output")
        if found[0] > 0 and np.all(found[1:] == 0):
            raise Wrong("The numbers come in the order from the last layer to the first.", "layers reversed")
        if np.any(found[:-1] != 0) or found[-1] == 0:
            raise Wrong(
                "In a network whose output kernel is zero no gradient gets through to the layers below it,"
                f" so all numbers but the last are 0. The answer was {_shown(found)}: it does not measure the"
                " gradient of each kernel.",
                "not the gradient",
            )

    @points(2)
    def test_norms(self, case: Case) -> None:
        """The numbers are the Frobenius norms of the kernels' gradients."""
        for step in ("tanh", "relu"):
            found, gradients, weights = self.norms(case, step)
            kernels = [kernel[0] for kernel in gradients.kernels]
            expected = np.array([np.linalg.norm(kernel) for kernel in kernels])
            if values.agree(found, expected):
                continue
            mistakes = {
                "layers reversed": ("They come from the last layer to the first.", expected[::-1]),
                "mean, not norm": (
                    "These are means of the absolute values, not norms.",
                    [np.abs(k).mean() for k in kernels],
                ),
                "sum, not norm": (
                    "These are sums of the absolute values, not norms.",
                    [np.abs(k).sum() for k in kernels],
                ),
                "root missing": ("These are the squared norms: the root is missing.", expected**2),
                "mean square": (
                    "These are roots of the mean square, not of the sum of squares.",
                    [np.sqrt(np.mean(k**2)) for k in kernels],
                ),
                "spread, not norm": ("These are standard deviations, not norms.", [k.std() for k in kernels]),
                "largest entry": (
                    "These are the largest entries, not norms.",
                    [np.abs(k).max() for k in kernels],
                ),
                "spectral norm": (
                    "This is the spectral norm (the largest singular value), not the Frobenius norm.",
                    [np.linalg.norm(k, 2) for k in kernels],
                ),
                "biases": (
                    "These are the norms of the biases' gradients.",
                    [np.linalg.norm(g) for g in gradients.biases],
                ),
                "biases too": (
                    "The biases' gradients are in there too.",
                    [
                        np.hypot(np.linalg.norm(k), np.linalg.norm(g))
                        for k, g in zip(kernels, gradients.biases, strict=True)
                    ],
                ),
                "deltas": (
                    "These are the norms of gradients.deltas, not of the kernels' gradients.",
                    [np.linalg.norm(d) for d in gradients.deltas],
                ),
                "weights": (
                    "These are the norms of the weights, not of their gradients.",
                    [np.linalg.norm(k) for k in weights.kernels],
                ),
                "sum over samples": (
                    "They are too large by the number of samples.",
                    expected * len(case.given["labels"]),
                ),
                "layer shifted": ("They belong to other layers.", np.roll(expected, 1)),
            }
            about = f"For a {step} network it gives {_shown(found)}; expected {_shown(expected)}. "
            for key, (words, value) in mistakes.items():
                if values.agree(found, value):
                    raise Wrong(about + words, key)
            raise Wrong(about, "wrong norm")


def _shown(values: np.ndarray) -> str:
    return "[" + ", ".join(f"{value:.3g}" for value in values) + "]"
