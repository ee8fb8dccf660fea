# the squared Frobenius norm, divided by the number of entries
def second_moments(initializer, network, inputs, rng, networks):
    trace = network.forward(network.initialize(initializer, rng, networks), inputs)
    hidden_layers = trace.activations[: len(network.shapes) - 1]
    table = np.empty((networks, len(hidden_layers)))
    for column, a in zip(table.T, hidden_layers):
        column[:] = np.linalg.norm(a, axis=(1, 2)) ** 2 / (a.shape[1] * a.shape[2])
    return table
