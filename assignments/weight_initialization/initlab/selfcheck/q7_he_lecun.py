"""Self-checks of question 7: second moments layer by layer, and the initializers brought to Keras."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np

from initlab.selfcheck.answers import require_row
from initlab.selfcheck.doubling import DOUBLING, SIGNS, double, tripling_second
from initlab.selfcheck.keras_layers import activations
from initlab.selfcheck.report import attempt, passed, require
from initlab.selfcheck.starts import UNTOUCHED, fixed, standard_normal, untouched


def second_moments(function: Callable[..., Any]) -> None:
    """Checks `second_moments(initializer, network, inputs, rng, networks)`."""
    name = "second_moments"
    call = f"{name}(doubling, network, inputs, rng, networks=3)"
    inputs = SIGNS[:, :4]
    found = attempt(name, call, function, double, DOUBLING, inputs, np.random.default_rng(1), 3)
    array = np.asarray(found, dtype=float)
    require(
        array.shape == (3, 2),
        f"{call} returned numbers of shape {array.shape}. "
        "It should be one row per network and one column per hidden layer, here (3, 2); the output layer is none.",
    )
    for row in array:
        require_row(
            row,
            [2, 8],
            f"{call}. Inputs are ±1 and every kernel doubles: "
            "the first layer's activations after ReLU are 0 or 2, half of each, "
            "and the mean of their *squares* is 2 (no mean is subtracted).",
        )
    one = np.asarray(function(double, DOUBLING, inputs, np.random.default_rng(1), 1), dtype=float)
    require(one.shape == (1, 2), f"For networks=1 the shape should be (1, 2); it is {one.shape}.")
    generators = [np.random.default_rng(seed) for seed in (1, 2)]
    random, other = (np.asarray(function(standard_normal, DOUBLING, inputs, rng, 3), dtype=float) for rng in generators)
    require(
        not np.allclose(random[0], random[1]),
        "All rows are equal although the weights are random: each network needs weights of its own.",
    )
    require(
        not np.allclose(random, other),
        "Another `rng` should give other weights: hand on the one that is given.",
    )
    require(not untouched(generators[0], 1), UNTOUCHED)
    hidden = DOUBLING.forward(DOUBLING.initialize(fixed, np.random.default_rng(1)), inputs).activations[:-1]
    expected = [round(float(np.mean(activations**2)), 6) for activations in hidden]
    found = function(fixed, DOUBLING, inputs, np.random.default_rng(1), 2)
    for row in np.asarray(found, dtype=float):
        require_row(row, expected, f"{name} with weights of many sizes, the same in every network.")
    layers = len(DOUBLING.shapes)
    once = function(tripling_second(layers), DOUBLING, inputs, np.random.default_rng(1), 1)
    require_row(
        np.ravel(np.asarray(once, dtype=float)),
        [2, 8],
        f"{name} of one network, where the initializer doubles in its first {layers} calls and triples after them. "
        "Is every kernel drawn once?",
    )
    passed(name, "the mean of the squares after each hidden layer, a row for each network")


def LabInitializer(wrapper: Callable[..., Any]) -> None:
    """Checks `LabInitializer(initializer, rng)`."""
    import keras

    name = "LabInitializer"
    wrapped = attempt(name, f"{name}(initializer, rng)", wrapper, standard_normal, np.random.default_rng(1))
    require(
        isinstance(wrapped, keras.initializers.Initializer),
        f"{name} should be a class derived from keras.initializers.Initializer.",
    )
    first, second = (
        np.asarray(attempt(name, f"{name}(...)(shape, dtype)", wrapped, (5, 7), dtype="float32")) for _ in range(2)
    )
    expected = standard_normal((5, 7), np.random.default_rng(1))
    require(first.shape == (5, 7), f"Keras asked for the shape (5, 7) and got an array of shape {first.shape}.")
    require(
        np.allclose(first, expected, atol=1e-5),
        "The weights are not what the wrapped function draws from the generator that was given.",
    )
    require(
        not np.allclose(first, second),
        "Asked twice, it returned the same weights: two equal layers would start as twins. Go on with the same `rng`.",
    )
    window = (2, 3, 4, 5)
    shapes: list[tuple[int, ...]] = []

    def noting(shape: tuple[int, ...], rng: np.random.Generator) -> np.ndarray:
        shapes.append(tuple(shape))
        return rng.normal(0, 1, shape)

    noted = wrapper(noting, np.random.default_rng(1))
    found = np.asarray(attempt(name, f"{name}(...)({window}, dtype)", noted, window, dtype="float32"))
    require(
        found.shape == window and shapes == [window],
        f"Asked for the shape {window}, a convolution's, it asked the wrapped function for {shapes} "
        f"and returned the shape {found.shape}.",
    )
    wrapped, shared = wrapper(standard_normal, np.random.default_rng(1)), np.random.default_rng(2)
    one, two = wrapper(standard_normal, shared), wrapper(standard_normal, shared)
    require(
        np.allclose(np.asarray(wrapped((5, 7))), first, atol=1e-5),
        "When another object has been made, this one returns other weights. "
        "Are function and generator kept in each object, in `self`?",
    )
    require(
        not np.allclose(np.asarray(one((5, 7))), np.asarray(two((5, 7)))),
        "Two objects with the same `rng` returned the same weights: does each go on with a copy of it?",
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
    layers = [layer for layer in model.layers if layer.weights]
    require(
        bool(layers) and all(layer.built for layer in model.layers),
        "The model has no weights yet, because Keras does not know the number of inputs: start with keras.Input.",
    )
    arrays = [[np.asarray(array) for array in layer.weights] for layer in layers]
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
    square = function((8, 8, 8, 8), initializer, np.random.default_rng(1))
    for asked, found in ((widths, model), ((8, 8, 8, 8), square)):
        said = activations(found)
        require(
            said == ["relu"] * (len(asked) - 2) + ["sigmoid"],
            f"With widths {asked} the activations are {said}; hidden layers should have relu and the output sigmoid.",
        )
    uneven = function((3, 7, 5, 2), initializer, np.random.default_rng(1))
    found = [np.asarray(layer.kernel).shape for layer in uneven.layers if layer.weights]
    require(
        found == [(3, 7), (7, 5), (5, 2)],
        f"For widths (3, 7, 5, 2) the kernels should have the shapes (3, 7), (7, 5) and (5, 2); they have {found}.",
    )
    again = function(widths, initializer, np.random.default_rng(1))
    require(
        np.array_equal(np.asarray(again.weights[0]), arrays[0][0]),
        "From a generator in the same state the weights are others: do they come from the `rng` that is given?",
    )
    other = function(widths, initializer, np.random.default_rng(2))
    require(
        not np.array_equal(np.asarray(other.weights[0]), arrays[0][0]),
        "Another `rng` should give another network: draw from the one that is given.",
    )
    passed(name, "every kernel comes from the initializer, equal-shaped layers differ, biases are 0")
