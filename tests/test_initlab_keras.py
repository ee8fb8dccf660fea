"""initlab equals Keras: same weights, same batches, the same losses and weights after 50 steps, in
float64.
"""

import itertools
from collections.abc import Callable, Iterator
from typing import Any

import initlab
import numpy as np
import pytest
from numpy.typing import NDArray

pytestmark = pytest.mark.slow

EPOCHS, BATCH = 10, 8  # 40 samples in batches of 8: 50 steps
TOLERANCE = 1e-5  # promised; what remains is rounding, about 1e-13


@pytest.fixture(scope="module")
def keras() -> Iterator[Any]:
    keras = pytest.importorskip("keras")
    before = keras.backend.floatx()
    keras.backend.set_floatx("float64")
    yield keras
    keras.backend.set_floatx(before)


def keras_model(keras: Any, network: initlab.Network, weights: initlab.Weights, output: str = "linear") -> Any:
    """The same network in Keras, with these weights; by default it gives logits."""
    f: Any = network.hidden.name
    if f == "leaky_relu":

        def f(z: Any) -> Any:
            return keras.activations.leaky_relu(z, negative_slope=0.01)

    inner = [keras.layers.Dense(width, activation=f) for width in network.widths[1:-1]]
    layers = [*inner, keras.layers.Dense(network.widths[-1], activation=output)]
    model = keras.Sequential([keras.Input((network.widths[0],)), *layers])
    for layer, kernel, bias in zip(layers, weights.kernels, weights.biases, strict=True):
        layer.set_weights([kernel[0], bias[0]])
    return model


def keras_vector(model: Any) -> NDArray:
    return np.concatenate([array.ravel() for array in model.get_weights()])


def train_keras(model: Any, loss: Callable, optimizer: Any, data: initlab.Data, order: NDArray) -> list[float]:
    """Losses over all data before training and after each epoch; one tape and one optimizer step per
    batch.
    """
    import tensorflow as tf

    labels = data.labels if model.output_shape[-1] > 1 else data.labels[:, None].astype(np.float64)
    losses = [float(loss(labels, model(data.inputs)))]
    for epoch in order:
        for batch in np.split(epoch, range(BATCH, len(epoch), BATCH)):
            with tf.GradientTape() as tape:
                value = loss(labels[batch], model(data.inputs[batch]))
            gradients = tape.gradient(value, model.trainable_variables)
            optimizer.apply_gradients(zip(gradients, model.trainable_variables, strict=True))
        losses.append(float(loss(labels, model(data.inputs))))
    return losses


def compare(
    keras: Any, activation: str, output: str, optimizer: initlab.SGD | initlab.Adam, keras_optimizer: Any
) -> None:
    rng = np.random.default_rng(1)
    outputs, loss = {
        "softmax": (3, keras.losses.SparseCategoricalCrossentropy(from_logits=True)),
        "sigmoid": (1, keras.losses.BinaryCrossentropy(from_logits=True)),
        "linear": (1, keras.losses.MeanSquaredError()),
    }[output]
    network = initlab.Network((5, 9, 7, outputs), activation, output)
    weights = network.initialize(lambda shape, rng: rng.normal(0, 0.6, shape), rng)
    classes = max(outputs, 2)
    names = tuple("abcde")
    data = initlab.Data(rng.normal(size=(40, 5)), rng.integers(0, classes, 40), names, names[:classes])
    order = initlab.draw_order(40, EPOCHS, rng)
    model = keras_model(keras, network, weights)
    theirs = train_keras(model, loss, keras_optimizer, data, order)
    run = initlab.train(network, weights, data, epochs=EPOCHS, batch_size=BATCH, optimizer=optimizer, order=order)
    np.testing.assert_allclose(run.losses[0], theirs, rtol=TOLERANCE)
    np.testing.assert_allclose(run.weights.vectors()[0], keras_vector(model), rtol=TOLERANCE, atol=TOLERANCE)
    # It would prove nothing if the weights had hardly moved.
    assert np.abs(run.weights.vectors() - weights.vectors()).max() > 1000 * TOLERANCE


OUTPUTS, OPTIMIZERS = ("softmax", "sigmoid", "linear"), ("SGD", "Adam")
# every activation, and every output with every optimizer; all with all is a long proof
TRIED = {(name, OUTPUTS[i % 3], OPTIMIZERS[i % 2]) for i, name in enumerate(initlab.activation_names())}


@pytest.mark.parametrize(
    ("activation", "output", "optimizer"),
    [
        pytest.param(*case, marks=[] if case in TRIED else [pytest.mark.thorough])
        for case in itertools.product(initlab.activation_names(), OUTPUTS, OPTIMIZERS)
    ],
)
def test_every_activation_output_and_optimizer_with_default_settings(keras, activation, output, optimizer) -> None:
    compare(keras, activation, output, getattr(initlab, optimizer)(), getattr(keras.optimizers, optimizer)())


@pytest.mark.parametrize(
    ("optimizer", "settings"),
    [
        ("SGD", {"learning_rate": 0.05, "momentum": 0.9}),
        ("Adam", {"learning_rate": 0.02, "beta_1": 0.7, "beta_2": 0.9, "epsilon": 1e-3}),
    ],
)
def test_optimizers_with_other_settings(keras, optimizer: str, settings: dict) -> None:
    ours, theirs = getattr(initlab, optimizer), getattr(keras.optimizers, optimizer)
    compare(keras, "tanh", "softmax", ours(**settings), theirs(**settings))


def test_model_fit_on_iris(keras) -> None:
    """Compiled, with softmax inside the model and the usual cross-entropy, as one would write it."""
    data, _ = initlab.split(initlab.iris(), np.random.default_rng(1))
    network = initlab.Network((4, 64, 64, 3), "relu")
    weights = network.initialize(
        lambda shape, rng: rng.normal(0, np.sqrt(2 / shape[0]), shape), np.random.default_rng(2)
    )
    model = keras_model(keras, network, weights, output="softmax")
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    history = model.fit(
        data.inputs, data.labels, epochs=10, batch_size=32, shuffle=False, verbose=0,
        validation_data=(data.inputs, data.labels), validation_batch_size=len(data),
    ).history  # fmt: skip
    order = np.tile(np.arange(len(data)), (10, 1))
    run = initlab.train(network, weights, data, epochs=10, batch_size=32, order=order)
    np.testing.assert_allclose(run.losses[0, 1:], history["val_loss"], rtol=TOLERANCE)
    np.testing.assert_allclose(run.accuracies[0, 1:], history["val_accuracy"], rtol=1e-6)
    np.testing.assert_allclose(run.weights.vectors()[0], keras_vector(model), rtol=TOLERANCE, atol=TOLERANCE)
