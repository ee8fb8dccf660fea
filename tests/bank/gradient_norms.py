"""Q2: answers to `gradient_norms`."""

import numpy as np

from tests.bank.entry import right, wrong


@right
def as_in_the_solution(network, weights, inputs, labels):
    gradients = network.gradients(weights, inputs, labels)
    return np.array([np.sqrt(np.sum(kernel[0] ** 2)) for kernel in gradients.kernels])


@right
def list_of_linalg_norms(network, weights, inputs, labels):
    return [float(np.linalg.norm(kernel)) for kernel in network.gradients(weights, inputs, labels).kernels]


@wrong(lost=1, fails={"layers": "wrong shape"}, says="has one axis")
def replica_axis_left_on(network, weights, inputs, labels):
    kernels = network.gradients(weights, inputs, labels).kernels
    return [np.linalg.norm(kernel, axis=(1, 2)) for kernel in kernels]


@right
def from_the_deltas(network, weights, inputs, labels):
    trace = network.forward(weights, inputs)
    deltas = network.gradients(weights, inputs, labels).deltas
    below = [inputs, *(a[0] for a in trace.activations[:-1])]
    return tuple(np.linalg.norm(a.T @ d[0], "fro") for a, d in zip(below, deltas, strict=True))


@wrong(lost=2, fails={"norms": "mean, not norm"}, says="means of the absolute values")
def mean_not_norm(network, weights, inputs, labels):
    return np.array([np.abs(kernel).mean() for kernel in network.gradients(weights, inputs, labels).kernels])


@wrong(lost=2, fails={"norms": "root missing"}, says="root is missing")
def root_missing(network, weights, inputs, labels):
    return as_in_the_solution(network, weights, inputs, labels) ** 2


@wrong(lost=3, fails={"layers": "layers reversed", "norms": "layers reversed"}, says="last layer to the first")
def reversed_layers(network, weights, inputs, labels):
    return as_in_the_solution(network, weights, inputs, labels)[::-1]


@wrong(lost=3, fails={"layers": "not the gradient", "norms": "norms of the weights"}, says="not of their gradients")
def norms_of_the_weights(network, weights, inputs, labels):
    return np.array([np.linalg.norm(kernel) for kernel in weights.kernels])


@wrong(lost=2, fails={"norms": "gradients of the biases"}, says="biases")
def norms_for_the_biases(network, weights, inputs, labels):
    return np.array([np.linalg.norm(bias) for bias in network.gradients(weights, inputs, labels).biases])


@wrong(lost=2, fails={"norms": "norms of the deltas"}, says="gradients.deltas")
def norms_of_the_deltas(network, weights, inputs, labels):
    return np.array([np.linalg.norm(delta) for delta in network.gradients(weights, inputs, labels).deltas])


@wrong(lost=2, fails={"norms": "spectral norm"}, says="spectral norm")
def spectral(network, weights, inputs, labels):
    return np.array([np.linalg.norm(kernel[0], 2) for kernel in network.gradients(weights, inputs, labels).kernels])


@wrong(lost=2, fails={"norms": "largest entry"}, says="largest entries")
def largest_entry(network, weights, inputs, labels):
    return np.array([np.abs(kernel).max() for kernel in network.gradients(weights, inputs, labels).kernels])


@wrong(lost=3, fails={"layers": "not one per layer", "norms": "not one per layer"}, says="should hold 3 numbers")
def hidden_layers_only(network, weights, inputs, labels):
    return as_in_the_solution(network, weights, inputs, labels)[:-1]


@wrong(lost=3, fails={"layers": "not one per layer", "norms": "not one per layer"}, says="should hold 3 numbers")
def one_for_the_whole_network(network, weights, inputs, labels):
    return np.linalg.norm(as_in_the_solution(network, weights, inputs, labels))


@wrong(lost=3, fails={"layers": "not a number", "norms": "not a number"}, says="numbers")
def the_gradients_themselves(network, weights, inputs, labels):
    return list(network.gradients(weights, inputs, labels).kernels)


@wrong(lost=1, fails={"layers": "wrong shape"}, says="has one axis")
def as_a_row(network, weights, inputs, labels):
    return as_in_the_solution(network, weights, inputs, labels)[None]


@right
def in_single_precision(network, weights, inputs, labels):
    return as_in_the_solution(network, weights, inputs, labels).astype(np.float32)


@wrong(lost=2, fails={"norms": "not all samples"}, says="for some of the samples")
def the_first_batch(network, weights, inputs, labels):
    return as_in_the_solution(network, weights, inputs[:32], labels[:32])


@wrong(lost=2, fails={"norms": "not all samples"}, says="for some of the samples")
def the_last_sample_left_out(network, weights, inputs, labels):
    return as_in_the_solution(network, weights, inputs[:-1], labels[:-1])


@wrong(lost=2, fails={"norms": "rounded to decimals"}, says="They are rounded")
def ten_decimals(network, weights, inputs, labels):
    return [round(float(norm), 10) for norm in as_in_the_solution(network, weights, inputs, labels)]


@wrong(lost=3, fails={"layers": "not the gradient", "norms": "wrong norm"}, says="expected")
def a_little_under_the_root(network, weights, inputs, labels):
    return np.sqrt(as_in_the_solution(network, weights, inputs, labels) ** 2 + 1e-12)


@wrong(lost=2, fails={"norms": "wrong norm"}, says="expected")
def clipped(network, weights, inputs, labels):
    return np.minimum(as_in_the_solution(network, weights, inputs, labels), 1e3)


@wrong(lost=1, fails={"layers": "argument changed"}, says="writes into what it is given")
def clears_the_weights(network, weights, inputs, labels):
    found = as_in_the_solution(network, weights, inputs, labels)
    weights.kernels[0][...] = 0
    return found
