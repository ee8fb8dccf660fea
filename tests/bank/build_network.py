"""Q7: answers to `build_network`, the Keras network of any widths."""

import keras
import numpy as np

from tests.bank.entry import right, wrong


class LabInitializer(keras.initializers.Initializer):
    def __init__(self, initializer, rng):
        self.initializer = initializer
        self.rng = rng

    def __call__(self, shape, dtype=None):
        return self.initializer(shape, self.rng)


NAMESPACE = {"LabInitializer": LabInitializer}


def _network(widths, kernels, **options):
    """A sequential network with `kernels` as the layers' initializers."""
    activations = ["relu"] * (len(widths) - 2) + ["sigmoid"]
    model = keras.Sequential([keras.Input((widths[0],))])
    for width, kernel, activation in zip(widths[1:], kernels, activations, strict=True):
        model.add(keras.layers.Dense(width, activation=activation, kernel_initializer=kernel, **options))
    return model


def _activated(widths, kernels, activations):
    """A sequential network with these activations."""
    pairs = zip(widths[1:], activations, strict=True)
    layers = [keras.layers.Dense(n, activation=activation, kernel_initializer=kernels) for n, activation in pairs]
    return keras.Sequential([keras.Input((widths[0],)), *layers])


@right
def as_in_the_solution(widths, initializer, rng):
    kernels = LabInitializer(initializer, rng)
    hidden = [keras.layers.Dense(n, activation="relu", kernel_initializer=kernels) for n in widths[1:-1]]
    output = keras.layers.Dense(widths[-1], activation="sigmoid", kernel_initializer=kernels)
    return keras.Sequential([keras.Input((widths[0],)), *hidden, output])


@right
def functional_and_compiled(widths, initializer, rng):
    inputs = outputs = keras.Input(shape=(widths[0],))
    for number, width in enumerate(widths[1:], start=1):
        last = number == len(widths) - 1
        layer = keras.layers.Dense(
            width,
            activation=keras.activations.sigmoid if last else keras.activations.relu,
            kernel_initializer=LabInitializer(initializer, rng),
            bias_initializer="zeros",
        )
        outputs = layer(outputs)
    model = keras.Model(inputs, outputs)
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model


@right
def built_afterwards(widths, initializer, rng):
    model = keras.Sequential()
    for width in widths[1:-1]:
        model.add(keras.layers.Dense(width, "relu", kernel_initializer=LabInitializer(initializer, rng)))
    model.add(keras.layers.Dense(widths[-1], "sigmoid", kernel_initializer=LabInitializer(initializer, rng)))
    model.build((None, widths[0]))
    return model


@right
def activations_as_layers(widths, initializer, rng):
    layers = [keras.Input((widths[0],))]
    for width in widths[1:-1]:
        layers += [keras.layers.Dense(width, kernel_initializer=LabInitializer(initializer, rng)), keras.layers.ReLU()]
    layers.append(keras.layers.Dense(widths[-1], kernel_initializer=LabInitializer(initializer, rng)))
    return keras.Sequential([*layers, keras.layers.Activation("sigmoid")])


@right
def activations_as_objects(widths, initializer, rng):
    activations = [keras.layers.ReLU() for _ in widths[1:-1]] + [keras.layers.Activation("sigmoid")]
    return _activated(widths, LabInitializer(initializer, rng), activations)


@right
def activations_of_ones_own(widths, initializer, rng):
    activations = [lambda x: keras.ops.maximum(x, 0) for _ in widths[1:-1]] + [lambda x: 1 / (1 + keras.ops.exp(-x))]
    return _activated(widths, LabInitializer(initializer, rng), activations)


@right
def activations_called_between(widths, initializer, rng):
    kernels = LabInitializer(initializer, rng)
    inputs = outputs = keras.Input((widths[0],))
    for width in widths[1:-1]:
        outputs = keras.ops.relu(keras.layers.Dense(width, kernel_initializer=kernels)(outputs))
    outputs = keras.activations.sigmoid(keras.layers.Dense(widths[-1], kernel_initializer=kernels)(outputs))
    return keras.Model(inputs, outputs)


@right
def a_model_in_a_model(widths, initializer, rng):
    kernels = LabInitializer(initializer, rng)
    hidden = keras.Sequential([keras.layers.Dense(n, "relu", kernel_initializer=kernels) for n in widths[1:-1]])
    output = keras.layers.Dense(widths[-1], "sigmoid", kernel_initializer=kernels)
    return keras.Sequential([keras.Input((widths[0],)), hidden, output])


@wrong(lost=0.5, fails={"layers": "other layers"}, says="Dropout")
def with_dropout(widths, initializer, rng):
    layers = [keras.Input((widths[0],))]
    for width in widths[1:-1]:
        layers.append(keras.layers.Dense(width, "relu", kernel_initializer=LabInitializer(initializer, rng)))
        layers.append(keras.layers.Dropout(0.2))
    output = keras.layers.Dense(widths[-1], "sigmoid", kernel_initializer=LabInitializer(initializer, rng))
    return keras.Sequential([*layers, output])


