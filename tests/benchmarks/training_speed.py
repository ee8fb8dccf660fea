"""Replicas trained per second: Keras `Model.fit` and initlab, same networks, batches and steps.

Iris, 4-64-64-3, ReLU, softmax, Adam, 10 epochs in batches of 32 (40 steps), loss and accuracy reported per
epoch. initlab's are over all samples after each epoch, Keras's over the batches as they pass: less work.
Building and compiling the Keras model is not counted. With one thread for initlab:

    OPENBLAS_NUM_THREADS=1 python tests/benchmarks/training_speed.py
"""

from __future__ import annotations

import argparse
import time

import initlab
import numpy as np
from numpy.typing import DTypeLike, NDArray

EPOCHS, BATCH = 10, 32
NETWORK = initlab.Network((4, 64, 64, 3), "relu")


def he_normal(shape: tuple[int, int], rng: np.random.Generator) -> NDArray:
    return rng.normal(0, np.sqrt(2 / shape[0]), shape)


def keras_seconds(weights: initlab.Weights, data: initlab.Data, models: int) -> tuple[float, NDArray]:
    """Median seconds to build, compile and fit one model, and each model's final loss."""
    import keras

    seconds, losses = [], []
    for replica in range(models):
        begin = time.perf_counter()
        keras.utils.clear_session(free_memory=False)
        layers = [
            keras.layers.Dense(64, "relu"),
            keras.layers.Dense(64, "relu"),
            keras.layers.Dense(3, "softmax"),
        ]
        model = keras.Sequential([keras.Input((4,)), *layers])
        for layer, kernel, bias in zip(layers, weights.kernels, weights.biases, strict=True):
            layer.set_weights([kernel[replica], bias[replica]])
        model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
        fitting = time.perf_counter()
        model.fit(data.inputs, data.labels, epochs=EPOCHS, batch_size=BATCH, shuffle=False, verbose=0)
        end = time.perf_counter()
        seconds.append(end - fitting)
        losses.append(model.evaluate(data.inputs, data.labels, batch_size=len(data), verbose=0)[0])
        print(f"  Keras model {replica + 1}: fit {end - fitting:.2f} s (and {fitting - begin:.2f} s to build)")
    return float(np.median(seconds)), np.array(losses)


def initlab_seconds(weights: initlab.Weights, data: initlab.Data, repeats: int) -> tuple[float, NDArray]:
    """Median seconds to train all replicas, and their final losses."""
    order = np.tile(np.arange(len(data)), (EPOCHS, 1))  # as Keras with shuffle=False
    seconds = []
    for _ in range(repeats):
        begin = time.perf_counter()
        run = initlab.train(NETWORK, weights, data, epochs=EPOCHS, batch_size=BATCH, order=order)
        seconds.append(time.perf_counter() - begin)
    return float(np.median(seconds)), run.losses[:, -1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--models", type=int, default=5, help="how many Keras models to fit (default 5)")
    parser.add_argument("--replicas", type=int, default=512, help="how many initlab replicas (default 512)")
    parser.add_argument("--repeats", type=int, default=3, help="how often to time initlab (default 3)")
    arguments = parser.parse_args()

    data, _ = initlab.split(initlab.iris(), np.random.default_rng(1))
    weights = NETWORK.initialize(he_normal, np.random.default_rng(2), arguments.replicas)
    slow, keras_losses = keras_seconds(weights, data, arguments.models)
    print(f"Keras Model.fit    float32: {slow:7.3f} s a model        {1 / slow:9.2f} replicas a second")
    kinds: tuple[DTypeLike, ...] = (np.float32, np.float64)
    for kind in kinds:
        fast, losses = initlab_seconds(weights.astype(kind), data, arguments.repeats)
        rate = arguments.replicas / fast
        apart = np.abs(losses[: arguments.models] - keras_losses).max()
        print(
            f"initlab            {np.dtype(kind).name}: {fast:7.3f} s for {arguments.replicas} replicas "
            f"{rate:6.0f} replicas a second, {rate * slow:6.0f} times Keras; final losses within {apart:.1e}"
        )


if __name__ == "__main__":
    main()
