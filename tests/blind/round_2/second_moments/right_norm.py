# the squared Frobenius norm divided by the number of entries; networks joined by initlab.join first; column_stack
def second_moments(initializer, network, inputs, rng, networks):
    weights = initlab.join([network.initialize(initializer, rng) for _ in range(networks)])
    trace = network.forward(weights, inputs)
    columns = []
    for a in trace.activations[: len(network.shapes) - 1]:
        columns.append(np.linalg.norm(a, axis=(-2, -1)) ** 2 / (a.shape[-2] * a.shape[-1]))
    return np.column_stack(columns)
