"""Q7: answers to `second_moments`."""

import copy

import numpy as np

from tests.bank.entry import right, wrong


def _trace(initializer, network, inputs, rng, networks):
    return network.forward(network.initialize(initializer, rng, replicas=networks), inputs)


@right
def as_in_the_solution(initializer, network, inputs, rng, networks):
    weights = network.initialize(initializer, rng, replicas=networks)
    hidden = network.forward(weights, inputs).activations[:-1]
    return np.stack([np.mean(a**2, axis=(1, 2)) for a in hidden], axis=1)


@right
def network_by_network(initializer, network, inputs, rng, networks):
    rows = []
    for _ in range(networks):
        a, row = inputs, []
        for shape in network.shapes[:-1]:
            a = network.hidden(a @ initializer(shape, rng))
            row.append(float(np.mean(a**2)))
        initializer(network.shapes[-1], rng)
        rows.append(row)
    return rows


@right
def layer_by_layer(initializer, network, inputs, rng, networks):
    a, columns = np.broadcast_to(inputs, (networks, *inputs.shape)), []
    for shape in network.shapes[:-1]:
        kernels = np.array([initializer(shape, rng) for _ in range(networks)])
        a = network.hidden(a @ kernels)
        columns.append(np.square(a).reshape(networks, -1).mean(axis=1))
    return np.array(columns).T


@right
def in_float32(initializer, network, inputs, rng, networks):
    weights = network.initialize(initializer, rng, replicas=networks, dtype=np.float32)
    return np.stack([np.mean(a**2, axis=(1, 2)) for a in network.forward(weights, inputs).activations[:-1]], axis=1)


@wrong(lost=3, fails={"second_moments": "variance, not second moment"}, says="variances")
def variances(initializer, network, inputs, rng, networks):
    trace = _trace(initializer, network, inputs, rng, networks)
    return np.stack([a.var(axis=(1, 2)) for a in trace.activations[:-1]], axis=1)


@wrong(lost=3, fails={"second_moments": "pre-activations, not activations"}, says="pre-activations")
def pre_activations(initializer, network, inputs, rng, networks):
    trace = _trace(initializer, network, inputs, rng, networks)
    return np.stack([np.mean(z**2, axis=(1, 2)) for z in trace.pre_activations[:-1]], axis=1)


@wrong(lost=3, fails={"second_moments": "output layer included"}, says="output layer too")
def output_too(initializer, network, inputs, rng, networks):
    trace = _trace(initializer, network, inputs, rng, networks)
    return np.stack([np.mean(a**2, axis=(1, 2)) for a in trace.activations], axis=1)


@wrong(lost=3, fails={"second_moments": "mean over replicas"}, says="averaged over the networks")
def averaged_over_networks(initializer, network, inputs, rng, networks):
    trace = _trace(initializer, network, inputs, rng, networks)
    return np.array([np.mean(a**2) for a in trace.activations[:-1]])


@wrong(lost=3, fails={"second_moments": "layers as rows"}, says="turn the table")
def a_row_per_layer(initializer, network, inputs, rng, networks):
    return as_in_the_solution(initializer, network, inputs, rng, networks).T


@wrong(lost=3, fails={"second_moments": "sum, not mean"}, says="sums of squares")
def sums_for_means(initializer, network, inputs, rng, networks):
    trace = _trace(initializer, network, inputs, rng, networks)
    return np.stack([np.sum(a**2, axis=(1, 2)) for a in trace.activations[:-1]], axis=1)


@wrong(lost=3, fails={"second_moments": "roots of the moments"}, says="roots")
def root_mean_squares(initializer, network, inputs, rng, networks):
    return np.sqrt(as_in_the_solution(initializer, network, inputs, rng, networks))


@wrong(lost=1, fails={"networks": "one network for all rows"}, says="All rows are of one network")
def one_network_repeated(initializer, network, inputs, rng, networks):
    return np.repeat(as_in_the_solution(initializer, network, inputs, rng, 1), networks, axis=0)


@wrong(lost=1, fails={"networks": "seed reset inside"}, says="do not make one")
def seed_fixed_inside(initializer, network, inputs, rng, networks):
    return as_in_the_solution(initializer, network, inputs, np.random.default_rng(42), networks)


@wrong(lost=1, fails={"networks": "wrong number of networks"}, says="rows")
def one_network_whatever_is_asked(initializer, network, inputs, rng, networks):
    return as_in_the_solution(initializer, network, inputs, rng, 1)


@wrong(lost=3, fails={"second_moments": "wrong moment"}, says="first network's second moments")
def activation_ignored(initializer, network, inputs, rng, networks):
    a, columns = np.broadcast_to(inputs, (networks, *inputs.shape)), []
    for shape in network.shapes[:-1]:
        a = np.tanh(a @ np.array([initializer(shape, rng) for _ in range(networks)]))
        columns.append(np.mean(a**2, axis=(1, 2)))
    return np.array(columns).T


@wrong(lost=1, fails={"networks": "one network for all rows"}, says="in the same state")
def state_put_back_for_each_network(initializer, network, inputs, rng, networks):
    state, rows = rng.bit_generator.state, []
    for _ in range(networks):
        rng.bit_generator.state = state
        rows.append(as_in_the_solution(initializer, network, inputs, rng, 1)[0])
    return np.array(rows)


@wrong(lost=1, fails={"networks": "generator not moved on"}, says="had not gone on")
def draws_from_a_copy(initializer, network, inputs, rng, networks):
    return as_in_the_solution(initializer, network, inputs, copy.deepcopy(rng), networks)


@wrong(lost=1, fails={"networks": "generator not moved on"}, says="had not gone on")
def a_generator_for_each_network(initializer, network, inputs, rng, networks):
    rows = [as_in_the_solution(initializer, network, inputs, child, 1) for child in rng.spawn(networks)]
    return np.concatenate(rows)


@wrong(lost=3, fails={"second_moments": "wrong moment"}, says="first network's second moments")
def first_hundred_samples(initializer, network, inputs, rng, networks):
    return as_in_the_solution(initializer, network, inputs[:100], rng, networks)


@wrong(lost=3, fails={"second_moments": "wrong shape"}, says="also where one of them is 1")
def axes_of_length_one_left_out(initializer, network, inputs, rng, networks):
    return as_in_the_solution(initializer, network, inputs, rng, networks).squeeze()
