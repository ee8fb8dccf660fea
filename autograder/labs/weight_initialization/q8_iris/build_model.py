"""Question 8, the model: is every kernel of the Keras model that was built drawn from the law asked for?"""

from dataclasses import replace
from itertools import pairwise

import numpy as np

from autograder.evidence.answers import Raised
from autograder.labs.weight_initialization.asking import inside
from autograder.labs.weight_initialization.keras_models import KerasModel, read_model
from autograder.labs.weight_initialization.keras_models import Layer as AnyLayer
from autograder.labs.weight_initialization.q8_iris.keras_kernels import (
    DEFAULT,
    LIMITS,
    SAID,
    Layer,
    Model,
    alike,
    follows,
    law_found,
    reaches,
    uniform_distance,
)
from autograder.sandbox.codec import Other
from autograder.sandbox.probes import Ref, call, library
from autograder.verdict.grader import Case, Grader, Probe, Wrong, needs, points, type_name
from autograder.verdict.statistics.checks import CHECK_ALPHA, kolmogorov_bound

DEFAULT_WIDTHS = (4, 64, 64, 3)
# each a letter or two away from a right name
MISSPELLED = ("xaveir", "zeross", "randon", "hee", "xavierr", "zerso")
LOSSES = ("categorical_crossentropy", "sparse_categorical_crossentropy")

DRAWN = {"he": "widths", "xavier": "widths", "random": "default"}  # step -> which widths it was asked for
KERNELS = 11  # in these three models: 4 + 4 + 3


