"""Measurements that the notebooks' text states, made with the lab's library and the masters' own functions."""

import inspect
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

import initlab
import numpy as np
from initlab import activations
from numpy.typing import NDArray

from tests.test_published_facts import lab

rng = np.random.default_rng


@cache
def part(number: int) -> Any:
    """The functions of a solved notebook, without Keras."""
    return lab(
        *(("part1_understanding",), ("part2_techniques", "keras", "LabInitializer"), ("part3_applying", "tensorflow"))[
            number - 1
        ]
    )


def spread(std: float) -> Callable[[tuple[int, int], np.random.Generator], NDArray]:
    """Part 1's initializer: normal weights."""
    return lambda shape, generator: std * generator.standard_normal(shape)


def equal(shape: tuple[int, int], generator: np.random.Generator) -> NDArray:
    """Every weight is 0.5."""
    return np.full(shape, 0.5)


# Part 1


def log_of_guessing() -> tuple[float, float]:
    return np.log(2), np.log10(np.log(2))


PLANE = initlab.Network((2, 10, 1), "tanh", output="sigmoid")


@cache
def convergence(name: str) -> dict:
    """What `try_convergence` measures."""
    starts = {"all 0.5": equal, "tiny": spread(0.01), "medium": spread(1.0)}
    found: dict = part(1).compare_convergence(starts, PLANE, initlab.u_shape(200, rng(1)), 0.2, rng(2))
    return found[name]


def epochs_of_tiny_and_medium() -> tuple[float, float, None]:
    return convergence("tiny")["epochs"], convergence("medium")["epochs"], None


class Saddle(NamedTuple):
    """Losses of equal units that were trained on, and after they were made to differ a little."""

    at: float
    after: float


@cache
def saddle() -> Saddle:
    data = initlab.u_shape(200, rng(1))
    plan: dict[str, Any] = {"epochs": 2000, "batch_size": len(data), "optimizer": initlab.SGD(0.5)}
    rest = initlab.train(PLANE, convergence("all 0.5")["run"].weights, data, rng=rng(3), **plan)
    nudge = rng(4)
    kernels = tuple(kernel + 1e-3 * nudge.standard_normal(kernel.shape) for kernel in rest.weights.kernels)
    on = initlab.train(PLANE, initlab.Weights(kernels, rest.weights.biases), data, rng=rng(3), **plan)
    return Saddle(rest.losses[0, -1], on.losses[0, -1])


@cache
def some_digits(n: int) -> initlab.Data:
    return initlab.standardize(initlab.digits())[0].take(np.arange(n))


@cache
def patient(kind: str, std: float) -> tuple[initlab.Network, initlab.Weights]:
    """A network of `try_diagnosis`."""
    network = initlab.Network((64, *[64] * 10, 10), kind)
    return network, network.initialize(spread(std), rng(4))


def ends(kind: str, std: float) -> tuple[float, float]:
    """The gradient norms of the first and of the last kernel."""
    data = some_digits(200)
    norms = part(1).gradient_norms(*patient(kind, std), data.inputs, data.labels)
    return norms[0], norms[-1]


def tenths_saturated() -> tuple[None, float, None]:
    """In tenths, over all hidden layers."""
    network, weights = patient("tanh", 1.0)
    hidden = network.forward(weights, some_digits(200).inputs).activations[:-1]
    return None, 10 * np.mean([part(1).saturated_fraction(layer[0], "tanh") for layer in hidden]), None


def dead(std: float) -> list[float]:
    """The fractions of dead units in two hidden ReLU layers, with all biases at -10."""
    network = initlab.Network((64, 64, 64, 10), "relu")
    weights = network.initialize(spread(std), rng(4))
    shifted = initlab.Weights(weights.kernels, tuple(bias - 10 for bias in weights.biases))
    hidden = network.forward(shifted, some_digits(200).inputs).activations[:-1]
    return [part(1).saturated_fraction(layer[0], "relu") for layer in hidden]


def dead_at_std_one() -> tuple[float]:
    first, second = dead(1.0)
    assert second == 0
    return (100 * first,)


def dead_at_small_std() -> tuple[None, None]:
    assert dead(0.15) == [1, 1]
    return None, None


# Part 2


class Ended(NamedTuple):
    """A 2-10-1 network after 100 epochs on the U: different units, per cent right, the largest hidden weight."""

    units: int
    right: float
    largest: float


@cache
def u(kind: str, start: str) -> Ended:
    """As `try_symmetry` trains, from one of its starts or from one that the text tells of."""

    def drawn(shape: tuple[int, int], generator: np.random.Generator) -> NDArray:
        return generator.normal(0, 1, shape)

    zeros = part(2).zeros
    kernels = {"zeros": zeros, "output 0": [drawn, zeros], "equal": equal, "drawn": drawn}[start.split(",")[0]]
    generator, data = rng(1), initlab.u_shape(200, rng(15))
    network = initlab.Network((2, 10, 1), kind, output="sigmoid")
    weights = network.initialize(kernels, generator)
    if start.endswith("biases 0.5"):
        weights = initlab.Weights(weights.kernels, tuple(np.full_like(bias, 0.5) for bias in weights.biases))
    if start.endswith("biases drawn"):
        hidden, output = weights.biases
        weights = initlab.Weights(weights.kernels, (generator.normal(0, 1, hidden.shape), output))
    run = initlab.train(network, weights, data, epochs=100, optimizer=initlab.Adam(0.01), rng=generator)
    trained = run.weights.kernels[0][0]
    return Ended(part(1).distinct_units(trained), 100 * run.accuracies[0, -1], np.abs(trained).max())


