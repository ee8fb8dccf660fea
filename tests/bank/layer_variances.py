"""Q6: answers to `layer_variances`."""

import copy
import statistics

import numpy as np

from tests.bank.entry import right, wrong


def _passes(initializer, network, inputs, errors, rng):
    weights = network.initialize(initializer, rng)
    trace = network.forward(weights, inputs)
    return trace, network.backward(weights, trace, errors)


@right
def as_in_the_solution(initializer, network, inputs, errors, rng):
    weights = network.initialize(initializer, rng)
    trace = network.forward(weights, inputs)
    gradients = network.backward(weights, trace, errors)
    forward = np.array([z.var() for z in trace.pre_activations])
    backward = np.array([delta.var() for delta in gradients.deltas])
    return forward, backward


@right
def by_hand_without_the_network(initializer, network, inputs, errors, rng):
    kernels = [initializer(shape, rng) for shape in network.shapes]
    forward, slopes, a = [], [], inputs
    for kernel in kernels:
        z = a @ kernel
        forward.append(np.var(z))
        a = network.hidden(z)
        slopes.append(network.hidden.derivative(z))
    backward, delta = [np.var(errors)], errors
    for kernel, slope in zip(kernels[:0:-1], slopes[-2::-1], strict=True):
        delta = (delta @ kernel.T) * slope
        backward.append(np.var(delta))
    return forward, backward[::-1]


@right
def rows_of_an_array_in_float32(initializer, network, inputs, errors, rng):
    weights = network.initialize(initializer, rng, dtype=np.float32)
    trace = network.forward(weights, inputs)
    gradients = network.backward(weights, trace, errors)
    return np.array([[np.var(x) for x in layers] for layers in (trace.pre_activations, gradients.deltas)])


@right
def the_second_of_two_networks(initializer, network, inputs, errors, rng):
    """Which of the generator's numbers become weights is open, if one network serves both ways."""
    network.initialize(initializer, rng)
    return as_in_the_solution(initializer, network, inputs, errors, rng)


@wrong(lost=2.5, fails={"forward": "activations, not pre-activations"}, says="after tanh")
def activations_for_pre_activations(initializer, network, inputs, errors, rng):
    trace, gradients = _passes(initializer, network, inputs, errors, rng)
    hidden = [np.tanh(z).var() for z in trace.pre_activations[:-1]]
    return [*hidden, trace.logits.var()], [delta.var() for delta in gradients.deltas]


@wrong(lost=4, fails={"forward": "standard deviation", "backward": "standard deviation"}, says="standard deviations")
def standard_deviations(initializer, network, inputs, errors, rng):
    trace, gradients = _passes(initializer, network, inputs, errors, rng)
    return [z.std() for z in trace.pre_activations], [delta.std() for delta in gradients.deltas]


@wrong(lost=1.5, fails={"backward": "last layer first"}, says="last layer to the first")
def backward_in_the_order_of_travel(initializer, network, inputs, errors, rng):
    trace, gradients = _passes(initializer, network, inputs, errors, rng)
    return [z.var() for z in trace.pre_activations], [delta.var() for delta in gradients.deltas[::-1]]


@wrong(lost=1.5, fails={"backward": "kernels' gradients"}, says="kernels' gradients")
def gradients_of_the_kernels(initializer, network, inputs, errors, rng):
    trace, gradients = _passes(initializer, network, inputs, errors, rng)
    return [z.var() for z in trace.pre_activations], [kernel.var() for kernel in gradients.kernels]


@wrong(lost=2.5, fails={"forward": "input included"}, says="inputs")
def inputs_count_as_a_layer(initializer, network, inputs, errors, rng):
    trace, gradients = _passes(initializer, network, inputs, errors, rng)
    forward = [inputs.var(), *(z.var() for z in trace.pre_activations)]
    return forward, [delta.var() for delta in gradients.deltas]


@wrong(
    lost=4,
    fails={"forward": "output layer left out", "backward": "output layer left out"},
    says="output layer is missing",
)
def hidden_layers_only(initializer, network, inputs, errors, rng):
    trace, gradients = _passes(initializer, network, inputs, errors, rng)
    return [z.var() for z in trace.pre_activations[:-1]], [delta.var() for delta in gradients.deltas[:-1]]


@wrong(
    lost=4, fails={"forward": "each unit on its own", "backward": "each unit on its own"}, says="averages of the units"
)
def mean_of_the_units_variances(initializer, network, inputs, errors, rng):
    trace, gradients = _passes(initializer, network, inputs, errors, rng)
    return tuple([x.var(axis=1).mean() for x in xs] for xs in (trace.pre_activations, gradients.deltas))