class TestBuildModel(Grader):
    notebook, function = "part3_applying", "build_model"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """Models with other widths than the notebook's, two layers of one shape, and the notebook's own."""
        # The output layer is much wider than the layer below it: He's limit there is over 1.5 times Xavier's.
        inputs, hidden, outputs = (int(draw.integers(n, n + 8)) for n in (26, 50, 80))
        widths = (inputs, hidden, hidden, hidden, outputs)
        first, second = (int(seed) for seed in draw.choice(100_000, 2, replace=False))
        name = str(draw.choice(MISSPELLED))
        models = {
            "he": call("build_model", "he", first, widths),
            "xavier": call("build_model", "xavier", first, widths),
            "random": call("build_model", "random", second),
            "zeros": call("build_model", "zeros", second),
            "again": call("build_model", "he", first, widths),
            "other seed": call("build_model", "he", second, widths),
            "misspelled": call("build_model", name, second),
        }
        # described when all are built: a model that a later call has built over shows the later one's weights
        usual = ("random", "zeros", "misspelled")
        described = {
            f"{step} later": inside("built", Ref(step), DEFAULT_WIDTHS[0] if step in usual else widths[0])
            for step in models
        }
        same = {"one object": library("operator.is_", Ref("he"), Ref("xavier"))}
        given = {"widths": widths, "default": DEFAULT_WIDTHS, "misspelled": name}
        return Probe(models | same | described, given)

    @points(0.25)
    def test_layers(self, case: Case) -> None:
        """Every call returns a new model with the dense layers asked for."""
        model = model_of(case, "he")
        if case.value("one object") is True:
            raise Wrong(
                "build_model('he', …) and build_model('xavier', …) returned one and the same model: what"
                " the second one trains is what the first left behind. Every call must make new layers and"
                " a new model.",
                "one model for all",
            )
        expect_shapes(model, case.given["widths"])
        expect_shapes(model_of(case, "random"), DEFAULT_WIDTHS)

    @points(0.25)
    @needs("test_layers")
    def test_compiled(self, case: Case) -> None:
        """Hidden layers have ReLU, the output softmax; it is compiled with Adam and a cross-entropy."""
        model = model_of(case, "he")
        expect_activations(model)
        if model.optimizer != "Adam":
            found = "not compiled" if model.optimizer == "NoneType" else f"compiled with {model.optimizer}"
            raise Wrong(f"The model is {found}; compile it with the optimizer Adam.", "not compiled as asked")
        if model.loss not in LOSSES:
            raise Wrong(
                f"The model is compiled with the loss {model.loss!r}. It answers with a probability for each"
                " of several classes: that asks for a categorical cross-entropy (the sparse one for labels"
                " 0, 1, 2).",
                "wrong loss",
            )

    @points(1)
    @needs("test_layers")
    def test_kernels(self, case: Case) -> None:
        """Every kernel, the output layer's too, follows the law asked for with its own fans.

        False-fail probability: half of 1e-9 for the 11 largest weights (exact, `lowest_maximum`), half for
        the three Kolmogorov tests (exact). Power: a law with another limit leaves this one or never comes near
        it; of 1300 draws and more (192 in the smallest kernel) the largest reaches 98 % (88 %) of the limit.
        """
        if all(follows(model_of(case, step), other) for step, other in (("he", "xavier"), ("xavier", "he"))):
            raise Wrong(
                "Xavier and He are exchanged: build_model('he', …) draws within Xavier's limits, and"
                " build_model('xavier', …) within He's.",
                "Xavier and He exchanged",
            )
        for step in DRAWN:
            expect_law(step, model_of(case, step), case.given[DRAWN[step]])

    @points(0.5)
    @needs("test_layers")
    def test_zeros(self, case: Case) -> None:
        """The model asked for zeros is zero everywhere, and all biases start at 0."""
        zeros = model_of(case, "zeros")
        expect_shapes(zeros, DEFAULT_WIDTHS)
        nonzero = [i for i, layer in enumerate(zeros.layers) if np.any(layer.kernel != 0)]
        if nonzero:
            key, why = cause(zeros, nonzero)
            found = law_found(zeros.layers[nonzero[0]].kernel)
            raise Wrong(
                f"build_model('zeros', …): in {layers(nonzero, zeros)} there are weights that are not 0. "
                f"They follow"
                f" this law: {found}. {why}",
                key,
            )
        for step in (*DRAWN, "zeros"):
            for index, layer in enumerate(model_of(case, step).layers):
                if layer.bias is None:
                    raise Wrong(
                        f"Layer {index + 1} has no bias (use_bias=False). Only the kernels' initial values"
                        " are the question here; biases stay, and start at 0.",
                        "no bias",
                    )
                if np.any(layer.bias != 0):
                    raise Wrong(
                        f"build_model({step!r}, …): the biases of layer {index + 1} do not start at 0."
                        " Different kernels already make the units different; leave bias_initializer alone.",
                        "bias not zero",
                    )

    @points(0.5)
    @needs("test_layers")
    def test_seeds(self, case: Case) -> None:
        """Layers of one shape differ, and the seed decides the weights."""
        model, again, other = (model_of(case, step) for step in ("he", "again", "other seed"))
        _, second, third, _ = (layer.kernel for layer in model.layers)
        if alike(second, third):
            raise Wrong(
                f"Layers 2 and 3 have kernels of one shape {second.shape}, and the same weights in them:"
                " both layers draw with one seed, or share one initializer object. A Keras initializer"
                " returns the same values at every call, so each layer needs an initializer with a seed of"
                " its own.",
                "shared instance",
            )
        expect_shapes(again, case.given["widths"])
        expect_shapes(other, case.given["widths"])
        if not all(alike(a.kernel, b.kernel) for a, b in zip(model.layers, again.layers, strict=True)):
            raise Wrong(
                "Two models built with the same arguments and the same seed start with different weights,"
                " so no run can be repeated. Where does each layer's initializer get its seed from?",
                "seed not used",
            )
        same = [i for i, (a, b) in enumerate(zip(model.layers, other.layers, strict=True)) if alike(a.kernel, b.kernel)]
        if same:
            raise Wrong(
                "Models built with two different seeds start with the same weights in"
                f" {layers(same, model)}: the seed is fixed inside build_model, and many runs would all be"
                " the same run.",
                "fixed seed inside",
            )

    @points(0.5)
    @needs("test_layers")
    def test_misspelled(self, case: Case) -> None:
        """A name that is none of the four raises an error."""
        name = case.given["misspelled"]
        answer = case.answer("misspelled")
        if isinstance(answer, Raised) and answer.kind != "TimeLimit":
            return
        case.value("misspelled")
        try:
            kernel = model_of(case, "misspelled").layers[0].kernel
            drawn = f"a model. Its first kernel follows this law: {law_found(kernel)}"
        except (Wrong, IndexError):
            drawn = type_name(case.value("misspelled"))
        raise Wrong(
            f"build_model({name!r}, …) gave no error, but returned {drawn}. A spelling mistake would go"
            " unnoticed, and a comparison would show something else than its title says. Raise a ValueError"
            " that names the four choices.",
            "silent fallback",
        )


def model_of(case: Case, step: str) -> Model:
    """The model a step built, as it was when all were. Raises `Wrong` if it is none, or has layers without weights."""
    case.value(step)
    later = case.value(f"{step} later")
    model = read_model(later)
    if model is None:
        if later is None:
            raise Wrong("build_model returned None. Is a return statement missing?", "not a model")
        kind = later.type_name if isinstance(later, Other) else type(later).__name__
        raise Wrong(f"build_model should return a Keras model; it returned a {kind}.", "not a model")
    dense, others = stacked(model)
    return Model(tuple(map(layer_of, dense)), others, model.optimizer, model.loss)


def stacked(model: KerasModel) -> tuple[list[AnyLayer], tuple[str, ...]]:
    """The dense layers, and the kinds of all others.

    A separate activation layer counts as the activation of the dense layer before it.
    """
    dense: list[AnyLayer] = []
    others: list[str] = []
    for layer in model.layers:
        if layer.dense:
            dense.append(layer)
        elif layer.kind in ("Activation", "ReLU", "Softmax") and dense and dense[-1].activation == "linear":
            activation = layer.activation if layer.kind == "Activation" else layer.kind.lower()
            dense[-1] = replace(dense[-1], activation=activation)
        elif layer.kind != "InputLayer":
            others.append(layer.kind)
    return dense, tuple(others)


