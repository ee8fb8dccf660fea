# variance from its definition in Part 1, in a helper; preallocated arrays; errors given a replica axis
def _spread(values):
    values = np.ravel(values)
    return np.mean((values - values.mean()) ** 2)


def layer_variances(initializer, network, inputs, errors, rng):
    weights = network.initialize(initializer, rng, replicas=1)
    trace = network.forward(weights, inputs)
    gradients = network.backward(weights, trace, np.asarray(errors)[np.newaxis])
    n_layers = len(network.widths) - 1
    result = np.zeros((2, n_layers))
    for l in range(n_layers - 1, -1, -1):
        result[1, l] = _spread(gradients.deltas[l][0])
        result[0, l] = _spread(trace.pre_activations[l][0])
    return tuple(result)
