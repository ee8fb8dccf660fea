"""The network: initialization, forward pass, and gradients that equal numerical ones, for many replicas at
once.
"""

import initlab
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from initlab.weights import weights_from_vectors
from numpy.typing import NDArray


def scaled_normal(shape: tuple[int, int], rng: np.random.Generator) -> NDArray:
    return rng.normal(0, 1 / np.sqrt(shape[0]), shape)


@st.composite
def problems(draw: st.DrawFn) -> tuple:
    """A small network, weights (also biases that are not zero) of some replicas, inputs, and labels."""
    output = draw(st.sampled_from(["softmax", "sigmoid", "linear"]))
    outputs = {"softmax": draw(st.integers(2, 4)), "sigmoid": 1, "linear": 1}[output]
    hidden = draw(st.lists(st.integers(1, 5), min_size=0, max_size=3))
    name = draw(st.sampled_from(initlab.activation_names()))
    network = initlab.Network((draw(st.integers(1, 4)), *hidden, outputs), name, output)
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    weights = network.initialize(scaled_normal, rng, replicas=draw(st.integers(1, 3)))
    vectors = weights.vectors()
    weights = weights_from_vectors(vectors + 0.1 * rng.normal(size=vectors.shape), network.widths)
    n = draw(st.integers(1, 6))
    return network, weights, rng.normal(size=(n, network.widths[0])), rng.integers(0, max(outputs, 2), n)


@settings(max_examples=150, deadline=None)
@given(problems())
def test_gradients_equal_numerical_gradients(problem: tuple) -> None:
    network, weights, inputs, labels = problem
    # A step of 1e-6 in one parameter moves no pre-activation by 1e-4, so none crosses the kink at zero.
    assume(all(np.abs(z).min() > 1e-4 for z in network.forward(weights, inputs).pre_activations))
    gradients = network.gradients(weights, inputs, labels)
    exact = initlab.Weights(gradients.kernels, gradients.biases).vectors()
    h = 1e-6
    for replica, vector in enumerate(weights.vectors()):
        steps = h * np.eye(len(vector))
        up, down = (
            network.loss(weights_from_vectors(vector + sign * steps, network.widths), inputs, labels)
            for sign in (1, -1)
        )
        # Rounding: a loss below about 50 is known to 1e-14, which divided by 2e-6 is 5e-9; h^2 f'''/6 is
        # smaller.
        np.testing.assert_allclose(exact[replica], (up - down) / (2 * h), atol=2e-8, rtol=1e-6)


@settings(max_examples=60, deadline=None)
@given(problems())
def test_the_loss_that_comes_with_the_gradients_is_the_loss(problem: tuple) -> None:
    network, weights, inputs, labels = problem
    np.testing.assert_array_equal(
        network.gradients(weights, inputs, labels).losses, network.loss(weights, inputs, labels)
    )


@settings(max_examples=60, deadline=None)
@given(problems())
def test_deltas_are_the_bias_gradients_of_single_samples(problem: tuple) -> None:
    """With one sample, a bias acts as its pre-activation does; in a batch of n each sample counts 1/n."""
    network, weights, inputs, labels = problem
    deltas = network.gradients(weights, inputs, labels).deltas
    for sample in range(len(inputs)):
        alone = network.gradients(weights, inputs[[sample]], labels[[sample]])
        for delta, bias in zip(deltas, alone.biases, strict=True):
            np.testing.assert_allclose(len(inputs) * delta[:, sample], bias, rtol=1e-9, atol=1e-12)


@settings(max_examples=60, deadline=None)
@given(problems())
def test_replicas_together_equal_replicas_alone(problem: tuple) -> None:
    network, weights, inputs, labels = problem
    together = network.gradients(weights, inputs, labels)
    outputs = network.forward(weights, inputs).outputs
    for index in range(weights.replicas):
        alone = network.gradients(weights.replica(index), inputs, labels)
        np.testing.assert_allclose(alone.losses[0], together.losses[index], rtol=1e-12)
        np.testing.assert_allclose(network.forward(weights.replica(index), inputs).outputs[0], outputs[index])
        for one, many in zip(alone.kernels, together.kernels, strict=True):
            np.testing.assert_allclose(one[0], many[index], rtol=1e-12, atol=1e-14)


def test_shapes_of_everything() -> None:
    network = initlab.Network((4, 6, 5, 3), "tanh")
    weights = network.initialize(scaled_normal, np.random.default_rng(1), replicas=2)
    inputs, labels = np.ones((7, 4)), np.zeros(7, int)
    trace, gradients = network.forward(weights, inputs), network.gradients(weights, inputs, labels)
    assert [k.shape for k in weights.kernels] == [k.shape for k in gradients.kernels]
    assert [k.shape for k in weights.kernels] == [(2, 4, 6), (2, 6, 5), (2, 5, 3)]
    assert [b.shape for b in weights.biases] == [b.shape for b in gradients.biases] == [(2, 6), (2, 5), (2, 3)]
    for arrays in (trace.pre_activations, trace.activations, gradients.deltas):
        assert [a.shape for a in arrays] == [(2, 7, 6), (2, 7, 5), (2, 7, 3)]
    assert gradients.losses.shape == network.accuracy(weights, inputs, labels).shape == (2,)
    assert network.predict(weights, inputs).shape == (2, 7)
    assert weights.widths == network.widths and weights.replicas == 2