def layer_of(layer: AnyLayer) -> Layer:
    """A dense layer. Raises `Wrong` unless it has a kernel of finite numbers, and a bias or none."""
    kernel = layer.kernel
    if kernel is None or kernel.ndim != 2 or not kernel.size:
        raise Wrong("A dense layer of the model has no kernel of shape (fan_in, fan_out).", "not built")
    if not np.isfinite(kernel).all():
        raise Wrong("A kernel of the model holds values that are not finite (nan or inf).", "not finite")
    return Layer(kernel, layer.bias, str(layer.activation), layer.initializer)


def expect_shapes(model: Model, widths: tuple[int, ...]) -> None:
    """Raises `Wrong` unless the dense layers have these widths and there is nothing else between them."""
    asked = tuple(pairwise(widths))
    if model.others:
        raise Wrong(
            f"Besides its dense layers the model holds {', '.join(sorted(set(model.others)))}. The"
            " comparison is about the initial weights alone: leave these layers out.",
            "other layers",
        )
    if model.shapes == asked:
        return
    shapes = ", ".join(map(str, model.shapes)) or "none"
    wanted = ", ".join(map(str, asked))
    message = f"For widths={widths} the kernels should have the shapes {wanted}; they have {shapes}."
    if widths != DEFAULT_WIDTHS and model.shapes == ((4, 64), (64, 64), (64, 3)):
        message += " It looks as if `widths` is not used."
    raise Wrong(message, "wrong architecture")


def expect_activations(model: Model) -> None:
    """Raises `Wrong` unless hidden layers have ReLU and the output layer softmax."""
    for index, layer in enumerate(model.layers):
        asked = "softmax" if index == len(model.layers) - 1 else "relu"
        if layer.activation != asked:
            raise Wrong(
                f"Layer {index + 1} of {len(model.layers)} has the activation {layer.activation!r}; it"
                f" should be {asked!r} (ReLU in hidden layers, softmax in the output layer).",
                "wrong activation",
            )


def expect_law(name: str, model: Model, widths: tuple[int, ...]) -> None:
    """Raises `Wrong` unless every kernel is uniform within its own limit, and the units of a layer differ."""
    expect_shapes(model, widths)
    limits = [LIMITS[name](*layer.kernel.shape) for layer in model.layers]
    off = [
        index
        for index, (layer, limit) in enumerate(zip(model.layers, limits, strict=True))
        if not reaches(layer.kernel, limit, CHECK_ALPHA / 2 / KERNELS)
    ]
    if off:
        index = off[0]
        found, limit = model.layers[index].kernel, limits[index]
        key, why = cause(model, off)
        raise Wrong(
            f"build_model({name!r}, …): in {layers(off, model)} the weights are not {SAID[name]}. Kernel "
            f"{found.shape}"
            f" should lie within ±{limit:.3g}; its largest weight is {np.abs(found).max():.3g} in size, and "
            f"it follows"
            f" this law: {law_found(found)}. {why}",
            key,
        )
    pooled = np.concatenate([(layer.kernel / limit).ravel() for layer, limit in zip(model.layers, limits, strict=True)])
    if uniform_distance(pooled) > kolmogorov_bound(pooled.size, CHECK_ALPHA / 2 / len(DRAWN)):
        raise Wrong(
            f"build_model({name!r}, …): the weights keep within the limit, but are not spread evenly there:"
            f" {SAID[name]} is asked for.",
            "not uniform",
        )
    for index, layer in enumerate(model.layers):
        if len(np.unique(layer.kernel, axis=1).T) < layer.kernel.shape[1]:
            raise Wrong(
                f"build_model({name!r}, …): two units of layer {index + 1} start with the same weights and"
                " will stay the same for ever. Draw each weight on its own.",
                "one column repeated",
            )


def cause(model: Model, off: list[int]) -> tuple[str, str]:
    """Why the kernels of these layers may not follow the law: the misconception's key, and words for it."""
    claims = {model.layers[index].initializer for index in off}
    by_default = all(law_found(model.layers[index].kernel) == DEFAULT for index in off)
    if by_default and "GlorotUniform" not in claims:
        return "initializer set after build", (
            f"The layer's kernel_initializer says {claims.pop()}, but it was set after the weights had been "
            f"drawn, and"
            " changes nothing then: pass it to the layer when you make it."
        )
    if len(off) < len(model.layers):
        return "initialized in part", (
            "The other kernels are right: every layer needs the initializer, the output layer too."
        )
    return "initializer not used", "Is the initializer that was asked for passed to the layers?"


def layers(indices: list[int], model: Model) -> str:
    """Layers in words: "layer 2", "layers 1, 2 and 4 (the output layer)"."""
    last = len(model.layers) - 1
    names = [f"{i + 1} (the output layer)" if i == last else str(i + 1) for i in indices]
    if len(names) == 1:
        return f"layer {names[0]}"
    return f"layers {', '.join(names[:-1])} and {names[-1]}"
