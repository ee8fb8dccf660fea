"""Q7, XOR in Keras: the built network that the initializer must have reached."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain, combinations, pairwise

import numpy as np

from autograder.labs.weight_initialization.keras_models import KerasModel, read_model
from autograder.labs.weight_initialization.q7_he_lecun.signed_kernels import SIGNED, different, signature
from autograder.sandbox.probes import Rng, call
from autograder.verdict.grader import Case, Grader, Probe, Wrong, needs, points
from autograder.verdict.mistakes import Mistake, expect

LOOKED_AT = ("first", "equal")


@dataclass(frozen=True)
class Given:
    """The widths asked for, of the inputs first, by step."""

    widths: Mapping[str, tuple[int, ...]]


class TestBuildNetwork(Grader):
    notebook, function = "part2_techniques", "build_network"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        a, b, c, d = (int(width) for width in draw.choice(np.arange(7, 30), 4, replace=False))
        various = (a, b, c, c, c, d, 1)  # two kernels of shape (c, c), others differ; one output unit, as in XOR
        equal = (b, b, b)  # no layer is known by its width
        first, other = (int(seed) for seed in draw.choice(2**31, 2, replace=False))
        seeds = {"first": first, "equal": other, "other": other, "again": first}
        widths = {step: equal if step == "equal" else various for step in seeds}
        steps = {step: call("build_network", widths[step], SIGNED, Rng(seed)) for step, seed in seeds.items()}
        return Probe(steps, Given(widths))

    @points(0.5)
    def test_layers(self, case: Case[Given]) -> None:
        """A Keras model with the widths asked for: ReLU in the hidden layers, a sigmoid at the end, and built."""
        for step in LOOKED_AT:
            expect_layers(built_model(case, step))

    @points(1.5)
    def test_kernels(self, case: Case[Given]) -> None:
        """Every kernel, the output layer's too, comes from the initializer, called with that kernel's own shape."""
        for step in LOOKED_AT:
            expect_kernels(built_model(case, step), case.given.widths[step])

    @points(0.5)
    @needs("test_kernels")
    def test_independent(self, case: Case[Given]) -> None:
        """Layers of the same shape start with different weights, and so do networks from different generators."""
        models = [built_model(case, step).kernels for step in LOOKED_AT]
        if not all(different(one, other) for kernels in models for one, other in combinations(kernels, 2)):
            raise Wrong(
                "Two layers of the same shape start with exactly the same weights: "
                "each needs draws of its own from the one generator.",
                "generator not moved on",
            )
        kernels, *_ = models
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
        for number, layer in chain(*(enumerate(built_model(case, step).dense, start=1) for step in LOOKED_AT)):
            if layer.bias is None:
                raise Wrong(f"Layer {number} has no bias: leave `use_bias` as it is.", "no bias")
            if np.any(np.asarray(layer.bias, float) != 0):
                raise Wrong(
                    f"The biases of layer {number} do not start at 0; the initializer is for the kernel only.",
                    "biases not zero",
                )


def expect_layers(model: KerasModel) -> None:
    """Raises `Wrong` unless there are dense layers only, with ReLU in the hidden ones and a sigmoid at the end."""
    if model.others:
        kinds = ", ".join(sorted({layer.kind for layer in model.others}))
        raise Wrong(f"A model of dense layers is asked for; between them there is {kinds}.", "other layers")
    activations = [str(layer.activation) for layer in model.dense]
    if activations != ["relu"] * (len(model.dense) - 1) + ["sigmoid"]:
        units = ", ".join(str(layer.units) for layer in model.dense)
        raise Wrong(
            f"The activations are {', '.join(activations)}, in layers of {units} units; hidden layers should have "
            "relu, the output sigmoid.",
            "wrong activation",
        )


def expect_kernels(model: KerasModel, widths: tuple[int, ...]) -> None:
    """Raises `Wrong` unless every kernel was signed for its own shape."""
    signatures = [signature(kernel.astype(float)) for kernel in model.kernels]
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
    for number, (signed_for, shape) in enumerate(zip(signatures, pairwise(widths), strict=True), 1):
        about = f"The kernel of layer {number} has shape {shape}, but the initializer was asked for {signed_for}."
        expect(signed_for, shape, about, otherwise="wrong fan")


def built_model(case: Case[Given], step: str) -> KerasModel:
    """The student's model. Raises `Wrong` unless it is built, with dense layers of the widths asked for."""
    model, widths = read_model(case.value(step)), case.given.widths[step]
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