@wrong(lost=0.5, fails={"layers": "wrong activation"}, says="leaky_relu")
def a_function_that_only_calls_itself_relu(widths, initializer, rng):
    def relu(x):
        return keras.activations.leaky_relu(x)

    return _activated(widths, LabInitializer(initializer, rng), [relu] * (len(widths) - 2) + ["sigmoid"])


@wrong(lost=2, fails={"kernels": "initializer on a part only"}, says="output layer's kernel")
def output_layer_at_its_default(widths, initializer, rng):
    kernels = [LabInitializer(initializer, rng)] * (len(widths) - 2)
    return _network(widths, [*kernels, "glorot_uniform"])


@wrong(lost=2, fails={"kernels": "initializer on a part only"}, says="layers [2, 3, 4, 5, 6]")
def first_layer_only(widths, initializer, rng):
    return _network(widths, [LabInitializer(initializer, rng)] + ["glorot_uniform"] * (len(widths) - 2))


@wrong(lost=2, fails={"kernels": "initializer not used"}, says="built already")
def set_after_build(widths, initializer, rng):
    model = _network(widths, ["glorot_uniform"] * (len(widths) - 1))
    for layer in model.layers:
        layer.kernel_initializer = LabInitializer(initializer, rng)
    return model


@wrong(lost=0.5, fails={"independent": "generator not moved on"}, says="exactly the same weights")
def same_generator_state_for_each_layer(widths, initializer, rng):
    seed = int(rng.integers(2**31))
    return _network(widths, [LabInitializer(initializer, np.random.default_rng(seed)) for _ in widths[1:]])


@wrong(lost=0.5, fails={"independent": "seed reset inside"}, says="Another generator")
def generator_of_its_own(widths, initializer, rng):
    return _network(widths, [LabInitializer(initializer, np.random.default_rng(n)) for n in range(len(widths) - 1)])


@wrong(lost=2, fails={"kernels": "initializer not used"}, says="No kernel")
def keras_own_he(widths, initializer, rng):
    return _network(widths, ["he_normal"] * (len(widths) - 1))


@wrong(lost=0.5, fails={"biases": "biases not zero"}, says="kernel only")
def random_biases(widths, initializer, rng):
    return _network(widths, [LabInitializer(initializer, rng)] * (len(widths) - 1), bias_initializer="random_normal")


@wrong(lost=0.5, fails={"biases": "no bias"}, says="no bias")
def without_biases(widths, initializer, rng):
    return _network(widths, [LabInitializer(initializer, rng)] * (len(widths) - 1), use_bias=False)


@wrong(lost=3, fails={"layers": "not built", "kernels": "not built", "biases": "not built"}, says="no weights yet")
def never_built(widths, initializer, rng):
    kernels = LabInitializer(initializer, rng)
    return keras.Sequential([keras.layers.Dense(n, activation="relu", kernel_initializer=kernels) for n in widths[1:]])


@wrong(lost=3, fails={"layers": "wrong widths", "kernels": "wrong widths", "biases": "wrong widths"}, says="units")
def always_the_xor_network(widths, initializer, rng):
    return _network((2, 8, 8, 1), [LabInitializer(initializer, rng)] * 3)


@wrong(lost=0.5, fails={"layers": "wrong activation"}, says="activations")
def relu_everywhere(widths, initializer, rng):
    kernels = LabInitializer(initializer, rng)
    layers = [keras.layers.Dense(n, activation="relu", kernel_initializer=kernels) for n in widths[1:]]
    return keras.Sequential([keras.Input((widths[0],)), *layers])


@wrong(lost=2, fails={"kernels": "wrong fan"}, says="asked for")
def one_shape_for_all(widths, initializer, rng):
    big = initializer((widths[0], widths[1]), rng)

    def cut(shape, dtype=None):
        return np.resize(big, shape)

    return _network(widths, [cut] * (len(widths) - 1))


@wrong(lost=0.5, fails={"independent": "generator ignored"}, says="draw every kernel with the `rng`")
def a_generator_of_its_own(widths, initializer, rng):
    return as_in_the_solution(widths, initializer, np.random.default_rng())


@wrong(lost=0.5, fails={"independent": "generator ignored"}, says="draw every kernel with the `rng`")
def output_layer_from_elsewhere(widths, initializer, rng):
    kernels = [LabInitializer(initializer, rng)] * (len(widths) - 2)
    return _network(widths, [*kernels, LabInitializer(initializer, np.random.default_rng())])


@wrong(lost=0.5, fails={"layers": "wrong activation"}, says="sigmoid")
def the_output_known_by_its_width(widths, initializer, rng):
    kernels = LabInitializer(initializer, rng)
    return _activated(widths, kernels, ["relu" if n != widths[-1] else "sigmoid" for n in widths[1:]])


@wrong(lost=3, fails={"layers": "wrong widths", "kernels": "wrong widths", "biases": "wrong widths"}, says="units")
def each_width_once(widths, initializer, rng):
    return as_in_the_solution(tuple(dict.fromkeys(widths)), initializer, rng)
