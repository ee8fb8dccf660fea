"""Self-checks of question 8: a Keras model, paired runs and their comparison."""

import math
from collections.abc import Callable
from itertools import combinations, pairwise
from typing import Any

import numpy as np

from initlab.data import Data, split, standardize
from initlab.network import Network
from initlab.selfcheck.answers import is_number, said, shown
from initlab.selfcheck.keras_layers import activations
from initlab.selfcheck.keras_layers import dense as dense_layers
from initlab.selfcheck.report import attempt, passed, require
from initlab.training import train
from initlab.weights import Weights

WIDTHS = (30, 50, 50, 80)  # the output layer is wide, so that its law can be told from the default
# The largest of 1500 uniform weights and more comes within 2 % of the limit, except with probability 1e-13.
NEAR = 0.98
NOT_ALLOWED = {
    "Dropout",
    "AlphaDropout",
    "BatchNormalization",
    "LayerNormalization",
    "UnitNormalization",
    "GaussianNoise",
}
LIMITS: dict[str, Callable[[int, int], float]] = {
    "random": lambda a, b: 0.05,
    "xavier": lambda a, b: math.sqrt(6 / (a + b)),
    "he": lambda a, b: math.sqrt(6 / a),
}


def build_model(function: Callable[..., Any]) -> None:
    """Checks `build_model(initializer, seed, widths)`."""
    models = {name: _model(function, name, 1, WIDTHS) for name in LIMITS}
    require(
        models["random"] is not models["he"],
        "Two calls of build_model returned one and the same model. Every call has to make a new one.",
    )
    require(
        _model(function, "he", 1, WIDTHS) is not models["he"],
        "Called twice with the same arguments, build_model returned one and the same model. It has to make a new one.",
    )
    kernels = {name: _kernels(model) for name, model in models.items()}
    for name, limit in LIMITS.items():
        for number, kernel in enumerate(kernels[name], 1):
            expected, largest = limit(*kernel.shape), float(np.abs(kernel).max())
            default = LIMITS["xavier"](*kernel.shape)
            hint = " This is Keras's default." if NEAR * default <= largest <= default else ""
            require(
                NEAR * expected <= largest <= 1.0001 * expected,
                f"build_model({name!r}, 1, {WIDTHS}): "
                f"the kernel of layer {number} {kernel.shape} has weights up to {largest:.3g} in size; "
                f"they should fill the range up to {expected:.3g}.{hint} "
                "Does this layer get the initializer, and when?",
            )
            # of 1500 uniform weights and more, the mean strays by 0.015 limits and the mean square by 2.3 %
            size = float(np.sqrt(np.mean(kernel**2)) / expected)
            require(
                abs(kernel.mean()) < 0.1 * expected and abs(size * math.sqrt(3) - 1) < 0.1,
                f"build_model({name!r}, 1, {WIDTHS}): the weights of layer {number} do not fill the range from "
                f"-{expected:.3g} to {expected:.3g} evenly: their mean is {kernel.mean():.3g}.",
            )
    require(
        not any(map(_copies, kernels.values())),
        "Two layers start with the same random numbers. A Keras initializer returns the same values at every call: "
        "every layer needs one of its own, with a seed of its own.",
    )
    nought, one, answer = (_kernels(_model(function, "he", seed, WIDTHS)) for seed in (0, 1, 42))
    require(
        not _copies(nought)
        and not any(map(np.array_equal, nought, one))
        and not any(map(np.array_equal, nought, answer)),
        "With seed 0 two layers start alike, or the weights are those of another seed. Is 0 a seed like any other?",
    )
    zero = _kernels(_model(function, "zeros", 1, (4, 64, 64, 3)))
    for number, kernel in enumerate(zero, 1):
        require(not np.any(kernel), f"build_model('zeros', 1): the kernel of layer {number} is not all 0.")
    for name in LIMITS:
        again, other = (_kernels(_model(function, name, seed, WIDTHS)) for seed in (1, 2))
        require(
            all(map(np.array_equal, kernels[name], again)),
            "Two models built with seed 1 start with different weights. Where do the layers' seeds come from?",
        )
        require(
            not any(map(np.array_equal, kernels[name], other)),
            "Models built with the seeds 1 and 2 share weights. Is `seed` used for every layer?",
        )
    _model(function, "random", 1, (5, 6, 9, 7, 3))
    for name in ("zeroes", "he_normal"):
        require(
            _raises(function, name),
            f"build_model({name!r}, 1) gave no error, although none of the four is called so. "
            "What happens to unknown names?",
        )
    passed("build_model", "every kernel follows its law", "seeds work", "a misspelled name is an error")


