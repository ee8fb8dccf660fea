"""Q7, XOR in Keras: the student's initializer wrapped for Keras, and the built network it must have reached."""

from itertools import pairwise

import numpy as np

from autograder.grader import Case, Grader, Probe, Wrong, needs, points
from autograder.graders import answers
from autograder.sandbox.probes import Library, Ref, Rng, call, library

# The initializer that the probes hand over signs every weight with 1000 fan_in + fan_out, plus .1 to .4 drawn
# from the generator; float32 keeps that to .004 for the widths used here.
SIGNED = Library("autograder.sandbox.inputs.signed")
# Two kernels of 48 or more weights with parts drawn evenly over .3 agree to within .01 everywhere with
# probability below (2 * .01 / .3)^48 < 1e-56.
DIFFERENT = 0.01


def _signature(kernel: np.ndarray) -> tuple[int, int] | None:
    """The (fan_in, fan_out) a kernel was signed with; None if `signed` did not make it."""
    whole = np.floor(kernel)
    rest = kernel - whole
    if kernel.size == 0 or np.ptp(whole) != 0 or rest.min() < 0.08 or rest.max() > 0.42 or whole.flat[0] < 1000:
        return None
    fan_in, fan_out = divmod(int(whole.flat[0]), 1000)
    return fan_in, fan_out


def _different(one: np.ndarray, other: np.ndarray) -> bool:
    return one.shape != other.shape or bool(np.abs(one - other).max() > DIFFERENT)


class TestLabInitializer(Grader):
    notebook, function = "part2_techniques", "LabInitializer"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        shape = (int(draw.integers(6, 12)), int(draw.integers(12, 30)))
        generators = [int(s) for s in draw.choice(2**31, 2, replace=False)]
        steps: dict = {}
        for name, generator in zip(("first", "other"), generators, strict=True):
            steps[f"{name}_wrapper"] = call("LabInitializer", SIGNED, Rng(generator))
            steps[name] = library("autograder.sandbox.keras_models.drawn_by", Ref(f"{name}_wrapper"), [shape, shape])
        return Probe(given={"shape": shape}, steps=steps)

    @points(1)
    def test_draws(self, case: Case) -> None:
        """It is a Keras initializer that returns the weights of the function it wraps, for the shape Keras asks for."""
        for step in ("first", "other"):
            for array in _drawn(case, step):
                shape = case.given["shape"]
                array = answers.array_of(array, shape, f"The weights for the shape {shape}", "as asked for")
                signature = _signature(array)
                if signature is None:
                    raise Wrong(
                        "The weights are not those that the wrapped function returns for this shape and "
                        "generator: "
                        "they are changed, or come from elsewhere.",
                        "wrapped function not used",
                    )
                if signature != shape:
                    raise Wrong(
                        f"Keras asked for the shape {shape}; the wrapped function was asked for {signature}.",
                        "transposed shape" if signature == shape[::-1] else "wrong shape",
                    )

    @points(1)
    @needs("test_draws")
    def test_moves_on(self, case: Case) -> None:
        """Two layers of the same shape get different weights, drawn one after the other from the generator given."""
        first, second = (np.asarray(array, float) for array in _drawn(case, "first"))
        if not _different(first, second):
            raise Wrong(
                "Asked twice for the same shape it returned the same weights: two equal layers would start "
                "as twins. "
                "Go on with one generator instead of making it anew, or keeping what it drew.",
                "generator not moved on",
            )
        if not _different(first, np.asarray(_drawn(case, "other")[0], float)):
            raise Wrong("Another generator gave the same weights: use the one that is given.", "seed reset inside")


def _drawn(case: Case, step: str) -> list:
    """What the wrapper returned for the two shapes, should it be a Keras initializer at all."""
    case.value(f"{step}_wrapper")
    answer = case.value(step)
    if not answer["is_initializer"]:
        raise Wrong(
            "LabInitializer(initializer, rng) should be a keras.initializers.Initializer: derive the class from it.",
            "no Keras initializer",
        )
    return answer["arrays"]


class TestBuildNetwork(Grader):
    notebook, function = "part2_techniques", "build_network"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        a, b, c, d = (int(width) for width in draw.choice(np.arange(7, 30), 4, replace=False))
        widths = (
            a,
            b,
            c,
            c,
            c,
            d,
            1,
        )  # two kernels of shape (c, c), all other shapes differ; one output unit, as in XOR
        generators = [int(s) for s in draw.choice(2**31, 2, replace=False)]
        steps: dict = {}
        for name, generator in zip(("first", "other"), generators, strict=True):
            steps[f"{name}_model"] = call("build_network", widths, SIGNED, Rng(generator))
            steps[name] = library("autograder.sandbox.keras_models.described", Ref(f"{name}_model"))
        return Probe(given={"widths": widths}, steps=steps)

    @points(0.5)
    def test_layers(self, case: Case) -> None:
        """A Keras model with the widths asked for: ReLU in the hidden layers, a sigmoid at the end, and built."""
        layers, widths = _layers(case, "first"), case.given["widths"]
        activations = [layer["activation"] for layer in layers]
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
            if layer["bias"] is None:
                raise Wrong(f"Layer {number} has no bias: leave `use_bias` as it is.", "no bias")
            if np.any(np.asarray(layer["bias"], float) != 0):
                raise Wrong(
                    f"The biases of layer {number} do not start at 0; the initializer is for the kernel only.",
                    "biases not zero",
                )


def _layers(case: Case, step: str) -> list[dict]:
    """The dense layers of the student's built model, of the widths asked for."""
    case.value(f"{step}_model")
    answer, widths = case.value(step), case.given["widths"]
    if not answer["is_model"]:
        raise Wrong("build_network should return a Keras model, such as a keras.Sequential.", "no Keras model")
    if not answer["built"]:
        raise Wrong(
            "The model has no weights yet: Keras draws them once it knows how many inputs there are. Begin "
            "with "
            "keras.Input((number of inputs,)).",
            "not built",
        )
    layers = answer["layers"]
    units = tuple(layer["units"] for layer in layers)
    if units != widths[1:] or answer["others"]:
        more = f" and layers of kind {', '.join(answer['others'])}" if answer["others"] else ""
        raise Wrong(
            f"For widths {widths} the dense layers should have {widths[1:]} units; the model has {units}{more}.",
            "output layer missing" if units == widths[1:-1] else "wrong widths",
        )
    if (inputs := np.shape(layers[0]["kernel"])[:1]) != widths[:1]:
        raise Wrong(f"The model takes {inputs} inputs; it should take {widths[0]}.", "wrong widths")
    return layers


def _kernel(layer: dict) -> np.ndarray:
    return np.asarray(layer["kernel"], float)