def test_a_forward_pass_by_hand() -> None:
    network = initlab.Network((2, 2, 1), "relu", "sigmoid")
    kernels = (np.array([[[1.0, -1.0], [2.0, 0.5]]]), np.array([[[1.0], [3.0]]]))
    weights = initlab.Weights(kernels, (np.array([[0.5, 0.0]]), np.array([[-2.0]])))
    trace = network.forward(weights, [[1.0, 1.0]])
    np.testing.assert_allclose(trace.pre_activations[0], [[[3.5, -0.5]]])
    np.testing.assert_allclose(trace.activations[0], [[[3.5, 0.0]]])
    np.testing.assert_allclose(trace.logits, [[[1.5]]])
    np.testing.assert_allclose(trace.outputs, [[[1 / (1 + np.exp(-1.5))]]])
    assert network.predict(weights, [[1.0, 1.0]]) == [[1]]


def test_backward_sends_any_signal_back() -> None:
    network = initlab.Network((3, 4, 2), "linear", "linear")
    weights = network.initialize(scaled_normal, np.random.default_rng(1))
    signal = np.random.default_rng(2).normal(size=(1, 5, 2))
    back = network.backward(weights, network.forward(weights, np.ones((5, 3))), signal)
    np.testing.assert_allclose(back.deltas[0], signal @ weights.kernels[1].swapaxes(1, 2))
    assert np.isnan(back.losses).all()


def test_the_initializer_is_called_once_per_layer_and_replica_and_biases_are_zero() -> None:
    calls = []

    def recording(shape: tuple[int, int], rng: np.random.Generator) -> NDArray:
        calls.append(shape)
        return rng.normal(size=shape)

    network = initlab.Network((4, 6, 3), "relu")
    three = network.initialize(recording, np.random.default_rng(1), replicas=3)
    assert calls == [(4, 6), (6, 3)] * 3
    assert not any(bias.any() for bias in three.biases)
    one = network.initialize(recording, np.random.default_rng(1))
    np.testing.assert_array_equal(one.kernels[1][0], three.kernels[1][0])


def test_each_layer_can_have_an_initializer_of_its_own() -> None:
    network = initlab.Network((4, 6, 3), "relu")
    weights = network.initialize([scaled_normal, lambda shape, rng: np.zeros(shape)], np.random.default_rng(1))
    assert weights.kernels[0].all() and not weights.kernels[1].any()


@pytest.mark.parametrize(
    ("initializer", "message"),
    [
        (lambda shape, rng: None, r"shape \(4, 6\) for layer 0, returned None. Does it end with a return"),
        (lambda shape, rng: np.zeros(shape[::-1]), r"returned an array of shape \(6, 4\); expected \(4, 6\)"),
        (lambda shape, rng: 0.0, r"returned an array of shape \(\); expected \(4, 6\)"),
        (lambda shape, rng: "zeros", "returned str; expected an array of numbers"),
        (lambda shape, rng: np.full(shape, np.nan), "infinite or not a number"),
        ([lambda shape, rng: np.zeros(shape)], "1 initializers for 2 layers"),
    ],
)
def test_what_an_initializer_did_wrong_is_said(initializer, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        initlab.Network((4, 6, 3), "relu").initialize(initializer, np.random.default_rng(1))


def test_a_seed_is_not_a_generator() -> None:
    with pytest.raises(TypeError, match="default_rng"):
        initlab.Network((4, 3), "relu").initialize(scaled_normal, 1)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (((4,), "relu"), "at least an input and an output width"),
        (((4, 0, 3), "relu"), "all positive"),
        (((4, 3), "rleu"), "known are"),
        (((4, 3), "relu", "sofmax"), "known are: softmax, sigmoid, linear"),
        (((4, 3), "relu", "sigmoid"), "the last width is 3"),
        (((4, 1), "relu", "softmax"), "for one unit use 'sigmoid'"),
    ],
)
def test_a_network_that_cannot_be_is_refused(arguments: tuple, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        initlab.Network(*arguments)


def test_inputs_labels_and_weights_of_another_network_are_refused() -> None:
    network = initlab.Network((4, 6, 3), "relu")
    weights = network.initialize(scaled_normal, np.random.default_rng(1))
    with pytest.raises(ValueError, match=r"inputs have shape \(5, 3\), but this network takes \(n, 4\)"):
        network.forward(weights, np.ones((5, 3)))
    with pytest.raises(ValueError, match="5 inputs but 4 labels"):
        network.loss(weights, np.ones((5, 4)), [0, 1, 2, 0])
    with pytest.raises(ValueError, match=r"of a network \(4, 6, 3\), not of \(4, 7, 3\)"):
        initlab.Network((4, 7, 3), "relu").forward(weights, np.ones((5, 4)))
    with pytest.raises(ValueError, match="predicts numbers"):
        initlab.Network((4, 6, 3), "relu", "linear").predict(weights, np.ones((5, 4)))


def test_weights_know_their_replicas() -> None:
    weights = initlab.Network((4, 6, 3), "relu").initialize(scaled_normal, np.random.default_rng(1), replicas=3)
    again = initlab.join([weights.replica(0), weights.replica(1), weights.replica(-1)])
    np.testing.assert_array_equal(again.vectors(), weights.vectors())
    back = weights_from_vectors(weights.vectors(), weights.widths)
    np.testing.assert_array_equal(back.kernels[1], weights.kernels[1])
    assert weights.astype(np.float32).dtype == np.float32
    with pytest.raises(IndexError, match="there are 3"):
        weights.replica(3)
    with pytest.raises(ValueError, match="layer 1"):
        initlab.Weights(weights.kernels, (weights.biases[0], weights.biases[0]))