def _raises(function: Callable[..., Any], name: str) -> bool:
    try:
        function(name, 1)
    except Exception:
        return True
    return False


def _model(function: Callable[..., Any], name: str, seed: int, widths: tuple[int, ...]) -> Any:
    """The model that was built, if its layers and its compilation are as asked."""
    call = f"build_model({name!r}, {seed}, {widths})"
    model = attempt("build_model", call, function, name, seed, widths)
    require(
        hasattr(model, "layers"),
        f"{call} should return a Keras model; it returned a {type(model).__name__}.",
    )
    layers = dense_layers(model)
    require(
        all(layer.built for layer in layers) and bool(layers),
        f"{call}: the model has no weights yet. Its first layer should be keras.Input((widths[0],)).",
    )
    shapes = [tuple(kernel.shape) for kernel in _kernels(model)]
    asked = list(pairwise(widths))
    require(shapes == asked, f"{call} should have kernels of the shapes {asked}; they are {shapes}.")
    found = activations(model)
    expected = ["relu"] * (len(layers) - 1) + ["softmax"]
    require(found == expected, f"{call}: the activations should be {expected}; they are {found}.")
    for number, layer in enumerate(layers, 1):
        require(
            layer.bias is not None and not np.any(np.asarray(layer.bias)),
            f"{call}: layer {number} should have biases that start at 0.",
        )
    others = sorted({type(layer).__name__ for layer in model.layers} & NOT_ALLOWED)
    require(not others, f"{call}: besides dense layers and their activations the model holds {', '.join(others)}.")
    optimizer = type(getattr(model, "optimizer", None)).__name__
    require(optimizer == "Adam", f"{call}: compile the model with Adam (found: {optimizer}).")
    loss = getattr(model, "loss", None)
    loss = getattr(loss, "name", loss)
    require(
        "categorical_crossentropy" in str(loss),
        f"{call}: the loss is {loss!r}; for several classes it should be a categorical cross-entropy.",
    )
    require(not isinstance(loss, str) or _is_loss(loss), f"{call}: Keras knows no loss {loss!r}.")
    require(
        "sparse" in str(loss),
        f"{call}: the loss {loss!r} asks for labels that are rows of 0 and 1. "
        "Here they are class numbers; which of the two categorical cross-entropies takes those?",
    )
    require(
        getattr(model.loss, "from_logits", False) is not True,
        f"{call}: the loss is told from_logits=True, but after softmax it gets probabilities.",
    )
    return model


def _is_loss(name: str) -> bool:
    import keras

    try:
        keras.losses.get(name)
    except ValueError:
        return False
    return True


def _kernels(model: Any) -> list[np.ndarray]:
    return [np.asarray(layer.kernel) for layer in dense_layers(model)]


def _copies(kernels: list[np.ndarray]) -> bool:
    """Whether two kernels hold the same random numbers, perhaps on another scale."""
    scaled = [(kernel / np.abs(kernel).max()).ravel()[:1000] for kernel in kernels]
    return any(np.corrcoef(a, b)[0, 1] > 0.9 for i, a in enumerate(scaled) for b in scaled[:i])


