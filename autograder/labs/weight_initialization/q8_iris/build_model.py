"""Question 8, the model: is every kernel of the Keras model that was built drawn from the law asked for?"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np

from autograder.labs.weight_initialization.asking import inside
from autograder.labs.weight_initialization.keras_models import KerasModel, read_model
from autograder.labs.weight_initialization.q8_iris.keras_kernels import (
    DEFAULT,
    SAID,
    alike,
    follows,
    law_found,
    limit_of,
    reaches,
    uniform_distance,
    units_repeat,
)
from autograder.sandbox.probes import Ref, Student, call, library
from autograder.verdict.grader import Case, Grader, Probe, Wrong, needs, points, type_name
from autograder.verdict.mistakes import Mistake, expect
from autograder.verdict.statistics.checks import CHECK_ALPHA, kolmogorov_bound

DEFAULT_WIDTHS = (4, 64, 64, 3)
OTHER_NAMES = (
    # each a letter or two away from a right name
    "xaveir", "zeross", "randon", "hee", "xavierr", "zerso", "zero", "rand", "h", "",
    "the", "zeros_like", "random_normal", "xavier_normal", "he_normal", "he_xavier",  # hold a right name
    "glorot_uniform", "he_uniform", "random_uniform", "ones", "glorot", "kaiming",  # that Keras or others know
)  # fmt: skip
LOSS, OTHER_LOSS = "sparse_categorical_crossentropy", "categorical_crossentropy"

DRAWN = ("he", "xavier", "random")  # steps whose kernels are looked at
KERNELS = 11  # in these three models: 4 + 4 + 3
SMALL = (5, 6, 9, 9, 9)  # two hidden layers and the output share a shape; hidden layers are not all as wide
USUAL = 42  # the seed that is written most often


@dataclass(frozen=True)
class Given:
    """What was asked for."""

    widths: Mapping[str, tuple[int, ...]]  # by step; of the inputs first


class TestBuildModel(Grader):
    notebook, function = "part3_applying", "build_model"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """Models with other widths than the notebook's, two layers of one shape, and the notebook's own."""
        # The output layer is much wider than the layer below it: He's limit there is over 1.5 times Xavier's.
        inputs, hidden, outputs = (int(draw.integers(n, n + 8)) for n in (26, 50, 80))
        widths = (inputs, hidden, hidden, hidden, outputs)
        first = int(draw.integers(100, 50_000))
        second = first + 1000 * int(draw.integers(1, 50))  # the same last digits
        models = {
            "he": call("build_model", "he", first, widths),
            "he again": call("build_model", "he", first, widths),
            "he, other seed": call("build_model", "he", second, widths),
            # 0 times anything is 0, and 0 counts as false
            "xavier": call("build_model", "xavier", 0, widths),
            "xavier again": call("build_model", "xavier", 0, widths),
            "xavier, other seed": call("build_model", "xavier", 1, widths),
            "random": call("build_model", "random", second),
            "zeros": call("build_model", "zeros", second),
            "random small": call("build_model", "random", 0, SMALL),
            "random small again": call("build_model", "random", 0, SMALL),
            "random small, other seed": call("build_model", "random", USUAL, SMALL),
        }
        asked = {
            step: next((w for w in (widths, SMALL) if w in model.args), DEFAULT_WIDTHS)
            for step, model in models.items()
        }
        same = {f"one object, {step}": library("operator.is_", Ref("he"), Ref(step)) for step in ("xavier", "he again")}
        same["shared layers"] = inside("shared_layers", Ref("he"), Ref("he again"))
        others = [[name, second, SMALL] for name in draw.permutation(OTHER_NAMES).tolist()]
        same["other names"] = inside("first_accepted", Student("build_model"), others)
        # described when all are built: a model that a later call has built over shows the later one's weights
        described = {f"{step} later": inside("built", Ref(step), asked[step][0]) for step in models}
        return Probe(models | same | described, Given(asked))

    @points(0.25)
    def test_layers(self, case: Case[Given]) -> None:
        """Every call returns a new model with the dense layers asked for."""
        model_of(case, "he")
        if case.value("one object, xavier") is True:
            raise Wrong(
                "build_model('he', …) and build_model('xavier', …) returned one and the same model: "
                "what the second one trains is what the first left behind. "
                "Every call must make new layers and a new model.",
                "one model for all",
            )
        if case.value("one object, he again") is True:
            raise Wrong(
                "Called twice with the same arguments, build_model returned one and the same model: the second time it"
                " may be trained already. Every call must make new layers and a new model.",
                "one model for all",
            )
        if case.value("shared layers") is True:
            raise Wrong(
                "Called twice with the same arguments, build_model returned two models with the same layers in them:"
                " the second one's may be trained already. Every call must make new layers and a new model.",
                "one model for all",
            )
        shaped_model(case, "he")
        shaped_model(case, "random")
        shaped_model(case, "random small")

    @points(0.25)
    @needs("test_layers")
    def test_compiled(self, case: Case[Given]) -> None:
        """Hidden layers have ReLU, the output softmax; it is compiled with Adam and a cross-entropy."""
        for step in (*DRAWN, "zeros", "random small"):
            expect_compiled(model_of(case, step))

    @points(1)
    @needs("test_layers")
    def test_kernels(self, case: Case[Given]) -> None:
        """Every kernel, the output layer's too, follows the law asked for with its own fans.

        False-fail probability: half of 1e-9 for the 11 largest weights (exact, `lowest_maximum`), half for
        the three Kolmogorov tests (exact). Power: a law with another limit leaves this one or never comes near
        it; of 1300 draws and more (192 in the smallest kernel) the largest reaches 98 % (88 %) of the limit.
        """
        if all(follows(model_of(case, step), other) for step, other in (("he", "xavier"), ("xavier", "he"))):
            raise Wrong(
                "Xavier and He are exchanged: build_model('he', …) draws within Xavier's limits, "
                "and build_model('xavier', …) within He's.",
                "Xavier and He exchanged",
            )
        for step in DRAWN:
            expect_law(step, shaped_model(case, step))

    @points(0.5)
    @needs("test_layers")
    def test_zeros(self, case: Case[Given]) -> None:
        """The model asked for zeros is zero everywhere, and all biases start at 0."""
        zeros = shaped_model(case, "zeros")
        nonzero = [i for i, kernel in enumerate(zeros.kernels) if np.any(kernel)]
        if nonzero:
            raise law_missed(
                f"build_model('zeros', …): in {in_words(nonzero, zeros)} there are weights that are not 0. "
                f"They follow this law: {law_found(zeros.kernels[nonzero[0]])}.",
                zeros,
                nonzero,
            )
        for step in (*DRAWN, "zeros"):
            for number, layer in enumerate(model_of(case, step).dense, start=1):
                if layer.bias is None:
                    raise Wrong(
                        f"Layer {number} has no bias (use_bias=False). "
                        "Only the kernels' initial values are the question here; biases stay, and start at 0.",
                        "no bias",
                    )
                if np.any(layer.bias != 0):
                    raise Wrong(
                        f"build_model({step!r}, …): the biases of layer {number} do not start at 0. "
                        "Different kernels already make the units different; leave bias_initializer alone.",
                        "biases not zero",
                    )

    @points(0.5)
    @needs("test_layers")
    def test_seeds(self, case: Case[Given]) -> None:
        """Layers of one shape differ, and the seed decides the weights."""
        for step, at in (("he", ""), ("xavier", " with seed 0"), ("random small", " with seed 0")):
            expect_seeds(case, step, f"{step} again", f"{step}, other seed", at)

    @points(0.5)
    @needs("test_layers")
    def test_misspelled(self, case: Case[Given]) -> None:
        """A name that is none of the four raises an error."""
        accepted = case.value("other names")
        if accepted is not None:
            raise Wrong(
                f"build_model({accepted!r}, …) gave no error. A spelling mistake would go unnoticed, and a comparison "
                "would show something else than its title says. Raise a ValueError that names the four choices.",
                "silent fallback",
            )


def expect_compiled(model: KerasModel) -> None:
    """Raises `Wrong` unless activations, optimizer and loss are those asked for."""
    count = len(model.dense)
    for number, layer in enumerate(model.dense, start=1):
        asked = "softmax" if number == count else "relu"
        if layer.activation != asked:
            raise Wrong(
                f"Layer {number} of {count} has the activation {layer.activation!r}; "
                f"it should be {asked!r} (ReLU in hidden layers, softmax in the output layer).",
                "wrong activation",
            )
    if model.optimizer != "Adam":
        found = "not compiled" if model.optimizer == "NoneType" else f"compiled with {model.optimizer}"
        raise Wrong(f"The model is {found}; compile it with the optimizer Adam.", "not compiled as asked")
    if model.loss == OTHER_LOSS:
        raise Wrong(
            f"The model is compiled with {OTHER_LOSS!r}, which wants labels that are rows like (0, 1, 0). Ours are"
            " numbers, 0, 1 and 2: there is a loss for them.",
            "loss for other labels",
        )
    if model.loss == f"{LOSS} from logits":
        raise Wrong(
            "The model is compiled with a loss that takes its input for logits (from_logits=True); after softmax "
            "it gets probabilities, and would make probabilities of them once more.",
            "softmax twice",
        )
    if model.loss != LOSS:
        raise Wrong(
            f"The model is compiled with the loss {model.loss!r}. It answers with a probability for each of "
            "several classes: that asks for a categorical cross-entropy (the sparse one for labels 0, 1, 2).",
            "wrong loss",
        )


def expect_seeds(case: Case[Given], step: str, again: str, other_seed: str, at: str = "") -> None:
    """Raises `Wrong` unless all layers differ, and the seed alone decides the weights.

    `at` says which seed it is, where it is a special one.
    """
    model = model_of(case, step)
    for (one, a), (two, b) in combinations(enumerate(model.kernels, start=1), 2):
        if alike(a, b):
            raise Wrong(
                f"Layers {one} and {two}{at} start from the same random numbers: both draw with one seed, or share one"
                " initializer object. A Keras initializer returns the same values at every call, so each layer needs"
                " an initializer with a seed of its own.",
                "shared instance",
            )
    first, second, other = (shaped_model(case, name).kernels for name in (step, again, other_seed))
    if not all(map(alike, first, second)):
        raise Wrong(
            f"Two models built{at} with the same arguments and the same seed start with different weights, "
            "so no run can be repeated. Where does each layer's initializer get its seed from?",
            "seed not used",
        )
    same = [i for i, (a, b) in enumerate(zip(first, other, strict=True)) if alike(a, b)]
    if same:
        raise Wrong(
            f"Models built{at or ' with one seed'} and with another one start with the same weights in "
            f"{in_words(same, model)}: the seed is fixed inside build_model, "
            "and many runs would all be the same run.",
            "fixed seed inside",
        )


def model_of(case: Case[Given], step: str) -> KerasModel:
    """The model a step built, as it was when all were. Raises `Wrong` if it is none, or has layers without weights."""
    case.value(step)
    later = case.value(f"{step} later")
    if later is None:
        raise Wrong("build_model returned None. Is a return statement missing?", "no Keras model")
    model = read_model(later)
    if model is None:
        raise Wrong(f"build_model should return a Keras model; it returned {type_name(later)}.", "no Keras model")
    for kernel in model.kernels:
        if kernel.ndim != 2 or not kernel.size:
            raise Wrong("A dense layer of the model has no kernel of shape (fan_in, fan_out).", "not built")
        if not np.isfinite(kernel).all():
            raise Wrong("A kernel of the model holds values that are not finite (nan or inf).", "not finite")
    return model


def shaped_model(case: Case[Given], step: str) -> KerasModel:
    """The model, if its dense layers have the widths asked for and there is nothing else between them."""
    model, widths = model_of(case, step), case.given.widths[step]
    others = {layer.kind for layer in model.others}
    if others:
        raise Wrong(
            f"Besides its dense layers the model holds {', '.join(sorted(others))}. "
            "The comparison is about the initial weights alone: leave these layers out.",
            "other layers",
        )
    asked, usual = (tuple(pairwise(each)) for each in (widths, DEFAULT_WIDTHS))
    found = tuple(kernel.shape for kernel in model.kernels)
    right, yours = (", ".join(map(str, shapes)) or "none" for shapes in (asked, found))
    about = f"For widths={widths} the kernels should have the shapes {right}; they have {yours}."
    unused = Mistake("wrong widths", "It looks as if `widths` is not used.", usual)
    expect(found, asked, about, [unused], otherwise="wrong widths")
    return model


def expect_law(name: str, model: KerasModel) -> None:
    """Raises `Wrong` unless every kernel is uniform within its own limit, and the units of a layer differ."""
    kernels = model.kernels
    limits = [limit_of(name, kernel) for kernel in kernels]
    alpha = CHECK_ALPHA / 2
    off = [i for i, kernel in enumerate(kernels) if not reaches(kernel, limits[i], alpha / KERNELS)]
    if off:
        found, limit = kernels[off[0]], limits[off[0]]
        about = (
            f"build_model({name!r}, …): in {in_words(off, model)} the weights are not {SAID[name]}. "
            f"Kernel {found.shape} should lie within ±{limit:.3g}; its largest weight is {np.abs(found).max():.3g} "
            f"in size, and it follows this law: {law_found(found)}."
        )
        raise law_missed(about, model, off)
    scaled = np.concatenate([(kernel / limit).ravel() for kernel, limit in zip(kernels, limits, strict=True)])
    if uniform_distance(scaled) > kolmogorov_bound(scaled.size, alpha / len(DRAWN)):
        raise Wrong(
            f"build_model({name!r}, …): the weights keep within the limit, but are not spread evenly there: "
            f"{SAID[name]} is asked for.",
            "not uniform",
        )
    for number, kernel in enumerate(kernels, start=1):
        if units_repeat(kernel):
            raise Wrong(
                f"build_model({name!r}, …): two units of layer {number} start with the same weights, perhaps with"
                " another factor: they will stay alike. Draw each weight on its own.",
                "one column repeated",
            )


def law_missed(about: str, model: KerasModel, off: list[int]) -> Wrong:
    """The failure of these layers' kernels to follow the law: `about`, and what it may come from."""
    kernels, claims = model.kernels, [model.dense[i].initializer for i in off]
    by_default = all(law_found(kernels[i]) == DEFAULT for i in off)
    if by_default and "GlorotUniform" not in claims:
        return Wrong(
            f"{about} The layer's kernel_initializer says {claims[0]}, but it was set after the weights had been "
            "drawn, and changes nothing then: pass it to the layer when you make it.",
            "initializer set after build",
        )
    if len(off) < len(model.dense) and by_default:
        return Wrong(
            f"{about} The other kernels are right: every layer needs the initializer, the output layer too.",
            "initializer on a part only",
        )
    return Wrong(f"{about} Is the initializer that was asked for passed to the layers?", "initializer not used")


def in_words(indices: list[int], model: KerasModel) -> str:
    """Layers in words: "layer 2", "layers 1, 2 and 4 (the output layer)"."""
    last = len(model.dense) - 1
    *names, final = (f"{i + 1} (the output layer)" if i == last else str(i + 1) for i in indices)
    return f"layers {', '.join(names)} and {final}" if names else f"layer {final}"
