"""Q7, XOR in Keras: the built network that the initializer must have reached."""

from itertools import pairwise

import numpy as np

from autograder.labs.weight_initialization.keras_models import Layer, read_model
from autograder.labs.weight_initialization.q7_he_lecun.signed_kernels import SIGNED, _different, _signature
from autograder.sandbox.probes import Rng, call
from autograder.verdict.grader import Case, Grader, Probe, Wrong, needs, points


class TestBuildNetwork(Grader):
    notebook, function = "part2_techniques", "build_network"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        a, b, c, d = (int(width) for width in draw.choice(np.arange(7, 30), 4, replace=False))
        widths = (a, b, c, c, c, d, 1)  # two kernels of shape (c, c), others differ; one output unit, as in XOR
        generators = [int(s) for s in draw.choice(2**31, 2, replace=False)]
        steps: dict = {}
        for name, generator in zip(("first", "other"), generators, strict=True):
            steps[name] = call("build_network", widths, SIGNED, Rng(generator))
        return Probe(given={"widths": widths}, steps=steps)

    @points(0.5)
    def test_layers(self, case: Case) -> None:
        """A Keras model with the widths asked for: ReLU in the hidden layers, a sigmoid at the end, and built."""
        layers, widths = _layers(case, "first"), case.given["widths"]
        activations = [str(layer.activation) for layer in layers]
        if activations != ["relu"] * (len(widths) - 2) + ["sigmoid"]:
            raise Wrong(
                f"The activations are {', '.join(activations)}; hidden layers should have relu, the output sigmoid.",
                "wrong activations",
            )

    @points(1.5)
    def test_kernels(self, case: Case) -> None:
        """Every kernel, the output layer's too, comes from the initializer, called with that kernel's own shape."""
        layers, widths = _layers(case, "first"), case.given["widths"]
        signatures = [_signature(_kernel(layer)) for layer in layers]
        other = [number + 1 for number, signature in enumerate(signatures) if signature is None]
        if len(other) == len(layers):
            raise Wrong(
                "No kernel comes from the initializer that was given. Is it set as `kernel_initializer` when "
                "the layer "
                "is made? Setting it on a layer that is built already changes nothing.",
                "initializer never applied",
            )
        if other:
            which = "The output layer's kernel does" if other == [len(layers)] else f"The kernels of layers {other} do"
            raise Wrong(
                f"{which} not come from the initializer. A layer without `kernel_initializer` has Keras's "
                "default, Glorot uniform.",
                "initializer on a part only",
            )
        for number, (signature, shape) in enumerate(zip(signatures, pairwise(widths), strict=True), start=1):
            if signature != shape:
                raise Wrong(
                    f"The kernel of layer {number} has shape {shape}, but the initializer was asked for {signature}.",
                    "wrong fan",
                )

    @points(0.5)
    @needs("test_kernels")
    def test_independent(self, case: Case) -> None:
        """Layers of the same shape start with different weights, and so do networks from different generators."""
        kernels = [_kernel(layer) for layer in _layers(case, "first")]
        if not _different(kernels[2], kernels[3]):
            raise Wrong(
                "The two layers of the same shape start with exactly the same weights: each needs draws of "
                "its own "
                "from the one generator.",
                "one instance shared by layers",
            )
        other = [_kernel(layer) for layer in _layers(case, "other")]
        if not any(_different(one, two) for one, two in zip(kernels, other, strict=True)):
            raise Wrong("Another generator gave the same network: use the `rng` that is given.", "seed reset inside")

    @points(0.5)
    def test_biases(self, case: Case) -> None:
        """Every layer has biases, and all start at 0."""
        for number, layer in enumerate(_layers(case, "first"), start=1):
            if layer.bias is None:
                raise Wrong(f"Layer {number} has no bias: leave `use_bias` as it is.", "no bias")
            if np.any(np.asarray(layer.bias, float) != 0):
                raise Wrong(
                    f"The biases of layer {number} do not start at 0; the initializer is for the kernel only.",
                    "biases not zero",
                )


def _layers(case: Case, step: str) -> tuple[Layer, ...]:
    """The dense layers of the student's built model, of the widths asked for."""
    model, widths = read_model(case.value(step)), case.given["widths"]
    if model is None:
        raise Wrong("build_network should return a Keras model, such as a keras.Sequential.", "no Keras model")
    if not model.built:
        raise Wrong(
            "The model has no weights yet: Keras draws them once it knows how many inputs there are. Begin with"
            " keras.Input((number of inputs,)).",
            "not built",
        )
    units = tuple(layer.units for layer in model.dense)
    others = [layer.kind for layer in model.layers if layer.weighted and not layer.dense]
    if units != widths[1:] or others:
        more = f" and layers of kind {', '.join(others)}" if others else ""
        raise Wrong(
            f"For widths {widths} the dense layers should have {widths[1:]} units; the model has {units}{more}.",
            "output layer missing" if units == widths[1:-1] else "wrong widths",
        )
    if (inputs := np.shape(model.dense[0].kernel)[:1]) != widths[:1]:
        raise Wrong(f"The model takes {inputs} inputs; it should take {widths[0]}.", "wrong widths")
    return model.dense


def _kernel(layer: Layer) -> np.ndarray:
    return np.asarray(layer.kernel, float)
