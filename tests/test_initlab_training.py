"""Training: what a run records, that replicas do not disturb each other, and that optimizers follow their
rule.
"""

from typing import Any

import initlab
import numpy as np
import pytest
from initlab import training
from numpy.typing import NDArray

OPTIMIZERS = [initlab.SGD(0.1), initlab.SGD(0.05, momentum=0.9), initlab.Adam(0.01)]


def scaled_normal(shape: tuple[int, int], rng: np.random.Generator) -> NDArray:
    return rng.normal(0, np.sqrt(2 / shape[0]), shape)


@pytest.fixture(scope="module")
def iris() -> tuple[initlab.Data, initlab.Data]:
    return initlab.split(initlab.iris(), np.random.default_rng(1))


NETWORK = initlab.Network((4, 8, 8, 3), "relu")


def start(replicas: int = 5) -> initlab.Weights:
    return NETWORK.initialize(scaled_normal, np.random.default_rng(2), replicas)


@pytest.mark.parametrize("optimizer", OPTIMIZERS, ids=repr)
@pytest.mark.parametrize("cache", [1, 2_000_000], ids=["one replica at a time", "all at once"])
def test_replicas_trained_together_equal_replicas_trained_alone(iris, optimizer, cache, monkeypatch) -> None:
    monkeypatch.setattr(training, "_CACHE_BYTES", cache)

    def run(weights: initlab.Weights) -> initlab.Run:
        rng = np.random.default_rng(3)
        return initlab.train(NETWORK, weights, iris[0], epochs=5, batch_size=32, optimizer=optimizer, rng=rng)

    weights = start()
    together = run(weights)
    for index in range(weights.replicas):
        alone = run(weights.replica(index))
        np.testing.assert_allclose(alone.losses[0], together.losses[index], rtol=1e-12)
        np.testing.assert_allclose(
            alone.weights.vectors()[0], together.weights.vectors()[index], rtol=1e-12, atol=1e-12
        )


def test_training_leaves_its_input_untouched(iris) -> None:
    weights = start()
    before = weights.vectors().copy()
    run = initlab.train(NETWORK, weights, iris[0], epochs=2, rng=np.random.default_rng(3))
    np.testing.assert_array_equal(weights.vectors(), before)
    assert not np.array_equal(run.weights.vectors(), before)
    assert not any(np.shares_memory(a, b) for a, b in zip(run.weights.kernels, weights.kernels, strict=True))


def test_a_run_records_what_the_network_says_about_its_weights(iris) -> None:
    train, test = iris
    weights = start()
    run = initlab.train(
        NETWORK, weights, train, epochs=3, rng=np.random.default_rng(3), validation=test, keep_path=True
    )
    assert run.epochs == 3 and run.losses.shape == run.accuracies.shape == (5, 4)
    assert run.path and run.validation_losses is not None and run.validation_accuracies is not None
    np.testing.assert_array_equal(run.path[0].vectors(), weights.vectors())
    np.testing.assert_array_equal(run.path[-1].vectors(), run.weights.vectors())
    for epoch, then in enumerate(run.path):
        for data, losses, accuracies in (
            (train, run.losses, run.accuracies),
            (test, run.validation_losses, run.validation_accuracies),
        ):
            np.testing.assert_allclose(losses[:, epoch], NETWORK.loss(then, data.inputs, data.labels), rtol=1e-12)
            np.testing.assert_array_equal(accuracies[:, epoch], NETWORK.accuracy(then, data.inputs, data.labels))


def test_without_validation_and_path_there_are_none(iris) -> None:
    run = initlab.train(NETWORK, start(), iris[0], epochs=0, rng=np.random.default_rng(3))
    assert run.validation_losses is run.validation_accuracies is run.path is None
    assert run.losses.shape == (5, 1)


@pytest.mark.parametrize("optimizer", OPTIMIZERS, ids=repr)
def test_training_is_one_optimizer_step_per_batch_in_the_drawn_order(iris, optimizer) -> None:
    """The same by the public pieces, with the rules written out: batches of 50, 50 and 20."""
    data, weights = iris[0], start(1)
    order = initlab.draw_order(len(data), 2, np.random.default_rng(3))
    kernels = [*weights.kernels, *weights.biases]
    first: list[Any] = [0.0] * 6
    second: list[Any] = [0.0] * 6
    t = 0
    for epoch in order:
        for batch in np.split(epoch, [50, 100]):
            t += 1
            now = NETWORK.gradients(
                initlab.Weights(tuple(kernels[:3]), tuple(kernels[3:])),
                data.inputs[batch],
                data.labels[batch],
            )
            for i, g in enumerate([*now.kernels, *now.biases]):
                if isinstance(optimizer, initlab.SGD):
                    first[i] = optimizer.momentum * first[i] - optimizer.learning_rate * g
                    kernels[i] = kernels[i] + first[i]
                else:
                    first[i] = 0.9 * first[i] + 0.1 * g
                    second[i] = 0.999 * second[i] + 0.001 * g**2
                    rate = optimizer.learning_rate * np.sqrt(1 - 0.999**t) / (1 - 0.9**t)
                    kernels[i] = kernels[i] - rate * first[i] / (np.sqrt(second[i]) + 1e-7)
    settings = {"epochs": 2, "batch_size": 50, "optimizer": optimizer}
    drawn = initlab.train(NETWORK, weights, data, rng=np.random.default_rng(3), **settings)
    given = initlab.train(NETWORK, weights, data, order=order, **settings)
    np.testing.assert_array_equal(drawn.weights.vectors(), given.weights.vectors())
    expected = initlab.Weights(tuple(kernels[:3]), tuple(kernels[3:])).vectors()
    np.testing.assert_allclose(given.weights.vectors(), expected, rtol=1e-9, atol=1e-12)


