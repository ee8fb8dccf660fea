"""Q3: answers to `measured_second_moments`."""

import numpy as np

from tests.bank.entry import right, wrong


def _hidden(network, weights, inputs):
    return network.forward(weights, inputs).activations[:-1]


@right
def as_in_the_solution(network, weights, inputs):
    return np.stack([np.mean(a**2, axis=(1, 2)) for a in _hidden(network, weights, inputs)], axis=1)


@right
def replica_by_replica(network, weights, inputs):
    rows = []
    for r in range(weights.replicas):
        alone = _hidden(network, weights.replica(r), inputs)
        rows.append([float((a[0] ** 2).mean()) for a in alone])
    return rows


@right
def variance_plus_square_of_mean(network, weights, inputs):
    hidden = _hidden(network, weights, inputs)
    return np.array([a.var(axis=(1, 2)) + a.mean(axis=(1, 2)) ** 2 for a in hidden]).T


@wrong(lost=2, fails={"moments": "variance, not second moment"}, says="mean was subtracted")
def variances(network, weights, inputs):
    return np.stack([a.var(axis=(1, 2)) for a in _hidden(network, weights, inputs)], axis=1)


@wrong(lost=2, fails={"moments": "output layer included"}, says="output layer is in there")
def with_the_output_layer(network, weights, inputs):
    every = network.forward(weights, inputs).activations
    return np.stack([np.mean(a**2, axis=(1, 2)) for a in every], axis=1)


@wrong(lost=2, fails={"moments": "layers as rows"}, says="axes are exchanged")
def axes_exchanged(network, weights, inputs):
    return as_in_the_solution(network, weights, inputs).T


@wrong(lost=2, fails={"moments": "mean over replicas"}, says="averages over the replicas")
def mean_over_replicas(network, weights, inputs):
    return np.array([np.mean(a**2) for a in _hidden(network, weights, inputs)])


@wrong(lost=2, fails={"moments": "one replica only"}, says="first replica only")
def first_replica(network, weights, inputs):
    return np.array([np.mean(a[0] ** 2) for a in _hidden(network, weights, inputs)])


@wrong(lost=2, fails={"moments": "pre-activations, not activations"}, says="before the activation function")
def pre_activations(network, weights, inputs):
    before = network.forward(weights, inputs).pre_activations[:-1]
    return np.stack([np.mean(z**2, axis=(1, 2)) for z in before], axis=1)


@wrong(lost=2, fails={"moments": "roots of the moments"}, says="roots")
def roots(network, weights, inputs):
    return np.sqrt(as_in_the_solution(network, weights, inputs))


@wrong(lost=2, fails={"moments": "weights, not activations"}, says="of the weights")
def of_the_weights(network, weights, inputs):
    return np.stack([np.mean(k**2, axis=(1, 2)) for k in weights.kernels[:-1]], axis=1)


@wrong(lost=2, fails={"moments": "first layer left out"}, says="first hidden layer is missing")
def one_layer_further(network, weights, inputs):
    return with_the_output_layer(network, weights, inputs)[:, 1:]


@wrong(lost=0.5, fails={"small": "wrong shape"}, says="An axis of length 1 is missing")
def squeezed(network, weights, inputs):
    return np.squeeze(as_in_the_solution(network, weights, inputs))


@wrong(lost=0.5, fails={"small": "wrong shape"}, says="An axis of length 1 is missing")
def without_the_axis_of_one_replica(network, weights, inputs):
    found = as_in_the_solution(network, weights, inputs)
    return found[0] if len(found) == 1 else found


@wrong(lost=2, fails={"moments": "rounded to decimals"}, says="They are rounded")
def four_decimals(network, weights, inputs):
    return [[round(float(moment), 4) for moment in row] for row in as_in_the_solution(network, weights, inputs)]


@wrong(lost=2, fails={"moments": "rounded to decimals"}, says="no digit is left")
def eight_decimals(network, weights, inputs):
    return np.round(as_in_the_solution(network, weights, inputs), 8)


@wrong(lost=2, fails={"moments": "not all samples"}, says="some of the samples")
def the_first_hundred_samples(network, weights, inputs):
    return as_in_the_solution(network, weights, inputs[:100])


@wrong(lost=0.5, fails={"small": "argument changed"}, says="writes into what it is given")
def clears_the_inputs(network, weights, inputs):
    found = as_in_the_solution(network, weights, inputs)
    inputs[:] = 0
    return found
