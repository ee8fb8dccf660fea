"""Self-checks of the experiments of Part 2, on small cases that can be worked out by hand."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np

import initlab
from initlab.selfcheck.report import NotYet, attempt, passed, require

# A layer of 2 x the identity doubles what comes in, so that variances can be followed with a pencil.
DOUBLING = initlab.Network((4, 4, 4, 4), activation="relu", output="linear")
SIGNS = np.array(np.meshgrid(*[[-1.0, 1.0]] * 8)).reshape(8, -1).T  # all 256 patterns of eight signs


def _double(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    return 2.0 * np.eye(*shape)


def _random(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    return rng.normal(0, 1, shape)


def _ramp(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    return np.linspace(-1, 1, shape[0] * shape[1]).reshape(shape)


RAMP_GRADIENT, RAMP_LOSS = (
    0.1705,
    0.5449,
)  # of the 2-10-1 tanh network from the ramp: at the start, and trained


def symmetry_experiment(function: Callable[..., Any]) -> None:
    """Checks `symmetry_experiment(initializer, activation, data, epochs, rng)`."""
    name = "symmetry_experiment"
    data = initlab.u_shape(60, np.random.default_rng(1))

    def result(start: Callable[..., np.ndarray], said: str, activation: str) -> dict[str, Any]:
        call = f"{name}({said}, {activation!r}, data, 20, rng)"
        found = attempt(name, call, function, start, activation, data, 20, np.random.default_rng(2))
        _require_entries(found, ("gradient", "moved", "units", "accuracy", "weights"), call)
        weights = found["weights"]
        require(
            isinstance(weights, initlab.Weights),
            f"{call}: 'weights' should be the trained weights, as `initlab.train(...)` gives them in "
            f"`.weights`; "
            f"it is {type(weights).__name__}.",
        )
        require(
            weights.widths == (2, 10, 1),
            f"{call}: the weights are of a network {weights.widths}; 2 inputs, 10 hidden units and 1 output "
            f"were asked for.",
        )
        network = initlab.Network((2, 10, 1), activation=activation, output="sigmoid")
        accuracy = network.accuracy(weights, data.inputs, data.labels)[0]
        require(
            bool(np.isclose(_single(found, "accuracy"), accuracy)),
            f"{call}: 'accuracy' is {_single(found, 'accuracy'):.4g}, but the returned weights get "
            f"{accuracy:.4g} of the "
            "samples right. Is it measured after the training, as a fraction?",
        )
        return found

    for activation, moves in (("relu", False), ("tanh", False), ("sigmoid", True)):
        found = result(lambda shape, rng: np.zeros(shape), "zeros", activation)
        require(
            _single(found, "gradient") == 0,
            f"From zeros no gradient reaches the hidden kernel ({activation}), but 'gradient' is "
            f"{_single(found, 'gradient'):.3g}. "
            "Is it the hidden layer's, taken before the training?",
        )
        require(
            _single(found, "moved") == moves,
            f"From zeros with {activation}, 'moved' is {bool(_single(found, 'moved'))}; it should be {moves}. "
            "Look at the numbers in the two kernels (the bias of the output may move), before and after.",
        )
        require(
            _single(found, "units") == 1,
            f"From zeros all ten units stay equal ({activation}), but 'units' is {_single(found, 'units'):g}. A unit's "
            f"weights are "
            "one column of the hidden kernel; differences under 1e-6 are rounding.",
        )
    found = result(_ramp, "ramp", "tanh")
    require(
        _single(found, "units") == 10,
        "From the ramp (weights evenly from -1 to 1) all ten units differ, but 'units' is "
        f"{_single(found, 'units'):g}. "
        "A unit is a column of the hidden kernel, not a row and not a single weight.",
    )
    require(
        abs(_single(found, "gradient") / RAMP_GRADIENT - 1) < 1e-3,
        f"From the ramp (weights evenly from -1 to 1) 'gradient' is {_single(found, 'gradient'):.4g}; it should be "
        f"{RAMP_GRADIENT}. It is the root of the sum of squares of the hidden kernel's gradient, before the training.",
    )
    network = initlab.Network((2, 10, 1), activation="tanh", output="sigmoid")
    loss = network.loss(found["weights"], data.inputs, data.labels)[0]
    require(
        abs(loss / RAMP_LOSS - 1) < 1e-3,
        f"From the ramp, the weights after 20 epochs have the loss {loss:.4g}; it should be {RAMP_LOSS}. Are they "
        "trained with initlab.Adam(0.01), batches of 32, zero biases at the start, and `rng` for the samples' order?",
    )
    passed(
        name,
        "zeros: no first gradient, ReLU and tanh never move, ten units act as one",
        "a ramp: ten units, and the training that was described",
    )


def sweep_scales(function: Callable[..., Any]) -> None:
    """Checks `sweep_scales(scales, network, data, rng)`."""
    name, scales = "sweep_scales", [0.01, 0.1, 1.0]
    draw = np.random.default_rng(1)
    data = initlab.Data(draw.normal(0, 1, (80, 20)), draw.integers(0, 3, 80), tuple("x" * 20), ("0", "1", "2"))
    network = initlab.Network((20, *[100] * 4, 3), activation="tanh")
    call = f"{name}({scales}, network, data, rng)"
    found = attempt(name, call, function, scales, network, data, np.random.default_rng(2))
    _require_entries(found, scales, call)
    for scale in scales:
        _require_entries(found[scale], ("spread", "flat", "gradient", "weights"), f"{call}, entry {scale}")
        weights = found[scale]["weights"]
        require(
            isinstance(weights, initlab.Weights) and weights.widths == network.widths,
            f"{call}: 'weights' of scale {scale} should be what `network.initialize` returns.",
        )
        for layer, kernel in enumerate(weights.kernels, start=1):
            # the smallest kernel has 300 weights: a sample's standard deviation strays by 4 %, 20 % is never
            # bad luck
            require(
                abs(kernel.std() / scale - 1) < 0.2,
                f"At scale {scale} the kernel of layer {layer} has standard deviation {kernel.std():.3g}. "
                f"Every layer "
                "should be drawn with that scale, the output layer too.",
            )
        _check_measured(found[scale], network, data, f"With tanh and scale {scale}")
    relu = initlab.Network((20, *[100] * 4, 3), activation="relu")
    half_flat = attempt(name, call, function, [0.1], relu, data, np.random.default_rng(3))[0.1]
    _check_measured(half_flat, relu, data, "With ReLU and scale 0.1")
    passed(
        name,
        "every layer is drawn with its scale",
        "spread, flat and gradient are those of the returned weights",
    )


def _check_measured(entry: dict[str, Any], network: initlab.Network, data: initlab.Data, where: str) -> None:
    trace = network.forward(entry["weights"], data.inputs)
    gradients = network.gradients(entry["weights"], data.inputs, data.labels)
    expected = {
        "spread": trace.activations[-2].std(),
        "flat": np.mean(network.hidden.derivative(trace.pre_activations[-2]) < 0.01),
        "gradient": np.linalg.norm(gradients.kernels[0]),
    }
    for key, value in expected.items():
        found = _single(entry, key)
        require(  # ddof=1 makes a spread 0.006 % larger
            np.isclose(found, value, rtol=1e-3),
            f"{where}, {key!r} is {found:.4g}; for the weights you returned it should be {value:.4g}. {HINTS[key]}",
        )


HINTS = {
    "spread": "It is the standard deviation of the activations of the last *hidden* layer.",
    "flat": "It is the fraction (0 to 1) of the last *hidden* layer's pre-activations where the slope is under 0.01.",
    "gradient": "It is the root of the sum of squares of the *first* kernel's gradient.",
}


def range_that_trains(function: Callable[..., Any]) -> None:
    """Checks `range_that_trains(final_losses, level)`."""
    name = "range_that_trains"
    losses = {0.1: 0.02, 0.01: 2.3, 0.3: 0.4, 0.05: 0.5, 1.0: float("nan")}
    for level, expected, hint in (
        (0.45, (0.1, 0.3), "Which scales have a loss of 0.45 or less?"),
        (0.5, (0.05, 0.3), "A loss equal to the level counts, and the scales may come in any order."),
        (5.0, (0.01, 0.3), "A loss of nan is a training that exploded: it does not count."),
    ):
        call = f"{name}({losses}, {level})"
        found = attempt(name, call, function, losses, level)
        require(
            isinstance(found, tuple | list | np.ndarray) and tuple(np.ravel(found)) == expected,
            f"{call} returned {found!r}; it should be {expected}. {hint}",
        )
    try:
        nothing = function(losses, 0.001)
    except (ValueError, IndexError) as error:
        nothing = error
    require(
        nothing is None,
        f"If no loss reaches the level, {name} should return None; here that gives {nothing!r}.",
    )
    passed(name, "smallest and largest scale, in any order; nan never counts; None if there is no such scale")


def layer_variances(function: Callable[..., Any]) -> None:
    """Checks `layer_variances(initializer, network, inputs, errors, rng)`."""
    name = "layer_variances"
    call = f"{name}(doubling, network, inputs, errors, rng)"
    inputs, errors = SIGNS[:, :4], SIGNS[:, 4:]
    found = attempt(name, call, function, _double, DOUBLING, inputs, errors, np.random.default_rng(1))
    require(
        isinstance(found, tuple | list) and len(found) == 2,
        f"{call} should return the pair (forward, backward); it returned a {type(found).__name__}.",
    )
    story = "Here inputs are ±1, every kernel doubles what comes in, and ReLU cuts off the negative half. "
    _require_row(
        found[0],
        [4, 4, 16],
        f"{call}, forward. {story}A layer's variance is that of its *pre-activations*, before ReLU.",
    )
    _require_row(
        found[1],
        [8, 2, 1],
        f"{call}, backward. {story}The errors at the output have variance 1; on its way back the gradient is "
        f"doubled by "
        "each kernel and cut by ReLU's slope. The list starts with the first layer.",
    )
    rows = [np.ravel(function(_random, DOUBLING, inputs, errors, np.random.default_rng(seed))[0]) for seed in (1, 1, 2)]
    require(
        np.allclose(rows[0], rows[1]) and not np.allclose(rows[0], rows[2]),
        "The variances should depend on the `rng` that is given, and on nothing else that is random.",
    )
    passed(name, "forward and backward variances, one number per layer")


def second_moments(function: Callable[..., Any]) -> None:
    """Checks `second_moments(initializer, network, inputs, rng, networks)`."""
    name = "second_moments"
    call = f"{name}(doubling, network, inputs, rng, networks=3)"
    inputs = SIGNS[:, :4]
    found = attempt(name, call, function, _double, DOUBLING, inputs, np.random.default_rng(1), 3)
    array = np.asarray(found, dtype=float)
    require(
        array.shape == (3, 2),
        f"{call} returned numbers of shape {array.shape}. It should be one row per network and one column "
        f"per hidden "
        "layer, here (3, 2); the output layer is none.",
    )
    for row in array:
        _require_row(
            row,
            [2, 8],
            f"{call}. Inputs are ±1 and every kernel doubles: the first layer's activations after ReLU are 0 "
            f"or 2, half of "
            "each, and the mean of their *squares* is 2 (no mean is subtracted).",
        )
    random, other = (
        np.asarray(function(_random, DOUBLING, inputs, np.random.default_rng(seed), 3), dtype=float) for seed in (1, 2)
    )
    require(
        not np.allclose(random[0], random[1]),
        "All rows are equal although the weights are random: each network needs weights of its own.",
    )
    require(
        not np.allclose(random, other),
        "Another `rng` should give other weights: hand on the one that is given.",
    )
    passed(name, "the mean of the squares after each hidden layer, a row for each network")


def LabInitializer(wrapper: Callable[..., Any]) -> None:
    """Checks `LabInitializer(initializer, rng)`."""
    import keras

    name = "LabInitializer"
    wrapped = attempt(name, f"{name}(initializer, rng)", wrapper, _random, np.random.default_rng(1))
    require(
        isinstance(wrapped, keras.initializers.Initializer),
        f"{name} should be a class derived from keras.initializers.Initializer.",
    )
    first, second = (
        np.asarray(attempt(name, f"{name}(...)(shape, dtype)", wrapped, (5, 7), dtype="float32")) for _ in range(2)
    )
    expected = _random((5, 7), np.random.default_rng(1))
    require(first.shape == (5, 7), f"Keras asked for the shape (5, 7) and got an array of shape {first.shape}.")
    require(
        np.allclose(first, expected, atol=1e-5),
        "The weights are not what the wrapped function draws from the generator that was given.",
    )
    require(
        not np.allclose(first, second),
        "Asked twice, it returned the same weights: two equal layers would start as twins. Go on with the same `rng`.",
    )
    passed(name, "a Keras initializer that draws from your function, new weights at every call")


def build_network(function: Callable[..., Any]) -> None:
    """Checks `build_network(widths, initializer, rng)`."""
    import keras

    name, widths = "build_network", (2, 8, 8, 8, 1)

    def initializer(shape: tuple[int, ...], rng: np.random.Generator) -> np.ndarray:
        return 100 + rng.uniform(0, 1, shape)

    call = f"{name}({widths}, initializer, rng)"
    model = attempt(name, call, function, widths, initializer, np.random.default_rng(1))
    require(isinstance(model, keras.Model), f"{call} should return a Keras model, not a {type(model).__name__}.")
    require(
        bool(model.layers) and all(layer.built for layer in model.layers),
        "The model has no weights yet, because Keras does not know the number of inputs: start with keras.Input.",
    )
    arrays = [[np.asarray(array) for array in layer.weights] for layer in model.layers if layer.weights]
    shapes = [arrays_of_layer[0].shape for arrays_of_layer in arrays]
    require(
        shapes == list(pairwise(widths)),
        f"The kernels have shapes {shapes}; for widths {widths} they should be {list(pairwise(widths))}.",
    )
    for number, layer in enumerate(arrays, start=1):
        require(
            bool(np.all(layer[0] >= 100)),
            f"The kernel of layer {number} does not come from `initializer`"
            + (": the output layer needs it too." if number == len(arrays) else ".")
            + " It must be set when the layer is made.",
        )
        require(
            len(layer) == 2 and not layer[1].any(),
            f"The biases of layer {number} should be there, and start at 0.",
        )
    require(
        not np.array_equal(arrays[1][0], arrays[2][0]),
        "Two layers of the same shape have exactly the same weights: each needs new draws from the one `rng`.",
    )
    activations = [layer.activation.__name__ for layer in model.layers if layer.weights]
    require(
        activations == ["relu"] * (len(widths) - 2) + ["sigmoid"],
        f"The activations are {activations}; hidden layers should have relu and the output sigmoid.",
    )
    other = function(widths, initializer, np.random.default_rng(2))
    require(
        not np.array_equal(np.asarray(other.weights[0]), arrays[0][0]),
        "Another `rng` should give another network: draw from the one that is given.",
    )
    passed(name, "every kernel comes from the initializer, equal-shaped layers differ, biases are 0")


def _single(found: dict[Any, Any], key: str) -> float:
    """The entry as one number, also where it comes as an array with one element."""
    value = found[key]
    try:
        numbers = np.asarray(value, dtype=float).ravel()
    except (TypeError, ValueError):
        raise NotYet(f"The entry {key!r} should be one number; its type is {type(value).__name__}.") from None
    require(
        numbers.size == 1,
        f"The entry {key!r} should be one number; yours holds {numbers.size}, in the shape {np.shape(value)}.",
    )
    return float(numbers[0])


def _require_entries(found: Any, keys: Any, call: str) -> None:
    """`found` is a dictionary with these keys, none of them None."""
    require(isinstance(found, dict), f"{call} should return a dictionary; it returned a {type(found).__name__}.")
    for key in keys:
        require(key in found, f"{call}: the dictionary has no entry {key!r}; it has {list(found)}.")
        require(found[key] is not None, f"{call}: the entry {key!r} is None.")


def _require_row(found: Any, expected: list[float], told: str) -> None:
    """`found` holds these numbers, give or take the 0.4 % by which ddof=1 differs."""
    try:
        numbers = np.asarray(found, dtype=float)
    except (TypeError, ValueError):
        numbers = np.array(np.nan)
    require(
        numbers.shape == (len(expected),),
        f"{told} Expected one number per layer, {expected}; yours have the shape {numbers.shape}.",
    )
    require(
        np.allclose(numbers, expected, rtol=5e-3),
        f"{told} Expected {expected}, found {np.round(numbers, 4).tolist()}.",
    )