def paired_runs(function: Callable[..., Any]) -> None:
    """Checks `paired_runs(network, initializers, data, seeds, epochs)`."""
    data, network, seeds = _clouds(), Network((3, 8, 3), "relu"), [6, 5]

    def normal(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
        return rng.normal(0, 0.5, shape)

    initializers = {"normal": normal, "the same": normal, "zeros": lambda shape, rng: np.zeros(shape)}
    call = "paired_runs(network, initializers, data, seeds=[6, 5], epochs=5)"
    runs = attempt("paired_runs", call, function, network, initializers, data, seeds, epochs=5)
    require(isinstance(runs, dict), f"{call} should return a dictionary; it returned a {type(runs).__name__}.")
    for name in initializers:
        require(
            name in runs,
            f"{call} has no entry {name!r}; the names are those of the dictionary `initializers`.",
        )
        require(isinstance(runs[name], dict), f"The entry {name!r} should be a dictionary itself.")
        for key in ("losses", "accuracies", "weights"):
            require(key in runs[name], f"The entry {name!r} has no {key!r}.")
            found = runs[name][key]
            require(
                hasattr(found, "__len__") and len(found) == len(seeds),
                f"runs[{name!r}][{key!r}] should be a list with one entry for each of the {len(seeds)} seeds.",
            )
        for key in ("losses", "accuracies"):
            require(
                np.shape(runs[name][key]) == (len(seeds),),
                f"runs[{name!r}][{key!r}] should hold one number per seed. "
                "`network.loss` and `network.accuracy` return one number per replica; take the only one.",
            )
        require(
            all(isinstance(w, Weights) for w in runs[name]["weights"]),
            f"runs[{name!r}]['weights'] should hold what `train(…)` returns as `.weights`.",
        )
    _check_paired(runs)
    _check_measured(runs, network, data, seeds)
    for index, seed in enumerate(seeds):
        first = network.initialize(normal, np.random.default_rng(seed))
        training, _ = standardize(*split(data, np.random.default_rng(seed)))
        run = train(network, first, training, epochs=5, rng=np.random.default_rng(seed))
        start, end, expected = (w.vectors() for w in (first, runs["normal"]["weights"][index], run.weights))
        require(
            np.linalg.norm(end - expected) <= 0.005 * np.linalg.norm(expected - start),
            f"The network of seed {seed} ends elsewhere than the training that the task describes. "
            "Compare yours with it: start, data, epochs, and a fresh generator with the seed.",
        )
    passed("paired_runs", "the same start, split and batches for every initializer", "measured on the test set")


def _check_paired(runs: dict[str, Any]) -> None:
    normal, same = runs["normal"]["losses"], runs["the same"]["losses"]
    require(
        bool(np.allclose(normal, same, rtol=1e-4)),
        "Here 'normal' and 'the same' are one initializer under two names. "
        f"Paired runs give both the same losses; yours are {shown(normal)} and {shown(same)}. "
        "Which generator is already used up when the second one gets it?",
    )
    require(
        not np.isclose(normal[0], normal[1], rtol=1e-4),
        f"The seeds 6 and 5 gave the same loss, {normal[0]:.4f}. Where is `seed` used?",
    )
    start = runs["zeros"]["weights"][0]
    require(
        not any(np.any(kernel) for kernel in start.kernels),
        "The network that starts from zeros holds weights that are not 0, but from zeros ReLU never moves them. "
        "Does every initializer start its own network?",
    )
    require(
        bool(np.any(start.biases[-1])),
        "The networks look untrained. `train` returns a result; the trained weights are its `.weights`.",
    )


def _check_measured(runs: dict[str, Any], network: Network, data: Data, seeds: list[int]) -> None:
    for index, seed in enumerate(seeds):
        train, test = standardize(*split(data, np.random.default_rng(seed)))
        weights = runs["normal"]["weights"][index]
        values = {
            "loss": (runs["normal"]["losses"][index], network.loss),
            "accuracy": (runs["normal"]["accuracies"][index], network.accuracy),
        }
        for what, (reported, measure) in values.items():
            expected = float(measure(weights, test.inputs, test.labels)[0])
            on_training = float(measure(weights, train.inputs, train.labels)[0])
            hint = " That is its value on the training set." if np.isclose(reported, on_training, rtol=1e-4) else ""
            require(
                bool(np.isclose(reported, expected, rtol=1e-4)),
                f"The returned network of seed {seed} has the test {what} {expected:.4f}; "
                f"you report {reported:.4f}.{hint}",
            )


def _clouds() -> Data:
    rng = np.random.default_rng(3)
    labels = np.repeat([0, 1, 2], 20)
    inputs = 3 + 2 * (rng.normal(size=(3, 3))[labels] + rng.normal(size=(60, 3)))
    return Data(inputs, labels, ("x", "y", "z"), ("red", "green", "blue"))


def compare(function: Callable[..., Any]) -> None:
    """Checks `compare(losses, confidence)`."""
    zeros, he = np.array([2.0, 1.0, 3.0]), np.array([2.1, 1.1, 3.4])
    losses = {"zeros": zeros, "he": he, "same": zeros.copy()}
    call = "compare({'zeros': [2, 1, 3], 'he': [2.1, 1.1, 3.4], 'same': [2, 1, 3]})"
    result = attempt("compare", call, function, losses)
    for key in ("means", "differences"):
        require(
            isinstance(result, dict) and isinstance(result.get(key), dict),
            f"{call} should return a dictionary with the dictionaries 'means' and 'differences'.",
        )
    for name in losses:
        require(name in result["means"], f"{call}: 'means' has no entry {name!r}.")
        _several(result["means"][name], 3, f"means[{name!r}]")
    mean, low, high = _several(result["means"]["zeros"], 3, "means['zeros']")
    require(np.isclose(mean, 2), f"means['zeros']: the mean of 2, 1, 3 is 2, not {mean:.4g}.")
    # t is 4.303 for two degrees of freedom, s is 1, n is 3
    require(
        bool(np.isclose(high - mean, 2.4841, atol=1e-3) and np.isclose(mean - low, 2.4841, atol=1e-3)),
        "means['zeros']: three runs with s = 1 have an interval that reaches 4.303 / √3 = 2.484 to each side; "
        f"yours goes from {low:.4g} to {high:.4g}. Check the quantile, `ddof` and the root of n.",
    )
    for pair in combinations(losses, 2):
        require(
            pair in result["differences"],
            f"{call}: 'differences' should have the key {pair}; it has {list(result['differences'])}. "
            "The name that comes first in the dictionary stands first.",
        )
    mean, low, high, real = _several(result["differences"]["zeros", "he"], 4, "differences['zeros', 'he']")
    require(
        bool(np.isclose(mean, -0.2)),
        f"differences['zeros', 'he']: the runs differ by -0.1, -0.1, -0.4, on average -0.2; yours is {mean:.4g}.",
    )
    require(
        bool(np.isclose(high - mean, 0.4303, atol=1e-3) and np.isclose(mean - low, 0.4303, atol=1e-3)),
        f"differences['zeros', 'he']: the interval should reach 0.430 to each side, yours goes from {low:.4g} to "
        f"{high:.4g}. "
        "It is that of the three differences, taken run by run.",
    )
    require(
        not real,
        "differences['zeros', 'he']: 0 lies inside the interval, so the difference is not shown to be real.",
    )
    mean, _, _, real = _several(result["differences"]["zeros", "same"], 4, "differences['zeros', 'same']")
    require(
        mean == 0 and not real,
        f"differences['zeros', 'same']: the runs are the same, so they differ by 0 (yours: {mean:.4g}), "
        "and the difference is not real.",
    )
    mean = _several(result["differences"]["he", "same"], 4, "differences['he', 'same']")[0]
    require(
        bool(np.isclose(mean, 0.2)), f"differences['he', 'same']: the runs differ by 0.2 on average, not {mean:.4g}."
    )
    require(zeros.tolist() == [2, 1, 3], "After the call the losses stand in another order. Leave them as they are.")
    runs = np.array([2.0, 1.0, 3.0, 2.5])
    worse = {"zeros": runs, "he": runs + np.array([0.2, 0.21, 0.2, 0.21])}
    shifted = attempt("compare", call, function, worse)
    require(
        bool(_several(shifted["differences"]["zeros", "he"], 4, "differences['zeros', 'he']")[3]),
        "When every run of 'he' is worse by 0.2, the difference is real, "
        "although it is small beside the scatter of the runs.",
    )
    mean, low, high = _several(shifted["means"]["zeros"], 3, "means['zeros']")
    # t is 3.182 for three degrees of freedom, s is 0.854
    require(
        bool(np.isclose(mean, 2.125) and np.isclose([mean - low, high - mean], 1.35877, atol=1e-4).all()),
        "means['zeros']: the runs 2, 1, 3, 2.5 have the mean 2.125 and an interval that reaches 1.359 to each side; "
        f"yours is {mean:.4g}, from {low:.4g} to {high:.4g}.",
    )
    for name, expected in (("zeros", 2.125), ("he", 2.33)):
        require(
            bool(np.isclose(shifted["means"][name][0], expected)),
            f"means[{name!r}]: the mean is {expected}; yours is {shifted['means'][name][0]:.4g}.",
        )
    mean, low, high, _ = shifted["differences"]["zeros", "he"]
    # s of -0.2, -0.21, -0.2, -0.21 is 0.00577
    require(
        bool(np.isclose(mean, -0.205) and np.isclose([mean - low, high - mean], 0.00919, atol=1e-4).all()),
        "differences['zeros', 'he']: -0.2, -0.21, -0.2, -0.21 have the mean -0.205 and an interval that reaches "
        f"0.0092 to each side; yours is {mean:.4g}, from {low:.4g} to {high:.4g}.",
    )
    better = attempt("compare", call, function, {"he": worse["he"], "zeros": runs})
    require(
        bool(_several(better["differences"]["he", "zeros"], 4, "differences['he', 'zeros']")[3]),
        "When every run of 'zeros' is better by 0.2, the difference is real: above 0 or below 0.",
    )
    close = {"a": runs, "b": runs - np.array([0.2, -0.1, 0.1, -0.1]), "c": worse["he"]}
    unsure = attempt("compare", call, function, close)
    mean, low, high, real = _several(unsure["differences"]["a", "c"], 4, "differences['a', 'c']")
    require(
        bool(real) and bool(np.isclose([mean, mean - low, high - mean], [-0.205, 0.00919, 0.00919], atol=1e-4).all()),
        "A difference may be real where another pair's is not: each pair has an interval of its own.",
    )
    require(
        not _several(unsure["differences"]["a", "b"], 4, "differences['a', 'b']")[3],
        "Differences of 0.2, -0.1, 0.1, -0.1 have 0 inside their interval: not shown to be real, whatever their mean.",
    )
    wide = attempt("compare", call, function, losses, confidence=0.99)
    require(
        float(wide["means"]["zeros"][2]) > float(result["means"]["zeros"][2]) + 1,
        "With confidence=0.99 the interval should be wider than with 0.95.",
    )
    passed("compare", "means with intervals", "differences run by run")


def _several(found: Any, size: int, what: str) -> tuple[Any, ...]:
    length = len(found) if hasattr(found, "__len__") else "one"
    require(length == size, f"{what} should hold {size} values; it holds {length}.")
    values = tuple(found)
    require(
        all(is_number(value) for value in values[:3]),
        f"{what} should begin with three numbers, mean, low and high; it is {said(found)}.",
    )
    require(
        size == 3 or isinstance(values[3], bool | np.bool_),
        f"{what} should end with True or False; it ends with {said(values[-1])}.",
    )
    return values