SCALES = tuple(float(scale) for scale in np.geomspace(0.01, 1, 11))


@cache
def sweep_digits() -> initlab.Data:
    pool, _ = initlab.split(initlab.digits(), rng(1), test_fraction=0.8)
    return initlab.standardize(pool)[0]


@cache
def sweeps(kind: str) -> list[dict]:
    """What `try_sweep` measures at each scale, with the loss after its training."""
    network = initlab.Network((64, *[64] * 6, 10), activation=kind)
    found = part(2).sweep_scales(list(SCALES), network, sweep_digits(), rng(2))
    together = initlab.join([found[scale]["weights"] for scale in SCALES]).astype(np.float32)
    run = initlab.train(network, together, sweep_digits(), epochs=15, optimizer=initlab.SGD(0.05), rng=rng(3))
    return [found[scale] | {"loss": loss} for scale, loss in zip(SCALES, run.losses[:, -1].tolist(), strict=True)]


def sweep(kind: str, scale: int) -> dict:
    """At the scale with this number."""
    return sweeps(kind)[scale]


def ranges() -> tuple[float, float, float]:
    """tanh's range that trains, and the middle of ReLU's."""
    tanh, relu, none = (
        part(2).range_that_trains(dict(zip(SCALES, (one["loss"] for one in sweeps(kind)), strict=True)), 0.5)
        for kind in ("tanh", "relu", "sigmoid")
    )
    assert none is None
    return *tanh, np.sqrt(relu[0] * relu[1])


def shallow() -> tuple[float | None, ...]:
    """Losses of ReLU networks with one hidden layer (and with two, from .01) after the sweep's training."""

    def loss(layers: int, initializer: Any) -> float:
        network = initlab.Network((64, *[64] * layers, 10), "relu")
        weights = network.initialize(initializer, rng(3), 4, np.float32)
        run = initlab.train(network, weights, sweep_digits(), epochs=15, optimizer=initlab.SGD(0.05), rng=rng(3))
        return run.losses[:, -1].mean()

    return loss(1, spread(0.01)), None, loss(1, spread(0.1)), None, loss(1, part(2).he_normal), loss(2, spread(0.01))


def selu() -> tuple[float | None, ...]:
    """Second moments of SELU networks from LeCun's weights: the median of ten."""
    network = initlab.Network((128, *[128] * 30, 10), "selu")

    def after(start: float, layers: int) -> float:
        inputs = np.sqrt(start) * rng(1).normal(0, 1, (100, 128))
        return np.median(part(2).second_moments(part(2).lecun_normal, network, inputs, rng(2), 10)[:, layers - 1])

    return None, after(0.1, 10), None, after(10, 10), None, after(1e6, 10), None, after(1e-12, 30)


def selu_constants() -> tuple[float, float]:
    return activations.SELU_SCALE, activations.SELU_ALPHA


def thirty_layers() -> tuple[float]:
    """The loss that two of the lines of `try_thirty_layers` end at."""
    pool, _ = initlab.split(initlab.digits(), rng(1), test_fraction=0.6)
    (data,) = initlab.standardize(pool)
    network = initlab.Network((64, *[64] * 30, 10), "relu")
    losses = []
    for initializer in (part(2).xavier_normal, part(2).random_normal):
        weights = network.initialize(initializer, rng(3), 2, np.float32)
        losses.append(initlab.train(network, weights, data, epochs=10, optimizer=initlab.SGD(0.01), rng=rng(4)).losses)
    assert np.ptp(losses) < 1e-3
    return (float(np.mean(losses)),)


def autoencoder() -> tuple[None, None]:
    """From kernels of zeros no kernel has a gradient, whatever the output's biases have become."""
    inputs = some_digits(200).inputs
    for kind in ("tanh", "relu"):
        network = initlab.Network((64, 16, 64), kind, output="linear")
        weights = network.initialize(part(2).zeros, rng(1))
        for _ in range(2):
            gradients = network.gradients(weights, inputs, inputs)
            assert not any(np.any(kernel) for kernel in gradients.kernels)
            hidden, output = (b - g for b, g in zip(weights.biases, gradients.biases, strict=True))
            assert not np.any(hidden)
            weights = initlab.Weights(weights.kernels, (hidden, output))
    return None, None


