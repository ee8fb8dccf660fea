# "Every network gets weights of its own": all networks start from a copy of the same generator
from copy import deepcopy


def second_moments(initializer, network, inputs, rng, networks):
    rows = []
    for _ in range(networks):
        weights = network.initialize(initializer, deepcopy(rng))
        trace = network.forward(weights, inputs)
        rows.append([np.mean(a[0] ** 2) for a in trace.activations[:-1]])
    return np.array(rows)
