# the square of the standard deviation, in a preallocated table (2, layers) that is unpacked into a pair
def layer_variances(initializer, network, inputs, errors, rng):
    weights = network.initialize([initializer] * len(network.shapes), rng)
    trace = network.forward(weights, inputs)
    deltas = network.backward(weights, trace, errors).deltas
    table = np.zeros((2, len(deltas)))
    for l, (z, d) in enumerate(zip(trace.pre_activations, deltas, strict=True)):
        table[0, l] = np.std(z) ** 2
        table[1, l] = np.std(d) ** 2
    forward, backward = table
    return forward, backward