def test_the_order_is_a_new_permutation_in_every_epoch() -> None:
    order = initlab.draw_order(20, 3, np.random.default_rng(1))
    np.testing.assert_array_equal(np.sort(order, axis=1), np.tile(np.arange(20), (3, 1)))
    assert len(np.unique(order, axis=0)) == 3


def test_it_learns(iris) -> None:
    """Fisher's own linear rule misclassifies 3 of 150; a network that trained is far above guessing, 1/3."""
    run = initlab.train(
        NETWORK, start(), iris[0], epochs=100, optimizer=initlab.Adam(0.01), rng=np.random.default_rng(3)
    )
    assert run.accuracies[:, -1].min() > 0.9
    assert (run.losses[:, -1] < run.losses[:, 0]).all()


@pytest.mark.parametrize("name", ["relu", "tanh"])
def test_kernels_of_zeros_never_move(iris, name: str) -> None:
    network = initlab.Network((4, 8, 3), name)
    zeros = network.initialize(lambda shape, rng: np.zeros(shape), np.random.default_rng(1))
    run = initlab.train(network, zeros, iris[0], epochs=5, rng=np.random.default_rng(3))
    assert not any(kernel.any() for kernel in run.weights.kernels)


def test_float32_weights_train_in_float32_to_nearly_the_same_losses(iris) -> None:
    runs = [
        initlab.train(NETWORK, start().astype(kind), iris[0], epochs=3, rng=np.random.default_rng(3))
        for kind in (np.float32, np.float64)
    ]
    assert runs[0].weights.dtype == np.float32
    # 12 steps of relative error 2^-24 each, enlarged by sums over 8 units: about 1e-5; 1e-3 leaves room.
    np.testing.assert_allclose(runs[0].losses, runs[1].losses, rtol=1e-3)


def test_a_loss_that_overflows_is_recorded_without_a_warning(iris) -> None:
    run = initlab.train(NETWORK, start(), iris[0], epochs=20, optimizer=initlab.SGD(1e6), rng=np.random.default_rng(3))
    assert not np.isfinite(run.losses[:, -1]).all() or (run.losses[:, -1] > 1e3).any()


def test_a_linear_output_trains_on_squared_error_and_has_no_accuracy() -> None:
    network = initlab.Network((2, 8, 1), "tanh", "linear")
    weights = network.initialize(scaled_normal, np.random.default_rng(1))
    run = initlab.train(
        network,
        weights,
        initlab.xor(),
        epochs=300,
        optimizer=initlab.Adam(0.05),
        rng=np.random.default_rng(1),
    )
    # Guessing the mean everywhere costs 1/4.
    assert run.losses[0, -1] < 0.05
    assert np.isnan(run.accuracies).all()


def test_a_progress_bar_is_shown_on_request(iris, capsys) -> None:
    initlab.train(NETWORK, start(), iris[0], epochs=2, rng=np.random.default_rng(1), progress=True)
    assert "training" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"epochs": 1}, "either rng"),
        ({"epochs": 1, "rng": np.random.default_rng(1), "order": np.zeros((1, 120), int)}, "either rng"),
        ({"epochs": 1, "order": np.zeros((1, 120), int)}, "numbers 0 to 119 once"),
        ({"epochs": -1, "rng": np.random.default_rng(1)}, "epochs must not be negative"),
        ({"epochs": 1, "rng": np.random.default_rng(1), "batch_size": 0}, "batch_size must be at least 1"),
    ],
)
def test_arguments_that_do_not_fit_are_refused(iris, arguments: dict, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        initlab.train(NETWORK, start(), iris[0], **arguments)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: initlab.SGD(-1), "learning_rate"),
        (lambda: initlab.SGD(0.1, momentum=1), "momentum"),
        (lambda: initlab.Adam(beta_2=1.0), "beta_2"),
    ],
)
def test_optimizers_refuse_settings_that_make_no_sense(make, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        make()