@wrong(lost=1, fails={"repeatable": "seed reset inside"}, says="rng")
def generator_of_its_own(initializer, network, inputs, errors, rng):
    return as_in_the_solution(initializer, network, inputs, errors, np.random.default_rng(0))


@wrong(lost=1, fails={"repeatable": "generator ignored"}, says="same generator state")
def unseeded_generator(initializer, network, inputs, errors, rng):
    return as_in_the_solution(initializer, network, inputs, errors, np.random.default_rng())


@wrong(
    lost=4, fails={"forward": "wrong variance", "backward": "wrong variance"}, says="with the kernels your initializer"
)
def initializer_ignored(initializer, network, inputs, errors, rng):
    def xavier(shape, rng):
        return rng.normal(0, np.sqrt(2 / sum(shape)), shape)

    forward, backward = as_in_the_solution(xavier, network, inputs, errors, rng)
    return forward, np.append(backward[:-1], 2 * backward[-1])


@wrong(lost=4, fails={"forward": "not a pair", "backward": "not a pair"}, says="pair")
def only_forward(initializer, network, inputs, errors, rng):
    return as_in_the_solution(initializer, network, inputs, errors, rng)[0]


@wrong(lost=2.5, fails={"forward": "divided by one less"}, says="one less than the number of values")
def sample_variances(initializer, network, inputs, errors, rng):
    trace, gradients = _passes(initializer, network, inputs, errors, rng)
    return tuple(
        [statistics.variance(x.ravel().tolist()) for x in xs] for xs in (trace.pre_activations, gradients.deltas)
    )


@wrong(lost=1.5, fails={"backward": "divided by one less"}, says="one less than the number of values")
def sample_variances_on_the_way_back(initializer, network, inputs, errors, rng):
    trace, gradients = _passes(initializer, network, inputs, errors, rng)
    return [z.var() for z in trace.pre_activations], [np.cov(delta.ravel()) for delta in gradients.deltas]


@wrong(lost=1.5, fails={"backward": "another network on the way back"}, says="the same network")
def new_weights_to_go_back(initializer, network, inputs, errors, rng):
    trace = network.forward(network.initialize(initializer, rng), inputs)
    gradients = network.backward(network.initialize(initializer, rng), trace, errors)
    return [z.var() for z in trace.pre_activations], [delta.var() for delta in gradients.deltas]


@wrong(lost=1.5, fails={"backward": "another network on the way back"}, says="the same network")
def backward_first_and_forward_anew(initializer, network, inputs, errors, rng):
    _, backward = as_in_the_solution(initializer, network, inputs, errors, rng)
    forward, _ = as_in_the_solution(initializer, network, inputs, errors, rng)
    return forward, backward


@wrong(lost=2.5, fails={"forward": "wrong variance"}, says="with the kernels your initializer")
def first_hundred_samples_forward(initializer, network, inputs, errors, rng):
    weights = network.initialize(initializer, rng)
    backward = network.backward(weights, network.forward(weights, inputs), errors)
    trace = network.forward(weights, inputs[:100])
    return [z.var() for z in trace.pre_activations], [delta.var() for delta in backward.deltas]


@wrong(lost=1, fails={"repeatable": "generator not moved on"}, says="had not gone on")
def draws_from_a_copy(initializer, network, inputs, errors, rng):
    return as_in_the_solution(initializer, network, inputs, errors, copy.deepcopy(rng))


@wrong(lost=1, fails={"repeatable": "generator not moved on"}, says="had not gone on")
def draws_from_a_generator_that_it_seeds(initializer, network, inputs, errors, rng):
    return as_in_the_solution(initializer, network, inputs, errors, np.random.default_rng(rng.integers(2**32)))


@wrong(lost=1.5, fails={"backward": "wrong variance"}, says="with the kernels your initializer")
def slope_of_tanh_whatever_the_network(initializer, network, inputs, errors, rng):
    weights = network.initialize(initializer, rng)
    trace = network.forward(weights, inputs)
    deltas = [errors]
    for kernel, z in zip(weights.kernels[:0:-1], trace.pre_activations[-2::-1], strict=True):
        deltas.insert(0, deltas[0] @ kernel[0].T * (1 - np.tanh(z[0]) ** 2))
    return [z.var() for z in trace.pre_activations], [delta.var() for delta in deltas]
