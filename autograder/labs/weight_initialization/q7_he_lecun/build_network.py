"""Q7, XOR in Keras: the built network that the initializer must have reached."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from autograder.labs.weight_initialization.keras_models import KerasModel, read_model
from autograder.labs.weight_initialization.q7_he_lecun.signed_kernels import SIGNED, different, signature
from autograder.sandbox.probes import Rng, call
from autograder.verdict.grader import Case, Grader, Probe, Wrong, needs, points
from autograder.verdict.mistakes import Mistake, expect


@dataclass(frozen=True)
class Given:
    """The widths asked for, of the inputs first."""

    widths: tuple[int, ...]


class TestBuildNetwork(Grader):
    notebook, function = "part2_techniques", "build_network"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        a, b, c, d = (int(width) for width in draw.choice(np.arange(7, 30), 4, replace=False))
        widths = (a, b, c, c, c, d, 1)  # two kernels of shape (c, c), others differ; one output unit, as in XOR
        first, other = (int(seed) for seed in draw.choice(2**31, 2, replace=False))
        steps = {
            "first": call("build_network", widths, SIGNED, Rng(first)),
            "other": call("build_network", widths, SIGNED, Rng(other)),
            "again": call("build_network", widths, SIGNED, Rng(first)),
        }
        return Probe(steps, Given(widths))

    @points(0.5)
    def test_layers(self, case: Case[Given]) -> None:
        """A Keras model with the widths asked for: ReLU in the hidden layers, a sigmoid at the end, and built."""
        model = built_model(case, "first")
        if model.others:
            kinds = ", ".join(sorted({layer.kind for layer in model.others}))
            raise Wrong(f"A model of dense layers is asked for; between them there is {kinds}.", "other layers")
        activations = [str(layer.activation) for layer in model.dense]
        if activations != ["relu"] * (len(case.given.widths) - 2) + ["sigmoid"]:
            raise Wrong(
                f"The activations are {', '.join(activations)}; hidden layers should have relu, the output sigmoid.",
                "wrong activation",
            )

    @points(1.5)
    def test_kernels(self, case: Case[Given]) -> None:
        """Every kernel, the output layer's too, comes from the initializer, called with that kernel's own shape."""
        signatures = [signature(kernel.astype(float)) for kernel in built_model(case, "first").kernels]
        unsigned = [number for number, signed_for in enumerate(signatures, start=1) if signed_for is None]
        if len(unsigned) == len(signatures):
            raise Wrong(
                "No kernel comes from the initializer that was given. Is it set as `kernel_initializer` when the layer "
                "is made? Setting it on a layer that is built already changes nothing.",
                "initializer not used",
            )
        if unsigned:
            last = unsigned == [len(signatures)]
            which = "The output layer's kernel does" if last else f"The kernels of layers {unsigned} do"
            raise Wrong(
                f"{which} not come from the initializer. "
                "A layer without `kernel_initializer` has Keras's default, Glorot uniform.",
                "initializer on a part only",
            )
        for number, (signed_for, shape) in enumerate(zip(signatures, pairwise(case.given.widths), strict=True), 1):
            about = f"The kernel of layer {number} has shape {shape}, but the initializer was asked for {signed_for}."
            expect(signed_for, shape, about, otherwise="wrong fan")

    @points(0.5)
    @needs("test_kernels")
    def test_independent(self, case: Case[Given]) -> None:
        """Layers of the same shape start with different weights, and so do networks from different generators."""
        kernels = built_model(case, "first").kernels
        if not different(kernels[2], kernels[3]):
            raise Wrong(
                "The two layers of the same shape start with exactly the same weights: "
                "each needs draws of its own from the one generator.",
                "generator not moved on",
            )
        if not any(map(different, kernels, built_model(case, "other").kernels)):
            raise Wrong("Another generator gave the same network: use the `rng` that is given.", "seed reset inside")
        if any(map(different, kernels, built_model(case, "again").kernels)):
            raise Wrong(
                "A generator in the same state gave another network: draw every kernel with the `rng` that is given.",
                "generator ignored",
            )

    @points(0.5)
    def test_biases(self, case: Case[Given]) -> None:
        """Every layer has biases, and all start at 0."""
        for number, layer in enumerate(built_model(case, "first").dense, start=1):
            if layer.bias is None:
                raise Wrong(f"Layer {number} has no bias: leave `use_bias` as it is.", "no bias")
            if np.any(np.asarray(layer.bias, float) != 0):
                raise Wrong(
                    f"The biases of layer {number} do not start at 0; the initializer is for the kernel only.",
                    "biases not zero",
                )


def built_model(case: Case[Given], step: str) -> KerasModel:
    """The student's model. Raises `Wrong` unless it is built, with dense layers of the widths asked for."""
    model, widths = read_model(case.value(step)), case.given.widths
    if model is None:
        raise Wrong("build_network should return a Keras model, such as a keras.Sequential.", "no Keras model")
    if not model.built:
        raise Wrong(
            "The model has no weights yet: Keras draws them once it knows how many inputs there are. "
            "Begin with keras.Input((number of inputs,)).",
            "not built",
        )
    units = tuple(layer.units for layer in model.dense)
    others = [layer.kind for layer in model.others if layer.weighted]
    more = f" and layers of kind {', '.join(others)}" if others else ""
    about = f"For widths {widths} the dense layers should have {widths[1:]} units; the model has {units}{more}."
    expect(units, widths[1:], about, [Mistake("output layer missing", "", widths[1:-1])], otherwise="wrong widths")
    if others:
        raise Wrong(about, "other layers")
    inputs = model.kernels[0].shape[:1]
    about = f"The model takes {inputs} inputs; it should take {widths[0]}."
    expect(inputs, widths[:1], about, otherwise="wrong widths")
    return model