def sigmoid_on_the_way_back() -> tuple[None, float]:
    """The factor by which a layer of `try_q9`'s deep sigmoid network divides the gradient's mean square."""
    widths, inputs = (64,) * 21 + (10,), some_digits(600).inputs[:100]
    advised = part(3).evaluate_advice(part(3).recommend, "sigmoid", widths, inputs, rng(1))
    network = initlab.Network(widths, "sigmoid", "linear")
    trace = network.forward(advised["weights"], inputs)
    deltas = network.backward(advised["weights"], trace, rng(2).normal(size=trace.outputs.shape)).deltas[:-1]
    first, last = (np.mean(deltas[layer] ** 2) for layer in (0, -1))
    return None, (last / first) ** (1 / (len(deltas) - 1))


def slopes_in_keras() -> tuple[float, float]:
    import keras

    slope = inspect.signature(keras.activations.leaky_relu).parameters["negative_slope"].default
    return keras.layers.LeakyReLU().negative_slope, slope


def lstm_in_keras() -> tuple[float]:
    """The forget gate's first bias, the second of four, where all others are 0 and no kernel is."""
    import keras

    layer = keras.layers.LSTM(3)
    layer.build((None, 5, 2))
    kernel, recurrent, bias = (np.asarray(weight) for weight in layer.get_weights())
    gates = bias.reshape(4, 3)
    assert np.all(kernel != 0) and np.any(recurrent) and not np.any(gates[[0, 2, 3]])
    return (float(gates[1].mean()),)


def seeds_in_keras() -> tuple[()]:
    """An initializer repeats itself, but not with a `SeedGenerator`."""
    import keras

    def repeats(seed: Any) -> bool:
        initializer = keras.initializers.GlorotUniform(seed=seed)
        return np.array_equal(*(np.asarray(initializer((3, 4))) for _ in range(2)))

    assert repeats(1) and repeats(None) and not repeats(keras.random.SeedGenerator(1))
    return ()


class Xor(NamedTuple):
    """Of 400 starts, the part with all four points right after so many epochs; the median loss after 200."""

    at_200: float
    at_1000: float
    loss: float


@cache
def xor(initializer: str) -> Xor:
    network = initlab.Network((2, 8, 8, 1), "relu", output="sigmoid")
    weights = network.initialize(getattr(part(2), initializer), rng(4), replicas=400)
    run = initlab.train(network, weights, initlab.xor(), epochs=1000, rng=rng(5))
    right = [float((run.accuracies[:, epochs] == 1).mean()) for epochs in (200, 1000)]
    return Xor(*right, float(np.median(run.losses[:, 200])))


def he_is_first_by_loss_only() -> tuple[None]:
    """The other two have more starts with all points right after 200 epochs, and higher median losses."""
    he, *others = (xor(name) for name in ("he_normal", "xavier_normal", "random_normal"))
    assert all(he.loss < other.loss and he.at_200 < other.at_200 for other in others)
    return (None,)


# Part 3


@cache
def new_digits() -> tuple[float | None, ...]:
    """Per cent right: at least 99 of the training digits; of the others from He's weights times 1, 3 and 10."""
    train, test = initlab.standardize(*initlab.split(initlab.digits(), rng(1), test_fraction=0.8))
    network = initlab.Network((64, 128, 128, 10), "relu")
    assert len(train) == 359
    right = []
    for factor in (1, 3, 10):
        start = network.initialize(lambda s, g, k=factor: k * part(2).he_normal(s, g), rng(3), 4, np.float32)
        run = initlab.train(network, start, train, epochs=60, rng=rng(4), validation=test)
        assert run.validation_accuracies is not None and run.accuracies[:, -1].mean() >= 0.99
        right.append(100 * float(run.validation_accuracies[:, -1].mean()))
    return None, len(test), *right


def rows_of_advice() -> tuple[int, int, int]:
    """In how many of `try_q9`'s rows the advised scheme has the lowest loss, and in how many He's; a tie is none."""
    laws = {"xavier": lambda a, b: 2 / (a + b), "he": lambda a, b: 2 / a, "lecun": lambda a, b: 1 / a}
    best = []
    for depth in (2, 12):
        widths = (64, *np.linspace(96, 32, depth).astype(int), 10)
        for kind in ("relu", "leaky_relu", "tanh", "sigmoid", "selu"):
            network, losses = initlab.Network(widths, kind), {}
            for scheme, law in laws.items():
                weights = network.initialize(lambda s, g, v=law: g.normal(0, np.sqrt(v(*s)), s), rng(3), 2, np.float32)
                plan: dict[str, Any] = {"epochs": 8, "optimizer": initlab.SGD(0.05), "rng": rng(4)}
                losses[scheme] = round(
                    float(initlab.train(network, weights, some_digits(600), **plan).losses[:, -1].mean()), 3
                )
            lowest = [scheme for scheme, loss in losses.items() if loss == min(losses.values())]
            best.append((lowest, part(3).recommend(kind, 64, 64)["scheme"]))
    starred = sum(lowest == [advice] for lowest, advice in best)
    return starred, len(best), sum(lowest == ["he"] for lowest, _ in best)
